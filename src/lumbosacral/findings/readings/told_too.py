"""What is told beside a finding: how it began and went on, what helps in walking, a leg that is weak."""

import re

from lumbosacral.findings.cases.case import Finding
from lumbosacral.findings.language.vocabulary import Vocabulary
from lumbosacral.findings.language.words import Token, clean
from lumbosacral.findings.plain.moved.doing import cannot_walk
from lumbosacral.findings.reading import Understood
from lumbosacral.findings.results.telling import yes_or_no

__all__ = [
    "of_aid",
    "of_done",
    "of_feeling",
    "of_neurology",
    "of_tempo",
    "of_units",
    "of_weakness",
    "only_tempo",
    "tells_aid",
    "without_aided",
]

_FELT = frozenset({"pain", "strength", "sensation", "gait", "sign", "task", "history", "autonomic"})
_WEAK = frozenset({"strength", "sign"})
_WALKED = frozenset({"gait", "task", "sign", "history"})


def of_tempo(finding: Finding, read: list[Understood], known: Vocabulary) -> list[Finding]:
    """Return the finding of the course where a word of tempo is said of something that was read.

    Beside weakness, also that it came without pain.
    """
    if finding.test not in _FELT or not read:
        return []
    row = _row(finding, known)
    if _denies(row, known):
        return []
    if _first(row, "no tempo", known):
        # "gradually improved"
        return []
    if any(name in known.courses for one in read for name in one.targets):
        return []
    names = (_first(row, kind, known) for kind in ("tempo", f"tempo {finding.test}"))
    if finding.test == "history":  # not in "acute leukaemia", "her sister's progressive weakness"
        names = (name for name in names if _rules_say(name, row, known))
    told = ({"test": "history", "of": name, "value": "present"} for name in names if name)
    return [finding.model_copy(update=one) for one in told]


def _rules_say(name: str, row: list[Token], known: Vocabulary) -> bool:
    return any(name in hit.names for hit in known.rules.hits(row, "history"))


def of_units(finding: Finding, known: Vocabulary) -> Finding | None:
    """Return the finding of how motor units were where no muscle is named: it tells muscle from nerve all the same."""
    row = _row(finding, known) if finding.test == "emg" else []
    words = (known.match(row, i, ("value emg",)) for i in range(len(row)))
    said = {found.name for found in words if found} & {"myopathic", "neurogenic"}
    if len(said) != 1:
        return None
    starts = (i for i in range(len(row)) if _first(row[i : i + 1], "value emg", known) in said)
    at = next(starts, len(row))
    # "myopathic, no fibrillations" denies the fibrillations, "myopathic units absent" the units
    after = row[at + 1 : at + 3]
    late = all(known.match([t], 0, ("value presence", "remark")) or t.norm == "unit" for t in after)
    denied = _denies(row[:at], known) or (late and _denies(after, known))
    told = {"of": f"{said.pop()} units", "value": "absent" if denied else "present"}
    return finding.model_copy(update=told)


def only_tempo(words: str, known: Vocabulary) -> bool:
    """Whether words are no more than one of tempo."""
    row = known.prepare(clean(words))
    found = known.match(row, 0, ("tempo",)) if row else None
    return found is not None and found.length == len(row)


def of_weakness(finding: Finding, read: list[Understood], known: Vocabulary) -> Finding | None:
    """Return the finding of strength where a history tells of weakness that is there now."""
    row = _row(finding, known) if finding.test == "history" else []
    if not _first(row, "motor word", known):
        return None
    named = {name for one in read for name in one.targets}
    if any("weakness" in name for name in named):
        # "facial weakness" is a finding of its own
        return None
    if not known.not_weak_now.isdisjoint(named) or known.rules.concepts(row) & known.relatives:
        return None
    of = clean(finding.of)
    said = known.prepare(of)
    if all(known.match([t], 0, ("motor word", "tempo", "remark")) for t in said) or not _first(
        said, "motor word", known
    ):
        of = f"{of} {finding.value}"
    of = _LATER.split(of)[0] or of
    value = known.prepare(clean(finding.value)) if isinstance(finding.value, str) else []
    if value and all(known.match([t], 0, ("side",)) for t in value):
        of = f"{finding.value} {of}"
    told = {"test": "strength", "of": of, "value": "no" if _not_weak(finding, known) else "present"}
    return finding.model_copy(update=told)


def _not_weak(finding: Finding, known: Vocabulary) -> bool:
    """Whether weakness is denied: by the answer, or before it is named; "weakness, no trauma" denies a trauma."""
    value = finding.value if isinstance(finding.value, str) else ""
    if yes_or_no(value, known) == "absent":
        return True
    row = _row(finding, known)
    starts = (i for i in range(len(row)) if known.match(row, i, ("motor word",)))
    return _denies(row[: next(starts, len(row))], known)


def of_feeling(finding: Finding, read: list[Understood], known: Vocabulary) -> Finding | None:
    """Return the finding of feeling where a history tells it of arms and legs: "numb hands and feet"."""
    if finding.test != "history" or any(one.kind == "area" for one in read):
        return None
    row = _row(finding, known)
    if not _first(row, "symptom", known) or not _first(row, "region", known):
        return None
    if _denies(row, known):
        return None
    if known.rules.concepts(row) & known.relatives:
        return None
    of = _LATER.split(clean(finding.of))[0] or finding.of
    return finding.model_copy(update={"test": "sensation", "of": of, "value": "present"})


_LATER = re.compile(
    r",?\s+(?:after|following|since|during|while|due to|because of|secondary to|caused by|beginning|preceded by)\b",
    re.I,
)


def of_neurology(finding: Finding) -> list[Finding]:
    """Return strength, feeling and reflexes where the examination of a leg, or the rest of one, is called normal."""
    said = clean(finding.value) if isinstance(finding.value, str) else ""
    found = _NEUROLOGY.fullmatch(clean(finding.of)) if finding.test in _LOOKED_AT else None
    if found is None or not _SOUND.fullmatch(said):
        return []
    leg = next((part for part in (found["leg"], found["limb"]) if part), "")
    told = {"strength": leg, "sensation": leg, "reflex": f"reflexes of {leg}"}
    if found["rest"] or found["else"]:
        # what is left of an examination is of the leg that is examined
        told = {test: f"other {of}" for test, of in _LEFT.items()}
    elif not leg:
        return []
    return [
        finding.model_copy(update={"test": test, "of": of, "value": "normal"})
        for test, of in told.items()
    ]


_LEG = r"(?:(?:left|right|both|bilateral) )?(?:lower )?(?:legs?|limbs?|extremit(?:y|ies))"
_NEUROLOGY = re.compile(
    rf"(?P<rest>(?:(?:the |all )?(?:rest|remainder) of |(?:the )?(?:remaining|other) ))?(?:the |his |her )?"
    rf"(?:(?P<limb>{_LEG}) )?(?:full |detailed |complete )?neuro(?:logic(?:al)?)? "
    rf"(?:exam(?:ination)?|status|findings?|assessment)(?: (?:of|in|to) (?:the |his |her )?(?P<leg>{_LEG}))?"
    r"(?P<else>(?: was| is)? otherwise)?",
    re.I,
)
_LEFT = {"strength": "muscles of leg", "sensation": "areas of leg", "reflex": "reflexes"}
_SOUND = re.compile(
    r"(?:is |was |completely |entirely |otherwise |all )*(?:normal|intact|unremarkable|within normal limits|wnl"
    r"|non-?focal|benign)",
    re.I,
)
_LOOKED_AT = frozenset({"sign", "history"})


def of_done(finding: Finding, missed: list[str], known: Vocabulary) -> list[Finding]:
    """Return what was gone through, where words of weakness that were not read say it: "postpartum weakness"."""
    row = _row(finding, known)
    if finding.test not in _WEAK or not _first(row, "motor word", known) or _denies(row, known):
        return []
    hits = [hit for one in missed for hit in known.rules.hits(known.prepare(one), "history")]
    names = dict.fromkeys(name for hit in hits for name in hit.names if name in known.done)
    told = ({"test": "history", "of": name, "value": "present"} for name in names)
    return [finding.model_copy(update=one) for one in told]


def of_aid(finding: Finding, known: Vocabulary) -> Finding | None:
    """Return the finding of walking where a stick, crutches or a wheelchair are told."""
    row = _row(finding, known) if finding.test in _WALKED else []
    if not _first(row, "walking aid", known) or _denies(row, known):
        return None
    if known.rules.concepts(row) & known.relatives or cannot_walk(finding.of):
        return None
    aided = {"test": "task", "of": known.aided, "value": "with support"}
    return finding.model_copy(update=aided)


def without_aided(finding: Finding, read: list[Understood], known: Vocabulary) -> list[Understood]:
    """Leave out how well somebody walks where the words only say with or without which aid."""
    row = _row(finding, known)
    if finding.test not in _WALKED or not _first(row, "walking aid", known):
        return read
    free = _denies(row, known) or cannot_walk(finding.of)
    if free and finding.test == "task":
        # "walking without a stick: unable"
        return read
    return [
        one for one in read if one.targets != (known.aided,) or (free and one.value.word == "pass")
    ]


def tells_aid(words: str, known: Vocabulary) -> bool:
    """Whether words name something that helps in walking."""
    return bool(_first(known.prepare(clean(words)), "walking aid", known))


def _row(finding: Finding, known: Vocabulary) -> list[Token]:
    value = finding.value if isinstance(finding.value, str) else ""
    return known.prepare(clean(f"{finding.of}, {value}"))


def _denies(row: list[Token], known: Vocabulary) -> bool:
    kinds = ("not", "value presence")
    found = (known.match(row, i, kinds) for i in range(len(row)))
    return any(match is not None and match.name != "present" for match in found)


def _first(row: list[Token], kind: str, known: Vocabulary) -> str:
    found = (known.match(row, i, (kind,)) for i in range(len(row)))
    return next((match.name for match in found if match is not None), "")
