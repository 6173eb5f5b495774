"""Findings that are told or looked up: what is named by the words and the answer together."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lumbosacral.findings.answers import Answer
from lumbosacral.findings.levels import level_of, measured, scanned
from lumbosacral.findings.lexing import parts_of
from lumbosacral.findings.meaning import TOLD
from lumbosacral.findings.phrase import PLACES, Part
from lumbosacral.findings.values import listen, table_for
from lumbosacral.findings.vocabulary import Vocabulary
from lumbosacral.findings.words import SEPARATORS, Token, clean

__all__ = ["Way", "ways"]

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
_OWN = frozenset({"pain", "autonomic", "gait"})
"""Tests in which what is named leaves when and how aside."""
_PARTING = frozenset({"during", "after", "following", "since"})
_LONGEST, _NAME = 30, 12
"""Most words of a finding that is tried in several ways, and of one that is tried with its answer."""


@dataclass(frozen=True)
class Way:
    """One way to read a finding or a member of its list."""

    words: str
    answer: Answer
    test: str
    parts: list[Part]

    def cost(self, known: Vocabulary) -> tuple[int, int]:
        """Members that name nothing, and words not read."""
        held = [_holds(part, self, known) for part in self.parts]
        mute = held.count(False) + (0 if any(held) else 6)
        return mute, sum(len(part.unread) for part in self.parts)


def ways(words: str, answer: Answer, test: str, known: Vocabulary) -> list[Way]:
    """Read a finding as a whole, or in pieces where one piece needs the answer or another test.

    Returns
    -------
    list of Way
        One for the whole; several that stand side by side where the list was taken apart.
    """
    own = _way(words, answer, test, known)
    named = _named(own, known)
    fuller = _fuller(own, known)
    if fuller is not None:
        return [fuller]
    if not own.cost(known)[0] and (named or any(p.elsewhere for p in own.parts)):
        return [own]
    if own.cost(known) == (0, 0) or len(own.parts) > _LONGEST:
        return [own]
    better = _perfect(words, answer, test, known)
    if better is not None:
        return [better]
    if not any(_holds(part, own, known) for part in own.parts):
        joined = [
            _way(text, replace(answer, text=""), test, known)
            for text in (f"{words} {answer.text}", f"{words}, {answer.text}")
            if answer.text
        ]
        best = min(joined, key=lambda way: way.cost(known), default=own)
        if any(part.named for part in best.parts) and best.cost(known) < own.cost(known):
            return [best]
    return _apart(own, answer, test, known)


def _fuller(own: Way, known: Vocabulary) -> Way | None:
    """Read words and answer together where that names all that the words name, and more."""
    text = own.answer.text
    if not text or len(known.prepare(f"{own.words} {text}")) > _LONGEST:
        return None
    if known.match(known.prepare(text), 0, ("value presence",)) and len(known.prepare(text)) < 2:
        return None
    if listen(known.prepare(text), text, table_for(own.test, "", known), known).unexamined:
        return None
    if _all_normal(own, known) or _is_planned(text, known):
        return None
    if own.test == "gait" and _is_course(text, known):
        # read beside the gait
        return None
    best, most = None, _named(own, known)
    looked = frozenset(name for part in own.parts for name in part.scanned)
    first, told = most, (most & known.names.tests.keys()) - looked
    if own.test == "sign" and told and "pain only" in known.rules.concepts(known.prepare(text)):
        # "Freiberg sign: pain on internal rotation of the hip" is what the sign is
        return None
    for joined in (f"{own.words} {text}", f"{own.words}, {text}"):
        way = _way(joined, replace(own.answer, text=""), own.test, known)
        found = _named(way, known)
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


def _turned(way: Way, own: Way) -> frozenset[str]:
    """Names that words and answer together settle the value of: "walking: improves with"."""
    settled = (
        {name for part in one.parts if part.fixed is not None for _, name in part.targets}
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
    return normal and all(_says_nothing(row, i, known) for i in range(len(row)))


def _says_nothing(row: list[Token], i: int, known: Vocabulary) -> bool:
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


def _named(way: Way, known: Vocabulary) -> frozenset[str]:
    """Names of findings, which are more than parts of the body."""
    kinds = {"association", "sign", "sign group", "autonomic", "analyte"}
    kinds |= PLACES if way.test == "pain" else set()
    named = {name for part in way.parts for kind, name in part.targets if kind in kinds}
    if way.test in {"sign", "imaging", "laboratory"}:
        named -= {name for name in named if known.names.tests.get(name) in TOLD - {way.test}}
    return frozenset(named).union(*(part.scanned for part in way.parts))


def _way(words: str, answer: Answer, test: str, known: Vocabulary) -> Way:
    return Way(words, answer, test, parts_of(words, test, table_for(test, "", known), known))


def _holds(part: Part, way: Way, known: Vocabulary) -> bool:
    """Whether a part names something that has a value, in its own words or by the answer."""
    answer = way.answer
    analytes = [name for kind, name in part.targets if kind == "analyte"]
    if analytes:
        said = way.words[part.row[0].start : part.row[-1].end]
        return all(measured(name, said, answer.text, known) is not None for name in analytes)
    if part.named or part.turn or part.wide or (part.levels and not part.unread):
        return True
    return bool(part.scanned) and scanned(part.scanned, part.said, answer.text, known) is not None


def _perfect(words: str, answer: Answer, test: str, known: Vocabulary) -> Way | None:
    """First way in which every word is read and every member named."""
    row = known.prepare(words)
    if len(row) > _LONGEST or not known.knows(row):
        return None
    others = _LOOKED if test in _LOOKED else _OF_GAIT if test == "gait" else _OTHERS
    for other in (test, *(kind for kind in others if kind != test)):
        way = _way(words, answer, other, known)
        if way.cost(known) != (0, 0) or _is_only_place(way, test, known):
            continue
        if other == test or not _passes(way, test, known):
            return way
    if test == "pain":
        way = _way(f"{words} pain", answer, test, known)
        if way.cost(known) == (0, 0) and _one(way):
            return way
    if len(row) > _NAME:
        return None
    used = replace(answer, text="")
    for text in _joined(words, answer, known):
        for kind in dict.fromkeys((test, "imaging", "laboratory")):
            way = _way(text, used, kind, known)
            if way.cost(known) == (0, 0) and _one(way):
                return way
    return None


def _passes(way: Way, test: str, known: Vocabulary) -> bool:
    """Whether another kind of test only finds what is a remark in the own one."""
    named = {name for part in way.parts for _, name in part.targets}
    remarks = known.passing.get(test, frozenset()) | known.never.get(test, frozenset())
    return bool(named) and named <= remarks


def _is_only_place(way: Way, test: str, known: Vocabulary) -> bool:
    """Whether a sign would be read as strength or feeling of a part of the body that it only names."""
    if test not in {"sign", "gait"} or way.test not in _OF_PLACES:
        return False
    kinds: tuple[str, ...] = (
        "muscle sign",
        f"value {way.test}",
        "symptom",
        "modality",
        "motor word",
    )
    if way.test == "pain":
        kinds = ("pain filler", "association")
    row = [t for p in way.parts for t in p.row if not known.match([t], 0, ("skin word",))]
    own = (known.match(row, i, kinds) for i in range(len(row)))
    names = {match.name for match in own if match is not None and match.kind != "muscle sign"}
    return not names - _FINE


_OF_PLACES = frozenset({"strength", "sensation", "reflex", "pain"})
_FINE = frozenset({"normal", "absent"})


def _one(way: Way) -> bool:
    """Whether words and answer make one name, and not a name with the answer beside it."""
    kinds = {kind for part in way.parts for kind, _ in part.targets}
    return kinds == {"analyte"} or (len(way.parts) == 1 and kinds == {"association"})


def _joined(words: str, answer: Answer, known: Vocabulary) -> Iterator[str]:
    if not answer.text:
        return
    yield f"{words} {answer.text}"
    row = known.prepare(clean(answer.text))
    plain = known.knows(row) and all(_says_nothing(row, i, known) for i in range(len(row)))
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
        if (part.unread or not _holds(part, own, known)) and (has_not or not negated):
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
