"""Calibration on fresh virtual patients: drawn as people come to a setting, examined by chance, localized.

The same model draws the patients, answers for them and localizes them, so this measures the inference (the size of
the bank, the arithmetic), not whether the model is right about people. `perturbed.py` lets the two differ.
"""

from math import erfc, sqrt

import numpy as np
from numpy.typing import NDArray
from validation import pictures
from validation.batch import Shares, asked_of, last, localized, marks_of, the_observer, whole
from validation.cohort import SETTING, the_cohort
from validation.generator import Sample, sample
from validation.scores import Scores, scores_of

from lumbosacral.inference.likelihood import Observer

STEPS = 251
RANKS = 10
HEAD = (
    "| | setting | panel | patients | first right | in first three | ECE | ECE by chance alone | Brier | log score |\n"
    "|---|---|---|---|---|---|---|---|---|---|"
)


def row(setting: str, name: str, s: Scores) -> str:
    """One line of the table under `HEAD`."""
    return (
        f"| CHECK | {setting} | {name} | {s.n} | {s.top1:.1%} | {s.top3:.1%} | {s.ece:.3f} | {s.ece_by_chance:.3f} "
        f"| {s.brier:.3f} | {s.log:.2f} |"
    )


def scored(one: Sample, answers: dict[str, Shares]) -> dict[str, Scores]:
    """Scores after each panel, of all patients."""
    return {k: scores_of(v, one.truth, np.random.default_rng(1)) for k, v in answers.items()}


def ranks(observer: Observer, one: Sample, setting: str) -> dict[str, NDArray[np.float64]]:
    """Place of the truth among draws of the posterior, 0 to 1, of severity, share of axon loss and days."""
    bank = observer.bank
    marks = [marks_of(bank.severity, STEPS), marks_of(bank.loss, STEPS), marks_of(bank.epoch, 8)]
    steps = whole(asked_of(one))
    shares = last(localized(observer, steps, setting, np.concatenate(marks, axis=1)))
    parts = np.split(shares, [STEPS, 2 * STEPS], axis=1)
    truths = {
        "severity": one.bank.severity,
        "share of axon loss": one.bank.loss,
        "days": one.bank.epoch,
    }
    rng = np.random.default_rng(1)
    return {name: _place(part, truths[name], rng) for name, part in zip(truths, parts, strict=True)}


def _place(
    shares: Shares, truth: NDArray[np.integer], rng: np.random.Generator
) -> NDArray[np.float64]:
    """Share of the posterior below the truth, and a random part of what is equal to it."""
    shares = shares / shares.sum(1, keepdims=True)
    rows = np.arange(len(truth))
    below = np.cumsum(shares, axis=1)[rows, truth] - shares[rows, truth]
    return np.asarray(below + rng.random(len(truth)) * shares[rows, truth])


def rank_table(observer: Observer, one: Sample, setting: str) -> list[str]:
    """Counts of the ranks in ten equal parts, which should be equal, with chi-square."""
    tenths = " | ".join(f"{(i + 0.5) / RANKS:.2f}" for i in range(RANKS))
    lines = [
        f"| | rank of the true | {tenths} | chi-square (9 degrees) | p |",
        "|---" * (RANKS + 4) + "|",
    ]
    for name, place in ranks(observer, one, setting).items():
        counts = np.bincount(np.minimum((place * RANKS).astype(int), RANKS - 1), minlength=RANKS)
        expected = len(place) / RANKS
        chi = float(((counts - expected) ** 2 / expected).sum())
        cells = " | ".join(str(c) for c in counts)
        lines.append(f"| CHECK | {name} | {cells} | {chi:.1f} | {beyond(chi, RANKS - 1):.3f} |")
    return lines


def beyond(chi: float, degrees: int) -> float:
    """Chance of a larger chi-square (Wilson and Hilferty's cube root)."""
    k = 2 / (9 * degrees)
    return 0.5 * erfc(((chi / degrees) ** (1 / 3) - (1 - k)) / sqrt(2 * k))


def run(seed: int, n: int, clinic: int, each: int, size: str) -> str:
    """Markdown of the calibration, with its picture."""
    observer, cohort = the_observer(size), the_cohort(n, each, seed, size)
    other = sample("clinic", clinic, seed)
    here = scored(cohort.natural, cohort.answers)
    there = scored(other, localized(observer, asked_of(other), "clinic"))
    lines = [HEAD]
    lines += [row(SETTING, name, s) for name, s in here.items()]
    lines += [row("clinic", name, s) for name, s in there.items()]
    title = (
        f"Confidence of the first answer and how often it is right: {n} virtual patients, {SETTING}"
    )
    picture = pictures.reliability({k: s.bins for k, s in here.items()}, title)
    lines += ["", pictures.write("validation-reliability.svg", picture), ""]
    lines += ["| | after | confidence | right | patients |", "|---|---|---|---|---|"]
    name, final = list(here.items())[-1]
    lines += [f"| CHECK | {name} | {c:.1%} | {r:.1%} | {k} |" for c, r, k in final.bins]
    lines += [
        "",
        "Simulation-based calibration: where the truth lies in the posterior of each of "
        f"{clinic} patients of the clinic after the whole panel. Ranks that pile up at both ends "
        "would mean a posterior too narrow, in the middle one too wide.",
        "",
        *rank_table(observer, other, "clinic"),
    ]
    return "\n".join(lines)
