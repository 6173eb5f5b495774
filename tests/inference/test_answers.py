"""An answer holds together: names, sides, order and time."""

import re
from collections.abc import Mapping
from typing import Any

import pytest
from localized import (
    CASES,
    FOOT_DROP,
    alike,
    finding,
    localize,
    sound,
)

from lumbosacral.inference.answer import Answer


def block_of(answer: Answer) -> float:
    """Probability of the ranked entries that are mostly a block."""
    return sum(
        r.probability for r in answer.ranking[:-1] if r.lesions[0].kind == "conduction block"
    )


def test_a_finding_is_weighed_at_its_own_time() -> None:
    """A sensory amplitude is still normal on day 3 after axon loss: it says nothing then, and much on day 90."""

    def drop(**more: Any) -> Answer:
        kept = finding("ncs", "superficial fibular SNAP", "normal", **more)
        others = [
            finding("strength", "ankle dorsiflexion", "1"),
            finding("sensation", "dorsum of foot", "absent"),
        ]
        # of the full bank: the small one has too few patients of this kind
        case = {"side": "left", "onset": {"days": 90}, "findings": [*others, kept]}
        return localize(case, bank="full")

    early, late = drop(days=3), drop(days=90)
    sound(early)
    assert drop() == late
    assert block_of(early) < block_of(late) - 0.2


def test_the_time_of_a_finding_stands_for_that_of_a_case_that_has_none() -> None:
    late = finding("emg", "tibialis anterior", "abnormal", side="left", days=30)
    assert (
        localize({"findings": [late]}).ranking
        == localize({"onset": {"days": 30}, "findings": [late]}).ranking
    )


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("setting", ["clinic", "emg-lab"])
def test_an_answer_holds_together(name: str, setting: str) -> None:
    answer = localize(CASES[name], setting=setting)
    sound(answer)
    assert answer.setting == setting
    assert answer.explanation


def test_the_same_case_gives_the_same_answer() -> None:
    assert localize(FOOT_DROP).model_dump_json() == localize(FOOT_DROP).model_dump_json()


def test_well_known_pictures_are_recognised() -> None:
    wanted = {
        "foot drop": {"common fibular nerve", "L5 root", "sciatic nerve", "deep fibular nerve"},
        "thigh": {"femoral nerve", "L3 root", "L4 root", "lumbar plexus",
                  "lumbosacral radiculoplexus neuropathy"},
        "saddle": {"cauda equina", "conus medullaris"},
        "studies": {"L5 root"},
    }  # fmt: skip
    for name, structures in wanted.items():
        assert localize(CASES[name]).ranking[0].structure in structures, name


@pytest.mark.parametrize("name", CASES)
def test_what_is_carried_is_never_read(name: str) -> None:
    told = {
        "id": "x7",
        "source": "some paper",
        "summary": "S1 root, S1 root, S1 root: absent ankle jerk, left",
        "truth": {"any_of": ["S1 root"], "site": "S1 root, intraspinal"},
    }
    bare, full = localize(CASES[name]), localize({**told, **CASES[name]})
    assert full.carried == told
    assert full.model_copy(update={"carried": {}}).model_dump_json() == bare.model_dump_json()


@pytest.mark.parametrize("name", CASES)
def test_the_order_of_findings_says_nothing(name: str) -> None:
    case = CASES[name]
    turned = {**case, "findings": list(reversed(case["findings"]))}  # type: ignore[call-overload]
    alike(localize(case), localize(turned))


_TURNED = {"left": "right", "right": "left"}


def turned(tree: Any) -> Any:
    """The same case of a person in the mirror."""
    if isinstance(tree, Mapping):
        return {key: turned(value) for key, value in tree.items()}
    if isinstance(tree, list):
        return [turned(one) for one in tree]
    if isinstance(tree, str):
        return re.sub(r"\b(left|right)\b", lambda m: _TURNED[m[1]], tree)
    return tree


@pytest.mark.parametrize("name", ["foot drop", "thigh", "studies", "saddle"])
def test_the_case_in_the_mirror_gives_the_answer_in_the_mirror(name: str) -> None:
    here, there = localize(CASES[name]), localize(turned(CASES[name]))
    sides = {"left": "right", "right": "left"}
    swapped = [
        [(x.structure, x.site, sides.get(x.side, x.side), x.kind) for x in r.lesions]
        for r in here.ranking
    ]
    assert swapped == [
        [(x.structure, x.site, x.side, x.kind) for x in r.lesions] for r in there.ranking
    ]
    for one, other in zip(here.ranking, there.ranking, strict=True):
        assert one.probability == pytest.approx(other.probability, abs=1e-5)
    assert here.by_structure == there.by_structure
    assert [e.log_odds for e in here.explanation] == [e.log_odds for e in there.explanation]
    assert [t.of for t in here.next_tests] == [t.of for t in there.next_tests]


# --- the explanation
