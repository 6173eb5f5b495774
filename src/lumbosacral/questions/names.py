"""From a name to the record and the segments it means."""

from collections.abc import Iterable, Mapping

from lumbosacral.atlas.described import Described, Structure
from lumbosacral.atlas.load import Atlas
from lumbosacral.atlas.names import folded, nearest, resolve
from lumbosacral.errors import UnknownName

_BY_STRIKES = {"cord", "canal", "systemic", "not a nerve"}


def look_up(atlas: Atlas, name: str) -> Described:
    """Record of a structure, part, muscle, group, movement, variant or condition, by name or alias.

    Raises
    ------
    UnknownName
        With the nearest names of all of them.
    """
    tables: tuple[Mapping[str, Described], ...] = (
        atlas.structures, atlas.parts, atlas.muscles, atlas.groups, atlas.movements,
        atlas.variants, atlas.conditions,
    )  # fmt: skip
    wanted = folded(name)
    for table in tables:
        for record in table.values():
            if wanted in {folded(record.name), *map(folded, record.aliases)}:
                return record
    known = [word for table in tables for r in table.values() for word in (r.name, *r.aliases)]
    raise UnknownName(name, nearest(name, known), kind="name")


def structure(atlas: Atlas, name: str) -> Structure:
    """Record of a structure or of a named part of one."""
    tables = {**atlas.parts, **atlas.structures}
    return tables[resolve(name, {n: s.aliases for n, s in tables.items()}, "structure")]


def segments_of(atlas: Atlas, name: str) -> tuple[str, ...]:
    """Segments that a structure, part, site or segment is made of.

    A nerve, a root or a trunk is the segments that name it; a plexus those and what its sites strike; cord, canal and
    disease of many nerves what their sites strike.
    """
    if name in atlas.segments:
        return (name,)
    if name in atlas.sites:
        return atlas.sites[name].strikes
    record = structure(atlas, name)
    stated = tuple(record.more.get("segments", ()))
    own = tuple(n for n, s in atlas.segments.items() if s.structure == record.name)
    struck = [n for site in sites_of(atlas, record.name) for n in atlas.sites[site].strikes]
    if stated:
        return stated
    if record.kind in _BY_STRIKES:
        return _once(struck)
    return _once([*own, *struck] if record.kind == "plexus" or not own else own)


def sites_of(atlas: Atlas, name: str) -> tuple[str, ...]:
    """Sites of a structure, in the order of the atlas."""
    return tuple(site for site in atlas.sites if site.partition(",")[0] == name)


def kinds_of(atlas: Atlas, *kinds: str) -> tuple[str, ...]:
    """Structures of some kinds, in the order of the atlas."""
    return tuple(n for n, s in atlas.structures.items() if s.kind in kinds)


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
