"""Trouble with several things, treatments in vain, images of the whole spine, legs in danger, senses told together."""

import pytest

from lumbosacral.api import cases_of, read


def _words(say: str, side: str = "left") -> dict[str, str]:
    test, of, value = say.split(" | ")
    case = {"side": side, "findings": [{"test": test, "of": of, "value": value}]}
    return {name: e.value.word for e in read(cases_of(case)[0]).understood for name in e.targets}


@pytest.mark.parametrize(
    ("say", "wanted"),
    [
        (
            "history | difficulty climbing stairs and rising from a chair | present",
            {"stair ascent": "impaired", "rising from a chair": "impaired"},
        ),
        (
            "history | increasing trouble rising from a chair, walking and climbing stairs | present",
            {"rising from a chair": "impaired", "walking": "impaired", "stair ascent": "impaired"},
        ),
        (
            "history | unable to climb stairs or rise from a chair | present",
            {"stair ascent": "fail", "rising from a chair": "fail"},
        ),
        (
            "history | no difficulty walking or climbing stairs | present",
            {"walking": "pass", "stair ascent": "pass"},
        ),
        ("history | problems with climbing stairs | present", {"stair ascent": "impaired"}),
    ],
)
def test_trouble_is_shared_by_all_that_it_is_with(say: str, wanted: dict[str, str]) -> None:
    told = _words(say)
    assert {name: told.get(name) for name in wanted} == wanted


@pytest.mark.parametrize(
    ("say", "wanted"),
    [
        ("history | prednisone | no improvement", {"steroid treatment": "present"}),
        ("history | lumbar surgery | no improvement", {"lumbar spine surgery": "present"}),
        ("history | steroid injection | moderate improvement", {}),
        (
            "history | positive PPD skin test, not treated | present",
            {"intravenous drug use or tuberculosis": "present"},
        ),
        ("history | alcohol | social", {"alcohol use": "absent"}),
        ("history | heavy alcohol use | present", {"alcohol use": "present"}),
    ],
)
def test_what_was_given_in_vain_was_given(say: str, wanted: dict[str, str]) -> None:
    assert _words(say) == wanted


@pytest.mark.parametrize(
    ("say", "wanted"),
    [
        (
            "imaging | MRI of the cervical, thoracic and lumbar spine | mild lumbar stenosis at L4/5 only",
            {"lumbar canal stenosis": "present", "normal spinal cord MRI": "present"},
        ),
        (
            "imaging | MRI of the whole spine | mild lumbar stenosis",
            {"lumbar canal stenosis": "present"},
        ),
        (
            "imaging | MRI of the whole spine | cord compression at T8",
            {"spinal cord lesion on imaging": "present"},
        ),
        (
            "imaging | MRI of the cervical spine | stenosis",
            {"spinal cord lesion on imaging": "present"},
        ),
    ],
)
def test_what_is_found_in_one_part_of_the_spine_is_of_that_part(
    say: str, wanted: dict[str, str]
) -> None:
    assert _words(say) == wanted


@pytest.mark.parametrize(
    ("say", "wanted"),
    [
        ("sign | leg below the knee | pale and cold", {"absent foot pulses": "positive"}),
        ("sign | cold pale foot | present", {"absent foot pulses": "positive"}),
        ("sign | femoral pulses | present", {}),
        ("sign | dorsalis pedis pulse | present", {"absent foot pulses": "negative"}),
        (
            "sign | anterior compartment | tense and tender",
            {"pain out of proportion and on passive stretch": "present"},
        ),
        ("sign | leg compartments | soft", {}),
        (
            "sign | passive dorsiflexion of the foot | elicits the pain",
            {"pain out of proportion and on passive stretch": "present"},
        ),
        (
            "history | respiratory disturbance | none",
            {"breathlessness or respiratory weakness": "negative"},
        ),
    ],
)
def test_a_leg_in_danger(say: str, wanted: dict[str, str]) -> None:
    assert _words(say) == wanted


def test_other_limbs_are_not_this_one() -> None:
    told = _words("strength | all other limbs | 5/5")
    assert set(told) == {"upper limb"}


@pytest.mark.parametrize(
    "say",
    [
        "strength | lower limbs, predominantly the distal part | weak",
        "strength | weakness of the lower limbs, mainly distal | present",
        "strength | legs, more distally | weak",
    ],
)
def test_the_end_that_has_most_of_it(say: str) -> None:
    told = _words(say, "both")
    assert told["tibialis anterior"] == "weak"
    assert "psoas" not in told


def test_including_takes_nothing_away() -> None:
    told = _words("strength | legs, including hip abductors | 5/5", "both")
    assert {"tibialis anterior", "hip abduction"} <= set(told)


@pytest.mark.parametrize(
    ("say", "sense"),
    [
        ("vibration, proprioception and pinprick of the feet", "any"),
        ("pinprick and vibration in the feet", "any"),
        ("pinprick in the feet", "pin"),
        ("vibration in the feet", "vibration"),
    ],
)
def test_senses_of_one_place(say: str, sense: str) -> None:
    case = {"side": "left", "findings": [{"test": "sensation", "of": say, "value": "reduced"}]}
    assert {entry.modality for entry in read(cases_of(case)[0]).understood} == {sense}


def test_a_level_with_its_limb() -> None:
    told = _words("sensation | left lower limb below the level of T5, pinprick | lost")
    assert told["sensory level"] == "positive"
    assert told["dorsum of foot"] == "reduced"


def test_an_uneven_tingling_is_no_loss() -> None:
    assert set(_words("sensation | legs | asymmetrical paresthesia").values()) == {
        "positive_symptom"
    }
