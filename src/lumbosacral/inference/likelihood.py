"""Log likelihood of one understood finding in every patient of the bank, for either leg.

Each finding becomes a table from byte to log chance, or, for a group, from the summary of its members; a small
floor keeps one odd finding from excluding a site.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lumbosacral.atlas.load import Atlas
from lumbosacral.findings import Understood, Value
from lumbosacral.inference.rows import Codes, Few, Floats, Looked, Row, Whole, looked_up
from lumbosacral.inference.table import table_of
from lumbosacral.inference.terms import NORMAL_WORDS, Asked, Judge, Term, term_of
from lumbosacral.population.bank import Bank
from lumbosacral.population.readings import Catalogue

Read = Callable[[str, str], Codes]
"""Codes of a reading (quantity, name) in the patients at issue."""
MOSTLY = 0.6
"""Where fewer patients than this share have anything to show, only they are worked out."""


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


def floored(observer: Observer, chance: NDArray[Any], value: Value) -> Floats:
    """Log chance with the floor mixed in: at the worst, every value that could be said is as likely."""
    law = observer.atlas.observation["floor"]
    floor = float(law["each_finding"])
    alike = 1 / float(law["grades" if value.grade is not None else "words"])
    mixed = np.clip(chance, 0, 1)
    mixed *= 1 - floor
    mixed += floor * alike
    return np.asarray(np.log(mixed, out=mixed), np.float32)


def leg_log_likelihood(observer: Observer, finding: Understood, leg: int) -> Floats | None:
    """Log chance of a finding if it is of one leg of each patient, [N]; None where nothing can be read."""
    terms = terms_of(observer, finding)
    if terms is None:
        return None
    row = weighed(observer, finding, terms, lambda *of: observer.codes(leg, *of)).laid_out()
    return with_local(observer, finding, row, leg)


def terms_of(observer: Observer, finding: Understood) -> list[Term] | None:
    """What the finding asks of each of its targets; None where one of them cannot be read."""
    asked = [
        Asked(finding.test, finding.kind, finding.modality, finding.value, target)
        for target in finding.targets
    ]
    terms = [term for one in asked if (term := term_of(observer.judge, one)) is not None]
    return terms if terms and len(terms) == len(asked) else None


def weighed(observer: Observer, finding: Understood, terms: list[Term], read: Read) -> Row:
    """Log chance of a finding in patients whose codes are given.

    A finding of several readings is worked out for those in whom one of them is not as in health, and once for all
    others.
    """
    if len(terms) == 1 and not terms[0].joint:
        table = floored(observer, terms[0].chance, finding.value)
        return Looked(table, read(*terms[0].readings[0]))
    weigh = _group if len(terms) > 1 else _several
    codes = {of: read(*of) for term in terms for of in term.readings}
    healthy = {of: observer.catalogue.healthy[observer.catalogue.index[of]] for of in codes}
    shown = np.zeros(len(next(iter(codes.values()))), bool)
    for of, code in codes.items():
        shown |= code != healthy[of]
    some = np.flatnonzero(shown)
    if len(some) > MOSTLY * len(shown):
        return Whole(weigh(observer, finding, terms, lambda *of: codes[of]))
    few = {of: np.append(code[some], healthy[of]) for of, code in codes.items()}
    worked = weigh(observer, finding, terms, lambda *of: few[of])
    return Few(some, Whole(worked), len(shown))


def with_local(
    observer: Observer,
    finding: Understood,
    row: Floats,
    leg: int,
    who: NDArray[np.intp] | None = None,
) -> Floats:
    """Pain where a lesion sits, beside pain in the territory of what it harms, less where a condition is painless.

    Other findings stay as they are.

    Parameters
    ----------
    who : int array or None
        Patients of the row, where it is not of all.
    """
    if finding.test != "pain":
        return row
    sites, areas = observer.atlas.sites, set(finding.targets)
    law, cells = observer.atlas.observation["pain"], observer.bank.cells
    there = [
        any(areas & set(sites[x.site].felt) for x in lesions if x.site in sites)
        for _, lesions in cells
    ]
    cell = observer.bank.cell[slice(None) if who is None else who]
    pained = table_of(observer.atlas, cells).pained
    here = looked_up(np.where(there, float(law["local"]) * pained, 0).astype(np.float32), cell)
    if leg == 1:
        here = here * observer.bank.both[slice(None) if who is None else who]
    absent = _is_normal(finding.value) or finding.value.word == "absent"
    felt = 1 - np.exp(row) if absent else np.exp(row)
    felt *= looked_up(pained.astype(np.float32), cell)
    felt = 1 - (1 - felt) * (1 - here)
    felt = np.minimum(felt, np.float32(law["most"]))
    return np.asarray(np.log1p(-felt) if absent else np.log(felt), np.float32)


def _several(observer: Observer, finding: Understood, terms: list[Term], read: Read) -> Floats:
    """A finding of one target that draws on several readings."""
    fine = _unremarkable(terms[0], read)
    chance = fine if _is_normal(finding.value) else 1 - fine
    return floored(observer, chance, finding.value)


def _unremarkable(term: Term, read: Read) -> Floats:
    each = [
        looked_up(table.astype(np.float32), read(*of))
        for of, table in zip(term.readings, term.joint, strict=True)
    ]
    for more in each[1:]:
        each[0] *= more
    return each[0]


def _is_normal(value: Value) -> bool:
    if value.word in NORMAL_WORDS:
        return True
    return value.grade is not None and value.grade > 4.9


def _is_grave(value: Value, law: Mapping[str, Any]) -> bool:
    """Whether a value is so grave that it is of all of a region, not of its worst part."""
    if value.grade is None:
        return value.word == "absent"
    return value.grade < float(law["wide_above"])


def _group(observer: Observer, finding: Understood, terms: list[Term], read: Read) -> Floats:
    """One reading of its own: the members' chances of abnormality, summarised."""
    law = observer.atlas.observation["group"]
    fine = np.stack([_member_fine(finding, term, read) for term in terms])
    bad = np.sort(1 - fine, axis=0)
    third = max(1, round(len(terms) / 3))
    wide = len(terms) >= float(law["wide_from"]) and not _is_grave(finding.value, law)
    worst, mean, best = bad[-third:].mean(0), bad.mean(0), bad[:third].mean(0)
    part = bad[-round(len(terms) * float(law["wide_part"])) :].mean(0) if wide else worst
    if _is_normal(finding.value):
        worst = part if finding.test in law["sought"] else worst
        share = float(law["normal_worst_third"])
        each = np.log(np.maximum(1 - (share * worst + (1 - share) * mean), 1e-3))
        count = min(len(terms), float(law["normal_counts"]))
        return floored(observer, np.exp(each * count), finding.value)
    summaries = {"any": worst, "worst": worst, "all": 0.3 * mean + 0.7 * best}
    share = float(law["worst_third"])
    if wide:
        share, worst = float(law["wide_worst_part"]), part
    abnormal = summaries.get(finding.summary, share * worst + (1 - share) * mean)
    return floored(observer, abnormal, finding.value)


def _member_fine(finding: Understood, term: Term, read: Read) -> Floats:
    """Chance that a member of a group is called normal, [N]."""
    if term.joint:
        return _unremarkable(term, read)
    chance = term.chance if _is_normal(finding.value) else 1 - term.chance
    return looked_up(chance.astype(np.float32), read(*term.readings[0]))
