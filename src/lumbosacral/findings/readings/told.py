"""Findings that are told or looked up: what is named by the words and the answer together."""

from collections.abc import Iterator
from dataclasses import replace

from lumbosacral.findings.language.meaning import TOLD
from lumbosacral.findings.language.phrase import PLACES, Part
from lumbosacral.findings.language.vocabulary import Vocabulary
from lumbosacral.findings.language.words import SEPARATORS, clean
from lumbosacral.findings.readings.fuller import fuller_way, joined_with, says_nothing
from lumbosacral.findings.readings.way import LONGEST, Way, holds, named_by, way_of
from lumbosacral.findings.results.answers import Answer
from lumbosacral.findings.results.levels import level_of, means_normal

__all__ = ["ways"]

_OTHERS = (
    "imaging",
    "laboratory",
    "history",
    "autonomic",
    "sensation",
    "strength",
    "reflex",
    "pain",
)
_LOOKED = ("imaging", "laboratory", "history")
_OF_GAIT = ("task", "history", "sign")
_PARTING = frozenset({"during", "after", "following", "since"})
_NAME = 12
"""Most words of a finding that is tried with its answer."""


def ways(words: str, answer: Answer, test: str, known: Vocabulary) -> list[Way]:
    """Read a finding as a whole, or in pieces where one piece needs the answer or another test.

    Returns
    -------
    list of Way
        One for the whole; several that stand side by side where the list was taken apart.
    """
    own = way_of(words, answer, test, known)
    named = named_by(own, known)
    fuller = fuller_way(own, known)
    if fuller is not None:
        return [fuller]
    if not own.cost(known)[0] and (named or any(p.elsewhere for p in own.parts)):
        return [own]
    if own.cost(known) == (0, 0) or len(own.parts) > LONGEST:
        return [own]
    better = _perfect(words, answer, test, known)
    if better is not None:
        return [better]
    if not any(holds(part, own, known) for part in own.parts):
        joined = [
            way_of(text, replace(answer, text=""), test, known)
            for text in joined_with(words, answer.text, known)
            if answer.text
        ]
        best = min(joined, key=lambda way: way.cost(known), default=own)
        if any(part.named for part in best.parts) and best.cost(known) < own.cost(known):
            return [best]
    return _apart(own, answer, test, known)


def _perfect(words: str, answer: Answer, test: str, known: Vocabulary) -> Way | None:
    """First way in which every word is read and every member named."""
    row = known.prepare(words)
    if len(row) > LONGEST or not known.knows(row):
        return None
    others = _LOOKED if test in _LOOKED else _OF_GAIT if test == "gait" else _OTHERS
    for other in (test, *(kind for kind in others if kind != test)):
        way = way_of(words, answer, other, known)
        if way.cost(known) != (0, 0) or _is_only_place(way, test, known):
            continue
        if test == "pain" and _is_only_when(way, known):
            continue
        if other == test or not (_passes(way, test, known) or _is_unseen(way, test, known)):
            return way
    if test == "pain":
        way = way_of(f"{words} pain", answer, test, known)
        if way.cost(known) == (0, 0) and _one(way):
            return way
    if len(row) > _NAME:
        return None
    used = replace(answer, text="")
    for text in _joined(words, answer, known):
        for kind in dict.fromkeys((test, "imaging", "laboratory")):
            way = way_of(text, used, kind, known)
            if way.cost(known) == (0, 0) and _one(way) and not _is_unseen(way, test, known):
                return way
    return None


def _is_unseen(way: Way, test: str, known: Vocabulary) -> bool:
    """Whether a part of the body would be called normal in an image that nobody speaks of: "spine: normal"."""
    if way.test != "imaging" or test == "imaging":
        return False
    named = {name for part in way.parts for _, name in part.targets}
    scanned = {name for part in way.parts for name in part.scanned}
    row = [token for part in way.parts for token in part.row]
    shown = any(known.match([token], 0, ("imaging filler",)) for token in row)
    return not shown and any(means_normal(name) for name in named | scanned)


def _passes(way: Way, test: str, known: Vocabulary) -> bool:
    """Whether another kind of test only finds what is a remark in the own one."""
    named = {name for part in way.parts for _, name in part.targets}
    remarks = known.passing.get(test, frozenset()) | known.never.get(test, frozenset())
    return bool(named) and named <= remarks


def _is_only_place(way: Way, test: str, known: Vocabulary) -> bool:
    """Whether what is shown or told would be read as strength or feeling of a part that it only names."""
    if (test, way.test) != ("history", "sensation") and (
        test not in {"sign", "gait"} or way.test not in _OF_PLACES
    ):
        return False
    kinds: tuple[str, ...] = (
        "muscle sign",
        f"value {way.test}",
        "symptom",
        "modality",
        "motor word",
    )
    if test == "history":
        kinds = (*kinds, "test")
    if way.test == "pain":
        kinds = ("pain filler", "association")
    # "abnormality of the foot" is of anything
    other = ("skin word", "seen")
    row = [t for p in way.parts for t in p.row if not known.match([t], 0, other)]
    own = (known.match(row, i, kinds) for i in range(len(row)))
    said = [match for match in own if match is not None and match.kind != "muscle sign"]
    strange = TOLD - {way.test}
    names = {match.name for match in said if known.names.tests.get(match.name) not in strange}
    return not names - _FINE


def _is_only_when(way: Way, known: Vocabulary) -> bool:
    """Whether a place, and a time or what was done, would be read as examined: "groin, sudden", "thigh, running"."""
    named = {target for part in way.parts for target in part.targets}
    if way.test not in _EXAMINED and all(kind not in _TRIED for kind, _ in named):
        return False
    row = [token for part in way.parts for token in part.row]
    if any(known.match(row, i, ("symptom", "motor word", "modality")) for i in range(len(row))):
        return False
    return all(kind in _PARTS or name in known.courses for kind, name in named)


_TRIED = frozenset({"reflex", "task"})
_EXAMINED = frozenset({"autonomic", "sensation", "strength", "reflex"})
_PARTS = PLACES | {"muscle", "group", "movement", "task", "reflex", "reflex group"}
_OF_PLACES = frozenset({"strength", "sensation", "reflex", "pain"})
_FINE = frozenset({"normal", "absent"})


def _one(way: Way) -> bool:
    """Whether words and answer make one name, and not a name with the answer beside it."""
    kinds = {kind for part in way.parts for kind, _ in part.targets}
    return kinds == {"analyte"} or (len(way.parts) == 1 and kinds == {"association"})


def _joined(words: str, answer: Answer, known: Vocabulary) -> Iterator[str]:
    if not answer.text:
        return
    yield joined_with(words, answer.text, known)[0]
    row = known.prepare(clean(answer.text))
    plain = known.knows(row) and all(says_nothing(row, i, known) for i in range(len(row)))
    level = level_of(row, known) if plain else ""
    for said in known.synonyms("level", level):
        if " " not in said:
            yield f"{words} {said}"


def _apart(own: Way, answer: Answer, test: str, known: Vocabulary) -> list[Way]:
    """Read the members of a list, or what stands before and after "during", one by one."""
    kept: list[Part] = []
    found: list[Way] = []
    negated = False
    for part in own.parts:
        has_not = any(known.match([t], 0, ("not",)) for t in part.row)
        pieces: list[Way | None] = [None]
        if (part.unread or not holds(part, own, known)) and (has_not or not negated):
            pieces = _pieces(part, own.words, answer, test, known)
        negated = negated or has_not
        if all(piece is not None for piece in pieces):
            found += [piece for piece in pieces if piece is not None]
        else:
            kept.append(part)
    return [replace(own, parts=kept), *found] if kept else found


def _pieces(
    part: Part, words: str, answer: Answer, test: str, known: Vocabulary
) -> list[Way | None]:
    text = words[part.row[0].start : part.row[-1].end]
    whole = _perfect(text, answer, test, known)
    if whole is not None:
        return [whole]
    cuts = [t.start for t in part.row[1:] if _parting(text, t.start - part.row[0].start)]
    for cut in cuts:
        sides = [words[part.row[0].start : cut], words[cut : part.row[-1].end]]
        return [_perfect(clean(side), answer, test, known) for side in sides]
    return [None]


def _parting(text: str, start: int) -> bool:
    word = text[start:].split(" ", 1)[0].lower()
    return word in _PARTING and word not in SEPARATORS
