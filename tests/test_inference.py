"""What must hold of every answer, on the small bank."""

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lumbosacral import api
from lumbosacral.atlas.load import load_atlas
from lumbosacral.errors import CaseError, InputError
from lumbosacral.findings import Reading, case_from
from lumbosacral.inference.answer import Answer
from lumbosacral.inference.evidence import (
    Evidence,
    gather,
    has_side,
    told_by_patient,
    told_rows,
)
from lumbosacral.inference.likelihood import Observer
from lumbosacral.inference.posterior import Posterior, posterior_of
from lumbosacral.inference.two import with_pairs
from lumbosacral.population.bank import get_bank
from lumbosacral.population.blocks import the_catalogue
from lumbosacral.wiring.listening import the_listening

ATLAS = load_atlas()


def finding(test: str, of: str, value: Any, **more: Any) -> dict[str, Any]:
    return {"test": test, "of": of, "value": value, **more}


FOOT_DROP = {
    "patient": {"age": 32, "sex": "M"},
    "onset": "3 weeks",
    "side": "right",
    "findings": [
        finding("strength", "ankle dorsiflexion", "2"),
        finding("strength", "foot inversion", "4"),
        finding("sensation", "dorsum of foot", "reduced"),
        finding("reflex", "Achilles reflex", "normal"),
    ],
}
THIGH = {
    "side": "left",
    "findings": [
        finding("strength", "knee extension", "3"),
        finding("strength", "hip flexion", "4"),
        finding("reflex", "patellar reflex", "absent"),
        finding("sensation", "medial leg", "reduced"),
        finding("history", "diabetes mellitus", "present"),
    ],
}
SADDLE = {
    "findings": [
        finding("strength", "ankle plantarflexion", "weak", side="both"),
        finding("sensation", "perianal area", "absent", side="both"),
        finding("reflex", "Achilles reflex", "absent", side="both"),
        finding("autonomic", "bladder emptying", "abnormal"),
    ],
}
STUDIES = {
    "patient": {"age": 60},
    "onset": {"days": 60},
    "findings": [
        finding("strength", "great toe extension", "4", side="left"),
        finding("ncs", "superficial fibular SNAP", "normal", side="left"),
        finding("ncs", "fibular CMAP (extensor digitorum brevis)", "2 mV", side="left"),
        finding("emg", "tibialis posterior", "abnormal", side="left"),
        finding("strength", "ankle dorsiflexion", "5", side="right"),
    ],
}
CASES = {"foot drop": FOOT_DROP, "thigh": THIGH, "saddle": SADDLE, "studies": STUDIES}


def localize(case: Mapping[str, Any], **how: Any) -> Answer:
    found = api.localize(case, bank="small", **how)
    assert isinstance(found, Answer)
    return found


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
        return localize({"side": "left", "onset": {"days": 90}, "findings": [*others, kept]})

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


def observer_of(reading: Reading) -> Observer:
    catalogue = the_catalogue(the_listening())
    return Observer(ATLAS, catalogue, get_bank("small"), reading.patient.age)


def numbers(tree: Any) -> Iterator[float]:
    if isinstance(tree, Mapping):
        tree = list(tree.values())
    if isinstance(tree, list | tuple):
        for one in tree:
            yield from numbers(one)
    elif isinstance(tree, float | int):
        yield tree


def sound(answer: Answer) -> None:
    """An answer holds together, whatever was asked."""
    assert sum(r.probability for r in answer.ranking) == pytest.approx(1, abs=2e-5)
    assert sum(s.probability for s in answer.by_structure) == pytest.approx(1, abs=1e-4)
    assert answer.ranking[-1].structure == "other"
    shares = [r.probability for r in answer.ranking[:-1]]
    assert shares == sorted(shares, reverse=True)
    assert all(math.isfinite(x) for x in numbers(answer.model_dump()))
    for entry in answer.ranking[:-1]:
        assert 1 <= len(entry.lesions) <= 2
        first = entry.lesions[0]
        assert (entry.structure, entry.site, entry.side) == (
            first.structure,
            first.site,
            first.side,
        )
        assert {x.structure for x in entry.lesions} <= set(ATLAS.structures)
        assert entry.interval[0] <= entry.probability <= entry.interval[1]
        assert entry.interval[0] >= 0
        assert entry.interval[1] <= 1
    assert 0 <= answer.not_a_nerve <= 1 + 1e-6
    for row in (*answer.involved, *answer.by_structure, *answer.conditions):
        assert 0 <= row.probability <= 1 + 1e-6
    for test in answer.next_tests:
        assert test.information_bits > 0
        assert sum(o.probability for o in test.outcomes) == pytest.approx(1, abs=1e-3)
    assert answer.effective_sample_size >= 1
    assert Answer.model_validate_json(answer.model_dump_json()) == answer


def alike(one: Answer, other: Answer, tolerance: float = 1e-3) -> None:
    """Two answers say the same, up to the order of sums."""
    for part, key in (
        ("by_structure", lambda r: (r.structure,)),
        ("involved", lambda r: (r.structure, r.side)),
        ("conditions", lambda r: (r.condition,)),
        ("explanation", lambda r: (r.finding, r.seen)),
    ):
        first, second = (
            {key(r): getattr(r, "probability", getattr(r, "log_odds", 0)) for r in getattr(a, part)}
            for a in (one, other)
        )
        for name in first.keys() | second.keys():
            assert first.get(name, 0) == pytest.approx(second.get(name, 0), abs=tolerance), name
    ranks = [
        {tuple((x.structure, x.side) for x in r.lesions): r.probability for r in a.ranking}
        for a in (one, other)
    ]
    for name in ranks[0].keys() | ranks[1].keys():
        gap = abs(ranks[0].get(name, 0) - ranks[1].get(name, 0))
        assert gap <= max(tolerance, 0.006), name  # entries of 0.5 % come and go
    assert set(one.unexplained) == set(other.unexplained)


# --- what holds of every answer


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


def chance_of_first(
    observer: Observer, reading: Reading, evidence: Evidence, first: Answer, pairs: Posterior
) -> float:
    """Probability of the first answer, over every patient of the bank both ways round, and every pair."""
    total = evidence.base + evidence.silence + told_rows(observer, evidence)[None, :]
    total = total.astype(np.float64)
    for row in evidence.rows:
        total = total + row
    log = np.concatenate([total.ravel(), pairs.log_weight])
    weight = np.exp(log - log.max())
    top, bank = first.ranking[0], observer.bank
    named = tuple(x.structure for x in top.lesions)
    mine = np.array([(tuple(x.structure for x in key[1]) or named) == named for key in bank.cells])
    sides = np.array([["left"] * len(bank), ["right"] * len(bank)])
    if not has_side(reading):
        sides[:] = "unknown"
    sides[:, bank.both] = "both"
    here = (mine[bank.cell] & (sides == top.side)).ravel()
    assert len(named) == 1, "the cases here have one lesion first"
    return float((weight[: len(here)] * here).sum() / weight.sum())


def only_pairs(
    observer: Observer, evidence: Evidence, reading: Reading
) -> tuple[Evidence, Posterior]:
    """Evidence and posterior with pairs of lesions, and the pairs of the latter alone."""
    _, paired, posterior = with_pairs(
        the_listening().universe,
        observer,
        evidence,
        posterior_of(observer, evidence),
        reading,
        silent=True,
    )
    after = len(observer.bank) if paired.pairs is None else paired.pairs.after
    two = posterior.patient >= after
    return paired, Posterior(
        posterior.patient[two], posterior.way[two], posterior.log_weight[two], posterior.weight[two]
    )


def log_odds(share: float) -> float:
    return math.log(share / (1 - share))


@pytest.mark.parametrize("name", CASES)
def test_the_explanation_is_what_leaving_a_finding_out_does(name: str) -> None:
    answer, reading = localize(CASES[name]), api.read(case_from(dict(CASES[name])))
    observer = observer_of(reading)
    whole = gather(observer, reading, api.DEFAULT_SETTING, silent=True)
    paired, pairs = only_pairs(observer, whole, reading)
    now = chance_of_first(observer, reading, whole, answer, pairs)
    assert answer.ranking[0].probability == pytest.approx(now, abs=1e-5)
    said = [e.log_odds for e in answer.explanation]
    rows = list(whole.rows)
    assert len(said) == len(rows) + len(whole.told)
    for i in range(len(rows)):
        less = replace(whole, rows=np.array(rows[:i] + rows[i + 1 :]))
        left = replace(
            pairs, log_weight=pairs.log_weight - paired.row_of(i, pairs.way, pairs.patient)
        )
        then = chance_of_first(observer, reading, less, answer, left)
        assert said[i] == pytest.approx(log_odds(now) - log_odds(then), abs=1e-2)
    for j in range(len(whole.told)):
        keep = [k for k in range(len(whole.told)) if k != j]
        items = tuple(whole.told[k] for k in keep)
        less = replace(whole, told=items, ratios=whole.ratios[keep])
        change = [told_by_patient(observer, paired, pairs.patient, k) for k in (j, -1)]
        left = replace(pairs, log_weight=pairs.log_weight + change[0] - change[1])
        then = chance_of_first(observer, reading, less, answer, left)
        assert said[len(rows) + j] == pytest.approx(log_odds(now) - log_odds(then), abs=1e-2)


def test_leaving_a_finding_out_of_a_check_list_is_what_was_said() -> None:
    """Where nothing unmentioned counts, dropping the finding from the case gives the log odds that were told."""
    answer = localize(STUDIES, silent=False)
    top = [(x.structure, x.side) for x in answer.ranking[0].lesions]
    for i, told in enumerate(answer.explanation):
        left = [f for k, f in enumerate(STUDIES["findings"]) if k != i]  # type: ignore[arg-type]
        without = localize({**STUDIES, "findings": left}, silent=False)
        share = next(
            (r.probability for r in without.ranking
             if [(x.structure, x.side) for x in r.lesions] == top), None,
        )  # fmt: skip
        assert share is not None
        now = log_odds(answer.ranking[0].probability)
        assert told.log_odds == pytest.approx(now - log_odds(share), abs=1e-2)


# --- what carries nothing, and what contradicts


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


@pytest.mark.xfail(reason="a misspelt name is read as the group that its other words name")
@pytest.mark.parametrize(
    ("test", "of"), [("strength", "tibialis anteriro"), ("reflex", "patelar reflex")]
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
