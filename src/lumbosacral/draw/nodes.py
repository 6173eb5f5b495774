"""Bars of nerves and roots: labels, the sheath around two of them, the halo of a suspect."""

from collections.abc import Mapping, Sequence
from typing import Final

from lumbosacral.draw import palette
from lumbosacral.draw.form import Form
from lumbosacral.draw.layout import Node
from lumbosacral.draw.marks import halo_shape
from lumbosacral.draw.svg import Attributes, element, slug, tooltip, words

_FIRST: Final = 1.4  # size of a root's name, in those of the others
_CASED: Final[Attributes] = {"paint_order": "stroke", "stroke": palette.PAPER, "stroke_width": 2.4}
_TOUCH: Final = 11.0  # reach of a pointer beside a bar, px


def node_id(name: str) -> str:
    """Id of a bar."""
    return f"n-{slug(name)}"


def sheath_id(names: Sequence[str]) -> str:
    """Id of the line around bars in one sheath."""
    return f"h-{slug(names[0])}"


def label_of(node: Node, chance: float) -> str:
    """Name of a bar as it is printed, with its chance where that is worth saying."""
    name = node.label or (node.id if node.at == "left" else "")
    return f"{name} {chance:.0%}" if name and chance >= 0.05 else name


def _beside(form: Form, node: Node, x: float, y: float, height: float) -> tuple[float, float, str]:
    """Where a label stands, and what of it stands there."""
    bar = form.frame.bar
    level, _, lean = node.at.partition(" ")
    anchor = {"": "middle", "left": "end", "right": "start"}[lean]
    x += {"": 0, "left": bar / 2, "right": -bar / 2}[lean]
    y += -height / 2 - 5 if level == "above" else height / 2 + form.frame.text + 3
    return x, y, anchor


def _label(form: Form, i: int, height: float, chance: float) -> str:
    node, place, size = form.nodes[i], form.where[i], form.frame.text
    if form.turned:
        return _row(form, i, chance)
    if node.at == "left":
        x, y = place.x - form.frame.bar / 2 - 6, place.y
        name = words(node.id, x, y + 5.5, size * _FIRST, text_anchor="end", font_weight="bold")
        share = f"{chance:.0%}" if chance >= 0.05 else ""
        if not share and not form.live:
            return name
        return name + words(share, x, y + 18, size, text_anchor="end", **{"class": "label"})
    if not node.label:
        return ""
    x, y, anchor = _beside(form, node, place.x, place.y, height)
    said = label_of(node, chance)
    more: Attributes = {"class": "label", "text_anchor": anchor}
    return words(said, x, y, size, **more, **(_CASED if form.live else {}))


def _row(form: Form, i: int, chance: float) -> str:
    """Name of a bar at the end of its row, and room for what it tells."""
    y, name = form.where[i].x, label_of(form.nodes[i], chance)
    return words(name, form.names, y + 4, 13, **{"class": "label"}) + words(
        "", form.names, y + 17, 11, fill=palette.QUIET_INK, **{"class": "tells"}
    )


def leaders(form: Form) -> str:
    """Draw hairlines from the bars to their names, where the names stand apart."""
    lines = "".join(f"M{p.y:g} {p.x:g}H{form.names - 6:g}" for p in form.where[: len(form.nodes)])
    return element("path", {"d": lines, "stroke": palette.LOST}) if form.turned else ""


def _hit(form: Form, i: int, height: float) -> str:
    """Ground that a pointer finds: the bar and some room beside it; the whole row where turned."""
    place, bar = form.where[i], form.frame.bar
    if form.turned:
        row = form.frame.row
        shape: Attributes = {
            "x": 0, "y": place.x - row / 2, "width": form.frame.width, "height": row,
        }  # fmt: skip
    else:
        shape = form.box(
            place.x - bar / 2 - _TOUCH, place.y - height / 2 - 4, bar + 2 * _TOUCH, height + 8
        )
    return element("rect", {**shape, "class": "hit", "fill": "none", "pointer_events": "all"})


def node_group(
    form: Form, i: int, height: float, chance: float, roads: Mapping[str, str] | None = None
) -> str:
    """Bar and label of one node; `roads` lead to its neighbours by the keys."""
    node, place, bar = form.nodes[i], form.where[i], form.frame.bar
    told = node.id + (f", suspected with {chance:.0%}" if chance > 0 else "")
    shape = form.box(place.x - bar / 2, place.y - height / 2 - 1, bar, height + 2)
    drawn = element("rect", {**shape, "class": "bar", "rx": 3, "fill": palette.BAR})
    about: Attributes = {"id": node_id(node.id), "class": "node"}
    if not form.live:
        return element("g", about, tooltip(told), drawn, _label(form, i, height, chance))
    about |= button(told, roads or {})
    return element("g", about, _hit(form, i, height), drawn, _label(form, i, height, chance))


def button(name: str, roads: Mapping[str, str]) -> Attributes:
    """Attributes of what can be pressed, and where the arrow keys lead from it."""
    out: Attributes = {"role": "button", "tabindex": "-1", "aria_label": name}
    return out | {f"data_{key}": to for key, to in roads.items()}


def sheath(form: Form, heights: Sequence[float], names: Sequence[str]) -> str:
    """Dashed line around bars that lie in one sheath."""
    inside = [i for i, node in enumerate(form.nodes) if node.id in names]
    if form.turned:
        return ""
    top = min(form.where[i].y - heights[i] / 2 for i in inside) - 3.5
    bottom = max(form.where[i].y + heights[i] / 2 for i in inside) + 3.5
    wide = form.frame.bar + 9
    shape: Attributes = {
        "x": form.where[inside[0]].x - wide / 2,
        "y": top,
        "width": wide,
        "height": bottom - top,
        "rx": wide / 2,
        "fill": "none",
    }
    ground = element("rect", {**shape, "stroke": palette.PAPER, "stroke_width": 2.4})
    dashes = element(
        "rect", {**shape, "stroke": palette.SHEATH, "stroke_width": 1.4, "stroke_dasharray": "4 3"}
    )
    if not form.live:
        return ground + dashes
    about: Attributes = {"id": sheath_id(names), "class": "sheath"}
    gap = element("rect", {**shape, "class": "hit", "pointer_events": "all"})
    whole = f"{names[0].partition(',')[0]}, both divisions"
    return element("g", about | button(whole, {}), gap, ground, dashes)


def halo(form: Form, i: int, height: float, chance: float) -> str:
    """Draw the glow behind a bar."""
    return element("rect", {"class": "halo", **halo_shape(form, i, height, chance)})
