"""Words of reports on single nerves: what was being done, lists that are denied, what is left of an examination."""

import pytest

from lumbosacral.findings import Members, Names, Reading, case_from, understand


def _read(known: Names, members: Members, *says: str) -> Reading:
    keys = ("test", "of", "value")
    ones = [dict(zip(keys, say.split(" | "), strict=True)) | {"side": "left"} for say in says]
    return understand(case_from({"findings": ones}), known, members)


def _said(reading: Reading) -> set[tuple[str, str]]:
    return {(name, one.value.word or "") for one in reading.understood for name in one.targets}


CALF = {("exertional leg pain", "present")}
PLANTAR = {("plantar great toe", "reduced"), ("medial sole", "reduced")}
SCAR = {("suprapubic area", "reduced"), ("groin", "reduced")}
CORD = ("spinal cord lesion on imaging", "absent")
ROOT = ("root compression, root not said", "absent")
PLEXUS = ("plexus thickening or signal change", "absent")
CAUDA = ("cauda equina compression on imaging", "absent")

READ = [
    # one denial for a list of nervous structures
    (
        "imaging | MRI | no evidence of spinal cord, nerve root or plexus involvement",
        {CORD, ROOT, PLEXUS},
    ),
    ("imaging | MRI of the spine | no cord or root involvement", {CORD, ROOT}),
    ("imaging | MRI | no cord or cauda equina compression", {CORD, CAUDA}),
    # a fall on ice is no test with ice
    ("history | fall on ice | present", {("fall or road accident", "present")}),
    ("history | ankle sprain, treated with ice | present", {("ankle sprain", "present")}),
    ("laboratory | ice test | positive", {("edrophonium or ice test positive", "present")}),
    # of the sole, under one metatarsal
    ("sensation | great toe and first metatarsal area in the sole | numb", PLANTAR),
    ("sensation | under the fifth metatarsal head | numb", {("lateral sole", "reduced")}),
    ("sensation | below the Pfannenstiel scar | numb", SCAR),
    ("pain | calf, when running | present", CALF),
]


@pytest.mark.parametrize(("say", "wanted"), READ)
def test_it_is_read(known: Names, members: Members, say: str, wanted: set[tuple[str, str]]) -> None:
    assert wanted <= _said(_read(known, members, say))


HURTS = [
    "pain | thigh, running | present",
    "pain | knee, when running | severe",
    "pain | thigh, squatting | present",
    "pain | thigh, hopping | present",
    "pain | foot, on tiptoeing | present",
]


@pytest.mark.parametrize("say", HURTS)
def test_what_hurts_on_exertion_is_not_tried(known: Names, members: Members, say: str) -> None:
    read = _read(known, members, say).understood
    assert {one.test for one in read} <= {"pain", "history"}
    assert any(one.kind == "area" for one in read)


@pytest.mark.parametrize("say", ["treated with ice", "slip and fall on ice", "slipped on ice"])
def test_ice_underfoot_is_no_test(known: Names, members: Members, say: str) -> None:
    said = _said(_read(known, members, f"history | {say}, perhaps an ankle sprain | present"))
    assert said == {("ankle sprain", "present")}


def test_what_cannot_be_crossed_is_no_habit(known: Names, members: Members) -> None:
    say = "cannot cross the right leg over the left"
    for test in ("history", "task"):
        (one,) = _read(known, members, f"{test} | {say} | present").understood
        assert (one.targets, one.value.grade, one.sides) == (("hip adduction",), 0, "right")
    habit = _said(_read(known, members, "history | crosses the legs | present"))
    assert habit == {("habitual leg crossing", "present")}


def test_weakness_that_was_read_does_not_come_back(known: Names, members: Members) -> None:
    read = _read(known, members, "history | weakness of the leg | present")
    assert read.understood
    assert not read.not_understood
    strange = _read(known, members, "history | weakness of the leg and wibble | present")
    assert any("wibble" in one.words for one in strange.not_understood)


def test_pain_that_began_at_the_wheel_is_not_worse_on_sitting(
    known: Names, members: Members
) -> None:
    began = _said(_read(known, members, "pain | ankle, acute, while driving | present"))
    assert ("pain worse on sitting", "present") not in began
    assert ("sudden onset", "present") in began
    worse = _said(_read(known, members, "pain | thigh | worse while driving"))
    assert ("pain worse on sitting", "present") in worse


def test_one_great_toe_in_the_sole_has_no_dorsum(known: Names, members: Members) -> None:
    say = "pain | great toe and first metatarsal area in the sole | present"
    assert ("dorsum of great toe", "present") not in _said(_read(known, members, say))


def test_rest_of_an_examination_leaves_what_was_told(known: Names, members: Members) -> None:
    read = _read(
        known,
        members,
        "strength | dorsiflexion | weak",
        "sensation | dorsum of foot | reduced",
        "sign | rest of the neurologic examination | normal",
    )
    said = _said(read)
    sound = {
        ("soleus", "normal"),
        ("lateral border of foot", "normal"),
        ("Achilles reflex", "normal"),
    }
    assert sound <= said
    assert ("tibialis anterior", "normal") not in said
    assert ("dorsum of foot", "normal") not in said
    assert not read.not_understood


def test_neurological_examination_alone_is_of_no_part(known: Names, members: Members) -> None:
    assert not _read(known, members, "sign | neurological examination | normal").understood


def test_both_kinds_of_study_of_one_limb(known: Names, members: Members) -> None:
    say = "ncs | other lower extremity motor and sensory nerve conduction | normal"
    said = _said(_read(known, members, say))
    assert {("sural SNAP", "normal"), ("tibial CMAP (abductor hallucis)", "normal")} <= said


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("acute, over 24 hours, 4 weeks ago", 28),
        ("over 2 days, three weeks ago", 21),
        ("over 3 days", 3),
        ("over the last 2 weeks", 14),
    ],
)
def test_time_that_it_took_is_not_how_long_ago(
    known: Names, members: Members, text: str, days: float
) -> None:
    found = {"test": "gait", "of": "foot drop", "value": "present"}
    assert (
        understand(case_from({"onset_text": text, "findings": [found]}), known, members).onset_days
        == days
    )


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("man in his early 60s", 62),
        ("woman in her late 40s", 48),
        ("man in his 60s", 65),
        ("early 30s male", 32),
        ("a man in his seventies", 75),
        ("woman in her early twenties", 22),
    ],
)
def test_age_in_a_decade(known: Names, members: Members, text: str, age: float) -> None:
    found = {"test": "gait", "of": "foot drop", "value": "present"}
    case = case_from({"patient_text": text, "findings": [found]})
    assert understand(case, known, members).patient.age == age
