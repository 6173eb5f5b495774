"""Stretches: the part of a line that a test listens to.

A test names bundles and, for each, the first and the last segment it needs. All stretches of all tests stand in one
table, so that the state of the fibres is worked out once for everything.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from lumbosacral.wiring.universe import Universe


@dataclass(frozen=True)
class Stretches:
    """A table of C stretches.

    Attributes
    ----------
    bundle : int array [C]
    first, last : int arrays [C]
        Positions on the bundle's path, both included.
    """

    universe: Universe
    bundle: NDArray[np.intp]
    first: NDArray[np.intp]
    last: NDArray[np.intp]

    def __len__(self) -> int:
        return len(self.bundle)

    @cached_property
    def inside(self) -> NDArray[np.bool_]:
        """Whether a segment lies in the stretch, [C, S]."""
        position = self.universe.position[self.bundle]
        return (position >= self.first[:, None]) & (position <= self.last[:, None])

    @cached_property
    def feeds(self) -> NDArray[np.bool_]:
        """Whether a segment lies between the cell body and the stretch, [C, S].

        Axons cut there die along the stretch, if stretch and cut are of the fibre's own neuron: a cut does not kill
        another cell.
        """
        position = self.universe.position[self.bundle]
        body = self.universe.cell_body[self.bundle][:, None]
        towards_end = (position >= body) & (position < self.first[:, None])
        towards_cord = (position <= body) & (position > self.last[:, None])
        own = self.universe.own
        mine = own[self._segment_at(self.first)] & own[self._segment_at(self.last)]
        return (position >= 0) & (towards_end | towards_cord) & own & mine[:, None]

    def _segment_at(self, position: NDArray[np.intp]) -> NDArray[np.intp]:
        """Segment at a position of each stretch's bundle, [C]."""
        paths = self.universe.paths
        return np.array([paths[b][p] for b, p in zip(self.bundle, position, strict=True)], np.intp)

    @cached_property
    def beyond(self) -> NDArray[np.bool_]:
        """Whether a segment is on the end-organ side of the cell body, [C, S]: there axons can regrow."""
        body = self.universe.cell_body[self.bundle][:, None]
        return self.universe.position[self.bundle] >= body

    @cached_property
    def far_mm(self) -> NDArray[np.float32]:
        """Largest distance from the cell body met on the stretch, [C], in mm."""
        ends = np.where(self.inside, self.universe.end_mm[self.bundle], 0)
        return np.asarray(ends.max(1), np.float32)

    @cached_property
    def length_mm(self) -> NDArray[np.float32]:
        """Length of the stretch, [C], in mm."""
        each = self.universe.end_mm[self.bundle] - self.universe.start_mm[self.bundle]
        return np.asarray(np.where(self.inside, each, 0).sum(1), np.float32)


def join(universe: Universe, parts: list[Stretches]) -> tuple[Stretches, list[slice]]:
    """One table from several, and where each part stands in it."""
    slices, at = [], 0
    for part in parts:
        slices.append(slice(at, at + len(part)))
        at += len(part)
    return (
        Stretches(
            universe,
            np.concatenate([p.bundle for p in parts]),
            np.concatenate([p.first for p in parts]),
            np.concatenate([p.last for p in parts]),
        ),
        slices,
    )


def whole(universe: Universe, bundles: NDArray[np.intp]) -> Stretches:
    """Return the whole line of each bundle, from the head to the end organ."""
    last = np.array([len(universe.paths[b]) - 1 for b in bundles], np.intp)
    return Stretches(universe, bundles, np.zeros(len(bundles), np.intp), last)


def between(
    universe: Universe, bundles: NDArray[np.intp], first: NDArray[np.intp], last: NDArray[np.intp]
) -> Stretches:
    """Return stretches by their first and last position."""
    return Stretches(universe, bundles, first.astype(np.intp), last.astype(np.intp))
