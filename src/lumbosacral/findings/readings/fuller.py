"""Words and answer read together, where that names more: "MRI of the spine: disc extrusion at L4/5"."""

import re
from dataclasses import replace

from lumbosacral.findings.language.vocabulary import Vocabulary
from lumbosacral.findings.language.words import SEPARATORS, Token, clean
from lumbosacral.findings.readings.way import LONGEST, Way, named_by, way_of
from lumbosacral.findings.results.levels import level_of
from lumbosacral.findings.results.values import listen, table_for

__all__ = ["fuller_way", "joined_with", "says_nothing"]

_OWN = frozenset({"pain", "autonomic", "gait"})
"""Tests in which what is named leaves when and how aside."""
_ONLY_DENIES = re.compile(
    r"(?:(?:he|she|they|the|patient) )*(?:denies|denied|deny|denying|ha[sd] no(?:ne)?)", re.I
)


def fuller_way(own: Way, known: Vocabulary) -> Way | None:
    """Read words and answer together where that names all that the words name, and more."""
    text = own.answer.text
    if not text or len(known.prepare(f"{own.words} {text}")) > LONGEST:
        return None
    if known.match(known.prepare(text), 0, ("value presence",)) and len(known.prepare(text)) < 2:
        return None
    if _ONLY_DENIES.fullmatch(text.strip()):
        # "arm pain: denies" is no want of all pain
        return None
    if listen(known.prepare(text), text, table_for(own.test, "", known), known).unexamined:
        return None
    if _all_normal(own, known) or _is_planned(text, known):
        return None
    if own.test == "gait" and _is_course(text, known):
        # read beside the gait
        return None
    best, most = None, named_by(own, known)
    looked = frozenset(name for part in own.parts for name in part.scanned)
    first, told = most, (most & known.names.tests.keys()) - looked
    if own.test == "sign" and told and "pain only" in known.rules.concepts(known.prepare(text)):
        # "Freiberg sign: pain on internal rotation of the hip" is what the sign is
        return None
    for joined in joined_with(own.words, text, known):
        if best is not None and known.match(known.prepare(text), 0, ("not",)):
            # "fibular head: no mass" denies a mass there; in a list the head would have one
            break
        way = way_of(joined, replace(own.answer, text=""), own.test, known)
        found = named_by(way, known)
        fresh = (found | _turned(way, own)) - (first if best else frozenset[str]())
        fresh -= most - _turned(way, own)
        alone = not (told or best or (own.test in _OWN and most))
        aside = known.aside - known.courses if _is_course(text, known) else known.aside
        fresh = frozenset(name for name in fresh if alone or name not in aside)
        tests = {known.names.tests.get(name, own.test) for name in fresh}
        covered = all(_seen(name, own, way) for name in told)
        clear = own.test in tests or fresh <= known.courses | known.causes
        clear = clear or (not told and not way.cost(known)[0])
        # "bending forward: relieved by"
        clear = clear or (bool(told) and told.isdisjoint(found))
        fuller = best is None or most <= found
        if covered and fresh and clear and fuller:
            best, most = way, found
    return best


def joined_with(words: str, text: str, known: Vocabulary) -> tuple[str, ...]:
    """Words and answer in one; a course is told of what is denied, and not denied: "leg does not obey: progressive"."""
    row = known.prepare(words)
    denied = any(known.match(row, i, ("not",)) for i in range(len(row)))
    listed = f"{words}, {text}"
    return (listed,) if denied and _is_course(text, known) else (f"{words} {text}", listed)


def _turned(way: Way, own: Way) -> frozenset[str]:
    """Names that words and answer together settle the value of: "walking: improves with"."""
    settled = (
        {
            name
            for part in one.parts
            for _, name in part.targets
            if part.fixed is not None or name in part.lost
        }
        for one in (way, own)
    )
    return frozenset(next(settled) - next(settled))


def _is_course(text: str, known: Vocabulary) -> bool:
    """Whether an answer only says how it began or went on: "sudden onset", "progressive"."""
    row = known.prepare(clean(text))
    hits = known.rules.hits(row, "history")
    if not hits or any(name not in known.courses for hit in hits for name in hit.names):
        return False
    taken = frozenset[Token]().union(*(hit.tokens for hit in hits))
    return all(
        token in taken or known.match([token], 0, ("course word",)) or not token.norm.isalpha()
        for token in row
    )


def _all_normal(own: Way, known: Vocabulary) -> bool:
    """Whether what was looked at is said to be normal, without an exception."""
    row = known.prepare(clean(own.answer.text))
    apart = any(known.match(row, i, ("except",)) for i in range(len(row)))
    looked = any(part.scanned for part in own.parts)
    normal = looked and not apart and level_of(row, known) == "normal"
    return normal and all(says_nothing(row, i, known) for i in range(len(row)))


def says_nothing(row: list[Token], i: int, known: Vocabulary) -> bool:
    """Whether a word belongs to the words of a level, or carries nothing."""
    kinds = ("level", "not", "remark", "degree", "imaging filler", "value history", "side")
    starts = range(max(0, i - 5), i + 1)
    found = ((k, known.match(row, k, kinds)) for k in starts)
    inside = any(match is not None and k + match.length > i for k, match in found)
    return inside or not any(c.isalpha() for c in row[i].norm) or row[i].norm in SEPARATORS


def _is_planned(text: str, known: Vocabulary) -> bool:
    row = known.prepare(clean(text))
    return any(known.match(row, i, ("planned",)) for i in range(len(row)))


def _seen(name: str, own: Way, way: Way) -> bool:
    """Whether a name is there still, or what it was read from is seen by a name that sees more."""
    words = {
        t.norm for part in own.parts for one, held in part.held if one[1] == name for t in held
    }
    named = {target for part in way.parts for target in part.targets}
    return any(
        f"{target[1]} ".startswith(f"{name} ") or words < {t.norm for t in held}
        for part in way.parts
        for target, held in part.held
        if target in named
    )
