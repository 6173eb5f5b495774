"""Log likelihood of one understood finding in every patient of the bank, for either leg.

Each finding becomes a table from byte to log chance, or, for a group, from the summary of its members; a small
floor keeps one odd finding from excluding a site.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lumbosacral.atlas.load import Atlas
from lumbosacral.findings import Understood, Value
from lumbosacral.inference.terms import NORMAL_WORDS, Asked, Judge, Term, term_of
from lumbosacral.population.bank import Bank
from lumbosacral.population.readings import Catalogue

Floats = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Observer:
    """A judge and the patients whose readings are judged."""

    atlas: Atlas
    catalogue: Catalogue
    bank: Bank
    age_years: float | None

    @cached_property
    def judge(self) -> Judge:
        """What does not depend on the patients."""
        return Judge(self.atlas, self.catalogue, self.age_years)

    def values(self, quantity: str, name: str) -> NDArray[np.float32]:
        """Value of each of the 256 codes of a reading."""
        return self.judge.values(quantity, name)

    def codes(self, leg: int, quantity: str, name: str) -> NDArray[np.uint8]:
        """Codes of a reading in every patient, [N]; leg 0 is the index leg."""
        return self.bank.column(leg, self.catalogue.index[quantity, name])


def looked_up(table: Floats, codes: NDArray[Any]) -> Floats:
    """Entry of a table for every code, [N]; several times faster than plain indexing."""
    out = np.empty(len(codes), np.float32)
    return np.take(table, codes, out=out, mode="clip")


def floored(observer: Observer, chance: NDArray[Any], value: Value) -> Floats:
    """Log chance with the floor mixed in: at the worst, every value that could be said is as likely."""
    law = observer.atlas.observation["floor"]
    floor = float(law["each_finding"])
    alike = 1 / float(law["grades" if value.grade is not None else "words"])
    return np.asarray(np.log((1 - floor) * np.clip(chance, 0, 1) + floor * alike), np.float32)


def leg_log_likelihood(observer: Observer, finding: Understood, leg: int) -> Floats | None:
    """Log chance of a finding if it is of one leg of each patient, [N]; None where nothing can be read."""
    asked = [
        Asked(finding.test, finding.kind, finding.modality, finding.value, target)
        for target in finding.targets
    ]
    terms = [term_of(observer.judge, one) for one in asked]
    if not terms or any(term is None for term in terms):
        return None
    known = [term for term in terms if term is not None]
    many = len(known) > 1
    row = (
        _group(observer, finding, known, leg) if many else _single(observer, finding, known[0], leg)
    )
    return _with_local(observer, finding, row, leg) if finding.test == "pain" else row


def _with_local(observer: Observer, finding: Understood, row: Floats, leg: int) -> Floats:
    """Pain where a lesion sits, beside pain in the territory of what it harms."""
    sites, areas = observer.atlas.sites, set(finding.targets)
    there = [
        any(areas & set(sites[x.site].felt) for x in lesions if x.site in sites)
        for _, lesions in observer.bank.cells
    ]
    local = np.float32(observer.atlas.observation["pain"]["local"])
    here = looked_up(np.where(there, local, 0).astype(np.float32), observer.bank.cell)
    if leg == 1:
        here = here * observer.bank.both
    spared = 1 - here
    if _is_normal(finding.value) or finding.value.word == "absent":
        return np.asarray(row + np.log(spared), np.float32)
    return np.asarray(np.log(1 - (1 - np.exp(row)) * spared), np.float32)


def _single(observer: Observer, finding: Understood, term: Term, leg: int) -> Floats:
    if not term.joint:
        table = floored(observer, term.chance, finding.value)
        return looked_up(table, observer.codes(leg, *term.readings[0]))
    fine = _unremarkable(observer, term, leg)
    chance = fine if _is_normal(finding.value) else 1 - fine
    return floored(observer, chance, finding.value)


def _unremarkable(observer: Observer, term: Term, leg: int) -> NDArray[np.float32]:
    fine = np.ones(len(observer.bank), np.float32)
    for (quantity, name), table in zip(term.readings, term.joint, strict=True):
        fine *= looked_up(table.astype(np.float32), observer.codes(leg, quantity, name))
    return fine


def _is_normal(value: Value) -> bool:
    if value.word in NORMAL_WORDS:
        return True
    return value.grade is not None and value.grade > 4.9


def _group(observer: Observer, finding: Understood, terms: list[Term], leg: int) -> Floats:
    """One reading of its own: the members' chances of abnormality, summarised."""
    law = observer.atlas.observation["group"]
    fine = np.stack([_member_fine(observer, finding, term, leg) for term in terms])
    bad = np.sort(1 - fine, axis=0)
    third = max(1, round(len(terms) / 3))
    worst, mean, best = bad[-third:].mean(0), bad.mean(0), bad[:third].mean(0)
    if _is_normal(finding.value):
        share = float(law["normal_worst_third"])
        each = np.log(np.maximum(1 - (share * worst + (1 - share) * mean), 1e-3))
        count = min(len(terms), float(law["normal_counts"]))
        return floored(observer, np.exp(each * count), finding.value)
    summaries = {"any": worst, "worst": worst, "all": 0.3 * mean + 0.7 * best}
    wide = len(terms) >= float(law["wide_from"])
    share = float(law["wide_worst_third" if wide else "worst_third"])
    abnormal = summaries.get(finding.summary, share * worst + (1 - share) * mean)
    return floored(observer, abnormal, finding.value)


def _member_fine(
    observer: Observer, finding: Understood, term: Term, leg: int
) -> NDArray[np.float32]:
    """Chance that a member of a group is called normal, [N]."""
    if term.joint:
        return _unremarkable(observer, term, leg)
    chance = term.chance if _is_normal(finding.value) else 1 - term.chance
    return looked_up(chance.astype(np.float32), observer.codes(leg, *term.readings[0]))
