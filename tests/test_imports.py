"""Rooms stand in a row, and each imports only from those on its left."""

import ast
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "lumbosacral"
ROW: tuple[tuple[str, ...], ...] = (
    ("__version__", "errors"),
    ("atlas",),
    ("wiring", "findings"),
    ("injury", "questions"),
    ("examination",),
    ("electrodiagnosis",),
    ("forward",),
    ("spoken",),
    ("lesioned", "population"),
    ("inference",),
    ("comparison", "lookup", "draw", "schemas"),
    ("api", "claims", "report"),
    ("terminal", "web"),
    ("cli",),
    ("__init__", "__main__"),
)
"""From left to right; rooms of one group do not know each other."""
PLACE = {room: place for place, rooms in enumerate(ROW) for room in rooms}
CLOSED = {"findings": {"atlas", "errors"}, "atlas": {"errors"}, "errors": set()}
"""Rooms that know these others and no more."""
MODULES = sorted(SOURCE.rglob("*.py"))


def imported(path: Path) -> Iterator[str]:
    """Rooms that a module imports, wherever in it the import stands."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name}, line {node.lineno}: write the whole name"
            if node.module == "lumbosacral":
                yield from (name.name for name in node.names)
            elif node.module and node.module.startswith("lumbosacral."):
                yield node.module.split(".")[1]
        elif isinstance(node, ast.Import):
            parts = [name.name.split(".") for name in node.names]
            yield from (p[1] for p in parts if p[0] == "lumbosacral" and len(p) > 1)


def room_of(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def test_every_room_has_a_place() -> None:
    assert {room_of(path) for path in MODULES} <= set(PLACE)


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_a_room_imports_only_what_stands_on_its_left(path: Path) -> None:
    me = room_of(path)
    others = {room for room in imported(path) if room != me}
    assert {room for room in others if PLACE[room] >= PLACE[me]} == set()
    if me in CLOSED:
        assert others <= CLOSED[me]


def test_rooms_of_the_row_know_no_library_of_the_doors() -> None:
    """The command line, the page and the terminal have libraries of their own; the model has numpy and pydantic."""
    doors = {"click", "rich", "fastapi", "uvicorn"}
    left = [p for p in MODULES if PLACE[room_of(p)] < PLACE["api"]]
    names = chain.from_iterable(
        [node.module or ""] if isinstance(node, ast.ImportFrom) else [n.name for n in node.names]
        for path in left
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom)
    )
    assert {name.split(".")[0] for name in names} & doors == set()
