"""What comes on exertion only, what a leg bears, and the pressure at the ankle."""

import pytest

from lumbosacral.api import cases_of, read
from lumbosacral.findings import Members, Names, case_from, understand


def _said(known: Names, members: Members, say: str) -> set[tuple[str, str]]:
    test, of, value = say.split(" | ")
    reading = understand(
        case_from({"findings": [{"test": test, "of": of, "value": value}]}), known, members
    )
    return {(target, entry.value.word) for entry in reading.understood for target in entry.targets}


def _told(text: str) -> set[tuple[str, str]]:
    (case,) = cases_of(text)
    return {(target, u.value.word) for u in read(case).understood for target in u.targets}


@pytest.mark.parametrize(
    ("say", "area"),
    [
        ("sensation | numbness of the foot while running | present", "dorsum of foot"),
        ("sensation | dorsum of foot | numbness only during exercise", "dorsum of foot"),
        ("sensation | dorsum of foot | numb on exertion", "dorsum of foot"),
        ("sensation | foot | numb while cycling", "medial sole"),
        ("sensation | numbness and cold feeling in the foot during race | present", "heel"),
        ("sensation | lateral leg numbness when running | present", "upper lateral leg"),
    ],
)
def test_numbness_on_exertion_is_a_symptom(
    known: Names, members: Members, say: str, area: str
) -> None:
    said = _said(known, members, say)
    assert (area, "positive_symptom") in said
    assert (area, "reduced") not in said


@pytest.mark.parametrize(
    "say",
    [
        "sensation | dorsum of foot | numb",
        "sensation | numbness of the dorsum of the foot since a run | present",
        "sensation | numb dorsum of the foot in a runner | present",
        "sensation | dorsum of foot after running | reduced",
    ],
)
def test_numbness_that_lasts_is_a_loss(known: Names, members: Members, say: str) -> None:
    assert ("dorsum of foot", "reduced") in _said(known, members, say)


@pytest.mark.parametrize(
    "say",
    [
        "pain | calf and hamstring fatigue while running | present",
        "pain | calf heaviness on running | present",
        "history | calf and hamstring fatigue while running | present",
        "history | tired calf when running | yes",
        "pain | deep ache in the calf during races | present",
        "pain | calf pain when cycling | present",
        "pain | lower leg pain when exercising | present",
    ],
)
def test_legs_that_tire_on_exertion(known: Names, members: Members, say: str) -> None:
    assert ("exertional leg pain", "present") in _said(known, members, say)


@pytest.mark.parametrize(
    "say",
    [
        "history | fatigue after exercise | present",
        "pain | jaw fatigue while running | present",
        "strength | calf | weak after a race",
    ],
)
def test_not_legs_that_tire(known: Names, members: Members, say: str) -> None:
    assert "exertional leg pain" not in {name for name, _ in _said(known, members, say)}


@pytest.mark.parametrize(
    ("say", "task", "word"),
    [
        ("gait | unable to bear weight | present", "walking", "fail"),
        ("task | weight bearing | unable", "walking", "fail"),
        ("task | bearing weight on the left leg | difficult", "walking", "impaired"),
        ("history | progressive loss of weight bearing | present", "walking", "fail"),
        ("history | lost the ability to bear weight | present", "walking", "fail"),
        ("history | no longer able to bear weight | present", "walking", "fail"),
        ("history | loss of ambulation | present", "walking", "fail"),
        ("strength | unable to bear weight on the leg | present", "walking", "fail"),
        ("gait | able to bear weight | present", "walking", "pass"),
        ("task | standing on the affected leg | fail", "single-leg stance", "fail"),
    ],
)
def test_weight_on_a_leg(known: Names, members: Members, say: str, task: str, word: str) -> None:
    assert _said(known, members, say) == {(task, word)} | (
        {("gradual progressive course", "present")} if "progressive" in say else set()
    )


@pytest.mark.parametrize(
    ("say", "want"),
    [
        (
            "pain | worse on weight bearing | present",
            {("pain worse on walking or standing", "present")},
        ),
        ("gait | non-weight-bearing | present", set()),
        ("history | kept non-weight-bearing for six weeks | present", set()),
        ("history | weight bearing as tolerated | present", set()),
    ],
)
def test_not_weight_that_fails(
    known: Names, members: Members, say: str, want: set[tuple[str, str]]
) -> None:
    assert _said(known, members, say) == want


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("ABI 0.6", "present"),
        ("left ABI 0.55", "present"),
        ("ABPI of 0.4 right", "present"),
        ("post-exercise ABI 0.24", "present"),
        ("ankle brachial index after treadmill 0.5", "present"),
        ("resting ankle-brachial index 0.7", "present"),
        ("ABI 1.1", "absent"),
        ("post-exercise ABPI 1.0", "absent"),
    ],
)
def test_pressure_at_the_ankle(text: str, word: str) -> None:
    assert _told(text) == {("absent foot pulses", word)}


@pytest.mark.parametrize(
    ("say", "word"),
    [
        ("sign | ABI | 0.6", "present"),
        ("sign | ankle brachial index | 1.1", "absent"),
        ("sign | ABI | normal", "absent"),
        ("laboratory | ankle brachial index after exercise | 0.24", "present"),
    ],
)
def test_pressure_at_the_ankle_in_fields(
    known: Names, members: Members, say: str, word: str
) -> None:
    assert _said(known, members, say) == {("absent foot pulses", word)}
