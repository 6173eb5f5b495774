"""Where a lesion sits, in words: a site, a structure, a disc, a condition, an artery or a segment."""

import re
from dataclasses import dataclass, field, replace

from lumbosacral.atlas.load import Atlas
from lumbosacral.atlas.names import folded, nearest, resolve
from lumbosacral.errors import LesionError, UnknownName

_AT = re.compile(r"\s+at\s+(?:the\s+)?", re.IGNORECASE)
_DISC = re.compile(
    r"^([LS]\d)\s*[/-]\s*([LS]?\d)\s+disc(?:\s+herniation)?\s*,\s*(.+)$", re.IGNORECASE
)


@dataclass(frozen=True)
class Place:
    """A place resolved: its name, structure, segments, and a note for the user where something was assumed."""

    where: str
    structure: str
    strikes: tuple[str, ...]
    by_variant: dict[str, tuple[str, ...]] = field(default_factory=dict)
    reach_mm: float = 0.0
    both: bool = False
    leaning: dict[str, float] = field(default_factory=dict)
    note: str = ""


def place_of(atlas: Atlas, words: str) -> Place:
    """Resolve a site, structure, disc, condition, artery or segment.

    Raises
    ------
    UnknownName
        With the nearest names of sites and structures.
    """
    text = _AT.sub(", ", " ".join(words.split()))
    for reader in (_site, _structure, _disc, _condition, _artery, _segment):
        found = reader(atlas, text)
        if found is not None:
            return found
    known = [*atlas.sites, *atlas.structures, *atlas.conditions]
    raise UnknownName(words, nearest(text, known), kind="place of a lesion")


def _site(atlas: Atlas, text: str) -> Place | None:
    head, _, tail = text.partition(",")
    try:
        structure = resolve(head, {n: s.aliases for n, s in atlas.structures.items()}, "structure")
    except UnknownName:
        return None
    wanted = folded(f"{structure},{tail}")
    for name, site in atlas.sites.items():
        if folded(name) == wanted:
            reach = _reach(atlas, name)
            both = atlas.structures[structure].kind in {"systemic", "cord", "canal"}
            lean = site.leaning
            return Place(name, structure, site.strikes, site.by_variant, reach, both, lean)
    return None


def _reach(atlas: Atlas, site: str) -> float:
    """Mean reach of the first length-dependent condition of a site; 0 where none is."""
    for condition in atlas.conditions.values():
        if condition.reach_mm is not None and site in condition.sites:
            return condition.reach_mm.mean
    return 0.0


def _structure(atlas: Atlas, text: str) -> Place | None:
    try:
        structure = resolve(text, {n: s.aliases for n, s in atlas.structures.items()}, "structure")
    except UnknownName:
        return None
    usual = atlas.structures[structure].usual_site
    found = _site(atlas, usual) if usual else None
    if found is None:
        return None
    note = f"{structure}: taken at its usual site, {found.where}"
    return replace(found, structure=structure, note=note)


def _disc(atlas: Atlas, text: str) -> Place | None:
    match = _DISC.match(text)
    if not match:
        return None
    upper, lower, zone = match[1].upper(), match[2].upper(), folded(match[3])
    level = f"{upper}/{lower.removeprefix('L') if upper[0] == lower[0] else lower}"
    discs = {str(disc["name"]): disc for disc in atlas.spine["discs"]}
    zones = discs.get(level, {}).get("zones", {})
    if zone not in zones:
        raise LesionError(
            f"no zone {zone!r} of a disc {level!r}",
            mend=f"discs are {', '.join(discs)}; zones are {', '.join(zones) or 'paracentral, ...'}",
        )
    site = _site_of_root(atlas, str(zones[zone][0]), zone)
    name = f"{level} disc, {zone}"
    return Place(name, site.structure, site.strikes, site.by_variant, note=f"{name}: {site.where}")


def _site_of_root(atlas: Atlas, name: str, zone: str) -> Place:
    """Site of what a zone of a disc meets first: a root where it leaves or in the canal, or the cauda equina."""
    place = "foramen" if zone in {"foraminal", "far lateral"} else "intraspinal"
    site = _site(atlas, f"{name} root, {place}") or _structure(atlas, name)
    if site is None:
        raise LesionError(f"the disc's root {name!r} is no site of the atlas")
    return site


def _condition(atlas: Atlas, text: str) -> Place | None:
    try:
        name = resolve(text, {n: c.aliases for n, c in atlas.conditions.items()}, "condition")
    except UnknownName:
        return None
    condition = atlas.conditions[name]
    likeliest = max(condition.sites, key=lambda s: condition.sites[s], default=None)
    sites: tuple[str, ...] = (likeliest,) if likeliest else ()
    if condition.combinations:
        sites = max(condition.combinations, key=lambda c: c.weight).sites
    places = [p for s in sites if (p := _site(atlas, s)) is not None]
    structure = condition.structure or (places[0].structure if places else "no lesion")
    reach = condition.reach_mm.mean if condition.reach_mm else 0.0
    return Place(
        name,
        structure,
        tuple(s for p in places for s in p.strikes),
        reach_mm=reach,
        both=condition.both_sides >= 0.99,
        note=f"{name}: at {' and '.join(p.where for p in places) or 'no place on a nerve'}",
    )


def _artery(atlas: Atlas, text: str) -> Place | None:
    fed = tuple(n for n, s in atlas.segments.items() if folded(s.artery) == folded(text))
    if not fed or folded(text) == "none known":
        return None
    structure = atlas.segments[fed[0]].structure
    return Place(text, structure, fed, note=f"{text}: strikes {len(fed)} segments that name it")


def _segment(atlas: Atlas, text: str) -> Place | None:
    for name, segment in atlas.segments.items():
        if folded(name) == folded(text):
            return Place(name, segment.structure, (name,))
    return None
