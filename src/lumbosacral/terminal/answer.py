"""`lumbosacral localize` on a terminal: where, how sure, why, what next."""

from collections.abc import Sequence
from typing import Any

from lumbosacral.inference.answer import Answer, Explained, NextTest, Ranked
from lumbosacral.terminal.page import Page, bar, percent

__all__ = ["show_answer", "show_answers", "show_plan"]

RANKED, EXPLAINED, TESTS, CONDITIONS, OUTCOMES = 6, 8, 4, 3, 2


def show_answers(answers: Sequence[Answer], *, verbose: bool = False) -> None:
    """Print several answers, each under a line with its id or number."""
    for number, answer in enumerate(answers, 1):
        page = Page()
        if len(answers) > 1:
            page.rule(f"{number}. {answer.carried.get('id', '')}")
        show_answer(page, answer, verbose=verbose)


def show_answer(page: Page, answer: Answer, *, verbose: bool = False) -> None:
    """Print one answer; with `verbose`, every row of it and how each phrase was read."""
    for warning in answer.warnings:
        page.say(f"Warning: {warning}", "bold red")
    page.say(_summary(answer))
    few = None if verbose else RANKED
    rows = [_ranked_row(entry) for entry in answer.ranking[:few]]
    page.table(
        "Where", ("structure, site", "side", "probability", "", "interval"), rows,
        right=(3, 4), narrow=(1, 2, 3, 4), first_style="bold",
    )  # fmt: skip
    _explain(page, answer, None if verbose else EXPLAINED)
    _next_tests(page, answer.next_tests[: None if verbose else TESTS], answer.stop)
    _not_understood(page, answer)
    if verbose:
        _more(page, answer)
    page.footer(_basis(answer))


def _summary(answer: Answer) -> str:
    first = answer.ranking[0]
    said = [f"Most likely: {_where(first)} ({percent(first.probability)})."]
    rest = answer.ranking[1] if len(answer.ranking) > 1 else None
    if rest is not None and rest.probability >= 0.05:
        said.append(f"Next: {_where(rest)} ({percent(rest.probability)}).")
    if answer.not_a_nerve >= 0.05 and answer.ranking[0].structure != "other":
        said.append(f"Not a nerve: {percent(answer.not_a_nerve)}.")
    causes = [c for c in answer.conditions[:CONDITIONS] if c.probability >= 0.05]
    if causes:
        named = ", ".join(f"{c.condition} ({percent(c.probability)})" for c in causes)
        said.append(f"Conditions: {named}.")
    if answer.unexplained:
        more = len(answer.unexplained) - 3
        named = "; ".join(answer.unexplained[:3]) + (f" and {more} more" if more > 0 else "")
        said.append(f"Not explained by it: {named}.")
    return " ".join(said)


def _where(entry: Ranked) -> str:
    named = [_lesion(x.site or x.structure, x.side) for x in entry.lesions]
    return " + ".join(named) or _lesion(entry.site or entry.structure, entry.side)


def _lesion(place: str, side: str) -> str:
    return f"{place}, {side}" if side not in {"", "none", "unknown"} else place


def _ranked_row(entry: Ranked) -> tuple[str, ...]:
    named = [f"{x.site or x.structure} ({x.kind})" if x.kind else x.site for x in entry.lesions]
    sides = dict.fromkeys(x.side for x in entry.lesions)
    low, high = entry.interval
    return (
        " + ".join(named) or entry.site or entry.structure,
        ", ".join(sides),
        bar(entry.probability),
        percent(entry.probability),
        f"{percent(low).removesuffix('%')} to {percent(high)}",
    )


def _explain(page: Page, answer: Answer, few: int | None) -> None:
    weighed = sorted(answer.explanation, key=lambda row: -abs(row.log_odds))
    page.table(
        "Why", ("finding", "seen", "expected", "log odds"),
        [_why_row(row) for row in weighed[:few]], right=(3,), narrow=(3,),
    )  # fmt: skip
    if few is not None and len(weighed) > few:
        page.say(f"{len(weighed) - few} weaker findings: --verbose.", "dim")


def _why_row(row: Explained) -> tuple[str, ...]:
    return row.finding, row.seen, row.expected, f"{row.log_odds:+.1f}"


def show_plan(tests: Sequence[NextTest]) -> None:
    """Print the tests worth doing next."""
    page = Page()
    _next_tests(page, tests, "" if tests else "No test is worth doing next.")
    page.footer()


def _next_tests(page: Page, tests: Sequence[NextTest], stop: str) -> None:
    """Print what to examine next, and when to stop."""
    page.table(
        "Next tests", ("test", "bits", "minutes", "if it is", "chance", "then first", ""),
        [row for test in tests for row in _test_rows(test)],
        right=(1, 2, 4, 6), narrow=(1, 2, 4, 6),
    )  # fmt: skip
    if stop:
        page.say(stop)


def _test_rows(test: NextTest) -> list[tuple[str, ...]]:
    """One row for each of the likeliest outcomes; the test stands in the first."""
    needles = f"{test.cost.needles} needle{'s' * (test.cost.needles > 1)}"
    name = f"{test.test}: {_lesion(test.of, test.side)}"
    said = f"{name} ({needles})" if test.cost.needles else name
    head = (said, f"{test.information_bits:.2f}", f"{test.cost.minutes:g}")
    outcomes = sorted(test.outcomes, key=lambda o: -o.probability)[:OUTCOMES]
    tails = [
        (o.value, percent(o.probability), o.first, percent(o.first_probability)) for o in outcomes
    ]
    first, *rest = tails or [("", "", "", "")]
    return [(*head, *first), *(("", "", "", *tail) for tail in rest)]


def _not_understood(page: Page, answer: Answer) -> None:
    for missed in answer.not_understood:
        near = f"; nearest: {', '.join(missed.nearest)}" if missed.nearest else ""
        why = f" ({missed.why})" if missed.why else ""
        page.say(f"Not understood: {missed.words}{why}{near}", "yellow")


def _more(page: Page, answer: Answer) -> None:
    involved = [
        (x.structure, x.side, bar(x.probability), percent(x.probability)) for x in answer.involved
    ]
    page.table("Damaged at all", ("structure", "side", "probability", ""), involved, right=(3,))
    causes = [(c.condition, bar(c.probability), percent(c.probability)) for c in answer.conditions]
    page.table("Conditions", ("condition", "probability", ""), causes, right=(2,))
    course = [(str(s.month), s.strength_if_block, s.strength_if_loss) for s in answer.course]
    page.table(
        "Expected course", ("month", "if it is a block", "if axons are lost"), course, right=(0,)
    )
    page.table("How it was read", ("finding",), [(line,) for line in answer.understood])


def _basis(answer: Answer) -> str:
    refined = ", refined" if answer.refined else ""
    model: dict[str, Any] = answer.model
    version = model.get("version", "")
    patients = f"{answer.effective_sample_size:.0f} effective virtual patients{refined}"
    return f"Setting {answer.setting}; {patients}; model {version}."
