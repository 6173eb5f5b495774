"""Who it is, told before what was found, in more words than age and sex: "a 54-year-old right-handed carpenter"."""

import re

from lumbosacral.findings.person import SEXES

__all__ = ["person_first"]

_AGE = r"\d{1,3}[\s-]?(?:(?:years?|yrs?|yr|y|months?)[\s/-]?(?:old|o)|yo|y/o)"
_GOES_ON = (
    r"(?:with|who|presenting|presents?|presented|known|complain\w*|c/o|reports?|reported|has|had|is|was|on|after"
    r"|at|in|during|undergoing|underwent|post|found|noted|whose|following|referred|admitted|seen|diagnosed"
    r"|suffer\w*|develop\w*|came|comes|in whom)"
)
_WHO = re.compile(
    rf"^\s*(?:(?:this|the|an?|our) )?(?P<before>(?:[A-Za-z][\w-]* ){{0,3}}?)(?P<age>{_AGE})"
    rf"(?P<who>(?:[ ,]+(?!{_GOES_ON}\b)[A-Za-z][\w'-]*){{0,5}}?)(?P<end>\s*(?:$|[,;.:]|(?={_GOES_ON}\b)))",
    re.I,
)
_HANDED = re.compile(
    r",?\s*\b(?:right|left)[\s-]hand(?:ed(?:ness)?| dominant)\b(?!\s+(?:weak|numb))", re.I
)
_PRESENTS = re.compile(
    r"^(?:who )?(?:(?:is|was|has been) )?(?:presenting|presents?|presented|complain(?:s|ed|ing)|c/o|reports?|reported"
    r"|known|referred|seen|with|has|had)(?: (?:to have|with|of|for|because of|due to|by))?\s+",
    re.I,
)
_WHEN = re.compile(r"(?:at|in|during)\b", re.I)
_SEX = re.compile(rf"\b(?:{'|'.join(sorted(SEXES, key=len, reverse=True))})\b", re.I)


def person_first(text: str) -> tuple[str, str]:
    """Age and sex, and the text without them.

    Which hand somebody writes with is no side of what was found. What else he is, such as diabetic or a runner, stays
    in the text, set apart.
    """
    hands = [found[0].strip(" ,") for found in _HANDED.finditer(text)]
    text = _HANDED.sub("", text)
    found = _WHO.match(text)
    if found is None:
        return " ".join(hands), text
    told = f"{found['before']} {found['who']}"
    sex = _SEX.search(told)
    patient = [found["age"], *([sex[0]] if sex else []), *hands]
    more = ", ".join(one for one in (part.strip(" ,") for part in _SEX.split(told)) if one)
    rest = _PRESENTS.sub("", text[found.end() :].strip())
    # "a G2P1 woman at 39 weeks" is told in one
    between = " " if _WHEN.match(rest) else ", " if more and rest else ""
    return " ".join(patient), f"{more}{between}{rest}"
