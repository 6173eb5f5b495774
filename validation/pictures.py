"""Pictures of the page, as SVG text: a reliability diagram and a confusion map."""

from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

import numpy as np
from numpy.typing import NDArray

IMAGES = Path(__file__).resolve().parents[1] / "docs" / "images"
INK, PALE, MARK = "#1f2933", "#cbd2d9", "#0b69a3"
Bins = Sequence[tuple[float, float, int]]


def _text(x: float, y: float, words: str, size: float = 11, more: str = "") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" fill="{INK}" {more}>{escape(words)}</text>'


def _page(width: float, height: float, title: str, parts: list[str]) -> str:
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" role="img" '
        f'font-family="Liberation Sans, Arial, Helvetica, sans-serif">\n<title>{escape(title)}</title>\n'
        f'<rect width="{width:.0f}" height="{height:.0f}" fill="white"/>'
    )
    return "\n".join([head, *parts, "</svg>\n"])


def reliability(panels: dict[str, Bins], title: str) -> str:
    """Confidence of the first answer against how often it is right, one square for each panel, counts written in."""
    side, gap = 240.0, 60.0
    parts = [_text(20, 24, title, 14, 'font-weight="bold"')]
    for i, (name, bins) in enumerate(panels.items()):
        parts += _square(40 + i * (side + gap), 60.0, side, name, bins)
    return _page(40 + len(panels) * (side + gap), side + 120, title, parts)


def _square(left: float, top: float, side: float, name: str, bins: Bins) -> list[str]:
    bottom = top + side
    parts = [
        f'<rect x="{left}" y="{top}" width="{side}" height="{side}" fill="none" stroke="{INK}"/>',
        f'<line x1="{left}" y1="{bottom}" x2="{left + side}" y2="{top}" stroke="{PALE}" stroke-dasharray="4 3"/>',
        _text(left, top - 8, name, 12, 'font-weight="bold"'),
        _text(left + side / 2, bottom + 34, "confidence", 11, 'text-anchor="middle"'),
    ]
    for share in (0, 0.25, 0.5, 0.75, 1):
        parts.append(
            _text(left + share * side, bottom + 16, f"{share:g}", 10, 'text-anchor="middle"')
        )
        parts.append(
            _text(left - 6, bottom - share * side + 4, f"{share:g}", 10, 'text-anchor="end"')
        )
    for confidence, right, count in bins:
        x, y = left + confidence * side, bottom - right * side
        spread = 1.96 * np.sqrt(max(right * (1 - right), 1e-4) / count) * side
        high, low = max(y - spread, top), min(y + spread, bottom)
        parts.append(
            f'<line x1="{x:.1f}" y1="{high:.1f}" x2="{x:.1f}" y2="{low:.1f}" stroke="{MARK}"/>'
        )
        parts.append(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{MARK}">'
            f"<title>{confidence:.1%} said, {right:.1%} right, {count} patients</title></circle>"
        )
    parts.append(_text(left + 8, top + 16, f"{len(bins)} bins of {bins[0][2]}", 10))
    return parts


def confusion(names: Sequence[str], shares: NDArray[np.float64], title: str) -> str:
    """Rows: truth; columns: mean probability given to each structure; darker is more."""
    cell, left, top = 14.0, 230.0, 220.0
    n = len(names)
    parts = [_text(10, 24, title, 14, 'font-weight="bold"')]
    for i, name in enumerate(names):
        middle = top + (i + 0.75) * cell
        parts.append(_text(left - 6, middle, name, 10, 'text-anchor="end"'))
        x = left + (i + 0.75) * cell
        turn = f'transform="rotate(-60 {x:.1f} {top - 6:.1f})"'
        parts.append(_text(x, top - 6, name, 10, turn))
        for j in np.flatnonzero(shares[i] >= 0.005):
            parts.append(
                f'<rect x="{left + j * cell:.1f}" y="{top + i * cell:.1f}" width="{cell}" height="{cell}" '
                f'fill="{MARK}" fill-opacity="{min(1, shares[i, j] ** 0.6):.2f}">'
                f"<title>{escape(name)} taken for {escape(names[j])}: {shares[i, j]:.0%}</title></rect>"
            )
    parts.append(
        f'<rect x="{left}" y="{top}" width="{n * cell}" height="{n * cell}" fill="none" stroke="{INK}"/>'
    )
    return _page(left + n * cell + 120, top + n * cell + 20, title, parts)


def write(name: str, svg: str) -> str:
    """Write a picture beside the page; return the Markdown that shows it."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    (IMAGES / name).write_text(svg, encoding="utf-8")
    title = svg.split("<title>", 1)[1].split("</title>", 1)[0]
    return f"![{title}](images/{name})"
