"""How somebody stood with his feet together and his eyes shut, told instead of a result of Romberg's test."""

import re

__all__ = ["plain_romberg"]

_TEST = re.compile(r"\bromberg(?:'s|s)?(?: (?:test|sign|position|manoeuvre|maneuver))*\b", re.I)
_TESTED = re.compile(
    rf"^(?:(?:on|the|during|in|with) )*{_TEST.pattern}(?: (?:was|is|positive sign))*$", re.I
)
_WHO = (
    r"(?:(?:remain(?:s|ed)?|was|is|stays?|stayed|stood|stands?|able|to|could|can|he|she|patient|the|fairly|quite"
    r"|perfectly|maintains?|maintained|keeps?|kept|good|his|her) )*"
)
_HOW = (
    r"(?:,? (?:with|and|on|even|without|no|any|eyes|closed|shut|closing|support|balance|sway(?:ing)?|feet"
    r"|together|his|her|the))*"
)
_HELD = re.compile(rf"^{_WHO}(?:stable|steady|steadily|balance|firm){_HOW}$", re.I)
_LOST = re.compile(
    rf"^{_WHO}(?:falls?|fell|falling|toppl(?:es?|ed|ing)|los(?:es|t|ing) (?:(?:his|her|the) )?balance|loss of balance"
    r"|not (?:steady|stable)|(?:unable|cannot|could not|unsafe)(?! (?:(?:to|be|safely) )*(?:test"
    r"|assess|perform|do|examine))"
    r"|un(?:stable|steady)|swa(?:ys?|yed|ying))\b",
    re.I,
)
_NOT = re.compile(r"^(?:not|no|never|without|un|cannot|could not)", re.I)


def plain_romberg(of: str, said: str) -> tuple[str, str]:
    """Words and answer with the result of the test: "Romberg: falls to the left" is positive, "stable" negative."""
    named, told = (of, said) if _TESTED.match(of.strip()) else (said, of)
    if _TESTED.match(named.strip()) is None:
        return of, said
    if _LOST.match(told.strip()):
        return "Romberg test", "positive"
    held = _HELD.match(told.strip()) is not None and not _NOT.match(told.strip())
    return ("Romberg test", "negative") if held else (of, said)
