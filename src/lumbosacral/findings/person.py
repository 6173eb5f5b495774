"""Age, sex and height from free words."""

import re

from lumbosacral.findings.words import clean

__all__ = ["SEXES", "read_patient"]

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
_AGE = re.compile(
    r"(?<![\d.])(\d{1,3})[\s-]?(?:(years?|yrs?|y|months?|mo)\b[\s/-]?(?:old|o)?|yo\b|(?=[mf]\b)|(?=\s*$)|(?=[\s,]))"
)
_MEANT = re.compile(
    rf"\baged?[\s:]*(\d{{3,}})\b|(?<![\d.])(\d{{3,}})[\s-]?(?:(?:years?|yrs?|y)\b|yo\b|(?:{'|'.join(SEXES)})\b)"
)
"""What can be meant as an age only, whether or not anybody gets so old."""


def read_patient(text: str) -> dict[str, str]:
    """Age and sex from words such as "45 M" or "34-year-old woman"; what is meant as an age is one, however high."""
    said = clean(text).lower()
    found: dict[str, str] = {}
    sex = re.search(
        rf"(?<![\w'])(\d{{1,3}})?\s?({'|'.join(sorted(SEXES, key=len, reverse=True))})(?![\w'])",
        said,
    )
    if sex is not None:
        found["sex"] = SEXES[sex[2]]
    age = _AGE.search(said)
    meant = _MEANT.search(said)
    decade = re.search(r"in (?:his|her|their) (?:early |mid[ -]?|late )?([2-9]0)s", said)
    height = re.search(r"(?<!\d)(\d{3}) ?cm\b", said)
    if decade is not None:
        found["age"] = str(int(decade[1]) + 5)
    elif meant is not None:
        found["age"] = meant[1] or meant[2]
    elif age is not None and int(age[1]) <= 120:
        found["age"] = f"{int(age[1]) / 12:.2f}" if (age[2] or "").startswith("mo") else age[1]
    if height is not None and 100 <= int(height[1]) <= 250:
        found["height_cm"] = height[1]
    return found
