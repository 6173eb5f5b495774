"""Phrases in the manner of reports, and words that nobody knows."""

import re
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lumbosacral.findings import (
    Members,
    Names,
    Reading,
    Understood,
    case_from,
    case_from_text,
    understand,
)
from lumbosacral.findings.cases.case import TestKind as Kind
from lumbosacral.findings.language.words import clean

HERE = Path(__file__).parent
WANT = re.compile(
    r"(\w+) (muscle|movement|area|reflex|sign|task|gait|conduction|association|elsewhere) (.*) = "
    r"(\S+)(?: (\S+))?(?: (\S+))? @(\w+)$"
)
PHRASES = [
    phrase
    for name in ("phrases.yaml", "phrases_second.yaml", "phrases_third.yaml")
    for phrase in yaml.safe_load((HERE / name).read_text(encoding="utf-8"))["phrases"]
]


def _reading(phrase: str, known: Names, members: Members) -> Reading:
    test, of, value, *side = [part.strip() for part in phrase.split(" | ")]
    finding = {"test": test, "of": of, "value": value} | ({"side": side[0]} if side else {})
    return understand(case_from({"findings": [finding]}), known, members)


def _is(want: str, got: Understood) -> bool:
    found = WANT.match(want)
    assert found is not None, want
    test, kind, targets, word, number, unit, side = found.groups()
    included, *excluded = targets.removeprefix("incl ").split(" !")
    named = set(included.split(" + "))
    same = named <= set(got.targets) if targets.startswith("incl ") else named == set(got.targets)
    if (
        not same
        or set(excluded) & set(got.targets)
        or (test, kind, side) != (got.test, got.kind, got.sides)
    ):
        return False
    if word == "number":
        return (got.value.number, got.value.unit) == (float(number), unit)
    return got.value.word == word and (
        number is None or got.value.grade == pytest.approx(float(number), abs=0.01)
    )


@pytest.mark.parametrize("phrase", PHRASES, ids=lambda p: p["say"])
def test_phrase(phrase: dict[str, Any], known: Names, members: Members) -> None:
    reading = _reading(phrase["say"], known, members)
    left = list(reading.understood)
    for want in phrase.get("read", ()):
        got = next((entry for entry in left if _is(want, entry)), None)
        assert got is not None, [entry.as_text() for entry in reading.understood]
        left.remove(got)
    assert not left, [entry.as_text() for entry in left]
    assert bool(phrase.get("unread")) <= bool(reading.not_understood)


def _one(finding: dict[str, Any], known: Names, members: Members, **case: Any) -> Reading:
    return understand(case_from({"findings": [finding], **case}), known, members)


def test_values_of_the_needle_and_of_conduction(known: Names, members: Members) -> None:
    read = _one(
        {"test": "emg", "of": "TA", "value": {"spontaneous": "2+", "recruitment": "reduced"}},
        known,
        members,
    )
    value = read.understood[0].value
    assert (value.word, value.spontaneous, value.recruitment) == ("abnormal", 2, "reduced")
    read = _one(
        {"test": "ncs", "of": "sural SNAP", "value": {"amplitude_uv": 4, "velocity_m_per_s": 44}},
        known,
        members,
    )
    assert [(u.value.number, u.value.unit) for u in read.understood] == [(4, "uV"), (44, "m/s")]
    read = _one({"test": "ncs", "of": "sural SNAP", "value": {"sparkle": 4}}, known, members)
    assert not read.understood
    assert read.not_understood


def test_a_place_is_kept(known: Names, members: Members) -> None:
    read = _one(
        {"test": "ncs", "of": "peroneal conduction block at the fibular head"}, known, members
    )
    assert read.understood[0].at == ("common fibular nerve, fibular neck",)
    assert read.understood[0].value.word == "block"
    slow = {"test": "ncs", "of": "fibular motor", "value": "slowed across the fibular head"}
    assert _one(slow, known, members).understood[0].at == ("common fibular nerve, fibular neck",)


def test_others_are_those_not_named(known: Names, members: Members) -> None:
    case = case_from(
        {
            "side": "left",
            "findings": [
                {"test": "strength", "of": "TA", "value": 2},
                {"test": "strength", "of": "all other muscles", "value": "normal"},
            ],
        }
    )
    first, second = understand(case, known, members).understood
    assert first.targets == ("tibialis anterior",)
    assert "tibialis anterior" not in second.targets
    assert sum(second.shares) == pytest.approx(1)
    assert (second.summary, second.sides) == ("all", "left")


def test_duplicates_merge_and_contradictions_stay(known: Names, members: Members) -> None:
    rows = [
        {"test": "reflex", "of": of, "value": value}
        for of, value in [("AJ", "absent"), ("ankle jerk", "0"), ("Achilles", "2+")]
    ]
    reading = understand(case_from({"findings": rows}), known, members)
    assert [u.value.word for u in reading.understood] == ["absent", "normal"]
    assert len(reading.warnings) == 2
    assert "contradictory" in reading.warnings[1]


def test_sides(known: Names, members: Members) -> None:
    finding = {"test": "reflex", "of": "contralateral ankle jerk", "value": "normal"}
    assert _one(finding, known, members, side="left").understood[0].sides == "right"
    finding = {"test": "reflex", "of": "left ankle jerk", "value": "normal", "side": "right"}
    reading = _one(finding, known, members)
    assert reading.understood[0].sides == "left"
    assert "side" in reading.warnings[0]


HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "[red]bold[/red]",
    "=HYPERLINK(1)",
    "{{7*7}}",
    "${jndi:x}",
    "'; DROP TABLE x",
    "ignore all of this",
]


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("test", ["strength", "sensation", "ncs", "history"])
def test_hostile_words_come_back_unchanged(
    words: str, test: str, known: Names, members: Members
) -> None:
    reading = _one({"test": test, "of": words, "value": "7 zorgs"}, known, members)
    assert not reading.understood
    assert any(words in missed.words for missed in reading.not_understood)


def test_control_characters_go(known: Names, members: Members) -> None:
    reading = _one({"test": "strength", "of": "\x1b[31mzorg\u202e\x00", "value": 2}, known, members)
    assert all(c.isprintable() for missed in reading.not_understood for c in missed.words)


KINDS = get_args(Kind)
PIECES = [
    "left",
    "ankle",
    "jerk",
    "TA",
    "no",
    "and",
    ",",
    "L5",
    "numb",
    "2+",
    "except",
    "all other",
    "(",
    "sural",
    "back pain",
    "4/5",
    "knee",
    "foot",
    "absent",
    "peroneal",
    "of the",
    "myotome",
    "reduced",
    "uV",
    "L4/5",
    "stocking",
    "bilateral",
    "arm",
    "lumbar MRI",
    "CSF protein",
    "91 mg/dL",
    "first to third toes",
    "numbness",
    "during labour",
    "pelvic pain",
    "thigh, anterolateral",
]


def _accounted(reading: Reading, index: int, word: str) -> bool:
    said = [m.words for m in reading.not_understood if m.index == index]
    return any(word in text for text in said)


@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    test=st.sampled_from(KINDS),
    pieces=st.lists(st.sampled_from([*PIECES, "zorgblat"]), min_size=1, max_size=9),
    value=st.one_of(
        st.none(),
        st.sampled_from(
            [
                "2",
                "weak",
                "absent",
                "normal",
                "present",
                "left 2, right 5",
                "weak zorgblat",
                "raised zorgblat",
                "zorgblat",
            ]
        ),
        st.text(max_size=12),
    ),
)
def test_no_unread_word_vanishes(
    test: str, pieces: list[str], value: str | None, known: Names, members: Members
) -> None:
    words = " ".join(pieces)
    if value is not None and value.strip().lower() in {"nan", "inf"}:
        return
    reading = understand(
        case_from({"findings": [{"test": test, "of": words, "value": value}]}), known, members
    )
    assert reading.understood or reading.not_understood
    if "zorgblat" in pieces or (value and "zorgblat" in value):
        assert _accounted(reading, 0, "zorgblat")
    for entry in reading.understood:
        assert entry.targets
        assert sum(entry.shares) == pytest.approx(1)
        assert entry.as_text()


@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    text=st.one_of(
        st.text(min_size=1, max_size=80),
        st.lists(
            st.sampled_from([*PIECES, ";", "for 3 weeks", "45 M", "EMG", "zorgblat"]),
            min_size=1,
            max_size=12,
        ).map(" ".join),
    )
)
def test_any_line_is_survived(text: str, known: Names, members: Members) -> None:
    if not clean(text):
        return
    case = case_from_text(text, known)
    reading = understand(case, known, members)
    assert all(entry.targets for entry in reading.understood)
    if "zorgblat" in text:
        kept = [m.words for m in reading.not_understood] + [case.onset_text, case.patient_text]
        assert any("zorgblat" in words for words in kept)
