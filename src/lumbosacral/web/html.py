"""Small words for writing HTML: what is not made here is escaped."""

import json
from collections.abc import Iterable, Sequence
from functools import lru_cache
from html import escape
from typing import Any

from lumbosacral.draw.svg import number

__all__ = ["Markup", "bar", "table", "tag", "who"]

INK, QUIET = "#22262e", "#8a8577"


class Markup(str):
    """Text that is markup already."""

    __slots__ = ()


def tag(name: str, *inside: Any, **attributes: Any) -> Markup:
    """Write one element; `class_` is `class`, `data_who` is `data-who`; lists and mappings as JSON.

    Attributes that are None are left out; what goes inside is escaped unless it is markup.
    """
    head = "".join(
        f' {_name(key)}="{escape(_said(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return Markup(f"<{name}{head}>{_inside(inside)}</{name}>")


@lru_cache(maxsize=128)
def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def _said(value: Any) -> str:
    return json.dumps(value) if isinstance(value, list | dict) else str(value)


def _inside(parts: Iterable[Any]) -> str:
    out: list[str] = []
    for part in parts:
        if isinstance(part, Markup):
            out.append(part)
        elif isinstance(part, list | tuple):
            out.append(_inside(part))
        elif part is not None:
            out.append(escape(str(part)))
    return "".join(out)


def who(name: str, shown: str | None = None) -> Markup:
    """Write a name that can be asked about."""
    return tag("button", shown or name, type="button", class_="who", data_who=name)


def table(heads: Sequence[str], rows: Iterable[Sequence[Any]], *, last: str = "") -> Markup:
    """Write a table; the last column may have a class of its own."""
    end = len(heads) - 1

    def line(cell: str, cells: Sequence[Any]) -> Markup:
        made = [
            tag(cell, one, class_=last if last and i == end else None,
                scope="col" if cell == "th" else None)
            for i, one in enumerate(cells)
        ]  # fmt: skip
        return tag("tr", made)

    return tag(
        "table", tag("thead", line("th", heads)), tag("tbody", [line("td", r) for r in rows])
    )


def bar(share: float, interval: tuple[float, float] | None = None, wide: float = 84) -> Markup:
    """Draw a share as a bar, with its interval across it."""
    parts = [tag("rect", x=0, y=3, width=number(max(share * wide, 1)), height=8, rx=1, fill=INK)]
    if interval is not None:
        low, high = (number(end * wide) for end in interval)
        d = f"M{low} 7H{high}M{low} 4.5V9.5M{high} 4.5V9.5"
        parts.append(tag("path", d=d, stroke=QUIET, stroke_width=1.4, fill="none"))
    size = {"width": wide, "height": 14, "viewBox": f"0 0 {wide:g} 14"}
    return tag("svg", parts, **size, aria_hidden="true")
