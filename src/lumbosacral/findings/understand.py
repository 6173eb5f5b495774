"""From a case to its reading: every phrase in canonical names, or handed back as not understood."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache

from lumbosacral.findings.cases.case import Case, Finding
from lumbosacral.findings.cases.onset import onset_of
from lumbosacral.findings.language.groups import Members
from lumbosacral.findings.language.vocabulary import Names, Vocabulary, vocabulary
from lumbosacral.findings.language.words import clean
from lumbosacral.findings.reading import NotUnderstood, Reading, Side, Understood, Value
from lumbosacral.findings.readings.checks import settle
from lumbosacral.findings.readings.reader import Reader

__all__ = ["understand"]


def understand(case: Case, atlas_names: Names, members: Members) -> Reading:
    """Read a case.

    Parameters
    ----------
    case : Case
        A checked case.
    atlas_names : Names
        The closed names, as `names()` reads them.
    members : callable
        (kind, name) -> {member: weight}; see `groups.Members`. Empty where nothing is known.

    Returns
    -------
    Reading
        Nothing is dropped: each word of a finding is understood or comes back.
    """
    known = vocabulary(atlas_names)
    side: Side = case.side or "unknown"
    understood: list[Understood] = []
    missed: list[NotUnderstood] = []
    warnings = [f"{key!r} is not known and was not read" for key in case.unknown_keys]
    for index, finding in enumerate(case.findings):
        heard = _heard(_Said(finding.model_dump_json(), finding), side, known, members)
        understood += [replace(one, index=index) for one in heard.understood]
        missed += [replace(one, index=index) for one in heard.missed]
        warnings += [f"findings[{index}]: {note}" for note in heard.warnings]
    onset = onset_of(case.onset_text)
    understood += _from_history(case.history_text, known, side, understood)
    settled, notes = settle(understood, members)
    return Reading(
        understood=settled,
        not_understood=tuple(missed),
        warnings=(*dict.fromkeys(warnings), *notes),
        patient=case.patient,
        onset_days=case.onset_days if case.onset_days is not None else onset.days,
        course=case.course or onset.course,
        side=side,
    )


@dataclass(frozen=True)
class _Said:
    """A finding, known by its text."""

    text: str
    finding: Finding = field(compare=False)


@dataclass(frozen=True)
class _Heard:
    """How a finding is read, whichever number it has in its case."""

    understood: tuple[Understood, ...]
    missed: tuple[NotUnderstood, ...]
    warnings: tuple[str, ...]


@lru_cache(maxsize=4096)
def _heard(said: _Said, side: Side, known: Vocabulary, members: Members) -> _Heard:
    """Read one finding; kept, as a case is read anew with every finding that is added to it."""
    warnings: list[str] = []
    reader = Reader(0, said.finding, side, known, members, warnings)
    reader.read()
    return _Heard(tuple(reader.understood), tuple(reader.missed), tuple(warnings))


def _from_history(
    texts: Iterable[str], known: Vocabulary, side: Side, already: list[Understood]
) -> list[Understood]:
    """Associations named in the words on the patient and the onset."""
    seen = {target for entry in already for target in entry.targets if entry.kind == "association"}
    found: list[Understood] = []
    for said in (clean(piece) for text in texts for piece in re.split(r"[;.](?!\d)", text)):
        row = known.prepare(said)
        i, negated = 0, False
        while i < len(row):
            match = known.match(row, i, ("association", "not"))
            if match is not None and match.kind == "association" and match.name not in seen:
                seen.add(match.name)
                word = "absent" if negated else "present"
                words = said[row[i].start : row[i + match.length - 1].end]
                found.append(
                    Understood(
                        -1,
                        words,
                        known.names.tests[match.name],
                        "association",
                        (match.name,),
                        (1.0,),
                        "one",
                        "any",
                        Value(word=word),
                        side,
                    )
                )
            negated = (match is not None and match.kind == "not") or (
                negated and row[i].norm not in {",", ";", ".", "but"}
            )
            i += match.length if match else 1
    return found
