"""Sums over the bundles of an end organ, weighted by the share of the organ that each serves."""

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from lumbosacral.injury.state import State
from lumbosacral.wiring.listening import Listening, Part

Floats = NDArray[np.float32]


def organs_of(state: State, part: Part) -> tuple[str, ...]:
    """End organs of a part of the table, in order."""
    return _membership(state.listening, part.at.start, part.at.stop)[0]


def organ_sums(state: State, part: Part, values: Floats) -> Floats:
    """Sum `values` [m, b] over the bundles of each end organ, weighted by their shares; [m, organs]."""
    starts = _starts(state.listening, part.at.start, part.at.stop)
    return np.add.reduceat(values * shares_of(state, part), starts, axis=1)


def shares_of(state: State, part: Part) -> Floats:
    """Share of its organ that each bundle of a part serves, [m, b]; a view where bundles stand together."""
    first, last = int(part.bundle[0]), int(part.bundle[-1])
    if last - first == len(part.bundle) - 1:
        return state.legs.share[:, first : last + 1]
    return np.take(state.legs.share, part.bundle, axis=1)


def mixed(state: State, part: Part, weights: dict[str, float], values: Floats) -> Floats:
    """Mean of `values` [m, C] over named organs of a part, by their weights, [m]; the rest is not looked at."""
    organs, member = _membership(state.listening, part.at.start, part.at.stop)
    by_bundle = member @ mixture(weights, organs)
    some = np.flatnonzero(by_bundle)
    shares = np.take(state.legs.share, part.bundle[some], axis=1)
    return blend(np.take(values, part.at.start + some, axis=1) * shares, by_bundle[some])


def blend(values: Floats, weights: Floats) -> Floats:
    """Weighted sum along the last axis, [m].

    In plain sums and not as a matrix product, whose last digit depends on the number of threads: a bank must not.
    """
    return np.asarray((values * weights).sum(-1), np.float32)


@cache
def _starts(listening: Listening, first: int, last: int) -> NDArray[np.intp]:
    """Where the stretches of each end organ begin, among those from `first` to `last`."""
    organs, member = _membership(listening, first, last)
    return np.asarray(member.argmax(0), np.intp)[: len(organs)]


@cache
def _membership(listening: Listening, first: int, last: int) -> tuple[tuple[str, ...], Floats]:
    """End organs of the stretches from `first` to `last`, and which stretch is of which organ, [b, organs]."""
    universe = listening.universe
    of = universe.way[listening.stretches.bundle[first:last]]
    names = [universe.ways[way].organ for way in of]
    organs = tuple(dict.fromkeys(names))
    member = np.zeros((len(names), len(organs)), np.float32)
    member[np.arange(len(names)), [organs.index(name) for name in names]] = 1
    return organs, member


def mixture(weights: dict[str, float], names: Sequence[str]) -> Floats:
    """Weights of named organs as a row over `names`, summing to 1."""
    row = np.zeros(len(names), np.float32)
    for name, weight in weights.items():
        row[names.index(name)] = weight
    return np.asarray(row / row.sum(), np.float32)
