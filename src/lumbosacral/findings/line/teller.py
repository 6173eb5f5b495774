"""Who it is, as whoever tells it says of himself or his own: "I am 52", "my husband (61)", "a man of 27", "she"."""

import re

from lumbosacral.findings.cases.person import SEXES, read_patient

__all__ = ["sex_by_pronoun", "somebody_in"]

_MEN = r"husband|dad|father|son|brother|grandfather|grandpa|granddad|uncle|nephew|boyfriend"
_WOMEN = r"wife|mum|mom|mother|daughter|sister|grandmother|grandma|nan|aunt|niece|girlfriend"
_SEX = rf"(?P<sex>{'|'.join(sorted(SEXES, key=len, reverse=True))})"
_NOT_A_TIME = r"(?![\w.%/-])(?!\s*(?:kg|cm|lbs?|%|hours?|days?|weeks?|months?|years?(?![ -]old)|mins?|minutes?)\b)"
_YEARS = r"(?:[\s-]?(?:years?|yrs?|yr)[\s-]?old|[\s-]?y/?o|[\s-]?years? of age)"
_TOLD = (
    # "I'm 52", "I am a 44 year old runner"
    re.compile(
        rf"\bI(?:'m| am|m)(?: an?)? (?P<age>\d{{2}})(?:{_YEARS})?(?:[\s-]?{_SEX}\b)?{_NOT_A_TIME}(?:,? (?:and|but"
        rf"|who)\b)?",
        re.I,
    ),
    # "I (45F)", "my husband (61)", "F(63)"
    re.compile(r"\(\s?(?P<age>\d{2})\s?(?P<sex>[MF])?\s?\)|\((?P<sex2>[MF])\s?(?P<age2>\d{2})\)"),
    # "my mum, 70,", "my wife is 58 and"
    re.compile(
        rf"(?<=\bmy )(?P<kin>{_MEN}|{_WOMEN}),? (?:is |who is "
        rf"|aged )?(?P<age>\d{{2}})(?:{_YEARS})?{_NOT_A_TIME}(?:,? and\b)?",
        re.I,
    ),
    # "my 61-year-old husband"
    re.compile(rf"(?<=\bmy )(?P<age>\d{{2}}){_YEARS} (?P<kin>{_MEN}|{_WOMEN})\b", re.I),
    # "a man of 27", "a woman aged 60"
    re.compile(
        rf"\b(?:(?:an?|the|this) )?(?:\w+ )?{_SEX},? (?:of|aged?"
        rf"|who is) (?P<age>\d{{2}}){_NOT_A_TIME}(?:{_YEARS})?(?: who\b)?",
        re.I,
    ),
    # "Mr Smith is a 58-year-old joiner"
    re.compile(
        rf"\b(?:is|was) an? (?:[a-z-]+ ){{0,2}}?(?P<age>\d{{2}}){_YEARS}"
        rf"(?:,? (?:[a-z-]+ ){{0,2}}?{_SEX}\b)?(?: who\b)?",
        re.I,
    ),
)
_OF_ME = re.compile(rf"\b(?:I|me|my(?!\s+(?:{_MEN}|{_WOMEN})\b))\b", re.I)
_KIN = re.compile(rf"\bmy\s+(?P<kin>{_MEN}|{_WOMEN})\b(?P<own>'s\b)?", re.I)
_FIRST = 40
"""Letters at the most before somebody of the family whom the whole text is about."""
_HE = re.compile(r"\b(?:he|his|him|himself|gentleman|lad|(?-i:Mr)(?=\.? [A-Z]))\b", re.I)
_SHE = re.compile(r"\b(?:she|her|hers|herself|lady|(?-i:Mrs|Ms)(?=\.? [A-Z]))\b", re.I)
_HIS_OWN = re.compile(rf"(?<=\bhis) (?:{_WOMEN})\b|(?<=\bher) (?:{_MEN})\b", re.I)
"""Somebody of the family who is of the other sex: "with her husband"; "he" or "she" may then be either."""
_RELATIVES = re.compile(rf"\b(?:{_MEN}|{_WOMEN})\b", re.I)


def somebody_in(text: str, told: list[str]) -> tuple[list[str], str]:
    """What a text says of age and sex beside what its beginning `told`, and the text without an age."""
    known = read_patient("; ".join(told))
    more: list[str] = []
    if "age" not in known:
        age, text = _age(text)
        more += age
    kin = _kin(text, "age" in read_patient("; ".join([*told, *more])))
    if kin is not None:
        he = re.fullmatch(_MEN, kin["kin"], re.I)
        more += ["M" if he else "F"]
        own = kin["own"]
        word = ("his" if own else "he") if he else ("her" if own else "she")
        text = f"{text[: kin.start()]}{word}{text[kin.end() :]}"
    elif "sex" not in {**known, **read_patient("; ".join(more))}:
        more += sex_by_pronoun(text)
    return more, text


def _age(text: str) -> tuple[list[str], str]:
    for pattern in _TOLD:
        found = pattern.search(text)
        if found is None:
            continue
        said = found.groupdict()
        age, sex = said["age"] or said.get("age2"), said.get("sex") or said.get("sex2")
        kin = said.get("kin") or ""
        person = [f"{age} year old", *([SEXES[sex.lower()]] if sex else [])]
        rest = f"{text[: found.start()]}{kin} {text[found.end() :]}"
        return [" ".join(person)], rest
    return [], text


def _kin(text: str, aged: bool) -> re.Match[str] | None:
    """Somebody of the family whom the whole text is about: more is told of him, and nothing of the teller."""
    kin = _KIN.search(text)
    if kin is None or kin.start() > _FIRST or _OF_ME.search(text) is not None:
        return None
    rest = text[kin.end() :]
    more = aged or kin["own"] or _HE.search(rest) is not None or _SHE.search(rest) is not None
    return kin if more else None


def sex_by_pronoun(text: str) -> list[str]:
    """Sex by "he" or "she" where only one of them is in a text, and nobody else."""
    text = _HIS_OWN.sub("", text)
    if _OF_ME.search(text) is not None or _RELATIVES.search(text) is not None:
        return []
    he, she = _HE.search(text), _SHE.search(text)
    if (he is None) == (she is None):
        return []
    return ["M" if he else "F"]
