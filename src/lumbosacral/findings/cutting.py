"""Where a clause of a line of text holds two things, and is cut in two."""

import re
from collections.abc import Callable
from typing import NamedTuple

from lumbosacral.findings.clauses import Clause, judged
from lumbosacral.findings.onset import days_of
from lumbosacral.findings.vocabulary import Vocabulary

__all__ = ["ALONE", "Reader", "before_event", "halves"]

ALONE = frozenset({"gait", "task", "sign", "pain", "autonomic", "history", "imaging", "laboratory"})
"""Kinds of test that need no value: what is named is there."""
_AND = re.compile(
    r"\s+(?:and|with|but|while|whereas|then|despite|although|though)\s+|\s*:\s+|"
    r"(?:(?<=\d/5)|(?<=\d[+-]/5)|(?<=\d/5[+-]))\s+(?=[A-Za-z])"
)
_WITHOUT = re.compile(r"\s+without\s+")
_AFTER = re.compile(r"\s+(?=(?:after|following|since)\s)")
_FELT = frozenset({"pain", "strength"})
_EARLIER = frozenset({"history", "imaging"})


class Reader(NamedTuple):
    """How a clause is read by itself, and the kind of test that was said before it."""

    judge: Callable[[str], Clause]
    known: Vocabulary
    held: str


def halves(said: str, by: Reader) -> list[str]:
    """Cut at "and" or "with" where each half names something and has a value of its own."""
    each = _each_examined(said, by)
    if each:
        return each
    parts = _without(said, by) or before_event(said, by)
    if len(parts) > 1:
        return [half for part in parts for half in halves(part, by)]
    for found in _AND.finditer(said):
        cut = [said[: found.start()], said[found.end() :]]
        read = [by.judge(half) for half in cut]
        if all(clause.named and _has_answer(clause) for clause in read):
            return [*halves(cut[0], by), *halves(cut[1], by)]
    return [said]


def _without(said: str, by: Reader) -> list[str]:
    """Cut where what is not there is told beside what is: "foot drop without numbness"."""
    found = _WITHOUT.search(said)
    if found is None:
        return []
    cut = [said[: found.start()], f"no {said[found.end() :]}"]
    there, lacking = (by.judge(half) for half in cut)
    felt = lacking.test == "sensation" or (lacking.named and lacking.test in _FELT)
    return cut if felt and there.named and _has_answer(there) else []


def _each_examined(said: str, by: Reader) -> list[str]:
    """Give each of two kinds of test the value that is said once: "sensation and reflexes normal"."""
    found = _AND.search(said)
    first, rest = (said[: found.start()], said[found.end() :]) if found else ("", "")
    before, after = by.known.prepare(first), by.known.prepare(rest)
    one = by.known.match(before, 0, ("test",)) if before else None
    two = by.known.match(after, 0, ("test",)) if after else None
    if one is None or two is None or one.length < len(before) or two.length == len(after):
        return []
    value = rest[after[two.length - 1].end :]
    return [f"{first}{value}", *halves(rest, by)]


def before_event(said: str, by: Reader) -> list[str]:
    """Cut where a finding ends and what it came after begins: "ankle jerk absent after an epidural"."""
    if by.held or days_of(said) is not None:
        return [said]
    for found in _AFTER.finditer(said):
        first, event = said[: found.start()], said[found.end() :]
        before, after = by.judge(first), judged(event, "", by.known)
        told = after.named and after.test in _EARLIER
        if told and before.named and before.test != "history" and _has_answer(before):
            return [first, event]
    return [said]


def _has_answer(clause: Clause) -> bool:
    return clause.valued or clause.test in ALONE
