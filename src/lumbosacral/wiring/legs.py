"""Persons as legs: how far along the roots each fibre of a leg sits, how long its nerves are, what varies.

A person is two legs that share age, sex, height, dominance and most of the fixation shift. Everything from injury
on takes a batch of legs; the bank draws only the legs that are hurt.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lumbosacral.wiring.universe import Universe
from lumbosacral.wiring.variants import Present

Floats = NDArray[np.float32]
WIDEST_SHIFT = 0.5
"""Half a root: beyond it a leg would take more from a neighbouring root than from its own (judgement)."""


@dataclass(frozen=True)
class Persons:
    """What persons bring before anything happens to them; the typical adult has `dominance` at its median.

    Attributes
    ----------
    age_years, height_cm, dominance : float32 arrays [n]
    female : bool array [n]
    shift : float32 array [n, 2]
        Fixation shift of the left and the right leg, in roots; above 0 is postfixed.
    furcal : float32 array [n, 2]
        Share of the dividing root that takes the way of `Variants.furcal`.
    variants : dict of bool arrays [n, 2]
        Variants present, by name, left and right.
    """

    age_years: Floats
    female: NDArray[np.bool_]
    height_cm: Floats
    dominance: Floats
    shift: Floats
    furcal: Floats
    variants: Present

    def __len__(self) -> int:
        return len(self.age_years)


@dataclass(frozen=True)
class Legs:
    """A batch of m legs.

    Attributes
    ----------
    share : float32 array [m, B]
        Share of its organ that each bundle serves; the bundles of one kind in one organ sum to 1.
    scale : float32 array [m]
        Lengths relative to the reference height.
    variants : dict of bool arrays [m]
    """

    share: Floats
    scale: Floats
    variants: Present

    def __len__(self) -> int:
        return len(self.scale)


def typical_persons(universe: Universe, n: int = 1, variants: tuple[str, ...] = ()) -> Persons:
    """Return n typical adults, with the named variants in both legs."""
    people = universe.atlas.people
    return Persons(
        age_years=np.full(n, float(people["body"]["age_years"]["mean"]), np.float32),
        female=np.zeros(n, bool),
        height_cm=np.full(n, float(people["body"]["reference_height_cm"]), np.float32),
        dominance=np.full(n, float(people["dominance"]["median"]), np.float32),
        shift=np.full((n, 2), universe.variants.shift(variants), np.float32),
        furcal=np.full((n, 2), universe.variants.furcal_share(variants), np.float32),
        variants={name: np.ones((n, 2), bool) for name in variants},
    )


def draw_persons(universe: Universe, n: int, rng: np.random.Generator) -> Persons:
    """Draw n persons from the population of `people.yaml` and the variants' frequencies."""
    people = universe.atlas.people
    ages, dominance, fixation = people["body"]["age_years"], people["dominance"], people["fixation"]
    female = rng.random(n) < 0.5
    height = people["body"]["height_cm"]
    mean = np.where(female, float(height["F"]["mean"]), float(height["M"]["mean"]))
    sd = np.where(female, float(height["F"]["sd"]), float(height["M"]["sd"]))
    shared = rng.normal(0, float(fixation["person_sd"]), (n, 1))
    own = rng.normal(0, float(fixation["leg_sd"]), (n, 2))
    age = rng.normal(float(ages["mean"]), float(ages["sd"]), n)
    return Persons(
        age_years=np.clip(age, float(ages["low"]), float(ages["high"])).astype(np.float32),
        female=female,
        height_cm=rng.normal(mean, sd).astype(np.float32),
        dominance=(
            float(dominance["median"]) * np.exp(rng.normal(0, float(dominance["spread_log"]), n))
        ).astype(np.float32),
        shift=np.clip(shared + own, -WIDEST_SHIFT, WIDEST_SHIFT).astype(np.float32),
        furcal=universe.variants.draw_furcal(n, rng),
        variants=universe.variants.draw(n, rng),
    )


def root_shares(
    universe: Universe,
    dominance: Floats,
    shift: Floats,
    furcal: Floats | None = None,
    scatter: Floats | None = None,
) -> Floats:
    """Share of its way that each (way, root) pair of the universe serves in m legs, [m, P]; each way sums to 1.

    The mean shares are moved by the fixation shift, sharpened by the dominance (muscles only: skin keeps its
    overlap), scattered, and kept to the roots that have a way. The root that divides gives its two ways more and
    less, relative to the typical plan.

    Parameters
    ----------
    dominance, shift : float32 arrays [m]
    furcal : float32 array [m] or None
    scatter : float32 array [m, P] or None
        Log of a factor for each share.
    """
    way, root = universe.pairs
    padded = np.pad(universe.mean_share, ((0, 0), (1, 1))).astype(np.float32)
    own, above, below = padded[way, root + 1], padded[way, root], padded[way, root + 2]
    by = np.abs(shift)[:, None]
    share = (1 - by) * own + by * np.where((shift > 0)[:, None], above, below)
    muscle = np.array([w.muscle for w in universe.ways])[way]
    skin = np.float32(universe.atlas.people["skin_dominance"]["median"])
    power = np.where(muscle, dominance[:, None], skin)
    with np.errstate(divide="ignore"):
        log = np.log(share) * power
    share = np.exp(log if scatter is None else log + scatter)
    if furcal is not None and universe.variants.furcal is not None:
        plan = universe.variants.furcal
        by_trunk, by_plexus = universe.furcal_pairs
        share[:, by_trunk] *= (furcal / plan.mean)[:, None]
        share[:, by_plexus] *= ((1 - furcal) / (1 - plan.mean))[:, None]
    starts = np.flatnonzero(np.r_[True, way[1:] != way[:-1]])
    total = np.add.reduceat(share, starts, axis=1)
    return np.asarray(
        share / np.repeat(total, np.diff(np.r_[starts, len(way)]), axis=1), np.float32
    )


def way_shares(universe: Universe, variants: Present, m: int) -> Floats:
    """Share of its organ that each way serves, [m, W]; a variant's way takes its part from the others."""
    share = np.tile(
        np.array([0 if w.variant else w.share for w in universe.ways], np.float32), (m, 1)
    )
    for index, way in enumerate(universe.ways):
        present = variants.get(way.variant) if way.variant else None
        if present is None:
            continue
        taken = np.where(present, way.share, 0).astype(np.float32)
        same = [i for i, other in enumerate(universe.ways) if other.organ == way.organ]
        share[:, same] *= (1 - taken)[:, None]
        share[:, index] = taken
    return share


def legs_of(
    universe: Universe,
    persons: Persons,
    patient: NDArray[np.intp],
    side: NDArray[np.intp],
    rng: np.random.Generator | None = None,
) -> Legs:
    """Legs of the given patients and sides (0 left, 1 right), [m]; with `rng`, shares are scattered."""
    variants = {name: present[patient, side] for name, present in persons.variants.items()}
    scatter = None
    if rng is not None:
        sd = float(universe.atlas.people["scatter"]["log_sd"])
        shape = (len(patient), len(universe.pairs[0]))
        scatter = rng.standard_normal(shape, dtype=np.float32) * np.float32(sd)
    roots = root_shares(
        universe,
        persons.dominance[patient],
        persons.shift[patient, side],
        persons.furcal[patient, side],
        scatter,
    )
    ways = way_shares(universe, variants, len(patient))
    reference = float(universe.atlas.people["body"]["reference_height_cm"])
    return Legs(
        share=np.take(ways, universe.way, axis=1) * np.take(roots, universe.pair, axis=1),
        scale=(persons.height_cm[patient] / reference).astype(np.float32),
        variants=variants,
    )
