"""What changes on the plexus picture from one state of a leg to another, by id."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

import numpy as np

from lumbosacral.draw.form import FormName, the_form
from lumbosacral.draw.layout import Target
from lumbosacral.draw.marks import (
    halo_shape,
    joined_pieces,
    lesion_bars,
    name_colour,
    named,
    strand_colour,
    strand_id,
    ways,
)
from lumbosacral.draw.nodes import label_of, node_id
from lumbosacral.draw.palette import text_on
from lumbosacral.draw.rows import row_id, row_of
from lumbosacral.draw.svg import Attributes
from lumbosacral.draw.view import Drawing, PlexusView, laid, laid_again
from lumbosacral.wiring.legs import legs_of, typical_persons
from lumbosacral.wiring.universe import the_universe

SUSPECT = 0.1
_SEEN = 0.995  # strands of which more is alive are drawn whole


@dataclass(frozen=True)
class PlexusPatch:
    """What to change, by id; what is not named looks as in the healthy picture.

    Attributes
    ----------
    strands : id -> paths and their colours, from the cord outwards
    lost : ids of strands of which nothing arrives
    inks : id of a root's name on a strand -> colour
    rows : id -> (ground, grade, ink of the grade, hatched, abnormal, name)
    nodes : id -> (name, label, what it tells)
    lesions, halos : shapes
    focus : median of what is affected, across the strands; None where nothing is
    """

    strands: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    lost: list[str] = field(default_factory=list)
    inks: dict[str, str] = field(default_factory=dict)
    rows: dict[str, tuple[str, str, str, bool, bool, str]] = field(default_factory=dict)
    nodes: dict[str, tuple[str, str, str]] = field(default_factory=dict)
    lesions: list[Attributes] = field(default_factory=list)
    halos: list[Attributes] = field(default_factory=list)
    focus: float | None = None


@lru_cache(maxsize=8)
def healthy_view(variants: tuple[str, ...] = ()) -> PlexusView:
    """Return a leg of the typical adult with some variants, healthy."""
    universe, here = the_universe(), np.zeros(1, np.intp)
    share = legs_of(universe, typical_persons(universe, 1, variants), here, here).share[0]
    return PlexusView(
        share=share,
        grades=dict.fromkeys(universe.muscles, "5"),
        felt=dict.fromkeys(universe.atlas.areas, 1.0),
    )


@lru_cache(maxsize=8)
def healthy_drawing(form: FormName, variants: tuple[str, ...] = ()) -> Drawing:
    """Return the healthy picture, laid once per process."""
    return laid(healthy_view(variants), the_form(form))


@lru_cache(maxsize=8)
def _laid(form: FormName, variants: tuple[str, ...]) -> list[tuple[str, tuple[str, str, str]]]:
    """Id and paths of every strand of the healthy picture, which no lesion moves."""
    return [(strand_id(run), ways(run)) for run in healthy_drawing(form, variants).runs]


def plexus_patch(view: PlexusView, form: FormName, variants: tuple[str, ...] = ()) -> PlexusPatch:
    """Return what a view changes of the healthy picture of an adult with the same variants.

    Raises
    ------
    UnknownName
        If a segment, muscle or skin area is not in the atlas.
    """
    drawing = laid_again(view, healthy_drawing(form, variants))
    patch = PlexusPatch()
    _strands(drawing, _laid(form, variants), patch)
    _rows(view, drawing, patch)
    _nodes(view, drawing, patch)
    return replace(patch, focus=_focus(drawing, patch))


def _focus(drawing: Drawing, patch: PlexusPatch) -> float | None:
    """Middle of the places that are affected or suspected."""
    form = drawing.form
    at = [p.y for p, chance in zip(form.where, drawing.chances, strict=False) if chance > SUSPECT]
    at += [float(shape["y"]) + float(shape["height"]) / 2 for shape in patch.lesions]
    rows = zip(form.targets, form.where[len(form.nodes) :], strict=True)
    at += [place.y for target, place in rows if patch.rows[row_id(target)][4]]
    return float(np.median(at)) if at else None


def _strands(
    drawing: Drawing, known: Sequence[tuple[str, tuple[str, str, str]]], patch: PlexusPatch
) -> None:
    struck = []
    for run, (name, paths) in zip(drawing.runs, known, strict=True):
        s = run.strand
        if min(s.left, s.led, s.came) >= _SEEN:
            continue
        struck.append(run)
        told = joined_pieces(run, paths)
        patch.strands[name] = [(d, strand_colour(run, alive)) for d, alive in told]
        if max(s.led, s.came) < 1 - _SEEN:
            patch.lost.append(name)
        if named(run):
            patch.inks[name.replace("t-", "r-", 1)] = name_colour(run)
    patch.lesions.extend(shape for shape, _ in lesion_bars(struck))


def _rows(view: PlexusView, drawing: Drawing, patch: PlexusPatch) -> None:
    atlas = drawing.universe.atlas
    for target in drawing.form.targets:
        row = row_of(target, view.grades, view.felt, atlas)
        patch.rows[row_id(target)] = (
            row.fill, row.grade, text_on(row.fill), row.numb, row.abnormal, row.told,
        )  # fmt: skip


def _nodes(view: PlexusView, drawing: Drawing, patch: PlexusPatch) -> None:
    """Live names, labels and halos of the bars."""
    form, tells = drawing.form, _tells(view, drawing)
    spoken: set[str] = set()
    for i, (node, chance) in enumerate(zip(form.nodes, drawing.chances, strict=True)):
        cut = max((view.cut.get(segment, 0.0) for segment in node.segments), default=0.0)
        said = [node.id]
        said += [f"lesion of {cut:.0%}"] if cut else []
        said += [f"suspected with {chance:.0%}"] if chance >= 0.005 else []
        name = _structure(drawing, i)
        printed = 0.0 if name in spoken else chance  # once for each structure, nearest the cord
        spoken.add(name)
        label = label_of(node, printed)
        if node.at == "left" and not form.turned:
            label = f"{printed:.0%}" if printed >= 0.05 else ""
        patch.nodes[node_id(node.id)] = (", ".join(said), label, tells.get(i, ""))
        if chance > 0.005:
            patch.halos.append(halo_shape(form, i, drawing.heights[i], chance))


def _structure(drawing: Drawing, i: int) -> str:
    return drawing.universe.atlas.segments[drawing.form.nodes[i].segments[0]].structure


def _tells(view: PlexusView, drawing: Drawing) -> Mapping[int, str]:
    """What is not normal of the organs that each bar leads to at once, where there are no rows."""
    form, n = drawing.form, len(drawing.form.nodes)
    if not form.turned:
        return {}
    out: dict[int, list[str]] = {}
    for origin, goal in sorted({(r.strand.origin, r.strand.goal) for r in drawing.runs}):
        if goal < n:
            continue
        row = row_of(form.targets[goal - n], view.grades, view.felt, drawing.universe.atlas)
        if row.abnormal:
            out.setdefault(origin, []).append(f"{_short(form.targets[goal - n])} {row.grade}")
    return {i: _listed(said) for i, said in out.items()}


def _short(target: Target) -> str:
    return target.short or target.label


def _listed(said: list[str]) -> str:
    more = len(said) - 1
    return said[0].strip() + (f" and {more} more" if more else "")
