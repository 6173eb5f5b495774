"""A side that stands alone is that of the case, and a jerk lends its result to no sign."""

import pytest

from lumbosacral.api import cases_of, read


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("TA 2, EHL 2, numb first web space, right", "right"),
        ("33 M, ankle dorsiflexion 2, ankle jerk normal, left", "left"),
        ("TA 2; EHL 2; left side", "left"),
        ("ankle jerks absent, numb feet, both sides", "both"),
    ],
)
def test_a_side_at_the_end_is_that_of_the_case(text: str, side: str) -> None:
    reading = read(cases_of(text)[0])
    assert reading.side == side
    assert not reading.not_understood


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("left, TA 2, EHL 2", {"left"}),
        ("right TA 2, left TA 5, left", {"left", "right"}),
    ],
)
def test_a_side_before_others_holds_for_them(text: str, sides: set[str]) -> None:
    assert {found.sides for found in read(cases_of(text)[0]).understood} == sides


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("ankle jerks absent, plantars extensor", "positive"),
        ("absent ankle jerks, extensor plantar response", "positive"),
        ("knee jerk normal, ankle jerk absent, Babinski", "positive"),
        ("Babinski negative, clonus", "negative"),
    ],
)
def test_an_absent_jerk_is_no_absent_sign(text: str, word: str) -> None:
    assert read(cases_of(text)[0]).understood[-1].value.word == word
