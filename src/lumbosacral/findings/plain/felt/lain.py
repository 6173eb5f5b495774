"""How somebody lies or holds a leg for a pain, in plain words: a leg in a posture is no place that hurts."""

import re

from lumbosacral.findings.language.limb_words import OWN

__all__ = ["plain_lying"]

_LIES = r"(?:lie|lies|lying|lay|laying|rest|rests|resting|sleeps?|sleeping|stays?|curls? up)"
_JOINT = r"(?:hip|knee|thigh|leg|lower limb|limb)s?"
_BENT = (
    r"(?:(?:slightly|partly|fully|semi-?|held|kept|in an?) ?)*(?:flexed(?: position)?|flexion|bent|drawn up|"
    r"pulled up|"
    r"curled up|in flexion)(?: (?:at|of) (?:the )?(?:hips?|knees?))?"
)
_OWNED = rf"(?:their |its )?{OWN}"
_LIES_BENT = re.compile(
    rf"\b(?:(?:prefers?|preferred|wants?|likes?|has|had|forced|obliged|able) to )?{_LIES}(?: (?:down|flat|still|"
    rf"in bed|"
    rf"on (?:the|his|her) (?:back|side)|supine))* with {_OWNED}{_JOINT}(?:(?:,|"
    rf" and) {_OWNED}{_JOINT})? (?:in )?{_BENT}",
    re.I,
)
_KEEPS_BENT = re.compile(
    rf"\b(?:keeps?|kept|keeping|holds?|holding|maintains?) {_OWNED}(?:affected |painful )?{_JOINT}(?: and {_JOINT})? "
    rf"(?:in )?{_BENT}",
    re.I,
)
_RAISED = re.compile(
    r"(?P<lies>\b(?:lying|lie|lies|laying|lay|supine|recumbent|bed)\b[\w ]*?),? "
    r"with (?:the |his |her |my |their |both )?(?:legs?|feet|lower limbs) "
    r"(?:(?:slightly|a little|well) )?(?:elevated|raised|up)\b",
    re.I,
)
_ELEVATES = re.compile(
    rf"\b(?P<way>(?:by|with|on|when|while|upon) )(?:(?:elevati(?:ng|on of)|raising|lifting|putting up|"
    rf"propping up) {_OWNED}"
    rf"(?:legs?|feet|foot|limbs?)|{_OWNED}(?:legs?|feet|foot|limbs?) (?:elevated|raised|elevation|"
    rf"propped up))(?: up)?\b",
    re.I,
)
_HOW_HELD = re.compile(
    r"^(?:(?:crossing|elevating|elevation of|raising) (?:the |his |her |my |one |both )?(?:legs?|feet)"
    r"|(?:the |his |her |my |both )?(?:legs?|feet) elevated|leg elevation)$",
    re.I,
)
_LIFTED = re.compile(
    r"\b(?:passively |passive )?(?:raising|lifting|elevating|elevation of|raising of)(?: of)? (?:the |his |her )?"
    r"(?P<side>left |right |affected |both )?(?:straight |extended )?(?:legs?|lower limb|lower extremity)"
    r"(?: (?P<to>to [\w ]+?))? (?=(?:elicit|reproduc|provok|caus|produc|trigger|bring)\w*\b)",
    re.I,
)


def plain_lying(text: str) -> str:
    """Write "rests with hips and knees in flexion" as lying with the hip flexed, and leave out how a leg is propped."""
    text = _LIFTED.sub(lambda m: f"{m['side'] or ''}straight leg raising {m['to'] or ''} ", text)
    text = _KEEPS_BENT.sub(
        "lies with the hip flexed", _LIES_BENT.sub("lies with the hip flexed", text)
    )
    text = _ELEVATES.sub(r"\g<way>posture", _RAISED.sub(r"\g<lies>", text))
    return _HOW_HELD.sub("posture", text)
