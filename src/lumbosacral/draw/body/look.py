"""How a muscle, a skin area, a soft edge or a reflex looks in a view, wherever it is drawn."""

from collections.abc import Collection, Mapping
from functools import cache, lru_cache
from typing import Final

from lumbosacral.atlas.load import load_atlas
from lumbosacral.draw import palette
from lumbosacral.draw.body.chart_look import chart_look, is_chart, main_colour
from lumbosacral.draw.body.paint import Look, Mixture, shade, short
from lumbosacral.draw.body.records import the_drawing
from lumbosacral.draw.body.territory import AGREED, nerves_of, roots_of
from lumbosacral.draw.body.view import BodyView
from lumbosacral.draw.rows import grade_number

NUMB: Final = 0.5
"""Skin that feels less than this is hatched."""
STEPS: Final = 4
"""How many shades of hatched skin there are."""
_PRINTED: Final = {"absent": "0", "reduced": "1+", "normal": "2+", "increased": "3+"}


def muscle_look(view: BodyView, name: str) -> Look:
    """Ground of the grade with its digits, or the territory; charts are of skin alone."""
    if view.mode != "state":
        return _territory("roots" if is_chart(view.mode) else view.mode, name)
    grade = view.grades.get(name, "")
    ground, ink, kind = _graded(grade)
    if kind == "unexamined":
        return Look(ground, kind, f"{name}: {grade or 'not examined'}")
    return Look(ground, kind, f"{name}: MRC {grade}", grade, ink)


@lru_cache(256)
def _graded(grade: str) -> tuple[str, str, str]:
    """Fill, ink and class of a grade."""
    value = grade_number(grade)
    if value is None:
        return "@x", palette.INK, "unexamined"
    ground = palette.strength_colour(value)
    return ground, palette.text_on(ground), "weak" if value < 5 else ""


@lru_cache(4096)
def felt_fill(felt: float) -> str:
    """Fill of skin by what is left of its feeling."""
    if felt < NUMB:
        return f"@n{min(int(max(felt, 0) / NUMB * STEPS), STEPS - 1)}"
    return palette.feeling_colour(felt)


def skin_look(view: BodyView, name: str) -> Look:
    """Shade of the feeling left, or the territory."""
    if is_chart(view.mode):
        return chart_look(view.mode, name)
    if view.mode != "state":
        return _territory(view.mode, name)
    if name not in view.felt:
        return Look("@x", "unexamined", f"{name}: not examined")
    felt = view.felt[name]
    kind = "numb" if felt < NUMB else ""
    return Look(felt_fill(felt), kind, f"{name}: {felt:.0%} felt")


def between_look(view: BodyView, one: str, other: str) -> Look:
    """Soft edge of two areas: half of each."""
    if is_chart(view.mode):
        return _chart_edge(view.mode, one, other)
    if view.mode != "state":
        first, second = _colour(view.mode, one), _colour(view.mode, other)
        return Look(palette.mix(first, second, 0.5))
    if one not in view.felt or other not in view.felt:
        return Look("@x")
    return Look(felt_fill((view.felt[one] + view.felt[other]) / 2))


def _chart_edge(mode: str, one: str, other: str) -> Look:
    """Nothing where a chart draws both sides alike, else half of each."""
    first, second = chart_look(mode, one), chart_look(mode, other)
    if first.fill == second.fill:
        return Look(first.fill)
    return Look(palette.mix(main_colour(mode, one), main_colour(mode, other), 0.5))


def reflex_look(view: BodyView, name: str) -> Look:
    """Disc of a reflex, darker the less it answers; nothing where it was not examined."""
    value = view.reflexes.get(name, "")
    if not value:
        return Look("none", "unexamined", f"{name}: not examined")
    text = _PRINTED.get(value, value[:3])
    ground = palette.strength_colour({"0": 0.0, "1+": 2.2, "1": 2.2}.get(text, 5.0))
    kind = "increased" if text.startswith(("3", "4")) else ""
    return Look(ground, kind, f"{name}: {value}", text, palette.text_on(ground))


def shares(mode: str, name: str) -> Mapping[str, float]:
    """Shares of a muscle or area by nerve or by root."""
    return nerves_of(name) if mode == "nerves" else roots_of(name)


def territories(mode: str, names: Collection[str]) -> list[str]:
    """Nerves or roots that hold most of one of the muscles or areas, in their usual order."""
    order = the_drawing().nerves if mode == "nerves" else palette.ROOT_COLOURS
    held = {next(iter(shares(mode, name))) for name in names}
    return [owner for owner in order if owner in held]


@cache
def _colour(mode: str, name: str) -> str:
    """Colour of the one that holds most, paler the less it holds."""
    owner, share = next(iter(shares(mode, name).items()))
    return shade(mode, owner, share)


def disputed(mode: str, name: str) -> bool:
    """Whether nobody holds enough of an area for maps to agree; muscles are not mapped on skin."""
    return name in load_atlas().areas and next(iter(shares(mode, name).values())) < AGREED


@cache
def mixture(mode: str, name: str) -> Mixture:
    """Stripes of a disputed place; `key` is the same for the same stripes."""
    (first, most), (second, less), *_ = shares(mode, name).items()
    double = most > 1.5 * less
    key = f"{short(mode, first)}-{short(mode, second)}{'-2' if double else ''}"
    return Mixture(key, first, second, double)


def _told(owner: str, share: float) -> str:
    return owner if share == 1 else f"{owner} {share:.0%}"


@cache
def _territory(mode: str, name: str) -> Look:
    held = shares(mode, name)
    told = f"{name}: " + ", ".join(_told(owner, share) for owner, share in held.items())
    text = short(mode, next(iter(held)))
    if disputed(mode, name):
        told += "; maps disagree here"
        return Look(f"@{mixture(mode, name).key}", "disputed", told, text)
    ground = _colour(mode, name)
    return Look(ground, "", told, text, palette.text_on(ground))
