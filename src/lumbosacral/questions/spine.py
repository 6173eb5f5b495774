"""Questions about the spine: levels, discs and the roots they meet, the end of the cord, herniations drawn."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from lumbosacral.atlas.described import Condition
from lumbosacral.atlas.load import Atlas
from lumbosacral.questions.clinic import members

HERNIATION = "lumbar disc herniation"


def disc(atlas: Atlas, name: str) -> dict[str, Any]:
    """Record of a lumbar disc: vertebrae, parts, exiting and traversing root, zones."""
    return next(dict(d) for d in atlas.spine["discs"] if d["name"] == name)


def discs(atlas: Atlas) -> tuple[str, ...]:
    """Lumbar discs from above down."""
    return tuple(str(d["name"]) for d in atlas.spine["discs"])


def roots_at(atlas: Atlas, level: str, zone: str) -> tuple[str, ...]:
    """Return what a herniation of one disc in one zone can meet, the usual one first."""
    return tuple(disc(atlas, level)["zones"][zone])


def at_vertebra(atlas: Atlas, name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Cord segments behind a vertebra, and roots in the canal there."""
    level = next(v for v in atlas.spine["vertebral_levels"] if v["name"] == name)
    return tuple(level["cord"]), tuple(level["roots"])


def cord_end(atlas: Atlas) -> dict[str, Any]:
    """Level at which the cord ends: typical, range, and distribution over people."""
    return dict(atlas.spine["cord_end"])


def draw_cord_ends(atlas: Atlas, n: int, rng: np.random.Generator) -> list[str]:
    """Level of the end of the cord in n people."""
    table = atlas.spine["cord_end"]["distribution"]
    weights = np.array([float(w) for w in table.values()])
    return [list(table)[i] for i in rng.choice(len(weights), n, p=weights / weights.sum())]


@dataclass(frozen=True)
class Herniation:
    """One herniation drawn: levels, zone where one is stated, and the sites it strikes."""

    levels: tuple[str, ...]
    zone: str
    sites: tuple[str, ...]


def places_of_root(
    atlas: Atlas, root: str, setting: str = "clinic"
) -> dict[tuple[str, str], float]:
    """Discs and zones where a herniation meets a root, with their weight in the prior, the most frequent first."""
    out: dict[tuple[str, str], float] = {}
    for condition in _herniations(atlas).values():
        level = condition.more.get("level")
        for zone, record in condition.more.get("zones", {}).items():
            weight = sum(
                float(w) for s, w in record["sites"].items() if s.startswith(f"{root} root")
            )
            if weight and level:
                out[str(level), zone] = weight * condition.prior[setting]
    return dict(sorted(out.items(), key=lambda item: -item[1]))


def draw_herniations(
    atlas: Atlas, n: int, rng: np.random.Generator, setting: str = "clinic"
) -> list[Herniation]:
    """Draw n lumbar disc herniations from the prior of a setting."""
    table = [
        (condition.prior[setting] * weight, herniation)
        for condition in _herniations(atlas).values()
        for weight, herniation in _kinds(condition)
    ]
    weights = np.array([weight for weight, _ in table])
    return [table[i][1] for i in rng.choice(len(table), n, p=weights / weights.sum())]


def _herniations(atlas: Atlas) -> dict[str, Condition]:
    return {name: atlas.conditions[name] for name in members(atlas, HERNIATION)}


def _kinds(condition: Condition) -> list[tuple[float, Herniation]]:
    """Herniations of one condition with their weights, which sum to 1 within rounding."""
    if condition.combinations:
        return [(c.weight, Herniation(c.levels, "", c.sites)) for c in condition.combinations]
    if "levels" in condition.more:
        levels = condition.more["levels"]
        return [(float(w), Herniation((level,), "", ())) for level, w in levels.items()]
    level = str(condition.more["level"])
    return [
        (float(weight), Herniation((level,), zone, (site,)))
        for zone, record in condition.more["zones"].items()
        for site, weight in record["sites"].items()
    ]
