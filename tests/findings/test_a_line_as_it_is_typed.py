"""A line of text as it is typed in a clinic: who, since when, which side, and nothing lost on the way."""

import pytest

from lumbosacral.findings import Members, Names, Reading, case_from_text, understand


def _read(text: str, known: Names, members: Members) -> Reading:
    return understand(case_from_text(text, known), known, members)


def _told(reading: Reading) -> list[tuple[str, str, str]]:
    return [(one.targets[0], str(one.value), one.sides) for one in reading.understood]


def _unread(reading: Reading) -> list[str]:
    return [one.words for one in reading.not_understood]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("TA 2, 3/12 left leg pain", 91.2),
        ("2/52 of left foot drop", 14),
        ("left foot drop 5 days", 5),
        ("tingling both feet 3 years", 1095.75),
        ("stiff legs 2 yrs", 730.5),
        ("fell yesterday, TA 2", 1),
        ("s/p L THA POD1, TA 0", 1),
        ("fell 3 mo ago, TA 2", 91.2),
        ("numbness R lateral thigh x 4 months", 121.6),
        ("hip replacement 2 days ago, TA 2", 2),
        ("symptoms for 3 weeks, TA 2", 21),
        # what has lasted says nothing of when the illness began
        ("diabetes for 10 years, TA 2", None),
        ("known MS for 10 years, TA 2", None),
        ("pelvic RT 10 yrs ago, TA 2", None),
        ("chemo 6 months ago, numb feet", None),
    ],
)
def test_since_when(known: Names, members: Members, text: str, days: float | None) -> None:
    reading = _read(text, known, members)
    assert reading.onset_days == (None if days is None else pytest.approx(days))
    assert not _unread(reading)


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("bloop 3 weeks ago, TA 2", ["bloop"]),
        ("zorbing 2 days ago, TA 2", ["zorbing"]),
        ("weakness for 6 weeks, TA 2", ["weakness"]),
        ("worse for 2 weeks, TA 2", []),
        ("getting worse over 2 weeks, TA 2", []),
    ],
)
def test_words_beside_a_time_come_back(
    known: Names, members: Members, text: str, unread: list[str]
) -> None:
    reading = _read(text, known, members)
    assert _unread(reading) == unread
    assert reading.onset_days in {14, 21, 2, 42}


@pytest.mark.parametrize(
    ("text", "age", "sex", "first"),
    [
        ("Obese 45F, outer thigh numb", 45, "F", "obesity"),
        ("anticoagulated 77M, groin pain", 77, "M", "anticoagulation"),
        ("diabetic 62 yo man with foot drop", 62, "M", "diabetes mellitus"),
        ("62F right foot drop", 62, "F", "foot drop"),
        ("43-year-old obese woman with left foot drop", 43, "F", "obesity"),
        ("60 yo with foot drop", 60, None, "foot drop"),
    ],
)
def test_who_it_is_after_a_word(
    known: Names, members: Members, text: str, age: int, sex: str | None, first: str
) -> None:
    reading = _read(text, known, members)
    assert (reading.patient.age, reading.patient.sex) == (age, sex)
    assert first in {name for name, _, _ in _told(reading)}


def test_a_comparison_says_no_side_of_what_follows(known: Names, members: Members) -> None:
    said = _told(_read("sural SNAP 14 uV L, 15 uV R; EMG fibs med gastroc", known, members))
    assert [side for _, _, side in said] == ["left", "right", "unknown"]
    said = _told(_read("right; sural SNAP 14 uV, L 15; EMG fibs med gastroc", known, members))
    assert said[-1][2] == "right"
    said = _told(_read("can't tiptoe on the right; ankle jerk absent", known, members))
    assert said[-1][2] == "right"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("SLR + at 40", [("straight leg raise", "positive", "unknown")]),
        ("Babinski + on left", [("Babinski sign", "positive", "left")]),
        ("knee jerk symmetrical", [("patellar reflex", "normal", "both")]),
        ("ankle reflexes are equal", [("Achilles reflex", "normal", "both")]),
        ("ptosis", [("ptosis or double vision", "positive", "unknown")]),
        ("facial weakness", [("facial weakness", "positive", "unknown")]),
        ("+ SLR R", [("straight leg raise", "positive", "right")]),
        ("R H-reflex prolonged by 3 ms vs L", [("soleus H reflex", "slow", "right")]),
        (
            "INV 3, EV 2",
            [("foot inversion", "grade 3", "unknown"), ("foot eversion", "grade 2", "unknown")],
        ),
        ("plantar up-going on the right", [("Babinski sign", "positive", "right")]),
        ("abductors 2/5", [("hip abduction", "grade 2", "unknown")]),
        ("abductor hallucis 2/5", [("abductor hallucis", "grade 2", "unknown")]),
        (
            "foot drop since childhood",
            [("foot drop", "positive", "unknown"), ("onset in childhood", "present", "unknown")],
        ),
        (
            "pelvic RT, TA 2",
            [
                ("pelvic radiotherapy", "present", "unknown"),
                ("tibialis anterior", "grade 2", "unknown"),
            ],
        ),
    ],
)
def test_it_is_read(
    known: Names, members: Members, text: str, told: list[tuple[str, str, str]]
) -> None:
    reading = _read(text, known, members)
    assert _told(reading) == told
    assert not _unread(reading)


@pytest.mark.parametrize(
    ("text", "count", "value", "side"),
    [
        ("normal power", 41, "normal", "unknown"),
        ("no weakness", 41, "normal", "unknown"),
        ("no focal weakness, left ankle jerk absent", 41, "normal", "unknown"),
        ("painless weakness of both legs", 41, "weak", "both"),
        ("no perianal sensation", 1, "absent", "unknown"),
        ("no saddle sensation", 5, "absent", "unknown"),
        ("no abnormal sensation of the foot", 12, "normal", "unknown"),
        ("vibration absent to the knees", 19, "absent", "both"),
        ("vibration lost to the hips", 26, "absent", "both"),
        ("total numbness of left leg to the groin", 26, "absent", "left"),
        ("numb foot to the ankle", 12, "reduced", "unknown"),
    ],
)
def test_how_much_of_a_leg(
    known: Names, members: Members, text: str, count: int, value: str, side: str
) -> None:
    found = max(_read(text, known, members).understood, key=lambda one: len(one.targets))
    assert (str(found.value), found.sides) == (value, side)
    assert len(found.targets) >= count


def test_painless_weakness_hurts_nobody(known: Names, members: Members) -> None:
    told = _told(_read("painless weakness of both legs", known, members))
    assert ("painless", "present", "unknown") in told
    assert "pain in both legs" not in {name for name, _, _ in told}
