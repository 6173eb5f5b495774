"""One block of virtual patients: drawn from (seed, block) alone, read by every test, packed into bytes."""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from lumbosacral.atlas.described import Condition
from lumbosacral.atlas.load import Atlas
from lumbosacral.forward import everything_of
from lumbosacral.injury.clocks import Laws
from lumbosacral.injury.state import intact, state_of
from lumbosacral.injury.strokes import Strokes, strokes
from lumbosacral.population.blows import Blows, draw_blows
from lumbosacral.population.patients import EPOCHS_DAYS, strokes_of_blows
from lumbosacral.population.prior import Named, label
from lumbosacral.population.readings import Bytes, Catalogue, catalogue_of, values_of
from lumbosacral.population.withheld import withhold
from lumbosacral.wiring.legs import Persons, draw_persons, legs_of, typical_persons
from lumbosacral.wiring.listening import Listening
from lumbosacral.wiring.universe import Universe

Floats = NDArray[np.float32]
Key = tuple[int, tuple[Named, ...]]
NO_KEY: Key = (-1, ())


@dataclass(frozen=True)
class Block:
    """Some patients.

    Attributes
    ----------
    condition : int array [n]
        Index into the atlas's conditions.
    key : list of (condition, lesions), length n
        What the patient has, as an answer would name it.
    epoch : uint8 array [n]
        Index into `EPOCHS_DAYS`.
    severity, loss : float32 arrays [n]
        Of the worst blow: share harmed, and share of the harm that is axon loss.
    both : bool array [n]
        Whether both legs were struck.
    noticed : float32 array [n]
        Largest loss of a movement or a skin area in either leg: what brings people.
    weight : float32 array [n]
        Importance weight within the condition.
    codes : uint8 array [2, R, n]
        Readings of the index leg and of the other.
    """

    condition: NDArray[np.intp]
    key: list[Key]
    epoch: NDArray[np.uint8]
    severity: Floats
    loss: Floats
    both: NDArray[np.bool_]
    noticed: Floats
    weight: Floats
    codes: Bytes


@cache
def the_catalogue(listening: Listening) -> Catalogue:
    """Lay out the readings for a table of stretches."""
    return catalogue_of(listening.universe.atlas, listening.universe.muscles)


def draw_block(listening: Listening, condition: NDArray[np.intp], seed: int, block: int) -> Block:
    """Draw and read the patients whose conditions are given, in ascending order.

    The result depends on the arguments alone.
    """
    universe = listening.universe
    rng = np.random.default_rng([seed, block])
    n = len(condition)
    persons = draw_persons(universe, n, rng)
    epoch = ((np.arange(n) + rng.integers(len(EPOCHS_DAYS))) % len(EPOCHS_DAYS)).astype(np.uint8)
    days = np.array(EPOCHS_DAYS, np.float32)[epoch]
    names = tuple(universe.atlas.sites)
    parts: list[Strokes] = []
    key: list[Key] = []
    severity, both = np.zeros(n, np.float32), np.zeros(n, bool)
    weight = np.ones(n, np.float32)
    for index in np.unique(condition):
        at = np.flatnonzero(condition == index)
        record = list(universe.atlas.conditions.values())[index]
        blows = draw_blows(record, names, len(at), rng)
        key += [
            (int(index), lesions) for lesions in _labels(universe.atlas, record, blows, len(at))
        ]
        weight[at] = blows.weight
        np.maximum.at(severity, at[0] + blows.patient, blows.severity)
        both[at[0] + blows.patient[blows.side == 1]] = True
        if record.pattern != "none" and len(blows.patient):
            parts.append(
                strokes_of_blows(universe, record, blows, persons, int(at[0]), days[at], rng)
            )
    blow = _joined(universe, parts)
    loss = np.ones(n, np.float32)
    loss[blow.leg // 2] = blow.loss
    values = _values(listening, persons, blow, condition, both, days, rng)
    noticed = _noticed(listening, values)
    return Block(
        condition, key, epoch, severity, loss, both, noticed, weight, _packed(listening, values)
    )


def _noticed(listening: Listening, values: Floats) -> Floats:
    """Largest loss of a movement or of feeling in either leg, [n]."""
    columns = the_catalogue(listening).columns
    felt = [i for i, c in enumerate(columns) if c.quantity in {"movement", "touch", "pin"}]
    return np.asarray(1 - values[:, :, felt].min((1, 2)), np.float32)


def _joined(universe: Universe, parts: list[Strokes]) -> Strokes:
    nothing = np.zeros(0, np.intp)
    none = strokes(nothing, nothing, nothing.astype(np.float32), len(universe.ways))
    parts = [none, *parts]
    return Strokes(
        **{f: np.concatenate([getattr(p, f) for p in parts]) for f in Strokes.__dataclass_fields__}
    )


def _labels(atlas: Atlas, condition: Condition, blows: Blows, n: int) -> list[tuple[Named, ...]]:
    """Lesions of each patient: the sites of the index side, hardest first."""
    names = tuple(atlas.sites)
    order = np.lexsort((-blows.severity, blows.side, blows.patient))
    struck: list[list[str]] = [[] for _ in range(n)]
    for row in order:
        if blows.side[row] == 0:
            struck[blows.patient[row]].append(names[blows.site[row]])
    found: dict[tuple[str, ...], tuple[Named, ...]] = {}
    out = []
    for sites in map(tuple, struck):
        if sites not in found:
            found[sites] = label(atlas, condition, sites)
        out.append(found[sites])
    return out


def _values(
    listening: Listening,
    persons: Persons,
    blow: Strokes,
    condition: NDArray[np.intp],
    both: NDArray[np.bool_],
    days: Floats,
    rng: np.random.Generator,
) -> Floats:
    """Readings of both legs, [n, 2, R]; legs without a stroke read as healthy."""
    universe = listening.universe
    catalogue = the_catalogue(listening)
    hurt, leg = np.unique(blow.leg, return_inverse=True)
    legs = legs_of(universe, persons, hurt // 2, hurt % 2, rng)
    local = Strokes(**{**vars(blow), "leg": leg})
    laws = Laws(universe.atlas.laws)
    read = values_of(everything_of(state_of(listening, legs, local, laws), laws))
    healthy = _healthy(listening)
    values = np.tile(healthy, (len(condition), 2, 1))
    values[hurt // 2, hurt % 2] = read
    withhold(universe, catalogue, values, condition, both, days, rng)
    gaits = universe.atlas.gaits
    for name, gait in gaits.items():
        if gait.sides == "both":
            column = catalogue.index["gait", name]
            values[:, :, column] = values[:, :, column].min(1, keepdims=True)
    return values


@cache
def _healthy(listening: Listening) -> Floats:
    one = np.zeros(1, np.intp)
    legs = legs_of(listening.universe, typical_persons(listening.universe), one, one)
    values = values_of(everything_of(intact(listening, legs), Laws(listening.universe.atlas.laws)))
    return np.asarray(values[0], np.float32)


def _packed(listening: Listening, values: Floats) -> Bytes:
    """Bytes [2, R, n] of values [n, 2, R]."""
    codes = the_catalogue(listening).encode(values)
    return np.ascontiguousarray(codes.transpose(1, 2, 0))
