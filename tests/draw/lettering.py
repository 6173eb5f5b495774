"""How much room a text takes, without drawing it."""

from xml.etree import ElementTree

NARROW, WIDE = frozenset("iljtfrI.,:;'|!()[] -"), frozenset("mwMWGOQ%@")


def box(text: ElementTree.Element) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of a text, estimated on the wide side of the usual faces."""
    size, words = float(text.attrib["font-size"]), text.text or ""
    ems = [
        0.31 if c in NARROW else 0.86 if c in WIDE else 0.68 if c.isupper() else 0.55 for c in words
    ]
    width = sum(ems) * size * (1.05 if text.get("font-weight") == "bold" else 1)
    x, y = float(text.attrib["x"]), float(text.attrib["y"])
    left = x - {"start": 0, "middle": width / 2, "end": width}[text.get("text-anchor", "start")]
    return left, y - 0.74 * size, left + width, y + 0.2 * size
