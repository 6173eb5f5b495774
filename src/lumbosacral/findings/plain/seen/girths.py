"""How thick a leg is on each side: "calf circumference 33 cm, 36 cm on the left"."""

import re

from lumbosacral.findings.cases.case import Finding
from lumbosacral.findings.language.words import clean

__all__ = ["plain_girth"]

_GIRTH = re.compile(r"\b(?:circumferences?|girths?|perimeters?)\b", re.I)
_LENGTH = re.compile(
    r"(?<![\w.,])(\d+(?:[.,]\d+)?) ?(cm|mm|centimet(?:er|re)s?|inch(?:es)?)?(?![\w%])", re.I
)
_MEASURED_AT = re.compile(
    r"[,(]?\s*\b(?:(?:measured|taken) )?(?:at )?\d+(?:[.,]\d+)? ?(?:cm|mm|centimet(?:er|re)s?|inch(?:es)?) "
    r"(?:above|below|proximal|distal)(?: to)?(?: the)?(?: \w+){1,3}?\)?(?=$|[,;:)]| (?:is|was|were|of)\b)",
    re.I,
)
_CUT = re.compile(
    r"\s*(?:[,;/]|\bvs\b\.?|\bversus\b|\bcompared (?:with|to)\b|\bagainst\b|\band\b|\bbut\b|\bwhile\b)\s*",
    re.I,
)
_SIDE = re.compile(
    r"\b(?:(left|right)|(other|opposite|contralateral|healthy|unaffected|normal|sound))\b", re.I
)
_COMPARED = re.compile(
    r"\b(?:small|thin|less|reduc|decreas|larg|big|great|more|thick|increas|differ|wast|atroph|asymmetr|equal|same)",
    re.I,
)
_ORDER = re.compile(r"[(\[]?\b(r|l|right|left) ?(?:/|-|:) ?(?:r|l|right|left)\b[)\]]?", re.I)
_OTHER = {"left": "right", "right": "left"}
_ALIKE = 0.5
"""Least difference in the unit of measurement that is not one of the tape."""


def plain_girth(finding: Finding) -> Finding:
    """Write the girths of both legs as what they mean: the thinner one wasted, or the calf that is told of thicker.

    Parameters
    ----------
    finding : Finding
        Any finding; only a sign with two lengths is changed.
    """
    if finding.test != "sign" or not isinstance(finding.value, str | None):
        return finding
    of, value = (_MEASURED_AT.sub("", clean(words or "")) for words in (finding.of, finding.value))
    of, value = _ordered(of, value)
    text = f"{of}, {value}"
    if not _GIRTH.search(text):
        return finding
    subject = finding.side if finding.side in _OTHER else _named(of)
    name = " ".join(_SIDE.sub("", _LENGTH.split(of)[0]).split()).strip(" ,:")
    name = name.removesuffix(" of") or of
    sides = _by_side(text, subject)
    if len(sides) == len(_OTHER):
        return finding.model_copy(update=_meant(name, sides, subject))
    if _is_of_both(text):
        return finding.model_copy(update={"of": name, "value": "equal", "side": "both"})
    if _LENGTH.search(text) and not _COMPARED.search(text):
        # how thick one leg is says nothing without the other
        return finding.model_copy(update={"value": "not told"})
    return finding


def _ordered(of: str, value: str) -> tuple[str, str]:
    """Give two lengths the sides whose order is told: "calf circumference (R/L): 33/36 cm"."""
    order = _ORDER.search(of)
    lengths = _LENGTH.findall(value)
    if order is None or len(lengths) != len(_OTHER):
        return of, value
    first = "right" if order[1].lower().startswith("r") else "left"
    (one, _), (two, unit) = lengths
    return _ORDER.sub("", of).strip(), f"{first} {one} {unit}, {_OTHER[first]} {two} {unit}"


def _meant(name: str, sides: dict[str, float], subject: str) -> dict[str, str]:
    """Words, answer and side of what two girths mean."""
    thin, thick = sorted(sides, key=sides.__getitem__)
    if sides[thick] - sides[thin] < _ALIKE:
        return {"of": name, "value": "equal", "side": subject or "both"}
    if subject == thick and re.search(r"\bcal(?:f|ves)\b", name, re.I):
        return {"of": "calf circumference", "value": "larger", "side": thick}
    return {"of": f"{name} smaller", "value": "present", "side": thin}


def _is_of_both(text: str) -> bool:
    """Whether one length is told of both legs, or two that are alike."""
    figures = [float(number.replace(",", ".")) for number, _ in _LENGTH.findall(text)]
    both = len(figures) == 1 and re.search(r"\b(?:both|each|bilaterally)\b", text, re.I)
    return bool(both) or (len(figures) == len(_OTHER) and abs(figures[0] - figures[1]) < _ALIKE)


def _named(text: str) -> str:
    """Side that is said before the girth, whose leg is told of."""
    found = _GIRTH.search(text)
    named = [one.lower() for one, _ in _SIDE.findall(text[: found.start()]) if one] if found else []
    return named[-1] if named else ""


def _by_side(text: str, subject: str) -> dict[str, float]:
    """Length on each side, where two lengths are told and each has a side of its own or the one told of."""
    pieces = [piece for piece in _CUT.split(text) if _LENGTH.search(piece)]
    lengths = [found for piece in pieces for found in _LENGTH.findall(piece)]
    if len(pieces) != len(_OTHER) or len(lengths) != len(_OTHER) or not any(u for _, u in lengths):
        return {}
    sides = [_side_of(piece, subject) for piece in pieces]
    for i, j in ((0, 1), (1, 0)):
        sides[i] = sides[i] or _OTHER.get(sides[j], "")
    figures = (float(number.replace(",", ".")) for number, _ in lengths)
    return dict(zip(sides, figures, strict=True)) if all(sides) else {}


def _side_of(piece: str, subject: str) -> str:
    found = _SIDE.search(piece)
    if found is None:
        return ""
    return found[1].lower() if found[1] else _OTHER.get(subject, "")
