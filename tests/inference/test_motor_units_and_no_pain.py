"""The kind of motor units tells muscle from nerve; that nothing hurts counts once."""

import pytest
from localized import ATLAS, finding, localize

from lumbosacral import api
from lumbosacral.findings import case_from
from lumbosacral.inference.answer import Answer
from lumbosacral.inference.associations import combined, log_ratios, told
from lumbosacral.population.shelf import get_bank

WEAK = [
    finding("strength", "hip flexion", "4", side="both"),
    finding("strength", "knee extension", "4", side="both"),
    finding("reflex", "patellar reflex", "normal", side="both"),
]


def _localized(*findings: dict[str, object]) -> Answer:
    case = {"side": "both", "findings": [*WEAK, *findings]}
    return localize(case)


def _muscle(answer: Answer) -> float:
    return sum(one.probability for one in answer.by_structure if one.structure == "myopathy")


@pytest.mark.parametrize("of", ["quadriceps", "needle EMG"])
def test_small_units_speak_for_muscle_whether_a_muscle_is_named_or_not(of: str) -> None:
    small = _muscle(_localized(finding("emg", of, "myopathic units", side="both")))
    large = _muscle(_localized(finding("emg", of, "neurogenic units", side="both")))
    assert small > _muscle(_localized()) > large


def test_units_of_both_kinds_say_neither() -> None:
    case = {"findings": [finding("emg", "quadriceps", "myopathic and neurogenic units")]}
    (one,) = api.read(case_from(case)).understood
    assert not one.value.units


def test_that_nothing_hurts_counts_once() -> None:
    cells = get_bank("small").cells
    denied = [
        finding("pain", "back pain", "absent"),
        finding("pain", "leg pain", "absent"),
        finding("pain", "painless", "present"),
    ]
    understood = api.read(case_from({"findings": denied})).understood
    items = [item for one in understood for item in told(ATLAS, one)]
    assert len(items) == len(denied)
    ratios = log_ratios(ATLAS, items, cells)
    assert (abs(combined(ATLAS, items, ratios)) <= abs(ratios).max(0) + 1e-9).all()
