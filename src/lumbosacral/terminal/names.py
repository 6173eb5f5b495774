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
    variants = the_universe().atlas.variants
    aliases = {name: variant.aliases for name, variant in variants.items()}
    aliases |= {name: () for name in variants_used() if name not in variants}
    found = tuple(resolve(name, aliases, "variant") for name in given)
    for name in found:
        if name not in variants_used():
            raise InputError(
                f"the variant {name!r} is described but no path depends on it",
                mend=f"leave it out; one of {'; '.join(variants_used())}",
            )
    return found


def variants_used() -> tuple[str, ...]:
    """Variants that a way to an end organ or a site depends on."""
    universe = the_universe()
    ways = [way.variant for way in universe.ways if way.variant]
    sites = [name for site in universe.atlas.sites.values() for name in site.by_variant]
    return tuple(dict.fromkeys((*ways, *sites)))
