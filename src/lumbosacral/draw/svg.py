"""Small words for writing SVG: elements, names, numbers, and how wide a text will be."""

import re
from typing import Final
from xml.sax.saxutils import escape, quoteattr

# Advance widths of the usual sans-serif faces in em, rounded up to the widest of them.
_NARROW: Final = frozenset("iljtfrI.,:;'|!()[] -")
_WIDE: Final = frozenset("mwMWGOQ%@")
FACES: Final = "Liberation Sans, Arial, Helvetica, sans-serif"


def number(value: float) -> str:
    """A coordinate with at most two decimals and no trailing zeros."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def slug(name: str) -> str:
    """Name as part of an id: small letters, digits and single hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def element(tag: str, attributes: dict[str, str | float], *inside: str) -> str:
    """One element; names in Python's `a_b` form become `a-b`, texts in `inside` are taken as they are."""
    parts = [tag]
    for key, value in attributes.items():
        text = value if isinstance(value, str) else number(value)
        parts.append(f"{key.replace('_', '-')}={quoteattr(text)}")
    head = " ".join(parts)
    return f"<{head}>{''.join(inside)}</{tag}>" if inside else f"<{head}/>"


def tooltip(text: str) -> str:
    """What a pointer or a screen reader is told."""
    return f"<title>{escape(text)}</title>"


def text_width(text: str, size: float, bold: bool = False) -> float:
    """Estimated width of a line of text in px, on the safe side."""
    em = sum(0.31 if c in _NARROW else 0.86 if c in _WIDE else 0.68 if c.isupper() else 0.56 for c in text)
    return em * size * (1.07 if bold else 1)


def words(text: str, x: float, y: float, size: float, **more: str | float) -> str:
    """A line of text with its baseline at y."""
    return element("text", {"x": x, "y": y, "font_size": size, **more}, escape(text))
