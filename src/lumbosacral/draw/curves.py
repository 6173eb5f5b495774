"""Where strands run: their order and place at every bar, and the curve between two bars."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from math import atan, tan
from typing import Final

from lumbosacral.draw.form import Form
from lumbosacral.draw.strands import Strand
from lumbosacral.draw.svg import number

THIN: Final = 0.7
_STUB: Final = 15.0  # length of a strand to an organ that is not drawn, px


@dataclass(frozen=True)
class Run:
    """A strand on the map: it leaves at (x0, y0), bends between x1 and x2, and arrives at (x3, y3).

    Its last piece begins at `near`, where lesions on the way in are drawn. `turn` moves the bend
    sideways, so that strands of one band stay side by side on the slope.
    """

    strand: Strand
    form: Form
    width: float
    x0: float
    y0: float
    x1: float
    x2: float
    near: float
    x3: float
    y3: float
    turn: float = 0

    def carrying(self, met: float, left: float, led: float, came: float) -> "Run":
        """Return the same run with its strand in another state."""
        return replace(self, strand=replace(self.strand, met=met, left=left, led=led, came=came))

    @property
    def stroke(self) -> float:
        """Drawn width in px; the finest strands are kept visible."""
        return max(self.width, THIN)

    @property
    def lead(self) -> float:
        """Where the straight piece after the first bar ends."""
        return self.x0 + self.form.frame.lead

    @property
    def _knee(self) -> float:
        middle = (self.x1 + self.x2) / 2
        reach = (self.x2 - self.x1) / 2
        return middle + min(max(self.turn, -reach), reach)

    def _ahead(self, x: float) -> str:
        return f"{self.form.ahead}{number(x)}"

    def _straight(self, x: float, y: float, to: float) -> str:
        return f"M{self.form.at(x, y)}{self._ahead(to)}"

    def _curve(self) -> str:
        at, knee = self.form.at, self._knee
        return f"C{at(knee, self.y0)} {at(knee, self.y3)} {at(self.x2, self.y3)}"

    def way_out(self) -> str:
        """Path of the straight piece after the first bar."""
        return self._straight(self.x0, self.y0, self.lead)

    def bend(self) -> str:
        """Path of the bend alone."""
        return f"M{self.form.at(self.x1, self.y0)}{self._curve()}"

    def way(self) -> str:
        """Path of the piece between the two straight ends."""
        if abs(self.y3 - self.y0) < 0.01:
            return self._straight(self.lead, self.y0, self.near)
        return self._straight(self.lead, self.y0, self.x1) + self._curve() + self._ahead(self.near)

    def way_in(self) -> str:
        """Path of the straight piece before the second bar."""
        return self._straight(self.near, self.y3, self.x3)


def _stack(order: Sequence[int], widths: Sequence[float], y: float) -> dict[int, float]:
    """Centres of strands laid side by side around y."""
    top = y - sum(widths[i] for i in order) / 2
    out = {}
    for i in order:
        out[i] = top + widths[i] / 2
        top += widths[i]
    return out


def _turns(runs: list[Run]) -> list[Run]:
    """Shift the bends of each band so that its strands keep their width on the slope."""
    out = []
    for _, group in groupby(runs, key=lambda r: (r.strand.origin, r.strand.goal)):
        band = list(group)
        centre = sum(r.y0 * r.width for r in band) / sum(r.width for r in band)
        for r in band:
            slope = atan(1.5 * (r.y3 - r.y0) / (r.x2 - r.x1)) if r.x2 > r.x1 else 0.0
            turn = -(r.y0 - centre) * tan(slope / 2) / 0.75
            out.append(replace(r, turn=turn))
    return out


def _run(form: Form, s: Strand, width: float, leave: float, arrive: float) -> Run:
    """Lay one strand between its bars."""
    start, end = form.where[s.origin], form.where[s.goal]
    half, lead = form.frame.bar / 2, form.frame.lead
    x0, target = start.x + half, s.goal >= len(form.nodes)
    if target and form.turned:
        stub = x0 + _STUB
        return Run(s, form, width, x0, leave, x0, x0, stub - 1, stub, leave)
    x1, x2 = form.bend(start, end)
    x3 = end.x - (0 if target else half)
    # Straight from a root to its organ: what lies on the way is plexus, not organ.
    near = x2 if start.level == 0 and target else x3 - lead
    return Run(s, form, width, x0, leave, x1, x2, near, x3, arrive)


def runs_of(form: Form, strands: Sequence[Strand]) -> list[Run]:
    """Lay the strands on the map: sorted by goal where they leave, by root where they arrive."""
    where = form.where
    widths = [s.fibres * form.frame.per_fibre for s in strands]
    leave: dict[int, float] = {}
    arrive: dict[int, float] = {}
    for i, place in enumerate(where):
        out = [k for k, s in enumerate(strands) if s.origin == i]
        out.sort(key=lambda k: (where[strands[k].goal].y, strands[k].root))
        leave |= _stack(out, widths, place.y)
        into = [k for k, s in enumerate(strands) if s.goal == i]
        into.sort(key=lambda k: (strands[k].root, where[strands[k].origin].y))
        arrive |= _stack(into, widths, place.y)
    return _turns([_run(form, s, widths[k], leave[k], arrive[k]) for k, s in enumerate(strands)])
