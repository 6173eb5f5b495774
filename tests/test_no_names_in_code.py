"""Anatomy and medicine are data: no name of the atlas stands in the code that computes with it."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from lumbosacral.atlas.load import load_atlas
from lumbosacral.atlas.records import ROOTS

SOURCE = Path(__file__).parents[1] / "src" / "lumbosacral"
ROOMS = ("wiring", "injury", "examination", "electrodiagnosis", "population", "inference")
MODULES = [
    *(path for room in ROOMS for path in sorted((SOURCE / room).glob("*.py"))),
    SOURCE / "forward.py",
    SOURCE / "lesioned.py",
]
GENERIC = {
    ("listening.py", "motor branch"): "the last piece of every motor line",
    (
        "ways.py",
        "motor branch",
    ): "the last piece of every motor line; its length is the supply's",
    ("variants.py", "ganglion in the canal"): "the one variant with a frequency for each root",
    ("place.py", "no lesion"): "what is named where a condition has no place",
    ("entries.py", "no lesion"): "what is named where a patient has no lesion",
}
"""Words of the atlas that code may say, and why; a word that is no longer said must leave this list."""


@cache
def pattern() -> re.Pattern[str]:
    """Any name of a root, structure, segment, muscle, area, condition, sign or test, as whole words."""
    a = load_atlas()
    tables = (
        a.structures, a.parts, a.segments, a.sites, a.supply, a.areas, a.organs, a.conditions,
        a.reflexes, a.signs, a.autonomic, a.movements, a.tasks, a.gaits, a.variants, a.motor,
        a.sensory, a.late, a.associations, a.symptoms, ROOTS,
    )  # fmt: skip
    names = sorted({name.lower() for table in tables for name in table}, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")


def said(path: Path) -> Iterator[str]:
    """Strings but for docstrings, and identifiers as words."""
    tree = ast.parse(path.read_text("utf-8"))
    told = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.value
        for field in ("id", "attr", "name", "arg"):
            word = getattr(node, field, None)
            if isinstance(word, str):
                yield re.sub(r"_+", " ", word).strip()


def found(path: Path) -> set[str]:
    return {m for words in said(path) for m in pattern().findall(words.lower())}


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_no_name_of_the_atlas_stands_in_the_code(path: Path) -> None:
    allowed = {word for file, word in GENERIC if file == path.name}
    assert found(path) == allowed


def test_roots_are_named_in_one_place() -> None:
    roots = {root.lower() for root in ROOTS}
    holders = [path.name for path in sorted((SOURCE / "atlas").glob("*.py")) if found(path) & roots]
    assert holders == ["records.py"]


@pytest.mark.parametrize(
    ("code", "word"),
    [
        ('x = "L5"', "l5"),
        ("tibialis_anterior = 1", "tibialis anterior"),
        ("def soleus(): ...", "soleus"),
        ('f"{a} sciatic nerve {b}"', "sciatic nerve"),
        ('"""The sciatic nerve."""', None),
        ("nerve = fibre  # the sciatic nerve", None),
    ],
)
def test_what_counts_as_a_name(code: str, word: str | None, tmp_path: Path) -> None:
    file = tmp_path / "code.py"
    file.write_text(code, "utf-8")
    assert found(file) == (set() if word is None else {word})
