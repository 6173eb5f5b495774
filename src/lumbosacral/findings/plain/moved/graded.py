"""Grades of strength, and strength beside other strength, in plain spelling."""

import re
from itertools import pairwise

from lumbosacral.findings.language.vocabulary import Vocabulary

__all__ = [
    "each_graded",
    "plain_compared",
    "plain_grades",
]

_WORDS = {"zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5"}
_ROMAN = {"0": "0", "i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5"}
_NUMBER = "|".join(_WORDS)
_OUT_OF = re.compile(
    rf"\b({_NUMBER}|[0-5][+-]?)\s*(plus|minus)?\s*(?:out of|over|of|/)\s*(?:five|5)\b", re.I
)
_SIGNED = re.compile(r"(?<![\w./])([0-5])\s*(plus|minus)\b", re.I)
_GRADED = re.compile(rf"\b(grade|graded|mrc|power)\s+({_NUMBER})\b", re.I)
_OF_FIVE = re.compile(r"(?<![\w/])(0|i{1,3}|iv|v)\s?([+-]?)\s?/\s?(?:v|5)(?![\w/])", re.I)
_MARKED = re.compile(
    r"(?<!\d )(?<!\d)\b(grade|graded|mrc|m)(\s|-)?\s?(i{1,3}|iv|v)([+-]?)(?![\w/])", re.I
)
_ALIKE = re.compile(r"^\s*([0-4])\s*/\s*\1\s*$")
_ALONE = re.compile(r"^\s*(i{1,3}|iv|v)([+-]?)\s*$", re.I)
_WITH_MOVING = re.compile(
    r"(?P<grade>(?<![\w./])[0-5][+-]?/5)(?: (?:strength|power))? (?:with|on) (?=(?:(?:the|left|right|both|bilateral"
    r"|active|resisted|foot|ankle|knee|hip|toe|great|big|plantar) ?)*(?:dorsi-?|plantar-? ?)?"
    r"(?:flexion|extension|abduction|adduction|inversion|eversion)\b)",
    re.I,
)
"""Grades, each told with its movement: "4/5 with dorsiflexion and 3/5 with eversion"."""
_SIGNS = {"plus": "+", "minus": "-"}


def plain_grades(text: str) -> str:
    """Write "four out of five", "grade III" and "IV+/V" as "4/5", "grade 3" and "4+/5"."""
    text = _OUT_OF.sub(_of_words, _ALIKE.sub(r"\1/5", text))
    if len(_WITH_MOVING.findall(text)) > 1:
        text = _WITH_MOVING.sub(r"\g<grade> ", text)
    text = _SIGNED.sub(lambda m: f"{m[1]}{_SIGNS[m[2].lower()]}", text)
    text = _GRADED.sub(lambda m: f"{m[1]} {_WORDS[m[2].lower()]}", text)
    text = _OF_FIVE.sub(lambda m: f"{_ROMAN[m[1].lower()]}{m[2]}/5", text)
    text = _MARKED.sub(lambda m: f"{m[1]} {_ROMAN[m[3].lower()]}{m[4]}", text)
    return _ALONE.sub(lambda m: f"{_ROMAN[m[1].lower()]}{m[2]}", text)


def _of_words(found: re.Match[str]) -> str:
    number = _WORDS.get(found[1].lower(), found[1])
    return f"{number}{_SIGNS.get((found[2] or '').lower(), '')}/5"


_SIDE_ALONE = r"(?!(?:on )?(?:the )?(?:left|right|other|opposite|contralateral|normal|unaffected|before|usual)\b)"
_WEAKER = re.compile(rf"\b(?:(?:is|are|was|were) )?(?:\w+ly )?weaker than {_SIDE_ALONE}.+$", re.I)
_STRONGER = re.compile(
    rf"^.+? (?:(?:is|are|was|were) )?(?:\w+ly )?stronger than {_SIDE_ALONE}(?:the )?(?P<other>.+)$",
    re.I,
)


_SHARE_OF = re.compile(
    r"^(?:only |about |approximately )?[1-9]\d? ?% of (?:that of |that on )?(?:the )?"
    r"(?:right|left|other|opposite|contralateral|normal|unaffected|healthy)(?: (?:side|leg|one|strength))?$",
    re.I,
)
"""Strength as a share of the other leg's."""
_ONCE = re.compile(
    r"\b(?:[a-z]+(?:ed|ing)? )?(?:later )?from (?:grade |MRC )?[0-5][+-]?(?:/5)? to (?=(?:grade |MRC )?[0-5])",
    re.I,
)


def plain_compared(text: str) -> str:
    """Write "A weaker than B" as "A weak", of the stronger one nothing is said; "from 1/5 to 4/5" as what is now."""
    return _SHARE_OF.sub(
        "weak", _ONCE.sub("", _WEAKER.sub("weak", _STRONGER.sub(r"\g<other> weak", text)))
    )


_GRADE = r"[0-5][+-]?(?:\s?/\s?5[+-]?)?"
_CLAUSE = re.compile(r"([,;:\n]|\.(?!\d))")
_A_GRADE = re.compile(rf"(?<![\w./+-]){_GRADE}(?![\w.%/+-])")
_SEVERAL = 2
_MOVES = ("muscle", "movement", "group")


def each_graded(text: str, known: Vocabulary) -> str:
    """Write "DF 2 EHL 2 inversion 5", in which each muscle has its grade, with commas between them.

    Where the first grade stands before its muscle or its side, so do the others: "5/5 hips 4/5 knees".
    """
    return "".join(
        part if _CLAUSE.fullmatch(part) else _each_of_clause(part, known)
        for part in _CLAUSE.split(text)
    )


def _each_of_clause(text: str, known: Vocabulary) -> str:
    grades = list(_A_GRADE.finditer(text))
    if len(grades) < _SEVERAL:
        return text
    named = _moves(text[: grades[0].start()], known)
    last = _moves(text[grades[-1].end() :], known)
    sided = _is_side(text[grades[-1].end() :], known)
    cuts = []
    for one, other in pairwise(grades):
        between = text[one.end() : other.start()]
        if named and _moves(between, known, first=True):
            cuts.append(one.end())
        elif (last and not named and _moves(between, known)) or (
            named and sided and _is_side(between, known)
        ):
            cuts.append(other.start())
    return ",".join(text[start:end] for start, end in pairwise([0, *cuts, len(text)]))


def _moves(said: str, known: Vocabulary, *, first: bool = False) -> bool:
    """Whether words name a muscle or a movement; with `first`, but for a side before anything else."""
    row = known.prepare(said)
    if first:
        side = known.match(row, 0, ("side",)) if row else None
        start = side.length if side is not None else 0
        return len(row) > start and known.match(row, start, _MOVES) is not None
    return any(known.match(row, i, _MOVES) is not None for i in range(len(row)))


def _is_side(said: str, known: Vocabulary) -> bool:
    """Whether words are a side and nothing else: "5/5 right 2/5 left"."""
    row = known.prepare(said)
    found = known.match(row, 0, ("side",)) if row else None
    return found is not None and found.length == len(row)
