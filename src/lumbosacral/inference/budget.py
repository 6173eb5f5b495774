"""What a study may cost: `6-needles`, `30-minutes`, `4-pain`, or several of these joined by commas."""

import re
from dataclasses import dataclass
from math import inf

from lumbosacral.errors import InputError
from lumbosacral.inference.answer import Cost

MEND = "write such as 6-needles, 10-minutes, 4-pain or 6-needles,30-minutes"
_PART = re.compile(r"(\d{1,6}(?:\.\d{1,6})?)\s*-?\s*(needle|minute|min|pain)s?", re.ASCII)
MOST_WORDS = 200


@dataclass(frozen=True)
class Budget:
    """The most that may be spent; infinite where nothing was said."""

    needles: float = inf
    minutes: float = inf
    pain: float = inf

    def allows(self, cost: Cost) -> bool:
        """Whether a cost is within the budget."""
        return (
            cost.needles <= self.needles
            and cost.minutes <= self.minutes + 1e-9
            and cost.pain <= self.pain + 1e-9
        )


def budget_of(words: str) -> Budget:
    """Read a budget.

    Raises
    ------
    InputError
        If it is none.
    """
    given: dict[str, float] = {}
    for part in words[:MOST_WORDS].lower().split(","):
        match = _PART.fullmatch(part.strip())
        if match is None or len(words) > MOST_WORDS:
            raise InputError(f"{words[:60]!r} is no budget", where="budget", mend=MEND)
        unit = {"needle": "needles", "pain": "pain"}.get(match[2], "minutes")
        if unit in given:
            raise InputError(f"{unit} stand twice", where="budget", mend="keep one of them")
        given[unit] = float(match[1])
    if given.get("needles", 0) % 1:
        raise InputError("half a needle cannot be set", where="budget", mend=MEND)
    return Budget(**given)


def spent(costs: list[Cost]) -> Cost:
    """Sum of costs."""
    return Cost(
        minutes=round(sum(c.minutes for c in costs), 3),
        needles=sum(c.needles for c in costs),
        pain=round(sum(c.pain for c in costs), 3),
    )
