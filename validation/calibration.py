"""Calibration on fresh virtual patients: drawn as people come to a setting, examined by chance, localized.

The same model draws the patients, answers for them and localizes them, so this measures the inference (the size of
the bank, the arithmetic), not whether the model is right about people.
"""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np
from numpy.typing import NDArray
from validation.panels import Question, answered, panels
from validation.scores import Scores, scores_of

from lumbosacral.atlas.load import Atlas
from lumbosacral.findings import Patient, Reading, Understood
from lumbosacral.inference.evidence import Evidence, gather
from lumbosacral.inference.likelihood import Observer
from lumbosacral.inference.posterior import posterior_of
from lumbosacral.population.bank import Bank, fill, get_bank
from lumbosacral.population.blocks import Block, Key, draw_block, the_catalogue
from lumbosacral.population.prior import prior_of
from lumbosacral.wiring.listening import the_listening

PATIENTS = 2_000
Examined = list[tuple[Question, NDArray[np.intp]]]
SETTINGS = ("clinic", "emg-lab")
SPARE = 24
"""So many are drawn for each patient kept, to keep those who would come, when they would come."""
BLOCK = 4_096


@dataclass(frozen=True)
class Calibration:
    """Scores of one setting by panel, with the structures that were true."""

    setting: str
    panels: dict[str, Scores]


def structures_of(atlas: Atlas, cells: tuple[Key, ...]) -> NDArray[np.intp]:
    """Structure of each cell of a bank, as `by_structure` counts it."""
    names = list(atlas.structures)
    return np.array([names.index(key[1][0].structure if key[1] else "no lesion") for key in cells])


def patients(setting: str, n: int, seed: int) -> Bank:
    """Draw n patients as they come to a setting, as a bank of their own, from a seed unlike the bank's."""
    listening = the_listening()
    atlas = listening.universe.atlas
    rng = np.random.default_rng([seed, 7])
    prior = prior_of(atlas, setting)
    wanted = rng.multinomial(n, prior)
    drawn = rng.permutation(np.repeat(np.arange(len(prior)), wanted * SPARE))
    blocks = [
        draw_block(listening, np.sort(drawn[at : at + BLOCK]), seed, number)
        for number, at in enumerate(range(0, len(drawn), BLOCK))
    ]
    rows = len(the_catalogue(listening))
    pool = _joined(blocks, np.zeros((2, rows, len(drawn)), np.uint8))
    return _taken(pool, _kept(atlas, pool, wanted, rng))


def _joined(blocks: Sequence[Block], codes: NDArray[np.uint8]) -> Bank:
    return fill(iter(blocks), codes.shape[2], codes, None)


def _kept(
    atlas: Atlas, pool: Bank, wanted: NDArray[np.intp], rng: np.random.Generator
) -> NDArray[np.intp]:
    """Rows of those who come, by what they notice and how long it has been."""
    law = atlas.observation["coming"]
    epochs = np.array([float(x) for x in atlas.observation["epochs"]["weights"]])
    noticed = pool.noticed / (250 * float(law["full_from"]))
    weight = np.clip(noticed, float(law["least"]), 1) * pool.weight * epochs[pool.epoch]
    rows = []
    for condition in np.flatnonzero(wanted):
        mine = np.flatnonzero(pool.condition == condition)
        share = weight[mine] / weight[mine].sum()
        rows.append(rng.choice(mine, wanted[condition], p=share))
    return np.concatenate(rows)


def _taken(pool: Bank, rows: NDArray[np.intp]) -> Bank:
    return Bank(
        codes=np.ascontiguousarray(pool.codes[:, :, rows]),
        condition=pool.condition[rows],
        epoch=pool.epoch[rows],
        severity=pool.severity[rows],
        loss=pool.loss[rows],
        noticed=pool.noticed[rows],
        weight=pool.weight[rows],
        cell=pool.cell[rows],
        both=pool.both[rows],
        cells=pool.cells,
    )


def run_setting(setting: str, seed: int, n: int, size: str) -> Calibration:
    """Draw, examine and localize n patients of one setting."""
    listening = the_listening()
    atlas = listening.universe.atlas
    rng = np.random.default_rng([seed, 11])
    sick = patients(setting, n, seed)
    nature = Observer(atlas, the_catalogue(listening), sick, None)
    observer = Observer(atlas, the_catalogue(listening), get_bank(size), None)
    steps = {
        name: [(question, answered(nature, question, rng)) for question in questions]
        for name, questions in panels().items()
    }
    shares = localized(observer, steps, setting, n)
    truth = structures_of(atlas, sick.cells)[sick.cell]
    return Calibration(
        setting, {name: scores_of(each, truth, rng) for name, each in shares.items()}
    )


def localized(
    observer: Observer, steps: dict[str, Examined], setting: str, n: int
) -> dict[str, NDArray[np.float64]]:
    """Probability of each structure of the atlas, [n, structures], after each panel.

    What an answer says of every patient of the bank is worked out once and used for all who gave it.
    """
    label = structures_of(observer.atlas, observer.bank.cells)
    start = _heard(observer, (), setting)
    row = cache(lambda question, answer: _row(observer, question, answer, setting))
    out = {name: np.zeros((n, len(observer.atlas.structures))) for name in steps}
    for patient in range(n):
        total = start.base.copy()
        for name, examined in steps.items():
            for question, answers in examined:
                total += row(question, int(answers[patient]))
            posterior = posterior_of(observer, replace(start, base=total))
            cell = observer.bank.cell[posterior.patient]
            out[name][patient] = posterior.by(label[cell], len(observer.atlas.structures))
    return out


def _heard(observer: Observer, findings: tuple[Understood, ...], setting: str) -> Evidence:
    reading = Reading(findings, (), (), Patient(), None, None, "left")
    return gather(observer, reading, setting, silent=False)


def _row(observer: Observer, question: Question, answer: int, setting: str) -> NDArray[np.float32]:
    return np.asarray(_heard(observer, (question.finding(answer, 0),), setting).rows[0])


def markdown(results: list[Calibration]) -> str:
    """Tables of the scores, and of the bins of the last panel of each setting."""
    lines = [
        "| | setting | panel | patients | first right | in first three | ECE | ECE by chance alone "
        "| Brier | log score |",
        "|---|---|---|---|---|---|---|---|---|---|",
    ]
    lines += [
        f"| CHECK | {one.setting} | {name} | {s.n} | {s.top1:.1%} | {s.top3:.1%} | {s.ece:.3f} "
        f"| {s.ece_by_chance:.3f} | {s.brier:.3f} | {s.log:.2f} |"
        for one in results
        for name, s in one.panels.items()
    ]
    for one in results:
        name, last = list(one.panels.items())[-1]
        lines += [
            "",
            f"Setting {one.setting}, routine {name}: confidence of the first answer and how often "
            "it is right, in bins of equal count.",
            "",
            "| | confidence | right | patients |",
            "|---|---|---|---|",
        ]
        lines += [f"| CHECK | {c:.1%} | {r:.1%} | {k} |" for c, r, k in last.bins]
    return "\n".join(lines)


def run(seed: int, n: int = PATIENTS, size: str = "full") -> str:
    """Markdown of the calibration of every setting."""
    return markdown([run_setting(setting, seed, n, size) for setting in SETTINGS])


if __name__ == "__main__":
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--seed", type=int, default=1)
    reader.add_argument("--patients", type=int, default=PATIENTS)
    reader.add_argument("--bank", default="full")
    said = reader.parse_args()
    print(run(said.seed, said.patients, said.bank))
