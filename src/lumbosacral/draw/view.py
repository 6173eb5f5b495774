"""What the plexus picture shows of one leg."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

import numpy as np
from numpy.typing import NDArray

from lumbosacral.draw.curves import Run, runs_of
from lumbosacral.draw.form import Form
from lumbosacral.draw.strands import arriving, strands_of, the_routes
from lumbosacral.errors import UnknownName
from lumbosacral.injury.lesion import SIDES
from lumbosacral.lesioned import Lesioned
from lumbosacral.wiring.universe import Universe, the_universe


@dataclass(frozen=True)
class PlexusView:
    """What the picture shows of one leg.

    Attributes
    ----------
    share : float array [B]
        Share of its organ that each bundle serves: one row of `Legs.share`.
    cut : mapping of segment -> share of its fibres harmed there (0 to 1)
    alive : float array [B] or None
        Share of each bundle that works at its end, where more has happened than `cut` says.
    grades : mapping of muscle -> MRC grade as printed ("3+"); a muscle not named is not examined
    felt : mapping of skin area -> share of feeling left (0 to 1)
    halos : mapping of structure -> probability (0 to 1)
    side : "left", "right" or "", printed in front of the subtitle
    """

    share: NDArray[np.floating]
    title: str = ""
    subtitle: str = ""
    side: str = ""
    cut: Mapping[str, float] = field(default_factory=dict)
    alive: NDArray[np.floating] | None = None
    grades: Mapping[str, str] = field(default_factory=dict)
    felt: Mapping[str, float] = field(default_factory=dict)
    halos: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Drawing:
    """A view laid on a form: its strands, the height of each bar, the chance of each node."""

    form: Form
    universe: Universe
    runs: list[Run]
    heights: list[float]
    chances: list[float]


def laid(view: PlexusView, form: Form) -> Drawing:
    """Lay a view on a form.

    Raises
    ------
    UnknownName
        If a segment, muscle or skin area is not in the atlas.
    """
    universe = the_universe()
    _check(view, universe)
    found = arriving(universe, the_routes(), view.share, view.cut, view.alive)
    strands = strands_of(the_routes(), found)
    runs = runs_of(form, strands)
    return Drawing(form, universe, runs, _heights(form, runs), _chances(view, form, universe))


def laid_again(view: PlexusView, before: Drawing) -> Drawing:
    """Lay a view of the same leg, healthy before, in another state: what runs where stays as it is.

    Raises
    ------
    UnknownName
        As `laid`.
    """
    form, universe = before.form, before.universe
    _check(view, universe)
    runs = list(before.runs)
    if view.cut or view.alive is not None:
        _, _, shares = arriving(universe, the_routes(), view.share, view.cut, view.alive)
        for i in np.flatnonzero(shares.min(1) < 1):
            runs[i] = runs[i].carrying(*shares[i].tolist())
    return Drawing(form, universe, runs, before.heights, _chances(view, form, universe))


def _check(view: PlexusView, universe: Universe) -> None:
    known = {
        "segment": (view.cut, universe.segments),
        "muscle": (view.grades, universe.muscles),
        "skin area": (view.felt, tuple(universe.atlas.areas)),
    }
    for kind, (given, names) in known.items():
        for name in set(given).difference(names):
            near = tuple(get_close_matches(name, names, 2))
            raise UnknownName(name, near, kind=kind, where="plexus picture")


def _heights(form: Form, runs: list[Run]) -> list[float]:
    """Height of each bar: the strands that leave it (into it, for a target)."""
    out, into = np.zeros(len(form.where)), np.zeros(len(form.where))
    for run in runs:
        out[run.strand.origin] += run.width
        into[run.strand.goal] += run.width
    return [float(h) for h in np.maximum(out, into)]


def _chances(view: PlexusView, form: Form, universe: Universe) -> list[float]:
    """Chance of each node: the largest among the structures it stands for."""
    segments = universe.atlas.segments
    if not view.halos:
        return [0.0] * len(form.nodes)
    return [
        max((view.halos.get(segments[s].structure, 0.0) for s in node.segments), default=0.0)
        for node in form.nodes
    ]


def cut_of(lesioned: Lesioned, side: str) -> dict[str, float]:
    """Share of the fibres harmed in each segment that a lesion of this side strikes."""
    left: dict[str, float] = {}
    for one in lesioned.lesions:
        if side in one.sides:
            for segment in one.strikes:
                left[segment] = left.get(segment, 1.0) * (1 - one.severity)
    return {segment: 1 - share for segment, share in left.items()}


def alive_of(lesioned: Lesioned, leg: int) -> NDArray[np.float64]:
    """Share of each bundle that works along its whole line, [B]."""
    state = lesioned.everything.state
    listening = state.listening
    alive = np.ones(len(listening.universe.way))
    for part in (listening.axon, listening.end, *listening.afferent.values()):
        alive[part.bundle] *= state.conducting[leg, part.at]
    return alive


def view_of(
    lesioned: Lesioned,
    title: str = "",
    subtitle: str = "",
    halos: Mapping[str, float] | None = None,
    side: str | None = None,
) -> PlexusView:
    """Return what a picture shows of one leg of a lesioned adult, by default the lesioned one."""
    side = side or lesioned.side
    leg = SIDES.index(side)
    read = lesioned.sides[side]
    return PlexusView(
        share=lesioned.everything.state.legs.share[leg],
        title=title,
        subtitle=subtitle,
        side=side,
        cut=cut_of(lesioned, side),
        alive=alive_of(lesioned, leg),
        grades={name: muscle["mrc"] for name, muscle in read["muscles"].items()},
        felt=read["skin"],
        halos=halos or {},
    )
