"""Feeling and pain as people tell them: what came first, what is asked beside it, what only one place is."""

import pytest

from lumbosacral.findings import Members, Names, case_from, understand

Said = set[tuple[str, str, str]]


def _said(known: Names, members: Members, say: str) -> Said:
    test, of, value = say.split(" | ")
    reading = understand(
        case_from({"findings": [{"test": test, "of": of, "value": value}]}), known, members
    )
    return {
        (target, one.value.word, one.sides) for one in reading.understood for target in one.targets
    }


FELT = {
    "sensation | tingling, first in the toes | yes": (
        "dorsum of middle toes",
        "positive_symptom",
        "unknown",
    ),
    "sensation | lower limb dermatomes | intact": ("anterior leg", "normal", "unknown"),
    "sensation | dermatomal testing | no sensory loss": ("dorsum of foot", "normal", "unknown"),
    "sensation | does not feel the left foot | yes": ("dorsum of foot", "absent", "left"),
    "sensation | inability to feel the sole | noted": ("medial sole", "absent", "unknown"),
    "sensation | around the anus | lack of sensitivity": ("perianal area", "reduced", "unknown"),
    "sensation | left foot | sensation has normalised": ("dorsum of foot", "normal", "left"),
    "sensation | feels as if there is a pebble in the shoe | right foot": (
        "medial sole",
        "positive_symptom",
        "right",
    ),
    "sensation | like wearing socks | both feet": ("dorsum of foot", "positive_symptom", "both"),
    "sensation | first and second web spaces | numb": ("first web space", "reduced", "unknown"),
    "sensation | between the first and second web spaces | numb": (
        "first web space",
        "reduced",
        "unknown",
    ),
    "sensation | thigh and lateral calf | tingling": (
        "posterior thigh",
        "positive_symptom",
        "unknown",
    ),
    "sensation | distal (stocking and glove) numbness | patients present with": (
        "upper limb",
        "abnormal",
        "both",
    ),
    "sensation | absent knee jerk and numb shin | found": (
        "patellar reflex",
        "absent",
        "unknown",
    ),
}


@pytest.mark.parametrize("say", FELT)
def test_what_is_felt(known: Names, members: Members, say: str) -> None:
    assert FELT[say] in _said(known, members, say)


NOT_MEANT = {
    "sensation | thigh and lateral calf | tingling": "medial knee",
    "sensation | dermatomes | normal": "shingles",
    "sensation | absent knee jerk and numb shin | found": "anterior knee",
    "sensation | limb position sense | absent": "anterior thigh",
    "pain | plantar flexion and/or inversion of the foot | exacerbated by": "ankle sprain",
}


@pytest.mark.parametrize("say", NOT_MEANT)
def test_what_is_not_meant(known: Names, members: Members, say: str) -> None:
    assert NOT_MEANT[say] not in {name for name, _, _ in _said(known, members, say)}


DENIED = {
    "pain | no pain in the leg | yes": ("leg pain", "absent"),
    "pain | hip pain, no pain in the foot | yes": ("ankle or foot pain", "absent"),
    "pain | denies pain in the back or buttock | noted": ("buttock pain", "absent"),
    "pain | no pain on coughing | yes": ("pain worse on coughing or sneezing", "absent"),
    "pain | without any pain at night | yes": ("night pain", "absent"),
    "pain | dull, seldom burning | pain is": ("burning pain", "absent"),
    "pain | low back pain that does not usually spread into the leg | has": (
        "back pain",
        "present",
    ),
    "pain | low back pain | no radiation to the legs": (
        "back pain radiating to the leg",
        "absent",
    ),
    "pain | no back or neck pain | yes": ("back pain", "absent"),
    "history | she denies pain in the back | yes": ("back pain", "absent"),
    "sign | no pain on hip rotation | noted": ("restricted or painful hip rotation", "negative"),
}


@pytest.mark.parametrize("say", DENIED)
def test_what_does_not_hurt(known: Names, members: Members, say: str) -> None:
    said = {(name, word) for name, word, _ in _said(known, members, say)}
    assert DENIED[say] in said
    assert "painless" not in {name for name, _ in said}


AFTERWARDS = {
    "pain | thigh pain | since hip replacement": {"anterior thigh pain", "total hip arthroplasty"},
    "pain | left groin pain after hernia repair | complained of": {
        "groin pain",
        "inguinal hernia repair",
    },
    "sensation | numb medial calf since vein stripping | yes": {
        "medial leg",
        "saphenous vein surgery",
    },
    "sensation | numb heel after ankle surgery | yes": {"heel", "ankle or foot surgery"},
    "pain | radicular pain from the low back and buttocks down the left leg | yes": {
        "back pain radiating to the leg",
        "upper buttock",
        "lower buttock",
        "medial buttock",
    },
}


@pytest.mark.parametrize("say", AFTERWARDS)
def test_what_a_complaint_came_after(known: Names, members: Members, say: str) -> None:
    assert {name for name, _, _ in _said(known, members, say)} == AFTERWARDS[say]


STRETCHED = {
    "pain | right straight leg test | positive": {("straight leg raise", "positive", "right")},
    "sign | SLR | was 85 bilaterally": {("straight leg raise", "negative", "both")},
    "sign | straight leg raising | was 35° on the left": {
        ("straight leg raise", "positive", "left")
    },
    "sign | extending the knee with the hip flexed at 90 degrees | reproduces sciatica": {
        ("straight leg raise", "positive", "unknown")
    },
    "pain | deep ache in the right thigh | has": {("anterior thigh pain", "present", "right")},
    "pain | left thigh | soreness": {("anterior thigh pain", "present", "left")},
    "pain | pain along the course of the sciatic nerve | yes": {("leg pain", "present", "unknown")},
    "pain | lying on her back with her legs a little raised | better with": {
        ("relief by lying down or bending the hip and knee", "present", "unknown")
    },
    "pain | sleeps with hips and knees drawn up | has to": {
        ("relief by lying down or bending the hip and knee", "present", "unknown")
    },
    "pain | keeps the left thigh flexed | yes": {
        ("relief by lying down or bending the hip and knee", "present", "unknown")
    },
    "pain | elevating the legs | no effect": set(),
}


@pytest.mark.parametrize("say", STRETCHED)
def test_legs_that_are_held_or_lifted(known: Names, members: Members, say: str) -> None:
    assert _said(known, members, say) == STRETCHED[say]


BESIDE = {
    "pain | back pain and weakness of the left leg | yes": {"back pain", "weak"},
    "pain | low back pain with foot drop | yes": {"back pain", "foot drop"},
    "pain | pain in the calf of the left leg | yes": {"calf pain"},
    "pain | left side hip pain | yes": {"hip pain"},
    "pain | pain on the lateral (outer) side of the thigh | yes": {"lateral thigh pain"},
    "pain | least while sitting | yes": {"no pain when seated"},
    "pain | walks longer when pushing a trolley | yes": {"relief by sitting or bending forward"},
    "pain | uphill is easier than downhill | yes": {"relief by sitting or bending forward"},
    "pain | as if sitting on a golf ball | yes": set(),
    "pain | lumbar extension | reproduced pain down both legs": {
        "pain worse on extension of the back"
    },
}


@pytest.mark.parametrize("say", BESIDE)
def test_what_stands_beside_a_pain(known: Names, members: Members, say: str) -> None:
    said = _said(known, members, say)
    names = {"weak" if word == "weak" else name for name, word, _ in said}
    assert names == BESIDE[say]


AGAIN = {
    "sensation | tingling in the fingers and wrists | yes": [("upper limb", "abnormal")],
    "sensation | numbness, pain and weakness of the left foot | yes": [
        ("ankle or foot pain", "present"),
        ("dorsum of foot", "reduced"),
    ],
    "pain | hip pain, a feeling of sitting on a stone | yes": [("hip pain", "present")],
    "pain | side bending of the trunk and extension of the back | worse with": [
        ("pain worse on extension of the back", "present")
    ],
    "pain | a limp and pain in the calf | presented with": [
        ("antalgic gait", "positive"),
        ("calf pain", "present"),
    ],
}


@pytest.mark.parametrize("say", AGAIN)
def test_what_is_said_once(known: Names, members: Members, say: str) -> None:
    said = [(name, word) for name, word, _ in _said(known, members, say)]
    assert set(AGAIN[say]) <= set(said)
    assert not {"positive_symptom"} & {word for _, word in said} or "fingers" in say
    assert len(said) <= len(AGAIN[say]) or "foot" in say
