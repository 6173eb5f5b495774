"""What a row of a table has in each column, whether marks, places or only the order of the words tell it."""

import re
from collections.abc import Iterable

from lumbosacral.findings.tables.columns import Column, meaning, plain_word
from lumbosacral.findings.tables.labels import without_supply
from lumbosacral.findings.tables.layout import LABELS, Heading, parted

__all__ = ["cells_of", "is_gone", "is_result"]

Part = tuple[str, int, int]
_FIGURE = re.compile(r"-?\d+(?:[.,]\d+)?\*?")
_LIMIT = re.compile(r"\(?[<>\u2264\u2265]\s?=?\s?\d[\d.,]*\)?")
_LIMITED = re.compile(
    r"(?P<own>\d+(?:\.\d+)?)(?P<gap>\*?\s*[|\t,]?\s*)"
    r"(?P<limit>\(?[<>\u2264\u2265]\s?=?\s?(?P<number>\d+(?:\.\d+)?)\)?)"
)
"""A figure and the limit of normal that stands behind it."""
_PLUS = re.compile(r"[+-]?\d?\+{0,4}(?:/4)?|\d+ ?%")
_GONE = frozenset({"nr", "absent", "no response", "none", "no resp", "not obtained", "abs", "n/r"})
_UNFIGURED = LABELS | {"text", "segment", "limit", "absent"}


def is_gone(cell: str) -> bool:
    """Whether a cell says that there was no response."""
    return plain_word(cell) in _GONE


def is_result(cell: str, *, needle: bool) -> bool:
    """Whether a cell is a figure or a word for a result."""
    if needle:
        known = meaning(cell, "words", "sizes", "recruitment")
        return bool(known) or _PLUS.fullmatch(cell) is not None
    return _FIGURE.fullmatch(cell) is not None or is_gone(cell)


def cells_of(line: str, heading: Heading) -> dict[str, str]:
    """What a row has in each column, the first of each name; limits of normal beside their figure."""
    cells = _cells(_LIMITED.sub(_without_limit, line), heading)
    own = {found["own"]: found["number"] for found in _LIMITED.finditer(line)}
    return cells | {f"{name} limit": own[said] for name, said in cells.items() if said in own}


def _without_limit(found: re.Match[str]) -> str:
    return f"{found['own']}{found['gap']}{' ' * len(found['limit'])}"


def _cells(line: str, heading: Heading) -> dict[str, str]:
    """What a row without limits of normal has in each column."""
    columns = heading.columns
    if heading.mark:
        return _named(zip(columns, parted(line, heading.mark), strict=False))
    line = _LIMIT.sub(lambda found: " " * len(found[0]), line)
    parts = [(m.group(), m.start(), m.end()) for m in re.finditer(r"\S+(?: \S+)*", line)]
    if len(parts) == len(columns):
        return _named(zip(columns, (said for said, _, _ in parts), strict=True))
    placed = _by_place(parts, columns)
    if heading.needle:
        words = _needle_words(line, columns)
        return words if len(words) > len(placed) else placed
    return _figures(line, columns, parts) or placed


def _named(pairs: Iterable[tuple[Column, str]]) -> dict[str, str]:
    """Cells by column, the first of each; words that a column holds besides stand among the remarks."""
    found: dict[str, str] = {}
    more: list[str] = []
    for column, said in pairs:
        if not said or _LIMIT.fullmatch(said):
            continue
        beside = column.name in found or column.name == "unused"
        if not beside and column.name != "text":
            found[column.name] = said
        elif re.search(r"[^\W\d]{2}", said) and not (is_gone(said) or is_result(said, needle=True)):
            more.append(said)
    return found | ({"text": ", ".join(more)} if more else {})


def _needle_words(line: str, columns: tuple[Column, ...]) -> dict[str, str]:
    """Words of a needle row that end it and are results, in their order; nothing where there are none."""
    results = [column for column in columns if column.name not in LABELS | {"text"}]
    words, count = line.split(), 0
    while count < min(len(results), len(words) - 1) and is_result(words[-count - 1], needle=True):
        count += 1
    if not count:
        return {}
    names = {column.name for column in columns}
    label = without_supply(words[:-count], nerve="nerve" in names)
    return {"muscle": label} | _named(zip(results, words[-count:], strict=False))


def _figures(line: str, columns: tuple[Column, ...], parts: list[Part]) -> dict[str, str]:
    """Figures of a row in their order, where single spaces part them; nothing where places tell."""
    if len(parts) > 1 and not any(sum(map(_is_figure, said.split())) > 1 for said, _, _ in parts):
        return {}
    words = line.split()
    first = next((i for i, word in enumerate(words) if _is_figure(word)), len(words))
    results = [column for column in columns if column.name not in _UNFIGURED]
    label = next((c.name for c in columns if c.name in LABELS), "site")
    figures = [word for word in words[first:] if _is_figure(word)]
    odd = [
        word for word in words[first:] if not _is_figure(word) and not meaning(word, "place words")
    ]
    told = {label: " ".join(words[:first])} | _named(zip(results, figures, strict=False))
    return told | ({"text": " ".join(odd)} if odd else {})


def _is_figure(word: str) -> bool:
    return is_result(word, needle=False)


def _by_place(parts: list[Part], columns: tuple[Column, ...]) -> dict[str, str]:
    """What stands below each heading, or nearest to it."""
    figured = tuple(column for column in columns if column.name not in _UNFIGURED)
    labels = tuple(column for column in columns if column.name in LABELS)
    pairs = []
    for i, part in enumerate(parts):
        likely = figured if _FIGURE.fullmatch(part[0]) else labels[: i + 1] if not i else columns
        likely = likely or columns
        pairs.append((min(likely, key=lambda column: _apart(column, part)), part[0]))
    return _named(pairs)


def _apart(column: Column, part: Part) -> float:
    """How far a cell stands from a heading: less than nothing where they overlap."""
    _, start, end = part
    overlap = min(column.end, end) - max(column.start, start)
    middle = abs((column.start + column.end) - (start + end)) / 2
    return middle - 1000 if overlap > 0 else middle
