"""What a piece of a line of text says beside its finding: a kind of test, a side, and whose result it may take."""

import re

from lumbosacral.findings.cases.case import Finding
from lumbosacral.findings.language.vocabulary import Vocabulary
from lumbosacral.findings.language.words import Token, clean
from lumbosacral.findings.line.cutting import ALONE
from lumbosacral.findings.parts.lexing import parts_of
from lumbosacral.findings.reading import Side
from lumbosacral.findings.results.values import table_for

NEEDLE = "emg"
SIDES: dict[str, Side] = {"left": "left", "right": "right", "both": "both"}
_ENDING = frozenset({"reflex", "sensation"})
"""Kinds of test that stand after what they are like: "absent reflexes", "normal feeling"."""


_MOVED = re.compile(
    r"(?:ab|ad)duction|flexion|extension|(?:internal|external) rotation", re.IGNORECASE
)
_JOINT = re.compile(r"\b(?:hip|knee|ankle|toe)\b", re.IGNORECASE)


def with_joint(said: str, before: str, known: Vocabulary) -> str:
    """Add the joint that was moved before, where a movement is told without: "hip extension 2, abduction 5"."""
    if _MOVED.match(said) is None or _JOINT.search(said):
        return said
    joint = _JOINT.search(before)
    whole = said if joint is None else f"{joint.group()} {said}"
    found = known.match(known.prepare(whole), 0, ("movement",))
    return whole if found is not None and found.length > 1 else said


_NOT_WEAK = re.compile(
    r"(?:no|without) (?:(?:motor|focal|muscle) )?(?:weakness|motor (?:deficits?|loss)|loss of (?:power|strength))|"
    r"(?:normal|full|intact|preserved) (?:(?:motor|muscle) )?(?:strength|power)|"
    r"motor(?: exam(?:ination)?| function| system)?:? (?:is |was )?(?:normal|full|intact)",
    re.IGNORECASE,
)


_NOT_HURTING = re.compile(
    r"(?:(?:and|but) )?(?:(?:it|this|that|there) )?(?:(?:does not|doesn't|did not|didn't|never) (?:really "
    r"|actually )?hurts?"
    r"(?: (?:at all|much|me))?|(?:is|was) not painful)(?: at all)?|no pain at all|without any pain",
    re.IGNORECASE,
)


def not_weak(said: str) -> str:
    """Say of strength that it is normal where no weakness was found, and of an illness that it does not hurt."""
    if _NOT_HURTING.fullmatch(said):
        return "painless"
    return "strength normal" if _NOT_WEAK.fullmatch(said) else said


def bare_test(said: str, known: Vocabulary) -> tuple[str, str, str] | None:
    """Kind of test that words begin or end with, its words and the rest: "sensation normal", "no reflexes"."""
    row = known.prepare(said)
    senses = _senses(row, known)
    if 0 < senses < len(row):
        last = row[senses - 1].end
        return "sensation", said[:last], said[last:]
    for i in range(len(row)):
        found = known.match(row, i, ("test",))
        if found is None or found.length == len(row):
            continue
        first, last = row[i].start, row[i + found.length - 1].end
        if i == 0:
            return found.name, said[:last], said[last:]
        if i + found.length == len(row) and found.name in _ENDING:
            return found.name, said[first:], said[:first] or said
    return None


def _senses(row: list[Token], known: Vocabulary) -> int:
    """Number of words at the beginning that are ways of feeling: "vibration and position normal"."""
    end = i = 0
    while i < len(row):
        found = known.match(row, i, ("modality",))
        if found is None and not (end and row[i].norm == "and"):
            return end
        i += found.length if found else 1
        end = i if found else end
    return end


def needle_inside(said: str, known: Vocabulary) -> tuple[str, str]:
    """Word for the needle within a clause ("gluteus maximus EMG abnormal"), and the clause without it."""
    row = known.prepare(said)
    for i in range(len(row)):
        found = known.match(row, i, ("test",))
        if found is not None and found.name == NEEDLE and found.length < len(row):
            first, last = row[i].start, row[i + found.length - 1].end
            return found.name, clean(f"{said[:first]} {said[last:]}")
    return "", said


def side_alone(said: str, known: Vocabulary) -> Side | None:
    """Side of words that say nothing else: it holds for what follows, and is that of the case where nothing does."""
    row = known.prepare(said)
    found = known.match(row, 0, ("side",)) if row else None
    return None if found is None or found.length < len(row) else SIDES.get(found.name)


def may_lend(last: Finding, words: str, known: Vocabulary) -> bool:
    """Whether words without a value may take that of the finding before: no jerk lends its own to a sign."""
    if last.test in ALONE:
        return False
    kinds, before = _kinds(words, last.test, known), _kinds(last.of, last.test, known)
    return not kinds or not before or bool(kinds & before) or "sign" not in kinds | before


def _kinds(said: str, test: str, known: Vocabulary) -> set[str]:
    """Kinds of things that words name."""
    parts = parts_of(said, test, table_for(test, "", known), known)
    return {kind for part in parts for kind, _ in part.targets}
