"""What one line of text says: which kind of test a clause is of, and what is said of everything."""

import pytest

from lumbosacral.api import cases_of, read


def _said(text: str) -> set[tuple[str, str, str]]:
    reading = read(cases_of(text)[0])
    return {(one.test, one.value.word, one.sides) for one in reading.understood}


LOST = [
    # what is weak or numb on both sides does not hurt for that
    ("both legs weak", {("strength", "weak", "both")}),
    ("legs weak both sides", {("strength", "weak", "both")}),
    ("bilateral calves weak", {("strength", "weak", "both")}),
    ("both legs numb, back pain", {("sensation", "reduced", "both"), ("pain", "present", "both")}),
    ("both legs tingling", {("sensation", "positive_symptom", "both")}),
    # and what hurts still does
    ("both legs hurt", {("pain", "present", "both")}),
    ("sciatica both legs", {("pain", "present", "both")}),
    (
        "numb and painful legs",
        {("pain", "present", "both"), ("sensation", "reduced", "both")},
    ),
]
WHOLE = [
    # a kind of test after what it is like
    ("absent reflexes", {("reflex", "absent", "unknown")}),
    ("no reflexes", {("reflex", "absent", "unknown")}),
    ("areflexia", {("reflex", "absent", "unknown")}),
    ("reduced reflexes", {("reflex", "reduced", "unknown")}),
    ("reflexes gone", {("reflex", "absent", "unknown")}),
    ("normal sensation", {("sensation", "normal", "unknown")}),
    ("sensation intact", {("sensation", "normal", "unknown")}),
    ("normal feeling", {("sensation", "normal", "unknown")}),
    ("absent ankle reflexes", {("reflex", "absent", "both")}),
    ("ankle jerk down", {("reflex", "reduced", "unknown")}),
    ("knee jerk down right", {("reflex", "reduced", "right")}),
    # what is not felt
    ("can't feel when wiping", {("sensation", "reduced", "unknown")}),
    ("no feeling when wiping", {("sensation", "reduced", "unknown")}),
    # one who is thin somewhere is wasted there
    ("thin hand", {("sign", "abnormal", "unknown")}),
    ("thin arm", {("sign", "abnormal", "unknown")}),
]
BESIDE = [
    ("postpartum quadriceps weakness", "labour and delivery"),
    ("quadriceps weakness postpartum", "labour and delivery"),
    ("numb feet in a diabetic", "diabetes mellitus"),
    ("painless wasting of thigh in diabetic with weight loss", "diabetes mellitus"),
    ("burning feet in an alcoholic", "alcohol use"),
    ("foot drop, father the same", "family history of neuropathy or pressure palsies"),
    ("high arches, mother has the same", "family history of neuropathy or pressure palsies"),
]


@pytest.mark.parametrize(("text", "want"), LOST + WHOLE)
def test_clause(text: str, want: set[tuple[str, str, str]]) -> None:
    assert _said(text) == want


@pytest.mark.parametrize(("text", "name"), BESIDE)
def test_told_beside(text: str, name: str) -> None:
    reading = read(cases_of(text)[0])
    assert name in {target for one in reading.understood for target in one.targets}


@pytest.mark.parametrize("text", ["age 70", "aged 70", "age: 70, weak leg", "70 years old"])
def test_age(text: str) -> None:
    assert read(cases_of(text)[0]).patient.age == 70


def test_pulses_are_no_muscles() -> None:
    assert _said("foot pulses weak") == {("sign", "positive", "unknown")}
    assert _said("weak pedal pulses") == {("sign", "positive", "unknown")}
    assert ("strength", "weak", "both") in _said("weak calves, foot pulses weak")


NEEDLE = [
    (
        "fibs in TA, EHL, gluteus medius right",
        ["tibialis anterior", "extensor hallucis longus", "gluteus medius"],
    ),
    (
        "fibrillations in TA, peroneus longus and tibialis posterior left",
        ["tibialis anterior", "fibularis longus", "tibialis posterior"],
    ),
]


@pytest.mark.parametrize(("text", "muscles"), NEEDLE)
def test_list_of_the_needle_goes_on(text: str, muscles: list[str]) -> None:
    reading = read(cases_of(text)[0])
    assert [(one.test, *one.targets) for one in reading.understood] == [
        ("emg", muscle) for muscle in muscles
    ]


@pytest.mark.parametrize(
    "text", ["fibs in TA, EHL 4/5", "fibs in TA; EHL 4/5", "fibs in TA, weak EHL"]
)
def test_list_of_the_needle_ends(text: str) -> None:
    assert [one.test for one in read(cases_of(text)[0]).understood] == ["emg", "strength"]


@pytest.mark.parametrize(
    "text",
    [
        "saddle anesthesia absent",
        "saddle anaesthesia: absent",
        "perianal numbness is not present",
        "left foot numbness denied",
        "no saddle anaesthesia",
    ],
)
def test_a_loss_of_feeling_that_is_absent_is_not_there(text: str) -> None:
    (one,) = read(cases_of(text)[0]).understood
    assert (one.test, one.value.word) == ("sensation", "normal")


def test_feeling_that_is_absent_is_lost() -> None:
    (one,) = read(cases_of("sensation in the sole absent")[0]).understood
    assert (one.test, one.value.word) == ("sensation", "absent")


def test_a_figure_that_is_no_grade_is_lent_to_nothing() -> None:
    reading = read(cases_of("power 9, EHL")[0])
    assert reading.not_understood
    assert not any(one.value.grade for one in reading.understood)
