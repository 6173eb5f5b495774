"""Lesions as they are asked for: their places, the bars they lie on, the person who has them."""

from collections.abc import Sequence
from functools import cache, lru_cache

from lumbosacral.atlas.load import load_atlas
from lumbosacral.draw.form import the_form
from lumbosacral.draw.nodes import node_id, sheath_id
from lumbosacral.injury.lesion import Lesion, lesions_of
from lumbosacral.lesioned import Lesioned, read_lesions
from lumbosacral.web.given import LesionGiven
from lumbosacral.web.models import LesionShown
from lumbosacral.wiring.listening import the_listening

__all__ = ["lesioned_of", "places_by_node", "shown"]

HEALTHY = "no lesion"


def lesioned_of(
    given: Sequence[LesionGiven], side: str, days: float, variants: tuple[str, ...] = ()
) -> Lesioned:
    """Read every test in a typical adult with these lesions, or with none, and these variants.

    Raises
    ------
    InputError
        If a place is not known.
    """
    key = tuple((one.where, round(one.severity, 3), one.kind) for one in given)
    return _read(key or ((HEALTHY, 0.0, "loss"),), side, round(days, 1), variants)


@lru_cache(maxsize=64)
def _read(
    key: tuple[tuple[str, float, str], ...], side: str, days: float, variants: tuple[str, ...]
) -> Lesioned:
    listening = the_listening()
    found: list[Lesion] = []
    for where, severity, kind in key:
        found += lesions_of(
            listening.universe.atlas, where, severity=severity, kind=kind, days=days, side=side
        )
    return read_lesions(listening, tuple(found), variants)


@cache
def places_by_node() -> dict[str, tuple[str, ...]]:
    """Sites that lie on each bar of the picture, the one meant by a click first."""
    atlas, form = load_atlas(), the_form("screen")
    out: dict[str, tuple[str, ...]] = {}
    for node in form.nodes:
        structures = {atlas.segments[name].structure for name in node.segments}
        struck = [
            site
            for site in atlas.sites.values()
            if set(site.strikes) & set(node.segments)
            or (node.at == "left" and site.name.partition(",")[0] in structures)
        ]
        usual = {atlas.structures[name].usual_site for name in structures}
        # First what lies on this bar alone, and of that the usual place.
        struck.sort(key=lambda s: (not set(s.strikes) <= set(node.segments), s.name not in usual))
        out[node_id(node.id)] = tuple(site.name for site in struck)
    for names in form.sheaths:
        inside = {s for n in form.nodes if n.id in names for s in n.segments}
        whole = [
            site.name
            for site in atlas.sites.values()
            if set(site.strikes) <= inside and len(site.strikes) == len(names)
        ]
        usual = {atlas.structures[atlas.segments[s].structure].usual_site for s in inside}
        out[sheath_id(names)] = tuple(sorted(whole, key=lambda name: name not in usual))
    return out


def shown(lesion: Lesion) -> LesionShown:
    """Say where a lesion lies, and where else on the same bar it could."""
    on = [node for node, sites in places_by_node().items() if lesion.where in sites]
    first = places_by_node()[on[0]] if on else ()
    return LesionShown(
        where=lesion.where,
        structure=lesion.structure,
        severity=lesion.severity,
        kind=lesion.kind,
        nodes=on,
        places=list(first) or [lesion.where],
        note=lesion.note,
    )
