"""CHECK: patients from a world that is not the model's, localized by the model as it is."""

from copy import deepcopy
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from validation.batch import asked_of, last, localized, the_observer, whole
from validation.calibration import HEAD, row
from validation.cohort import SETTING
from validation.generator import Sample, World, examined, people, usual
from validation.scores import scores_of

from lumbosacral.atlas.load import Atlas

AIM = 0.05
Tree = dict[str, Any]


@dataclass(frozen=True)
class Bent:
    """What is changed in a world."""

    shares: bool = False
    noise: bool = False
    priors: bool = False
    severities: bool = False

    def world(self, rng: np.random.Generator) -> World:
        """Build the world."""
        base = usual(SETTING)
        atlas = base.atlas
        if self.shares:
            atlas = replace(atlas, people=_shares(atlas.people))
        if self.noise:
            atlas = replace(
                atlas, observation=_noise(atlas.observation), people=_needle(atlas.people)
            )
        if self.severities:
            atlas = _severities(atlas, rng)
        prior = base.prior
        if self.priors:
            prior = prior * np.exp(rng.normal(0, 0.5, len(prior)))
        universe = replace(base.listening.universe, atlas=atlas)
        return World(replace(base.listening, universe=universe), prior / prior.sum())


def _scaled(tree: Tree, factors: dict[str, float]) -> None:
    for key, factor in factors.items():
        tree[key] = float(tree[key]) * factor


def _shares(people: Tree) -> Tree:
    """Roots shared more evenly, more scatter, more people pre- and postfixed."""
    out = deepcopy(people)
    _scaled(out["dominance"], {"median": 0.75, "spread_log": 1.3})
    _scaled(out["scatter"], {"log_sd": 1.75})
    _scaled(out["fixation"], {"person_sd": 1.4, "leg_sd": 1.4})
    return out


def _noise(observation: Tree) -> Tree:
    """Examiners half as noisy again, and a needle that misses more."""
    out = deepcopy(observation)
    _scaled(out["strength"], {"noise_grades": 1.5, "tail_weight": 1.5})
    _scaled(out["sensation"], {"width": 1.5, "false_loss": 1.5, "missed": 1.5})
    _scaled(out["reflex"], {"absent_width": 1.5, "reduced_width": 1.5, "increased_width": 1.5,
                            "false_reduced": 1.5, "false_increased": 1.5})  # fmt: skip
    _scaled(out["conduction"], {"velocity_cv": 1.25})
    _scaled(out["needle"], {"recruitment_ceiling": 0.85, "remodelled_ceiling": 0.85})
    return out


def _needle(people: Tree) -> Tree:
    out = deepcopy(people)
    _scaled(out["needle"], {"fibrillation_centre": 1.25})
    _scaled(out["needle"]["false_positive"], {"under 60": 2.0, "over 60": 2.0})
    return out


def _severities(atlas: Atlas, rng: np.random.Generator) -> Atlas:
    """Mean severity of every condition moved, on the logit scale, by a normal step of mean -0.2 and spread 0.4."""
    conditions = {}
    for name, record in atlas.conditions.items():
        step = rng.normal(-0.2, 0.4)
        if record.severity is not None and 0 < record.severity.mean < 1:
            mean = record.severity.mean
            moved = 1 / (1 + np.exp(-(np.log(mean / (1 - mean)) + step)))
            severity = record.severity.model_copy(update={"mean": float(moved)})
            record = record.model_copy(update={"severity": severity})
        conditions[name] = record
    return replace(atlas, conditions=conditions)


BENT = {
    "root shares": Bent(shares=True),
    "noise of examiners and needle": Bent(noise=True),
    "priors of conditions": Bent(priors=True),
    "severities": Bent(severities=True),
    "root shares, noise and priors": Bent(shares=True, noise=True, priors=True),
    "all together": Bent(True, True, True, True),
}
LARGE = ("root shares, noise and priors", "all together")
"""Kinds of which five times as many patients are drawn: those that the aim is for."""
WORLDS = 4
"""So many worlds are drawn of each kind, as priors and severities are moved by chance."""


def run(seed: int, n: int, size: str) -> str:
    """Markdown of the scores after the whole panel: n patients of each kind of world, 5 n of the large ones."""
    observer = the_observer(size)
    samples = {name: _samples(bent, _each(name, n), seed) for name, bent in BENT.items()}
    every = [one for some in samples.values() for one in some]
    answers = {k: np.concatenate([s.answers[k] for s in every], axis=1) for k in every[0].answers}
    joined = replace(every[0], answers=answers)
    shares = last(localized(observer, whole(asked_of(joined)), SETTING))
    lines, at = [HEAD.replace("setting", "changed")], 0
    for name, some in samples.items():
        truth = np.concatenate([s.truth for s in some])
        s = scores_of(shares[at : at + len(truth)], truth, np.random.default_rng(1))
        at += len(truth)
        lines.append(row(name, "whole", s))
    return "\n".join(lines)


def _each(name: str, n: int) -> int:
    return (5 * n if name in LARGE else n) // WORLDS


def _samples(bent: Bent, each: int, seed: int) -> list[Sample]:
    """Examined patients of some worlds of one kind."""
    out = []
    for number in range(WORLDS):
        world = bent.world(np.random.default_rng([seed, number, 5]))
        out.append(examined(world, people(world, each, seed + 10 + number), seed + 10 + number))
    return out


if __name__ == "__main__":
    print(run(101, 400, "small"))
