"""Smooth lines through a few points, and the limb coordinates they are given in."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
_STEP: Final = 0.5  # cm between the points of a drawn line
_LEAST: Final = 3  # pieces from one given point to the next
_NEAR: Final = 0.985
_BEYOND: Final = 1.05  # u of what reaches over the edge of the limb
_HALF: Final = 7.0  # cm, half of a usual limb: makes u and y alike before a line is bent


def _bent(p: Floats) -> Floats:
    """Points on the centripetal Catmull-Rom line of [n + 3, 2], from its second to its last but one."""
    knots = np.maximum(np.hypot(*np.diff(p, axis=0).T), 1e-9) ** 0.5
    count = np.maximum(np.ceil(knots[1:-1] ** 2 / _STEP), _LEAST).astype(int)
    piece = np.repeat(np.arange(len(count)), count)
    first = np.repeat(np.cumsum(count) - count, count)
    part = (np.arange(len(piece)) - first) / count[piece]
    t1, t2, t3 = (knots[piece + k] for k in range(3))
    t1, t2, t3 = t1[:, None], (t1 + t2)[:, None], (t1 + t2 + t3)[:, None]
    t = t1 + part[:, None] * (t2 - t1)
    a, b, c, d = (p[piece + k] for k in range(4))
    ab = ((t1 - t) * a + t * b) / t1
    bc = ((t2 - t) * b + (t - t1) * c) / (t2 - t1)
    cd = ((t3 - t) * c + (t - t2) * d) / (t3 - t2)
    early = ((t2 - t) * ab + t * bc) / t2
    late = ((t3 - t) * bc + (t - t1) * cd) / (t3 - t1)
    out: Floats = ((t2 - t) * early + (t - t1) * late) / (t2 - t1)
    return out


def closed(points: Sequence[Sequence[float]] | Floats) -> Floats:
    """Smooth ring through all the points, [n, 2], without its first point again at the end."""
    p = np.asarray(points, float)
    return _bent(np.concatenate([p[-1:], p, p[:2]]))


def opened(points: Sequence[Sequence[float]] | Floats) -> Floats:
    """Smooth line from the first to the last of the points, [n, 2]."""
    p = np.asarray(points, float)
    longer = np.concatenate([[2 * p[0] - p[1]], p, [2 * p[-1] - p[-2]]])
    return np.concatenate([_bent(longer), p[-1:]])


@dataclass(frozen=True)
class Limb:
    """The two edges of a limb, x for each y, in cm; u runs from -1 at the first to 1 at the second.

    `first` and `second` are arrays [n, 2] of x, y with y rising.
    """

    first: Floats
    second: Floats

    def place(self, points: Floats) -> Floats:
        """From (u, y) to (x, y)."""
        u, y = points.T
        low = np.interp(y, self.first[:, 1], self.first[:, 0])
        high = np.interp(y, self.second[:, 1], self.second[:, 0])
        return np.stack([low + (u + 1) / 2 * (high - low), y], axis=1)

    def ring(self, points: Sequence[Sequence[float]]) -> Floats:
        """Smooth ring through points given as (u, y), in (x, y)."""
        scale = np.array([_HALF, 1.0])
        given = np.asarray(points, float)
        out = np.abs(given[:, 0]) > _NEAR  # never along the edge itself: across it, or off it
        given[out, 0] = np.sign(given[out, 0]) * np.maximum(np.abs(given[out, 0]), _BEYOND)
        return self.place(closed(given * scale) / scale)

    def strip(self, spans: Sequence[Sequence[float]]) -> Floats:
        """Smooth ring of a strap given by its spans (y, u, u) from top to bottom."""
        down = [(a, y) for y, a, _ in spans]
        up = [(b, y) for y, a, b in reversed(spans) if b != a]
        return self.ring([*down, *up])


def limb(first: Sequence[Sequence[float]], second: Sequence[Sequence[float]]) -> Limb:
    """Limb between two smooth edges, each given by points (x, y) with y rising."""
    edges = [np.asarray(opened(edge)) for edge in (first, second)]
    for edge in edges:
        edge[:, 1] = np.maximum.accumulate(edge[:, 1])
    return Limb(*edges)
