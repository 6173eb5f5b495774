"""Time since onset on the grid of the bank: which patients count at a time, and how much."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from lumbosacral.atlas.load import Atlas
from lumbosacral.population.bank import Bank
from lumbosacral.population.patients import EPOCHS_DAYS


def epoch_weights(days: float) -> NDArray[np.float64]:
    """Weight of each epoch of the bank at a time since onset: its two neighbours on log time share it."""
    grid = np.log1p(EPOCHS_DAYS)
    return np.array([np.interp(np.log1p(days), grid, row) for row in np.eye(len(grid))])


def time_weights(atlas: Atlas, days: float | None) -> NDArray[np.float64]:
    """Weight of each epoch of the bank in each condition, [C, E], so long after people noticed it.

    Some of what came insidiously is older; where the time is not known, all is as people come.
    """
    come = np.array([float(x) for x in atlas.observation["epochs"]["weights"]])
    conditions = atlas.conditions.values()
    if days is None:
        return np.tile(come, (len(conditions), 1))
    told, late = epoch_weights(days), atlas.observation["noticed"]["late"]
    older = np.where(np.arange(len(come)) > told.argmax(), come, 0)
    share = np.array([float(late.get(c.onset, 0)) for c in conditions])[:, None] * (older.sum() > 0)
    return np.asarray((1 - share) * told + share * older / max(older.sum(), 1e-9))


def at_time(atlas: Atlas, bank: Bank, days: float | None) -> Bank:
    """Patients of the bank who may have come so long after the onset: all where that is not known."""
    if days is None:
        return bank
    counts = time_weights(atlas, days) > 0
    return _of_epochs(bank, tuple(map(tuple, counts.tolist())))


@lru_cache(maxsize=16)
def _of_epochs(bank: Bank, counts: tuple[tuple[bool, ...], ...]) -> Bank:
    """Patients of some epochs of each condition; kept, as cases share them."""
    return bank.part(np.flatnonzero(np.array(counts)[bank.condition, bank.epoch]))
