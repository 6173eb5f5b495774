"""Labels of rows: side, nerve, muscle and place, as machines abbreviate them."""

import re
from typing import Literal

from lumbosacral.findings.tables.columns import meaning

__all__ = ["names_nerve", "parts_of_title", "place_of", "sided", "without_supply", "words_apart"]

_SIDE = re.compile(r"^(?P<side>left|right|lt|rt|l|r)\b\.?[\s:,-]*", re.I)
_SIDE_LAST = re.compile(r"[\s,(-]+(?P<side>left|right|lt|rt|l|r)\)?\.?$", re.I)


def sided(label: str) -> tuple[Literal["left", "right", ""], str]:
    """Side that a label begins or ends with, and the rest of it."""
    label = label.strip()
    for pattern in (_SIDE, _SIDE_LAST):
        found = pattern.search(label)
        if found is not None:
            rest = label[: found.start()] + label[found.end() :]
            return "left" if found["side"].lower().startswith("l") else "right", rest.strip()
    return "", label


def words_apart(label: str) -> str:
    """Write "AntTibialis" as "Ant Tibialis" and "Fib." without its full stop."""
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", label)
    return re.sub(r"(?<=[A-Za-z])\.(?=\s|$)", "", apart).strip(" -:")


def without_supply(words: list[str], *, nerve: bool) -> str:
    """Name of a muscle without the roots and, where a column has it, the nerve behind it."""
    while len(words) > 1 and _ROOTS.fullmatch(words[-1]):
        words = words[:-1]
    first = next((i for i, word in enumerate(words[1:], 1) if meaning(word, "supply")), len(words))
    return " ".join(words[:first] if nerve else words)


_ROOTS = re.compile(r"[LST]\d(?:[-/,][LST]?\d)*,?|[,-]", re.I)


def place_of(label: str) -> str:
    """Place of stimulation that a label is; nothing where it is none."""
    return meaning(label, "places")


def names_nerve(label: str) -> bool:
    """Whether a label names a nerve, or a reflex of one."""
    words = re.findall(r"[a-z]+", words_apart(label).lower())
    return any(meaning(word, "nerves") for word in words) or bool(
        re.search(r"\bh[ -]?(?:reflex|wave)\b", label, re.I)
    )


def parts_of_title(label: str) -> tuple[str, str]:
    """Nerve and where it was recorded: "Fibular Motor (Ext Dig Brev)", "PERONEAL - EDB"."""
    inside = re.findall(r"\(([^()]*)\)", label)
    outside = re.sub(r"\([^()]*\)", " ", label)
    nerve, *record = re.split(r"\s-\s?|\s?-\s|\bto\b|/", outside, maxsplit=1)
    nerve = _MANNER.sub("", nerve)
    return words_apart(nerve), words_apart(" ".join(record or inside[-1:]))


_MANNER = re.compile(r"\b(?:anti|ortho)(?:dromic)?\b", re.I)
