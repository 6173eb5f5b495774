"""What a history tells of results, of courses and of places, and what that does not say."""

import pytest

from lumbosacral.findings import Members, Names, Reading, case_from, understand


def _read(known: Names, members: Members, say: str) -> Reading:
    test, of, value = say.split(" | ")
    return understand(
        case_from({"findings": [{"test": test, "of": of, "value": value}]}), known, members
    )


def _said(reading: Reading) -> set[tuple[str, str]]:
    return {(target, entry.value.word) for entry in reading.understood for target in entry.targets}


@pytest.mark.parametrize(
    "say",
    [
        "history | both thighs affected for a few days | present",
        "history | left leg involved first | yes",
        "history | MRI of the leg | normal",
        "imaging | ultrasound of the calf | normal",
    ],
)
def test_a_place_that_is_only_named_has_no_normal_feeling(
    say: str, known: Names, members: Members
) -> None:
    reading = _read(known, members, say)
    assert not any(entry.value.word == "normal" for entry in reading.understood)


@pytest.mark.parametrize("say", ["leg gives way on stairs", "pain while walking on tiptoe"])
def test_a_task_that_is_only_named_is_not_passed(say: str, known: Names, members: Members) -> None:
    reading = _read(known, members, f"history | {say} | present")
    assert not any(entry.value.word == "pass" for entry in reading.understood)


@pytest.mark.parametrize(
    ("say", "word"),
    [
        ("history | numbness in all four limbs | present", "reduced"),
        ("history | tingling in arms and legs | yes", "positive_symptom"),
        ("history | numbness of both legs | no", "normal"),
        ("history | neurological examination of the left leg | normal", "normal"),
        ("history | disc surgery without relief of leg symptoms | present", "positive_symptom"),
        ("history | injections with no relief of the foot numbness | yes", "reduced"),
    ],
)
def test_what_is_felt_of_a_place_that_is_told(
    say: str, word: str, known: Names, members: Members
) -> None:
    read = _read(known, members, say).understood
    assert {entry.value.word for entry in read if entry.kind == "area"} == {word}


DONE = [
    ("history | femoral angiography | normal", {("femoral artery catheterization", "present")}),
    ("history | vaginal delivery | normal", {("labour and delivery", "present")}),
    ("history | hip replacement | unremarkable", {("total hip arthroplasty", "present")}),
    ("history | hip replacement | no", {("total hip arthroplasty", "absent")}),
    ("history | lumbar puncture | normal", {("normal CSF", "present")}),
    ("history | myelography | normal", {("normal lumbar MRI", "present")}),
    ("history | MRI of the spine and leg | normal", {("normal lumbar MRI", "present")}),
    ("history | MRI of the spine and thigh normal | ", {("normal lumbar MRI", "present")}),
]


@pytest.mark.parametrize(("say", "expected"), DONE)
def test_a_normal_result_does_not_deny_what_was_done(
    say: str, expected: set[tuple[str, str]], known: Names, members: Members
) -> None:
    assert _said(_read(known, members, say)) == expected


COURSES = [
    (
        "history | leg pain unchanged after lumbar decompression | present",
        {("lumbar spine surgery", "present"), ("improving since onset", "absent")},
        {("leg pain", "absent")},
    ),
    (
        "history | foot drop not improving | present",
        {("foot drop", "positive"), ("improving since onset", "absent")},
        set(),
    ),
    (
        "history | physical therapy without improvement | present",
        set(),
        {("improving since onset", "present")},
    ),
    (
        "history | steroids without any improvement | yes",
        set(),
        {("improving since onset", "present")},
    ),
    (
        "history | relief by bed rest and analgesics | present",
        {("relief by lying down or bending the hip and knee", "present")},
        {("bedridden or prolonged hospital stay", "present")},
    ),
    (
        "history | bed rest for three weeks | present",
        {("bedridden or prolonged hospital stay", "present")},
        set(),
    ),
]


@pytest.mark.parametrize(("say", "there", "not_there"), COURSES)
def test_how_it_went_is_of_the_course_alone(
    say: str,
    there: set[tuple[str, str]],
    not_there: set[tuple[str, str]],
    known: Names,
    members: Members,
) -> None:
    said = _said(_read(known, members, say))
    assert there <= said
    assert not not_there & said
