"""Published charts of the roots of the skin, and where they differ.

They are drawn, and nothing is computed with them; the atlas has root shares of its own.
"""

from functools import cache
from typing import Final, Literal

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError, model_validator

from lumbosacral.atlas.load import load_atlas
from lumbosacral.atlas.records import Root
from lumbosacral.draw.body.records import FOLDER
from lumbosacral.errors import AtlasError

FILE: Final = "charts.yaml"
WHERE_THEY_DIFFER: Final = "charts-differ"
"""Mode of the map of all charts together."""
Tag = Literal["V", "S", "P", "U"]
TAGS: Final[dict[Tag, str]] = {
    "V": "read there",
    "S": "reported elsewhere",
    "P": "judgement",
    "U": "not checked",
}


class _Record(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Zone(_Record):
    """Areas that a chart draws alike; the first of the roots has the larger part."""

    tag: Tag
    areas: tuple[str, ...]
    roots: tuple[Root, ...] = ()
    unread: bool = False
    note: str = ""

    @property
    def blank(self) -> bool:
        """Whether the chart leaves this skin blank."""
        return not self.roots and not self.unread


class Chart(_Record):
    """One published chart."""

    mode: str
    short: str
    source: str
    read: tuple[str, ...]
    tag: Tag
    note: str
    blank: str
    zones: tuple[Zone, ...]

    @model_validator(mode="after")
    def _complete(self) -> "Chart":
        named = sorted(name for zone in self.zones for name in zone.areas)
        wanted = sorted(load_atlas().areas)
        if named != wanted:
            odd = sorted({n for n in (*named, *wanted) if named.count(n) != wanted.count(n)})
            raise ValueError(f"{self.mode}: every skin area once, but for {', '.join(odd)}")
        return self

    def zone(self, area: str) -> Zone:
        """Zone in which an area of the atlas lies."""
        return next(zone for zone in self.zones if area in zone.areas)

    def told(self, area: str) -> str:
        """Roots that an area is drawn as, or why there are none, in words."""
        zone = self.zone(area)
        if zone.unread:
            return "what the chart shows here has not been read"
        return " and ".join(zone.roots) or self.blank

    @property
    def caption(self) -> str:
        """Name of the chart with what it was checked against."""
        return f"{self.short} ({self.tag})"


class _Charts(_Record):
    charts: tuple[Chart, ...]


@cache
def the_charts() -> dict[str, Chart]:
    """Return the charts by their mode, read once per process.

    Raises
    ------
    AtlasError
        If the file does not fit its grammar, or a chart leaves out a skin area.
    """
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        tree = yaml.load((FOLDER / FILE).read_text("utf-8"), loader)
        return {chart.mode: chart for chart in _Charts.model_validate(tree).charts}
    except (yaml.YAMLError, ValidationError) as error:
        raise AtlasError(str(error), file=FILE, mend="mend the charts") from error


@cache
def named(area: str) -> dict[str, tuple[Root, ...]]:
    """Roots by the chart that names any for an area; blank and unread charts are left out."""
    zones = ((chart.short, chart.zone(area)) for chart in the_charts().values())
    return {short: zone.roots for short, zone in zones if zone.roots}


@cache
def shared(area: str) -> tuple[Root, ...]:
    """Roots that all charts with a root for an area name."""
    every = list(named(area).values())
    return tuple(root for root in every[0] if all(root in one for one in every)) if every else ()


def differ(area: str) -> bool:
    """Whether there is no root that all charts with one for an area name."""
    return len(named(area)) > 1 and not shared(area)


@cache
def ranked(area: str) -> tuple[Root, ...]:
    """Roots of an area in all charts: those in the first place of most charts first."""
    votes: dict[Root, float] = {}
    for roots in named(area).values():
        for place, root in enumerate(roots):
            votes[root] = votes.get(root, 0) + (1.0, 0.4, 0.2)[min(place, 2)]
    return tuple(sorted(votes, key=lambda root: (-votes[root], root)))
