"""Strokes: single blows to a line. A lesion is one stroke or several, in one leg or both."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lumbosacral.atlas.records import KINDS

Floats = NDArray[np.float32]
ALONG = -1
"""In place of a segment: a field along the whole length of the fibres."""
EDGE = 2.0**-20
"""Nearest that a tilted severity comes to 0 or 1; both ends are exact in float32."""


@dataclass(frozen=True)
class Strokes:
    """A batch of k strokes.

    Attributes
    ----------
    leg, segment : int arrays [k]
        Leg struck; segment, or `ALONG` for disease along the length.
    fraction : float32 array [k]
        Place within the segment, 0 at its near end.
    severity : float32 array [k]
        Share of the fibres harmed; along the length, the share far beyond `reach_mm`.
    loss, block, slow : float32 arrays [k]
        Shares of the harm, summing to at most 1.
    tubes : float32 array [k]
        Share of the lost axons whose tubes stand.
    days : float32 array [k]
    held : float32 array [k]
        Share that what presses still holds: no block of it lifts, no axon of it grows back.
    reach_mm : float32 array [k]
        Along the length: distance from the cell body where half of the full severity is reached.
    exposure : float32 array [k, 6]
        Factor on the severity by fibre kind, in the order of `KINDS`.
    tilt : float32 array [k, W]
        Offset of the severity on the logit scale by way: fascicles that suffer more or less.
    """

    leg: NDArray[np.intp]
    segment: NDArray[np.intp]
    fraction: Floats
    severity: Floats
    loss: Floats
    block: Floats
    slow: Floats
    tubes: Floats
    days: Floats
    held: Floats
    reach_mm: Floats
    exposure: Floats
    tilt: Floats

    def __len__(self) -> int:
        return len(self.leg)

    def take(self, rows: NDArray[np.intp]) -> "Strokes":
        """Some of the strokes."""
        return Strokes(**{name: getattr(self, name)[rows] for name in self.__dataclass_fields__})


def strokes(
    leg: NDArray[np.intp],
    segment: NDArray[np.intp],
    severity: Floats,
    ways: int,
    *,
    loss: float | Floats = 1.0,
    block: float | Floats = 0.0,
    slow: float | Floats = 0.0,
    tubes: float | Floats = 0.9,
    days: float | Floats = 30.0,
    held: float | Floats = 0.0,
    fraction: float | Floats = 0.5,
    reach_mm: float | Floats = 0.0,
    exposure: Floats | None = None,
    tilt: Floats | None = None,
) -> Strokes:
    """Strokes with what is not given filled in: even, of all fibre kinds, in the middle of the segment."""
    k = len(leg)

    def full(value: float | Floats) -> Floats:
        return np.broadcast_to(np.asarray(value, np.float32), (k,)).copy()

    return Strokes(
        leg=np.asarray(leg, np.intp),
        segment=np.asarray(segment, np.intp),
        fraction=full(fraction),
        severity=full(severity),
        loss=full(loss),
        block=full(block),
        slow=full(slow),
        tubes=full(tubes),
        days=full(days),
        held=full(held),
        reach_mm=full(reach_mm),
        exposure=np.ones((k, len(KINDS)), np.float32) if exposure is None else exposure,
        tilt=np.zeros((k, ways), np.float32) if tilt is None else tilt,
    )
