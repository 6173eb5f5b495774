"""Discs, levels and roots of a report of the spine in plain spelling: which level and which root each thing is of."""

import re

__all__ = ["plain_spine"]

_LEVEL = r"(?:(?:L[1-5]|T1[0-2]|T[1-9]|C[2-7]) ?[-/] ?(?:[LTC]?1?\d|S?1)\b)"
_LEVELS = rf"{_LEVEL}(?:(?:,? (?:and|or|&) |, ?){_LEVEL})*"
_HEADING = re.compile(
    rf"^(?:at )?(?:(?:this|the same) level,? )?(?:the )?(?:levels? (?:of )?)?(?P<levels>{_LEVELS})"
    r"(?: (?:levels?|discs?|disks?))?:?(?:,? there (?:is|are|was|were))?$",
    re.I,
)
_HEADED = re.compile(rf"^(?:at )?(?P<levels>{_LEVELS}): ?(?P<rest>.+)$", re.I)
_ANY_LEVEL = re.compile(rf"\b{_LEVEL}|\b[LC][1-7]\b(?! (?:nerve |spinal )?roots?\b)", re.I)
_DISC = re.compile(
    r"\b(?:protrusions?|extrusions?|(?:disc |disk )?herniations?|prolapses?|sequestrations?|bulg(?:es?|ing))\b",
    re.I,
)
_OWN_LEVEL = re.compile(rf"\b{_LEVEL}", re.I)
_DENIED = re.compile(r"\b(?:no|without|not)\b", re.I)
_CARRIES = re.compile(
    r"\b(?:with|due to|owing to|because of|caused by|from|secondary to|superimposed|resulting from)\b",
    re.I,
)
_ZONE = (
    r"(?:(?:left|right|bilateral|far|far-)[ -]?)?"
    r"(?:(?:postero|para|sub|extra)?-?(?:central|median|foraminal|articular|lateral)|posterior)"
)
_ZONES = re.compile(
    rf"\b(?P<one>{_ZONE})(?:,? and | to |/)(?P<other>{_ZONE})"
    r"(?= (?:[\w-]+ ){0,2}(?:disc |disk )?(?:protrusion|extrusion|herniation|bulg|prolapse|component))",
    re.I,
)
_AT_LEVELS = re.compile(r"\b(?:at|of) (?:the )?levels? (?:of )?(?:the )?(?=[LTC]\d)", re.I)
_SEVERAL = re.compile(
    rf"(?P<what>(?:dis[ck] )?\b(?:protru|extru|herniat|prolaps|sequest)\w*(?: dis[ck]s?)?) at (?:the )?"
    rf"(?P<levels>{_LEVEL}(?:(?:,? (?:and|or|&) |, ?){_LEVEL})+)(?: (?:levels?|discs?|disks?))?",
    re.I,
)
_SEVERAL_FIRST = re.compile(
    rf"(?P<levels>{_LEVEL}(?:(?:,? (?:and|or|&) |, ?){_LEVEL})+) (?:levels? )?(?P<zone>(?:[a-z-]+ ){{0,2}}?)"
    r"(?P<what>(?:dis[ck] )?(?:protrusion|extrusion|herniation|prolapse|sequestration)s?)\b(?! at\b)",
    re.I,
)
_OF_DISC = re.compile(
    r"\b(protrusions?|extrusions?|herniations?|prolapses?|bulges?|bulging) of (?:the )?(?:dis[ck]s?)(?= at\b|$)",
    re.I,
)
_OR_STENOSIS = re.compile(
    r"(?<=\b)(herniations?|protrusions?|bulges?|extrusions?|prolapses?)((?: at [^,;]+)?) (and|or) (?=stenos[ie]s\b)",
    re.I,
)
_BETWEEN = re.compile(
    r"\b(?P<how>herniated|protruded|protruding|prolapsed|extruded|bulging) (?:inter-?vertebral|lumbar) (?=dis[ck]s?\b)",
    re.I,
)
_SPAN = re.compile(
    r"\b([TL])(\d{1,2})(?:, [TL]?\d{1,2})*,? (?:and|&) \1(\d{1,2})(?= vertebra)", re.I
)
_ROOT = r"(?:L[1-5]|S[1-4])"
_NERVE = r"(?: (?:spinal )?(?:nerve )?roots?)"
_ROOTS = (
    rf"(?P<first>{_ROOT}{_NERVE}?(?:, (?:the )?{_ROOT}{_NERVE}?)*),? (?P<joint>and|or|&) (?:the )?"
    rf"(?P<last>{_ROOT}){_NERVE}\b"
)
_TOUCH = r"(?:compress|imping|contact|abut|displac|touch|effac|indent|irritat|compromis|encroach|deform|pinch|push)\w*"
_TOUCHED = re.compile(rf"(?P<how>\b{_TOUCH}(?: [\w-]+){{0,5}}? ){_ROOTS}", re.I)
_FREE = re.compile(r"\b(?:entirely |completely )?free\b", re.I)
_ROOTS_ARE = re.compile(
    rf"^(?P<before>(?:[a-z-]+ ){{0,3}}){_ROOTS}(?P<are>(?: (?:is|are|was|were))?(?: [\w-]+)*?)$",
    re.I,
)


def plain_spine(of: str, said: str) -> tuple[str, str]:
    """Return words and answer with every disc beside its level, and every root beside what is told of it."""
    of, said = _headed(_plain_discs(of), _plain_discs(said))
    return _each_root(_carried_level(of), said)


def _plain_discs(text: str) -> str:
    """Write zones of one disc as one, and levels without "the levels of": "central and left foraminal protrusion"."""
    text = _OF_DISC.sub(r"disc \1", _BETWEEN.sub(r"\g<how> ", _AT_LEVELS.sub("at ", text)))
    text = _OR_STENOSIS.sub(r"\1\2 \3 canal ", text)
    text = _SEVERAL_FIRST.sub(lambda m: _beside_each(f"{m['zone']}{m['what']}", m["levels"]), text)
    text = _SEVERAL.sub(lambda m: _beside_each(m["what"], m["levels"]), text)
    return _SPAN.sub(_spanned, _ZONES.sub(r"\g<one> \g<other>", text))


def _spanned(found: re.Match[str]) -> str:
    """Write "T9, T10 and T11 vertebrae" as the vertebrae from the first to the last."""
    of = "thoracic " if found[1].upper() == "T" and int(found[3]) < 12 else ""
    return f"{found[1]}{found[2]}-{found[1]}{found[3]} {of}".strip()


def _beside_each(what: str, levels: str) -> str:
    joint = " or " if re.search(r"\bor\b", levels) else " and "
    return joint.join(f"{what} at {level}" for level in _OWN_LEVEL.findall(levels))


def _headed(of: str, said: str) -> tuple[str, str]:
    """Set the levels that head a finding, or that its answer gives, beside the disc: "L1-2, L2-3: no herniation"."""
    if (heading := _HEADED.match(of.strip())) and not _ANY_LEVEL.search(heading["rest"]):
        return _beside(heading["rest"], heading["levels"]), said
    if (heading := _HEADING.match(said.strip())) and not _ANY_LEVEL.search(of):
        return (_beside(of, heading["levels"]), "yes") if _DISC.search(of) else (of, said)
    if (heading := _HEADING.match(of.strip())) and not _ANY_LEVEL.search(said):
        several = len(_OWN_LEVEL.findall(heading["levels"])) > 1
        if several and _DISC.search(said):
            return _beside(said, heading["levels"]), "yes"
    return of, said


def _beside(text: str, levels: str) -> str:
    joint = " or " if _DENIED.search(text) else " and "
    found = joint.join(_OWN_LEVEL.findall(levels))
    return _plain_discs(_DISC.sub(lambda m: f"{m[0]} at {found}", text))


def _carried_level(text: str) -> str:
    """Give the one level that is told to the disc that goes with it: "bulge at L4-5 with a superimposed protrusion"."""
    levels, cut = _OWN_LEVEL.findall(text), _CARRIES.search(text)
    if cut is None or len({re.sub(r"[^\w]", "", level).upper() for level in levels}) != 1:
        return text
    head, tail = text[: cut.start()], text[cut.start() :]
    if _ANY_LEVEL.search(tail) or not _OWN_LEVEL.search(head):
        return text
    return head + _DISC.sub(lambda m: f"{m[0]} at {levels[0]}", tail, count=1)


def _each_root(of: str, said: str) -> tuple[str, str]:
    """Tell of each root of a list what is told of all: "compression of the L5 and S1 roots"."""
    if (whole := _ROOTS_ARE.match(of.strip())) and not re.search(_TOUCH, whole["before"], re.I):
        how = whole["are"] or f" {said}"
        if re.search(rf"{_TOUCH}|\b(?:free|unaffected|spared|uninvolved)\b", how, re.I):
            how = _FREE.sub("unaffected", how)
            each = [f"{whole['before']}{root} root{how}" for root in _listed(whole)]
            return f" {whole['joint']} ".join(each), said if whole["are"] else "yes"
    return _TOUCHED.sub(_each_touched, of), said


def _each_touched(found: re.Match[str]) -> str:
    # "contact with the root" would be two members of a list
    how = re.sub(r"\b(?:with|upon|against) ", "", found["how"])
    each = [f"{how}{root} root" for root in _listed(found)]
    return f" {found['joint']} ".join(each)


def _listed(found: re.Match[str]) -> list[str]:
    return re.findall(_ROOT, f"{found['first']} {found['last']}", re.I)
