"""`--svg`: a lesion, or the first answer to a case, as a picture of the plexus."""

from lumbosacral.draw.plexus import plexus_svg
from lumbosacral.draw.view import view_of
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
    return plexus_svg(view_of(lesioned, plain(title), plain(under)))


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
    under = f"if complete; setting {answer.setting}"
    return plexus_svg(view_of(shown, plain(title), plain(under), halos))


def _where(entry: Ranked) -> str:
    return " + ".join(one.site for one in entry.lesions)


def _side(entry: Ranked) -> str | None:
    side = entry.lesions[0].side
    return side if side in {"both", *SIDES} else None
