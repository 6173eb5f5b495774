"""How skin looks on the published charts, and on the map of where they differ.

Stripes: the chart names two roots, or charts share one root and differ in another. Dots: they share none.
"""

from collections.abc import Sequence
from functools import cache
from itertools import groupby
from typing import Final

from lumbosacral.draw import palette
from lumbosacral.draw.body.charts import (
    TAGS,
    WHERE_THEY_DIFFER,
    differ,
    named,
    ranked,
    shared,
    the_charts,
)
from lumbosacral.draw.body.paint import Look, Mixture, shade

BLANK: Final = "b"
"""Key of the pattern of skin that a chart leaves blank."""
_ALONE: Final = 0.35  # share that a root is shown with where one chart alone names it


def is_chart(mode: str) -> bool:
    """Whether a mode shows published charts and not this atlas."""
    return mode == WHERE_THEY_DIFFER or mode in the_charts()


def caption(mode: str) -> str:
    """Say in a few words whose map this is; nothing where it is none."""
    if mode == "state":
        return ""
    if not is_chart(mode):
        return "this atlas"
    return "where charts differ" if mode == WHERE_THEY_DIFFER else the_charts()[mode].caption


def source(mode: str) -> str:
    """Say whose map this is, what it rests on and how far it was checked."""
    if mode == WHERE_THEY_DIFFER:
        every = ", ".join(chart.caption for chart in the_charts().values())
        return (
            "Striped: charts share one root and differ in another. Dotted: they share none. "
            f"Pale: one chart alone names a root. Compared: {every}."
        )
    if not is_chart(mode):
        return "" if mode == "state" else "Summed from the shares of this atlas."
    chart = the_charts()[mode]
    key = "Broken lines: " + chart.blank + ". " if any(z.blank for z in chart.zones) else ""
    key += "Grey hatch: not read. " if any(zone.unread for zone in chart.zones) else ""
    told = f"{chart.source}. {chart.tag}: {TAGS[chart.tag]}. {chart.note}"
    return f"{told} {key}Muscles: this atlas."


@cache
def chart_look(mode: str, area: str) -> Look:
    """Roots that a chart draws an area as; its pattern where there are none or several."""
    if mode == WHERE_THEY_DIFFER:
        return _compared(area)
    chart, zone = the_charts()[mode], the_charts()[mode].zone(area)
    note = f": {zone.note}" if zone.note else ""
    told = f"{area}: {chart.told(area)}; {chart.short}, {zone.tag}, {TAGS[zone.tag]}{note}"
    if not zone.roots:
        return Look("@x", "unread", told) if zone.unread else Look(f"@{BLANK}", "blank", told)
    return _painted(zone.roots, told)


def _painted(roots: Sequence[str], told: str, kind: str = "", share: float = 1.0) -> Look:
    text = joined(roots)
    if len(roots) > 1:
        return Look(f"@{_mixed(roots).key}", kind, told, text)
    ground = shade("roots", roots[0], share)
    return Look(ground, kind, told, text, palette.text_on(ground))


def joined(roots: Sequence[str]) -> str:
    """Write two roots briefly: L4/5, L5/S1; more than two are written as the first two."""
    first, *others = roots[:2]
    return "/".join([first, *(r.removeprefix(first[0]) for r in others)])


def _mixed(roots: Sequence[str], dotted: bool = False) -> Mixture:
    first, second = roots[:2]
    return Mixture(f"{first}-{second}{'-d' if dotted else ''}", first, second, dotted=dotted)


def _compared(area: str) -> Look:
    """What all charts make of an area."""
    votes, roots = named(area), ranked(area)
    if not votes:
        return Look(f"@{BLANK}", "blank", f"{area}: no chart that was read names a root")
    ordered = sorted(votes.items(), key=lambda vote: vote[1])
    said = "; ".join(
        f"{' and '.join(which)}: {', '.join(short for short, _ in charts)}"
        for which, charts in groupby(ordered, key=lambda vote: vote[1])
    )
    if len(votes) == 1:
        return _painted(roots[:1], f"{area}: one chart alone; {said}", "alone", _ALONE)
    if differ(area):
        told = f"{area}: charts differ; {said}"
        return Look(f"@{_mixed(roots, dotted=True).key}", "disputed", told, joined(roots))
    if len(set(votes.values())) > 1:
        leading = [*shared(area), *(root for root in roots if root not in shared(area))]
        return _painted(leading, f"{area}: charts differ in part; {said}", "disputed")
    return _painted(roots, f"{area}: charts agree; {said}")


@cache
def main_colour(mode: str, area: str) -> str:
    """Colour of the root in the first place; paper where there is none."""
    roots = ranked(area) if mode == WHERE_THEY_DIFFER else the_charts()[mode].zone(area).roots
    return shade("roots", roots[0], 1.0) if roots else palette.PAPER


def mixtures(areas: Sequence[str]) -> set[Mixture]:
    """Every pattern that some chart needs for some of the areas."""
    found = {chart_look(mode, area).fill for mode in modes() for area in areas}
    split = (fill.removeprefix("@").split("-") for fill in found if "-" in fill)
    return {_mixed(parts[:2], dotted=len(parts) > 2) for parts in split}


def modes() -> tuple[str, ...]:
    """Modes of all charts, and of where they differ."""
    return (*the_charts(), WHERE_THEY_DIFFER)
