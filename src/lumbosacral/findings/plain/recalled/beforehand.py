"""What was before: "two years back" is when, and a loss that was not there before a fall says nothing of now."""

import re

from lumbosacral.findings.cases.case import Finding
from lumbosacral.findings.language.words import clean
from lumbosacral.findings.reading import Understood

__all__ = ["earlier", "event_after", "of_now", "plain_ago"]

_HURT = r"(?:pains?|aches?|aching|discomfort|surgery|operation|injury|problems?|trouble|stiffness|spasms?|strain)"
_PLACE = (
    r"(?:legs?|buttocks?|hips?|thighs?|neck|groin|knees?|feet|foot|limbs?|sciatic\w*|radicular)"
)
_BACK = re.compile(
    r"\b((?:days?|weeks?|fortnights?|months?|years?|decades?|while|time|long)) back\b"
    rf"(?! {_HURT}\b|,? (?:and|or|&|/) (?:\w+ )?{_PLACE} {_HURT}\b)",
    re.I,
)
"""Time ago: not "2 years back pain"."""
_EVENT = (
    r"(?:episode|surgery|operation|procedure|accident|fall|injury|trauma|delivery|labou?r|childbirth|pregnancy|event"
    r"|incident|injection|arthroplasty|replacement|admission|hospitali[sz]ation|an?a?esthesia|anaesthetic|block)"
)
_AHEAD = re.compile(
    r",? (?:before|prior to|preceding|ahead of) (?:(?:the|this|that|these|his|her|any|current|present|index) )*"
    rf"(?:[\w-]+ ){{0,2}}{_EVENT}\b.*$",
    re.I,
)
_LOSS = re.compile(
    r"\b(?:pains?|ache|weak\w*|numb\w*|symptoms?|deficits?|complaints?|problems?|difficult\w*|tingling|sensory"
    r"|par(?:a)?esthesi\w*|neurologic\w*|paralysis|paresis|limp)\b",
    re.I,
)
_EARLIER = re.compile(
    r"\b(?:prior|previous|preceding|pre-?existing|pre-?operative|premorbid|before|antecedent)\b",
    re.I,
)
_DENIED = re.compile(
    r"^(?:no|none|nil|absent|negative|denie[sd]|never|not present|not reported)\b", re.I
)
_NO = re.compile(r"^(?:no|without|denie[sd]|never had|had no|absence of)\b", re.I)
_ONLY_THEN = re.compile(
    r"^(?:[\w-]+ ){0,4}(?:ago|earlier|previously|before|beforehand|until (?:then|recently))$", re.I
)
_WAS_SO = re.compile(
    r"\b(?:previously|formerly|beforehand|(?:before|prior to|until) (?:the |his |her |this )?\w+)\b|\bbefore$",
    re.I,
)
_FINE = frozenset({"pass", "normal", "negative"})
_NOW = frozenset({"strength", "sensation", "reflex", "gait", "task"})


def plain_ago(text: str) -> str:
    """Write "two years back" as "two years ago"."""
    return _BACK.sub(r"\1 ago", text)


def event_after(finding: Finding) -> str:
    """Return the words for what a loss that is denied would have come before: "before this episode"; or nothing."""
    found = _AHEAD.search(finding.of) if finding.test == "history" and _denied(finding) else None
    return found[0] if found is not None and _LOSS.search(finding.of[: found.start()]) else ""


def earlier(text: str) -> str:
    """Write that it is an earlier loss which is denied: "no weakness" as "no previous weakness"."""
    denial = _NO.match(text)
    told = text[denial.end() :].strip() if denial is not None else text
    return f"{denial[0]} previous {told}" if denial is not None else f"previous {text}"


def of_now(entries: list[Understood], finding: Finding) -> list[Understood]:
    """Leave out what is examined where a history only tells how it was: "walked well before"."""
    if finding.test != "history":
        return entries
    if _EARLIER.search(finding.of) and _denied(finding):
        return [one for one in entries if one.test not in _NOW]
    said = clean(finding.value) if isinstance(finding.value, str) else ""
    was_so = _ONLY_THEN.match(said) or _WAS_SO.search(finding.of)
    return [one for one in entries if not (was_so and one.test in _NOW and one.value.word in _FINE)]


def _denied(finding: Finding) -> bool:
    said = clean(finding.value) if isinstance(finding.value, str) else ""
    return bool(_DENIED.match(said) or _NO.match(clean(finding.of)))
