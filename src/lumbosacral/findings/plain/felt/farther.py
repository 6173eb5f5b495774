"""What lets somebody walk farther, and what a seat feels like, in plain words: neither makes a pain worse."""

import re

__all__ = ["plain_farther"]

_BENT = r"(?:lean\w*|bend\w*|bent|stoop\w*|push\w*|hold\w*|flex\w*|hunch\w*)"
_WALKS = r"(?:(?:can|could|is able to|was able to|able to|may) )?(?:walks?|walking|go|ambulates?|stand|stands)"
_FARTHER = r"(?:(?:much|a lot) )?(?:longer|further|farther|better|more easily|more comfortably)"
_WALKS_BENT = re.compile(
    rf"\b(?:(?:he|she|they|I|who|patient) )?{_WALKS} {_FARTHER}(?: distances?)? "
    rf"(?:(?:when|while|by|with|if|after|he|she) )*{_BENT}[^,;]*",
    re.I,
)
_BENT_WALKS = re.compile(
    rf"\b{_BENT}[^,;]*? (?:allow|let|enabl|help|permit|mak)\w*(?: (?:him|her|them|me|one|the patient))?(?: to)? "
    rf"{_WALKS}[^,;]*",
    re.I,
)
_UPHILL = re.compile(
    r"\b(?:(?:walking|going) )?(?:uphill|upstairs|up (?:a )?(?:hill|slope|stairs))(?: walking)? (?:is |was |being )?"
    r"(?:easier|better)(?: tolerated)? than (?:(?:walking|going) )?(?:downhill|downstairs|down(?: \w+)?|"
    r"on (?:the )?flat"
    r"(?: ground)?|on (?:the )?level(?: ground)?)",
    re.I,
)
_ABLE = re.compile(
    r"\b(?:can|able to|could) (?P<does>(?:cycle|ride|bike|swim|climb|row)[\w ]*?) without (?:any )?(?:pain|"
    r"difficulty|symptoms)\b",
    re.I,
)
_SEAT = re.compile(
    r"\b(?:as if|as though|similar to|like|sensations? of|feelings? of|feels? like)(?: (?:he|she|one|I|they|"
    r"you)(?: is| was|"
    r" am| are|'m|'s)?)?"
    r" [\"'\u201c\u2018]?sitting on (?:an? |the )?(?P<what>[\w ]+?)(?=$|[,;.\"'\u201d\u2019]| when| while)",
    re.I,
)


def plain_farther(text: str) -> str:
    """Write "walks farther when leaning on a cart" as relieved by bending forward; a felt seat is no posture."""
    text = _ABLE.sub(r"able to \g<does>", _SEAT.sub(r"feeling of a \g<what>", text))
    for eased in (_WALKS_BENT, _BENT_WALKS, _UPHILL):
        text = eased.sub("relieved by bending forward", text)
    return text
