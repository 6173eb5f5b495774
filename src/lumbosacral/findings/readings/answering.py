"""Reads the words of a finding with one of its answers."""

from collections.abc import Callable
from dataclasses import replace

from lumbosacral.findings.cases.case import Finding
from lumbosacral.findings.language.grounded import without_ground
from lumbosacral.findings.language.meaning import JOINED, TOLD
from lumbosacral.findings.language.phrase import Part
from lumbosacral.findings.language.vocabulary import Vocabulary
from lumbosacral.findings.parts.astray import (
    begins_with_side,
    of_pairs,
    of_reflexes,
)
from lumbosacral.findings.parts.lexing import parts_of
from lumbosacral.findings.parts.lists import completed, excepted, headed, spread, unread_runs
from lumbosacral.findings.parts.remarks import (
    levelled,
    narrowed,
    of_examination,
    within_group,
    within_place,
    without_landmarks,
    without_limb,
    without_walking,
)
from lumbosacral.findings.parts.sides import in_the_middle, shared_side
from lumbosacral.findings.plain.felt.senses import shared_sense
from lumbosacral.findings.plain.studied.conducted import without_all_nerves
from lumbosacral.findings.readings.emitting import Emitter
from lumbosacral.findings.readings.notes import Notes
from lumbosacral.findings.readings.told import ways
from lumbosacral.findings.readings.told_too import only_tempo
from lumbosacral.findings.results.answers import Answer
from lumbosacral.findings.results.apart import names_any, placed, with_own
from lumbosacral.findings.results.beside import (
    each_alone,
    is_bare,
    is_of_exception,
    limb_side,
    of_left_out,
    of_walking,
    placed_in_answer,
    spare_left_out,
)
from lumbosacral.findings.results.lookup import look_up_all
from lumbosacral.findings.results.telling import only_tells
from lumbosacral.findings.results.values import table_for
from lumbosacral.findings.results.weighing import tells_value

__all__ = ["Answering"]

_FELT = frozenset({"sensation", "pain"})
_APART = frozenset({"sign", "reflex"})


class Answering:
    """What a reader does with each answer.

    Parameters
    ----------
    finding : Finding
    words : str
        Its words, in plain spelling.
    notes : Notes
        Where the readings are written down.
    known : Vocabulary
    """

    def __init__(self, finding: Finding, words: str, notes: Notes, known: Vocabulary) -> None:
        self.finding, self.words = finding, words
        self.notes, self.known = notes, known
        self.test: str = finding.test

    def answer(self, answer: Answer) -> None:
        """Write down what the words mean with this answer."""
        self.test = test = self.finding.test
        ends = placed(self.words, answer, test, self._read_as(test), self.known)
        for parts, said, words in ends:
            self._emit(parts, said, words)
        if ends:
            return
        if test in JOINED and answer.fixed is None:
            self._joined(answer)
        else:
            self._plain(answer)

    def _joined(self, answer: Answer) -> None:
        """Read words and answer together; of a bare "gait" the answer says which."""
        test, words, read = self.finding.test, self.words, self._read_as(self.finding.test)
        if test == "gait" and answer.text and of_walking(words, read, self.known):
            words, answer = self._of_gait(words, answer)
        if test == "pain" and names_any(words, read) and limb_side(answer.text, self.known):
            side = limb_side(answer.text, self.known)
            answer = replace(answer, text="", side=answer.side or side)
        for way in ways(words, answer, test, self.known):
            self.test = way.test
            self._emit(way.parts, way.answer, way.words)

    def _of_gait(self, words: str, answer: Answer) -> tuple[str, Answer]:
        """Turn "gait: spastic" and "normal gait: yes" so that the way of walking is named."""
        read = self._read_as(self.finding.test)
        if is_bare(answer.text, self.known):
            named = [word for word in words.split() if word.lower() == self.finding.test]
            return " ".join(named) or words, replace(answer, text=words if named else answer.text)
        for said in (f"{answer.text} {words}", answer.text):
            parts = read(said)
            course = only_tempo(said, self.known)
            if any(part.named and not course for part in parts) and not any(
                part.unread for part in parts
            ):
                return said, replace(answer, text="")
        # "gait disturbance: progressive"
        alone = names_any(answer.text, read) and not only_tempo(answer.text, self.known)
        return (answer.text, replace(answer, text="")) if alone else (words, answer)

    def _plain(self, answer: Answer) -> None:
        """Read the words, and the answer as a value; what it names of its own stands apart."""
        test = self.test
        parts = self._parts(self.words, test)
        there = placed_in_answer(parts, self.words, answer, test, self._read_as(test), self.known)
        if there is not None:
            self._emit(there[0], Answer(""), there[1])
            return
        if not any(part.named for part in parts) and test not in TOLD:
            told = self._parts(self.words, "history")
            clear = not any(part.unread for part in told) or self._are_signs(told)
            kinds = {kind for part in told for kind, _ in part.targets}
            parts = told if clear and kinds and "task" not in kinds else parts
        if test not in TOLD and (whole := of_examination(parts, test, self.known)):
            parts = [whole]
        own, answer = with_own(self.words, answer, test, self._read_as(test), self.known)
        for others, said in own:
            self._emit(others, Answer(""), said)
        self._respective(parts, answer)

    def _are_signs(self, parts: list[Part]) -> bool:
        tests = self.known.names.tests
        return all(tests.get(name) == "sign" for part in parts for _, name in part.targets)

    def _respective(self, parts: list[Part], answer: Answer) -> None:
        """Read one answer for all parts, or one of several for each."""
        each = each_alone(parts, answer, self.test, self.known)
        if not each:
            self._emit(parts, answer, self.words)
            return
        sides = {part.side for part in parts if part.side}
        for part, said in zip(parts, each, strict=True):
            part.side = part.side or (next(iter(sides)) if len(sides) == 1 else "")
            self._emit([part], replace(answer, text=said), self.words)

    def _read_as(self, test: str) -> Callable[[str], list[Part]]:
        return lambda words: self._parts(words, test)

    def _parts(self, words: str, test: str) -> list[Part]:
        return parts_of(words, test, table_for(test, "", self.known), self.known)

    def _emit(self, parts: list[Part], answer: Answer, words: str) -> None:
        # "climbing stairs, both feet on one step"
        aside = [part for part in parts if self.test == "task" and part.unread and not part.named]
        sides = {part.side for part in parts if part.side and part not in aside}
        side = next(iter(sides)) if len(sides) == 1 else ""
        if self.test in TOLD and any(part.side for part in parts if part.named):
            # "low back and left leg": a side goes on to what follows, not back
            side = ""
            shared_side(parts, self.known)
        if self.test in _APART and side and not parts[0].side:
            # "spasticity, bilateral extensor plantar response", "no clonus, but Tinel's sign on the left"
            first = next(part for part in parts if part.side)
            apart = side == "both" and any(begins_with_side(part, self.known) for part in parts)
            side = "" if apart or first.before == "but" else side
        if self.test == "reflex" and side and next(p for p in parts if p.side).turn == "except":
            # "absent other than the right patellar reflex": the others are of both legs
            side = ""
        modality = shared_sense(parts)
        headed(parts)
        without_ground(parts, self.test, answer.text, self.known)
        self._tidied(parts, words)
        if self.test == "reflex" and len(parts) > 1:
            of_reflexes(parts, self.known)
            of_pairs(parts)
        back = (not answer.text or is_bare(answer.text, self.known)) and answer.fixed is None
        back = back or (self.test == "sensation" and only_tells(answer.text, self.known))
        closed = tells_value(answer.text, self.test, self.known)
        silent = {id(part) for part in parts if not part.said}
        parts = spread(parts, self.test, self.known, back=back, closed=closed)
        parts = completed(parts, self.known)
        if self.test == "sensation":
            spare_left_out(parts, words, answer, self._areas_of, self.known)
        apart = is_of_exception(parts, answer, words, self.test, self.known)
        but = of_left_out(parts, words, self.test, self.known)
        lost = look_up_all(parts, answer, words, self.known)
        for i, part in enumerate(parts):
            side = side if part.lent else part.side or side
            if self.test == "sensation" and not part.side and in_the_middle(part, self.known):
                # "perineal and left scrotal": a side goes on to what has one
                said = {one.side for one in parts if one.named} - {""}
                part.lent, side = bool(said), "" if said else side
            if any(part is one for one in lost):
                part.unread = part.row
            named = part.named
            if not named and not part.unread and (part.places or part.scanned):
                part.unread = part.row
            self._unread(part, words, whole=not named and len(parts) == 1)
            bare = but is not None and not apart and part.turn == "except" and not part.said
            own_said = part.said and id(part) not in silent
            if named and (
                part.turn != "except" or apart or bare or (own_said and (back or not closed))
            ):
                own = Answer("") if apart and not part.turn else answer
                own = but if bare and but is not None else own
                # "rises only with the arms" is of no side
                paired = part.plural and (self.test != "task" or bool(part.elsewhere))
                both = "both" if paired and not self.finding.side else ""
                told = (
                    own.side or (part.side if part.lent else side) or both,
                    modality,
                    [] if part.turn == "except" else excepted(parts[i + 1 :]),
                )
                Emitter(self.notes, self.test, words, own, part, *told).emit()
            elif named and self.test == "reflex" and not part.said:
                # "normal except the left ankle jerk" leaves open how that is
                self.notes.miss(words[part.row[0].start : part.row[-1].end], "reflex", partly=True)

    def _areas_of(self, kind: str, name: str) -> tuple[str, ...]:
        return tuple(self.notes.made_of(kind, name, self.test)[1])

    def _tidied(self, parts: list[Part], words: str) -> None:
        """Take away what only says more of another name, in place."""
        levelled(parts, words, self.known)
        for part in parts:
            narrowed(part, lambda kind, name: self.notes.made_of(kind, name, self.test))
            within_group(part, lambda kind, name: self.notes.made_of(kind, name, self.test))
            without_limb(part, self.known.everything.get(self.test, ""))
            if self.test == "sensation":
                without_landmarks(part, words, self.known)
            if self.test in _FELT:
                within_place(
                    part, words, lambda kind, name: self.notes.made_of(kind, name, self.test)
                )
            if any(kind == "sensory sign" for kind, _ in part.targets):
                part.elsewhere = []
        if self.test == "gait":
            without_walking(parts, self.known)
        if self.test == "ncs":
            without_all_nerves(parts)

    def _unread(self, part: Part, words: str, *, whole: bool) -> None:
        """Hand back what was not read of a part; a spinal level beside a history is a remark."""
        for token in part.levels:
            level = words[token.start : token.end]
            self.notes.warn(f"the level {level} says where, and was not weighed")
        if whole and part.unread:
            self.notes.miss(words, self.test, partly=False)
            return
        for start, end in unread_runs(part):
            self.notes.miss(words[start:end], self.test, partly=True)
