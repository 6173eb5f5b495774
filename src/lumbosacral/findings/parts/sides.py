"""Sides as people say them, in plain words: "right > left", "both X and Y"."""

import re

from lumbosacral.findings.cases.case import Finding
from lumbosacral.findings.language.phrase import Part
from lumbosacral.findings.language.vocabulary import Vocabulary
from lumbosacral.findings.language.words import clean
from lumbosacral.findings.results.pieces import without_compared

__all__ = ["in_the_middle", "plain_sides", "shared_side"]

_SIDE = r"(?:left|right|lt|rt|l|r)"
_COMPARED = re.compile(
    rf"[(,]?\s*\b({_SIDE})(?:[- ]side)?\s*(?:>{{1,3}}|<{{1,3}}|(?:is |was )?(?:slightly |much )?"
    rf"(?:more|greater|worse|less|weaker)(?: \w+)?(?: than)(?: the)?)\s*({_SIDE})\b(?:[- ]side)?\s*\)?",
    re.I,
)
_FELT = frozenset({"sensation", "pain"})
_ONE = frozenset({"left", "right"})
_BOTH_MALLEOLI = re.compile(r"\bboth malleoli\b", re.I)
_PLACE_COMPARED = re.compile(
    r"\b(?P<one>left|right) (?P<place>[a-z][a-z ]{1,25}?)\s*(?:,\s*)?"
    r"(?:>{1,3}|(?:is |was )?(?:more|greater|worse)(?: \w+)? than(?: the| in the| on the)?)\s*"
    r"(?P<other>left|right)(?: (?P=place)| side)?\b",
    re.I,
)
_LISTED = re.compile(
    r"\bboth\s+(?:of\s+)?(?:the\s+|his\s+|her\s+)?(?P<first>[^,;/]+?)\s+and\s+"
    r"(?!(?:the\s+|his\s+|her\s+)?(?:left|right|both)\b)",
    re.I,
)


_BOTH_OF = re.compile(r"^\s*(?:are |were )?both\s+(?=\w)(?!sides?\b|legs\b|feet\b)", re.I)
_BOTH_NAMED = re.compile(r"\s*\b(?:in |of )?both (?:muscles|nerves)\b", re.I)
_ONE_SIDE = re.compile(r"\b(?:left|right)\b", re.I)


_WORSE = re.compile(
    r"\s*[,(]?\s*(?:(?:but|and|slightly|much|somewhat|mildly) )*(?:worse|worst|more|greater|predominantly|mainly"
    r"|especially|mostly|chiefly|primarily|particularly|principally)(?:(?: \w+)? (?:on|in) (?:the |his |her )?"
    r"(?:left|right)(?:[- ]side)?\b|(?: the)? (?:left|right)(?: side)?(?=\)?(?:$|[,;]))"
    r"|(?: on)? \((?:left|right|L|R)\))\)?",
    re.I,
)
_OF_BOTH = re.compile(r"\b(?:both|bilateral\w*|B/L)\b", re.I)

_LAID_OVER = re.compile(
    r"\b(?P<own>cross(?:ing)? (?:the |his |her |my )?(?:left|right)(?: (?:leg|thigh|knee|ankle|foot))?)"
    r" (?:over|on|onto) (?:top of )?(?:the |his |her |my )?(?:left|right)(?: (?:leg|one|thigh|knee|side))?\b",
    re.I,
)


def _of_both(text: str, finding: Finding) -> str:
    """Leave out on which side it is worse, where it is there on both: "both legs, worse on the right"."""
    both = finding.side == "both" or _OF_BOTH.search(text) is not None
    return _WORSE.sub("", text).strip() or text if both else text


def plain_sides(finding: Finding, known: Vocabulary) -> Finding:
    """Write "right > left" as both sides, and take "both" away where it opens a list of two things."""
    value = finding.value
    # the leg that is laid over the other one is the one that moves
    named = _LAID_OVER.sub(r"\g<own> over the other", _of_both(finding.of, finding))
    if finding.test in _FELT:
        # "left foot more than right"
        named = _PLACE_COMPARED.sub(_both_places, named)
        # one ankle has two malleoli
        named = _BOTH_MALLEOLI.sub("malleoli", named) if finding.side in _ONE else named
    of, said = without_compared(_plain(named, known)), value
    if isinstance(value, str):
        said = _plain(_of_both(value, finding), known)
        # "knee and ankle jerk on the right: both absent"
        said = _BOTH_NAMED.sub("", _BOTH_OF.sub("", said) if _ONE_SIDE.search(of) else said)
    if of == finding.of and said == value:
        return finding
    return finding.model_copy(update={"of": of, "value": said})


_ALL_LIMBS = re.compile(
    r"\b(?:both|all)\s+(?:the\s+)?(upper|lower)\s+and\s+(upper|lower)\s+(limb|extremit)(s|ies)\b",
    re.I,
)


_EACH = re.compile(
    r"\b(left|right)\s+(?:and|&)\s+(?:(?:very |more )?(?:mild|moderate|severe|marked|minimal|slight|minor)"
    r"(?:-to-\w+)?\s+)(left|right)\b",
    re.I,
)


_FOUND = (
    r"(?:[0-5][+-]?(?:\s?/\s?[45])?[+-]?|\d+(?:\.\d+)? ?(?:mV|[u\u00b5\u03bc]V|ms|m/s)|absent|normal|reduced|increased|"
    r"brisk|decreased|diminished|weak|intact|preserved|present|trace|lost|negative|positive)"
)
_ONE_BY_ONE = re.compile(
    rf",?\s*\b(?P<first>{_SIDE}):? (?P<one>{_FOUND}),?(?: and| but)? (?P<second>{_SIDE}):? (?P<other>{_FOUND})"
    r"(?![\w/])",
    re.I,
)


_EITHER = re.compile(
    r"\b(?:(?:in|of|on|affecting|involving) )?(?:one or both|(?:either )?one side or both(?: sides)?|one or both sides"
    r"|uni-?(?:lateral(?:ly)?)? or bi-?lateral(?:ly)?|bilateral(?:ly)? or unilateral(?:ly)?)(?P<rest> (?:of )?"
    r"(?:the |his |her )?(?:lower )?"
    r"(?P<limb>legs|limbs|extremities|feet|thighs|calves|knees|buttocks|sides|hips|groins))?\b",
    re.I,
)
_SINGLE = {
    "legs": "leg",
    "limbs": "limb",
    "extremities": "extremity",
    "feet": "foot",
    "thighs": "thigh",
}
_SINGLE |= {
    "calves": "calf",
    "knees": "knee",
    "buttocks": "buttock",
    "hips": "hip",
    "groins": "groin",
}


def _of_either(found: re.Match[str]) -> str:
    """Leave open which side it is: "one or both legs", "unilateral or bilateral"."""
    limb = (found["limb"] or "").lower()
    lower = "lower " if "lower" in (found["rest"] or "").lower() else ""
    return f"{lower}{_SINGLE[limb]}" if limb in _SINGLE else ""


def _plain(text: str, known: Vocabulary) -> str:
    text = _EITHER.sub(_of_either, text).strip() or text
    text = _ONE_BY_ONE.sub(r" \g<first> \g<one>, \g<second> \g<other>", text)
    text = _EACH.sub(_both, text)
    text = _ALL_LIMBS.sub(r"both \1 \3\4 and both \2 \3\4", text)
    text = _COMPARED.sub(_both, text)
    listed = _LISTED.search(text)
    if listed is None or _of_two(listed["first"], known):
        return text
    return text[: listed.start()] + text[listed.start("first") :]


def _both(found: re.Match[str]) -> str:
    one, other = found[1][0].lower(), found[2][0].lower()
    return f" {found[0]} " if one == other else " bilateral "


def _both_places(found: re.Match[str]) -> str:
    one, other = found["one"].lower(), found["other"].lower()
    return found[0] if one == other else f"bilateral {found['place']}"


def _of_two(said: str, known: Vocabulary) -> bool:
    """Whether words name a side, or the plural of what everybody has two of: "both feet and ankles"."""
    said = clean(said).lower()
    row = known.prepare(said)
    if any(known.match([token], 0, ("side",)) for token in row):
        return True
    last = said.split()[-1] if said else ""
    paired = bool(row) and known.match(row[-1:], 0, ("paired", "pair elsewhere")) is not None
    return paired and (last.endswith("s") or last in _PLURALS)


_PLURALS = frozenset({"feet", "calves"})


def shared_side(parts: list[Part], known: Vocabulary) -> None:
    """Give a side back to a place that shares its head, and to what a pain is like, in place.

    "The sole and dorsum of the right foot" are both right, "the back and the right leg" are not.
    """
    named = [part for part in parts if part.named]
    for part, after in zip(reversed(named[:-1]), reversed(named[1:]), strict=True):
        joined = after.before in {"and", "or", "/", "&"} and after.side in {"left", "right"}
        if joined and not part.side and _is_inside(after, known) and not in_the_middle(part, known):
            part.side = after.side
    sides = {part.side for part in named if part.side}
    for part in named:
        quality = all(name in known.qualities for _, name in part.targets)
        if part.targets and quality and not part.side and len(sides) == 1:
            part.side, part.lent = next(iter(sides)), True


def _is_inside(part: Part, known: Vocabulary) -> bool:
    """Whether a side stands within what is named: "dorsum of the right foot"."""
    sides = [i for i, token in enumerate(part.row) if known.match([token], 0, ("side",))]
    places = ("area", "region", "narrowing")
    return bool(sides) and bool(known.match(part.row[: sides[0]], 0, places)) and sides[0] > 0


def in_the_middle(part: Part, known: Vocabulary) -> bool:
    """Whether a part names a place in the middle of the body, which has no side."""
    return bool(known.rules.concepts(part.row) & known.midline)
