"""Who it is in a line of text: age and sex among other words, and what those words say themselves."""

import pytest

from lumbosacral.findings import Members, Names, understand
from lumbosacral.findings.doors import read_cases

LINES = [
    ("a 54-year-old right-handed plumber, left foot drop", 54, None, "left"),
    ("68 year old retired male driver with right foot drop", 68, "M", "right"),
    ("obese 45-year-old woman presenting with left foot drop", 45, "F", "left"),
    ("previously fit 30 yo female runner presented with a right foot drop", 30, "F", "right"),
    ("a 61-year-old man known to have gout, left foot drop", 61, "M", "left"),
    ("left foot drop, right-handed", None, None, "left"),
]


@pytest.mark.parametrize(("line", "age", "sex", "side"), LINES)
def test_age_and_sex_among_other_words(
    line: str, age: float | None, sex: str | None, side: str, known: Names, members: Members
) -> None:
    """They are those of the patient, and the hand somebody writes with is no side of what he has."""
    reading = understand(read_cases(line, known)[0], known, members)
    assert (reading.patient.age, reading.patient.sex) == (age, sex)
    assert [one.sides for one in reading.understood if one.kind == "gait"] == [side]


def test_what_else_he_is_is_told(known: Names, members: Members) -> None:
    """An illness beside the age is read, a trade comes back."""
    line = "a 50-year-old diabetic carpenter with burning feet, fell on a step"
    reading = understand(read_cases(line, known)[0], known, members)
    names = {name for one in reading.understood for name in one.targets}
    assert {"diabetes mellitus", "fall or road accident"} <= names
    assert "spinal deformity or step" not in names
    assert any("carpenter" in one.words for one in reading.not_understood)


def test_weeks_of_a_pregnancy_are_told_with_it(known: Names, members: Members) -> None:
    """They are no time since the onset."""
    line = "37 year old G2P1 woman at 39 weeks, left thigh numb"
    reading = understand(read_cases(line, known)[0], known, members)
    assert any("late pregnancy" in one.targets for one in reading.understood)
    assert reading.onset_days is None
