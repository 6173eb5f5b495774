"""Conduction studies: amplitudes, block across a segment, slowing, late responses.

Amplitudes are shares of the person's own normal value, so that age, height and sex enter where values are judged.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from lumbosacral.examination.strength import Strength
from lumbosacral.examination.sums import organ_sums
from lumbosacral.injury.clocks import Laws
from lumbosacral.injury.state import State
from lumbosacral.wiring.listening import Listening, Part

Floats = NDArray[np.float32]
SLOWED_BY_LOSS = 0.25
"""Share of its velocity that a nerve loses with its fastest fibres when nearly all are gone (judgement)."""


@dataclass(frozen=True)
class Conduction:
    """Readings of m legs; studies in the order of the atlas.

    Attributes
    ----------
    motor : float32 array [m, Mo]
        Amplitude from the distal site.
    kept : float32 array [m, Mo]
        Amplitude from the most proximal site over that from the distal one (1: no block).
    motor_speed : float32 array [m, Mo]
        Velocity between the two, as a share of normal.
    sensory, sensory_speed : float32 arrays [m, Se]
    late : float32 array [m, L]
        Share of the late response left.
    late_delay_ms : float32 array [m, L]
    """

    motor: Floats
    kept: Floats
    motor_speed: Floats
    sensory: Floats
    sensory_speed: Floats
    late: Floats
    late_delay_ms: Floats


def _weighted(state: State, part: Part, values: Floats) -> Floats:
    """Mean over the fibres of a part, [m], weighted by their numbers."""
    fibres = _fibres(state.listening, part.at.start, part.at.stop)
    weight = state.legs.share[:, part.bundle] * fibres
    return np.asarray((weight * values).sum(1) / np.maximum(weight.sum(1), 1e-9), np.float32)


@cache
def _fibres(listening: Listening, first: int, last: int) -> Floats:
    """Fibres of the way of each stretch from `first` to `last`."""
    universe = listening.universe
    ways = universe.way[listening.stretches.bundle[first:last]]
    return np.array([universe.ways[w].fibres for w in ways], np.float32)


def _answer(state: State, part: Part) -> Floats:
    """Share of a muscle that answers to a shock at the beginning of the part, [m]."""
    end = state.listening.end
    where = np.searchsorted(end.bundle, part.bundle)
    values = state.conducting[:, part.at] * state.conducting[:, end.at][:, where]
    return organ_sums(state, part, values)[:, 0]


def _speed(state: State, part: Part, velocity: float, left: Floats) -> Floats:
    """Velocity along a part as a share of normal, [m]."""
    scale = state.legs.scale
    length = state.listening.stretches.length_mm[part.at]
    usual = float(np.mean(length)) / velocity * scale
    delay = _weighted(state, part, state.delay_ms[:, part.at])
    return np.asarray((1 - SLOWED_BY_LOSS * (1 - left)) * usual / (usual + delay), np.float32)


def _motor(state: State, strength: Strength, name: str) -> tuple[Floats, Floats, Floats]:
    listening = state.listening
    study = listening.universe.atlas.motor[name]
    gain = strength.gain[:, listening.universe.muscles.index(study.muscle)]
    answers = [_answer(state, part) for part in listening.motor[name]]
    usual = [_answer_of_healthy(state, part) for part in listening.motor[name]]
    distal = answers[0] / np.maximum(usual[0], 1e-6)
    proximal = answers[-1] / np.maximum(usual[-1], 1e-6)
    kept = np.where(distal > 0.02, proximal / np.maximum(distal, 1e-6), 1)
    speed = _speed(
        state, listening.motor[name][-1], study.velocity_m_per_s.mean, np.minimum(distal, 1)
    )
    return np.minimum(distal * gain, 1), np.minimum(kept, 1).astype(np.float32), speed


def _answer_of_healthy(state: State, part: Part) -> Floats:
    """Return the share of the muscle that the stimulation site reaches at all, [m]."""
    ones = np.ones((len(state.legs), len(part.bundle)), np.float32)
    return organ_sums(state, part, ones)[:, 0]


def _late(state: State, strength: Strength, name: str) -> tuple[Floats, Floats]:
    listening = state.listening
    study, part = listening.universe.atlas.late[name], listening.late[name]
    units = strength.units[:, listening.universe.muscles.index(study.muscle)]
    delay = _weighted(state, part, state.delay_ms[:, part.at])
    if study.kind == "F":
        return units, np.asarray(2 * delay, np.float32)
    return units * _weighted(state, part, state.conducting[:, part.at]), np.asarray(
        2 * delay, np.float32
    )


def _potential(state: State, part: Part, left: Floats, laws: Laws) -> Floats:
    """Sensory amplitude of the fibres that are left, [m]: potentials that arrive apart cancel each other."""
    return left * laws.together("potential", _weighted(state, part, state.delay_ms[:, part.at]))


def conduction_of(state: State, strength: Strength, laws: Laws) -> Conduction:
    """Read every conduction study of the atlas."""
    listening = state.listening
    atlas = listening.universe.atlas
    motor = [_motor(state, strength, name) for name in atlas.motor]
    sensory = [
        _weighted(state, listening.sensory[name], state.conducting[:, listening.sensory[name].at])
        for name in atlas.sensory
    ]
    speeds = [
        _speed(state, listening.sensory[name], study.velocity_m_per_s.mean, left)
        for (name, study), left in zip(atlas.sensory.items(), sensory, strict=True)
    ]
    potentials = [
        _potential(state, listening.sensory[name], left, laws)
        for name, left in zip(atlas.sensory, sensory, strict=True)
    ]
    late = [_late(state, strength, name) for name in atlas.late]
    return Conduction(
        motor=np.stack([m[0] for m in motor], 1),
        kept=np.stack([m[1] for m in motor], 1),
        motor_speed=np.stack([m[2] for m in motor], 1),
        sensory=np.stack(potentials, 1),
        sensory_speed=np.stack(speeds, 1),
        late=np.stack([x[0] for x in late], 1),
        late_delay_ms=np.stack([x[1] for x in late], 1),
    )
