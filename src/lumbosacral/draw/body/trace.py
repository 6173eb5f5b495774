"""From shapes painted over each other to patches that share their edges.

Shapes are rings, painted in order; what is seen of each is a patch. The patches are found by
cutting all edges where they cross, and keeping the pieces that have different shapes on their two
sides. Each piece belongs to both of its patches, so they tile the outline without gap or overlap.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Node = tuple[int, int]
OUTSIDE: Final = -1
_GRAIN: Final = 1e-6  # cm; points closer than this are one
_ASIDE: Final = 2e-5  # cm from an edge, where the shape beside it is asked for
_TINY: Final = 3000  # grains; pieces shorter than this are drawn together into a point


@dataclass(frozen=True)
class Arc:
    """Edge between two patches; the walk along `points` [n, 2] has `left` on its left."""

    points: Floats
    left: int
    right: int

    @property
    def turned(self) -> "Arc":
        """The same edge walked the other way."""
        return Arc(self.points[::-1], self.right, self.left)


def within(points: Floats, ring: Floats) -> NDArray[np.bool_]:
    """Whether each of the points [n, 2] lies in the ring, by the even-odd rule."""
    low, high = ring.min(axis=0), ring.max(axis=0)
    near = np.flatnonzero(((points >= low) & (points <= high)).all(axis=1))
    out = np.zeros(len(points), bool)
    x, y = points[near].T[:, :, None]
    x0, y0 = ring.T
    x1, y1 = np.roll(ring, -1, axis=0).T
    spans = (y0 > y) != (y1 > y)
    with np.errstate(divide="ignore", invalid="ignore"):
        crossing = x0 + (y - y0) * (x1 - x0) / (y1 - y0)
    out[near] = (spans & (x < crossing)).sum(axis=1) % 2 == 1
    return out


def _edges(rings: Sequence[Floats]) -> tuple[Floats, Floats]:
    """Start and end of every different edge."""
    both = np.concatenate([np.stack([r, np.roll(r, -1, axis=0)], axis=1) for r in rings])
    keys = np.round(both / _GRAIN).astype(np.int64)
    turn = (keys[:, 0] > keys[:, 1]).any(axis=1) & ~(
        (keys[:, 0, 0] < keys[:, 1, 0])
        | ((keys[:, 0, 0] == keys[:, 1, 0]) & (keys[:, 0, 1] < keys[:, 1, 1]))
    )
    keys[turn] = keys[turn][:, ::-1]
    keys = np.unique(keys.reshape(-1, 4), axis=0)
    keys = keys[(keys[:, :2] != keys[:, 2:]).any(axis=1)]
    ends = keys * _GRAIN
    return ends[:, :2], ends[:, 2:]


def _cross(a: Floats, b: Floats) -> Floats:
    out: Floats = a[..., 0] * b[..., 1] - a[..., 1] * b[..., 0]
    return out


def _cuts(start: Floats, end: Floats) -> dict[int, list[float]]:
    """How far along each edge others cross it (0 to 1)."""
    order = np.argsort(np.minimum(start[:, 1], end[:, 1]), kind="stable")
    top = np.minimum(start[:, 1], end[:, 1])[order]
    last = np.searchsorted(top, np.maximum(start[:, 1], end[:, 1])[order], side="right")
    count = last - np.arange(len(order)) - 1
    i = np.repeat(np.arange(len(order)), count)
    j = i + 1 + np.arange(len(i)) - np.repeat(np.cumsum(count) - count, count)
    i, j = order[i], order[j]
    low, high = np.minimum(start, end)[:, 0], np.maximum(start, end)[:, 0]
    near = (low[i] <= high[j]) & (low[j] <= high[i])
    i, j = i[near], j[near]
    along, other, gap = end[i] - start[i], end[j] - start[j], start[j] - start[i]
    area = _cross(along, other)
    with np.errstate(divide="ignore", invalid="ignore"):
        s, t = _cross(gap, other) / area, _cross(gap, along) / area
        met = (s > -1e-9) & (s < 1 + 1e-9) & (t > -1e-9) & (t < 1 + 1e-9)
    cuts: dict[int, list[float]] = defaultdict(list)
    for edge, part in ((i, s), (j, t)):
        inner = met & (part > 1e-9) & (part < 1 - 1e-9)
        for k, place in zip(edge[inner].tolist(), part[inner].tolist(), strict=True):
            cuts[k].append(place)
    return cuts


def _split(start: Floats, end: Floats) -> Ints:
    """Every different piece between crossings, [n, 4], in grains."""
    cuts = _cuts(start, end)
    whole = np.ones(len(start), bool)
    whole[list(cuts)] = False
    pieces = [np.round(np.concatenate([start, end], axis=1)[whole] / _GRAIN)]
    for k, places in cuts.items():
        t = np.array([0.0, *sorted(places), 1.0])
        line = np.round((start[k] + t[:, None] * (end[k] - start[k])) / _GRAIN)
        pieces.append(np.concatenate([line[:-1], line[1:]], axis=1))
    found = np.concatenate(pieces).astype(np.int64)
    found = found[(found[:, :2] != found[:, 2:]).any(axis=1)]
    turn = (found[:, 0] > found[:, 2]) | (
        (found[:, 0] == found[:, 2]) & (found[:, 1] > found[:, 3])
    )
    found[turn] = found[turn][:, [2, 3, 0, 1]]
    return np.unique(found, axis=0)


def _contracted(pieces: Ints) -> tuple[Ints, Ints]:
    """All but the tiny pieces, and the same with the ends of the tiny ones drawn together.

    What lies beside a tiny piece cannot be told; beside the others it is asked at their old place.
    """
    lengths = np.hypot(*(pieces[:, 2:] - pieces[:, :2]).T)
    moved: dict[Node, Node] = {}

    def goal(node: Node) -> Node:
        while node in moved:
            node = moved[node]
        return node

    for x0, y0, x1, y1 in pieces[lengths < _TINY].tolist():
        start, end = goal((x0, y0)), goal((x1, y1))
        if start != end:
            moved[end] = start
    rows = [(*goal((a, b)), *goal((c, d))) for a, b, c, d in pieces[lengths >= _TINY].tolist()]
    return pieces[lengths >= _TINY], np.array(rows, np.int64)


def _top(points: Floats, outline: Sequence[Floats], shapes: Sequence[Floats]) -> Ints:
    """Index of the uppermost shape at each point; OUTSIDE beyond the outline."""
    top = np.full(len(points), OUTSIDE, np.int64)
    inside = np.zeros(len(points), bool)
    for ring in outline:
        inside |= within(points, ring)
    for k, ring in enumerate(shapes):
        top[within(points, ring)] = k + 1
    top[inside & (top == OUTSIDE)] = 0
    top[~inside] = OUTSIDE
    return top


def _joined(ends: Sequence[tuple[Node, Node]]) -> list[list[tuple[int, bool]]]:
    """Join lines that meet two by two: (index, walked forth) of the lines of each chain."""
    at: dict[Node, list[int]] = defaultdict(list)
    for k, pair in enumerate(ends):
        for node in pair:
            at[node].append(k)
    used = [False] * len(ends)

    def walk(node: Node, k: int) -> list[tuple[int, bool]]:
        chain = []
        while not used[k]:
            used[k] = True
            forth = ends[k][0] == node
            chain.append((k, forth))
            node = ends[k][forth]
            if len(at[node]) != 2:
                break
            k = sum(at[node]) - k
        return chain

    knots = [node for node, met in at.items() if len(met) != 2]
    chains = [walk(node, k) for node in knots for k in at[node] if not used[k]]
    return chains + [walk(ends[k][0], k) for k in range(len(ends)) if not used[k]]


def _chains(ends: Ints) -> tuple[list[list[Node]], list[tuple[int, bool]]]:
    """Nodes along each chain of pieces, and its longest piece."""
    pairs = [((a, b), (c, d)) for a, b, c, d in ends.tolist()]
    lengths = np.hypot(*(ends[:, 2:] - ends[:, :2]).T).tolist()
    lines, longest = [], []
    for chain in _joined(pairs):
        k, forth = chain[0]
        lines.append([pairs[k][not forth], *(pairs[i][way] for i, way in chain)])
        longest.append(max(chain, key=lambda member: lengths[member[0]]))
    return lines, longest


def _sides(pieces: Ints, outline: Sequence[Floats], shapes: Sequence[Floats]) -> tuple[Ints, Ints]:
    """Uppermost shape to the left and to the right of each piece."""
    ends = pieces * _GRAIN
    step = ends[:, 2:] - ends[:, :2]
    normal = np.stack([-step[:, 1], step[:, 0]], axis=1) / np.hypot(*step.T)[:, None]
    middle = (ends[:, 2:] + ends[:, :2]) / 2
    left, right = (_top(middle + way * _ASIDE * normal, outline, shapes) for way in (1, -1))
    return left, right


def trace(outline: Sequence[Floats], shapes: Sequence[Floats], names: Sequence[int]) -> list[Arc]:
    """Edges of what is seen when `shapes` are painted in order inside the union of `outline`.

    Shapes of one name are one patch. Name 0 is kept for the bare ground.
    """
    pieces, ends = _contracted(_split(*_edges([*outline, *shapes])))
    lines, longest = _chains(ends)
    asked = np.array([pieces[k] if forth else pieces[k][[2, 3, 0, 1]] for k, forth in longest])
    called = np.array([0, *names, OUTSIDE])
    left, right = (called[side].tolist() for side in _sides(asked, outline, shapes))
    kept = [k for k in range(len(lines)) if left[k] != right[k]]
    arcs = []
    for chain in _joined([(lines[k][0], lines[k][-1]) for k in kept]):
        walked = [lines[kept[i]] if forth else lines[kept[i]][::-1] for i, forth in chain]
        points = [walked[0][0], *(node for line in walked for node in line[1:])]
        k, forth = kept[chain[0][0]], chain[0][1]
        sides = (left[k], right[k]) if forth else (right[k], left[k])
        arcs.append(Arc(np.array(points) * _GRAIN, *sides))
    return arcs
