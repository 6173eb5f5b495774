"""Questions answered by the bundles: roots, muscles, skin and neighbours of a structure.

Nothing of it is typed anywhere.

Every function takes the names of variants that the leg has; without them the leg is the typical adult's.
"""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from lumbosacral.atlas.records import KINDS, ROOTS
from lumbosacral.questions.names import kinds_of, segments_of
from lumbosacral.wiring.legs import Legs, legs_of, typical_persons
from lumbosacral.wiring.universe import Universe

Mask = NDArray[np.bool_]
Variants = tuple[str, ...]


def typical_leg(universe: Universe, variants: Variants = ()) -> Legs:
    """One leg of the typical adult with the named variants."""
    persons = typical_persons(universe, 1, variants)
    return legs_of(universe, persons, np.zeros(1, np.intp), np.zeros(1, np.intp))


def passing(universe: Universe, segments: Iterable[str], variants: Variants = ()) -> Mask:
    """Whether each bundle has fibres and passes one of the segments, [B]."""
    columns = [universe.segment_index[name] for name in segments]
    there = typical_leg(universe, variants).share[0] > 0
    return np.asarray(universe.passes[:, columns].any(1) & there)


def bundles(universe: Universe, name: str, variants: Variants = ()) -> Mask:
    """Whether each bundle has fibres that pass a structure, [B]."""
    return passing(universe, segments_of(universe.atlas, name), variants)


def roots(universe: Universe, name: str, variants: Variants = ()) -> tuple[str, ...]:
    """Roots with fibres of any kind in a structure."""
    found = set(universe.root[bundles(universe, name, variants)])
    return tuple(root for i, root in enumerate(ROOTS) if i in found)


def organs(universe: Universe, name: str, variants: Variants = ()) -> tuple[str, ...]:
    """Muscles, skin areas and other ends of the fibres that pass a structure."""
    found = set(universe.way[bundles(universe, name, variants)])
    return tuple(dict.fromkeys(w.organ for i, w in enumerate(universe.ways) if i in found))


def muscles(universe: Universe, name: str, variants: Variants = ()) -> tuple[str, ...]:
    """Muscles with fibres that pass a structure."""
    return tuple(o for o in organs(universe, name, variants) if o in universe.muscles)


def skin(universe: Universe, name: str, variants: Variants = ()) -> tuple[str, ...]:
    """Skin areas with fibres that pass a structure."""
    return tuple(o for o in organs(universe, name, variants) if o in universe.atlas.areas)


def fibre_counts(universe: Universe, mask: Mask, variants: Variants = ()) -> dict[str, float]:
    """Count the fibres of each kind in the bundles of a mask [B]."""
    share = typical_leg(universe, variants).share[0]
    each = share * np.array([universe.ways[w].fibres for w in universe.way])
    return {
        kind: float(each[mask & (universe.kind == i)].sum())
        for i, kind in enumerate(KINDS)
        if (mask & (universe.kind == i)).any()
    }


def fibres_through(universe: Universe, name: str, variants: Variants = ()) -> dict[str, float]:
    """Count the fibres of each kind that pass a structure in the typical adult."""
    return fibre_counts(universe, bundles(universe, name, variants), variants)


def calibre_um(universe: Universe, name: str) -> float:
    """Diameter of a round bundle of all the fibres that pass a structure, packed without gaps, in um."""
    fibres = universe.atlas.fibres
    counts = fibres_through(universe, name)
    return float(
        np.sqrt(sum(n * float(fibres[k].more["diameter_um"]) ** 2 for k, n in counts.items()))
    )


def share_through(
    universe: Universe, segment: str, name: str, kind: str = "alpha", root: str | None = None
) -> float:
    """Share of the fibres of one kind in a segment that also pass a structure."""
    here = passing(universe, [segment]) & (universe.kind == KINDS.index(kind))
    if root is not None:
        here &= universe.root == ROOTS.index(root)
    both = here & bundles(universe, name)
    whole = fibre_counts(universe, here).get(kind, 0.0)
    return fibre_counts(universe, both).get(kind, 0.0) / whole if whole else 0.0


def root_share(universe: Universe, organ: str, kind: str = "alpha") -> dict[str, float]:
    """Share of an organ's fibres of one kind by root, in the typical adult."""
    share = typical_leg(universe).share[0]
    of = universe.bundles_of(organ, kind)  # type: ignore[arg-type]
    out: dict[str, float] = {}
    for b in of:
        if share[b] > 0:
            root = ROOTS[universe.root[b]]
            out[root] = out.get(root, 0.0) + float(share[b])
    return {root: out[root] for root in ROOTS if root in out}


def downstream(universe: Universe, name: str, variants: Variants = ()) -> tuple[str, ...]:
    """Nerves that fibres of a structure go on into, in the order of the atlas."""
    return _neighbours(universe, name, variants, beyond=True)


def upstream(universe: Universe, name: str, variants: Variants = ()) -> tuple[str, ...]:
    """Roots, trunk, plexuses and nerves that the fibres of a structure come from."""
    return _neighbours(universe, name, variants, beyond=False)


def _neighbours(
    universe: Universe, name: str, variants: Variants, *, beyond: bool
) -> tuple[str, ...]:
    atlas = universe.atlas
    here = [universe.segment_index[s] for s in segments_of(atlas, name)]
    mask = passing(universe, segments_of(atlas, name), variants)
    position = universe.position[mask].astype(np.int32)
    if beyond:
        edge = position[:, here].max(1)
        other = position > edge[:, None]
    else:
        edge = np.where(position[:, here] >= 0, position[:, here], np.iinfo(np.int32).max).min(1)
        other = (position >= 0) & (position < edge[:, None])
    names = {universe.segments[i] for i in np.flatnonzero(other.any(0))}
    found = {atlas.segments[n].structure for n in names}
    kinds = ("nerve",) if beyond else ("root", "trunk", "plexus", "nerve")
    return tuple(n for n in kinds_of(atlas, *kinds) if n in found)


def nerve_of(universe: Universe, organ: str, variants: Variants = ()) -> tuple[str, ...]:
    """Nerves that serve a muscle or skin area last; of the sciatic nerve, its division."""
    share = typical_leg(universe, variants).share[0]
    served = {universe.way[b] for b in np.flatnonzero(share > 0)}
    found = []
    for i, way in enumerate(universe.ways):
        if way.organ == organ and i in served:
            names = [way.last.replace("{root}", r) for r, s in way.roots if s > 0]
            found += [_nerve_of_segment(universe, n) for n in names if n in universe.segment_index]
    return tuple(dict.fromkeys(found))


def _nerve_of_segment(universe: Universe, name: str) -> str:
    segment = universe.atlas.segments[name]
    division = name.rpartition(", ")[2] if segment.sheath else ""
    return f"{segment.structure} ({division})" if division else segment.structure


def reachable(
    universe: Universe, start: str, root: str, without: Iterable[str] = ()
) -> frozenset[str]:
    """Segments that fibres of a root can reach from one segment outwards, some segments taken out."""
    closed, found, todo = set(without), set(), [start]
    while todo:
        here = todo.pop()
        if here in found or here in closed:
            continue
        found.add(here)
        todo += [n for n, s in universe.atlas.segments.items() if root in s.after.get(here, ())]
    return frozenset(found)
