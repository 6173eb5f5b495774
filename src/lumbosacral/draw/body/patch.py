"""What differs from view to view, by the id of the element; the sheets are drawn from it too."""

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np

from lumbosacral.draw import palette
from lumbosacral.draw.body.chart_look import caption
from lumbosacral.draw.body.labels import SIZE, Label, text_width
from lumbosacral.draw.body.look import between_look, muscle_look, reflex_look, skin_look
from lumbosacral.draw.body.paint import Look
from lumbosacral.draw.body.patterns import pattern_id
from lumbosacral.draw.body.plate import SHEETS, Plate, is_mirrored, plate
from lumbosacral.draw.body.shape import distance, inside
from lumbosacral.draw.body.sheet import geometry
from lumbosacral.draw.body.view import BodyView

Patches = dict[str, dict[str, str]]
SMALL: Final = 38
"""Height of the names of nerves in units."""


def _fill(look: Look, sheet: str) -> str:
    """Fill of a patch: a colour, or the pattern of its sheet."""
    plain = not look.fill.startswith("@")
    return look.fill if plain else f"url(#{pattern_id(sheet, look.fill[1:])})"


def _printed(label: Label, look: Look, mode: str) -> dict[str, str]:
    """Text of a label; none where it has no room."""
    size = SMALL if mode == "nerves" else SIZE
    text = look.text if text_width(look.text, size) <= label.wide else ""
    ink = palette.INK if label.target or look.fill.startswith("@") else look.ink
    return {"text": text, "fill": ink}


def sheet_patch(
    made: Plate, view: BodyView, looks: dict[str, Look]
) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield everything of one sheet that differs from view to view."""
    sheet = made.sheet.sheet
    yield f"source-{sheet}", {"text": caption(view.mode) if made.sheet.kind == "skin" else ""}
    for key, (name, _) in made.patches.items():
        look = looks[name]
        yield key, {"fill": _fill(look, sheet), "class": look.kind, "title": look.told}
    for key, (pair, _) in made.between.items():
        yield key, {"fill": _fill(between_look(view, *pair), sheet)}
    size = SMALL if view.mode == "nerves" else SIZE
    yield f"values-{sheet}", {"font-size": str(size)}
    for key, label in made.labels.items():
        printed = _printed(label, looks[label.name], view.mode)
        yield f"{key}-value", printed
        if label.target:
            yield f"{key}-lead", {"display": "inline" if printed["text"] else "none"}
    yield from _reflexes(made, view)


def _reflexes(made: Plate, view: BodyView) -> Iterator[tuple[str, dict[str, str]]]:
    for key, (name, _, _) in made.reflexes.items():
        look = reflex_look(view, name)
        shown = "inline" if look.text and view.mode == "state" else "none"
        yield key, {"class": look.kind, "display": shown, "title": look.told}
        yield f"{key}-disc", {"fill": look.fill}
        yield f"{key}-value", {"text": look.text, "fill": look.ink}


def looks_of(made: Plate, view: BodyView) -> dict[str, Look]:
    """How each muscle or area of a sheet looks, by its name."""
    look = muscle_look if made.sheet.kind == "muscle" else skin_look
    return {name: look(view, name) for name, _ in made.patches.values()}


def plate_for(sheet: str, view: BodyView) -> Plate:
    """Plate of a sheet for the side of a view."""
    return plate(sheet, is_mirrored(sheet, view.side))


def body_patch(view: BodyView, sheets: Sequence[str] = SHEETS) -> Patches:
    """Everything on the sheets that differs from view to view, by the id of the element.

    Keys are attributes of SVG, but for `text`, the text inside, and `title`, that of the title; an
    empty class is none. The shapes depend on the side alone.
    """
    out: Patches = {}
    for sheet in sheets:
        made = plate_for(sheet, view)
        out.update(sheet_patch(made, view, looks_of(made, view)))
    return out


def area_at(sheet: str, x: float, y: float, side: str = "") -> str | None:
    """Name of the muscle or area at a point of a sheet, in units of its viewBox; None beside them.

    A soft edge belongs to the nearer of its two areas.
    """
    made = geometry(sheet)
    point = np.array([[made.width - x if is_mirrored(sheet, side) else x, y]])
    for name, patch in made.patches.items():
        if inside(point, patch.rings)[0]:
            return name
    for pair, rings in made.between.items():
        if inside(point, rings)[0]:
            return min(pair, key=lambda n: distance(point, made.patches[n].rings)[0])
    return None
