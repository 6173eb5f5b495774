"""Words of a history that only look like a finding: a title, a journey, a season, the patient's own birth."""

import re

__all__ = ["without_namesakes"]

_TITLE = re.compile(r"\bMs\b\.?(?= [A-Z](?:\b|[a-z]))")
_MOOD = re.compile(r"\b(?:good|high|low|fine|excellent) spirits?\b", re.I)
_SEASON = re.compile(r"\b(?:the )?fall(?: of| in|,)? (?=(?:19|20)\d\d\b)", re.I)
_KIND = (
    r"(?:business|road|camping|hiking|boat|bus|car|train|plane|fishing|hunting|field|overseas|foreign|weekend|summer|"
    r"school|ski|skiing|round-the-world|world|holiday|vacation|recent|long)"
)
_JOURNEY = re.compile(
    rf"\b{_KIND} trips?\b|\btrips? (?=(?:to|from|through|abroad|around|across|overseas)\b(?! the (?:floor|ground)))"
    r"|(?<=\breturned from a )trip\b|(?<=\breturning from a )trip\b|(?<=\bback from a )trip\b",
    re.I,
)
_DEAF = re.compile(
    r"\bunresponsive to (?!(?:any |all |painful |verbal |noxious )*(?:pain\b|stimul|voice|verbal|command|name|touch|"
    r"calls?\b))",
    re.I,
)
_BORN = re.compile(r"\bbirth history\b", re.I)


def without_namesakes(text: str) -> str:
    """Write in other words what sounds like a finding and is none: "unresponsive to NSAIDs" is no coma."""
    text = _MOOD.sub("mood", _TITLE.sub("", text))
    text = _JOURNEY.sub("journey ", _SEASON.sub("autumn ", text))
    return _BORN.sub("early history", _DEAF.sub("not responding to ", text)).strip() or text
