"""What the words of a list member mean together, put in the place of what they name one by one."""

import re

from lumbosacral.findings.language.homes import PAIN_WORDS
from lumbosacral.findings.language.phrase import PLACES, Part
from lumbosacral.findings.language.rules import Hit
from lumbosacral.findings.language.vocabulary import Vocabulary
from lumbosacral.findings.language.words import Token

__all__ = ["JOINED", "TOLD", "mean"]

TOLD = frozenset({"history", "pain", "imaging", "laboratory", "autonomic"})
"""Tests that are told or looked up; a list of them shares no words but a negation."""
JOINED = TOLD | {"sign", "gait"}
"""Tests in which the words and the answer may name a finding only together."""
_KINDS = (
    "association",
    "sign",
    "sign group",
    "autonomic",
    "gait",
    "task",
    "analyte",
    "movement",
    "reflex",
)
BODY = PLACES | {"task", "muscle", "group", "movement", "structure", "reflex", "muscle sign"}
"""Kinds of names that only say where, beside a finding that is told."""


def mean(parts: list[Part], test: str, known: Vocabulary) -> list[Part]:
    """Apply the rules of a test to each part, and those that see over the members of a list.

    A rule takes the place of a name that it sees whole, and yields to one that sees more.
    """
    if test not in JOINED - {"gait"}:
        return parts
    if test == "sign":
        alone = len(parts) == 1 or (bool(parts) and _none_anywhere(parts, known))
        placed = _placed(parts)
        for part in parts:
            # "clonus, no atrophy"
            denied = not placed and _denied(part, known)
            if alone or denied or _everywhere(part, known):
                _bare(part, known)
    whole = [t for part in parts for t in part.row]
    for hit in known.rules.hits(whole, f"wide {test}", ()):
        seen = [part for part in parts if not hit.tokens.isdisjoint(part.row)]
        alone = test == "imaging" and _whole_alone(seen, hit, test, known)
        if len(seen) > 1 and not alone:
            _widely(seen, hit, test, known)
    also = ("",) if test != "pain" else ()
    for part in parts:
        row = part.full or part.row
        hits = known.rules.hits([t for t in row if t not in part.wide], test, also)
        _apply(part, [hit for hit in hits if not _yields(part, hit, test, known)], test, known)
    return [part for part in parts if part.named or part.unread or not part.wide]


def _whole_alone(seen: list[Part], hit: Hit, test: str, known: Vocabulary) -> bool:
    """Whether members of a list say themselves what a rule sees over them: "L5 root compressed, S1 root compressed"."""
    family = _PREFIX.sub("", hit.names[0]).partition(" ")[2]
    said = [
        {name for one in known.rules.hits(part.row, test) for name in one.names} for part in seen
    ]
    alike = [names for names in said if any(name.endswith(f" {family}") for name in names)]
    return bool(family) and len(alike) > 1 and any(hit.names[0] in names for names in alike)


def _widely(seen: list[Part], hit: Hit, test: str, known: Vocabulary) -> None:
    """Apply a rule that sees over the members of a list; one that is denied carries what it means."""
    rest = [token for token in seen[0].row if token not in hit.tokens]
    own = known.rules.hits(rest, test)
    home = next((part for part in seen[1:] if own and _denied(part, known)), seen[0])
    for part in (one for one in seen if one is not home):
        _clear(part, [hit], test, known)
        part.wide |= hit.tokens
        if home is seen[0]:
            home.said += part.said
            home.row = home.row + part.said
    home.side = home.side or next((part.side for part in seen if part.side), "")
    _apply(home, [hit], test, known)
    home.wide |= hit.tokens


def _denied(part: Part, known: Vocabulary) -> bool:
    return known.match(part.said, 0, ("not",)) is not None


def _bare(part: Part, known: Vocabulary) -> None:
    """A sign of which only one word is left, where nothing else is said."""
    left = [token for token in part.row if token not in part.said]
    name = known.bare.get(left[0].norm, "") if len(left) == 1 else ""
    target = ("association", name)
    shown = known.match(left, 0, ("lone sign",)) if not name else None
    if shown is not None and shown.length == len(left) and not part.elsewhere:
        target = ("sign group", shown.name)
    if target[1] and not any(kind == "association" for kind, _ in part.targets):
        part.targets, part.elsewhere, part.places = [target], [], []
        part.held, part.unread = [(target, frozenset(part.row))], []


def _everywhere(part: Part, known: Vocabulary) -> bool:
    """Whether a member of a list says that it is seen everywhere: "generalised wasting"."""
    found = known.match(part.row, 0, ("summary",)) if part.row else None
    return found is not None and found.name == "all"


def _none_anywhere(parts: list[Part], known: Vocabulary) -> bool:
    """Whether a list of signs is denied from its beginning, of no muscle: "no atrophy or fasciculations"."""
    joined = all(part.before in _OR for part in parts[1:])
    return _denied(parts[0], known) and not _placed(parts) and joined


def _placed(parts: list[Part]) -> bool:
    """Whether a muscle or another part of the body is named in a list of signs."""
    where = BODY - {"muscle sign"}
    return any(kind in where for part in parts for kind, _ in part.targets)


_OR = frozenset({",", "or", "nor"})


def _yields(part: Part, hit: Hit, test: str, known: Vocabulary) -> bool:
    """Whether a name of the vocabulary sees more than a rule does, or the same place where pain is felt."""
    for (kind, name), held in part.held:
        most = len(held) > len(hit.tokens) and 2 * len(hit.tokens & held) > len(hit.tokens)
        if name in known.names.tests and hit.tokens == held and len(hit.names) == 1:
            own = {t.norm for t in known.prepare(name)} == {t.norm for t in held}
            return own and (test == "history" or known.names.tests[name] == test)
        if name in known.names.tests and (hit.tokens < held or most):
            home = known.names.tests[name]
            return home == test or (test == "history" and home != "laboratory")
        if kind == "analyte" and hit.tokens <= held:
            return True
        if kind in PLACES and test == "pain" and hit.tokens <= held:
            return not hit.names[0].startswith("own ")
    return False


def _apply(part: Part, hits: list[Hit], test: str, known: Vocabulary) -> None:
    """Put what rules mean in the place of what they see."""
    fresh = [(one, hit) for hit in hits for one in _targets(hit, known)]
    if not fresh:
        return
    if test == "history" and any(
        kind == "association" and name not in known.aside for (kind, name), _ in fresh
    ):
        # a rule that names both means both: "delivery under epidural anaesthesia"
        fresh = [(one, hit) for one, hit in fresh if not known.aside.issuperset(hit.names)]
    _clear(part, hits, test, known)
    part.elsewhere = [] if test == "imaging" else part.elsewhere
    _side(part, known)
    part.sound = any(name.startswith("lack ") for hit in hits for name in hit.names)
    part.lost |= {_PREFIX.sub("", n) for hit in hits for n in hit.names if n.startswith("not ")}
    part.targets += [one for one, _ in fresh if one not in part.targets]
    part.held += [(one, hit.tokens) for one, hit in fresh]
    part.reach = max(part.reach, *(len(hit.tokens) for hit in hits))


def _clear(part: Part, hits: list[Hit], test: str, known: Vocabulary) -> None:
    """Take away the names and the words that rules see; in a search, also findings of another kind."""
    seen = frozenset[Token]().union(*(hit.tokens for hit in hits))
    sides = frozenset(t for t in part.row if known.match([t], 0, ("side",)))
    own = frozenset(part.row) - sides
    for target, held in list(part.held):
        kept = held & own
        # "back pain on walking": the pain is of the back, and of walking
        pain = frozenset(t for t in held if test == "pain" and t.norm in PAIN_WORDS)
        body = held - pain - sides
        over = any(
            2 * len(body & h.tokens) >= len(body) > 0 and len(held - sides) <= len(h.tokens)
            for h in hits
        )
        odd = _odd(target, held & seen, test, known)
        own_rule = any(target[1] in hit.names for hit in hits)
        felt = test == "pain" and target[1] in known.qualities and not own_rule
        if (kept <= seen or over or odd) and not felt:
            part.held.remove((target, held))
            part.targets = [one for one in part.targets if one != target]
            part.elsewhere = [one for one in part.elsewhere if ("elsewhere", one) != target]
            part.scanned = [one for one in part.scanned if ("scanned", one) != target]
    part.unread = [t for t in part.unread if t not in seen]
    part.symptoms = [t for t in part.symptoms if t not in seen]
    part.said = [t for t in part.said if t not in seen]


def _odd(target: tuple[str, str], seen: frozenset[Token], test: str, known: Vocabulary) -> bool:
    """Whether a name is of another kind of test than what is named beside it."""
    kind, name = target
    if kind == "association" and known.names.tests[name] in TOLD - {test}:
        return test in _SOUGHT or (test == "pain" and bool(seen))
    return (kind, test) in {("structure", "pain"), ("autonomic", "history")}


def _side(part: Part, known: Vocabulary) -> None:
    """A side that is part of what is named is still a side: "bilateral leg pain"."""
    for i, _ in enumerate(part.row):
        found = known.match(part.row, i, ("side",))
        part.side = part.side or (found.name if found is not None else "")


_PREFIX = re.compile(r"^(?:not|lack|own) ")
_SOUGHT = frozenset({"sign", "imaging", "laboratory"})


def _targets(hit: Hit, known: Vocabulary) -> list[tuple[str, str]]:
    """Kind and name of each finding that a rule means."""
    names = [_PREFIX.sub("", name) for name in hit.names]
    return [
        next((kind, name) for kind in _KINDS if name in known.canonical.get(kind, ()))
        for name in names
    ]
