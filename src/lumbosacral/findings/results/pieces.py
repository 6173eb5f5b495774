"""An answer taken apart: by the sides it names, by what it answers "respectively"."""

import re
from collections.abc import Iterator

from lumbosacral.findings.language.figures import UNITS
from lumbosacral.findings.language.vocabulary import Vocabulary
from lumbosacral.findings.language.words import SEPARATORS, Token

__all__ = [
    "UNIT",
    "by_place",
    "by_side",
    "halved",
    "measured",
    "own_findings",
    "respective",
    "with_units",
    "without_compared",
]

_AGAINST = frozenset({"compared", "versus", "vs", "while", "whereas", "against"})
_RESPECTIVELY = re.compile(r",?\s*\b(respectively|resp)\b\.?", re.I)
UNIT = "|".join(sorted(map(re.escape, UNITS), key=len, reverse=True))
_MEASURED = re.compile(rf"\d\s*(?:{UNIT})(?!\w)", re.I)
_LAST_UNIT = re.compile(rf"\d\s*({UNIT})(?!\w)", re.I)
_LAST_FIGURE = re.compile(r"(?<![\w.])(\d+(?:\.\d+)?)(?=\s*[,;]?\s*$)")


_COMPARED = re.compile(
    r"(?:(?<=amplitude) (?:of|on)|(?<=\w) that (?:of|on)|(?<=%) of|"
    r",?\s*\b(?:as )?(?:when )?(?:compared|relative|in comparison|in relation)(?: (?:to|with))?|(?<=\w) than)"
    r"(?: (?:on|in|at|of|to))?(?: (?:the|his|her|that))*(?: of the)? (?:left|right|opposite|other|contralateral|"
    r"unaffected|healthy|normal|uninvolved|asymptomatic)(?: (?:side|leg|limb|foot|one|extremity))?\s*$",
    re.I,
)


def by_side(text: str, known: Vocabulary) -> list[tuple[str, str]]:
    """Pieces of a text, each with the side it names; empty where it names none."""
    text = without_compared(text)
    bracket = _OTHER_SIDE.match(text)
    if bracket is not None:
        side = next(iter(_sides_in(bracket[2], known)), "")
        return [(bracket[1], ""), (bracket[2], side)]
    row = known.prepare(text)
    pieces: list[tuple[str, str]] = []
    start, side, until, last = 0, "", 0, 0
    for i in range(len(row)):
        found = known.match(row, i, ("unit", "side")) if i >= until else None
        if found is None:
            continue
        until = i + found.length
        if found.name not in {"left", "right"}:
            continue
        if side and side != found.name:
            cut = _cut(row, i, start, last)
            pieces.append((text[start:cut], side))
            start = cut
        side, last = found.name, row[until - 1].end
    versus = next((t.start for t in row if t.norm in _VERSUS and t.start > row[0].start), 0)
    if side and not pieces and versus and not _sided(text[:versus], known):
        # "0.5 mV compared with 4.2 mV on the left"
        return [(text[:versus], ""), (text[versus:], side)]
    if pieces and _only_against(text[start:], known):
        return pieces
    return [*pieces, (text[start:], side)]


_OTHER_SIDE = re.compile(r"^([^(]*\d[^(]*?)\s*\(((?:left|right|l|r)\b[^()]*\d[^()]*)\)\s*$", re.I)


_VERSUS = frozenset({"compared", "versus", "vs", "against"})


def _sided(text: str, known: Vocabulary) -> bool:
    return bool(list(_sides_in(text, known))) or not re.search(r"\d", text)


def _sides_in(text: str, known: Vocabulary) -> Iterator[str]:
    found = (known.match([token], 0, ("side",)) for token in known.prepare(text))
    return (match.name for match in found if match is not None)


def without_compared(text: str) -> str:
    """Words without the side that serves for comparison: "reduced relative to the right"."""
    return _COMPARED.sub("", text).strip() or text


def _only_against(text: str, known: Vocabulary) -> bool:
    """Whether a text only names the side that another was compared with."""
    row = known.prepare(text)
    empty = ("side", "remark")
    return row[0].norm in _AGAINST and all(known.match([token], 0, empty) for token in row)


def _cut(row: list[Token], i: int, start: int, last: int) -> int:
    """Where the words of the second side begin: at a separator, else by which of side and value comes first."""
    marks = SEPARATORS | _AGAINST
    after = [t for t in row if t.start >= last and t.norm in marks]
    ends = i + 1 == len(row) or row[i + 1].norm in marks
    if ends and after and after[0].start - last <= 1 and row[0].end != last:
        # "15 uV, 3 ms right; 3 uV, 4 ms left"
        return after[0].start
    for token in reversed(row[:i]):
        if token.start >= start and token.norm in marks:
            return token.start
    first = next(token for token in row if token.start >= start)
    return row[i].start if first.end == last else last


def with_units(pieces: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Give each side the unit that is said once, at the end: "right 2.5, left 9.8 mV"."""
    pieces = [(text.replace("\u00b5", "u").replace("\u03bc", "u"), side) for text, side in pieces]
    unit = _LAST_UNIT.search(pieces[-1][0]) if len(pieces) > 1 else None
    if unit is None or any(_MEASURED.search(text) for text, _ in pieces[:-1]):
        return pieces
    bare = [(_LAST_FIGURE.sub(rf"\1 {unit[1]}", text), side) for text, side in pieces[:-1]]
    return [*bare, pieces[-1]]


def by_place(text: str, known: Vocabulary) -> list[tuple[str, str]]:
    """Proximal or distal, and the rest of the words, where a text says one of them in each member."""
    pieces = re.split(r"\s*[,;]\s*|\s+(?:and|but)\s+", text)
    found = [_without_place(piece, known) for piece in pieces]
    if all(where for where, _ in found):
        return found
    whole = _without_place(text, known)
    return [whole] if whole[0] and sum(bool(where) for where, _ in found) == 1 else []


def _without_place(text: str, known: Vocabulary) -> tuple[str, str]:
    row = known.prepare(text)
    for i, token in enumerate(row):
        found = known.match(row, i, ("limb end",))
        if found is not None:
            last = row[i + found.length - 1]
            rest = f"{text[: token.start]} {text[last.end :]}"
            return found.name, " ".join(rest.split())
    return "", text


def respective(text: str, count: int) -> list[str]:
    """Pieces of "0/5 and 2/5, respectively", one for each of `count` things; else none.

    Grades need no such word where there are as many as things: "3/5 and 2/5", "3/3/4".
    """
    said = _RESPECTIVELY.sub("", text).strip()
    pieces = re.split(r"\s*[,;]\s*(?:and\s+)?|\s+(?:and|vs\.?|versus)\s+", said)
    if len(pieces) == 1 and count > 2:
        pieces = re.split(r"\s*/\s*", said)
    if len(pieces) == 1 and count > 1:
        pieces = said.split()
    figures = measured(pieces)
    told = said != text or bool(figures) or all(map(_ONE_GRADE.match, pieces))
    return figures or pieces if told and len(pieces) == count > 1 else []


def halved(text: str) -> list[str]:
    """Pieces of "2+/1+" for two things with a stroke between them; none of a share, such as "2/4"."""
    pieces = [piece.strip() for piece in text.split("/")]
    marks = len(pieces) == 2 and all(map(_ONE_MARK.match, pieces))
    return pieces if marks and pieces[1] not in {"4", "5"} else []


_ONE_MARK = re.compile(
    r"^(?:[+-]?[0-5][+-]?|\+{1,4}|-|absent|normal|trace|reduced|brisk|present)$", re.I
)


def measured(pieces: list[str]) -> list[str]:
    """Pieces that are figures of one unit, each with it: "0.5 and 8 mV"; else none."""
    found = [_MEASURE.match(piece) for piece in pieces]
    units = {match["unit"] for match in found if match is not None and match["unit"]}
    if len(units) != 1 or not all(found):
        return []
    unit = next(iter(units))
    return [f"{match['figure']} {unit}" for match in found if match is not None]


_MEASURE = re.compile(r"^(?P<figure>\d+(?:\.\d+)?)\s*(?P<unit>mV|[u\u00b5\u03bc]V|ms|m/s)?$", re.I)


_ONE_GRADE = re.compile(r"^[+-]?[0-5][+-]?(?:\s*/\s*[45])?[+-]?$")


def own_findings(text: str) -> list[str]:
    """Members of an answer, the first of which answers and the others may name what they speak of."""
    text = f" {text}" if text.lower().startswith("with ") else text
    return re.split(
        r"\s*[,;]\s*(?:and |but |with )?|\s+(?:except(?: for)?|but|while|whereas|with)\s+", text
    )
