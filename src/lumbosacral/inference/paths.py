"""What a set of tests tells together: every course that their outcomes can take, in a thinned posterior.

A path is one outcome of each test done so far; it holds the chance of these outcomes in every patient, so the joint
information of a set is exact on the sample, without tests being taken for independent. Paths that hardly ever happen
are followed no further: what they could still have told is left out, so the information is, if anything, too low.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from lumbosacral.inference.candidates import AtHand

Floats = NDArray[np.float32]
Indices = NDArray[np.intp]
RARE = 1 / 256
"""Paths of less than this are followed no further."""
DECIDED = 0.9
"""A course is decided where its first structure has reached this probability (judgement)."""
COVERED, LABELS = 0.995, 16
"""Labels that are told apart: those that hold so much together, so many at most; the others count as one."""


@dataclass(frozen=True, eq=False)
class Sorted:
    """Thinned patients sorted by label.

    Attributes
    ----------
    fine : float32 array [J, S]
        Chance of a normal outcome of each test.
    weight : float32 array [S]
    start : int array [L]
        First patient of each label.
    """

    fine: Floats
    weight: Floats
    start: Indices

    @cached_property
    def halves(self) -> Floats:
        """Weights of every other patient and of the rest, each half with the whole's weight of each label, [2, S]."""
        n = len(self.weight)
        label = np.searchsorted(self.start, np.arange(n), side="right") - 1
        size = np.diff([*self.start, n])
        odd = (np.arange(n) - self.start[label]) % 2
        out = np.zeros((2, n), np.float32)
        for half in (0, 1):
            mine = np.where((odd == half) | (size[label] == 1), self.weight, 0)
            total = np.add.reduceat(mine, self.start)
            out[half] = mine * (np.add.reduceat(self.weight, self.start) / total)[label]
        return out

    def by_label(self, values: Floats) -> NDArray[np.float64]:
        """Sum over the patients of each label, [..., L]."""
        return np.add.reduceat(values, self.start, axis=-1).astype(np.float64)

    def normal(self, chance: Floats, tests: Indices) -> NDArray[np.float64]:
        """Chance of each path, label and a normal outcome of each test, [C, J, L]."""
        ends = [*self.start[1:], len(self.weight)]
        return np.stack(
            [
                (chance[:, a:b] * self.weight[a:b]) @ self.fine[tests, a:b].T
                for a, b in zip(self.start, ends, strict=True)
            ],
            axis=-1,
        ).astype(np.float64)


def sorted_by(hand: AtHand, label: Indices, count: int) -> Sorted:
    """Sort the thinned patients by label, the labels of little weight as one."""
    mine = label[hand.order]
    mass = np.bincount(mine, hand.weight, minlength=count)
    ranked = np.argsort(-mass, kind="stable")
    few = min(int(np.searchsorted(np.cumsum(mass[ranked]), COVERED)) + 1, LABELS)
    lumped = np.full(count, few)
    lumped[ranked[:few]] = np.arange(few)
    by = np.argsort(lumped[mine], kind="stable")
    start = np.flatnonzero(np.diff(lumped[mine][by], prepend=-1))
    return Sorted(hand.fine[:, by].astype(np.float32), hand.weight[by].astype(np.float32), start)


def certainty(joint: NDArray[np.float64]) -> NDArray[np.float64]:
    """Sum of p log2 p over labels less that of the total: minus the entropy, times the chance, [...]."""
    p, total = np.maximum(joint, 1e-12), np.maximum(joint.sum(-1), 1e-12)
    return np.asarray((p * np.log2(p)).sum(-1) - total * np.log2(total))


@dataclass(frozen=True, eq=False)
class Paths:
    """Courses so far.

    Attributes
    ----------
    chance : float32 array [C, S]
        Chance of each path that is followed in each patient.
    ended : float32 array [E, S]
        The same of those that are not.
    clear : bool array [C + E]
        Whether one structure has reached `DECIDED` on the way.
    """

    among: Sorted
    chance: Floats
    ended: Floats
    clear: NDArray[np.bool_]

    def with_test(self, test: int) -> "Paths":
        """Follow the outcomes of one more test."""
        fine = self.among.fine[test]
        both = np.concatenate([self.chance * fine, self.chance * (1 - fine)])
        rare = both @ self.among.weight < RARE
        count = len(self.chance)
        known = np.tile(self.clear[:count], 2) | _is_clear(self.among, both)
        ended = np.concatenate([self.ended, both[rare]])
        clear = np.concatenate([known[~rare], self.clear[count:], known[rare]])
        return Paths(self.among, both[~rare], ended, clear)

    def gains(self, tests: Indices) -> NDArray[np.float64]:
        """Information that each test would add, in bits."""
        whole = self.among.by_label(self.chance * self.among.weight)
        normal = self.among.normal(self.chance, tests)
        rest = np.maximum(whole[:, None, :] - normal, 0)
        after = certainty(normal) + certainty(rest)
        return np.asarray((after - certainty(whole)[:, None]).sum(0))

    @cached_property
    def all(self) -> Floats:
        """Every path, followed or not."""
        return np.concatenate([self.chance, self.ended])

    @cached_property
    def left_bits(self) -> float:
        """Entropy of the label that is left, in bits."""
        return float(-certainty(self.among.by_label(self.all * self.among.weight)).sum())

    @property
    def first_right(self) -> float:
        """Expected probability that the first structure is the right one.

        The first structure of each path is chosen on one half of the patients and scored on the other: what many
        tests seem to tell of few patients is partly chance.
        """
        one, two = (self.among.by_label(self.all * half) for half in self.among.halves)
        row = np.arange(len(one))
        return float((two[row, one.argmax(1)] + one[row, two.argmax(1)]).sum() / 2)

    @property
    def decided(self) -> float:
        """Share of the courses in which one structure has reached `DECIDED` by now."""
        return float((self.all @ self.among.weight)[self.clear].sum())


def _is_clear(among: Sorted, chance: Floats) -> NDArray[np.bool_]:
    """Whether one structure has reached `DECIDED` in each path."""
    joint = among.by_label(chance * among.weight)
    return np.asarray(joint.max(1) >= DECIDED * joint.sum(1))


def begun(among: Sorted) -> Paths:
    """No test done."""
    n = len(among.weight)
    chance, ended = np.ones((1, n), np.float32), np.zeros((0, n), np.float32)
    return Paths(among, chance, ended, _is_clear(among, chance))
