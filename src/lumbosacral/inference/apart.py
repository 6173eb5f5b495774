"""Places that the findings do not tell apart: the odds between them are hardly moved from what they were before.

What a finding says of a place is the chance of it there; all findings together move the odds between two places by
the ratio of their joint chances, which is the odds after over the odds before. Where that factor is small for every
two members of a group, the findings do not separate them: how often each occurs decides alone.
"""

from dataclasses import dataclass
from math import exp, inf, log

import numpy as np
from numpy.typing import NDArray

from lumbosacral.inference.answer import Member, NextTest, NotSeparated
from lumbosacral.inference.candidates import AtHand
from lumbosacral.inference.entries import SIDE_NAMES, Entries
from lumbosacral.inference.evidence import Evidence
from lumbosacral.inference.likelihood import Observer
from lumbosacral.inference.plan import next_tests
from lumbosacral.inference.posterior import Posterior

Floats = NDArray[np.float64]
Indices = NDArray[np.intp]
HARDLY = 2.0
"""Findings that move the odds between two places by less than this factor do not separate them (judgement)."""
WORTH_NAMING = 0.05
"""Places of less than this share of what they are a part of are not named."""


@dataclass(frozen=True, eq=False)
class Masses:
    """Weight of every kind of patient before and after the findings.

    Attributes
    ----------
    before, after : float64 arrays [4 * cells]
        By 4 * cell + side; patients with two lesions put together have no prior of their own and are left out.
    """

    before: Floats
    after: Floats

    def moved(self, label: Indices, count: int) -> Floats:
        """Log of the factor by which the findings moved each label, up to one constant, [count].

        Parameters
        ----------
        label : int array [4 * cells]
            Label of each kind of patient.
        """
        after = np.bincount(label, self.after, minlength=count)
        before = np.bincount(label, self.before, minlength=count)
        there = (after > 0) & (before > 0)
        return np.where(there, np.log(np.where(there, after / np.where(there, before, 1), 1)), -inf)


def masses(
    observer: Observer, evidence: Evidence, posterior: Posterior, entries: Entries, *, known: bool
) -> Masses:
    """Weigh the kinds of patients before and after the findings; `known`: whether the case names a side."""
    n, bank, size = evidence.base.shape[1], observer.bank, len(entries.mass)
    two = np.flatnonzero(posterior.patient >= n)
    after = entries.mass - np.bincount(entries.kind[two], posterior.weight[two], minlength=size)
    prior = np.exp(evidence.base - evidence.base.max())
    if not known:
        prior = prior.sum(0, keepdims=True)
    one = 4 * bank.cell[:n].astype(np.intp) + np.where(bank.both[:n], 2, 0 if known else 3)
    before = np.asarray(np.bincount(one, prior[0], minlength=size), np.float64)
    if known:
        one += ~bank.both[:n]
        before += np.bincount(one, prior[1], minlength=size)
    return Masses(before, np.maximum(after, 0))


def groups_of(moved: Floats, share: Floats, least: float) -> list[list[int]]:
    """Groups of labels between any two of which the odds moved by less than `HARDLY`, likeliest member first."""
    free = [int(i) for i in np.argsort(-share, kind="stable") if share[i] >= least]
    free = [i for i in free if np.isfinite(moved[i])]
    out = []
    while free:
        group = [free.pop(0)]
        for i in list(free):
            if max(abs(moved[i] - moved[j]) for j in group) < log(HARDLY):
                group.append(i)
                free.remove(i)
        if len(group) > 1:
            out.append(group)
    return out


@dataclass(frozen=True, eq=False)
class Labelled:
    """Labels of one level, what each is called, and how far the findings moved it.

    Attributes
    ----------
    level : str
        structure or site.
    label : int array [K]
        Of each patient that counts.
    share, moved : float64 arrays [count]
    called : tuple of (name, side), length count
    least : float
        Smallest share that is named.
    """

    level: str
    label: Indices
    share: Floats
    moved: Floats
    called: tuple[tuple[str, str], ...]
    least: float


def by_entry(entries: Entries, mass: Masses) -> Labelled:
    """Label by the entries of the ranking."""
    number = {structures: i for i, structures in enumerate(entries.sets)}
    label = np.array([4 * number[w] + side for w in entries.what for side in range(4)], np.intp)
    called = tuple((" + ".join(s), side) for s in entries.sets for side in SIDE_NAMES)
    moved = mass.moved(label, len(called))
    return Labelled("structure", entries.entry, entries.share, moved, called, WORTH_NAMING)


def by_site(observer: Observer, entries: Entries, mass: Masses) -> Labelled:
    """Label by the places within the first entry; all else is the last label, which is never named."""
    first, side = divmod(int(entries.order[0]), 4)
    mine = [w == entries.sets[first] for w in entries.what]
    places = [" + ".join(sorted(x.site for x in key[1])) for key in observer.bank.cells]
    names = sorted({place for place, own in zip(places, mine, strict=True) if own})
    number, rest = {name: i for i, name in enumerate(names)}, len(names)
    of_cell = [number[p] if own else rest for p, own in zip(places, mine, strict=True)]
    label = np.array([one if s == side else rest for one in of_cell for s in range(4)], np.intp)
    moved = mass.moved(label, rest + 1)
    moved[rest] = -inf
    called = tuple((name, SIDE_NAMES[side]) for name in (*names, ""))
    share = np.asarray(np.bincount(label, entries.mass, minlength=rest + 1), np.float64)
    least = WORTH_NAMING * float(entries.share[entries.order[0]])
    return Labelled("site", np.take(label, entries.kind), share, moved, called, least)


def not_separated(
    observer: Observer, evidence: Evidence, posterior: Posterior, entries: Entries, hand: AtHand,
    *, known: bool,
) -> tuple[NotSeparated, ...]:  # fmt: skip
    """Groups of places that the findings do not tell apart: entries of the ranking, then places within the first."""
    mass = masses(observer, evidence, posterior, entries, known=known)
    levels = (by_entry(entries, mass), by_site(observer, entries, mass))
    return tuple(
        _described(observer, hand, level, group)
        for level in levels
        for group in groups_of(level.moved, level.share, level.least)
    )


def _described(observer: Observer, hand: AtHand, level: Labelled, group: list[int]) -> NotSeparated:
    """Name the members of a group, and the test that would tell most about which it is."""
    number = np.full(len(level.share), len(group))
    number[group] = np.arange(len(group))
    mine = np.isin(level.label[hand.order], group)
    names = (*(level.called[i][0] for i in group), "")
    tests: tuple[NextTest, ...] = ()
    if mine.any():
        tests = next_tests(observer, _within(hand, mine), number[level.label], names, listed=1)
    values = level.moved[group]
    return NotSeparated(
        level=level.level,
        members=tuple(
            Member(
                name=level.called[i][0],
                side=level.called[i][1],
                probability=round(float(level.share[i]), 6),
            )
            for i in group
        ),
        moved=round(exp(float(values.max() - values.min())), 3),
        test=tests[0] if tests else None,
    )


def _within(hand: AtHand, mine: NDArray[np.bool_]) -> AtHand:
    """The same tests among some of the patients."""
    weight = hand.weight[mine] / hand.weight[mine].sum()
    return AtHand(hand.listed, hand.fine[:, mine], hand.order[mine], weight, hand.side)
