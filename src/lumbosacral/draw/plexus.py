"""The plexus: one strand for each root, as wide as its fibres are many; a lesion lies across it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Final

import numpy as np
from numpy.typing import NDArray

from lumbosacral.draw import palette
from lumbosacral.draw.curves import Run, runs_of
from lumbosacral.draw.layout import Frame, Place, places, the_layout
from lumbosacral.draw.marks import lesion_marks, strand_names, strands_group
from lumbosacral.draw.nodes import halo, node_group, sheath
from lumbosacral.draw.rows import HATCH, row_group
from lumbosacral.draw.strands import strands_of, the_routes
from lumbosacral.draw.svg import FACES, element, tooltip, words
from lumbosacral.errors import UnknownName
from lumbosacral.wiring.universe import Universe, the_universe

_EDGE: Final = 24.0
_WIDEST: Final = 0.62  # em, mean width of a letter in a wide text
_KEY: Final = (
    "Strand: one root, as wide as its large myelinated fibres are many. Pale grey: cut off. "
    "Red bar: lesion. Box: MRC grade. Disc: skin of one nerve, "
    "darker the less it feels, hatched below one half."
)


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


def _check(view: PlexusView, universe: Universe) -> None:
    known = {
        "segment": (view.cut, universe.segments),
        "muscle": (view.grades, universe.muscles),
        "skin area": (view.felt, tuple(universe.atlas.areas)),
    }
    for kind, (given, names) in known.items():
        for name in given:
            if name not in names:
                near = tuple(get_close_matches(name, names, 2))
                raise UnknownName(name, near, kind=kind, where="plexus picture")


def _line(text: str, y: float, size: float, frame: Frame, **more: str) -> str:
    """One line from the left edge, set smaller where it would leave the frame."""
    fitting = (frame.width - 2 * _EDGE) / (_WIDEST * max(len(text), 1))
    return words(text, _EDGE, y, min(size, fitting), **more)


def _head(view: PlexusView, frame: Frame) -> str:
    parts = (f"{view.side} leg" if view.side else "", view.subtitle)
    under = ", ".join(part for part in parts if part)
    return (
        _line(view.title, 32, 20, frame, font_weight="bold")
        + _line(under, 53, 13, frame, fill=palette.QUIET_INK)
        + _line(_KEY, frame.height - 18, 11, frame, fill=palette.QUIET_INK)
    )


def _heights(where: tuple[Place, ...], runs: list[Run]) -> list[float]:
    """Height of each bar: the strands that leave it (into it, for a target)."""
    out, into = np.zeros(len(where)), np.zeros(len(where))
    for run in runs:
        out[run.strand.origin] += run.width
        into[run.strand.goal] += run.width
    return [float(h) for h in np.maximum(out, into)]


def plexus_svg(view: PlexusView) -> str:
    """Draw the plexus of one leg as an SVG document.

    Nodes have ids `n-...`, muscle boxes `m-...`, skin discs `s-...`; every one has a title. The
    same view always gives the same text.

    Raises
    ------
    UnknownName
        If a segment, muscle or skin area is not in the atlas.
    """
    universe, layout = the_universe(), the_layout()
    _check(view, universe)
    where = places(layout)
    strands = strands_of(universe, the_routes(), view.share, view.cut, view.alive)
    runs = runs_of(layout, where, strands)
    heights = _heights(where, runs)
    n = len(layout.nodes)
    bars = list(zip(layout.nodes, heights[:n], strict=True))
    segments = universe.atlas.segments
    chance = [
        max((view.halos.get(segments[s].structure, 0.0) for s in node.segments), default=0.0)
        for node in layout.nodes
    ]
    body = [
        element("defs", {}, HATCH),
        element("rect", {"width": "100%", "height": "100%", "fill": palette.PAPER}),
        _head(view, layout.frame),
        *(halo(place, h, p) for place, h, p in zip(where, heights, chance, strict=False) if p > 0),
        strands_group(where, runs),
        *(sheath(layout, heights, names) for names in layout.sheaths),
        *(
            node_group(node, place, h, p)
            for (node, h), place, p in zip(bars, where, chance, strict=False)
        ),
        *(words(c.text, c.x, c.y, 11.5, font_style="italic") for c in layout.captions),
        lesion_marks(where, runs),
        strand_names(where, runs),
        *(
            row_group(t, p, view.grades, view.felt, universe.atlas)
            for t, p in zip(layout.targets, where[n:], strict=True)
        ),
    ]
    name = view.title or "Lumbosacral plexus"
    frame = layout.frame
    return element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"0 0 {frame.width:g} {frame.height:g}",
            "width": frame.width,
            "height": frame.height,
            "role": "img",
            "font_family": FACES,
            "fill": palette.INK,
        },
        tooltip(name),
        *body,
    )
