"""Questions answered by the records beside the fibres: course, company, actions, origins."""

from dataclasses import dataclass
from typing import Any

from lumbosacral.atlas.load import Atlas
from lumbosacral.atlas.records import KINDS
from lumbosacral.questions.lines import Variants, fibres_through
from lumbosacral.questions.names import kinds_of, structure
from lumbosacral.wiring.universe import Universe


def route(atlas: Atlas, name: str) -> tuple[str, ...]:
    """Landmarks along the course of a structure, from the centre outwards."""
    return structure(atlas, name).course


def companions(atlas: Atlas, name: str) -> tuple[str, ...]:
    """Vessels that run with a structure."""
    return tuple(structure(atlas, name).more.get("companions", ()))


def foramina(atlas: Atlas, name: str) -> tuple[str, ...]:
    """Return the openings that a structure passes, in order."""
    return tuple(structure(atlas, name).more.get("foramina", ()))


def division(atlas: Atlas, name: str) -> str:
    """Division of the ventral rami that a structure springs from: anterior, posterior, both or none."""
    return structure(atlas, name).division


def region(atlas: Atlas, name: str) -> str:
    """Part of the body where a structure mainly lies."""
    return structure(atlas, name).region


def supply(atlas: Atlas, name: str) -> dict[str, Any]:
    """Vessels inside a nerve, the arteries beside it, and those that its segments name."""
    record = structure(atlas, name)
    own = [s.artery for s in atlas.segments.values() if s.structure == record.name]
    return {
        "intrinsic": record.more.get("intrinsic_supply", ""),
        "companion": tuple(record.more.get("companion_artery", ())),
        "segments": tuple(dict.fromkeys(own)),
    }


def leaving(atlas: Atlas, place: str, variants: Variants = ()) -> tuple[str, ...]:
    """Nerves that leave the pelvis above, below or through piriformis.

    A variant is its name, or `name: type` where it has types.
    """
    usual = [n for n in kinds_of(atlas, "nerve") if _way_out(atlas, n) == place]
    moved = [n for variant in variants for n in _leaving_by(atlas, variant, place)]
    return tuple(dict.fromkeys([*usual, *moved]))


def _way_out(atlas: Atlas, name: str) -> str:
    return str(atlas.structures[name].more.get("piriformis", "none"))


def _leaving_by(atlas: Atlas, name: str, place: str) -> list[str]:
    head, _, kind = name.partition(": ")
    variant = atlas.variants[head]
    values = variant.more.get("values", {})
    if variant.effect == "exit above":
        return [str(values["nerve"])] if place == "above" else []
    if variant.effect == "piriformis type" and kind:
        found = values["types"][kind]
        parts = ("fibular", "tibial")
        return [f"sciatic nerve ({p} division)" for p in parts if found[p] == place]
    return []


def actions(atlas: Atlas, muscle: str) -> dict[str, str]:
    """Movements that a muscle helps, in some posture: main or assist."""
    return dict(atlas.muscles[muscle].actions)


def compartment(atlas: Atlas, name: str) -> tuple[str, ...]:
    """Compartments of a muscle or group; for the name of a compartment, the muscles in it."""
    if name in atlas.muscles:
        return (atlas.muscles[name].compartment,)
    if name in atlas.groups:
        each = (atlas.muscles[m].compartment for m in atlas.groups[name].members)
        return tuple(dict.fromkeys(each))
    return tuple(m for m, record in atlas.muscles.items() if record.compartment == name)


def insertions(atlas: Atlas, muscle: str) -> tuple[str, ...]:
    """Where a muscle attaches at its far end."""
    return tuple(atlas.muscles[muscle].more.get("insertions", ()))


@dataclass(frozen=True)
class Origin:
    """Where one component of a nerve comes from, and the week it begins."""

    component: str
    tissue: str
    begins_week: float
    lineage: tuple[str, ...]


def origins(universe: Universe, name: str) -> tuple[Origin, ...]:
    """Developmental origins of a nerve by component: of the fibre kinds it has, its Schwann cells and sheaths."""
    tree = universe.atlas.embryology
    has = set(fibres_through(universe, name))
    parts = [c for c in tree["components"] if has & set(c["serves"])]
    return tuple(_origin(tree, c) for c in [*parts, *tree["coverings"]])


def origin(atlas: Atlas, component: str) -> Origin:
    """Developmental origin of one component by its name."""
    tree = atlas.embryology
    found = next(c for c in tree["components"] if component in (c["name"], *c["aliases"]))
    return _origin(tree, found)


def _origin(tree: dict[str, Any], component: dict[str, Any]) -> Origin:
    line, parents = [], {t["name"]: t["from"] for t in tree["tissues"]}
    tissue = str(component["origin"])
    while tissue in parents:
        line.append(tissue)
        tissue = parents[tissue]
    week = float(component["begins_week"])
    return Origin(str(component["name"]), str(component["origin"]), week, tuple(line))


def tissue_week(atlas: Atlas, name: str) -> float:
    """Week after fertilization in which an embryonic tissue appears."""
    return float(next(t["week"] for t in atlas.embryology["tissues"] if t["name"] == name))


def components_of(atlas: Atlas) -> dict[str, tuple[str, ...]]:
    """Fibre kinds that each component makes or wraps, by component."""
    return {
        c["name"]: tuple(k for k in KINDS if k in c["serves"])
        for c in atlas.embryology["components"]
    }
