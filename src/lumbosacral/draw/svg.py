"""Small words for writing SVG: elements, names and numbers."""

import re
from functools import lru_cache
from typing import Final
from xml.sax.saxutils import escape, quoteattr

Attributes = dict[str, str | float]
FACES: Final = "Liberation Sans, Arial, Helvetica, sans-serif"


def number(value: float) -> str:
    """Write a coordinate with at most two decimals and no trailing zeros."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


@lru_cache(maxsize=4096)
def slug(name: str) -> str:
    """Name as part of an id: small letters, digits and single hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def element(tag: str, attributes: Attributes, *inside: str) -> str:
    """Write one element; `a_b` in a name becomes `a-b`, and what goes inside is taken as it is."""
    parts = [tag]
    for key, value in attributes.items():
        text = value if isinstance(value, str) else number(value)
        parts.append(f"{key.replace('_', '-')}={quoteattr(text)}")
    head = " ".join(parts)
    return f"<{head}>{''.join(inside)}</{tag}>" if inside else f"<{head}/>"


def tooltip(text: str) -> str:
    """Write the title that a pointer or a screen reader is told."""
    return f"<title>{escape(text)}</title>"


def words(text: str, x: float, y: float, size: float, **more: str | float) -> str:
    """Write a line of text with its baseline at y."""
    return element("text", {"x": x, "y": y, "font_size": size, **more}, escape(text))
