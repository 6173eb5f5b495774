"""Two troubles of one place, each told of it: "R leg weakness and numbness", "pain/weakness of the left foot"."""

import re

__all__ = ["each_trouble"]

_SIDED = r"(?:left|right|both|bilateral|bilat|b/l|L|R|Lt|Rt) "
_SIDE = rf"(?:{_SIDED})?"
_PLACE = (
    r"(?:(?:lower |outer |inner |front |back |lateral |medial |anterior |posterior )*"
    r"(?:legs?|foot|feet|LE|LL|lower limbs?|lower extremit(?:y|ies)|thighs?|calf|calves|shins?|ankles?|toes|buttocks?))"
)
_FELT = r"numbness|tingling|para?esthesia[es]?"
_TROUBLE = rf"(?:{_FELT}|weakness|pains?)"
_JOINED = r" ?(?:,? and |&|/|\+|,) ?"
_PLACE_FIRST = re.compile(
    rf"(?<![\w/])(?P<where>{_SIDE}{_PLACE}) (?P<list>{_TROUBLE}(?:{_JOINED}{_TROUBLE})+)"
    r"(?![\w/]| (?:of|in|over|down)\b)",
    re.IGNORECASE,
)
_PLACE_LAST = re.compile(
    rf"(?<![\w/])(?P<list>{_TROUBLE}(?:{_JOINED}{_TROUBLE})+) "
    rf"(?:(?:of|in|to|affecting|down|over) (?:the |his |her )?|(?={_SIDED}))(?P<where>{_SIDE}{_PLACE})(?![\w/])",
    re.IGNORECASE,
)
_ENDS = r"(?:hands|arms|fingers|feet|legs|toes)"
_ARMS_TOO = re.compile(
    rf"\b(?P<what>{_TROUBLE}(?:{_JOINED}{_TROUBLE})*) (?:of|in) (?:the |both |all )*(?P<one>{_ENDS})"
    rf" (?:and|&|\+) (?:the |both )?(?P<two>{_ENDS})\b",
    re.IGNORECASE,
)
_PART = re.compile(_TROUBLE, re.IGNORECASE)
_ONE = re.compile(rf"(?:{_FELT})", re.IGNORECASE)


def each_trouble(text: str) -> str:
    """Say of a place each of the troubles that it has, where one of them is felt and another is not."""
    text = _ARMS_TOO.sub(r"\g<what> in \g<one>, \g<what> in \g<two>", text)
    text = _PLACE_FIRST.sub(lambda found: _each(found, "{where} {what}"), text)
    return _PLACE_LAST.sub(lambda found: _each(found, "{what} in {where}"), text)


def _each(found: re.Match[str], form: str) -> str:
    troubles = [one for one in _PART.findall(found["list"]) if one]
    felt = [one for one in troubles if _ONE.fullmatch(one)]
    if len(felt) == len(troubles):
        return found[0]
    # what is numb and tingles is numb
    kept = [one for one in troubles if one not in felt[1:]]
    return ", ".join(form.format(where=found["where"], what=one) for one in kept)
