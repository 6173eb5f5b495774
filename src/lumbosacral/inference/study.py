"""A whole study: which tests to do, in which order, for a budget.

Tests are added by what each tells beyond those before it, for its cost; then those that the later ones made needless
are taken out again, and what this saved is spent anew.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict

from lumbosacral.inference.answer import Cost, NextTest, Outcome, PriorChanged
from lumbosacral.inference.budget import Budget, spent
from lumbosacral.inference.candidates import AtHand, least_bits, price
from lumbosacral.inference.likelihood import Observer
from lumbosacral.inference.paths import DECIDED, Paths, begun, sorted_by
from lumbosacral.inference.plan import onehot, outcomes_of, split

SCHEMA_VERSION = "1"
MOST_TESTS = 20
WORTH_A_LOOK = 0.1
"""Tests that alone tell less than this share of `stop_bits` are left aside from the start."""


class StudyStep(NextTest):
    """One test of a study; `information_bits` and the outcomes are those of the test done alone, now.

    Attributes
    ----------
    adds_bits : float
        What it is expected to add to the tests before it.
    first_probability : float
        Expected probability, after it, that the structure thought of first is the right one.
    decided : float
        Share of the courses in which one structure has then reached 90 %: those in which to stop.
    """

    adds_bits: float
    first_probability: float
    decided: float


class Limits(BaseModel):
    """A budget as it was given; null where nothing was said."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    needles: float | None
    minutes: float | None
    pain: float | None


class Study(BaseModel):
    """A study plan.

    Attributes
    ----------
    first_now, first_after : float
        Probability that the structure thought of first is the right one, now and expected after all steps.
    bits_now, bits_after : float
        Uncertainty about the structure.
    stop : str
        Why the plan ends, and when to stop earlier.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    budget: Limits
    steps: tuple[StudyStep, ...]
    cost: Cost
    first_now: float
    first_after: float
    bits_now: float
    bits_after: float
    tests_considered: int
    stop: str
    setting: str
    priors: tuple[PriorChanged, ...]
    model: dict[str, str]
    schema_version: str = SCHEMA_VERSION


@dataclass(frozen=True, eq=False)
class Chosen:
    """Tests in order, the courses after each (the first: before any), and whether the budget ended it."""

    tests: tuple[int, ...]
    paths: tuple[Paths, ...]
    short: bool


@dataclass(frozen=True, eq=False)
class Shop:
    """What can be had: cost of each test, the same as one number, and the least worth paying for."""

    costs: Sequence[Cost]
    weights: NDArray[np.float64]
    least: float
    budget: Budget

    def affordable(self, tests: Sequence[int], had: Sequence[int]) -> list[int]:
        """Tests that the rest of the budget allows."""
        so_far = [self.costs[i] for i in had]
        return [i for i in tests if self.budget.allows(spent([*so_far, self.costs[i]]))]


def _forward(shop: Shop, start: Paths, allowed: Sequence[int], had: Sequence[int] = ()) -> Chosen:
    """Add tests one by one to those that are had, the most telling for its cost first."""
    tests, paths = list(had), [start]
    for test in had:
        paths.append(paths[-1].with_test(test))
    while len(tests) < MOST_TESTS:
        left = [i for i in allowed if i not in tests]
        free = shop.affordable(left, tests)
        every = np.array(free, np.intp)
        gains = paths[-1].gains(every) if free else np.zeros(0)
        if not free or gains.max() < shop.least:
            short = len(free) < len(left)
            return Chosen(tuple(tests), tuple(paths), short)
        worth = np.where(gains >= shop.least, gains / shop.weights[every], -1)
        tests.append(free[int(worth.argmax())])
        paths.append(paths[-1].with_test(tests[-1]))
    return Chosen(tuple(tests), tuple(paths), False)


def _after(start: Paths, tests: Sequence[int]) -> Paths:
    for test in tests:
        start = start.with_test(test)
    return start


def _needless(shop: Shop, start: Paths, tests: Sequence[int]) -> list[int]:
    """Tests that the others of the set make needless, one after the other."""
    kept, out = list(tests), []
    while len(kept) > 1:
        whole = _after(start, kept).left_bits
        lost = [_after(start, [k for k in kept if k != i]).left_bits - whole for i in kept]
        least = int(np.argmin(lost))
        if lost[least] >= shop.least:
            break
        out.append(kept.pop(least))
    return out


def _chosen(shop: Shop, start: Paths, allowed: Sequence[int]) -> Chosen:
    first = _forward(shop, start, allowed)
    needless = _needless(shop, start, first.tests)
    if not needless:
        return first
    kept = [i for i in first.tests if i not in needless]
    ordered = _forward(shop, start, kept)
    rest = [i for i in allowed if i not in needless]
    return _forward(shop, start, rest, ordered.tests)


def study_of(
    observer: Observer,
    hand: AtHand,
    label: NDArray[np.intp],
    names: tuple[str, ...],
    budget: Budget,
) -> dict[str, object]:
    """Plan a study: the parts of a `Study` that do not depend on how the case was weighed."""
    start, least = begun(sorted_by(hand, label, len(names))), least_bits(observer)
    alone = start.gains(np.arange(len(hand.listed)))
    prices = [price(observer, c.test) for c in hand.listed]
    shop = Shop([p[0] for p in prices], np.array([p[1] for p in prices]), least, budget)
    found = _chosen(shop, start, [int(i) for i in np.flatnonzero(alone > WORTH_A_LOOK * least)])
    outcomes = split(hand, onehot(hand, label, len(names)))
    right = np.maximum.accumulate([one.first_right for one in found.paths])  # one may ignore a test
    steps = tuple(
        _step(hand, found, n, float(alone[i]), float(right[n + 1]), shop.costs[i],
              outcomes_of(outcomes[0][i], outcomes[1][i], names))
        for n, i in enumerate(found.tests)
    )  # fmt: skip
    return {
        "budget": Limits(**{k: v if isfinite(v) else None for k, v in vars(budget).items()}),
        "steps": steps,
        "cost": spent([step.cost for step in steps]),
        "first_now": round(float(right[0]), 4),
        "first_after": round(float(right[-1]), 4),
        "bits_now": round(start.left_bits, 4),
        "bits_after": round(found.paths[-1].left_bits, 4),
        "tests_considered": len(hand.listed),
        "stop": _stop(found, least, len(steps)),
    }


def _step(
    hand: AtHand,
    found: Chosen,
    n: int,
    alone: float,
    right: float,
    cost: Cost,
    outcomes: tuple[Outcome, ...],
) -> StudyStep:
    """Describe the test with number `n` of a study."""
    candidate, before, then = hand.listed[found.tests[n]], found.paths[n], found.paths[n + 1]
    return StudyStep(
        test=candidate.test,
        of=candidate.of,
        side=hand.side_of(candidate),
        information_bits=round(alone, 4),
        cost=cost,
        outcomes=outcomes,
        adds_bits=round(before.left_bits - then.left_bits, 4),
        first_probability=round(right, 4),
        decided=round(then.decided, 4),
    )


def _stop(found: Chosen, least: float, count: int) -> str:
    """Why the plan ends, and when to stop earlier."""
    if found.short:
        why = f"the budget allows no other test that adds {least:g} bits"
    elif count >= MOST_TESTS:
        why = f"{MOST_TESTS} tests are the most that is planned"
    else:
        why = f"no other test adds {least:g} bits"
    early = f"stop earlier once one structure has reached {DECIDED:.0%}; " if count else ""
    return f"{early}{why}"
