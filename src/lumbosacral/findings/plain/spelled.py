"""Levels, limits, signs and reflexes in plain spelling."""

import re

__all__ = [
    "of_toes",
    "plain_clear",
    "plain_effect",
    "plain_levels",
    "plain_litres",
    "plain_plantars",
    "plain_reflexes",
    "plain_signs",
    "plain_untested",
    "with_support",
    "without_aside",
    "without_limits",
]

_CLEAR = re.compile(
    r"\bclear(?:ly|-cut)? (?=(?!(?:of|on|and|or|at|in|bilaterally|to|chest|lungs?)\b)[a-z])", re.I
)


def plain_clear(text: str) -> str:
    """Leave out that something is clearly there, which does not make it clear: "clear L5 root compression"."""
    return _CLEAR.sub("", text)


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
