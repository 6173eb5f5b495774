"""Accuracy on virtual patients of an EMG laboratory whose lesion a full study without noise could see."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from validation import pictures
from validation.batch import (
    NOTHING,
    Asked,
    Floats,
    Shares,
    agrees,
    asked_of,
    last,
    localized,
    marks_of,
    the_observer,
)
from validation.complaint import ITEMS, change_by, findings_of, told_by
from validation.complaint import described as complaint_described
from validation.even import ENOUGH, MORE, evenly
from validation.generator import (
    Sample,
    outside,
    sample,
    structures_of,
    usual,
)
from validation.panels import described
from validation.scores import by_structure, even_weights, scores_of

from lumbosacral.inference.likelihood import Observer

SETTING = "emg-lab"
AIMS = {"top1": 0.85, "mean": 0.70, "top3": 0.97, "ece": 0.03}
KEPT = (
    "A patient is in the cohort if fibres, cell bodies, junctions or muscle are harmed (any structure but `no lesion` "
    "and `musculoskeletal`) and at least one question of the whole panel, read without noise, lies outside normal "
    "limits: its normal answer would be the less likely one."
)


@dataclass(frozen=True, eq=False)
class Cohort:
    """Patients as they come, and a second draw with equally many of every condition; both with their answers.

    `answers` are from the panels alone, `visit` from what is complained of, told and tried at the bedside besides;
    `told` and `visit_told` where it is known that the patient is of the cohort.
    """

    natural: Sample
    even: Sample
    answers: dict[str, Shares]
    told: dict[str, Shares]
    even_answers: dict[str, Shares]
    even_told: dict[str, Shares]
    visit: dict[str, Shares]
    visit_told: dict[str, Shares]
    even_visit: dict[str, Shares]
    even_visit_told: dict[str, Shares]
    gap: float


@cache
def the_cohort(n: int, each: int, seed: int, size: str) -> Cohort:
    """Draw, examine and localize."""
    observer, world = the_observer(size), usual(SETTING)
    natural = sample(SETTING, n, seed)
    even = evenly(world, each, seed + 1)
    steps, more = asked_of(natural), asked_of(even)
    there, even_there = (told_by(world.atlas, one, seed) for one in (natural, even))
    change, even_change = (change_by(observer, one) for one in (there, even_there))
    visit = both_answers(observer, steps, change)
    also = [findings_of(world.atlas, there[:, i]) for i in range(3)]
    gap = agrees(observer, steps, SETTING, last(visit[0]), also)
    answers, even_answers = both_answers(observer, steps), both_answers(observer, more)
    even_visit = both_answers(observer, more, even_change)
    return Cohort(natural, even, *answers, *even_answers, *visit, *even_visit, gap)


def both_answers(
    observer: Observer, steps: dict[str, Asked], told: Mapping[str, Floats] = NOTHING
) -> tuple[dict[str, Shares], dict[str, Shares]]:
    """Answers as they are, and where only patients of the cohort's kind are thought of."""
    count = len(observer.atlas.structures)
    marks = marks_of(structures_of(observer.atlas, observer.bank.cells)[observer.bank.cell], count)
    both = np.concatenate([marks, marks * (outside(observer) > 0)[:, None]], axis=1)
    shares = localized(observer, steps, SETTING, both, told)
    parts = [{k: v[:, at] for k, v in shares.items()} for at in (np.s_[:count], np.s_[count:])]
    return tuple(
        {k: v / np.maximum(v.sum(1, keepdims=True), 1e-12) for k, v in part.items()}
        for part in parts
    )


def steps_table(cohort: Cohort, prior: NDArray[np.float64]) -> list[str]:
    """Accuracy after the examination, conduction and needle."""
    lines = [
        "| | from | after | the answer is told that | patients | first right | in first three "
        "| mean over structures: first | in three | ECE | ECE by chance alone | Brier | log score |",
        "|---|---|---|---|---|---|---|---|---|---|---|---|---|",
    ]
    seen, rng = cohort.natural.visible, np.random.default_rng(1)
    kind = "the lesion is of this kind"
    for source, words, answers, evens in (
        ("the panel", "nothing", cohort.answers, cohort.even_answers),
        ("the panel", kind, cohort.told, cohort.even_told),
        ("the whole visit", "nothing", cohort.visit, cohort.even_visit),
        ("the whole visit", kind, cohort.visit_told, cohort.even_visit_told),
    ):
        for name, shares in answers.items():
            s = scores_of(shares[seen], cohort.natural.truth[seen], rng)
            each = by_structure(cohort.even, evens[name], prior).values()
            mean = np.mean([(one, three) for _, one, three in each], axis=0)
            lines.append(
                f"| CHECK | {source} | {name} | {words} | {s.n} | {s.top1:.1%} | {s.top3:.1%} "
                f"| {mean[0]:.1%} | {mean[1]:.1%} | {s.ece:.3f} | {s.ece_by_chance:.3f} | {s.brier:.3f} | {s.log:.2f} |"
            )
    return lines


def severity_table(cohort: Cohort) -> list[str]:
    """The same by thirds of severity."""
    lines = [
        "| | severity | after | patients | first right | in first three |",
        "|---|---|---|---|---|---|",
    ]
    seen = np.flatnonzero(cohort.natural.visible)
    severity = cohort.natural.bank.severity[seen] / 250
    thirds = np.array_split(np.argsort(severity, kind="stable"), 3)
    for rows in thirds:
        words = f"{severity[rows].min():.2f}-{severity[rows].max():.2f}"
        for name, shares in cohort.visit.items():
            s = scores_of(
                shares[seen[rows]], cohort.natural.truth[seen[rows]], np.random.default_rng(1)
            )
            lines.append(f"| CHECK | {words} | {name} | {s.n} | {s.top1:.1%} | {s.top3:.1%} |")
    return lines


def outside_table(cohort: Cohort) -> list[str]:
    """The same by how much a study without noise would see."""
    lines = [
        "| | questions outside normal limits, without noise | patients | first right | in first three "
        "| first right, told |",
        "|---|---|---|---|---|---|",
    ]
    edges = (1, 2, 5, 10, 20, 1_000)
    for low, high in pairwise(edges):
        mine = (cohort.natural.out >= low) & (cohort.natural.out < high)
        truth, rng = cohort.natural.truth[mine], np.random.default_rng(1)
        s, t = (scores_of(last(x)[mine], truth, rng) for x in (cohort.visit, cohort.visit_told))
        words = (
            str(low)
            if high == low + 1
            else f"{low} or more"
            if high == 1_000
            else f"{low}-{high - 1}"
        )
        lines.append(f"| CHECK | {words} | {s.n} | {s.top1:.1%} | {s.top3:.1%} | {t.top1:.1%} |")
    return lines


def structure_table(cohort: Cohort, names: list[str], prior: NDArray[np.float64]) -> list[str]:
    """Every structure of the cohort, from the even draw, with what it is taken for most."""
    lines = [
        "| | structure | patients | first right | in first three | taken most for | first right, told |",
        "|---|---|---|---|---|---|---|",
    ]
    shares, even = last(cohort.even_visit), cohort.even
    weight = even_weights(prior, even)
    told = by_structure(even, last(cohort.even_visit_told), prior)
    for structure, (k, one, three) in by_structure(even, shares, prior).items():
        mine = even.visible & (even.truth == structure)
        first = shares[mine].argmax(1)
        wrong = np.bincount(first, weight[mine], len(names)) / weight[mine].sum()
        wrong[structure] = 0
        words = f"{names[wrong.argmax()]} {wrong.max():.0%}" if wrong.max() > 0 else "-"
        lines.append(
            f"| CHECK | {names[structure]} | {k} | {one:.0%} | {three:.0%} | {words} | {told[structure][1]:.0%} |"
        )
    return lines


def confusions(cohort: Cohort, names: list[str]) -> list[str]:
    """Commonest confusions among patients as they come."""
    seen = cohort.natural.visible
    first = last(cohort.visit)[seen].argmax(1)
    truth = cohort.natural.truth[seen]
    pairs = Counter((names[t], names[f]) for t, f in zip(truth, first, strict=True) if t != f)
    of = Counter(names[t] for t in truth)
    total = sum(pairs.values())
    lines = ["| | truth | first answer | patients | of all errors |", "|---|---|---|---|---|"]
    return lines + [
        f"| CHECK | {t} | {f} | {k} of {of[t]} | {k / total:.0%} |"
        for (t, f), k in pairs.most_common(16)
    ]


def confusion_map(cohort: Cohort, names: list[str], prior: NDArray[np.float64]) -> str:
    """Mean probability given to each structure, by truth, in the order of the plexus."""
    shares, even = last(cohort.even_visit), cohort.even
    weight = even_weights(prior, even) * even.visible
    total = np.zeros((len(names), len(names)))
    np.add.at(total, even.truth, shares * weight[:, None])
    total /= np.maximum(total.sum(1, keepdims=True), 1e-12)
    svg = pictures.confusion(
        names, total, "Mean probability given to each structure (column), by truth (row)"
    )
    return pictures.write("validation-confusion.svg", svg)


def run(seed: int, n: int, each: int, size: str) -> str:
    """Markdown of the cohort."""
    cohort = the_cohort(n, each, seed, size)
    world = usual(SETTING)
    names = list(world.atlas.structures)
    kept = int(cohort.natural.visible.sum())
    absent = [
        x for i, x in enumerate(names) if not (cohort.even.visible & (cohort.even.truth == i)).any()
    ]
    return "\n".join(
        [
            f"{n} patients drawn as they come to `{SETTING}`; {kept} are in the cohort. {KEPT} Means over structures "
            f"are from a second draw with {each} patients of every condition, and {MORE} times as many for structures "
            f"of fewer than {ENOUGH} in the cohort, weighed within a structure as conditions come. Aims: first right "
            f"{AIMS['top1']:.0%} pooled, {AIMS['mean']:.0%} as mean over structures; in the "
            f"first three {AIMS['top3']:.0%}; ECE {AIMS['ece']}. The arithmetic in batches differs from an answer's by "
            f"{cohort.gap:.0e} at most.",
            "",
            "The panel:",
            "",
            described(),
            "",
            "The whole visit adds what is complained of, told and tried at the bedside, and at the end how the units "
            f"look ({len(ITEMS)} items), each there by the chance of the atlas's table in the patient's condition:",
            "",
            complaint_described(),
            "",
            *steps_table(cohort, world.prior),
            "",
            "A cohort chosen by the truth is not what the answer is calibrated to: it still thinks of `no lesion`. The "
            "rows of a lesion of this kind give it the choice as well. The tables below are of the whole visit.",
            "",
            *severity_table(cohort),
            "",
            *outside_table(cohort),
            "",
            *confusions(cohort, names),
            "",
            confusion_map(cohort, names, world.prior),
            "",
            *structure_table(cohort, names, world.prior),
            "",
            f"Without any patient in the cohort: {', '.join(absent)}.",
        ]
    )
