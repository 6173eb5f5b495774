"""A table of studies with a column for each leg: "Sural SNAP (uV)   12   NR"."""

import re
from collections.abc import Sequence

from lumbosacral.findings.cases.case import Finding
from lumbosacral.findings.tables.cells import is_gone
from lumbosacral.findings.tables.labels import names_nerve, words_apart
from lumbosacral.findings.tables.layout import is_rule

__all__ = ["both_legs"]

_SIDE = r"(?:right|left|rt|lt|r|l)"
_HEAD = re.compile(
    rf"^\W*(?:(?:nerves?|study|studies|test|tests|parameter|response|ncs)\b)?[\s|,]*"
    rf"(?P<one>{_SIDE})\b[\s|,]+(?P<two>{_SIDE})\W*$",
    re.I,
)
_UNIT = re.compile(r"[(,]?\s*\b(?P<unit>ms|mV|[u\u00b5\u03bc]V|m/s)\b\s*\)?", re.I)
_RESULT = r"-?\d+(?:\.\d+)?(?: ?(?:ms|mV|[u\u00b5\u03bc]V|m/s))?|NR|[A-Za-z]+(?: response)?"
_ROW = re.compile(
    rf"^\W*(?P<what>.*?[^\s|,])(?:\s*[|,\t]\s*|\s{{2,}}|\s(?=\S+\s+\S+\s*$))(?P<one>{_RESULT})"
    rf"(?:\s*[|,\t]\s*|\s+)(?P<two>{_RESULT})\W*$"
)


def both_legs(lines: Sequence[str]) -> tuple[list[Finding], int]:
    """Findings of a table that begins with the first line, and how many lines it has; none where none begins."""
    head = _HEAD.match(lines[0])
    sides = [_side(head["one"]), _side(head["two"])] if head else []
    if len(set(sides)) < len(sides) or not sides:
        return [], 0
    told: list[Finding] = []
    taken = 0
    for number, line in enumerate(lines[1:], 2):
        if is_rule(line):
            continue
        row = _ROW.match(line)
        if row is None or not names_nerve(row["what"]):
            break
        told += [
            _finding(row["what"], row[which], side)
            for which, side in zip(("one", "two"), sides, strict=True)
        ]
        taken = number
    return told, taken


def _side(word: str) -> str:
    return "left" if word.lower().startswith("l") else "right"


def _finding(what: str, said: str, side: str) -> Finding:
    unit = _UNIT.search(what)
    value = "absent" if is_gone(said) else said
    if unit is not None and value[-1:].isdigit():
        value = f"{value} {unit['unit']}"
    of = words_apart(_UNIT.sub(" ", what))
    return Finding.model_validate({"test": "ncs", "of": of, "value": value, "side": side})
