"""Answers that belong to some of the things named, or that name the thing themselves."""

import re
from collections.abc import Callable

from lumbosacral.findings.cases.case import Finding
from lumbosacral.findings.language.phrase import Part
from lumbosacral.findings.language.vocabulary import Vocabulary
from lumbosacral.findings.language.words import clean
from lumbosacral.findings.results.answers import Answer
from lumbosacral.findings.results.pieces import halved, respective
from lumbosacral.findings.results.values import listen, table_for

__all__ = [
    "bulk_of_muscle",
    "each_alone",
    "is_bare",
    "is_of_exception",
    "limb_side",
    "of_left_out",
    "of_walking",
    "of_wasting",
    "placed_in_answer",
    "spare_left_out",
]

Read = Callable[[str], list[Part]]
Made = Callable[[str, str], tuple[str, ...]]
_FINE = frozenset({"normal", "negative", "pass"})
_REACHES = re.compile(r"(?<!up )(?<!due )\bto (?=(?:the|both|just|mid|level)\b|mid-)", re.I)
_IN_ORDER = frozenset({"strength", "reflex", "emg", "sensation", "ncs"})


def each_alone(parts: list[Part], answer: Answer, test: str, known: Vocabulary) -> list[str]:
    """Members of an answer where there is one for each thing: "2/5 and 4/5", "normal, weak"."""
    named = [part for part in parts if part.named]
    if len(named) != len(parts) or len(parts) < 2:
        return []
    each = respective(answer.text, len(parts))
    if not each and len(parts) == 2 and parts[1].before == "/":
        # "KJ/AJ: 2+/1+"
        each = halved(clean(answer.text))
    return each or _opposed(answer, len(parts), test, known)


def _opposed(answer: Answer, count: int, test: str, known: Vocabulary) -> list[str]:
    """Members of an answer that cannot all be true of one thing, as many as things are named."""
    pieces = re.split(r"\s*[,;]\s*(?:and\s+)?|\s+and\s+", clean(answer.text))
    if test not in _IN_ORDER or len(pieces) != count:
        return []
    if any(_is_even(piece, known) for piece in pieces[1:]):
        return []
    table = table_for(test, "", known)
    heard = [listen(known.prepare(piece), piece, table, known) for piece in pieces]
    if any(one.value is None or one.unread or len(one.words) > 1 for one in heard):
        return []
    said = {one.value.word for one in heard if one.value is not None}
    fine = {word in _FINE for word in said}
    # two reflexes that are "reduced and absent" are one each
    figures = {one.value.number is not None for one in heard if one.value is not None}
    apart = len(fine) == 2 or len(figures) == 2 or (test == "reflex" and len(said) == count)
    return pieces if apart else []


def _is_even(piece: str, known: Vocabulary) -> bool:
    """Whether a member of an answer says only that both sides are alike: "brisk and symmetric"."""
    row = known.prepare(piece)
    found = known.match(row, 0, ("evenly",)) if row else None
    return found is not None and found.length == len(row)


def placed_in_answer(
    parts: list[Part], words: str, answer: Answer, test: str, read: Read, known: Vocabulary
) -> tuple[list[Part], str] | None:
    """Read "pinprick: reduced to the knees": only the answer says where, and all of it is read."""
    if test not in _HELD or answer.fixed is not None or not answer.text:
        return None
    if any(part.unread or part.turn or not _only_limb(part, test) for part in parts):
        return None
    said = clean(answer.text)
    # "thigh to the knee" reaches down to it
    told = f"{words} {said if _FROM_ABOVE.search(said) else _REACHES.sub('up to ', said)}"
    found = read(told)
    named = [part for part in found if part.targets or part.elsewhere]
    own = {target for part in parts for target in part.targets}
    more = [target for part in named for target in part.targets if target not in own]
    clear = not any(part.unread or part.turn for part in found) and all(
        _has_value(part, test, known) for part in named[:1]
    )
    if not more or not clear or {kind for kind, _ in more} - _HELD[test]:
        return None
    # "3+ throughout with bilateral Babinski sign"
    own_side = test == "reflex" and any(part.side == answer.side == "both" for part in found[1:])
    for part in found:
        part.side = part.side or ("" if own_side else answer.side)
        if test == "sensation" or (test == "reflex" and len(part.targets) > 1):
            part.targets = [target for target in part.targets if target not in own]
    return found, told


_FROM_ABOVE = re.compile(r"\b(?:thigh|hip|groin|buttock)s?\b.*\bto\b", re.I)
_HELD = {
    "sensation": frozenset({"area", "region", "structure"}),
    "strength": frozenset({"muscle", "movement"}),
    "reflex": frozenset({"reflex group", "reflex", "sign"}),
    "emg": frozenset({"muscle", "group", "structure"}),
}
"""Kinds of names that an answer may hold where the words say no more than which limb."""


def is_of_exception(
    parts: list[Part], answer: Answer, words: str, test: str, known: Vocabulary
) -> bool:
    """Whether an answer is of what is left out alone: "normal except the ankle jerks: absent"."""
    table = table_for(test, "", known)
    heard = listen(known.prepare(clean(answer.text)), clean(answer.text), table, known).value
    first = [listen(p.said, words, table, known).value for p in parts if p.named and not p.turn]
    left_out = any(part.turn == "except" and part.named and not part.said for part in parts)
    fine = bool(first) and all(one is not None and one.word in _FINE for one in first)
    return fine and left_out and heard is not None and heard.word not in _FINE


_LOST = frozenset({"reduced", "absent", "positive_symptom"})
_NOT_SOUND = {"sensation": "reduced", "strength": "weak", "emg": "abnormal", "ncs": "abnormal"}


def of_left_out(parts: list[Part], words: str, test: str, known: Vocabulary) -> Answer | None:
    """Answer of what is left out: "intact except the first web space", "absent except the left knee jerk"."""
    rest = [part for part in parts if part.named and not part.turn]
    if not rest or not any(part.turn == "except" for part in parts):
        return None
    table = table_for(test, "", known)
    heard = [listen(part.said, words, table, known).value for part in rest]
    if test == "reflex" and all(one is not None and one.word == "absent" for one in heard):
        # "areflexia except the right knee jerk"
        return Answer("present")
    if test not in _NOT_SOUND:
        return None
    sound = all(one is not None and one.word in _FINE for one in heard)
    return Answer(_NOT_SOUND[test]) if sound else None


def spare_left_out(
    parts: list[Part], words: str, answer: Answer, made_of: Made, known: Vocabulary
) -> None:
    """Call spared, in place, what is left out of a loss of feeling and no part of it: "calf but not the foot"."""
    rest = [part for part in parts if part.named and not part.turn]
    said = [listen(part.said, words, "sensation", known).value for part in rest]
    told = listen(known.prepare(clean(answer.text)), clean(answer.text), "sensation", known).value
    heard = [one or told for one in said]
    if not heard or any(one is None or one.word not in _LOST for one in heard):
        return
    if told is not None and told.word not in _LOST:
        return
    lost = {area for part in rest for target in part.targets for area in made_of(*target)}
    for part in parts:
        own = {area for target in part.targets for area in made_of(*target)}
        if part.turn == "except" and own and own.isdisjoint(lost):
            part.turn = "spared"


_LIMB = {"strength": "group", "sensation": "region", "reflex": "reflex group", "emg": "group"}


def _only_limb(part: Part, test: str) -> bool:
    """Whether a part names nothing, or no more than a limb without a value."""
    limb = not part.said and {kind for kind, _ in part.targets} <= {_LIMB[test]}
    return not part.elsewhere and (limb or not part.named)


def _has_value(part: Part, test: str, known: Vocabulary) -> bool:
    own = (f"value {test}",)
    return any(
        t.norm[0].isdigit() or known.match(part.said, i, own) for i, t in enumerate(part.said)
    )


def of_walking(words: str, read: Read, known: Vocabulary) -> bool:
    """Whether words name no more than the gait as such, or nothing."""
    for part in read(words):
        walk = [len(h) == 1 and known.match([*h], 0, ("gait word",)) for _, h in part.held]
        if part.elsewhere or not all(walk) or (part.named and not part.targets):
            return False
    return True


def limb_side(text: str, known: Vocabulary) -> str:
    """Side of an answer that says no more than which limb: "left lower extremity"."""
    row = known.prepare(clean(text))
    everything, i, side, limb = known.everything.get("sensation", ""), 0, "", False
    while i < len(row):
        found = known.match(row, i, ("side", "region"))
        if found is None or (found.kind == "region" and found.name != everything):
            return ""
        side = found.name if found.kind == "side" else side
        limb = limb or found.kind == "region"
        i += found.length
    return side if limb else ""


def is_bare(text: str, known: Vocabulary) -> bool:
    """Whether an answer says no more than yes."""
    row = known.prepare(clean(text))
    found = known.match(row, 0, ("value presence",)) if row else None
    return found is not None and found.length == len(row) and found.name == "present"


def of_wasting(finding: Finding, words: str, known: Vocabulary) -> Finding | None:
    """Return the finding of a sign that is told with strength: "wasted and weak"."""
    if finding.test != "strength":
        return None
    said = clean(finding.value) if isinstance(finding.value, str) else ""
    for text in (words, said):
        shown = _shown(text, known)
        if shown:
            of = f"{shown} of {_named(words, known)}"
            return finding.model_copy(update={"test": "sign", "of": of, "value": "present"})
    return None


def _shown(text: str, known: Vocabulary) -> str:
    """Word for a sign that is seen in a muscle; none where something is denied."""
    row = known.prepare(text)
    if any(known.match(row, i, ("not",)) for i in range(len(row))):
        return ""
    for i, token in enumerate(row):
        match = known.match(row, i, ("muscle sign",))
        if match is not None and match.name in _SEEN:
            return text[token.start : row[i + match.length - 1].end]
    return ""


def _named(words: str, known: Vocabulary) -> str:
    """Words without those of value and of signs: what is weak and wasted."""
    own = ("value strength", "muscle sign")
    row = [token for token in known.prepare(words) if not known.match([token], 0, own)]
    return " ".join(words[token.start : token.end] for token in row).removesuffix(" and")


_SEEN = frozenset({"muscle atrophy"})
_IS_LOST = re.compile(r"\b(?:loss|lost|reduced|decreased|diminished|absent|gone)\b", re.I)
_MUSCLE_OF = re.compile(r"\bmuscles?(?: mass)? (?=(?:below|above|of|in|at) )", re.I)


def bulk_of_muscle(of: str, said: str) -> str:
    """Return the words of a sign with muscle that is lost told as its bulk: "muscle below the knees: lost"."""
    return _MUSCLE_OF.sub("muscle bulk ", of) if _IS_LOST.search(f"{of} {said}") else of
