"""What the words and the answer name together, and what is read only once."""

import pytest

from lumbosacral.findings import Members, Names, Reading, case_from, understand


def _read(known: Names, members: Members, test: str, of: str, value: str) -> Reading:
    finding = {"test": test, "of": of, "value": value}
    return understand(case_from({"findings": [finding]}), known, members)


def _said(reading: Reading) -> set[tuple[str, str]]:
    return {(target, entry.value.word) for entry in reading.understood for target in entry.targets}


LOOKED_UP = [
    ("laboratory", "creatine kinase", "1,850 U/L", {("creatine kinase raised", "present")}),
    ("history", "CK", "elevated", {("creatine kinase raised", "present")}),
    ("laboratory", "INR", "5.2", {("INR or clotting time raised", "present")}),
    ("laboratory", "CK 10 times normal", "present", {("creatine kinase raised", "present")}),
    ("laboratory", "vitamin B12", "normal", {("vitamin B12 low", "absent")}),
    ("imaging", "lumbar MRI", "abnormal", {("normal lumbar MRI", "absent")}),
    ("imaging", "MRI spine", "no compression", {("normal lumbar MRI", "present")}),
    ("imaging", "normal lumbar MRI", "normal", {("normal lumbar MRI", "present")}),
    (
        "history",
        "lumbar MRI and pelvic CT normal",
        "present",
        {("normal lumbar MRI", "present"), ("normal pelvic MRI or CT", "present")},
    ),
    (
        "laboratory",
        "CSF protein 0.38 g/L, cells 2/uL",
        "normal",
        {("normal CSF", "present")},
    ),
    ("laboratory", "CSF", "no pleocytosis and normal protein", {("normal CSF", "present")}),
    ("laboratory", "CSF", "normal protein and cell count", {("normal CSF", "present")}),
    ("laboratory", "CK of 2599 (normal: <200)", "seen", {("creatine kinase raised", "present")}),
    ("laboratory", "CSF culture", "negative", set()),
    (
        "laboratory",
        "raised CK and normal CRP",
        "yes",
        {("creatine kinase raised", "present"), ("inflammatory markers raised", "absent")},
    ),
    (
        "imaging",
        "L1 fracture with normal spinal cord",
        "CT",
        {("lumbar vertebral or epidural lesion", "present"), ("normal spinal cord MRI", "present")},
    ),
    (
        "autonomic",
        "urinary retention, normal anal tone",
        "yes",
        {("bladder emptying", "abnormal"), ("lax anal tone", "negative")},
    ),
    ("imaging", "chest X-ray", "normal", {("chest mass on imaging", "absent")}),
    ("imaging", "CT brain", "normal", {("brain lesion on imaging", "absent")}),
    ("imaging", "MRI of the brain", "normal", {("normal brain MRI", "present")}),
    ("imaging", "cerebellar atrophy", "MRI brain", set()),
    ("imaging", "MRI of the knee", "intact ligaments, no cyst", set()),
    (
        "imaging",
        "disc prolapse between L4 and L5",
        "MRI",
        {("disc herniation L4/5", "present")},
    ),
    (
        "imaging",
        "cord hyperintensity at T5 and T8",
        "revealed",
        {("spinal cord lesion on imaging", "present")},
    ),
    (
        "history",
        "sudden inability to walk",
        "presented",
        {("walking", "fail"), ("sudden onset", "present")},
    ),
    ("history", "unable to walk without support", "since May", {("walking", "impaired")}),
    ("history", "gradual recovery of strength", "yes", {("improving since onset", "present")}),
    ("history", "slipper falls off the foot", "yes", set()),
    ("history", "professional footballer", "yes", set()),
    ("gait", "drags the leg behind", "yes", set()),
    ("gait", "drags the toes", "yes", {("foot drop", "positive")}),
    ("pain", "chest or back pain", "no", {("back pain", "absent")}),
    (
        "pain",
        "back pain",
        "after a fall",
        {("back pain", "present"), ("fall or road accident", "present")},
    ),
    ("autonomic", "bladder wasn't emptying completely", "yes", {("bladder emptying", "abnormal")}),
    ("history", "no numbness, back pain or weakness", "present", {("back pain", "absent")}),
]


@pytest.mark.parametrize(
    ("test", "of", "value", "want"),
    LOOKED_UP,
    ids=lambda x: str(sorted(x) if isinstance(x, set) else x)[:40],
)
def test_words_and_answer_together(
    test: str, of: str, value: str, want: set[tuple[str, str]], known: Names, members: Members
) -> None:
    assert _said(_read(known, members, test, of, value)) == want


@pytest.mark.parametrize(
    ("test", "of", "value"),
    [
        ("strength", "other hip and leg muscles", "normal"),
        ("sensation", "feet, ankles to mid-calf (two-point)", "reduced"),
        ("sensation", "penis and scrotum", "numb"),
    ],
)
def test_the_same_thing_is_read_once(
    test: str, of: str, value: str, known: Names, members: Members
) -> None:
    assert len(_read(known, members, test, of, value).understood) == 1


def test_overlaps_are_taken_apart(known: Names, members: Members) -> None:
    wide, toe = _read(
        known, members, "sensation", "dorsum of foot and great toe", "numb"
    ).understood
    assert not set(wide.targets) & set(toe.targets)
    assert sum(wide.shares) == pytest.approx(1)


def test_another_part_of_the_body_is_never_the_leg(known: Names, members: Members) -> None:
    for of in ("flexor digitorum profundus", "right hand", "abductor pollicis brevis"):
        (entry,) = _read(known, members, "strength", of, "weak").understood
        assert entry.kind == "elsewhere", of
    for of in ("back pain or weakness", "MRI spine, gluteus, pelvis"):
        reading = _read(known, members, "history", of, "absent" if "or" in of else "normal")
        assert all(entry.kind == "association" for entry in reading.understood), of


def test_a_narrowed_place_is_not_read_as_the_whole(known: Names, members: Members) -> None:
    reading = _read(known, members, "sensation", "area below the knee on the inner side", "numb")
    assert not reading.understood
    assert reading.not_understood


def test_a_spinal_level_is_a_remark(known: Names, members: Members) -> None:
    reading = _read(known, members, "history", "previous L4/5 microdiscectomy", "present")
    assert _said(reading) == {("lumbar spine surgery", "present")}
    assert not reading.not_understood
    assert "L4/5" in reading.warnings[0]


def test_all_but_what_is_left_out(known: Names, members: Members) -> None:
    reading = _read(known, members, "emg", "muscles outside the peroneal territory", "normal")
    (entry,) = reading.understood
    assert "tibialis anterior" not in entry.targets
    assert "soleus" in entry.targets


def test_a_side_alone_names_the_same_again(known: Names, members: Members) -> None:
    reading = _read(known, members, "ncs", "right sural SNAP 3 uV; left 12 uV", "")
    assert [(u.sides, u.value.number) for u in reading.understood] == [("right", 3), ("left", 12)]


def test_pelvic_pain_is_a_finding_of_its_own(known: Names, members: Members) -> None:
    reading = _read(known, members, "pain", "pelvic pain", "present")
    assert [one.targets for one in reading.understood] == [("pelvic pain",)]


WEAKNESS = [
    ("progressive weakness of the left leg", "over two years", "weak", "left"),
    ("leg weakness", "denied", "normal", "unknown"),
    ("weakness", "of both legs", "weak", "both"),
    ("sudden paralysis of the right leg after surgery", "yes", "absent", "right"),
]


@pytest.mark.parametrize(("of", "value", "word", "side"), WEAKNESS)
def test_weakness_told_in_a_history_is_strength(
    known: Names, members: Members, of: str, value: str, word: str, side: str
) -> None:
    reading = _read(known, members, "history", of, value)
    strength = [entry for entry in reading.understood if entry.test == "strength"]
    assert [(entry.value.word, entry.sides) for entry in strength] == [(word, side)]


@pytest.mark.parametrize(
    "of", ["gradual recovery from leg weakness", "his mother has leg weakness"]
)
def test_weakness_that_is_gone_or_of_a_relative_is_no_strength(
    known: Names, members: Members, of: str
) -> None:
    reading = _read(known, members, "history", of, "yes")
    assert not any(entry.test == "strength" for entry in reading.understood)


def test_what_is_said_of_each_side_is_said_of_both(known: Names, members: Members) -> None:
    of = "moderate right foraminal stenosis and mild left foraminal stenosis"
    reading = _read(known, members, "imaging", of, "seen")
    assert [entry.sides for entry in reading.understood] == ["both"]


def test_hands_and_feet_are_felt_in_both(known: Names, members: Members) -> None:
    reading = _read(known, members, "history", "numbness of the hands and feet", "yes")
    assert any(entry.kind == "area" and entry.sides == "both" for entry in reading.understood)
