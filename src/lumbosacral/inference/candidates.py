"""Every test of the atlas that could be done next, and how each would turn out in a thinned posterior.

A test has two outcomes, normal and not; the chance of the first in every patient is a product of one table for each
reading that it draws on. The tables do not depend on the case and are kept.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from lumbosacral.findings import Value
from lumbosacral.inference.answer import Cost
from lumbosacral.inference.likelihood import Observer
from lumbosacral.inference.posterior import Posterior
from lumbosacral.inference.terms import Asked, Judge, term_of
from lumbosacral.population.bank import Bank
from lumbosacral.population.readings import Bytes

Floats = NDArray[np.float64]
Indices = NDArray[np.intp]
SAMPLE = 1500
NEGLIGIBLE = 1e-9
"""Patients of less weight than this stand for nobody, all of them together."""
WHOLE_PERSON = {"task", "gait", "autonomic"}
"""Kinds of test that a person does as a whole: asked once, not for each leg."""
SIDES = ("left", "right")
_KINDS = (
    ("strength", "movement", ("movements",)),
    ("sensation", "area", ("areas",)),
    ("reflex", "reflex", ("reflexes",)),
    ("sign", "sign", ("signs",)),
    ("autonomic", "sign", ("autonomic",)),
    ("task", "task", ("tasks",)),
    ("gait", "gait", ("gaits",)),
    ("ncs", "conduction", ("motor", "sensory", "late")),
    ("emg", "muscle", ("supply",)),
)
"""Kind of test, kind of its targets, and the parts of the atlas that list them."""


@dataclass(frozen=True)
class Candidate:
    """A test that could be done on the leg in question, or (`other`) on the other one."""

    test: str
    kind: str
    of: str
    other: bool = False


@dataclass(frozen=True, eq=False)
class Tables:
    """Readings and tables of all candidates for one leg.

    Attributes
    ----------
    listed : tuple of Candidate, length J
    row : int array [J, 3]
        Column of the bank of each reading; the first again where there are fewer.
    chance : float32 array [J, 3, 256]
        Chance that a reading is unremarkable, by code; 1 where there are fewer.
    count : int array [J]
        Number of readings.
    """

    listed: tuple[Candidate, ...]
    row: Indices
    chance: NDArray[np.float32]
    count: Indices


@dataclass(frozen=True, eq=False)
class AtHand:
    """Tests that could be done, and the thinned patients.

    Attributes
    ----------
    listed : tuple of Candidate, length J
    fine : float64 array [J, S]
        Chance of a normal outcome in each patient.
    order : int array [S]
        Row of each patient in the posterior.
    weight : float64 array [S]
        Sums to 1.
    side : str
        Side of the leg in question; `unknown` where the case has none.
    """

    listed: tuple[Candidate, ...]
    fine: Floats
    order: Indices
    weight: Floats
    side: str

    def side_of(self, candidate: Candidate) -> str:
        """Side on which a test is done."""
        if self.side not in SIDES:
            return self.side
        return SIDES[SIDES.index(self.side) ^ candidate.other]


def resampled(posterior: Posterior) -> tuple[Indices, Floats]:
    """Rows that stand for all, and their weights: `SAMPLE` points spread evenly over the weights.

    A row is met as often as it weighs, so that light rows are represented by some of their kind. The rows are laid
    out patient by patient, so that a case and its mirror image are answered alike.
    """
    some = np.flatnonzero(posterior.weight > NEGLIGIBLE)
    order = some[np.argsort(posterior.patient[some], kind="stable")]
    patient, weight = posterior.patient[order], posterior.weight[order]
    late = np.flatnonzero((patient[1:] == patient[:-1]) & (weight[1:] > weight[:-1]))
    order[late], order[late + 1] = order[late + 1], order[late]
    edges = np.cumsum(posterior.weight[order])
    points = (np.arange(SAMPLE) + 0.5) / SAMPLE * edges[-1]
    rows, times = np.unique(np.searchsorted(edges, points), return_counts=True)
    return order[rows], times / SAMPLE


@lru_cache(maxsize=16)
def tables_of(judge: Judge) -> Tables:
    """Lay out every test of the atlas that a reading answers."""
    known = [
        (candidate, term)
        for test, kind, parts in _KINDS
        for part in parts
        for name in getattr(judge.atlas, part)
        if (term := term_of(judge, Asked(test, kind, "any", Value(word="normal"), name)))
        for candidate in (Candidate(test, kind, name),)
    ]
    n, index = len(known), judge.catalogue.index
    row, chance = np.zeros((n, 3), np.intp), np.ones((n, 3, 256), np.float32)
    count = np.ones(n, np.intp)
    for i, (_, term) in enumerate(known):
        tables = term.joint or (term.chance,)
        row[i], count[i] = index[term.readings[0]], len(tables)
        row[i, : len(tables)] = [index[reading] for reading in term.readings[: len(tables)]]
        chance[i, : len(tables)] = tables
    return Tables(tuple(candidate for candidate, _ in known), row, chance, count)


def at_hand(
    observer: Observer, posterior: Posterior, side: str, done: set[tuple[str, str, str]]
) -> AtHand:
    """Tests that have not been done, on both legs where the case names sides.

    Parameters
    ----------
    side : str
        Side of the leg in question.
    done : set of (test, name, side)
    """
    tables = tables_of(observer.judge)
    order, weight = resampled(posterior)
    mine, others = _codes(observer.bank, posterior, order, side)
    fine, listed = [], []
    for other, codes in ((False, mine), (True, others)):
        if other and side not in SIDES:
            continue
        free = [i for i, c in enumerate(tables.listed) if not _is_done(c, side, other, done)]
        fine.append(_fine(observer, tables, np.array(free, np.intp), codes))
        listed += [Candidate(c.test, c.kind, c.of, other) for c in (tables.listed[i] for i in free)]
    return AtHand(tuple(listed), np.concatenate(fine), order, weight, side)


def _is_done(candidate: Candidate, side: str, other: bool, done: set[tuple[str, str, str]]) -> bool:
    whole = candidate.test in WHOLE_PERSON
    if other and whole:
        return True
    here = SIDES[SIDES.index(side) ^ other] if side in SIDES else SIDES[0]
    sides = (*SIDES, "both", "unknown") if whole else (here, "both", "unknown")
    return any((candidate.test, candidate.of, s) in done for s in sides)


def _codes(bank: Bank, posterior: Posterior, order: Indices, side: str) -> tuple[Bytes, Bytes]:
    """Readings of the leg in question and of the other one in some patients, [R, S] each."""
    who = posterior.patient[order]
    index, other = bank.rows(0, who), _of_other_leg(bank, who)
    mine = posterior.way[order] == (SIDES.index(side) if side in SIDES else 0)
    return np.where(mine, index, other), np.where(mine, other, index)


def _of_other_leg(bank: Bank, who: Indices) -> Bytes:
    """Readings of the leg that is not the index leg, [R, S]; where that is well, it is like any other well leg."""
    struck = np.flatnonzero(bank.both[who])
    some = bank.rows(1, np.append(who[struck], np.argmin(bank.both)))
    out = np.repeat(some[:, -1:], len(who), axis=1)
    out[:, struck] = some[:, :-1]
    return out


def _fine(observer: Observer, tables: Tables, rows: Indices, codes: Bytes) -> Floats:
    """Chance of a normal outcome of some tests of one leg, [rows, S]."""
    chance = np.ones((len(rows), codes.shape[1]), np.float32)
    for i in range(tables.row.shape[1]):
        some = np.flatnonzero(tables.count[rows] > i)
        mine = rows[some]
        at = (256 * np.arange(len(mine), dtype=np.int32))[:, None] + codes[tables.row[mine, i]]
        chance[some] *= np.take(tables.chance[mine, i].ravel(), at, mode="clip")
    law = observer.atlas.observation["floor"]
    floor, alike = float(law["each_finding"]), 1 / float(law["words"])
    return np.asarray((1 - floor) * np.clip(chance, 0, 1) + floor * alike, np.float64)


def price(observer: Observer, test: str) -> tuple[Cost, float]:
    """Cost of a kind of test, and the same as one number; what the atlas has no price for is a bedside test."""
    costs = observer.atlas.observation["costs"]
    one, weights = costs.get(test, costs[_KINDS[0][0]]), costs["weights"]
    cost = Cost(minutes=float(one["minutes"]), needles=int(one["needles"]), pain=float(one["pain"]))
    weight = float(weights["base"]) + float(weights["minutes"]) * cost.minutes
    return cost, weight + float(weights["pain"]) * cost.pain


def least_bits(observer: Observer) -> float:
    """Information below which a test is not worth doing."""
    return float(observer.atlas.observation["costs"]["stop_bits"])
