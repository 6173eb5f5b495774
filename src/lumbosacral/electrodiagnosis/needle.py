"""Needle EMG: spontaneous activity, recruitment, signs of reinnervation, by muscle."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lumbosacral.examination.strength import Strength

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Needle:
    """Readings of m legs, M muscles.

    Attributes
    ----------
    fibrillating : share of the muscle's fibres that fibrillate
    units : share of the motor units that can be recruited
    remodelled : share of the muscle that sprouts or regrown axons serve
    """

    fibrillating: Floats
    units: Floats
    remodelled: Floats


def needle_of(strength: Strength) -> Needle:
    """Read every muscle."""
    return Needle(
        fibrillating=strength.fibrillating,
        units=strength.units,
        remodelled=np.minimum(strength.adopted + strength.regrown, 1),
    )


def chance_of_fibrillation(people: dict[str, Any], share: NDArray[Any]) -> Floats:
    """Chance that a careful needle finds fibrillation when `share` of the fibres fibrillate."""
    law = people["needle"]
    centre, width = float(law["fibrillation_centre"]), float(law["fibrillation_width"])
    return np.asarray(1 / (1 + np.exp(-(share - centre) / width)), np.float32)


def spontaneous_word(share: float) -> str:
    """Grade of spontaneous activity, 0 to 4+."""
    for grade, limit in ((4, 0.75), (3, 0.5), (2, 0.25), (1, 0.08)):
        if share >= limit:
            return f"{grade}+"
    return "0"


def recruitment_word(units: float) -> str:
    """Name the recruitment: normal, reduced, discrete or none."""
    if units >= 0.8:
        return "normal"
    if units >= 0.25:
        return "reduced"
    return "discrete" if units > 0.005 else "none"
