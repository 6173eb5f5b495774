"""A slow oracle of the state calculation: one bundle at a time, in plain Python, from the atlas's words.

It knows nothing of tables, rounds or columns: it takes a lesion as it is told, walks the names of a bundle's path,
and multiplies what is left. The fast calculation must say the same to 1e-5.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from math import erf, exp, log, sqrt

import numpy as np
import pytest

from lumbosacral.atlas.load import load_atlas
from lumbosacral.atlas.records import KINDS
from lumbosacral.forward import Everything
from lumbosacral.injury.lesion import Lesion, lesions_of
from lumbosacral.lesioned import read_lesions
from lumbosacral.wiring.listening import Part, the_listening
from lumbosacral.wiring.universe import the_universe

ATLAS = load_atlas()
LAWS = ATLAS.laws
VARIANT = "ganglion in the canal"
ALONG = "polyneuropathy, length-dependent"
CASES = 30


@dataclass(frozen=True)
class Line:
    """A bundle in words."""

    number: int
    kind: str
    organ: str
    names: tuple[str, ...]
    body: int
    near: tuple[float, ...]
    far: tuple[float, ...]


@cache
def lines() -> tuple[Line, ...]:
    universe = the_universe()
    out = []
    for b, path in enumerate(universe.paths):
        names = tuple(universe.segments[s] for s in path)
        kind, way = KINDS[universe.kind[b]], universe.ways[universe.way[b]]
        place = ATLAS.fibres[kind].cell_body
        body = next(i for i, name in enumerate(names) if ATLAS.segments[name].cell_body == place)
        out.append(Line(b, kind, way.organ, names, body, *_distances(names, body, way.branch_mm)))
    return tuple(out)


def _distances(
    names: tuple[str, ...], body: int, branch_mm: float
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Distance of the near and the far end of each segment from the middle of the cell body's segment."""
    muscle = "motor branch" in names
    long = [
        branch_mm if muscle and name == "motor branch" else ATLAS.segments[name].length_mm
        for name in names
    ]
    half = long[body] / 2
    near, far = [0.0] * len(names), [0.0] * len(names)
    near[body] = far[body] = half
    walked = half
    for i in range(body + 1, len(names)):
        near[i], far[i] = walked, walked + long[i]
        walked += long[i]
    walked = half
    for i in range(body - 1, -1, -1):
        near[i], far[i] = walked, walked + long[i]
        walked += long[i]
    return tuple(near), tuple(far)


# --- what is listened to, in words


def stretches() -> Iterator[tuple[tuple[str, ...], Line, int, int]]:
    """(test, bundle, first, last): every stretch of every test."""
    for line in lines():
        end = len(line.names) - 1
        arc = [i for i, name in enumerate(line.names) if ATLAS.segments[name].arc]
        if line.kind == "alpha":
            branch = line.names.index("motor branch")
            yield ("drive",), line, 0, line.body - 1
            yield ("axon",), line, line.body, branch
            yield ("end",), line, branch + 1, end
        else:
            yield ("afferent", line.kind), line, 0, end
        if line.kind in {"Ia", "touch", "pin"}:
            yield ("arc", line.kind), line, max(arc), end
        yield from _studied(line)


def _studied(line: Line) -> Iterator[tuple[tuple[str, ...], Line, int, int]]:
    names = line.names
    if line.kind == "alpha":
        for study in ATLAS.motor.values():
            for number, site in enumerate(study.sites):
                starts = [names.index(s) for s in site.from_ if s in names]
                if study.muscle == line.organ and starts:
                    at = ("motor", study.name, str(number))
                    yield at, line, max(starts), names.index("motor branch")
    for study in ATLAS.sensory.values():
        if line.kind == "touch" and set(study.through) <= set(names):
            at = [names.index(s) for s in study.through]
            yield ("sensory", study.name), line, min(at), max(at)
    for late in ATLAS.late.values():
        if late.muscle != line.organ:
            continue
        if late.kind == "F" and line.kind == "alpha":
            yield ("late", late.name), line, line.body, names.index("motor branch")
        ends = [names.index(s) for s in late.from_ if s in names]
        if late.kind == "H" and line.kind == "Ia" and ends:
            yield ("late", late.name), line, 0, max(ends)


def table() -> dict[tuple[str, ...], Part]:
    """The same parts in the fast table."""
    ear = the_listening()
    parts: dict[tuple[str, ...], Part] = {
        ("drive",): ear.drive,
        ("axon",): ear.axon,
        ("end",): ear.end,
    }
    parts |= {("afferent", kind): part for kind, part in ear.afferent.items()}
    parts |= {("arc", kind): part for kind, part in ear.arc.items()}
    for name, sites in ear.motor.items():
        parts |= {("motor", name, str(i)): part for i, part in enumerate(sites)}
    parts |= {("sensory", name): part for name, part in ear.sensory.items()}
    return parts | {("late", name): part for name, part in ear.late.items()}


@cache
def columns() -> dict[tuple[tuple[str, ...], int], int]:
    """Column of the fast table by test and bundle."""
    return {
        (test, int(bundle)): part.at.start + i
        for test, part in table().items()
        for i, bundle in enumerate(part.bundle)
    }


def test_the_table_holds_the_stretches_that_the_atlas_names() -> None:
    ear = the_listening().stretches
    told = {(test, line.number): (first, last) for test, line, first, last in stretches()}
    assert told.keys() == columns().keys()
    assert len(told) == len(ear)
    for key, column in columns().items():
        assert told[key] == (ear.first[column], ear.last[column]), key


# --- the clocks


def ramp(days: float, points: list[tuple[float, float]]) -> float:
    """Straight lines between the points."""
    at = bisect_right([x for x, _ in points], days)
    if at == 0 or at == len(points):
        return points[max(0, at - 1)][1]
    (x0, y0), (x1, y1) = points[at - 1], points[at]
    return y0 + (y1 - y0) * (days - x0) / (x1 - x0)


def number(group: str, key: str) -> float:
    return float(LAWS[group][key])


def silent(days: float, kind: str) -> float:
    law = LAWS["wallerian"][ATLAS.fibres[kind].direction]  # type: ignore[index]
    points = [("begin_days", 0.0), ("half_days", 0.5), ("end_days", 1.0)]
    return ramp(days, [(float(law[key]), share) for key, share in points])


def regrown(days: float, gap: float) -> float:
    per_day = number("regrowth", "mm_per_day")
    way, grown = max(gap, 5), max(days - number("regrowth", "delay_days"), 0) * per_day
    if grown == 0:
        return 0.0
    z = (log(grown) - log(way)) / number("regrowth", "spread_log")
    late = number("regrowth", "muscle_window_days") - way / per_day
    window = 1 / (1 + exp(-late / number("regrowth", "window_width_days")))
    return number("regrowth", "success") * 0.5 * (1 + erf(z / sqrt(2))) * window


def fibrillating(days: float, stump: float) -> float:
    near = number("fibrillation", "begin_days_at_zero_mm")
    slope = (number("fibrillation", "begin_days_at_800_mm") - near) / 800
    begin = near + slope * min(stump, 1200)
    risen = ramp(days, [(begin, 0), (begin + number("fibrillation", "rise_days"), 1)])
    return risen * 0.5 ** (days / number("fibrillation", "fade_half_days"))


def sprouted(days: float) -> float:
    law = LAWS["sprouting"]
    return ramp(days, [(float(law["begin_days"]), 0), (float(law["full_days"]), 1)])


def half(days: float, group: str, delay: str | None = None) -> float:
    since = max(days - (number(group, delay) if delay else 0), 0)
    return float(0.5 ** (since / number(group, "half_days")))


# --- one stretch after one lesion


@dataclass
class Left:
    present: float = 1.0
    open: float = 1.0
    delay_ms: float = 0.0
    original: float = 1.0
    quiet: float = 1.0
    reach: float = 1.0
    full: float = 1.0

    def strike(self, cut: float, blocked: float, slowed: float, grown: float, days: float) -> None:
        self.present *= 1 - cut + cut * grown
        standing = max(1 - cut, 1e-6)
        self.open *= 1 - min(1.0, blocked * half(days, "block", "delay_days") / standing)
        self.delay_ms += slowed * number("slowing", "delay_ms") * half(days, "remyelination")
        self.original *= 1 - cut

    def orphan(self, share: float, days: float, stump: float) -> None:
        self.quiet *= 1 - share * fibrillating(days, stump)
        self.reach *= 1 - share * (1 - sprouted(days))
        self.full *= 1 - share * (1 - half(days, "wasting", "begin_days"))


def harmed(lesion: Lesion, line: Line, severity: float) -> float:
    return severity * lesion.fibres.get(line.kind, 1.0)


def after(
    lesions: tuple[Lesion, ...],
    side: str,
    variants: tuple[str, ...],
    line: Line,
    first: int,
    last: int,
) -> Left:
    left = Left()
    for lesion in lesions:
        if side not in lesion.sides:
            continue
        hit = lesion.strikes
        for name in variants:
            hit = lesion.by_variant.get(name, hit)
        for segment in hit:
            if segment in line.names:
                _cut(left, lesion, line, line.names.index(segment), first, last)
        if lesion.reach_mm and not hit:
            _dying_back(left, lesion, line, first, last)
    return left


def _cut(left: Left, lesion: Lesion, line: Line, at: int, first: int, last: int) -> None:
    kind = {key: float(value) for key, value in LAWS["kinds"][lesion.kind].items()}
    inside = first <= at <= last
    own = all(ATLAS.segments[line.names[i]].neuron == "own" for i in (at, first, last))
    upstream = line.body <= at < first or last < at <= line.body
    if not inside and not (own and upstream):
        return
    share = harmed(lesion, line, lesion.fascicles.get(line.organ, lesion.severity))
    place = line.near[at] + lesion.fraction * (line.far[at] - line.near[at])
    gap = max(max(line.far[first : last + 1]) - place, 0)
    grown = kind.get("tubes", 0.9) * regrown(lesion.days, gap) if at >= line.body else 0.0
    cut = share * kind.get("loss", 0) * (1 if inside else silent(lesion.days, line.kind))
    crossing = 1.0 if inside else 0.0
    blocked, slowed = (share * kind.get(key, 0) * crossing for key in ("block", "slow"))
    left.strike(cut, blocked, slowed, grown, lesion.days)
    left.orphan(cut * (1 - grown) * crossing, lesion.days, gap)


def _dying_back(left: Left, lesion: Lesion, line: Line, first: int, last: int) -> None:
    kind = {key: float(value) for key, value in LAWS["kinds"][lesion.kind].items()}
    far = max(line.far[first : last + 1])
    far += float(LAWS["field"]["nearer_mm"].get(line.kind, 0))
    beyond = 1 / (1 + exp(-(far - lesion.reach_mm) / number("field", "steepness_mm")))
    share = harmed(lesion, line, lesion.severity * beyond)
    mm = sum(abs(line.far[i] - line.near[i]) for i in range(first, last + 1))
    met = min(mm / number("field", "block_mm"), 1)
    cut = share * kind.get("loss", 0)
    left.strike(
        cut, share * kind.get("block", 0) * met, share * kind.get("slow", 0) * met, 0, lesion.days
    )
    left.orphan(cut, lesion.days, 0)


# --- the comparison


def drawn(case: int) -> tuple[tuple[Lesion, ...], tuple[str, ...]]:
    """One or two lesions anywhere, of any kind and age, with fascicles and fibres of their own."""
    rng = np.random.default_rng([20, case])
    placed = [name for name, site in ATLAS.sites.items() if site.strikes]
    out: list[Lesion] = []
    for _ in range(rng.integers(1, 3)):
        site = placed[rng.integers(len(placed))] if rng.random() < 0.8 else ALONG
        organs = [*ATLAS.weights, *ATLAS.areas]
        some = rng.choice(organs, 5) if site != ALONG and rng.random() < 0.5 else []
        of_kinds = rng.choice(KINDS, 2) if rng.random() < 0.5 else []
        out += lesions_of(
            ATLAS,
            site,
            severity=float(rng.choice([0, 1, rng.random()], p=[0.05, 0.25, 0.7])),
            kind=str(rng.choice([k for k in LAWS["kinds"] if k != "sources"])),
            days=float(rng.choice([0, 3, 8, 30, 100, 400, rng.uniform(0, 1000)])),
            side=str(rng.choice(["left", "right", "both"])),
            fraction=float(rng.random()),
            fascicles={str(o): float(rng.uniform(0.01, 0.99)) for o in some},
            fibres={str(k): float(rng.random()) for k in of_kinds},
        )
    return tuple(out), (VARIANT,) if case % 4 == 1 else ()


@pytest.mark.parametrize("case", range(CASES))
def test_the_fast_state_is_the_slow_one(case: int) -> None:
    lesions, variants = drawn(case)
    seen = read_lesions(the_listening(), lesions, variants).everything
    found: dict[tuple[str, tuple[str, ...], int], Left] = {}
    off: list[str] = []
    for leg, side in enumerate(("left", "right")):
        for test, line, first, last in stretches():
            slow = after(lesions, side, variants, line, first, last)
            found[side, test, line.number] = slow
            column = columns()[test, line.number]
            for name, value in vars(slow).items():
                fast = getattr(seen.state, name)
                if column < fast.shape[1] and abs(float(fast[leg, column]) - value) > 1e-5:
                    off.append(
                        f"{side} {test} {line.names[-4]}: {name} {fast[leg, column]} {value}"
                    )
    assert off == []
    _readings(seen, found)


def _readings(seen: Everything, found: dict[tuple[str, tuple[str, ...], int], Left]) -> None:
    """Feeling, sensory and distal motor amplitudes and strength as sums over bundles, one at a time."""
    for leg, side in enumerate(("left", "right")):
        share = {line.number: float(seen.state.legs.share[leg, line.number]) for line in lines()}

        def works(at: tuple[str, ...], b: int, side: str = side) -> float:
            return found[side, at, b].present * found[side, at, b].open

        for i, area in enumerate(ATLAS.areas):
            mine = [x.number for x in lines() if x.organ == area and x.kind == "touch"]
            felt = sum(share[b] * works(("afferent", "touch"), b) for b in mine)
            assert seen.touch[leg, i] == pytest.approx(felt, abs=1e-5), area
        for i, study in enumerate(ATLAS.sensory):
            mine = [b for s, test, b in found if s == side and test == ("sensory", study)]
            ways = the_universe().way
            weight = {b: share[b] * the_universe().ways[ways[b]].fibres for b in mine}
            heard = sum(weight[b] * works(("sensory", study), b) for b in mine)
            amplitude = heard / sum(weight.values())
            assert seen.conduction.sensory[leg, i] == pytest.approx(amplitude, abs=1e-5), study
        for i, muscle in enumerate(the_universe().muscles):
            mine = [x.number for x in lines() if x.organ == muscle and x.kind == "alpha"]
            power = sum(
                share[b] * works(("drive",), b) * works(("axon",), b) * works(("end",), b)
                for b in mine
            )
            alive = sum(share[b] * found[side, ("axon",), b].present for b in mine)
            ripe = sum(share[b] * found[side, ("axon",), b].reach for b in mine) - alive
            uncut = sum(share[b] * found[side, ("axon",), b].original for b in mine)
            most = number("sprouting", "largest_unit") - 1
            power *= 1 + min(ripe, most * uncut) / max(alive, 1e-6)
            assert seen.strength.strength[leg, i] == pytest.approx(min(power, 1), abs=1e-4), muscle
