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
from lumbosacral.inference.likelihood import (
    Codes,
    Few,
    Floats,
    Indices,
    Looked,
    Observer,
    Row,
    Whole,
    terms_of,
    weighed,
    with_local,
)
from lumbosacral.inference.terms import Term
from lumbosacral.population.bank import Bank


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
class OneFinding:
    """Log chance of one finding, way round by way round; like an array [2, N]."""

    ways: tuple[Row, Row]

    def at(self, way: Indices, patient: Indices) -> Floats:
        """Log chance in some patients, [K]."""
        out = np.empty(len(patient), np.float32)
        for here, row in enumerate(self.ways):
            mine = way == here
            out[mine] = row.at(patient[mine])
        return out

    def max(self) -> float:
        """Largest log chance of any patient, either way round."""
        return self._max

    @cached_property
    def _max(self) -> float:
        return max(largest(row) for row in self.ways)

    def __array__(self, dtype: Any = None, copy: Any = None) -> NDArray[Any]:
        return np.stack([row.laid_out() for row in self.ways])


def largest(row: Row) -> float:
    """Largest log chance of a row."""
    if isinstance(row, Few):
        return float(max(row.values.max(initial=-np.inf), row.usual))
    if isinstance(row, Looked):
        return float(row.table[np.bincount(row.codes, minlength=256) > 0].max(initial=-np.inf))
    return float(row.values.max(initial=-np.inf))


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
            row[:] = np.asarray(one)
        return out

    def sum(self, axis: int = 0) -> NDArray[Any]:
        """Return the sum along an axis of the whole array."""
        return np.asarray(np.asarray(self).sum(axis)) if axis else self.total

    @cached_property
    def total(self) -> Floats:
        """All findings together, [2, N]."""
        out = np.zeros((2, self.size), np.float32)
        room = np.empty(self.size, np.float32)
        for way, total in enumerate(out):
            few: dict[int, list[Few]] = {}
            for row in (one.ways[way] for one in self.each):
                if isinstance(row, Few):
                    few.setdefault(id(row.who), []).append(row)
                elif isinstance(row, Looked):
                    total += np.take(row.table, row.codes, out=room, mode="clip")
                else:
                    total += row.values
            for rows in few.values():
                _add_few(total, rows)
        return out


def _add_few(total: Floats, rows: list[Few]) -> None:
    """Add rows of the same patients."""
    usual = np.float32(sum(row.usual for row in rows))
    more = rows[0].values - usual
    for row in rows[1:]:
        more += row.values
    total += usual
    total[rows[0].who] += more


def of_legs(observer: Observer, finding: Understood) -> tuple[Row, Row] | None:
    """Log chance of a finding if it is of the index leg, or of the other; None where nothing can be read."""
    terms = terms_of(observer, finding)
    if terms is None:
        return None
    row = weighed(observer, finding, terms, lambda *of: observer.codes(0, *of))
    other = _of_other_leg(observer, finding, terms)
    if finding.test != "pain":
        return row, other
    mine = Whole(with_local(observer, finding, row.laid_out(), 0))
    return mine, Whole(with_local(observer, finding, other.laid_out(), 1))


def _of_other_leg(observer: Observer, finding: Understood, terms: list[Term]) -> Row:
    bank, index, struck = observer.bank, observer.catalogue.index, struck_of(observer.bank)
    codes = {of: struck.other_codes(bank, index[of]) for term in terms for of in term.readings}
    known = {of: code for of, code in codes.items() if code is not None}
    if len(known) < len(codes):
        return weighed(observer, finding, terms, lambda *of: observer.codes(1, *of))
    short = weighed(observer, finding, terms, lambda *of: known[of]).laid_out()
    return Few(struck.who, short[:-1], short[-1], len(bank), struck.place)


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
    mean = Whole((index.laid_out() + other.laid_out()) / divisor)
    return mean, mean
