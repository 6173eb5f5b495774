"""The observation model: the chance of a finding, given a reading.

Every function takes the values of a reading (an array) and returns chances of the same shape, between 0 and 1.
Numbers stand in `observation.yaml`; here is only their form.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from lumbosacral.atlas.records import Norm, Sign

Floats = NDArray[np.float64]
Tree = dict[str, Any]


def rise(x: NDArray[Any], centre: float, width: float) -> Floats:
    """Logistic step upwards at `centre`."""
    return np.asarray(1 / (1 + np.exp(-np.clip((x - centre) / width, -60, 60))))


def normal_cdf(z: NDArray[Any]) -> Floats:
    """Normal distribution function (logistic approximation, error below 0.01)."""
    return rise(z, 0.0, 1 / 1.702)


def _number(tree: Tree, key: str) -> float:
    return float(tree[key])


def strength(
    o: Tree, people: Tree, share: NDArray[Any], word: str, grade: float | None, degree: str
) -> Floats:
    """Chance of an MRC grade or a word for strength, given the share of strength."""
    law = o["strength"]
    points = [float(x) for x in people["grades"]["share"]]
    grades = [float(x) for x in people["grades"]["grade"]]
    grades[-1] += _number(law, "reserve_grades")
    level = np.interp(share, points, grades)
    sd, normal = _number(law, "noise_grades"), _number(law, "normal_from")

    def below(limit: float) -> Floats:
        return normal_cdf((limit - level) / sd)

    if grade is not None:
        low = -9.0 if grade < 1 / 6 else grade - 1 / 6
        high = 99.0 if grade > 4.9 else grade + 1 / 6
        tail, wide = _number(law, "tail_weight"), _number(law, "tail_grades")
        slip = np.exp(-np.abs(level - grade) / wide) / (
            6 * wide
        )  # a third of a grade of its density
        return np.asarray((1 - tail) * np.maximum(below(high) - below(low), 0) + tail * slip)
    if word == "absent":
        return below(_number(law, "absent_below"))
    if word in {"normal", "pass", "negative"}:
        return 1 - below(normal)
    ranges = {
        "mild": (3.5, normal),
        "moderate": (2.3, 4.3),
        "severe": (-9, 3.2),
        "complete": (-9, 0.8),
    }
    low, high = ranges.get(degree, (-9.0, normal))
    return np.maximum(below(high) - below(low), 0)


def sensation(o: Tree, felt: NDArray[Any], word: str) -> Floats:
    """Chance of a word for feeling, given the share felt."""
    law = o["sensation"]
    false, missed = _number(law, "false_loss"), _number(law, "missed")
    lost = false + (1 - false - missed) * rise(
        -felt, -_number(law, "centre"), _number(law, "width")
    )
    if word == "absent":
        deep = rise(-felt, -_number(law, "absent_centre"), _number(law, "absent_width"))
        return 0.005 + 0.9 * deep
    if word in {"positive_symptom", "increased"}:
        hurt = 1 - felt
        return _number(law, "symptom_base") + _number(law, "symptom_gain") * hurt / (hurt + 0.15)
    return 1 - lost if word in {"normal", "negative"} else lost


def pain(o: Tree, felt: NDArray[Any], word: str) -> Floats:
    """Chance of pain felt in a territory, given the share of it that is unhurt."""
    law = o["pain"]
    hurt = 1 - felt
    there = _number(law, "base") + _number(law, "gain") * hurt / (hurt + 0.3)
    return 1 - there if word in {"absent", "normal", "negative"} else there


def reflex(o: Tree, gain: NDArray[Any], word: str, absent_in_healthy: float) -> Floats:
    """Chance of a word for a reflex, given its gain."""
    law = o["reflex"]
    gone = rise(-gain, -_number(law, "absent_centre"), _number(law, "absent_width"))
    gone = gone + (1 - gone) * absent_in_healthy
    brisk = rise(gain, _number(law, "increased_centre"), _number(law, "increased_width"))
    brisk = (1 - gone) * (brisk + (1 - brisk) * _number(law, "false_increased"))
    low = rise(-gain, -_number(law, "reduced_centre"), _number(law, "reduced_width"))
    healthy = _number(law, "false_reduced") + _number(law, "faint_in_healthy") * absent_in_healthy
    low = (1 - gone - brisk) * (low + (1 - low) * min(healthy, 1))
    faint = _number(law, "called_reduced") * gone
    if word == "absent":
        return gone - faint
    if word == "increased":
        return brisk
    if word in {"reduced", "weak"}:
        return low + faint
    return 1 - gone - brisk - low if word in {"normal", "present", "positive"} else gone + low


def threshold(law: Tree, amount: NDArray[Any], at: float, found: bool) -> Floats:
    """Chance that something is called there (or not), given its amount and the threshold where it shows."""
    false, missed = _number(law, "false_positive"), _number(law, "missed")
    width = _number(law, "width") if "width" in law else at * _number(law, "relative_width")
    there = false + (1 - false - missed) * rise(amount, at, width)
    return there if found else 1 - there


def sign(o: Tree, record: Sign, amount: NDArray[Any], found: bool) -> Floats:
    """Chance that a sign is found, given its amount."""
    return threshold(o["sign"], amount, record.threshold, found)


def gait(o: Tree, amount: NDArray[Any], found: bool) -> Floats:
    """Chance that a gait sign is called, given how far it is past its threshold."""
    return threshold(o["gait"], amount, _number(o["gait"], "called_from"), found)


def task(o: Tree, margin: NDArray[Any], word: str) -> Floats:
    """Chance that a task is passed, impaired or failed, given its margin."""
    width = _number(o["task"], "width")
    passed, failed = rise(margin, 0.9, width), rise(-margin, 0.0, width)
    if word in {"pass", "normal", "negative"}:
        return 0.02 + 0.96 * passed
    if word in {"fail", "absent"}:
        return 0.02 + 0.9 * failed
    return 0.02 + 0.96 * (1 - passed)


def amplitude_below(norm: Norm, share: NDArray[Any], limit: float, age_factor: float) -> Floats:
    """Chance that an amplitude lies below a limit, given the share of the person's own normal (lognormal)."""
    spread = np.sqrt(np.log(1 + (norm.sd / norm.mean) ** 2))
    middle = np.log(norm.mean * age_factor * np.maximum(share, 1e-3)) - spread**2 / 2
    return normal_cdf((np.log(limit) - middle) / spread)


def compared(o: Tree, share: NDArray[Any]) -> Floats:
    """Chance that an amplitude is called low because the other side's is higher, given the share of normal."""
    law = o["compared"]
    return _number(law, "share") * rise(-share, -_number(law, "centre"), _number(law, "width"))


def amplitude_density(norm: Norm, share: NDArray[Any], value: float, age_factor: float) -> Floats:
    """Relative density of a measured amplitude (1 at its most likely), given the share of normal."""
    cv = norm.sd / norm.mean
    spread = np.sqrt(np.log(1 + cv**2))
    expected = np.maximum(share * norm.mean * age_factor, 0.02 * norm.mean)
    z = (np.log(max(value, 0.01 * norm.mean)) - np.log(expected)) / spread
    return np.asarray(np.exp(-0.5 * z**2))


def needle(
    o: Tree,
    people: Tree,
    fibrillating: NDArray[Any],
    units: NDArray[Any],
    remodelled: NDArray[Any],
    short_path: bool,
    false_positive: float,
) -> tuple[Floats, Floats]:
    """Chance of fibrillation, and of any abnormality, in a muscle (fibrillation alone where the path is short)."""
    law, own = o["needle"], people["needle"]
    centre, ceiling = _number(own, "fibrillation_centre"), 0.97
    if short_path:
        centre = _number(own["short_path"], "centre")
        ceiling = _number(own["short_path"], "ceiling")
    fibs = ceiling * rise(fibrillating, centre, _number(own, "fibrillation_width"))
    fibs = fibs + (1 - fibs) * false_positive
    thin = _number(law, "recruitment_ceiling") * rise(
        -units, -_number(law, "recruitment_centre"), _number(law, "recruitment_width")
    )
    big = _number(law, "remodelled_ceiling") * rise(
        remodelled, _number(law, "remodelled_centre"), _number(law, "remodelled_width")
    )
    visible = np.zeros_like(thin) if short_path else 1 - (1 - thin) * (1 - big)
    return fibs, 1 - (1 - fibs) * (1 - visible)
