"""A limb or a muscle that is weak, told beside what somebody cannot do: "calf weakness, cannot rise on his toes"."""

import re

from lumbosacral.findings.cases.case import Finding
from lumbosacral.findings.language.words import clean

__all__ = ["of_weak_limb"]

_PARTS = re.compile(
    r"[,;]|\.(?= |$)| - |\b(?:because of|due to|secondary to|owing to|as a result of|from|with|and|but|so|so that"
    r"|making|which|causing|leading to|resulting in|therefore)\b",
    re.I,
)
_WEAK = re.compile(r"\b(?:weakness|weakened|weak|paresis|paretic|paralysis|paraly[sz]ed)\b", re.I)
_LIMB = re.compile(
    r"\b(?:legs?|lower (?:limbs?|extremit(?:y|ies))|thighs?|cal(?:f|ves)|foot|feet|toes?|ankles?|knees?|hips?"
    r"|quadriceps|hamstrings?|dorsiflex\w*|plantar ?flex\w*|glute\w*|proximal|distal|tibialis|peroneal|\w+ors)\b",
    re.I,
)
_DONE = re.compile(
    r"\b(?:walk|climb|stand|stair|ris(?:e|ing)|squat|run|hop|jump|heel|tip-?toe|step|support|bear|no|not|without)",
    re.I,
)
_TOLD = frozenset({"gait", "task"})


def of_weak_limb(finding: Finding) -> Finding | None:
    """Return the finding of strength that is told beside a task or a gait: what is weak is named there.

    A leg somebody stands on may be called weak, and so may what he does: neither is a finding of strength.
    """
    if finding.test not in _TOLD:
        return None
    for part in _PARTS.split(clean(finding.of)):
        if _WEAK.search(part) and _LIMB.search(part) and not _DONE.search(part):
            told = {"test": "strength", "of": part.strip(), "value": "present"}
            return finding.model_copy(update=told)
    return None
