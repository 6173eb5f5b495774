"""Notes as they are charted: headings of their sections, bullets, ticks, and lists under a heading of their own."""

import re

from lumbosacral.findings.line.columns import uncolumned

__all__ = ["charted"]

_START = r"(?:^|(?<=[.;]\s)|(?<=\n))"
_SECTION = re.compile(
    rf"{_START}[ \t]*(?:[SOAP]/?|CC|C/C|PC|HPC|HOPC|HxPC|HPI|PE|P/E|Sub(?:j(?:ective)?)?|Ob(?:j(?:ective)?)?|Ax|A/P"
    r"|Assessment|Impression|Imp|Ex|Plan|Hx|ED|ER|A&E|(?:\w+ )?note|Triage|Nursing"
    r"|Neuro(?:logical|logy)?(?: exam(?:ination)?)?"
    r"|(?:Physio|PT|OT|ED|GP|ward|neuro) (?:Ax|assessment|review|note|eval(?:uation)?)|DHx?|SHx?|Meds|RFR"
    r"|(?:Reason for|Chief|Presenting|History of) (?:referral|admission|visit|complaint|consult|present(?:ing)? "
    r"(?:illness|complaint))|Referral|Exam(?:ination)?|Physical(?: exam(?:ination)?)?|Findings"
    r"|(?:LL|LE|lower limbs?|lower extremit(?:y|ies))(?: neuro)?(?: exam(?:ination)?)?|Inspection"
    r"|Special tests)"
    r"[ \t]*(?::|\s[\u2013\u2014-]\s)[ \t]*",
    re.IGNORECASE,
)
_LOOKED = re.compile(
    r"(?<![\w/])(?:o/e|on (?:physical |neuro(?:logical)? |clinical )?exam(?:ination)?)(?![\w/])[ \t]*(?:LL\b|legs?\b)?"
    r"[ \t]*[:,\u2013\u2014-]*[ \t]*",
    re.IGNORECASE,
)
_BULLET = re.compile(
    r"^[ \t]*(?:[-*\u2022\u00b7\u25cf\u25aa\u2023>\u2013]|\d{1,2}[.)])[ \t]+(?=\S)", re.MULTILINE
)
_DASHED = re.compile(
    r"^(?P<what>[ \t]*[A-Za-z][A-Za-z'/]*(?: [A-Za-z][A-Za-z'/]*){0,2})[ \t]+[\u2013\u2014-][ \t]+(?=\S)"
    r"(?!\d+ ?[a-z/]|(?:b/l|bilat\w*|L|R|left|right)\b\s*(?:[,;.\n]|$))",
    re.MULTILINE,
)
"""A dash that stands for a colon: "Heel walk - unable"."""
_KIND = re.compile(
    r"^[ \t]*(?P<what>motor|power|strength|myotomes?|sensory|sensation|dermatomes?|reflexes|DTRs?|tone|gait)"
    r"(?: \(?(?:MRC|exam|testing|LT)\)?)?[ \t]*:?[ \t]*$",
    re.IGNORECASE,
)
_SIDED = re.compile(
    r"^[ \t]*(?P<side>(?:right|left|R|L|Rt|Lt|RLE|LLE)(?: (?:leg|LE))?)[ \t]*[:\u2013\u2014-]+[ \t]*",
    re.IGNORECASE,
)
_OWN = re.compile(r"^[^:]{1,40}:")


def charted(text: str) -> str:
    """Return a note as plain lines."""
    text = _BULLET.sub("", uncolumned(text))
    text = _DASHED.sub(r"\g<what>: ", text)
    text = _LOOKED.sub(". ", _SECTION.sub("", text))
    return _under_headings(text).strip(" \n.") or text


def _under_headings(text: str) -> str:
    """Put a heading that stands alone in front of each line below it that has none of its own."""
    if "\n" not in text:
        return text
    lines: list[str] = []
    heading = ""
    for line in text.split("\n"):
        kind = _KIND.match(line)
        if kind is not None:
            heading = kind["what"]
            continue
        side = _SIDED.match(line)
        if side is not None:
            line = f"{side['side']} {line[side.end() :]}"
        if not line.strip() or (side is None and _OWN.match(line)):
            heading = ""
        lines.append(f"{heading}: {line.strip()}" if heading else line)
    return "\n".join(lines)
