"""Levels: high, low or normal, from words or from a figure and the limits of normal."""

import re
from itertools import pairwise

from lumbosacral.findings.language.phrase import Part
from lumbosacral.findings.language.vocabulary import Vocabulary
from lumbosacral.findings.language.words import Token, clean
from lumbosacral.findings.reading import Value
from lumbosacral.findings.results.telling import yes_or_no

__all__ = [
    "level_of",
    "means_normal",
    "measured",
    "of_measure",
    "of_share",
    "scanned",
    "share_level",
]

# not the figure that belongs to a name: "B12 120", "CA 19-9 340"
_THOUSANDS = re.compile(
    r"(?<![a-zA-Z-]\d)(?<![a-zA-Z]\d\d)(?<![a-zA-Z]\d{3})(?<=\d)[, ](?=\d{3}(?!\d))"
)
_FIGURE = re.compile(
    r"(?<![\w.])(\d+(?:[.,]\d+)?)(?!\d|[ -]?(?:h|hrs?|hours?)\b[ -]*[a-z])\s*"
    r"((?:[a-z%µ]+[0-9]?)?(?:/[a-z0-9]+)?)"
)
_UNITS = re.compile(r"\b(?:international )?(i?)u(?:nits?)?(?: ?/ ?| per )(?:l|lit(?:er|re))\b")
_FOLD = re.compile(r"\d+(?:[.,]\d+)?\s*(?:x\b|×|times\b|-?\s?fold\b)")
_LIMIT = re.compile(r"^(up to|from) (\d+(?:\.\d+)?) (\S+)$")
_UNSAID = re.compile(r"^bare (over|under) (\d+(?:\.\d+)?) (\S+)$")
# "over 200 ml" is beyond a limit of 200 ml
_OVER = re.compile(
    r"(?:>|\b(?:over|above|beyond|exceed(?:s|ed|ing)?|(?:more|greater|larger|higher) than|in excess of)) ?$"
)
_UNDER = re.compile(r"(?:<|\b(?:under|below|(?:less|lower|fewer) than)) ?$")
_PRESENT, _ABSENT = Value(word="present"), Value(word="absent")


def level_of(row: list[Token], known: Vocabulary) -> str:
    """high, low, normal or abnormal, by the first word that says so; empty where none does."""
    negated = False
    for i in range(len(row)):
        found = known.match(row, i, ("level", "not"))
        if found is not None and found.kind == "level":
            if not negated:
                return found.name
            return "abnormal" if found.name == "normal" else "normal"
        negated = (negated and row[i].norm not in {",", ";", "but"}) or found is not None
    return ""


def means_normal(association: str) -> bool:
    """Whether a finding is that something is normal, as in "normal lumbar MRI"."""
    return "normal" in association.lower().split()


def measured(name: str, said: str, told: str, known: Vocabulary) -> tuple[str, Value] | None:
    """Say what a laboratory value means.

    Parameters
    ----------
    name : str
        What was measured, as the vocabulary calls it.
    said, told : str
        The words beside it, and the answer given to it. A figure is stronger than a word.

    Returns
    -------
    tuple of str and Value, or None
        The finding of the atlas, present or absent; None where nothing is said of the level.
    """
    limits = known.limits.get(name, ())
    meant = dict(one.split(": ", 1) for one in limits if ": " in one)
    level = ""
    for text in (said, told):
        level = level or _of_figure(clean(text).lower(), limits)
    for text in (said, told):
        level = level or level_of(known.prepare(clean(text)), known)
    odd = next((meant[side] for side in ("high", "low") if side in meant), "")
    row = known.prepare(clean(said))
    if odd and not level and any(known.match(row, i, ("not",)) for i in range(len(row))):
        # "no cells"
        level = "normal"
    if level == "abnormal" or (not level and _bare(told, "present") and odd):
        return (odd, _PRESENT) if odd else _denied(meant)
    if not level:
        return None
    if level in meant:
        return meant[level], _PRESENT
    if level != "normal" and not odd:
        return _denied(meant)
    if "normal" in meant:
        return meant["normal"], _PRESENT
    return (odd, _ABSENT) if odd else None


def of_measure(name: str, said: str, told: str, known: Vocabulary) -> Value | None:
    """Value of a sign that is a measure beyond its limit, such as a residual volume, from a figure."""
    if known.names.tests.get(name) != "sign":
        return None
    for analyte, limits in known.limits.items():
        if f"low: {name}" in limits:
            # an angle: it counts where no word says what it means
            text = clean(told).lower()
            own = _LAST_ANGLE.search(clean(said).lower())
            plain = re.search(r"\d", text) or _TOLD_SIGN.search(text)
            text = own[0] if own and not plain else text
            bare = _ANGLE.match(text)
            return _SIGN_LOW.get(_of_figure(text, limits)) if bare else None
        if f"high: {name}" in limits:
            named = _of_figure(clean(said).lower(), limits)
            row = known.prepare(clean(said))
            denied = any(known.match(row, i, ("not",)) for i in range(len(row)))
            if named == "high" and (denied or yes_or_no(told, known) == "absent"):
                # "residual over 200 ml: no"
                named = "normal"
            level = named or _of_figure(clean(told).lower(), limits)
            return _SIGN.get(level) if analyte else None
    return None


def of_share(name: str, said: str, told: str, known: Vocabulary) -> Value | None:
    """Value of a finding that is a share or a pressure beyond its limit, such as a decrement."""
    limits = known.limits.get(name, ()) if name in known.names.tests else ()
    units = {one.rpartition(" ")[2].lower() for one in limits if _LIMIT.match(one)}
    figures = [
        (figure, "mmhg" if unit.startswith("mm") else "%")
        for text in (clean(told).lower(), clean(said).lower())
        for figure, unit in reversed(_SHARE.findall(text))
    ]
    mine = next((f"{figure} {unit}" for figure, unit in figures if unit in units), "")
    return {"high": _PRESENT, "normal": _ABSENT}.get(_of_figure(mine, limits)) if mine else None


_SHARE = re.compile(r"(\d+(?:[.,]\d+)?)\s?(%|per ?cent|mm ?hg)")
_SIDE = r"(?:on )?(?:the )?(?:left|right|l|r|bilaterally|both sides)"
_ANGLE = re.compile(
    rf"^(?:(?:is|was|were|are|possible|achieved|full|at|to|up to|of|only|"
    rf"until) )*(?:{_SIDE} ?)?[:=]?\s*\d+\s*(?:-\s*\d+\s*)?"
    rf"(?:\u00b0|deg|degrees?)?(?:\s*\(?{_SIDE}\)?)?\s*$"
)
_TOLD_SIGN = re.compile(r"\b(?:positive|negative)\b")
_LAST_ANGLE = re.compile(r"\d+\s*(?:\u00b0|deg|degrees?)?\s*$")
_SIGN_LOW = {"low": Value(word="positive"), "normal": Value(word="negative")}
_SIGN = {"high": Value(word="positive"), "normal": Value(word="negative")}


def _bare(text: str, word: str) -> bool:
    return clean(text).lower() in {word, "positive", "yes"}


def _denied(meant: dict[str, str]) -> tuple[str, Value] | None:
    return (meant["normal"], _ABSENT) if "normal" in meant else None


def _of_figure(text: str, limits: tuple[str, ...]) -> str:
    text = _UNITS.sub(r"\1u/l", _THOUSANDS.sub("", text))
    if _FOLD.search(text):
        return "high"
    bounds = [match for match in map(_LIMIT.match, limits) if match is not None]
    for found in _FIGURE.finditer(text):
        number, unit = float(found[1].replace(",", ".")), found[2]
        mine = [bound for bound in bounds if bound[3].lower() == unit]
        if not mine and "/" not in unit and unit != "%":
            own = _unsaid(number, limits) if not unit else ""
            mine = [bound for bound in bounds if bound[3] == (own or bounds[0][3])]
        for bound in mine:
            limit, before = float(bound[2]), text[: found.start()]
            beyond = number == limit and (_OVER if bound[1] == "up to" else _UNDER).search(before)
            if bound[1] == "up to" and (number > limit or beyond):
                return "high"
            if bound[1] == "from" and (number < limit or beyond):
                return "low"
        if mine:
            return "normal"
    return ""


def _unsaid(number: float, limits: tuple[str, ...]) -> str:
    """Unit that a figure without one can only have: a haemoglobin of 70; empty where it is the first."""
    for found in filter(None, map(_UNSAID.match, limits)):
        limit = float(found[2])
        if number > limit if found[1] == "over" else number < limit:
            return found[3]
    return ""


def share_level(parts: list[Part], known: Vocabulary) -> None:
    """Give the level said before a list to what follows, in place: "normal protein and cell count"."""
    for part, after in pairwise(parts):
        both = bool(part.targets) and any(kind == "analyte" for kind, _ in after.targets)
        found = ((i, known.match(part.row, i, ("level",))) for i in range(len(part.row)))
        at, first = next((one for one in found if one[1] is not None), (0, None))
        own = any(known.match(after.row, i, ("level", "not")) for i in range(len(after.row)))
        figures = any(t.norm[0].isdigit() for t in (*part.row, *after.row))
        if both and first is not None and not own and not figures:
            after.row = [*part.row[at : at + first.length], *after.row]


def scanned(names: list[str], said: list[Token], told: str, known: Vocabulary) -> Value | None:
    """Whether what was imaged is normal, in its own words or in the answer; None if not said."""
    level = level_of(said, known) or level_of(known.prepare(clean(told)), known)
    if level == "abnormal" and yes_or_no(told, known) == "absent":
        # "abnormality of the lumbar spine on MRI: none"
        level = "normal"
    if not names or level not in {"normal", "abnormal"}:
        return None
    if means_normal(names[0]):
        return _PRESENT if level == "normal" else _ABSENT
    return _ABSENT if level == "normal" else None
