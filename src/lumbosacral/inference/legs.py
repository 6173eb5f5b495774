"""A finding on either leg of the patients of a bank.

A case is read both ways round, so every finding is weighed on either leg. The other leg of a patient who is struck on
one side is a healthy leg like all others: it is worked out once for all of them, and one by one only in patients who
are struck on both sides.
"""

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass, field, replace
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from lumbosacral.findings import Understood
from lumbosacral.inference.likelihood import Observer, terms_of, weighed, with_local
from lumbosacral.inference.rows import Codes, Few, Indices, Row, Whole
from lumbosacral.inference.terms import Term
from lumbosacral.population.bank import Bank


@dataclass(frozen=True, eq=False)
class Struck:
    """Patients of a bank who are struck on both sides.

    Attributes
    ----------
    who : int array [B]
    place : int32 array [N]
        Position in `who` of those who are, `B` of others.
    both : bool array [N]
    """

    who: Indices
    place: NDArray[np.int32]
    both: NDArray[np.bool_]
    _codes: dict[int, Codes | None] = field(default_factory=dict)

    def other_codes(self, bank: Bank, row: int) -> Codes | None:
        """Codes of the other leg in these, then that of everybody else, [B + 1]; None if these are not alike."""
        if row not in self._codes:
            column = bank.column(1, row)
            mine = column[self.who]
            usual = column[np.argmin(self.both)] if len(column) else np.uint8(0)
            alike = np.count_nonzero(column != usual) == np.count_nonzero(mine != usual)
            self._codes[row] = np.append(mine, usual) if alike else None
        return self._codes[row]


_STRUCK: WeakKeyDictionary[Bank, Struck] = WeakKeyDictionary()


def struck_of(bank: Bank) -> Struck:
    """Return who is struck on both sides, worked out once for a bank."""
    if bank not in _STRUCK:
        who = np.flatnonzero(bank.both)
        place = np.full(len(bank), len(who), np.int32)
        place[who] = np.arange(len(who), dtype=np.int32)
        _STRUCK[bank] = Struck(who, place, bank.both)
    return _STRUCK[bank]


def of_legs(observer: Observer, finding: Understood) -> tuple[Row, Row] | None:
    """Log chance of a finding if it is of the index leg, or of the other; None where nothing can be read."""
    terms = terms_of(observer, finding)
    if terms is None:
        return None
    if len(terms) == 1 and not terms[0].joint and finding.test != "pain":
        return _of_legs(observer, finding, terms)
    if type(observer.bank) is not Bank:
        return _laid_out_legs(observer, finding, terms)
    said = replace(finding, index=0, words="", sides="left", days=None)
    key = id(observer.bank), id(observer.atlas), observer.age_years, said
    if key not in _LEGS:
        legs = _laid_out_legs(observer, finding, terms)
        _LEGS[key] = legs, observer
        _forget()
    _LEGS.move_to_end(key)
    return _LEGS[key][0]


_LEGS: OrderedDict[Hashable, tuple[tuple[Row, Row], Observer]] = OrderedDict()
"""Findings of several readings that were worked out last, each with the observer that keeps its bank alive."""
LEGS_BYTES = 64 * 2**20


def _forget() -> None:
    """Forget the findings that were not asked for longest."""
    while sum(4 * len(observer.bank) for _, observer in _LEGS.values()) > LEGS_BYTES:
        _LEGS.popitem(last=False)


def _of_legs(observer: Observer, finding: Understood, terms: list[Term]) -> tuple[Row, Row]:
    row = weighed(observer, finding, terms, lambda *of: observer.codes(0, *of))
    return row, _of_other_leg(observer, finding, terms)


def _laid_out_legs(observer: Observer, finding: Understood, terms: list[Term]) -> tuple[Row, Row]:
    row, other = _of_legs(observer, finding, terms)
    mine = Whole(with_local(observer, finding, row.laid_out(), 0))
    if finding.test != "pain":
        return mine, other
    return mine, Whole(with_local(observer, finding, other.laid_out(), 1))


def _of_other_leg(observer: Observer, finding: Understood, terms: list[Term]) -> Row:
    bank, index, struck = observer.bank, observer.catalogue.index, struck_of(observer.bank)
    codes = {of: struck.other_codes(bank, index[of]) for term in terms for of in term.readings}
    known = {of: code for of, code in codes.items() if code is not None}
    if len(known) < len(codes):
        return weighed(observer, finding, terms, lambda *of: observer.codes(1, *of))
    short = weighed(observer, finding, terms, lambda *of: known[of])
    row = Whole(short.laid_out()) if isinstance(short, Few) else short
    return Few(struck.who, row, len(bank), struck.place)


def both_rows(observer: Observer, finding: Understood) -> tuple[Row, Row] | None:
    """Log chance of a finding with the index leg left and right; None where nothing can be read."""
    legs = of_legs(observer, finding)
    if legs is None:
        return None
    index, other = legs
    if finding.sides == "left":
        return index, other
    if finding.sides == "right":
        return other, index
    mean = Whole((index.laid_out() + other.laid_out()) / _divisor(observer, finding))
    return mean, mean


def _divisor(observer: Observer, finding: Understood) -> np.float32:
    """By what the two legs' log chances are divided: a finding of one organ in the midline is one finding."""
    law, muscles = observer.atlas.observation["group"], observer.atlas.muscles
    parts = {muscles[t].compartment if t in muscles else "" for t in finding.targets}
    return np.float32(2 if parts <= set(law["midline"]) else law["both_sides_divisor"])
