"""Goes through the clauses of a text from left to right."""

import re

from lumbosacral.findings.cases.case import Case
from lumbosacral.findings.cases.checked import case_from
from lumbosacral.findings.cases.onset import began_with, course_of, days_of
from lumbosacral.findings.cases.person import read_patient
from lumbosacral.findings.language.patterns import DENIED, PATIENT, TIME, VAGUE, WHEN
from lumbosacral.findings.language.vocabulary import Vocabulary
from lumbosacral.findings.language.words import clean
from lumbosacral.findings.line.clauses import Clause, judged, says_hurt
from lumbosacral.findings.line.cutting import ALONE, Reader, before_event, halves
from lumbosacral.findings.line.following import judge, told_again
from lumbosacral.findings.line.held import (
    NEEDLE,
    bare_test,
    needle_inside,
    not_weak,
    side_alone,
    with_joint,
)
from lumbosacral.findings.line.lasted import first_of_both, is_duration, is_illness, only_time
from lumbosacral.findings.line.made_plain import made_plain
from lumbosacral.findings.line.sheet import Sheet
from lumbosacral.findings.reading import Side

__all__ = ["Scribe"]

_HAS_NO = re.compile(
    r"^(?:and |but )?(?:(?:he|she|they|who|the patient) )?(?:also )?(?:(?:has|had|have)|there (?:is|was|are|were)) "
    r"(?=(?:no|not any)\b)",
    re.IGNORECASE,
)
"""Before a denial that needs no more words: "and had no history of diabetes"."""
_FREE = re.compile(r"\bno (?:(?:other|such|similar|new) )?(?:symptoms|complaints)\b", re.IGNORECASE)
"""Of what nothing more is told than that nobody complains of it: no result of an examination."""
_ONCE = re.compile(r"(?:previously|formerly) (?:fully )?(?:able|independent|ambula)", re.IGNORECASE)
"""What somebody could do before, which is nothing of what he can."""
_CUT = re.compile(r"\s*(?:[;\n]|\.(?!\d)|(?<!\d),|,(?!\d))\s*")

_STOP = re.compile(r"[;\n]|\.(?!\d)")

_ALL_BOTH = re.compile(
    r"(?!.*\b(?:left|right|L|R)\b).*(?:,| and ).*\b(?:bilaterally|(?:on|in) both (?:sides|legs))$",
    re.I | re.S,
)
"""A list in which both sides are told at the end, and of all: "power 3/5 in psoas, 4/5 in quadriceps bilaterally"."""


def _sentence(text: str, place: int) -> str:
    """Sentence that a place of a text is in."""
    before = [cut.end() for cut in _STOP.finditer(text, 0, place)]
    after = _STOP.search(text, place)
    return text[before[-1] if before else 0 : after.start() if after else len(text)]


class Scribe:
    """Goes through the clauses from left to right."""

    def __init__(self, known: Vocabulary) -> None:
        self.known = known
        self.sheet = Sheet(known)
        self.last_side: Side | None = None
        self.held = ""
        self.stopped = False
        self.patient: list[str] = []
        self.onset: list[str] = []
        self.events: list[str] = []
        self.course: str | None = None
        self._rest = ""
        self.side_at_start: Side | None = None
        self.compared = False
        self.hurts = False
        self.told_at_start = 0

    def case(self, text: str) -> Case:
        """Read the whole text."""
        self.patient, text = made_plain(text, self.known)
        cuts = [*_CUT.finditer(text)]
        edges = [0, *(c.end() for c in cuts)]
        for begin, cut in zip(edges, [*cuts, None], strict=True):
            said = clean(text[begin : cut.start() if cut else len(text)])
            said = not_weak(_HAS_NO.sub("", DENIED.sub(r"no \g<loss>", said)))
            stop = cut is None or cut.group().strip() != ","
            sentence = _sentence(text, begin)
            self.hurts = says_hurt(sentence)
            if (self.stopped or not begin) and _ALL_BOTH.match(sentence.strip()):
                self.sheet.side = "both"
            self._let_go(said)
            for piece in halves(said, self._reader()) if said else [""]:
                self._clause(Clause(piece, stop))
            self.stopped = stop
            if stop:
                self.sheet.flush()
                self.held = ""
                self._start_afresh()
        data: dict[str, object] = {
            "patient_text": "; ".join(self.patient),
            "onset_text": "; ".join(first_of_both(self.onset, self.events)),
            "course": self.course,
            "side": None if any(f.side for f in self.sheet.findings) else self.last_side,
        }
        case = case_from({key: said for key, said in data.items() if said})
        return case.model_copy(update={"findings": tuple(self.sheet.findings)})

    def _start_afresh(self) -> None:
        """Forget the side that came last where both were told, or where it was sound and another one held before.

        "SNAP 14 uV L, 15 uV R" is none of what follows, and so is "R all 5/5" behind what was found on the left.
        """
        turned = self.sheet.side != self.side_at_start and (
            self.side_at_start is not None or self.sheet.side == "both"
        )
        sound = turned and self.sheet.only_sound(self.told_at_start)
        self.sheet.ends(self.side_at_start, self.compared or sound)
        self.side_at_start, self.compared = self.sheet.side, False
        self.told_at_start = len(self.sheet.findings)

    def _begun(self) -> bool:
        return bool(self.sheet.findings or self.sheet.pending)

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
            self.sheet.flush()
            self.sheet.side = self.last_side = self.side_at_start = side
            return
        if self._rest:
            *first, clause.text = before_event(self._rest, self._reader())
            for piece in first:
                self._clause(Clause(piece, False))
        if self.sheet.asks(clause.text) or self._whole_examination(clause):
            return
        if self.sheet.answered(clause.text):
            return
        clause.text = self._hold(with_joint(clause.text, self.sheet.moved(), self.known))
        if not clause.text:
            return
        if not self.stopped and self.sheet.adds(clause):
            return
        needle, clause.text = needle_inside(clause.text, self.known)
        held, self.held = self.held, needle or self.held
        found = self._judge(clause.text)
        if self._goes_on(found):
            found.test = NEEDLE
        self.held = held
        clause.test, clause.named, clause.valued = found.test, found.named, found.valued
        self.sheet.side_of(clause.text)
        if self._again(clause):
            return
        self.sheet.take(clause)
        if clause.test == NEEDLE and not self.held:
            self.sheet.needle_too()

    def _about_time_or_person(self, said: str) -> bool:
        start = PATIENT.match(said)
        if (
            start is not None
            and len(start.group().strip()) == len(said)
            and read_patient(said)
            and not re.fullmatch(r"\d[+-]?", said)
            and not (self._begun() and is_duration(said))
        ):
            self.patient.append(said)
            return True
        low = said.lower()
        self.course = course_of(said) or self.course
        if days_of(said) is not None and WHEN.search(low):
            rest = clean(TIME.sub(" ", said))
            rest = "" if VAGUE.fullmatch(rest) else rest
            told = judged(rest, "", self.known) if self.held == "history" else self._judge(rest)
            found = told if rest else Clause("", False)
            lasted = found.named and found.test == "history" and not is_illness(said)
            if not lasted:
                self.onset.append(only_time(said) if found.named else said)
            elif began_with(said):
                self.events.append(said)
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
        self.sheet.flush()
        self.sheet.side_of(clause.text)
        told = {"test": test, "of": clause.text, "value": None, "side": self.sheet.side}
        apart = {"of": words, "value": value} if test == "sensation" else {}
        self.sheet.keep(told, apart)
        return True

    def _let_go(self, said: str) -> None:
        """Hold on to pain no longer where what is numb follows: "pain behind the knee, numb heel and sole"."""
        if self.held != "pain" or not said:
            return
        free = judged(said, "", self.known)
        if free.test == "sensation" and free.named and not free.unread:
            self.held = ""

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
        self.sheet.flush()
        self.held = found.name
        return rest

    def _again(self, clause: Clause) -> bool:
        """Only a side and a value, such as "L normal": the things named before, on this side."""
        last = self.sheet.last
        if clause.named or last is None or last.test in ALONE - {"gait"}:
            return False
        told = told_again(clause.text, last, self.known)
        if told is None:
            return False
        self.compared = last.side is not None and self.sheet.side != last.side
        self.sheet.findings.append(last.model_copy(update={**told, "side": self.sheet.side}))
        return True

    def _goes_on(self, clause: Clause) -> bool:
        """Whether muscles without a value go on a list of the needle: "fibs in TA, EHL, gluteus medius"."""
        last = self.sheet.last if not self.held and not self.stopped else None
        plain = clause.named and not clause.valued and clause.test == "strength"
        return plain and last is not None and last.test == NEEDLE

    def _judge(self, said: str) -> Clause:
        if (_FREE.search(said) or _ONCE.match(said)) and not self.held:
            return judged(said, "history", self.known)
        return judge(said, self.held, self.sheet.last, self.known, self.hurts)
