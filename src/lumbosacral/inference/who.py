"""What the age and the sex of a patient, and the course of the illness, say of each condition."""

import numpy as np
from numpy.typing import NDArray

from lumbosacral.atlas.load import Atlas
from lumbosacral.findings import Reading
from lumbosacral.findings.case import Patient

Floats = NDArray[np.float64]


def of_person(atlas: Atlas, patient: Patient) -> Floats:
    """Log chance of the patient's age and sex in each condition, [C]; 0 where nothing is known."""
    conditions = atlas.conditions.values()
    total = np.zeros(len(conditions))
    if patient.age is not None:
        law = atlas.observation["age"]
        stray = float(law["stray"])
        anybody = _density(patient.age, float(law["mean"]), float(law["sd"]))
        each = [
            anybody if c.age is None else _density(patient.age, c.age.mean, c.age.spread)
            for c in conditions
        ]
        total += np.log((1 - stray) * np.array(each) + stray * anybody) - np.log(anybody)
    if patient.sex is not None:
        women = np.clip([c.female for c in conditions], 0.005, 0.995)
        total += np.log(2 * (women if patient.sex == "F" else 1 - women))
    return total


def of_course(atlas: Atlas, course: str | None) -> Floats:
    """Log chance of the word for the course in each condition, [C]; 0 where none was said."""
    conditions = atlas.conditions.values()
    table = atlas.observation["onset"].get(course or "")
    if table is None:
        return np.zeros(len(conditions))
    return np.log([float(table.get(c.onset, 0.2)) for c in conditions])


def untold(atlas: Atlas, reading: Reading) -> str | None:
    """The word for the course of a case, where no finding of the table tells of the course already."""
    told = (atlas.associations.get(t) for f in reading.understood for t in f.targets)
    return None if any(record and record.course for record in told) else reading.course


def _density(x: float, mean: float, sd: float) -> float:
    return float(np.exp(-0.5 * ((x - mean) / sd) ** 2) / sd)
