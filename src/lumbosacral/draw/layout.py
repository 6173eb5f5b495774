"""The map of the plexus picture: `layout.yaml`, typed and checked against the atlas."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated, Final, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from lumbosacral.atlas.load import Atlas, load_atlas
from lumbosacral.errors import AtlasError

FILE: Final = Path(__file__).parent / "layout.yaml"
Column = Literal["root", "trunk", "plexus", "thigh", "knee", "leg", "foot", "target"]
COLUMNS: Final[tuple[Column, ...]] = (
    "root", "trunk", "plexus", "thigh", "knee", "leg", "foot", "target",
)  # fmt: skip
Size = Annotated[float, Field(gt=0, allow_inf_nan=False)]


class _Record(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Frame(_Record):
    """Sizes in px: the picture, a row, a fibre's width, letters, bars with their straight ends, boxes."""

    width: Size
    height: Size
    top: Size
    row: Size
    per_fibre: Size
    text: Size
    bar: Size
    lead: Size
    box: Size
    high: Size


At = Literal["above", "above left", "above right", "below left", "left"]
Near = At | Literal["nowhere"]


class Node(_Record):
    """A bar that strands run through."""

    id: str
    label: str = ""
    short: str = ""
    column: Column
    y: Size
    at: At = "above"
    near: Near | None = None
    segments: tuple[str, ...]


class Caption(_Record):
    """A name that runs along strands instead of standing at a bar."""

    text: str
    x: Size
    y: Size


class Target(_Record):
    """A row at the right: a muscle box, or a disc for the skin of one nerve."""

    id: str
    label: str
    short: str = ""
    muscles: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    rows: Size = 1
    gap: Annotated[float, Field(ge=0)] = 0


class Upright(_Record):
    """The form for a narrow screen, where strands run down: each bar has a row of its own."""

    width: Size
    row: Size
    left: Size
    across: Size
    per_fibre: Size
    names: Size


class Screen(_Record):
    """The form for a page beside other things: closer rows and columns."""

    frame: Frame
    columns: dict[Column, Size]


class Layout(_Record):
    """The whole map."""

    frame: Frame
    screen: Screen
    upright: Upright
    columns: dict[Column, Size]
    nodes: tuple[Node, ...]
    captions: tuple[Caption, ...]
    late: frozenset[str]
    sheaths: tuple[tuple[str, ...], ...]
    targets: tuple[Target, ...]
    left_out: frozenset[str]


@dataclass(frozen=True)
class Place:
    """Where strands meet: a node, or a target after the last of the nodes.

    `level` counts the columns from the cord.
    """

    name: str
    level: int
    x: float
    y: float


def places(layout: Layout) -> tuple[Place, ...]:
    """Nodes in their order, then targets in theirs."""
    found = [
        Place(n.id, COLUMNS.index(n.column), layout.columns[n.column], n.y) for n in layout.nodes
    ]
    y, row = layout.frame.top, layout.frame.row
    for target in layout.targets:
        y += (target.gap + target.rows / 2) * row
        found.append(Place(target.id, COLUMNS.index("target"), layout.columns["target"], y))
        y += target.rows / 2 * row
    return tuple(found)


def _once(names: Iterable[str], what: str) -> None:
    twice = [name for name, n in Counter(names).items() if n > 1]
    if twice:
        raise AtlasError(f"{what} {twice[0]!r} stands twice", file=FILE.name, mend="keep one")


def _known(names: Iterable[str], known: Iterable[str], what: str) -> None:
    wrong = sorted(set(names) - set(known))
    if wrong:
        raise AtlasError(f"no {what} is called {wrong[0]!r}", file=FILE.name, mend="right the name")


def check(layout: Layout, atlas: Atlas) -> None:
    """Check that names exist, stand once, and that no muscle or area is forgotten.

    Raises
    ------
    AtlasError
        At the first name that does not hold.
    """
    segments = [s for n in layout.nodes for s in n.segments]
    muscles = [m for t in layout.targets for m in t.muscles]
    areas = [a for t in layout.targets for a in t.areas]
    _once([n.id for n in layout.nodes], "node")
    _once([t.id for t in layout.targets], "target")
    _once([*segments, *layout.late], "segment")
    _once([e for t in layout.targets for e in t.ends], "end")
    _once([*muscles, *areas, *layout.left_out], "muscle or area")
    _known([*segments, *layout.late], atlas.segments, "segment")
    _known([e for t in layout.targets for e in t.ends], atlas.segments, "segment")
    _known([*muscles, *areas, *layout.left_out], [*atlas.supply, *atlas.areas], "muscle or area")
    _known([*atlas.supply, *atlas.areas], [*muscles, *areas, *layout.left_out], "row of the map")
    _known([n for s in layout.sheaths for n in s], [n.id for n in layout.nodes], "node")


@cache
def the_layout() -> Layout:
    """Return the map that comes with the package, read once per process.

    Raises
    ------
    AtlasError
        If the file does not fit its grammar or the atlas.
    """
    try:
        layout = Layout.model_validate(yaml.safe_load(FILE.read_text("utf-8")))
    except (yaml.YAMLError, ValidationError) as error:
        raise AtlasError(str(error), file=FILE.name, mend="mend the map") from error
    check(layout, load_atlas())
    return layout
