"""What a finding asks of a reading: for each target, the readings it draws on and the chance of what was said.

Nothing here knows of patients; a table from byte to chance is worked out once and kept.
"""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lumbosacral.atlas.load import Atlas
from lumbosacral.atlas.records import Norm
from lumbosacral.findings import Value
from lumbosacral.inference import chances
from lumbosacral.population.readings import Catalogue

NORMAL_WORDS = frozenset({"normal", "negative", "pass"})


@dataclass(frozen=True)
class Judge:
    """What is needed to judge a reading: the atlas, the scales of the readings, and the patient's age."""

    atlas: Atlas
    catalogue: Catalogue
    age_years: float | None

    @property
    def old(self) -> str:
        """Key of the age group in tables of healthy people."""
        return "over 60" if (self.age_years or 0) > 60 else "under 60"

    @property
    def age_factor(self) -> float:
        """Fall of normal amplitudes with age."""
        fall = float(self.atlas.observation["conduction"]["age_fall_per_decade"])
        return max(0.3, 1 - fall * max((self.age_years or 50) - 40, 0) / 10)

    def values(self, quantity: str, name: str) -> NDArray[np.float32]:
        """Value of each of the 256 codes of a reading."""
        return self.catalogue.columns[self.catalogue.index[quantity, name]].decode()


@dataclass(frozen=True)
class Asked:
    """What a finding asks of one target."""

    test: str
    kind: str
    modality: str
    value: Value
    target: str


@dataclass(frozen=True)
class Term:
    """One target of a finding: the readings it draws on and the chance of the value given each combination.

    `tables` are per reading (quantity, name, log chance by code or chance of abnormality); a needle or a study draws
    on several readings, whose chances of being normal multiply.
    """

    readings: tuple[tuple[str, str], ...]
    chance: NDArray[np.float64]
    """Chance of the value by code of the first reading, [256]; for several readings see `joint`."""
    joint: tuple[NDArray[np.float64], ...] = ()
    """Chance that each reading alone is unremarkable, by code, [256] each."""


@lru_cache(maxsize=20_000)
def term_of(judge: Judge, asked: Asked) -> Term | None:
    """Readings and chances of one target; None where the model has no reading for it."""
    reader = _READERS.get((asked.test, asked.kind)) or _READERS.get(("", asked.kind))
    return reader(judge, asked) if reader is not None else None


def _strength(judge: Judge, asked: Asked) -> Term | None:
    value, target = asked.value, asked.target
    quantity = "muscle" if asked.kind == "muscle" else "movement"
    if (quantity, target) not in judge.catalogue.index:
        return None
    share = judge.values(quantity, target)
    people, o = judge.atlas.people, judge.atlas.observation
    chance = chances.strength(o, people, share, value.word, value.grade, value.degree)
    muscle = judge.atlas.muscles.get(target) if asked.kind == "muscle" else None
    if muscle is not None:
        missed = float(o["strength"]["unnoticed"].get(muscle.compartment, 0))
        fine = value.word in NORMAL_WORDS or (value.grade or 0) > 4.9
        chance = missed + (1 - missed) * chance if fine else (1 - missed) * chance
    return Term(((quantity, target),), chance)


def _skin(judge: Judge, asked: Asked) -> Term | None:
    value, target = asked.value, asked.target
    quantity = "pin" if asked.modality == "pin" else "touch"
    felt = judge.values(quantity, target)
    if asked.test == "pain":
        return Term(((quantity, target),), chances.pain(judge.atlas.observation, felt, value.word))
    return Term(((quantity, target),), chances.sensation(judge.atlas.observation, felt, value.word))


def _reflex(judge: Judge, asked: Asked) -> Term | None:
    value, target = asked.value, asked.target
    healthy = judge.atlas.reflexes[target].absent_in_healthy[judge.old]
    gain = judge.values("reflex", target)
    chance = chances.reflex(judge.atlas.observation, gain, value.word, healthy)
    return Term((("reflex", target),), chance)


def _sign(judge: Judge, asked: Asked) -> Term | None:
    value, target = asked.value, asked.target
    atlas = judge.atlas
    found = value.word not in {*NORMAL_WORDS, "absent"}
    if target in atlas.signs:
        amount = judge.values("sign", target)
        chance = chances.sign(atlas.observation, atlas.signs[target], amount, found)
        return Term((("sign", target),), chance)
    if target in atlas.autonomic:
        lost = 1 - judge.values("autonomic", target)
        limit = 1 - atlas.autonomic[target].threshold
        chance = chances.threshold(atlas.observation["autonomic"], lost, limit, found)
        return Term((("autonomic", target),), chance)
    return None


def _task(judge: Judge, asked: Asked) -> Term | None:
    value, target = asked.value, asked.target
    margin = judge.values("task", target)
    return Term((("task", target),), chances.task(judge.atlas.observation, margin, value.word))


def _gait(judge: Judge, asked: Asked) -> Term | None:
    value, target = asked.value, asked.target
    found = value.word not in {*NORMAL_WORDS, "absent"}
    chance = chances.gait(judge.atlas.observation, judge.values("gait", target), found)
    return Term((("gait", target),), chance)


def _needle(judge: Judge, asked: Asked) -> Term | None:
    value, target = asked.value, asked.target
    people, o = judge.atlas.people, judge.atlas.observation
    names = tuple((q, target) for q in ("fibrillating", "units", "remodelled"))
    scale = judge.values(*names[0])
    idle, full = np.zeros_like(scale), np.ones_like(scale)
    muscle = judge.atlas.muscles.get(target)
    place = people["needle"]["short_path"]["compartment"]
    short = muscle is not None and muscle.compartment == place
    false = float(people["needle"]["false_positive"][judge.old])
    fibs, _ = chances.needle(o, people, scale, full, idle, short, false)
    _, thin = chances.needle(o, people, idle, scale, idle, short, 0.0)
    _, big = chances.needle(o, people, idle, full, scale, short, 0.0)
    if value.spontaneous is not None and value.word not in NORMAL_WORDS:
        return Term((names[0],), fibs if value.spontaneous > 0 else 1 - fibs)
    if value.recruitment and not value.word:
        return Term((names[1],), thin if value.recruitment != "normal" else 1 - thin)
    return Term(names, fibs, (1 - fibs, 1 - thin, 1 - big))


_UNIT_OF = {"velocity": "m/s", "latency": "ms"}


def _measured(value: Value, amplitude: str, latency: Norm | None) -> Value | None:
    """Take a bare figure as what it measures; None where there is no limit of normal for it.

    A latency counts by its limit, and not as an abnormality because it was measured.
    """
    if value.number is None or value.word:
        return value
    named = amplitude if value.quantity == "amplitude" else _UNIT_OF.get(value.quantity)
    unit = value.unit or named
    upper = value.limit or (latency.upper if latency is not None else None)
    if unit == "ms" and upper is not None:
        late = value.number > upper
        return Value(word="slow" if late else "normal", quantity="latency")
    return replace(value, unit=unit) if unit in {"uV", "mV", "m/s"} else None


def _by_own_limit(value: Value, limit: float | None) -> float:
    """Return a figure as it would be where the limit of normal is the atlas's: laboratories measure in their own ways.

    One measures an amplitude from peak to peak and calls 10 the least, another from the base line and calls 5 so.
    """
    number = value.number or 0.0
    if not value.limit or not limit or not 1 / ALIKE <= limit / value.limit <= ALIKE:
        return number
    return number * limit / value.limit


MOST = 1e5
"""No study measures more than this, whatever its unit."""
ALIKE = 4.0
"""Limits that differ by more than this are not of the same thing."""


def _study(judge: Judge, asked: Asked) -> Term | None:
    target, atlas = asked.target, judge.atlas
    if asked.value.number is not None and asked.value.number > MOST:
        return None
    if target in atlas.late:
        return _late(judge, asked.value, target)
    motor, sensory = atlas.motor.get(target), atlas.sensory.get(target)
    limits = atlas.observation["conduction"]
    if motor is not None and (value := _measured(asked.value, "mV", motor.latency_ms)):
        return _conduction(judge, value, target, ("motor", "kept", "motor speed"), 0.0,
                           float(limits["absent_mv"]), motor.amplitude_mv,
                           motor.velocity_m_per_s)  # fmt: skip
    if sensory is not None and (value := _measured(asked.value, "uV", None)):
        return _conduction(judge, value, target, ("sensory", "", "sensory speed"),
                           sensory.absent_in_healthy[judge.old], float(limits["absent_uv"]),
                           sensory.amplitude_uv, sensory.velocity_m_per_s)  # fmt: skip
    return None


def _conduction(
    judge: Judge,
    value: Value,
    target: str,
    quantities: tuple[str, str, str],
    absent_in_healthy: float,
    nothing: float,
    amplitude: Any,
    velocity: Any,
) -> Term:
    o, factor = judge.atlas.observation["conduction"], judge.age_factor
    size = judge.values(quantities[0], target)
    speed = judge.values(quantities[2], target)
    gone = chances.amplitude_below(amplitude, size, nothing, factor)
    gone = gone + (1 - gone) * absent_in_healthy * 0.5
    low = chances.amplitude_below(amplitude, size, amplitude.lower, factor)
    low = low + (1 - low) * absent_in_healthy
    low = low + (1 - low) * chances.compared(o, size)
    spread = float(o["velocity_cv"])
    slow = chances.normal_cdf(
        (velocity.lower / velocity.mean / np.maximum(speed, 0.02) - 1) / spread
    )
    first, last = (quantities[0], target), (quantities[2], target)
    if value.unit == "m/s" and value.number is not None:
        number = _by_own_limit(value, velocity.lower)
        z = (number / velocity.mean / np.maximum(speed, 0.02) - 1) / spread
        return Term((last,), np.exp(-0.5 * z**2))
    if value.unit in {"uV", "mV"} and value.number is not None:
        number = _by_own_limit(value, amplitude.lower)
        density = (
            gone if number <= 0 else chances.amplitude_density(amplitude, size, number, factor)
        )
        return Term((first,), density)
    if value.word == "absent":
        return Term((first,), gone)
    if value.word == "slow" or value.quantity in {"velocity", "latency"}:
        fine = value.word in NORMAL_WORDS
        return Term((last,), 1 - slow if fine else slow)
    if "block" in (value.word, value.quantity) and quantities[1]:
        kept = judge.values(quantities[1], target)
        if value.number is not None and value.unit in {"%", None}:
            z = (1 - value.number / 100 - kept) / float(o["drop_sd"])
            return Term(((quantities[1], target),), np.exp(-0.5 * z**2))
        block = 0.02 + 0.93 * chances.rise(
            -kept, -float(o["block_centre"]), float(o["block_width"])
        )
        return Term(((quantities[1], target),), 1 - block if value.word == "normal" else block)
    if value.word == "reduced" or value.quantity == "amplitude":
        fine = value.word in NORMAL_WORDS
        return Term((first,), 1 - low if fine else np.maximum(low - 0.6 * gone, 0.002))
    return Term((first, last), low, (1 - low, 1 - slow))


def _late(judge: Judge, value: Value, target: str) -> Term | None:
    study = judge.atlas.late[target]
    left, delay = judge.values("late", target), judge.values("delay", target)
    missing = study.absent_in_healthy.get(judge.old, 0.01)
    gone = chances.rise(-left, -0.15, 0.05)
    gone = gone + (1 - gone) * missing
    norm = study.latency_ms
    late = 1 - chances.normal_cdf(((norm.upper or norm.mean * 1.2) - norm.mean - delay) / norm.sd)
    weak = chances.rise(-left, -0.45, 0.08)
    weak = weak + (1 - weak) * missing
    if value.number is not None and value.unit not in {"ms", None} and not value.word:
        return None
    if value.number is not None and value.unit in {"ms", None}:
        z = (_by_own_limit(value, norm.upper) - norm.mean - delay) / norm.sd
        return Term((("delay", target),), np.exp(-0.5 * z**2))
    if value.word == "absent":
        return Term((("late", target),), gone)
    return Term((("late", target), ("delay", target)), weak, (1 - weak, 1 - late))


_READERS = {
    ("", "muscle"): _strength,
    ("", "movement"): _strength,
    ("", "area"): _skin,
    ("", "reflex"): _reflex,
    ("", "sign"): _sign,
    ("", "task"): _task,
    ("", "gait"): _gait,
    ("", "conduction"): _study,
    ("emg", "muscle"): _needle,
}
