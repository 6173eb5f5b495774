"""Grades of strength as letters or words: "G", "F+", "poor minus", "M2"."""

import re

__all__ = ["plain_letters", "with_others"]

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
_MEDICAL = re.compile(
    r"(?<![\w/.])M ?(?P<grade>[0-5])(?P<sign>[+-]?)(?: ?/ ?M?5)?(?![\w/])",
)
"""Grades of the Medical Research Council: "M2", "M4+"."""
_WORD = re.compile(
    r"\b(?P<letter>good|fair|poor|trace)(?: (?P<word>plus|minus)\b|(?P<sign>[+-])(?!\w))", re.I
)


_OTHERS = re.compile(
    r"^(?P<own>[^,;(]*\b[0-5][+-]?(?:/5)?[^,;(]*?)(?:[,;] | and | with | \()(?:(?:and|but|while|all|the) )*"
    r"(?P<others>(?:others?|rest|remaining|remainder|otherwise)\b[^()]*?"
    r"\b(?:normal|intact|full|strong|preserved|spared|unaffected|5/5|5)(?: strength| power)?)\)?$",
    re.I,
)
"""A grade, and in the same answer that of all other muscles: "2/5, others normal"."""


def with_others(of: str, said: str) -> tuple[str, str]:
    """Put what an answer says of all other muscles behind the words: "hip adductors 2/5, others normal"."""
    found = _OTHERS.match(said)
    return (of, said) if found is None else (f"{of} {found['own']}, {found['others']}", "present")


def plain_letters(of: str, said: str) -> tuple[str, str]:
    """Words and answer of strength with letters written as figures: "hip abduction: F+" as "3+"."""
    members = _BETWEEN.split(said)
    if all(_ONE.fullmatch(member) for member in members):
        said = ", ".join(_ONE.sub(_figure, member) for member in members)
    of = _MEDICAL.sub(r"\g<grade>\g<sign>/5", _LAST.sub(_figure, of))
    said = _MEDICAL.sub(r"\g<grade>\g<sign>/5", said)
    return _WORD.sub(_figure, of), _WORD.sub(_figure, said)


def _figure(found: re.Match[str]) -> str:
    told = found.groupdict()
    sign = told["sign"] or _SIGNS.get((told.get("word") or "").lower(), "")
    side = f"{told['side']} " if told.get("side") else ""
    return f"{side}{_GRADES[told['letter'][0].lower()]}{sign}"
