"""What is assumed of people and of the person: base rates as typed, variants by their names."""

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from lumbosacral.errors import InputError
from lumbosacral.lookup import variant_names

__all__ = ["variants_of", "weights_of"]

MEND: Final = 'write "NAME=WEIGHT", a comma between two'
_ONE = re.compile(r"\s*([^=;]*?)\s*=\s*([^=;,]*?)\s*(?:[,;]\s*|$)")


def weights_of(text: str) -> dict[str, object]:
    """Weights by condition, as `--prior` takes them; a later one replaces an earlier one.

    Names may hold commas, weights do not. No file is read.

    Raises
    ------
    InputError
        If a part is no `NAME=WEIGHT`.
    """
    weights: dict[str, object] = {}
    rest = text.strip()
    while rest:
        found = _ONE.match(rest)
        if found is None or not found[1]:
            raise InputError(f"{rest[:60]!r} sets no weight", where="prior", mend=MEND)
        weights[found[1]] = found[2]
        rest = rest[found.end() :]
    return weights


def variants_of(given: Iterable[str]) -> tuple[str, ...]:
    """Names of variants as the atlas writes them, each once.

    Raises
    ------
    InputError
        If a variant is unknown or changes nothing, or two are types of one.
    """
    found = tuple(sorted(set(variant_names(given))))
    for one, other in pairwise(found):
        if one.partition(":")[0] == other.partition(":")[0]:
            raise InputError(
                f"{one!r} and {other!r} exclude each other", where="variants", mend="keep one"
            )
    return found
