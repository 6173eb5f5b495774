"""Two lesions, put together at question time from patients who each explain a part of the findings.

Importance sampling: firsts and seconds are taken from the posterior over single patients flattened (`tempers`), so that
one who explains half of the findings and says nothing of the rest still has a chance; every first is paired with every
second, and a pair is weighed by all findings like any other patient. The prior chance of a second lesion, independent
of the first, is `two` in observation.yaml. Nothing is random: points spread evenly over the weights are taken.
"""

from dataclasses import dataclass, replace
from math import log
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lumbosacral.findings import Reading
from lumbosacral.inference.associations import combined
from lumbosacral.inference.composed import Pairs, joined, pair_bank
from lumbosacral.inference.evidence import Evidence, PairEvidence, both_ways, quiet_of
from lumbosacral.inference.likelihood import Observer
from lumbosacral.inference.posterior import Posterior, normalised, posterior_from, total_of
from lumbosacral.population.bank import Bank
from lumbosacral.wiring.universe import Universe

Floats = NDArray[np.float64]
Indices = NDArray[np.intp]
KEPT = 14.0
"""Pairs whose log weight is further than this below the best of all are left aside."""
FLAT = 9.0
"""Patients whose flattened log weight is further than this below the best are not paired."""
LIGHT = 1e-3
"""Patients of less than this share of the heaviest's weight say nothing of what is left over."""
LEFT_OVER = 0.2
"""Pairs are weighed where single lesions give a finding less than this of its best chance (judgement)."""


@dataclass(frozen=True)
class Drawn:
    """Pairs of the patients of a small bank: the way round of the first, and the log of prior over proposal."""

    bank: Bank
    pairs: Pairs
    way: Indices
    log_ratio: Floats


def with_pairs(
    universe: Universe,
    observer: Observer,
    evidence: Evidence,
    posterior: Posterior,
    reading: Reading,
    *,
    silent: bool,
) -> tuple[Observer, Evidence, Posterior]:
    """Add pairs of lesions to a posterior; the same three where no pair counts."""
    law = observer.atlas.observation["two"]
    if len(evidence.findings) < int(law["from_findings"]) or not _left_over(evidence, posterior):
        return observer, evidence, posterior
    drawn = _draw(observer, evidence, law)
    bank = pair_bank(drawn.bank, drawn.pairs, observer.catalogue, universe)
    seen = Observer(observer.atlas, observer.catalogue, bank, observer.age_years)
    rows = _rows(seen, evidence, drawn.way)
    ratios = _ratios(evidence, drawn)
    weight = drawn.log_ratio + rows.sum(0) + combined(observer.atlas, list(evidence.told), ratios)
    if silent:
        weight = weight + quiet_of(seen, reading).at(drawn.way, np.arange(len(weight)))
    best = max(float(weight.max(initial=-np.inf)), float(posterior.log_weight.max()))
    keep = np.flatnonzero(weight > best - KEPT)
    if not len(keep):
        return observer, evidence, posterior
    some = pair_bank(drawn.bank, drawn.pairs.take(keep), observer.catalogue, universe)
    added = PairEvidence(len(observer.bank), rows[:, keep].astype(np.float32), ratios[:, keep])
    log_weight = np.concatenate([posterior.log_weight, weight[keep]])
    patient = np.concatenate([posterior.patient, len(observer.bank) + np.arange(len(keep))])
    way = np.concatenate([posterior.way, drawn.way[keep]])
    loosely = posterior.loosely
    if loosely is not None:
        loosely = replace(loosely, base=np.concatenate([loosely.base, drawn.log_ratio[keep]]))
    return (
        replace(observer, bank=joined(observer.bank, some)),
        replace(evidence, pairs=added),
        posterior_from(patient, way, log_weight, loosely),
    )


def _left_over(evidence: Evidence, posterior: Posterior) -> bool:
    """Whether single lesions leave a finding that some patient would explain far better."""
    heavy = posterior.weight > LIGHT * posterior.weight.max()
    way, patient, weight = posterior.way[heavy], posterior.patient[heavy], posterior.weight[heavy]
    for i in range(len(evidence.findings)):
        seen = np.exp(evidence.rows[i, way, patient])
        best = float(np.exp(evidence.rows[i].max()))
        if float((seen * weight).sum() / weight.sum()) < LEFT_OVER * best:
            return True
    return False


def _draw(observer: Observer, evidence: Evidence, law: dict[str, Any]) -> Drawn:
    """Firsts and seconds, every one with every other; the better explained of the two stands first."""
    bank, total = observer.bank, total_of(observer, evidence)
    one = _can_be_paired(observer)
    here = np.isfinite(evidence.base)
    heard = np.where(here, total - np.where(here, evidence.base, 0), 0)
    either = np.logaddexp(evidence.base[0], evidence.base[1]) - log(2)
    alone = np.stack([either, either])
    hand = int(evidence.base[1].max() > evidence.base[0].max())
    picked = [
        _spread(np.where(one & here, prior + float(temper) * heard, -np.inf), int(n), hand)
        for prior, temper, n in zip(
            (evidence.base, alone), law["tempers"], law["drawn"], strict=True
        )
    ]
    (a, way_a, q_a), (b, way_b, q_b) = picked
    i, j = (x.ravel() for x in np.meshgrid(np.arange(len(a)), np.arange(len(b)), indexing="ij"))
    structure = _structures(observer)
    other = structure[bank.cell[a[i]]] != structure[bank.cell[b[j]]]
    i, j = i[other], j[other]
    log_ratio = (
        evidence.base[way_a[i], a[i]] + either[b[j]] - q_a[i] - q_b[j] + log(float(law["chance"]))
    ).astype(np.float64)
    swap = heard[way_b[j], b[j]] > heard[way_a[i], a[i]]
    some, place = np.unique(np.concatenate([a, b]), return_inverse=True)
    i_at, j_at = place[i], place[len(a) + j]
    pairs = Pairs(np.where(swap, j_at, i_at), np.where(swap, i_at, j_at), way_a[i] != way_b[j])
    return Drawn(bank.in_memory(some), pairs, np.where(swap, way_b[j], way_a[i]), log_ratio)


def _spread(log_weight: Floats, n: int, hand: int) -> tuple[Indices, Indices, Floats]:
    """Take n points spread evenly over weights [2, N]: patient, way and log of how often each weight is met.

    Laid out patient by patient, the heavier way first, then that of the side of the case (`hand`), so that a case and
    its mirror image are answered alike.
    """
    heavy = np.where(log_weight[hand] >= log_weight[1 - hand], hand, 1 - hand)
    ways, laid = np.stack([heavy, 1 - heavy], 1), np.arange(len(heavy))[:, None]
    log_of = log_weight[ways, laid].ravel()
    some = np.flatnonzero(log_of > log_of.max() - FLAT)
    weight = normalised(log_of[some].astype(np.float64))
    points = (np.arange(n) + 0.5) / n
    rows = np.minimum(np.searchsorted(np.cumsum(weight), points), len(some) - 1)
    met = np.log(weight[rows]) + np.log(n)
    return some[rows] // 2, ways.ravel()[some[rows]], met


def _can_be_paired(observer: Observer) -> NDArray[np.bool_]:
    """Patients with one lesion that harms fibres, [N]."""
    bank, atlas = observer.bank, observer.atlas
    harms = np.array([c.pattern != "none" for c in atlas.conditions.values()])
    single = np.array([len(lesions) == 1 for _, lesions in bank.cells])
    return np.asarray(harms[bank.condition] & single[bank.cell] & (bank.severity > 0))


def _structures(observer: Observer) -> Indices:
    """Number of the first structure of each kind of patient, [cells]."""
    names = [lesions[0].structure if lesions else "" for _, lesions in observer.bank.cells]
    return np.unique(names, return_inverse=True)[1]


def _rows(seen: Observer, evidence: Evidence, way: Indices) -> Floats:
    """Log chance of every finding in every pair, [F, P]."""
    at = np.arange(len(way))
    each = [both_ways(seen, finding) for finding in evidence.findings]
    return np.array([row[way, at] for row in each if row is not None], np.float64)


def _ratios(evidence: Evidence, drawn: Drawn) -> Floats:
    """Log ratio of every told finding in every pair, [T, P]: either may bring it, both must lack it."""
    cell, pairs = drawn.bank.cell, drawn.pairs
    one, two = (evidence.ratios[:, cell[who]] for who in (pairs.first, pairs.second))
    there = np.array([item.there for item in evidence.told], bool)[:, None]
    return np.asarray(np.where(there, np.maximum(one, two), one + two))
