"""Walking that is told by what goes wrong with it, or by what does not: "cannot walk without tripping"."""

import re

__all__ = ["drop_beside", "plain_mishaps"]

_CANNOT = (
    r"(?:(?:is |was )?(?:un|not )able to|inability to|can ?not|can't|could not|couldn't|hardly able to"
    r"|never (?:able to )?|has difficulty(?: in)?|difficulty(?: in)?)"
)
_WITHOUT_MISHAP = re.compile(
    rf"\b{_CANNOT}(?: (?!but\b)[\w-]+){{1,9}} without "
    r"(?:(?:his|her|the|their|frequent(?:ly)?|often|repeated(?:ly)?|constantly|always|a|any|over) )*"
    r"(?:(?P<trip>tripping|stumbling|a trip|trips|stubbing|catching)|(?P<fall>falling|falls?))"
    r"(?: (?:over|by|down|on|of|with|because of)(?: [\w-]+){1,5})?",
    re.I,
)
_GROUND = r"(?:(?:the|any) )?(?:ground|floor|surface)"
_TOES = (
    r"(?:(?:(?:the|his|her|left|right|great|big) )*(?:toes?|fore-?foot|foot|feet|tip of the toes?))"
)
_UNCLEARED = re.compile(
    r"\b(?:(?:is |was )?(?:un|not )able to|inability to|can ?not|can't|could not|couldn't|does not|doesn't|did not"
    rf"|fail(?:s|ed|ing|ure)? to|difficulty(?: in)?|trouble) clear(?:ing)?"
    rf"(?: {_GROUND}(?: (?:with|of|by) {_TOES})?| {_TOES}(?: (?:off|from|of) {_GROUND})?)"
    r"(?! without)",
    re.I,
)
_TOES_CATCH = re.compile(
    rf"\b{_TOES} (?:(?:do|does|did) not|don't|doesn't|fail(?:s|ed)? to|cannot|can ?not|barely|hardly|scarcely) "
    rf"clears? {_GROUND}",
    re.I,
)
_PAINLESS_LIMP = re.compile(
    r"\b(?:pain-?less|non-?painful|non-?antalgic) limp(?:ing)?\b|\blimp(?:s|ed|ing)? without (?:any )?pain\b",
    re.I,
)
_LIMP_OF_DROP = re.compile(
    r"\blimp(?:s|ed|ing)?(?:,| and| with| due to| because of| from)+ "
    r"(?=(?:an? |the |his |her |left |right )*(?:dragg?(?:ing|s|ed)?|foot[- ]?drop|drop[- ]foot|slapp?\w*|steppage))",
    re.I,
)
_AT_REST = re.compile(
    r"\b(?:recover|resolv|improv|subsid|disappear|abat)(?:s|ed|ing|es|e)?"
    r"(?: (?:quickly|rapidly|completely|fully|spontaneously|promptly|entirely))*"
    r" (?:with|at|on|after|upon|by|during) (?:(?:a|some|brief|short|few|minutes?|hours?|of|period) )*rest(?:ing)?\b",
    re.I,
)
_HURTS = re.compile(r"\b(?:pain|ach(?:e|es|ing)|cramp|claudicat|tightness)", re.I)
_STRUCK_WITH = re.compile(
    r"(?P<hit>\b(?:struck|hit|beaten|kicked|knocked|blow|trauma|injur\w+)\b[^,;]*?) (?:with|by|from) (?:an? |the )?"
    r"(?:\w+ )?(?:stick|cane|pole|bat|walker|crutch|frame|wheelchair)\b",
    re.I,
)
_NO_CONTACT = re.compile(r"\bnon-?contact (?=\w)", re.I)
_ABOUT = re.compile(r"\bmov(?:e|es|ed|ing) (?:around|about)\b", re.I)


_DISTURBED = re.compile(
    r"(?<!\w )\bgait (?:disturbances?|impairment|difficult(?:y|ies)|problems?|trouble)"
    r",? (?:due to|because of|secondary to|owing to|caused by|from)(?= )",
    re.I,
)


def plain_mishaps(text: str) -> str:
    """Write "cannot walk without tripping" as "tripping", "toes do not clear the floor" as a foot drop.

    A limp is a gait of pain, but not where it is said to be painless or that of a dragging foot; what recovers at rest
    has not grown better.
    """
    text = _DISTURBED.sub("difficulty walking,", text)
    text = _NO_CONTACT.sub("", _STRUCK_WITH.sub(r"\g<hit>", text))
    text = text if _HURTS.search(text) else _AT_REST.sub("eases at rest", text)
    text = _WITHOUT_MISHAP.sub(_mishap, _ABOUT.sub("walk", text))
    text = _TOES_CATCH.sub("foot drop", _UNCLEARED.sub("foot drop", text))
    return _LIMP_OF_DROP.sub("", _PAINLESS_LIMP.sub("abnormal gait", text))


def _mishap(found: re.Match[str]) -> str:
    return "tripping" if found["trip"] else "frequent falls"


_DROP_BESIDE = re.compile(
    r"\b(?P<drop>foot[- ]?drop|drop[- ]foot|steppage gait)(?:, | with | but (?:with )?|; ?| and )(?:the |an? )?"
    r"(?=(?:intact|full|good|strong|unimpaired|unaffected|normal|preserved|otherwise|all other|other|the rest|rest"
    r"|remaining)\b|[\w ]+ (?:intact|full|good|normal|preserved|unaffected|spared)\s*$)",
    re.I,
)


def drop_beside(text: str) -> str:
    """Say of a foot drop that it is there where what is sound is told beside it: "foot drop with full inversion"."""
    return _DROP_BESIDE.sub(r"\g<drop> present, ", text)
