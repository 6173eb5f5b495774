"""Findings that fibres do not carry: from the one table, by condition, outside the bank, and capped."""

from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import NDArray

from lumbosacral.atlas.described import Association, Given
from lumbosacral.atlas.load import Atlas
from lumbosacral.findings import Understood
from lumbosacral.inference.terms import NORMAL_WORDS
from lumbosacral.population.blocks import Key

Floats = NDArray[np.float64]
_CHECKED = frozenset("VSD")


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


def _row(record: Association, atlas: Atlas, key: Key) -> Given | None:
    """Row that applies to a patient: of the condition, else of a site, else of a structure."""
    condition = list(atlas.conditions)[key[0]]
    for given in record.given:
        if given.condition == condition:
            return given
    sites = {lesion.site for lesion in key[1]}
    structures = {lesion.structure for lesion in key[1]}
    for given in record.given:
        if given.site in sites:
            return given
    return next((g for g in record.given if g.structure in structures), None)


def chance_ratio(atlas: Atlas, item: Told, key: Key) -> float:
    """Log of the chance of what was told in a patient, against everybody else; within the caps."""
    caps, record = atlas.observation["caps"], item.record
    row = _row(record, atlas, key)
    base = record.among_others
    if row is None:
        return 0.0
    ratio = row.chance / base if item.there else (1 - row.chance) / (1 - base)
    checked = any(source.split()[1] in _CHECKED for source in row.sources if " " in source)
    cap = float(caps["single"] if checked else caps["unsourced"])
    return max(-log(cap), min(log(cap), log(max(ratio, 1e-9))))


def log_ratios(atlas: Atlas, items: list[Told], keys: tuple[Key, ...]) -> Floats:
    """Log ratio of every told finding in every kind of patient, [items, cells]."""
    return np.array([[chance_ratio(atlas, item, key) for key in keys] for item in items]).reshape(
        len(items), len(keys)
    )


def combined(atlas: Atlas, items: list[Told], ratios: Floats) -> Floats:
    """All told findings together, [cells]: of one group the strongest alone, the whole within its cap."""
    if not items:
        return np.zeros(ratios.shape[1])
    total = np.zeros(ratios.shape[1])
    groups: dict[tuple[str, bool], list[int]] = {}
    for i, item in enumerate(items):
        groups.setdefault((item.record.group or item.record.finding, item.there), []).append(i)
    for rows in groups.values():
        part = ratios[rows]
        strongest = np.abs(part).argmax(0)
        total += part[strongest, np.arange(part.shape[1])]
    cap = log(float(atlas.observation["caps"]["history"]))
    return np.clip(total, -cap, cap)
