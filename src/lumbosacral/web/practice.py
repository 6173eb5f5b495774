"""A virtual patient to practise on: findings first, the place of the lesion after a guess."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np

from lumbosacral.atlas.load import load_atlas
from lumbosacral.comparison import laid_side_by_side
from lumbosacral.draw.patch import healthy_view, plexus_patch
from lumbosacral.draw.rows import grade_number
from lumbosacral.injury.place import Place, place_of
from lumbosacral.lesioned import Lesioned
from lumbosacral.web import body
from lumbosacral.web.examiner import examined, felt_word, noise_of
from lumbosacral.web.forwarded import apart, examination, told
from lumbosacral.web.given import LesionGiven, PractiseGiven
from lumbosacral.web.lesions import lesioned_of, places_by_node
from lumbosacral.web.lesson import practice_panel
from lumbosacral.web.models import Noise, PractiseShown, Reading, Verdict

__all__ = ["practised"]

TELLING = 6
SHOWN = 4
"""Least number of abnormal readings that make a patient worth examining."""
KINDS = {1: ("nerve",), 2: ("nerve", "root", "trunk"), 3: ("nerve", "root", "trunk")}
SEVERITIES = {1: (1.0, 1.0), 2: (0.7, 1.0), 3: (0.45, 0.9)}
DAYS = (21, 30, 60, 90)
NOISY, TWO = 2, 3
"""Levels from which on the examiner errs, and there are two lesions."""
RIGHT = 2


def practised(given: PractiseGiven) -> PractiseShown:
    """Examine the patient of a level and number; with a guess, judge it.

    Raises
    ------
    InputError
        If the guess names no place.
    """
    lesions, days = _patient(given.level, given.seed)
    found = lesioned_of(lesions, "left", days)
    leg = true = found.sides["left"]
    if given.level >= NOISY:
        leg = examined(found, "left", np.random.default_rng([given.level, given.seed, 1]))
    verdict = None
    if given.guess is not None:
        noise = list(noise_of(true, leg)) if leg is not true else []
        verdict = _verdict(lesions, given.guess, found, noise)
    rows = [_as_said(row, leg, given.level) for row in examination(leg)]
    complaint = _complaint(list(examination(true)), days)
    grades = {name: muscle["mrc"] for name, muscle in leg["muscles"].items()}
    view = replace(healthy_view(), grades=grades, felt=leg["skin"])
    return PractiseShown(
        level=given.level,
        seed=given.seed,
        complaint=complaint,
        panel=practice_panel(given.level, complaint, rows, verdict),
        examination=rows,
        body=body.patch_of(leg, "left", given.sheets, given.mode),
        rows=plexus_patch(view, given.form).rows,
        verdict=verdict,
        lesions=lesions if verdict is not None else [],
        side="left",
        days=days,
    )


@cache
def _sites(level: int) -> tuple[str, ...]:
    """Places of a level: those that a bar of the picture stands for and that show on examination."""
    atlas = load_atlas()
    on_map = {sites[0] for sites in places_by_node().values() if sites}
    out = []
    for name in sorted(on_map):
        if atlas.structures[name.partition(",")[0]].kind not in KINDS[level]:
            continue
        leg = lesioned_of([LesionGiven(where=name)], "left", 30).sides["left"]
        if sum(not row.normal for row in examination(leg) if row.test != "muscle") >= SHOWN:
            out.append(name)
    return tuple(out)


def _as_said(row: Reading, leg: Mapping[str, Any], level: int) -> Reading:
    """Put feeling into the words of who examined it."""
    if level < NOISY or row.test != "skin":
        return row
    return row.model_copy(update={"value": felt_word(leg["skin"][row.of])})


def _patient(level: int, seed: int) -> tuple[list[LesionGiven], float]:
    """Draw the lesions of a patient; the same ones for the same level and number."""
    rng = np.random.default_rng([level, seed])
    low, high = SEVERITIES[level]
    severity = round(float(rng.uniform(low, high)), 2)
    site = _one_of(_sites(level), rng)
    days = float(DAYS[int(rng.integers(len(DAYS)))])
    lesions = [LesionGiven(where=site, severity=severity)]
    if level >= TWO:
        structure = site.partition(",")[0]
        others = tuple(s for s in _sites(level) if s.partition(",")[0] != structure)
        second = round(float(rng.uniform(low, high)), 2)
        lesions.append(LesionGiven(where=_one_of(others, rng), severity=second))
    return lesions, days


def _one_of(sites: Sequence[str], rng: np.random.Generator) -> str:
    return sites[int(rng.integers(len(sites)))]


def _complaint(rows: list[Reading], days: float) -> str:
    """What the patient comes with: what is worst."""
    weak = [row for row in rows if row.test == "movement" and not row.normal]
    numb = [row for row in rows if row.test == "skin" and not row.normal]
    said = f"weakness of {min(weak, key=_grade).of}" if weak else ""
    felt = f"numbness of the {min(numb, key=_felt).of}" if numb else ""
    return (
        f"For {days:g} days: {' and '.join(filter(None, (said, felt))) or 'trouble'}, on the left."
    )


def _felt(row: Reading) -> float:
    return float(row.value.partition("%")[0])


def _grade(row: Reading) -> float:
    return grade_number(row.value) or 0.0


def _verdict(
    lesions: Sequence[LesionGiven], guess: str, found: Lesioned, noise: list[Noise]
) -> Verdict:
    """Judge a guess, and say what tells it from the truth."""
    said = place_of(load_atlas(), guess)
    truths = [place_of(load_atlas(), one.where) for one in lesions]
    # Of two lesions the guess is held against the one it comes nearest to.
    at = max(range(len(truths)), key=lambda i: _nearness(truths[i], said))
    near = _nearness(truths[at], said)
    meant = lesions[at].model_copy(update={"where": said.where})
    kept = [meant if i == at else one for i, one in enumerate(lesions)]
    other = lesioned_of(kept, "left", found.lesions[0].days)
    rows = laid_side_by_side(found, other).differences if near < RIGHT else ()
    return Verdict(
        right=near == RIGHT,
        near=near == RIGHT - 1,
        truth=truths[at].where,
        also="; ".join(one.where for i, one in enumerate(truths) if i != at),
        guess=said.where,
        words=told(found, "left"),
        differences=[apart(row) for row in rows[:TELLING]],
        noise=noise,
    )


def _nearness(truth: Place, said: Place) -> int:
    """2 for the right place, 1 for the right nerve, 0 for another."""
    if truth.structure != said.structure:
        return 0
    return RIGHT if truth.where == said.where or set(truth.strikes) & set(said.strikes) else 1
