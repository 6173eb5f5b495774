"""The words people use, and what they mean: `vocabulary.txt` and the names of the atlas."""

import difflib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from lumbosacral.atlas.kept import kept
from lumbosacral.findings.language.grammar import rewrite, sections, shared, weighted
from lumbosacral.findings.language.learned import Learned
from lumbosacral.findings.language.naming import Names, names
from lumbosacral.findings.language.rules import Rules
from lumbosacral.findings.language.words import Token, clean, tokens

__all__ = ["Match", "Names", "Vocabulary", "names", "vocabulary"]

_HERE = Path(__file__).parent
_FREE_ORDER = frozenset(
    {
        "muscle",
        "movement",
        "group",
        "area",
        "region",
        "reflex",
        "sign",
        "muscle sign",
        "task",
        "gait",
        "autonomic",
        "conduction",
        "conduction group",
        "structure",
        "association",
        "ambiguous",
    }
)
_ONE_WAY = frozenset({"down", "downwards", "but", "not", "without", "sparing", "except"})
"""Words whose place among others matters: "knee down" and "down to the knee", "sole but not heel"."""
_FAMILY = {
    "area": "region",
    "muscle": "group",
    "reflex": "reflex group",
    "conduction": "conduction group",
}
_MOVED = frozenset({"movement", "muscle"})
_LONGEST = 9


@dataclass(frozen=True, slots=True)
class Match:
    """A known phrase found in text: how many tokens it took, its kind, its canonical name."""

    length: int
    kind: str
    name: str


class Vocabulary(Learned):
    """All known phrases, ready to be looked up.

    Attributes
    ----------
    members : dict of (kind, group) -> list of (member, weight)
        What groups and regions are made of, as written in the file.
    canonical : dict of kind -> list of names
    """

    def __init__(self, text: str, known: Names, concepts: str = "") -> None:
        self.names = known
        self.members: dict[tuple[str, str], list[tuple[str, float]]] = {}
        self.canonical: dict[str, list[str]] = {}
        self.bare: dict[str, str] = {}
        self.applies: dict[str, frozenset[str]] = {}
        self.everything: dict[str, str] = {}
        self.meanings: dict[str, tuple[str, ...]] = {}
        self.limits: dict[str, tuple[str, ...]] = {}
        self.elsewhere_means: dict[str, str] = {}
        self._filler: frozenset[str] = frozenset()
        self._rewrites: dict[str, dict[tuple[str, ...], tuple[str, ...]]] = {}
        self._phrases: dict[str, dict[tuple[str, ...], dict[str, str]]] = {"": {}, "ncs": {}}
        self._sorted: dict[str, dict[tuple[str, ...], dict[str, str]]] = {"": {}, "ncs": {}}
        self._spoken: dict[str, dict[str, str]] = {}
        self._stems: dict[str, dict[str, list[tuple[str, str]]]] = {}
        lines_by_kind = sections(text)
        self._filler = frozenset(
            t.norm
            for _, said, _ in lines_by_kind.get("filler", ())
            for w in said
            for t in tokens(w)
        )
        for flavour, section in (("", "spelling"), ("ncs", "spelling ncs")):
            self._rewrites[flavour] = {
                self._plain(word): self._plain(name)
                for name, said, _ in lines_by_kind.get(section, ())
                for word in said
            }
        self._fill(lines_by_kind)
        self._phrases, self._sorted = shared(self._phrases, self._sorted)
        learned = sections(concepts)
        self.learn(learned)
        self.rules = Rules(learned, lambda word: tuple(t.norm for t in self.prepare(word)))
        self._words = frozenset(
            word for table in self._phrases.values() for key in table for word in key
        ) | frozenset(self.rules.words())

    def _fill(self, lines_by_kind: Mapping[str, list[tuple[str, list[str], list[str]]]]) -> None:
        for kind, listed in self.names.by_kind.items():
            for name in listed if kind != "group" else ():
                self._add(kind, name, [name])
        for kind, lines in lines_by_kind.items():
            if kind.startswith(("spelling", "filler")):
                continue
            if kind == "elsewhere means":
                self.elsewhere_means = {said: name for name, listed, _ in lines for said in listed}
                continue
            if kind == "limits":
                self.limits = {name: tuple(said) for name, said, _ in lines}
                continue
            for name, said, made_of in lines:
                if name == "applies to":
                    self.applies[kind] = frozenset(said)
                    continue
                if kind == "everything":
                    self.everything.update((test, name) for test in said)
                    continue
                if kind == "ambiguous":
                    self.meanings[name] = tuple(said)
                    said = []
                self._add(kind, name, [name, *said] if not kind.startswith("value") else said)
                if kind.startswith("value") and not name[0].isdigit():
                    self._add(kind, name, [name])
                if made_of:
                    self.members[kind, name] = [weighted(word) for word in made_of]
        for kind, listed in self.names.by_kind.items():
            for name, others in listed.items():
                # "A and B" is a list of two, each with its own reading; so is "back and leg pain"
                grouped, hurts = kind == "group", self.names.tests.get(name) == "pain"
                spoken = (name, *others) if grouped else others
                listed_two = [word for word in spoken if (grouped or hurts) and " and " in word]
                kept = [word for word in spoken if word not in listed_two]
                if self.names.tests.get(name) == "laboratory":
                    # "no diabetes" is told, not measured
                    kept = [word for word in kept if not word.startswith(("no ", "not "))]
                self._add(kind, name, kept, weak=True)
        for group, made in self.names.groups.items():
            self.members.setdefault(("group", group), [(name, 1.0) for name in made])

    def _add(self, kind: str, name: str, said: Iterable[str], *, weak: bool = False) -> None:
        known = self.canonical.setdefault(kind, [])
        if name not in known:
            known.append(name)
        for word in said:
            self._spoken.setdefault(kind, {}).setdefault(word.lower(), name)
            for flavour in ("", "ncs"):
                key = tuple(t.norm for t in self.prepare(word, flavour))
                for form in {key, tuple(k for k in key if k not in {",", "(", ")"})}:
                    taken = self._phrases[flavour].get(form, {})
                    # "for years" must not leave "years" to stand for a finding
                    worn = kind == "association" and len(form) == 1 < len(tokens(word))
                    if worn and word == name and self.names.tests.get(name) == "sign":
                        self.bare.setdefault(form[0], name)
                    # the "hip abductor sign" must not make a sign of hip abductors
                    moved = kind == "association" and not _MOVED.isdisjoint(taken)
                    if not form or worn or (weak and (moved or _FAMILY.get(kind) in taken)):
                        continue
                    self._phrases[flavour].setdefault(form, {}).setdefault(kind, name)
                    if len(form) > 1 and kind in _FREE_ORDER and _ONE_WAY.isdisjoint(form):
                        ordered = tuple(sorted(form))
                        self._sorted[flavour].setdefault(ordered, {}).setdefault(kind, name)

    def _plain(self, text: str) -> tuple[str, ...]:
        return tuple(t.norm for t in tokens(clean(text)) if t.norm not in self._filler)

    def prepare(self, text: str, flavour: str = "") -> list[Token]:
        """Tokens without fillers, spelling rewritten; `flavour` "ncs" for nerve conduction."""
        kept = [t for t in tokens(text) if t.norm not in self._filler]
        kept = rewrite(kept, self._rewrites.get("", {}))
        return rewrite(kept, self._rewrites["ncs"]) if flavour == "ncs" else kept

    def respelled(self, row: list[Token]) -> list[Token]:
        """Rewrite the spelling of tokens that have come together anew."""
        return rewrite(row, self._rewrites.get("", {}))

    def match(
        self, row: list[Token], i: int, kinds: tuple[str, ...], flavour: str = ""
    ) -> Match | None:
        """Longest known phrase at `i`; among equals the first kind, words in order first."""
        for length in range(min(_LONGEST, len(row) - i), 0, -1):
            key = tuple(t.norm for t in row[i : i + length])
            found = self._phrases[flavour].get(key) or {}
            loose = self._sorted[flavour].get(tuple(sorted(key)), {}) if length > 1 else {}
            for table in (found, loose):
                for kind in kinds:
                    if kind in table:
                        return Match(length, kind, table[kind])
        return None

    def knows(self, row: Iterable[Token]) -> bool:
        """Whether every word is part of some known phrase, or a figure."""
        return all(
            t.norm in self._words
            or not any(c.isalpha() for c in t.norm)
            or self.rules.knows(t.norm)
            for t in row
        )

    def synonyms(self, kind: str, name: str) -> tuple[str, ...]:
        """All words for one name of a kind, in the order of the file."""
        return tuple(word for word, one in self._spoken.get(kind, {}).items() if one == name)

    def _stemmed(self, kind: str) -> dict[str, list[tuple[str, str]]]:
        """Words of a kind and their names by how each word in them begins."""
        if kind not in self._stems:
            found: dict[str, list[tuple[str, str]]] = {}
            for said, name in self._spoken.get(kind, {}).items():
                for stem in {one[:3] for one in said.split()} if len(said) > 2 else ():
                    found.setdefault(stem, []).append((said, name))
            self._stems[kind] = found
        return self._stems[kind]

    def nearest(self, text: str, kinds: Iterable[str], count: int = 3) -> tuple[str, ...]:
        """Known names whose wording looks most like `text`."""
        said = text.lower()[:80]
        # only those that begin a word alike are compared, which is what takes the time
        stems = {word[:3] for word in said.split() if len(word) > 2}
        spoken, common = dict[str, str](), Counter[str]()
        for kind in kinds:
            by_stem = self._stemmed(kind)
            for word, name in (one for stem in stems for one in by_stem.get(stem, ())):
                spoken[word] = name
                common[word] += 1
        likely = sorted(spoken, key=lambda one: (-common[one], abs(len(one) - len(said)), one))
        close = difflib.get_close_matches(said, likely[:_LIKELY], n=count * 2, cutoff=0.4)
        return tuple(dict.fromkeys(spoken[word] for word in close))[:count]


_LIKELY = 16
"""Names of most words in common, which alone are compared letter by letter."""


@lru_cache(maxsize=4)
def vocabulary(known: Names) -> Vocabulary:
    """Return the vocabulary of the package together with the names of an atlas."""
    if known is not names():
        return _read_vocabulary(known)
    return kept(
        "vocabulary",
        ("findings", "findings/language"),
        lambda: _read_vocabulary(known),
        {"names": known},
    )


def _read_vocabulary(known: Names) -> Vocabulary:
    words, concepts = (
        (_HERE / file).read_text(encoding="utf-8") for file in ("vocabulary.txt", "concepts.txt")
    )
    return Vocabulary(words, known, concepts)
