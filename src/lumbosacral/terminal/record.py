"""`lumbosacral atlas` on a terminal: what is known of a name, and who says so."""

from collections.abc import Mapping, Sequence
from typing import Any

from lumbosacral.terminal.page import Page

__all__ = ["show_listing", "show_records", "show_sites"]

LISTED = ("structures", "muscles", "areas", "movements", "reflexes")


def show_records(documents: Sequence[Mapping[str, Any]]) -> None:
    """Print records of one name, one after the other."""
    page = Page()
    for document in documents:
        page.title(f"{document['name']} ({document['what']})")
        _pairs(page, "Computed from the fibres", document["computed"])
        _pairs(page, "In the atlas", document["record"])
        page.table(
            "Claims", ("id", "verdict", "claim", "note"),
            [(c["id"], c["verdict"], c["claim"], c["note"]) for c in document["claims"]],
            narrow=(0, 1),
        )  # fmt: skip
        page.table(
            "Where sources disagree", ("on", "says", "computed with", "sources"),
            [_stance(s) for s in document["conflicts"]], narrow=(0, 2),
        )  # fmt: skip
        page.table(
            "Who says so", ("source", "checked", "for", "publication"),
            [_source(s) for s in document["sources"]], narrow=(1,),
        )  # fmt: skip
    page.footer()


def show_sites(sites: Sequence[Mapping[str, str]]) -> None:
    """Print the closed list of sites."""
    page = Page()
    page.table("Sites", ("site", "region"), [(s["site"], s["region"]) for s in sites])


def show_listing(names: Mapping[str, Sequence[str]]) -> None:
    """Print the names one can ask about, and how many there are of the others."""
    page = Page()
    rows = [(part, as_words(names[part])) for part in LISTED]
    page.table("What can be asked about", ("", "names"), rows, narrow=(0,))
    rest = ", ".join(f"{len(found)} {part}" for part, found in names.items() if part not in LISTED)
    page.say(f"Besides: {rest}. All names: --json. Places of lesions: --sites.")


def _pairs(page: Page, title: str, pairs: Mapping[str, Any]) -> None:
    rows = [(key.replace("_", " "), as_words(value)) for key, value in pairs.items()]
    page.table(title, ("", ""), rows)


def as_words(value: Any) -> str:
    """Name a value of a record: lists by commas, pairs by colons, records by semicolons."""
    if isinstance(value, Mapping):
        pairs = [f"{key}: {as_words(item)}" for key, item in value.items()]
        return ("; " if any("," in pair for pair in pairs) else ", ").join(pairs)
    if isinstance(value, list | tuple):
        words = [as_words(item) for item in value]
        loose = any("," in word for word in words)
        return ("; " if loose else ", ").join(words) or "none"
    return f"{value:g}" if isinstance(value, float) else str(value)


def _stance(stance: Mapping[str, Any]) -> tuple[str, ...]:
    computed = "yes" if stance["computed"] else "no"
    return stance["aspect"], as_words(stance["says"]), computed, "; ".join(stance["sources"])


def _source(source: Mapping[str, Any]) -> tuple[str, ...]:
    publication = source["publication"]
    known = [
        str(publication[key]) for key in ("authors", "title", "year", "doi") if key in publication
    ]
    said = ", ".join(known or [as_words(publication)] if publication else [])
    return source["key"], f"{source['checked']} ({source['tag']})", source["for"], said
