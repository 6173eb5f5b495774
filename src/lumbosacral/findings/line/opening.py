"""How a line of text begins: who is examined, and what is written short, put in front and in full."""

import re

from lumbosacral.findings.cases.person import person_first, read_patient
from lumbosacral.findings.language.patterns import BESIDE, GLUED, IRRADIATED, PATIENT, WHOSE
from lumbosacral.findings.line.cutting import each_examined
from lumbosacral.findings.line.frames import unwrapped
from lumbosacral.findings.line.letter import without_letter, without_thanks
from lumbosacral.findings.line.somebody import somebody_first
from lumbosacral.findings.line.teller import somebody_in
from lumbosacral.findings.line.whom import who_inside

__all__ = ["opened"]

_PLUS = re.compile(
    r"(?<=[A-Za-z)])\s+\+\s+(?!(?:at|on|in|over|behind|left|right|both|bilat\w*|b/l|[LR])\b)(?=[A-Za-z])"
)
"""A plus that joins two things: "knee jerk + ankle jerk"; before a place or a side it is an answer."""
_PLUS_FIRST = re.compile(r"(?:^|(?<=[,;:] )|(?<=[,;:]))\+(?:ve)?\s?(?=[A-Za-z])")
"""A plus before what was tried: "+ SLR R"."""
_TELLER = re.compile(
    r"^\s*(?:the\s+)?(?:pt|patient)\s+(?:(?:presents|presented|complains|complained|c/o)\s+(?:with|of)?\s*|"
    r"(?:with|has|had|reports|reported|is|was|describes|notes|noted)\s+|(?=can\b|can't|cannot|could|unable))",
    re.IGNORECASE,
)
"""Words for who is examined before what is found: "pt cannot stand on tiptoes"."""


def opened(text: str) -> tuple[list[str], str]:
    """Return what a line says of the person at its beginning, and the rest of it in plain signs."""
    people = []
    sex, text = without_letter(text)
    if PATIENT.match(text) is None and GLUED.match(text) is None:
        who, text = who_inside(text)
        people += [who] if who else []
        who, text = person_first(text)
        people += [who] if who else []
        text = text if people else somebody_first(text)
    text = BESIDE.sub("", _PLUS_FIRST.sub("positive ", text))
    text = IRRADIATED.sub(r"\g<what> radiotherapy", GLUED.sub(_who_first, WHOSE.sub(", ", text)))
    start = PATIENT.match(text)
    if start is not None and read_patient(start.group()):
        people.append(start.group().strip())
        text = re.sub(r"^\s*(?:with|who has|presenting with|,|;)\s*", "", text[start.end() :])
    if sex and "sex" not in read_patient("; ".join(people)):
        people.append(sex)
    more, text = somebody_in(text, people)
    people += more
    text = unwrapped(_TELLER.sub("", text))
    text = without_thanks(text) or text
    return people, each_examined(_PLUS.sub(" and ", text))


def _who_first(found: re.Match[str]) -> str:
    """Put age and sex before what was told of somebody with them: "obese 45F"."""
    told = found["told"].strip()
    return f"{found['who']}, {told}, " if told else f"{found['who']}, "
