"""Where values are printed: inside a patch where they fit, else beside the limb with a leader."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np

from lumbosacral.draw.body.curve import Floats
from lumbosacral.draw.body.shape import distance, inside
from lumbosacral.draw.body.sheet import Geometry, Patch

SIZE: Final = 50
"""Height of the digits in units: 7 pt on paper, where a standing leg is 127 mm high."""
WIDE: Final = 68.0
"""Room for a grade with its sign, or a root."""
HIGH: Final = 38.0
_GAP: Final = 12.0  # between outline and text
_INSIDE: Final = 5.0  # from the end of a leader to the edge of its patch
_APART: Final = 50.0  # between lines of text
_WIDTHS: Final = (WIDE, 90.0, 115.0, 145.0)  # a digit and a sign, and names of two to five letters
DISC: Final = 40
"""Radius of a reflex."""


@dataclass(frozen=True)
class Label:
    """A text centred at (x, y), with the point of its patch it speaks for where it stands off."""

    name: str
    x: float
    y: float
    wide: float = WIDE
    target: tuple[float, float] | None = None


@lru_cache(1024)
def text_width(text: str, size: float) -> float:
    """Width of a bold text, on the wide side of the usual faces."""
    ems = [0.36 if c in "-−Iil" else 0.75 if c.isupper() else 0.6 for c in text]
    return sum(ems) * size


def _fits(patch: Patch, wide: float) -> bool:
    """Whether a text of that width has room around the middle of a patch."""
    x, y = patch.middle
    across, down = np.meshgrid(np.linspace(-0.5, 0.5, 9) * wide, np.linspace(-0.5, 0.5, 5) * HIGH)
    points = np.stack([x + across.ravel(), y + down.ravel()], axis=1)
    return bool(inside(points, patch.rings).all())


def _widest(patch: Patch) -> float:
    """Widest text that has room in a patch; 0 where not even two digits have."""
    return max((wide for wide in _WIDTHS if _fits(patch, wide)), default=0.0)


class _Rim:
    """The line around a sheet and its straight cuts, asked for its outermost x near a height."""

    def __init__(self, geometry: Geometry) -> None:
        lines = [_dense(line) for line in (*geometry.rim, *geometry.cut)]
        self.points = np.concatenate(lines)
        self.width = geometry.width

    def edge(self, y: float, right: bool) -> float:
        near = self.points[np.abs(self.points[:, 1] - y) < _APART * 0.7, 0]
        if not len(near):
            return float(self.width if right else 0)
        return float(near.max() if right else near.min())


def _dense(line: Floats) -> Floats:
    """Points of a line at most a few units apart."""
    far = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))])
    at = np.linspace(0, far[-1], max(int(far[-1] / 6), 2))
    return np.stack([np.interp(at, far, line[:, k]) for k in (0, 1)], axis=1)


def _spread(
    heights: Sequence[float], taken: Sequence[float], low: float, high: float
) -> list[float]:
    """Heights pushed apart, and off those that are taken, in their order."""
    out = list(heights)
    for _ in range(60):
        for i in range(len(out)):
            for other in taken:
                gap = _APART / 2 + DISC + 4
                if abs(out[i] - other) < gap:
                    out[i] = other + gap if out[i] >= other else other - gap
            if i and out[i] - out[i - 1] < _APART:
                middle = (out[i] + out[i - 1]) / 2
                out[i - 1], out[i] = middle - _APART / 2, middle + _APART / 2
        out = [min(max(y, low), high) for y in out]
    return out


def _spine(patch: Patch) -> Floats:
    """Points in the middle of a patch at several heights, [n, 2]."""
    every = np.concatenate(patch.rings)
    low, high = every.min(axis=0), every.max(axis=0)
    xs = np.linspace(low[0], high[0], 61)
    out = [patch.middle]
    for y in np.linspace(low[1], high[1], 23)[2:-2]:
        inner = xs[inside(np.stack([xs, np.full(61, y)], axis=1), patch.rings)]
        if len(inner):
            x = float(inner[len(inner) // 2])
            out.append((x, float(y)))
    points = np.array(out)
    return points[distance(points, patch.rings) > _INSIDE]


def _side(rim: _Rim, patch: Patch) -> tuple[bool, tuple[float, float]]:
    """Side a label stands on, and where its leader ends: where the way out is shortest."""
    best = (1e9, True, patch.middle)
    for x, y in [patch.middle, *_spine(patch).tolist()]:
        far = 0.12 * abs(y - patch.middle[1])
        for way, right in ((rim.edge(y, True) - x, True), (x - rim.edge(y, False), False)):
            if way >= 0:
                best = min(best, (way + far, right, (x, y)))
    return best[1], best[2]


def _beside(
    geometry: Geometry, rim: _Rim, targets: Mapping[str, tuple[float, float]], right: bool
) -> list[Label]:
    """Labels in the gutter at one side."""
    ordered = sorted(targets, key=lambda n: targets[n][1])
    discs = [(x, y) for x, y in geometry.reflexes.values() if (x > rim.edge(y, right)) is right]
    heights = [targets[n][1] for n in ordered]
    spread = _spread(heights, [float(y) for _, y in discs], 110, geometry.height - 30)
    out = []
    for name, y in zip(ordered, spread, strict=True):
        away = _GAP + WIDE / 2
        x = rim.edge(y, right) + (away if right else -away)
        x = min(max(x, WIDE / 2 + 2), geometry.width - WIDE / 2 - 2)
        out.append(Label(name, x, y, target=targets[name]))
    return out


def labels_of(geometry: Geometry) -> tuple[Label, ...]:
    """Place a label for every patch of a sheet; areas of skin only where they have room."""
    fitting = {n: wide for n, p in geometry.patches.items() if (wide := _widest(p))}
    inner = [Label(n, *geometry.patches[n].middle, wide) for n, wide in fitting.items()]
    if geometry.sheet.kind == "skin":
        return tuple(inner)
    rim = _Rim(geometry)
    sides: dict[bool, dict[str, tuple[float, float]]] = {True: {}, False: {}}
    for name, patch in geometry.patches.items():
        if name not in fitting:
            right, target = _side(rim, patch)
            sides[right][name] = target
    outer = [label for right in sides for label in _beside(geometry, rim, sides[right], right)]
    return tuple([*inner, *outer])
