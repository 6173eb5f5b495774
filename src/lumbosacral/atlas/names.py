"""Finding a record by its name, an alias, or a near miss."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import lru_cache

from lumbosacral.errors import UnknownName


@lru_cache(maxsize=16_384)
def folded(name: str) -> str:
    """Fold case, spaces and the old word for fibular."""
    words = name.casefold().replace("peroneal", "fibular").replace("peroneus", "fibularis")
    return " ".join(words.split())


def nearest(name: str, known: Iterable[str], count: int = 3) -> tuple[str, ...]:
    """Known names that look like `name`, the nearest first."""
    by_fold = {folded(k): k for k in known}
    return tuple(by_fold[m] for m in get_close_matches(folded(name), list(by_fold), count, 0.55))


def resolve(name: str, aliases: Mapping[str, Iterable[str]], kind: str) -> str:
    """Canonical name of `name`.

    Parameters
    ----------
    name : str
    aliases : mapping
        Canonical names to their aliases.
    kind : str
        What is looked for, for the message.

    Raises
    ------
    UnknownName
        With the nearest known names.
    """
    wanted = folded(name)
    for canonical, others in aliases.items():
        if wanted == folded(canonical) or any(wanted == folded(other) for other in others):
            return canonical
    known = [*aliases, *(other for others in aliases.values() for other in others)]
    raise UnknownName(name, nearest(name, known), kind=kind)
