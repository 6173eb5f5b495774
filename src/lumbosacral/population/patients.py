"""Strokes on two legs of virtual patients: the kinds of harm, the time, and how fascicles differ, of every blow.

Leg 2 i is the index leg of patient i (the side that is struck, or struck first), leg 2 i + 1 the other.
"""

import numpy as np
from numpy.typing import NDArray

from lumbosacral.atlas.described import Condition
from lumbosacral.atlas.records import KINDS
from lumbosacral.injury.strokes import ALONG, Strokes, strokes
from lumbosacral.population.blows import Blows
from lumbosacral.wiring.leaning import lean
from lumbosacral.wiring.legs import Persons
from lumbosacral.wiring.universe import Universe
from lumbosacral.wiring.variants import struck_by

Floats = NDArray[np.float32]
EPOCHS_DAYS = (0.0, 3.0, 7.0, 14.0, 30.0, 90.0, 270.0, 730.0)
HELD_WHEN_IMPROVING = 0.25
"""Chance that what presses still presses in a condition that usually improves (judgement)."""
SELECTIVE, SELECTIVE_BY = 0.25, 2.5
"""Share of patients whose lesion is selective of fascicles, and how much more uneven it is then (judgement)."""
KIND_CONCENTRATION = 2.0
"""How closely a patient's mixture of loss, block and slowing keeps to the condition's mean (judgement)."""


def strokes_of_blows(
    universe: Universe,
    condition: Condition,
    blows: Blows,
    persons: Persons,
    first: int,
    days: Floats,
    rng: np.random.Generator,
) -> Strokes:
    """Turn blows into strokes.

    Parameters
    ----------
    persons : Persons
        All persons of the block.
    first : int
        Row of the blows' patient 0 among them.
    days : float array [n]
        Days since onset of each patient of the condition.
    """
    rows, segments = _segments(universe, blows, persons, first)
    patient, side = blows.patient[rows], blows.side[rows]
    k = len(rows)
    mixture = _mixtures(condition, len(days), rng)[patient]
    reach = np.zeros(k, np.float32)
    if condition.reach_mm is not None:
        person = rng.normal(condition.reach_mm.mean, condition.reach_mm.spread, len(days))
        reach = (person[patient] + rng.normal(0, 25, k)).astype(np.float32)
    return strokes(
        2 * (first + patient) + side,
        segments,
        blows.severity[rows],
        len(universe.ways),
        loss=mixture[:, 0],
        block=mixture[:, 1],
        slow=mixture[:, 2],
        tubes=condition.tubes,
        days=days[patient],
        held=_held(condition, len(days), rng)[patient],
        fraction=rng.random(k).astype(np.float32),
        reach_mm=reach,
        exposure=_exposure(universe, condition, blows.site[rows]),
        tilt=_tilts(universe, condition, blows, rows, rng),
    )


def _segments(
    universe: Universe, blows: Blows, persons: Persons, first: int
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Row of the blow and segment of every stroke; a variant's leg is struck where the variant says."""
    sites = list(universe.atlas.sites.values())
    rows: list[NDArray[np.intp]] = []
    segments: list[NDArray[np.intp]] = []
    for index in np.unique(blows.site):
        site = sites[index]
        here = np.flatnonzero(blows.site == index)
        patient = first + blows.patient[here]
        for struck, names in struck_by(site, persons.variants, patient, blows.side[here]):
            _extend(universe, rows, segments, here[struck], names or (None,))
    return np.concatenate(rows), np.concatenate(segments)


def _extend(
    universe: Universe,
    rows: list[NDArray[np.intp]],
    segments: list[NDArray[np.intp]],
    here: NDArray[np.intp],
    struck: tuple[str | None, ...],
) -> None:
    for name in struck:
        rows.append(here)
        segment = ALONG if name is None else universe.segment_index[name]
        segments.append(np.full(len(here), segment, np.intp))


def _mixtures(condition: Condition, n: int, rng: np.random.Generator) -> Floats:
    """Shares of loss, block and slowing alone of each patient, [n, 3]."""
    order = ("loss", "block", "demyelination")
    mean = np.array([condition.kinds.get(name, 0.0) for name in order])
    if mean.sum() <= 0:
        mean = np.array([1.0, 0.0, 0.0])
    return rng.dirichlet(mean * KIND_CONCENTRATION + 1e-3, n).astype(np.float32)


def _held(condition: Condition, n: int, rng: np.random.Generator) -> Floats:
    """Whether the cause of a block is still at work in each patient, [n]."""
    if condition.course != "improving":
        return np.ones(n, np.float32)
    return (rng.random(n) < HELD_WHEN_IMPROVING).astype(np.float32)


def _exposure(universe: Universe, condition: Condition, site: NDArray[np.intp]) -> Floats:
    """Factor on the severity by fibre kind, [k, 6]; an extra strike may have its own."""
    row = np.array([condition.fibres.get(kind, 1.0) for kind in KINDS], np.float32)
    out = np.tile(row, (len(site), 1))
    for name, extra in condition.also.items():
        own = np.array([extra.fibres.get(kind, 1.0) for kind in KINDS], np.float32)
        out[site == list(universe.atlas.sites).index(name)] = own
    return out


def _tilts(
    universe: Universe,
    condition: Condition,
    blows: Blows,
    rows: NDArray[np.intp],
    rng: np.random.Generator,
) -> Floats:
    """Unevenness between fascicles, [k, W]; a focal muscle disease spares every other muscle.

    Fibres bound for one branch lie together in a nerve: half of the unevenness is between branches, half between the
    end organs of a branch. In some patients a lesion takes some fascicles and leaves others.
    """
    branch = universe.branch
    shape = (len(rows), len(branch))
    own = rng.standard_normal(shape, dtype=np.float32)
    shared = rng.standard_normal((len(rows), int(branch.max()) + 1), dtype=np.float32)
    picked = rng.random(len(blows.weight)) < SELECTIVE
    sd = np.where(picked, SELECTIVE_BY, 1) * condition.unevenness / np.sqrt(2)
    tilt = (own + np.take(shared, branch, axis=1)) * sd[blows.patient[rows], None].astype(
        np.float32
    )
    tilt += _lean(universe, condition, blows, rows, rng)
    if condition.muscles:
        spared = [way.organ not in condition.muscles for way in universe.ways]
        tilt[:, spared] = -30
    return np.asarray(tilt, np.float32)


def _lean(
    universe: Universe,
    condition: Condition,
    blows: Blows,
    rows: NDArray[np.intp],
    rng: np.random.Generator,
) -> Floats:
    """How a condition and its places lean towards some end organs, more in one patient than in another, [k, W]."""
    sites = list(universe.atlas.sites.values())
    of = {i: lean(universe, sites[i].leaning) for i in np.unique(blows.site)}
    if not condition.leaning and not any(x.any() for x in of.values()):
        return np.zeros((1, 1), np.float32)
    own = lean(universe, condition.leaning)
    table = np.array([of[i] + own if i in of else own for i in range(len(sites))])
    factor = rng.uniform(0, 2, len(blows.weight)).astype(np.float32)
    leaning = table[blows.site[rows]] * factor[blows.patient[rows], None]
    return np.asarray(leaning, np.float32)
