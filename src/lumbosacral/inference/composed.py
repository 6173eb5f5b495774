"""Patients with the lesions of two others: what survives both multiplies, what shows in either shows.

Lesions at different places are independent between fibres, so shares that survive multiply. That is exact for a
muscle's fibres; a movement is worked out anew from its muscles; for a reading that only shows past a threshold the
plainer of the two stands.
"""

from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lumbosacral.examination.strength import movement_shares
from lumbosacral.examination.sums import blend
from lumbosacral.population.bank import Bank
from lumbosacral.population.blocks import Key
from lumbosacral.population.readings import NOT_THERE, STEPS, Bytes, Catalogue
from lumbosacral.wiring.universe import Universe

PLAINER = {
    "sign": np.maximum,
    "gait": np.maximum,
    "task": np.minimum,
    "motor speed": np.minimum,
    "sensory speed": np.minimum,
}
UNITED = {"fibrillating", "remodelled"}


def _both(quantity: str, a: NDArray[np.float32], b: NDArray[np.float32]) -> NDArray[np.float32]:
    """Value of a reading in somebody who has two lesions, from its values with each alone."""
    if quantity in UNITED:
        return 1 - (1 - a) * (1 - b)
    if quantity == "delay":
        return a + b
    plainer = PLAINER.get(quantity)
    return a * b if plainer is None else np.asarray(plainer(a, b), np.float32)


def _table(quantity: str, low: float, high: float) -> Bytes:
    """Code of a reading with both lesions, by the two codes, [65,536]."""
    codes = np.minimum(np.arange(256), STEPS).astype(np.float32)
    values = low + codes * np.float32((high - low) / STEPS)
    both = _both(quantity, values[:, None], values[None, :])
    out = np.rint(np.clip((both - low) / (high - low), 0, 1) * STEPS).astype(np.uint8)
    out[NOT_THERE], out[:, NOT_THERE] = NOT_THERE, NOT_THERE
    return np.asarray(out.reshape(-1), np.uint8)


@lru_cache(maxsize=4)
def _tables(catalogue: Catalogue) -> tuple[Bytes, NDArray[np.intp]]:
    """Tables of all readings one behind the other, and the number of the one of each reading, [R]."""
    kinds = [(c.quantity, c.low, c.high) for c in catalogue.columns]
    known = list(dict.fromkeys(kinds))
    which = np.array([known.index(kind) for kind in kinds], np.intp)
    return np.concatenate([_table(*kind) for kind in known]), which


@dataclass(frozen=True, eq=False)
class Pairs:
    """Which patients of a bank are put together.

    Attributes
    ----------
    first, second : int arrays [P]
        Patients of the bank.
    flip : bool array [P]
        Whether the index leg of the second is the other leg of the first.
    """

    first: NDArray[np.intp]
    second: NDArray[np.intp]
    flip: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.first)

    def take(self, rows: NDArray[np.intp]) -> "Pairs":
        """Some of the pairs."""
        return Pairs(self.first[rows], self.second[rows], self.flip[rows])


@dataclass(frozen=True, eq=False)
class PairBank(Bank):
    """Pairs as patients: their readings are worked out from those of the two, column by column."""

    of: Bank | None = None
    pairs: Pairs | None = None
    catalogue: Catalogue | None = None
    universe: Universe | None = None
    _kept: dict[int, NDArray[np.float32]] = field(default_factory=dict)

    def column(self, side: int, row: int) -> Bytes:
        """One reading of every pair, [P]; side 0 is the index leg of the first."""
        assert self.catalogue is not None
        column = self.catalogue.columns[row]
        if column.quantity == "movement":
            return self._movement(side, column.of)
        return np.asarray(self._composed(side, np.array([row]))[0], np.uint8)

    def rows(self, side: int, patients: NDArray[np.intp]) -> Bytes:
        """All readings of some pairs, [R, k]."""
        assert self.catalogue is not None
        assert self.pairs is not None
        some = replace(self, pairs=self.pairs.take(patients), _kept={})
        out = some._composed(side, slice(None))
        for row, column in enumerate(self.catalogue.columns):
            if column.quantity == "movement":
                out[row] = some._movement(side, column.of)
        return out

    def _composed(self, side: int, rows: NDArray[np.intp] | slice) -> Bytes:
        """Some readings of every pair, each from those of the two, [rows, P]."""
        assert self.of is not None
        assert self.pairs is not None
        assert self.catalogue is not None
        tables, which = _tables(self.catalogue)
        p, codes = self.pairs, self.of.codes
        mine = np.take(codes[side, rows], p.first, axis=1)
        legs = (np.take(codes[leg, rows], p.second, axis=1) for leg in (side, 1 - side))
        same, crossed = legs
        other = np.where(p.flip, crossed, same)
        at = which[rows, None] * 65_536 + mine.astype(np.intp) * 256 + other
        return np.take(tables, at)

    def _muscles(self, side: int) -> NDArray[np.float32]:
        """Strength of every muscle, [P, M], worked out once."""
        assert self.universe is not None
        assert self.catalogue is not None
        if side not in self._kept:
            index = self.catalogue.index
            rows = [index["muscle", name] for name in self.universe.muscles]
            codes = self._composed(side, np.array(rows)).T
            self._kept[side] = codes.astype(np.float32) / np.float32(STEPS)
        return self._kept[side]

    @cached_property
    def _shares(self) -> NDArray[np.float32]:
        """How much each muscle gives to each movement, [V, M]."""
        assert self.universe is not None
        return movement_shares(self.universe)

    def _movement(self, side: int, name: str) -> Bytes:
        """A movement anew from its muscles; never stronger than with either lesion alone."""
        assert self.universe is not None
        assert self.catalogue is not None
        shares = self._shares[list(self.universe.atlas.movements).index(name)]
        made_by = np.flatnonzero(shares)
        strength = blend(self._muscles(side)[:, made_by], shares[made_by])
        return np.rint(np.clip(strength, 0, 1) * STEPS).astype(np.uint8)


@dataclass(frozen=True, eq=False)
class JoinedBank(Bank):
    """The patients of a bank, and pairs of them after these."""

    singles: Bank | None = None
    doubles: PairBank | None = None

    def column(self, side: int, row: int) -> Bytes:
        """One reading of every patient and then of every pair, [N + P]."""
        assert self.singles is not None
        assert self.doubles is not None
        return np.concatenate([self.singles.column(side, row), self.doubles.column(side, row)])

    def rows(self, side: int, patients: NDArray[np.intp]) -> Bytes:
        """All readings of some of them, [R, k]."""
        assert self.singles is not None
        assert self.doubles is not None
        n = len(self.singles)
        one = patients < n
        alone = self.singles.rows(side, patients[one])
        out = np.empty((alone.shape[0], len(patients)), np.uint8)
        out[:, one] = alone
        if not one.all():
            out[:, ~one] = self.doubles.rows(side, patients[~one] - n)
        return out


def pair_bank(bank: Bank, pairs: Pairs, catalogue: Catalogue, universe: Universe) -> PairBank:
    """Make patients of pairs; each has the condition of the first and the lesions of both."""
    a, b = pairs.first, pairs.second
    two = bank.cell[a].astype(np.intp) * len(bank.cells) + bank.cell[b]
    kinds, seen, cell = np.unique(two, return_index=True, return_inverse=True)
    order = np.argsort(seen)  # numbered as they come
    number = np.empty(len(order), np.uint16)
    number[order] = np.arange(len(order))
    return PairBank(
        codes=bank.codes[:, :, :0],
        condition=bank.condition[a],
        epoch=bank.epoch[a],
        severity=np.maximum(bank.severity[a], bank.severity[b]),
        loss=bank.loss[a],
        noticed=np.maximum(bank.noticed[a], bank.noticed[b]),
        weight=np.ones(len(pairs), np.float32),
        cell=number[cell],
        both=bank.both[a] | bank.both[b] | pairs.flip,
        cells=tuple(
            _key(bank.cells[one], bank.cells[other])
            for one, other in zip(*np.divmod(kinds[order], len(bank.cells)), strict=True)
        ),
        who=np.arange(len(pairs)),
        of=bank,
        pairs=pairs,
        catalogue=catalogue,
        universe=universe,
    )


def _key(one: Key, two: Key) -> Key:
    return one[0], (*one[1][:1], *two[1][:1])


def joined(singles: Bank, doubles: PairBank) -> JoinedBank:
    """Put pairs behind the patients of their bank."""

    def both(name: str) -> NDArray[Any]:
        return np.concatenate([getattr(singles, name), getattr(doubles, name)])

    first = np.uint16(len(singles.cells))
    return JoinedBank(
        codes=singles.codes,
        condition=both("condition"),
        epoch=both("epoch"),
        severity=both("severity"),
        loss=both("loss"),
        noticed=both("noticed"),
        weight=both("weight"),
        both=both("both"),
        cell=np.concatenate([singles.cell, doubles.cell + first]),
        cells=(*singles.cells, *doubles.cells),
        who=np.arange(len(singles) + len(doubles)),
        singles=singles,
        doubles=doubles,
    )
