"""Signs of a muscle or leg in danger: a tense compartment, and pain when its muscles are stretched."""

import re

__all__ = ["plain_danger"]

_COMPARTMENT = re.compile(r"\bcompartments?\b", re.I)
_TENSE = re.compile(r"\b(?:tense|tight|firm|hard|rigid|woody)\b", re.I)
_NOT = re.compile(r"\b(?:no|not|non|without|soft|supple|denie[sd])\b", re.I)
_STRETCHED = re.compile(
    r"^(?:sustained |forced |gentle )*passive(?:ly)? (?=.*\b(?:dorsi-?flexion|plantar-?flexion|extension|flexion"
    r"|stretch(?:ing)?|movement|motion)\b).*\b(?:foot|ankle|toes?|calf|leg|hallux)\b",
    re.I,
)
_HURTS = re.compile(
    r"^(?:(?:it|this|which) )?(?:elicit|reproduce|provoke|cause|evoke|aggravate|increase|produce|trigger)(?:s|d|ed)? "
    r"(?:(?:the|his|her|severe|intense|marked|exquisite|excruciating|typical|calf|leg) )*(?:pain|symptoms?)$"
    r"|^(?:very |extremely |exquisitely |severely )?painful$",
    re.I,
)


def plain_danger(of: str, said: str) -> tuple[str, str]:
    """Name a tense compartment and a painful stretch in one: "lateral compartment: tense, tender"."""
    told = said.strip()
    if _NOT.search(f"{of} {told}"):
        return of, said
    if _COMPARTMENT.search(of) and _TENSE.search(told):
        return f"tense {of}", "present"
    if _STRETCHED.match(of.strip()) and _HURTS.match(told):
        return f"pain on {of.strip()}", "present"
    return of, said
