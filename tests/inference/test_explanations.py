"""What an explanation says is what leaving the finding out does."""

import math
from bisect import bisect_left
from dataclasses import replace

import numpy as np
import pytest
from localized import (
    CASES,
    STUDIES,
    localize,
    observer_of,
)
from numpy.typing import NDArray

from lumbosacral import api
from lumbosacral.findings import Reading, case_from
from lumbosacral.inference.answer import Answer
from lumbosacral.inference.evidence import (
    Evidence,
    gather,
    has_side,
    told_change,
    told_rows,
)
from lumbosacral.inference.likelihood import Observer
from lumbosacral.inference.posterior import Posterior, posterior_of
from lumbosacral.inference.two import with_pairs
from lumbosacral.wiring.listening import the_listening


def chance_of_first(
    observer: Observer, reading: Reading, evidence: Evidence, first: Answer, pairs: Posterior
) -> float:
    """Probability of the first answer, over every patient of the bank both ways round, and every pair."""
    assert evidence.quiet is not None
    total = evidence.base + evidence.quiet.whole + told_rows(observer, evidence)[None, :]
    total = total.astype(np.float64)
    for row in evidence.rows:
        total = total + row
    log = np.concatenate([total.ravel(), pairs.log_weight])
    assert pairs.loosely is not None
    base = np.concatenate([evidence.base.ravel().astype(np.float64), pairs.loosely.base])
    weight = loosened(observer, base, log)
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


def loosened(
    observer: Observer, base: NDArray[np.float64], log: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Weights at the largest power of what was told at which enough patients count."""
    law = observer.atlas.observation["report"]
    here = np.isfinite(base)

    def weights(power: float) -> NDArray[np.float64]:
        now = np.full(len(base), -np.inf)
        now[here] = base[here] + power * (log[here] - base[here])
        return np.exp(now - now.max())

    def enough(power: float) -> bool:
        weight = weights(power)
        return bool(weight.sum() ** 2 / (weight**2).sum() >= float(law["alike"]))

    if enough(1):
        return weights(1)
    powers = np.linspace(float(law["least_power"]), 1, 1_000_001)
    return weights(powers[max(bisect_left(powers, True, key=lambda p: not enough(p)) - 1, 0)])


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
    assert posterior.loosely is not None
    base = replace(posterior.loosely, base=posterior.loosely.base[two])
    return paired, replace(posterior.part(np.flatnonzero(two)), loosely=base)


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
        change = told_change(observer, paired, pairs.patient, j)
        left = replace(pairs, log_weight=pairs.log_weight + change)
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
