"""Patches as drawn: rings on a whole-number grid, their area, their path, the middle of them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from math import atan2, pi
from typing import Final

import numpy as np
from numpy.typing import NDArray

from lumbosacral.draw.body.trace import OUTSIDE, Arc, within

Floats = NDArray[np.float64]
UNIT: Final = 20  # units of the picture per cm
_BEND: Final = 1.3  # units a line may be off after thinning
_SLIVER: Final = 170.0  # square units; smaller pieces of a patch are not seen
_FINE: Final = 0.7  # the same for the line around the limb, which is drawn strongly


def thinned(line: Floats, bend: float = _BEND) -> Floats:
    """Leave out the points of an open line that lie within `bend` of it (Douglas-Peucker)."""
    keep = {0, len(line) - 1}
    todo = [(0, len(line) - 1)]
    while todo:
        a, b = todo.pop()
        if b - a < 2:
            continue
        along = line[b] - line[a]
        between = line[a + 1 : b] - line[a]
        length = float(np.hypot(*along))
        off = (
            np.abs(along[0] * between[:, 1] - along[1] * between[:, 0]) / length
            if length
            else np.hypot(*between.T)
        )
        worst = int(off.argmax())
        if off[worst] > bend:
            middle = a + 1 + worst
            keep.add(middle)
            todo += [(a, middle), (middle, b)]
    return line[sorted(keep)]


def drawn(arc: Arc) -> Arc:
    """The arc on the grid of the picture, without the points that are not seen."""
    bend = _FINE if OUTSIDE in (arc.left, arc.right) else _BEND
    return Arc(thinned(np.round(arc.points * UNIT), bend), arc.left, arc.right)


def _angle(arc: Arc, last: bool) -> float:
    ends = arc.points[-2:] if last else arc.points[:2]
    return atan2(*(ends[1] - ends[0])[::-1])


def _walks(arcs: Sequence[Arc], name: int) -> list[list[tuple[int, Arc]]]:
    """Arcs of each ring around the patch called `name` with their index, the patch on their left."""
    leaving: dict[tuple[float, ...], list[tuple[int, Arc]]] = defaultdict(list)
    for k, arc in enumerate(arcs):
        if name in (arc.left, arc.right) and len(arc.points) > 1:
            own = arc if arc.left == name else arc.turned
            leaving[tuple(own.points[0])].append((k, own))
    walks = []
    while any(leaving.values()):
        step = next(found for found in leaving.values() if found).pop()
        start, walk = tuple(step[1].points[0]), [step]
        while tuple(step[1].points[-1]) != start:
            come, choice = _angle(step[1], True), leaving[tuple(step[1].points[-1])]
            turns = [(_angle(arc, False) - come + pi) % (2 * pi) for _, arc in choice]
            step = choice.pop(turns.index(max(turns)))
            walk.append(step)
        walks.append(walk)
    return walks


def _ring(walk: Sequence[tuple[int, Arc]]) -> Floats:
    return np.concatenate([arc.points[:-1] for _, arc in walk])


def loops(arcs: Sequence[Arc], name: int) -> list[Floats]:
    """Rings around the patch called `name`, each with the patch on its left."""
    rings = [_ring(walk) for walk in _walks(arcs, name)]
    return [ring for ring in rings if area(ring) != 0]


def without_slivers(arcs: Sequence[Arc]) -> list[Arc]:
    """Give pieces too small to be seen to the neighbour with whom they share most of their edge."""
    out = list(arcs)
    for name in sorted({a.left for a in arcs} | {a.right for a in arcs}):
        for walk in _walks(out, name) if name != OUTSIDE else ():
            if not 0 < area(_ring(walk)) < _SLIVER:
                continue
            shared: dict[int, int] = defaultdict(int)
            for _, arc in walk:
                shared[arc.right] += len(arc.points) if arc.right != OUTSIDE else 0
            heir = max(shared, key=lambda n: shared[n])
            for k, arc in walk:
                out[k] = replace(arc, left=heir)
        out = [arc for arc in out if arc.left != arc.right]
    return out


def area(ring: Floats) -> float:
    """Area of a ring; negative where it is walked the other way round."""
    x, y = ring.T
    return float((x * np.roll(y, -1) - np.roll(x, -1) * y).sum()) / 2


def _line(line: Floats) -> str:
    x, y, *steps = np.diff(line, axis=0, prepend=0).astype(int).ravel().tolist()
    text = "".join(f"{n:d}" if n < 0 else f" {n:d}" for n in steps).strip()
    return f"M{x} {y}l{text}"


def lines_path(lines: Sequence[Floats]) -> str:
    """Write open lines as the `d` of a path."""
    return "".join(map(_line, lines))


def path(rings: Sequence[Floats]) -> str:
    """Write rings as the `d` of a path."""
    return "".join(f"{_line(ring)}z" for ring in rings)


def inside(points: Floats, rings: Sequence[Floats]) -> NDArray[np.bool_]:
    """Whether each point lies in an odd number of the rings."""
    out = np.zeros(len(points), bool)
    for ring in rings:
        out ^= within(points, ring)
    return out


def distance(points: Floats, rings: Sequence[Floats]) -> Floats:
    """Distance of each point to the nearest edge."""
    a = np.concatenate(list(rings))
    b = np.concatenate([np.roll(r, -1, axis=0) for r in rings])
    along = b - a
    length = np.maximum((along**2).sum(axis=1), 1e-9)
    off = points[:, None] - a
    t = np.clip((off * along).sum(axis=2) / length, 0, 1)
    out: Floats = np.hypot(*np.moveaxis(off - t[..., None] * along, 2, 0)).min(axis=1)
    return out


def pole(rings: Sequence[Floats]) -> tuple[float, float]:
    """Find the point of a patch farthest from its edge (x, y)."""
    every = np.concatenate(list(rings))
    low, high = every.min(axis=0), every.max(axis=0)
    middle, reach = (low + high) / 2, (high - low) / 2
    best, far = middle, -1.0
    for _ in range(3):
        grid = np.stack(np.meshgrid(*(np.linspace(-1, 1, 13),) * 2), axis=-1).reshape(-1, 2)
        points = middle + grid * reach
        points = points[inside(points, rings)]
        if len(points):
            room = distance(points, rings)
            at = int(room.argmax())
            if room[at] > far:
                best, far = points[at], float(room[at])
        middle, reach = best, reach / 4
    return float(best[0]), float(best[1])
