"""Bladder and bowel that are not felt, held or emptied; members of a list that are of another kind of test."""

import pytest

from lumbosacral.api import read
from lumbosacral.findings import case_from

ABNORMAL = (
    "complete urinary incontinence | developed",
    "complete loss of bladder control | reported",
    "no awareness of bladder filling | yes",
    "does not know when his bladder is full | yes",
    "unable to tell if her bladder was full or empty | yes",
    "difficulty stopping the flow of urine | yes",
    "does not empty completely | noted",
    "urinary accidents | frequent",
    "bladder globe | on palpation",
)
WELL = ("no longer needs catheters | now", "bladder was not so much affected | yes")
BOWEL = (
    "no control of bowel | yes",
    "bowel accidents | has had",
    "unable to hold wind | yes",
    "cannot stop a bowel movement | yes",
)
LAX = ("reduction of sphincter tone | on examination", "decrease in rectal tone | noted")
APART = {
    "autonomic | perianal hypoaesthesia and lax sphincter | found": {
        ("lax anal tone", "positive"),
        ("perianal area", "reduced"),
    },
    "autonomic | denies saddle anaesthesia, bladder or bowel incontinence | yes": {
        ("perineum", "normal"),
        ("bladder emptying", "normal"),
        ("bowel complaint", "absent"),
    },
    "autonomic | urinary retention and absent anal reflex | yes": {
        ("bladder emptying", "abnormal"),
        ("anal reflex", "absent"),
    },
    "sensation | numb feet with urinary incontinence | yes": {
        ("dorsum of foot", "reduced"),
        ("bladder emptying", "abnormal"),
    },
    "sensation | numbness of both legs without sphincter disturbance | yes": {
        ("anterior thigh", "reduced"),
        ("bladder emptying", "normal"),
    },
    "sensation | numbness of the dorsum of the foot | with foot drop": {
        ("dorsum of foot", "reduced"),
        ("foot drop", "positive"),
    },
}


def _told(say: str) -> set[tuple[str, str]]:
    test, of, value = say.split(" | ")
    said = read(case_from({"findings": [{"test": test, "of": of, "value": value}]}))
    return {(one.targets[0], one.value.word) for one in said.understood}


@pytest.mark.parametrize("say", ABNORMAL)
def test_a_bladder_that_is_not_felt_or_held_is_abnormal(say: str) -> None:
    assert _told(f"autonomic | {say}") == {("bladder emptying", "abnormal")}


@pytest.mark.parametrize("say", WELL)
def test_what_is_needed_no_more_is_normal(say: str) -> None:
    assert _told(f"autonomic | {say}") == {("bladder emptying", "normal")}


@pytest.mark.parametrize("say", BOWEL)
def test_a_bowel_that_is_not_held_is_a_complaint(say: str) -> None:
    assert _told(f"autonomic | {say}") == {("bowel complaint", "present")}


@pytest.mark.parametrize("say", LAX)
def test_less_tone_is_lax(say: str) -> None:
    assert _told(f"autonomic | {say}") == {("lax anal tone", "positive")}


def test_low_libido_is_no_sound_sexual_function() -> None:
    assert _told("autonomic | decreased libido | yes") == {("sexual dysfunction", "present")}


@pytest.mark.parametrize("say", APART)
def test_members_of_another_kind_are_read_as_that(say: str) -> None:
    assert _told(say) == APART[say]


def test_a_foot_drop_has_the_side_of_the_numbness() -> None:
    case = {"findings": [{"test": "sensation", "of": "right foot numbness with foot drop"}]}
    assert {one.sides for one in read(case_from(case)).understood} == {"right"}


def test_what_was_not_lost_is_not_said_to_be() -> None:
    told = _told("autonomic | has not lost control of her bowels | yes")
    assert ("bowel complaint", "present") not in told


def test_somebody_s_bottom_is_no_sole() -> None:
    assert ("upper buttock", "reduced") in _told("sensation | numbness in her bottom | felt")
    assert ("medial sole", "reduced") in _told("sensation | numb bottom of the foot | yes")
