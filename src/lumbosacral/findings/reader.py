"""Reads one finding."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from lumbosacral.findings.answers import Answer, answers
from lumbosacral.findings.case import Finding
from lumbosacral.findings.groups import Members, expand
from lumbosacral.findings.homes import PAIN_WORDS, home_of
from lumbosacral.findings.lexing import parts_of
from lumbosacral.findings.lists import TOLD, completed, excepted, spread, unread_runs
from lumbosacral.findings.lookup import look_up
from lumbosacral.findings.overlap import disjoint
from lumbosacral.findings.phrase import PLACES, Part, targets_for
from lumbosacral.findings.reading import NotUnderstood, Side, Understood, Value
from lumbosacral.findings.told import JOINED, ways
from lumbosacral.findings.values import Heard, listen, table_for
from lumbosacral.findings.vocabulary import Vocabulary
from lumbosacral.findings.weighing import weigh
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
        self.words = clean(finding.of)
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
        if not self.understood and not any(not m.partly for m in self.missed):
            self._miss(self._whole(), partly=False)
        self.understood = disjoint(self.understood)
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
        test = self.finding.test
        if test in JOINED and answer.fixed is None:
            for way in ways(self.words, answer, test, self.known):
                self.test = way.test
                self._emit(way.parts, way.answer, way.words)
            return
        self.test = test
        parts = self._parts(self.words, test)
        if not any(part.named for part in parts) and test not in TOLD:
            told = self._parts(self.words, "history")
            parts = told if any(part.targets for part in told) else parts
        self._emit(parts, answer, self.words)

    def _parts(self, words: str, test: str) -> list[Part]:
        return parts_of(words, test, table_for(test, "", self.known), self.known)

    def _emit(self, parts: list[Part], answer: Answer, words: str) -> None:
        sides = {part.side for part in parts if part.side}
        side = next(iter(sides)) if len(sides) == 1 else ""
        modality = next((part.modality for part in reversed(parts) if part.modality), "")
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
                self._part(part, answer, words, answer.side or side, modality, gone)

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
        signs = [t for t in targets if t[0] in {"sign", "muscle sign"}]
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
            targets = [t for t in targets if t[0] not in PLACES]
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
        if value is None:
            said = f"{words}: {answer.text}" if answer.text else words
            self._miss(said, partly=False, kinds=(f"value {table_for(test, name, self.known)}",))
            return
        whole = sum(weights.values())
        weights = {member: weight / whole for member, weight in weights.items()}
        heard = self._listen(answer.text, table_for(test, name, self.known))
        at += (heard.place,) if heard.place else ()
        sense = part.modality or modality or heard.modality
        entry = self._understood(plain, weights, test, value, words, side, part.summary, at, sense)
        self.understood.append(
            replace(entry, words=f"other: {entry.words}") if part.other else entry
        )

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
        if heard.unread and (heard.value is not None or part.fixed is not None):
            said = clean(answer.text)
            span = said[heard.unread[0].start : heard.unread[-1].end]
            self._miss(span, partly=True, kinds=(f"value {table}",))
        return weigh(part, name, answer, words, test, table, heard, self.known)

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


_PLAIN_VALUES = frozenset({"present", "positive", "yes"})
