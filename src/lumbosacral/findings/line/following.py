"""What a clause of a line of text is by itself, and by what came before it."""

import re
from dataclasses import replace

from lumbosacral.findings.cases.case import Finding
from lumbosacral.findings.language.patterns import MEASURED
from lumbosacral.findings.language.vocabulary import Vocabulary
from lumbosacral.findings.line.clauses import Clause, judged, reflex_said, valued
from lumbosacral.findings.parts.lexing import parts_of
from lumbosacral.findings.results.values import listen, table_for

__all__ = ["is_normal_muscle", "is_sound", "judge", "told_again", "value_words"]

_JOINT = re.compile(
    r"^(?:(?:left|right|both|bilateral|the) )*(?:knee|ankle)s?\b(?!.*(?:/ ?5|weak|pain|flex|exten|numb|swoll))",
    re.I,
)
_JERKS = re.compile(r"(?<![\d.])[0-4]\+(?!/)|\+\+|\b(?:trace|brisk|sluggish)\b", re.I)
"""What is said of reflexes: "knee 2+, ankle absent"."""
_EVENT = re.compile(r"(?:after|following|since)\s")
_OF_FIVE = re.compile(r"\d[+-]?/5")
_NONE = re.compile(r"(?:but |and )?(?:none|nil|nothing|not) (?:in|at)\b", re.I)
"""What a needle did not show elsewhere: "fibs in TA, none in gastroc"."""
_OTHERS = re.compile(
    r"(?:(?:all|the) )*(?:other|remaining|rest of the) (?:\w+ ){0,3}?muscles\b", re.I
)
"""Whose result goes on with the needle where that was told last."""
_CONDUCTED = re.compile(
    r"\b(?:responses?|SNAPs?|CMAPs?|latenc(?:y|ies)|conduction|velocit(?:y|ies)|F[ -]waves?|H[ -]reflex(?:es)?"
    r"|stud(?:y|ies))\b",
    re.I,
)
"""What no needle shows, though the whole study is called EMG."""
_EXAMINED = frozenset({"strength", "sensation", "reflex", "sign", "task"})
_SOUND = frozenset({"normal", "negative", "pass"})
_FULL = 5.0
_BEDSIDE = frozenset({"strength", "sensation"})
_STUDIES = frozenset({"emg", "ncs"})
_MUSCULAR = frozenset({"muscle", "group", "movement"})
_SIDES = frozenset({"left", "right", "l", "r", "both", "bilateral", "bilaterally"})


def judge(
    said: str, held: str, last: Finding | None, known: Vocabulary, hurts: bool = False
) -> Clause:
    """Kind of test that reads most of the words.

    The one that was said holds for what it can read; a study goes on where only a value could tell.
    """
    found = judged(said, held, known, hurts)
    if held in _BEDSIDE and MEASURED.search(said):
        # "Motor: R tibial DML 4.1 ms": figures with such units are those of a study
        study = judged(said, "ncs", known)
        if study.named and not study.unread:
            return replace(study)
    if held == "emg" and _CONDUCTED.search(said):
        study = judged(said, "ncs", known)
        if study.named and study.unread <= found.unread:
            return replace(study)
    if held:
        free = judged(said, "", known)
        fits = free.unread < found.unread and (free.named or free.test == "sensation")
        jerk = free.test == "reflex" and free.named and reflex_said(said, known)
        event = free.test == "history" and free.named and _EVENT.match(said) is not None
        return replace(free if fits or jerk or event else found)
    if MEASURED.search(said):
        study = judged(said, "ncs", known)
        return replace(study if study.named else found)
    before = "" if last is None else last.test
    if before == "pain" and hurts and _only_placed(found):
        pained = judged(said, "pain", known)
        return replace(found if pained.unread > found.unread else pained)
    if before == "ncs" and _CONDUCTED.search(said):
        study = judged(said, before, known)
        return replace(study if study.named and study.unread <= found.unread else found)
    if before == "emg" and (_NONE.match(said) or _OTHERS.match(said)):
        return replace(judged(said, before, known))
    if _JOINT.match(said) and (before == "reflex" or _JERKS.search(said)):
        tapped = judged(said, "reflex", known)
        if tapped.named and tapped.valued and not tapped.unread:
            return replace(tapped)
    other = judged(said, before, known) if before in _STUDIES else found
    nerve = before == "ncs" and found.test == "sensation" and found.named and not other.unread
    if before not in _STUDIES or not (nerve or _only_normal(found, before, known)):
        return replace(found)
    return replace(other if other.named and other.unread <= found.unread else found)


def _only_placed(clause: Clause) -> bool:
    """Whether a clause only names places of the skin, as a list of them goes on: "pain in the calf, shin and foot"."""
    return clause.test == "sensation" and clause.named and not clause.valued


def _only_normal(clause: Clause, before: str, known: Vocabulary) -> bool:
    """Whether a clause read as strength says no more of muscles or a nerve than a study could."""
    if clause.test != "strength" or not clause.named or not clause.valued:
        return False
    table = table_for(clause.test, "", known)
    parts = parts_of(clause.text, clause.test, table, known)
    kinds = {kind for part in parts for kind, _ in part.targets}
    row = [token for part in parts for token in part.said]
    heard = listen(row, clause.text, table, known).value
    nerve = before == "ncs"
    muscles = bool(kinds & _MUSCULAR) and kinds <= _MUSCULAR | {"structure"}
    fits = kinds <= {"structure"} if nerve else muscles
    plain = heard is not None and heard.grade is None and heard.word == "normal"
    return fits and (plain or (nerve and heard is not None and not _OF_FIVE.search(clause.text)))


def is_normal_muscle(last: Finding, known: Vocabulary) -> bool:
    """Whether no more is told than that a muscle is normal, which a needle may have shown: "VM normal"."""
    return last.value is None and _only_normal(judged(last.of, "", known), "emg", known)


def is_sound(last: Finding, known: Vocabulary) -> bool:
    """Whether a finding of the bedside is told to be as it should be."""
    if last.test not in _EXAMINED:
        return False
    said = last.of if not isinstance(last.value, str) else f"{last.of} {last.value}"
    parts = parts_of(said, last.test, table_for(last.test, "", known), known)
    first = next((name for part in parts for _, name in part.targets), "")
    table = table_for(last.test, first, known)
    heard = [listen(list(part.said), said, table, known).value for part in parts if part.said]
    sound = _SOUND | {"absent"} if last.test == "sign" else _SOUND
    return bool(heard) and all(
        value is not None and (value.word in sound or value.grade == _FULL) for value in heard
    )


def told_again(said: str, last: Finding, known: Vocabulary) -> dict[str, str] | None:
    """What was named before with another value, where only a side and a value are said: "L normal"; None elsewhere."""
    table = table_for(last.test, "", known)
    parts = parts_of(said, last.test, table, known)
    if any(p.unread or p.named for p in parts) or not any(p.side for p in parts):
        return None
    if not valued(parts, said, last.test, known):
        return None
    before = parts_of(last.of, last.test, table, known)
    values = {token for part in before for token in part.said}
    words = ", ".join(
        " ".join(
            last.of[t.start : t.end] for t in p.row if t not in values and t.norm not in _SIDES
        )
        for p in before
        if p.named
    )
    return {"of": words, "value": value_words(said, last.test, known)}


def value_words(said: str, test: str, known: Vocabulary) -> str:
    """Words of an answer among those said."""
    parts = parts_of(said, test, table_for(test, "", known), known)
    return " ".join(said[token.start : token.end] for part in parts for token in part.said)
