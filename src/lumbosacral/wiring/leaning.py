"""Who suffers more from a disease, and who less: offsets of its severity by end organ."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from lumbosacral.wiring.universe import Universe


def lean(universe: Universe, leaning: Mapping[str, float]) -> NDArray[np.float32]:
    """Offset on the logit scale of each way, [W].

    Parameters
    ----------
    leaning : mapping
        Muscle, skin area or compartment of muscles -> offset; the narrower name counts.
    """
    muscles = universe.atlas.muscles
    out = np.zeros(len(universe.ways), np.float32)
    for i, way in enumerate(universe.ways):
        wider = muscles[way.organ].compartment if way.organ in muscles else ""
        out[i] = leaning.get(way.organ, leaning.get(wider, 0.0))
    return out
