"""Strength that is sound but for some of it: "5/5 except 4/5 ankle and toe dorsiflexion"."""

import re

__all__ = ["each_name", "sound_but"]

_BUT = (
    r"(?:except(?:ing|ed)?(?: for)?|apart from|aside from|other than|save for|but for|excluding"
    r"|with the exception of)"
)
_GRADE = r"(?:[0-5](?:\s?[+-])?\s?/\s?5(?:\s?[+-])?)"
_WEAK = (
    r"(?:(?:mild|slight|moderate|marked|severe|significant|profound|some|subtle)(?:ly)? )?"
    r"(?:weak(?:ness)?|reduced|decreased|diminished)"
)
_WHOLE = re.compile(
    rf"^(?P<whole>.*?(?:\b5/5|\b(?:normal|full|intact|preserved|unremarkable)\b)[^,;]*?),?\s+{_BUT} "
    r"(?:for )?(?P<rest>.+?)\.?$",
    re.I,
)
_FIRST = re.compile(
    rf"^(?:(?:the|a|an|some) )*(?P<value>{_GRADE}|{_WEAK})(?: (?:strength|power))?(?: (?:of|in|on|at|for))?"
    r"(?: the| his| her)* (?P<names>.+)$",
    re.I,
)
_LAST = re.compile(
    rf"^(?P<names>.+?),? ?(?:which|that|at|of|being|to|was|were|is|are|graded|grade|with|strength| )* ?\(?"
    rf"(?P<value>{_GRADE}|weak)\)?$",
    re.I,
)
_VALUE = re.compile(rf"{_GRADE}|\bweak(?:ness)?\b|\breduced\b|\bdecreased\b", re.I)
_PARTED = re.compile(r"\s*(?:,|;|/(?=[a-z]))\s*(?:and |or )?|\s+(?:and|as well as|plus)\s+", re.I)
_SIDE = re.compile(r"^(?:the )?(?P<side>left|right|bilateral) ", re.I)
_JOINT = r"(?:hips?|knees?|ankles?|f(?:oo|ee)t|(?:great |big )?toes?|hallux)"
_MOVING = (
    r"(?:dorsi-?|plantar-? ?)?(?:flex|extens)(?:ors?|ion)|abduct(?:ors?|ion)|adduct(?:ors?|ion)"
)
_TWO_JOINTS = re.compile(
    rf"\b(?P<one>{_JOINT}) and (?P<other>{_JOINT}) (?P<moving>{_MOVING})\b", re.I
)
_ANY_JOINT = re.compile(rf"\b{_JOINT}\b", re.I)
_BARE_MOVING = re.compile(r"^(?:flex|extens|abduct|adduct)\w+$", re.I)
_ASSENT = frozenset({"", "present", "yes", "true"})


def sound_but(of: str, said: str) -> tuple[str, str]:
    """Words and answer with each exception told by itself: "5/5 except 4/5 X, 4/5 Y"."""
    said = said.strip()
    text = of if said.lower() in _ASSENT else f"{of} {said}"
    found = _WHOLE.match(text)
    if found is None or len(found["whole"]) < len(of) * (text != of):
        return of, said
    told = _told(_TWO_JOINTS.sub(_of_each, found["rest"]))
    if told:
        return f"{found['whole']} except {', '.join(told)}", "present"
    return _TWO_JOINTS.sub(_of_each, of), _TWO_JOINTS.sub(_of_each, said)


def _of_each(found: re.Match[str]) -> str:
    return f"{found['one']} {found['moving']} and {found['other']} {found['moving']}"


def _told(rest: str) -> list[str]:
    """Name each exception with its value; nothing where the words do not say which value is whose."""
    values = len(_VALUE.findall(rest))
    if values > 1:
        each = [_LAST.match(piece) or _FIRST.match(piece) for piece in _PARTED.split(rest)]
        told = [f"{one['value']} {one['names']}" for one in each if one is not None]
        return told if len(told) == len(each) == values else []
    found = (_FIRST.match(rest) or _LAST.match(rest)) if values else None
    if found is None:
        return []
    value = "weak" if _VALUE.fullmatch(found["value"]) is None else found["value"]
    value = "weak" if re.match(r"[a-z]", value, re.I) else value
    return [f"{value} {name}" for name in each_name(found["names"])]


def each_name(text: str) -> list[str]:
    """Each name with the side and the joint that were told once: "left knee flexion and extension"."""
    side, joint, names = "", "", list[str]()
    for name in filter(None, _PARTED.split(_TWO_JOINTS.sub(_of_each, text))):
        own = _SIDE.match(name)
        side = f"{own['side']} " if own else side
        plain = _SIDE.sub("", name)
        if _BARE_MOVING.match(plain) and joint:
            plain = f"{joint} {plain}"
        seen = _ANY_JOINT.search(plain)
        joint = seen.group() if seen else joint
        names.append(f"{side}{plain}")
    return names
