"""A figure counts by its limit of normal, and not because it was measured."""

import pytest
from localized import finding, localize

TIBIAL = "tibial CMAP (abductor hallucis)"


@pytest.mark.parametrize(
    ("bare", "meant"),
    [
        ("4.5 ms", "latency normal"),
        ("latency 9.5 ms", "latency 11 ms"),
        ("amplitude 12", "12 mV"),
        ("velocity 30", "30 m/s"),
    ],
)
def test_a_bare_figure_is_as_its_word_or_unit(bare: str, meant: str) -> None:
    side = {"side": "left", "findings": [finding("ncs", TIBIAL, bare)]}
    same = {"side": "left", "findings": [finding("ncs", TIBIAL, meant)]}
    assert localize(side).ranking == localize(same).ranking


def test_a_drop_counts_by_its_size() -> None:
    """A fall of 5 % across the fibular head speaks against a block there, one of 70 % for it."""

    def of_neck(drop: str) -> float:
        row = finding(
            "ncs", "peroneal motor to TA", f"{drop} drop across the fibular head", side="left"
        )
        case = {
            "onset": "3 weeks",
            "findings": [finding("gait", "foot drop", "present", side="left"), row],
        }
        sites = localize(case).by_structure
        return sum(x.probability for x in sites if x.structure == "common fibular nerve")

    assert of_neck("70 %") > of_neck("40 %") > of_neck("5 %")
    assert of_neck("70 %") > 1.3 * of_neck("5 %")


def test_what_was_expected_of_a_block() -> None:
    """An answer says how much of the amplitude it expected to be lost on the way."""
    row = finding("ncs", "peroneal motor to TA", "76 % drop across the fibular head", side="left")
    drop = finding("gait", "foot drop", "present", side="left")
    (said,) = [
        one
        for one in localize({"onset": "3 weeks", "findings": [drop, row]}).explanation
        if "ncs" in one.finding
    ]
    assert said.expected.endswith("% of the amplitude lost on the way")
