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
FINDINGS: tuple[tuple[str, ...], ...] = (
    ("reading",),
    ("language",),
    ("cases",),
    ("plain", "tables"),
    ("results",),
    ("parts",),
    ("filing",),
    ("readings", "line"),
    ("doors", "understand"),
    ("__init__",),
)
"""The rooms within `findings`, in the same way."""
WITHIN = {room: place for place, rooms in enumerate(FINDINGS) for room in rooms}
CLOSED = {"findings": {"atlas", "errors"}, "atlas": {"errors"}, "errors": set()}
"""Rooms that know these others and no more."""
MODULES = sorted(SOURCE.rglob("*.py"))


def imported(path: Path, depth: int = 1) -> Iterator[str]:
    """Rooms that a module imports, wherever in it the import stands; `depth` 2 for those within a room."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name}, line {node.lineno}: write the whole name"
            parts = (node.module or "").split(".")
            if parts[0] == "lumbosacral" and len(parts) == depth:
                yield from (name.name for name in node.names)
            elif parts[0] == "lumbosacral" and len(parts) > depth:
                yield parts[depth]
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


@pytest.mark.parametrize("path", sorted((SOURCE / "findings").rglob("*.py")), ids=lambda p: p.stem)
def test_a_room_of_findings_imports_only_what_stands_on_its_left(path: Path) -> None:
    me = path.relative_to(SOURCE / "findings").parts[0].removesuffix(".py")
    others = {room for room in imported(path, 2) if room in WITHIN and room != me}
    assert {room for room in others if WITHIN[room] >= WITHIN[me]} == set()


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
