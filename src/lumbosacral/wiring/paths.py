"""Ways through the segments: from an end organ back to the head of the line, one for each root."""

from collections.abc import Mapping

from lumbosacral.atlas.records import Segment
from lumbosacral.errors import AtlasError

Path = tuple[str, ...]


def _is_of(name: str, root: str, roots: frozenset[str]) -> bool:
    """Whether a segment may lie on a line of `root`: it is not made for another root."""
    owner = name.split(" ", 1)[0]
    return owner not in roots or owner == root


def ways_back(
    segments: Mapping[str, Segment], last: str, root: str, kind: str, roots: frozenset[str]
) -> list[Path]:
    """Every way from the head of the line to `last` for one root and fibre kind.

    Returns
    -------
    list of tuple of str
        Segment names from the head (brain, cord or chain) to `last`; empty if there is none.
    """
    segment = segments.get(last)
    if segment is None:
        raise AtlasError(
            f"no segment is called {last!r}",
            file="segments.yaml",
            mend="name a segment of that file in `after`, `from`, `through` or `strikes`",
        )
    if kind not in segment.carries or not _is_of(last, root, roots):
        return []
    parents = {p: takers for p, takers in segment.after.items() if kind in segments[p].carries}
    if not parents:  # the head of the line for this kind of fibre
        return [(last,)]
    return [
        (*way, last)
        for parent, takers in parents.items()
        if root in takers
        for way in ways_back(segments, parent, root, kind, roots)
    ]


def the_way(
    segments: Mapping[str, Segment],
    last: str,
    root: str,
    kind: str,
    roots: frozenset[str],
    through: str | None = None,
) -> Path | None:
    """Return the one way to `last`, or None if the root has none.

    Raises
    ------
    AtlasError
        If there are several: the atlas must say which (`through`, or roots under `after`).
    """
    ways = ways_back(segments, last, root, kind, roots)
    if through is not None:
        ways = [way for way in ways if through in way]
    if len(ways) > 1:
        raise AtlasError(
            f"{root} has {len(ways)} ways to {last!r} for {kind} fibres",
            file="segments.yaml",
            mend="say `through` in the supply, or give the roots of each parent under `after`",
        )
    return ways[0] if ways else None
