"""Places of which only one is narrowed, places that came first, and patterns in brackets, in plain words."""

import re

from lumbosacral.findings.language.limb_words import OWN, WAY

__all__ = ["each_place", "plain_pattern", "plain_presence"]

_WHOLE = r"(?:thigh|knee|buttock|hip|groin)s?"
_PART = r"(?:lower leg|leg|calf|calves|shin|knee|ankle|foot|feet)s?"
_ONLY_NEXT = re.compile(
    rf"(?<!\bmedial )(?<!lateral )(?<!anterior )(?<!posterior )(?<!anteromedial )(?<!\binner )(?<!\bouter )"
    rf"(?P<one>\b(?:left |right )?{_WHOLE}) and (?P<other>{OWN}(?:{WAY}|inner|outer) (?:aspect of )?{_PART})\b",
    re.I,
)
"""A whole place, and a side of the next one: "thigh and medial leg" is no medial thigh."""
_CAME_FIRST = re.compile(
    r"\bfirst (?=(?:in|at|on|affecting|involving|noticed|felt|the|both|his|her|my)\b)", re.I
)
"""What came first is no first toe: "first in the toes"."""
_BRACKETED = re.compile(
    r"\(\s*[\"'\u201c\u2018]?(?=(?:stocking|glove|sock)\b)(?P<inside>[^()]*)\)", re.I
)


_DERMATOMES = re.compile(
    r"(?P<before>^|\bmyotomes? and )(?:(?:all|the|leg|sensory|lower limb|lower extremity) )*dermatom(?:es?|al)"
    r"(?: (?:testing|tests?|sensations?|exam(?:ination)?|screen(?:ing)?))?$",
    re.I,
)
"""Dermatomes with no root named are all that was felt."""


_SAID_AGAIN = re.compile(
    rf"\b(?P<way>{WAY}|inner|outer|big|great|little) \((?:the )?(?:inside|inner|outer|outside|back|front|rear|top|"
    r"medial|lateral|big|great|small|fifth)\)",
    re.I,
)
"""A way told twice: "medial (inside) part of the leg"."""
_SIDE_LIMB = re.compile(
    r"\b(?P<side>left|right) side (?=(?:anterior |posterior |lateral |medial )?(?:lower )?"
    r"(?:thigh|leg|hip|calf|foot|knee|buttock|groin|ankle|back|shin|limb|extremity)\b)",
    re.I,
)
_OF_LEG = re.compile(
    r"\b(?P<place>(?:thigh|calf|shin|knee|foot|ankle|heel|sole|buttock|groin|toe)s?) of (?:(?:the|his|her|my|your) )?"
    r"(?P<side>left|right|affected) (?:lower )?(?:leg|limb|extremity)\b",
    re.I,
)


def each_place(text: str) -> str:
    """Write "thigh and medial leg" with a comma, so that what narrows the second does not narrow the first.

    The leg that a part of it is of says on which side: "calf of the left leg".
    """
    text = _SIDE_LIMB.sub(r"\g<side> ", _SAID_AGAIN.sub(r"\g<way>", text))
    return _ONLY_NEXT.sub(r"\g<one>, \g<other>", _OF_LEG.sub(r"\g<place> on the \g<side>", text))


def plain_pattern(text: str) -> str:
    """Leave out that something came first, and the brackets round what a loss is like: "distal (stocking-glove)"."""
    text = _DERMATOMES.sub(r"\g<before>sensation", _CAME_FIRST.sub("", text))
    return _BRACKETED.sub(r"\g<inside>", text)


_PRESENTS = re.compile(
    r"^(?:(?:patients?|he|she|they|who|may|might|can|could|often|usually|typically|also|sometimes|frequently|to) )*"
    r"(?:presents?|presented|presenting|(?:be|is|are|was|were) present)(?: with)?(?: an?)?$",
    re.I,
)


def plain_presence(said: str) -> str:
    """Write "patients present with" as "present": it tells that something is there, and not that it is sound."""
    return "present" if _PRESENTS.match(said.strip()) else said
