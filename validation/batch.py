"""The same posterior as an answer's, for thousands of patients of one panel at once.

What an answer says of every patient of the bank comes from `gather`, block by block; that each row is added for those
who gave that answer is one product of matrices. `agrees` holds a few against `posterior_of`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from validation.generator import Sample, structures_of
from validation.panels import Question, panels

from lumbosacral.findings import Patient, Reading, Understood
from lumbosacral.inference.evidence import Evidence, gather
from lumbosacral.inference.likelihood import Observer
from lumbosacral.inference.posterior import posterior_of
from lumbosacral.population.blocks import the_catalogue
from lumbosacral.population.shelf import get_bank
from lumbosacral.wiring.listening import the_listening

PART = 8_192
TOGETHER = 512
Floats = NDArray[np.float32]
Shares = NDArray[np.float64]
NOTHING: Mapping[str, Floats] = {}


@dataclass(frozen=True, eq=False)
class Asked:
    """Questions of one panel and the answers of n patients, [questions, n]."""

    questions: list[Question]
    answers: NDArray[np.intp]

    def chosen(self) -> Floats:
        """Return a one for each answer given, [n, answers of all questions]."""
        starts = np.cumsum([0, *map(len, self.questions)])
        out = np.zeros((self.answers.shape[1], starts[-1]), np.float32)
        for start, given in zip(starts, self.answers, strict=False):
            out[np.arange(len(given)), start + given] = 1
        return out


def the_observer(size: str, age: float | None = None) -> Observer:
    """Observer of a whole bank."""
    listening = the_listening()
    return Observer(listening.universe.atlas, the_catalogue(listening), get_bank(size), age)


def heard(observer: Observer, findings: tuple[Understood, ...], setting: str) -> Evidence:
    """Weigh findings as an answer does, of a left leg, without silence."""
    reading = Reading(findings, (), (), Patient(), None, None, "left")
    return gather(observer, reading, setting, silent=False)


def rows_of(observer: Observer, questions: list[Question], setting: str) -> Floats:
    """Log chance of every answer of every question, [answers of all, 2, N]."""
    said = [q.finding(i) for q in questions for i in range(len(q.answers))]
    evidence = heard(observer, tuple(said), setting)
    if len(evidence.rows) != len(said):
        raise ValueError(f"not read: {[f.words for f in evidence.unread]}")
    out, at = [], 0
    for question in questions:
        mine = evidence.rows[at : at + len(question.answers)]
        at += len(question.answers)
        out.append(mine)
        if question.otherwise:
            out.append(np.log(np.maximum(1 - np.exp(mine).sum(0, keepdims=True), 1e-4)))
    return np.concatenate(out).astype(np.float32)


def asked_of(sample: Sample) -> dict[str, Asked]:
    """Panels and answers of a sample."""
    return {name: Asked(rows, sample.answers[name]) for name, rows in panels().items()}


def whole(steps: dict[str, Asked]) -> dict[str, Asked]:
    """All panels as one."""
    questions = [q for step in steps.values() for q in step.questions]
    return {"whole": Asked(questions, np.concatenate([step.answers for step in steps.values()]))}


def last(shares: dict[str, Shares]) -> Shares:
    """Return what is known after the last panel."""
    return list(shares.values())[-1]


def _parts(observer: Observer) -> Iterator[tuple[slice, Observer]]:
    for start in range(0, len(observer.bank), PART):
        at = slice(start, min(start + PART, len(observer.bank)))
        who = np.arange(at.start, at.stop)
        yield at, replace(observer, bank=observer.bank.part(who))


def localized(
    observer: Observer,
    steps: dict[str, Asked],
    setting: str,
    marks: Floats | None = None,
    told: Mapping[str, Floats] = NOTHING,
) -> dict[str, Shares]:
    """Probability of each structure, [n, structures], after each panel.

    Parameters
    ----------
    marks : float32 array [N, M] or None
        What to sum over the posterior instead of structures.
    told : mapping of step to float32 array [n, cells]
        What findings of the table change in every kind of patient of the bank, beside the panel of that step, or
        after the last panel where no panel has that name.
    """
    if marks is None:
        marks = marks_of(structures_of(observer.atlas, observer.bank.cells)[observer.bank.cell],
                         len(observer.atlas.structures))  # fmt: skip
    kinds, kind = _kinds(marks)
    base = heard(observer, (), setting).base
    chosen = {name: step.chosen() for name, step in steps.items()}
    n = len(next(iter(chosen.values())))
    every = dict.fromkeys([*steps, *told])
    sums = {name: np.zeros((n, marks.shape[1])) for name in every}
    tops = {name: np.full(n, -np.inf) for name in every}
    for at, part in _parts(observer):
        rows = {name: rows_of(part, step.questions, setting) for name, step in steps.items()}
        order = np.argsort(np.tile(kind[at], 2), kind="stable")
        flat = {name: row.reshape(len(row), -1)[:, order] for name, row in rows.items()}
        mine, sorted_kind = base[:, at].reshape(-1)[order], np.tile(kind[at], 2)[order]
        edges = np.flatnonzero(np.r_[True, sorted_kind[1:] != sorted_kind[:-1]])
        here = kinds[sorted_kind[edges]]
        for start in range(0, n, TOGETHER):
            some = slice(start, start + TOGETHER)
            total = np.tile(mine, (len(range(n)[some]), 1))
            for name in every:
                if name in told:
                    total += told[name][some][:, np.tile(observer.bank.cell[at], 2)[order]]
                if name in steps:
                    given = chosen[name][some]
                    used = given.any(0)
                    total += given[:, used] @ flat[name][used]
                _add(total, edges, here, sums[name][some], tops[name][some])
    return {name: total / total.sum(1, keepdims=True) for name, total in sums.items()}


def _kinds(marks: Floats) -> tuple[Floats, NDArray[np.intp]]:
    """Different rows of the marks, and which of them each patient has; rows are told apart by a random sum."""
    key = marks @ np.random.default_rng(0).random(marks.shape[1])
    _, first, kind = np.unique(key, return_index=True, return_inverse=True)
    return marks[first], kind


def marks_of(label: NDArray[np.integer], count: int) -> Floats:
    """One for the label of each patient, [N, count]."""
    out = np.zeros((len(label), count), np.float32)
    out[np.arange(len(label)), label] = 1
    return out


def _add(total: Floats, edges: NDArray[np.intp], marks: Floats, sums: Shares, tops: Shares) -> None:
    """Add a part of the bank, in runs of the same marks, on a scale of each case that only grows."""
    top = np.maximum(tops, total.max(1))
    weight = total - top[:, None].astype(np.float32)
    np.exp(weight, out=weight)
    sums *= np.exp(tops - top)[:, None]
    sums += np.add.reduceat(weight, edges, axis=1) @ marks
    tops[:] = top


def answer_of(
    observer: Observer,
    steps: dict[str, Asked],
    setting: str,
    patient: int,
    also: tuple[Understood, ...] = (),
) -> Shares:
    """Probability of each structure for one patient after all steps, as an answer works it out."""
    pairs = [
        (q, int(step.answers[i, patient]))
        for step in steps.values()
        for i, q in enumerate(step.questions)
    ]
    said = tuple(q.finding(a) for q, a in pairs if a < len(q.answers))
    evidence = heard(observer, (*said, *also), setting)
    more = [rows_of(observer, [q], setting)[-1:] for q, a in pairs if a == len(q.answers)]
    evidence = replace(evidence, rows=np.concatenate([evidence.rows, *more]))
    posterior = posterior_of(observer, evidence)
    label = structures_of(observer.atlas, observer.bank.cells)
    cell = observer.bank.cell[posterior.patient]
    return posterior.by(label[cell], len(observer.atlas.structures))


def agrees(
    observer: Observer,
    steps: dict[str, Asked],
    setting: str,
    shares: Shares,
    also: Sequence[tuple[Understood, ...]],
) -> float:
    """Largest difference of a probability from the answer's own, over the first few patients, of whom more is told."""
    gaps = [
        np.abs(answer_of(observer, steps, setting, i, more) - shares[i]).max()
        for i, more in enumerate(also)
    ]
    return float(max(gaps))
