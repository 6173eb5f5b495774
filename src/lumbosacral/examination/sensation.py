"""Feeling of the skin by modality, and what autonomic fibres do."""

import numpy as np
from numpy.typing import NDArray

from lumbosacral.examination.sums import organ_sums, organs_of
from lumbosacral.injury.state import State

Floats = NDArray[np.float32]


def felt(state: State, kind: str) -> tuple[tuple[str, ...], Floats]:
    """Share of the fibres of one kind that reach from each organ to the brain.

    Returns
    -------
    organs : tuple of str
    share : float32 array [m, organs]
    """
    part = state.listening.afferent[kind]
    return organs_of(state, part), organ_sums(state, part, state.conducting[:, part.at])


def skin(state: State, kind: str) -> Floats:
    """Feeling of each skin area of the atlas, in its order, [m, A]."""
    organs, share = felt(state, kind)
    return share[:, [organs.index(name) for name in state.listening.universe.atlas.areas]]


def autonomic(state: State) -> Floats:
    """Share of the fibres left to each autonomic function of the atlas, [m, F]."""
    out = []
    for function in state.listening.universe.atlas.autonomic.values():
        if function.organ is not None:
            organs, share = felt(state, "parasympathetic")
            out.append(share[:, organs.index(function.organ)])
        else:
            organs, share = felt(state, "sympathetic")
            out.append(share[:, organs.index(str(function.area))])
    return np.stack(out, axis=1)
