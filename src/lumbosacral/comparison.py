"""What separates two places of a lesion: both read forward, and laid side by side."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lumbosacral.examination.grades import as_mrc, grade
from lumbosacral.examination.reflexes import reflex_word
from lumbosacral.examination.signs import task_word
from lumbosacral.injury.lesion import SIDES
from lumbosacral.lesioned import Lesioned, lesion

__all__ = ["Compared", "Difference", "compare", "laid_side_by_side"]

NOTICED = 0.1
"""Difference, as a share of what a test can show, below which the test is not listed."""


@dataclass(frozen=True)
class Difference:
    """One test that reads the two lesions differently.

    Attributes
    ----------
    test, of, side : str
    first, second : str
        Readings in the first and in the second lesion.
    apart : float
        How far apart they are, as a share of what the test can show at all: 0 to 1.
    """

    test: str
    of: str
    side: str
    first: str
    second: str
    apart: float


@dataclass(frozen=True)
class Compared:
    """Two lesions of a typical adult, and the tests that separate them, the best one first."""

    first: Lesioned
    second: Lesioned
    differences: tuple[Difference, ...]


@dataclass(frozen=True)
class _Reading:
    """A reading in words, and the shares of normal it rests on."""

    said: str
    shares: tuple[float, ...]


def compare(
    first: str, second: str, *, severity: float = 1.0, kind: str = "loss", days: float = 30.0,
    side: str | None = None,
) -> Compared:  # fmt: skip
    """Lesion a typical adult twice and list the tests that read differently.

    Parameters
    ----------
    first, second : str
        As `where` in `lesion`.
    severity, kind, days, side
        As in `lesion`, the same for both.

    Returns
    -------
    Compared
        Differences from the largest to the smallest; of equal ones that which costs less comes
        first: examination, then conduction, then needle. None where no test separates the two.

    Raises
    ------
    InputError
        If a name is unknown or a number out of range.
    """
    a = lesion(first, severity=severity, kind=kind, days=days, side=side)
    b = lesion(second, severity=severity, kind=kind, days=days, side=side)
    return laid_side_by_side(a, b)


def laid_side_by_side(a: Lesioned, b: Lesioned) -> Compared:
    """List the tests that two lesioned adults read differently, as `compare` does."""
    found: list[Difference] = []
    for leg, which in enumerate(SIDES):
        theirs = dict(_readings(b, leg))
        for (test, of), mine in _readings(a, leg):
            apart = _apart(mine, theirs[test, of])
            if apart >= NOTICED:
                found.append(Difference(test, of, which, mine.said, theirs[test, of].said, apart))
    return Compared(a, b, tuple(sorted(found, key=lambda row: -row.apart)))


def _apart(a: _Reading, b: _Reading) -> float:
    if a.said == b.said:
        return 0.0
    return round(max(min(abs(x - y), 1.0) for x, y in zip(a.shares, b.shares, strict=True)), 4)


def _readings(lesioned: Lesioned, leg: int) -> Iterator[tuple[tuple[str, str], _Reading]]:
    """Every reading of one leg, in the order of their cost."""
    yield from _strength(lesioned, leg)
    yield from _examined(lesioned, leg)
    yield from _conduction(lesioned, leg)
    words, needle = lesioned.sides[SIDES[leg]]["emg"], lesioned.everything.needle
    for i, (name, said) in enumerate(words.items()):
        shares = float(needle.fibrillating[leg, i]), float(needle.units[leg, i])
        text = f"spontaneous {said['spontaneous']}, recruitment {said['recruitment']}"
        yield ("emg", name), _Reading(text, shares)


def _strength(lesioned: Lesioned, leg: int) -> Iterator[tuple[tuple[str, str], _Reading]]:
    universe = lesioned.everything.state.listening.universe
    strength, movements = lesioned.everything.strength, universe.atlas.movements
    tested = {muscle for movement in movements.values() for muscle in movement.shares}
    for names, shares in (
        (universe.muscles, strength.strength[leg]),
        (tuple(movements), strength.movements[leg]),
    ):
        grades = grade(universe.atlas.people, shares)
        for name, value in zip(names, grades, strict=True):
            if name in tested or name in movements:  # no hand can test what moves nothing
                yield ("strength", name), _Reading(as_mrc(float(value)), (float(value) / 5,))


def _examined(lesioned: Lesioned, leg: int) -> Iterator[tuple[tuple[str, str], _Reading]]:
    read = lesioned.everything
    atlas = read.state.listening.universe.atlas
    words = lesioned.sides[SIDES[leg]]
    for name, left in zip(atlas.areas, read.touch[leg], strict=True):
        yield ("sensation", name), _Reading(f"{left:.0%} felt", (float(left),))
    for name, gain in zip(atlas.reflexes, read.reflexes[leg], strict=True):
        yield ("reflex", name), _Reading(reflex_word(float(gain)), (float(gain),))
    for name, margin in zip(atlas.tasks, read.tasks[leg], strict=True):
        shown = min(max(float(margin), 0.0), 1.0)
        yield ("task", name), _Reading(task_word(float(margin)), (shown,))
    for test, key, amounts in (
        ("sign", "signs", read.signs[leg]),
        ("gait", "gait", read.gaits[leg]),
        ("autonomic", "autonomic", read.autonomic[leg]),
    ):
        for (name, said), amount in zip(words[key].items(), amounts, strict=True):
            yield (test, name), _Reading(said, (float(amount),))


def _conduction(lesioned: Lesioned, leg: int) -> Iterator[tuple[tuple[str, str], _Reading]]:
    """Amplitude from the distal and from the proximal site, and velocity, as shares of normal."""
    c, words = lesioned.everything.conduction, lesioned.sides[SIDES[leg]]["ncs"]
    atlas = lesioned.everything.state.listening.universe.atlas
    for i, name in enumerate(atlas.motor):
        distal, kept = float(c.motor[leg, i]), float(c.kept[leg, i])
        shares = distal, distal * kept, float(c.motor_speed[leg, i])
        yield ("ncs", name), _Reading(_amplitude(words[name], "amplitude_mv", "mV"), shares)
    for i, name in enumerate(atlas.sensory):
        shares = float(c.sensory[leg, i]), float(c.sensory_speed[leg, i]), 0.0
        yield ("ncs", name), _Reading(_amplitude(words[name], "amplitude_uv", "uV"), shares)
    for i, name in enumerate(atlas.late):
        yield ("ncs", name), _Reading(words[name]["reading"], (float(c.late[leg, i]), 0.0, 0.0))


def _amplitude(study: dict[str, Any], key: str, unit: str) -> str:
    value = f", {study[key]:.1f} {unit}" if study["reading"] != "absent" else ""
    return f"{study['reading']}{value}"
