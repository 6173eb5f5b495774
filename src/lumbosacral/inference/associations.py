"""Findings that fibres do not carry: from the one table, by condition, outside the bank, and capped."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from math import log

import numpy as np
from numpy.typing import NDArray

from lumbosacral.atlas.described import Association, Given
from lumbosacral.atlas.load import Atlas
from lumbosacral.findings import Understood
from lumbosacral.findings.case import Patient
from lumbosacral.inference.terms import NORMAL_WORDS
from lumbosacral.inference.who import of_course, of_finding
from lumbosacral.population.blocks import Key

Floats = NDArray[np.float64]
NOBODY = Patient()
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


def of_units(atlas: Atlas, finding: Understood) -> list[Told]:
    """Findings of the table that the kind of motor units in a muscle is, whichever muscle it is."""
    said = finding.value.units
    records = atlas.associations.values() if said else ()
    return [Told(finding, record, True) for record in records if record.units == said]


@dataclass(frozen=True, eq=False)
class Causes:
    """Events that bring a condition about: history that is met in it several times as often as in everybody else.

    Attributes
    ----------
    rows : list of int
        Row of each in the table.
    groups : list of str
    spared : float array [causes, cells]
        Log chance that a patient has not met it; 0 where it brings nothing about.
    """

    rows: list[int]
    groups: list[str]
    spared: Floats


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
    pained : float array [cells]
        How often a patient has pain, as a share of everybody's.
    """

    row: dict[str, int]
    chance: Floats
    cap: Floats
    tests: tuple[str, ...]
    causes: Causes
    pained: Floats
    _most: dict[frozenset[str], Floats] = field(default_factory=dict)

    def of_test(self, test: str) -> frozenset[str]:
        """Findings of a test."""
        return frozenset(name for name, i in self.row.items() if self.tests[i] == test)

    def most(self, findings: frozenset[str]) -> Floats:
        """Chance of the likeliest of some findings in every kind of patient, [cells]."""
        if findings not in self._most:
            mine = [self.row[name] for name in findings]
            self._most[findings] = np.nan_to_num(self.chance[mine], nan=0.0).max(0, initial=0.0)
        return self._most[findings]


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
    """Which row applies: of the condition, else of the one it is told as, else of a site, else of a structure."""
    names, kin = list(atlas.conditions), [c.told_as or "" for c in atlas.conditions.values()]
    conditions = Named.of([[names[condition]] for condition, _ in cells])
    likened = Named.of([[kin[condition]] for condition, _ in cells])
    sites = Named.of([[x.site for x in lesions] for _, lesions in cells])
    structures = Named.of([[x.structure for x in lesions] for _, lesions in cells])
    of = (
        ("condition", conditions.cells()),
        ("condition", likened.cells()),
        ("site", sites.cells()),
        ("structure", structures.cells()),
    )
    caps = {
        name: log(float(x)) for name, x in atlas.observation["caps"].items() if name != "sources"
    }
    chance = np.full((len(atlas.associations), len(cells)), np.nan)
    cap = np.full(chance.shape, caps["unsourced"])
    for i, record in enumerate(atlas.associations.values()):
        for given, mine in _rows(record.given, of):
            free = mine[np.isnan(chance[i, mine])]
            chance[i, free] = given.chance
            cap[i, free] = caps["single" if is_checked(given.sources) else "unsourced"]
        if record.by is not None:
            _by_place(atlas, record, (sites, structures), chance[i], cap[i])
        if record.course is not None:
            begins = of_course(atlas, record.course)[[condition for condition, _ in cells]]
            chance[i] = np.where(np.isnan(chance[i]), np.exp(begins), chance[i])
    tests = tuple(record.test for record in atlas.associations.values())
    row = {name: i for i, name in enumerate(atlas.associations)}
    return Table(row, chance, cap, tests, _causes(atlas, row, chance), _pained(atlas, row, chance))


def _pained(atlas: Atlas, row: dict[str, int], chance: Floats) -> Floats:
    """How often patients have pain, as a share of everybody's: less in what is often painless."""
    no_pain = atlas.observation["pain"]["none"]
    own, others = chance[row[no_pain]], atlas.associations[no_pain].among_others
    return np.where(np.isnan(own), 1.0, np.minimum((1 - own) / (1 - others), 1))


def _causes(atlas: Atlas, row: dict[str, int], chance: Floats) -> Causes:
    """Rows of the table that tell of causes."""
    law = atlas.observation["silence"]["causes"]
    records = [
        record
        for record in atlas.associations.values()
        if record.test == "history" and record.group not in law["not"]
    ]
    rows = [row[record.finding] for record in records]
    base = np.array([record.among_others for record in records])[:, None]
    telling = chance[rows] >= float(law["lift"]) * base
    spared = np.log1p(-np.where(telling, np.nan_to_num(chance[rows]), 0.0))
    return Causes(rows, [record.group or record.finding for record in records], spared)


@dataclass(frozen=True, eq=False)
class Named:
    """What each kind of patient has, by name.

    Attributes
    ----------
    names : list of str
        Each different name once.
    which : int array [cells, most]
        Names of each cell; where it has fewer, the number of names.
    """

    names: list[str]
    which: NDArray[np.intp]

    @classmethod
    def of(cls, each: list[list[str]]) -> "Named":
        """Number the names."""
        numbers = {name: i for i, name in enumerate(dict.fromkeys(n for one in each for n in one))}
        which = np.full((len(each), max(map(len, each), default=0)), len(numbers), np.intp)
        for cell, one in enumerate(each):
            which[cell, : len(one)] = [numbers[name] for name in one]
        return cls(list(numbers), which)

    def cells(self) -> dict[str, NDArray[np.intp]]:
        """Cells of each name."""
        return {n: np.flatnonzero((self.which == i).any(1)) for i, n in enumerate(self.names)}

    def among(self, some: set[str]) -> NDArray[np.bool_]:
        """Whether a cell has one of some names, [cells]."""
        found = np.array([*(name in some for name in self.names), False])
        return np.asarray(found[self.which].any(1), bool)


def _by_place(
    atlas: Atlas, record: Association, of: tuple[Named, Named], chance: Floats, cap: Floats
) -> None:
    """Fill in what follows from where a lesion sits: over the place, or elsewhere on a nerve that passes there."""
    law, over = atlas.observation["over"][record.by], set(record.over)
    here = of[0].among({name for name, site in atlas.sites.items() if over & set(site.strikes)})
    same = of[1].among({atlas.segments[name].structure for name in over})
    computed = log(float(atlas.observation["caps"]["computed"]))
    own = np.where(here, float(law["here"]), float(law["same_nerve"]))
    mine = (here | same) & (cap < computed)
    chance[mine] = np.fmax(chance[mine], own[mine])
    cap[mine] = computed


_NONE = np.zeros(0, np.intp)


def _rows(
    given: tuple[Given, ...], of: tuple[tuple[str, dict[str, NDArray[np.intp]]], ...]
) -> Iterable[tuple[Given, NDArray[np.intp]]]:
    """Rows of one finding and the cells they speak of, the closest kind of row first."""
    for kind, cells in of:
        for row in given:
            name = getattr(row, kind)
            if name is not None:
                yield row, cells.get(name, _NONE)


def is_checked(sources: tuple[str, ...]) -> bool:
    """Whether one of the sources was read, reported or derived: only then may a row move the odds far."""
    return any(source.split()[1] in _CHECKED for source in sources if " " in source)


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
