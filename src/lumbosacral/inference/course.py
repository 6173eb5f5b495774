"""Expected course of the first answer: its weakest movement month by month, for a block and for axon loss."""

from dataclasses import replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from lumbosacral.errors import LesionError, UnknownName
from lumbosacral.examination.grades import as_mrc, grade
from lumbosacral.examination.strength import strength_of
from lumbosacral.inference.answer import CourseStep
from lumbosacral.injury.clocks import Laws
from lumbosacral.injury.lesion import SIDES, Lesion, lesions_of, strokes_of
from lumbosacral.injury.state import state_of
from lumbosacral.injury.strokes import Strokes
from lumbosacral.wiring.legs import legs_of, typical_persons
from lumbosacral.wiring.listening import Listening

MONTHS = (0, 1, 3, 6, 12, 24)
KINDS = ("block", "loss")
SEVERITY = 0.8


@lru_cache(maxsize=512)
def expected_course(listening: Listening, site: str, side: str) -> tuple[CourseStep, ...]:
    """Grade of the weakest movement by month after a severe lesion of a site.

    Empty where the site cannot be struck. A side that is neither left nor right is taken as the site's usual one.
    """
    atlas = listening.universe.atlas
    struck_side = side if side in SIDES else None
    try:
        struck = [
            lesions_of(atlas, site, severity=SEVERITY, kind=kind, side=struck_side)
            for kind in KINDS
        ]
    except (UnknownName, LesionError):
        return ()
    left = _weakest(listening, [_later(found, month) for month in MONTHS for found in struck])
    grades = grade(atlas.people, left).reshape(len(MONTHS), len(KINDS))
    return tuple(
        CourseStep(
            month=month,
            strength_if_block=as_mrc(float(block)),
            strength_if_loss=as_mrc(float(loss)),
        )
        for month, (block, loss) in zip(MONTHS, grades, strict=True)
    )


def _later(lesions: tuple[Lesion, ...], month: int) -> tuple[Lesion, ...]:
    return tuple(replace(lesion, days=30.0 * month) for lesion in lesions)


def _weakest(listening: Listening, cases: list[tuple[Lesion, ...]]) -> NDArray[np.float32]:
    """Strength of the weakest movement of typical adults, one for each case, all read at once, [cases]."""
    universe, n = listening.universe, len(cases)
    persons = typical_persons(universe, n)
    legs = legs_of(universe, persons, np.repeat(np.arange(n), 2), np.tile([0, 1], n))
    struck = [strokes_of(universe, lesions) for lesions in cases]
    blows = Strokes(
        **{
            name: np.concatenate([getattr(one, name) for one in struck])
            for name in Strokes.__dataclass_fields__
        }
    )
    person = np.repeat(np.arange(n), [len(one) for one in struck])
    blows = replace(blows, leg=blows.leg + 2 * person)
    laws = Laws(universe.atlas.laws)
    movements = strength_of(state_of(listening, legs, blows, laws), laws).movements
    return np.asarray(movements.reshape(n, -1).min(1))
