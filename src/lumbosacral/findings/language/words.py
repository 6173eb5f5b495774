"""From raw text to tokens: cleaning, spelling, plurals."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

__all__ = ["SEPARATORS", "Token", "clean", "tokens"]

SEPARATORS = frozenset({",", ";", "/", "&", "and", "or", "nor", "with", "plus", "but", ":"})
"""Tokens that part one thing from the next."""

_TRANSLATE = str.maketrans(
    {
        "\u2010": "-",
        "\u2011": "-",
        "\u2012": "-",
        "\u2013": "-",
        "\u2014": "-",
        "\u2212": "-",
        "\u2018": "'",
        "\u2019": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u00b5": "u",
        "\u03bc": "u",
        "\u00e9": "e",
        "\u00e8": "e",
    }
)

_TOKEN = re.compile(
    r"""(?P<roots>(?<![a-z0-9])[clts]-?\d{1,2}(?:(?:\s?[-/]\s?|\s(?:to|through|thru)\s)[clts]?\d{1,2})+(?![0-9a-z]))
      | (?P<root>(?<![a-z0-9])(?:[clts]-|[cdlts]v)\d{1,2}(?![0-9a-z]))
      | (?P<myalgia>(?:muscles?\s(?:pains?|aches?|soreness|discomfort)|(?:sore|achy|aching)\smuscles?)(?![a-z]))
      | (?P<sign>(?<=[a-z])/d?l|m/s|b/l|\+/-|s/p|p/f|l/r)(?![a-z0-9])
      | (?P<number>(?:(?<![\w)])[+-])?\d+(?:\.\d+)?[+-]{0,4}(?:\s?/\s?\d+(?:\.\d+)?)?
          (?:[+-](?!\d))?%?(?![a-z0-9])|\d+(?=kg\b|lbs?\b|cm\b|cc\b))
      | (?P<plus>\++|(?<!\S)-(?!\S)(?=\s*(?:$|[,;)/+\d]|(?:left|right|l|r|both|bilat\w*)\b)))
      | (?P<word>[^\W_]+(?:'[a-z]+)?)
      | (?P<mark>[,;/&:()])""",
    re.VERBOSE,
)
_IRREGULAR = {
    "feet": "foot",
    "calves": "calf",
    "reflexes": "reflex",
    "aids": "aids",
    "responses": "response",
}


@dataclass(frozen=True, slots=True)
class Token:
    """One word: how it is looked up, and where it stood in the text."""

    norm: str
    start: int
    end: int


@lru_cache(maxsize=4096)
def clean(text: str) -> str:
    """Take out control characters (escape sequences lose their teeth) and fold white space."""
    kept = "".join(" " if c in "\t\r\n" else c for c in text if _printable(c))
    return " ".join(kept.split())


def _printable(char: str) -> bool:
    return char in "\t\r\n" or unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Co", "Cn"}


@lru_cache(maxsize=8192)
def singular(word: str) -> str:
    """Fold a plural and a possessive away, but keep "can't"; both sides of every comparison go through it."""
    if word.endswith("n't"):
        return word
    word = word.split("'", 1)[0] if len(word.split("'", 1)[0]) > 1 else word
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def tokens(text: str) -> list[Token]:
    """Split cleaned text into tokens.

    Capitals are folded character by character so that positions stay those of `text`.
    """
    return list(_tokens(text))


@lru_cache(maxsize=4096)
def _tokens(text: str) -> tuple[Token, ...]:
    folded = "".join(c.lower() if len(c.lower()) == 1 else c for c in text).translate(_TRANSLATE)
    found = []
    for match in _TOKEN.finditer(folded):
        norm = match.group()
        if match.lastgroup == "word":
            # "back of the knee" is not the back
            behind = norm == "back" and folded.startswith(" of ", match.end())
            norm = "posterior" if behind else singular(norm).replace("aesth", "esth")
        elif match.lastgroup == "myalgia":
            norm = "myalgia"
        elif match.lastgroup == "roots":
            norm = _span(norm)
        elif match.lastgroup == "root":
            # "LV4" is the vertebra of L4
            norm = norm[0] + norm.lstrip("cdltsv-")
        elif match.lastgroup == "number":
            norm = norm.replace(" ", "")
        found.append(Token(norm, match.start(), match.end()))
    return tuple(found)


def _span(roots: str) -> str:
    """Write "l4/5", "L4 - L5" and "l4-5" alike: "l4-l5"."""
    letter = ""
    parts = []
    folded = re.sub(r"^([clts])-", r"\1", roots)
    for part in re.split(r"\s?[-/]\s?|\s(?:to|through|thru)\s", folded):
        letter = part[0] if part[0].isalpha() else letter
        parts.append(letter + part.lstrip("clts"))
    return "-".join(parts)
