"""Where it is felt, and how, in plain spelling."""

import re

from lumbosacral.findings.plain.felt.felt_where import each_place, plain_pattern
from lumbosacral.findings.plain.felt.wheres import near_joint, plain_where

__all__ = [
    "plain_feeling",
    "plain_places",
    "without_landmark",
]

_JUST_BY = re.compile(
    r"(?<=\w)(?<!\barea)(?<!\bregion)(?<!\bskin)(?<!\bpatch)(?<!\bzone),?\s+"
    r"(?:just|immediately|slightly|directly)\s+(?:above|below|over|distal to|proximal to|behind)\s+"
    r"(?:the|his|her)\s+\w+(?:\s+\w+)?$",
    re.I,
)


_EDGE = re.compile(
    r"(?<=\w),? (?:(?:with|ending (?:with|in))(?: an?)?"
    r"(?: (?:sharp|clear|distinct|abrupt|well[- ]defined|upper|straight))+ "
    r"(?:edge|border|boundary|demarcation|cut[- ]?off|margin|line|limit)s? (?:at|along|around|near)(?: \w+){1,3}"
    r"|(?:(?:sharply|clearly|well) )?(?:demarcated|cut off|ending|stopping|ends|stops) at (?:the )?(?:groin|hip)s?)$",
    re.I,
)


_LOSS_OF = re.compile(
    r"\b(?<!partial )(?<!some )(?<!mild )(?<!slight )(?<!subtle )(?<!patchy )loss of (?=\w)", re.I
)
_FELT = r"(?:numb|sensory|pa?resth|paraesth|tingl|hyp|dysesth|dysaesth|burn|altered|loss)"
_ALSO_PAIN = re.compile(
    rf"\bpain(?:ful)? (?:and|with|or) (?={_FELT})|(?<=numbness) and pain\b|(?<=esthesias) and pain\b",
    re.I,
)


_LIMB = r"(?:thigh|leg|lower leg|calf|shin|foot|ankle|knee|heel)"
_TOE = r"(?:great |big )?toes?"
_OF = r"(?:(?:the|his|her|my|their) )?(?:(?:left|right) )?"
_ASPECT_OF = re.compile(
    r"\b(?P<way>medial|lateral|anterior|posterior|inner|outer|dorsal|plantar|anterolateral|posterolateral|anteromedial)"
    rf" (?:aspect|side|surface|part|border)s? of (?P<one>{_OF}{_LIMB}) and (?P<other>{_OF}(?:{_TOE}|{_LIMB}))\b",
    re.I,
)
_SIDE_OF = re.compile(rf"\b(the|my|his|her) side of (?={_OF}{_LIMB}\b)", re.I)


_WAY = r"(?:antero|postero)?(?:anterior|posterior|lateral|medial)"
_WAYS_OF = re.compile(
    rf"\b(?P<to>(?:in)?to (?:the |his |her )?)(?P<one>{_WAY})(?: aspects?)? and (?:the )?"
    rf"(?P<other>{_WAY}) (?:aspects? of (?:the )?)?(?P<place>thigh|leg|calf|knee|foot|ankle)\b",
    re.I,
)
_ON_TO = re.compile(
    rf"\b(?P<way>{_WAY}) (?P<one>thigh|knee) and (?P<other>(?:lower )?leg|calf)"
    r"(?= (?:down |all the way |extending |radiating )?(?:in)?to\b)",
    re.I,
)


def plain_places(text: str) -> str:
    """Write "the lateral aspect of the foot and ankle" as "lateral foot and lateral ankle"."""
    text = plain_where(each_place(text))
    text = _WAYS_OF.sub(r"\g<to>\g<one> \g<place> and \g<other> \g<place>", text)
    text = _ON_TO.sub(r"\g<way> \g<one> and \g<way> \g<other>", text)
    return _SIDE_OF.sub(
        r"\1 lateral ", _ASPECT_OF.sub(r"\g<way> \g<one> and \g<way> \g<other>", text)
    )


_HOW_FELT = r"(?:numb(?:ness)?|tingl(?:ing|y|es?)|burn(?:ing|s)?|pa?raesthetic|prickl(?:ing|y)|cold|heavy|dead)"
_FELT_LAST = re.compile(
    r"^(?P<place>(?!.*\bnumb.*\bnumb)[\w ,/'-]+? (?:and|or|&) [\w '-]+?)(?:,? (?:which|that|often|sometimes|always"
    r"|frequently|usually|may|can|feels?|felt|is|are|was|were|be|became|becomes?|gets?|got|goes|went|both))* "
    rf"(?P<felt>{_HOW_FELT}(?:,? (?:and|or|&) {_HOW_FELT})+)$",
    re.I,
)


_SEAT = re.compile(
    r"\b(?:his|her|my|your|[a-z]+'s) bottom\b(?! of)|\bbottom (?:area|region|cheeks?)\b", re.I
)
"""What somebody sits on: the bottom of a foot is the foot's."""


def plain_feeling(text: str) -> str:
    """Write "loss of touch" as reduced touch, and leave a pain out where it stands beside what is felt.

    What a list of places feels like comes first: "leg and foot numb and tingling".
    """
    text = _FELT_LAST.sub(r"\g<felt> in \g<place>", _SEAT.sub("buttocks", plain_pattern(text)))
    return plain_places(_ALSO_PAIN.sub("", _LOSS_OF.sub("reduced ", text)))


def without_landmark(text: str) -> str:
    """Leave out what only says more exactly where a place is: "medial thigh, just above the knee"."""
    return _EDGE.sub("", _JUST_BY.sub("", near_joint(text)))
