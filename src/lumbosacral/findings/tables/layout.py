"""How a table stands in a text: its heading, the lines that only draw it, and what parts its cells."""

import re
from dataclasses import dataclass, replace

from lumbosacral.findings.tables.columns import UNITS, Column, columns_in, plain_word

__all__ = ["LABELS", "Heading", "heading_of", "is_rule", "parted"]

LABELS = frozenset({"site", "nerve", "record", "side", "muscle", "root"})
"""Columns that say what was studied."""
_MEASURED = frozenset({"latency", "peak", "amplitude", "velocity", "f latency", "h latency"})
_SPONTANEOUS = frozenset({"fibs", "waves", "insertional"})
_KINDS = (
    (("needle columns", "columns"), _SPONTANEOUS, 3, True),
    (("columns",), _MEASURED, 2, False),
)
_COMMAS = 3


@dataclass(frozen=True)
class Heading:
    """The heading of a table.

    Attributes
    ----------
    columns : tuple of Column
        From left to right.
    needle : bool
        Whether the table is of a needle study.
    mark : str
        What parts the cells; empty where only spaces do.
    unknown : tuple of str
        Words that name no column.
    """

    columns: tuple[Column, ...]
    needle: bool
    mark: str
    unknown: tuple[str, ...]

    def under(self, above: "Heading") -> "Heading":
        """Return the heading with what the line above names and this one does not name more closely."""
        if self.mark or above.mark:
            return self
        ends = [column.start for column in above.columns[1:]] + [self.columns[-1].end + 1]
        own = [column.start + NEAR for column in self.columns]
        more = tuple(
            column
            for column, end in zip(above.columns, ends, strict=True)
            if not any(column.start <= start < end for start in own)
        )
        columns = tuple(sorted((*more, *self.columns), key=lambda column: column.start))
        return replace(self, columns=columns, unknown=above.unknown + self.unknown)


NEAR = 3
"""A column may begin so many letters before the heading of its group."""


def heading_of(line: str) -> Heading | None:
    """Heading of a table that a line is; None where it is another line."""
    if re.search(r"[.?!;]\s*$", line):
        return None
    mark = _mark_of(line)
    for sections, needed, fewest, needle in _KINDS:
        columns, unknown = _columns(line, mark, sections)
        names = {column.name for column in columns}
        if names & needed and len(columns) >= fewest and len(unknown) * 3 <= len(columns):
            return Heading(tuple(columns), needle, mark, tuple(unknown))
    return None


def _mark_of(line: str) -> str:
    """What parts the cells of a line."""
    for mark, fewest in (("\t", 1), ("|", 1), (",", _COMMAS)):
        if line.count(mark) >= fewest:
            return mark
    return ""


def _columns(line: str, mark: str, sections: tuple[str, ...]) -> tuple[list[Column], list[str]]:
    if not mark:
        return columns_in(line, *sections)
    columns: list[Column] = []
    unknown: list[str] = []
    for cell in parted(line, mark):
        found, more = columns_in(cell, *sections)
        first = found[0] if found and not more else Column("unused", 0, 0)
        unknown += [cell] if cell and not (found and not more) else []
        columns.append(first)
    return columns, unknown


def parted(line: str, mark: str) -> list[str]:
    """Cells between marks, without the edges of a table that is drawn with bars."""
    line = re.sub(r"^\s*\||\|\s*$", "", line) if mark == "|" else line
    return [cell.strip() for cell in line.split(mark)]


def is_rule(line: str) -> bool:
    """Whether a line only draws the table, or repeats the units of its columns."""
    words = re.findall(r"[^\s|]+", line)
    return bool(words) and all(
        re.fullmatch(r"[-=_+:*]{2,}", word) or plain_word(word) in UNITS for word in words
    )
