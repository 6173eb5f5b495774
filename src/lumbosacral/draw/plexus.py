"""The plexus: one strand for each root, as wide as its fibres are many; a lesion lies across it."""

from typing import Final

from lumbosacral.draw import palette
from lumbosacral.draw.form import FormName, the_form
from lumbosacral.draw.layout import Frame
from lumbosacral.draw.marks import lesion_marks, strand_names, strands_group
from lumbosacral.draw.nodes import halo, leaders, node_group, sheath
from lumbosacral.draw.roads import ids_of, neighbours
from lumbosacral.draw.rows import HATCH, row_group, row_of
from lumbosacral.draw.svg import FACES, element, tooltip, words
from lumbosacral.draw.view import Drawing, PlexusView, laid

__all__ = ["PlexusView", "drawn", "plexus_svg"]

_EDGE: Final = 24.0
_WIDEST: Final = 0.62  # em, mean width of a letter in a wide text
_KEY: Final = (
    "Strand: one root, as wide as its large myelinated fibres are many. Pale grey: cut off. "
    "Red bar: lesion. Box: MRC grade. Disc: skin of one nerve, "
    "darker the less it feels, hatched below one half."
)


def _line(text: str, y: float, size: float, frame: Frame, **more: str) -> str:
    """One line from the left edge, set smaller where it would leave the frame."""
    fitting = (frame.width - 2 * _EDGE) / (_WIDEST * max(len(text), 1))
    return words(text, _EDGE, y, min(size, fitting), **more)


def _head(view: PlexusView, frame: Frame) -> str:
    parts = (f"{view.side} leg" if view.side else "", view.subtitle)
    under = ", ".join(part for part in parts if part)
    return (
        element("rect", {"width": "100%", "height": "100%", "fill": palette.PAPER})
        + _line(view.title, 32, 20, frame, font_weight="bold")
        + _line(under, 53, 13, frame, fill=palette.QUIET_INK)
        + _line(_KEY, frame.height - 18, 11, frame, fill=palette.QUIET_INK)
    )


def plexus_svg(view: PlexusView, form: FormName = "sheet") -> str:
    """Draw the plexus of one leg as an SVG document.

    Strands have ids `t-...`, nodes `n-...`, muscle boxes `m-...`, skin discs `s-...`; every one has
    a title, or in a live form a name. The same view always gives the same text.

    Raises
    ------
    UnknownName
        If a segment, muscle or skin area is not in the atlas.
    """
    return drawn(view, laid(view, the_form(form)))


def drawn(view: PlexusView, drawing: Drawing) -> str:
    """Draw a view that is laid on a form."""
    form, runs = drawing.form, drawing.runs
    frame, live = form.frame, form.live
    body = [
        element("defs", {}, HATCH),
        "" if live else _head(view, frame),
        element("g", {"id": "halos"}, *_halos(drawing)),
        leaders(form),
        strands_group(runs),
        *(sheath(form, drawing.heights, names) for names in form.sheaths),
        *(words(c.text, c.x, c.y, frame.text, font_style="italic") for c in form.captions),
        *_places(view, drawing),
        lesion_marks(runs),
        strand_names(runs),
    ]
    name = view.title or "Lumbosacral plexus"
    about = {"aria_label": name, "id": "plexus-picture"} if live else {}
    return element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"0 0 {frame.width:g} {frame.height:g}",
            "width": frame.width,
            "height": frame.height,
            "role": "group" if live else "img",
            "font_family": FACES,
            "fill": palette.INK,
            **about,
        },
        "" if live else tooltip(name),
        *body,
    )


def _halos(drawing: Drawing) -> list[str]:
    pairs = zip(drawing.heights, drawing.chances, strict=False)
    return [halo(drawing.form, i, h, p) for i, (h, p) in enumerate(pairs) if p > 0]


def _places(view: PlexusView, drawing: Drawing) -> list[str]:
    """Nodes, and the rows at the right."""
    form, n = drawing.form, len(drawing.form.nodes)
    roads = neighbours(form, drawing.runs).of if form.live else {}
    ids = ids_of(form)
    nodes = [
        node_group(form, i, drawing.heights[i], drawing.chances[i], roads.get(ids[i]))
        for i in range(n)
    ]
    atlas = drawing.universe.atlas
    rows = [
        row_group(
            form, target, form.where[n + i], row_of(target, view.grades, view.felt, atlas),
            roads.get(ids[n + i]),
        )
        for i, target in enumerate(form.targets)
    ]  # fmt: skip
    return nodes + rows
