"""One line of text, as a clinician would type it, to a case."""

import re
from collections.abc import Mapping

from pydantic import ValidationError

from lumbosacral.errors import CaseError
from lumbosacral.findings.case import Case, Finding
from lumbosacral.findings.checked import case_from
from lumbosacral.findings.clauses import Clause, judged
from lumbosacral.findings.cutting import ALONE, Reader, before_event, each_examined, halves
from lumbosacral.findings.following import judge, told_again, value_words
from lumbosacral.findings.held import (
    NEEDLE,
    SIDES,
    bare_test,
    may_lend,
    needle_inside,
    not_weak,
    side_alone,
    with_joint,
)
from lumbosacral.findings.onset import began_with, course_of, days_of
from lumbosacral.findings.patterns import (
    BESIDE,
    DENIED,
    EVEN,
    GLUED,
    IRRADIATED,
    PATIENT,
    RAISED,
    TIME,
    VAGUE,
    WHEN,
    WHOSE,
)
from lumbosacral.findings.person import person_first, read_patient
from lumbosacral.findings.reading import Side
from lumbosacral.findings.vocabulary import Names, Vocabulary, vocabulary
from lumbosacral.findings.words import clean

__all__ = ["case_from_text"]

_PLUS = re.compile(
    r"(?<=[A-Za-z)])\s+\+\s+(?!(?:at|on|in|over|behind|left|right|both|bilateral\w*|[LR])\b)(?=[A-Za-z])"
)
"""A plus that joins two things: "knee jerk + ankle jerk"; before a place or a side it is an answer."""
_PLUS_FIRST = re.compile(r"(?:^|(?<=[,;:] )|(?<=[,;:]))\+(?:ve)?\s?(?=[A-Za-z])")
"""A plus before what was tried: "+ SLR R"."""
_TELLER = re.compile(
    r"^\s*(?:the\s+)?(?:pt|patient)\s+(?:(?:presents|presented|complains|complained|c/o)\s+(?:with|of)?\s*|"
    r"(?:with|has|had|reports|reported|is|was|describes|notes|noted)\s+|(?=can\b|can't|cannot|could|unable))",
    re.IGNORECASE,
)
"""Words for who is examined before what is found: "pt cannot stand on tiptoes"."""
_CUT = re.compile(r"\s*(?:[;\n]|\.(?!\d)|(?<!\d),|,(?!\d))\s*")


def case_from_text(text: str, names: Names) -> Case:
    """Read one line of text.

    A side word holds until the next one; a word for a kind of test (EMG, NCS, power) until the next
    semicolon. A thing without a value takes the value of the next thing in its list, or of the one
    before.

    Raises
    ------
    CaseError
        Nothing is in it.
    """
    if not clean(text):
        raise CaseError(
            "no findings in the text", mend='write such as "left TA 2, EHL 2, ankle jerk normal"'
        )
    return _Scribe(vocabulary(names)).case(text)


def _who_first(found: re.Match[str]) -> str:
    """Put age and sex before what was told of somebody with them: "obese 45F"."""
    told = found["told"].strip()
    return f"{found['who']}, {told}, " if told else f"{found['who']}, "


class _Scribe:
    """Goes through the clauses from left to right."""

    def __init__(self, known: Vocabulary) -> None:
        self.known = known
        self.side: Side | None = None
        self.last_side: Side | None = None
        self.held = ""
        self.stopped = False
        self.patient: list[str] = []
        self.onset: list[str] = []
        self.findings: list[Finding] = []
        self.pending: list[Clause] = []
        self.course: str | None = None
        self._rest = ""
        self.side_at_start: Side | None = None
        self.compared = False

    def case(self, text: str) -> Case:
        """Read the whole text."""
        if PATIENT.match(text) is None and GLUED.match(text) is None:
            who, text = person_first(text)
            self.patient += [who] if who else []
        text = BESIDE.sub("", _PLUS_FIRST.sub("positive ", text))
        text = IRRADIATED.sub(
            r"\g<what> radiotherapy", GLUED.sub(_who_first, WHOSE.sub(", ", text))
        )
        start = PATIENT.match(text)
        if start is not None and read_patient(start.group()):
            self.patient.append(start.group().strip())
            text = re.sub(r"^\s*(?:with|who has|presenting with|,|;)\s*", "", text[start.end() :])
        text = each_examined(_PLUS.sub(" and ", _TELLER.sub("", text)))
        cuts = [*_CUT.finditer(text)]
        edges = [0, *(c.end() for c in cuts)]
        for begin, cut in zip(edges, [*cuts, None], strict=True):
            said = clean(text[begin : cut.start() if cut else len(text)])
            said = not_weak(DENIED.sub(r"no \g<loss>", said))
            stop = cut is None or cut.group().strip() != ","
            self._let_go(said)
            for piece in halves(said, self._reader()) if said else [""]:
                self._clause(Clause(piece, stop))
            self.stopped = stop
            if stop:
                self._flush()
                self.held = ""
                self._start_afresh()
        data: dict[str, object] = {
            "patient_text": "; ".join(self.patient),
            "onset_text": "; ".join(self.onset),
            "course": self.course,
            "side": None if any(f.side for f in self.findings) else self.last_side,
        }
        case = case_from({key: said for key, said in data.items() if said})
        return case.model_copy(update={"findings": tuple(self.findings)})

    def _start_afresh(self) -> None:
        """Forget the side that came last where both were compared: "SNAP 14 uV L, 15 uV R" is none of what follows."""
        if self.compared:
            self.side = self.side_at_start
        self.side_at_start, self.compared = self.side, False

    def _reader(self) -> Reader:
        return Reader(self._judge, self.known, self.held)

    def _clause(self, clause: Clause) -> None:
        if not clause.text:
            return
        self._rest, self.last_side = "", None
        if self._about_time_or_person(clause.text):
            return
        side = side_alone(clause.text, self.known)
        if side is not None:
            self._flush()
            self.side = self.last_side = self.side_at_start = side
            return
        if self._rest:
            *first, clause.text = before_event(self._rest, self._reader())
            for piece in first:
                self._clause(Clause(piece, False))
        if self._whole_examination(clause) or self._answered(clause.text):
            return
        clause.text = self._hold(with_joint(clause.text, self._moved()))
        if not clause.text:
            return
        needle, clause.text = needle_inside(clause.text, self.known)
        held, self.held = self.held, needle or self.held
        found = self._judge(clause.text)
        if self._goes_on(found):
            found.test = NEEDLE
        self.held = held
        clause.test, clause.named, clause.valued = found.test, found.named, found.valued
        self._side_of(clause.text)
        if self._again(clause):
            return
        alone = clause.test in ALONE
        if self._shares_needle(clause):
            for waiting in self.pending:
                waiting.test = NEEDLE
        if self.pending and (alone or self.pending[-1].test != clause.test) and clause.named:
            self._flush()
        self.pending.append(clause)
        if clause.valued or alone or not clause.named:
            self._emit()

    def _about_time_or_person(self, said: str) -> bool:
        start = PATIENT.match(said)
        if (
            start is not None
            and len(start.group().strip()) == len(said)
            and read_patient(said)
            and not re.fullmatch(r"\d[+-]?", said)
        ):
            self.patient.append(said)
            return True
        low = said.lower()
        self.course = course_of(said) or self.course
        if days_of(said) is not None and WHEN.search(low):
            rest = clean(TIME.sub(" ", said))
            rest = "" if VAGUE.fullmatch(rest) else rest
            found = self._judge(rest) if rest else Clause("", False)
            if not (found.named and found.test == "history") or began_with(said):
                self.onset.append(said)
            if not (found.named or found.unread):
                return True
            self._rest = rest
        return (
            course_of(said) is not None and len(said.split()) <= 2 and not self._judge(said).named
        )

    def _whole_examination(self, clause: Clause) -> bool:
        """Only a kind of test and a value, such as "strength normal": of everything, and of nothing that follows."""
        found = bare_test(clause.text, self.known)
        if found is None:
            return False
        test, words, value = found
        rest = judged(value, test, self.known)
        if rest.named or not rest.valued:
            return False
        self._flush()
        self._side_of(clause.text)
        told = {"test": test, "of": clause.text, "value": None, "side": self.side}
        apart = {"of": words, "value": value} if test == "sensation" else {}
        self._keep(told, apart)
        return True

    def _let_go(self, said: str) -> None:
        """Hold on to pain no longer where what is numb follows: "pain behind the knee, numb heel and sole"."""
        if self.held != "pain" or not said:
            return
        free = judged(said, "", self.known)
        if free.test == "sensation" and free.named and not free.unread:
            self.held = ""

    def _answered(self, said: str) -> bool:
        """Keep how far a straight leg was raised, or that a jerk is like the other leg's; whether that is so."""
        raised, even = RAISED.match(said), EVEN.match(said)
        if raised is not None:
            told = {"test": "sign", "of": raised["test"], "value": f"{raised['angle']} degrees"}
        elif even is not None:
            told = {"test": "reflex", "of": even["test"], "value": even["even"]}
        else:
            return False
        self._flush()
        self._side_of(said)
        self.findings.append(Finding.model_validate({**told, "side": self.side}))
        return True

    def _keep(self, told: Mapping[str, object], more: Mapping[str, object]) -> None:
        """Add a finding with more said of it, or without where that makes no finding, such as a grade of 7."""
        try:
            found = Finding.model_validate({**told, **more})
        except ValidationError:
            found = Finding.model_validate(told)
        self.findings.append(found)

    def _hold(self, said: str) -> str:
        """Take a word for a kind of test from the beginning: it holds until the next one."""
        row = self.known.prepare(said)
        if not row:
            return said
        found = self.known.match(row, 0, ("test",))
        rival = self.known.match(row, 0, ("association", "reflex", "gait", "conduction", "place"))
        if found is None or (
            rival is not None and rival.length >= found.length and rival.length == len(row)
        ):
            return said
        rest = said[row[found.length - 1].end :].lstrip(" :-")
        self._flush()
        self.held = found.name
        return rest

    def _side_of(self, said: str) -> None:
        row, i = self.known.prepare(said), 0
        while i < len(row):
            found = self.known.match(row, i, ("side", "area", "region", "muscle", "association"))
            if found is not None and found.kind == "side" and found.name in SIDES:
                self.side = SIDES[found.name]
                return
            i += found.length if found else 1

    def _moved(self) -> str:
        """What was said last, where that is of strength."""
        if self.pending:
            return self.pending[-1].text
        last = self.findings[-1] if self.findings else None
        return last.of if last is not None and last.test == "strength" else ""

    def _again(self, clause: Clause) -> bool:
        """Only a side and a value, such as "L normal": the things named before, on this side."""
        if clause.named or not self.findings or self.findings[-1].test in ALONE - {"gait"}:
            return False
        last = self.findings[-1]
        told = told_again(clause.text, last, self.known)
        if told is None:
            return False
        self.compared = last.side is not None and self.side != last.side
        self.findings.append(last.model_copy(update={**told, "side": self.side}))
        return True

    def _goes_on(self, clause: Clause) -> bool:
        """Whether muscles without a value go on a list of the needle: "fibs in TA, EHL, gluteus medius"."""
        last = self.findings[-1] if self.findings and not self.held and not self.stopped else None
        plain = clause.named and not clause.valued and clause.test == "strength"
        return plain and last is not None and last.test == NEEDLE

    def _judge(self, said: str) -> Clause:
        return judge(said, self.held, self.findings[-1] if self.findings else None, self.known)

    def _shares_needle(self, clause: Clause) -> bool:
        """Whether muscles named before wait for the value of this needle study: "soleus, TP and paraspinals silent"."""
        waits = [one.test == "strength" and not one.valued for one in self.pending]
        return bool(waits) and all(waits) and clause.test == NEEDLE and clause.valued

    def _emit(self) -> None:
        if not self.pending:
            return
        words = ", ".join(clause.text for clause in self.pending)
        test = self.pending[-1].test
        self.pending.clear()
        self.findings.append(
            Finding.model_validate({"test": test, "of": words, "value": None, "side": self.side})
        )

    def _flush(self) -> None:
        """Hand on what is left without a value: it takes the one said before in the same test."""
        if not self.pending:
            return
        last = self.findings[-1] if self.findings else None
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
            self._keep(told, {"value": value})
            return
        self._emit()
