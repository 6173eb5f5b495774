"""Where most of it is, and how far: "legs, predominantly distal", "less than 100 m", "including the abductors"."""

import re

__all__ = ["plain_limb_weak", "plain_mostly", "without_length"]

_LIMBS = (
    r"(?:(?:all|both|the|his|her|bilateral|left|right|four|4) )*(?:legs?|(?:lower |upper )?(?:limbs?|extremit(?:y|ies))"
    r"|arms and legs)"
)
_END = (
    r"(?P<end>distal|proximal)(?:ly)?(?: (?:parts?|portions?|muscles?|segments?|muscle groups?))?"
)
_MAINLY = re.compile(
    rf"^(?P<what>(?:[\w ]*\bof (?:the )?)?{_LIMBS}(?: weakness)?),? (?:but |and )?(?:(?:is|are|was|were) )?"
    rf"(?:(?:predominantly|mainly|mostly|chiefly|primarily|especially|particularly|more|worse|most marked"
    rf"|more marked|most severe)(?:ly)? )+(?:in )?(?:the )?{_END}$",
    re.I,
)
_PARTS_OF = re.compile(
    r"\b(?P<end>distal|proximal) (?:parts?|portions?|aspects?|segments?|ends?) of (?:(?:the|his|her|both) )*"
    r"(?:(?P<all>(?:all )?(?:four|4) (?:limbs|extremities)|all (?:limbs|extremities))"
    r"|(?=(?:lower |upper )?(?:limbs?|extremit(?:y|ies)|legs?|arms?)\b))",
    re.I,
)
_INCLUDING = re.compile(r",\s*including (?=\w)", re.I)
_WHOLLY = re.compile(
    r"(?P<up>\b(?:ris(?:e|es|ing)|rais(?:e|es|ing)|stand(?:s|ing)?|walk(?:s|ing)?|lift(?:s|ing)?|get(?:s|ting)?"
    r"|go(?:es|ing)?)(?: up)?) (?:completely|fully|entirely|properly|all the way|high)(?: up)? (?=on(?:to)?\b)",
    re.I,
)
_UNEVEN = re.compile(
    r"\basymmetric(?:al|ally)? (?=par[ae]+sthes|tingl|dys[ae]+sthes|burning|pain|hyper)", re.I
)
_SO_FAR = re.compile(
    r"\b(?:no )?(?:less|fewer|more) than (?=(?:about |approximately |some )?\d+ ?(?:m|met(?:er|re)s?|yards?|km|miles?"
    r"|min(?:ute)?s?|hours?|steps?|blocks?|feet|ft)\b)",
    re.I,
)
_WEAK = re.compile(
    r"^(?:(?:any|muscle|muscular|motor|limb|extremity|focal) )*weakness(?: of (?:the )?limbs)?$",
    re.I,
)
_DENIED = re.compile(
    r"^(?:none|no|absent|denie[sd]|denying|denies any|nil|negative|not present)$", re.I
)


def plain_mostly(of: str, said: str) -> tuple[str, str]:
    """Put the end of a limb that has most of it beside its name, and leave out what is only how far."""
    of = _PARTS_OF.sub(_end_of, _INCLUDING.sub(" including ", of.strip()))
    of = _MAINLY.sub(r"\g<what> \g<end>ly", of)
    return _plain(of), _plain(said)


def _end_of(found: re.Match[str]) -> str:
    arms = "arms and " if found["all"] else ""
    return f"{arms}{found['end']} {'lower limbs' if arms else ''}"


def _plain(text: str) -> str:
    return _UNEVEN.sub("", _WHOLLY.sub(r"\g<up> ", text))


def without_length(of: str, said: str) -> tuple[str, str]:
    """Leave out that something is felt after less than so far, which is not less feeling."""
    return _SO_FAR.sub("", of), _SO_FAR.sub("", said)


def plain_limb_weak(of: str, said: str) -> tuple[str, str]:
    """Read a weakness that somebody denies as none of the limbs."""
    denied = _WEAK.match(of.strip()) is not None and _DENIED.match(said.strip()) is not None
    return ("weakness of limbs", said) if denied else (of, said)
