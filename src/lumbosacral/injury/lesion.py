"""Lesions in words: where, how hard, of what kind, how long ago; and the strokes they are."""

import math
from dataclasses import dataclass, field

import numpy as np

from lumbosacral.atlas.load import Atlas
from lumbosacral.atlas.names import nearest
from lumbosacral.atlas.records import KINDS
from lumbosacral.errors import LesionError, UnknownName
from lumbosacral.injury.clocks import Laws
from lumbosacral.injury.place import place_of
from lumbosacral.injury.strokes import ALONG, EDGE, Strokes, strokes
from lumbosacral.wiring.leaning import lean
from lumbosacral.wiring.universe import Universe

SIDES = ("left", "right")


@dataclass(frozen=True)
class Lesion:
    """One lesion of one side or both.

    Attributes
    ----------
    where : str
        Canonical name of the place.
    structure : str
        Structure of the closed list that it belongs to.
    strikes : tuple of str
        Segments struck; empty for disease along the length.
    by_variant : dict
        Segments struck instead in a leg with the variant of that name.
    severity : float
        Share of the fibres harmed, 0 to 1.
    kind : str
        A kind of harm of `laws.yaml`.
    days : float
    sides : tuple of str
    fraction : float
        Place within the segment, 0 to 1.
    fascicles : dict
        Severity by end organ, where it differs from `severity`.
    fibres : dict
        Factor on the severity by fibre kind.
    leaning : dict
        Who suffers more, and who less: see `wiring.leaning`.
    reach_mm : float
        For disease along the length.
    """

    where: str
    structure: str
    strikes: tuple[str, ...]
    severity: float = 1.0
    kind: str = "loss"
    days: float = 30.0
    sides: tuple[str, ...] = ("left",)
    fraction: float = 0.5
    by_variant: dict[str, tuple[str, ...]] = field(default_factory=dict)
    fascicles: dict[str, float] = field(default_factory=dict)
    fibres: dict[str, float] = field(default_factory=dict)
    leaning: dict[str, float] = field(default_factory=dict)
    reach_mm: float = 0.0
    note: str = ""


def _share(value: float, name: str) -> float:
    if not math.isfinite(value) or not 0 <= value <= 1:
        raise LesionError(f"{name} is {value:g}", where=name, mend="give a number from 0 to 1")
    return float(value)


def lesions_of(
    atlas: Atlas,
    where: str,
    *,
    severity: float = 1.0,
    kind: str = "loss",
    days: float = 30.0,
    side: str | None = None,
    fraction: float = 0.5,
    fascicles: dict[str, float] | None = None,
    fibres: dict[str, float] | None = None,
) -> tuple[Lesion, ...]:
    """Lesions named by `where`, several joined by " + ".

    Raises
    ------
    LesionError
        If a number, the kind or the side is out of range.
    UnknownName
        If a place, an end organ or a fibre kind is not known.
    """
    laws = Laws(atlas.laws)
    if kind not in laws.kinds:
        raise LesionError(
            f"unknown kind {kind!r}", where="kind", mend=f"one of {', '.join(laws.kinds)}"
        )
    if not math.isfinite(days) or days < 0:
        raise LesionError(
            f"days is {days:g}", where="days", mend="give days since onset, 0 or more"
        )
    if side not in (None, "both", *SIDES):
        raise LesionError(f"unknown side {side!r}", where="side", mend="one of left, right, both")
    organs = {*atlas.weights, *atlas.areas}
    for name in fascicles or {}:
        if name not in organs:
            raise UnknownName(name, nearest(name, organs), kind="muscle or skin area")
    for name in fibres or {}:
        if name not in KINDS:
            raise UnknownName(name, nearest(name, KINDS), kind="fibre kind")
    out = []
    for words in where.split(" + "):
        place = place_of(atlas, words)
        usual = SIDES if place.both else ("left",)
        out.append(
            Lesion(
                where=place.where,
                structure=place.structure,
                strikes=place.strikes,
                by_variant=place.by_variant,
                leaning=place.leaning,
                reach_mm=place.reach_mm,
                severity=_share(severity, "severity"),
                kind=kind,
                days=float(days),
                sides=usual if side is None else (SIDES if side == "both" else (side,)),
                fraction=_share(fraction, "fraction (a place past the end of the nerve)"),
                fascicles={n: _share(v, n) for n, v in (fascicles or {}).items()},
                fibres={n: _share(v, n) for n, v in (fibres or {}).items()},
                note=place.note,
            )
        )
    return tuple(out)


def strokes_of(
    universe: Universe, lesions: tuple[Lesion, ...], variants: tuple[str, ...] = ()
) -> Strokes:
    """Strokes of the lesions on the two legs of one person: leg 0 is left, leg 1 is right."""
    laws = Laws(universe.atlas.laws)
    rows: list[tuple[int, int, Lesion]] = []
    for lesion in lesions:
        struck = lesion.strikes
        for name in variants:
            struck = lesion.by_variant.get(name, struck)
        segments = [universe.segment_index[name] for name in struck]
        if lesion.reach_mm and not segments:
            segments = [ALONG]
        rows += [(SIDES.index(s), g, lesion) for s in lesion.sides for g in segments]
    of = [lesion for _, _, lesion in rows]
    harm = [laws.kind(lesion.kind) for lesion in of]

    def column(values: list[float]) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
        return np.array(values, np.float32)

    exposure = np.array([[x.fibres.get(k, 1.0) for k in KINDS] for x in of], np.float32)
    return strokes(
        np.array([leg for leg, _, _ in rows], np.intp),
        np.array([segment for _, segment, _ in rows], np.intp),
        column([_base(lesion) for lesion in of]),
        len(universe.ways),
        loss=column([h.get("loss", 0.0) for h in harm]),
        block=column([h.get("block", 0.0) for h in harm]),
        slow=column([h.get("slow", 0.0) for h in harm]),
        tubes=column([h.get("tubes", 0.9) for h in harm]),
        days=column([lesion.days for lesion in of]),
        fraction=column([lesion.fraction for lesion in of]),
        reach_mm=column([lesion.reach_mm for lesion in of]),
        exposure=exposure.reshape(len(rows), len(KINDS)),
        tilt=np.array([_tilt(universe, x) for x in of], np.float32).reshape(
            len(rows), len(universe.ways)
        ),
    )


def _base(lesion: Lesion) -> float:
    """Severity as given; kept off 0 and 1 where fascicles have severities of their own."""
    if not lesion.fascicles and not lesion.leaning:
        return lesion.severity
    return min(max(lesion.severity, EDGE), 1 - EDGE)


def _tilt(universe: Universe, lesion: Lesion) -> list[float]:
    """Offset by way: how the place leans, and what turns the severity into the one given for an end organ."""
    out = [float(x) for x in lean(universe, lesion.leaning)]
    base = min(max(lesion.severity, EDGE), 1 - EDGE)
    for i, way in enumerate(universe.ways):
        if way.organ in lesion.fascicles:
            wanted = min(max(lesion.fascicles[way.organ], EDGE), 1 - EDGE)
            out[i] = math.log(wanted / (1 - wanted)) - math.log(base / (1 - base))
    return out
