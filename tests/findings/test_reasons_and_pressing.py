"""What an operation was done for is no finding of today; what is felt on pressing a place is a sign of that place."""

import pytest

from lumbosacral.findings import Members, Names, case_from, understand

SPINE = "lumbar spine surgery"
KNEE = "knee arthroplasty"


def _read(say: str, known: Names, members: Members) -> dict[str, str]:
    test, of = say.split(" | ")
    case = case_from({"findings": [{"test": test, "of": of, "value": "present"}]})
    return {
        target: entry.value.word
        for entry in understand(case, known, members).understood
        for target in entry.targets
    }


DONE_FOR = [
    ("history | spinal surgery due to left painless foot drop", {SPINE}),
    ("history | spinal surgery for foot drop", {SPINE}),
    ("history | laminectomy for right foot drop two years ago", {SPINE}),
    ("history | lumbar discectomy for sciatica", {SPINE}),
    ("history | previous L4/5 discectomy for radicular pain", {SPINE}),
    ("history | lumbar surgery because of left leg weakness", {SPINE}),
    ("history | lumbar fusion to relieve back pain", {SPINE}),
    ("history | knee replacement for knee pain", {KNEE}),
    # an illness or an injury belongs to the history
    (
        "history | total hip arthroplasty for osteoarthritis",
        {"total hip arthroplasty", "osteoarthritis of the hip"},
    ),
    (
        "history | lumbar fusion for spinal stenosis",
        {SPINE, "known spinal stenosis or spondylosis"},
    ),
    ("history | hip replacement for hip fracture", {"total hip arthroplasty", "hip fracture"}),
    # what came after the operation is there, and what is told beside its reason
    ("history | foot drop after spinal surgery", {SPINE, "foot drop"}),
    ("history | lumbar fusion for back pain, foot drop since", {SPINE, "foot drop"}),
]


@pytest.mark.parametrize(("say", "expected"), DONE_FOR)
def test_a_complaint_that_was_operated_on_is_not_there(
    say: str, expected: set[str], known: Names, members: Members
) -> None:
    assert set(_read(say, known, members)) == expected


PRESSED = [
    ("sign | tingling on pressing over the fibular head", "Tinel sign at the fibular neck"),
    ("sign | palpation of the fibular head tingles", "Tinel sign at the fibular neck"),
    (
        "sign | pressing on the fibular neck gives pins and needles",
        "Tinel sign at the fibular neck",
    ),
    (
        "sign | palpation of the popliteal fossa reproduces the tingling",
        "Tinel sign in the popliteal fossa",
    ),
    (
        "sign | electric shocks when the popliteal fossa is palpated",
        "Tinel sign in the popliteal fossa",
    ),
    ("sign | palpating behind the knee causes shocks", "Tinel sign in the popliteal fossa"),
    (
        "sign | tingling of the sole when the tarsal tunnel is pressed",
        "Tinel sign at the tarsal tunnel",
    ),
    ("sign | pain on pressing the fibular head", "tenderness at the fibular neck"),
]


@pytest.mark.parametrize(("say", "expected"), PRESSED)
def test_what_is_felt_on_pressing_is_a_sign(
    say: str, expected: str, known: Names, members: Members
) -> None:
    assert set(_read(say, known, members)) == {expected}


@pytest.mark.parametrize(
    ("say", "at_night"),
    [
        ("pain | pain upon standing after a night's rest", False),
        ("pain | pain with the first steps after a night's sleep", False),
        ("pain | pain at night and at rest", True),
        ("pain | pain wakes him at night", True),
    ],
)
def test_pain_on_rising_is_no_pain_at_night(
    say: str, at_night: bool, known: Names, members: Members
) -> None:
    assert ("night pain" in _read(say, known, members)) == at_night


def test_the_words_of_the_reason_come_back(known: Names, members: Members) -> None:
    of = "laminectomy for right foot drop"
    case = case_from({"findings": [{"test": "history", "of": of, "value": "present"}]})
    missed = understand(case, known, members).not_understood
    assert [one.words for one in missed] == ["for right foot drop"]
