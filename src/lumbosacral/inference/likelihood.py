"""Log likelihood of one understood finding in every patient of the bank, for either leg.

Each finding becomes a table from byte to log chance, or, for a group, from the summary of its members; a small
floor keeps one odd finding from excluding a site.
"""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lumbosacral.atlas.load import Atlas
from lumbosacral.findings import Understood, Value
from lumbosacral.inference import chances
from lumbosacral.population.bank import Bank
from lumbosacral.population.readings import Catalogue

Floats = NDArray[np.float32]
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


@dataclass(frozen=True, eq=False)
class Observer:
    """A judge and the patients whose readings are judged."""

    atlas: Atlas
    catalogue: Catalogue
    bank: Bank
    age_years: float | None

    @cached_property
    def judge(self) -> Judge:
        """What does not depend on the patients."""
        return Judge(self.atlas, self.catalogue, self.age_years)

    def values(self, quantity: str, name: str) -> NDArray[np.float32]:
        """Value of each of the 256 codes of a reading."""
        return self.judge.values(quantity, name)

    def codes(self, leg: int, quantity: str, name: str) -> NDArray[np.uint8]:
        """Codes of a reading in every patient, [N]; leg 0 is the index leg."""
        return self.bank.column(leg, self.catalogue.index[quantity, name])


@dataclass(frozen=True)
class Asked:
    """What a finding asks of one target."""

    test: str
    kind: str
    modality: str
    value: Value
    target: str


def looked_up(table: Floats, codes: NDArray[Any]) -> Floats:
    """Entry of a table for every code, [N]; several times faster than plain indexing."""
    out = np.empty(len(codes), np.float32)
    return np.take(table, codes, out=out, mode="clip")


def floored(observer: Observer, chance: NDArray[Any], value: Value) -> Floats:
    """Log chance with the floor mixed in: at the worst, every value that could be said is as likely."""
    law = observer.atlas.observation["floor"]
    floor = float(law["each_finding"])
    alike = 1 / float(law["grades" if value.grade is not None else "words"])
    return np.asarray(np.log((1 - floor) * np.clip(chance, 0, 1) + floor * alike), np.float32)


def leg_log_likelihood(observer: Observer, finding: Understood, leg: int) -> Floats | None:
    """Log chance of a finding if it is of one leg of each patient, [N]; None where nothing can be read."""
    asked = [
        Asked(finding.test, finding.kind, finding.modality, finding.value, target)
        for target in finding.targets
    ]
    terms = [term_of(observer.judge, one) for one in asked]
    if not terms or any(term is None for term in terms):
        return None
    known = [term for term in terms if term is not None]
    if len(known) == 1:
        return _single(observer, finding, known[0], leg)
    return _group(observer, finding, known, leg)


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


def _single(observer: Observer, finding: Understood, term: Term, leg: int) -> Floats:
    if not term.joint:
        table = floored(observer, term.chance, finding.value)
        return looked_up(table, observer.codes(leg, *term.readings[0]))
    fine = _unremarkable(observer, term, leg)
    chance = fine if _is_normal(finding.value) else 1 - fine
    return floored(observer, chance, finding.value)


def _unremarkable(observer: Observer, term: Term, leg: int) -> NDArray[np.float32]:
    fine = np.ones(len(observer.bank), np.float32)
    for (quantity, name), table in zip(term.readings, term.joint, strict=True):
        fine *= looked_up(table.astype(np.float32), observer.codes(leg, quantity, name))
    return fine


def _is_normal(value: Value) -> bool:
    if value.word in NORMAL_WORDS:
        return True
    return value.grade is not None and value.grade > 4.9


def _group(observer: Observer, finding: Understood, terms: list[Term], leg: int) -> Floats:
    """One reading of its own: the members' chances of abnormality, summarised."""
    law = observer.atlas.observation["group"]
    fine = np.stack([_member_fine(observer, finding, term, leg) for term in terms])
    bad = np.sort(1 - fine, axis=0)
    third = max(1, round(len(terms) / 3))
    worst, mean, best = bad[-third:].mean(0), bad.mean(0), bad[:third].mean(0)
    if _is_normal(finding.value):
        share = float(law["normal_worst_third"])
        each = np.log(np.maximum(1 - (share * worst + (1 - share) * mean), 1e-3))
        count = min(len(terms), float(law["normal_counts"]))
        return floored(observer, np.exp(each * count), finding.value)
    summaries = {"any": worst, "worst": worst, "all": 0.3 * mean + 0.7 * best}
    wide = len(terms) >= float(law["wide_from"])
    share = float(law["wide_worst_third" if wide else "worst_third"])
    abnormal = summaries.get(finding.summary, share * worst + (1 - share) * mean)
    return floored(observer, abnormal, finding.value)


def _member_fine(
    observer: Observer, finding: Understood, term: Term, leg: int
) -> NDArray[np.float32]:
    """Chance that a member of a group is called normal, [N]."""
    if term.joint:
        return _unremarkable(observer, term, leg)
    chance = term.chance if _is_normal(finding.value) else 1 - term.chance
    return looked_up(chance.astype(np.float32), observer.codes(leg, *term.readings[0]))


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
    amount = judge.values("gait", target)
    chance = chances.threshold(judge.atlas.observation["gait"], amount, 0.0, found)
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


def _study(judge: Judge, asked: Asked) -> Term | None:
    value, target = asked.value, asked.target
    atlas = judge.atlas
    if target in atlas.motor:
        study = atlas.motor[target]
        return _conduction(judge, value, target, ("motor", "kept", "motor speed"), 0.0,
                           float(atlas.observation["conduction"]["absent_mv"]), study.amplitude_mv,
                           study.velocity_m_per_s)  # fmt: skip
    if target in atlas.sensory:
        sensory = atlas.sensory[target]
        return _conduction(judge, value, target, ("sensory", "", "sensory speed"),
                           sensory.absent_in_healthy[judge.old],
                           float(atlas.observation["conduction"]["absent_uv"]), sensory.amplitude_uv,
                           sensory.velocity_m_per_s)  # fmt: skip
    return _late(judge, value, target) if target in atlas.late else None


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
    spread = float(o["velocity_cv"])
    slow = chances.normal_cdf(
        (velocity.lower / velocity.mean / np.maximum(speed, 0.02) - 1) / spread
    )
    first, last = (quantities[0], target), (quantities[2], target)
    if value.unit == "m/s" and value.number is not None:
        z = (value.number / velocity.mean / np.maximum(speed, 0.02) - 1) / spread
        return Term((last,), np.exp(-0.5 * z**2))
    if value.unit in {"uV", "mV"} and value.number is not None:
        number = value.number
        density = (
            gone if number <= 0 else chances.amplitude_density(amplitude, size, number, factor)
        )
        return Term((first,), density)
    if value.word == "absent":
        return Term((first,), gone)
    if value.word == "slow" or value.quantity == "velocity":
        fine = value.word in NORMAL_WORDS
        return Term((last,), 1 - slow if fine else slow)
    if value.word == "block" and quantities[1]:
        kept = judge.values(quantities[1], target)
        block = 0.02 + 0.93 * chances.rise(
            -kept, -float(o["block_centre"]), float(o["block_width"])
        )
        return Term(((quantities[1], target),), block)
    if value.word == "reduced" or value.quantity == "amplitude":
        fine = value.word in NORMAL_WORDS
        return Term((first,), 1 - low if fine else np.maximum(low - 0.6 * gone, 0.002))
    return Term((first, last), low, (1 - low, 1 - slow))


def _late(judge: Judge, value: Value, target: str) -> Term:
    study = judge.atlas.late[target]
    left, delay = judge.values("late", target), judge.values("delay", target)
    missing = study.absent_in_healthy.get(judge.old, 0.01)
    gone = chances.rise(-left, -0.15, 0.05)
    gone = gone + (1 - gone) * missing
    norm = study.latency_ms
    late = 1 - chances.normal_cdf(((norm.upper or norm.mean * 1.2) - norm.mean - delay) / norm.sd)
    weak = chances.rise(-left, -0.45, 0.08)
    weak = weak + (1 - weak) * missing
    if value.number is not None and value.unit == "ms":
        z = (value.number - norm.mean - delay) / norm.sd
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
