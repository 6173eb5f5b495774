"""What was examined, as the pictures show it: grades, feeling and reflexes by name."""

from dataclasses import dataclass, field

from lumbosacral.examination.grades import as_mrc
from lumbosacral.findings import Reading, Understood
from lumbosacral.wiring.universe import the_universe

__all__ = ["Seen", "seen_of"]

GRADES = {"normal": "5", "absent": "0"}
UNGRADED = "w"
"""What is printed where weakness was found and not graded."""
FELT = {"normal": 1.0, "reduced": 0.4, "positive_symptom": 0.7, "absent": 0.0}
"""Shade of skin by the word that was said of it; a picture, not a figure."""


@dataclass
class Seen:
    """What was found, by name; what is not named was not examined."""

    grades: dict[str, str] = field(default_factory=dict)
    felt: dict[str, float] = field(default_factory=dict)
    reflexes: dict[str, str] = field(default_factory=dict)


def seen_of(reading: Reading) -> Seen:
    """Gather what a reading says of muscles, skin and reflexes; movements colour their muscles."""
    seen = Seen()
    for one in sorted(reading.understood, key=lambda one: one.kind != "movement"):
        if one.test == "strength":
            _strength(one, seen)
        elif one.test == "sensation" and one.value.word in FELT:
            seen.felt.update(dict.fromkeys(_areas(one), FELT[one.value.word]))
        elif one.test == "reflex":
            seen.reflexes.update(dict.fromkeys(one.targets, one.value.word or "normal"))
    return seen


def _strength(one: Understood, seen: Seen) -> None:
    universe = the_universe()
    said = as_mrc(one.value.grade) if one.value.grade is not None else None
    grade = said or GRADES.get(one.value.word, UNGRADED)
    muscles = one.targets
    if one.kind == "movement":
        movements = universe.atlas.movements
        muscles = tuple(
            m for name in one.targets if name in movements for m in movements[name].shares
        )
    known = [name for name in muscles if name in universe.muscles]
    seen.grades.update(dict.fromkeys(known, grade))


def _areas(one: Understood) -> list[str]:
    areas = the_universe().atlas.areas
    return [name for name in one.targets if name in areas]
