"""Time since onset on the grid of the bank: which patients count at a time, and how much."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from lumbosacral.population.bank import Bank
from lumbosacral.population.patients import EPOCHS_DAYS


def epoch_weights(days: float) -> NDArray[np.float64]:
    """Weight of each epoch of the bank at a time since onset: its two neighbours on log time share it."""
    grid = np.log1p(EPOCHS_DAYS)
    return np.array([np.interp(np.log1p(days), grid, row) for row in np.eye(len(grid))])


def at_time(bank: Bank, days: float | None) -> tuple[Bank, NDArray[np.float64]]:
    """Patients of the bank so long after the onset, all where that is not known, and the weight of each epoch."""
    if days is None:
        return bank, np.ones(len(EPOCHS_DAYS))
    share = epoch_weights(days)
    return _of_epochs(bank, tuple(np.flatnonzero(share > 0).tolist())), share


@lru_cache(maxsize=16)
def _of_epochs(bank: Bank, epochs: tuple[int, ...]) -> Bank:
    """Patients of some epochs; kept, as cases share them."""
    counts = np.isin(np.arange(256), epochs)
    return bank.part(np.flatnonzero(counts[bank.epoch]))
