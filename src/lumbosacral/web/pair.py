"""Two lesions side by side: the plexus of each, small, with only what differs in colour."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from lumbosacral.draw import palette
from lumbosacral.draw.curves import Run
from lumbosacral.draw.marks import joined_pieces, lesion_bars, strand_colour, ways
from lumbosacral.draw.patch import healthy_drawing
from lumbosacral.draw.rows import Row, row_of
from lumbosacral.draw.svg import Attributes, element, number, words
from lumbosacral.draw.view import Drawing, laid_again, view_of
from lumbosacral.lesioned import Lesioned
from lumbosacral.report.words import percent
from lumbosacral.web.given import Leg
from lumbosacral.web.html import Markup, tag

__all__ = ["pair_panel"]

NOTICED: Final = 0.1
"""Share of a strand's fibres that must differ for it to be drawn in colour."""
TEXT, APART, WIDE, LETTERS = 24, 24, 800, 19
"""Size of a name, least distance between two, width of a picture, in its own units; letters of a name."""
GROUND: Final = "pair-ground"


@dataclass(frozen=True)
class _Side:
    """One of the two: its lesions laid on the map, and what each row at the right shows."""

    found: Lesioned
    drawing: Drawing
    rows: Sequence[Row]


def pair_panel(
    first: Lesioned, second: Lesioned, side: Leg, variants: tuple[str, ...] = ()
) -> Markup:
    """Draw two lesions of one leg side by side."""
    pair = [_laid(found, side, variants) for found in (first, second)]
    strands = [_apart(a, b) for a, b in zip(*(one.drawing.runs for one in pair), strict=True)]
    rows = [
        a.told != b.told and (a.abnormal or b.abnormal)
        for a, b in zip(*(one.rows for one in pair), strict=True)
    ]
    made = [
        _picture(one, name, strands, rows, variants)
        for one, name in zip(pair, ("First", "Second"), strict=True)
    ]
    return tag("div", made, class_="pair")


def _laid(found: Lesioned, side: Leg, variants: tuple[str, ...]) -> _Side:
    view = view_of(found, side=side)
    drawing = laid_again(view, healthy_drawing("screen", variants))
    atlas = drawing.universe.atlas
    rows = [row_of(target, view.grades, view.felt, atlas) for target in drawing.form.targets]
    return _Side(found, drawing, rows)


def _apart(a: Run, b: Run) -> bool:
    mine, theirs = a.strand, b.strand
    pairs = ((mine.left, theirs.left), (mine.led, theirs.led), (mine.came, theirs.came))
    return any(abs(x - y) > NOTICED for x, y in pairs)


def _picture(
    one: _Side, name: str, strands: Sequence[bool], rows: Sequence[bool], variants: tuple[str, ...]
) -> Markup:
    """One of the two pictures under its name; the first holds the ground of both."""
    said = "; ".join(f"{x.where}, {x.kind} {percent(x.severity)}" for x in one.found.lesions)
    first = element("g", {"id": GROUND, "fill": "none"}, _ground(variants))
    inside = [
        first if name == "First" else element("use", {"href": f"#{GROUND}"}),
        *_strands(one.drawing.runs, strands),
        *(element("rect", shape) for shape, _ in lesion_bars(one.drawing.runs)),
        *_rows(one, rows),
    ]
    frame = one.drawing.form.frame
    told = f"{name}: {said}. In colour: what differs from the other."
    svg = tag(
        "svg", Markup("".join(inside)), viewBox=f"0 0 {WIDE} {frame.height:g}", role="img",
        aria_label=told, fill=palette.INK,
    )  # fmt: skip
    return tag("figure", tag("figcaption", tag("strong", name), f" {said}"), svg)


@lru_cache(maxsize=4)
def _ground(variants: tuple[str, ...]) -> str:
    """Everything in its place and pale: the strands, the bars, the names of the roots."""
    drawing = healthy_drawing("screen", variants)
    form, bar = drawing.form, drawing.form.frame.bar
    out = [
        element("path", {"d": joined_pieces(run, ways(run))[0][0], "stroke": palette.FASCIA,
                         "stroke_width": run.stroke})
        for run in drawing.runs
    ]  # fmt: skip
    for node, place, height in zip(form.nodes, form.where, drawing.heights, strict=False):
        shape = form.box(place.x - bar / 2, place.y - height / 2, bar, height)
        out.append(element("rect", {**shape, "fill": palette.SEAM}))
        if node.at == "left":
            end: Attributes = {"text_anchor": "end", "font_weight": "bold", "fill": palette.INK}
            out.append(words(node.id, place.x - bar / 2 - 4, place.y + 7, TEXT, **end))
    return "".join(out)


def _strands(runs: Sequence[Run], apart: Sequence[bool]) -> Iterator[str]:
    """Strands that differ, as wide and as pale as in the large picture."""
    for run, differs in zip(runs, apart, strict=True):
        if differs:
            for d, alive in joined_pieces(run, ways(run)):
                look: Attributes = {"d": d, "stroke": strand_colour(run, alive), "fill": "none"}
                yield element("path", {**look, "stroke_width": number(run.stroke)})


def _rows(one: _Side, apart: Sequence[bool]) -> Iterator[str]:
    """Muscles and skin that differ: their colour, their grade, and their name where there is room."""
    form = one.drawing.form
    frame, above = form.frame, -APART * 2.0
    for i, target in enumerate(form.targets):
        row, place = one.rows[i], form.where[len(form.nodes) + i]
        if not apart[i]:
            continue
        box: Attributes = {"x": place.x, "y": place.y - frame.high / 2, "width": frame.box + 6}
        look: Attributes = {
            "height": frame.high,
            "rx": 3,
            "fill": row.fill,
            "stroke": palette.QUIET_INK,
        }
        yield element("rect", {**box, **look})
        if place.y - above >= APART * 0.8:
            above = place.y
            name = (target.short or target.label).partition(",")[0]
            short = name if len(name) <= LETTERS else f"{name[: LETTERS - 1].rstrip()}…"
            said = f"{row.grade} {short}".strip()
            yield words(said, place.x + frame.box + 12, place.y + 8, TEXT)
