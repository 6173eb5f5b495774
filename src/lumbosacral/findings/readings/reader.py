"""Reads one finding."""

import re
from dataclasses import replace

from lumbosacral.findings.cases.case import Finding
from lumbosacral.findings.filing.refiling import refiled
from lumbosacral.findings.language.groups import Members
from lumbosacral.findings.language.vocabulary import Vocabulary
from lumbosacral.findings.language.words import clean
from lumbosacral.findings.parts.astray import (
    is_provoked,
    numb_on_exertion,
    of_strength,
    without_films,
    without_motor,
    without_strangers,
)
from lumbosacral.findings.parts.bare import is_bare_test
from lumbosacral.findings.parts.passing import yielding
from lumbosacral.findings.plain.felt.numbed import numb_too, only_hurts, pain_too, says_numb
from lumbosacral.findings.plain.recalled.beforehand import earlier, event_after, of_now
from lumbosacral.findings.plain.recalled.reasons import reason_of
from lumbosacral.findings.reading import NotUnderstood, Side, Understood
from lumbosacral.findings.readings.answering import Answering
from lumbosacral.findings.readings.notes import Notes
from lumbosacral.findings.readings.overlap import disjoint, told_once
from lumbosacral.findings.readings.told_apart import told_apart
from lumbosacral.findings.readings.told_too import (
    of_aid,
    of_done,
    of_feeling,
    of_neurology,
    of_tempo,
    of_units,
    of_weakness,
    only_tempo,
    tells_aid,
    without_aided,
)
from lumbosacral.findings.readings.weakened import of_weak_limb
from lumbosacral.findings.results.answers import answers
from lumbosacral.findings.results.beside import (
    of_wasting,
)
from lumbosacral.findings.results.values import table_for

__all__ = ["Reader"]


class Reader(Answering):
    """Reads one finding."""

    def __init__(
        self,
        index: int,
        finding: Finding,
        side: Side,
        known: Vocabulary,
        members: Members,
        warnings: list[str],
        *,
        inner: bool = False,
    ) -> None:
        self.apart: list[Finding] = []
        if not inner:
            finding, self.apart = told_apart(finding)
        self.reason = reason_of(finding.of, known) if finding.test == "history" else ""
        if self.reason:
            finding = finding.model_copy(update={"of": finding.of.replace(self.reason, "")})
        elif event := event_after(finding):
            self.reason = event
            finding = finding.model_copy(update={"of": earlier(finding.of.replace(event, ""))})
        finding, words = refiled(finding, known)
        notes = Notes(index, finding, finding.side or side, known, members, warnings)
        super().__init__(finding, words, notes, known)
        self.inner = inner
        self.weak: list[Understood] = []

    @property
    def understood(self) -> list[Understood]:
        """What was read."""
        return self.notes.understood

    @property
    def missed(self) -> list[NotUnderstood]:
        """What comes back."""
        return self.notes.missed

    def read(self) -> None:
        """Fill `understood` and `missed`."""
        notes, whole = self.notes, self._whole()
        if self._unexamined():
            notes.miss(whole, self.test, partly=False)
            self._of_units()
            return
        if self._of_strength():
            return
        for answer in answers(self.finding, self.known):
            self.answer(answer)
        whole = self._whole()
        if not notes.understood and not any(whole in m.words for m in notes.missed):
            notes.miss(whole, self.test, partly=False)
        told = yielding(told_once(notes.understood), self.known)
        told = without_strangers(told, self.finding.test, self.known)
        told = without_films(told, self.finding, self.known)
        if notes.understood and not told:
            notes.miss(whole, self.test, partly=False)
        told = numb_on_exertion(told, self.finding, self.words, self.known)
        notes.understood = disjoint(told, notes.apart)
        self._wasted()
        if not any("weakness" in name for one in notes.understood for name in one.targets):
            said = {name for one in notes.understood for name in one.targets}
            notes.understood += [one for one in self.weak if said.isdisjoint(one.targets)]
            notes.missed = [one for one in notes.missed if not self._is_motor(one.words)]
        self._told_too()
        self._of_units()
        self._hurt_and_numb()
        self._told_apart()
        if self.reason and not self.inner:
            notes.miss(self.reason.strip(), self.test, partly=True)
        notes.missed = list(dict.fromkeys(notes.missed))

    def _told_too(self) -> None:
        """Read what is told beside it: a stick to walk with, a sudden onset."""
        notes = self.notes
        if self.inner:
            return
        kept = without_aided(self.finding, notes.understood, self.known)
        kept = of_now(kept, self.finding)
        if notes.understood and not kept:
            notes.miss(self._whole(), self.test, partly=False)
        notes.understood = kept
        aid = of_aid(self.finding, self.known)
        tempo = of_tempo(self.finding, notes.understood, self.known)
        weak = of_weakness(self.finding, notes.understood, self.known)
        limb = of_weak_limb(self.finding)
        sound = of_neurology(self.finding)
        felt = of_feeling(self.finding, notes.understood, self.known)
        done = of_done(self.finding, [one.words for one in notes.missed], self.known)
        for other in (aid, *tempo, *done, weak, limb, felt, *sound):
            if other is not None:
                inner = self._inner(other)
                read = of_now(inner.understood, self.finding)
                read = [one for one in read if other is not felt or one.kind == "area"]
                if other is limb:
                    read = self._only_weak(read, other.of)
                if other is weak and read:
                    # the arms are among what is weak
                    own = [one for one in notes.understood if one.kind != "elsewhere"]
                    notes.understood = own
                    # what was read of weakness does not come back
                    left = {one.words for one in inner.missed}
                    notes.missed = [
                        one for one in notes.missed if left or one.words not in other.of
                    ]
                notes.understood += [self._in_own_words(entry) for entry in read]
        if tempo:
            notes.missed = [one for one in notes.missed if not only_tempo(one.words, self.known)]
        if sound:
            notes.missed = []
        if aid is not None:
            notes.missed = [one for one in notes.missed if not tells_aid(one.words, self.known)]

    def _in_own_words(self, entry: Understood) -> Understood:
        """Give a reading the words of the finding; that it is of all others stays before them."""
        other = "other: " if entry.words.startswith("other: ") else ""
        return replace(entry, words=f"{other}{self.words}")

    def _only_weak(self, read: list[Understood], words: str) -> list[Understood]:
        """Keep of a limb that is weak its strength: it is not numb, and its words do not come back."""
        notes = self.notes
        weak = [one for one in read if one.kind in {"muscle", "movement"}]
        if weak and not says_numb(self.words):
            notes.understood = [one for one in notes.understood if one.test != "sensation"]
        if weak:
            notes.missed = [one for one in notes.missed if one.words not in words]
        return weak

    def _told_apart(self) -> None:
        """Read the members of the list that are of another kind of test."""
        notes = self.notes
        for other in self.apart:
            read = self._beside(other)
            notes.understood += [replace(entry, words=other.of) for entry in read]
            if not read:
                notes.miss(other.of, other.test, partly=True)

    def _of_units(self) -> None:
        """Read how the motor units were, where no muscle is named."""
        notes = self.notes
        told = None if self.inner or notes.understood else of_units(self.finding, self.known)
        read = self._beside(told) if told is not None else []
        if read:
            notes.understood = [replace(entry, words=self.words) for entry in read]
            notes.missed = []

    def _hurt_and_numb(self) -> None:
        """Read pain and loss of feeling that are told of one place in one list."""
        notes, kinds = self.notes, {one.test for one in self.notes.understood}
        if self.inner:
            return
        numb = numb_too(self.finding) if "sensation" not in kinds and "pain" in kinds else None
        pained = pain_too(self.finding) if "pain" not in kinds else None
        for other, test in ((numb, "sensation"), (pained, "pain")):
            read = self._beside(other) if other is not None else []
            read = [one for one in read if one.test == test and one.kind != "elsewhere"]
            notes.understood += [replace(entry, words=self.words) for entry in read]
            if read and other is pained and only_hurts(self.finding):
                tingles = [one for one in notes.understood if one.value.word == "positive_symptom"]
                notes.understood = [one for one in notes.understood if one not in tingles]
            if read and other is numb:
                notes.missed = [one for one in notes.missed if not says_numb(one.words)]

    def _wasted(self) -> None:
        """Read what is said of wasting beside strength: "weak and wasted"."""
        other = of_wasting(self.finding, self.words, self.known)
        if other is None or self.inner:
            return
        notes = self.notes
        notes.understood += [entry for entry in self._beside(other) if entry.kind == "sign"]

    def _beside(self, other: Finding) -> list[Understood]:
        """Read another finding that is told in the same words; of that one nothing more is sought."""
        return self._inner(other).understood

    def _inner(self, other: Finding) -> "Reader":
        notes = self.notes
        row = (notes.index, other, notes.default, self.known, notes.members)
        one = Reader(*row, [], inner=True)
        one.read()
        return one

    def _is_motor(self, words: str) -> bool:
        row = self.known.prepare(words)
        found = self.known.match(row, 0, ("motor word",)) if self.weak and row else None
        return found is not None and found.length == len(row)

    def _of_strength(self) -> bool:
        """Read what is said of strength beside a sign or feeling; whether there is nothing else."""
        other = of_strength(self.finding, self.words, self.known)
        if other is None or self.inner:
            return False
        notes, read = self.notes, self._beside(other)
        weak = [entry for entry in read if entry.kind in {"muscle", "movement"}]
        if not weak or any("weakness" in name for entry in read for name in entry.targets):
            return False
        if self.test == "sensation":
            self.words = without_motor(self.words, self.known)
            if not self.words:
                notes.understood += weak
                return True
        self.weak = weak
        return False

    def _unexamined(self) -> bool:
        """Whether the words say that nothing was looked at, which is no result."""
        if is_bare_test(self.finding, self.words, self.known):
            return True
        if is_provoked(self.finding, self.words, self.known) or self._is_unsettled():
            return True
        kinds = (f"value {table_for(self.test, '', self.known)}", "unexamined")
        row = self.known.prepare(self.words)
        found = (self.known.match(row, i, kinds) for i in range(len(row)))
        return any(match is not None and match.kind == "unexamined" for match in found)

    def _is_unsettled(self) -> bool:
        """Whether an image leaves open what is told, or it is asked: "root compression not excluded", "?stroke"."""
        value = self.finding.value
        said = clean(value) if isinstance(value, str) else ""
        if self.test in _ASKED_OF and _ASKED.search(f"{clean(self.finding.of)} {said}".strip()):
            return True
        if self.test != "imaging":
            return False
        row = self.known.prepare(f"{self.words} {said}")
        return any(self.known.match(row, i, ("unsettled",)) for i in range(len(row)))

    def _whole(self) -> str:
        value = self.finding.value
        said = clean(value) if isinstance(value, str) else ""
        bare = self.understood or not said or said in _PLAIN_VALUES
        return self.words if bare else f"{self.words}: {said}"


_ASKED_OF = frozenset({"history", "imaging"})
_ASKED = re.compile(r"^\?\s?[A-Za-z]|[A-Za-z\d]\s?\?$")
"""A question that somebody puts to a study, or a suspicion, and no finding."""
_PLAIN_VALUES = frozenset({"present", "positive", "yes"})
