"""Remarks that narrow or only repeat what is named: brackets, spinal levels, plurals."""

import re
from collections.abc import Callable

from lumbosacral.findings.language.phrase import PLACES, Part
from lumbosacral.findings.language.vocabulary import Match, Vocabulary
from lumbosacral.findings.language.words import Token

__all__ = [
    "both_of",
    "bracketed",
    "is_plural",
    "levelled",
    "narrowed",
    "of_examination",
    "within_group",
    "within_place",
    "without_gloss",
    "without_landmarks",
    "without_limb",
    "without_walking",
]

Expand = Callable[[str, str], tuple[str, dict[str, float]]]
"""(kind, name) -> kind and weights of what it is made of."""
_TOLD = frozenset({"analyte", "pain filler", "imaging filler", "laboratory filler", "symptom"})
_OWN = ("side", "not", "except", "degree", "unexamined")


def bracketed(row: list[Token], i: int, kinds: tuple[str, ...], known: Vocabulary) -> list[Token]:
    """Words of the bracket that opens at `i` where it is a remark on what stands before it.

    It is none where it has a side, a figure or a value of its own, nor in tests that are told.
    """
    end = next((k for k in range(i + 1, len(row)) if row[k].norm == ")"), None)
    if end is None or _TOLD & set(kinds):
        return []
    inside = row[i + 1 : end]
    own = (*_OWN, *(kind for kind in kinds if kind.startswith("value")))
    free = any(t.norm[0].isdigit() or known.match([t], 0, own) for t in inside)
    return [] if free else inside


def is_plural(row: list[Token], text: str, known: Vocabulary, *, told: bool) -> bool:
    """Whether a limb or a part of one that everybody has two of is named in the plural."""
    kinds = ("paired", "paired told") if told else ("paired",)
    for i, token in enumerate(row):
        found = known.match(row, i, kinds)
        if found is not None:
            word = text[token.start : row[i + found.length - 1].end].lower()
            if word.endswith(("feet", "calves", "s")) or known.match([token], 0, ("pair word",)):
                return True
    return False


def without_gloss(part: Part, text: str) -> list[Token]:
    """Words of a part without those in brackets that name something: "quadriceps (front of the thighs)"."""
    if not part.inner:
        return part.row
    return [t for t in part.row if text.count("(", 0, t.start) <= text.count(")", 0, t.start)]


def narrowed(part: Part, expand: Expand) -> None:
    """Take what the brackets name where it is a share of what stands before them, in place."""
    if not part.inner:
        return
    inner = [expand(*target) for target in part.inner]
    plain = {kind for kind, _ in inner}
    outer = [expand(*target) for target in part.targets]
    whole = {name for kind, made in outer if {kind} == plain for name in made}
    some = {name for _, made in inner for name in made}
    within = len(outer) == 1 and some != whole and 4 * len(some & whole) >= 3 * len(some)
    if not part.targets or (within and len(some) < len(whole)):
        part.targets = part.inner


def within_group(part: Part, expand: Expand) -> None:
    """Keep of what a nerve supplies what a group beside it has too, in place: "below the knee"."""
    nerves = [target for target in part.targets if target[0] == "structure"]
    groups = [target for target in part.targets if target[0] in {"group", "region"}]
    if len(nerves) != 1 or len(groups) != 1:
        return
    shared = expand(*nerves[0])[1].keys() & expand(*groups[0])[1].keys()
    if shared:
        part.within = frozenset(shared)
        part.targets = [target for target in part.targets if target not in groups]


def within_place(part: Part, words: str, expand: Expand) -> None:
    """Take away the place that another one lies in, in place: "toes of the right foot"."""
    places = [(target, taken) for target, taken in part.held if target[0] in PLACES]
    made = {target: expand(*target)[1].keys() for target, _ in places}
    for i, (target, taken) in enumerate(places):
        before = words[part.row[0].start : min(token.start for token in taken)]
        inside = any(made[one] and made[one] < made[target] for one, _ in places[:i])
        if inside and target in part.targets and not _GOES_TO.search(before):
            part.targets.remove(target)


_GOES_TO = re.compile(r"\b(?:in)?to\b|\b(?:up|down|from)\b", re.I)


def without_limb(part: Part, everything: str) -> None:
    """Take away the whole limb where more is named, in place: "plantar flexion of the leg"."""
    if any(token.norm.startswith("includ") for token in part.row):
        return
    moved = any(kind in {"movement", "muscle"} for kind, _ in part.targets)
    named = [
        (kind, name)
        for kind, name in part.targets
        if name != everything and not (moved and kind == "group")
    ]
    part.targets = named or part.targets


def without_walking(parts: list[Part], known: Vocabulary) -> None:
    """Take away the walking as such where a way of walking is named, or words nobody knows say it."""
    more = any(kind in {"gait", "association"} for part in parts for kind, _ in part.targets)
    for part in parts:
        for target, taken in part.held:
            bare = len(taken) == 1 and known.match(list(taken), 0, ("gait word",))
            if bare and target in part.targets and (more or part.unread):
                part.targets.remove(target)


def without_landmarks(part: Part, words: str, known: Vocabulary) -> None:
    """Take away joints that only say how far a region reaches, in place: "thigh, down to the knee"."""
    for target, taken in part.held[1:]:
        first = min((token.start for token in taken), default=0)
        far = _UP_TO.search(words[:first])
        named = sorted(taken, key=lambda token: token.start)
        joint = known.match(named, 0, ("landmark",)) if far else None
        if joint is not None and joint.length == len(named) and target in part.targets[1:]:
            part.targets.remove(target)


_UP_TO = re.compile(
    r"\b(?:to|as far(?: \w+)? as|from|above|below|beneath|inferior to|superior to|distal to|proximal to|near)"
    r"(?: (?:the|his|her|level of|just))*(?: (?:left|right))?\s*$",
    re.I,
)


def of_examination(parts: list[Part], test: str, known: Vocabulary) -> Part | None:
    """Return the part that stands for all of a test where only the examination or a deficit is named."""
    told = any(part.places or part.turn or part.unread or part.named for part in parts)
    one = next((part for part in parts if part.row and _is_whole(part, test, known)), None)
    if told or one is None:
        return None
    one.summary, one.whole = "all", test in _SAID_NORMAL
    one.side = next((part.side for part in parts if part.side), "")
    return one


_SAID_NORMAL = frozenset({"strength", "sensation", "emg", "ncs"})
"""Tests of which an abnormal result means nothing unless it says where."""


def _is_whole(part: Part, test: str, known: Vocabulary) -> bool:
    if any(match and match.name == "positive_symptom" for match in _values(part, test, known)):
        return False
    found = (known.match(part.row, i, ("test",)) for i in range(len(part.row)))
    sense = test == "sensation" and any(known.match([t], 0, ("modality",)) for t in part.row)
    named = sense or any(match is not None and match.name == test for match in found)
    return named or (bool(part.said) and test in {"sensation", "reflex"})


def _values(part: Part, test: str, known: Vocabulary) -> list[Match | None]:
    return [known.match(part.row, i, (f"value {test}",)) for i in range(len(part.row))]


def levelled(parts: list[Part], words: str, known: Vocabulary) -> None:
    """Make of a muscle of all levels and the roots beside it the muscle of these levels, in place."""
    group = ""
    supplied = _supplied(parts, words)
    for part in [*parts, *reversed(parts)]:
        named = [*part.targets, *part.inner]
        roots = [name for kind, name in named if kind == "structure" and part not in supplied]
        own = next((_all_levels(kind, name, known) for kind, name in named if kind in _BODY), "")
        group = own or (group if roots and len(roots) == len(named) else "")
        levels = [_level(group, root, known) for root in roots] if group else []
        if levels and all(levels):
            part.targets, part.inner = [("group", name) for name in levels], []
            for before in parts:
                if before is not part and before.targets == [("group", group)]:
                    before.targets = []


def _supplied(parts: list[Part], words: str) -> list[Part]:
    """Parts that name roots for the muscles that they supply: "L5 and S1 muscles"."""
    found: list[Part] = []
    ends = [*(part.row[0].start for part in parts[1:] if part.row), len(words)]
    if len(ends) != len(parts):
        return found
    for part, end in zip(reversed(parts), reversed(ends), strict=True):
        only_roots = bool(part.targets) and all(kind == "structure" for kind, _ in part.targets)
        said = words[part.row[0].start : end] if part.row else ""
        joined = (
            bool(found)
            and found[-1].before in _JOINED
            and part is parts[parts.index(found[-1]) - 1]
        )
        if only_roots and (_THEIR_MUSCLES.search(said) or joined):
            found.append(part)
    return found


_JOINED = frozenset({"and", "&", "/", ","})
_THEIR_MUSCLES = re.compile(r"\b(?:muscles?|myotom\w+|innervat\w+|suppl\w+|segments?)\b", re.I)
_BODY = frozenset({"group", "muscle"})


def _all_levels(kind: str, name: str, known: Vocabulary) -> str:
    """Name of a muscle of all levels, from itself or from one of its levels."""
    group = name.rpartition(" ")[0] if kind == "muscle" else name
    return group if ("group", group) in known.members or kind == "group" else ""


def _level(group: str, roots: str, known: Vocabulary) -> str:
    muscles = known.names.by_kind.get("muscle", {})
    named = [f"{group} {root.split()[0]}" for root in roots.split("+")]
    return "+".join(name for name in named if name in muscles)


def both_of(part: Part, parts: list[Part], text: str) -> bool:
    """Whether one reflex is named in the plural; "knee and ankle jerks" are two."""
    named = [one for one in parts if any(kind in _REFLEX for kind, _ in one.targets)]
    if part not in named or any(kind == "reflex group" for kind, _ in part.targets):
        return False
    alone = len(named) == 1 or all(_says_reflex(one) for one in named)
    return alone and any(
        text[token.start : token.end].lower().endswith(_PLURAL)
        for token in part.row
        if _is_reflex(token)
    )


_REFLEX = frozenset({"reflex", "reflex sign", "sign"})
_PLURAL = ("reflexes", "jerks", "responses", "plantars")
_WORDS = frozenset({"reflex", "response", "plantar", "toe"})


def _is_reflex(token: Token) -> bool:
    return token.norm in _WORDS


def _says_reflex(part: Part) -> bool:
    return any(map(_is_reflex, part.row))
