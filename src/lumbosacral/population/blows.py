"""Drawing the blows of virtual patients: which sites are struck, on which sides, and how hard."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lumbosacral.atlas.described import Condition, Severity

Floats = NDArray[np.float32]
COMPLETE = 0.4
"""Complete lesions are a share of their own: this times the square of the mean severity (judgement)."""
COMPLETE_IN_BANK = 0.2
"""Least share of complete lesions in the bank; weights put it right."""
OWN_SEVERITY = 0.3
"""Chance that a further blow has a severity of its own; in patchy disease, that it shares the first's (judgement)."""


@dataclass(frozen=True)
class Blows:
    """Blows drawn for some patients of one condition: one row for each site struck on each side.

    Attributes
    ----------
    patient, side : int arrays [k]
        Row of the patient; 0 index side, 1 other side.
    site : int array [k]
        Index into the atlas's sites.
    severity : float array [k]
    weight : float array [n]
        Importance weight of each patient.
    """

    patient: NDArray[np.intp]
    side: NDArray[np.intp]
    site: NDArray[np.intp]
    severity: Floats
    weight: Floats


def draw_beta(severity: Severity, n: int, rng: np.random.Generator) -> Floats:
    """Beta-distributed severities with the mean and standard deviation given."""
    mean, sd = severity.mean, severity.spread
    if sd <= 0 or mean in (0.0, 1.0):
        return np.full(n, mean, np.float32)
    concentration = max(mean * (1 - mean) / sd**2 - 1, 0.5)
    return rng.beta(mean * concentration, (1 - mean) * concentration, n).astype(np.float32)


def draw_severity(severity: Severity, n: int, rng: np.random.Generator) -> tuple[Floats, Floats]:
    """Severities of blows, and the importance weight of each.

    Beta-distributed, beside complete lesions, which are drawn more often than they come so that each place has some.
    """
    drawn = draw_beta(severity, n, rng)
    chance = COMPLETE * severity.mean**2
    if severity.spread <= 0 or chance <= 0:
        return drawn, np.ones(n, np.float32)
    share = max(chance, COMPLETE_IN_BANK)
    complete = rng.random(n) < share
    weight = np.where(complete, chance / share, (1 - chance) / (1 - share))
    return np.where(complete, 1, drawn).astype(np.float32), weight.astype(np.float32)


def draw_blows(
    condition: Condition, sites: tuple[str, ...], n: int, rng: np.random.Generator
) -> Blows:
    """Draw which sites are struck on which sides of n patients, and how hard.

    Parameters
    ----------
    condition : Condition
    sites : tuple of str
        All sites of the atlas.
    """
    struck = _struck(condition, sites, n, rng)
    both = rng.random(n) < condition.both_sides
    patient, site = np.nonzero(struck)
    other = _struck(condition, sites, n, rng) if condition.pattern == "patchy" else struck
    second, second_site = np.nonzero(other & both[:, None])
    side = np.repeat(np.array([0, 1]), [len(patient), len(second)])
    patient, site = np.concatenate([patient, second]), np.concatenate([site, second_site])
    severity, weight = np.zeros(len(patient), np.float32), np.ones(n, np.float32)
    if condition.severity is not None:
        shared, weight = draw_severity(condition.severity, n, rng)
        own = draw_beta(condition.severity, len(patient), rng)
        chance = 1 - OWN_SEVERITY if condition.pattern == "patchy" else OWN_SEVERITY
        another = (rng.random(len(patient)) < chance) & _not_first(patient)
        severity = np.where(another, own, shared[patient])
    blows = Blows(patient, side, site, severity.astype(np.float32), weight)
    return _with_extras(condition, sites, blows, n, rng)


def _not_first(patient: NDArray[np.intp]) -> NDArray[np.bool_]:
    """Blows that are not the first of their patient: these may be harder or milder than the rest."""
    _, first = np.unique(patient, return_index=True)
    again = np.ones(len(patient), bool)
    again[first] = False
    return again


def _struck(
    condition: Condition, sites: tuple[str, ...], n: int, rng: np.random.Generator
) -> NDArray[np.bool_]:
    """Which sites are struck, [n, sites]."""
    struck = np.zeros((n, len(sites)), bool)
    if condition.pattern == "combination":
        weights = np.array([c.weight for c in condition.combinations])
        chosen = rng.choice(len(weights), n, p=weights / weights.sum())
        for i, combination in enumerate(condition.combinations):
            for name in combination.sites:
                struck[chosen == i, sites.index(name)] = True
        return struck
    chances = np.zeros(len(sites))
    for name, chance in condition.sites.items():
        chances[sites.index(name)] = chance
    if condition.pattern == "patchy":
        struck = rng.random((n, len(sites))) < chances
        _top_up(struck, chances, condition.at_least, rng)
    elif chances.sum() > 0:
        struck[np.arange(n), rng.choice(len(sites), n, p=chances / chances.sum())] = True
    return struck


def _top_up(
    struck: NDArray[np.bool_], chances: NDArray[np.float64], least: int, rng: np.random.Generator
) -> None:
    """Strike further sites, by their chances, where fewer than `least` are struck."""
    possible = int((chances > 0).sum())
    for row in np.flatnonzero(struck.sum(1) < min(least, possible)):
        left = np.where(struck[row], 0, chances)
        missing = min(least, possible) - int(struck[row].sum())
        struck[row, rng.choice(len(chances), missing, replace=False, p=left / left.sum())] = True


def _with_extras(
    condition: Condition, sites: tuple[str, ...], blows: Blows, n: int, rng: np.random.Generator
) -> Blows:
    """Add the second strikes that go with a condition, on both sides of the blows' patients."""
    parts = [(blows.patient, blows.side, blows.site, blows.severity)]
    for name, extra in condition.also.items():
        hit = np.flatnonzero(rng.random(n) < extra.chance)
        for side in (0, 1):
            parts.append(
                (
                    hit,
                    np.full(len(hit), side, np.intp),
                    np.full(len(hit), sites.index(name), np.intp),
                    draw_beta(extra.severity, len(hit), rng),
                )
            )
    patient, where, site, severity = (np.concatenate(column) for column in zip(*parts, strict=True))
    return Blows(patient, where, site, severity, blows.weight)
