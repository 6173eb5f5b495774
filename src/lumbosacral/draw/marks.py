"""Strands as they look: their colours, the bars of lesions across them, their roots' names."""

from collections.abc import Callable, Sequence
from typing import Final

from lumbosacral.atlas.records import ROOTS
from lumbosacral.draw import palette
from lumbosacral.draw.curves import BAR, LEAD, Run
from lumbosacral.draw.layout import Place
from lumbosacral.draw.svg import Attributes, element, number, slug, tooltip, words

_SEEN: Final = 0.005  # smaller losses are not drawn
_NAMED: Final = 11.5  # strands at least this wide carry the name of their root


def strand_colour(run: Run, alive: float) -> str:
    """Colour of the root, paler the fewer fibres are left."""
    return palette.mix(palette.LOST, palette.ROOT_COLOURS[ROOTS[run.strand.root]], alive)


def _joined(first: str, second: str) -> str:
    """Two pieces as one path: the second goes on where the first ends."""
    start = second.index("H")
    return first[: first.rindex("H")] + second[start:]


def _pieces(run: Run) -> list[tuple[str, float]]:
    """Paths of equal colour, with the share that is alive on each."""
    s = run.strand
    joined: list[tuple[str, float]] = []
    for path, alive in ((run.way_out(), s.left), (run.way(), s.led), (run.way_in(), s.came)):
        if joined and abs(joined[-1][1] - alive) <= _SEEN:
            joined[-1] = (_joined(joined[-1][0], path), joined[-1][1])
        else:
            joined.append((path, alive))
    return joined


def _strand(run: Run, where: Sequence[Place]) -> str:
    s, root = run.strand, ROOTS[run.strand.root]
    start, end = where[s.origin].name, where[s.goal].name
    told = f"{root}, {start} to {end}: {s.fibres:.0f} fibres, {s.came:.0%} reach it"
    paths = [
        element("path", {"d": d, "stroke": strand_colour(run, alive), "data_alive": number(alive)})
        for d, alive in _pieces(run)
    ]
    about: Attributes = {
        "class": "strand",
        "data_root": root,
        "data_from": slug(start),
        "data_to": slug(end),
        "stroke_width": run.stroke,
    }
    return element("g", about, tooltip(told), *paths)


def strands_group(where: Sequence[Place], runs: Sequence[Run]) -> str:
    """Draw all strands, band by band: the lost and the wide lie underneath, what lives on top.

    Bands that come from roots and trunk cross each other, and are cased in paper where they bend.
    """
    bands: dict[tuple[int, int], list[Run]] = {}
    for run in runs:
        bands.setdefault((run.strand.origin, run.strand.goal), []).append(run)

    def depth(ends: tuple[int, int]) -> tuple[bool, float, tuple[int, int]]:
        width = sum(r.width for r in bands[ends])
        lives = sum(r.width * r.strand.came for r in bands[ends])
        return lives > width / 2, -width, ends

    drawn: list[str] = []
    for ends in sorted(bands, key=depth):
        if where[ends[0]].level < 2:
            drawn += [
                element(
                    "path", {"d": r.bend(), "stroke": palette.PAPER, "stroke_width": r.stroke + 2}
                )
                for r in bands[ends]
            ]
        drawn += [_strand(run, where) for run in bands[ends]]
    return element("g", {"id": "strands", "fill": "none"}, *drawn)


def strand_names(where: Sequence[Place], runs: Sequence[Run]) -> str:
    """Names of the roots on thick strands between bars."""
    out = []
    for run in runs:
        s = run.strand
        if run.width < _NAMED or where[s.origin].level == 0:
            continue
        x, y = run.x0 + LEAD + 2, run.y0
        ground = strand_colour(run, s.led)
        size = min(11.0, run.width * 0.8)
        out.append(words(ROOTS[s.root], x, y + size * 0.36, size, fill=palette.text_on(ground)))
    return element("g", {"class": "strand-names", "font_weight": "bold"}, *out)


def _bars(
    runs: Sequence[Run], lost: Callable[[Run], float], place: Callable[[Run], tuple[float, float]]
) -> list[str]:
    """Red bars over neighbouring strands that lose fibres at the same x."""
    struck = [(*place(r), r.width / 2, lost(r)) for r in runs if lost(r) > _SEEN]
    struck.sort()
    groups: list[list[tuple[float, float, float, float]]] = []
    for x, y, half, share in struck:
        if groups and groups[-1][-1][0] == x and y - half - 0.3 <= sum(groups[-1][-1][1:3]):
            groups[-1].append((x, y, half, share))
        else:
            groups.append([(x, y, half, share)])
    out = []
    for group in groups:
        top, bottom = group[0][1] - group[0][2] - 4, group[-1][1] + group[-1][2] + 4
        share = sum(g[3] * g[2] for g in group) / sum(g[2] for g in group)
        shape: Attributes = {
            "x": group[0][0] - BAR / 2 - 1,
            "y": top,
            "width": BAR + 2,
            "height": bottom - top,
            "rx": 3,
        }
        out.append(
            element(
                "rect",
                {**shape, "fill": palette.LESION, "stroke": palette.PAPER},
                tooltip(f"lesion: {share:.0%} of these fibres"),
            )
        )
    return out


def lesion_marks(where: Sequence[Place], runs: Sequence[Run]) -> str:
    """Draw a bar wherever fibres are lost: at a node, on the way out of it, or on the way in."""

    def part(before: float, after: float) -> float:
        return (before - after) / before if before > 0 else 0.0

    marks = [
        *_bars(runs, lambda r: part(r.strand.met, r.strand.left), lambda r: (r.x0 - BAR / 2, r.y0)),
        *_bars(runs, lambda r: part(r.strand.left, r.strand.led), lambda r: (r.x0 + LEAD, r.y0)),
        *_bars(runs, lambda r: part(r.strand.led, r.strand.came), lambda r: (r.near, r.y3)),
    ]
    return element("g", {"class": "lesions"}, *marks)
