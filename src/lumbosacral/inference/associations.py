"""Findings that fibres do not carry: from the one table, by condition, outside the bank, and capped."""

from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import NDArray

from lumbosacral.atlas.described import Association
from lumbosacral.atlas.load import Atlas
from lumbosacral.findings import Understood
from lumbosacral.findings.cases.case import Patient
from lumbosacral.inference.table import Table, table_of
from lumbosacral.inference.terms import NORMAL_WORDS
from lumbosacral.inference.who import of_finding
from lumbosacral.population.blocks import Key

Floats = NDArray[np.float64]
NOBODY = Patient()


@dataclass(frozen=True)
class Told:
    """One finding of the table, heard as there or not."""

    finding: Understood
    record: Association
    there: bool


def told(atlas: Atlas, finding: Understood) -> list[Told]:
    """Findings of the table that an understood finding names."""
    there = finding.value.word not in {*NORMAL_WORDS, "absent"}
    out = []
    for target in finding.targets:
        record = atlas.associations.get(target)
        if record is not None:
            out.append(Told(finding, record, there))
    return out


def of_units(atlas: Atlas, finding: Understood) -> list[Told]:
    """Findings of the table that the kind of motor units in a muscle is, whichever muscle it is."""
    said = finding.value.units
    records = atlas.associations.values() if said else ()
    return [Told(finding, record, True) for record in records if record.units == said]


def log_ratios(
    atlas: Atlas,
    items: list[Told],
    cells: tuple[Key, ...],
    patient: Patient = NOBODY,
    *,
    report: bool = False,
) -> Floats:
    """Log chance of every told finding in each kind of patient against everybody else, [items, cells]; capped.

    Parameters
    ----------
    patient : Patient
        Whose age and sex some findings depend on.
    report : bool
        Whether somebody chose what to tell: history that has nothing to do with the illness is then told less often.
    """
    table = table_of(atlas, cells)
    chosen = float(atlas.observation["silence"]["incidental"]) if report else 1.0
    out = np.zeros((len(items), len(cells)))
    for i, item in enumerate(items):
        row = table.row[item.record.finding]
        chance, base = _chances(atlas, item.record, cells, table.chance[row], patient)
        if item.there and item.record.test == "history":
            base *= chosen
        ratio = chance / base if item.there else (1 - chance) / (1 - base)
        moved = np.clip(np.log(np.maximum(ratio, 1e-9)), -table.cap[row], table.cap[row])
        unheard = _pain_elsewhere(atlas, table, item) if report else 0.0
        out[i] = np.where(np.isnan(chance), unheard, moved)
    return out


def _chances(
    atlas: Atlas, record: Association, cells: tuple[Key, ...], chance: Floats, patient: Patient
) -> tuple[Floats, float]:
    """Chance of a finding in each kind of patient, [cells], and in everybody else, in people of that age and sex."""
    if record.people is None:
        return chance, record.among_others
    mine, others = of_finding(atlas, record, patient)
    of_cell = mine[[condition for condition, _ in cells]]
    return _likelier(chance, of_cell), float(_likelier(np.array(record.among_others), others))


def _likelier(chance: Floats, by: Floats | float) -> Floats:
    """Chances whose log odds are changed."""
    lifted = chance * np.exp(by)
    return np.asarray(lifted / (lifted + 1 - chance))


def _pain_elsewhere(atlas: Atlas, table: Table, item: Told) -> Floats | float:
    """Log chance against everybody's of a pain that a condition has no row for, [cells].

    It is told less of what is seldom painful, and of what has a pain with a place of its own.
    """
    pains = atlas.observation["silence"]["pains"].values()
    places = frozenset(name for names in pains for name in names)
    if not item.there or item.record.finding not in places:
        return 0.0
    law = atlas.observation["pain"]
    elsewhere = np.where(table.most(places) >= float(law["own_from"]), float(law["elsewhere"]), 1)
    return np.asarray(np.log(table.pained * elsewhere))


def _alike(atlas: Atlas, item: Told) -> tuple[str, bool]:
    """Say what tells of the same: findings of one group; and that nothing hurts, by whatever pain that is denied."""
    none, pains = atlas.observation["pain"]["none"], atlas.observation["silence"]["pains"]
    denied = not item.there and any(item.record.finding in names for names in pains.values())
    if denied or (item.there and item.record.finding == none):
        return none, True
    return item.record.group or item.record.finding, item.there


def combined(atlas: Atlas, items: list[Told], ratios: Floats) -> Floats:
    """All told findings together, [cells]: of one group the strongest alone, all history within its cap."""
    total, history = np.zeros((2, ratios.shape[1]))
    groups: dict[tuple[str, bool], list[int]] = {}
    for i, item in enumerate(items):
        groups.setdefault(_alike(atlas, item), []).append(i)
    for rows in groups.values():
        part = ratios[rows]
        strongest = part[np.abs(part).argmax(0), np.arange(part.shape[1])]
        if items[rows[0]].record.test == "history":
            history += strongest
        else:
            total += strongest
    cap = log(float(atlas.observation["caps"]["history"]))
    return np.asarray(total + np.clip(history, -cap, cap))
