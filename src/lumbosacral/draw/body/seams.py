"""Soft edges: narrow patches along the border of two skin areas that share a nerve.

No source knows where one area ends and the other begins: the nerve they share serves both sides.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np

from lumbosacral.draw.body.curve import Floats
from lumbosacral.draw.body.territory import overlap
from lumbosacral.draw.body.trace import OUTSIDE, Arc

Pair = tuple[str, str]
_SOFT: Final = 0.5  # cm, half the width of the softest edge
_SHARED: Final = 0.09  # least overlap of nerves that makes an edge soft
_SHORT: Final = 2.8  # cm; shorter edges stay as they are
_POINTS: Final = 24


def _along(arc: Arc) -> tuple[Floats, float]:
    """Evenly spaced points on an edge, and its length."""
    far = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(arc.points, axis=0).T))])
    at = np.linspace(0, far[-1], _POINTS)
    return np.stack([np.interp(at, far, c) for c in arc.points.T], axis=1), float(far[-1])


def _taper(through: tuple[bool, bool]) -> Floats:
    """Width along an edge as a share of the whole: pointed at the ends that do not go through."""
    s = np.linspace(0, 1, _POINTS)
    out = np.ones(_POINTS)
    for far, whole in zip((s, 1 - s), through, strict=True):
        if not whole:
            out = np.minimum(out, np.sin(np.minimum(far * 2, 1) * np.pi / 2) ** 0.8)
    return out


def _lens(arc: Arc, half: float, through: tuple[bool, bool]) -> Floats:
    """Ring along an edge, `half` wide to either side; an end that goes `through` leaves the limb."""
    points, length = _along(arc)
    way = np.gradient(points, axis=0)
    way /= np.maximum(np.hypot(*way.T), 1e-9)[:, None]
    points[0] -= way[0] * half * through[0]
    points[-1] += way[-1] * half * through[1]
    wide = half * min(length / (6 * half), 1.0) * _taper(through)
    aside = np.stack([-way[:, 1], way[:, 0]], axis=1) * wide[:, None]
    back = (points - aside)[::-1]
    start, end = 1 - through[1], _POINTS - 1 + through[0]
    return np.concatenate([points + aside, back[start:end]])


def _end(arc: Arc, which: int) -> tuple[float, ...]:
    return tuple(np.round(arc.points[which], 5).tolist())


def seams(arcs: Sequence[Arc], names: Sequence[str], scale: float) -> list[tuple[Pair, Floats]]:
    """Rings of the soft edges among `arcs`, whose patches are called 1 + the index of their name."""
    at_rim = {_end(a, k) for a in arcs if OUTSIDE in (a.left, a.right) for k in (0, -1)}
    out = []
    for arc in arcs:
        if min(arc.left, arc.right) < 1 or _along(arc)[1] < _SHORT:
            continue
        one, other = sorted((names[arc.left - 1], names[arc.right - 1]))
        shared = overlap(one, other)
        if shared < _SHARED:
            continue
        half = _SOFT * (0.4 + 0.6 * shared) * min(scale, 1.5)
        through = (_end(arc, 0) in at_rim, _end(arc, -1) in at_rim)
        out.append(((one, other), _lens(arc, half, through)))
    return out
