"""What the tests listen to: every stretch that any test of the atlas needs, in one table."""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from lumbosacral.atlas.kept import kept
from lumbosacral.atlas.records import KINDS, FibreKind
from lumbosacral.errors import AtlasError
from lumbosacral.wiring.stretches import Stretches, between, join, whole
from lumbosacral.wiring.universe import Universe, the_universe

Indices = NDArray[np.intp]
_ARCS: tuple[FibreKind, ...] = ("Ia", "touch", "pin")


@dataclass(frozen=True)
class Part:
    """Some stretches of the table and the bundle of each."""

    at: slice
    bundle: Indices


@dataclass(frozen=True, eq=False)
class Listening:
    """The table of stretches, and who listens to which part of it.

    Attributes
    ----------
    stretches : Stretches
    drive, axon, end : Part
        Of every alpha bundle, in the same order: head of the line to the cord; cell body to the end of the motor
        branch; junction and muscle fibre.
    afferent : dict of Part
        The whole line of every other fibre kind, by kind.
    arc : dict of Part
        By fibre kind of the skin and spindles: end organ to cord, where reflex arcs turn.
    motor : dict of tuple of Part
        By motor study, one part for each stimulation site, distal first: site to the end of the motor branch.
    sensory : dict of Part
        By sensory study: the stretch between stimulation and recording.
    late : dict of Part
        By late study: for an F wave the motor axons of its muscle (cell body to muscle), for an H reflex the
        spindle afferents from the stimulation site to the cord.
    """

    universe: Universe
    stretches: Stretches
    drive: Part
    axon: Part
    end: Part
    afferent: dict[str, Part]
    arc: dict[str, Part]
    motor: dict[str, tuple[Part, ...]]
    sensory: dict[str, Part]
    late: dict[str, Part]


def _first_of(universe: Universe, bundles: Indices, names: tuple[str, ...]) -> Indices:
    """Position of the first of the named segments on each bundle's path, -1 where none is."""
    index = universe.segment_index
    for name in names:
        if name not in index:
            raise AtlasError(
                f"no segment is called {name!r}", file="conduction.yaml", mend="see segments.yaml"
            )
    at = universe.position[bundles][:, [index[n] for n in names]].astype(np.intp)
    return np.asarray(at.max(1), np.intp)


def _alpha_parts(universe: Universe) -> tuple[list[Stretches], Indices]:
    alpha = np.flatnonzero(universe.kind == KINDS.index("alpha"))
    body = universe.cell_body[alpha]
    branch = _first_of(universe, alpha, ("motor branch",))
    last = np.array([len(universe.paths[b]) - 1 for b in alpha], np.intp)
    drive = between(universe, alpha, np.zeros_like(body), body - 1)
    axon = between(universe, alpha, body, branch)
    return [drive, axon, between(universe, alpha, branch + 1, last)], alpha


def _arc(universe: Universe, kind: FibreKind) -> Stretches:
    bundles = np.flatnonzero(universe.kind == KINDS.index(kind))
    turns = tuple(s.name for s in universe.atlas.segments.values() if s.arc)
    last = np.array([len(universe.paths[b]) - 1 for b in bundles], np.intp)
    return between(universe, bundles, _first_of(universe, bundles, turns), last)


def _motor_site(universe: Universe, muscle: str, names: tuple[str, ...]) -> Stretches:
    bundles = universe.bundles_of(muscle, "alpha")
    first = _first_of(universe, bundles, names)
    reached = bundles[first >= 0]
    branch = _first_of(universe, reached, ("motor branch",))
    return between(universe, reached, first[first >= 0], branch)


def _sensory_stretch(universe: Universe, names: tuple[str, ...]) -> Stretches:
    index = universe.segment_index
    columns = [index[name] for name in names]
    touch = universe.kind == KINDS.index("touch")
    bundles = np.flatnonzero(universe.passes[:, columns].all(1) & touch)
    at = universe.position[bundles][:, columns].astype(np.intp)
    return between(universe, bundles, at.min(1), at.max(1))


def _h_stretch(universe: Universe, muscle: str, names: tuple[str, ...]) -> Stretches:
    bundles = universe.bundles_of(muscle, "Ia")
    last = _first_of(universe, bundles, names)
    reached = last >= 0
    return between(universe, bundles[reached], np.zeros(reached.sum(), np.intp), last[reached])


def _f_stretch(universe: Universe, muscle: str) -> Stretches:
    bundles = universe.bundles_of(muscle, "alpha")
    branch = _first_of(universe, bundles, ("motor branch",))
    return between(universe, bundles, universe.cell_body[bundles], branch)


def listening_to(universe: Universe) -> Listening:
    """Lay out the stretches of every test of the universe's atlas."""
    atlas = universe.atlas
    pieces, _ = _alpha_parts(universe)
    keys: list[tuple[str, str, int]] = [("alpha", name, 0) for name in ("drive", "axon", "end")]
    others: tuple[FibreKind, ...] = KINDS[1:]
    for kind in others:
        pieces.append(whole(universe, np.flatnonzero(universe.kind == KINDS.index(kind))))
        keys.append(("afferent", kind, 0))
    for kind in _ARCS:
        pieces.append(_arc(universe, kind))
        keys.append(("arc", kind, 0))
    for study in atlas.motor.values():
        for number, site in enumerate(study.sites):
            pieces.append(_motor_site(universe, study.muscle, site.from_))
            keys.append(("motor", study.name, number))
    for sensory in atlas.sensory.values():
        pieces.append(_sensory_stretch(universe, sensory.through))
        keys.append(("sensory", sensory.name, 0))
    for late in atlas.late.values():
        if late.kind == "F":
            pieces.append(_f_stretch(universe, late.muscle))
        else:
            pieces.append(_h_stretch(universe, late.muscle, late.from_))
        keys.append(("late", late.name, 0))
    table, slices = join(universe, pieces)
    part = {key: Part(at, table.bundle[at]) for key, at in zip(keys, slices, strict=True)}
    return Listening(
        universe=universe,
        stretches=table,
        drive=part["alpha", "drive", 0],
        axon=part["alpha", "axon", 0],
        end=part["alpha", "end", 0],
        afferent={kind: part["afferent", kind, 0] for kind in others},
        arc={kind: part["arc", kind, 0] for kind in _ARCS},
        motor={
            name: tuple(part["motor", name, i] for i in range(len(study.sites)))
            for name, study in atlas.motor.items()
        },
        sensory={name: part["sensory", name, 0] for name in atlas.sensory},
        late={name: part["late", name, 0] for name in atlas.late},
    )


@cache
def the_listening() -> Listening:
    """Return the stretches of the atlas that comes with the package, laid out once per process."""
    universe = the_universe()
    known = {"universe": universe, "atlas": universe.atlas}
    return kept("listening", ("atlas", "wiring"), lambda: listening_to(universe), known)
