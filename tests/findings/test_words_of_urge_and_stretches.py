"""Stretches not borne, tones nobody tested, pains that flare, sides that are compared, bladders that are not felt."""

import pytest

from lumbosacral.findings import Members, Names, case_from, understand


def _read(
    known: Names, members: Members, say: str
) -> tuple[set[tuple[str, str, str]], tuple[str, ...]]:
    test, of, value, *side = say.split(" | ")
    finding = {"test": test, "of": of, "value": value} | ({"side": side[0]} if side else {})
    reading = understand(case_from({"findings": [finding]}), known, members)
    said = {
        (target, one.value.word, one.sides) for one in reading.understood for target in one.targets
    }
    return said, tuple(one.words for one in reading.not_understood)


STRETCHED = {
    "sign | straight leg raise | not tolerated | left": "straight leg raise",
    "sign | straight leg raising | unable to tolerate beyond 20 degrees | left": "straight leg raise",
    "sign | reverse straight leg raise | intolerable | left": "femoral stretch test",
}


@pytest.mark.parametrize("say", STRETCHED)
def test_a_stretch_that_is_not_borne_hurts(known: Names, members: Members, say: str) -> None:
    assert _read(known, members, say) == ({(STRETCHED[say], "positive", "left")}, ())


UNSEEN = (
    "sign | anal tone | not tested",
    "sign | anal tone | could not be assessed",
    "autonomic | anal tone | examination refused",
    "sign | foot pulses | not examined",
    "sign | straight leg raise | not tested",
    "sign | Babinski | not tolerated",
)


@pytest.mark.parametrize("say", UNSEEN)
def test_what_nobody_looked_at_is_not_sound(known: Names, members: Members, say: str) -> None:
    said, missed = _read(known, members, say)
    assert not said
    assert missed


FLARED = (
    "pain | low back | for 4 months, suddenly worsened",
    "pain | low back | sudden exacerbation for two days",
    "pain | low back | acute on chronic",
    "pain | low back | worsened acutely",
)


@pytest.mark.parametrize("say", FLARED)
def test_what_flares_did_not_begin_suddenly(known: Names, members: Members, say: str) -> None:
    assert _read(known, members, say)[0] == {("back pain", "present", "unknown")}


def test_what_began_suddenly_may_grow_worse(known: Names, members: Members) -> None:
    said, _ = _read(known, members, "pain | low back | sudden onset, then worsened over 3 days")
    assert ("sudden onset", "present", "unknown") in said


COMPARED = {
    "ncs | saphenous SNAP | diminished, 1.9 uV compared with 4.2 uV on the right | left": (
        1.9,
        4.2,
    ),
    "ncs | tibial CMAP | low amplitude, 1 mV versus 9 mV on the right | left": (1.0, 9.0),
    "ncs | sural SNAP | 3 uV against 12 uV on the right | left": (3.0, 12.0),
}


@pytest.mark.parametrize("say", COMPARED)
def test_each_figure_goes_with_its_own_side(known: Names, members: Members, say: str) -> None:
    test, of, value, side = say.split(" | ")
    case = case_from({"findings": [{"test": test, "of": of, "value": value, "side": side}]})
    told = {one.sides: one.value.number for one in understand(case, known, members).understood}
    assert told == {"left": COMPARED[say][0], "right": COMPARED[say][1]}


EASED = {
    "pain | rest and analgesics | relieve the pain": (
        "relief by lying down or bending the hip and knee"
    ),
    "pain | hyperflexion of the hip | relieves the pain": (
        "relief by lying down or bending the hip and knee"
    ),
    "pain | flexion of the hip and knee | eases it": (
        "relief by lying down or bending the hip and knee"
    ),
    "pain | exertion and standing long | aggravate the pain": "pain worse on walking or standing",
}


@pytest.mark.parametrize("say", EASED)
def test_what_eases_a_pain_is_no_place_of_it(known: Names, members: Members, say: str) -> None:
    assert _read(known, members, say)[0] == {(EASED[say], "present", "unknown")}


SKIN = {
    "sign | crusted vesicles along the S2 dermatome | present": {"shingles"},
    "sign | crusting lesions in the L3/L4 distribution | present": {"shingles"},
    "sign | crusted lesions over the buttock | present": set(),
    "sign | crusting over the wound | present": set(),
}


@pytest.mark.parametrize("say", SKIN)
def test_crusts_along_a_root_are_shingles_and_no_mass(
    known: Names, members: Members, say: str
) -> None:
    assert {name for name, _, _ in _read(known, members, say)[0]} == SKIN[say]


DONE = {
    "history | subarachnoid blockade 8 hours before | present": {"spinal or epidural anaesthesia"},
    "history | short leg splint applied | present": {"cast, brace or stocking on the leg"},
    "history | recent illness | none": {"recent infection or gastroenteritis"},
    "history | femoral artery bypass | present": set(),
    "history | extension of the graft to the femoral artery | present": set(),
    "history | femoral artery puncture | present": {"femoral artery catheterization"},
}


@pytest.mark.parametrize("say", DONE)
def test_what_was_done_is_told_by_what_was_done(known: Names, members: Members, say: str) -> None:
    assert {name for name, _, _ in _read(known, members, say)[0]} == DONE[say]


def test_a_high_degree_of_loss_is_not_all(known: Names, members: Members) -> None:
    said, missed = _read(known, members, "strength | quadriceps | high degree of loss | left")
    assert ("vastus medialis", "weak", "left") in said
    assert not missed


def _named(known: Names, members: Members, say: str) -> set[tuple[str, str]]:
    return {(name, word) for name, word, _ in _read(known, members, say)[0]}


UNURGED = (
    "history | no urge to urinate | present",
    "history | no desire to void | present",
    "history | loss of urge to void | present",
    "history | does not have the urge to void any more | present",
    "history | urge to void | none",
    "history | loss of bladder sensation | present",
    "history | cannot feel bladder fullness | present",
    "history | unaware of passing urine | present",
    "history | voids without feeling it | present",
    "autonomic | urge to void | absent",
    "autonomic | bladder fullness | not felt",
    "autonomic | bladder sensation | reduced",
)


@pytest.mark.parametrize("say", UNURGED)
def test_a_bladder_that_is_not_felt_is_not_well(known: Names, members: Members, say: str) -> None:
    assert _named(known, members, say) == {("bladder emptying", "abnormal")}


KEPT = (
    "autonomic | urge to void | normal",
    "history | urge to void | preserved",
    "autonomic | bladder sensation | intact",
)


@pytest.mark.parametrize("say", KEPT)
def test_a_bladder_that_is_felt_is_well(known: Names, members: Members, say: str) -> None:
    assert _named(known, members, say) == {("bladder emptying", "normal")}


COMPLAINED = {
    "history | no urge to defecate | present": {("bowel complaint", "present")},
    "history | urgency to void | present": {("urinary complaint", "present")},
    "history | no urgency | present": {("urinary complaint", "absent")},
    "history | painless urinary retention | present": {("urinary complaint", "present")},
    "history | able to cycle without pain | present": set(),
    "history | cannot feel the toilet paper when wiping | present": {("perianal area", "reduced")},
    "sign | anal wink | absent": {("anal reflex", "absent")},
    "history | recent illnesses | none": {("recent infection or gastroenteritis", "absent")},
}


@pytest.mark.parametrize("say", COMPLAINED)
def test_a_word_of_the_toilet_means_what_it_says(known: Names, members: Members, say: str) -> None:
    assert _named(known, members, say) == COMPLAINED[say]
