"""Reads one finding."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from lumbosacral.findings.answers import Answer, answers
from lumbosacral.findings.apart import names_any, placed, said_too, with_own
from lumbosacral.findings.case import Finding
from lumbosacral.findings.groups import Members, expand
from lumbosacral.findings.homes import PAIN_WORDS, home_of
from lumbosacral.findings.lexing import parts_of
from lumbosacral.findings.lists import completed, excepted, spread, unread_runs
from lumbosacral.findings.lookup import look_up
from lumbosacral.findings.meaning import BODY, JOINED, TOLD
from lumbosacral.findings.overlap import disjoint
from lumbosacral.findings.phrase import PLACES, Part, targets_for
from lumbosacral.findings.pieces import respective
from lumbosacral.findings.reading import NotUnderstood, Side, Understood, Value
from lumbosacral.findings.remarks import (
    levelled,
    narrowed,
    of_examination,
    without_landmarks,
    without_limb,
    without_walking,
)
from lumbosacral.findings.spelled import plain_grades
from lumbosacral.findings.told import ways
from lumbosacral.findings.values import Heard, listen, table_for
from lumbosacral.findings.vocabulary import Vocabulary
from lumbosacral.findings.weighing import slowed, weigh
from lumbosacral.findings.words import clean

__all__ = ["Reader"]


class Reader:
    """Reads one finding."""

    def __init__(
        self,
        index: int,
        finding: Finding,
        side: Side,
        known: Vocabulary,
        members: Members,
        warnings: list[str],
    ) -> None:
        self.index, self.finding, self.known, self.members = index, finding, known, members
        self.test: str = finding.test
        self.default: Side = finding.side or side
        words = clean(finding.of)
        self.words = plain_grades(words) if finding.test == "strength" else words
        self.understood: list[Understood] = []
        self.missed: list[NotUnderstood] = []
        self.warnings = warnings

    def read(self) -> None:
        """Fill `understood` and `missed`."""
        if self._unexamined():
            self._miss(self._whole(), partly=False)
            return
        for answer in answers(self.finding, self.known):
            self._answer(answer)
        whole = self._whole()
        if not self.understood and not any(whole in m.words for m in self.missed):
            self._miss(whole, partly=False)
        self.understood = disjoint(_sided(self.understood))
        self.missed = list(dict.fromkeys(self.missed))

    def _unexamined(self) -> bool:
        """Whether the words say that nothing was looked at, which is no result."""
        kinds = (f"value {table_for(self.test, '', self.known)}", "unexamined")
        row = self.known.prepare(self.words)
        found = (self.known.match(row, i, kinds) for i in range(len(row)))
        return any(match is not None and match.kind == "unexamined" for match in found)

    def _whole(self) -> str:
        value = self.finding.value
        said = clean(value) if isinstance(value, str) else ""
        return (
            self.words
            if self.understood or not said or said in _PLAIN_VALUES
            else f"{self.words}: {said}"
        )

    def _miss(self, words: str, *, partly: bool, kinds: Iterable[str] = ()) -> None:
        wanted = tuple(kinds) or targets_for(self.test)
        self.missed.append(
            NotUnderstood(self.index, words, self.known.nearest(words, wanted), partly)
        )

    def _answer(self, answer: Answer) -> None:
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
        bare = test == "gait" and answer.text and not names_any(words, read)
        if bare and names_any(answer.text, read):
            words, answer = answer.text, replace(answer, text="")
        for way in ways(words, answer, test, self.known):
            self.test = way.test
            self._emit(way.parts, way.answer, way.words)

    def _plain(self, answer: Answer) -> None:
        """Read the words, and the answer as a value; what it names of its own stands apart."""
        test = self.test
        parts = self._parts(self.words, test)
        if not any(part.named for part in parts) and test not in TOLD:
            told = self._parts(self.words, "history")
            parts = told if any(part.targets for part in told) else parts
        if test not in TOLD and (whole := of_examination(parts, test, self.known)):
            parts = [whole]
        own, answer = with_own(self.words, answer, test, self._read_as(test), self.known)
        for others, said in own:
            self._emit(others, Answer(""), said)
        each = respective(answer.text, len([part for part in parts if part.named]))
        if each and len(each) == len(parts):
            sides = {part.side for part in parts if part.side}
            for part, said in zip(parts, each, strict=True):
                part.side = part.side or (next(iter(sides)) if len(sides) == 1 else "")
                self._emit([part], replace(answer, text=said), self.words)
            return
        self._emit(parts, answer, self.words)

    def _read_as(self, test: str) -> Callable[[str], list[Part]]:
        return lambda words: self._parts(words, test)

    def _parts(self, words: str, test: str) -> list[Part]:
        return parts_of(words, test, table_for(test, "", self.known), self.known)

    def _emit(self, parts: list[Part], answer: Answer, words: str) -> None:
        sides = {part.side for part in parts if part.side}
        side = next(iter(sides)) if len(sides) == 1 else ""
        if self.test in TOLD and any(part.side for part in parts if part.named):
            # "low back and left leg": a side goes on to what follows, not back
            side = ""
        modality = next((part.modality for part in reversed(parts) if part.modality), "")
        levelled(parts, self.known)
        for part in parts:
            narrowed(part, lambda kind, name: self._members(kind, name, self.test))
            without_limb(part, self.known.everything.get(self.test, ""))
            if self.test == "sensation":
                without_landmarks(part, words, self.known)
        for part in parts:
            if any(kind == "sensory sign" for kind, _ in part.targets):
                part.elsewhere = []
        if self.test == "gait":
            without_walking(parts, self.known)
        paired = not any(part.elsewhere for part in parts)
        parts = spread(parts, self.test, self.known, back=not answer.text and answer.fixed is None)
        parts = completed(parts, self.known)
        for i, part in enumerate(parts):
            side = part.side or side
            if look_up(part, answer, words, self.known):
                part.unread = part.row
            named = part.named
            if not named and not part.unread and (part.places or part.scanned):
                part.unread = part.row
            self._unread(part, words, whole=not named and len(parts) == 1)
            if named and part.turn != "except":
                gone = excepted(parts[i + 1 :])
                both = "both" if part.plural and paired and not self.finding.side else ""
                self._part(part, answer, words, answer.side or side or both, modality, gone)

    def _unread(self, part: Part, words: str, *, whole: bool) -> None:
        """Hand back what was not read of a part; a spinal level beside a history is a remark."""
        for token in part.levels:
            level = words[token.start : token.end]
            self.warnings.append(
                f"findings[{self.index}]: the level {level} says where, and was not weighed"
            )
        if whole and part.unread:
            self._miss(words, partly=False)
            return
        for start, end in unread_runs(part):
            self._miss(words[start:end], partly=True)

    def _part(
        self,
        part: Part,
        answer: Answer,
        words: str,
        side: str,
        modality: str,
        gone: list[tuple[str, str]],
    ) -> None:
        targets = part.targets or ([] if part.elsewhere else self._everything())
        if part.elsewhere:
            targets = []
        at: tuple[str, ...] = tuple(part.places)
        signs = [t for t in targets if t[0] in {"sign", "muscle sign", "sign group"}]
        if self.test in {"sign", "history"} and signs and len(targets) > len(signs):
            rest = [t for t in targets if t not in signs]
            at += tuple(m for kind, name in rest for m in self._members(kind, name, "strength")[1])
            targets = signs
        told = [t for t in targets if t[0] == "association"]
        felt = part.symptoms or PAIN_WORDS & {t.norm for t in part.row}
        if self.test in JOINED - {"pain"} and told and len(targets) > len(told) and not felt:
            at += tuple(
                m
                for kind, name in targets
                if kind in PLACES
                for m in self._members(kind, name, "sensation")[1]
            )
            targets = [t for t in targets if t[0] not in BODY]
        if part.elsewhere:
            value = self._value(self.test, "", part, answer, words)
            if value is None and answer.text:
                self._miss(f"{words}: {answer.text}", partly=False)
                return
            self._keep_elsewhere(part, value, words, side)
            return
        for kind, name in targets:
            self._target(kind, name, part, answer, words, side, modality, gone, at)

    def _keep_elsewhere(self, part: Part, value: Value | None, words: str, side: str) -> None:
        if value is None:
            value = Value(word="abnormal")
        fine = value.word in {"normal", "negative", "pass"} or (
            value.word == "absent" and self.test in TOLD
        )
        names = tuple(dict.fromkeys(part.elsewhere))
        meant = {self.known.elsewhere_means.get(f"{self.test} {n} {value.word}", "") for n in names}
        if "" not in meant:
            shares = dict.fromkeys(meant, 1 / len(meant))
            home = self.known.names.tests[next(iter(meant))]
            there = Value(word="positive" if home == "sign" else "present")
            self.understood.append(
                self._understood("association", shares, home, there, words, side, "", ())
            )
            return
        self.understood.append(
            self._understood(
                "elsewhere",
                dict.fromkeys(names, 1 / len(names)),
                self.test,
                replace(value, word="normal" if fine else "abnormal"),
                words,
                side,
                "",
                (),
            )
        )

    def _target(
        self,
        kind: str,
        name: str,
        part: Part,
        answer: Answer,
        words: str,
        side: str,
        modality: str,
        gone: list[tuple[str, str]],
        at: tuple[str, ...],
    ) -> None:
        if kind == "ambiguous":
            meant = tuple(member for member in self.known.meanings.get(name, ()))
            self.missed.append(NotUnderstood(self.index, words, meant, partly=False))
            return
        if kind in {"sign", "muscle sign"} and not self._weighed(name):
            # a sign that nothing weighs
            self._miss(f"{words}: {answer.text}" if answer.text else words, partly=False)
            return
        test = home_of(kind, name, self.test, part, self.known)
        plain, weights = self._members(kind, name, test)
        for other_kind, other in gone:
            made_of = self._members(other_kind, other, test)[1]
            if other_kind == "movement":
                made_of = dict(self.members("movement", other))
            for member in made_of:
                weights.pop(member, None)
        if not weights:
            said = f"{words}: {answer.text}" if answer.text else words
            self._miss(said, partly=bool(self.understood))
            return
        value = self._value(test, name, part, answer, words)
        if value is None or (part.whole and value.word != "normal"):
            said = f"{words}: {answer.text}" if answer.text else words
            self._miss(said, partly=False, kinds=(f"value {table_for(test, name, self.known)}",))
            return
        whole = sum(weights.values())
        weights = {member: weight / whole for member, weight in weights.items()}
        heard = self._listen(answer.text, table_for(test, name, self.known))
        at += (heard.place,) if heard.place else ()
        sense = part.modality or modality or heard.modality
        side = "" if name in self.known.no_side else side
        entry = self._understood(plain, weights, test, value, words, side, part.summary, at, sense)
        self.understood.append(
            replace(entry, words=f"other: {entry.words}") if part.other else entry
        )
        also = said_too(value, part, heard, words, test, self.known)
        if also is not None:
            self.understood.append(replace(entry, value=also))

    def _weighed(self, name: str) -> bool:
        names = self.known.names
        return name in names.by_kind.get("sign", {}) or name in names.tests

    def _members(self, kind: str, name: str, test: str) -> tuple[str, dict[str, float]]:
        return expand(kind, name, test, self.known, self.members)

    def _everything(self) -> list[tuple[str, str]]:
        name = self.known.everything.get(self.test)
        kinds = ("group", "region", "reflex group", "conduction group")
        return [(kind, name) for kind in kinds if name and (kind, name) in self.known.members]

    def _listen(self, text: str, table: str) -> Heard:
        said = clean(text)
        return listen(self.known.prepare(said), said, table, self.known)

    def _value(self, test: str, name: str, part: Part, answer: Answer, words: str) -> Value | None:
        table = table_for(test, name, self.known)
        heard = self._listen(answer.text, table)
        value = weigh(part, name, answer, words, test, table, heard, self.known)
        if heard.unread and (value is not None or part.fixed is not None):
            said = clean(answer.text)
            span = said[heard.unread[0].start : heard.unread[-1].end]
            self._miss(span, partly=True, kinds=(f"value {table}",))
        return slowed(value, part, table, self.known)

    def _understood(
        self,
        kind: str,
        weights: Mapping[str, float],
        test: str,
        value: Value,
        words: str,
        side: str,
        summary: str,
        at: tuple[str, ...],
        modality: str = "",
    ) -> Understood:
        single = len(weights) == 1
        normal = value.word in {"normal", "negative", "pass"}
        return Understood(
            index=self.index,
            words=words,
            test=test,
            kind=kind,
            targets=tuple(weights),
            shares=tuple(weights.values()),
            summary="one" if single else summary or ("all" if normal else "mean"),
            modality=(modality or "any") if test == "sensation" else "any",
            value=value,
            sides=self._side(side),
            days=self.finding.days,
            at=at,
        )

    def _side(self, said: str) -> Side:
        turned: dict[Side, Side] = {"left": "right", "right": "left"}
        if said == "other side":
            return turned.get(self.default, self.default)
        if said in {"", "same side"}:
            return self.default
        chosen: Side = said  # type: ignore[assignment]
        if self.finding.side and self.finding.side not in {"unknown", chosen}:
            self.warnings.append(
                f"findings[{self.index}]: the side is given as {self.finding.side}, "
                f"its words say {chosen}; the words were taken"
            )
        return chosen


def _sided(entries: list[Understood]) -> list[Understood]:
    """Leave out what is said again with a side."""
    said = {(e.kind, e.targets, e.value.word) for e in entries if e.sides != "unknown"}
    return [
        e
        for e in entries
        if e.kind != "association"
        or e.sides != "unknown"
        or (e.kind, e.targets, e.value.word) not in said
    ]


_PLAIN_VALUES = frozenset({"present", "positive", "yes"})
