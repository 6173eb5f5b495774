"""Log chances of the findings of a case, kept short where legs are alike, and added up.

A case is read both ways round, so every finding is weighed on either leg. The other leg of a patient who is struck on
one side is a healthy leg like all others: it is worked out once for all of them, and one by one only in patients who
are struck on both sides.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from lumbosacral.findings import Understood
from lumbosacral.inference.likelihood import Observer, terms_of, weighed, with_local
from lumbosacral.population.bank import Bank

Floats = NDArray[np.float32]
Indices = NDArray[np.intp]
Codes = NDArray[np.uint8]


@dataclass(frozen=True, eq=False)
class Struck:
    """Patients of a bank who are struck on both sides.

    Attributes
    ----------
    who : int array [B]
    place : int32 array [N]
        Position in `who` of those who are.
    both : bool array [N]
    """

    who: Indices
    place: NDArray[np.int32]
    both: NDArray[np.bool_]
    _codes: dict[int, Codes | None] = field(default_factory=dict)

    def other_codes(self, bank: Bank, row: int) -> Codes | None:
        """Codes of the other leg in these, then that of everybody else, [B + 1]; None if these are not alike."""
        if row not in self._codes:
            column = bank.column(1, row)
            mine = column[self.who]
            usual = column[np.argmin(self.both)] if len(column) else np.uint8(0)
            alike = np.count_nonzero(column != usual) == np.count_nonzero(mine != usual)
            self._codes[row] = np.append(mine, usual) if alike else None
        return self._codes[row]


_STRUCK: WeakKeyDictionary[Bank, Struck] = WeakKeyDictionary()


def struck_of(bank: Bank) -> Struck:
    """Return who is struck on both sides, worked out once for a bank."""
    if bank not in _STRUCK:
        place = np.cumsum(bank.both, dtype=np.int32) - np.int32(1)
        _STRUCK[bank] = Struck(np.flatnonzero(bank.both), place, bank.both)
    return _STRUCK[bank]


@dataclass(frozen=True, eq=False)
class Short:
    """Log chance on the other leg: of those struck on both sides, [B], and of everybody else."""

    values: Floats
    usual: np.float32

    def max(self) -> float:
        """Return the largest."""
        return float(max(self.values.max(initial=-np.inf), self.usual))


Row = Floats | Short


@dataclass(frozen=True, eq=False)
class OneFinding:
    """Log chance of one finding, way round by way round; like an array [2, N]."""

    ways: tuple[Row, Row]
    struck: Struck

    def at(self, way: Indices, patient: Indices) -> Floats:
        """Log chance in some patients, [K]."""
        first, second = (self._of(row, patient) for row in self.ways)
        return np.where(way == 0, first, second)

    def _of(self, row: Row, patient: Indices) -> Floats:
        if not isinstance(row, Short):
            return row[patient]
        out = np.full(len(patient), row.usual, np.float32)
        both = self.struck.both[patient]
        out[both] = row.values[self.struck.place[patient[both]]]
        return out

    def max(self) -> float:
        """Largest log chance of any patient, either way round."""
        return max(float(row.max()) for row in self.ways)

    def __array__(self, dtype: Any = None, copy: Any = None) -> NDArray[Any]:
        return np.stack([laid_out(row, self.struck) for row in self.ways])


def laid_out(row: Row, struck: Struck) -> Floats:
    """Log chance of every patient, [N]."""
    if not isinstance(row, Short):
        return row
    out = np.full(len(struck.both), row.usual, np.float32)
    out[struck.who] = row.values
    return out


@dataclass(frozen=True, eq=False)
class Rows:
    """Log chances of all findings; like an array [F, 2, N] that is laid out only where somebody asks for it."""

    each: tuple[OneFinding, ...]
    size: int

    def __len__(self) -> int:
        return len(self.each)

    def __iter__(self) -> Iterator[OneFinding]:
        return iter(self.each)

    def __getitem__(self, key: Any) -> Any:
        """Return one finding, or what the key gives of the whole array."""
        if isinstance(key, int | np.integer):
            return self.each[key]
        if isinstance(key, tuple) and len(key) == 3 and isinstance(key[0], int | np.integer):
            return self.each[key[0]].at(key[1], key[2])
        return np.asarray(self)[key]

    def __array__(self, dtype: Any = None, copy: Any = None) -> NDArray[Any]:
        out = np.empty((len(self.each), 2, self.size), np.float32)
        for row, one in zip(out, self.each, strict=True):
            row[0], row[1] = (laid_out(way, one.struck) for way in one.ways)
        return out

    def sum(self, axis: int = 0) -> NDArray[Any]:
        """Return the sum along an axis of the whole array."""
        return np.asarray(np.asarray(self).sum(axis)) if axis else self.total

    @cached_property
    def total(self) -> Floats:
        """All findings together, [2, N]."""
        out = np.zeros((2, self.size), np.float32)
        for way in (0, 1):
            rows = [one.ways[way] for one in self.each]
            for row in rows:
                if not isinstance(row, Short):
                    out[way] += row
            short = [row for row in rows if isinstance(row, Short)]
            if short:
                usual = np.float32(sum(row.usual for row in short))
                more = np.sum([row.values for row in short], axis=0, dtype=np.float32)
                out[way] += usual
                out[way, self.each[0].struck.who] += more - usual
        return out


def of_legs(observer: Observer, finding: Understood) -> tuple[Floats, Row] | None:
    """Log chance of a finding if it is of the index leg, [N], or of the other; None where nothing can be read."""
    terms = terms_of(observer, finding)
    if terms is None:
        return None
    bank, index, struck = observer.bank, observer.catalogue.index, struck_of(observer.bank)
    row = weighed(observer, finding, terms, lambda *of: observer.codes(0, *of))
    row = with_local(observer, finding, row, 0)
    codes = {of: struck.other_codes(bank, index[of]) for term in terms for of in term.readings}
    known = {of: code for of, code in codes.items() if code is not None}
    if len(known) < len(codes):
        other = weighed(observer, finding, terms, lambda *of: observer.codes(1, *of))
        return row, with_local(observer, finding, other, 1)
    short = weighed(observer, finding, terms, lambda *of: known[of])
    values = with_local(observer, finding, short[:-1], 1, struck.who)
    return row, Short(values, short[-1])


def both_rows(observer: Observer, finding: Understood) -> tuple[Row, Row] | None:
    """Log chance of a finding with the index leg left and right; None where nothing can be read."""
    legs = of_legs(observer, finding)
    if legs is None:
        return None
    index, other = legs
    if finding.sides == "left":
        return index, other
    if finding.sides == "right":
        return other, index
    divisor = np.float32(observer.atlas.observation["group"]["both_sides_divisor"])
    mean = (index + laid_out(other, struck_of(observer.bank))) / divisor
    return mean, mean
