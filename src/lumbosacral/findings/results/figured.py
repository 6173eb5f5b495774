"""An answer of several measured figures: each by itself, with the word that judges them all."""

import re
from collections.abc import Iterator

from lumbosacral.findings.language.vocabulary import Vocabulary
from lumbosacral.findings.results.pieces import UNIT, measured

__all__ = ["by_figure", "plain_figures"]

_MEASURED = re.compile(rf"\d\s*(?:{UNIT})(?!\w)", re.I)
_LIMIT = re.compile(
    r"[<>\u2264\u2265]|\b(?:ref|reference|nl|nv|limit|cut-?off|range)\b"
    r"|\bnormal(?: values?| limits?| mean)?(?: is| are| of| being)?\s*[:=,]?\s*\d",
    re.I,
)
_NORMAL_RANGE = re.compile(
    r"\(?\b(?:normal(?: values?| range| limit)?|nl|n|nv|ref(?:erence)?(?: range| value)?|lln|uln|cut-?off)\b\s*"
    rf"(?:is|are|:|=|,|limit)?\s*[<>\u2264\u2265]\s*=?\s*\d+(?:\.\d+)?\s*(?:{UNIT})?\s*\)?",
    re.I,
)
_BRACKETED = re.compile(
    rf"(?P<own>\d\s*(?:{UNIT})?)\s*[(\[]\s*"
    r"(?:(?:normal|nl|n|nv|ref|reference|lln|uln|(?:upper |lower )?limit|cut-?off)\b"
    r"\.?(?: (?:of|normal|values?|range|limit|mean|is))*\s*[:=,]?\s*)?(?:[<>\u2264\u2265]\s*=?\s*)?"
    rf"\d+(?:\.\d+)?(?:\s*(?:-|\u2013|to)\s*\d+(?:\.\d+)?)?\s*(?:{UNIT})?\s*[)\]]",
    re.I,
)
_HEAD = re.compile(r"^(?P<head>[^\d:(]+?)\s*(?::\s*(?P<after>.+)|\((?P<inside>[^()]+)\))\s*$")
_LAST = re.compile(r"\s*\((?P<word>[^\d()]+)\)\s*$")
_ABOVE = re.compile(r"\b(?:above|proximal to)(?: the)? (?:fib\w*|head of|neck of)|\bAF\b", re.I)
_HIGH = re.compile(
    r"\b(?:above|below|distal to|proximal to)(?: the)? (?:fib\w*|head of|neck of)|\b(?:AF|BF|pop(?:liteal)?|knee)\b"
    r"|\bpopliteal fossa\b|\bfib(?:ular?)? (?:head|neck)\b|\bP[23]\b",
    re.I,
)
_PLACE = re.compile(rf"{_HIGH.pattern}|\b(?:ankle|foot|malleolus)\b", re.I)
_IN_MS = re.compile(r"\d\s*(?:ms|msec|milliseconds?)(?!\w)", re.I)
_FIGURE = re.compile(r"\d+(?:\.\d+)?")
_OF_ALL = re.compile(
    r"(?:,\s*|\band )(?:both|all)(?: (?:are|were|being))?(?= (?:ab)?normal\b| within normal\b| wnl\b)",
    re.I,
)
_DIFFERS = r"(?:difference|delay|asymmetry|longer|slower|later|prolonged)\b"
_DIFFERENCE = re.compile(
    rf"\s*[(,;]\s*(?:a )?(?:(?:[a-z-]+ )*{_DIFFERS}[^()\d]{{0,12}}\d+(?:\.\d+)?\s*(?:{UNIT})"
    rf"|\d+(?:\.\d+)?\s*(?:{UNIT}) (?:[a-z-]+ )*{_DIFFERS})\s*(?:\)|$)",
    re.I,
)


def plain_figures(text: str) -> str:
    """Words without "both", where that is of figures and not of sides, and without what two figures differ by.

    So "12 mV, 45 m/s, both normal", and "35 ms right, 30 ms left (5 ms delay)".
    """
    if len(_MEASURED.findall(text)) < 2:
        return text
    without = _DIFFERENCE.sub("", text)
    return _OF_ALL.sub(",", without if _MEASURED.search(without) else text)


def by_figure(text: str, known: Vocabulary) -> Iterator[str]:
    """Pieces with one measured figure each, where there are several; limits of normal are none.

    A word that judges them all ("4.5 ms, 12 mV, normal") goes with each; one that names its own quantity
    ("12 mV, 45 m/s, latency prolonged") stands for itself.
    """
    text = text.replace("\u00b5", "u").replace("\u03bc", "u")
    text = _BRACKETED.sub(r"\g<own>", text)
    text = _NORMAL_RANGE.sub("", text).strip() or text
    text, whole = _headed(_LAST.sub(r", \g<word>", text), known)
    pieces = re.split(r"\s*[,;]\s*|\s+(?:and|with)\s+", text)
    figures = [p for p in pieces if _is_figure(p, known) and not _LIMIT.search(p)]
    if len(figures) < 2 or measured(pieces):
        # "0.5 mV and 8 mV" are of two nerves
        yield f"{whole}: {text}" if whole else text
        return
    said = [(p, _judged(p, known)) for p in pieces if not _FIGURE.search(p)]
    whole = whole or next((p for p, how in said if how == "whole"), "")
    for piece in _at_sites(figures):
        yield piece if _judged(_FIGURE.sub(" ", piece), known) else f"{piece} {whole}".strip()
    yield from (p for p, how in said if how == "own")


def _at_sites(figures: list[str]) -> Iterator[str]:
    """Figures with the place that was stimulated, said once for several; a latency from high up has no limit."""
    above, high = "", False
    for piece in figures:
        place = _PLACE.search(piece)
        if place:
            above = "above fibular head" if _ABOVE.search(piece) else ""
            high = _HIGH.search(piece) is not None
        if high and _IN_MS.search(piece):
            continue
        yield f"{piece} {above}" if above and not place else piece


def _is_figure(text: str, known: Vocabulary) -> bool:
    """Whether words have a figure with its unit, or with the name of what was measured."""
    row = known.prepare(text) if _FIGURE.search(text) else []
    named = any(known.match(row, i, ("quantity",)) for i in range(len(row)))
    return named or _MEASURED.search(text) is not None


def _headed(text: str, known: Vocabulary) -> tuple[str, str]:
    """Figures without the judgement that stands before them all, and that: "normal (12 mV, 4.5 ms)"."""
    found = _HEAD.match(text)
    if found is None or _judged(found["head"], known) != "whole":
        return text, ""
    return found["after"] or found["inside"], found["head"]


def _judged(text: str, known: Vocabulary) -> str:
    """Whether words judge all that was measured ("whole"), something that they name ("own"), or nothing."""
    row, names, i = known.prepare(text), set[str](), 0
    while i < len(row):
        found = known.match(row, i, ("value ncs", "quantity", "unit", "remark", "degree"), "ncs")
        if found is None and row[i].norm not in UNIT.split("|"):
            return ""
        if found is not None and found.kind == "value ncs":
            names.add(found.name)
        i += found.length if found else 1
    of_one = any(known.match(row, i, ("quantity",)) for i in range(len(row)))
    if not names:
        return ""
    return "whole" if len(names) == 1 and names <= {"normal", "abnormal"} and not of_one else "own"
