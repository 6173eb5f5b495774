"""Forms of the plexus picture: the sheet, the page's own, and the one that stands upright on a narrow screen.

Strands run along x and lie side by side along y; where a form is turned, x runs down.
"""

from dataclasses import dataclass, replace
from functools import cache
from typing import Final, Literal

import numpy as np

from lumbosacral.draw.layout import (
    COLUMNS,
    Caption,
    Frame,
    Layout,
    Node,
    Place,
    Target,
    places,
    the_layout,
)
from lumbosacral.draw.svg import Attributes, number

FormName = Literal["sheet", "screen", "upright"]
_REACH: Final = 5.0  # rows over which a strand bends at most, where it runs down


@dataclass(frozen=True)
class Form:
    """How the map lies on the ground.

    Attributes
    ----------
    nodes, targets, captions : tuple
        With their places on this form.
    where : tuple of Place
        Nodes in their order, then targets.
    columns : dict of column -> x
    live : bool
        Whether it is drawn to be pointed at and changed.
    turned : bool
        Whether x runs down; then `names` is where the names begin.
    """

    frame: Frame
    nodes: tuple[Node, ...]
    targets: tuple[Target, ...]
    captions: tuple[Caption, ...]
    sheaths: tuple[tuple[str, ...], ...]
    where: tuple[Place, ...]
    columns: dict[str, float]
    live: bool = False
    turned: bool = False
    names: float = 0.0

    @property
    def ahead(self) -> str:
        """Letter of a path for a straight line along the strands."""
        return "V" if self.turned else "H"

    def at(self, x: float, y: float) -> str:
        """Coordinates of a point, as a path names them."""
        return f"{number(y)} {number(x)}" if self.turned else f"{number(x)} {number(y)}"

    def box(self, x: float, y: float, along: float, across: float) -> Attributes:
        """Rectangle from its corner next to the cord."""
        if self.turned:
            return {"x": y, "y": x, "width": across, "height": along}
        return {"x": x, "y": y, "width": along, "height": across}

    def bend(self, start: Place, end: Place) -> tuple[float, float]:
        """Between which x a strand bends: after its first bar; from the roots, past the trunk."""
        half, lead = self.frame.bar / 2, self.frame.lead
        if self.turned:
            level = max(p.x for p in self.where[: len(self.nodes)] if p.level == start.level)
            last = end.x - half - lead
            first = max(level + half + lead, last - _REACH * self.frame.row)
            return min(first, last - lead), last
        after = list(self.columns.values())[start.level + 1]
        if start.level == 0 and end.level > 1:
            return self.columns["trunk"] + half + lead, self.columns["plexus"] - half - lead
        return start.x + half + lead, after - half - lead


def _sheet(layout: Layout) -> Form:
    columns: dict[str, float] = {name: layout.columns[name] for name in COLUMNS}
    return Form(
        layout.frame, layout.nodes, layout.targets, layout.captions, layout.sheaths,
        places(layout), columns,
    )  # fmt: skip


def _screen(layout: Layout) -> Form:
    """Scale the map to the rows and columns of the page."""
    old, new = layout.frame, layout.screen.frame
    scale = new.row / old.row
    x0, x1 = ([c[name] for name in COLUMNS] for c in (layout.columns, layout.screen.columns))

    def down(y: float) -> float:
        return round((y - old.top) * scale + new.top, 2)

    scaled = layout.model_copy(
        update={
            "frame": new,
            "columns": layout.screen.columns,
            "nodes": tuple(_beside(n, down(n.y)) for n in layout.nodes),
            "captions": tuple(
                c.model_copy(update={"x": float(np.interp(c.x, x0, x1)), "y": down(c.y)})
                for c in layout.captions
            ),
            "targets": tuple(
                t.model_copy(update={"label": t.short or t.label}) for t in layout.targets
            ),
        }
    )
    return replace(_sheet(scaled), live=True)


def _beside(node: Node, y: float) -> Node:
    """Place a bar of the page, and its label where there is room for it."""
    if node.near == "nowhere":
        return node.model_copy(update={"y": y, "label": ""})
    return node.model_copy(update={"y": y, "at": node.near or node.at})


def _upright(layout: Layout) -> Form:
    """Give each bar a row of its own, from the roots down; strands to organs end in stubs."""
    up, screen = layout.upright, layout.screen.frame
    order = sorted(layout.nodes, key=lambda n: (COLUMNS.index(n.column), n.y))
    row = {node.id: i for i, node in enumerate(order)}
    frame = screen.model_copy(
        update={
            "width": up.width,
            "height": up.row * (len(order) + 0.5),
            "row": up.row,
            "per_fibre": up.per_fibre,
        }
    )
    top = min(n.y for n in layout.nodes)
    where = [
        Place(
            n.id,
            COLUMNS.index(n.column),
            up.row * (row[n.id] + 0.5),
            up.left + (n.y - top) * up.across,
        )
        for n in layout.nodes
    ]
    where += [
        Place(t.id, len(COLUMNS) - 1, 0, up.left + (p.y - top) * up.across)
        for t, p in zip(layout.targets, places(layout)[len(layout.nodes) :], strict=True)
    ]
    nodes = tuple(n.model_copy(update={"label": n.short or n.label or n.id}) for n in layout.nodes)
    return Form(
        frame, nodes, layout.targets, (), layout.sheaths, tuple(where), {},
        live=True, turned=True, names=up.names,
    )  # fmt: skip


@cache
def the_form(name: FormName) -> Form:
    """Return a form of the map that comes with the package."""
    make = {"sheet": _sheet, "screen": _screen, "upright": _upright}
    return make[name](the_layout())
