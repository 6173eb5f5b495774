"""Strength: of muscles, and of the movements they make together."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lumbosacral.examination.sums import blend, mixture, organ_sums
from lumbosacral.injury.clocks import Laws
from lumbosacral.injury.state import State
from lumbosacral.wiring.universe import Universe

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Strength:
    """What the muscles of m legs have and can do; M muscles in the order of the universe.

    Attributes
    ----------
    intact : float32 array [m, M]
        Original fibres alive and conducting from the drive to the muscle.
    strength : float32 array [m, M]
        Share of the muscle that can be driven, sprouts and regrowth included.
    drive : float32 array [m, M]
        Descending drive that arrives at the motor neurons.
    units : float32 array [m, M]
        Motor units that conduct, however they are driven.
    gain : float32 array [m, M]
        Size of the average motor unit (1; more after sprouting).
    fibrillating, adopted, regrown, bulk : float32 arrays [m, M]
        Shares of the muscle's fibres.
    movements : float32 array [m, V]
        Strength of each movement of the atlas, in its order.
    """

    intact: Floats
    strength: Floats
    drive: Floats
    units: Floats
    gain: Floats
    fibrillating: Floats
    adopted: Floats
    regrown: Floats
    bulk: Floats
    movements: Floats


def movement_shares(universe: Universe) -> Floats:
    """How much each muscle gives to each movement, [V, M], rows summing to 1."""
    rows = [mixture(m.shares, universe.muscles) for m in universe.atlas.movements.values()]
    return np.stack(rows)


def movements_of(strength: Floats, universe: Universe) -> Floats:
    """Strength of each movement, [m, V], of muscles [m, M]."""
    shares = movement_shares(universe)
    return np.stack([blend(strength, row) for row in shares], axis=1)


def _bulk(kept: Floats, alive: Floats, adopted: Floats) -> Floats:
    """Bulk of a muscle: what its orphans have lost, but for those that sprouts have taken."""
    orphans = np.maximum(1 - alive, 1e-6)
    return np.asarray(1 - (1 - kept) * np.clip((orphans - adopted) / orphans, 0, 1), np.float32)


def used_bulk(strength: Floats, days: Floats, laws: Laws) -> Floats:
    """Bulk that muscles [m, M] keep which have their nerve, and were used with this strength for so long, [m]."""
    return np.asarray(1 - laws.disuse(days)[:, None] * (1 - strength), np.float32)


def strength_of(state: State, laws: Laws) -> Strength:
    """Read the muscles and movements of each leg."""
    listening, conducting = state.listening, state.conducting
    drive, axon, end = listening.drive, listening.axon, listening.end

    def total(values: Floats) -> Floats:
        return organ_sums(state, axon, values)

    driven, lower = conducting[:, drive.at], conducting[:, axon.at] * conducting[:, end.at]
    original = state.original[:, drive.at] * state.original[:, axon.at] * state.original[:, end.at]
    unblocked = state.open[:, drive.at] * state.open[:, axon.at] * state.open[:, end.at]
    alive = total(state.present[:, axon.at])
    within_reach = total(state.reach[:, axon.at] - state.present[:, axon.at])
    sprouting = total(state.original[:, axon.at])  # axons that never were cut
    adopted = np.minimum(within_reach, sprouting * (laws.largest_unit - 1))
    gain = 1 + adopted / np.maximum(alive, 1e-6)
    strength = np.minimum(total(driven * lower) * gain, 1)
    bulk = _bulk(total(state.full[:, axon.at] * state.full[:, end.at]), alive, adopted)
    silent = state.quiet[:, axon.at] * state.quiet[:, end.at]
    return Strength(
        intact=total(original * unblocked),
        strength=strength,
        drive=total(driven),
        units=total(lower),
        gain=gain,
        fibrillating=np.maximum(total(1 - silent) - adopted, 0),
        adopted=adopted,
        regrown=np.maximum(alive - sprouting, 0),
        bulk=np.minimum(bulk, used_bulk(strength, state.days, laws)),
        movements=movements_of(strength, state.listening.universe),
    )
