"""Bars of nerves and roots: labels, the sheath around two of them, the halo of a suspect."""

from collections.abc import Sequence
from math import sqrt

from lumbosacral.draw import palette
from lumbosacral.draw.curves import BAR
from lumbosacral.draw.layout import Layout, Node, Place
from lumbosacral.draw.svg import Attributes, element, slug, tooltip, words

_SIZE = 11.5


def _percent(chance: float) -> str:
    return f" {chance:.0%}" if chance >= 0.05 else ""


def _label(node: Node, place: Place, height: float, chance: float) -> str:
    if node.at == "left":
        x, y = place.x - BAR / 2 - 8, place.y
        name = words(node.id, x, y + 5.5, 16, text_anchor="end", font_weight="bold")
        share = _percent(chance).strip()
        return name + (words(share, x, y + 19, _SIZE, text_anchor="end") if share else "")
    if not node.label:
        return ""
    level, _, lean = node.at.partition(" ")
    anchor = {"": "middle", "left": "end", "right": "start"}[lean]
    x = place.x + {"": 0, "left": BAR / 2, "right": -BAR / 2}[lean]
    y = place.y - height / 2 - 6 if level == "above" else place.y + height / 2 + 15
    return words(node.label + _percent(chance), x, y, _SIZE, text_anchor=anchor)


def node_group(node: Node, place: Place, height: float, chance: float) -> str:
    """Bar and label of one node."""
    told = node.id + (f", suspected with {chance:.0%}" if chance > 0 else "")
    bar = element(
        "rect",
        {
            "x": place.x - BAR / 2,
            "y": place.y - height / 2 - 1,
            "width": BAR,
            "height": height + 2,
            "rx": 3,
            "fill": palette.BAR,
        },
    )
    about: Attributes = {"id": f"n-{slug(node.id)}", "class": "node"}
    return element("g", about, tooltip(told), bar, _label(node, place, height, chance))


def sheath(layout: Layout, heights: Sequence[float], names: Sequence[str]) -> str:
    """Dashed line around bars that lie in one sheath."""
    inside = [(n, h) for n, h in zip(layout.nodes, heights, strict=False) if n.id in names]
    top = min(n.y - h / 2 for n, h in inside) - 3.5
    bottom = max(n.y + h / 2 for n, h in inside) + 3.5
    x = layout.columns[inside[0][0].column]
    shape: Attributes = {
        "x": x - 9.5,
        "y": top,
        "width": 19,
        "height": bottom - top,
        "rx": 9,
        "fill": "none",
    }
    ground = element("rect", {**shape, "stroke": palette.PAPER, "stroke_width": 2.4})
    dashes = element(
        "rect", {**shape, "stroke": palette.SHEATH, "stroke_width": 1.4, "stroke_dasharray": "4 3"}
    )
    return ground + dashes


def halo(place: Place, height: float, chance: float) -> str:
    """Glow behind a bar; wider and stronger the likelier the place."""
    pad = 5 + 9 * sqrt(chance)
    return element(
        "rect",
        {
            "class": "halo",
            "x": place.x - BAR / 2 - pad,
            "y": place.y - height / 2 - pad,
            "width": BAR + 2 * pad,
            "height": height + 2 * pad,
            "rx": pad,
            "fill": palette.HALO,
            "fill_opacity": 0.3 + 0.7 * chance,
        },
    )
