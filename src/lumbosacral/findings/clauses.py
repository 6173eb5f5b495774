"""Clauses of a line of text: which kind of test reads each of them best."""

from dataclasses import dataclass
from functools import lru_cache

from lumbosacral.findings.lexing import parts_of
from lumbosacral.findings.phrase import Part
from lumbosacral.findings.values import listen, table_for
from lumbosacral.findings.vocabulary import Vocabulary
from lumbosacral.findings.words import Token

__all__ = ["Clause", "judged", "valued"]

_TESTS = (
    "strength",
    "sensation",
    "reflex",
    "ncs",
    "emg",
    "gait",
    "task",
    "sign",
    "pain",
    "autonomic",
    "history",
    "imaging",
    "laboratory",
)


_OF_MUSCLES = frozenset({"strength", "emg"})
_UNLIKELY = 3
"""Words that a clause with a way of feeling ("vibration lost at the toes") has against being of muscles."""


_HURTS = frozenset({"pain only", "sciatica", "cramp"})
"""Concepts of what hurts: `concepts.txt`."""


@dataclass(slots=True)
class Clause:
    """Words between two commas, whether the list ends with them, and how they were judged."""

    text: str
    stop: bool
    test: str = ""
    named: bool = False
    valued: bool = False


@lru_cache(maxsize=4096)
def judged(said: str, held: str, known: Vocabulary) -> Clause:
    """Kind of test that reads most of the words; the one that holds, where one was said."""
    best: tuple[tuple[int, bool, int, int], str, list[Part]] | None = None
    order = (held,) if held else _TESTS
    for rank, test in enumerate(order):
        parts = parts_of(said, test, table_for(test, "", known), known)
        unread = sum(len(part.unread) for part in parts)
        named = any(part.named for part in parts)
        unread += _UNLIKELY * (test in _OF_MUSCLES and _felt(said, known))
        painless = test == "pain" and _only_lost(said, known)
        reach = sum(part.reach for part in parts)
        score = (unread + (0 if named else 6), painless, -reach, rank)
        if best is None or score < best[0]:
            best = (score, test, parts)
    assert best is not None
    _, test, parts = best
    named = any(part.named for part in parts)
    first = next((target for part in parts for target in part.targets), None)
    test = known.names.tests.get(first[1], test) if first and not held else test
    has_value = valued(parts, said, test, known)
    return Clause(said, False, test if named else held or "history", named, has_value)


def _felt(said: str, known: Vocabulary) -> bool:
    """Whether a way of feeling is named: touch, pin, vibration, position."""
    row = known.prepare(said)
    return any(known.match(row, i, ("modality",)) is not None for i in range(len(row)))


def _only_lost(said: str, known: Vocabulary) -> bool:
    """Whether strength or feeling is said to be lost, and nothing to hurt: "both legs weak"."""
    row = known.prepare(said)
    lost = any(known.match(row, i, ("motor word", "symptom")) is not None for i in range(len(row)))
    return lost and _HURTS.isdisjoint(known.rules.concepts(row))


def valued(parts: list[Part], said: str, test: str, known: Vocabulary) -> bool:
    """Whether words of value among the parts make a value."""
    row: list[Token] = [token for part in parts for token in part.said]
    return bool(row) and listen(row, said, table_for(test, "", known), known).value is not None
