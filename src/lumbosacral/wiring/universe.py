"""One universe of bundles and segments, in which the path of every variant exists.

A bundle is the fibres of one kind with one root, one way and one end organ. Bundles are ordered by fibre kind and
end organ, so that the bundles of an organ stand together.
"""

from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np
from numpy.typing import NDArray

from lumbosacral.atlas.kept import kept
from lumbosacral.atlas.load import Atlas, load_atlas
from lumbosacral.atlas.records import KINDS, ROOTS, FibreKind
from lumbosacral.wiring.paths import Path
from lumbosacral.wiring.variants import Variants
from lumbosacral.wiring.ways import Way, bundles_of_way, cell_body_of, lengths_of, ways_of


@dataclass(frozen=True)
class Universe:
    """Bundles, segments and how they lie on each other.

    Attributes
    ----------
    segments : tuple of str, length S
    ways : tuple of Way, length W
    way, root, kind : int arrays [B]
        Way, root and fibre kind (index into `KINDS`) of each bundle.
    paths : tuple of int arrays, length B
        Segments of each bundle from the head of its line to its end.
    position : int16 array [B, S]
        Place of a segment on the bundle's path, -1 where the bundle does not pass.
    start_mm, end_mm : float32 arrays [B, S]
        Distance from the bundle's cell body to the near and the far end of a segment, in mm, measured along the
        line on either side of it (0 where the bundle does not pass).
    cell_body : int array [B]
        Position of the segment with the cell body.
    mean_share : float array [W, 9]
        Mean root shares of each way, rows summing to 1.
    reachable : bool array [W, 9]
        Whether the root has a way there.
    """

    atlas: Atlas
    segments: tuple[str, ...]
    ways: tuple[Way, ...]
    way: NDArray[np.intp]
    root: NDArray[np.intp]
    kind: NDArray[np.intp]
    paths: tuple[NDArray[np.intp], ...]
    position: NDArray[np.int16]
    start_mm: NDArray[np.float32]
    end_mm: NDArray[np.float32]
    cell_body: NDArray[np.intp]
    mean_share: NDArray[np.float64]
    reachable: NDArray[np.bool_]

    @cached_property
    def segment_index(self) -> dict[str, int]:
        """Index of each segment by name."""
        return {name: i for i, name in enumerate(self.segments)}

    @cached_property
    def organs(self) -> tuple[str, ...]:
        """End organs in the order of their bundles."""
        return tuple(dict.fromkeys(way.organ for way in self.ways))

    @cached_property
    def muscles(self) -> tuple[str, ...]:
        """Muscles in the order of their bundles."""
        return tuple(dict.fromkeys(way.organ for way in self.ways if way.muscle))

    @cached_property
    def passes(self) -> NDArray[np.bool_]:
        """Whether each bundle passes each segment, [B, S]."""
        return self.position >= 0

    @cached_property
    def own(self) -> NDArray[np.bool_]:
        """Whether each segment belongs to the fibre's own neuron, [S]."""
        return np.array([s.neuron == "own" for s in self.atlas.segments.values()])

    @cached_property
    def pairs(self) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """Way and root of every pair that some bundle has, [P] each, sorted by way."""
        way, root = np.nonzero(self.reachable)
        return way, root

    @cached_property
    def pair(self) -> NDArray[np.intp]:
        """Row of `pairs` of each bundle, [B]."""
        number = np.full(self.reachable.shape, -1, np.intp)
        number[self.pairs] = np.arange(len(self.pairs[0]))
        return number[self.way, self.root]

    @cached_property
    def branch(self) -> NDArray[np.intp]:
        """Number of the structure that each way ends in, [W]: ways of one branch lie together further up."""
        segments = self.atlas.segments
        last = [segments.get(way.last.replace("{root}", ROOTS[0])) for way in self.ways]
        names = [
            way.organ if s is None else s.structure for way, s in zip(self.ways, last, strict=True)
        ]
        return np.unique(names, return_inverse=True)[1]

    @cached_property
    def variants(self) -> Variants:
        """What the variants of the atlas do."""
        return Variants(self.atlas)

    @cached_property
    def furcal_pairs(self) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
        """Pairs of the root that divides: by the way of `Variants.furcal`, and by its other way, [P] each."""
        plan = self.variants.furcal
        by = np.zeros((2, len(self.pairs[0])), bool)
        if plan is not None:
            of = self.root == ROOTS.index(plan.root)
            ramus = self.passes[:, self.segment_index[plan.parts]]
            way = self.passes[:, self.segment_index[plan.through]]
            by[0, self.pair[of & ramus & way]] = True
            by[1, self.pair[of & ramus & ~way]] = True
        return by[0], by[1]

    def bundles_of(self, organ: str, kind: FibreKind) -> NDArray[np.intp]:
        """Bundles of one kind that end in one organ."""
        ways = [i for i, way in enumerate(self.ways) if way.organ == organ]
        return np.flatnonzero(np.isin(self.way, ways) & (self.kind == KINDS.index(kind)))


def build_universe(atlas: Atlas) -> Universe:
    """Lay every bundle along the segments of the atlas.

    Raises
    ------
    AtlasError
        If a root with a share has no way, or more than one, to its organ.
    """
    ways = tuple(ways_of(atlas))
    rows: list[tuple[int, str, FibreKind, Path]] = []
    for kind in KINDS:
        for index, way in enumerate(ways):
            if kind in way.kinds:
                rows += [(index, *row) for row in bundles_of_way(atlas, way, kind)]
    return _assemble(atlas, ways, rows)


def _assemble(
    atlas: Atlas, ways: tuple[Way, ...], rows: list[tuple[int, str, FibreKind, Path]]
) -> Universe:
    names = tuple(atlas.segments)
    index = {name: i for i, name in enumerate(names)}
    shape = (len(rows), len(names))
    position = np.full(shape, -1, np.int16)
    start, end = np.zeros(shape, np.float32), np.zeros(shape, np.float32)
    body = np.zeros(len(rows), np.intp)
    paths = []
    for b, (w, _, kind, path) in enumerate(rows):
        where = np.array([index[name] for name in path])
        lengths = lengths_of(atlas, ways[w], path)
        body[b] = cell_body_of(atlas, path, kind)
        far = np.cumsum(lengths)
        origin = far[body[b]] - lengths[body[b]] / 2
        position[b, where] = np.arange(len(path))
        near_far = np.abs(np.stack([far - lengths, far]) - origin)
        start[b, where], end[b, where] = near_far.min(0), near_far.max(0)
        paths.append(where)
    mean = np.zeros((len(ways), len(ROOTS)))
    for w, way in enumerate(ways):
        for root, share in way.roots:
            mean[w, ROOTS.index(root)] = share
    way_of = np.array([row[0] for row in rows])
    root_of = np.array([ROOTS.index(row[1]) for row in rows])
    reachable = np.zeros(mean.shape, bool)
    reachable[way_of, root_of] = True
    return Universe(
        atlas=atlas,
        segments=names,
        ways=ways,
        way=way_of,
        root=root_of,
        kind=np.array([KINDS.index(row[2]) for row in rows]),
        paths=tuple(paths),
        position=position,
        start_mm=start,
        end_mm=end,
        cell_body=body,
        mean_share=mean / mean.sum(1, keepdims=True),
        reachable=reachable,
    )


@cache
def the_universe() -> Universe:
    """Return the universe of the atlas that comes with the package, built once per process."""
    atlas = load_atlas()
    return kept("universe", ("atlas", "wiring"), lambda: build_universe(atlas), {"atlas": atlas})
