"""Names that say nothing in the test they were read in, or give way to another: `concepts.txt`."""

import re
from dataclasses import replace

from lumbosacral.findings.language.grounded import felt, speaks_of, take
from lumbosacral.findings.language.homes import PAIN_WORDS
from lumbosacral.findings.language.phrase import PLACES, Part
from lumbosacral.findings.language.vocabulary import Vocabulary
from lumbosacral.findings.reading import Understood

__all__ = ["without_passing", "yielding"]


def without_passing(parts: list[Part], test: str, known: Vocabulary) -> None:
    """Take away, in place, names that are only a remark or a place in a test that is told.

    "Progressive pain" is no course, an ankle in a history no reflex, the trunk of a car no body,
    and a wound of the abdomen says nothing on it.
    """
    told = any(kind == "association" for part in parts for kind, _ in part.targets)
    several = sum(len(part.targets) for part in parts) > 1
    if test == "laboratory":
        _in_fluid(parts, known)
    for part in parts:
        _sided(part, known)
        passing = known.passing.get(test, frozenset())
        gone = {one for one in part.targets if one[1] in passing and several}
        gone |= {one for one in part.targets if one[1] in known.never.get(test, ())}
        gone |= _of_fluid(part)
        misplaced = _misplaced(part, known)
        gone |= misplaced
        part.elsewhere = [] if misplaced else part.elsewhere
        if test == "history" and not speaks_of("reflex", part.row, known):
            gone |= {one for one in part.targets if one[0] == "reflex"}
        if test == "history" and known.rules.concepts(part.row) & known.relatives:
            gone |= {one for one in part.targets if one[1] in known.inherited}
            gone |= _of_family(part)
        if test in {"history", "gait"} and several and _meanwhile(part):
            gone |= {one for one in part.targets if one[0] == "task" or one[1] in known.meanwhile}
        if test == "history" and told and not felt(part, known):
            gone |= {one for one in part.targets if one[0] in PLACES}
        take(part, gone)
        freely = known.match(part.row, 0, ("parting",)) is not None
        if test in {"gait", "task"} and (part.targets or freely):
            # "foot drop after surgery of the neck", "rises without the arms"
            part.unread = part.unread if part.targets else part.row
            part.elsewhere = []
        if part.elsewhere and test in {"history", "imaging"}:
            level = told and all(_level(name, part) for name in part.elsewhere)
            if level or (test == "imaging" and _of_method(part, known)):
                part.elsewhere = []
                part.unread += [t for t in part.row if _LEVEL.match(t.norm)]
            _place(part, test, known)
        if part.targets and all(one[1] in known.postures for one in part.targets):
            part.plural = False


_LEVEL = re.compile(r"[ct]\d{1,2}(?:-[ctl]\d{1,2})*$")


def _level(name: str, part: Part) -> bool:
    """Whether another part of the body is only a level of the spine: "at T5 and T8"."""
    held = [taken for target, taken in part.held if target == ("elsewhere", name)]
    return bool(held) and all(_LEVEL.match(token.norm) for taken in held for token in taken)


def _of_method(part: Part, known: Vocabulary) -> bool:
    """Whether another part of the body is only how an image was made: "hyperintense on T2"."""
    held = [taken for target, taken in part.held if target[0] == "elsewhere"]
    row = [token for taken in held for token in taken]
    return bool(row) and all(known.match([t], 0, ("imaging filler",)) for t in row)


def _misplaced(part: Part, known: Vocabulary) -> set[tuple[str, str]]:
    """Names beside a word of another place: "cervical disc herniation"."""
    said = {token.norm for token in part.row}
    return {one for one in part.targets if known.misplaced.get(one[1], frozenset()) & said}


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


def _in_fluid(parts: list[Part], known: Vocabulary) -> None:
    """Call cells those of the fluid, in place, where a list names the fluid: "CSF protein, white cells"."""
    if any("csf" in known.rules.concepts(part.row) for part in parts):
        for part in parts:
            part.targets = [(kind, known.in_fluid.get(name, name)) for kind, name in part.targets]
            part.held = [
                ((kind, known.in_fluid.get(name, name)), held) for (kind, name), held in part.held
            ]


def _of_family(part: Part) -> set[tuple[str, str]]:
    """What is seen or examined, where a part is of the history of a family: "family history of gait disturbance"."""
    ours = {"family", "history"} <= {token.norm for token in part.row}
    return {one for one in part.targets if ours and one[0] != "association"}


def _meanwhile(part: Part) -> bool:
    """Whether a part says what was being done: "gave way while descending stairs"."""
    return bool({token.norm for token in part.row} & {"while", "whilst", "when", "during"})


def _place(part: Part, test: str, known: Vocabulary) -> None:
    """Take away another part of the body that only says where: "fell on the arm"."""
    sensed = part.symptoms or PAIN_WORDS & {t.norm for t in part.row}
    happened = known.rules.concepts(part.row) & known.events
    if happened & known.wounds and test == "history":
        part.targets, part.elsewhere, part.unread = [], [], part.row
        return
    told = any(kind == "association" for kind, _ in part.targets)
    if told and not known.away.get(test, frozenset()).isdisjoint(part.elsewhere):
        part.targets, part.elsewhere, part.unread = [], [], part.row
        return
    if told and not sensed:
        part.elsewhere = []
    elif test == "history" and not sensed and happened:
        part.elsewhere, part.unread = [], part.row


def yielding(entries: list[Understood], known: Vocabulary) -> list[Understood]:
    """Leave out findings that another one of the same phrase says more exactly."""
    entries = _in_one(entries, known)
    there = {target for entry in entries if _is_there(entry) for target in entry.targets}
    gone = {
        target
        for entry in entries
        if entry.value.word == "absent" and entry.test in _LOOKED
        for target in entry.targets
    }
    parted = {
        target
        for entry in entries
        if any(known.match([t], 0, ("parting",)) for t in known.prepare(entry.words))
        for target in entry.targets
    }
    # "cancer without metastases": what stands before is not denied
    spared, gone = parted & there & gone, gone - parted
    entries = [e for e in entries if _is_there(e) or spared.isdisjoint(e.targets)]
    implied = {one for target in there for one in known.implies.get(target, ())}
    return [
        entry
        for entry in entries
        if entry.kind != "association" or not _is_less(entry, there, gone, implied, known)
    ]


def _in_one(entries: list[Understood], known: Vocabulary) -> list[Understood]:
    """Say in one that none of some findings is there: "no pleocytosis, normal protein"."""
    gone = {e.targets[0]: e for e in entries if e.value.word == "absent"}
    for name, parts in known.none_of.items():
        if parts <= gone.keys():
            last = next(e for e in reversed(entries) if e.targets[0] in parts)
            one = replace(last, targets=(name,), value=replace(last.value, word="present"))
            entries = [e for e in entries if e.targets[0] not in parts] + [one]
    return entries


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
