"""What a group word stands for, computed from the bundles: muscles and skin of a nerve or a root."""

from collections.abc import Callable, Mapping
from functools import cache

import numpy as np
from numpy.typing import NDArray

from lumbosacral.atlas.records import KINDS, ROOTS
from lumbosacral.wiring.legs import legs_of, typical_persons
from lumbosacral.wiring.universe import Universe

NOTICED = 0.15
"""A muscle or skin area belongs to a root or nerve that serves at least this share of it (judgement)."""


def members_of(universe: Universe) -> Callable[[str, str], Mapping[str, float]]:
    """Look up (kind, name) -> {member: weight}, as the findings room asks for it.

    Kinds: "nerve", "root" (muscles), "nerve skin", "root skin" (areas), "movement" (muscles that make it).
    """

    @cache
    def members(kind: str, name: str) -> Mapping[str, float]:
        if kind == "movement":
            movement = universe.atlas.movements.get(name)
            return dict(movement.shares) if movement is not None else {}
        fibre = "touch" if kind.endswith("skin") else "alpha"
        through = _of_root(universe, name) if kind.startswith("root") else _of_nerve(universe, name)
        return _served(universe, through & (universe.kind == KINDS.index(fibre)))

    return members


def _of_root(universe: Universe, name: str) -> NDArray[np.bool_]:
    root = name.split(" ", 1)[0]
    return np.asarray(universe.root == (ROOTS.index(root) if root in ROOTS else -1), bool)


def _of_nerve(universe: Universe, name: str) -> NDArray[np.bool_]:
    """Bundles that pass a segment of the structure, or that its usual site strikes."""
    atlas = universe.atlas
    own = [i for i, s in enumerate(atlas.segments.values()) if s.structure == name]
    structure = atlas.structures.get(name)
    if structure is not None and structure.usual_site and not own:
        strikes = atlas.sites[structure.usual_site].strikes
        own = [universe.segment_index[s] for s in strikes]
    return np.asarray(universe.passes[:, own].any(1), bool)


def _served(universe: Universe, bundles: NDArray[np.bool_]) -> dict[str, float]:
    """Share of each end organ that the bundles serve in the typical adult, where it is worth naming."""
    one = np.zeros(1, np.intp)
    share = legs_of(universe, typical_persons(universe), one, one).share[0]
    total: dict[str, float] = {}
    for bundle in np.flatnonzero(bundles):
        organ = universe.ways[universe.way[bundle]].organ
        total[organ] = total.get(organ, 0.0) + float(share[bundle])
    return {organ: served for organ, served in total.items() if served >= NOTICED}
