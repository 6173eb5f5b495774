"""Strength against resistance and but for some of it, walking told by its mishaps, and drops across the knee."""

import pytest

from lumbosacral.api import cases_of, read
from lumbosacral.findings import Members, Names, case_from, understand

Told = set[tuple[str, str, float | None]]


def _said(known: Names, members: Members, say: str) -> Told:
    test, of, value = say.split(" | ")
    reading = understand(
        case_from({"side": "left", "findings": [{"test": test, "of": of, "value": value}]}),
        known,
        members,
    )
    return {
        (target, entry.value.word, entry.value.grade)
        for entry in reading.understood
        for target in entry.targets
    }


def _words(told: Told) -> dict[str, str]:
    return {name: word for name, word, _ in told}


@pytest.mark.parametrize(
    "say",
    [
        "strength | dorsiflexion of the foot and ankle against light resistance | significant weakness",
        "strength | left foot dorsiflexion against minimal resistance | weakness",
        "strength | weakness of left foot dorsiflexion against minimal resistance | present",
        "strength | ankle dorsiflexion against moderate resistance | weak",
        "strength | ankle dorsiflexion against full manual resistance | reduced",
        "strength | dorsiflexion against the examiner's resistance | impaired",
        "strength | 90% loss of ankle dorsiflexion | present",
        "strength | ankle dorsiflexion | 40% loss",
        "strength | 50% return of strength of ankle dorsiflexion | present",
    ],
)
def test_weak_whatever_it_is_tried_against(known: Names, members: Members, say: str) -> None:
    assert _words(_said(known, members, say)) == {"ankle dorsiflexion": "weak"}


@pytest.mark.parametrize(
    ("value", "grade"),
    [
        ("can hold against slight resistance", 4.0 - 1 / 3),
        ("holds against light resistance only", 4.0 - 1 / 3),
        ("holds against moderate resistance", 4.0),
        ("against some resistance", 4.0),
        ("against full resistance", 5.0),
        ("able to hold against strong resistance", 5.0),
    ],
)
def test_a_grade_by_what_is_held_against(
    known: Names, members: Members, value: str, grade: float
) -> None:
    ((name, _, read),) = _said(known, members, f"strength | ankle dorsiflexion | {value}")
    assert name == "ankle dorsiflexion"
    assert read == pytest.approx(grade, abs=0.1)


@pytest.mark.parametrize(
    "say",
    [
        "strength | ankle dorsiflexion before the injury | normal",
        "strength | pre-injury ankle dorsiflexion | 5/5",
        "reflex | ankle jerk before the accident | present",
        "sensation | dorsum of the foot prior to the fall | normal",
        "strength | quadriceps before the onset | normal",
    ],
)
def test_what_was_before_is_no_finding(known: Names, members: Members, say: str) -> None:
    assert not _said(known, members, say)


@pytest.mark.parametrize(
    "say",
    [
        "strength | motor strength | 5/5 except foot dorsiflexion and eversion 2/5",
        "strength | motor strength | 5/5 except 2/5 foot dorsiflexion and eversion",
        "strength | motor strength | 5/5 except 2/5 in left foot dorsiflexion and eversion",
        "strength | lower limbs | normal except for dorsiflexion and eversion, which were 2/5",
        "strength | lower limb | 5/5 apart from ankle dorsiflexion (2/5) and eversion (2/5)",
        "strength | power 5/5 throughout except ankle dorsiflexion and eversion 2/5 | present",
        "strength | strength | full other than dorsiflexion 2/5 and eversion 2/5",
    ],
)
def test_each_exception_has_the_grade(known: Names, members: Members, say: str) -> None:
    said = _said(known, members, say)
    graded = {name: grade for name, _, grade in said if grade == 2}
    assert graded == {"ankle dorsiflexion": 2, "foot eversion": 2}
    assert _words(said)["soleus"] == "normal"


def test_what_moves_a_joint_that_is_excepted_is_not_sound() -> None:
    (case,) = cases_of(
        "strength: motor strength 5/5 except left foot dorsiflexion and eversion 2/5"
    )
    told = [target for one in read(case).understood for target in one.targets]
    assert "soleus" in told
    assert not {"tibialis anterior", "fibularis longus"} & set(told)


@pytest.mark.parametrize(
    ("say", "weak"),
    [
        (
            "strength | normal throughout except weakness of left ankle and toe dorsiflexors | present",
            {"ankle dorsiflexion", "toe extension"},
        ),
        (
            "strength | all muscles | normal except left ankle and toe dorsiflexors",
            {"ankle dorsiflexion", "toe extension"},
        ),
        (
            "strength | power | full except weakness of the dorsiflexors and evertors",
            {"ankle dorsiflexion", "foot eversion"},
        ),
        (
            "strength | lower limbs | normal apart from weak hip and knee flexion",
            {"hip flexion", "knee flexion"},
        ),
    ],
)
def test_each_joint_of_an_exception_is_weak(
    known: Names, members: Members, say: str, weak: set[str]
) -> None:
    said = _words(_said(known, members, say))
    assert {name for name, word in said.items() if word == "weak"} == weak


@pytest.mark.parametrize(
    "say",
    [
        "gait | cannot clear the ground without tripping | present",
        "gait | unable to walk without stumbling | present",
        "history | cannot walk far without tripping over her toes | present",
        "history | could not go upstairs without falling | present",
        "task | unable to walk more than a few steps without stumbling | present",
    ],
)
def test_a_mishap_that_cannot_be_avoided(known: Names, members: Members, say: str) -> None:
    assert _words(_said(known, members, say)) == {"tripping and frequent falls": "present"}


@pytest.mark.parametrize(
    ("say", "told"),
    [
        ("history | walks without tripping | present", "absent"),
        ("history | no tripping | present", "absent"),
        ("history | tripping | denied", "absent"),
    ],
)
def test_no_mishap(known: Names, members: Members, say: str, told: str) -> None:
    assert _words(_said(known, members, say))["tripping and frequent falls"] == told


@pytest.mark.parametrize(
    "say",
    [
        "gait | does not clear the ground | present",
        "gait | toes fail to clear the floor | present",
        "history | difficulty clearing the floor with the left foot | present",
        "gait | unable to clear the foot | present",
        "gait | limping and dragging the foot | present",
        "gait | limps because of the foot drop | present",
    ],
)
def test_a_foot_that_drops(known: Names, members: Members, say: str) -> None:
    assert _words(_said(known, members, say)) == {"foot drop": "positive"}


def test_a_painless_limp_is_not_of_pain(known: Names, members: Members) -> None:
    assert "antalgic gait" not in _words(_said(known, members, "gait | painless limp | present"))
    assert "antalgic gait" in _words(_said(known, members, "gait | painful limp | present"))


@pytest.mark.parametrize(
    "say",
    [
        "ncs | CMAP amplitude drop across the fibular head | 60%",
        "ncs | CMAP amplitude loss of 91% at the fibular neck | present",
        "ncs | decrease in CMAP amplitude of 40% over the fibular neck | present",
        "ncs | amplitude loss at the fibular head | 91%",
        "ncs | drop in amplitude of more than 50% across the neck of the fibula | present",
        "ncs | peroneal motor study | 70% amplitude drop across the fibular neck",
    ],
)
def test_a_drop_at_the_fibula_is_a_block(known: Names, members: Members, say: str) -> None:
    assert _words(_said(known, members, say)) == {"fibular CMAP (extensor digitorum brevis)": "block"}  # fmt: skip


@pytest.mark.parametrize(
    ("say", "word"),
    [
        ("ncs | slow velocity of peroneal nerve conduction around the fibular neck | present", "slow"),
        ("ncs | peroneal nerve conduction velocity around the fibular neck | slow", "slow"),
        ("ncs | peroneal conduction at the neck of the fibula | slowed", "slow"),
        ("ncs | no drop across the fibular head | present", "normal"),
        ("ncs | no significant amplitude drop across the fibular neck | present", "normal"),
    ],
)  # fmt: skip
def test_the_neck_of_the_fibula(known: Names, members: Members, say: str, word: str) -> None:
    assert _words(_said(known, members, say)) == {"fibular CMAP (extensor digitorum brevis)": word}


@pytest.mark.parametrize(
    ("say", "word"),
    [
        ("emg | paucity of denervation in the gluteus medius | noted", "normal"),
        ("emg | gluteus medius | hardly any denervation", "normal"),
        ("emg | gluteus medius | virtually no fibrillations", "normal"),
        ("emg | gluteus medius | almost no voluntary units", "abnormal"),
        ("emg | gluteus medius | denervation", "abnormal"),
    ],
)
def test_little_denervation(known: Names, members: Members, say: str, word: str) -> None:
    assert _words(_said(known, members, say)) == {"gluteus medius": word}


@pytest.mark.parametrize(
    ("say", "areas"),
    [
        ("sensation | outer border of the leg | numb", {"upper lateral leg", "lower lateral leg"}),
        ("sensation | lateral edge of the calf | numb", {"upper lateral leg", "lower lateral leg"}),
        ("sensation | inner border of the leg | numb", {"medial leg"}),
        ("sensation | outer border of the foot | numb", {"lateral border of foot"}),
        ("sensation | dorsum of the foot extending to the lateral mid-calf | decreased",
         {"dorsum of foot", "upper lateral leg", "lower lateral leg"}),
        ("sensation | lateral calf extending onto the lateral and dorsal aspects of the foot | numb",
         {"upper lateral leg", "lower lateral leg", "lateral border of foot", "dorsum of foot"}),
    ],
)  # fmt: skip
def test_edges_and_what_a_numbness_extends_onto(
    known: Names, members: Members, say: str, areas: set[str]
) -> None:
    assert set(_words(_said(known, members, say))) == areas


@pytest.mark.parametrize(
    ("say", "there"),
    [
        ("history | weakness that progressed to paraplegia within 24 hours | present", False),
        ("history | gradually worsening over several hours | present", False),
        ("history | progressive weakness over several months | present", True),
        ("history | progressive weakness over 3 weeks | present", True),
    ],
)
def test_hours_are_no_gradual_course(known: Names, members: Members, say: str, there: bool) -> None:
    assert ("gradual progressive course" in _words(_said(known, members, say))) is there


@pytest.mark.parametrize(
    ("say", "name", "there"),
    [
        ("history | foot drop on running, recovering with rest | present", "improving since onset", False),
        ("history | return of motor and sensory function | present", "improving since onset", True),
        ("history | transient foot drop after exercise | present", "previous pressure palsies", False),
        ("history | transient foot drop 2 years ago | present", "previous pressure palsies", True),
        ("sign | tibialis anterior tendon | not palpable", "palpable gap in a tendon", True),
        ("sign | the tendon of tibialis anterior does not stand out | present", "palpable gap in a tendon", True),
        ("sign | tibialis anterior tendon | palpable", "palpable gap in a tendon", False),
        ("sign | tender where the superficial peroneal nerve pierces the fascia | present",
         "tenderness at the fibular neck", False),
        ("sign | tenderness over the common peroneal nerve at the fibular neck | present",
         "tenderness at the fibular neck", True),
    ],
)  # fmt: skip
def test_near_misses(known: Names, members: Members, say: str, name: str, there: bool) -> None:
    assert (name in _words(_said(known, members, say))) is there
