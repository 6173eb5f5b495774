"""What the age and the sex of a patient, and the course of the illness, say of each condition."""

from math import log

import numpy as np
from numpy.typing import NDArray

from lumbosacral.atlas.described import Association, Condition, People
from lumbosacral.atlas.load import Atlas
from lumbosacral.findings import Reading
from lumbosacral.findings.cases.case import Patient

Floats = NDArray[np.float64]


def of_person(atlas: Atlas, patient: Patient) -> Floats:
    """Log chance of the patient's age and sex in each condition, [C]; 0 where nothing is known."""
    return np.array([_of_people(atlas, c, patient) for c in atlas.conditions.values()])


def of_finding(atlas: Atlas, record: Association, patient: Patient) -> tuple[Floats, float]:
    """How much the patient's age and sex make a finding of the table likelier: change of its log odds.

    A woman of 27 has borne a child oftener than others, whatever else she has: her age and sex then speak no more for
    what comes of labour than labour itself.

    Returns
    -------
    float array [C]
        In each condition.
    float
        In everybody else.
    """
    if record.people is None:
        return np.zeros(len(atlas.conditions)), 0.0
    own = _of_people(atlas, record.people, patient)
    return own - of_person(atlas, patient), own


def _of_people(atlas: Atlas, people: Condition | People, patient: Patient) -> float:
    """Log chance of a patient's age and sex among some people, against everybody."""
    total = 0.0
    if patient.age is not None and people.age is not None:
        law = atlas.observation["age"]
        stray = float(law["stray"])
        anybody = _density(patient.age, float(law["mean"]), float(law["sd"]))
        own = _density(patient.age, people.age.mean, people.age.spread)
        total += log((1 - stray) * own + stray * anybody) - log(anybody)
    if patient.sex is not None:
        women = min(max(people.female, 0.005), 0.995)
        total += log(2 * (women if patient.sex == "F" else 1 - women))
    return total


def of_course(atlas: Atlas, course: str | None) -> Floats:
    """Log chance of the word for the course in each condition, [C]; 0 where none was said."""
    conditions = atlas.conditions.values()
    table = atlas.observation["onset"].get(course or "")
    if table is None:
        return np.zeros(len(conditions))
    return np.log([float(table.get(c.onset, 0.2)) for c in conditions])


def of_time(atlas: Atlas, days: float | None) -> Floats:
    """Log chance of the time since onset in each condition, [C]; 0 where it is not known."""
    conditions = atlas.conditions.values()
    if days is None:
        return np.zeros(len(conditions))
    law = atlas.observation["lasting"]

    def density(onset: str) -> float:
        one = law.get(onset, law["anybody"])
        return _density(np.log1p(days), np.log1p(float(one["median"])), float(one["spread"]))

    stray, anybody = float(law["stray"]), density("anybody")
    each = np.array([density(c.onset) for c in conditions])
    return np.asarray(np.log((1 - stray) * each + stray * anybody) - np.log(anybody))


def of_beginning(atlas: Atlas, reading: Reading, days: float | None) -> Floats:
    """Log chance of the word for the course in each condition, or else of the time since onset, [C].

    Where a finding of the table tells of the course it is counted there. `days` have passed since the onset.
    """
    told = (atlas.associations.get(t) for f in reading.understood for t in f.targets)
    if any(record and record.course for record in told):
        return np.zeros(len(atlas.conditions))
    if reading.course is not None:
        return of_course(atlas, reading.course)
    return of_time(atlas, days)


def _density(x: float, mean: float, sd: float) -> float:
    return float(np.exp(-0.5 * ((x - mean) / sd) ** 2) / sd)
