"""A virtual patient to practise on: findings first, the place of the lesion after a guess."""

from functools import cache

import numpy as np

from lumbosacral.atlas.load import load_atlas
from lumbosacral.comparison import laid_side_by_side
from lumbosacral.draw.patch import plexus_patch
from lumbosacral.draw.view import view_of
from lumbosacral.injury.place import place_of
from lumbosacral.lesioned import Lesioned
from lumbosacral.web import body
from lumbosacral.web.forwarded import apart, examination, told
from lumbosacral.web.given import LesionGiven, PractiseGiven
from lumbosacral.web.lesions import lesioned_of, places_by_node
from lumbosacral.web.models import PractiseShown, Reading, Verdict
from lumbosacral.web.panels import practice_panel

__all__ = ["practised"]

TELLING = 6
SHOWN = 4
"""Least number of abnormal readings that make a patient worth examining."""
KINDS = {1: ("nerve",), 2: ("nerve", "root", "trunk"), 3: ("nerve", "root", "trunk")}
SEVERITIES = {1: (1.0, 1.0), 2: (0.7, 1.0), 3: (0.45, 0.9)}
DAYS = (21, 30, 60, 90)


def practised(given: PractiseGiven) -> PractiseShown:
    """Examine the patient of a level and number; with a guess, judge it.

    Raises
    ------
    InputError
        If the guess names no place.
    """
    lesion, days = _patient(given.level, given.seed)
    found = lesioned_of([lesion], "left", days)
    leg = found.sides["left"]
    verdict = _verdict(lesion, given.guess, found, days) if given.guess is not None else None
    rows = list(examination(leg))
    complaint = _complaint(rows, days)
    return PractiseShown(
        level=given.level,
        seed=given.seed,
        complaint=complaint,
        panel=practice_panel(given.level, complaint, rows, verdict),
        examination=rows,
        body=body.patch_of(leg, "left", given.sheets, given.mode),
        rows=plexus_patch(view_of(found, side="left"), given.form).rows,
        verdict=verdict,
        lesions=[lesion] if verdict is not None else [],
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


def _patient(level: int, seed: int) -> tuple[LesionGiven, float]:
    """Draw the lesion of a patient; the same one for the same level and number."""
    rng = np.random.default_rng([level, seed])
    sites = _sites(level)
    low, high = SEVERITIES[level]
    severity = round(float(rng.uniform(low, high)), 2)
    site = sites[int(rng.integers(len(sites)))]
    return LesionGiven(where=site, severity=severity), float(DAYS[int(rng.integers(len(DAYS)))])


def _complaint(rows: list[Reading], days: float) -> str:
    """What the patient comes with: what is worst."""
    weak = [row for row in rows if row.test == "movement" and not row.normal]
    numb = [row for row in rows if row.test == "skin" and not row.normal]
    said = f"weakness of {min(weak, key=lambda row: row.value).of}" if weak else ""
    felt = f"numbness of the {numb[0].of}" if numb else ""
    return (
        f"For {days:g} days: {' and '.join(filter(None, (said, felt))) or 'trouble'}, on the left."
    )


def _verdict(lesion: LesionGiven, guess: str, found: Lesioned, days: float) -> Verdict:
    """Judge a guess, and say what tells it from the truth."""
    atlas = load_atlas()
    truth, said = place_of(atlas, lesion.where), place_of(atlas, guess)
    right = truth.structure == said.structure and (
        truth.where == said.where or bool(set(truth.strikes) & set(said.strikes))
    )
    other = lesioned_of([lesion.model_copy(update={"where": said.where})], "left", days)
    rows = laid_side_by_side(found, other).differences
    near = not right and truth.structure == said.structure
    return Verdict(
        right=right,
        near=near,
        truth=truth.where,
        guess=said.where,
        words=told(found, "left"),
        differences=[apart(row) for row in rows[:TELLING]],
    )
