"""Several things with one result on each side: "sural and peroneal absent on the left and normal on the right"."""

import re

__all__ = ["each_side"]

_SIDE = r"(?:left|right)"
_VALUE = (
    r"(?:(?:markedly|severely|mildly|moderately|slightly|completely|entirely) )?(?:absent|normal|present|intact"
    r"|preserved"
    r"|reduced|decreased|diminished|low|weak|brisk|lost|abnormal|unobtainable|unrecordable|unelicitable|prolonged"
    r"|spared"
    r"|[0-5][+-]?(?:/5)?)"
)
_BOTH = re.compile(
    rf"(?P<what>[^.;,\n]*\band\b[^.;,\n]*?) (?:were|was|are|is) (?P<one>{_VALUE}) (?:on|in) the (?P<first>{_SIDE})"
    r"(?: (?:side|leg))?"
    rf",? (?:and|but|while|whereas)(?: (?:were|was|are|is))? (?P<two>{_VALUE}) (?:on|in) the (?P<second>{_SIDE})"
    r"(?: (?:side|leg))?(?!\w)",
    re.IGNORECASE,
)


def each_side(text: str) -> str:
    """Say of each side by itself what several things are like there."""
    return _BOTH.sub(r"\g<what> \g<one> on the \g<first>, \g<what> \g<two> on the \g<second>", text)
