"""From lesions to the view: what changes on the pictures, and every reading in words."""

import gc
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from typing import Any, Final

from lumbosacral.comparison import Difference, laid_side_by_side
from lumbosacral.draw.patch import plexus_patch
from lumbosacral.draw.plexus import plexus_svg
from lumbosacral.draw.view import view_of
from lumbosacral.injury.lesion import Lesion
from lumbosacral.lesioned import Lesioned
from lumbosacral.report.words import percent
from lumbosacral.schemas import LesionDocument
from lumbosacral.web import body
from lumbosacral.web.assumed import variants_of
from lumbosacral.web.given import CompareGiven, Form, ForwardGiven, Leg, LesionGiven, PictureGiven
from lumbosacral.web.html import Markup
from lumbosacral.web.lesions import lesioned_of, shown
from lumbosacral.web.models import Apart, CompareShown, ForwardShown, PlexusShown, Reading
from lumbosacral.web.pair import pair_panel
from lumbosacral.web.panels import apart_panel, readings_panel

__all__ = [
    "apart",
    "compared",
    "examination",
    "forwarded",
    "kept_picture",
    "leg_of",
    "plexus_shown",
    "told",
    "warm",
]

HEALTHY: Final = "Healthy: every reading is normal."
FELT, NUMB = 0.9, 0.5
NAMED = 5
DIFFERENCES = 60


def warm() -> None:
    """Cut one nerve and draw the sheets that are seen first, so that nobody waits for them.

    What is in memory then stays: looking through all of it for rubbish would hold up an answer.
    """
    first = next(iter(body.GROUPS.values()))
    for name in first:
        body.sheet_of(name, "left")
    forwarded(ForwardGiven(lesions=[LesionGiven(where="sciatic nerve, gluteal")], sheets=[*first]))
    gc.collect()
    gc.freeze()


def leg_of(side: str) -> Leg:
    """The leg that is shown."""
    return "right" if side == "right" else "left"


def forwarded(given: ForwardGiven) -> ForwardShown:
    """Return everything that lesions change.

    Raises
    ------
    InputError
        If a place is not known.
    """
    variants, side = variants_of(given.variants), leg_of(given.side)
    found = lesioned_of(given.lesions, given.side, given.days, variants)
    leg = found.sides[side]
    rows: dict[str, list[Reading]] = {name: list(READ[name](leg)) for name in given.open}
    return ForwardShown(
        lesions=[shown(one) for one in found.lesions] if given.lesions else [],
        side=side,
        days=given.days,
        variants=list(variants),
        sentence=_in_whom(told(found, side) if given.lesions else HEALTHY, variants),
        plexus=plexus_shown(found, side, given.form, variants),
        body=body.patch_of(leg, side, given.sheets, given.mode),
        readings=rows,
        tables={name: readings_panel(listed) for name, listed in rows.items()},
        whole=LesionDocument.model_validate(found.to_dict()) if given.whole else None,
    )


def plexus_shown(
    found: Lesioned, side: Leg, form: Form, variants: tuple[str, ...] = ()
) -> PlexusShown:
    """Return what changes on the plexus picture."""
    patch = plexus_patch(view_of(found, side=side), form, variants)
    return PlexusShown.model_validate(vars(patch))


def _in_whom(said: str, variants: tuple[str, ...]) -> str:
    """Say first in whom, where that is not the typical adult."""
    return f"In an adult with {', '.join(variants)}. {said}" if variants else said


def told(found: Lesioned, side: str) -> str:
    """Say the lesion and its main consequences in a sentence or two."""
    lesions = "; ".join(
        f"{one.where}, {' and '.join(one.sides)}: {_extent(one)}" for one in found.lesions
    )
    leg = found.sides[side]
    weak = [(m["mrc"], name) for name, m in leg["movements"].items() if m["mrc"] != "5"]
    weak.sort(key=lambda pair: pair[0])
    numb = [name for name, felt in leg["skin"].items() if felt < NUMB]
    reflexes = [f"{name} {word}" for name, word in leg["reflexes"].items() if word != "normal"]
    said = [
        _some("Weak", [f"{name} {grade}" for grade, name in weak]),
        _some("Numb", numb),
        _some("Reflexes", reflexes),
    ]
    rest = " ".join(part for part in said if part) or "Nothing is lost on examination."
    return f"{lesions[:1].upper()}{lesions[1:]}. {rest}"


def _extent(one: Lesion) -> str:
    return f"{one.kind} of {percent(one.severity)} of the fibres, day {one.days:g}"


def _some(head: str, items: list[str]) -> str:
    more = f" and {len(items) - NAMED} more" if len(items) > NAMED else ""
    return f"{head}: {', '.join(items[:NAMED])}{more}." if items else ""


def examination(leg: Mapping[str, Any]) -> Iterator[Reading]:
    """Every reading of the examination, in its order."""
    for test, key in (("movement", "movements"), ("muscle", "muscles")):
        for name, strength in leg[key].items():
            yield _line(test, name, strength["mrc"], "5")
    for name, felt in leg["skin"].items():
        yield Reading(test="skin", of=name, value=f"{felt:.0%} felt", normal=felt >= FELT)
    for test, key, normal in (
        ("reflex", "reflexes", "normal"),
        ("sign", "signs", "negative"),
        ("task", "tasks", "pass"),
        ("gait", "gait", "negative"),
        ("autonomic", "autonomic", "normal"),
    ):
        for name, word in leg[key].items():
            yield _line(test, name, word, normal)


def kept_picture(given: PictureGiven) -> str:
    """Draw the plexus as a document of its own, with title and key.

    Raises
    ------
    InputError
        If a place is not known.
    """
    variants, side = variants_of(given.variants), leg_of(given.side)
    found = lesioned_of(given.lesions, given.side, given.days, variants)
    title = " + ".join(one.where for one in found.lesions) if given.lesions else "Plexus"
    extents = map(_extent, found.lesions if given.lesions else ())
    under = "; ".join(filter(None, (*extents, ", ".join(variants))))
    return plexus_svg(view_of(found, title, under, given.halos, side))


def _line(test: str, name: str, value: str, normal: str) -> Reading:
    return Reading(test=test, of=name, value=value, normal=value == normal)


def _conduction(studies: dict[str, dict[str, Any]]) -> Iterator[Reading]:
    for name, study in studies.items():
        figures = [
            f"{study[key]:.{digits}f} {unit}"
            for key, unit, digits in (
                ("amplitude_mv", "mV", 1),
                ("amplitude_uv", "µV", 0),
                ("distal_latency_ms", "ms", 1),
                ("latency_ms", "ms", 1),
                ("velocity_m_per_s", "m/s", 0),
            )
            if study.get(key) is not None
        ]
        if study["reading"] == "block":
            figures.insert(1, f"from above {study['proximal_amplitude_mv']:.1f} mV")
        said = ", ".join([study["reading"], *figures])
        yield Reading(test="conduction", of=name, value=said, normal=study["reading"] == "normal")


def _needle(muscles: dict[str, dict[str, Any]]) -> Iterator[Reading]:
    for name, read in muscles.items():
        said = (
            f"spontaneous {read['spontaneous']}, recruitment {read['recruitment']}, "
            f"reinnervation {read['reinnervation']}"
        )
        quiet = (read["spontaneous"], read["recruitment"], read["reinnervation"])
        yield Reading(test="needle", of=name, value=said, normal=quiet == ("0", "normal", "none"))


READ: Final[dict[str, Callable[[Mapping[str, Any]], Iterator[Reading]]]] = {
    "examination": examination,
    "conduction": lambda leg: _conduction(leg["ncs"]),
    "needle": lambda leg: _needle(leg["emg"]),
}


def compared(given: CompareGiven) -> CompareShown:
    """Return what separates two lesions.

    Raises
    ------
    InputError
        If a place is not known.
    """
    variants, side = variants_of(given.variants), leg_of(given.side)
    first, second = (
        lesioned_of(lesions, given.side, given.days, variants)
        for lesions in (given.first, given.second)
    )
    rows = [apart(row) for row in laid_side_by_side(first, second).differences[:DIFFERENCES]]
    heads = ("first", "second")
    return CompareShown(
        first=_in_whom(told(first, side), variants),
        second=_in_whom(told(second, side), variants),
        panel=Markup(pair_panel(first, second, side, variants) + apart_panel(rows, side, heads)),
        differences=rows,
    )


def apart(row: Difference) -> Apart:
    """One row of a comparison."""
    return Apart(**asdict(row))
