"""`--svg`: a lesion, or the first answer to a case, as a picture of the plexus."""

import numpy as np
from numpy.typing import NDArray

from lumbosacral.draw.plexus import PlexusView, plexus_svg
from lumbosacral.errors import InputError
from lumbosacral.inference.answer import Answer, Ranked
from lumbosacral.injury.lesion import SIDES
from lumbosacral.lesioned import Lesioned, lesion
from lumbosacral.terminal.page import percent
from lumbosacral.terminal.plain import plain

__all__ = ["draw_answer", "draw_lesioned"]


def draw_lesioned(lesioned: Lesioned) -> str:
    """Draw what a lesion leaves of the leg it is in, as an SVG document."""
    title = " + ".join(one.where for one in lesioned.lesions)
    under = "; ".join(
        f"{one.kind} of {percent(one.severity)} of the fibres, day {one.days:g}"
        for one in lesioned.lesions
    )
    return plexus_svg(view_of(lesioned, title, under, {}))


def draw_answer(answer: Answer) -> str:
    """Draw where the lesion may be: halos by probability, over the first answer's complete lesion.

    Raises
    ------
    InputError
        If no entry of the answer names a lesion.
    """
    first = next((entry for entry in answer.ranking if entry.lesions), None)
    if first is None:
        raise InputError(
            "the answer names no lesion to draw", mend="leave --svg out, or add findings"
        )
    title = f"{' + '.join(one.site for one in first.lesions)}: {percent(first.probability)}"
    halos = {row.structure: row.probability for row in answer.by_structure}
    shown = lesion(_where(first), side=_side(first))
    return plexus_svg(view_of(shown, title, f"if complete; setting {answer.setting}", halos))


def _where(entry: Ranked) -> str:
    return " + ".join(one.site for one in entry.lesions)


def _side(entry: Ranked) -> str | None:
    side = entry.lesions[0].side
    return side if side in {"both", *SIDES} else None


def view_of(lesioned: Lesioned, title: str, subtitle: str, halos: dict[str, float]) -> PlexusView:
    """Return what a picture shows of the lesioned leg."""
    leg, side = SIDES.index(lesioned.side), lesioned.side
    read = lesioned.sides[side]
    return PlexusView(
        share=lesioned.everything.state.legs.share[leg],
        title=plain(title),
        subtitle=plain(subtitle),
        side=side,
        cut=_cut(lesioned, side),
        alive=_alive(lesioned, leg),
        grades={name: muscle["mrc"] for name, muscle in read["muscles"].items()},
        felt=read["skin"],
        halos=halos,
    )


def _cut(lesioned: Lesioned, side: str) -> dict[str, float]:
    """Share of the fibres harmed in each segment that a lesion of this side strikes."""
    left: dict[str, float] = {}
    for one in lesioned.lesions:
        if side in one.sides:
            for segment in one.strikes:
                left[segment] = left.get(segment, 1.0) * (1 - one.severity)
    return {segment: 1 - share for segment, share in left.items()}


def _alive(lesioned: Lesioned, leg: int) -> NDArray[np.float64]:
    """Share of each bundle that works along its whole line, [B]."""
    state = lesioned.everything.state
    listening = state.listening
    alive = np.ones(len(listening.universe.way))
    for part in (listening.axon, listening.end, *listening.afferent.values()):
        alive[part.bundle] *= state.conducting[leg, part.at]
    return alive
