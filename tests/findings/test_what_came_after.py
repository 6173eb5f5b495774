"""A complaint and what it came after are two, and what did not come after an operation does not deny it."""

import pytest

from lumbosacral.findings import Members, Names, Reading, case_from, understand


def _said(reading: Reading) -> set[tuple[str, str]]:
    return {
        (name, one.value.word)
        for one in reading.understood
        for name in one.targets
        if one.kind in {"association", "gait"}
    }


def _read(known: Names, members: Members, test: str, of: str, value: str) -> Reading:
    one = {"test": test, "of": of, "value": value, "side": "right"}
    return understand(case_from({"findings": [one]}), known, members)


BUTTOCK, KNEE, DROP = "buttock pain", "knee pain", "foot drop"
HIP = "hip surgery other than arthroplasty"
READ = [
    ("buttock pain following a hysterectomy", {BUTTOCK, "hysterectomy"}),
    (
        "right buttock pain after 14 hours of surgery in the lateral decubitus position",
        {BUTTOCK, "prolonged surgery or positioning"},
    ),
    ("knee pain after pelvic surgery", {KNEE, "pelvic surgery"}),
    ("left hip pain after knee arthroscopy", {"hip pain", "knee arthroscopy or ligament surgery"}),
    ("foot numbness after a hip operation", {HIP}),
    ("buttock numbness after spinal surgery", {"lumbar spine surgery"}),
    (
        "foot weakness after a stab wound of the thigh",
        {"penetrating wound of the thigh or buttock"},
    ),
    ("knee pain after hip fracture", {KNEE, "hip fracture"}),
    ("heel pain since hip replacement", {"heel pain", "total hip arthroplasty"}),
]


@pytest.mark.parametrize(("of", "named"), READ)
def test_the_place_of_a_complaint_is_not_that_of_an_operation(
    of: str, named: set[str], known: Names, members: Members
) -> None:
    assert _said(_read(known, members, "history", of, "present")) == {
        (name, "present") for name in named
    }


def test_a_pain_after_an_operation_hurts_where_it_is(known: Names, members: Members) -> None:
    reading = _read(known, members, "pain", "buttock pain after knee arthroplasty", "present")
    assert _said(reading) == {(BUTTOCK, "present"), ("knee arthroplasty", "present")}


@pytest.mark.parametrize(
    ("of", "value", "event"),
    [
        ("no foot drop after hip surgery", "present", HIP),
        ("foot drop after hip surgery", "absent", HIP),
        ("no foot drop after knee dislocation", "present", "knee dislocation"),
        ("foot drop since gluteal injection", "absent", "intramuscular injection in the buttock"),
    ],
)
def test_what_was_done_is_not_denied_with_what_did_not_follow(
    of: str, value: str, event: str, known: Names, members: Members
) -> None:
    said = _said(_read(known, members, "history", of, value))
    assert said == {(DROP, "negative"), (event, "present")}


def test_no_weakness_denies_no_replacement(known: Names, members: Members) -> None:
    said = _said(_read(known, members, "history", "no weakness after hip replacement", "present"))
    assert said == {("total hip arthroplasty", "present")}
