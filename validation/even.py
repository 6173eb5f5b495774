"""Equally many patients of every condition, and more of those whose structure is seldom seen at all.

A mean over structures counts a structure of one patient as much as one of five hundred: of three roots and the pudendal
nerve, equal numbers of every condition leave one to thirteen patients in the cohort, whose shares are then mostly
chance. Such structures get more patients of the conditions that strike them, and are weighed within themselves.
"""

from dataclasses import replace

import numpy as np
from validation.generator import Chosen, Sample, World, drawn, examined, taken

from lumbosacral.population.bank import Bank

ENOUGH = 30
"""Patients of a structure below which more are drawn."""
MORE = 30
"""So many times as many."""


def evenly(world: World, each: int, seed: int) -> Sample:
    """So many patients of every condition that comes, then more for structures of fewer than `ENOUGH` in the cohort."""
    wanted = np.where(world.prior > 0, each, 0)
    first = examined(world, drawn(world, wanted, seed), seed)
    scarce = _scarce(first)
    again = np.where(np.isin(np.arange(len(wanted)), _striking(first, scarce)), wanted * MORE, 0)
    if not again.any():
        return first
    more = examined(world, drawn(world, again, seed + 1), seed + 1)
    both = (wanted + again)[first.bank.condition]
    first = replace(first, drawn=np.where(np.isin(first.truth, scarce), both, first.drawn))
    rows = np.flatnonzero(more.visible & np.isin(more.truth, scarce))
    return _joined(
        first, replace(_part(more, rows), drawn=(wanted + again)[more.bank.condition[rows]])
    )


def _scarce(sample: Sample) -> Chosen:
    """Structures of a few patients in the cohort."""
    some, count = np.unique(sample.truth[sample.visible], return_counts=True)
    return np.asarray(some[count < ENOUGH], np.intp)


def _striking(sample: Sample, structures: Chosen) -> Chosen:
    """Conditions that some patients of these structures have."""
    return np.unique(sample.bank.condition[np.isin(sample.truth, structures)]).astype(np.intp)


def _part(sample: Sample, rows: Chosen) -> Sample:
    """Some of the patients."""
    answers = {name: row[:, rows] for name, row in sample.answers.items()}
    bank = taken(sample.bank, rows)
    return Sample(bank, sample.truth[rows], answers, sample.out[rows], sample.drawn[rows])


def _joined(one: Sample, other: Sample) -> Sample:
    """Patients of two draws as one."""
    answers = {name: np.hstack([row, other.answers[name]]) for name, row in one.answers.items()}
    arrays = {
        name: np.concatenate([getattr(one, name), getattr(other, name)])
        for name in ("truth", "out", "drawn")
    }
    return Sample(bank=_banked(one.bank, other.bank), answers=answers, **arrays)


def _banked(one: Bank, other: Bank) -> Bank:
    """Two banks as one; what patients of the second have stands behind what those of the first have."""
    arrays = {
        name: np.concatenate([getattr(one, name), getattr(other, name)])
        for name in ("condition", "epoch", "severity", "loss", "noticed", "weight", "both")
    }
    cell = np.concatenate([one.cell, other.cell.astype(np.intp) + len(one.cells)])
    codes = np.concatenate([one.codes, other.codes], axis=2)
    return Bank(codes=codes, cell=cell.astype(np.uint16), cells=one.cells + other.cells, **arrays)
