"""Ways of walking told by what a leg does at each step: how high it is lifted, what gives way at once."""

import re

__all__ = ["plain_strides"]

_WHO = r"(?:(?:the|his|her|their|its|affected|paretic|weak|involved) )*"
_LIFTS = r"(?:lift|rais|pick|bring|draw|pull|hoist)(?:e|es|s|ing|ed)?"
_PART = r"(?:foot|feet|legs?|knees?|thighs?|lower limbs?)"
_HIGH = (
    r"(?:(?:up|very|too|so|abnormally|unusually|excessively|exaggeratedly|much|quite|relatively) )*"
    r"(?:(?:high|higher|highly|excessively|exaggeratedly)\b(?: up\b)?)"
)
_SAID = (
    r"(?:is|was|in|on|the|a|he|she|they|each|every|normal|usual|normally|usually|other|left|right|floor|ground"
    r"|steps?|stride"
    r"|side|walking|walks|gait|ambulation|ambulating|swing|phase)\b"
)
_THEN = rf"(?: (?:than|from|off|with|at|when|while|during|on|in) {_SAID}(?: {_SAID})*)*"
_AIM = (
    r"(?:,? ?(?:so as |in order |enough )?to (?:help )?"
    r"(?:(?:avoid|prevent|stop|keep)\b[^,;]*|clear\b(?: (?:the|his|her|floor|ground|foot|toes?))*))?"
)
_OBLIGED = (
    r"(?:(?:(?:has|have|having|had|needs?|needed|needing|is forced|obliged|must|adapt(?:s|ed)?(?: to this)?"
    r"|compensat(?:es|ed|ing)) (?:to|by) |must ))?"
)
_LIFTED_HIGH = re.compile(
    rf"\b{_OBLIGED}{_LIFTS}(?: up)? {_WHO}(?:(?P<side>left|right) )?{_PART} {_HIGH}{_THEN}{_AIM}",
    re.I,
)
_AT_ONCE = r"(?:sudden(?:ly)?|abrupt(?:ly)?|unexpected(?:ly)?|without warning)"
_MOVES = (
    r"(?:buckl\w*|giv(?:e|es|ing) (?:way|out)|gave (?:way|out)|collaps\w*|fl(?:ung|ing\w*)|jerk\w*|drop\w*"
    r"|slap\w*|forwards?|outwards?|turn\w*|stop\w*)"
)
_MOMENTARY = re.compile(rf"\b{_AT_ONCE} (?={_MOVES}\b)|(?<=\w) {_AT_ONCE}(?= {_MOVES}\b)", re.I)
_MOVES_AT_ONCE = re.compile(
    rf"\b(?P<moves>buckl\w*|giv(?:e|es|ing) way|gave way|collaps\w*) {_AT_ONCE}\b", re.I
)
_ON_STEPS = re.compile(
    r"(?P<gait>\b(?:buckl\w*|giv(?:es?|ing) (?:way|out)|gave (?:way|out)|collaps\w+|waddl\w+)) (?:on|up|down|using) "
    r"(?:the )?(?:stairs?|steps?|slopes?|hills?)\b",
    re.I,
)
_OTHER_JOINT = re.compile(
    rf"\b{_WHO}(?:(?:left|right|both) )?(?P<joint>ankles?|hips?|back) (?:(?:frequently|often|easily|sometimes"
    rf"|would|to) )*"
    r"[\"']?(?:giv(?:e|es|ing)|gave|roll(?:s|ed|ing)?|turn(?:s|ed|ing)?)[\"']?(?: (?:way|out|over))?[\"']?",
    re.I,
)


def plain_strides(text: str) -> str:
    """Write "lifts the right knee up high so as to clear the floor" as a steppage gait of the right.

    What buckles suddenly does so at each time, which is no sudden onset; an ankle that gives way is no knee.
    """
    text = _LIFTED_HIGH.sub(_steppage, text)
    text = _MOVES_AT_ONCE.sub(r"\g<moves>", _MOMENTARY.sub("", text))
    return _OTHER_JOINT.sub(r"\g<joint> yielded", _ON_STEPS.sub(r"\g<gait>", text))


def _steppage(found: re.Match[str]) -> str:
    """Name the gait, unless the lifting is what fails: "unable to lift the foot high"."""
    if _FAILS.search(found.string[: found.start()]):
        return re.sub(r"(?i)\b(?:high|higher)\b", "", found.group())
    return f"{found['side'] or ''} steppage gait".strip()


_FAILS = re.compile(
    r"\b(?:unable|not|inability|cannot|can't|couldn't|fail(?:s|ed|ure)?|difficult(?:y|ies)?|trouble|never)"
    r"(?: (?:able|to|in|with))* $",
    re.I,
)
