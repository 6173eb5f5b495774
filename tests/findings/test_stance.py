"""A pelvis drops on the other side than the leg that does not hold it."""

import pytest

from lumbosacral.findings import Members, Names, case_from, understand


@pytest.mark.parametrize(
    ("say", "value", "side"),
    [
        (
            "gait | when standing on the left leg the right side of the pelvis drops",
            "positive",
            "left",
        ),
        ("gait | pelvis drops on the right when he stands on the left leg", "positive", "left"),
        ("gait | right hip drops when the left leg is weight-bearing", "positive", "left"),
        ("gait | pelvis tilts to the right when she lifts the right leg", "positive", "left"),
        ("gait | left hip drops when the right foot is on the ground", "positive", "right"),
        ("gait | when he stands on his left foot, the right hip drops", "positive", "left"),
        ("gait | left hip drops during right stance", "positive", "right"),
        ("sign | standing on the left leg, the pelvis drops on the right", "positive", "left"),
        (
            "sign | Trendelenburg | positive: pelvis sags on the right when standing on left leg",
            "positive",
            "left",
        ),
        ("sign | Trendelenburg | right pelvis drops when standing on left leg", "positive", "left"),
        ("sign | Trendelenburg | positive when standing on the left leg", "positive", "left"),
        ("sign | Trendelenburg | negative when standing on the left leg", "negative", "left"),
        ("gait | cannot stand on the left leg", "fail", "left"),
    ],
)
def test_the_leg_stood_on_counts(
    known: Names, members: Members, say: str, value: str, side: str
) -> None:
    finding = dict(zip(("test", "of", "value"), (*say.split(" | "), "yes"), strict=False))
    reading = understand(case_from({"findings": [finding]}), known, members)
    assert {(one.value.word, one.sides) for one in reading.understood} == {(value, side)}
