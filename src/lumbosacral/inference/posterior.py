"""The posterior over the patients of the bank, and the same grouped by what they have."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lumbosacral.inference.evidence import Evidence, told_by_patient, told_rows
from lumbosacral.inference.likelihood import Observer

Floats = NDArray[np.float32]
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
    """

    patient: NDArray[np.intp]
    way: NDArray[np.intp]
    log_weight: NDArray[np.float64]
    weight: NDArray[np.float64]

    @property
    def effective_sample_size(self) -> float:
        """How many equally weighted patients would say as much."""
        return float(1 / (self.weight**2).sum())

    def by(self, label: NDArray[np.intp], count: int) -> NDArray[np.float64]:
        """Probability of each label, given the label of every patient that counts."""
        return np.asarray(np.bincount(label, self.weight, minlength=count), np.float64)


def normalised(log_weight: NDArray[np.float64]) -> NDArray[np.float64]:
    """Weights that sum to 1."""
    weight = np.exp(log_weight - log_weight.max())
    return np.asarray(weight / weight.sum())


def total_of(observer: Observer, evidence: Evidence) -> Floats:
    """Log weight of every patient of the bank, both ways round, [2, N]."""
    total = evidence.base + evidence.rows.sum(0)
    total += evidence.silence
    if evidence.told:
        total += told_rows(observer, evidence)
    return np.asarray(total, np.float32)


def posterior_of(observer: Observer, evidence: Evidence) -> Posterior:
    """Weigh every patient of the bank, both ways round."""
    total = total_of(observer, evidence)
    heavy = np.flatnonzero(total.reshape(-1) > total.max() - REACH)
    way, patient = np.divmod(heavy, total.shape[1])
    log_weight = total[way, patient].astype(np.float64)
    return Posterior(patient, way, log_weight, normalised(log_weight))


def without(evidence: Evidence, posterior: Posterior, finding: int) -> NDArray[np.float64]:
    """Weights, summing to 1, of the same patients when one finding is left out."""
    return normalised(
        posterior.log_weight - evidence.row_of(finding, posterior.way, posterior.patient)
    )


def without_told(
    observer: Observer, evidence: Evidence, posterior: Posterior, item: int
) -> NDArray[np.float64]:
    """The same for a told finding of the table."""
    change = told_by_patient(observer, evidence, posterior.patient, item) - told_by_patient(
        observer, evidence, posterior.patient
    )
    return normalised(posterior.log_weight + change)
