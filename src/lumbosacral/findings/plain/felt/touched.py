"""Tenderness that is told among complaints: what a hand finds is a sign, and no pain of its own."""

import re

from lumbosacral.findings.cases.case import Finding
from lumbosacral.findings.language.vocabulary import Vocabulary
from lumbosacral.findings.language.words import clean

__all__ = ["of_touch"]

_TENDER = re.compile(r"\b(?:non-?)?tender(?:ness)?\b", re.I)
_PRESSED = re.compile(
    r"\b(?:palpat\w+|press(?:ure|ing) (?:on|over|at|applied|in)|deep pressure)\b", re.I
)
_HURTS = re.compile(
    r"\b(?:pain(?:s|ful)?|aches?|aching|achy|sore(?:ness)?|discomfort|cramp\w*|burning|sciatica|radiat\w*)\b",
    re.I,
)
_PROVOKED = re.compile(
    r"\b(?:pain(?:s|ful)?|aches?|discomfort|symptoms?)(?: \w+)? (?:on|with|to|upon|during|by|elicited) |"
    r"\b(?:reproduc|elicit|provok|caus|exacerbat|aggravat|worsen)\w*\b|^painful\b",
    re.I,
)
"""How a pain is told that only pressing brings on."""
_BESIDES = re.compile(
    r"\w,? (?:with|and)(?: (?:marked|mild|moderate|severe|slight|some|local|deep|point|exquisite|diffuse))? "
    r"tender(?:ness)?\b|\w, (?:which (?:is|was) )?(?:\w+ )?tender\b",
    re.I,
)
"""A place that hurts, and is tender besides: "buttock, with tenderness"."""


def of_touch(finding: Finding, known: Vocabulary) -> Finding:
    """Return a complaint that is no more than tenderness of a place, where the atlas has such a sign, as the sign.

    A pain that is there of itself, and tender besides, stays a pain.
    """
    value = finding.value
    if finding.test != "pain" or not isinstance(value, str):
        return finding
    of, said = clean(finding.of), clean(value)
    if _BESIDES.search(of) or not _only_touched(f"{of} {said}"):
        return finding
    for test, names in known.filed.get("touched", {}).items():
        hits = known.rules.hits(known.prepare(f"{of} {said}"), test, ())
        if any(name.removeprefix("lack ") in names for hit in hits for name in hit.names):
            return finding.model_copy(update={"test": test})
    return finding


def _only_touched(text: str) -> bool:
    """Whether words tell of tenderness, or of a pain on pressing, and of no other pain."""
    if _TENDER.search(text):
        return not _HURTS.search(text)
    return bool(_PRESSED.search(text) and _PROVOKED.search(text))
