"""The drawing as data: outlines and shapes of each sheet, typed when they are read."""

from functools import cache
from pathlib import Path
from typing import Annotated, Final, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from lumbosacral.errors import AtlasError

FOLDER: Final = Path(__file__).parent
FILES: Final = ("outlines.yaml", "muscles.yaml", "deep.yaml", "foot.yaml", "skin.yaml", "inks.yaml")
Number = Annotated[float, Field(allow_inf_nan=False)]
Points = tuple[tuple[Number, Number], ...]
Spans = tuple[tuple[Number, Number, Number], ...]


class _Record(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Edges(_Record):
    """Edges of a limb as points (x, y) in cm, and the points of its tip from first to second."""

    first: Points
    second: Points
    tip: Points = ()
    top: Points = ()


class Line(_Record):
    """A landmark: a line, or a ring, through points (x, y) in cm."""

    free: Points
    ring: bool = False


class Outline(_Record):
    """What a view is drawn on: a limb, and other parts as rings of points (x, y) in cm."""

    seen: Literal["left", "right"]
    frame: tuple[Number, Number, Number, Number]
    scale: Number = 1
    limb: Edges
    parts: dict[str, Points] = {}
    ghost: bool = False
    marks: tuple[Line, ...] = ()


class Shape(_Record):
    """One painted shape: a strap of spans (y, u, u), a ring of (u, y), one of (x, y), or a part."""

    name: str
    strip: Spans = ()
    ring: Points = ()
    free: Points = ()
    part: str = ""


class Sheet(_Record):
    """One view: its outline, and what is painted on it from bottom to top."""

    sheet: str
    caption: str
    kind: Literal["muscle", "skin"]
    outline: str
    shapes: tuple[Shape, ...]
    marks: tuple[Line, ...] = ()
    bones: tuple[Line, ...] = ()
    reflexes: dict[str, tuple[Number, Number]] = {}


class Ink(_Record):
    """How a nerve looks on the nerve map."""

    colour: Annotated[str, Field(pattern="^#[0-9a-f]{6}$")]
    short: str


class Drawing(_Record):
    """All of it."""

    outlines: dict[str, Outline]
    sheets: tuple[Sheet, ...]
    nerves: dict[str, Ink]


def _read() -> dict[str, object]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    trees = [yaml.load((FOLDER / name).read_text("utf-8"), loader) for name in FILES]
    sheets = [sheet for tree in trees for sheet in tree.get("sheets", ())]
    found: dict[str, object] = {"sheets": sheets}
    for tree in trees:
        found |= {key: value for key, value in tree.items() if key != "sheets"}
    return found


@cache
def the_drawing() -> Drawing:
    """Return the drawing that comes with the package, read once per process.

    Raises
    ------
    AtlasError
        If a file does not fit its grammar.
    """
    try:
        return Drawing.model_validate(_read())
    except (yaml.YAMLError, ValidationError) as error:
        raise AtlasError(str(error), file=FOLDER.name, mend="mend the drawing") from error
