"""Grades, levels, limits and places in plain spelling."""

import re

from lumbosacral.findings.wheres import near_joint, plain_where

__all__ = [
    "of_toes",
    "plain_clear",
    "plain_compared",
    "plain_effect",
    "plain_feeling",
    "plain_grades",
    "plain_levels",
    "plain_litres",
    "plain_places",
    "plain_plantars",
    "plain_reflexes",
    "plain_signs",
    "plain_untested",
    "with_support",
    "without_aside",
    "without_landmark",
    "without_limits",
]

_WORDS = {"zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5"}
_ROMAN = {"0": "0", "i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5"}
_NUMBER = "|".join(_WORDS)
_OUT_OF = re.compile(
    rf"\b({_NUMBER}|[0-5][+-]?)\s*(plus|minus)?\s*(?:out of|over|of|/)\s*(?:five|5)\b", re.I
)
_SIGNED = re.compile(r"(?<![\w./])([0-5])\s*(plus|minus)\b", re.I)
_GRADED = re.compile(rf"\b(grade|graded|mrc|power)\s+({_NUMBER})\b", re.I)
_OF_FIVE = re.compile(r"(?<![\w/])(0|i{1,3}|iv|v)\s?([+-]?)\s?/\s?(?:v|5)(?![\w/])", re.I)
_MARKED = re.compile(r"\b(grade|graded|mrc|m)(\s|-)?\s?(i{1,3}|iv|v)([+-]?)(?![\w/])", re.I)
_ALIKE = re.compile(r"^\s*([0-4])\s*/\s*\1\s*$")
_ALONE = re.compile(r"^\s*(i{1,3}|iv|v)([+-]?)\s*$", re.I)
_SIGNS = {"plus": "+", "minus": "-"}


def plain_grades(text: str) -> str:
    """Write "four out of five", "grade III" and "IV+/V" as "4/5", "grade 3" and "4+/5"."""
    text = _OUT_OF.sub(_of_words, _ALIKE.sub(r"\1/5", text))
    text = _SIGNED.sub(lambda m: f"{m[1]}{_SIGNS[m[2].lower()]}", text)
    text = _GRADED.sub(lambda m: f"{m[1]} {_WORDS[m[2].lower()]}", text)
    text = _OF_FIVE.sub(lambda m: f"{_ROMAN[m[1].lower()]}{m[2]}/5", text)
    text = _MARKED.sub(lambda m: f"{m[1]} {_ROMAN[m[3].lower()]}{m[4]}", text)
    return _ALONE.sub(lambda m: f"{_ROMAN[m[1].lower()]}{m[2]}", text)


def _of_words(found: re.Match[str]) -> str:
    number = _WORDS.get(found[1].lower(), found[1])
    return f"{number}{_SIGNS.get((found[2] or '').lower(), '')}/5"


_SIDE_ALONE = r"(?!(?:on )?(?:the )?(?:left|right|other|opposite|contralateral|normal|unaffected|before|usual)\b)"
_WEAKER = re.compile(rf"\b(?:(?:is|are|was|were) )?(?:\w+ly )?weaker than {_SIDE_ALONE}.+$", re.I)
_STRONGER = re.compile(
    rf"^.+? (?:(?:is|are|was|were) )?(?:\w+ly )?stronger than {_SIDE_ALONE}(?:the )?(?P<other>.+)$",
    re.I,
)


_SHARE_OF = re.compile(
    r"^(?:only |about |approximately )?[1-9]\d? ?% of (?:that of |that on )?(?:the )?"
    r"(?:right|left|other|opposite|contralateral|normal|unaffected|healthy)(?: (?:side|leg|one|strength))?$",
    re.I,
)
"""Strength as a share of the other leg's."""
_ONCE = re.compile(
    r"\b(?:[a-z]+(?:ed|ing)? )?(?:later )?from (?:grade |MRC )?[0-5][+-]?(?:/5)? to (?=(?:grade |MRC )?[0-5])",
    re.I,
)


def plain_compared(text: str) -> str:
    """Write "A weaker than B" as "A weak", of the stronger one nothing is said; "from 1/5 to 4/5" as what is now."""
    return _SHARE_OF.sub(
        "weak", _ONCE.sub("", _WEAKER.sub("weak", _STRONGER.sub(r"\g<other> weak", text)))
    )


_CLEAR = re.compile(
    r"\bclear(?:ly|-cut)? (?=(?!(?:of|on|and|or|at|in|bilaterally|to|chest|lungs?)\b)[a-z])", re.I
)


def plain_clear(text: str) -> str:
    """Leave out that something is clearly there, which does not make it clear: "clear L5 root compression"."""
    return _CLEAR.sub("", text)


_JUST_BY = re.compile(
    r"(?<=\w)(?<!\barea)(?<!\bregion)(?<!\bskin)(?<!\bpatch)(?<!\bzone),?\s+"
    r"(?:just|immediately|slightly|directly)\s+(?:above|below|over|distal to|proximal to|behind)\s+"
    r"(?:the|his|her)\s+\w+(?:\s+\w+)?$",
    re.I,
)


_EDGE = re.compile(
    r"(?<=\w),? (?:(?:with|ending (?:with|in))(?: an?)?"
    r"(?: (?:sharp|clear|distinct|abrupt|well[- ]defined|upper|straight))+ "
    r"(?:edge|border|boundary|demarcation|cut[- ]?off|margin|line|limit)s? (?:at|along|around|near)(?: \w+){1,3}"
    r"|(?:(?:sharply|clearly|well) )?(?:demarcated|cut off|ending|stopping|ends|stops) at (?:the )?(?:groin|hip)s?)$",
    re.I,
)


_ASIDE = re.compile(
    r",?\s+(?:at the (?:time|moment) of|on the day of)(?: (?:the|his|her|my|this|an?))? [\w-]+(?=$|[,;])"
    r"|,?\s+(?:that|the same|the next) (?:night|evening|day|morning)(?=$|[,;])"
    r"|,?\s+(?:(?:that|which) )?(?:(?:was|were|had been|has been) )?(?:previously|formerly|usually|earlier) "
    r"(?:fine|normal|good|healthy|intact|unremarkable|strong)(?=$|[,;])"
    r"|,? (?:and|but)(?: has| had)? never w(?:oke|oken|aked)(?: back)? up(?: again)?(?=$|[,;])",
    re.I,
)


_BETWEEN = re.compile(r"\bbetween (?:the )?([LST]\d{1,2}) (?:and|&) ([LST]?\d{1,2})\b", re.I)


def plain_levels(text: str) -> str:
    """Write "between L4 and L5" as "at L4-L5"."""
    return _BETWEEN.sub(r"at \1-\2", text)


_HELP = (
    r"(?:any |an? )?(?:\w+ )?"
    r"(?:support|assistance|help|aids?|sticks?|canes?|walkers?|crutch(?:es)?|frames?|braces?|holding on)\b"
)
_NOT_WITHOUT = re.compile(
    r"\b(?:unable to|inability to|cannot|can ?not|can't|could not|couldn't|not able to|did not|does not) "
    rf"(walk|stand|ambulate|mobili[sz]e|climb stairs)(?: \w+)? without {_HELP}(?:(?:,| or|,? and|/) ?{_HELP})*",
    re.I,
)


def with_support(text: str) -> str:
    """Write "unable to walk without support" as a difficulty."""
    return _NOT_WITHOUT.sub(r"difficulty to \1", text)


def without_aside(text: str) -> str:
    """Leave out what only says when, or how it was before: "weak stream that was previously fine"."""
    return _ASIDE.sub("", text).strip() or text


def without_landmark(text: str) -> str:
    """Leave out what only says more exactly where a place is: "medial thigh, just above the knee"."""
    return _EDGE.sub("", _JUST_BY.sub("", near_joint(text)))


_SOUND = (
    r"(?:normal|reference|ref|nr|nl|n|uln)\b\.?(?: (?:range|values?|limits?|interval|level))?"
    r"\s*(?:[:=,]|is|are|being)?\s*"
)
_FIGURE = r"\d[\d.,]*"
_LIMITS = re.compile(
    rf"\(\s*{_SOUND}[^()]{{0,12}}\d[^()]*\)|\(\s*{_FIGURE}\s*-\s*{_FIGURE}[^()]{{0,10}}\)"
    rf"|[,;]?\s*\b{_SOUND}(?:(?:[<\u2264]|up to|less than|below|under) ?{_FIGURE}|{_FIGURE} ?(?:-|to) ?{_FIGURE})"
    r"(?: ?[a-z%\u00b5]+(?:/[a-z0-9]+)?)?",
    re.I,
)


def without_limits(text: str, other: str) -> str:
    """Leave out the limits of normal beside a figure: "2599 (normal: <200)"; `other` is said with it."""
    kept = _LIMITS.sub("", text).strip(" ,;")
    return kept if re.search(r"\d", f"{kept} {other}") else text


_LOSS_OF = re.compile(
    r"\b(?<!partial )(?<!some )(?<!mild )(?<!slight )(?<!subtle )(?<!patchy )loss of (?=\w)", re.I
)
_FELT = r"(?:numb|sensory|pa?resth|paraesth|tingl|hyp|dysesth|dysaesth|burn|altered|loss)"
_ALSO_PAIN = re.compile(
    rf"\bpain(?:ful)? (?:and|with|or) (?={_FELT})|(?<=numbness) and pain\b|(?<=esthesias) and pain\b",
    re.I,
)


_LIMB = r"(?:thigh|leg|lower leg|calf|shin|foot|ankle|knee|heel)"
_TOE = r"(?:great |big )?toes?"
_OF = r"(?:(?:the|his|her|my|their) )?(?:(?:left|right) )?"
_ASPECT_OF = re.compile(
    r"\b(?P<way>medial|lateral|anterior|posterior|inner|outer|dorsal|plantar|anterolateral|posterolateral|anteromedial)"
    rf" (?:aspect|side|surface|part|border)s? of (?P<one>{_OF}{_LIMB}) and (?P<other>{_OF}(?:{_TOE}|{_LIMB}))\b",
    re.I,
)
_SIDE_OF = re.compile(rf"\b(the|my|his|her) side of (?={_OF}{_LIMB}\b)", re.I)


_WAY = r"(?:antero|postero)?(?:anterior|posterior|lateral|medial)"
_WAYS_OF = re.compile(
    rf"\b(?P<to>(?:in)?to (?:the |his |her )?)(?P<one>{_WAY})(?: aspects?)? and (?:the )?"
    rf"(?P<other>{_WAY}) (?:aspects? of (?:the )?)?(?P<place>thigh|leg|calf|knee|foot|ankle)\b",
    re.I,
)
_ON_TO = re.compile(
    rf"\b(?P<way>{_WAY}) (?P<one>thigh|knee) and (?P<other>(?:lower )?leg|calf)"
    r"(?= (?:down |all the way |extending |radiating )?(?:in)?to\b)",
    re.I,
)


def plain_places(text: str) -> str:
    """Write "the lateral aspect of the foot and ankle" as "lateral foot and lateral ankle"."""
    text = plain_where(text)
    text = _WAYS_OF.sub(r"\g<to>\g<one> \g<place> and \g<other> \g<place>", text)
    text = _ON_TO.sub(r"\g<way> \g<one> and \g<way> \g<other>", text)
    return _SIDE_OF.sub(
        r"\1 lateral ", _ASPECT_OF.sub(r"\g<way> \g<one> and \g<way> \g<other>", text)
    )


_HOW_FELT = r"(?:numb(?:ness)?|tingl(?:ing|y|es?)|burn(?:ing|s)?|pa?raesthetic|prickl(?:ing|y)|cold|heavy|dead)"
_FELT_LAST = re.compile(
    r"^(?P<place>(?!.*\bnumb.*\bnumb)[\w ,/'-]+? (?:and|or|&) [\w '-]+?)(?:,? (?:which|that|often|sometimes|always"
    r"|frequently|usually|may|can|feels?|felt|is|are|was|were|be|became|becomes?|gets?|got|goes|went|both))* "
    rf"(?P<felt>{_HOW_FELT}(?:,? (?:and|or|&) {_HOW_FELT})+)$",
    re.I,
)


_SEAT = re.compile(
    r"\b(?:his|her|my|your|[a-z]+'s) bottom\b(?! of)|\bbottom (?:area|region|cheeks?)\b", re.I
)
"""What somebody sits on: the bottom of a foot is the foot's."""


def plain_feeling(text: str) -> str:
    """Write "loss of touch" as reduced touch, and leave a pain out where it stands beside what is felt.

    What a list of places feels like comes first: "leg and foot numb and tingling".
    """
    text = _FELT_LAST.sub(r"\g<felt> in \g<place>", _SEAT.sub("buttocks", text))
    return plain_places(_ALSO_PAIN.sub("", _LOSS_OF.sub("reduced ", text)))


_UNTESTED = re.compile(r"\b(?:unable|not able|cannot|can not|could not)\s+(?:to\s+)?test\b", re.I)


_NO_EFFECT = re.compile(
    r"^\s*(?:ha[sd] |ma(?:kes|de) )?(?:no|without)(?: any)? (?:effect|influence|impact|difference)"
    r"(?: on (?:it|the pain|pain))?\s*$",
    re.I,
)


def plain_effect(text: str) -> str:
    """Write that something has no effect on a pain, which then does not make it worse, as "no"."""
    return _NO_EFFECT.sub("no", text)


_SHORT_SIGN = re.compile(r"(?<![\w+-])(?P<mark>[+-])\s?ve\b", re.I)
_LITRES = re.compile(r"(?<![\w./])(\d+\.\d+)\s?(?:l|litres?|liters?)\b", re.I)


def plain_signs(text: str) -> str:
    """Write "+ve" as "positive" and "-ve" as "negative"."""
    return _SHORT_SIGN.sub(lambda found: "positive" if found["mark"] == "+" else "negative", text)


def plain_litres(text: str) -> str:
    """Write "1.2 L" in millilitres; the letter is no left side."""
    return _LITRES.sub(lambda found: f"{float(found[1]) * 1000:g} ml", text)


def plain_untested(text: str) -> str:
    """Write "unable to test", which says nothing of what somebody can do, as "untested"."""
    return _UNTESTED.sub("untested", text)


_REFLEX = r"(?:KJ|AJ|BJ|TJ|SJ|(?:knee|ankle|patellar|achilles|biceps|triceps)(?: jerk| reflex)?)s?"
_HOW_BRISK = r"(?:\d\+?|\+{1,4}|absent|normal|present|brisk|reduced)"
_UNPARTED = re.compile(
    rf"\b(?P<one>{_REFLEX}:? {_HOW_BRISK}) (?=(?:and )?{_REFLEX}:? {_HOW_BRISK}(?!\w))", re.I
)


def plain_reflexes(text: str) -> str:
    """Write "KJ 2+ AJ 0", in which each reflex has its value, with a comma between them."""
    return _UNPARTED.sub(r"\g<one>, ", text)


_PLANTARS = re.compile(
    r"\b(plantar)(s?):? (?=(?:are |were |is |was |both |bilaterally )?(?:flexor|extensor)\b)", re.I
)


_TOES_ONLY = re.compile(r"^\s*(?:the |both )?(?:left |right )?(?:great )?toes?(?: \w+)?\s*$", re.I)


def of_toes(words: str, value: str) -> str:
    """Write "toes: plantar" as downgoing toes."""
    plantar = value.strip().lower() in {"plantar", "plantars"}
    return "downgoing" if plantar and _TOES_ONLY.match(words) else value


def plain_plantars(text: str) -> str:
    """Write "plantars flexor", which are no plantarflexors, as plantar responses."""
    return _PLANTARS.sub(lambda m: f"{m[1]} response{m[2]} ", text)
