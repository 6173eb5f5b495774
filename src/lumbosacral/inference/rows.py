"""Log chances of the findings of a case in every patient: kept short, laid out only where asked for, and added up."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Indices = NDArray[np.intp]
Codes = NDArray[np.uint8]


def looked_up(table: Floats, codes: NDArray[Any]) -> Floats:
    """Entry of a table for every code, [N]; several times faster than plain indexing."""
    out = np.empty(len(codes), np.float32)
    return np.take(table, codes, out=out, mode="clip")


@dataclass(frozen=True, eq=False)
class Looked:
    """Log chances that stand in a table, [256], found by the codes of one reading, [n]."""

    table: Floats
    codes: Codes

    def at(self, who: Indices) -> Floats:
        """Log chance in some patients."""
        return np.take(self.table, np.take(self.codes, who))

    def laid_out(self) -> Floats:
        """Log chance in all."""
        return looked_up(self.table, self.codes)


@dataclass(frozen=True, eq=False)
class Whole:
    """Log chances of all patients, [n]."""

    values: Floats

    def at(self, who: Indices) -> Floats:
        """Log chance in some patients."""
        return np.take(self.values, who)

    def laid_out(self) -> Floats:
        """Log chance in all."""
        return self.values


@dataclass(frozen=True, eq=False)
class Few:
    """Log chances of some patients and, behind them, that of everybody else, [k + 1].

    Attributes
    ----------
    who : int array [k]
        In order.
    row : Looked or Whole
    size : int
        Number of patients.
    place : int32 array [size] or None
        Position in `who`, of others `k`, where that is known.
    """

    who: Indices
    row: Looked | Whole
    size: int
    place: NDArray[np.int32] | None = None

    def at(self, who: Indices) -> Floats:
        """Log chance in some patients."""
        if self.place is not None:
            return self.row.at(np.take(self.place, who))
        last = len(self.who)
        if not last:
            return self.row.at(np.zeros(len(who), np.intp))
        near = np.minimum(np.searchsorted(self.who, who), last - 1)
        return self.row.at(np.where(np.take(self.who, near) == who, near, last))

    def laid_out(self) -> Floats:
        """Log chance in all."""
        row = self.row.laid_out()
        out = np.full(self.size, row[-1], np.float32)
        out[self.who] = row[:-1]
        return out


Row = Looked | Few | Whole


@dataclass(frozen=True, eq=False)
class OneFinding:
    """Log chance of one finding, way round by way round; like an array [2, N]."""

    ways: tuple[Row, Row]

    def at(self, way: Indices, patient: Indices) -> Floats:
        """Log chance in some patients, [K]; quickest where those of way 0 come first."""
        first = len(way) - int(np.count_nonzero(way))
        if way[:first].any():
            out, ones = self.ways[0].at(patient), np.flatnonzero(way)
            out[ones] = self.ways[1].at(patient[ones])
            return out
        parts = (patient[:first], patient[first:])
        return np.concatenate([row.at(some) for row, some in zip(self.ways, parts, strict=True)])

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
        return largest(row.row)
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
        if isinstance(key, slice):
            return Rows(self.each[key], self.size).whole
        return self.whole[key]

    def __array__(self, dtype: Any = None, copy: Any = None) -> NDArray[Any]:
        return self.whole

    @cached_property
    def whole(self) -> Floats:
        """All of it, laid out once."""
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
        for way, total in enumerate(out):
            rows = sorted((one.ways[way] for one in self.each), key=_start)
            few: dict[int, list[Few]] = {}
            for row in rows:
                if isinstance(row, Few):
                    few.setdefault(id(row.who), []).append(row)
            _add(total, [row for row in rows if not isinstance(row, Few)])
            for group in few.values():
                _add_few(total, group)
        return out


def _start(row: Row) -> bytes:
    """Return what rows are added in the order of: not that of the findings, on which no sum may depend."""
    if isinstance(row, Few):
        return _start(row.row)
    if isinstance(row, Looked):
        return row.table.tobytes() + row.codes[:1024].tobytes()
    return row.values[:256].tobytes()


def _add_few(total: Floats, rows: list[Few]) -> None:
    """Add rows of the same patients."""
    more = np.zeros(len(rows[0].who) + 1, np.float32)
    _add(more, [row.row for row in rows])
    total += more[-1]
    total[rows[0].who] += more[:-1] - more[-1]


def _add(total: Floats, rows: Sequence[Row]) -> None:
    """Add rows of all patients; two tables are looked up as one."""
    room, codes = np.empty(len(total), np.float32), np.empty(len(total), np.uint16)
    looked = [row for row in rows if isinstance(row, Looked)]
    for one, two in zip(looked[::2], looked[1::2], strict=False):
        np.multiply(one.codes, np.uint16(256), out=codes, dtype=np.uint16)
        codes += two.codes
        table = (one.table[:, None] + two.table).reshape(-1)
        total += np.take(table, codes, out=room, mode="clip")
    if len(looked) % 2:
        total += np.take(looked[-1].table, looked[-1].codes, out=room, mode="clip")
    for row in rows:
        if isinstance(row, Whole):
            total += row.values
