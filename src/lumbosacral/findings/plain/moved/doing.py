"""What somebody can and cannot do, and how he walks, told in one breath, in the words of single tasks."""

import re

__all__ = ["cannot_walk", "plain_doing", "plain_far", "plain_walking"]

_CAN = r"(?:(?:is |was |were |are )?(?:still )?able to|can|could|manages? to|managed to)"
_CANNOT = (
    r"(?:(?:is |was |were |are )?(?:un|not )able to|inability to|can ?not|can't|could not|couldn't|failed to"
    r"|(?:does|did) not)"
)
_WHO = r"(?:(?:but|and|while|who|he|she|they|patient|the) )*"
_NOT_YET = re.compile(
    r"\b(?:most likely |probably )?(?:won't|will not|wouldn't|would not)(?: most likely| probably)? be able to\b",
    re.I,
)
_BECAUSE = re.compile(
    r"(?<=\w),? (?:because of|due to|secondary to|owing to|limited by|on account of) "
    r"(?:(?:the|his|her|severe|intense|marked|leg|hip|knee|thigh|calf|foot|back|low) )*pain$",
    re.I,
)
_WALK_ABLE = re.compile(r"\b(?P<end>heel|toe|tip-?toe)[- ]walk (?=(?:un)?able\b)", re.I)
_PARTED = re.compile(rf"(?:,|;| and| but| while| whereas)+ (?={_WHO}(?:{_CAN}|{_CANNOT}) )", re.I)
_FAR = (
    r"(?:(?:about |approximately |some |around )?\d+(?:-\d+)? ?|(?:a )?(?:few|couple of) )"
    r"(?:m|met(?:er|re)s?|yards?|yds?|feet|ft|steps?|paces?|blocks?|min(?:ute)?s?)\b"
)
_ONLY = r"(?:only|just|no more than|not more than|at most|a maximum of|maximum|up to|less than|fewer than|barely)"
_ONLY_SO_FAR = re.compile(
    rf"\b(?P<walk>walk(?:s|ed|ing)?|ambulat(?:es?|ed|ing)) (?:for )?{_ONLY} (?:for )?{_FAR}"
    rf"|\bonly (?P<walks>walk(?:s|ed|ing)?|ambulat(?:es?|ed|ing)) (?:for )?{_FAR}",
    re.I,
)
_SO_FAR = re.compile(rf"^(?:able )?(?:for )?{_ONLY} (?:for )?{_FAR}$", re.I)
_DOES = re.compile(rf"^{_WHO}(?:(?P<can>{_CAN})|{_CANNOT}) (?P<what>.+)$", re.I)
_DONE = re.compile(r"^(?:yes|present|able(?: to)?|can|could|possible|)$", re.I)
_SIDE = re.compile(r"^(?:on the )?(?:left|right)(?: side)?$|^bilaterally$", re.I)
_HOW = (
    r"(?!(?:very |so |too )?(?:far|long|fast|well|independently|without|for|more|easily|unaided|unassisted|alone|much"
    r"|quickly|yet|safely|always|fully|normally|properly|with|at|as|when|after|due|because)\b)"
)
_BUT_NOT = re.compile(
    rf"^{_WHO}(?:{_CAN} )?(?P<one>[^,;]+?)(?: \([^()]*\))?,? but (?:not|{_CANNOT})(?: able to| to)? "
    rf"{_HOW}(?P<other>[^,;]+)$",
    re.I,
)
_ABLE_BUT = re.compile(
    r"^(?P<said>able(?: to)?|normal|possible|intact|can|good|ok(?:ay)?|fine),? but (?:not|unable(?: to)?|cannot) "
    rf"{_HOW}(?P<other>[a-z].+)$",
    re.I,
)
_BUT_HOW = re.compile(
    rf"^{_WHO}{_CAN} (?P<one>[^,;]+?),? but not (?:very |so |too )?"
    r"(?:far|long|fast|well|much|quickly|easily|safely|normally)\b",
    re.I,
)
_ON_HEELS = re.compile(r"^(?:(?:on|the|his|her|their|to) )*(?P<end>heels?|toes?|tip-?toes?)$", re.I)
_SIT_UP = re.compile(
    r"\bsit(?:ting|s)? up(?: (?:in|from|out of)"
    r"(?: (?:the|a|his|her|bed|supine|lying|recumbent|position|down|flat))+)?(?=$|[,;])",
    re.I,
)
_SEAT = r"(?:bath ?tub|bath|tub|car|vehicle|toilet|commode|bed|sofa|couch|arm ?chair|chair|seat|bench|recliner)s?"
_OUT_OF = re.compile(
    rf"\bget(?:ting|s)? (?:in(?:to)? (?:and|or) out of|on(?:to)? (?:and|or) off|out of|off)(?: of)?"
    rf" (?:(?:the|a|an|his|her|low|deep|soft) )*{_SEAT}\b",
    re.I,
)
_RISES = (
    r"(?:ris(?:e|es|ing)|aris(?:e|es|ing)|stand(?:s|ing)?(?: up)?|get(?:s|ting)? up|sit-to-stand)"
)
_ON_ONE = re.compile(
    rf"\b{_RISES} (?=[\w -]*\b(?:chair|seat|stool|sitting|standing)\b)[\w -]*?"
    r"(?:on|with|using|of)(?: (?:only|just|the|a|strength|of))* (?P<which>one|single|right|left) "
    r"(?:supporting )?(?:leg|limb|lower limb|lower extremity)(?: (?:alone|only))?(?=$|[,;])",
    re.I,
)


def plain_doing(of: str, said: str) -> tuple[str, str]:
    """Words and answer of a task, each thing with what came of it: "walks on toes but not on heels"."""
    of = _WALK_ABLE.sub(r"\g<end> standing ", _NOT_YET.sub("unable to", of))
    of, said = _BECAUSE.sub("", of), _BECAUSE.sub("", said)
    of, said = plain_far(of, said)
    of = _OUT_OF.sub("getting up from chair", _SIT_UP.sub("sit up from lying", of))
    of = _ON_ONE.sub(_on_one_leg, of)
    pieces = _PARTED.split(of)
    each = [_DOES.match(piece) for piece in pieces]
    if len(pieces) > 1 and all(each) and _DONE.match(said):
        return ", ".join(_came_of(one) for one in each if one is not None), ""
    sided = _SIDE.match(said) is not None
    told = _BUT_NOT.match(of) if sided or _DONE.match(said) else None
    if told is not None and not re.search(r"\b(?:un|not )able\b", told["one"], re.I):
        rest = said if sided else ""
        return f"{told['one']} possible, {_other(told['one'], told['other'])} impossible", rest
    limited = _BUT_HOW.match(of) if _DONE.match(said) else None
    if limited is not None:
        return limited["one"], "with difficulty"
    answered = _ABLE_BUT.match(said)
    if answered is not None:
        return f"{of} possible, {_other(of, answered['other'])} impossible", ""
    return of, said


def plain_far(of: str, said: str) -> tuple[str, str]:
    """Say of who walks so far and no farther that he walks short distances only; of who cannot, that he is unable."""
    of, said = _without_walking(of, said)
    of = _ONLY_SO_FAR.sub(lambda m: f"{m['walk'] or m['walks']} only short distances", of)
    return of, _SO_FAR.sub("only short distances", said.strip())


def _came_of(found: re.Match[str]) -> str:
    return f"{found['what']} {'possible' if found['can'] else 'impossible'}"


def _other(one: str, other: str) -> str:
    """Name the other thing in full: "walks on toes, but not on heels"."""
    end = _ON_HEELS.match(other)
    return f"walk on {end['end']}" if end and re.search(r"toe|heel", one, re.I) else other


def _on_one_leg(found: re.Match[str]) -> str:
    side = found["which"].lower()
    return f"rise on one leg on the {side}" if side in {"left", "right"} else "rise on one leg"


_SLAPS = re.compile(
    r"\b(?:(?:the|his|her) )?(?:(?P<side>left|right) )?(?:heels?|foot|feet|forefoot|sole) "
    r"(?:lands?|hits?|strikes?|meets?|comes? down)(?: (?:on )?(?:the )?(?:floor|ground))?"
    r"(?: with)?(?: an?)?(?: [\w-]+)? slap\b",
    re.I,
)
_NOT_LIFTED = re.compile(
    rf"\b(?:{_CANNOT}|inability to|unable to) (?:lift|raise|pick up|clear) (?:(?:the|his|her|front|part|of) )*"
    r"(?:(?P<side>left|right) )?(?:fore)?foot(?: off the (?:floor|ground))? (?:while|when|during|on|in) "
    r"(?:walking|swing(?: phase)?|gait|ambulat\w+)\b",
    re.I,
)
_ON_STAIRS = re.compile(
    r"(?P<gait>\b(?:buckl\w+|giv(?:es?|ing) (?:way|out)|gave (?:way|out)|collaps\w+|waddl\w+|slap\w*|limp\w*"
    r"|side to side)\b),? (?:(?:especially|as|when|while|on|he|she|they|particularly) )*(?:go(?:es|ing)?|went|walk\w*"
    r"|com(?:es?|ing)|climb\w*|descend\w*|ascend\w*|mov(?:es?|ed|ing)) "
    r"(?:(?:up|down|the|a) )*(?:stairs?|steps?|slopes?|hills?)\b",
    re.I,
)
_WEIGHT_ON = re.compile(
    r"\b(?:when|with|while) (?:the |his |her |full )?weight (?:is )?on (?:the )?(?=(?:left|right)\b)",
    re.I,
)
_ARCHED = re.compile(
    r",? (?:with|and)(?: an?)?(?: (?:marked|exaggerated|increased|compensatory|lumbar|prominent|severe|mild))*"
    r" (?:hyper-?)?lordosis\b",
    re.I,
)
_LEANS = re.compile(
    r"\b(?:(?:his|her|the) )?(?:left|right) (?:hip|pelvis|hemipelvis) (?:drops?|sags?|dips?|falls?),? "
    r"(?:and|while) (?:(?:his|her|the) )?"
    r"(?:trunk|body|torso) (?:leans?|lurch(?:es)?|tilts?|shifts?|bends?) "
    r"(?:(?:to|towards?|over|the) )*(?P<side>left|right)\b",
    re.I,
)
_LEST = re.compile(
    r",? (?:so as )?(?:to|to help) (?:avoid|prevent) [\w ]*?\b(?:tripping|falling|stumbling)\b",
    re.I,
)
_NO_PATTERN = re.compile(
    r"\b(?:loss of|lost|lack of|no|absent)(?: an?| the)?(?= heel-(?:to-)?toe pattern\b)", re.I
)


def plain_walking(text: str) -> str:
    """Write a way of walking that is told in full by its name: "heel lands with a slap" is a foot slap."""
    text = _SLAPS.sub(lambda found: f"{found['side'] or ''} foot slap".strip(), text)
    text = _NOT_LIFTED.sub(lambda found: f"{found['side'] or ''} foot drop".strip(), text)
    text = _WEIGHT_ON.sub("when standing on the ", _ON_STAIRS.sub(r"\g<gait>", text))
    text = _LEANS.sub(r"Trendelenburg gait \g<side>", text)
    return _NO_PATTERN.sub("abnormal", _ARCHED.sub("", _LEST.sub("", text)))


_NOT_WALKING = re.compile(
    rf"\b(?:{_CANNOT}|no longer able to|never able to) (?:walk|ambulate|mobili[sz]e)\b"
    r"(?!(?: \w+)? (?:without|unaided|unassisted|independently|alone|far|long|more|further|\d))",
    re.I,
)


def cannot_walk(text: str) -> bool:
    """Whether it is said that somebody does not walk at all, whatever he then needs."""
    return _NOT_WALKING.search(_NOT_YET.sub("unable to", text)) is not None


_GOING = re.compile(
    r"^(?:gait|walking|ambulation|ability to walk|standing(?: and walking)?)$", re.I
)
_NOT_AT_ALL = re.compile(
    rf"^{_WHO}{_CANNOT} (?:(?:stand|sit|get up|stand up),? (?:or|and|nor) )?(?:walk|ambulate)(?: at all)?$",
    re.I,
)
_UNABLE_ON = re.compile(
    r"^(?:(?:is |was |were )?(?:un|not )able|inability) to (?=walk on |(?:heel|toe|tiptoe|tandem)[ -]walk)",
    re.I,
)


def _without_walking(of: str, said: str) -> tuple[str, str]:
    """Words and answer of a gait that is none, as a task that fails: "gait: could not stand or walk"."""
    none = _GOING.match(of.strip()) and _NOT_AT_ALL.match(said.strip())
    # who cannot walk on his heels may walk
    return ("walking", "unable") if none else (of, _UNABLE_ON.sub("cannot ", said))
