"""How far a straight leg was raised on each side, in whole sentences: "limited to 30 degrees on the right"."""

import re

__all__ = ["plain_raised"]

_SIDE = r"(?:left|right|L|R|both|bilateral(?:ly)?|B/L)"
_TEST = re.compile(
    rf"\b(?:(?P<side>{_SIDE}) )?(?:passive )?(?:SLRs?|straight[- ]leg[- ]rais(?:es?|ing))(?: tests?(?:ing)?)?"
    r"(?:[:=\s]|\b(?:was|is|were|are|to|at|of|only|limited|restricted|reduced|possible|achieved|about"
    r"|approximately|tolerated|painful|positive|just|up|by pain)\b)*",
    re.I,
)
_DEGREES = r"\d{2}(?!\d|[./]\d|\s?(?:/|cm|%|years?|yo\b))\s?(?:degrees?\b|degs?\b\.?|\u00b0)?"
_WHAT = rf"(?:{_DEGREES}|full\b|unrestricted\b|negative\b|normal\b)"
_MEASURED = re.compile(r"\d|\bfull\b|\bunrestricted\b", re.I)
_BEFORE = r"(?:(?:,|;|and|but|/|vs\.?|versus|compared (?:to|with))\s*)*"
_BEFORE += r"(?:(?:it )?(?:was|is|to|at|only|about|limited to|restricted to)\s+)*"
_BESIDE = r"(?:(?:on|in|at) )?(?:the )?"
_AGREES = r"(?:(?:,| and)?\s*\(?(?P<sound>NAD|negative|neg|pain[- ]?free|(?:with(?:out| no)|no) (?:any )?pain)\b\)?)?"
_GOES_ON = re.compile(r" (?:with|and|but|while) ", re.I)
_MEMBER = re.compile(
    rf"\s*{_BEFORE}(?:{_BESIDE}(?P<pre>{_SIDE})\b(?: side| leg)?\s*[:=]?\s*(?:(?:it|was|is|to|at)\s+)*(?P<one>{_WHAT})"
    rf"|(?P<two>{_WHAT})(?:\s*{_BESIDE}(?P<post>{_SIDE})\b(?: sides?| legs?)?)?){_AGREES}",
    re.I,
)


def plain_raised(text: str) -> str:
    """Write each side of a straight leg raise as a sign of its own: "SLR 30 degrees right, SLR 80 degrees left"."""
    done, at = "", 0
    for test in _TEST.finditer(text):
        members, end = _members(text, test.end())
        if test.start() < at or _MEASURED.search(text, test.end(), end) is None:
            continue
        lone = (test["side"] or "").strip()
        told = [f"SLR {what} {side or lone}".strip() for what, side in members]
        done += f"{text[at : test.start()]}{_comma(text, test.start())}{', '.join(told)}"
        at = end
        done += "," if _GOES_ON.match(text, end) else ""
    return done + text[at:]


def _members(text: str, at: int) -> tuple[list[tuple[str, str]], int]:
    """What was found on each side, with the side, and where that ends."""
    found: list[tuple[str, str]] = []
    while (one := _MEMBER.match(text, at)) is not None and len(found) < 2:
        what = (one["one"] or one["two"]).strip()
        angle = re.match(r"\d\d", what)
        said = f"{angle[0]} degrees" if angle and not one["sound"] else "negative"
        side = one["pre"] or one["post"] or ""
        found.append((said, "both sides" if side.lower().startswith("b") else side))
        at = one.end()
    return found, at


def _comma(text: str, at: int) -> str:
    """Set the sign apart from what leads to it: "examination showed SLR to 40 degrees"."""
    before = text[:at].rstrip()
    return (
        "" if not before or before[-1] in ",;.:\n" or before.endswith((" and", " with")) else ", "
    )
