"""What the headings, places and words of a laboratory's tables mean: `columns.txt`."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lumbosacral.findings.language.grammar import sections

__all__ = ["MICROVOLTS", "UNITS", "Column", "columns_in", "meaning", "plain_word"]

MICROVOLTS = frozenset({"uv", "\u00b5v", "\u03bcv"})
UNITS = MICROVOLTS | {"ms", "msec", "mv", "m/s", "m/sec", "cm", "mm", "%"}
"""Units of columns, as `plain_word` writes them."""
_LONGEST = 5


@dataclass(frozen=True)
class Column:
    """A column of a table.

    Attributes
    ----------
    name : str
        What stands in it, as in `columns.txt`.
    start, end : int
        Where its heading stands in the line.
    unit : str
        As written behind it; empty where none is.
    """

    name: str
    start: int
    end: int
    unit: str = ""


@cache
def _names(section: str) -> dict[str, str]:
    """Meaning of every word of a section, by how it is written."""
    text = (Path(__file__).parent / "columns.txt").read_text(encoding="utf-8")
    return {
        plain_word(word): name
        for name, listed, _ in sections(text)[section]
        for word in (name, *listed)
    }


def plain_word(text: str) -> str:
    """Write a heading without capitals, brackets, full stops, doubled arrows and spaces."""
    text = re.sub(r"([\u2191\u2193])\1+", r"\1", text.lower())
    return " ".join(re.sub(r"[().:*]", " ", text).split())


def meaning(text: str, *each: str) -> str:
    """What a heading, place or word means in the first section that knows it; nothing where none does."""
    word = plain_word(text)
    return next((name for section in each if (name := _names(section).get(word, ""))), "")


def columns_in(line: str, *each: str) -> tuple[list[Column], list[str]]:
    """Columns that a line names, from left to right, and its words that name none."""
    words = [(m.group(), m.start(), m.end()) for m in re.finditer(r"\S+", line)]
    found: list[Column] = []
    unknown: list[str] = []
    i = 0
    while i < len(words):
        length, name = _longest([word for word, _, _ in words[i : i + _LONGEST]], each)
        unit = plain_word(words[i][0])
        if length:
            found.append(Column(name, words[i][1], words[i + length - 1][2]))
        elif unit in UNITS and found:
            found[-1] = Column(found[-1].name, found[-1].start, words[i][2], unit)
        elif unit:
            unknown.append(words[i][0])
        i += max(length, 1)
    return found, unknown


def _longest(words: list[str], each: tuple[str, ...]) -> tuple[int, str]:
    """How many of the words, from the first on, name one thing, and what."""
    for length in range(len(words), 0, -1):
        name = meaning(" ".join(words[:length]), *each)
        if name:
            return length, name
    return 0, ""
