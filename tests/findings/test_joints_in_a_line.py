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
