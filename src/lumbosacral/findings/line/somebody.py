"""Age and sex that stand behind other words of a note: "seen in clinic. 52 yo lady with ...", "?GBS 36M"."""

import re

__all__ = ["somebody_first"]

_SEX = r"(?:[MF]|(?i:male|female|man|woman|lady|gentleman|gent|boy|girl))(?![\w/+-])"
_OLD = r"(?i:(?:yo|yrs?|years?|y)(?:[ /-]?(?:old|o))?(?![\w/]))"
_PARITY = r"(?:G\d+ ?P\d+(?:\+\d)?,? )?"
_WHO = re.compile(
    rf"(?<![\w/.+-])(?P<age>\d{{1,3}})(?:[ -]?(?P<old>{_OLD}),?)?[ -]?(?P<told>{_PARITY}(?:(?!and |with )[a-z]+ )?)"
    rf"(?P<sex>{_SEX})(?! (?:foley|cath))"
)
_WRITTEN = (
    re.compile(
        r"^\W*(?:age:? ?)?(?P<age>\d{1,3}) ?(?:yo|y|yrs?|years?)? ?[/,;.]? ?"
        r"(?:(?:sex|gender):? ?(?P<sex>[MF]|male|female)\b|/ ?(?P<other>[MF])\b|(?P<sign>[\u2640\u2642]))[,;:.]?",
        re.IGNORECASE,
    ),
    re.compile(
        r"^\W*(?P<sex>[MF]|male|female)(?: ?/ ?|,? (?:age:? ?)?)(?P<age>\d{2,3})(?: ?(?:yo|yrs?|years?|y))?"
        r"(?:[,;:.]|(?= (?!\d)[A-Za-z]))",
        re.IGNORECASE,
    ),
)
"""Age and sex as forms have them: "M/58", "Age: 58 Sex: F"."""
_BEFORE = re.compile(
    r"(?:^|[.,;:?!\n(]|\?\s?\w+|\b(?:this|an?|the|pt|patient|is|re|seen|review(?:ed)?|for|with))\s*$",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    r"\b(?:father|mother|brother|sister|son|daughter|cousin|uncle|aunt|wife|husband|partner|baby|child|twin|FH"
    r"|family|labou?r|delivered)\b[^.;\n]*$",
    re.IGNORECASE,
)


def somebody_first(text: str) -> str:
    """Put age and sex at the beginning, where they stand later and are nobody else's."""
    for form in _WRITTEN:
        if (found := form.match(text)) is not None:
            sex = _sex(found.groupdict())
            return f"{found['age']} {sex}, {text[found.end() :].strip(' ,')}"
    for found in _WHO.finditer(text):
        before = text[: found.start()]
        bare = found["old"] is None
        if bare and (len(found["age"]) < 2 or not _BEFORE.search(before)):
            continue
        if (not before.strip() and not found["told"]) or _ANOTHER.search(before):
            continue
        told = found["told"].strip(" ,")
        between = f", {told}, " if told else ", "
        rest = f"{_ended(before)}{between}{text[found.end() :].lstrip(' ,.)')}"
        return f"{found['age']} {found['sex']}, {rest.lstrip(' ,.')}"
    return text


def _sex(said: dict[str, str | None]) -> str:
    if said.get("sign"):
        return "F" if said["sign"] == "\u2640" else "M"
    return said["sex"] or said["other"] or ""


_ARTICLE = re.compile(
    r"\b(?:(?:(?:pt|patient|this|he|she)\b\s*)?(?:is|was)\s+)?(?:this|an?|the|pt|patient)\s*$",
    re.IGNORECASE,
)


def _ended(before: str) -> str:
    """Words before it, without the article that belonged to the person."""
    return _ARTICLE.sub("", before).rstrip(" ,(")
