"""Reports of a laboratory in plain spelling: units, powers of ten, limits of normal in brackets, screens."""

import re

__all__ = ["plain_assay"]

_UNITS = re.compile(
    r"(?<=\d) ?(?:international )?(?P<i>I)?(?:units?|U) ?(?:/|per) ?(?:l|lit(?:er|re))\b", re.I
)
_POWER = re.compile(
    r"\b(?P<n>\d+(?:[.,]\d+)?) ?(?:[x\u00d7*\u00b7] ?)?10 ?(?:\^|\*\*|e)? ?(?P<power>[69\u2076\u2079]) ?"
    r"(?:cells ?)?(?:/|per) ?l(?:it(?:er|re))?\b",
    re.I,
)
_FLUID = re.compile(r"\b(?:CSF|cerebrospinal|spinal fluid|lumbar puncture|LP|spinal tap)\b", re.I)
_SUGAR = re.compile(r"(?<!blood )(?<!serum )(?<!plasma )(?<!fasting )(?<!CSF )\bglucose\b", re.I)
_LIMITS = re.compile(
    r"[(\[](?=[^()\[\]]*\d)[^()\[\]]*\b(?:normal|reference|therapeutic|target|expected|desired|desirable|ref)\b"
    r"(?![^()\[\]]*\b(?:above|over|below|under|upper|lower|x|times)\b)[^()\[\]]*[)\]]",
    re.I,
)
_FREE = re.compile(r"\bfree (T[34])\b", re.I)
_BOTH_FLUIDS = re.compile(
    r"\b(in|of) (?:both )?(?:the )?(?:(serum|blood|plasma) and (?:in )?(?:the )?(?:CSF|cerebrospinal fluid)"
    r"|(?:CSF|cerebrospinal fluid) and (?:in )?(?:the )?(serum|blood|plasma))\b",
    re.I,
)
_PLATELETS = re.compile(
    r"^(?P<before>.*?)\b(?P<count>(?:platelets?|thrombocytes?|plts?)(?: counts?)?(?: (?:was|were|is|of))?:? ?\d[\d.,]*"
    r"(?: ?(?:[\w^*\u00d7\u00b7/-]+))?),? (?:and )?(?P<after>[^\d].*)$",
    re.I,
)
"""A count that no finding is of lends its figure to none: it is told last."""
_NOT_FOUND = re.compile(
    r"^(?:(?:we|they|i|the (?:laboratory|testing|test|analysis|authors)|testing|sequencing|analysis) )?(?:also )?"
    r"(?:(?:were|was|are|is) (?:not able|unable) to|(?:could|can) not|couldn't|cannot|failed to|did not|didn't)"
    r" (?:be )?(?:find|found|detect|detected|identif(?:y|ied)|demonstrate|demonstrated|show|reveal|disclose|confirm)"
    r"(?: any)?$",
    re.I,
)
_SCREEN = re.compile(
    r"(?<!paraneoplastic )(?<!malignancy )(?<!cancer )\bscreen(?:s|ing)?\b(?! for\b)", re.I
)


def plain_assay(text: str, other: str) -> str:
    """Write "22,255 Units/L (target range 30-200)" as "22,255 U/L"; `other` is what is said with it."""
    if _NOT_FOUND.match(text.strip()):
        return "not found"
    text = _PLATELETS.sub(r"\g<before>\g<after>, \g<count>", text)
    # a free hormone is not free of anything; what is found in both fluids is found in the blood
    text = _BOTH_FLUIDS.sub(r"\1 \2\3", _FREE.sub(r"F\1", text))
    text = _POWER.sub(_counted, _UNITS.sub(lambda m: f" {m['i'] or ''}U/L", text))
    kept = _LIMITS.sub("", text).strip(" ,;")
    text = _SCREEN.sub("test", kept if re.search(r"\d", f"{kept} {other}") else text)
    # sugar in the fluid of the spine is not that of the blood
    return _SUGAR.sub("CSF glucose", text) if _FLUID.search(f"{text} {other}") else text


def _counted(found: re.Match[str]) -> str:
    """Write a count per litre as one per microlitre."""
    share = 1 if found["power"] in "6\u2076" else 1000
    return f"{float(found['n'].replace(',', '.')) * share:g} /uL"
