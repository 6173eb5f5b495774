"""How far somebody gets and on what: a few steps, on his toes, like a drunk."""

import re

__all__ = ["from_floor", "on_toes", "plain_paces"]

_NOT = (
    r"(?:(?:un|not )able to|inability to|cannot|can ?not|can't|couldn't|could not|(?:did|does|will|would) not"
    r"|failed to|refus(?:es|ed|al) to)"
)
_MANY = r"(?:a |one or |only |just |\d+ (?:to|or) )?(?:few|couple of|some|several|two|three|four|five|ten|\d+)"
_STEP = r"(?:(?:small|short|shuffling|tentative|unsteady|slow|independent|assisted|wobbly) )*(?:steps|paces)\b"
_TAKES = r"(?:tak(?:e|es|ing)|took|taken|mak(?:e|es|ing)|made|manag(?:e|es|ed|ing))"
_FEW = re.compile(rf"\b(?:only |just )?{_TAKES} (?:only |just )?{_MANY} {_STEP}", re.I)
_AIDED = re.compile(
    rf"\b{_TAKES} {_STEP}(?= (?:with|when|only|holding|using)\b)",
    re.I,
)
_NO_FARTHER = re.compile(
    r"\b(?:will|would|could|can|does|did) ?not (?:walk|go|get) (?:any )?(?:further|farther|more)\b"
    r"|\bcannot (?:walk|go|get) (?:any )?(?:further|farther|more)\b",
    re.I,
)
_WITH_AID = re.compile(
    rf"\b(?P<walk>walk(?:s|ed|ing)?|ambulat(?:es?|ed|ing)) (?:about |some )?{_MANY} {_STEP}(?= (?:with|using)\b)",
    re.I,
)
_WEIGHT = re.compile(r"\bweight-?bear\b", re.I)
_NONE = re.compile(rf"\b{_NOT} {_TAKES} (?:(?:a|any|even|single|one|more) )*steps?\b", re.I)
_FAILS = re.compile(rf"\b{_NOT} $", re.I)
_WHERE = re.compile(
    r"(?<=walk only short distances)(?: (?:across|around|in|along|through|to|from) (?:the|his|her|a) \w+)+",
    re.I,
)
_DRUNK = re.compile(
    r",? ?[\"']?\b(?:as if|as though|like)(?: (?:he|she|they|i|was|were|is|are|had been|being|a|an|the))* "
    r"(?:drunk(?:en)?|intoxicated|inebriated)(?: (?:man|woman|person|sailor))?\b[\"']?",
    re.I,
)


def plain_paces(text: str) -> str:
    """Write "takes only a few steps" as short distances, and "as if he were drunk" as staggering."""
    text = _WEIGHT.sub("bear weight", text)
    text = _NONE.sub("unable to walk", _DRUNK.sub(" staggering", text))
    text = _WITH_AID.sub(r"\g<walk>", _NO_FARTHER.sub("walk only short distances", text))
    text = _WHERE.sub("", _FEW.sub(_short, text))
    return _AIDED.sub("walk", text)


def _short(found: re.Match[str]) -> str:
    """Say how far, unless it is denied: "could not take a few steps"."""
    denied = _FAILS.search(found.string[: found.start()])
    return "walk" if denied else "walk only short distances"


_FROM_FLOOR = re.compile(
    r"\b(?:(?:ris|aris)(?:e|es|ing)|stand(?:s|ing)?(?: up)?|get(?:s|ting)?(?: up)?) (?:up )?(?:from|off)(?: of)? "
    r"(?:the )?(?:floor|ground)\b",
    re.I,
)
_HANDS = re.compile(r"\b(?:hands?|arms?|climb\w*|push\w*|gowers?|thighs?|legs?)\b", re.I)


def from_floor(of: str, said: str) -> tuple[str, str]:
    """Tell of somebody who gets up from the floor, which is no chair, without the word for rising."""
    if _HANDS.search(f"{of} {said}"):
        return of, said
    return _FROM_FLOOR.sub("off the floor", of), _FROM_FLOOR.sub("off the floor", said)


_ON_TOES = re.compile(
    r"^(?:(?:he|she|who|the|patient|child|boy|girl|always|habitually|usually|often|mostly|tends to|an?) )*"
    r"(?:walk(?:s|ed|ing)? (?:up )?on (?:(?:his|her|their|the) )?(?:tip-?)?toes?|(?:tip)?toe[- ]?walk(?:s|er|ing)?"
    r"|tip-?toe(?:ing)? gait|tip-?toe walking)(?: (?:during|while|when) \w+| at times)*$",
    re.I,
)
_ASSENT = re.compile(
    r"^(?:yes|present|noted|seen|observed|he|she|they|the (?:child|patient|boy|girl)|(?:he|she) (?:has|had|was))?:?$",
    re.I,
)


def on_toes(of: str, said: str) -> tuple[str, str]:
    """Answer that a habit of walking on the toes, which is no trial of them, was not tested."""
    habit = _ON_TOES.match(of.strip()) and _ASSENT.match(said.strip())
    return (of, "untested") if habit else (of, said)
