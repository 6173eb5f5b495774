"""Names given on the command line, in the atlas's own words."""

from collections.abc import Iterable

from lumbosacral.atlas.names import resolve
from lumbosacral.errors import InputError
from lumbosacral.wiring.universe import the_universe

__all__ = ["variant_names"]


def variant_names(given: Iterable[str]) -> tuple[str, ...]:
    """Canonical names of variants.

    Raises
    ------
    UnknownName
        With the nearest variants.
    InputError
        If no path and no site depends on the variant, so that it would change nothing.
    """
    universe = the_universe()
    variants, usable = universe.atlas.variants, universe.variants.usable
    aliases = {name: variant.aliases for name, variant in variants.items()}
    aliases |= {name: () for name in usable if name not in variants}
    found = tuple(resolve(name, aliases, "variant") for name in given)
    for name in found:
        if name not in usable:
            types = [other for other in usable if other.startswith(f"{name}: ")]
            raise InputError(
                f"the variant {name!r} has types"
                if types
                else f"the variant {name!r} is described but no path depends on it",
                mend=f"name one of {'; '.join(types or usable)}",
            )
    return found
