"""A report in which every loss that one would mention is told of."""

import numpy as np
from localized import ATLAS, finding, localize, sound

from lumbosacral.inference.silence import unmentionable

LOST = {
    "ankle dorsiflexion",
    "great toe extension",
    "foot eversion",
    "knee extension",
    "anterior thigh",
    "medial leg",
    "dorsum of foot",
}
TEST = {"movement": "strength", "touch": "sensation", "reflex": "reflex", "sign": "sign"}


def _value(quantity: str, name: str) -> str:
    if quantity == "sign":
        return "negative"
    if name not in LOST:
        return "normal"
    return "weak" if quantity == "movement" else "reduced"


def test_a_report_that_leaves_nothing_out() -> None:
    told = [finding(TEST[q], name, _value(q, name)) for q, name in unmentionable(ATLAS)]
    answer = localize({"side": "left", "findings": told})
    sound(answer)
    assert answer.refined
    assert any(len(ranked.lesions) == 2 for ranked in answer.ranking[:-1])
    assert np.isfinite([ranked.probability for ranked in answer.ranking]).all()
