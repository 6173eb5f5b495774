"""One way to read a finding that is told, what it names and what it leaves unread."""

from dataclasses import dataclass

from lumbosacral.findings.language.meaning import TOLD
from lumbosacral.findings.language.phrase import PLACES, Part
from lumbosacral.findings.language.vocabulary import Vocabulary
from lumbosacral.findings.parts.lexing import parts_of
from lumbosacral.findings.results.answers import Answer
from lumbosacral.findings.results.levels import measured, scanned
from lumbosacral.findings.results.values import table_for

__all__ = ["LONGEST", "Way", "holds", "named_by", "way_of"]

LONGEST = 30
"""Most words of a finding that is tried in several ways."""


@dataclass(frozen=True)
class Way:
    """One way to read a finding or a member of its list."""

    words: str
    answer: Answer
    test: str
    parts: list[Part]

    def cost(self, known: Vocabulary) -> tuple[int, int]:
        """Members that name nothing, and words not read."""
        held = [holds(part, self, known) for part in self.parts]
        mute = held.count(False) + (0 if any(held) else 6)
        return mute, sum(len(part.unread) for part in self.parts)


def named_by(way: Way, known: Vocabulary) -> frozenset[str]:
    """Return the names of findings, which are more than parts of the body."""
    kinds = {"association", "sign", "sign group", "autonomic", "analyte"}
    kinds |= PLACES if way.test == "pain" else set()
    named = {name for part in way.parts for kind, name in part.targets if kind in kinds}
    if way.test in {"sign", "imaging", "laboratory"}:
        named -= {name for name in named if known.names.tests.get(name) in TOLD - {way.test}}
    return frozenset(named).union(*(part.scanned for part in way.parts))


def way_of(words: str, answer: Answer, test: str, known: Vocabulary) -> Way:
    """Read words in a kind of test."""
    return Way(words, answer, test, parts_of(words, test, table_for(test, "", known), known))


def holds(part: Part, way: Way, known: Vocabulary) -> bool:
    """Whether a part names something that has a value, in its own words or by the answer."""
    answer = way.answer
    analytes = [name for kind, name in part.targets if kind == "analyte"]
    if analytes:
        said = way.words[part.row[0].start : part.row[-1].end]
        return all(measured(name, said, answer.text, known) is not None for name in analytes)
    if part.named or part.turn or part.wide or (part.levels and not part.unread):
        return True
    return bool(part.scanned) and scanned(part.scanned, part.said, answer.text, known) is not None
