"""Sheets side by side as one document, with the key that explains them."""

from collections.abc import Sequence
from textwrap import wrap
from typing import Final
from xml.sax.saxutils import escape

from lumbosacral.draw import palette
from lumbosacral.draw.body.chart_look import is_chart, source
from lumbosacral.draw.body.look import territories
from lumbosacral.draw.body.paint import ink_of, short
from lumbosacral.draw.body.patch import plate_for
from lumbosacral.draw.body.picture import COMMON, inner_svg
from lumbosacral.draw.body.plate import SHEETS, Plate
from lumbosacral.draw.body.view import BodyView
from lumbosacral.draw.svg import Attributes, element, tooltip

_GAP: Final = 40.0  # units between sheets side by side
_ZOOM: Final = 0.32  # px per unit
_ROW: Final = 46.0  # units from line to line of the key
_SIZE: Final = 32.0
_WIDEST: Final = 0.5  # em, mean width of a letter of the key
_KEY: Final = {
    "muscle": "Muscles: MRC grade, darker the weaker.",
    "skin": "Skin: darker the less it feels, hatched below one half.",
    "": "Grey hatch: not examined. Plain grey: bone, tendon, or skin that the atlas leaves out.",
}
_STRIPED: Final = "Striped: nobody holds three fifths of it, maps disagree."


def _columns(plates: Sequence[Plate]) -> list[list[Plate]]:
    """Sheets side by side; low ones stand on each other where a high one leaves the room."""
    high = max(made.height for made in plates)
    columns: list[list[Plate]] = []
    for made in plates:
        last = columns[-1] if columns else []
        if last and sum(p.height for p in last) + made.height <= high * 1.06:
            last.append(made)
        else:
            columns.append([made])
    return columns


def _entries(view: BodyView, plates: Sequence[Plate]) -> list[tuple[str, str]]:
    """Colour ("" for none) and text of each entry of the key."""
    if view.mode == "state":
        kinds = {"", *(made.sheet.kind for made in plates)}
        return [("", text) for kind, text in _KEY.items() if kind in kinds]
    names = {name for made in plates for name, _ in made.patches.values()}
    out = []
    for owner in territories("roots" if is_chart(view.mode) else view.mode, names):
        brief = short(view.mode, owner)
        told = owner if brief == owner else f"{brief}: {owner}"
        out.append((ink_of(view.mode, owner), told))
    if is_chart(view.mode):
        return [*out, ("", source(view.mode))]
    return [*out, ("", _STRIPED)]


def _key(entries: Sequence[tuple[str, str]], top: float, width: float) -> tuple[str, float]:
    """Key in as many lines as it takes, and the height of these."""
    x, y, out = _GAP, top, []
    most = int((width - 2 * _GAP) / (_WIDEST * _SIZE))
    short_enough = [(c, line) for c, text in entries for line in wrap(text, max(most, 20))]
    for colour, text in short_enough:
        swatch = 44.0 if colour else 0.0
        wide = swatch + _WIDEST * _SIZE * len(text) + _GAP
        if x > _GAP and x + wide > width:
            x, y = _GAP, y + _ROW
        if colour:
            box = f"M{x:.0f} {y - 26:.0f}h32v32h-32z"
            out.append(element("path", {"d": box, "fill": colour, "fill_opacity": 0.8}))
        place: Attributes = {"x": f"{x + swatch:.0f}", "y": f"{y:.0f}"}
        out.append(element("text", place, escape(text)))
        x += wide
    about: Attributes = {"text_anchor": "start", "font_size": _SIZE}
    return element("g", about, *out), y + _ROW - top


def body_svg(view: BodyView, sheets: Sequence[str] = SHEETS) -> str:
    """Draw sheets side by side as one SVG document. The same view always gives the same text."""
    plates = [plate_for(name, view) for name in sheets]
    drawn, x, height = [], 0.0, 0.0
    for column in _columns(plates):
        y = 0.0
        for made in column:
            box: Attributes = {"x": x, "y": y, "width": made.width, "height": made.height}
            drawn.append(element("svg", {**box, "class": "sheet"}, inner_svg(made, view)))
            y += made.height
        x += max(p.width for p in column) + _GAP
        height = max(height, y)
    width = x - _GAP
    key, high = _key(_entries(view, plates), height + _ROW, width)
    height += high + _ROW / 2
    frame: Attributes = {
        "viewBox": f"0 0 {width:g} {height:g}",
        "width": width * _ZOOM,
        "height": height * _ZOOM,
    }
    paper = element("rect", {"width": "100%", "height": "100%", "fill": palette.PAPER})
    return element("svg", {**COMMON, **frame}, tooltip("Body maps"), paper, *drawn, key)
