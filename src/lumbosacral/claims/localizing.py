"""Localizing in a check: a few findings, mostly against the small bank, each case answered once.

The bank is that of the packaged atlas. A check that is handed another atlas (a corrupted one) does on it what runs
forward and what is asked of the records, and localizes with the packaged one.
"""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import log
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lumbosacral.claims.ledger import ClaimFails
from lumbosacral.findings import Reading, case_from, names, understand
from lumbosacral.inference.answer import Answer, NextTest
from lumbosacral.inference.evidence import gather
from lumbosacral.inference.likelihood import Observer
from lumbosacral.inference.localize import answer_of, weighed
from lumbosacral.inference.members import members_of
from lumbosacral.inference.plan import next_tests
from lumbosacral.inference.posterior import Posterior, posterior_of
from lumbosacral.population.blocks import the_catalogue
from lumbosacral.population.shelf import get_bank
from lumbosacral.wiring.listening import the_listening

_FINDING = re.compile(
    r"(?:(?P<side>both|left|right) )?(?P<test>\w+): (?P<of>[^=]+?)(?: = (?P<value>.+))?"
)
LEAST = 0.005
"""From this share on a hypothesis counts as kept: answers list nothing below it."""


def finding(said: str) -> dict[str, str]:
    """Finding of a case from `[side] test: of [= value]`; the value is `present` where none is said."""
    match = _FINDING.fullmatch(said)
    if match is None:
        raise ValueError(f"{said!r} is not `test: of = value`")
    out = {"test": match["test"], "of": match["of"], "value": match["value"] or "present"}
    return {**out, "side": match["side"]} if match["side"] else out


@dataclass(frozen=True, eq=False)
class Localized:
    """A case with its answer, and the whole posterior behind it (of a case without a time since onset)."""

    reading: Reading
    answer: Answer
    silent: bool
    size: str

    @cached_property
    def posterior(self) -> Posterior:
        """Weights of the patients of the bank."""
        listening, bank, age = the_listening(), get_bank(self.size), self.reading.patient.age
        observer = Observer(listening.universe.atlas, the_catalogue(listening), bank, age)
        return posterior_of(
            observer, gather(observer, self.reading, self.answer.setting, silent=self.silent)
        )

    @cached_property
    def structures(self) -> dict[str, float]:
        """Probability of every structure, the likeliest first."""
        return {one.structure: one.probability for one in self.answer.by_structure}

    @cached_property
    def conditions(self) -> dict[str, float]:
        """Probability of every condition, those too rare for the answer included."""
        listed = list(the_listening().universe.atlas.conditions)
        of = get_bank(self.size).condition[self.posterior.patient].astype(np.intp)
        return dict(zip(listed, map(float, self.posterior.by(of, len(listed))), strict=True))

    @cached_property
    def tests(self) -> tuple[NextTest, ...]:
        """Every test that is worth doing, the best first; an answer lists the first few of them."""
        case = weighed(
            the_listening(),
            get_bank(self.size),
            self.reading,
            setting=self.answer.setting,
            silent=self.silent,
        )
        entries = case.entries
        every = len(case.hand.listed)
        return next_tests(case.observer, case.hand, entries.structure, entries.names, every)

    @property
    def ways(self) -> tuple[float, float]:
        """Probability that a one-sided lesion is on the left, and on the right."""
        one = ~get_bank(self.size).both[self.posterior.patient]
        left = float(self.posterior.weight[one & (self.posterior.way == 0)].sum())
        return left, float(self.posterior.weight[one & (self.posterior.way == 1)].sum())

    def of(self, *structures: str) -> float:
        """Probability of any of some structures."""
        return sum(self.structures.get(name, 0.0) for name in structures)

    def under(self, *conditions: str) -> float:
        """Probability of any of some conditions."""
        return sum(self.conditions[name] for name in conditions)

    def involved(self, side: str, *structures: str) -> float:
        """Chance that any of some structures is damaged on one side alone, summed over them."""
        return sum(
            one.probability
            for one in self.answer.involved
            if one.side == side and one.structure in structures
        )

    def ranked(self, structure: str, side: str) -> float:
        """Probability of the listed answers with a lesion of a structure on a side."""
        return sum(
            one.probability
            for one in self.answer.ranking
            if one.side == side and structure in {lesion.structure for lesion in one.lesions}
        )


@lru_cache(maxsize=1024)
def localized(
    *said: str,
    side: str | None = "left",
    silent: bool = False,
    age: int | None = None,
    sex: str | None = None,
    days: int | None = None,
    size: str = "small",
    setting: str = "clinic",
) -> Localized:
    """Localize findings told as in `finding`.

    Parameters
    ----------
    silent : bool
        Whether what is not said counts as weak evidence of normal. Off in checks that add a finding to a case, so
        that the finding alone makes the difference.
    size : str
        Bank that answers; the full one where differences are less than the small one tells.
    setting : str
        Whose base rates.

    Raises
    ------
    ClaimFails
        If a word of it is not understood.
    """
    case = case_from(_case(said, side, age, sex, days))
    listening = the_listening()
    reading = understand(case, names(), members_of(listening.universe))
    answer = answer_of(
        listening, get_bank(size), reading, setting=setting, silent=silent, carried=case.carried
    )
    if answer.not_understood:
        missed = ", ".join(one.words for one in answer.not_understood)
        raise ClaimFails(f"not understood: {missed}")
    return Localized(reading, answer, silent, size)


def _case(
    said: tuple[str, ...], side: str | None, age: int | None, sex: str | None, days: int | None
) -> dict[str, Any]:
    case: dict[str, Any] = {"findings": [finding(one) for one in said]}
    if side is not None:
        case["side"] = side
    if age is not None or sex is not None:
        case["patient"] = {"age": age, "sex": sex}
    if days is not None:
        case["onset"] = {"days": days}
    return case


def log_odds(share: float) -> float:
    """Log odds of a probability, kept finite."""
    inside = min(max(share, 1e-9), 1 - 1e-9)
    return log(inside / (1 - inside))


def moved(structures: tuple[str, ...], added: str, *base: str, **how: Any) -> float:
    """Change of the log odds of some structures when a finding is added to a case."""
    before, after = localized(*base, **how), localized(*base, added, **how)
    return log_odds(after.of(*structures)) - log_odds(before.of(*structures))


def moved_under(conditions: tuple[str, ...], added: str, *base: str, **how: Any) -> float:
    """Change of the log odds of some conditions when a finding is added to a case."""
    before, after = localized(*base, **how), localized(*base, added, **how)
    return log_odds(after.under(*conditions)) - log_odds(before.under(*conditions))


def sampled(
    condition: str, quantity: str, of: tuple[str, ...]
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Readings of the index leg of every patient of a condition in the bank, [n, names], and their weights, [n]."""
    listening, bank = the_listening(), get_bank("small")
    catalogue = the_catalogue(listening)
    mine = bank.condition == list(listening.universe.atlas.conditions).index(condition)
    rows = [catalogue.index[quantity, name] for name in of]
    values = [catalogue.columns[row].decode()[bank.column(0, row)[mine]] for row in rows]
    return np.stack(values, axis=1), bank.weight[mine]
