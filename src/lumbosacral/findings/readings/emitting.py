"""From the parts of a finding and its answer to readings."""

from lumbosacral.findings.language.grounded import (
    names_feeling,
    only_how,
    only_qualified,
    without_joint,
)
from lumbosacral.findings.language.homes import PAIN_WORDS, home_of
from lumbosacral.findings.language.meaning import BODY, JOINED, TOLD
from lumbosacral.findings.language.phrase import PLACES, Part
from lumbosacral.findings.language.words import clean
from lumbosacral.findings.reading import NotUnderstood, Value
from lumbosacral.findings.readings.notes import Notes
from lumbosacral.findings.results.answers import Answer
from lumbosacral.findings.results.apart import said_too
from lumbosacral.findings.results.telling import yes_or_no
from lumbosacral.findings.results.values import Heard, listen, table_for
from lumbosacral.findings.results.weighing import slowed, weigh

__all__ = ["Emitter"]

_FINE = frozenset({"normal", "negative", "pass"})
_IN_LIMBS = frozenset({"strength", "sensation"})
_ONLY_WHERE = frozenset({"group", "muscle", "area", "region"})
_SIGNS = frozenset({"sign", "muscle sign", "sign group"})
_SEEN = frozenset({"gait", "sign"})
_BORNE = ("symptom", "modality", "motor word", "test")
Target = tuple[str, str]


class Emitter:
    """Makes the readings of one part.

    Parameters
    ----------
    notes : Notes
        Where they are written down.
    test : str
        Kind of test the part was read in.
    words : str
        The words it stands in.
    answer : Answer
        The answer given to it.
    part : Part
    side, modality : str
        What the words around it say of both.
    gone : list of (kind, name)
        What is taken out of it again.
    """

    def __init__(
        self,
        notes: Notes,
        test: str,
        words: str,
        answer: Answer,
        part: Part,
        side: str,
        modality: str,
        gone: list[Target],
    ) -> None:
        self.notes, self.known, self.test = notes, notes.known, test
        self.words, self.answer, self.part = words, answer, part
        self.side, self.modality, self.gone = side, modality, gone

    def emit(self) -> None:
        """Write down the readings of the part."""
        if self.part.elsewhere:
            value = self._value(self.test, "")
            strange = self.part.unread and not self.part.said and self.test == "sensation"
            if (value is None and self.answer.text) or (strange and value == Value(word="normal")):
                self._miss_all(partly=False)
            else:
                self._elsewhere(value or Value(word="abnormal"))
            return
        targets, at = self._targets()
        for kind, name in targets:
            self._target(kind, name, at)

    def _everything(self) -> list[Target]:
        name = self.known.everything.get(self.test)
        kinds = ("group", "region", "reflex group", "conduction group")
        return [(kind, name) for kind in kinds if name and (kind, name) in self.known.members]

    def _targets(self) -> tuple[list[Target], tuple[str, ...]]:
        """Names that carry the value, and the places where they are seen or felt."""
        part, at = self.part, tuple(self.part.places)
        targets = part.targets or self._everything()
        signs = [target for target in targets if target[0] in _SIGNS]
        if self.test in {"sign", "history"} and signs and len(targets) > len(signs):
            walked = [target for target in targets if self._is_walked(target, signs)]
            rest = [target for target in targets if target not in [*signs, *walked]]
            at += self._where(rest, "strength")
            apart = [target for target in rest if self._is_apart(target, signs)]
            targets = [*signs, *walked, *apart]
        told = [target for target in targets if target[0] == "association"]
        felt = part.symptoms or PAIN_WORDS & {t.norm for t in part.row}
        if self.test in JOINED - {"pain"} and told and len(targets) > len(told) and not felt:
            at += self._where([one for one in targets if one[0] in PLACES], "sensation")
            only_when = self.known.courses.issuperset(name for _, name in told)
            gone = BODY - {"task"} if only_when else BODY
            targets = [target for target in targets if target[0] not in gone]
        return targets, at

    def _is_walked(self, target: Target, signs: list[Target]) -> bool:
        """Whether a way of walking is told with a sign, and is no other name for it: "spastic foot drop"."""
        held = dict(self.part.held)
        own = held.get(target, frozenset())
        seen = [held.get(sign, frozenset()) for sign in signs]
        return target[0] == "gait" and all(one == own or own.isdisjoint(one) for one in seen)

    def _is_apart(self, target: Target, others: list[Target]) -> bool:
        """Whether a finding of the table is read from other words than names beside it."""
        held = dict(self.part.held)
        own = held.get(target, frozenset())
        return target[0] == "association" and all(
            own.isdisjoint(held.get(other, own)) and self._weighed(other[1]) for other in others
        )

    def _where(self, targets: list[Target], test: str) -> tuple[str, ...]:
        return tuple(m for kind, name in targets for m in self.notes.made_of(kind, name, test)[1])

    def _miss_all(self, *, partly: bool, kinds: tuple[str, ...] = ()) -> None:
        text = self.answer.text
        said = f"{self.words}: {text}" if text else self.words
        self.notes.miss(said, self.test, partly=partly, kinds=kinds)

    def _elsewhere(self, value: Value) -> None:
        # "Hoffmann sign: negative"
        sign = self.answer.text.lower().startswith("negative")
        told = value.word == "absent" and (self.test in TOLD or sign or self._is_trouble())
        word = "normal" if value.word in _FINE or told else "abnormal"
        names = tuple(dict.fromkeys(self.part.elsewhere))
        said = [f"{self.test} {name} {value.word}" for name in names]
        meant = {self.known.elsewhere_means.get(one, "") for one in said}
        if "" in meant:
            shares = dict.fromkeys(names, 1 / len(names))
            grade = None if told else value.grade
            value = Value(value.word and word, grade, value.number, value.unit)
            entry = self.notes.entry("elsewhere", shares, self.test, value, self.words, self.side)
        else:
            shares = dict.fromkeys(meant, 1 / len(meant))
            home = self.known.names.tests[next(iter(meant))]
            there = Value(word="positive" if home == "sign" else "present")
            entry = self.notes.entry("association", shares, home, there, self.words, self.side)
        self.notes.understood.append(entry)

    def _is_trouble(self) -> bool:
        """Whether the words name what is wrong there, so that "absent" denies it: "facial weakness"."""
        row = self.known.prepare(self.words)
        found = (self.known.match(row, i, ("motor word", "symptom")) for i in range(len(row)))
        denied = yes_or_no(self.answer.text, self.known) == "absent"
        return denied and any(match is not None for match in found)

    def _target(self, kind: str, name: str, at: tuple[str, ...]) -> None:
        if kind == "ambiguous":
            meant = tuple(self.known.meanings.get(name, ()))
            missed = NotUnderstood(self.notes.index, self.words, meant, partly=False)
            self.notes.missed.append(missed)
            return
        if kind in {"sign", "muscle sign"} and not self._weighed(name):
            # a sign that nothing weighs
            self._miss_all(partly=False)
            return
        if self.side == "both":
            name = self.known.when_both.get(name, name)
        test = home_of(kind, name, self.test, self.part, self.known)
        if test == "pain" and kind in PLACES and name in self.known.when_pain:
            kind, name = "association", self.known.when_pain[name]
        if self.test == "sign" and kind in _ONLY_WHERE and not self._is_own(test):
            self._miss_all(partly=bool(self.notes.understood))
            return
        plain, weights = self._weights(kind, name, test)
        if not weights:
            self._miss_all(partly=bool(self.notes.understood))
            return
        value = self._value(test, name)
        if value is None or (self.part.whole and value.word != "normal"):
            table = table_for(test, name, self.known)
            self._miss_all(partly=False, kinds=(f"value {table}",))
            return
        if self._is_unfelt(kind, test, value) or self._is_untried(test, value):
            self._miss_all(partly=bool(self.notes.understood))
            return
        if only_qualified(name, value.word, self.part, self.known):
            self._miss_all(partly=False)
            return
        if only_how(name, value.word, self.part, self.known):
            return
        self._keep(kind, plain, name, test, weights, value, at)

    def _is_unfelt(self, kind: str, test: str, value: Value) -> bool:
        """Whether a place is only named beside what is told or looked at: of its feeling nothing is said."""
        told = self.test in TOLD and test == "sensation" and kind in PLACES
        if not told or value.word != "normal":
            return False
        if yes_or_no(self.answer.text, self.known) == "present":
            # a bare yes, which is no result of a test of feeling
            return not self.part.said
        row = self.known.prepare(self.words)
        return not names_feeling(without_joint(self.part, row), self.known)

    def _is_untried(self, test: str, value: Value) -> bool:
        """Whether a task is only named beside what is told: "gives way on stairs", "lurch on one leg"."""
        if self.test in {"sign", "task"} and (test, value.word) == ("task", "pass"):
            seen = any(target[0] in _SEEN for target, _ in self.part.held)
            return seen and yes_or_no(self.answer.text, self.known) == "present"
        if (self.test, test, value.word) != ("history", "task", "pass"):
            return False
        row = self.part.said or self.known.prepare(self.words)
        worse = "worse" in self.known.rules.concepts(row)
        if self.part.said and not worse:
            return False
        beside = worse or len(self.part.held) > 1 or bool(self.part.unread)
        return beside and yes_or_no(self.answer.text, self.known) == "present"

    def _is_own(self, test: str) -> bool:
        """Whether a sign says that a part of the body is weak or numb, and not only where something is."""
        # "abnormality of the foot: none" is of anything
        other = ("skin word", "seen")
        own = [t for t in self.part.row if not self.known.match([t], 0, other)]
        bare = yes_or_no(self.answer.text, self.known)
        answer = [] if bare else self.known.prepare(clean(self.answer.text))
        answer = [t for t in answer if not self.known.match([t], 0, other)]
        # "skin temperature of the foot: reduced" is of the skin, too
        row = own if len(own) < len(self.part.row) else [*own, *answer]
        # "the hip drops on the left leg": what drops is the hip, and the leg is not weak
        seen = {t for target, taken in self.part.held if target[0] in _SEEN for t in taken}
        row = [t for t in row if t not in seen]
        kinds = ("sign", "muscle sign", f"value {test}", *_BORNE)
        found = (self.known.match(row, i, kinds) for i in range(len(row)))
        borne = any(
            m.kind not in _SIGNS and m.name != "normal" and (m.kind != "test" or m.name == test)
            for m in found
            if m is not None
        )
        return borne or test == "pain" or any(token.norm[0].isdigit() for token in row)

    def _weights(self, kind: str, name: str, test: str) -> tuple[str, dict[str, float]]:
        """Members of a name without those that are taken out, with the sum 1."""
        plain, weights = self.notes.made_of(kind, name, test)
        for other_kind, other in self.gone:
            made_of = self.notes.made_of(other_kind, other, test)[1]
            if other_kind == "movement":
                made_of = dict(self.notes.members("movement", other))
            left = {one: share for one, share in weights.items() if one not in made_of}
            # "heel but not the sole": what the heel lies in takes nothing away from it
            weights = left or (weights if kind in PLACES and test == "sensation" else {})
        within = {m: w for m, w in weights.items() if m in self.part.within}
        weights = within or weights
        whole = sum(weights.values())
        return plain, {member: weight / whole for member, weight in weights.items()}

    def _keep(
        self,
        kind: str,
        plain: str,
        name: str,
        test: str,
        weights: dict[str, float],
        value: Value,
        at: tuple[str, ...],
    ) -> None:
        """Write one reading down, and a second value that is said with it."""
        part = self.part
        heard = self._listen(table_for(test, name, self.known))
        at += (heard.place,) if heard.place else ()
        sense = part.modality or self.modality or heard.modality
        side = "" if name in self.known.no_side else self.side
        words = f"other: {self.words}" if part.other else self.words
        made = (plain, weights, test)
        also = said_too(value, part, heard, self.words, test, self.known)
        for one in (value, also) if also is not None else (value,):
            said = self.words if one is also else words
            entry = self.notes.entry(*made, one, said, side, part.summary, at, sense)
            self.notes.understood.append(entry)
            if kind == "structure":
                self.notes.apart.append(entry)

    def _weighed(self, name: str) -> bool:
        names = self.known.names
        return name in names.by_kind.get("sign", {}) or name in names.tests

    def _listen(self, table: str) -> Heard:
        said = clean(self.answer.text)
        return listen(self.known.prepare(said), said, table, self.known)

    def _value(self, test: str, name: str) -> Value | None:
        table = table_for(test, name, self.known)
        heard = self._listen(table)
        part, answer = self.part, self.answer
        if self.test in _IN_LIMBS and any(
            self.known.match([token], 0, ("narrowing",)) for token in heard.unread
        ):
            # "thigh: numb anterolaterally" is not the whole thigh
            return None
        value = weigh(part, name, answer, self.words, test, table, heard, self.known)
        if heard.unread and (value is not None or part.fixed is not None or part.lost):
            said = clean(answer.text)
            span = said[heard.unread[0].start : heard.unread[-1].end]
            self.notes.miss(span, self.test, partly=True, kinds=(f"value {table}",))
        return slowed(value, part, table, self.known)
