"""What the atlas says of a name, and who says so, beside the pictures."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lumbosacral.atlas.load import load_atlas
from lumbosacral.draw.body.charts import TAGS, the_charts
from lumbosacral.web.html import Markup, table, tag

__all__ = ["records_panel"]

PUBLISHED = ("authors", "title", "year", "doi")


def records_panel(records: Sequence[Mapping[str, Any]]) -> Markup:
    """Everything that bears a name, one after the other."""
    return Markup("".join(part for record in records for part in _record(record)))


def _record(record: Mapping[str, Any]) -> Iterator[Markup]:
    yield tag("h2", str(record["name"])[:1].upper() + str(record["name"])[1:])
    yield tag("p", record["what"], class_="quiet")
    if record["computed"]:
        yield tag("h3", "Computed from the fibres")
        yield _pairs(record["computed"])
    yield tag("h3", "In the atlas")
    yield _pairs(record["record"])
    if record["conflicts"]:
        yield tag("h3", "Where sources disagree")
        yield table(("on", "says", "computed with", "sources"), map(_stance, record["conflicts"]))
    if record["name"] in load_atlas().areas:
        yield tag("h3", "Drawn by charts as")
        yield table(("chart", "root", "checked"), _charts(record["name"]))
    for claim in record["claims"]:
        yield tag("p", tag("strong", f"{claim['id']}, {claim['verdict']}: "), claim["claim"])
    yield tag("h3", "Who says so")
    yield table(("source", "checked", "for", "publication"), map(_source, record["sources"]))


def _charts(area: str) -> Iterator[tuple[str, ...]]:
    """Say what each published chart makes of a skin area, and how far that was checked."""
    for chart in the_charts().values():
        zone = chart.zone(area)
        note = f": {zone.note}" if zone.note else ""
        yield chart.source, chart.told(area), f"{TAGS[zone.tag]} ({zone.tag}){note}"


def _pairs(pairs: Mapping[str, Any]) -> Markup:
    rows = [
        (tag("dt", key.replace("_", " ")), tag("dd", _words(value))) for key, value in pairs.items()
    ]
    return tag("dl", rows)


def _words(value: Any) -> str:
    """Name a value of a record."""
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {_words(one)}" for key, one in value.items())
    if isinstance(value, list | tuple):
        return "; ".join(map(_words, value)) or "none"
    return f"{value:g}" if isinstance(value, float) else str(value)


def _stance(stance: Mapping[str, Any]) -> tuple[str, ...]:
    computed = "yes" if stance["computed"] else ""
    return stance["aspect"], _words(stance["says"]), computed, "; ".join(stance["sources"])


def _source(source: Mapping[str, Any]) -> tuple[str, ...]:
    publication = source["publication"]
    said = ", ".join(str(publication[key]) for key in PUBLISHED if publication.get(key))
    return source["key"], f"{source['checked']} ({source['tag']})", source["for"], said
