"""Grades of strength as letters or words: "G", "F+", "poor minus"."""

import re

__all__ = ["plain_letters"]

_GRADES = {"n": "5", "g": "4", "f": "3", "p": "2", "t": "1", "z": "0"}
_SIGNS = {"plus": "+", "minus": "-"}
_NAMES = r"(?:normal|good|fair|poor|trace|zero)"
_LETTER = (
    r"(?:(?P<side>(?:right|left|both|bilaterally)):? )?(?:grade[d]? |MMT )?\(?(?P<letter>[NGFPTZ])(?P<sign>[+-]?)\)?"
    rf"(?: ?\({_NAMES}[^()]*\))?(?: grade)?(?: (?:on|by|in) (?:MMT|manual muscle test(?:ing)?))?"
)
_ONE = re.compile(_LETTER)
_BETWEEN = re.compile(r", |; | and ")
_LAST = re.compile(r"(?<=\w )(?P<letter>[GFPT])(?P<sign>[+-])(?=$|[,;)])")
_WORD = re.compile(
    r"\b(?P<letter>good|fair|poor|trace)(?: (?P<word>plus|minus)\b|(?P<sign>[+-])(?!\w))", re.I
)


def plain_letters(of: str, said: str) -> tuple[str, str]:
    """Words and answer of strength with letters written as figures: "hip abduction: F+" as "3+"."""
    members = _BETWEEN.split(said)
    if all(_ONE.fullmatch(member) for member in members):
        said = ", ".join(_ONE.sub(_figure, member) for member in members)
    of = _LAST.sub(_figure, of)
    return _WORD.sub(_figure, of), _WORD.sub(_figure, said)


def _figure(found: re.Match[str]) -> str:
    told = found.groupdict()
    sign = told["sign"] or _SIGNS.get((told.get("word") or "").lower(), "")
    side = f"{told['side']} " if told.get("side") else ""
    return f"{side}{_GRADES[told['letter'][0].lower()]}{sign}"
