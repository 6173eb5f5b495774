"""Where fresh virtual patients come from: drawn as people come to a setting, examined by the panel, by chance.

A `World` is what draws and answers. The usual one is the model itself; others differ from it, while the inference
stays as it is (`perturbed.py`).
"""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from validation.panels import answered, chances, leg_chances, panels

from lumbosacral.atlas.load import Atlas
from lumbosacral.inference.likelihood import Observer
from lumbosacral.population.bank import Bank, fill
from lumbosacral.population.blocks import Key, draw_block, the_catalogue
from lumbosacral.population.prior import prior_of
from lumbosacral.wiring.listening import Listening, the_listening

SPARE = 16
"""So many are drawn for each patient kept, to keep those who would come, when they would come."""
BLOCK = 4_096
UNHARMED = ("no lesion", "musculoskeletal")
Chosen = NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class World:
    """What draws patients and answers for them: its wiring, its atlas, and how often conditions come, [C]."""

    listening: Listening
    prior: NDArray[np.float64]

    @property
    def atlas(self) -> Atlas:
        """Its atlas, people and noise included."""
        return self.listening.universe.atlas


@dataclass(frozen=True, eq=False)
class Sample:
    """Examined patients.

    Attributes
    ----------
    bank : Bank
        Their noise-free readings.
    truth : int array [n]
        Structure, as an index into the atlas's.
    answers : dict of int arrays [questions, n]
        By panel.
    out : int array [n]
        How many questions of the whole panel lie outside normal limits when read without noise, where fibres or
        muscle are harmed; else 0.
    drawn : int array [n]
        How many of the patient's condition were drawn to have all those here of the same structure.
    """

    bank: Bank
    truth: Chosen
    answers: dict[str, Chosen]
    out: Chosen
    drawn: Chosen

    @property
    def visible(self) -> NDArray[np.bool_]:
        """Whether a full study without noise could see something, [n]."""
        return self.out > 0

    def __len__(self) -> int:
        return len(self.truth)


@cache
def usual(setting: str) -> World:
    """Return the model as it is."""
    listening = the_listening()
    return World(listening, prior_of(listening.universe.atlas, setting))


def structures_of(atlas: Atlas, cells: tuple[Key, ...]) -> Chosen:
    """Structure of each cell of a bank, as `by_structure` counts it."""
    names = list(atlas.structures)
    return np.array([names.index(key[1][0].structure if key[1] else "no lesion") for key in cells])


def coming(atlas: Atlas, bank: Bank) -> NDArray[np.float64]:
    """Relative chance that each patient comes at all: by what is noticed, within a condition."""
    law = atlas.observation["coming"]
    noticed = bank.noticed / (250 * float(law["full_from"]))
    return np.asarray(np.clip(noticed, float(law["least"]), 1) * bank.weight)


def weights(atlas: Atlas, bank: Bank, setting: str) -> NDArray[np.float64]:
    """Weight of every patient of a bank as people come to a setting, at any time since onset; sums to 1."""
    prior, come = prior_of(atlas, setting), coming(atlas, bank)
    total = np.bincount(bank.condition, come, minlength=len(prior))
    weight = (prior / np.maximum(total, 1e-12))[bank.condition] * come
    return np.asarray(weight / weight.sum())


def people(world: World, n: int, seed: int) -> Bank:
    """Draw n patients as they come."""
    rng = np.random.default_rng([seed, 7])
    return drawn(world, rng.multinomial(n, world.prior), seed)


def drawn(world: World, wanted: Chosen, seed: int) -> Bank:
    """Draw so many patients of each condition, of those who would come and when, from a seed unlike the bank's."""
    rng = np.random.default_rng([seed, 8])
    many = rng.permutation(np.repeat(np.arange(len(wanted)), wanted * SPARE))
    blocks = (
        draw_block(world.listening, np.sort(many[at : at + BLOCK]), seed, number)
        for number, at in enumerate(range(0, len(many), BLOCK))
    )
    codes = np.zeros((2, len(the_catalogue(world.listening)), len(many)), np.uint8)
    pool = fill(blocks, len(many), codes, None)
    return taken(pool, _kept(world.atlas, pool, wanted, rng))


def _kept(atlas: Atlas, pool: Bank, wanted: Chosen, rng: np.random.Generator) -> Chosen:
    """Rows of those who come, by what they notice and how long it has been."""
    epochs = np.array([float(x) for x in atlas.observation["epochs"]["weights"]])
    weight = coming(atlas, pool) * epochs[pool.epoch]
    rows = []
    for condition in np.flatnonzero(wanted):
        mine = np.flatnonzero(pool.condition == condition)
        share = weight[mine] / weight[mine].sum()
        rows.append(rng.choice(mine, wanted[condition], p=share))
    return rng.permutation(np.concatenate(rows))


def taken(pool: Bank, rows: Chosen) -> Bank:
    """Return some patients of a bank as a bank of their own."""
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


def examined(world: World, bank: Bank, seed: int) -> Sample:
    """Examine patients by the whole panel; in a few the side given is not the side struck, as the prior says."""
    atlas, rng = world.atlas, np.random.default_rng([seed, 11])
    observer = Observer(atlas, the_catalogue(world.listening), bank, None)
    wrong = rng.random(len(bank)) > float(atlas.observation["side"]["given"])
    mirrored = wrong & ~bank.both
    answers = {
        name: np.array([answered(chances(observer, q, mirrored), rng) for q in questions])
        for name, questions in panels().items()
    }
    truth = structures_of(atlas, bank.cells)[bank.cell]
    counts = np.bincount(bank.condition, minlength=len(world.prior))
    return Sample(bank, truth, answers, outside(observer), counts[bank.condition])


def outside(observer: Observer) -> Chosen:
    """How many questions have a normal answer as the less likely, where fibres or muscle are harmed, [n]."""
    atlas, bank = observer.atlas, observer.bank
    out = np.zeros(len(bank), np.intp)
    for question in (q for questions in panels().values() for q in questions):
        out += leg_chances(observer, question, question.leg)[question.normal] < 0.5
    truth = structures_of(atlas, bank.cells)[bank.cell]
    unharmed = [list(atlas.structures).index(name) for name in UNHARMED]
    return np.where(np.isin(truth, unharmed), 0, out)


@cache
def sample(setting: str, n: int, seed: int) -> Sample:
    """Patients of the usual world as they come to a setting, examined."""
    world = usual(setting)
    return examined(world, people(world, n, seed), seed)
