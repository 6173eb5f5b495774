"""Whose a muscle or a skin area is: its shares by nerve and by root, summed from the atlas."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import Final

from lumbosacral.atlas.load import load_atlas

AGREED: Final = 0.6
"""Where no nerve or root holds this share, maps disagree."""


def _summed(pairs: Iterable[tuple[str, float]]) -> dict[str, float]:
    """Shares by name, the largest first, adding up to 1."""
    out: dict[str, float] = defaultdict(float)
    for name, share in pairs:
        out[name] += share
    total = sum(out.values())
    return {n: s / total for n, s in sorted(out.items(), key=lambda p: (-p[1], p[0])) if s > 0}


def _nerve(segment: str) -> str:
    return segment.replace("{root} ", "").split(",")[0]


@cache
def nerves_of(name: str) -> dict[str, float]:
    """Share of each nerve in a skin area, or the nerve of a muscle."""
    atlas = load_atlas()
    if name in atlas.areas:
        return _summed((_nerve(way.from_), way.share) for way in atlas.areas[name].supply)
    return {_nerve(atlas.supply[name].from_): 1.0}


@cache
def roots_of(name: str) -> dict[str, float]:
    """Share of each root in a skin area or a muscle."""
    atlas = load_atlas()
    if name in atlas.areas:
        ways = atlas.areas[name].supply
        return _summed((r, way.share * share) for way in ways for r, share in way.roots.items())
    return _summed(atlas.weights[name].items())


def overlap(one: str, other: str) -> float:
    """How much of two skin areas belongs to the same nerves (0 to 1)."""
    first, second = nerves_of(one), nerves_of(other)
    return sum(min(share, second.get(nerve, 0.0)) for nerve, share in first.items())
