"""What a report does not mention: weak evidence that it was not there.

Three kinds of silence: of a deficit of the leg (the graver, the sooner it is mentioned), of the pain, the cause or the
mark that a condition nearly always has, and of findings outside the leg.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lumbosacral.atlas.load import Atlas
from lumbosacral.findings import Reading
from lumbosacral.inference import chances
from lumbosacral.inference.associations import told as told_of
from lumbosacral.inference.composed import PairBank
from lumbosacral.inference.likelihood import Observer
from lumbosacral.inference.rows import looked_up
from lumbosacral.inference.table import Table, table_of
from lumbosacral.inference.terms import Judge
from lumbosacral.population.bank import Bank
from lumbosacral.population.readings import Catalogue

Floats = NDArray[np.float32]
Some = NDArray[np.intp] | slice
Law = dict[str, Any]
EVERYBODY = slice(None)
COVERED = 0.25
"""Where muscles that make this share of a movement are told of, the movement is."""
_PARTS = (("movement", "movements"), ("touch", "areas"), ("reflex", "reflexes"), ("sign", "signs"))


def silence(observer: Observer, reading: Reading) -> Callable[[Some], Floats]:
    """Log chance that what some patients have went unmentioned, [K]; capped, and less where little was told."""
    law, count = observer.atlas.observation["silence"], len(reading.understood)
    pain_or_cause = untold_by_patient(observer, reading)
    loss = _loss_unmentioned(observer, mentioned(observer.atlas, reading))
    cap, weight = np.float32(law["cap"]), np.float32(count / (count + float(law["half_at"])))

    def of(who: Some) -> Floats:
        total = pain_or_cause(who) + loss(who)
        total *= 2 * weight / cap
        return capped(total, cap)

    return of


def mentioned(atlas: Atlas, reading: Reading) -> set[str]:
    """Names told of, with the movements that their muscles, gaits, tasks and signs speak of."""
    said = {target for f in reading.understood for target in f.targets}
    for name, movement in atlas.movements.items():
        told = sum(share for muscle, share in movement.shares.items() if muscle in said)
        if told >= COVERED * sum(movement.shares.values()):
            said.add(name)
    gaits = {need.movement for name in said & atlas.gaits.keys() for need in atlas.gaits[name].of}
    tasks = {n.movement for name in said & atlas.tasks.keys() for n in atlas.tasks[name].needs}
    signs = {atlas.signs[name].movement or "" for name in said & atlas.signs.keys()}
    if any(atlas.associations[name].about == "touch" for name in said & atlas.associations.keys()):
        said |= atlas.areas.keys()
    return said | gaits | tasks | signs


def capped(twice: Floats, cap: np.float32) -> Floats:
    """Cap times tanh of half of `twice`, in its place; by exp, which numpy works out several times faster."""
    np.exp(twice, out=twice)
    twice += 1
    np.divide(-2 * cap, twice, out=twice)
    twice += cap
    return twice


def _loss_unmentioned(observer: Observer, said: set[str]) -> Callable[[Some], Floats]:
    """Log chance that no loss but what was said was mentioned."""
    rows, bank = unmentionable(observer.atlas), observer.bank
    if isinstance(bank, PairBank):
        total = np.zeros(len(bank), np.float32)
        for row in rows:
            if row[1] not in said:
                total += _unmentioned(observer, *row)
        return lambda who: _taken(total, who)
    each = _each_unmentioned(observer.atlas, observer.catalogue, bank)
    unsaid = np.array([name not in said for _, name in rows], np.float32)
    return lambda who: np.asarray(_taken(each, who) @ unsaid, np.float32)


@lru_cache(maxsize=8)
def _each_unmentioned(atlas: Atlas, catalogue: Catalogue, bank: Bank) -> Floats:
    """Log chance that the loss of each reading went unmentioned, [N, U]; kept for each bank.

    One patient after the other: a case asks all of some patients.
    """
    observer, rows = Observer(atlas, catalogue, bank, None), unmentionable(atlas)
    each = np.empty((len(bank), len(rows)), np.float32)
    for column, row in enumerate(rows):
        each[:, column] = _unmentioned(observer, *row)
    return each


def _taken(row: Floats, who: Some) -> Floats:
    """Entries of some patients, [K] or [K, U]; several times faster than plain indexing."""
    return row[who] if isinstance(who, slice) else np.take(row, who, axis=0)


def unmentionable(atlas: Atlas) -> list[tuple[str, str]]:
    """Readings whose loss a report would mention: quantity and name."""
    law = atlas.observation["silence"]
    return [(quantity, name) for quantity, names in _PARTS for name in law[names]]


def untold_by_patient(observer: Observer, reading: Reading) -> Callable[[Some], Floats]:
    """Log chance that the pain, the cause and findings outside the leg of patients went unmentioned, [K].

    Of two lesions the one whose pain or cause is the more surely told decides.
    """
    bank = observer.bank
    if not isinstance(bank, PairBank):
        by_cell = untold(observer, reading).astype(np.float32)
        return lambda who: looked_up(by_cell, bank.cell[who])
    assert bank.of is not None
    assert bank.pairs is not None
    one = untold_by_patient(replace(observer, bank=bank.of), reading)(EVERYBODY)
    both = np.minimum(one[bank.pairs.first], one[bank.pairs.second])
    return lambda who: _taken(both, who)


def untold(observer: Observer, reading: Reading) -> NDArray[np.float64]:
    """Log chance that the pain, the cause and the findings outside the leg of a patient went unmentioned, [cells]."""
    atlas, cells = observer.atlas, observer.bank.cells
    law = atlas.observation["silence"]
    table = table_of(atlas, cells)
    total = _untold_pain(law, reading, table)
    total += _untold_cause(observer, reading, table)
    total += _untold_marks(law, reading, table)
    if not any(f.kind == "elsewhere" for f in reading.understood):
        usual = float(atlas.observation["elsewhere"]["usual"])
        each = [usual if c.elsewhere is None else c.elsewhere for c in atlas.conditions.values()]
        chance = np.array([each[condition] for condition, _ in cells])
        total += np.log1p(-float(law["elsewhere"]) * chance)
    return total


def _untold_pain(law: Law, reading: Reading, table: Table) -> NDArray[np.float64]:
    """Log chance that pain went unmentioned, [cells]: any; or that of the back or leg, where the other is told."""
    told = {target for f in reading.understood if f.test == "pain" for target in f.targets}
    of_table = any(f.test == "pain" and f.kind == "association" for f in reading.understood)
    if not of_table:
        return np.log1p(-float(law["told"]["pain"]) * table.most(table.of_test("pain")))
    pains = {part: frozenset(names) for part, names in law["pains"].items()}
    said = {part for part, names in pains.items() if told & names}
    if any(f.test == "pain" and f.kind != "association" for f in reading.understood):
        said.add("leg")
    surely = float(law["told"]["other_pain"])
    unsaid = [table.most(names) for part, names in pains.items() if said and part not in said]
    return sum((np.log1p(-surely * most) for most in unsaid), np.zeros(table.chance.shape[1]))


def _untold_marks(law: Law, reading: Reading, table: Table) -> NDArray[np.float64]:
    """Log chance that what an illness is known by went unmentioned, [cells], where none of it was told."""
    told = {target for f in reading.understood for target in f.targets}
    marks = [frozenset(names) for names in law["marks"] if told.isdisjoint(names)]
    surely = float(law["told"]["marks"])
    unsaid = (np.log1p(-surely * table.most(names)) for names in marks)
    return sum(unsaid, np.zeros(table.chance.shape[1]))


def _untold_cause(observer: Observer, reading: Reading, table: Table) -> NDArray[np.float64]:
    """Log chance that what brought a condition about went unmentioned, [cells]; less likely beside another cause."""
    law, causes = observer.atlas.observation["silence"], table.causes
    said = [
        told
        for f in reading.understood
        if f.kind == "association"
        for told in told_of(observer.atlas, f)
    ]
    named = {table.row[told.record.finding] for told in said}
    there = {told.record.group or told.record.finding for told in said if told.there}
    mine = np.array([row in named for row in causes.rows], bool)
    same = np.array([group in there for group in causes.groups], bool)
    unsaid = 1 - np.exp(causes.spared[~(mine | same)].sum(0))
    known = (causes.spared[same] < 0).any(0)
    surely = float(law["told"]["beside" if same.any() else "history"])
    return np.where(known, 0.0, np.log1p(-surely * unsaid))


def _unmentioned(observer: Observer, quantity: str, name: str) -> Floats:
    """Log chance that the loss of one reading went unmentioned, both legs together, [N]."""
    law = observer.atlas.observation["silence"]
    table = np.log1p(-_mentioned(observer.judge, law, quantity, name)).astype(np.float32)
    index, other = (looked_up(table, observer.codes(leg, quantity, name)) for leg in (0, 1))
    return index + other


def _mentioned(judge: Judge, law: Law, quantity: str, name: str) -> NDArray[np.float64]:
    """Chance that what is lost of a reading is mentioned, by code, [256]: some loss, and more for a grave one."""
    scale, o = judge.values(quantity, name), judge.atlas.observation
    some, grave = (float(x) for x in law[quantity])
    if quantity == "movement":
        people = judge.atlas.people
        lost = chances.strength(o, people, scale, "weak", None, "")
        deep = chances.strength(o, people, scale, "weak", None, "severe")
    elif quantity == "touch":
        lost = np.maximum(chances.sensation(o, scale, "reduced") - 0.05, 0)
        deep = chances.sensation(o, scale, "absent")
    elif quantity == "sign":
        found = chances.sign(o, judge.atlas.signs[name], scale, True)
        lost = deep = found - found.min()
    else:
        lost = deep = np.maximum(chances.reflex(o, scale, "absent", 0.0), 0)
    return some * lost + (grave - some) * np.minimum(deep, lost)
