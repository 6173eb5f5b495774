"""The body maps on the page: which sheets stand together, and what changes on them."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, Final

from lumbosacral.draw.body import SHEETS, BodyView, sheet_svg
from lumbosacral.draw.body.chart_look import source
from lumbosacral.draw.body.patch import looks_of, plate_for, sheet_patch
from lumbosacral.draw.body.view import Mode
from lumbosacral.errors import UnknownName
from lumbosacral.web.given import Leg
from lumbosacral.web.seen import Seen

__all__ = ["GROUPS", "Patches", "patch_of", "patch_of_seen", "sheet_of"]

Patches = dict[str, dict[str, str]]
GROUPS: Final[dict[str, tuple[str, ...]]] = {
    "Front": ("muscles-front", "skin-front"),
    "Back": ("muscles-back", "skin-back"),
    "Outer side": ("muscles-lateral", "skin-lateral"),
    "Inner side": ("muscles-medial", "skin-medial"),
    "Deep": ("muscles-deep-front", "muscles-deep-back"),
    "Pelvis": ("muscles-pelvis", "skin-perineum"),
    "Foot": ("skin-dorsum", "skin-sole", "muscles-dorsum", "muscles-sole"),
    "Sole, deeper": ("muscles-sole-second", "muscles-sole-deep"),
}
"""Sheets that are shown together: strength beside feeling, seen from one side."""


def patch_of(leg: Mapping[str, Any], side: Leg, sheets: Sequence[str], mode: Mode) -> Patches:
    """Return what a leg as read looks like on some sheets.

    Raises
    ------
    UnknownName
        If there is no such sheet.
    """
    grades = {name: muscle["mrc"] for name, muscle in leg["muscles"].items()}
    return _patch(BodyView(grades, leg["skin"], leg["reflexes"], side, mode), sheets)


def patch_of_seen(seen: Seen, side: Leg, sheets: Sequence[str], mode: Mode) -> Patches:
    """Return what the findings look like on some sheets; what was not examined looks so.

    Raises
    ------
    UnknownName
        If there is no such sheet.
    """
    return _patch(BodyView(seen.grades, seen.felt, seen.reflexes, side, mode), sheets)


def _patch(view: BodyView, sheets: Sequence[str]) -> Patches:
    out: Patches = {"chart-source": {"text": source(view.mode)}}
    for name in sheets:
        _check(name)
        made = plate_for(name, view)
        out.update(sheet_patch(made, view, looks_of(made, view)))
    return out


def _check(name: str) -> None:
    if name not in SHEETS:
        raise UnknownName(name, tuple(SHEETS[:2]), kind="sheet")


@lru_cache(maxsize=2 * len(SHEETS))
def sheet_of(name: str, side: Leg) -> str:
    """Draw one sheet of a leg that nobody has examined.

    Raises
    ------
    UnknownName
        If there is no such sheet.
    """
    _check(name)
    return sheet_svg(name, BodyView(side=side))
