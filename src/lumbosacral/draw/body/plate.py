"""What of a sheet never changes: every element's id, shape and place, for a left and a right leg."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from lumbosacral.draw.body.labels import Label, labels_of
from lumbosacral.draw.body.records import Sheet, the_drawing
from lumbosacral.draw.body.seams import Pair
from lumbosacral.draw.body.shape import lines_path, path
from lumbosacral.draw.body.sheet import geometry, mirror_image
from lumbosacral.draw.svg import slug

SHEETS: Final[tuple[str, ...]] = tuple(sheet.sheet for sheet in the_drawing().sheets)
"""Names of the sheets in their order."""


@dataclass(frozen=True)
class Plate:
    """A sheet ready to be filled in; the texts are the `d` of paths.

    `patches` maps id -> (name, d), `between` id -> (pair, d), `labels` id of the patch
    -> place, `reflexes` id -> (name, x, y). `rim` closed by straight lines, and `cut`, are the silhouette;
    `middle` is the x of the midline, 0 where the other half of the body is not drawn.
    """

    sheet: Sheet
    width: int
    height: int
    patches: dict[str, tuple[str, str]]
    between: dict[str, tuple[Pair, str]]
    labels: dict[str, Label]
    reflexes: dict[str, tuple[str, int, int]]
    rim: str
    cut: str
    middle: int
    marks: str
    bones: str


def is_mirrored(sheet: str, side: str) -> bool:
    """Whether a leg of this side ("" is a right one) is the mirror image of the sheet."""
    drawing = the_drawing()
    outline = next(s.outline for s in drawing.sheets if s.sheet == sheet)
    return drawing.outlines[outline].seen != (side or "right")


@cache
def plate(name: str, mirror: bool) -> Plate:
    """Plate of a sheet, made once per process."""
    g = mirror_image(geometry(name)) if mirror else geometry(name)
    view = name.split("-", 1)[1]
    own = f"{g.sheet.kind}-{view}-"
    return Plate(
        sheet=g.sheet,
        width=g.width,
        height=g.height,
        patches={f"{own}{slug(n)}": (n, path(p.rings)) for n, p in g.patches.items()},
        between={
            f"between-{view}-{slug(a)}--{slug(b)}": ((a, b), path(rings))
            for (a, b), rings in g.between.items()
        },
        labels={f"{own}{slug(label.name)}": label for label in labels_of(g)},
        reflexes={f"reflex-{view}-{slug(n)}": (n, *at) for n, at in g.reflexes.items()},
        rim=lines_path(g.rim),
        cut=path(g.cut),
        middle=g.middle,
        marks=lines_path(g.marks),
        bones=lines_path(g.bones),
    )
