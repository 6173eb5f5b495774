"""Age, sex and height from free words, and from among what else is told of somebody: "a right-handed carpenter"."""

import re

from lumbosacral.findings.language.words import clean

__all__ = ["SEXES", "person_first", "read_patient"]

SEXES = {
    "m": "M",
    "male": "M",
    "man": "M",
    "boy": "M",
    "gentleman": "M",
    "f": "F",
    "female": "F",
    "woman": "F",
    "girl": "F",
    "lady": "F",
    "w": "F",
}
_SEXES = "|".join(sorted(SEXES, key=len, reverse=True))
_AGE = re.compile(
    r"(?<![\d.])(\d{1,3})[\s-]?(?:(years?|yrs?|y|months?|mo)\b[\s/-]?(?:old|o)?|yo\b|(?=[mf]\b)|(?=\s*$)|(?=[\s,]))"
)
_MEANT = re.compile(
    rf"\baged?[\s:]*(\d{{3,}})\b|(?<![\d.])(\d{{3,}})[\s-]?(?:(?:years?|yrs?|y)\b|yo\b|(?:{_SEXES})\b)"
)
"""What can be meant as an age only, whether or not anybody gets so old."""
_OLD = r"\d{1,3}[\s-]?(?:(?:years?|yrs?|yr|y|months?)[\s/-]?(?:old|o)|yo|y/o)"
_DECADES = (
    "twenties",
    "thirties",
    "forties",
    "fifties",
    "sixties",
    "seventies",
    "eighties",
    "nineties",
)
_DECADE = re.compile(
    rf"\b(?:in (?:(?:his|her|their|the) )?(?P<part>early|mid|late)?[ -]?|(?P<bare>early|mid|late)[ -])"
    rf"(?:to[ -](?:mid|late)[ -])?(?P<ten>[2-9]0'?s|{'|'.join(_DECADES)})\b"
)
_YEARS_IN = {"early": 2, "mid": 5, "late": 8}
_GOES_ON = (
    r"(?:with|who|presenting|presents?|presented|known|complain\w*|c/o|reports?|reported|has|had|is|was|on|after"
    r"|at|in|during|undergoing|underwent|post|found|noted|whose|following|referred|admitted|seen|diagnosed"
    r"|suffer\w*|develop\w*|came|comes|in whom|sustain\w*|wakes?|woke|awoke|awakens?|awakened|notic\w+|describ\w+"
    r"|experienc\w+"
    r"|undergoes|falls|fell|receiv\w+|takes|took|lost|loses|cannot|can|could|attend\w*|visit\w*|consults?|consulted"
    r"|returns?|returned|arrives?|arrived|brought|struck|stabbed|shot|stat(?:es|ed)|feels|felt|finds|slip\w+|trip\w+"
    r"|twist\w+|lift\w+|deliver\w*|gave|gives|start(?:s|ed)|began|begins|involved|evaluated|injured|who's|taking"
    r"|unable|s/p|p/w|h/o|status)"
)
_NO_PERSON = (
    r"(?:(?!who)\w+ ){0,2}?(?:fracture|injury|scar|wound|replacement|arthroplasty|prosthesis|lesion|operation"
    r"|history|problem)"
)
"""What is old and nobody: "a 10-year-old fracture"."""
_WHO = re.compile(
    rf"^\s*(?:(?:this|the|an?|our) )?(?P<before>(?:[A-Za-z][\w-]* ){{0,3}}?)(?P<age>{_OLD})"
    rf"(?!,? (?:{_NO_PERSON})\b)(?P<who>(?:[ ,]+(?!{_GOES_ON}\b)[A-Za-z][\w'-]*){{0,5}}?)(?P<end>\s*(?:$|[,;.:]"
    rf"|(?={_GOES_ON}\b)))",
    re.I,
)
_HANDED = re.compile(
    r",?\s*\b(?:right|left)[\s-]hand(?:ed(?:ness)?| dominant)\b(?!\s+(?:weak|numb))", re.I
)
_PRESENTS = re.compile(
    r"^(?:who )?(?:(?:is|was|has been) )?(?:presenting|presents?|presented|complain(?:s|ed|ing)|c/o|reports?|reported"
    r"|known|referred|seen|gives|gave|with|has|had)(?: been)?(?: (?:complaining|presenting|suffering|reporting))?"
    r"(?: (?:to have|with|of|from|for (?:the )?(?:evaluation|assessment|review|management|consideration) of|for"
    r"|because of|due to|by|in consultation(?: for)?))?\s+",
    re.I,
)
_WHEN = re.compile(r"(?:at|in|during)\b", re.I)
_SEX = re.compile(rf"\b(?:{_SEXES})\b", re.I)


def read_patient(text: str) -> dict[str, str]:
    """Age and sex from words such as "45 M" or "34-year-old woman"; what is meant as an age is one, however high."""
    said = clean(text).lower()
    found: dict[str, str] = {}
    sex = re.search(
        rf"(?<![\w'])(\d{{1,3}})?\s?({_SEXES})(?![\w'])",
        said,
    )
    if sex is not None:
        found["sex"] = SEXES[sex[2]]
    age = _AGE.search(said)
    meant = _MEANT.search(said)
    decade = _DECADE.search(said)
    height = re.search(r"(?<!\d)(\d{3}) ?cm\b", said)
    if decade is not None:
        found["age"] = str(_decade_age(decade))
    elif meant is not None:
        found["age"] = meant[1] or meant[2]
    elif age is not None and int(age[1]) <= 120:
        found["age"] = f"{int(age[1]) / 12:.2f}" if (age[2] or "").startswith("mo") else age[1]
    if height is not None and 100 <= int(height[1]) <= 250:
        found["height_cm"] = height[1]
    return found


def _decade_age(found: re.Match[str]) -> int:
    ten = found["ten"]
    start = 20 + 10 * _DECADES.index(ten) if ten in _DECADES else int(ten[:2])
    return start + _YEARS_IN.get(found["part"] or found["bare"], 5)


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
