"""Strands as they look: their colours, the bars of lesions across them, their roots' names."""

from collections.abc import Callable, Sequence
from typing import Final

from lumbosacral.atlas.records import ROOTS
from lumbosacral.draw import palette
from lumbosacral.draw.curves import Run
from lumbosacral.draw.form import Form
from lumbosacral.draw.svg import Attributes, element, number, slug, tooltip, words

_SEEN: Final = 0.005  # smaller losses are not drawn
_NAMED: Final = 12.0  # strands at least this wide carry the name of their root


def strand_colour(run: Run, alive: float) -> str:
    """Colour of the root, paler the fewer fibres are left."""
    return palette.mix(palette.LOST, palette.ROOT_COLOURS[ROOTS[run.strand.root]], alive)


def strand_id(run: Run) -> str:
    """Id of a strand: its root and its two ends."""
    s, where = run.strand, run.form.where
    return f"t-{slug(ROOTS[s.root])}--{slug(where[s.origin].name)}--{slug(where[s.goal].name)}"


def _joined(first: str, second: str, ahead: str) -> str:
    """Two pieces as one path: the second goes on where the first ends."""
    return first[: first.rindex(ahead)] + second[second.index(ahead) :]


def pieces(run: Run) -> list[tuple[str, float]]:
    """Paths of equal colour, with the share that is alive on each."""
    return joined_pieces(run, ways(run))


def ways(run: Run) -> tuple[str, str, str]:
    """Paths out of the first place, on the way, and into the second: the same in every state."""
    return run.way_out(), run.way(), run.way_in()


def joined_pieces(run: Run, paths: tuple[str, str, str]) -> list[tuple[str, float]]:
    """As `pieces`, where the paths are known already."""
    s = run.strand
    joined: list[tuple[str, float]] = []
    for path, alive in zip(paths, (s.left, s.led, s.came), strict=True):
        if joined and abs(joined[-1][1] - alive) <= _SEEN:
            joined[-1] = (_joined(joined[-1][0], path, run.form.ahead), joined[-1][1])
        else:
            joined.append((path, alive))
    return joined


def strand_title(run: Run) -> str:
    """Say what a strand is."""
    s, where = run.strand, run.form.where
    ends = f"{where[s.origin].name} to {where[s.goal].name}"
    return f"{ROOTS[s.root]}, {ends}: {s.fibres:.0f} fibres, {s.came:.0%} reach it"


def _strand(run: Run) -> str:
    paths = [
        element("path", {"d": d, "stroke": strand_colour(run, alive), "data_alive": number(alive)})
        for d, alive in pieces(run)
    ]
    about: Attributes = {"class": "strand", "id": strand_id(run), "stroke_width": run.stroke}
    return element("g", about, tooltip(strand_title(run)), *paths)


def strands_group(runs: Sequence[Run]) -> str:
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

    drawn = [_band(bands[ends]) for ends in sorted(bands, key=depth)]
    return element("g", {"id": "strands", "fill": "none"}, *drawn)


def _band(runs: Sequence[Run]) -> str:
    form = runs[0].form
    cased = form.where[runs[0].strand.origin].level < 2 and runs[0].x2 > runs[0].x1
    casing = [_casing(run) for run in runs] if cased else []
    return "".join([*casing, *map(_strand, runs)])


def _casing(run: Run) -> str:
    more: Attributes = {}
    if run.form.live:
        more["id"] = strand_id(run).replace("t-", "c-", 1)
    look: Attributes = {"stroke": palette.PAPER, "stroke_width": run.stroke + 2}
    return element("path", {**more, "d": run.bend(), **look})


def name_colour(run: Run) -> str:
    """Ink or paper for the name of a root on its strand."""
    return palette.text_on(strand_colour(run, run.strand.led))


def named(run: Run) -> bool:
    """Whether a strand carries the name of its root."""
    wide = run.width >= _NAMED
    return wide and run.form.where[run.strand.origin].level > 0 and not run.form.turned


def strand_names(runs: Sequence[Run]) -> str:
    """Names of the roots on thick strands between bars."""
    out = []
    for run in filter(named, runs):
        size = min(11.0, run.width * 0.8)
        place = (run.lead + 2, run.y0 + size * 0.36)
        more: Attributes = {}
        if run.form.live:
            more["id"] = strand_id(run).replace("t-", "r-", 1)
        name = ROOTS[run.strand.root]
        out.append(words(name, place[0], place[1], size, fill=name_colour(run), **more))
    return element("g", {"class": "strand-names", "font_weight": "bold"}, *out)


def _bars(
    runs: Sequence[Run], lost: Callable[[Run], float], place: Callable[[Run], tuple[float, float]]
) -> list[tuple[Attributes, float]]:
    """Red bars over neighbouring strands that lose fibres at the same x, and what they take."""
    struck = [(*place(r), r.width / 2, share) for r in runs if (share := lost(r)) > _SEEN]
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
        bar = runs[0].form.frame.bar
        shape = runs[0].form.box(group[0][0] - bar / 2 - 1, top, bar + 2, bottom - top)
        look: Attributes = {
            "rx": 3, "fill": palette.LESION, "stroke": palette.INK, "stroke_width": 1.2,
        }  # fmt: skip
        out.append((shape | look, share))
    return out


def lesion_bars(runs: Sequence[Run]) -> list[tuple[Attributes, float]]:
    """Bars wherever fibres are lost: at a node, on the way out of it, or on the way in."""

    def part(before: float, after: float) -> float:
        return (before - after) / before if before > 0 else 0.0

    if not runs:
        return []
    half, lead = runs[0].form.frame.bar / 2, runs[0].form.frame.lead
    return [
        *_bars(runs, lambda r: part(r.strand.met, r.strand.left), lambda r: (r.x0 - half, r.y0)),
        *_bars(runs, lambda r: part(r.strand.left, r.strand.led), lambda r: (r.x0 + lead, r.y0)),
        *_bars(runs, lambda r: part(r.strand.led, r.strand.came), lambda r: (r.near, r.y3)),
    ]


def lesion_marks(runs: Sequence[Run]) -> str:
    """Draw the bars of lesions."""
    marks = [
        element("rect", shape, tooltip(f"lesion: {share:.0%} of these fibres"))
        for shape, share in lesion_bars(runs)
    ]
    return element("g", {"class": "lesions", "id": "lesions"}, *marks)


def halo_shape(form: Form, node: int, height: float, chance: float) -> Attributes:
    """Glow behind a bar; wider and stronger the likelier the place."""
    place, bar = form.where[node], form.frame.bar
    pad = 4 + 9 * chance**0.5
    shape = form.box(
        place.x - bar / 2 - pad, place.y - height / 2 - pad, bar + 2 * pad, height + 2 * pad
    )
    glow: Attributes = {"rx": pad, "fill": palette.HALO, "fill_opacity": 0.3 + 0.7 * chance}
    return shape | glow
