"""The one table of findings that fibres do not carry, laid out for the kinds of patients of a bank."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from math import log

import numpy as np
from numpy.typing import NDArray

from lumbosacral.atlas.described import Association, Given
from lumbosacral.atlas.load import Atlas
from lumbosacral.inference.who import of_course
from lumbosacral.population.blocks import Key

Floats = NDArray[np.float64]
_CHECKED = frozenset("VSD")


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
