"""`lumbosacral plan --budget` on a terminal: which tests, in which order, what each would do, when to stop."""

from lumbosacral.inference.answer import Cost
from lumbosacral.inference.study import Study, StudyStep
from lumbosacral.report.words import sided
from lumbosacral.terminal.page import Page, percent

__all__ = ["show_study"]


def show_study(study: Study) -> None:
    """Print a study plan."""
    page = Page()
    page.say(_summary(study))
    page.table(
        "Study", ("", "test", "adds bits", "minutes", "right so far", "if it is", "then first", ""),
        [row for n, step in enumerate(study.steps, 1) for row in _rows(n, step)],
        right=(0, 2, 3, 4, 7), narrow=(0, 2, 3, 4, 7),
    )  # fmt: skip
    page.say(f"When to stop: {study.stop}.")
    page.footer(f"Setting {study.setting}; {study.tests_considered} tests considered.")


def _summary(study: Study) -> str:
    if not study.steps:
        return "No test is worth doing next within this budget."
    return (
        f"{len(study.steps)} tests, {_cost(study.cost)}. The structure thought of first is right "
        f"in {percent(study.first_now)} now, and expected to be in "
        f"{percent(study.first_after)} after them."
    )


def _cost(cost: Cost) -> str:
    needles = f"{cost.needles} needle{'s' * (cost.needles != 1)}"
    return f"{cost.minutes:g} minutes, {needles}, pain {cost.pain:g}"


def _rows(number: int, step: StudyStep) -> list[tuple[str, ...]]:
    """Return one row for each outcome; the test stands in the first."""
    name = f"{step.test}: {sided(step.of, step.side)}"
    head = (
        str(number), name, f"{step.adds_bits:.2f}", f"{step.cost.minutes:g}",
        percent(step.first_probability),
    )  # fmt: skip
    tails = [
        (f"{o.value} ({percent(o.probability)})", o.first, percent(o.first_probability))
        for o in step.outcomes
    ]
    first, *rest = tails
    return [(*head, *first), *(("", "", "", "", "", *tail) for tail in rest)]
