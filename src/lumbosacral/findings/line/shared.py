"""Complaints of several kinds that share a place: "pain, numbness and weakness of the left leg"."""

import re

__all__ = ["each_complaint"]

_HOW = (
    r"(?:(?:progressive|severe|mild|moderate|marked|increasing|increased|worsening|persistent|intermittent"
    r"|constant|some|new"
    r"|slight|significant|burning|sharp|shooting|aching|subjective|mainly|also) )*"
)
_FELT = (
    r"numbness|tingling|pins and needles|para?esthesias?|sensory loss|loss of (?:sensation|feeling)"
    r"|hypo?a?esthesia"
)
_COMPLAINT = rf"{_HOW}(?:pains?|aching|{_FELT}|weakness|wasting|atrophy|cramps?)"
_JOIN = r"(?:\s*(?:,|/|&)\s*(?:and |or )?| and | with | as well as )"
_LIST = rf"(?P<list>{_COMPLAINT}(?:{_JOIN}{_COMPLAINT})+)"
_PART = (
    r"(?:lower (?:extremit(?:y|ies)|limbs?)|legs?|foot|feet|thighs?|cal(?:f|ves)|buttocks?|toes?|ankles?|knees?"
    r"|hips?)"
)
_SIDED = rf"(?:(?:left|right|bilateral|both) )(?:(?:lateral|medial|anterior|posterior|upper|lower) )?{_PART}"
_AFTER = re.compile(
    rf"\b{_LIST} (?P<where>(?:of|in|over|on|along|down|affecting|involving) (?:(?:the|his|her|my|their|both) )*"
    rf"(?:(?:back|front|side|sole|top|dorsum|outside|inside|whole|entire) (?:of )?(?:(?:the|his|her|my) )?)?"
    rf"(?:(?:left|right|bilateral|lateral|medial|anterior|posterior|anterolateral|upper|lower|distal|proximal|big"
    rf"|great) )*"
    rf"{_PART})\b",
    re.I,
)
_BEFORE = re.compile(
    rf"\b(?P<where>{_SIDED}) {_LIST}(?:,? and (?P<drop>foot drop|foot slap|gait disturbance))?",
    re.I,
)
_NUMB = re.compile(rf"^{_HOW}(?:{_FELT})$", re.I)


def each_complaint(text: str) -> str:
    """Say the place with each kind of complaint; what is numb and what tingles stay one."""
    text = _AFTER.sub(lambda found: _each(found, "{one} {where}"), text)
    return _BEFORE.sub(lambda found: _each(found, "{where} {one}"), text)


def _each(found: re.Match[str], order: str) -> str:
    said = found.groupdict()
    kinds: list[str] = []
    for one in re.split(rf"{_JOIN}(?={_COMPLAINT})", said["list"], flags=re.I):
        if kinds and _NUMB.match(one) and _NUMB.match(kinds[-1]):
            kinds[-1] = f"{kinds[-1]} and {one}"
        else:
            kinds.append(one)
    told = [order.format(one=one, where=said["where"]) for one in kinds]
    return ", ".join([*told, *([said["drop"]] if said.get("drop") else [])])
