"""The posterior over the patients of the bank, and the same grouped by what they have."""

from dataclasses import dataclass, replace
from functools import cached_property
from math import log
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lumbosacral.inference.evidence import Evidence, told_change, told_rows
from lumbosacral.inference.likelihood import Observer

Floats = NDArray[np.float32]
STEPS, CLOSE = 40, 1e-6
"""When the power is near enough: steps at the most, and the log of how far off the number of patients is."""
REACH = 25.0
"""Patients whose log weight is further than this below the best are left aside: no single finding brings them back."""


@dataclass(frozen=True)
class Posterior:
    """Weights of the patients that count.

    Attributes
    ----------
    patient : int array [K]
    way : int array [K]
        0: the index leg is the left one, 1: the right one.
    log_weight : float64 array [K]
        Not normalised.
    weight : float64 array [K]
        Sums to 1.
    power : float
        Power at which what was told counts.
    loosely : Loosely or None
        How the findings of a report are loosened where hardly anybody is like it.
    """

    patient: NDArray[np.intp]
    way: NDArray[np.intp]
    log_weight: NDArray[np.float64]
    weight: NDArray[np.float64]
    power: float = 1.0
    loosely: "Loosely | None" = None

    @cached_property
    def effective_sample_size(self) -> float:
        """How many equally weighted patients would say as much."""
        return _alike(self.weight)

    def part(self, rows: NDArray[np.intp]) -> "Posterior":
        """Return some of the patients, with the weights that they have."""
        return replace(
            self,
            patient=self.patient[rows],
            way=self.way[rows],
            log_weight=self.log_weight[rows],
            weight=self.weight[rows],
            loosely=None,
        )

    def by(self, label: NDArray[np.intp], count: int) -> NDArray[np.float64]:
        """Probability of each label, given the label of every patient that counts."""
        return np.asarray(np.bincount(label, self.weight, minlength=count), np.float64)


@dataclass(frozen=True)
class Loosely:
    """A report tells of fewer patients than the bank can hold: its findings count for less until enough are like it.

    The log chance of all that was told is multiplied by the largest power at which `alike` equally weighted patients
    would say as much, and by no less than `least`. An answer then rests on more than a few draws, and several odd
    findings of one report, which are not independent, are not believed as if they were.

    Attributes
    ----------
    base : float64 array [K]
        Log prior weight.
    """

    base: NDArray[np.float64]
    alike: float
    least: float

    def weighed(self, log_weight: NDArray[np.float64]) -> tuple[NDArray[np.float64], float]:
        """Weights that sum to 1, [K], and the power that makes them; 1 where enough patients count anyway."""
        weight = normalised(log_weight)
        if _alike(weight) >= self.alike:
            return weight, 1.0
        told = log_weight - self.base
        power = self._power(told)
        return normalised(self.base + power * told), power

    def _power(self, told: NDArray[np.float64]) -> float:
        """Largest power at which enough patients count, by false position; or the least."""
        base, change = self.base.astype(np.float32), told.astype(np.float32)

        def excess(power: float) -> float:
            weight = base + np.float32(power) * change
            np.exp(weight - weight.max(), out=weight)
            alike = float(weight.sum(dtype=np.float64)) ** 2 / float(
                np.square(weight, dtype=np.float64).sum()
            )
            return log(alike / self.alike)

        low, high = self.least, 1.0
        many, few = excess(low), excess(high)
        if many <= 0:
            return low
        for _ in range(STEPS):  # what the end that stays put says is halved
            middle = low + (high - low) * many / (many - few)
            over = excess(middle)
            if abs(over) < CLOSE:
                return middle
            low, high = (middle, high) if over > 0 else (low, middle)
            many, few = (over, few / 2) if over > 0 else (many / 2, over)
        return low


def _alike(weight: NDArray[np.float64]) -> float:
    """How many equally weighted patients would say as much."""
    return float(1 / (weight**2).sum())


def normalised(log_weight: NDArray[Any]) -> NDArray[np.float64]:
    """Weights that sum to 1; each right to seven digits, which numpy works out several times faster than sixteen."""
    weight = np.exp((log_weight - log_weight.max()).astype(np.float32)).astype(np.float64)
    return np.asarray(weight / weight.sum())


def total_of(observer: Observer, evidence: Evidence) -> Floats:
    """Log weight of every patient of the bank, both ways round, [2, N]."""
    total = _spoken(observer, evidence)
    return total if evidence.quiet is None else total + evidence.quiet.whole


def _spoken(observer: Observer, evidence: Evidence) -> Floats:
    """The same without what was not mentioned."""
    total = evidence.base + evidence.rows.sum(0)
    if evidence.told:
        total += told_rows(observer, evidence)
    return np.asarray(total, np.float32)


def posterior_of(observer: Observer, evidence: Evidence) -> Posterior:
    """Weigh every patient of the bank, both ways round.

    What was not mentioned is asked only of those who could still count: it makes nobody likelier, so whoever is out of
    reach of one patient with it is out of reach of the best.
    """
    total = _spoken(observer, evidence).reshape(-1)
    n = len(total) // 2
    best = np.array([total.argmax()])
    least = float(total[best[0]]) - REACH
    if evidence.quiet is not None:
        least += float(evidence.quiet.at(best // n, best % n)[0])
    patient = np.flatnonzero(total > least)
    log_weight = np.take(total, patient)
    way = (patient >= n).astype(np.intp)
    patient -= n * way
    if evidence.quiet is not None:
        log_weight += evidence.quiet.at(way, patient)
        near = np.flatnonzero(log_weight > log_weight.max() - REACH)
        patient, way, log_weight = patient[near], way[near], log_weight[near]
    loosely = None
    if evidence.quiet is not None:
        law, base = observer.atlas.observation["report"], evidence.base[way, patient]
        loosely = Loosely(base.astype(np.float64), float(law["alike"]), float(law["least_power"]))
    return posterior_from(patient, way, log_weight.astype(np.float64), loosely)


def posterior_from(
    patient: NDArray[np.intp],
    way: NDArray[np.intp],
    log_weight: NDArray[np.float64],
    loosely: Loosely | None,
) -> Posterior:
    """Posterior of some patients, loosened where they are of a report."""
    if loosely is None:
        return Posterior(patient, way, log_weight, normalised(log_weight))
    return Posterior(patient, way, log_weight, *loosely.weighed(log_weight), loosely)


def share_without(
    evidence: Evidence, posterior: Posterior, finding: int, mine: NDArray[np.intp]
) -> float:
    """Probability of some of the patients, given by their rows, when one finding is left out."""
    return _share(posterior, -evidence.row_of(finding, posterior.way, posterior.patient), mine)


def share_without_told(
    observer: Observer, evidence: Evidence, posterior: Posterior, item: int, mine: NDArray[np.intp]
) -> float:
    """The same for a told finding of the table."""
    return _share(posterior, told_change(observer, evidence, posterior.patient, item), mine)


def _share(posterior: Posterior, change: NDArray[Any], mine: NDArray[np.intp]) -> float:
    """Probability of some patients when the log weight of each changes."""
    loosely = posterior.loosely
    if loosely is None or posterior.power == 1:
        weight = np.exp((change - change.max()).astype(np.float32)) * posterior.weight
        weight /= weight.sum()
        if loosely is None or _alike(weight) >= loosely.alike:
            return float(weight[mine].sum())
    weight, _ = loosely.weighed(posterior.log_weight + change)
    return float(weight[mine].sum())
