"""The outline of a sheet: from points of limb or body to cm of the frame, or units of the picture."""

import numpy as np

from lumbosacral.draw.body.curve import Floats, Limb, closed, limb, opened
from lumbosacral.draw.body.records import Edges, Line, Outline, Shape
from lumbosacral.draw.body.shape import UNIT, thinned


def _around(edges: Edges) -> Floats:
    """Ring of a limb: down its first edge, round its tip, up its second, over its top."""
    top = [edges.second[0], *edges.top, edges.first[0]]
    tip = [edges.first[-1], *edges.tip, edges.second[-1]]
    sides = [edges.first, tip, edges.second[::-1], top]
    return np.concatenate([opened(side)[:-1] for side in sides])


class Canvas:
    """The outline of a sheet with its limb coordinates, moved and scaled to the frame."""

    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        self.corner = np.array(outline.frame[:2])
        self.limb: Limb = limb(outline.limb.first, outline.limb.second)
        self.body = self.placed(_around(outline.limb))
        self.parts = {n: self.placed(closed(p)) for n, p in outline.parts.items()}

    def placed(self, points: Floats) -> Floats:
        """From cm of the body to cm of the frame."""
        out: Floats = (points - self.corner) * self.outline.scale
        return out

    def grid(self, points: Floats) -> Floats:
        """From cm of the body to whole units of the picture."""
        return np.round(self.placed(points) * UNIT)

    def spot(self, x: float, y: float) -> tuple[int, int]:
        """One place of the body in units of the picture."""
        ((across, down),) = self.grid(np.array([[x, y]])).tolist()
        return int(across), int(down)

    def ring(self, shape: Shape) -> Floats:
        """Ring of a shape in cm of the frame."""
        if shape.part:
            return self.parts[shape.part]
        if shape.free:
            return self.placed(closed(shape.free))
        points = self.limb.strip(shape.strip) if shape.strip else self.limb.ring(shape.ring)
        return self.placed(points)

    def line(self, mark: Line) -> Floats:
        """Landmark in units of the picture."""
        if not mark.ring:
            return thinned(self.grid(opened(mark.free)))
        ring = closed(mark.free)
        return thinned(self.grid(np.concatenate([ring, ring[:1]])))

    @property
    def middle(self) -> int:
        """Where the midline of the body is, in units; 0 where its other half is not drawn."""
        return self.spot(0, 0)[0] if self.outline.ghost else 0

    @property
    def top(self) -> float:
        """Where the limb is cut off straight, in units; above everything where it is not."""
        return -1.0 if self.outline.limb.top else float(np.round(self.body[:, 1].min() * UNIT))
