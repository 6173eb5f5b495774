"""Tenderness told among pains, what eases a pain, two pains in one list, and jerks of both sides in one answer."""

import pytest

from lumbosacral.findings import Members, Names, case_from, understand


def _said(known: Names, members: Members, say: str) -> set[tuple[str, str, str]]:
    test, of, value = say.split(" | ")
    reading = understand(
        case_from({"findings": [{"test": test, "of": of, "value": value}]}), known, members
    )
    return {
        (target, one.value.word, one.sides) for one in reading.understood for target in one.targets
    }


TENDER = {
    "pain | moderate tenderness over the left greater trochanter | noted": (
        "tenderness over the greater trochanter",
        "positive",
        "left",
    ),
    "pain | palpation of the piriformis | causes pain": (
        "buttock tenderness",
        "positive",
        "unknown",
    ),
    "pain | area behind the inner ankle | tender to touch": (
        "tenderness behind the medial malleolus",
        "positive",
        "unknown",
    ),
    "pain | lumbar paraspinals | non-tender to palpation": (
        "tenderness of the lumbar spine",
        "negative",
        "unknown",
    ),
    "pain | SI joint tenderness | bilateral": (
        "tenderness of the lumbar spine",
        "positive",
        "both",
    ),
    "pain | left-sided buttock and sacral tenderness | revealed": (
        "buttock tenderness",
        "positive",
        "left",
    ),
    "pain | pain on deep palpation of the femoral triangle | yes": (
        "tenderness at the inguinal ligament",
        "positive",
        "unknown",
    ),
    "pain | painless range of motion of the hip | had a": (
        "restricted or painful hip rotation",
        "negative",
        "unknown",
    ),
    "pain | tenderness over the fibular head | present": (
        "tenderness at the fibular neck",
        "positive",
        "unknown",
    ),
}


@pytest.mark.parametrize("say", TENDER)
def test_tenderness_is_a_sign_and_no_pain(say: str, known: Names, members: Members) -> None:
    assert TENDER[say] in _said(known, members, say)
    assert not {one for one in _said(known, members, say) if one[1] == "present"}


@pytest.mark.parametrize("say", ["pain | painful buttock | yes", "pain | sore buttock | yes"])
def test_what_hurts_of_itself_stays_a_pain(say: str, known: Names, members: Members) -> None:
    assert _said(known, members, say) == {("buttock pain", "present", "unknown")}


PLAIN = {
    "pain | leg pain | usually worse than back pain": {"leg pain", "back pain"},
    "pain | back pain greater than leg pain | yes": {"leg pain", "back pain"},
    "pain | pelvis and anterior thigh pain | yes": {"pelvic pain", "anterior thigh pain"},
    "pain | low back pain at approximately L4-5 | yes": {"back pain"},
    "pain | medial lower leg (L4) | yes": {"medial leg"},
    "pain | around the fibular head and neck | presents with pain": {"pain at the fibular head"},
    "pain | woke her in the small hours | yes": {"night pain"},
    "pain | it hurts to sit or squat | yes": {"pain worse on sitting"},
    "pain | eased by lying down or standing | yes": {
        "relief by lying down or bending the hip and knee",
        "pain worse on sitting",
    },
    "pain | most comfortable position: hip flexed | yes": {
        "relief by lying down or bending the hip and knee"
    },
    "pain | thigh pain on lumbar extension | a good indicator": {
        "anterior thigh pain",
        "pain worse on extension of the back",
    },
}


@pytest.mark.parametrize("say", PLAIN)
def test_only_what_is_told_of_a_pain(say: str, known: Names, members: Members) -> None:
    said = _said(known, members, say)
    assert {target for target, _, _ in said} == PLAIN[say]
    assert {word for _, word, _ in said} == {"present"}


def test_the_worse_of_two_legs_is_no_pain_of_one(known: Names, members: Members) -> None:
    said = _said(known, members, "pain | B/L leg pain, worse (R) | yes")
    assert said == {("pain in both legs", "present", "both")}


def test_numbness_of_another_place_is_of_that_place(known: Names, members: Members) -> None:
    said = _said(known, members, "pain | hip pain and numbness of the dorsum of the foot | yes")
    assert {target for target, word, _ in said if word == "reduced"} == {"dorsum of foot"}


def test_a_jerk_of_each_side(known: Names, members: Members) -> None:
    said = _said(known, members, "reflex | knee jerk on the left | 2+ and absent on the right")
    assert said == {("patellar reflex", "normal", "left"), ("patellar reflex", "absent", "right")}


def test_reflexes_of_arms_and_legs_in_one_answer(known: Names, members: Members) -> None:
    said = _said(known, members, "reflex | tendon reflexes | normal in the upper and lower limbs")
    assert {target for target, _, _ in said} >= {"patellar reflex", "Achilles reflex", "upper limb"}
