"""Sides as people say them, in plain words: "right > left", "both X and Y"."""

import re

from lumbosacral.findings.case import Finding
from lumbosacral.findings.pieces import without_compared
from lumbosacral.findings.vocabulary import Vocabulary
from lumbosacral.findings.words import clean

__all__ = ["plain_sides"]

_SIDE = r"(?:left|right|lt|rt|l|r)"
_COMPARED = re.compile(
    rf"[(,]?\s*\b({_SIDE})(?:[- ]side)?\s*(?:>{{1,3}}|<{{1,3}}|(?:is |was )?(?:slightly |much )?"
    rf"(?:more|greater|worse|less|weaker)(?: \w+)?(?: than)(?: the)?)\s*({_SIDE})\b(?:[- ]side)?\s*\)?",
    re.I,
)
_LISTED = re.compile(
    r"\bboth\s+(?:of\s+)?(?:the\s+|his\s+|her\s+)?(?P<first>[^,;/]+?)\s+and\s+", re.I
)


_BOTH_OF = re.compile(r"^\s*(?:are |were )?both\s+(?=\w)(?!sides?\b|legs\b|feet\b)", re.I)
_ONE_SIDE = re.compile(r"\b(?:left|right)\b", re.I)


def plain_sides(finding: Finding, known: Vocabulary) -> Finding:
    """Write "right > left" as both sides, and take "both" away where it opens a list of two things."""
    value = finding.value
    of, said = without_compared(_plain(finding.of, known)), value
    if isinstance(value, str):
        said = _plain(value, known)
        # "knee and ankle jerk on the right: both absent"
        said = _BOTH_OF.sub("", said) if _ONE_SIDE.search(of) else said
    if of == finding.of and said == value:
        return finding
    return finding.model_copy(update={"of": of, "value": said})


def _plain(text: str, known: Vocabulary) -> str:
    text = _COMPARED.sub(_both, text)
    listed = _LISTED.search(text)
    if listed is None or _of_two(listed["first"], known):
        return text
    return text[: listed.start()] + text[listed.start("first") :]


def _both(found: re.Match[str]) -> str:
    one, other = found[1][0].lower(), found[2][0].lower()
    return f" {found[0]} " if one == other else " bilateral "


def _of_two(said: str, known: Vocabulary) -> bool:
    """Whether words name a side, or the plural of what everybody has two of: "both feet and ankles"."""
    said = clean(said).lower()
    row = known.prepare(said)
    if any(known.match([token], 0, ("side",)) for token in row):
        return True
    last = said.split()[-1] if said else ""
    paired = bool(row) and known.match(row[-1:], 0, ("paired", "pair elsewhere")) is not None
    return paired and (last.endswith("s") or last in _PLURALS)


_PLURALS = frozenset({"feet", "calves"})
