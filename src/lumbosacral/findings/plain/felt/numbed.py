"""Pain and loss of feeling that are told of one place together."""

import re

from lumbosacral.findings.cases.case import Finding
from lumbosacral.findings.language.words import clean

__all__ = ["NO_SYMPTOM", "SAID_NUMB", "numb_too", "only_hurts", "pain_too", "says_numb"]

_NUMB = r"(?:numb(?:ness)?|tingl(?:ing|es?|y)|par(?:a)?esthesi?as?|pins and needles|hyp(?:o)?a?esthesia)"
SAID_NUMB = re.compile(rf"\b{_NUMB}\b", re.I)
_SYMPTOM = rf"(?:(?:pains?|ache|aching|discomfort|soreness|tenderness|hurting)|{_NUMB}|burning)"
NO_SYMPTOM = re.compile(
    rf"(?:no|denie[sd](?: any)?|without(?: any)?|no complaints? of|free of) {_SYMPTOM}"
    rf"(?:(?:, or|, and|,| or| and|/) ?{_SYMPTOM})+",
    re.I,
)
"""A denial that goes on over a list in which pain stands: "no pain, tingling or numbness"."""
_LOST = rf"(?:{_NUMB}|weakness|swelling|wasting|stiffness)"
_BOTH = re.compile(
    rf"\bpain(?:ful)?(?:,| and| with| or|/)(?: [\w-]+,?){{0,3}} {_LOST}\b|\b{_LOST}(?:,| and| with| or)"
    r"(?: [\w-]+,?){0,3} pain\b",
    re.I,
)
_LISTED = re.compile(
    rf"(?:,? ?\b(?:and|or|with|&) |, ?)?\b{_LOST}\b(?:(?:,| and| or)+ (?=pain\b))?", re.I
)
_PAINED = re.compile(
    r"(?:,? ?\b(?:and|or|with) )?\b(?:(?:burning|shooting|radiating|sharp|dull|aching|stabbing|severe|radicular),? )*"
    r"pain(?:s|ful)?\b(?:,? (?:and|or|with)(?= )|,)?",
    re.I,
)
_NUMB_ELSEWHERE = re.compile(
    rf"^(?:[\w-]+ ){{1,5}}(?:pains?|ache)(?: (?:of|in|over|along|at|on|down) [\w -]+?)?(?:,| and| with|"
    rf" plus)+ (?P<numb>(?:[\w-]+ )?{_NUMB}"
    r"(?: (?:of|in|over|along|at|on) .+))$",
    re.I,
)
"""Loss of feeling in a place of its own, beside a pain: "groin pain and numbness of the thigh"."""
_NOT_THERE = re.compile(r"\b(?:no|not|without|denie[sd]|nor|neither|never|absent|negative)\b", re.I)


def numb_too(finding: Finding) -> Finding | None:
    """Return the finding of feeling where a pain is told with numbness or tingling of the same place."""
    text = _told(finding)
    if (
        finding.test not in {"pain", "history"}
        or not SAID_NUMB.search(text)
        or _NOT_THERE.search(text)
    ):
        return None
    own = _NUMB_ELSEWHERE.search(text)
    kept = own["numb"] if own else clean(_PAINED.sub("", text)).strip(" ,")
    return finding.model_copy(update={"test": "sensation", "of": kept, "value": "present"})


def pain_too(finding: Finding) -> Finding | None:
    """Return the finding of pain where it is told in one list with numbness or tingling of the same place."""
    text = _told(finding)
    if finding.test not in {"pain", "sensation", "history"} or not _BOTH.search(text):
        return None
    if _NOT_THERE.search(text):
        return None
    beside = SAID_NUMB.findall(text) + _WEAK_TOO.findall(text)
    if finding.test == "sensation" and len(beside) < _SEVERAL:
        # "pain and tingling" of a place that is examined is one way of feeling
        return None
    kept = clean(_LISTED.sub("", text)).strip(" ,")
    return finding.model_copy(update={"test": "pain", "of": kept, "value": "present"})


_SEVERAL = 2
_WEAK_TOO = re.compile(r"(?:,| and) (?:and )?weakness\b|\bweakness,", re.I)
"""Weakness in a list of three, beside which a pain stands for itself."""
_FEW = 3
"""Most words of what tells of numbness and little else."""


def says_numb(words: str) -> bool:
    """Whether words tell of numbness or tingling, and of little else."""
    return bool(SAID_NUMB.search(words)) and len(words.split()) <= _FEW


def _told(finding: Finding) -> str:
    value = clean(finding.value) if isinstance(finding.value, str) else ""
    plain = value.lower() in {
        "present",
        "yes",
        "noted",
        "reported",
        "positive",
        "felt",
        "had",
        "has",
        "",
    }
    return clean(finding.of) if plain else f"{clean(finding.of)}, {value}"


_TINGLES = re.compile(
    r"\b(?:tingl|par[ae]+sth|pins|prickl|burn|dys[ae]+sth|hyper|allodyn|itch|buzz|electric|crawl|odd|strange)",
    re.I,
)


def only_hurts(finding: Finding) -> bool:
    """Whether a list of what is felt has pain in it and nothing else that tingles: the pain is read as one."""
    return _TINGLES.search(_told(finding)) is None
