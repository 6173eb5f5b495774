"""A finding with a time of its own: weighed by the same kind of patient at that time.

Each patient of the bank is read at one time. What a patient read at three months would have shown in the first week is
taken from those of the same kind who were read then: the same condition and places, a like severity, a like share of
axon loss, one side or both.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from lumbosacral.inference.likelihood import Observer
from lumbosacral.inference.times import at_time, time_weights
from lumbosacral.population.bank import Bank

Floats = NDArray[np.float32]
STEPS = 250
SEVERITIES, LOSSES = 5, 3
"""Grades of severity and of axon loss within which patients count as alike (judgement)."""
BORROWED = 3.0
"""So many patients' weight of the whole condition and place is mixed in where a kind is rare (judgement)."""
LEAST = 1e-4

Weigh = Callable[[Observer], Floats | None]


def at_another_time(observer: Observer, whole: Bank, days: float, weigh: Weigh) -> Floats | None:
    """Log chance of a finding made at `days` in every patient of the observer's bank, [2, N].

    Parameters
    ----------
    whole : Bank
        Patients of every time.
    weigh : callable
        Gives the log chance, [2, M], of the finding in the patients of an observer.
    """
    then = at_time(observer.atlas, whole, days)
    seen = weigh(Observer(observer.atlas, observer.catalogue, then, observer.age_years))
    if seen is None:
        return None
    share = time_weights(observer.atlas, days).astype(np.float32)
    weight = then.weight * share[then.condition, then.epoch]
    cells, kinds = (then.cell, observer.bank.cell), (_kinds(then), _kinds(observer.bank))
    return np.stack([_carried(np.exp(row), weight, cells, kinds) for row in seen])


def _kinds(bank: Bank) -> NDArray[np.intp]:
    """Number of the kind of each patient within its condition and places, [N]."""
    severity = np.minimum(bank.severity.astype(np.intp) * SEVERITIES // (STEPS + 1), SEVERITIES - 1)
    loss = np.minimum(bank.loss.astype(np.intp) * LOSSES // (STEPS + 1), LOSSES - 1)
    return (severity * LOSSES + loss) * 2 + bank.both


def _carried(
    chance: Floats,
    weight: Floats,
    both_cells: tuple[NDArray[np.uint16], NDArray[np.uint16]],
    both_kinds: tuple[NDArray[np.intp], NDArray[np.intp]],
) -> Floats:
    """Log of the mean chance among patients of the same kind; cells and kinds are those then, and those now."""
    (cell_then, cell), (kind_then, kind) = both_cells, both_kinds
    size = SEVERITIES * LOSSES * 2
    cells = int(max(cell_then.max(initial=0), cell.max(initial=0))) + 1
    of_cell = np.bincount(cell_then, weight * chance, cells)
    mass_of_cell = np.bincount(cell_then, weight, cells)
    overall = float((weight * chance).sum() / weight.sum())
    cell_mean = (of_cell + overall * 1e-3) / (mass_of_cell + 1e-3)
    group = cell_then.astype(np.intp) * size + kind_then
    of_kind = np.bincount(group, weight * chance, cells * size)
    mass = np.bincount(group, weight, cells * size)
    mine = cell.astype(np.intp) * size + kind
    mean = (of_kind[mine] + BORROWED * cell_mean[cell]) / (mass[mine] + BORROWED)
    return np.asarray(np.log(np.maximum(mean, LEAST)), np.float32)
