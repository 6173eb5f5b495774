"""Answers that leave a value open, or that say it twice."""

import re

from lumbosacral.findings.language.figures import UNITS
from lumbosacral.findings.language.vocabulary import Vocabulary
from lumbosacral.findings.language.words import SEPARATORS, Token

__all__ = ["LOSSES", "carries_nothing", "is_open", "repeats"]


def is_open(row: list[Token], table: str, vocabulary: Vocabulary) -> bool:
    """Whether an answer leaves open which of two values it was: "depressed or absent"."""
    own = (f"value {table}",)
    for k, token in enumerate(row):
        if token.norm != "or" or table not in _GRADED or not 0 < k < len(row) - 1:
            continue
        if any(vocabulary.match(row, i, ("not",)) for i in range(k)):
            return False
        ends = [vocabulary.match(row, i, own) for i in range(k)]
        left = [m.name for i, m in enumerate(ends) if m is not None and i + m.length == k]
        after = k + 1
        while after < len(row) - 1 and vocabulary.match(row, after, ("degree",)):
            after += 1
        right = vocabulary.match(row, after, own)
        if left and right is not None and "abnormal" not in {left[0], right.name}:
            return left[0] != right.name and not (
                table == "ncs" and {left[0], right.name} <= LOSSES
            )
    return False


LOSSES = frozenset({"absent", "reduced", "slow"})
"""Results of a study of a nerve of which each says that it is not sound: "low or absent"."""
_GRADED = frozenset({"reflex", "strength", "ncs", "plantar"})


def repeats(
    row: list[Token], i: int, words: list[str], before: int, vocabulary: Vocabulary
) -> bool:
    """Whether a bare yes only ends what was denied just before it: "never seen"."""
    if not words or before != i or words[-1] not in {"negative", "absent"}:
        return False
    found = vocabulary.match(row[i : i + 1], 0, ("value presence",))
    return found is not None and found.name == "present"


_MARKED = re.compile(r"^[mg][0-5]$")


def carries_nothing(norm: str) -> bool:
    """Tell marks and figures, which are read apart, from words."""
    return (
        norm in SEPARATORS
        or norm in "()"
        or not any(c.isalpha() for c in norm)
        or norm in UNITS
        or bool(_MARKED.match(norm))
    )
