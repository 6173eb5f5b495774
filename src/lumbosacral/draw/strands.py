"""Strands: how many fibres of each root run from place to place, and how many of them get there.

Everything here follows from the paths of the universe; the map only says which segments a place
stands for. The large myelinated fibres are counted: alpha, Ia, touch.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from lumbosacral.atlas.records import KINDS
from lumbosacral.draw.layout import Layout, the_layout
from lumbosacral.wiring.universe import Universe, the_universe

Floats = NDArray[np.float64]
Indices = NDArray[np.intp]
COUNTED: Final = frozenset({"alpha", "Ia", "touch"})
_FEW: Final = 3  # fewer fibres than this are not a strand


@dataclass(frozen=True)
class Routes:
    """Every step of every drawn bundle from one place to the next; K steps, E strands.

    Attributes
    ----------
    origin, goal, root : int arrays [E]
        Places at the two ends of a strand, and its root.
    strand, bundle : int arrays [K]
        The strand a step belongs to, and the bundle that makes it.
    fibres : float array [K]
        Fibres of the way of that bundle.
    met, left, led, came : int arrays [K]
        How many segments of its path the bundle has passed when it comes to the first place, when
        it leaves it, when the way out of it ends, and when it comes to the second.
    last : bool array [K]
        Whether the second place is a target.
    line : int array [B, P]
        Segments of each path, filled up with S.
    """

    origin: Indices
    goal: Indices
    root: Indices
    strand: Indices
    bundle: Indices
    fibres: Floats
    met: Indices
    left: Indices
    led: Indices
    came: Indices
    last: NDArray[np.bool_]
    line: Indices


@dataclass(frozen=True)
class Strand:
    """The fibres of one root between two places.

    `met`, `left`, `led`, `came` are the shares of them still joined to their head on coming to the
    first place, on leaving it, after the way out of it, and on coming to the second.
    """

    origin: int
    goal: int
    root: int
    fibres: float
    met: float
    left: float
    led: float
    came: float


def _target_of(universe: Universe, layout: Layout) -> list[int]:
    """Index of the target each way ends in, -1 where it is not drawn."""
    by_muscle = {m: i for i, t in enumerate(layout.targets) for m in t.muscles}
    by_end = {e: i for i, t in enumerate(layout.targets) for e in t.ends}
    return [
        by_muscle.get(w.organ, -1) if w.muscle else by_end.get(w.last, -1) for w in universe.ways
    ]


def _steps(path: Indices, node_of: Indices, late: NDArray[np.bool_]) -> list[list[int]]:
    """[node, met, left, led, came] for each node on a path; the first holds all before it."""
    nodes = node_of[path]
    at = np.flatnonzero(nodes >= 0)
    out = []
    starts = np.flatnonzero(np.diff(nodes[at], prepend=-1))
    for here, there in zip(starts, [*starts[1:], len(at)], strict=True):
        first, last = int(at[here]), int(at[there - 1])
        after = int(at[there]) if there < len(at) else len(path)
        soon = [i for i in range(last + 1, after) if not late[path[i]]]
        met = first if here else 0
        out.append([int(nodes[first]), met, last + 1, (soon[-1] if soon else last) + 1, after])
    return out


def lay_routes(universe: Universe, layout: Layout) -> Routes:
    """Follow every counted bundle through the places of the map."""
    node_of = np.full(len(universe.segments), -1, np.intp)
    for i, place in enumerate(layout.nodes):
        node_of[[universe.segment_index[s] for s in place.segments]] = i
    late = np.array([name in layout.late for name in universe.segments])
    target_of = _target_of(universe, layout)
    rows: list[tuple[int, ...]] = []
    for b, path in enumerate(universe.paths):
        target = target_of[universe.way[b]]
        if target < 0 or KINDS[universe.kind[b]] not in COUNTED:
            continue
        steps = _steps(path, node_of, late)
        goals = [step[0] for step in steps[1:]] + [len(layout.nodes) + target]
        for (node, *marks), goal in zip(steps, goals, strict=True):
            rows.append((node, goal, int(universe.root[b]), b, *marks))
    table = np.array(rows, np.intp)
    keys, strand = np.unique(table[:, :3], axis=0, return_inverse=True)
    line = np.full((len(universe.paths), max(map(len, universe.paths))), len(universe.segments))
    for b, path in enumerate(universe.paths):
        line[b, : len(path)] = path
    origin, goal, root = keys.T
    bundle, met, left, led, came = table[:, 3:].T
    last = table[:, 1] >= len(layout.nodes)
    fibres = np.array([way.fibres for way in universe.ways], float)[universe.way[bundle]]
    return Routes(
        origin, goal, root, strand.reshape(-1), bundle, fibres, met, left, led, came, last, line
    )  # fmt: skip


@cache
def the_routes() -> Routes:
    """Return the routes of the atlas that comes with the package, laid once per process."""
    return lay_routes(the_universe(), the_layout())


def arriving(
    universe: Universe,
    routes: Routes,
    share: NDArray[np.floating],
    cut: Mapping[str, float],
    alive: NDArray[np.floating] | None = None,
) -> tuple[NDArray[np.bool_], Floats, Floats]:
    """Which strands are drawn, [E]; of those their fibres [D], and shares `met`, `left`, `led`, `came` [D, 4].

    Parameters
    ----------
    share : array [B]
        Share of its organ that each bundle serves.
    cut : mapping of segment -> share of its fibres harmed there
    alive : array [B] or None
        Share of each bundle that works at its end, where more has happened than `cut` says.
    """
    keep = np.ones(len(universe.segments) + 1)
    for name, harmed in cut.items():
        keep[universe.segment_index[name]] = 1 - harmed
    passed = np.cumprod(keep[routes.line], axis=1)
    passed = np.concatenate([np.ones((len(passed), 1)), passed], axis=1)
    weight = routes.fibres * np.asarray(share)[routes.bundle]
    marks = (routes.met, routes.left, routes.led, routes.came)
    met, left, led, came = (passed[routes.bundle, n] for n in marks)
    if alive is not None:
        end = np.where(routes.last, np.asarray(alive)[routes.bundle], 1)
        led, came = np.minimum(led, end), np.minimum(came, end)
    n = len(routes.root)
    total = np.asarray(np.bincount(routes.strand, weight, n), np.float64)
    drawn = total >= _FEW
    kept = [np.bincount(routes.strand, weight * x, n)[drawn] for x in (met, left, led, came)]
    return drawn, total[drawn], np.stack(kept, 1) / total[drawn, None]


def strands_of(routes: Routes, found: tuple[NDArray[np.bool_], Floats, Floats]) -> list[Strand]:
    """Strands of one leg from what `arriving` found."""
    drawn, fibres, shares = found
    ends = (column[drawn].tolist() for column in (routes.origin, routes.goal, routes.root))
    table = zip(*ends, fibres.tolist(), *shares.T.tolist(), strict=True)
    return [Strand(*row) for row in table]
