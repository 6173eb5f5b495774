"""Questions about conditions, what sources say of them, and what sources disagree on."""

from dataclasses import dataclass
from typing import Any

from lumbosacral.atlas.described import Condition, Symptom
from lumbosacral.atlas.load import Atlas
from lumbosacral.atlas.names import folded, resolve
from lumbosacral.errors import UnknownName


def conditions(atlas: Atlas, name: str) -> tuple[str, ...]:
    """Conditions that are called by a structure, or whose place gives it."""
    return tuple(n for n, c in atlas.conditions.items() if name in _structures(atlas, c))


def _structures(atlas: Atlas, condition: Condition) -> set[str]:
    if condition.structure is not None:
        return {condition.structure}
    sites = [*condition.sites, *(s for c in condition.combinations for s in c.sites)]
    return {site.partition(",")[0] for site in sites}


def members(atlas: Atlas, name: str) -> tuple[str, ...]:
    """Conditions of a group; of a condition, itself."""
    found = _named(atlas, name)
    group = atlas.condition_groups.get(found, {})
    own = tuple(n for n, c in atlas.conditions.items() if c.group == found or n == found)
    return tuple(dict.fromkeys([*own, *group.get("members", ())]))


def _named(atlas: Atlas, name: str) -> str:
    groups = {n: tuple(g.get("words", ())) for n, g in atlas.condition_groups.items()}
    try:
        return resolve(name, groups, "condition")
    except UnknownName:
        return resolve(name, {n: c.aliases for n, c in atlas.conditions.items()}, "condition")


def facts(atlas: Atlas, name: str, kind: str) -> tuple[Any, ...]:
    """Return what is held of a condition or group of conditions under one heading.

    Parameters
    ----------
    kind : str
        management, workup, imaging, risk_factors, signs, differential, mechanisms or positions; a condition that
        holds none of its own answers for its group.
    """
    found = _named(atlas, name)
    if found in atlas.condition_groups:
        return tuple(atlas.condition_groups[found].get(kind, ()))
    condition = atlas.conditions[found]
    own = tuple(condition.more.get(kind, ()))
    group = atlas.condition_groups.get(condition.group or "", {})
    return own or tuple(group.get(kind, ()))


def management(atlas: Atlas, name: str) -> tuple[dict[str, Any], ...]:
    """Options that sources name, each with its indication and sources; no advice (see `Atlas.notice`)."""
    return facts(atlas, name, "management")


def workup(atlas: Atlas, name: str) -> tuple[str, ...]:
    """Return the examinations that sources name for a condition."""
    return facts(atlas, name, "workup")


def imaging(atlas: Atlas, name: str) -> tuple[dict[str, Any], ...]:
    """Images and what each can show."""
    return facts(atlas, name, "imaging")


def risk_factors(atlas: Atlas, name: str) -> tuple[str, ...]:
    """Return what makes a condition likelier."""
    return facts(atlas, name, "risk_factors")


def signs(atlas: Atlas, name: str) -> tuple[str, ...]:
    """Signs and symptoms that sources name for a condition."""
    return facts(atlas, name, "signs")


def differential(atlas: Atlas, name: str) -> tuple[str, ...]:
    """Return what a condition is to be told apart from."""
    return facts(atlas, name, "differential")


def symptom(atlas: Atlas, words: str) -> Symptom:
    """Symptom that the words tell.

    Raises
    ------
    UnknownName
        With the nearest words.
    """
    table = {n: (*s.words, *s.aliases) for n, s in atlas.symptoms.items()}
    return atlas.symptoms[resolve(words, table, "symptom")]


@dataclass(frozen=True)
class Stance:
    """What one side of a disagreement says, where it is held, and whether the model computes with it."""

    aspect: str
    says: str | tuple[str, ...]
    claim: str | None
    computed: bool
    sources: tuple[str, ...]


def conflicts(atlas: Atlas, about: str, aspect: str | None = None) -> tuple[Stance, ...]:
    """Return what sources say differently about one thing, side by side."""
    found = [
        Stance(c.aspect, p.says, p.claim, p.computed, p.sources)
        for c in atlas.conflicts
        if folded(c.about) == folded(about)
        for p in c.positions
    ]
    found += _stances(atlas, about)
    return tuple(s for s in found if aspect in (None, s.aspect))


def _stances(atlas: Atlas, about: str) -> list[Stance]:
    """Positions held with another fact: a group of conditions, the end of the cord, Schmorl nodes."""
    node = atlas.spine["schmorl_node"]
    held: dict[str, tuple[str, Any]] = {
        "end of the cord": ("level", atlas.spine["cord_end"]["positions"]),
        "schmorl node": ("frequency", node["frequency"]),
        **{folded(n): ("word", g["positions"]) for n, g in atlas.condition_groups.items() if "positions" in g},
    }  # fmt: skip
    name, positions = held.get(folded(about), ("", ()))
    return [
        Stance(name, str(p["claim"]), p.get("entry"), p["computed"] == "true", tuple(p["sources"]))
        for p in positions
    ]


def stated(atlas: Atlas, about: str) -> tuple[str, ...]:
    """Entries of the ledger about one thing."""
    return tuple(n for n, c in atlas.claims.items() if folded(c.about) == folded(about))
