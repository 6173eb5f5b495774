"""A gait that is told to be sound, in several words for it: "normal, steady, with normal arm swing"."""

import re

__all__ = ["plain_sound_gait"]

_WORD = (
    r"(?:gait|walking|station|stance|posture|base|stride(?: length)?|steps?|arm[- ]?swing|cadence"
    r"|balance|initiation|turns?|turning"
    r"|steady|steadily|stable|normal(?:ly)?|narrow[- ]based|narrow|good|intact|unremarkable"
    r"|symmetric(?:al)?|fluid|smooth|regular"
    r"|coordinated|independent|unassisted|full|within normal limits|walks?|with|and|of|a|an|the|is"
    r"|was|has|his|her|,|;|:)"
)
_ALL_SOUND = re.compile(rf"^(?:{_WORD}(?:\s+|(?=[,;:])|$))+$", re.I)
_SOUND = re.compile(
    r"\b(?:normal|steady|steadily|stable|unremarkable|intact|good|narrow[- ]based)\b", re.I
)
_SWING = re.compile(
    r"(?:,| with| and)+ (?:a )?(?:normal|good|intact|preserved|symmetric(?:al)?"
    r"|full) (?:arm[- ]?swing|stride(?: length)?|base|cadence"
    r"|station|stance|turns?)\b(?:(?:,| and) (?:normal |good |intact )?(?:arm[- ]?swing"
    r"|stride(?: length)?|base|cadence|station|turns?)\b)*",
    re.I,
)
_FIRST = re.compile(r"^(?:is |was )?(?P<how>normal|steady|unremarkable|intact)(?=[,;])", re.I)
_ASSENT = re.compile(
    r"^(?:yes|present|noted|seen|true|(?:his |her |the )?gait(?: (?:is|was))?|walking|showed|reveals?)?:?$",
    re.I,
)


def plain_sound_gait(of: str, said: str) -> tuple[str, str]:
    """Words and answer with a sound gait called normal, once."""
    if not _ASSENT.match(said.strip()):
        return of, said
    if _ALL_SOUND.match(of.strip()) and _SOUND.search(of):
        return "normal gait", "yes"
    return _FIRST.sub(r"\g<how> gait", _SWING.sub("", of).strip()), said
