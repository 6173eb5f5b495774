"""What the words typed so far may become: names of the vocabulary and their synonyms."""

import re
from functools import cache

from lumbosacral.atlas.names import folded
from lumbosacral.findings import names
from lumbosacral.findings.language.vocabulary import vocabulary
from lumbosacral.web.limits import COMPLETIONS
from lumbosacral.web.models import Completion, Completions

__all__ = ["completions"]

ORDER = (
    "movement", "muscle", "reflex", "area", "sign", "muscle sign", "task", "gait", "conduction",
    "group", "region", "association", "autonomic", "structure",
)  # fmt: skip
_WORDS = re.compile(r"[^\s,;]+")


@cache
def _spoken() -> tuple[tuple[str, tuple[str, ...], str, str, int], ...]:
    """Every phrase: as said, its words, its name, its kind, the rank of its kind."""
    known = vocabulary(names())
    rows = {
        (folded(said), name, kind)
        for kind in ORDER
        for name in known.canonical.get(kind, ())
        for said in (name, *known.synonyms(kind, name))
    }
    ordered = sorted(rows, key=lambda row: (ORDER.index(row[2]), len(row[0]), row[0]))
    return tuple(
        (said, tuple(_WORDS.findall(said)), name, kind, ORDER.index(kind))
        for said, name, kind in ordered
    )


def completions(typed: str, count: int = COMPLETIONS) -> Completions:
    """Names of which the last words typed begin the words, in their order; each name once."""
    wanted = _WORDS.findall(folded(typed))
    for first in range(len(wanted)):
        found = _named(wanted[first:], count)
        if found:
            return Completions(kept=" ".join(_WORDS.findall(typed)[:first]), found=found)
    return Completions(kept="", found=[])


def _named(wanted: list[str], count: int) -> list[Completion]:
    found: dict[str, tuple[tuple[bool, int, int], Completion]] = {}
    for said, words, name, kind, rank in _spoken():
        if not _begins(wanted, words):
            continue
        place = (not said.startswith(wanted[0]), rank, len(said))
        if name not in found or place < found[name][0]:
            found[name] = (place, Completion(words=said, name=name, kind=kind))
    return [one for _, one in sorted(found.values(), key=lambda pair: pair[0])[:count]]


def _begins(wanted: list[str], words: tuple[str, ...]) -> bool:
    """Whether each word wanted begins a word, one after the other."""
    rest = iter(words)
    return all(any(word.startswith(start) for word in rest) for start in wanted)
