"""What is there and not given: strength that pain, a torn tendon or attention holds back, feeling that is denied.

Nothing is wrong with the fibres. Strength given is less, and with it the movements, what they are needed for, the signs
and ways of walking that follow from them and, in time, bulk; feeling told is less. Tests that need no effort stay as
they are.
"""

import numpy as np
from numpy.typing import NDArray

from lumbosacral.atlas.described import Withheld
from lumbosacral.examination.signs import gait_amounts, task_margins
from lumbosacral.examination.strength import movements_of, used_bulk
from lumbosacral.examination.sums import blend, mixture
from lumbosacral.injury.clocks import Laws
from lumbosacral.population.blows import draw_beta
from lumbosacral.population.readings import Catalogue
from lumbosacral.wiring.universe import Universe

Floats = NDArray[np.float32]
Indices = NDArray[np.intp]


def withhold(
    universe: Universe,
    catalogue: Catalogue,
    values: Floats,
    condition: Indices,
    both: NDArray[np.bool_],
    days: Floats,
    rng: np.random.Generator,
) -> None:
    """Take from readings what patients do not give, in place.

    Parameters
    ----------
    values : float32 array [n, 2, R]
        The index leg first.
    condition : int array [n]
    both : bool array [n]
        Whether the other leg is like the index leg.
    days : float32 array [n]
        How long strength has been held back.
    """
    for index, record in enumerate(universe.atlas.conditions.values()):
        rows = np.flatnonzero(condition == index)
        if record.pain_inhibition is not None and len(rows):
            who, kept = _kept(record.pain_inhibition, universe.muscles, rows, rng)
            unused = 1 - record.pain_inhibition.unused * (1 - kept)
            left = used_bulk(unused, days[who], Laws(universe.atlas.laws))
            for leg, some in ((0, slice(None)), (1, both[who])):
                values[who[some], leg] = _weaker(
                    universe, catalogue, values[who[some], leg], kept[some], left[some]
                )
        if record.unfelt is not None and len(rows):
            who, kept = _kept(record.unfelt, tuple(universe.atlas.areas), rows, rng)
            for quantity in ("touch", "pin"):
                columns = _columns(catalogue, quantity)
                values[who, 0, columns] *= kept
                values[who[both[who]], 1, columns] *= kept[both[who]]


def _kept(
    law: Withheld, names: tuple[str, ...], rows: Indices, rng: np.random.Generator
) -> tuple[Indices, Floats]:
    """Patients who withhold something, [k], and the share of each of the names that they give, [k, names]."""
    who = rows[rng.random(len(rows)) < law.chance]
    member = np.array([[name in group for name in names] for group in law.groups])
    less = draw_beta(law.severity, len(who), rng)[:, None]
    return who, np.asarray(1 - less * member[rng.integers(len(law.groups), size=len(who))])


def _weaker(
    universe: Universe, catalogue: Catalogue, legs: Floats, kept: Floats, left: Floats
) -> Floats:
    """Readings of legs, [k, R], whose muscles give these shares, [k, M], of their strength and have this bulk left."""
    atlas = universe.atlas
    strength = legs[:, _columns(catalogue, "muscle")] * kept
    movements = movements_of(strength, universe)
    names = list(atlas.movements)
    driven = np.zeros(len(legs), np.float32)
    legs[:, _columns(catalogue, "muscle")] = strength
    legs[:, _columns(catalogue, "movement")] = movements
    legs[:, _columns(catalogue, "task")] = task_margins(atlas.tasks, names, movements)
    legs[:, _columns(catalogue, "gait")] = gait_amounts(atlas.gaits, names, movements, driven)
    for name, sign in atlas.signs.items():
        if sign.reads == "movement":
            given = movements[:, names.index(str(sign.movement))]
            legs[:, catalogue.index["sign", name]] = 1 - given
        if sign.reads == "wasting":
            wasted = 1 - blend(left, mixture(sign.muscles, universe.muscles))
            column = catalogue.index["sign", name]
            legs[:, column] = np.maximum(legs[:, column], wasted)
    return legs


def _columns(catalogue: Catalogue, quantity: str) -> slice:
    """Columns of a quantity: they stand together, in the order of the atlas."""
    at = [i for i, column in enumerate(catalogue.columns) if column.quantity == quantity]
    return slice(at[0], at[-1] + 1)
