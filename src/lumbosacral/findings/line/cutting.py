"""Where a clause of a line of text holds two things, and is cut in two."""

import re
from collections.abc import Callable
from typing import NamedTuple

from lumbosacral.findings.cases.onset import days_of
from lumbosacral.findings.language.vocabulary import Vocabulary
from lumbosacral.findings.line.clauses import Clause, judged, reflex_said

__all__ = ["ALONE", "Reader", "before_event", "each_examined", "halves"]

ALONE = frozenset({"gait", "task", "sign", "pain", "autonomic", "history", "imaging", "laboratory"})
"""Kinds of test that need no value: what is named is there."""
_AND = re.compile(
    r"\s+(?:and|with|but|while|whereas|then|despite|although|though)\s+|\s*:\s+|"
    r"(?:(?<=\d/5)|(?<=\d[+-]/5)|(?<=\d/5[+-]))\s+(?=[A-Za-z])"
)
_EXAMINED = (
    r"(?:(?:deep\s+)?(?:tendon\s+)?reflexes|(?:muscle\s+|motor\s+)?(?:strength|power|tone|bulk)"
    r"|sensation|coordination)"
)
_LIST = rf"(?P<list>{_EXAMINED}(?:\s*(?:,\s*and\b|,|&|\band\b)\s*{_EXAMINED})+)"
_FINE = r"(?P<value>normal|intact|preserved|unremarkable)"
_END = r"(?=\s*(?:[,;.\n]|$))"
_EACH_FINE = (
    re.compile(rf"\b{_LIST}\s+(?:(?:were|was|are|is|all|both)\s+)*{_FINE}{_END}", re.IGNORECASE),
    re.compile(rf"\b{_FINE}\s+{_LIST}{_END}", re.IGNORECASE),
)
"""Whole examinations in a list with one result: "strength, sensation and reflexes normal", "normal tone and power"."""
_THIN = r"(?:weak|wasted|atrophied|atrophic|thin)"
_WEAK_AND_THIN = re.compile(
    rf"(?P<what>[^,;.\n]+?)\s+(?:(?:is|are|was|were)\s+)?(?P<one>{_THIN}) and (?P<two>{_THIN})(?![\w-])",
    re.IGNORECASE,
)
"""A muscle of which two things are said: "quadriceps weak and wasted"."""
_WITHOUT = re.compile(r"\s+without\s+")
_PAINLESS = re.compile(
    r"^(?P<before>.*?)\b(?P<painless>painless(?:ly)?|pain-free)\s+(?P<what>.+)$", re.IGNORECASE
)
_AFTER = re.compile(
    r"\s+(?=(?:after|following|since)\s)|"
    r"\s+(?:due to|secondary to|caused by|as a result of|resulting from|from) (?=(?:an? )?(?:\w+ ){0,2}(?:dis[ck]"
    r"|stenosis)\b)"
)
_EVENT = re.compile(r"(?:ever )?(?:after|following|since)\s", re.IGNORECASE)
_SUBJECT = re.compile(r"\s+(?=(?:the|my|his|her|their|I|he|she|there|it|now|both|left|right)\s)")
"""Where a sentence goes on with whom or what it is about."""
_LEFT_OUT = re.compile(r"(?:except|apart from|aside from|other than|save)\b", re.IGNORECASE)
_WHOLE = 4
"""Words at the most that tell of a whole examination: "deep tendon reflexes absent"."""
_FELT = frozenset({"pain", "strength"})
_EARLIER = frozenset({"history", "imaging"})


class Reader(NamedTuple):
    """How a clause is read by itself, and the kind of test that was said before it."""

    judge: Callable[[str], Clause]
    known: Vocabulary
    held: str


def each_examined(text: str) -> str:
    """Say of each of several whole examinations what is said of all, and of a muscle each of two things."""
    for pattern in _EACH_FINE:
        text = pattern.sub(_each_said, text)
    return _WEAK_AND_THIN.sub(r"\g<what> \g<one>, \g<what> \g<two>", text)


def _each_said(found: re.Match[str]) -> str:
    return ", ".join(
        f"{one} {found['value']}" for one in re.findall(_EXAMINED, found["list"], re.IGNORECASE)
    )


def halves(said: str, by: Reader) -> list[str]:
    """Cut at "and" or "with" where each half names something and has a value of its own."""
    each = _each_examined(said, by)
    if each:
        return each
    parts = _painless(said, by) or _without(said, by) or _event_first(said, by)
    parts = parts or before_event(said, by)
    if len(parts) > 1:
        return [half for part in parts for half in halves(part, by)]
    for found in _AND.finditer(said):
        cut = [said[: found.start()], said[found.end() :]]
        read = [by.judge(half) for half in cut]
        if all(_tells(clause, by) for clause in read) and not _LEFT_OUT.match(cut[1]):
            return [*halves(cut[0], by), *halves(cut[1], by)]
    return [said]


def _painless(said: str, by: Reader) -> list[str]:
    """Cut where something is said to be painless: "painless weakness of both legs"."""
    found = _PAINLESS.match(said)
    if found is None or by.held:
        return []
    rest = judged(f"{found['before']}{found['what']}", "", by.known)
    there = rest.named and rest.test in {"strength", "sensation"}
    return [found["painless"], rest.text] if there else []


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


def _event_first(said: str, by: Reader) -> list[str]:
    """Cut where what came before a finding ends: "since the hip replacement my foot drags"."""
    if by.held or _EVENT.match(said) is None:
        return []
    for found in _SUBJECT.finditer(said):
        first, rest = said[: found.start()], said[found.end() :]
        before, after = judged(first, "", by.known), by.judge(rest)
        told = before.named and before.test in _EARLIER
        if told and after.named and after.test not in _EARLIER and _has_answer(after):
            return [first, rest]
    return []


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


def _tells(clause: Clause, by: Reader) -> bool:
    """Whether a half is a finding of its own: a whole examination needs no name, "weak legs with absent reflexes"."""
    if clause.named:
        return _has_answer(clause)
    row = by.known.prepare(clause.text)
    whole = any(by.known.match(row, i, ("test",)) is not None for i in range(len(row)))
    whole = whole or reflex_said(clause.text, by.known)
    return clause.valued and whole and len(row) <= _WHOLE


def _has_answer(clause: Clause) -> bool:
    return clause.valued or clause.test in ALONE
