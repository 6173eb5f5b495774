"""The rows at the right: muscles with their printed grade, skin with shade and hatch."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from lumbosacral.atlas.load import Atlas
from lumbosacral.draw import palette
from lumbosacral.draw.form import Form
from lumbosacral.draw.layout import Place, Target
from lumbosacral.draw.nodes import button
from lumbosacral.draw.svg import Attributes, element, slug, tooltip, words

_DULL: Final = 0.9  # skin that feels less than this is set in bold
_NUMB: Final = 0.5  # skin that feels less than this is hatched

HATCH: Final = element(
    "pattern",
    {
        "id": "numb",
        "width": 4,
        "height": 4,
        "patternUnits": "userSpaceOnUse",
        "patternTransform": "rotate(45)",
    },
    element("path", {"d": "M0 0V4", "stroke": palette.PAPER, "stroke_width": 1.8}),
)


@dataclass(frozen=True)
class Row:
    """What a row shows: its ground, the printed grade, whether it is hatched or abnormal, its words."""

    fill: str
    grade: str
    numb: bool
    abnormal: bool
    told: str


def row_id(target: Target) -> str:
    """Id of a row: m for muscles, s for skin."""
    return f"{'m' if target.muscles else 's'}-{slug(target.id)}"


@lru_cache(maxsize=256)
def grade_number(grade: str) -> float | None:
    """Read an MRC grade ("4-", "3", "2+") on a scale from 0 to 5; None for any other text."""
    found = re.fullmatch(r"([0-5])([+\-−–]?)(?:/5)?", grade.strip())
    if found is None:
        return None
    step = {"": 0.0, "+": 1 / 3}.get(found[2], -1 / 3)
    return min(max(int(found[1]) + step, 0.0), 5.0)


def row_of(
    target: Target, grades: Mapping[str, str], felt: Mapping[str, float], atlas: Atlas
) -> Row:
    """What one row shows."""
    return _strength(target, grades) if target.muscles else _feeling(target, felt, atlas)


def _strength(target: Target, grades: Mapping[str, str]) -> Row:
    """Of several muscles the weakest speaks for all."""
    known = {m: grades[m] for m in target.muscles if m in grades}
    values = {m: grade_number(g) for m, g in known.items()}
    weakest = min(known, key=lambda m: -1.0 if (v := values[m]) is None else v, default=None)
    value = values[weakest] if weakest is not None else None
    ground = palette.UNKNOWN if value is None else palette.strength_colour(value)
    told = ", ".join(f"{m} {grades.get(m, 'not examined')}" for m in target.muscles)
    grade = known[weakest] if weakest is not None else ""
    return Row(ground, grade, False, value is not None and value < 5, told)


def _feeling(target: Target, felt: Mapping[str, float], atlas: Atlas) -> Row:
    """Of several areas the mean, by their fibres."""
    known = {a: atlas.areas[a].fibres for a in target.areas if a in felt}
    weight = sum(known.values())
    mean = sum(felt[a] * w for a, w in known.items()) / weight if weight else None
    ground = palette.UNKNOWN if mean is None else palette.feeling_colour(mean)
    told = ", ".join(
        f"{a} {f'{felt[a]:.0%} felt' if a in felt else 'not examined'}" for a in target.areas
    )
    numb, dull = (mean is not None and mean < limit for limit in (_NUMB, _DULL))
    return Row(ground, "", numb, dull, told)


def _box(form: Form, place: Place, row: Row) -> str:
    frame = form.frame
    box = element(
        "rect",
        {
            "class": "ground",
            "x": place.x,
            "y": place.y - frame.high / 2,
            "width": frame.box,
            "height": frame.high,
            "rx": 3,
            "fill": row.fill,
            "stroke": palette.QUIET_INK,
            "stroke_width": 0.8,
        },
    )
    if not row.grade and not form.live:
        return box
    size = max(frame.text - 1, 9.5)
    printed = words(
        row.grade,
        place.x + frame.box / 2,
        place.y + size * 0.37,
        size,
        text_anchor="middle",
        font_weight="bold",
        fill=palette.text_on(row.fill),
        **{"class": "grade"},
    )
    return box + printed


def _disc(form: Form, place: Place, row: Row) -> str:
    shape: Attributes = {
        "cx": place.x + form.frame.box / 2, "cy": place.y, "r": form.frame.high / 2,
    }  # fmt: skip
    look: Attributes = {"class": "ground", "fill": row.fill}
    disc = element("circle", {**shape, **look, "stroke": palette.QUIET_INK, "stroke_width": 0.8})
    if not row.numb and not form.live:
        return disc
    hatch: Attributes = {"class": "hatch", "fill": "url(#numb)" if row.numb else "none"}
    return disc + element("circle", {**shape, **hatch})


def row_group(
    form: Form, target: Target, place: Place, row: Row, roads: Mapping[str, str] | None = None
) -> str:
    """One row: its box or disc, and its label, bold where something is wrong."""
    if form.turned:
        return ""
    frame = form.frame
    kind, shape = ("muscle", _box) if target.muscles else ("skin", _disc)
    bold = {"font_weight": "bold"} if row.abnormal else {}
    label = words(
        target.label, place.x + frame.box + 6, place.y + frame.text * 0.35, frame.text, **bold
    )
    about: Attributes = {"id": row_id(target), "class": kind}
    if not form.live:
        return element("g", about, tooltip(row.told), shape(form, place, row), label)
    hit: Attributes = {
        "x": place.x - 2, "y": place.y - frame.row / 2, "height": frame.row, "class": "hit",
        "width": frame.width - place.x, "fill": "none", "pointer_events": "all",
    }  # fmt: skip
    drawn = element("rect", hit) + shape(form, place, row) + label
    return element("g", about | button(row.told, roads or {}), drawn)
