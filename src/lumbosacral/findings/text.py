"""One line of text, as a clinician would type it, to a case."""

import re
from collections.abc import Mapping
from dataclasses import replace

from pydantic import ValidationError

from lumbosacral.errors import CaseError
from lumbosacral.findings.case import Case, Finding
from lumbosacral.findings.checked import case_from
from lumbosacral.findings.clauses import Clause, judged, valued
from lumbosacral.findings.cutting import ALONE, Reader, before_event, each_examined, halves
from lumbosacral.findings.held import (
    NEEDLE,
    SIDES,
    bare_test,
    may_lend,
    needle_inside,
    side_alone,
    with_joint,
)
from lumbosacral.findings.lexing import parts_of
from lumbosacral.findings.onset import course_of, days_of
from lumbosacral.findings.patterns import DENIED, GLUED, PATIENT, RAISED, TIME, WHEN, WHOSE
from lumbosacral.findings.person import read_patient
from lumbosacral.findings.reading import Side
from lumbosacral.findings.values import listen, table_for
from lumbosacral.findings.vocabulary import Names, Vocabulary, vocabulary
from lumbosacral.findings.words import clean

__all__ = ["case_from_text"]

_JOINT = re.compile(
    r"^(?:(?:left|right|both|bilateral|the) )*(?:knee|ankle)s?\b(?!.*(?:/ ?5|weak|pain|flex|exten|numb|swoll))",
    re.I,
)
_JERKS = re.compile(r"(?<![\d.])[0-4]\+(?!/)|\+\+|\b(?:trace|brisk|sluggish)\b", re.I)
"""What is said of reflexes: "knee 2+, ankle absent"."""
_EVENT = re.compile(r"(?:after|following|since)\s")
_PLUS = re.compile(r"(?<=[A-Za-z)])\s+\+\s+(?=[A-Za-z])")
"""A plus that joins two things: "knee jerk + ankle jerk"."""
_OF_FIVE = re.compile(r"\d[+-]?/5")
_MEASURED = re.compile(r"\d\s?(?:mv|[u\u00b5\u03bc]v|m/s|ms)(?!\w)", re.IGNORECASE)
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


_STUDIES = frozenset({"emg", "ncs"})
_MUSCULAR = frozenset({"muscle", "group", "movement"})


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

    def case(self, text: str) -> Case:
        """Read the whole text."""
        text = GLUED.sub(r"\1, ", WHOSE.sub(", ", text))
        start = PATIENT.match(text)
        if start is not None and read_patient(start.group()):
            self.patient.append(start.group().strip())
            text = re.sub(r"^\s*(?:with|who has|presenting with|,|;)\s*", "", text[start.end() :])
        text = each_examined(_PLUS.sub(" and ", _TELLER.sub("", text)))
        cuts = [*_CUT.finditer(text)]
        edges = [0, *(c.end() for c in cuts)]
        for begin, cut in zip(edges, [*cuts, None], strict=True):
            said = clean(text[begin : cut.start() if cut else len(text)])
            said = DENIED.sub(r"no \g<loss>", said)
            stop = cut is None or cut.group().strip() != ","
            self._let_go(said)
            for piece in halves(said, self._reader()) if said else [""]:
                self._clause(Clause(piece, stop))
            self.stopped = stop
            if stop:
                self._flush()
                self.held = ""
        data: dict[str, object] = {
            "patient_text": "; ".join(self.patient),
            "onset_text": "; ".join(self.onset),
            "course": self.course,
            "side": None if any(f.side for f in self.findings) else self.last_side,
        }
        case = case_from({key: said for key, said in data.items() if said})
        return case.model_copy(update={"findings": tuple(self.findings)})

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
            self.side = self.last_side = side
            return
        if self._rest:
            *first, clause.text = before_event(self._rest, self._reader())
            for piece in first:
                self._clause(Clause(piece, False))
        if self._whole_examination(clause) or self._raised(clause.text):
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
            self.onset.append(said)
            rest = clean(TIME.sub(" ", said))
            found = self._judge(rest) if rest else None
            if found is None or not found.named or found.test == "history":
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

    def _raised(self, said: str) -> bool:
        """Keep how far a straight leg was raised; whether that is so."""
        found = RAISED.match(said)
        if found is None:
            return False
        self._flush()
        self._side_of(said)
        value = f"{found['angle']} degrees"
        told = {"test": "sign", "of": found["test"], "value": value, "side": self.side}
        self.findings.append(Finding.model_validate(told))
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
        row = self.known.prepare(said)
        for i in range(len(row)):
            found = self.known.match(row, i, ("side", "area", "region", "muscle", "association"))
            if found is not None and found.kind == "side" and found.name in SIDES:
                self.side = SIDES[found.name]
                return

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
        table = table_for(last.test, "", self.known)
        parts = parts_of(clause.text, last.test, table, self.known)
        if any(p.unread or p.named for p in parts) or not any(p.side for p in parts):
            return False
        if not valued(parts, clause.text, last.test, self.known):
            return False
        before = parts_of(last.of, last.test, table, self.known)
        said = {token for part in before for token in part.said}
        sides = {"left", "right", "l", "r", "both", "bilateral", "bilaterally"}
        words = ", ".join(
            " ".join(
                last.of[t.start : t.end] for t in p.row if t not in said and t.norm not in sides
            )
            for p in before
            if p.named
        )
        self.findings.append(
            last.model_copy(
                update={
                    "of": words,
                    "value": self._value_words(clause.text, last.test),
                    "side": self.side,
                }
            )
        )
        return True

    def _goes_on(self, clause: Clause) -> bool:
        """Whether muscles without a value go on a list of the needle: "fibs in TA, EHL, gluteus medius"."""
        last = self.findings[-1] if self.findings and not self.held and not self.stopped else None
        plain = clause.named and not clause.valued and clause.test == "strength"
        return plain and last is not None and last.test == NEEDLE

    def _judge(self, said: str) -> Clause:
        """Kind of test that reads most of the words.

        The one that was said holds for what it can read; a study goes on where only a value could tell.
        """
        found = judged(said, self.held, self.known)
        if self.held:
            free = judged(said, "", self.known)
            fits = free.unread < found.unread and (free.named or free.test == "sensation")
            jerk = free.test == "reflex" and free.named and self._says_reflex(said)
            event = free.test == "history" and free.named and _EVENT.match(said) is not None
            return replace(free if fits or jerk or event else found)
        if not self.held and _MEASURED.search(said):
            study = judged(said, "ncs", self.known)
            return replace(study if study.named else found)
        last = self.findings[-1].test if self.findings else ""
        if _JOINT.match(said) and (last == "reflex" or _JERKS.search(said)):
            tapped = judged(said, "reflex", self.known)
            if tapped.named and tapped.valued and not tapped.unread:
                return replace(tapped)
        if self.held or last not in _STUDIES or not self._only_normal(found):
            return replace(found)
        other = judged(said, last, self.known)
        return replace(other if other.named and other.unread <= found.unread else found)

    def _says_reflex(self, said: str) -> bool:
        return any(token.norm == "reflex" for token in self.known.prepare(said))

    def _only_normal(self, clause: Clause) -> bool:
        """Whether a clause read as strength says no more of muscles or a nerve than a study could."""
        if clause.test != "strength" or not clause.named or not clause.valued:
            return False
        table = table_for(clause.test, "", self.known)
        parts = parts_of(clause.text, clause.test, table, self.known)
        kinds = {kind for part in parts for kind, _ in part.targets}
        row = [token for part in parts for token in part.said]
        heard = listen(row, clause.text, table, self.known).value
        nerve = self.findings[-1].test == "ncs"
        fits = kinds <= {"structure"} if nerve else kinds <= _MUSCULAR
        plain = heard is not None and heard.grade is None and heard.word == "normal"
        return fits and (
            plain or (nerve and heard is not None and not _OF_FIVE.search(clause.text))
        )

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
            value = self._value_words(said, test) or (
                last.value if isinstance(last.value, str) else None
            )
            told = {"test": test, "of": words, "value": None, "side": self.side}
            self._keep(told, {"value": value})
            return
        self._emit()

    def _value_words(self, said: str, test: str) -> str:
        parts = parts_of(said, test, table_for(test, "", self.known), self.known)
        return " ".join(said[token.start : token.end] for part in parts for token in part.said)
