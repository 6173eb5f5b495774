"""Signs, tasks and gait signs, from drive, bulk, reflexes and the strength of movements."""

import numpy as np
from numpy.typing import NDArray

from lumbosacral.atlas.described import Gait, Task
from lumbosacral.atlas.records import Afferent, Sign
from lumbosacral.examination.reflexes import afferent_limb
from lumbosacral.examination.strength import Strength
from lumbosacral.examination.sums import blend, mixed, mixture
from lumbosacral.injury.clocks import Laws
from lumbosacral.injury.state import State

Floats = NDArray[np.float32]
UPPER_MOTOR_NEURON_SHOWS = 0.15
"""Share of descending drive lost at which gait begins to look spastic (judgement)."""


def sign_amounts(state: State, strength: Strength, gains: Floats, laws: Laws) -> Floats:
    """How much of each sign of the atlas is there, [m, G]; it shows above the sign's threshold."""
    signs = state.listening.universe.atlas.signs.values()
    amounts = [_amount(sign, state, strength, gains, laws) for sign in signs]
    return np.stack(amounts, axis=1).astype(np.float32)


def _amount(
    sign: Sign, state: State, strength: Strength, gains: Floats, laws: Laws
) -> NDArray[np.float32]:
    universe = state.listening.universe
    atlas = universe.atlas
    if sign.reads == "reflex":
        gain = gains[:, list(atlas.reflexes).index(str(sign.reflex))]
        return np.asarray(np.maximum(gain - 1, 0), np.float32)
    if sign.reads == "movement":
        left = strength.movements[:, list(atlas.movements).index(str(sign.movement))]
        return np.asarray(1 - left, np.float32)
    if sign.reads == "feeling" and sign.afferent is not None:
        return np.asarray(1 - _least_felt(state, sign.afferent), np.float32)
    row = mixture(sign.muscles, universe.muscles)
    if sign.reads == "wasting":
        return np.asarray(1 - blend(strength.bulk, row), np.float32)
    if sign.reads == "weakness":
        return np.asarray(1 - blend(strength.strength, row), np.float32)
    arc = blend(strength.units, row)
    if sign.afferent is not None:
        arc = arc * afferent_limb(state, sign.afferent)
    released = laws.release(state.days)
    return np.asarray((1 - blend(strength.drive, row)) * arc * (0.6 + 0.4 * released), np.float32)


def _least_felt(state: State, afferent: Afferent) -> Floats:
    """Feeling of the worst of some skin areas, [m]."""
    part = state.listening.afferent[afferent.kind]
    each = [mixed(state, part, {name: 1.0}, state.conducting) for name in afferent.from_]
    return np.asarray(np.min(each, axis=0), np.float32)


def task_margins(tasks: dict[str, Task], names: list[str], movements: Floats) -> Floats:
    """Smallest of (strength - needed to fail) / (needed to pass - needed to fail) over a task's needs, [m, T].

    At 1 and above the task is passed, below 0 it fails, between it is impaired.
    """
    out = []
    for task in tasks.values():
        each = [
            (movements[:, names.index(n.movement)] - n.fails_at)
            / max(n.passes_at - n.fails_at, 1e-6)
            for n in task.needs
        ]
        out.append(np.min(each, axis=0))
    return np.stack(out, axis=1).astype(np.float32)


def task_word(margin: float) -> str:
    """Name a margin: pass, impaired or fail."""
    if margin >= 1:
        return "pass"
    return "impaired" if margin >= 0 else "fail"


def gait_amounts(
    gaits: dict[str, Gait], names: list[str], movements: Floats, drive_lost: Floats
) -> Floats:
    """How far each gait sign is past its threshold in one leg, [m, K]; it shows above 0.

    `drive_lost` [m] is the mean share of descending drive that does not arrive. A sign of both legs needs the
    smaller amount of the two.
    """
    out = []
    for gait in gaits.values():
        short = [need.below - movements[:, names.index(need.movement)] for need in gait.of]
        amount = np.max(short, axis=0) if gait.rule == "any" else np.min(short, axis=0)
        if gait.needs == "upper motor neuron":
            amount = np.minimum(amount, drive_lost - UPPER_MOTOR_NEURON_SHOWS)
        out.append(amount)
    return np.stack(out, axis=1).astype(np.float32)
