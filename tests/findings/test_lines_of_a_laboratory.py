"""Lines as they are typed in an EMG laboratory: grades in a row, places of stimulation, a muscle and what it showed."""

import pytest

from lumbosacral.api import cases_of, read
from lumbosacral.findings import Understood, case_from
from lumbosacral.findings.stations import plain_stations

EDB, TA = "fibular CMAP (extensor digitorum brevis)", "fibular CMAP (tibialis anterior)"


def told(text: str) -> list[tuple[str, str, str]]:
    """Return test, value and side of everything that is read in a line of which nothing comes back."""
    reading = read(cases_of(text)[0])
    assert not reading.not_understood
    return [(_name(one), str(one.value), one.sides) for one in reading.understood]


def _name(one: Understood) -> str:
    return one.targets[0] if len(one.targets) == 1 else one.test


@pytest.mark.parametrize(
    ("text", "grades"),
    [
        ("HF 5 KE 5 DF 2 PF 5", [5, 5, 2, 5]),
        ("TA 2 EHL 2 inversion 3 eversion 2 hip abd 4, AJ normal", [2, 2, 3, 2, 4]),
        ("IP 5/5 quads 5/5 TA 2/5 EHL 1/5 gastroc 5/5", [5, 5, 2, 1, 5]),
        ("power 5/5 hips 4/5 knees 2/5 ankles", [5, 4, 2]),
        ("EHL 5/5 right 2/5 left", [5, 2]),
        ("TA 4/5 L 2/5 R", [4, 2]),
        ("R TA 2 L TA 5", [2, 5]),
    ],
)
def test_each_muscle_has_its_own_grade(text: str, grades: list[int]) -> None:
    """Muscles and grades without a comma between them."""
    values = [value for _, value, _ in told(text) if value.startswith("grade")]
    assert values == [f"grade {grade}" for grade in grades]


def test_a_grade_and_its_side() -> None:
    """Each grade is of the side that stands beside it."""
    assert told("EHL 5/5 right 2/5 left") == [
        ("extensor hallucis longus", "grade 5", "right"),
        ("extensor hallucis longus", "grade 2", "left"),
    ]


@pytest.mark.parametrize(
    ("text", "amplitude", "drop"),
    [
        ("peroneal motor: ankle 2.1 mV, below fibular head 2.0 mV, above fibular head 0.5 mV", "2.1", 76),
        ("peroneal CMAP EDB ankle 3.1, BFH 3.0, AFH 1.0 mV", "3.1", 68),
        ("fibular motor 4.0 mV at the ankle, 3.8 mV at the popliteal fossa", "4", 5),
        ("peroneal EDB BFH 3.0 mV AFH 1.5 mV", "3", 50),
        ("peroneal EDB ankle 3.0 mV AFH 3.3 mV", "3", 0),
    ],
)  # fmt: skip
def test_places_of_stimulation(text: str, amplitude: str, drop: int) -> None:
    """The amplitude is that from the lowest place; what is lost on the way up is the block."""
    assert [value for _, value, _ in told(text)] == [f"{amplitude} mV", f"block, {drop} %"]


def test_places_of_stimulation_in_a_case_file() -> None:
    """The same in the answer of a finding."""
    value = "4.0 mV below and 1.0 mV above the fibular head"
    row = {"test": "ncs", "of": "peroneal motor to TA", "value": value}
    reading = read(case_from({"findings": [row]}))
    assert [(one.targets, str(one.value)) for one in reading.understood] == [
        ((TA,), "4 mV"),
        ((TA,), "block, 75 %"),
    ]


def test_another_nerve_has_no_fibular_head() -> None:
    """What falls on the way to the knee is usual in the tibial nerve, and is no fibular amplitude."""
    text = "tibial motor: ankle 8 mV, popliteal fossa 6 mV"
    assert plain_stations(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "Tibialis anterior: +3 fibs, +2 PSW, reduced recruitment; gastroc medial: normal; glut med: +1 fibs",
        "TA: fibs 3+, PSW 2+, recruitment reduced; MG: normal; glut med fibs 1+",
    ],
)
def test_a_muscle_and_what_the_needle_showed(text: str) -> None:
    """All that is said of a muscle before the semicolon is one finding of the needle."""
    assert [value for _, value, _ in told(text)] == [
        "abnormal, spontaneous activity 3, recruitment reduced",
        "normal",
        "abnormal, spontaneous activity 1",
    ]


def test_none_elsewhere() -> None:
    """What the needle did not show in another muscle is no strength of it."""
    (*_, last) = read_line("fibs in TA and peroneus longus, none in gastroc")
    assert (last.test, last.value.word) == ("emg", "normal")


def read_line(text: str) -> tuple[Understood, ...]:
    """Return what a line is read as."""
    return read(cases_of(text)[0]).understood


@pytest.mark.parametrize("text", ["TA fibs 3+", "no fibs in TA", "fibs 2+"])
def test_fibrillations_are_of_muscle(text: str) -> None:
    """The heart is spoken of by its own words."""
    assert all("atrial fibrillation" not in one.targets for one in read_line(text))


def test_a_sign_before_feeling() -> None:
    """ "Babinski L, no sensory loss" are two findings."""
    assert [name for name, *_ in told("Babinski L, no sensory loss")] == [
        "Babinski sign",
        "sensation",
    ]


def test_a_long_run_of_commas_is_read_at_once() -> None:
    """Places that never come do not hold the reader up."""
    text = "peroneal ankle 2.1 mV" + ", " * 400 + "."
    assert plain_stations(text) == text
