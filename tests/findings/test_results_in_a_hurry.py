"""Results as they are typed in a hurry: signs, reflexes, muscles and skin, each with every mark there is for it."""

from itertools import product

import pytest

from lumbosacral.api import cases_of, read
from lumbosacral.findings import Reading, case_from

SIGNS = {
    "SLR": "straight leg raise",
    "straight leg raise": "straight leg raise",
    "Lasegue": "straight leg raise",
    "crossed SLR": "crossed straight leg raise",
    "FST": "femoral stretch test",
    "Babinski": "Babinski sign",
    "Hoffmann": "brisk reflexes in the arms or jaw",
    "ankle clonus": "ankle clonus",
    "Gowers": "Gowers sign",
    "Tinel at fibular neck": "Tinel sign at the fibular neck",
    "Romberg": "Romberg sign",
}
THERE = ["pos", "positive", "+ve", "(+)", "present", "+", "++"]
NOT_THERE = ["neg", "negative", "-ve", "(-)", "absent", "-", "nil", "neg bilat"]
JERKS = {
    "KJ": "patellar reflex",
    "knee jerk": "patellar reflex",
    "patellar": "patellar reflex",
    "AJ": "Achilles reflex",
    "ankle reflex": "Achilles reflex",
}
JERKED = {
    "absent": ["0", "absent", "-", "nil", "NR", "neg", "0/4"],
    "reduced": ["1+", "+", "trace", "tr", "reduced", "\u2193", "1/4"],
    "normal": ["2+", "++", "2", "present", "nl", "N", "normal"],
    "increased": ["3+", "+++", "brisk", "\u2191"],
}
MUSCLES = {
    "TA": "tibialis anterior",
    "EHL": "extensor hallucis longus",
    "ankle DF": "ankle dorsiflexion",
    "HF": "hip flexion",
    "glut med": "gluteus medius",
}
GRADES = {
    4.0: ["4/5", "M4", "MRC 4", "grade 4", "4 out of 5", "IV/V", "(4/5)", "= 4/5", ": 4/5"],
    0.0: ["0", "0/5", "paralysed"],
    1.0: ["1/5", "flicker", "trace"],
    5.0: ["5", "5/5"],
}
SKIN = {
    "dorsum of foot": "dorsum of foot",
    "1st web space": "first web space",
    "medial shin": "medial leg",
    "big toe": "dorsum of great toe",
    "L5 dermatome": "dorsum of foot",
    "sole": "medial sole",
}
FELT = {
    "reduced": ["reduced", "\u2193", "numb", "\u2193 LT", "\u2193 PP", "\u2193 to pin", "reduced to pinprick"],
    "absent": ["absent"],
    "normal": ["intact"],
    "positive_symptom": ["tingling", "P&N"],
}  # fmt: skip


def line(text: str) -> Reading:
    """Read a line of which nothing may come back."""
    reading = read(cases_of(text)[0])
    assert not reading.not_understood
    return reading


def pairs(names: dict[str, str], marks: dict[str, list[str]]) -> list[tuple[str, str, str]]:
    """Every line of a name and a mark, what it names and what it says."""
    every = [(mark, word) for word, each in marks.items() for mark in each]
    return [
        (f"{said} {mark}", name, word)
        for (said, name), (mark, word) in product(names.items(), every)
    ]


@pytest.mark.parametrize(
    ("text", "name", "word"), pairs(SIGNS, {"positive": THERE, "negative": NOT_THERE})
)
def test_a_sign_and_a_mark(text: str, name: str, word: str) -> None:
    (one,) = line(text).understood
    assert (one.targets, one.value.word) == ((name,), word)


@pytest.mark.parametrize(("text", "name", "word"), pairs(JERKS, JERKED))
def test_a_reflex_and_a_mark(text: str, name: str, word: str) -> None:
    (one,) = line(f"L {text}").understood
    assert (one.targets, one.value.word, one.sides) == ((name,), word, "left")


@pytest.mark.parametrize(
    ("text", "name", "grade"), pairs(MUSCLES, {str(grade): said for grade, said in GRADES.items()})
)
def test_a_muscle_and_a_mark(text: str, name: str, grade: str) -> None:
    (one,) = line(f"R {text}").understood
    assert (one.test, one.targets, one.value.grade, one.sides) == (
        "strength",
        (name,),
        float(grade),
        "right",
    )


@pytest.mark.parametrize(("text", "name", "word"), pairs(SKIN, FELT))
def test_skin_and_a_mark(text: str, name: str, word: str) -> None:
    (one,) = line(text).understood
    assert (one.test, one.value.word) == ("sensation", word)
    assert name in one.targets


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("plantars down", {"both": "negative"}),
        ("plantars flexor", {"both": "negative"}),
        ("plantars \u2193\u2193", {"both": "negative"}),
        ("plantars \u2191", {"both": "positive"}),
        ("plantars R up L down", {"right": "positive", "left": "negative"}),
        ("plantars extensor L, flexor R", {"left": "positive", "right": "negative"}),
        ("plantar L up", {"left": "positive"}),
        ("SLR 30 R 80 L", {"right": "positive", "left": "negative"}),
        ("SLR 30\u00b0 right, 80\u00b0 left", {"right": "positive", "left": "negative"}),
    ],
)
def test_each_side_of_a_sign(text: str, told: dict[str, str]) -> None:
    assert {one.sides: one.value.word for one in line(text).understood} == told


def test_plantar_flexors_stay_muscles() -> None:
    (one,) = line("plantar flexors 4/5").understood
    assert one.targets == ("ankle plantarflexion",)


@pytest.mark.parametrize(
    "text",
    ["femoral CMAP 1.2 mV R vs 8.4 mV L", "femoral CMAP 1.2 mV right versus 8.4 mV left"],
)
def test_figures_of_two_sides(text: str) -> None:
    assert [(str(one.value), one.sides) for one in line(text).understood] == [
        ("1.2 mV", "right"),
        ("8.4 mV", "left"),
    ]


@pytest.mark.parametrize(
    ("text", "side"), [("LT TA 2/5", "left"), ("Lt leg weak", "left"), ("decreased LT over the sole", "unknown")]
)  # fmt: skip
def test_light_touch_or_left(text: str, side: str) -> None:
    (one,) = line(text).understood
    assert one.sides == side


def test_a_figure_beside_that_of_the_other_side() -> None:
    told = line("sup peroneal SNAP 3 uV (L 14)").understood
    assert [(str(one.value), one.sides) for one in told] == [("3 uV", "right"), ("14 uV", "left")]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("weak DF, EHL, eversion and inversion, hip abd 4", ["weak"] * 4 + ["grade 4"]),
        ("absent KJ, AJ, plantars down", ["absent", "absent", "negative"]),
        ("TA, EHL 2, PL 3", ["grade 2", "grade 2", "grade 3"]),
        ("reduced power TA, EHL, gastroc 5", ["weak", "weak", "grade 5"]),
    ],
)
def test_a_result_before_or_behind_its_list(text: str, values: list[str]) -> None:
    """A result that leads holds for what follows it, one that ends a list for what stands before."""
    assert [str(one.value) for one in line(text).understood] == values


def test_a_dash_before_a_time_denies_nothing() -> None:
    reading = line("reduced anal tone - 24h")
    assert [one.value.word for one in reading.understood] == ["positive"]
    assert reading.onset_days == pytest.approx(1)


def test_radiotherapy_of_long_ago_is_no_onset() -> None:
    reading = line("RT 15 yrs ago, left leg weak")
    assert reading.onset_days is None
    assert reading.understood[0].test == "history"


def test_arrows_lead_a_pain_on() -> None:
    """Each place on the way hurts, and none that is made of two of them."""
    hurts = {
        name
        for one in line("pain L buttock -> post thigh -> lateral calf").understood
        for name in one.targets
    }
    assert {"posterior thigh", "upper lateral leg", "lower lateral leg"} <= hurts
    assert "lateral thigh pain" not in hurts


@pytest.mark.parametrize(
    ("test", "of", "value", "word"),
    [
        ("sign", "Babinski", "neg", "negative"),
        ("sign", "Babinski", "(-)", "negative"),
        ("sign", "ankle clonus", "neg", "negative"),
        ("sign", "SLR", "(+)", "positive"),
        ("reflex", "KJ", "NR", "absent"),
        ("reflex", "AJ", "N", "normal"),
        ("strength", "TA", "nl", "normal"),
        ("sensation", "sole", "P&N", "positive_symptom"),
        ("sensation", "dorsum of foot", "\u2193 LT", "reduced"),
    ],
)
def test_the_same_marks_in_a_case_file(test: str, of: str, value: str, word: str) -> None:
    reading = read(case_from({"findings": [{"test": test, "of": of, "value": value}]}))
    (one,) = reading.understood
    assert (one.value.word, reading.not_understood) == (word, ())
    assert one.sides == "unknown"
