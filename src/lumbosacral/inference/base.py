"""The prior weight of every patient of a bank, with the side, the time and the course of the illness."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from lumbosacral.atlas.load import Atlas
from lumbosacral.findings import Reading
from lumbosacral.inference.likelihood import Observer
from lumbosacral.inference.rows import looked_up
from lumbosacral.inference.times import time_weights
from lumbosacral.inference.who import of_beginning, of_person
from lumbosacral.population.bank import Bank
from lumbosacral.population.prior import prior_of

Floats = NDArray[np.float32]


def base_of(
    observer: Observer,
    reading: Reading,
    days: float | None,
    setting: str,
    prior: NDArray[np.float64] | None,
) -> Floats:
    """Log prior weight, way round by way round, [2, N]."""
    bank, atlas = observer.bank, observer.atlas
    prior = prior_of(atlas, setting) if prior is None else prior
    present, total = _present(atlas, bank, days)
    with np.errstate(divide="ignore"):
        by_condition = np.log(prior) - np.log(np.maximum(total, 1e-12))
    by_condition += of_person(atlas, reading.patient) + of_beginning(atlas, reading, days)
    row = looked_up(by_condition.astype(np.float32), bank.condition)
    row += present
    out = np.empty((2, len(bank)), np.float32)
    *shares, both = _sides(float(atlas.observation["side"]["given"]), reading.side)
    for way, share in enumerate(shares):
        of_side = np.log([share, both]).astype(np.float32)
        np.add(row, looked_up(of_side, bank.both.view(np.uint8)), out=out[way])
    return out


def _sides(given: float, side: str) -> tuple[float, float, float]:
    """Chance of the side of a case with the left leg struck, with the right one, and, for each way round, with both."""
    half = {"both": given / 2}.get(side, 0.5)
    rare = (1 - given) / 2
    alone = {"left": (given, 1 - given), "right": (1 - given, given), "both": (rare, rare)}
    return *alone.get(side, (0.5, 0.5)), half


@lru_cache(maxsize=32)
def _present(atlas: Atlas, bank: Bank, days: float | None) -> tuple[Floats, NDArray[np.float64]]:
    """Log chance that each patient comes at a time, [N], and the sum of the chances of each condition."""
    time = time_weights(atlas, days).astype(np.float32)
    chance = _coming(atlas, bank) * time[bank.condition, bank.epoch]
    total = np.bincount(bank.condition, chance, minlength=len(atlas.conditions))
    with np.errstate(divide="ignore"):
        return np.asarray(np.log(chance), np.float32), np.asarray(total, np.float64)


def _coming(atlas: Atlas, bank: Bank) -> Floats:
    """Relative chance that a patient comes at all, [N]: people come with what they notice, or with pain."""
    law = atlas.observation["coming"]
    noticed = np.arange(256) / (250 * float(law["full_from"]))
    chance = np.clip(noticed, float(law["least"]), 1).astype(np.float32)
    return looked_up(chance, bank.noticed) * bank.weight
