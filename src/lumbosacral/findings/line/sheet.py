"""What a line of text has told so far: its findings, and things that still wait for a value."""

import re
from collections.abc import Mapping

from pydantic import ValidationError

from lumbosacral.findings.cases.case import Finding
from lumbosacral.findings.language.patterns import EVEN, MEASURED, MIDDLE, PLURAL, RAISED
from lumbosacral.findings.language.vocabulary import Vocabulary
from lumbosacral.findings.line.clauses import Clause
from lumbosacral.findings.line.cutting import ALONE
from lumbosacral.findings.line.following import is_normal_muscle, is_sound, value_words
from lumbosacral.findings.line.held import NEEDLE, SIDES, may_lend
from lumbosacral.findings.parts.lexing import parts_of
from lumbosacral.findings.reading import Side
from lumbosacral.findings.results.values import table_for

__all__ = ["Sheet"]

_STUDIES = frozenset({NEEDLE, "ncs"})


class Sheet:
    """Findings, things without a value, and the side that holds."""

    def __init__(self, known: Vocabulary) -> None:
        self.known = known
        self.side: Side | None = None
        self.sides_said: set[Side] = set()
        self._aside: Side | None = None
        self.findings: list[Finding] = []
        self.pending: list[Clause] = []

    @property
    def last(self) -> Finding | None:
        """The finding that was told last."""
        return self.findings[-1] if self.findings else None

    def take(self, clause: Clause) -> None:
        """Take a clause: with those that wait before it, where they are of one test."""
        alone = clause.test in ALONE
        if self.shares_needle(clause):
            for waiting in self.pending:
                waiting.test = NEEDLE
        others = self.pending and (alone or self.pending[-1].test != clause.test)
        # "Babinski L, no sensory loss": all of feeling is named by its own word
        if others and (clause.named or clause.test == "sensation"):
            self.flush()
        if self.pending and clause.named and clause.valued and self._result_leads():
            self.flush()
        self.pending.append(clause)
        if clause.valued or alone or not clause.named:
            self.emit()

    def _result_leads(self) -> bool:
        """Whether the list began with its result, which then holds for all of it: "weak DF, EHL, inversion"."""
        last = self.last
        if last is None or last.test != self.pending[0].test or last.value is not None:
            return False
        parts = parts_of(last.of, last.test, table_for(last.test, "", self.known), self.known)
        row = [token for token in parts[0].row if token.norm not in SIDES] if parts else []
        return bool(row) and row[0] in parts[0].said and not row[0].norm[0].isdigit()

    def needle_too(self) -> None:
        """Take normal muscles right before a needle study as studied by it: "VM nl; TA 2+ fibs"."""
        for i in range(len(self.findings) - 2, -1, -1):
            one = self.findings[i]
            if one.test != "strength" or not is_normal_muscle(one, self.known):
                return
            self.findings[i] = one.model_copy(update={"test": NEEDLE})

    def side_of(self, said: str) -> None:
        """Take the first side word: it holds until the next one, but not for what no one leg has: "ankle jerks"."""
        sides = self._sides_in(said)
        self.sides_said.update(sides)
        plural = not sides and (PLURAL.search(said) or MIDDLE.search(said))
        if sides:
            self.side = sides[0]
        elif plural and self.side is not None:
            self.flush()
            self._aside, self.side = self.side, None
        elif not plural and self._aside is not None:
            self.flush()
            self.side = self._aside
        self._aside = None if sides or not plural else self._aside

    def ends(self, before: Side | None, compared: bool) -> None:
        """End a sentence: where both sides were told, the one that held `before` it holds again."""
        self.side = self.side if self._aside is None else self._aside
        both = {"left", "right"} <= self.sides_said
        if compared or both or ("both" in self.sides_said and before in {"left", "right"}):
            self.side = before
        self._aside = None
        self.sides_said.clear()

    def _sides_in(self, said: str) -> list[Side]:
        row, i = self.known.prepare(said), 0
        sides: list[Side] = []
        while i < len(row):
            found = self.known.match(row, i, ("side", "area", "region", "muscle", "association"))
            if found is not None and found.kind == "side" and found.name in SIDES:
                sides.append(SIDES[found.name])
            i += found.length if found else 1
        return sides

    def asks(self, said: str) -> bool:
        """Keep what is only suspected, which is no finding and comes back: "?peroneal palsy"; whether it is that."""
        if re.match(r"\?\s?[A-Za-z]", said) is None:
            return False
        self.flush()
        self.keep({"test": "history", "of": said, "value": None}, {})
        return True

    def answered(self, said: str) -> bool:
        """Keep how far a straight leg was raised, or that a jerk is like the other leg's; whether that is so."""
        raised, even = RAISED.match(said), EVEN.match(said)
        if raised is not None:
            told = {"test": "sign", "of": raised["test"], "value": f"{raised['angle']} degrees"}
        elif even is not None:
            told = {"test": "reflex", "of": even["test"], "value": even["even"]}
        else:
            return False
        self.flush()
        self.side_of(said)
        self.findings.append(Finding.model_validate({**told, "side": self.side}))
        return True

    def adds(self, clause: Clause) -> bool:
        """Add what a study showed besides, of the same muscle or nerve: "TA fibs 3+, recruitment reduced"."""
        last = self.last
        if last is None or last.test not in _STUDIES or last.value is not None or self.pending:
            return False
        parts = parts_of(clause.text, last.test, table_for(last.test, "", self.known), self.known)
        told = [token for part in parts for token in part.said]
        if any(part.unread or part.named or part.side for part in parts) or not told:
            return False
        needle = last.test == NEEDLE and any(token.norm.isalpha() for token in told)
        if not needle and not MEASURED.search(clause.text):
            return False
        self.findings[-1] = last.model_copy(update={"of": f"{last.of}, {clause.text}"})
        return True

    def keep(self, told: Mapping[str, object], more: Mapping[str, object]) -> None:
        """Add a finding with more said of it, or without where that makes no finding, such as a grade of 7."""
        try:
            found = Finding.model_validate({**told, **more})
        except ValidationError:
            found = Finding.model_validate(told)
        self.findings.append(found)

    def only_sound(self, first: int) -> bool:
        """Whether all that was told of the side that holds, from this finding on, is as it should be."""
        told = [one for one in self.findings[first:] if one.side == self.side]
        return bool(told) and all(is_sound(one, self.known) for one in told)

    def moved(self) -> str:
        """What was said last, where that is of strength."""
        if self.pending:
            return self.pending[-1].text
        last = self.last
        return last.of if last is not None and last.test == "strength" else ""

    def shares_needle(self, clause: Clause) -> bool:
        """Whether muscles named before wait for the value of this needle study: "soleus, TP and paraspinals silent"."""
        waits = [one.test == "strength" and not one.valued for one in self.pending]
        return bool(waits) and all(waits) and clause.test == NEEDLE and clause.valued

    def emit(self) -> None:
        """Write down what waits, as one finding."""
        if not self.pending:
            return
        words = ", ".join(clause.text for clause in self.pending)
        test = self.pending[-1].test
        self.pending.clear()
        self.findings.append(
            Finding.model_validate({"test": test, "of": words, "value": None, "side": self.side})
        )

    def flush(self) -> None:
        """Hand on what is left without a value: it takes the one said before in the same test."""
        if not self.pending:
            return
        last = self.last
        test = self.pending[-1].test
        if last is not None and last.test == NEEDLE and test == "strength":
            test = test if any(clause.valued for clause in self.pending) else NEEDLE
        words = ", ".join(clause.text for clause in self.pending)
        if last is not None and last.test == test and may_lend(last, words, self.known):
            self.pending.clear()
            said = last.of if isinstance(last.value, str) is False else str(last.value)
            value = value_words(said, test, self.known) or (
                last.value if isinstance(last.value, str) else None
            )
            told = {"test": test, "of": words, "value": None, "side": self.side}
            self.keep(told, {"value": value})
            return
        self.emit()
