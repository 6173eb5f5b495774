"""Whom a letter is about: age and sex from whichever sentence has them, as "She is a 62 year old teacher"."""

import re

from lumbosacral.findings.cases.person import person_first, read_patient
from lumbosacral.findings.line.letter import of_letters

__all__ = ["who_inside"]

_YEARS = r"[\s-]?(?:(?:years?|yrs?|y|months?)[\s/-]?(?:old|o)|yo|y/o)\b"
_WHO = r"(?:males?|man|woman|boy|girl|lady|gentleman|female|gent)\b"
_AGED = re.compile(
    rf"(?<![\d./])(?P<old>\d{{1,3}}{_YEARS})"
    rf"|(?<![\d./])(?P<short>\d{{2}}\s?(?:M|F)\b)(?![./]|[ -]?(?i:waves?|responses?))"
    rf"|(?<![\d./])(?P<noun>\d{{2}}[\s-](?i:{_WHO}))"
    r"|[,(]?\s*\b(?:(?:now |currently |who is |is )*[Aa]ge[d:]?|[Aa]ge is)\s*:?\s*(?P<aged>\d{1,3})\b(?: years)?"
    r"(?:\)|(?!\W+(?i:sex|gender)\b)(?=\s*(?:[,.;]|who|with|has|is|was|$|[A-Z])))"
    r"|\b(?:[Hh]e|[Ss]he|who|[Pp]atient) is (?:now |currently |only )?(?P<is>\d{2})(?: years)?"
    r"(?:(?: now| today)?\s*(?=[,.;]|$))",
)
_DECADE = re.compile(
    rf"\b(?:this |an? )?(?P<who>{_WHO}) (?P<when>in (?:his|her|their) (?:(?:early|mid|late)[ -])?"
    r"(?:[2-9]0'?s|(?:twen|thir|for|fif|six|seven|eigh|nine)ties))",
    re.I,
)
_OF_ANOTHER = re.compile(
    r"\b(?:father|mother|brother|sister|son|daughter|husband|wife|partner|child|baby|aunt|uncle|cousin|parents?|onset"
    r"|died|at)[ ,(]*(?:[\w-]+ ){0,2}$|\bmy $",
    re.I,
)
_SEX = re.compile(rf"\b{_WHO}", re.I)
_ANOTHER = re.compile(
    r"\W*(?:[\w-]+ )?(?:sons?|daughter|child|baby|twins?|grand\w+|injur\w+|fractures?|scars?|prosthes\w+|implants?"
    r"|tears?|histor\w+|lesions?|surger\w+)\b",
    re.I,
)
_END = re.compile(r"[.;:\n](?!\d)")


def who_inside(text: str) -> tuple[str, str]:
    """Return age and sex of the patient from the first sentence that has them, and the text without them."""
    decade = _DECADE.search(text)
    if decade is not None:
        told = f"{decade['who']} {decade['when']}"
        return told, _spliced(text, decade.start(), text[decade.end() :])
    for found in _AGED.finditer(text):
        if _OF_ANOTHER.search(text[: found.start()]) or _ANOTHER.match(text, found.end()):
            continue
        if found["aged"] or found["is"]:
            who, rest = f"{found['aged'] or found['is']} years old", text[found.end() :]
        else:
            who, rest = person_first(_written_out(found) + text[found.end() :])
        if read_patient(who):
            before = _sentence(text, found.start())
            named = _SEX.search(before) if "sex" not in read_patient(who) else None
            who = f"{who}, {named[0]}" if named else who
            return who, _spliced(text, found.start(), rest.lstrip(" ,)"))
    return "", text


def _written_out(found: re.Match[str]) -> str:
    """Write "35F" and "54 Male" as an age and a sex."""
    said = found[0].strip()
    return said if found["old"] else f"{said[:2]} year old {said[2:].strip(' -')}"


def _sentence(text: str, at: int) -> str:
    """What stands before a place in its sentence."""
    ends = [found.end() for found in _END.finditer(text, 0, at)]
    return text[ends[-1] if ends else 0 : at]


def _spliced(text: str, at: int, rest: str) -> str:
    """Put a sentence together again without who it is about; a beginning that says nothing else is left out."""
    before = _sentence(text, at)
    kept = "" if of_letters(before) or not before.strip(" ,(") else f" {before.strip(' ,(')}, "
    return f"{text[: at - len(before)]}{kept} {rest}".strip()
