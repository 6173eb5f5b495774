"""Plans: what tests tell together, what fits a budget, places not told apart, severity, two lesions."""

import json
from itertools import product
from typing import Any

import numpy as np
import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from lumbosacral import api
from lumbosacral.cli import cli
from lumbosacral.errors import InputError
from lumbosacral.inference import paths as p
from lumbosacral.inference.answer import Answer
from lumbosacral.inference.apart import HARDLY, groups_of
from lumbosacral.inference.budget import Budget, budget_of
from lumbosacral.inference.candidates import WHOLE_PERSON, tables_of
from lumbosacral.inference.entries import severity_of
from lumbosacral.inference.study import Study
from lumbosacral.inference.terms import Judge
from lumbosacral.population.blocks import the_catalogue
from lumbosacral.wiring.listening import the_listening

DROP = "left TA 2, EHL 2, TP 5, dorsum of foot numb, ankle jerk normal"
VAGUE = "left EHL 4, foot inversion 4, hip abduction 4"


def run(*args: str, **extra: Any) -> Result:
    return CliRunner().invoke(cli, args, prog_name="lumbosacral", **extra)


def localize(case: Any, **how: Any) -> Answer:
    found = api.localize(case, bank="small", **how)
    assert isinstance(found, Answer)
    return found


def study_of(case: Any, budget: str, **how: Any) -> Study:
    return api.plan(case, budget=budget, bank="small", **how)


# --- what a set of tests tells together


def some_patients(seed: int, tests: int = 3, patients: int = 40) -> p.Sorted:
    rng = np.random.default_rng(seed)
    weight = rng.dirichlet(np.ones(patients)).astype(np.float32)
    start = np.array([0, 11, 12, 30])
    return p.Sorted(rng.random((tests, patients)).astype(np.float32), weight, start)


def entropy_left(among: p.Sorted, tests: tuple[int, ...]) -> float:
    """Entropy of the label once all tests are known, outcome by outcome."""
    total = 0.0
    for outcome in product((True, False), repeat=len(tests)):
        chance = among.weight.astype(float).copy()
        for test, fine in zip(tests, outcome, strict=True):
            chance *= among.fine[test] if fine else 1 - among.fine[test]
        joint = np.add.reduceat(chance, among.start)
        share = joint / joint.sum()
        total -= joint.sum() * (share * np.log2(share)).sum()
    return float(total)


@pytest.mark.parametrize("seed", range(5))
def test_the_joint_information_is_that_of_every_outcome(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(p, "RARE", 0.0)
    among = some_patients(seed)
    found = p.begun(among)
    for n, test in enumerate((0, 1, 2)):
        before = entropy_left(among, (0, 1, 2)[:n])
        gains = found.gains(np.arange(3))
        assert found.left_bits == pytest.approx(before, abs=1e-5)
        found = found.with_test(test)
        after = entropy_left(among, (0, 1, 2)[: n + 1])
        assert gains[test] == pytest.approx(before - after, abs=1e-5)
        assert found.left_bits == pytest.approx(after, abs=1e-5)


@settings(max_examples=30)
@given(st.integers(0, 10**6))
def test_paths_that_are_cut_off_only_tell_less(seed: int) -> None:
    among = some_patients(seed, tests=9)
    found = p.begun(among)
    for test in range(9):
        before, cleared = found.left_bits, found.decided
        found = found.with_test(test)
        assert found.left_bits <= before + 1e-5
        assert found.decided >= cleared - 1e-5
        assert 0 <= found.first_right <= 1 + 1e-5
        assert (found.all @ among.weight).sum() == pytest.approx(1, abs=1e-4)
        assert len(found.chance) <= 1 / p.RARE
    assert found.left_bits >= entropy_left(among, tuple(range(9))) - 1e-5


def test_a_sure_test_done_twice_tells_nothing_new() -> None:
    among = some_patients(1)
    sure = p.Sorted(np.round(among.fine), among.weight, among.start)
    once = p.begun(sure).with_test(0)
    assert once.gains(np.array([0]))[0] == pytest.approx(0, abs=1e-5)


# --- candidates


def test_all_tests_of_the_atlas_are_considered() -> None:
    listening = the_listening()
    atlas = listening.universe.atlas
    listed = tables_of(Judge(atlas, the_catalogue(listening), None)).listed
    assert len(listed) >= 150
    assert {c.test for c in listed} == {
        "strength", "sensation", "reflex", "sign", "autonomic", "task", "gait", "ncs", "emg",
    }  # fmt: skip
    assert {c.of for c in listed} >= {*atlas.late, *atlas.motor, *atlas.sensory, *atlas.supply}


def test_both_legs_are_tested_where_sides_are_known_and_nothing_twice() -> None:
    study = study_of("both feet numb, left ankle jerk absent", "60-minutes")
    assert {s.side for s in study.steps} <= {"left", "right"}
    asked = [(s.test, s.of, s.side) for s in study.steps]
    assert len(set(asked)) == len(asked)
    assert ("reflex", "Achilles reflex", "left") not in asked
    whole = [of for test, of, _ in asked if test in WHOLE_PERSON]
    assert len(set(whole)) == len(whole)
    unsided = study_of("EHL 4, foot inversion 4", "60-minutes")
    assert {s.side for s in unsided.steps} == {"unknown"}


def test_a_skipped_test_is_not_proposed() -> None:
    first = localize(VAGUE).next_tests[0]
    again = localize(VAGUE, skip=frozenset({(first.test, first.of, first.side)}))
    assert (first.test, first.of, first.side) not in {
        (t.test, t.of, t.side) for t in again.next_tests
    }


# --- a study


@pytest.mark.parametrize(
    "budget",
    ["6-needles", "10-minutes", "0-needles", "6-needles,30-minutes", "0-minutes", "1-pain"],
)
@pytest.mark.parametrize("case", [DROP, VAGUE])
def test_a_study_keeps_to_its_budget(case: str, budget: str) -> None:
    study = study_of(case, budget)
    limit = budget_of(budget)
    assert limit.allows(study.cost)
    assert study.cost.needles == sum(s.cost.needles for s in study.steps)
    assert study.cost.minutes == pytest.approx(sum(s.cost.minutes for s in study.steps))
    assert study.bits_after <= study.bits_now
    assert sum(s.adds_bits for s in study.steps) == pytest.approx(
        study.bits_now - study.bits_after, abs=1e-2
    )
    right = [study.first_now, *(s.first_probability for s in study.steps)]
    assert right == sorted(right)
    assert study.first_after == right[-1]
    assert all(0 <= s.decided <= 1 + 1e-6 for s in study.steps)
    assert study.tests_considered >= 150
    assert study.stop
    assert Study.model_validate_json(study.model_dump_json()) == study


def test_more_budget_tells_at_least_as_much() -> None:
    few, many = study_of(VAGUE, "2-minutes"), study_of(VAGUE, "60-minutes")
    assert many.bits_after <= few.bits_after + 1e-6
    assert study_of(VAGUE, "0-minutes").steps == ()


def test_the_same_case_gives_the_same_study() -> None:
    assert study_of(DROP, "6-needles") == study_of(DROP, "6-needles")


def test_budgets_are_read() -> None:
    assert budget_of("6-needles") == Budget(needles=6)
    assert budget_of(" 6 needles , 30 min ") == Budget(needles=6, minutes=30)
    assert budget_of("1-needle,2.5-minutes,4-pain") == Budget(1, 2.5, 4)


@pytest.mark.parametrize(
    "words",
    ["", "six needles", "-1-needles", "nan-minutes", "inf-minutes", "1e9-minutes", "6-needles,6-needles",
     "1.5-needles", "6", "needles", "6-needles;", "6-needles,", "9" * 400 + "-needles", "٣-needles",
     "6-beers", "\x1b[31m6-needles"],
)  # fmt: skip
def test_what_is_no_budget_is_refused(words: str) -> None:
    with pytest.raises(InputError, match=r"write|keep"):
        budget_of(words)
    done = run("plan", DROP, "--bank", "small", "--budget", words)
    assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (2, "", 1)


def test_a_study_on_the_terminal_and_as_json() -> None:
    args = ("plan", DROP, "--bank", "small", "--budget", "6-needles")
    shown = run(*args)
    assert shown.exit_code == 0, shown.output
    assert max(map(len, shown.stdout.splitlines())) <= 100
    for said in ("When to stop:", "expected to be in", "tests considered"):
        assert said in " ".join(shown.stdout.split())
    document = json.loads(run(*args, "--json").stdout)
    assert Study.model_validate(document) == study_of(DROP, "6-needles")
    assert document["budget"] == {"needles": 6, "minutes": None, "pain": None}


# --- places that are not told apart


def test_groups_hold_what_the_findings_hardly_moved() -> None:
    moved = np.log([1.0, 1.8, 3.0, 1.1, 50.0])
    share = np.array([0.3, 0.25, 0.2, 0.02, 0.23])
    assert groups_of(moved, share, 0.05) == [[0, 1]]
    assert groups_of(np.array([-np.inf, 0.0, 0.1]), np.array([0.5, 0.3, 0.2]), 0.05) == [[1, 2]]


@pytest.mark.parametrize("case", [DROP, VAGUE, "left EHL 4", "both feet numb"])
def test_not_separated_is_what_it_says(case: str) -> None:
    answer = localize(case)
    for group in answer.not_separated:
        assert group.level in {"structure", "site"}
        assert len(group.members) >= 2
        assert 1 <= group.moved < HARDLY
        shares = [m.probability for m in group.members]
        assert shares == sorted(shares, reverse=True)
        names = {m.name for m in group.members}
        if group.test is not None:
            assert {o.first for o in group.test.outcomes} <= names
    sites = [g for g in answer.not_separated if g.level == "site"]
    first = answer.ranking[0].probability
    assert all(sum(m.probability for m in g.members) <= first + 1e-5 for g in sites)


def test_findings_that_say_nothing_separate_nothing() -> None:
    """Without findings the odds are those of the prior: nothing has been moved."""
    answer = localize({"findings": []}, silent=False)
    named = [m for g in answer.not_separated if g.level == "structure" for m in g.members]
    assert len(named) == sum(r.probability >= 0.05 for r in answer.ranking[:-1])
    assert all(g.moved == pytest.approx(1, abs=1e-2) for g in answer.not_separated)


# --- severity, two lesions


def test_severity_is_a_weighted_median_with_its_interval() -> None:
    harmed = np.arange(0, 251, dtype=np.uint8)  # in the steps of the bank
    found = severity_of(harmed, np.full(251, 1 / 251))
    assert found is not None
    assert (found.interval[0], found.median, found.interval[1]) == pytest.approx((0.1, 0.5, 0.9))
    assert found.word == "moderate"
    assert severity_of(np.zeros(3, np.uint8), np.ones(3)) is None
    whole = severity_of(np.full(3, 250, np.uint8), np.ones(3))
    assert whole is not None
    assert whole.word == "complete"


def test_every_entry_has_a_severity_or_no_harm() -> None:
    for case in (DROP, VAGUE, "both knees normal, left ankle jerk normal"):
        for entry in localize(case).ranking[:-1]:
            if entry.lesions[0].kind == "none":
                assert entry.severity is None
                continue
            assert entry.severity is not None
            low, high = entry.severity.interval
            assert 0 <= low <= entry.severity.median <= high <= 1


APART = (
    "right ankle dorsiflexion 1, foot eversion 1, dorsum of foot absent, foot inversion 5,"
    " left knee extension 1, left knee jerk absent, left medial leg numb, right knee jerk normal",
    "left anterolateral thigh numb, dorsum of foot numb, ankle dorsiflexion 2, foot inversion 5,"
    " knee extension 5",
    "right knee extension 1, patellar reflex absent, medial leg absent, foot eversion 1,"
    " ankle dorsiflexion 1, dorsum of foot absent, hip adduction 5, ankle plantarflexion 5",
)
"""Findings that no single nerve explains; which of them make a pair worth weighing depends on the atlas."""


def test_two_lesions_are_spoken_of() -> None:
    answers = [localize(case) for case in APART]
    weighed = [answer for answer in answers if answer.two_lesions.weighed]
    assert weighed
    for answer in weighed:
        two = answer.two_lesions
        assert 0 < two.probability <= 1
        assert two.log_odds is not None
        assert not two.first or len(answer.ranking[0].lesions) == 2
        assert {"probability", "log_odds", "explains"} <= set(two.model_dump())
    one = localize("left ankle dorsiflexion 2").two_lesions
    assert (one.weighed, one.probability, one.first) == (False, 0, False)


def test_two_lesions_are_one_entry_in_either_order() -> None:
    for case in APART:
        answer = localize(case)
        named = [(frozenset(x.structure for x in r.lesions), r.side) for r in answer.ranking[:-1]]
        assert len(set(named)) == len(named)
        firsts = {s.structure: s.probability for s in answer.by_structure}
        assert firsts[answer.ranking[0].structure] >= answer.ranking[0].probability - 1e-5
