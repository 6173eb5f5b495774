"""A sheet as SVG text: drawn from the plate, filled in from the patch."""

from typing import Final
from xml.sax.saxutils import escape

from lumbosacral.draw import palette
from lumbosacral.draw.body.labels import DISC, SIZE, WIDE, Label
from lumbosacral.draw.body.patch import Patches, looks_of, plate_for, sheet_patch
from lumbosacral.draw.body.patterns import definitions
from lumbosacral.draw.body.plate import Plate
from lumbosacral.draw.body.view import BodyView
from lumbosacral.draw.svg import FACES, Attributes, element, tooltip, words

_CAPTION: Final = 44.0
COMMON: Final[Attributes] = {
    "xmlns": "http://www.w3.org/2000/svg",
    "role": "img",
    "font_family": FACES,
    "fill": palette.INK,
    "text_anchor": "middle",
    "stroke_linecap": "round",
    "stroke_linejoin": "round",
}
"""Attributes of the outermost element; what is inside inherits them."""
_DROP: Final = 0.36  # of the height of a text, from its middle to its baseline


def _silhouette(made: Plate) -> str:
    """The limb bare of muscles and skin, and faintly the other half of the body."""
    sheet = made.sheet.sheet
    cut = element("path", {"d": made.cut, "stroke": "none"}) if made.cut else ""
    line = element("path", {"id": f"{sheet}-rim", "d": made.rim})
    limb = element("g", {"id": f"{sheet}-limb"}, cut, line)
    ghost = ""
    if made.middle:
        turned = f"matrix(-1 0 0 1 {2 * made.middle:g} 0)"
        faint: Attributes = {"fill": palette.GHOST, "stroke": palette.LOST, "stroke_width": 3}
        ghost = element("use", {"href": f"#{sheet}-limb", "transform": turned, **faint})
    bare: Attributes = {"fill": "none", "stroke": palette.BONE, "stroke_width": 3}
    bones = element("path", {"d": made.bones, **bare}) if made.bones else ""
    return element("g", {"fill": palette.FASCIA}, ghost, limb, bones)


def _lines(made: Plate) -> str:
    """Landmarks, and the line around it all."""
    thin: Attributes = {"stroke": palette.QUIET_INK, "stroke_width": 3, "stroke_opacity": 0.6}
    thick: Attributes = {"stroke": palette.BAR, "stroke_width": 5}
    marks = element("path", {"d": made.marks, **thin}) if made.marks else ""
    rim = element("use", {"href": f"#{made.sheet.sheet}-rim", **thick})
    return element("g", {"fill": "none", "pointer_events": "none"}, marks, rim)


def _path(key: str, d: str, look: dict[str, str], **more: str) -> str:
    kind: Attributes = {"class": look["class"]} if look.get("class") else {}
    about: Attributes = {"id": key, **kind, **more, "fill": look["fill"], "d": d}
    return element("path", about, *([tooltip(look["title"])] if more else []))


def _shapes(made: Plate, patch: Patches) -> str:
    """Patches, and the soft edges between them."""
    own = [_path(key, d, patch[key], data_name=name) for key, (name, d) in made.patches.items()]
    soft = [_path(key, d, patch[key]) for key, (_, d) in made.between.items()]
    line = palette.SEAM if made.sheet.kind == "muscle" else palette.SKIN_SEAM
    frame: Attributes = {"class": made.sheet.kind, "stroke": line, "stroke_width": 2}
    return element("g", frame, *own) + (element("g", {"class": "between"}, *soft) if soft else "")


def _leader(key: str, label: Label, look: dict[str, str]) -> str:
    x, y = label.target or (label.x, label.y)
    near = label.x + (WIDE / 2 if x > label.x else -WIDE / 2)
    d = f"M{x:.0f} {y:.0f}L{near:.0f} {label.y:.0f}"
    shown: Attributes = {"display": "none"} if look["display"] == "none" else {}
    return element("path", {"id": f"{key}-lead", "d": d, **shown})


def _value(key: str, label: Label, look: dict[str, str]) -> str:
    ink: Attributes = {} if look["fill"] == palette.INK else {"fill": look["fill"]}
    place: Attributes = {"x": f"{label.x:.0f}", "y": f"{label.y + SIZE * _DROP:.0f}"}
    return element("text", {"id": f"{key}-value", **place, **ink}, escape(look["text"]))


def _values(made: Plate, patch: Patches) -> str:
    """Leaders and printed values."""
    leads = [
        _leader(key, label, patch[f"{key}-lead"])
        for key, label in made.labels.items()
        if label.target
    ]
    texts = [_value(key, label, patch[f"{key}-value"]) for key, label in made.labels.items()]
    thin: Attributes = {"stroke": palette.LEAD, "stroke_width": 3, "pointer_events": "none"}
    bold: Attributes = {"font_weight": "bold", "pointer_events": "none"}
    key = f"values-{made.sheet.sheet}"
    drawn = element("g", {"id": key, **patch[key], **bold}, *texts)
    return (element("g", thin, *leads) if leads else "") + drawn


def _reflexes(made: Plate, patch: Patches) -> str:
    out = []
    for key, (name, x, y) in made.reflexes.items():
        look, disc, value = patch[key], patch[f"{key}-disc"], patch[f"{key}-value"]
        about: Attributes = {"id": key, "class": look["class"], "display": look["display"]}
        ring: Attributes = {"id": f"{key}-disc", "cx": x, "cy": y, "r": DISC, **disc}
        out.append(
            element(
                "g",
                {**about, "data_name": name},
                tooltip(look["title"]),
                element("circle", {**ring, "stroke": palette.INK, "stroke_width": 4}),
                words(
                    value["text"], x, y + SIZE * _DROP, SIZE, id=f"{key}-value", fill=value["fill"]
                ),
            )
        )
    return element("g", {"font_weight": "bold"}, *out) if out else ""


def _caption(made: Plate, side: str, patch: Patches) -> str:
    """What the sheet shows, and below it whose map that is."""
    key = f"source-{made.sheet.sheet}"
    return element(
        "g",
        {"class": "caption", "fill": palette.QUIET_INK},
        words(made.sheet.caption + side, made.width / 2, _CAPTION, SIZE),
        words(patch[key]["text"], made.width / 2, _CAPTION + 1.12 * SIZE, SIZE, id=key),
    )


def inner_svg(made: Plate, view: BodyView) -> str:
    """Write what is inside the `<svg>` of a sheet."""
    patch = dict(sheet_patch(made, view, looks_of(made, view)))
    names = tuple(name for name, _ in made.patches.values())
    side = f", {view.side}" if view.side else ""
    return "".join(
        (
            tooltip(f"{made.sheet.caption}{side}"),
            definitions(made.sheet.sheet, made.sheet.kind, names),
            _silhouette(made),
            _shapes(made, patch),
            _lines(made),
            _values(made, patch),
            _reflexes(made, patch),
            _caption(made, side, patch),
        )
    )


def sheet_svg(name: str, view: BodyView) -> str:
    """Draw one sheet as an `<svg>` with a viewBox and no size, for a page.

    Every patch has an id (`muscle-front-soleus`, `skin-dorsum-first-web-space`), a title and its
    name in `data-name`; ids of patterns begin with the initials of the sheet.
    """
    made = plate_for(name, view)
    box = f"0 0 {made.width} {made.height}"
    about: Attributes = {**COMMON, "viewBox": box, "class": "sheet", "data_sheet": name}
    return element("svg", about, inner_svg(made, view))
