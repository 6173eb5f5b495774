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


@lru_cache(maxsize=64)
def _table(quantity: str, low: float, high: float) -> Bytes:
    """Code of a reading with both lesions, by the two codes, [65,536]."""
    codes = np.minimum(np.arange(256), STEPS).astype(np.float32)
    values = low + codes * np.float32((high - low) / STEPS)
    both = _both(quantity, values[:, None], values[None, :])
    out = np.rint(np.clip((both - low) / (high - low), 0, 1) * STEPS).astype(np.uint8)
    out[NOT_THERE], out[:, NOT_THERE] = NOT_THERE, NOT_THERE
    return np.asarray(out.reshape(-1), np.uint8)


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
        return self._composed(side, row)

    def rows(self, side: int, patients: NDArray[np.intp]) -> Bytes:
        """All readings of some pairs, [R, k]."""
        assert self.catalogue is not None
        assert self.pairs is not None
        some = replace(self, pairs=self.pairs.take(patients), _kept={})
        return np.stack([some.column(side, row) for row in range(len(self.catalogue))])

    def _composed(self, side: int, row: int) -> Bytes:
        assert self.of is not None
        assert self.pairs is not None
        assert self.catalogue is not None
        column, p = self.catalogue.columns[row], self.pairs
        mine = self.of.column(side, row)[p.first].astype(np.uint16)
        legs = self.of.column(side, row)[p.second], self.of.column(1 - side, row)[p.second]
        other = np.where(p.flip, legs[1], legs[0])
        return np.take(
            _table(column.quantity, column.low, column.high), mine * np.uint16(256) + other
        )

    def _muscles(self, side: int) -> NDArray[np.float32]:
        """Strength of every muscle, [P, M], worked out once."""
        assert self.universe is not None
        assert self.catalogue is not None
        if side not in self._kept:
            index = self.catalogue.index
            rows = [index["muscle", name] for name in self.universe.muscles]
            codes = np.stack([self._composed(side, row) for row in rows], axis=1)
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
    numbers: dict[tuple[int, int], int] = {}
    cell = [
        numbers.setdefault(two, len(numbers))
        for two in zip(bank.cell[a].tolist(), bank.cell[b].tolist(), strict=True)
    ]
    return PairBank(
        codes=bank.codes[:, :, :0],
        condition=bank.condition[a],
        epoch=bank.epoch[a],
        severity=np.maximum(bank.severity[a], bank.severity[b]),
        loss=bank.loss[a],
        noticed=np.maximum(bank.noticed[a], bank.noticed[b]),
        weight=np.ones(len(pairs), np.float32),
        cell=np.array(cell, np.uint16),
        both=bank.both[a] | bank.both[b] | pairs.flip,
        cells=tuple(_key(bank.cells[one], bank.cells[two]) for one, two in numbers),
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
