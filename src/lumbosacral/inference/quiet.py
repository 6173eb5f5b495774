"""What was not said, asked of some patients only: it speaks against nobody whom the findings have ruled out."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from lumbosacral.findings import Reading, Understood
from lumbosacral.inference.legs import struck_of
from lumbosacral.inference.likelihood import Observer
from lumbosacral.inference.one_sided import one_sided
from lumbosacral.inference.silence import EVERYBODY, Some, silence

Floats = NDArray[np.float32]
Indices = NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class Quiet:
    """Log chance that what a patient has went unmentioned; never above 0.

    Attributes
    ----------
    findings : tuple of Understood
        With their sides; none where the case names no side.
    """

    observer: Observer
    reading: Reading
    findings: tuple[Understood, ...]

    def at(self, way: Indices, patient: Indices) -> Floats:
        """In some patients, each one way round, [K]."""
        if 2 * len(patient) > len(self.observer.bank):
            return self.whole[way, patient]
        out = self._unsaid(patient)
        if self.findings:
            both = self.observer.bank.both[patient]
            for side in (0, 1):
                mine = np.flatnonzero(both & (way == side))
                if len(mine):
                    out[mine] += self._of_the_other(side, patient[mine])
        return out

    @cached_property
    def whole(self) -> Floats:
        """In everybody, way round by way round, [2, N]."""
        out = np.tile(self._unsaid(EVERYBODY), (2, 1))
        if self.findings:
            struck = struck_of(self.observer.bank).who
            for side, row in enumerate(out):
                row[struck] += self._of_the_other(side, struck)
        return out

    @cached_property
    def _unsaid(self) -> Callable[[Some], Floats]:
        return silence(self.observer, self.reading)

    @cached_property
    def _of_the_other(self) -> Callable[[int, Indices], Floats]:
        return one_sided(self.observer, self.findings, self.reading.side)
