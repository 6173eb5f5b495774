"""What is told beside a finding, under whatever test: how it began and went on, and what helps in walking."""

from lumbosacral.findings.case import Finding
from lumbosacral.findings.reading import Understood
from lumbosacral.findings.vocabulary import Vocabulary
from lumbosacral.findings.words import Token, clean

__all__ = ["of_aid", "of_tempo", "only_tempo", "tells_aid", "without_aided"]

_FELT = frozenset({"pain", "strength", "sensation", "gait", "sign", "task"})
_WALKED = frozenset({"gait", "task", "sign", "history"})


def of_tempo(finding: Finding, read: list[Understood], known: Vocabulary) -> list[Finding]:
    """Return the finding of the course where a word of tempo is said of something that was read.

    Beside weakness, also that it came without pain.
    """
    row = _row(finding, known)
    if finding.test not in _FELT or not read or _denies(row, known):
        return []
    if _first(row, "no tempo", known):
        # "gradually improved"
        return []
    if any(name in known.courses for one in read for name in one.targets):
        return []
    names = (_first(row, kind, known) for kind in ("tempo", f"tempo {finding.test}"))
    told = ({"test": "history", "of": name, "value": "present"} for name in names if name)
    return [finding.model_copy(update=one) for one in told]


def only_tempo(words: str, known: Vocabulary) -> bool:
    """Whether words are no more than one of tempo."""
    row = known.prepare(clean(words))
    found = known.match(row, 0, ("tempo",)) if row else None
    return found is not None and found.length == len(row)


def of_aid(finding: Finding, known: Vocabulary) -> Finding | None:
    """Return the finding of walking where a stick, crutches or a wheelchair are told."""
    row = _row(finding, known)
    others = known.rules.concepts(row) & known.relatives
    if finding.test not in _WALKED or others or _denies(row, known):
        return None
    aided = {"test": "task", "of": known.aided, "value": "with support"}
    return finding.model_copy(update=aided) if _first(row, "walking aid", known) else None


def without_aided(finding: Finding, read: list[Understood], known: Vocabulary) -> list[Understood]:
    """Leave out how well somebody walks where the words only say with or without which aid."""
    row = _row(finding, known)
    if finding.test not in _WALKED or not _first(row, "walking aid", known):
        return read
    free = _denies(row, known)
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
