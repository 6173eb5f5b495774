"""Names that say nothing in the test they were read in, or give way to another: `concepts.txt`."""

from lumbosacral.findings.homes import PAIN_WORDS
from lumbosacral.findings.phrase import PLACES, Part
from lumbosacral.findings.reading import Understood
from lumbosacral.findings.vocabulary import Vocabulary

__all__ = ["without_passing", "yielding"]


def without_passing(parts: list[Part], test: str, known: Vocabulary) -> None:
    """Take away, in place, names that are only a remark or a place in a test that is told.

    "Progressive pain" is no course, an ankle in a history no reflex, the trunk of a car no body,
    and a wound of the abdomen says nothing on it.
    """
    told = any(kind == "association" for part in parts for kind, _ in part.targets)
    several = sum(len(part.targets) for part in parts) > 1
    for part in parts:
        _sided(part, known)
        passing = known.passing.get(test, frozenset())
        gone = {one for one in part.targets if one[1] in passing and several}
        gone |= {one for one in part.targets if one[1] in known.never.get(test, ())}
        gone |= _of_fluid(part)
        if test == "history" and not _speaks_of_reflexes(part, known):
            gone |= {one for one in part.targets if one[0] == "reflex"}
        if test == "history" and known.rules.concepts(part.row) & known.relatives:
            gone |= {one for one in part.targets if one[1] in known.inherited}
        if test == "history" and several and _meanwhile(part):
            gone |= {one for one in part.targets if one[0] == "task" or one[1] in known.meanwhile}
        if test == "history" and told and not _felt(part, known):
            gone |= {one for one in part.targets if one[0] in PLACES}
        _take(part, gone)
        if part.elsewhere and test in {"history", "imaging"}:
            _place(part, test, known)
        if part.targets and all(one[1] in known.postures for one in part.targets):
            part.plural = False


def _sided(part: Part, known: Vocabulary) -> None:
    """A side that is one of the words of a place is still a side: "bilateral foot"."""
    for (kind, _), held in part.held:
        for token in held if kind in PLACES and not part.side else ():
            found = known.match([token], 0, ("side",))
            part.side = found.name if found is not None else part.side


def _of_fluid(part: Part) -> set[tuple[str, str]]:
    """What was looked at as a whole, where a part names what was found in it: "IgG in CSF"."""
    whole = {one for one in part.targets if one[0] == "analyte"}
    found = any(kind == "association" for kind, _ in part.targets)
    return whole if found and len(part.targets) == 2 else set()


def _meanwhile(part: Part) -> bool:
    """Whether a part says what was being done: "gave way while descending stairs"."""
    return bool({token.norm for token in part.row} & {"while", "whilst", "when", "during"})


def _take(part: Part, gone: set[tuple[str, str]]) -> None:
    part.targets = [one for one in part.targets if one not in gone]
    for target, held in part.held:
        if target in gone and not part.named:
            part.unread = [t for t in part.row if t in part.unread or t in held]


def _felt(part: Part, known: Vocabulary) -> bool:
    """Whether a part says that something is felt, or is not."""
    kinds = ("symptom", "value sensation", "modality")
    felt = any(known.match([token], 0, kinds) for token in part.row)
    return felt or bool(part.symptoms) or bool(PAIN_WORDS & {t.norm for t in part.row})


def _speaks_of_reflexes(part: Part, known: Vocabulary) -> bool:
    found = (known.match(part.row, i, ("test",)) for i in range(len(part.row)))
    return any(match is not None and match.name == "reflex" for match in found)


def _place(part: Part, test: str, known: Vocabulary) -> None:
    """Take away another part of the body that only says where: "fell on the arm"."""
    felt = part.symptoms or PAIN_WORDS & {t.norm for t in part.row}
    happened = known.rules.concepts(part.row) & known.events
    if happened & known.wounds and test == "history":
        part.targets, part.elsewhere, part.unread = [], [], part.row
        return
    told = any(kind == "association" for kind, _ in part.targets)
    if told and not felt:
        part.elsewhere = []
    elif test == "history" and not felt and happened:
        part.elsewhere, part.unread = [], part.row


def yielding(entries: list[Understood], known: Vocabulary) -> list[Understood]:
    """Leave out findings that another one of the same phrase says more exactly."""
    there = {target for entry in entries if _is_there(entry) for target in entry.targets}
    gone = {
        target
        for entry in entries
        if entry.value.word == "absent" and entry.test in _LOOKED
        for target in entry.targets
    }
    implied = {one for target in there for one in known.implies.get(target, ())}
    return [
        entry
        for entry in entries
        if entry.kind != "association" or not _is_less(entry, there, gone, implied, known)
    ]


_LOOKED = frozenset({"imaging", "laboratory", "history"})


def _is_there(entry: Understood) -> bool:
    return entry.value.word in {"present", "positive"}


def _is_less(
    entry: Understood, there: set[str], gone: set[str], implied: set[str], known: Vocabulary
) -> bool:
    """Whether a finding says less than another one, or only names what is then denied."""
    name = entry.targets[0]
    if _is_there(entry):
        return name in gone or not known.yields.get(name, frozenset()).isdisjoint(there)
    return entry.value.word == "absent" and name in implied
