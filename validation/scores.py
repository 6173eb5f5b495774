"""Scores of probabilistic answers: how often right, how well calibrated, how sharp."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from validation.generator import Sample

BINS = 15
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Scores:
    """Scores of n answers.

    Attributes
    ----------
    top1, top3 : float
        Share where the truth is first, or among the first three.
    ece : float
        Expected calibration error of the first answer, over bins of equal count.
    ece_by_chance : float
        The same that perfectly calibrated answers of these confidences would have on average.
    brier : float
        Sum of squares over structures, 0 to 2.
    log : float
        Mean log probability of the truth.
    bins : list of (mean confidence, share right, count)
    """

    n: int
    top1: float
    top3: float
    ece: float
    ece_by_chance: float
    brier: float
    log: float
    bins: list[tuple[float, float, int]]


def scores_of(shares: Floats, truth: NDArray[np.intp], rng: np.random.Generator) -> Scores:
    """Score answers [n, structures] against the true structures [n]."""
    n = len(truth)
    order = np.argsort(-shares, axis=1, kind="stable")
    right = order[:, 0] == truth
    first = shares.max(1)
    given = shares[np.arange(n), truth]
    onehot = np.zeros_like(shares)
    onehot[np.arange(n), truth] = 1
    bins = [np.asarray(rows) for rows in np.array_split(np.argsort(first, kind="stable"), BINS)]
    chance = [_ece(first, rng.random(n) < first, bins) for _ in range(200)]
    return Scores(
        n=n,
        top1=float(right.mean()),
        top3=float((order[:, :3] == truth[:, None]).any(1).mean()),
        ece=_ece(first, right, bins),
        ece_by_chance=float(np.mean(chance)),
        brier=float(((shares - onehot) ** 2).sum(1).mean()),
        log=float(np.log(np.maximum(given, 1e-4)).mean()),
        bins=[(float(first[b].mean()), float(right[b].mean()), len(b)) for b in bins if len(b)],
    )


def _ece(first: Floats, right: NDArray[np.bool_], bins: list[NDArray[np.intp]]) -> float:
    gaps = [abs(first[b].mean() - right[b].mean()) * len(b) for b in bins if len(b)]
    return float(sum(gaps) / len(first))


def even_weights(prior: Floats, sample: Sample) -> Floats:
    """Weight of patients drawn evenly over conditions, as conditions come; among those of one structure."""
    return np.asarray(prior[sample.bank.condition] / sample.drawn)


def by_structure(
    sample: Sample, shares: Floats, prior: Floats
) -> dict[int, tuple[int, float, float]]:
    """Patients, share first right and share in the first three, of each structure of the cohort."""
    weight = even_weights(prior, sample)
    order = np.argsort(-shares, axis=1, kind="stable")
    first, three = order[:, 0] == sample.truth, (order[:, :3] == sample.truth[:, None]).any(1)
    out = {}
    for structure in np.unique(sample.truth[sample.visible]):
        mine = sample.visible & (sample.truth == structure)
        w = weight[mine] / weight[mine].sum()
        out[int(structure)] = (int(mine.sum()), float(w @ first[mine]), float(w @ three[mine]))
    return out
