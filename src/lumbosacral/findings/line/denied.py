"""Lists of what was not found, by the names in them: "no history of diabetes, thyroid disease or chemotherapy"."""

import re

from lumbosacral.findings.language.vocabulary import Vocabulary
from lumbosacral.findings.line.clauses import Clause, judged
from lumbosacral.findings.line.held import not_weak

__all__ = ["each_denied"]

_OF = r"(?:history|evidence|signs?|features?|complaints?|symptoms?|episodes?)"
_STRONG = (
    rf"(?:den(?:y|ies|ied|ying)(?: (?:any|having))?|negative for|no (?:\w+ ){{0,2}}{_OF} (?:of|suggesting"
    rf"|suggestive of)"
    r"|(?:absence|lack) of)"
)
"""Denials that hold to the end of a list, whether that ends with "or" or with "and"."""
_WEAK = r"(?:no|without|not? any)"
_ITEM = r"[^,;.\n:()]+?"
_END = (
    r"(?!\s*,\s*(?:or|nor)\b)(?=\s*(?:[,;.\n)]|$|\b(?:but|although|though|however"
    r"|while|whereas|he|she|they|who|which)\b))"
)
_LISTS = (
    re.compile(
        rf"\b(?P<no>{_STRONG}) (?P<first>{_ITEM}(?:, {_ITEM})*),? (?:and|or|nor) (?P<last>{_ITEM}){_END}",
        re.I,
    ),
    re.compile(
        rf"\b(?P<no>{_WEAK}) (?P<first>{_ITEM}(?:, {_ITEM})*),? (?:or|nor) (?P<last>{_ITEM}){_END}",
        re.I,
    ),
)
_AGAIN = re.compile(r"^(?:no|any|not|nor|or|and|prior|previous|recent|known|significant)\s+", re.I)
_HEAD = re.compile(
    r"\b(?:weak\w*|numb\w*|pains?|aches?|loss|deficits?|disturbances?|reflex\w*|jerks?|tender\w*|abnormalit\w+"
    r"|involvement|dysfunction|changes?|symptoms?|tingling|atrophy|wasting|swelling|problems?|issues?|diseases?"
    r"|incontinence)$",
    re.I,
)
"""Words that what stands before them in a list may share: "no hip, knee or ankle weakness"."""
_SHARING = 2
"""Words at the most of a member that shares the head of the last one."""
_OF_PERSONS = frozenset({"history", "laboratory", "imaging"})
_ALL_OF = frozenset({"strength normal", "no numbness", "no tingling", "no sensory loss"})
"""What is denied of the whole leg, and names no part of it."""


def each_denied(text: str, known: Vocabulary) -> str:
    """Deny each member of a list that is denied as a whole."""
    for pattern in _LISTS:
        text = pattern.sub(lambda found: _told(found, known), text)
    return text


def _told(found: re.Match[str], known: Vocabulary) -> str:
    members = [_AGAIN.sub("", one.strip()) for one in (*found["first"].split(", "), found["last"])]
    read = [_read(one, known) for one in members]
    head = _HEAD.search(members[-1])
    weak = head is not None and head[0].lower() == "weakness"
    if len(members) == _SHARING and len({one.test for one in read}) == 1 and not weak:
        return found[0]
    if not (read[0].named or weak or read[0].text in _ALL_OF):
        return found[0]
    waits = [not _stands(*one, members[-1]) for one in zip(members, read, strict=True)]
    whole = [
        f"{member} {head[0]}" if head is not None and wait and member is not members[-1] else member
        for member, wait in zip(members, waits, strict=True)
    ]
    return ", ".join(f"{found['no']} {one}" for one in whole)


def _read(member: str, known: Vocabulary) -> Clause:
    return judged(not_weak(f"no {member}"), "", known)


def _stands(member: str, clause: Clause, last: str) -> bool:
    """Whether a member of a list says by itself what it is of, and does not wait for the last word of the list."""
    if _HEAD.search(member) or clause.test in _OF_PERSONS:
        return True
    return _HEAD.search(last) is None or len(member.split()) > _SHARING
