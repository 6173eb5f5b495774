"""Sums over the bundles of an end organ, weighted by the share of the organ that each serves."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from lumbosacral.injury.state import State
from lumbosacral.wiring.listening import Part

Floats = NDArray[np.float32]


def organs_of(state: State, part: Part) -> tuple[str, ...]:
    """End organs of a part of the table, in order."""
    ways = state.listening.universe.ways
    of = state.listening.universe.way[part.bundle]
    return tuple(dict.fromkeys(ways[w].organ for w in of))


def organ_sums(state: State, part: Part, values: Floats) -> Floats:
    """Sum `values` [m, b] over the bundles of each end organ, weighted by their shares; [m, organs]."""
    universe = state.listening.universe
    names = [universe.ways[w].organ for w in universe.way[part.bundle]]
    starts = [i for i, name in enumerate(names) if i == 0 or name != names[i - 1]]
    weighted = values * state.legs.share[:, part.bundle]
    return np.add.reduceat(weighted, starts, axis=1)


def mixture(weights: dict[str, float], names: Sequence[str]) -> Floats:
    """Weights of named organs as a row over `names`, summing to 1."""
    row = np.zeros(len(names), np.float32)
    for name, weight in weights.items():
        row[names.index(name)] = weight
    return row / row.sum()
