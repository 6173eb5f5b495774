"""Since when it has been so, among the times that a text tells."""

import re

from lumbosacral.findings.cases.onset import course_of, days_of
from lumbosacral.findings.language.patterns import TIME

__all__ = ["first_of_both", "is_duration", "is_illness", "only_time"]

_ILL = re.compile(
    r"weak|numb|tingl|tripp|stumbl|catch|drag|incontinen|retention|difficult|walk", re.IGNORECASE
)
"""What is told as history, and is the illness itself."""
_YEARS = re.compile(r"\d{1,2} ?(?:years?|yrs?)", re.IGNORECASE)
"""How long it has lasted, and no age, where something was told before."""


def is_illness(said: str) -> bool:
    """Whether what is told as history is the illness itself."""
    return _ILL.search(said) is not None


def is_duration(said: str) -> bool:
    """Whether bare years may be how long it has lasted, and no age, where something was told before."""
    return _YEARS.fullmatch(said) is not None


def only_time(said: str) -> str:
    """Words of a time among those of a finding, which is told by itself and not once more with when it began."""
    told = " ".join(found.group().strip() for found in TIME.finditer(said))
    return told if days_of(told) == days_of(said) and course_of(said) is None else said


def first_of_both(told: list[str], events: list[str]) -> list[str]:
    """Put how long it has lasted before an older event: "hip replacement 10 years ago, foot drop for 3 weeks"."""
    lasted, passed = (days_of(one[0]) if one else None for one in (told, events))
    older = lasted is not None and passed is not None and lasted < passed
    return [*told, *events] if older or not events else [*events, *told]
