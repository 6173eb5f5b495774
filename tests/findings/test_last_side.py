"""A side that stands alone is that of the case, and a jerk lends its result to no sign."""

import pytest

from lumbosacral.api import cases_of, read


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("TA 2, EHL 2, numb first web space, right", "right"),
        ("33 M, ankle dorsiflexion 2, ankle jerk normal, left", "left"),
        ("TA 2; EHL 2; left side", "left"),
        ("ankle jerks absent, numb feet, both sides", "both"),
    ],
)
def test_a_side_at_the_end_is_that_of_the_case(text: str, side: str) -> None:
    reading = read(cases_of(text)[0])
    assert reading.side == side
    assert not reading.not_understood


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("left, TA 2, EHL 2", {"left"}),
        ("right TA 2, left TA 5, left", {"left", "right"}),
    ],
)
def test_a_side_before_others_holds_for_them(text: str, sides: set[str]) -> None:
    assert {found.sides for found in read(cases_of(text)[0]).understood} == sides


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("ankle jerks absent, plantars extensor", "positive"),
        ("absent ankle jerks, extensor plantar response", "positive"),
        ("knee jerk normal, ankle jerk absent, Babinski", "positive"),
        ("Babinski negative, clonus", "negative"),
    ],
)
def test_an_absent_jerk_is_no_absent_sign(text: str, word: str) -> None:
    assert read(cases_of(text)[0]).understood[-1].value.word == word


def _told(text: str) -> set[tuple[str, str, str]]:
    found = read(cases_of(text)[0])
    assert not found.not_understood
    return {
        (one.test, target, one.value.word) for one in found.understood for target in one.targets
    }


@pytest.mark.parametrize(
    "text",
    [
        "areflexia in the legs",
        "absent reflexes in both legs",
        "weak legs with absent reflexes",
        "numb legs and absent reflexes",
        "weakness of both legs with areflexia",
        "strength normal and reflexes absent",
    ],
)
def test_reflexes_of_a_limb_are_no_strength_of_it(text: str) -> None:
    told = _told(text)
    assert ("reflex", "Achilles reflex", "absent") in told
    assert ("strength", "soleus", "absent") not in told


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("normal strength and sensation", ("sensation", "heel", "normal")),
        ("strength, sensation and reflexes normal", ("reflex", "patellar reflex", "normal")),
        ("normal tone, power and reflexes", ("sign", "spasticity", "negative")),
        ("muscle bulk, tone and power normal", ("sign", "wasting of the calf", "negative")),
    ],
)
def test_what_is_said_of_several_examinations_is_said_of_each(
    text: str, more: tuple[str, str, str]
) -> None:
    assert {("strength", "soleus", "normal"), more} <= _told(text)


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("left quadriceps weak and wasted", ("sign", "wasting of the quadriceps", "positive")),
        ("gluteus maximus wasted and weak", ("sign", "wasting of the buttock", "positive")),
        ("vibration and position sense normal", ("sensation", "heel", "normal")),
        ("light touch normal", ("sensation", "heel", "normal")),
        ("SLR +ve L at 40", ("sign", "straight leg raise", "positive")),
    ],
)
def test_what_is_told_in_few_words(text: str, more: tuple[str, str, str]) -> None:
    assert more in _told(text)


def test_a_joint_holds_for_the_movements_after_it() -> None:
    found = read(cases_of("hip extension 2, abduction 5, adduction 4")[0])
    assert [(one.targets[0], one.value.grade) for one in found.understood] == [
        ("hip extension", 2),
        ("hip abduction", 5),
        ("hip adduction", 4),
    ]
