"""Findings that fibres do not carry: from the one table, by condition, outside the bank, and capped."""

from collections.abc import Iterable
from dataclasses import dataclass, field
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


@dataclass(frozen=True, eq=False)
class Table:
    """Chance of every finding of the table in every kind of patient.

    Attributes
    ----------
    row : dict of int
        Row of each finding.
    chance : float array [T, cells]
        Not a number where the table has no row for that kind of patient.
    cap : float array [T, cells]
        Largest change of the log odds: more where a source of the row was read, or the place decides.
    """

    row: dict[str, int]
    chance: Floats
    cap: Floats
    tests: tuple[str, ...]
    _most: dict[str, Floats] = field(default_factory=dict)

    def most(self, test: str) -> Floats:
        """Chance of the likeliest finding of a test in every kind of patient, [cells]."""
        if test not in self._most:
            mine = [i for i, other in enumerate(self.tests) if other == test]
            self._most[test] = np.nan_to_num(self.chance[mine], nan=0.0).max(0, initial=0.0)
        return self._most[test]


_KEPT: dict[tuple[int, int], tuple[Atlas, tuple[Key, ...], Table]] = {}
"""Tables of the latest banks, found by who they are of: to hash thousands of cells takes longer than to look up."""
TABLES = 8


def table_of(atlas: Atlas, cells: tuple[Key, ...]) -> Table:
    """Lay the table out for the kinds of patients of a bank; kept."""
    key = id(atlas), id(cells)
    if key not in _KEPT:
        while len(_KEPT) >= TABLES:
            _KEPT.pop(next(iter(_KEPT)))
        _KEPT[key] = atlas, cells, _laid_out(atlas, cells)
    return _KEPT[key][2]


def _laid_out(atlas: Atlas, cells: tuple[Key, ...]) -> Table:
    """Which row applies: of the condition, else of a site, else of a structure."""
    names = list(atlas.conditions)
    of: tuple[dict[str, list[int]], ...] = ({}, {}, {})
    for cell, (condition, lesions) in enumerate(cells):
        of[0].setdefault(names[condition], []).append(cell)
        for name in {x.site for x in lesions}:
            of[1].setdefault(name, []).append(cell)
        for name in {x.structure for x in lesions}:
            of[2].setdefault(name, []).append(cell)
    caps = {
        name: log(float(x)) for name, x in atlas.observation["caps"].items() if name != "sources"
    }
    chance = np.full((len(atlas.associations), len(cells)), np.nan)
    cap = np.full(chance.shape, caps["unsourced"])
    for i, record in enumerate(atlas.associations.values()):
        for given, mine in _rows(record.given, of):
            free = [cell for cell in mine if np.isnan(chance[i, cell])]
            chance[i, free] = given.chance
            cap[i, free] = caps["single" if is_checked(given.sources) else "unsourced"]
        if record.by is not None:
            _by_place(atlas, record, cells, chance[i], cap[i])
    tests = tuple(record.test for record in atlas.associations.values())
    return Table({name: i for i, name in enumerate(atlas.associations)}, chance, cap, tests)


def _by_place(
    atlas: Atlas, record: Association, cells: tuple[Key, ...], chance: Floats, cap: Floats
) -> None:
    """Fill in what follows from where a lesion sits: over the place, or elsewhere on a nerve that passes there."""
    law, over = atlas.observation["over"][record.by], set(record.over)
    nerves = {atlas.segments[name].structure for name in over}
    computed = log(float(atlas.observation["caps"]["computed"]))
    for i, (_, lesions) in enumerate(cells):
        here = any(
            over & set(atlas.sites[x.site].strikes) for x in lesions if x.site in atlas.sites
        )
        same = any(x.structure in nerves for x in lesions)
        if (here or same) and cap[i] < computed:
            own = float(law["here" if here else "same_nerve"])
            chance[i] = np.fmax(chance[i], own)
            cap[i] = computed


def _rows(
    given: tuple[Given, ...], of: tuple[dict[str, list[int]], ...]
) -> Iterable[tuple[Given, list[int]]]:
    """Rows of one finding and the cells they speak of, the closest kind of row first."""
    for index, kind in enumerate(("condition", "site", "structure")):
        for row in given:
            name = getattr(row, kind)
            if name is not None:
                yield row, of[index].get(name, [])


def is_checked(sources: tuple[str, ...]) -> bool:
    """Whether one of the sources was read, reported or derived: only then may a row move the odds far."""
    return any(source.split()[1] in _CHECKED for source in sources if " " in source)


def log_ratios(atlas: Atlas, items: list[Told], cells: tuple[Key, ...]) -> Floats:
    """Log chance of every told finding in each kind of patient against everybody else, [items, cells]; capped."""
    table = table_of(atlas, cells)
    out = np.zeros((len(items), len(cells)))
    for i, item in enumerate(items):
        row, base = table.row[item.record.finding], item.record.among_others
        chance = table.chance[row]
        ratio = chance / base if item.there else (1 - chance) / (1 - base)
        moved = np.clip(np.log(np.maximum(ratio, 1e-9)), -table.cap[row], table.cap[row])
        out[i] = np.where(np.isnan(chance), 0, moved)
    return out


def combined(atlas: Atlas, items: list[Told], ratios: Floats) -> Floats:
    """All told findings together, [cells]: of one group the strongest alone, all history within its cap."""
    total, history = np.zeros((2, ratios.shape[1]))
    groups: dict[tuple[str, bool], list[int]] = {}
    for i, item in enumerate(items):
        groups.setdefault((item.record.group or item.record.finding, item.there), []).append(i)
    for rows in groups.values():
        part = ratios[rows]
        strongest = part[np.abs(part).argmax(0), np.arange(part.shape[1])]
        if items[rows[0]].record.test == "history":
            history += strongest
        else:
            total += strongest
    cap = log(float(atlas.observation["caps"]["history"]))
    return np.asarray(total + np.clip(history, -cap, cap))
