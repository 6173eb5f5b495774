"""From the share of a muscle that can be driven to its MRC grade, and back to words."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
_STEPS = ("-", "", "+")


def grade(people: dict[str, Any], strength: NDArray[Any]) -> Floats:
    """MRC grade 0 to 5, continuous, of a share of strength; the points stand in `people.yaml`."""
    points = people["grades"]
    share = [float(x) for x in points["share"]]
    return np.asarray(np.interp(strength, share, [float(x) for x in points["grade"]]), np.float32)


def as_mrc(value: float) -> str:
    """Name a grade: "0", "1", "2-", "2", "2+", ... "5-", "5"; - and + are a third of a grade."""
    thirds = round(3 * value)
    if thirds <= 4:
        return str(round(value))
    whole = (thirds + 1) // 3
    return f"{min(whole, 5)}{_STEPS[thirds - 3 * whole + 1] if thirds <= 15 else ''}"
