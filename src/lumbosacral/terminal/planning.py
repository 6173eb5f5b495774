"""`lumbosacral plan`: the next tests, a whole study, or one question after the other."""

from collections.abc import Mapping
from typing import Any

from lumbosacral import api
from lumbosacral.errors import InputError
from lumbosacral.findings import Case
from lumbosacral.inference.answer import Answer
from lumbosacral.terminal.answer import show_plan
from lumbosacral.terminal.ask import asked_document, hold, show_asked
from lumbosacral.terminal.plain import print_document
from lumbosacral.terminal.progress import building
from lumbosacral.terminal.study import show_study

__all__ = ["run_plan"]


def run_plan(
    case: str, how: Mapping[str, Any], *, budget: str | None, ask: bool, as_json: bool
) -> None:
    """Plan for the one case that is named.

    Raises
    ------
    InputError
        What is wrong with the case, or which options exclude each other.
    """
    if ask and budget is not None:
        raise InputError("--ask and --budget exclude each other", mend="leave one out")
    if ask and case == "-":
        raise InputError("with --ask standard input holds the answers", mend="name a file")
    cases = api.cases_of(case)
    if len(cases) != 1:
        raise InputError(f"a plan is made for one case, not {len(cases)}", mend="split the file")
    if ask:
        _ask_tests(cases[0], how, as_json=as_json)
    elif budget is not None:
        _plan_study(cases[0], budget, how, as_json=as_json)
    else:
        _plan_tests(cases[0], how, as_json=as_json)


def _plan_tests(case: Case, how: Mapping[str, Any], *, as_json: bool) -> None:
    """Print the tests worth doing next."""
    with building() as progress:
        tests = api.plan(case, progress=progress, **how)
    if as_json:
        print_document(list(tests))
    else:
        show_plan(tests)


def _plan_study(case: Case, budget: str, how: Mapping[str, Any], *, as_json: bool) -> None:
    """Print a whole study."""
    with building() as progress:
        study = api.plan(case, budget=budget, progress=progress, **how)
    if as_json:
        print_document(study)
    else:
        show_study(study)


def _ask_tests(case: Case, how: Mapping[str, Any], *, as_json: bool) -> None:
    """Ask, take the answer, ask again."""
    with building() as progress:

        def locate(asked: Case, skip: frozenset[tuple[str, str, str]]) -> Answer:
            answer = api.localize(asked, skip=skip, progress=progress, **how)
            assert isinstance(answer, Answer)
            return answer

        dialogue = hold(case, locate, as_json=as_json)
    if as_json:
        print_document(asked_document(dialogue))
    else:
        show_asked(dialogue)
