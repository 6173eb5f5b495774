"""Lists of things: what is said once for all of them, and what is taken out."""

from itertools import pairwise

from lumbosacral.findings.phrase import Part
from lumbosacral.findings.vocabulary import Vocabulary

__all__ = ["excepted", "spread"]

TOLD = frozenset({"history", "pain", "imaging", "laboratory", "autonomic"})
"""Tests that are told or looked up; a list of them shares no words but a negation."""


def spread(parts: list[Part], test: str, known: Vocabulary, *, back: bool) -> list[Part]:
    """Give list members the negation and the words of value that were said once for all of them."""
    named = [i for i, part in enumerate(parts) if part.named]
    for i, part in enumerate(parts):
        if part.named or not part.said or part.turn:
            continue
        near = [k for k in named if k < i] or named
        for k in near:
            parts[k].said += part.said
            parts[k].row = parts[k].row + part.said
        part.row, part.said = part.row if part.unread else [], []
    for first, second in pairwise(named):
        if parts[second].said or parts[second].turn:
            continue
        carried = parts[first].said
        joined = parts[second].before in {"or", "nor", "and", "/", "&"} or _listed_to_or(
            parts, second
        )
        negated = any(known.match([t], 0, ("not",)) for t in carried)
        if carried and (joined or not negated) and (negated or test not in TOLD):
            parts[second].said = list(carried)
            parts[second].row = parts[second].row + carried
    for first, second in zip(reversed(named[:-1]), reversed(named[1:]), strict=True):
        carried = parts[second].said
        if (
            back
            and not parts[first].said
            and carried
            and not any(known.match([t], 0, ("not",)) for t in carried)
        ):
            parts[first].said = list(carried)
            parts[first].row = parts[first].row + carried
    return parts


def _listed_to_or(parts: list[Part], i: int) -> bool:
    """Whether a comma hands on a negation: only where the list ends in "or"."""
    return parts[i].before == "," and any(part.before in {"or", "nor"} for part in parts[i + 1 :])


def excepted(later: list[Part]) -> list[tuple[str, str]]:
    """Names in the parts that begin with "except" or "sparing"."""
    return [target for part in later if part.turn for target in part.targets]
