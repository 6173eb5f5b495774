"""The rows at the right: muscles with their printed grade, skin with shade and hatch."""

import re
from collections.abc import Mapping
from typing import Final

from lumbosacral.atlas.load import Atlas
from lumbosacral.draw import palette
from lumbosacral.draw.layout import Place, Target
from lumbosacral.draw.svg import Attributes, element, slug, tooltip, words

_WIDE: Final = 24.0
_HIGH: Final = 14.0
_SIZE: Final = 11.5
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


def grade_number(grade: str) -> float | None:
    """Read an MRC grade ("4-", "3", "2+") on a scale from 0 to 5; None for any other text."""
    found = re.fullmatch(r"([0-5])([+\-−–]?)(?:/5)?", grade.strip())
    if found is None:
        return None
    step = {"": 0.0, "+": 1 / 3}.get(found[2], -1 / 3)
    return min(max(int(found[1]) + step, 0.0), 5.0)


def _box(target: Target, place: Place, grades: Mapping[str, str]) -> tuple[str, str, bool]:
    """Box, what it tells, and whether it is abnormal: the weakest muscle speaks for all."""
    known = {m: grades[m] for m in target.muscles if m in grades}
    values = {m: grade_number(g) for m, g in known.items()}
    weakest = min(known, key=lambda m: -1.0 if (v := values[m]) is None else v, default=None)
    value = values[weakest] if weakest is not None else None
    ground = palette.UNKNOWN if value is None else palette.strength_colour(value)
    box = element(
        "rect",
        {
            "x": place.x,
            "y": place.y - _HIGH / 2,
            "width": _WIDE,
            "height": _HIGH,
            "rx": 3,
            "fill": ground,
            "stroke": palette.QUIET_INK,
            "stroke_width": 0.8,
        },
    )
    told = ", ".join(f"{m} {grades.get(m, 'not examined')}" for m in target.muscles)
    if weakest is None:
        return box, told, False
    printed = words(
        known[weakest],
        place.x + _WIDE / 2,
        place.y + 3.9,
        10.5,
        text_anchor="middle",
        font_weight="bold",
        fill=palette.text_on(ground),
    )
    return box + printed, told, value is not None and value < 5


def _disc(
    target: Target, place: Place, felt: Mapping[str, float], atlas: Atlas
) -> tuple[str, str, bool]:
    """Disc, what it says, and whether it is abnormal: the mean of its areas by their fibres."""
    known = {a: atlas.areas[a].fibres for a in target.areas if a in felt}
    weight = sum(known.values())
    mean = sum(felt[a] * w for a, w in known.items()) / weight if weight else None
    ground = palette.UNKNOWN if mean is None else palette.feeling_colour(mean)
    shape: Attributes = {"cx": place.x + _WIDE / 2, "cy": place.y, "r": 7.2, "fill": ground}
    disc = element("circle", {**shape, "stroke": palette.QUIET_INK, "stroke_width": 0.8})
    if mean is not None and mean < _NUMB:
        disc += element("circle", {**shape, "fill": "url(#numb)"})
    told = ", ".join(
        f"{a} {f'{felt[a]:.0%} felt' if a in felt else 'not examined'}" for a in target.areas
    )
    return disc, told, mean is not None and mean < _DULL


def row_group(
    target: Target, place: Place, grades: Mapping[str, str], felt: Mapping[str, float], atlas: Atlas
) -> str:
    """One row: its box or disc, and its label, bold where something is wrong."""
    if target.muscles:
        shape, told, abnormal = _box(target, place, grades)
    else:
        shape, told, abnormal = _disc(target, place, felt, atlas)
    kind = "muscle" if target.muscles else "skin"
    label = words(
        target.label,
        place.x + _WIDE + 7,
        place.y + 4,
        _SIZE,
        **({"font_weight": "bold"} if abnormal else {}),
    )
    about: Attributes = {"id": f"{kind[0]}-{slug(target.id)}", "class": kind}
    return element("g", about, tooltip(told), shape, label)
