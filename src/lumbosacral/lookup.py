"""Everything the atlas says about a name: records, what is computed, claims, sources."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from typing import Any, Final

from pydantic import BaseModel

from lumbosacral import questions as ask
from lumbosacral.atlas.load import Atlas, load_atlas
from lumbosacral.atlas.names import folded, nearest, resolve
from lumbosacral.errors import InputError, UnknownName
from lumbosacral.wiring.universe import the_universe

__all__ = ["about", "listing", "sites", "variant_names"]

SORTS: Final = {
    "structures": "structure", "parts": "part of a structure", "muscles": "muscle",
    "groups": "group of muscles", "areas": "skin area", "organs": "end organ",
    "movements": "movement", "reflexes": "reflex", "signs": "sign", "tasks": "task",
    "gaits": "gait sign", "autonomic": "autonomic function", "motor": "motor conduction study",
    "sensory": "sensory conduction study", "late": "late response", "symptoms": "symptom",
    "variants": "variant", "conditions": "condition", "sites": "site", "segments": "segment",
    "fibres": "fibre kind", "associations": "finding beside the fibres",
}  # fmt: skip
"""Part of the atlas -> what one record of it is."""
TAGS: Final = {
    "V": "read there",
    "S": "reported elsewhere",
    "D": "derived",
    "P": "judgement",
    "U": "unchecked",
}


def about(name: str) -> list[dict[str, Any]]:
    """Return the records of that name or alias, with what is computed and with their sources.

    Raises
    ------
    UnknownName
        With the nearest names of the atlas.
    """
    atlas = load_atlas()
    found = list(_records(atlas, name))
    if not found:
        known = dict.fromkeys(word for _, names in _every_name(atlas) for word in names)
        raise UnknownName(name, nearest(name, known), kind="name")
    return [_document(atlas, sort, canonical, record) for sort, canonical, record in found]


def sites() -> list[dict[str, str]]:
    """Return the closed list of sites, each with its region."""
    return [{"site": s.name, "region": s.region} for s in load_atlas().sites.values()]


def listing() -> dict[str, list[str]]:
    """Names of every part of the atlas."""
    atlas = load_atlas()
    return {
        part: list(getattr(atlas, part)) for part in SORTS if part not in {"segments", "organs"}
    }


def _parts(atlas: Atlas) -> Iterator[tuple[str, str, BaseModel]]:
    for part in SORTS:
        records: Mapping[str, BaseModel] = getattr(atlas, part)
        for name, record in records.items():
            yield part, name, record


def _every_name(atlas: Atlas) -> Iterator[tuple[str, tuple[str, ...]]]:
    for _, name, record in _parts(atlas):
        yield name, (name, *getattr(record, "aliases", ()))


def _records(atlas: Atlas, wanted: str) -> Iterator[tuple[str, str, BaseModel]]:
    """Yield the records of a name; those of an alias only where no record has the name itself."""
    said = folded(wanted)
    own = [(part, name, record) for part, name, record in _parts(atlas) if folded(name) == said]
    if own:
        yield from own
        return
    for part, name, record in _parts(atlas):
        others = (*getattr(record, "aliases", ()), *getattr(record, "words", ()))
        if said in map(folded, others):
            yield part, name, record


def _document(atlas: Atlas, part: str, name: str, record: BaseModel) -> dict[str, Any]:
    written = record.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    sources = written.pop("sources", [])
    if part == "muscles":
        sources = [*sources, *filter(None, atlas.weight_sources.get(name, "").split("; "))]
    claims = [_claim(c) for c in atlas.claims.values() if folded(c.about) == folded(name)]
    return {
        "what": SORTS[part],
        "name": name,
        "computed": _computed(atlas, part, name),
        "record": {
            **{k: v for k, v in written.items() if k not in {"name", "site", "segment", "finding"}},
            **_told(atlas, part, name),
        },
        "claims": claims,
        "conflicts": [asdict(stance) for stance in ask.conflicts(atlas, name)],
        "sources": [_source(atlas, said) for said in dict.fromkeys(sources)],
    }


def _computed(atlas: Atlas, part: str, name: str) -> dict[str, Any]:
    """Return what follows from the bundles, and is typed nowhere."""
    universe = the_universe()
    if part in {"muscles", "areas"}:
        shares = ask.root_share(universe, name, "alpha" if part == "muscles" else "touch")
        return {
            "nerve": list(ask.nerve_of(universe, name)),
            "roots": {root: f"{share:.0%}" for root, share in shares.items()},
            "movements": [m for m, record in atlas.movements.items() if name in record.shares],
        }
    if part != "structures":
        return {}
    found: dict[str, Any] = {
        "roots": list(ask.roots(universe, name)),
        "muscles": list(ask.muscles(universe, name)),
        "skin": list(ask.skin(universe, name)),
        "comes from": list(ask.upstream(universe, name)),
        "goes on into": list(ask.downstream(universe, name)),
        "origin": [f"{o.component}: {o.tissue}" for o in ask.origins(universe, name)],
    }
    return {key: value for key, value in found.items() if value}


def _told(atlas: Atlas, part: str, name: str) -> dict[str, Any]:
    """Sites and conditions of a structure."""
    if part != "structures":
        return {}
    found = {
        "sites": list(ask.sites_of(atlas, name)),
        "conditions": list(ask.conditions(atlas, name)),
    }
    return {key: value for key, value in found.items() if value}


def _claim(claim: Any) -> dict[str, str]:
    keys = ("id", "source", "claim", "verdict", "note")
    return {key: getattr(claim, key) for key in keys}


def _source(atlas: Atlas, said: str) -> dict[str, Any]:
    """Split "KEY TAG what-for" and add what the bibliography says of the key."""
    key, _, rest = said.partition(" ")
    tag, _, what_for = rest.partition(" ")
    return {
        "key": key, "tag": tag, "checked": TAGS.get(tag, ""), "for": what_for,
        "publication": dict(atlas.sources.get(key, {})),
    }  # fmt: skip


def variant_names(given: Iterable[str]) -> tuple[str, ...]:
    """Canonical names of variants.

    Raises
    ------
    UnknownName
        With the nearest variants.
    InputError
        If no path and no site depends on the variant, so that it would change nothing.
    """
    universe = the_universe()
    variants, usable = universe.atlas.variants, universe.variants.usable
    aliases = {name: variant.aliases for name, variant in variants.items()}
    aliases |= {name: () for name in usable if name not in variants}
    found = tuple(resolve(name, aliases, "variant") for name in given)
    for name in found:
        if name not in usable:
            types = [other for other in usable if other.startswith(f"{name}: ")]
            raise InputError(
                f"the variant {name!r} has types"
                if types
                else f"the variant {name!r} is described but no path depends on it",
                mend=f"name one of {'; '.join(types or usable)}",
            )
    return found
