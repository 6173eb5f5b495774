"""One sheet as geometry: its patches, the soft edges between them, the line around, in units."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np
from numpy.typing import NDArray

from lumbosacral.draw.body.canvas import Canvas
from lumbosacral.draw.body.curve import Floats
from lumbosacral.draw.body.records import Sheet, the_drawing
from lumbosacral.draw.body.seams import Pair, seams
from lumbosacral.draw.body.shape import drawn, loops, pole, without_slivers
from lumbosacral.draw.body.trace import OUTSIDE, Arc, trace

Rings = tuple[Floats, ...]


@dataclass(frozen=True)
class Patch:
    """What is seen of one muscle or area: its rings, and its middle, farthest from the edge."""

    rings: Rings
    middle: tuple[float, float]


@dataclass(frozen=True)
class Geometry:
    """A sheet in picture units.

    `patches`, `between` (soft edges of two areas) and the bare `ground` tile the silhouette. That
    is what `rim`, the line around it, holds when closed, and `cut` where the body is cut straight.
    `middle` is the x of the midline of the body, 0 where the other half is not drawn.
    """

    sheet: Sheet
    width: int
    height: int
    patches: dict[str, Patch]
    between: dict[Pair, Rings]
    ground: Rings
    rim: Rings
    cut: Rings
    middle: int
    marks: Rings
    bones: Rings
    reflexes: dict[str, tuple[int, int]]


def _opened(ring: Floats, cut: NDArray[np.bool_]) -> tuple[Floats, Floats]:
    """Take the cut edges (bool for each, in one run) out of a ring: what is left, and the gap.

    The gap reaches a little into the limb, so that no light falls between the two.
    """
    start = int(np.flatnonzero(cut & ~np.roll(cut, 1))[0])
    turned = np.roll(ring, -start, axis=0)
    count = int(cut.sum())
    line = np.concatenate([turned[count:], turned[:1]])
    inner = np.round(0.45 * (line[0] + line[-1]) + 0.1 * line.mean(axis=0))
    return line, np.concatenate([turned[: count + 1], [inner]])


def _rim(arcs: Sequence[Arc], canvas: Canvas) -> tuple[Rings, Rings]:
    """Lines around the silhouette but for its straight cuts, and the gaps these leave."""
    lines, gaps = [], []
    for ring in loops(arcs, OUTSIDE):
        after = np.roll(ring, -1, axis=0)
        at_middle = np.maximum(ring[:, 0], after[:, 0]) <= canvas.middle
        cut = at_middle | (np.maximum(ring[:, 1], after[:, 1]) <= canvas.top)
        if cut.any():
            line, gap = _opened(ring, cut)
            gaps.append(gap)
        else:
            line = np.concatenate([ring, ring[:1]])
        lines.append(line)
    return tuple(lines), tuple(gaps)


def _painted(sheet: Sheet, canvas: Canvas) -> tuple[list[Arc], list[str], list[Pair]]:
    """Edges of all patches; they are called 1, 2, ... in the order of the names, then the pairs."""
    outline = [canvas.body, *canvas.parts.values()]
    names = list(dict.fromkeys(s.name for s in sheet.shapes if s.name))
    rings = [canvas.ring(s) for s in sheet.shapes]
    numbers = [names.index(s.name) + 1 if s.name else 0 for s in sheet.shapes]
    arcs = trace(outline, rings, numbers)
    if sheet.kind == "muscle":
        return arcs, names, []
    soft = seams(arcs, names, canvas.outline.scale)
    pairs = sorted({pair for pair, _ in soft})
    numbers += [len(names) + 1 + pairs.index(pair) for pair, _ in soft]
    return trace(outline, [*rings, *(ring for _, ring in soft)], numbers), names, pairs


def _patch(rings: Rings) -> Patch:
    return Patch(rings, pole(rings))


@cache
def geometry(name: str) -> Geometry:
    """Geometry of a sheet, worked out once per process."""
    drawing = the_drawing()
    sheet = next(s for s in drawing.sheets if s.sheet == name)
    canvas = Canvas(drawing.outlines[sheet.outline])
    arcs, names, pairs = _painted(sheet, canvas)
    arcs = without_slivers([drawn(arc) for arc in arcs])
    ground, *around = (tuple(loops(arcs, n)) for n in range(len(names) + len(pairs) + 1))
    rim, cut = _rim(arcs, canvas)
    width, height = canvas.spot(*canvas.outline.frame[2:])
    return Geometry(
        sheet=sheet,
        width=width,
        height=height,
        patches={n: _patch(rings) for n, rings in zip(names, around, strict=False) if rings},
        between=dict(zip(pairs, around[len(names) :], strict=True)),
        ground=ground,
        rim=rim,
        cut=cut,
        middle=canvas.middle,
        marks=tuple(canvas.line(m) for m in (*canvas.outline.marks, *sheet.marks)),
        bones=tuple(canvas.line(m) for m in sheet.bones),
        reflexes={n: canvas.spot(*at) for n, at in sheet.reflexes.items()},
    )


def mirror_image(made: Geometry) -> Geometry:
    """The same sheet of the other leg."""

    def turned(rings: Rings) -> Rings:
        return tuple(np.stack([made.width - r[:, 0], r[:, 1]], axis=1) for r in rings)

    patches = {
        name: Patch(turned(p.rings), (made.width - p.middle[0], p.middle[1]))
        for name, p in made.patches.items()
    }
    return replace(
        made,
        patches=patches,
        between={pair: turned(rings) for pair, rings in made.between.items()},
        ground=turned(made.ground),
        rim=turned(made.rim),
        cut=turned(made.cut),
        middle=made.width - made.middle if made.middle else 0,
        marks=turned(made.marks),
        bones=turned(made.bones),
        reflexes={name: (made.width - x, y) for name, (x, y) in made.reflexes.items()},
    )
