"""Reflexes as arcs: afferent times efferent, released when descending inhibition is cut."""

import numpy as np
from numpy.typing import NDArray

from lumbosacral.atlas.records import Afferent
from lumbosacral.examination.strength import Strength
from lumbosacral.examination.sums import blend, mixed, mixture
from lumbosacral.injury.clocks import Laws
from lumbosacral.injury.state import State

Floats = NDArray[np.float32]
ABSENT_BELOW, REDUCED_BELOW, INCREASED_ABOVE = 0.12, 0.6, 1.35


def afferent_limb(state: State, afferent: Afferent) -> Floats:
    """Share of the afferent fibres of an arc that reach the cord, [m]."""
    part = state.listening.arc[afferent.kind]
    return mixed(state, part, afferent.from_, state.conducting)


def volley_of(state: State, afferent: Afferent, laws: Laws) -> Floats:
    """Share of the afferent volley of an arc that reaches the cord together, [m]: thinned myelin scatters it."""
    part = state.listening.arc[afferent.kind]
    delay = mixed(state, part, afferent.from_, state.delay_ms)
    return np.asarray(afferent_limb(state, afferent) * laws.together("volley", delay), np.float32)


def reflex_gains(state: State, strength: Strength, laws: Laws) -> Floats:
    """Gain of every reflex of the atlas, [m, R]; 1 is normal, 0 absent, above 1 brisk."""
    universe = state.listening.universe
    released = laws.release(state.days)
    together = laws.constant("arc", "afferent_power")
    answering = laws.constant("arc", "efferent_power")
    columns = []
    for reflex in universe.atlas.reflexes.values():
        row = mixture(reflex.efferent, universe.muscles)
        cut = 1 - blend(strength.drive, row)
        shock = laws.constant("descending", "shock") * cut**3 * (1 - released)
        answer = 1 + cut * reflex.brisk_when_cut * released - shock
        volley = volley_of(state, reflex.afferent, laws) ** together
        arc = volley * blend(strength.units, row) ** answering
        columns.append(arc * np.maximum(answer, 0))
    return np.stack(columns, axis=1).astype(np.float32)


def reflex_word(gain: float) -> str:
    """Name a gain: absent, reduced, normal or increased."""
    if gain < ABSENT_BELOW:
        return "absent"
    if gain < REDUCED_BELOW:
        return "reduced"
    return "increased" if gain > INCREASED_ABOVE else "normal"
