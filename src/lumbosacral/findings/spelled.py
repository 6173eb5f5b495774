"""Grades that are written in letters or Roman figures, as plain figures."""

import re

__all__ = ["plain_grades", "without_landmark"]

_WORDS = {"zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5"}
_ROMAN = {"0": "0", "i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5"}
_NUMBER = "|".join(_WORDS)
_OUT_OF = re.compile(
    rf"\b({_NUMBER}|[0-5][+-]?)\s*(plus|minus)?\s*(?:out of|over|of|/)\s*(?:five|5)\b", re.I
)
_SIGNED = re.compile(r"(?<![\w./])([0-5])\s*(plus|minus)\b", re.I)
_GRADED = re.compile(rf"\b(grade|graded|mrc|power)\s+({_NUMBER})\b", re.I)
_OF_FIVE = re.compile(r"(?<![\w/])(0|i{1,3}|iv|v)\s?([+-]?)\s?/\s?(?:v|5)(?![\w/])", re.I)
_MARKED = re.compile(r"\b(grade|graded|mrc|m)(\s|-)?\s?(i{1,3}|iv|v)([+-]?)(?![\w/])", re.I)
_ALONE = re.compile(r"^\s*(i{1,3}|iv|v)([+-]?)\s*$", re.I)
_SIGNS = {"plus": "+", "minus": "-"}


def plain_grades(text: str) -> str:
    """Write "four out of five", "grade III" and "IV+/V" as "4/5", "grade 3" and "4+/5"."""
    text = _OUT_OF.sub(_of_words, text)
    text = _SIGNED.sub(lambda m: f"{m[1]}{_SIGNS[m[2].lower()]}", text)
    text = _GRADED.sub(lambda m: f"{m[1]} {_WORDS[m[2].lower()]}", text)
    text = _OF_FIVE.sub(lambda m: f"{_ROMAN[m[1].lower()]}{m[2]}/5", text)
    text = _MARKED.sub(lambda m: f"{m[1]} {_ROMAN[m[3].lower()]}{m[4]}", text)
    return _ALONE.sub(lambda m: f"{_ROMAN[m[1].lower()]}{m[2]}", text)


def _of_words(found: re.Match[str]) -> str:
    number = _WORDS.get(found[1].lower(), found[1])
    return f"{number}{_SIGNS.get((found[2] or '').lower(), '')}/5"


_JUST_BY = re.compile(
    r"(?<=\w),?\s+(?:just|immediately|slightly|directly)\s+(?:above|below|over|distal to|proximal to|behind)\s+"
    r"(?:the|his|her)\s+\w+(?:\s+\w+)?$",
    re.I,
)


def without_landmark(text: str) -> str:
    """Leave out what only says more exactly where a place is: "medial thigh, just above the knee"."""
    return _JUST_BY.sub("", text)
