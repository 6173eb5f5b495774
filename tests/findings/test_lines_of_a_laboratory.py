"""Lines as they are typed in an EMG laboratory: grades in a row, places of stimulation, a muscle and what it showed."""

import pytest

from lumbosacral.api import cases_of, read
from lumbosacral.findings import Understood, case_from
from lumbosacral.findings.plain.studied.stations import plain_stations

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


def test_figures_of_a_study_are_each_told() -> None:
    """Latency, amplitude and velocity of one study, and then of the next."""
    text = "Motor: R tibial (AH) DML 4.1 ms, amp 12 mV, CV 45 m/s; R peroneal (EDB) DML 5.2, amp 0.8 mV"
    assert [value for _, value, _ in told(text)] == [
        "latency, 4.1 ms",
        "amplitude, 12 mV",
        "45 m/s",
        "latency, 5.2",
        "amplitude, 0.8 mV",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "NCS: sural absent, SPN NR, saphenous 5 uV",
        "EDX: sural and superficial peroneal SNAPs absent, saphenous 5 uV",
        "EMG/NCS: sural absent, SPN absent, saphenous 5 uV",
        "Sensory: sural NR, SPN NR, saphenous SNAP 5 uV",
    ],
)
def test_a_heading_is_no_study(text: str) -> None:
    """What is said of three nerves is said of no other."""
    assert [(name, value) for name, value, _ in told(text)] == [
        ("sural SNAP", "absent"),
        ("superficial fibular SNAP", "absent"),
        ("saphenous SNAP", "5 uV"),
    ]


def test_a_figure_and_that_of_the_other_side() -> None:
    """One of them has no side, the other has its own."""
    assert [(value, side) for _, value, side in told("R sural 4 (L 12) uV")] == [
        ("4 uV", "right"),
        ("12 uV", "left"),
    ]


@pytest.mark.parametrize(
    "of", ["L5 myotome including paraspinals", "L5 muscles as well as the paraspinals"]
)
def test_what_is_included_is_beside_it(of: str) -> None:
    """The paraspinal muscles are no smaller myotome."""
    reading = read(case_from({"findings": [{"test": "emg", "of": of, "value": "denervation"}]}))
    seen = {name for one in reading.understood for name in one.targets}
    assert {"tibialis anterior", "paraspinals L5"} <= seen


def test_intact_but_for_a_place() -> None:
    """What is left out of intact feeling is lost."""
    line = "sensation intact to LT and PP except decreased over R lateral leg and dorsal foot"
    lost = {name for one in read_line(line) if one.value.word == "reduced" for name in one.targets}
    assert lost == {"upper lateral leg", "lower lateral leg", "dorsum of foot"}


def test_a_muscle_told_before_is_not_the_one_recorded_from() -> None:
    """The strength of tibialis anterior makes no study of that muscle."""
    line = "TA 1/5, AJ 2+, peroneal EDB ankle 2.1, BFH 2.0, AFH 0.5 mV"
    studies = [
        (name, value)
        for name, value, _ in told(line)
        if name not in {"tibialis anterior", "Achilles reflex"}
    ]
    assert studies == [(EDB, "2.1 mV"), (EDB, "block, 76 %")]


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


def test_normal_muscles_beside_a_needle() -> None:
    """Muscles that are only normal, before and after one with fibrillations, were studied by the needle as well."""
    line = read_line("R VM: nl; R TA: 2+ fibs; R L5 PSP: nl")
    assert [(one.test, one.targets[0]) for one in line] == [
        ("emg", "vastus medialis"),
        ("emg", "tibialis anterior"),
        ("emg", "paraspinals L5"),
    ]
    kinds = [one.test for one in read_line("quads normal; EMG: TA fibs")]
    assert kinds == ["strength", "emg"]


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
