"""Lesions drawn by chance, and what is read of them."""

from functools import cache

import numpy as np
from hypothesis import strategies as st

from lumbosacral.atlas.load import load_atlas
from lumbosacral.atlas.records import KINDS, FibreKind
from lumbosacral.forward import Everything
from lumbosacral.injury.lesion import Lesion, lesions_of
from lumbosacral.lesioned import read_lesions
from lumbosacral.wiring.listening import the_listening
from lumbosacral.wiring.universe import the_universe

ATLAS = load_atlas()
PLACED = tuple(name for name, site in ATLAS.sites.items() if site.strikes)
EVERYWHERE = tuple(ATLAS.sites)
HARMS = ("loss", "transection", "block", "demyelination", "ischaemia")
CLOSE = 1e-5  # sums of shares in float32

sites = st.sampled_from(PLACED)
harms = st.sampled_from(HARMS)
severities = st.floats(0, 1, width=32)
times = st.one_of(st.sampled_from([0.0, 1.0, 3.0, 10.0, 60.0, 180.0]), st.floats(0, 2000, width=32))
sides = st.sampled_from(["left", "right", "both"])


def struck(site: str, **how: object) -> tuple[Lesion, ...]:
    return lesions_of(ATLAS, site, **({"side": "left"} | how))  # type: ignore[arg-type]


def read(*lesions: Lesion, variants: tuple[str, ...] = ()) -> Everything:
    """Both legs of a typical adult; leg 0 is left."""
    return read_lesions(the_listening(), lesions, variants).everything


@cache
def healthy() -> Everything:
    return read()


@cache
def passing(site: str) -> frozenset[int]:
    """Bundles that a lesion of the site meets, from their paths alone."""
    universe = the_universe()
    hit = set(ATLAS.sites[site].strikes)
    return frozenset(
        b
        for b, path in enumerate(universe.paths)
        if hit & {universe.segments[segment] for segment in path}
    )


@cache
def organs_hit(site: str, kind: FibreKind) -> frozenset[str]:
    universe = the_universe()
    return frozenset(
        universe.ways[universe.way[b]].organ
        for b in passing(site)
        if KINDS[universe.kind[b]] == kind
    )


def feelings(seen: Everything) -> dict[str, np.ndarray]:
    return {"touch": seen.touch, "pin": seen.pin, "sweat": seen.sweat}


def powers(seen: Everything) -> dict[str, np.ndarray]:
    return {"muscles": seen.strength.strength, "movements": seen.strength.movements}


def amplitudes(seen: Everything) -> dict[str, np.ndarray]:
    return {"motor": seen.conduction.motor, "sensory": seen.conduction.sensory}


def never_above(one: dict[str, np.ndarray], other: dict[str, np.ndarray]) -> None:
    for name, values in one.items():
        excess = float((values - other[name]).max())
        assert excess <= CLOSE, f"{name}: {excess}"
