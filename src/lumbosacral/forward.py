"""From lesions to everything that can be found: the forward direction, for a batch of legs."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from lumbosacral.electrodiagnosis.conduction import Conduction, conduction_of
from lumbosacral.electrodiagnosis.needle import Needle, needle_of
from lumbosacral.examination import sensation
from lumbosacral.examination.reflexes import reflex_gains
from lumbosacral.examination.signs import gait_amounts, sign_amounts, task_margins
from lumbosacral.examination.strength import Strength, strength_of
from lumbosacral.injury.clocks import Laws
from lumbosacral.injury.state import State, state_of
from lumbosacral.injury.strokes import Strokes
from lumbosacral.wiring.legs import Legs
from lumbosacral.wiring.listening import Listening

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Everything:
    """What every test of the atlas reads in m legs; columns in the order of the atlas.

    Attributes
    ----------
    touch, pin, sweat : float32 arrays [m, A]
        Feeling of the skin areas by fibre kind; sweating.
    reflexes : float32 array [m, R]
    signs : float32 array [m, G]
        Amount of each sign.
    tasks, gaits : float32 arrays [m, T], [m, K]
        Margins of tasks (1 and above: passed, below 0: failed); gait signs (above 0: there).
    autonomic : float32 array [m, F]
    """

    state: State
    laws: Laws
    strength: Strength
    touch: Floats
    pin: Floats
    sweat: Floats
    reflexes: Floats
    signs: Floats
    tasks: Floats
    gaits: Floats
    autonomic: Floats

    @cached_property
    def conduction(self) -> Conduction:
        """Conduction studies, read when they are first asked for."""
        return conduction_of(self.state, self.strength, self.laws)

    @cached_property
    def needle(self) -> Needle:
        """Needle examination, read when it is first asked for."""
        return needle_of(self.strength)


def read_everything(listening: Listening, legs: Legs, strokes: Strokes, laws: Laws) -> Everything:
    """Read every test in legs that the strokes have struck."""
    state = state_of(listening, legs, strokes, laws)
    return everything_of(state, laws)


def everything_of(state: State, laws: Laws) -> Everything:
    """Read every test in legs of a known state."""
    atlas = state.listening.universe.atlas
    strength = strength_of(state, laws)
    gains = reflex_gains(state, strength, laws)
    names = list(atlas.movements)
    drive_lost = 1 - strength.drive.mean(1)
    return Everything(
        state=state,
        laws=laws,
        strength=strength,
        touch=sensation.skin(state, "touch"),
        pin=sensation.skin(state, "pin"),
        sweat=sensation.skin(state, "sympathetic"),
        reflexes=gains,
        signs=sign_amounts(state, strength, gains, laws),
        tasks=task_margins(atlas.tasks, names, strength.movements),
        gaits=gait_amounts(atlas.gaits, names, strength.movements, drive_lost),
        autonomic=sensation.autonomic(state),
    )
