"""The Python face: localize, plan, lesion, compare, atlas. The command line and the web are thin over it."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, BinaryIO, TypeVar, overload

from lumbosacral.comparison import compare
from lumbosacral.errors import BankError, CaseError, InputError
from lumbosacral.findings import Case, Members, Reading, case_from, names, read_cases, understand
from lumbosacral.findings.cases.case import FINDINGS, Finding
from lumbosacral.inference.answer import Answer, NextTest
from lumbosacral.inference.budget import budget_of
from lumbosacral.inference.localize import NOTHING, Skipped, answer_of, study, weighed
from lumbosacral.inference.members import members_of
from lumbosacral.inference.priors import priors_by_setting
from lumbosacral.inference.study import Study
from lumbosacral.lesioned import lesion
from lumbosacral.population.bank import Bank, Progress
from lumbosacral.population.shelf import forget, get_bank
from lumbosacral.wiring.listening import the_listening

__all__ = [
    "answered",
    "cases_of",
    "checked",
    "compare",
    "lesion",
    "localize",
    "plan",
    "priors",
    "read",
    "with_result",
]

DEFAULT_SETTING = "referral"
CaseLike = Case | Mapping[str, Any] | str | Path
_Found = TypeVar("_Found")


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
    return understand(case, names(), _members())


@cache
def _members() -> Members:
    return members_of(the_listening().universe)


def localize(
    source: CaseLike | Sequence[CaseLike],
    *,
    setting: str = DEFAULT_SETTING,
    bank: str = "full",
    strict: bool = False,
    silent: bool = True,
    prior: Mapping[str, object] | None = None,
    skip: Skipped = frozenset(),
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
    prior : mapping of condition to weight, or None
        Base rates of your own, per 1000 people as `priors` lists them; the others stay, and all are scaled.
    skip : set of (test, name, side)
        Tests that are not to be proposed.
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
    cases = checked(source, strict=strict)
    answers = [
        answered(
            one, setting=setting, bank=bank, silent=silent, prior=prior, skip=skip,
            progress=progress,
        )
        for one in cases
    ]  # fmt: skip
    return answers[0] if len(answers) == 1 else answers


def checked(
    source: CaseLike | Sequence[CaseLike], *, strict: bool = False
) -> list[tuple[Case, Reading]]:
    """Read every case before the first is answered; what is wrong with any of them is an error.

    Raises
    ------
    InputError
        What is wrong with a case, where, and how to mend it.
    """
    cases = cases_of(source)
    within = [f"cases[{i}]." if len(cases) > 1 else "" for i in range(len(cases))]
    return [(one, _checked(one, at, strict=strict)) for one, at in zip(cases, within, strict=True)]


def answered(
    one: tuple[Case, Reading],
    *,
    setting: str = DEFAULT_SETTING,
    bank: str = "full",
    silent: bool = True,
    prior: Mapping[str, object] | None = None,
    skip: Skipped = frozenset(),
    progress: Progress | None = None,
) -> Answer:
    """Localize one case that was read; parameters as of `localize`."""
    case, reading = one
    return _on_bank(
        bank, progress,
        lambda patients: answer_of(
            the_listening(), patients, reading, setting=setting, silent=silent,
            carried=case.carried, prior=prior or NOTHING, skip=skip,
        ),
    )  # fmt: skip


def _checked(case: Case, within: str = "", *, strict: bool) -> Reading:
    """Read a case; it is an error where nothing was understood, or with `strict` not everything."""
    reading = read(case)
    if not reading.understood and reading.not_understood:
        raise _not_read(reading, "nothing was understood", within)
    if strict and reading.not_understood:
        raise _not_read(reading, "not everything was understood", within)
    return reading


def _on_bank(size: str, progress: Progress | None, work: Callable[[Bank], _Found]) -> _Found:
    """Work on a bank; once more on one built anew where it proves damaged."""
    try:
        return work(get_bank(size, progress))
    except BankError:
        forget(size)
        return work(get_bank(size, progress))


def _not_read(reading: Reading, what: str, within: str) -> CaseError:
    first = reading.not_understood[0]
    near = (
        f"did you mean {' or '.join(first.nearest)}?"
        if first.nearest
        else "see `lumbosacral check`"
    )
    return CaseError(
        f"{what}: {first.words!r}", where=f"{within}findings[{first.index}]", mend=near
    )


@overload
def plan(
    source: CaseLike, *, budget: None = None, setting: str = ..., bank: str = ...,
    prior: Mapping[str, object] | None = ..., progress: Progress | None = ...,
) -> tuple[NextTest, ...]: ...  # fmt: skip
@overload
def plan(
    source: CaseLike, *, budget: str, setting: str = ..., bank: str = ...,
    prior: Mapping[str, object] | None = ..., progress: Progress | None = ...,
) -> Study: ...  # fmt: skip
def plan(
    source: CaseLike,
    *,
    budget: str | None = None,
    setting: str = DEFAULT_SETTING,
    bank: str = "full",
    prior: Mapping[str, object] | None = None,
    progress: Progress | None = None,
) -> tuple[NextTest, ...] | Study:
    """Return the tests worth doing next in a case, the best first; with a budget, a whole study.

    Parameters
    ----------
    budget : str or None
        Such as `6-needles`, `10-minutes` or `6-needles,30-minutes`.

    Raises
    ------
    InputError
        What is wrong with the case or the budget.
    """
    if budget is None:
        answer = localize(source, setting=setting, bank=bank, prior=prior, progress=progress)
        return (answer if isinstance(answer, Answer) else answer[0]).next_tests
    limit, reading = budget_of(budget), _checked(cases_of(source)[0], strict=False)
    return _on_bank(
        bank, progress,
        lambda patients: study(
            weighed(
                the_listening(), patients, reading, setting=setting, silent=True,
                prior=prior or NOTHING,
            ),
            limit,
        ),
    )  # fmt: skip


def with_result(case: Case, test: NextTest, words: str) -> Case:
    """Add the result of a proposed test to a case.

    Raises
    ------
    InputError
        If the words are no result of this test.
    """
    if len(case.findings) >= FINDINGS:
        raise InputError(f"{FINDINGS} findings are the most that is read", mend="start a new case")
    said = {"test": test.test, "of": test.of, "value": words}
    side = {} if test.side == "unknown" else {"side": test.side}
    found: tuple[Finding, ...] = case_from({"findings": [said | side]}).findings
    longer = case.model_copy(update={"findings": (*case.findings, *found)})
    reading, index = read(longer), len(case.findings)
    mine = [one for one in reading.understood if one.index == index]
    missed = any(one.index == index for one in reading.not_understood)
    right = [one for one in mine if (one.test, one.targets, str(one.sides)) == (
        test.test, (test.of,), test.side)]  # fmt: skip
    if missed or len(mine) != 1 or not right:
        raise CaseError(f"{words[:60]!r} is not understood for {test.test}: {test.of}")
    return longer


def priors(setting: str | None = None) -> dict[str, dict[str, float]]:
    """Base rate of every condition per 1000 people, by setting.

    Raises
    ------
    InputError
        If the setting is unknown.
    """
    return priors_by_setting(the_listening().universe.atlas, setting)
