"""What a posture does to a pain, how thick the legs are, and whose value it is in a list."""

import pytest

from lumbosacral.api import cases_of, read
from lumbosacral.findings import Understood


def _read(say: str) -> list[Understood]:
    words = dict(
        zip(("test", "of", "value", "side"), (w.strip() for w in say.split("|")), strict=False)
    )
    (case,) = cases_of(
        {"side": "left", "findings": [{key: word for key, word in words.items() if word}]}
    )
    return read(case).understood


def _said(say: str) -> set[tuple[str, str]]:
    return {(target, u.value.word) for u in _read(say) for target in u.targets}


def _sided(say: str) -> set[tuple[str, str, str]]:
    return {(target, u.value.word, u.sides) for u in _read(say) for target in u.targets}


_SITS = "relief by sitting or bending forward"
_WALKS = "pain worse on walking or standing"


@pytest.mark.parametrize(
    ("say", "meant"),
    [
        ("pain | leaning forward over a chair or shopping cart | relieves", _SITS),
        ("pain | leaning on a shopping cart | eases the pain", _SITS),
        ("pain | leg pain after walking 200 m forcing her to sit | present", _SITS),
        ("pain | leg pain on walking, sits down | present", _SITS),
        ("pain | lying down | eases the pain", "relief by lying down or bending the hip and knee"),
        ("pain | sitting | worsens", "pain worse on sitting"),
        ("pain | walking | aggravates", _WALKS),
        ("pain | coughing and sneezing | worsens", "pain worse on coughing or sneezing"),
        ("pain | leg pain on walking | eases on stopping", _WALKS),
        ("pain | leg pain on walking | disappears after stopping", _WALKS),
    ],
)
def test_what_a_posture_does_to_a_pain(say: str, meant: str) -> None:
    said = _said(say)
    assert (meant, "present") in said
    assert (meant, "absent") not in said


@pytest.mark.parametrize(
    "say",
    [
        "pain | standing and walking | relieve",
        "pain | getting up and walking | better with",
        "pain | better with getting up and walking | present",
    ],
)
def test_relief_by_both_of_two(say: str) -> None:
    assert (_WALKS, "absent") in _said(say)
    assert ("pain worse on sitting", "present") in _said(say)


def test_no_pain_on_walking_is_still_denied() -> None:
    assert (_WALKS, "absent") in _said("pain | leg pain on walking | absent")


_CALF = "wasting of the calf"
_THIGH = "wasting of the quadriceps"


@pytest.mark.parametrize(
    ("say", "meant"),
    [
        ("sign|calf circumference 33 cm, 36 cm on the left||right", (_CALF, "positive", "right")),
        (
            "sign|left calf circumference 33 cm vs 36 cm on the right|present",
            (_CALF, "positive", "left"),
        ),
        ("sign | calf circumference | 33 cm, right 36 cm | left", (_CALF, "positive", "left")),
        ("sign|thigh girth|45 cm, 48 cm on the other side|left", (_THIGH, "positive", "left")),
        (
            "sign|thigh circumference 10 cm above the patella|44 cm right, 47 cm left",
            (_THIGH, "positive", "right"),
        ),
        ("sign | calf circumference (R/L) | 33/36 cm", (_CALF, "positive", "right")),
        ("sign | calf circumference | 36 cm on both sides", (_CALF, "negative", "both")),
        ("sign | calf circumference | 36 cm, right 36.2 cm | left", (_CALF, "negative", "left")),
        (
            "sign | calf circumference | 40 cm, 36 cm on the right | left",
            ("muscle hypertrophy of the calves", "positive", "left"),
        ),
    ],
)
def test_girths_of_both_legs(say: str, meant: tuple[str, str, str]) -> None:
    assert meant in _sided(say)


def test_a_single_girth_says_nothing_of_wasting() -> None:
    assert not _said("sign | calf circumference | 36 cm | left")


@pytest.mark.parametrize(
    ("say", "weak", "strong"),
    [
        ("quadriceps 3/5, TA and EHL | 5/5", "vastus medialis", "tibialis anterior"),
        ("EHL 2/5, soleus and FHL 5/5 |", "extensor hallucis longus", "soleus"),
        ("iliopsoas 4/5, quadriceps and TA 5/5 |", "psoas", "vastus medialis"),
        ("TA 2/5; peroneus longus, soleus 5/5 |", "tibialis anterior", "fibularis longus"),
    ],
)
def test_a_list_after_a_comma_has_the_value_that_follows(say: str, weak: str, strong: str) -> None:
    said = _said(f"strength | {say} | left")
    assert (weak, "weak") in said
    assert (strong, "normal") in said
    assert (strong, "weak") not in said


@pytest.mark.parametrize(
    ("say", "meant"),
    [
        (
            "both ankle jerks absent and left knee jerk decreased",
            {("Achilles reflex", "absent", "both"), ("patellar reflex", "reduced", "left")},
        ),
        (
            "knee jerks brisk, left ankle jerk absent",
            {("Achilles reflex", "absent", "left"), ("patellar reflex", "increased", "both")},
        ),
        (
            "knee jerks normal, right ankle jerk absent",
            {("Achilles reflex", "absent", "right"), ("patellar reflex", "normal", "both")},
        ),
    ],
)
def test_reflexes_of_both_legs_beside_one(say: str, meant: set[tuple[str, str, str]]) -> None:
    assert meant <= _sided(f"reflex | {say}")
