"""Names checked against each other: nothing in the atlas may point to what is not there."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from lumbosacral.atlas.names import nearest
from lumbosacral.atlas.records import Record
from lumbosacral.errors import AtlasError

if TYPE_CHECKING:
    from lumbosacral.atlas.load import Atlas

TAGS = frozenset("VSDPU")
Reference = tuple[str, str, str, Iterable[str]]
"""File, where in it, the name used, the names that exist."""


def check_names(atlas: "Atlas", folder: Path) -> None:
    """Check every reference, every sum of shares and every source of an atlas.

    Raises
    ------
    AtlasError
        On the first fault; names file, line and repair.
    """
    for file, where, name, known in _references(atlas):
        if name not in known:
            near = nearest(name, known)
            mend = f"did you mean {near[0]!r}?" if near else "add its record, or mend the name"
            raise AtlasError(
                f"{where} names {name!r}, which is not there",
                file=file,
                line=_line(folder / file, name),
                mend=mend,
            )
    looped = _looped(atlas)
    if looped is not None:
        raise AtlasError(
            f"the way of {looped!r} leads back to itself",
            file="segments.yaml",
            line=_line(folder / "segments.yaml", looped),
            mend="mend the `after` of the segments on it",
        )
    for file, where, total, wanted in _sums(atlas):
        if abs(total - wanted) > 0.005 * wanted:
            raise AtlasError(
                f"the shares of {where} sum to {total:g}",
                file=file,
                line=_line(folder / file, where),
                mend=f"make them sum to {wanted:g}",
            )
    for file, where, said in _said(atlas):
        _check_source(atlas, folder, file, where, said)


def _line(path: Path, name: str) -> int | None:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if name in line:
            return number
    return None


def _looped(atlas: "Atlas") -> str | None:
    """Return a segment from which the way back does not end, or None."""
    open_: set[str] = set()
    done: set[str] = set()

    def visit(name: str) -> str | None:
        if name in done:
            return None
        if name in open_:
            return name
        open_.add(name)
        found = next((f for p in atlas.segments[name].after if (f := visit(p)) is not None), None)
        done.add(name)
        return found

    return next((f for name in atlas.segments if (f := visit(name)) is not None), None)


def _references(atlas: "Atlas") -> Iterator[Reference]:
    muscles = {*atlas.weights}
    for segment in atlas.segments.values():
        for parent in segment.after:
            yield "segments.yaml", segment.name, parent, atlas.segments
    for name in muscles:
        yield "supply.yaml", f"the weight row of {name}", name, atlas.supply
    for name in atlas.supply:
        yield "weights.csv", f"the supply of {name}", name, atlas.weights
        yield "muscles.yaml", f"the supply of {name}", name, atlas.muscles
    for site in atlas.sites.values():
        for segment_name in (*site.strikes, *(s for v in site.by_variant.values() for s in v)):
            yield "sites.yaml", site.name, segment_name, atlas.segments
        for area in site.felt:
            yield "sites.yaml", site.name, area, atlas.areas
        for name in site.leaning:
            yield "sites.yaml", site.name, name, _leaners(atlas)
        for variant in site.by_variant:
            yield "sites.yaml", site.name, variant, _variants_and_types(atlas)
        yield "sites.yaml", site.name, site.name.split(", ", 1)[0], atlas.structures
    yield from _references_of_tests(atlas, muscles)
    yield from _references_of_descriptions(atlas, muscles)
    yield from _references_of_conditions(atlas)
    yield from _references_of_places(atlas)


def _leaners(atlas: "Atlas") -> set[str]:
    """Whom a disease can lean towards: muscles, their compartments, skin areas."""
    return {*atlas.muscles, *(m.compartment for m in atlas.muscles.values()), *atlas.areas}


def _variants_and_types(atlas: "Atlas") -> set[str]:
    typed = {f"{v.name}: {kind}" for v in atlas.variants.values() for kind in v.types}
    return {*atlas.variants, *typed}


def _references_of_places(atlas: "Atlas") -> Iterator[Reference]:
    for finding in atlas.associations.values():
        for segment in finding.over:
            yield "associations.yaml", finding.finding, segment, atlas.segments


def _references_of_tests(atlas: "Atlas", muscles: set[str]) -> Iterator[Reference]:
    ends = {*muscles, *atlas.areas}
    for reflex in atlas.reflexes.values():
        for name in (*reflex.afferent.from_, *reflex.efferent):
            yield "reflexes.yaml", reflex.name, name, ends
    for sign in atlas.signs.values():
        for name in (*sign.muscles, *(sign.afferent.from_ if sign.afferent else ())):
            yield "signs.yaml", sign.name, name, ends
    for study in atlas.motor.values():
        yield "conduction.yaml", study.name, study.muscle, muscles
        for place in study.sites:
            for name in place.from_:
                yield "conduction.yaml", study.name, name, atlas.segments
    for sensory in atlas.sensory.values():
        for name in sensory.through:
            yield "conduction.yaml", sensory.name, name, atlas.segments
    for late in atlas.late.values():
        yield "conduction.yaml", late.name, late.muscle, muscles
        for name in late.from_:
            yield "conduction.yaml", late.name, name, atlas.segments


def _references_of_descriptions(atlas: "Atlas", muscles: set[str]) -> Iterator[Reference]:
    for group in atlas.groups.values():
        for name in group.members:
            yield "muscles.yaml", group.name, name, muscles
    for movement in atlas.movements.values():
        for name in movement.shares:
            yield "movements.yaml", movement.name, name, muscles
    for muscle in atlas.muscles.values():
        for name in muscle.actions:
            yield "muscles.yaml", muscle.name, name, atlas.movements
    for task in atlas.tasks.values():
        for need in task.needs:
            yield "movements.yaml", task.name, need.movement, atlas.movements
    for gait in atlas.gaits.values():
        for short in gait.of:
            yield "movements.yaml", gait.name, short.movement, atlas.movements
    for structure in atlas.structures.values():
        if structure.usual_site:
            yield "structures.yaml", structure.name, structure.usual_site, atlas.sites


def _references_of_conditions(atlas: "Atlas") -> Iterator[Reference]:
    for condition in atlas.conditions.values():
        sites = [*condition.sites, *condition.also]
        sites += [s for c in condition.combinations for s in c.sites]
        for name in sites:
            yield "conditions.yaml", condition.name, name, atlas.sites
        for name in condition.leaning:
            yield "conditions.yaml", condition.name, name, _leaners(atlas)
        if condition.structure:
            yield "conditions.yaml", condition.name, condition.structure, atlas.structures
        if condition.told_as:
            yield "conditions.yaml", condition.name, condition.told_as, atlas.conditions
    for association in atlas.associations.values():
        for given in association.given:
            where = f"the row of {association.finding!r}"
            if given.condition:
                yield "associations.yaml", where, given.condition, atlas.conditions
            if given.structure:
                yield "associations.yaml", where, given.structure, atlas.structures
            if given.site:
                yield "associations.yaml", where, given.site, atlas.sites


def _sums(atlas: "Atlas") -> Iterator[tuple[str, str, float, float]]:
    supplies = [(a.name, a.supply) for a in atlas.areas.values()]
    supplies += [(o.name, o.supply) for o in atlas.organs.values()]
    for name, supply in supplies:
        yield "skin.yaml", name, sum(way.share for way in supply), 1.0
        for way in supply:
            yield "skin.yaml", name, sum(way.roots.values()), 1.0
    for movement in atlas.movements.values():
        yield "movements.yaml", movement.name, sum(movement.shares.values()), 100.0


def _said(atlas: "Atlas") -> Iterator[tuple[str, str, str]]:
    files: dict[str, Mapping[str, Record]] = {
        "segments.yaml": atlas.segments, "supply.yaml": atlas.supply, "skin.yaml": atlas.areas,
        "sites.yaml": atlas.sites, "reflexes.yaml": atlas.reflexes, "signs.yaml": atlas.signs,
        "structures.yaml": atlas.structures, "muscles.yaml": atlas.muscles,
        "movements.yaml": atlas.movements, "variants.yaml": atlas.variants,
        "conditions.yaml": atlas.conditions, "fibres.yaml": atlas.fibres,
    }  # fmt: skip
    studies: dict[str, Record] = {**atlas.motor, **atlas.sensory, **atlas.late}
    for file, records in (*files.items(), ("conduction.yaml", studies)):
        for name, record in records.items():
            if not record.sources:
                raise AtlasError(f"{name!r} has no source", file=file, mend="add `sources:`")
            for said in record.sources:
                yield file, name, said
    for name, said in atlas.weight_sources.items():
        yield "weights.csv", name, said


def _check_source(atlas: "Atlas", folder: Path, file: str, where: str, said: str) -> None:
    key, _, rest = said.partition(" ")
    if key not in atlas.sources or rest[:1] not in TAGS or rest[1:2] not in ("", " "):
        raise AtlasError(
            f"{where!r} cites {said!r}",
            file=file,
            line=_line(folder / file, said),
            mend="write KEY TAG what-for, with a key of sources.yaml and a tag of V S D P U",
        )
