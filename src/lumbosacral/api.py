"""The Python face: localize, plan, lesion, compare, atlas. The command line and the web are thin over it."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from lumbosacral.comparison import compare
from lumbosacral.errors import BankError, CaseError
from lumbosacral.findings import Case, Reading, case_from, names, read_cases, understand
from lumbosacral.inference.answer import Answer, NextTest
from lumbosacral.inference.localize import answer_of
from lumbosacral.inference.members import members_of
from lumbosacral.lesioned import lesion
from lumbosacral.population.bank import Progress, forget, get_bank
from lumbosacral.wiring.listening import the_listening

__all__ = ["cases_of", "compare", "lesion", "localize", "plan", "read"]

DEFAULT_SETTING = "referral"
CaseLike = Case | Mapping[str, Any] | str | Path


def cases_of(source: CaseLike | Sequence[CaseLike], stdin: BinaryIO | None = None) -> list[Case]:
    """Cases of a file, of one line of text, of a mapping, or of a list of these."""
    if isinstance(source, Case):
        return [source]
    if isinstance(source, Path | str):
        return read_cases(str(source), names(), stdin)
    if isinstance(source, Mapping):
        return [case_from(dict(source))]
    return [case for one in source for case in cases_of(one, stdin)]


def read(case: Case) -> Reading:
    """How each phrase of a case is read."""
    return understand(case, names(), members_of(the_listening().universe))


def localize(
    source: CaseLike | Sequence[CaseLike],
    *,
    setting: str = DEFAULT_SETTING,
    bank: str = "full",
    strict: bool = False,
    silent: bool = True,
    progress: Progress | None = None,
) -> Answer | list[Answer]:
    """Localize a case, or several.

    Parameters
    ----------
    source : Case, mapping, str, Path, or a sequence of these
        A case, a file of cases, or one line of findings.
    setting : str
        Whose base rates: referral (cases that somebody asks about), clinic, emg-lab, obstetric.
    bank : str
        small or full.
    strict : bool
        Whether words that are not understood are an error.
    silent : bool
        Whether what is not mentioned is weak evidence of normal (reports and text; off for check lists).
    progress : callable or None
        Called with (done, total) while the bank is built.

    Returns
    -------
    Answer, or list of Answer
        A list where the source is a file or a sequence of several cases.

    Raises
    ------
    InputError
        What is wrong with the case, where, and how to mend it.
    """
    cases = cases_of(source)
    answers = [
        _localize(case, setting, bank, strict=strict, silent=silent, progress=progress)
        for case in cases
    ]
    return answers[0] if len(answers) == 1 else answers


def _localize(
    case: Case, setting: str, size: str, *, strict: bool, silent: bool, progress: Progress | None
) -> Answer:
    reading = read(case)
    if not reading.understood and reading.not_understood:
        raise _not_read(reading, "nothing was understood")
    if strict and reading.not_understood:
        raise _not_read(reading, "not everything was understood")
    for attempt in (0, 1):
        patients = get_bank(size, progress)
        try:
            return answer_of(
                the_listening(), patients, reading, setting=setting, silent=silent,
                carried=case.carried,
            )  # fmt: skip
        except BankError:
            forget(size)
            if attempt:
                raise
    raise AssertionError("unreachable")


def _not_read(reading: Reading, what: str) -> CaseError:
    first = reading.not_understood[0]
    near = (
        f"did you mean {' or '.join(first.nearest)}?"
        if first.nearest
        else "see `lumbosacral check`"
    )
    return CaseError(f"{what}: {first.words!r}", where=f"findings[{first.index}]", mend=near)


def plan(
    source: CaseLike,
    *,
    setting: str = DEFAULT_SETTING,
    bank: str = "full",
    progress: Progress | None = None,
) -> tuple[NextTest, ...]:
    """Return the tests worth doing next in a case, the best first."""
    answer = localize(source, setting=setting, bank=bank, progress=progress)
    return (answer if isinstance(answer, Answer) else answer[0]).next_tests
