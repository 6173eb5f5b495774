"""What is left out of something sound, and what was once and is no more."""

from typing import Any

import pytest

from lumbosacral.api import read
from lumbosacral.findings import case_from


def _words(test: str, of: str, value: str) -> dict[str, str]:
    """Word of each target."""
    finding: dict[str, Any] = {"test": test, "of": of, "value": value}
    understood = read(case_from({"findings": [finding]})).understood
    return {target: one.value.word for one in understood for target in one.targets}


@pytest.mark.parametrize(
    ("test", "of", "value", "name", "word", "sound"),
    [
        ("sensation", "right foot", "intact, except the first web space", "first web space", "reduced", "heel"),
        ("sensation", "sensation", "normal apart from the heel", "heel", "reduced", "anterior thigh"),
        ("strength", "all muscles", "normal except tibialis anterior", "tibialis anterior", "weak", "soleus"),
        ("emg", "all muscles", "normal except for soleus", "soleus", "abnormal", "tibialis anterior"),
        ("ncs", "all studies", "normal except the sural SNAP", "sural SNAP", "abnormal", "superficial fibular SNAP"),
    ],
)  # fmt: skip
def test_what_is_left_out_of_something_sound_is_not(
    test: str, of: str, value: str, name: str, word: str, sound: str
) -> None:
    words = _words(test, of, value)
    assert words[name] == word
    assert words[sound] == "normal"


@pytest.mark.parametrize(
    ("of", "value"), [("foot", "numb except the heel"), ("foot except the heel", "numb")]
)
def test_what_is_left_out_of_a_loss_is_not_lost(of: str, value: str) -> None:
    words = _words("sensation", of, value)
    assert words["dorsum of foot"] == "reduced"
    assert words.get("heel", "normal") == "normal"


def test_of_what_is_left_out_of_the_words_nothing_is_said() -> None:
    words = _words("strength", "all muscles except tibialis anterior", "normal")
    assert words["soleus"] == "normal"
    assert "tibialis anterior" not in words


def test_what_is_left_out_keeps_a_value_of_its_own() -> None:
    finding = {"test": "strength", "of": "all muscles", "value": "5/5 except EHL 4/5"}
    understood = read(case_from({"findings": [finding]})).understood
    assert [u.value.grade for u in understood if u.targets == ("extensor hallucis longus",)] == [4]


@pytest.mark.parametrize("value", ["improved from 1/5 to 4/5", "recovered from 1 to 4"])
def test_the_grade_that_is_now_counts(value: str) -> None:
    finding = {"test": "strength", "of": "ankle dorsiflexion", "value": value}
    (one,) = read(case_from({"findings": [finding]})).understood
    assert one.value.grade == 4


@pytest.mark.parametrize(
    ("of", "value"),
    [("MRI", "clear L5 root compression"), ("clear compression of the L5 root", "yes")],
)
def test_what_is_clearly_there_is_not_clear(of: str, value: str) -> None:
    assert _words("imaging", of, value) == {"L5 root compression": "present"}
    assert _words("imaging", "MRI lumbar spine", "clear") == {"normal lumbar MRI": "present"}


def test_cells_in_the_fluid_of_the_spine_are_no_inflammation_of_the_blood() -> None:
    said = _words("laboratory", "cerebrospinal fluid", "elevated white cell count")
    assert said == {"CSF pleocytosis": "present"}


def test_what_exercise_makes_worse_did_not_begin_with_it() -> None:
    assert "strenuous exercise before onset" not in _words("pain", "worse after exercise", "yes")


@pytest.mark.parametrize(
    ("test", "of", "value", "name", "word"),
    [
        ("sensation", "right thigh", "numbness anterolaterally", "anterolateral thigh", "reduced"),
        ("sensation", "left hemiscrotum", "numb", "genital area", "reduced"),
        ("strength", "great toe extension", "80% of the other side", "great toe extension", "weak"),
        ("reflex", "ankle clonus", "4 beats of ankle clonus", "ankle clonus", "positive"),
        (
            "history",
            "delivered her first child 3 days ago",
            "yes",
            "labour and delivery",
            "present",
        ),
    ],
)
def test_other_turns_of_phrase(test: str, of: str, value: str, name: str, word: str) -> None:
    assert _words(test, of, value)[name] == word


def test_an_h_reflex_of_another_nerve_is_none_of_the_soleus() -> None:
    assert _words("ncs", "peroneal H reflex", "28.6 ms") == {}
