"""Ways into the end organs, and the path of every bundle that they hold."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lumbosacral.atlas.load import Atlas
from lumbosacral.atlas.records import ROOTS, FibreKind
from lumbosacral.errors import AtlasError
from lumbosacral.wiring.paths import Path, the_way

_ROOTS = frozenset(ROOTS)
_SKIN_KINDS: tuple[FibreKind, ...] = ("touch", "pin", "sympathetic")


@dataclass(frozen=True)
class Way:
    """One way into one end organ: a row of root shares, and the bundles' common end.

    `share` is its part of the organ in the typical person; with a `variant` it is open only in a person who has
    it, where it takes `share` from the other ways.
    """

    organ: str
    kinds: tuple[FibreKind, ...]
    last: str
    through: str | None
    share: float
    variant: str | None
    roots: tuple[tuple[str, float], ...]
    fibres: float
    branch_mm: float
    muscle: bool


def ways_of(atlas: Atlas) -> Iterator[Way]:
    """Every way into the muscles, the areas of skin and the other organs."""
    muscle_kinds: tuple[FibreKind, ...] = ("alpha", "Ia")
    for muscle, supply in atlas.supply.items():
        if muscle not in atlas.weights:
            raise AtlasError(f"no roots for {muscle!r}", file="weights.csv", mend="add its row")
        roots = tuple((r, w / 100) for r, w in atlas.weights[muscle].items())
        routes = [(supply.from_, 1.0, None)] + [(x.from_, x.share, x.variant) for x in supply.also]
        for last, share, variant in routes:
            yield Way(
                muscle, muscle_kinds, last, None, share, variant, roots,
                supply.motor_axons, supply.branch_mm, True,
            )  # fmt: skip
    for area in atlas.areas.values():
        for way in area.supply:
            yield Way(
                area.name, _SKIN_KINDS, way.from_, way.through, way.share, None,
                tuple(way.roots.items()), area.fibres, 0.0, False,
            )  # fmt: skip
    for organ in atlas.organs.values():
        for way in organ.supply:
            yield Way(
                organ.name, (organ.kind,), way.from_, way.through, way.share, None,
                tuple(way.roots.items()), organ.fibres, 0.0, False,
            )  # fmt: skip
        for extra in organ.also:
            yield Way(
                organ.name, (organ.kind,), extra.from_, None, extra.share, extra.variant,
                tuple(extra.roots.items()), organ.fibres, 0.0, False,
            )  # fmt: skip


def _path(atlas: Atlas, way: Way, root: str, kind: FibreKind) -> Path | None:
    """Whole path of a bundle, its end pieces included."""
    last = way.last.replace("{root}", root)
    path = the_way(atlas.segments, last, root, kind, _ROOTS, way.through)
    if path is None:
        return None
    return path + tuple(s.name for s in atlas.segments.values() if kind in s.ends)


def _candidates(way: Way) -> list[str]:
    """Roots that can carry fibres of a way: its own, and for muscles the neighbours."""
    own = [ROOTS.index(r) for r, share in way.roots if share > 0]
    spread = 1 if way.muscle else 0
    low, high = max(0, min(own) - spread), min(len(ROOTS) - 1, max(own) + spread)
    return list(ROOTS[low : high + 1])


def bundles_of_way(atlas: Atlas, way: Way, kind: FibreKind) -> list[tuple[str, FibreKind, Path]]:
    """Root, kind and path of the bundles of one way.

    Raises
    ------
    AtlasError
        A root with a share has no way to the organ.
    """
    shares = dict(way.roots)
    out = []
    for root in _candidates(way):
        path = _path(atlas, way, root, kind)
        if path is not None:
            out.append((root, kind, path))
        elif shares.get(root, 0) > 0 and kind != "parasympathetic":
            raise AtlasError(
                f"{root} has a share of {way.organ!r} but no way to {way.last!r}",
                file="supply.yaml or skin.yaml",
                mend="open a way in segments.yaml or drop the share",
            )
    return out


def lengths_of(atlas: Atlas, way: Way, path: Path) -> NDArray[np.float64]:
    """Lengths of the segments of a path, in mm; the motor branch is the muscle's own."""
    lengths = np.array([atlas.segments[name].length_mm for name in path])
    if way.muscle and "motor branch" in path:
        lengths[path.index("motor branch")] = way.branch_mm
    return lengths


def cell_body_of(atlas: Atlas, path: Path, kind: FibreKind) -> int:
    """Place on a path of the segment that holds its cell bodies.

    Raises
    ------
    AtlasError
        There is none, or more than one.
    """
    place = atlas.fibres[kind].cell_body
    held = [i for i, name in enumerate(path) if atlas.segments[name].cell_body == place]
    if len(held) != 1:
        raise AtlasError(
            f"{len(held)} segments of {path[0]!r} ... {path[-1]!r} hold {kind} cell bodies",
            file="segments.yaml",
            mend=f"mark one segment of the line with `cell_body: {place}`",
        )
    return held[0]
