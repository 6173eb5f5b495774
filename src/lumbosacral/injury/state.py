"""From strokes to the state of the fibres on every stretch that a test listens to.

Damage at different places is independent between fibres, so surviving shares multiply. A cut counts on a stretch
at once where it lies in it, and by the clock of Wallerian degeneration where it lies between the stretch and the
cell body; where it lies on the far side, it does not count at all.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from lumbosacral.atlas.records import KINDS
from lumbosacral.injury.clocks import Laws
from lumbosacral.injury.strokes import ALONG, EDGE, Strokes
from lumbosacral.wiring.legs import Legs
from lumbosacral.wiring.listening import Listening

Floats = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class State:
    """Shares of the fibres of each stretch, 1 where nothing has happened.

    Attributes
    ----------
    present : has an axon, original or regrown, that conducts or could, [m, C].
    open : of those present, not blocked, [m, C].
    delay_ms : delay added by thinned myelin, [m, C] (0 where nothing has happened).
    original : never cut, [m, A], the A stretches of motor lines that stand first in the table.
    quiet : muscle fibres that do not fibrillate, [m, A].
    reach : muscle fibres that have an axon, if every sprout that can have arrived has its fibre, [m, A].
    full : muscle fibres that have kept their bulk, [m, A].
    days : days since the first stroke, [m] (0 where nothing has happened).
    """

    listening: Listening
    legs: Legs
    present: Floats
    open: Floats
    delay_ms: Floats
    original: Floats
    quiet: Floats
    reach: Floats
    full: Floats
    days: Floats

    @cached_property
    def conducting(self) -> Floats:
        """Present and not blocked, [m, C]."""
        return self.present * self.open


@dataclass(frozen=True)
class _Harm:
    """What some strokes do to some stretches, [k, c]."""

    cut: Floats
    blocked: Floats
    slowed: Floats
    crossing: NDArray[np.bool_]
    grown: Floats
    stump_mm: Floats


def intact(listening: Listening, legs: Legs) -> State:
    """Return the state of legs to which nothing has happened."""
    everywhere = (len(legs), len(listening.stretches))
    motor = (len(legs), listening.end.at.stop)
    return State(
        listening,
        legs,
        present=np.ones(everywhere, np.float32),
        open=np.ones(everywhere, np.float32),
        delay_ms=np.zeros(everywhere, np.float32),
        original=np.ones(motor, np.float32),
        quiet=np.ones(motor, np.float32),
        reach=np.ones(motor, np.float32),
        full=np.ones(motor, np.float32),
        days=np.zeros(len(legs), np.float32),
    )


def state_of(listening: Listening, legs: Legs, strokes: Strokes, laws: Laws) -> State:
    """Work out what the strokes have left of the fibres of the legs."""
    state = intact(listening, legs)
    np.maximum.at(state.days, strokes.leg, strokes.days)
    for rows, segment in _rounds(strokes):
        part = strokes.take(rows)
        if segment == ALONG:
            columns = np.arange(len(listening.stretches))
            harm = _along(listening, legs, part, laws)
        else:
            reached = listening.stretches.inside[:, segment] | listening.stretches.feeds[:, segment]
            columns = np.flatnonzero(reached)
            harm = _at(listening, legs, part, segment, columns, laws)
        if len(columns):
            _apply(state, part, columns, harm, laws)
    return state


def _rounds(strokes: Strokes) -> Iterator[tuple[NDArray[np.intp], int]]:
    """Groups of strokes at one segment in which no leg stands twice."""
    for segment in np.unique(strokes.segment):
        rows = np.flatnonzero(strokes.segment == segment)
        while len(rows):
            _, first = np.unique(strokes.leg[rows], return_index=True)
            yield rows[first], int(segment)
            rows = np.delete(rows, first)


def _harmed(
    listening: Listening, part: Strokes, columns: NDArray[np.intp], severity: Floats
) -> Floats:
    """Share of the fibres of each stretch that a stroke harms, [k, c]; `severity` [k, c] or [k, 1]."""
    bundle = listening.stretches.bundle[columns]
    way, kind = listening.universe.way[bundle], listening.universe.kind[bundle]
    if severity.shape[1] == 1:  # all fibres of a way suffer alike
        share = np.take(_tilted(severity, part.tilt), way, axis=1)
    else:
        share = _tilted(severity, np.take(part.tilt, way, axis=1))
    return np.asarray(share * np.take(part.exposure, kind, axis=1), np.float32)


def _tilted(severity: Floats, tilt: Floats) -> Floats:
    """Severity moved by an offset on the logit scale."""
    # Nothing moves a logit at its ends: a fascicle that is tilted counts from just inside them.
    inside = np.where(tilt == 0, severity, np.clip(severity, EDGE, 1 - EDGE))
    pull = inside * np.exp(tilt)
    return np.asarray(pull / (1 - inside + pull), np.float32)


def _wallerian(
    listening: Listening, part: Strokes, columns: NDArray[np.intp], laws: Laws
) -> Floats:
    """Share of cut axons silent beyond the cut, [k, c], by the direction of the fibre kind."""
    fibres = listening.universe.atlas.fibres
    efferent = np.array([fibres[kind].direction == "efferent" for kind in KINDS])
    kind = listening.universe.kind[listening.stretches.bundle[columns]]
    out, back = laws.wallerian(part.days, "efferent"), laws.wallerian(part.days, "afferent")
    return np.where(efferent[kind][None, :], out[:, None], back[:, None])


def _at(
    listening: Listening,
    legs: Legs,
    part: Strokes,
    segment: int,
    columns: NDArray[np.intp],
    laws: Laws,
) -> _Harm:
    """Harm by strokes at one segment."""
    stretches, universe = listening.stretches, listening.universe
    inside = stretches.inside[columns, segment]
    harmed = _harmed(listening, part, columns, part.severity[:, None])
    reach = np.where(inside[None, :], 1, _wallerian(listening, part, columns, laws))
    bundle = stretches.bundle[columns]
    near, far = universe.start_mm[bundle, segment], universe.end_mm[bundle, segment]
    place = near + part.fraction[:, None] * (far - near)
    gap = np.maximum(stretches.far_mm[columns] - place, 0) * legs.scale[part.leg][:, None]
    back = laws.regrowth(part.days[:, None], gap) * stretches.beyond[columns, segment]
    return _Harm(
        cut=harmed * part.loss[:, None] * reach,
        blocked=harmed * part.block[:, None],
        slowed=harmed * part.slow[:, None] * laws.constant("slowing", "delay_ms"),
        crossing=np.broadcast_to(inside[None, :], harmed.shape),
        grown=back * (part.tubes * (1 - part.held))[:, None],
        stump_mm=gap,
    )


def _along(listening: Listening, legs: Legs, part: Strokes, laws: Laws) -> _Harm:
    """Harm by disease along the length: fibres die back from their far ends."""
    stretches = listening.stretches
    scale = legs.scale[part.leg][:, None]
    far = stretches.far_mm[None, :] * scale
    steep = laws.constant("field", "steepness_mm")
    kind = listening.universe.kind[stretches.bundle]
    far = far + laws.nearer_mm()[kind]
    beyond = 1 / (1 + np.exp(-(far - part.reach_mm[:, None]) / steep))
    harmed = _harmed(
        listening,
        part,
        np.arange(len(stretches)),
        (part.severity[:, None] * beyond).astype(np.float32),
    )
    length = np.minimum(stretches.length_mm * scale / laws.constant("field", "block_mm"), 1)
    return _Harm(
        cut=harmed * part.loss[:, None],
        blocked=harmed * part.block[:, None] * length,
        slowed=harmed * part.slow[:, None] * length * laws.constant("slowing", "delay_ms"),
        crossing=np.ones(harmed.shape, bool),
        grown=np.zeros(harmed.shape, np.float32),
        stump_mm=np.zeros(harmed.shape, np.float32),
    )


def _flat(state: State, part: Strokes, columns: NDArray[np.intp]) -> NDArray[np.intp]:
    """Places of the strokes' legs and columns in an array [m, C] laid out flat, [k, c].

    One flat index is several times faster than a pair of them.
    """
    return np.asarray(part.leg[:, None] * state.present.shape[1] + columns, np.intp)


def _multiply(values: Floats, at: NDArray[np.intp], factor: Floats) -> None:
    """Multiply a factor into an array at flat places, none of which stands twice."""
    flat = values.reshape(-1)
    here = flat.take(at)
    here *= factor
    flat[at] = here


def _apply(state: State, part: Strokes, columns: NDArray[np.intp], harm: _Harm, laws: Laws) -> None:
    """Multiply the harm into the state (arrays made by `state_of` alone)."""
    at = _flat(state, part, columns)
    lasting = np.maximum(laws.block(part.days), part.held)[:, None]
    left = np.maximum(1 - harm.cut, 1e-6)
    blocked = np.where(harm.crossing, np.minimum(harm.blocked * lasting / left, 1), 0)
    _multiply(state.present, at, 1 - harm.cut * (1 - harm.grown))
    if blocked.any():
        _multiply(state.open, at, 1 - blocked)
    if part.slow.any():
        mended = np.maximum(laws.slowing(part.days), part.held)[:, None]
        state.delay_ms.reshape(-1)[at] += np.where(harm.crossing, harm.slowed * mended, 0)
    motor = columns < state.original.shape[1]
    if motor.any():
        _orphan(state, part, columns[motor], harm, motor, laws)


def _orphan(
    state: State,
    part: Strokes,
    columns: NDArray[np.intp],
    harm: _Harm,
    motor: NDArray[np.bool_],
    laws: Laws,
) -> None:
    """What cut motor lines leave of their muscle fibres."""
    at = part.leg[:, None] * state.original.shape[1] + columns
    days = part.days[:, None]
    cut = harm.cut[:, motor]
    orphan = np.where(harm.crossing[:, motor], cut * (1 - harm.grown[:, motor]), 0)
    _multiply(state.original, at, 1 - cut)
    _multiply(state.quiet, at, 1 - orphan * laws.fibrillation(days, harm.stump_mm[:, motor]))
    # What sprouts took after one lesion, a second one strikes like the rest: factors, not a sum of orphans.
    _multiply(state.reach, at, 1 - orphan * (1 - laws.sprouting(days)))
    _multiply(state.full, at, 1 - orphan * laws.wasting(days))
