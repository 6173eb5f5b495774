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
