"""Where strands run: their order and place at every bar, and the curve between two bars."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from math import atan, tan
from typing import Final

from lumbosacral.draw.layout import Layout, Place
from lumbosacral.draw.strands import Strand
from lumbosacral.draw.svg import number

BAR: Final = 10.0
"""Width of a bar, px."""
LEAD: Final = 13.0
"""Straight piece of a strand at either end, px: lesions on the way are drawn there."""
THIN: Final = 0.7


@dataclass(frozen=True)
class Run:
    """A strand on the map: it leaves at (x0, y0), bends between x1 and x2, and arrives at (x3, y3).

    Its last piece begins at `near`, where lesions on the way in are drawn. `turn` moves the bend
    sideways, so that strands of one band stay side by side on the slope.
    """

    strand: Strand
    width: float
    x0: float
    y0: float
    x1: float
    x2: float
    near: float
    x3: float
    y3: float
    turn: float = 0

    @property
    def stroke(self) -> float:
        """Drawn width in px; the finest strands are kept visible."""
        return max(self.width, THIN)

    @property
    def _knee(self) -> float:
        middle = (self.x1 + self.x2) / 2
        reach = (self.x2 - self.x1) / 2
        return middle + min(max(self.turn, -reach), reach)

    def way_out(self) -> str:
        """Path of the straight piece after the first bar."""
        return f"M{number(self.x0)} {number(self.y0)}H{number(self.x0 + LEAD)}"

    def bend(self) -> str:
        """Path of the bend alone."""
        knee, low, high = number(self._knee), number(self.y0), number(self.y3)
        return f"M{number(self.x1)} {low}C{knee} {low} {knee} {high} {number(self.x2)} {high}"

    def way(self) -> str:
        """Path of the piece between the two straight ends."""
        start = f"M{number(self.x0 + LEAD)} {number(self.y0)}"
        end = f"H{number(self.near)}"
        if abs(self.y3 - self.y0) < 0.01:
            return start + end
        bend = self.bend()
        return f"{start}H{number(self.x1)}{bend[bend.index('C') :]}{end}"

    def way_in(self) -> str:
        """Path of the straight piece before the second bar."""
        return f"M{number(self.near)} {number(self.y3)}H{number(self.x3)}"


def _stack(order: Sequence[int], widths: Sequence[float], y: float) -> dict[int, float]:
    """Centres of strands laid side by side around y."""
    top = y - sum(widths[i] for i in order) / 2
    out = {}
    for i in order:
        out[i] = top + widths[i] / 2
        top += widths[i]
    return out


def _bend(layout: Layout, start: Place, end: Place) -> tuple[float, float]:
    """Between which x a strand bends: after its first bar; from the roots, past the trunk."""
    half, columns = BAR / 2, layout.columns
    after = list(columns.values())[start.level + 1]
    if start.level == 0 and end.level > 1:
        return columns["trunk"] + half + LEAD, columns["plexus"] - half - LEAD
    return start.x + half + LEAD, after - half - LEAD


def _turns(runs: list[Run]) -> list[Run]:
    """Shift the bends of each band so that its strands keep their width on the slope."""
    out = []
    for _, group in groupby(runs, key=lambda r: (r.strand.origin, r.strand.goal)):
        band = list(group)
        centre = sum(r.y0 * r.width for r in band) / sum(r.width for r in band)
        for r in band:
            slope = atan(1.5 * (r.y3 - r.y0) / (r.x2 - r.x1))
            turn = -(r.y0 - centre) * tan(slope / 2) / 0.75
            out.append(replace(r, turn=turn))
    return out


def runs_of(layout: Layout, where: Sequence[Place], strands: Sequence[Strand]) -> list[Run]:
    """Lay the strands on the map: sorted by goal where they leave, by root where they arrive."""
    widths = [s.fibres * layout.frame.per_fibre for s in strands]
    leave: dict[int, float] = {}
    arrive: dict[int, float] = {}
    for i, place in enumerate(where):
        out = [k for k, s in enumerate(strands) if s.origin == i]
        out.sort(key=lambda k: (where[strands[k].goal].y, strands[k].root))
        leave |= _stack(out, widths, place.y)
        into = [k for k, s in enumerate(strands) if s.goal == i]
        into.sort(key=lambda k: (strands[k].root, where[strands[k].origin].y))
        arrive |= _stack(into, widths, place.y)
    last = len(layout.columns) - 1
    runs = []
    for k, s in enumerate(strands):
        start, end = where[s.origin], where[s.goal]
        x1, x2 = _bend(layout, start, end)
        x0, x3 = start.x + BAR / 2, end.x - (BAR / 2 if end.level < last else 0)
        # Straight from a root to its organ: what lies on the way is plexus, not organ.
        near = x2 if start.level == 0 and end.level == last else x3 - LEAD
        runs.append(Run(s, widths[k], x0, leave[k], x1, x2, near, x3, arrive[k]))
    return _turns(runs)
