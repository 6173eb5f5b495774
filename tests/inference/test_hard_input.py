"""Odd, contradictory, empty and hostile findings still get an answer."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from localized import (
    ATLAS,
    FOOT_DROP,
    SADDLE,
    finding,
    localize,
    sound,
)

from lumbosacral import api
from lumbosacral.errors import CaseError, InputError
from lumbosacral.findings import case_from
from lumbosacral.inference.answer import Answer


@pytest.mark.parametrize(
    "value", ["not examined", "not tested", "not done", "not available", "unknown", "n/a", ""]
)
@pytest.mark.parametrize(
    ("test", "of"),
    [("strength", "knee extension"), ("reflex", "patellar reflex"), ("emg", "soleus")],
)
def test_not_examined_carries_nothing(test: str, of: str, value: str) -> None:
    more = [*FOOT_DROP["findings"], finding(test, of, value)]  # type: ignore[misc]
    bare, full = localize(FOOT_DROP), localize({**FOOT_DROP, "findings": more})
    assert full.ranking == bare.ranking
    assert full.explanation == bare.explanation
    assert of in full.not_understood[0].words


@pytest.mark.parametrize("of", ["knee extension not tested", "knee extension (not examined)"])
def test_not_examined_beside_the_name_carries_nothing(of: str) -> None:
    more = [*FOOT_DROP["findings"], finding("strength", of, None)]  # type: ignore[misc]
    assert localize({**FOOT_DROP, "findings": more}).ranking == localize(FOOT_DROP).ranking


def test_contradictory_findings_survive() -> None:
    more = [*FOOT_DROP["findings"], finding("strength", "ankle dorsiflexion", "5")]  # type: ignore[misc]
    answer = localize({**FOOT_DROP, "findings": more})
    sound(answer)
    assert any("ankle dorsiflexion" in words for words in answer.warnings)
    assert sum("ankle dorsiflexion" in e.finding for e in answer.explanation) == 2


def test_equal_findings_count_once() -> None:
    twice = {**FOOT_DROP, "findings": [*FOOT_DROP["findings"], FOOT_DROP["findings"][0]]}  # type: ignore[misc,index]
    once, answer = localize(FOOT_DROP), localize(twice)
    assert answer.ranking == once.ranking


def test_everything_wrong_at_once_is_still_an_answer() -> None:
    names = {"strength": ATLAS.movements, "sensation": ATLAS.areas, "reflex": ATLAS.reflexes}
    each = [finding(t, of, "absent") for t, all_ in names.items() for of in all_]
    sound(localize({"side": "left", "findings": each}))
    each = [finding(t, of, "normal") for t, all_ in names.items() for of in all_]
    well = localize({"side": "left", "findings": each})
    sound(well)
    assert well.not_a_nerve > 0.5


def test_a_case_with_300_findings() -> None:
    names = [("strength", x) for x in ATLAS.weights] + [("emg", x) for x in ATLAS.weights]
    names += [("sensation", x) for x in ATLAS.areas] + [("reflex", x) for x in ATLAS.reflexes]
    names += [("strength", x) for x in ATLAS.movements] + [("task", x) for x in ATLAS.tasks]
    names += [("ncs", x) for x in (*ATLAS.motor, *ATLAS.sensory, *ATLAS.late)]
    sides = ("left", "right")
    many = [finding(t, of, "normal", side=s) for s in sides for t, of in names][:300]
    assert len(many) == 300
    answer = localize({"findings": many})
    sound(answer)
    assert len(answer.explanation) >= 250


def test_words_that_are_not_known_come_back() -> None:
    more = [*FOOT_DROP["findings"], finding("strength", "tibilais anterior", "2")]  # type: ignore[misc]
    more += [finding("sign", "wibble wobble", "positive")]
    answer = localize({**FOOT_DROP, "findings": more})
    missed = {m.words: m.nearest for m in answer.not_understood}
    assert "tibialis anterior" in next(n for w, n in missed.items() if "tibilais" in w)
    assert any("wibble" in words for words in missed)
    assert answer.ranking == localize(FOOT_DROP).ranking
    with pytest.raises(CaseError, match="not everything was understood"):
        localize({**FOOT_DROP, "findings": more}, strict=True)
    with pytest.raises(CaseError, match="nothing was understood"):
        localize({"findings": more[-1:]})


@pytest.mark.parametrize(
    "words",
    [
        "left ankle dorsiflexion 2",
        "left foot eversion 2",
        "left knee extension 1",
    ],
)
def test_a_gross_finding_alone_speaks_for_what_explains_it(words: str) -> None:
    answer = api.localize(words, bank="small")
    assert isinstance(answer, Answer)
    assert answer.unexplained == ()
    assert answer.explanation[0].log_odds > 0


@pytest.mark.parametrize(
    ("test", "of"),
    [
        pytest.param(
            "strength",
            "tibialis anteriro",
            marks=pytest.mark.xfail(
                reason="a misspelt name is read as the group that its other words name"
            ),
        ),
        ("reflex", "patelar reflex"),
    ],
)
def test_a_misspelt_name_is_not_taken_for_a_group(test: str, of: str) -> None:
    reading = api.read(case_from({"side": "left", "findings": [finding(test, of, "absent")]}))
    assert reading.understood == ()
    assert reading.not_understood[0].words.startswith(of)


def test_no_findings_give_the_prior() -> None:
    answer = localize({"findings": []}, silent=False)
    sound(answer)
    assert answer.explanation == ()


def test_several_cases_are_answered_in_their_order() -> None:
    answers = api.localize([FOOT_DROP, SADDLE], bank="small")
    assert isinstance(answers, list)
    assert answers == [localize(FOOT_DROP), localize(SADDLE)]


def test_an_unknown_setting_is_refused() -> None:
    with pytest.raises(InputError, match="clinic"):
        localize(FOOT_DROP, setting="moon")


# --- anything at all

NAMES: dict[str, tuple[str, ...]] = {
    "strength": (*ATLAS.weights, *ATLAS.movements, "L5 myotome", "lower limb", "quadriceps"),
    "sensation": (*ATLAS.areas, "sole", "S1 dermatome"),
    "reflex": tuple(ATLAS.reflexes),
    "sign": (*ATLAS.signs, *ATLAS.autonomic),
    "gait": tuple(ATLAS.gaits),
    "task": tuple(ATLAS.tasks),
    "ncs": (*ATLAS.motor, *ATLAS.sensory, *ATLAS.late),
    "emg": tuple(ATLAS.weights),
    "pain": tuple(ATLAS.areas),
    "autonomic": tuple(ATLAS.autonomic),
    "history": tuple(ATLAS.associations),
    "imaging": tuple(ATLAS.associations),
}
VALUES = (
    "normal", "weak", "absent", "reduced", "increased", "abnormal", "positive", "negative", "pass",
    "fail", "impaired", "block", "slow", "0", "1", "2-", "3+", "5", "4 uV", "0.2 mV", "31 m/s",
    "40 ms", "2+", "present", "brisk", "", "mild", "left 2, right 5", "not examined", "??",
)  # fmt: skip


@st.composite
def findings(draw: st.DrawFn) -> dict[str, Any]:
    test = draw(st.sampled_from(tuple(NAMES)))
    of = draw(st.one_of(st.sampled_from(NAMES[test]), st.text(min_size=1, max_size=20)))
    value = draw(
        st.one_of(
            st.sampled_from(VALUES),
            st.text(max_size=12),
            st.fixed_dictionaries({"amplitude_uv": st.floats(-5, 1e4).map(str)}),
            st.fixed_dictionaries({"spontaneous": st.sampled_from(["0", "2+", "x"])}),
        )
    )
    side = draw(st.sampled_from([None, "left", "right", "both", "unknown"]))
    return finding(test, of, value, **({"side": side} if side else {}))


@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(findings(), min_size=1, max_size=8),
    st.sampled_from([None, "left", "right", "both", "unknown"]),
    st.one_of(st.none(), st.floats(0, 4000).map(lambda d: {"days": f"{d:g}"})),
    st.sampled_from([{}, {"age": 20}, {"age": 90, "sex": "F", "height_cm": 150}]),
)
def test_no_case_breaks_an_answer(
    several: list[dict[str, Any]],
    side: str | None,
    onset: dict[str, str] | None,
    patient: dict[str, Any],
) -> None:
    case = {"patient": patient, "findings": several, "side": side, "onset": onset}
    case = {key: value for key, value in case.items() if value is not None}
    try:
        answer = localize(case)
    except InputError:  # nothing was understood
        return
    sound(answer)
