"""Readings of a leg as one row of bytes: what the bank stores and the likelihood reads.

Every reading is a number on a scale of its own; 250 steps cover the scale. The code `NOT_THERE` is for what cannot
be read in a person at all.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from lumbosacral.atlas.load import Atlas
from lumbosacral.forward import Everything

Bytes = NDArray[np.uint8]
STEPS = 250
NOT_THERE = 255


@dataclass(frozen=True)
class Column:
    """One reading: its quantity, what it is of, and the scale that its bytes cover."""

    quantity: str
    of: str
    low: float
    high: float

    def decode(self) -> NDArray[np.float32]:
        """Value of every code, [256] (codes above 250 are clipped)."""
        codes = np.minimum(np.arange(256), STEPS)
        return (self.low + codes * (self.high - self.low) / STEPS).astype(np.float32)


@dataclass(frozen=True, eq=False)
class Catalogue:
    """All readings of a leg, in the order of the bank's columns."""

    columns: tuple[Column, ...]

    def __len__(self) -> int:
        return len(self.columns)

    @cached_property
    def index(self) -> dict[tuple[str, str], int]:
        """Column by quantity and name."""
        return {(c.quantity, c.of): i for i, c in enumerate(self.columns)}

    @cached_property
    def healthy(self) -> Bytes:
        """Row of a leg to which nothing has happened."""
        usual = {"fibrillating": 0.0, "remodelled": 0.0, "sign": 0.0, "delay": 0.0, "gait": -1.0}
        values = np.array([usual.get(c.quantity, 1.0) for c in self.columns], np.float32)
        return np.asarray(self.encode(values[None, :])[0], np.uint8)

    def encode(self, values: NDArray[np.float32]) -> Bytes:
        """Bytes of readings [m, R]."""
        low = np.array([c.low for c in self.columns], np.float32)
        span = np.array([c.high - c.low for c in self.columns], np.float32)
        scaled = values - low
        scaled /= span
        np.clip(scaled, 0, 1, out=scaled)
        scaled *= STEPS
        return np.asarray(np.rint(scaled, out=scaled), np.uint8)


def catalogue_of(atlas: Atlas, muscles: tuple[str, ...]) -> Catalogue:
    """Lay out the readings of an atlas."""
    return Catalogue(tuple(_columns(atlas, muscles)))


def _columns(atlas: Atlas, muscles: tuple[str, ...]) -> Iterator[Column]:
    for name in muscles:
        yield Column("muscle", name, 0, 1)
    for name in atlas.movements:
        yield Column("movement", name, 0, 1)
    for quantity in ("touch", "pin"):
        for name in atlas.areas:
            yield Column(quantity, name, 0, 1)
    for name in atlas.reflexes:
        yield Column("reflex", name, 0, 2.5)
    for name in atlas.signs:
        yield Column("sign", name, 0, 2.5)
    for name in atlas.tasks:
        yield Column("task", name, -1, 2)
    for name in atlas.gaits:
        yield Column("gait", name, -1, 1)
    for name in atlas.autonomic:
        yield Column("autonomic", name, 0, 1)
    for quantity in ("motor", "kept", "motor speed"):
        for name in atlas.motor:
            yield Column(quantity, name, 0, 1)
    for quantity in ("sensory", "sensory speed"):
        for name in atlas.sensory:
            yield Column(quantity, name, 0, 1)
    for name in atlas.late:
        yield Column("late", name, 0, 1)
    for name in atlas.late:
        yield Column("delay", name, 0, 50)
    for quantity in ("fibrillating", "units", "remodelled"):
        for name in muscles:
            yield Column(quantity, name, 0, 1)


def values_of(read: Everything) -> NDArray[np.float32]:
    """Readings of m legs as numbers, [m, R], in the order of the catalogue."""
    c, n = read.conduction, read.needle
    parts = (
        read.strength.strength, read.strength.movements, read.touch, read.pin, read.reflexes,
        read.signs, read.tasks, read.gaits, read.autonomic, c.motor, c.kept, c.motor_speed,
        c.sensory, c.sensory_speed, c.late, c.late_delay_ms, n.fibrillating, n.units, n.remodelled,
    )  # fmt: skip
    return np.concatenate(parts, axis=1, dtype=np.float32)
