"""Findings that are known by what is said together, in any words and order: `concepts.txt`.

A concept is a set of words that mean alike ("operation", "removed", "fusion"); a rule names the finding that is meant
where certain concepts stand in one member of a list ("operation" and "foot"). Words between them are not taken.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from lumbosacral.findings.language.figures import UNITS
from lumbosacral.findings.language.words import Token, tokens

__all__ = ["Hit", "Lines", "Rules"]

Lines = Mapping[str, list[tuple[str, list[str], list[str]]]]
Plain = Callable[[str], tuple[str, ...]]
_LONGEST = 5
_SHORTEST_STEM = 4


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule that holds: the names it means, and the words it took."""

    names: tuple[str, ...]
    tokens: frozenset[Token]


class _Rule(NamedTuple):
    """Names, and what must and must not be said; each member of `all_of` is met by any of its concepts."""

    names: tuple[str, ...]
    all_of: tuple[frozenset[str], ...]
    none_of: frozenset[str]


class Rules:
    """All rules, by the test they hold for ("" for all)."""

    def __init__(self, lines: Lines, plain: Plain) -> None:
        self._phrases: dict[tuple[str, ...], list[str]] = {}
        self._stems: dict[str, list[str]] = {}
        self._endings: dict[str, list[str]] = {}
        self._rules: dict[str, list[_Rule]] = {}
        self._begins: dict[str, dict[str, list[int]]] = {}
        known = {name for name, _, _ in lines.get("concept", ())}
        for name, said, _ in lines.get("concept", ()):
            for word in said:
                self._learn(name, word, plain)
        for section, listed in lines.items():
            test = section.removeprefix("rules").strip()
            if not section.startswith("rules"):
                continue
            self._rules[test] = [
                self._rule(name, body, known, plain) for name, said, _ in listed for body in said
            ]
            begins = self._begins.setdefault(test, {})
            for i, rule in enumerate(self._rules[test]):
                for concept in rule.all_of[0]:
                    begins.setdefault(concept, []).append(i)

    def _learn(self, concept: str, word: str, plain: Plain) -> None:
        if word.endswith("*") or word.startswith("*"):
            stems = self._stems if word.endswith("*") else self._endings
            stems.setdefault(word.strip("*").lower(), []).append(concept)
            return
        key = plain(word)
        # "at rest" must not leave "rest", nor "over" nothing
        said = [t.norm for t in tokens(word)]
        worn = len(key) == 1 < len(said) and key[0] in said
        if key and not worn and concept not in self._phrases.setdefault(key, []):
            self._phrases[key].append(concept)

    def _rule(self, name: str, body: str, known: set[str], plain: Plain) -> _Rule:
        """Read "a|b + c + !d"; what is no concept stands for itself."""
        all_of, none_of = list[frozenset[str]](), set[str]()
        for one in (atom.strip() for atom in body.split(" + ")):
            words = {word.strip() for word in one.removeprefix("!").split("|")}
            for word in words - known:
                self._learn(word, word, plain)
            if one.startswith("!"):
                none_of |= words
            else:
                all_of.append(frozenset(words))
        return _Rule(tuple(n.strip() for n in name.split(" & ")), tuple(all_of), frozenset(none_of))

    def words(self) -> Iterable[str]:
        """All single words that concepts know; stems are not among them."""
        return (word for key in self._phrases for word in key)

    def knows(self, word: str) -> bool:
        """Whether a word begins or ends as a concept says."""
        return bool(self._grown(word))

    def concepts(self, row: list[Token]) -> set[str]:
        """Names of the concepts that words belong to."""
        return set(self._said(row))

    def hits(self, row: list[Token], test: str, also: tuple[str, ...] = ("",)) -> list[Hit]:
        """Return the rules of a test that hold in a row, without those that see less than another."""
        said = self._said(row)
        found: list[Hit] = []
        for rule in (rule for one in (test, *also) for rule in self._possible(one, said)):
            if not rule.none_of.isdisjoint(said):
                continue
            taken = [{t for one in concepts for t in said.get(one, ())} for concepts in rule.all_of]
            if all(taken):
                found.append(Hit(rule.names, frozenset[Token]().union(*taken)))
        return _widest(found)

    def _possible(self, test: str, said: Mapping[str, set[Token]]) -> Iterator[_Rule]:
        """Rules whose first concept is said, in the order of the file."""
        begins = self._begins.get(test, {})
        found = {i for concept in said for i in begins.get(concept, ())}
        return (self._rules[test][i] for i in sorted(found))

    def _said(self, row: list[Token]) -> dict[str, set[Token]]:
        said: dict[str, set[Token]] = {}
        for i in (i for i in range(len(row)) if not _is_unit(row, i)):
            for length in range(1, min(_LONGEST, len(row) - i) + 1):
                for one in self._phrases.get(tuple(t.norm for t in row[i : i + length]), ()):
                    said.setdefault(one, set()).update(row[i : i + length])
            for one in self._grown(row[i].norm):
                said.setdefault(one, set()).add(row[i])
        return said

    def _grown(self, word: str) -> list[str]:
        """Concepts known by how a word begins or ends."""
        cuts = range(_SHORTEST_STEM, len(word) + 1)
        begun = [one for n in cuts for one in self._stems.get(word[:n], ())]
        return begun + [one for n in cuts for one in self._endings.get(word[-n:], ())]


def _is_unit(row: list[Token], i: int) -> bool:
    """Whether a word is the unit of the figure before it: "32 ms" is no multiple sclerosis."""
    return i > 0 and row[i].norm in UNITS and row[i - 1].norm[-1].isdigit()


def _widest(found: list[Hit]) -> list[Hit]:
    kept: list[Hit] = []
    for hit in sorted(found, key=lambda one: -len(one.names)):
        wider = any(hit.tokens < other.tokens for other in found)
        same = any(hit.tokens == other.tokens for other in kept)
        if not wider and not same:
            kept.append(hit)
    return kept
