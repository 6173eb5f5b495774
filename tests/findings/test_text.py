"""One line of text."""

import pytest

from lumbosacral.api import cases_of, read
from lumbosacral.errors import CaseError
from lumbosacral.findings import Members, Names, Understood, case_from_text, understand

LINE = (
    "left TA 2, EHL 2, TP 5, dorsum of foot numb, ankle jerk normal; diabetic; "
    "EMG tibialis anterior fibs; sural SNAP 3 uV; superficial fibular SNAP absent"
)


def _read(text: str, known: Names, members: Members) -> list[Understood]:
    return list(understand(case_from_text(text, known), known, members).understood)


def test_the_line_of_the_design(known: Names, members: Members) -> None:
    read = [(u.test, u.targets[0], u.value.word, u.sides) for u in _read(LINE, known, members)]
    assert read == [
        ("strength", "tibialis anterior", "weak", "left"),
        ("strength", "extensor hallucis longus", "weak", "left"),
        ("strength", "tibialis posterior", "normal", "left"),
        ("sensation", "dorsum of foot", "reduced", "left"),
        ("reflex", "Achilles reflex", "normal", "left"),
        ("history", "diabetes mellitus", "present", "left"),
        ("emg", "tibialis anterior", "abnormal", "left"),
        ("ncs", "sural SNAP", "", "left"),
        ("ncs", "superficial fibular SNAP", "absent", "left"),
    ]


def test_person_time_and_sides(known: Names, members: Members) -> None:
    case = case_from_text(
        "45 M, 3 weeks ago after hip replacement, right foot drop; left TA 5", known
    )
    reading = understand(case, known, members)
    assert (reading.patient.age, reading.patient.sex, reading.onset_days) == (45, "M", 21)
    assert [(u.targets[0], u.sides) for u in reading.understood] == [
        ("total hip arthroplasty", "unknown"),
        ("foot drop", "right"),
        ("tibialis anterior", "left"),
    ]


def test_a_list_shares_its_value(known: Names, members: Members) -> None:
    read = _read("R quads, hams 4/5, L normal", known, members)
    assert [(u.value.grade, u.sides) for u in read] == [
        (4, "right"),
        (4, "right"),
        (None, "left"),
        (None, "left"),
    ]
    read = _read("weak dorsiflexion and eversion, numb lateral calf", known, members)
    assert [u.value.word for u in read] == ["weak", "weak", "reduced"]


def test_a_side_holds_until_the_next(known: Names, members: Members) -> None:
    read = _read("left TA 2; knee jerk absent. right EHL 4, AJ 0", known, members)
    assert [u.sides for u in read] == ["left", "left", "right", "right"]


def test_time_does_not_swallow_a_finding(known: Names, members: Members) -> None:
    reading = understand(
        case_from_text("bilateral leg weakness for 6 months", known), known, members
    )
    assert reading.onset_days == pytest.approx(182.4)
    assert [(u.test, u.sides) for u in reading.understood] == [("strength", "both")]


@pytest.mark.parametrize("text", ["", "  ", "\x1b\x00"])
def test_nothing_is_an_error(text: str, known: Names) -> None:
    with pytest.raises(CaseError, match="no findings"):
        case_from_text(text, known)


@pytest.mark.parametrize(
    "text",
    [
        "left gluteus maximus EMG abnormal",
        "left EMG gluteus maximus abnormal",
        "EMG: left gluteus maximus abnormal",
        "left needle EMG of gluteus maximus abnormal",
    ],
)
def test_a_word_for_the_needle_stands_anywhere(text: str, known: Names, members: Members) -> None:
    (one,) = _read(text, known, members)
    assert (one.test, one.targets, one.value.word) == ("emg", ("gluteus maximus",), "abnormal")


def test_a_whole_examination_and_a_way_of_feeling(known: Names, members: Members) -> None:
    line = "strength normal, reflexes normal, left vibration lost at the toes, obese"
    read = _read(line, known, members)
    assert [u.test for u in read] == ["strength", "reflex", "sensation", "history"]
    assert len(read[0].targets) > 20
    assert read[2].modality == "vibration"


@pytest.mark.parametrize(
    "said", ["TA 2, age 900", "900 y man, TA 2", "900M, TA 2", "aged 900, TA 2"]
)
def test_an_age_that_nobody_has_is_refused(known: Names, said: str) -> None:
    with pytest.raises(CaseError, match="'900' is out of range; write 0 to 120 years"):
        case_from_text(said, known)


@pytest.mark.parametrize("said", ["TA 2, 900", "900, TA 2"])
def test_a_number_that_is_no_age_comes_back(known: Names, members: Members, said: str) -> None:
    reading = understand(case_from_text(said, known), known, members)
    assert [u.targets for u in reading.understood] == [("tibialis anterior",)]
    assert [one.words for one in reading.not_understood] == ["900"]


def test_milliseconds_are_nobody() -> None:
    """ "Ms" before a name is a woman; "ms" behind a figure is a unit."""
    assert read(cases_of("H reflex R absent, L 30 ms")[0]).patient.sex is None
    assert read(cases_of("I saw Ms Cole today, left foot drop")[0]).patient.sex == "F"
