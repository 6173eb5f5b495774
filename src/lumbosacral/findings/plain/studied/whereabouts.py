"""Where in the spine a report sees something: levels as they are typed, places that are no narrowing of their own."""

import re

__all__ = ["plain_whereabouts"]

_TYPED = re.compile(r"\b([TLS])-(?=\d{1,2}\b)(?!\d{1,2}-\d)", re.I)
_TO = re.compile(
    r"\b(?P<one>[TL]\d{1,2}) to (?P<other>[LS]\d)\b(?! (?:nerve |spinal )?roots?\b| nerves?\b)",
    re.I,
)
_BESIDE_BODY = re.compile(
    r"\bat (?:the )?(?:level of (?:the )?)?(?P<body>[TLS]\d{1,2})(?:th)? vertebra(?:l(?: body)?)?(?P<level> level)?\b",
    re.I,
)
_DISC = r"(?:protrusions?|extrusions?|herniations?|prolapses?|bulges?|fragments?|dis[ck]s?)"
_PLACE = (
    r"(?:(?:left|right|both|bilateral) )?(?:(?:lateral |subarticular )recess(?:es)?|subarticular (?:zone|region)"
    r"|(?:neural )?foramen|(?:neural )?foramina|(?:neural )?foraminal (?:zone|region|area))"
)
_IN_PLACES = re.compile(
    rf"(?P<first>\b{_DISC}\b[^,;.]*? (?:with)?in(?:to)? (?:the )?{_PLACE}) and (?:the )?{_PLACE}",
    re.I,
)
_RECESS = re.compile(
    r"(?<!\blateral )(?<!subarticular )\brecess(?P<s>(?:es)?) "
    r"(?=(?:narrowing|stenos[ie]s|encroachment|compromise|effacement)\b)",
    re.I,
)
_CYST = r"(?:cysts?|cystic (?:lesions?|structures?|foci|focus))"
_FACET_CYST = re.compile(
    rf"\b{_CYST}(?: (?:is|are|was|were|seen|noted|arising|originating|emanating|projecting|from|off|of|at|in|near"
    r"|adjacent to|within))+(?: (?:the|a|an|its))?(?P<side>(?: (?:left|right|both|bilateral))?)"
    r" (?:[LTS]\d[-/ ]*[LS]?\d? )?facets?(?: joints?)?"
    r"(?:,?(?: and)? (?:protrud|project|extend|bulg)\w+ (?:in)?to(?: the)?(?: (?:left|right))?(?: side of)?"
    r"(?: the)? (?:spinal )?canal)?",
    re.I,
)
_HIGH = re.compile(
    r"\b(?P<one>[CT]\d{1,2})(?:, (?:the )?[CT]\d{1,2})*,? (?:and |& )?(?P<other>[CT]\d{1,2})\b"
    r"(?! (?:nerve |spinal )?roots?\b| nerves?\b| dermatom)",
    re.I,
)
_ADEQUATE = re.compile(r"\b(?:adequately|fully|completely|entirely) (?=patent\b)", re.I)
_THIN_DISC = re.compile(r"\bdis[ck] narrowing\b|\bnarrowing of the dis[ck]s?\b(?! space)", re.I)
_WORN_HIP = re.compile(
    r"(?P<head>\bfemoral heads?\b[^;.]*?(?:,| and| with) )(?:(?:advanced|severe|moderate|mild|marked|secondary) )?"
    r"degenerative (?:changes?|disease)\b(?! of| in)",
    re.I,
)


def plain_whereabouts(text: str) -> str:
    """Write a level as L1-2, a facet cyst by its name, and one place of a disc where a report names two.

    Several levels of the neck or the chest are their span; a disc that is narrow is no narrow canal.
    """
    text = _THIN_DISC.sub("disc space narrowing", text)
    text = _TO.sub(_adjacent, _TYPED.sub(r"\1", text))
    text = _HIGH.sub(r"\g<one>-\g<other>", _ADEQUATE.sub("", _BESIDE_BODY.sub(_level_only, text)))
    text = _RECESS.sub(r"lateral recess\g<s> ", _IN_PLACES.sub(r"\g<first>", text))
    text = _FACET_CYST.sub(r"facet cyst\g<side>", text)
    return _WORN_HIP.sub(r"\g<head>hip osteoarthritis", text)


def _adjacent(found: re.Match[str]) -> str:
    """Write two levels that lie side by side as the disc between them."""
    one, other = found["one"].upper(), found["other"].upper()
    beside = (one, other) == ("L5", "S1") or (one, other) == ("T12", "L1")
    if beside or (one[0] == other[0] and int(other[1:]) == int(one[1:]) + 1):
        return f"{one}-{other}"
    return found[0]


def _level_only(found: re.Match[str]) -> str:
    # "at the L4 vertebral body" without a level may be what is ill
    named = found["level"] or "level of" in found[0].lower()
    return f"at {found['body']}" if named else found[0]
