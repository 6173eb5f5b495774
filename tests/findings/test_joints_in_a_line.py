"""In a line of text a knee or an ankle is a reflex, a muscle group or the place of a sign."""

import pytest

from lumbosacral.api import cases_of, read


def _said(text: str) -> set[tuple[str, str]]:
    (case,) = cases_of(text)
    return {(target, u.value.word) for u in read(case).understood for target in u.targets}


@pytest.mark.parametrize(
    ("text", "knee", "ankle"),
    [
        ("knee jerk absent on the left, ankle 2+", "absent", "normal"),
        ("right knee 2+ ankle absent", "normal", "absent"),
        ("reflexes knee 2+ ankle trace", "normal", "reduced"),
        ("knees brisk, ankles absent", "increased", "absent"),
    ],
)
def test_joints_beside_reflexes_are_reflexes(text: str, knee: str, ankle: str) -> None:
    assert _said(text) == {("patellar reflex", knee), ("Achilles reflex", ankle)}


@pytest.mark.parametrize("text", ["knee jerk normal, ankle weak", "knee jerk normal, ankle 4/5"])
def test_a_weak_joint_is_no_reflex(text: str) -> None:
    assert not {name for name, _ in _said(text)} & {"Achilles reflex"}


@pytest.mark.parametrize("text", ["tinel positive at the knee", "positive Tinel sign at the ankle"])
def test_the_place_of_a_sign_is_no_reflex(text: str) -> None:
    assert not {name for name, _ in _said(text)} & {"patellar reflex", "Achilles reflex"}
    (case,) = cases_of(f"reflexes normal, {text}")
    assert [u.index for u in read(case).understood if u.kind == "reflex"] == [0]


@pytest.mark.parametrize(
    ("text", "word"),
    [("SLR 30 deg", "positive"), ("left SLR at 40", "positive"), ("SLR 85 degrees", "negative")],
)
def test_how_far_a_leg_is_raised(text: str, word: str) -> None:
    assert _said(text) == {("straight leg raise", word)}


@pytest.mark.parametrize(
    ("text", "age", "sex"), [("62F right foot drop", 62, "F"), ("45 yo M calf weak", 45, "M")]
)
def test_who_it_is_right_before_what_was_found(text: str, age: int, sex: str) -> None:
    (case,) = cases_of(text)
    assert (case.patient.age, case.patient.sex) == (age, sex)
    assert _said(text)


def test_a_count_of_waves_is_no_age() -> None:
    (case,) = cases_of("30 F waves absent")
    assert case.patient.age is None


def test_what_is_numb_ends_a_list_of_pains() -> None:
    said = _said("pain behind the knee, numb heel and sole")
    assert {("heel", "reduced"), ("medial sole", "reduced")} <= said
    assert ("sole pain", "present") not in said
