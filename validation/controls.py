"""CHECK: people in whom no nerve is hurt.

Are they named so, and does one odd finding make a nerve lesion of a healthy person?
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from validation.batch import Asked, Shares, last, localized, the_observer
from validation.cohort import SETTING, the_cohort
from validation.generator import UNHARMED, Sample, usual
from validation.panels import Question, leg_chances, panels

from lumbosacral.inference.likelihood import Observer
from lumbosacral.population.bank import Bank

SETTINGS = ("emg-lab", "clinic")


@dataclass(frozen=True, eq=False)
class Odd:
    """Healthy persons with exactly one answer that is not the normal one, each with its chance among all such."""

    words: list[str]
    chance: NDArray[np.float64]
    answers: NDArray[np.intp]


def nerveless() -> list[int]:
    """Structures that are not a nerve."""
    kinds = usual(SETTING).atlas.structures.values()
    return [i for i, s in enumerate(kinds) if s.kind == "not a nerve"]


def class_table(natural: Sample, answers: Shares, even: Sample, evens: Shares) -> list[str]:
    """How each class that is no nerve is named; the healthy as they come, the rest from the even draw."""
    names = list(usual(SETTING).atlas.structures)
    none = nerveless()
    lines = [
        "| | truth | patients | named so first | some class that is no nerve first | a nerve lesion above 50 % |",
        "|---|---|---|---|---|---|",
    ]
    for structure in none:
        healthy = names[structure] in UNHARMED
        one, shares = (natural, answers) if healthy else (even, evens)
        mine = (one.truth == structure) & (one.visible | healthy)
        first, nerve = shares[mine].argmax(1), 1 - shares[mine][:, none].sum(1)
        alike = [names.index(x) for x in UNHARMED] if healthy else [structure]
        named = np.isin(first, alike).mean()
        lines.append(
            f"| CHECK | {names[structure]} | {mine.sum()} | {named:.1%} | {np.isin(first, none).mean():.1%} "
            f"| {(nerve > 0.5).mean():.1%} |"
        )
    return lines


def odd_persons(observer: Observer, questions: list[Question]) -> Odd:
    """Every way in which a healthy person can have exactly one answer out of limits."""
    healthy = np.stack([observer.catalogue.healthy] * 2)[:, :, None]
    zero, cell = np.zeros(1, np.uint8), np.zeros(1, np.uint16)
    bank = Bank(healthy, zero, zero, zero, zero, zero, np.ones(1, np.float32), cell, zero > 0, ())
    one = Observer(observer.atlas, observer.catalogue, bank, None)
    normal = np.array([q.normal for q in questions])
    words, chance, rows = [], [], []
    for i, question in enumerate(questions):
        each = leg_chances(one, question, 0)[:, 0]
        for answer in np.flatnonzero(np.arange(len(each)) != question.normal):
            words.append(f"{question.test} of {question.of}: {_said(question, int(answer))}")
            chance.append(each[answer] / each[question.normal])
            given = normal.copy()
            given[i] = answer
            rows.append(given)
    return Odd(words, np.array(chance) / np.sum(chance), np.array(rows).T)


def _said(question: Question, answer: int) -> str:
    value = question.answers[answer]
    return value.word if value.grade is None else f"grade {value.grade:.1f}"


def odd_table(observer: Observer) -> list[str]:
    """Share of healthy persons with one odd finding in whom a nerve lesion gets above one half."""
    lines = [
        "| | setting | examined by | share with a nerve lesion above 50 % | with one structure above 50 % "
        "| nothing odd: nerve lesion | worst finding |",
        "|---|---|---|---|---|---|---|",
    ]
    none = nerveless()
    asked: list[Question] = []
    for name, more in panels().items():
        asked = asked + more
        odd = odd_persons(observer, asked)
        normal = np.array([[q.normal] for q in asked])
        step = {"all": Asked(asked, np.concatenate([odd.answers, normal], axis=1))}
        for setting in SETTINGS:
            shares = last(localized(observer, step, setting))
            nerve = 1 - shares[:, none].sum(1)
            single = np.delete(shares, none, axis=1).max(1)
            worst = int(nerve[:-1].argmax())
            lines.append(
                f"| CHECK | {setting} | {name} | {odd.chance @ (nerve[:-1] > 0.5):.2%} "
                f"| {odd.chance @ (single[:-1] > 0.5):.2%} | {nerve[-1]:.2f} "
                f"| {odd.words[worst]} ({nerve[worst]:.2f}) |"
            )
    return lines


def run(seed: int, n: int, each: int, size: str) -> str:
    """Markdown of the controls."""
    cohort = the_cohort(n, each, seed, size)
    return "\n".join(
        [
            f"Setting `{SETTING}`, after the whole panel; `no lesion` and `musculoskeletal` count as "
            "named for each other, as no test of the panel tells them apart.",
            "",
            *class_table(
                cohort.natural, last(cohort.answers), cohort.even, last(cohort.even_answers)
            ),
            "",
            "A healthy person with exactly one finding out of limits: every such case, weighed by its "
            "chance in the noise model, everything else of the panel being normal. Aim: none above 50 %.",
            "",
            *odd_table(the_observer(size)),
        ]
    )
