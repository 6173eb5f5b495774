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
        {("CSF protein raised with few cells", "absent"), ("CSF pleocytosis", "absent")},
    ),
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
