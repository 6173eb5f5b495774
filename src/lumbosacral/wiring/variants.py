"""Variants of the atlas: which are sampled, and what a named one changes in a leg.

A variant is named by its record, or `record: type` where it has types ("sciatic nerve and piriformis: B",
"fixation shift: prefixed", "furcal share of L4: large").
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from lumbosacral.atlas.described import Variant
from lumbosacral.atlas.load import Atlas
from lumbosacral.atlas.records import ROOTS, Site

Floats = NDArray[np.float32]
Present = dict[str, NDArray[np.bool_]]
GANGLION = "ganglion in the canal"


@dataclass(frozen=True)
class Furcal:
    """How the fibres of a dividing root are shared between its two ways.

    Attributes
    ----------
    root, parts, through : str
        The root, the segment that divides, and the segment that one of its two ways passes.
    mean, sd, low, high : float
        Share of that way over legs; a leg with the mean has the typical plan.
    """

    root: str
    parts: str
    through: str
    mean: float
    sd: float
    low: float
    high: float


@dataclass(frozen=True, eq=False)
class Variants:
    """What the variants of an atlas do."""

    atlas: Atlas

    def _by_effect(self, effect: str) -> list[Variant]:
        return [v for v in self.atlas.variants.values() if v.effect == effect]

    @cached_property
    def sampled(self) -> dict[str, float]:
        """Variants that are present or absent, with their frequencies; unknown ones are never sampled."""
        out: dict[str, float] = {}
        for name, variant in self.atlas.variants.items():
            if isinstance(variant.frequency, str) and variant.frequency == "unknown":
                continue
            frequency = float(variant.frequency)
            if 0 < frequency < 1:
                out[name] = frequency
        return out

    @cached_property
    def typed(self) -> dict[str, dict[str, float]]:
        """Variants of which a leg has one of several types, and that a site depends on."""
        struck = {name for site in self.atlas.sites.values() for name in site.by_variant}
        heads = dict.fromkeys(name.partition(": ")[0] for name in sorted(struck) if ": " in name)
        return {name: self.atlas.variants[name].types for name in heads}

    @cached_property
    def furcal(self) -> Furcal | None:
        """The root that divides, where the atlas has one."""
        for variant in self._by_effect("furcal"):
            values = variant.more["values"]
            share = values["share_to_trunk"]
            root, parts, through = (str(values[key]) for key in ("root", "parts", "through"))
            mean, sd, low, high = (float(share[key]) for key in ("mean", "sd", "low", "high"))
            return Furcal(root, parts, through, mean, sd, low, high)
        return None

    def draw(self, n: int, rng: np.random.Generator) -> Present:
        """Variants present in both legs of n persons, each bool [n, 2]."""
        drawn: Present = {}
        for name, frequencies in self.typed.items():
            kinds, chances = list(frequencies), np.array(list(frequencies.values()))
            kind = rng.choice(len(kinds), (n, 2), p=chances / chances.sum())
            drawn |= {f"{name}: {k}": kind == i for i, k in enumerate(kinds)}
            if name in self.sampled:
                drawn[name] = kind != 0
        for name, frequency in self.sampled.items():
            if name not in drawn:
                drawn[name] = rng.random((n, 2)) < frequency
        by_root = self.atlas.people["ganglion"]["canal"]
        for root in ROOTS:
            drawn[f"{GANGLION} {root}"] = rng.random((n, 2)) < float(by_root[root])
        return drawn

    def draw_furcal(self, n: int, rng: np.random.Generator) -> Floats:
        """Share of the dividing root that takes the way of `furcal`, [n, 2]."""
        if self.furcal is None:
            return np.zeros((n, 2), np.float32)
        f = self.furcal
        return np.clip(rng.normal(f.mean, f.sd, (n, 2)), f.low, f.high).astype(np.float32)

    def shift(self, names: Iterable[str]) -> float:
        """Fixation shift that the named variants give a leg, in roots; 0 for the typical plan."""
        return sum(self._applied("shift", names), 0.0)

    def furcal_share(self, names: Iterable[str]) -> float:
        """Share of `furcal` that the named variants give a leg; its mean for the typical plan."""
        given = self._applied("furcal", names)
        return given[-1] if given else (self.furcal.mean if self.furcal else 0.0)

    def _applied(self, effect: str, names: Iterable[str]) -> list[float]:
        known = {
            f"{v.name}: {kind}": float(amount)
            for v in self._by_effect(effect)
            for kind, amount in v.more["values"]["applied"].items()
        }
        return [known[name] for name in names if name in known]

    @cached_property
    def usable(self) -> tuple[str, ...]:
        """Names that change something in a leg: a way, a site, the root shares."""
        atlas = self.atlas
        ways = [extra.variant for supply in atlas.supply.values() for extra in supply.also]
        ends = [extra.variant for organ in atlas.organs.values() for extra in organ.also]
        sites = [name for site in atlas.sites.values() for name in site.by_variant]
        shares = [
            f"{v.name}: {kind}"
            for effect in ("shift", "furcal")
            for v in self._by_effect(effect)
            for kind in v.more["values"]["applied"]
        ]
        return tuple(dict.fromkeys((*ways, *ends, *sites, *shares)))


def struck_by(
    site: Site, variants: Present, patient: NDArray[np.intp], side: NDArray[np.intp]
) -> list[tuple[NDArray[np.bool_], tuple[str, ...]]]:
    """Which of m legs are struck in which segments, when a lesion sits at a site.

    The first variant of the site that a leg has decides. A variant may be drawn for one root alone ("ganglion in the
    canal L5"); the root is the first word of the site.

    Parameters
    ----------
    variants : dict of bool arrays [n, 2]
    patient, side : int arrays [m]
    """
    usual = np.ones(len(patient), bool)
    out = []
    for name, segments in site.by_variant.items():
        drawn = variants.get(name, variants.get(f"{name} {site.name.split(' ', 1)[0]}"))
        if drawn is not None:
            has = usual & drawn[patient, side]
            out.append((has, segments))
            usual = usual & ~has
    return [*out, (usual, site.strikes)]
