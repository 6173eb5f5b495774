"""Answers that need no bank."""

from typing import Any

import pytest
from asked import an_answer


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """Stand in for the engine: what it gives back, and what it was asked."""
    kept: dict[str, Any] = {"answer": an_answer(), "asked": []}

    def localize(case: Any, *, progress: Any = None, **options: Any) -> Any:
        kept["asked"].append((case, options))
        if isinstance(kept["answer"], BaseException):
            raise kept["answer"]
        for done in (0, 1, 2) if progress else ():
            progress(done, 2)
        return kept["answer"]

    def checked(case: Any, **options: Any) -> list[Any]:
        kept["asked"].append((case, options))
        found = kept["answer"]
        return found if isinstance(found, list) else [found]

    def answered(one: Any, *, progress: Any = None, **options: Any) -> Any:
        kept["asked"].append((None, options))
        if isinstance(one, BaseException):
            raise one
        for done in (0, 1, 2) if progress else ():
            progress(done, 2)
        return one

    def plan(case: Any, **options: Any) -> Any:
        return localize(case, **options).next_tests

    monkeypatch.setattr("lumbosacral.api.checked", checked)
    monkeypatch.setattr("lumbosacral.api.answered", answered)
    monkeypatch.setattr("lumbosacral.api.plan", plan)
    return kept
