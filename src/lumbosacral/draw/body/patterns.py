"""Fills that are no plain colour: not examined, hatched numbness, blanks, stripes, dots."""

from functools import cache
from typing import Final

from lumbosacral.draw import palette
from lumbosacral.draw.body.chart_look import BLANK, mixtures
from lumbosacral.draw.body.look import NUMB, STEPS, disputed, mixture
from lumbosacral.draw.body.paint import Mixture, ink_of
from lumbosacral.draw.svg import Attributes, element

_CELL: Final = 18  # units from line to line, and from stripe to stripe
_FULL: Final = f"M0 0h{_CELL}v{_CELL}H0"
_DOT: Final = "M4 4h10v10H4"
_DASH: Final = f"M0 0h{_CELL // 2}v2H0"


@cache
def pattern_id(sheet: str, key: str) -> str:
    """Id of a pattern: the initials of its sheet, and its key."""
    return "".join(word[0] for word in sheet.split("-")) + f"-{key}"


def _tile(sheet: str, key: str, *inside: str) -> str:
    """Pattern with the cell of the first one of its sheet."""
    about: Attributes = {"id": pattern_id(sheet, key), "href": f"#{pattern_id(sheet, 'x')}"}
    return element("pattern", about, *inside)


def _fill(colour: str, d: str = _FULL) -> str:
    return element("path", {"d": d, "fill": colour})


def _line(colour: str, width: float) -> str:
    return _fill(colour, f"M0 0h{_CELL}v{width:g}H0")


def _unexamined(sheet: str) -> str:
    about: Attributes = {
        "id": pattern_id(sheet, "x"),
        "width": _CELL,
        "height": _CELL,
        "patternUnits": "userSpaceOnUse",
        "patternTransform": "rotate(-45)",
    }
    return element("pattern", about, _fill(palette.UNKNOWN), _line(palette.UNSEEN, 3))


def _mixed(sheet: str, mode: str, mixed: Mixture) -> str:
    """Two stripes, or three where the first holds much more than the second, or dots."""
    first, second = (
        palette.mix(palette.PAPER, ink_of(mode, owner), 0.62)
        for owner in (mixed.first, mixed.second)
    )
    if mixed.dotted:
        return _tile(sheet, mixed.key, _fill(first), _fill(second, _DOT))
    wide = _CELL / (3 if mixed.double else 2)
    return _tile(sheet, mixed.key, _fill(first), _line(second, wide))


@cache
def definitions(sheet: str, kind: str, names: tuple[str, ...]) -> str:
    """Write the patterns of a sheet, all with ids that begin with its initials."""
    out = [_unexamined(sheet)]
    for step in range(STEPS if kind == "skin" else 0):
        ground = palette.feeling_colour((step + 0.5) * NUMB / STEPS)
        out.append(_tile(sheet, f"n{step}", _fill(ground), _line(palette.PAPER, 4)))
    made = {
        (mode, mixture(mode, name))
        for mode in ("nerves", "roots")
        for name in names
        if disputed(mode, name)
    }
    if kind == "skin":
        out.append(_tile(sheet, BLANK, _fill(palette.PAPER), _fill(palette.UNSEEN, _DASH)))
        made |= {("roots", mixed) for mixed in mixtures(names)}
    return element("defs", {}, *out, *(_mixed(sheet, *one) for one in sorted(made)))
