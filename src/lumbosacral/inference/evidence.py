"""All findings of a case against the bank: one row of log chances for each, for both ways round.

A one-sided patient of the bank can be the case with the index leg left or right: way 0 takes the index leg as the
left one, way 1 as the right one.
"""

from dataclasses import dataclass, replace
from math import log

import numpy as np
from numpy.typing import NDArray

from lumbosacral.findings import Reading, Understood
from lumbosacral.inference import chances
from lumbosacral.inference.associations import Told, combined, log_ratios, told
from lumbosacral.inference.likelihood import NORMAL_WORDS, Observer, leg_log_likelihood
from lumbosacral.population.patients import EPOCHS_DAYS
from lumbosacral.population.prior import prior_of

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Evidence:
    """What each finding says of each patient.

    Attributes
    ----------
    findings : tuple of Understood
        Those that the model can weigh, in order.
    rows : float32 array [F, 2, N]
        Log chance of each finding, way round by way round; associations enter as the change they make.
    told : tuple of Told
        Findings of the table, in the order of `ratios`.
    ratios : float64 array [T, cells]
    base : float32 array [2, N]
        Log prior weight, with side, time and course of the illness.
    silence : float32 array [2, N]
        What was not mentioned.
    """

    findings: tuple[Understood, ...]
    rows: Floats
    told: tuple[Told, ...]
    ratios: NDArray[np.float64]
    base: Floats
    silence: Floats
    unread: tuple[Understood, ...]


def gather(observer: Observer, reading: Reading, setting: str, *, silent: bool) -> Evidence:
    """Weigh every finding of a reading.

    Parameters
    ----------
    silent : bool
        Whether what was not mentioned counts as weak evidence of normal (reports and text, not check lists).
    """
    rows, findings, items, unread = [], [], [], []
    for finding in sided(reading):
        if finding.kind == "association":
            items += told(observer.atlas, finding)
            continue
        row = _elsewhere(observer, finding) if finding.kind == "elsewhere" else _both_ways(observer, finding)
        if row is None:
            unread.append(finding)
        else:
            rows.append(row)
            findings.append(finding)
    n = len(observer.bank)
    quiet = _silence(observer, reading) if silent else np.zeros((2, n), np.float32)
    return Evidence(
        findings=tuple(findings),
        rows=np.stack(rows) if rows else np.zeros((0, 2, n), np.float32),
        told=tuple(items),
        ratios=log_ratios(observer.atlas, items, observer.bank.cells),
        base=_base(observer, reading, setting),
        silence=quiet,
        unread=tuple(unread),
    )


def sided(reading: Reading) -> tuple[Understood, ...]:
    """Findings with the side of the case where they have none; where nothing has a side, all are of one leg.

    Which leg that is does not matter, as both are equally likely to be struck: the left one stands for it.
    """
    known = {f.sides for f in reading.understood} | {reading.side}
    usual = reading.side if reading.side != "unknown" else "left"
    if reading.side == "unknown" and "right" in known and "left" not in known:
        usual = "right"
    return tuple(
        replace(f, sides=usual) if f.sides == "unknown" else f for f in reading.understood
    )


def has_side(reading: Reading) -> bool:
    """Whether anything in the case says on which side it is."""
    said = {f.sides for f in reading.understood} | {reading.side}
    return bool(said & {"left", "right"})


def told_rows(observer: Observer, evidence: Evidence, leave_out: int = -1) -> Floats:
    """Log change by all told findings, but for one, in every patient, [N]."""
    keep = [i for i in range(len(evidence.told)) if i != leave_out]
    items = [evidence.told[i] for i in keep]
    by_cell = combined(observer.atlas, items, evidence.ratios[keep])
    return np.asarray(by_cell[observer.bank.cell], np.float32)


def _both_ways(observer: Observer, finding: Understood) -> Floats | None:
    """Log chance with the index leg left and right, [2, N]."""
    index = leg_log_likelihood(observer, finding, 0)
    other = leg_log_likelihood(observer, finding, 1)
    if index is None or other is None:
        return None
    if finding.sides == "left":
        return np.stack([index, other])
    if finding.sides == "right":
        return np.stack([other, index])
    divisor = float(observer.atlas.observation["group"]["both_sides_divisor"])
    together = (index + other) / np.float32(divisor)
    return np.stack([together, together])


def _is_fine(finding: Understood) -> bool:
    return finding.value.word in NORMAL_WORDS


def _elsewhere(observer: Observer, finding: Understood) -> Floats:
    """Findings outside the leg: what each condition gives them."""
    law = observer.atlas.observation["elsewhere"]
    usual = float(law["usual"])
    chance = np.array(
        [usual if c.elsewhere is None else c.elsewhere for c in observer.atlas.conditions.values()]
    )
    if _is_fine(finding):
        chance = 1 - chance * float(law["normal_weight"])
    row = np.log(chance).astype(np.float32)[observer.bank.condition]
    return np.stack([row, row])


def _base(observer: Observer, reading: Reading, setting: str) -> Floats:
    bank, atlas = observer.bank, observer.atlas
    prior = prior_of(atlas, setting)
    coming = _coming(observer)
    time = np.exp(_time(observer, reading.onset_days))[bank.epoch]
    total = np.bincount(bank.condition, coming * time, minlength=len(prior))
    with np.errstate(divide="ignore"):
        by_condition = np.log(prior) - np.log(np.maximum(total, 1e-12))
        row = np.log(coming * time)
    by_condition = by_condition + _course(observer, reading.course)
    row = row + by_condition[bank.condition]
    given = float(atlas.observation["side"]["given"])
    left, right = {"left": (given, 1 - given), "right": (1 - given, given)}.get(
        reading.side, (0.5, 0.5)
    )
    both = bank.both
    ways = [np.where(both, log(0.5), log(share)) for share in (left, right)]
    return np.stack([row + way for way in ways]).astype(np.float32)


def _coming(observer: Observer) -> NDArray[np.float64]:
    """Relative chance that a patient comes at all, [N]: people come with what they notice, or with pain."""
    law = observer.atlas.observation["coming"]
    noticed = observer.bank.noticed / (250 * float(law["full_from"]))
    return np.clip(noticed, float(law["least"]), 1) * observer.bank.weight


def _course(observer: Observer, course: str | None) -> NDArray[np.float64]:
    """Log chance of the word for the course in each condition; 0 where none was said."""
    conditions = observer.atlas.conditions.values()
    table = observer.atlas.observation["onset"].get(course or "")
    if table is None:
        return np.zeros(len(conditions))
    return np.log([float(table.get(c.onset, 0.2)) for c in conditions])


def _time(observer: Observer, days: float | None) -> NDArray[np.float64]:
    """Log weight of each epoch of the bank, given the days since onset."""
    grid = np.log1p(EPOCHS_DAYS)
    if days is None:
        weights = np.array([float(x) for x in observer.atlas.observation["epochs"]["weights"]])
    else:
        weights = np.array(
            [np.interp(np.log1p(days), grid, np.eye(len(grid))[i]) for i in range(len(grid))]
        )
    with np.errstate(divide="ignore"):
        return np.asarray(np.log(weights))


def _silence(observer: Observer, reading: Reading) -> Floats:
    """Log chance that gross deficits went unmentioned, [2, N]; capped."""
    law = observer.atlas.observation["silence"]
    said = {target for f in reading.understood for target in f.targets}
    n = len(observer.bank)
    total = np.zeros((2, n), np.float32)
    for quantity, key, names in (
        ("movement", "movement", law["movements"]),
        ("touch", "area", law["areas"]),
        ("reflex", "reflex", law["reflexes"]),
    ):
        for name in names:
            if name in said:
                continue
            loud = _gross(observer, quantity, name) * float(law[key])
            table = np.log1p(-loud).astype(np.float32)
            for leg in (0, 1):
                total[leg] += table[observer.codes(leg, quantity, name)]
    cap = float(law["cap"])
    both = -cap * np.tanh(-total.sum(0) / cap)
    return np.stack([both, both]).astype(np.float32)


def _gross(observer: Observer, quantity: str, name: str) -> NDArray[np.float64]:
    """Chance that a deficit is gross enough to be mentioned, by code, [256]."""
    atlas, scale = observer.atlas, observer.values(quantity, name)
    o = atlas.observation
    if quantity == "movement":
        return chances.strength(o, atlas.people, scale, "weak", None, "")
    if quantity == "touch":
        return np.maximum(chances.sensation(o, scale, "reduced") - 0.05, 0)
    return np.maximum(chances.reflex(o, scale, "absent", 0.0), 0)
