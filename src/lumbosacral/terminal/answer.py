"""`lumbosacral localize` on a terminal: where, how sure, why, what next."""

from collections.abc import Iterable, Sequence
from typing import Any

from lumbosacral.inference.answer import Answer, Explained, NextTest, NotSeparated, Ranked
from lumbosacral.report import long_report, report_of
from lumbosacral.report.sentences import URGENT
from lumbosacral.terminal.page import Page, bar, percent
from lumbosacral.terminal.plain import print_document, print_documents

__all__ = ["print_answers", "show_answer", "show_plan"]

RANKED, EXPLAINED, TESTS, OUTCOMES = 6, 8, 4, 2


def print_answers(
    found: Answer | Iterable[Answer], *, as_json: bool, report: bool, long: bool, verbose: bool
) -> None:
    """Print what `localize` found: whole or as a report, as JSON or to be read.

    Of several answers each is printed as it comes, under a line with its id or number, and forgotten.
    """
    short = report or long
    alone = isinstance(found, Answer)
    answers = [found] if isinstance(found, Answer) else found
    if as_json:
        documents = (_report_document(one, long=long) if short else one for one in answers)
        if alone:
            print_document(next(iter(documents)))
        else:
            print_documents(documents)
        return
    for number, answer in enumerate(answers, 1):
        page = Page()
        if not alone:
            page.rule(f"{number}. {answer.carried.get('id', '')}")
        if short:
            _show_report(page, answer, long=long)
        else:
            show_answer(page, answer, verbose=verbose)


def _report_document(answer: Answer, *, long: bool) -> dict[str, Any]:
    """Return a report as `--json` prints it."""
    text = long_report(answer) if long else report_of(answer)
    return {"report": text, "words": len(text.split()), "schema_version": "1"}


def _show_report(page: Page, answer: Answer, *, long: bool) -> None:
    text = long_report(answer) if long else report_of(answer)
    for line in text.split("\n"):
        page.say(line)


def show_answer(page: Page, answer: Answer, *, verbose: bool = False) -> None:
    """Print one answer; with `verbose`, every row of it and how each phrase was read."""
    urgent = any(warning.startswith(URGENT) for warning in answer.warnings)
    page.say(report_of(answer), "bold red" if urgent else "")
    for warning in answer.warnings:
        if not warning.startswith(URGENT):
            page.say(f"Warning: {warning}", "bold red")
    few = None if verbose else RANKED
    rows = [_ranked_row(entry) for entry in answer.ranking[:few]]
    page.table(
        "Where", ("structure, site", "side", "probability", "", "interval"), rows,
        right=(3, 4), narrow=(1, 2, 3, 4), first_style="bold",
    )  # fmt: skip
    for group in answer.not_separated:
        page.say(_not_told_apart(group))
    _explain(page, answer, None if verbose else EXPLAINED)
    _next_tests(page, answer.next_tests[: None if verbose else TESTS], answer.stop)
    _not_understood(page, answer)
    if verbose:
        _more(page, answer)
    page.footer(_basis(answer))


def _lesion(place: str, side: str) -> str:
    return f"{place}, {side}" if side not in {"", "none", "unknown"} else place


def _not_told_apart(group: NotSeparated) -> str:
    """Members of a group, and the test that would tell most."""
    names = " / ".join(
        f"{_lesion(m.name, m.side)} ({percent(m.probability)})" for m in group.members
    )
    test = group.test
    help_ = f" Most would tell {test.test}: {_lesion(test.of, test.side)}." if test else ""
    return f"Not told apart by the findings: {names}.{help_}"


def _kind(kind: str, entry: Ranked) -> str:
    words = [word for word in (kind, entry.severity.word if entry.severity else "") if word]
    return f" ({', '.join(words)})" if words else ""


def _ranked_row(entry: Ranked) -> tuple[str, ...]:
    named = [f"{x.site or x.structure}{_kind(x.kind, entry)}" for x in entry.lesions]
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
    changed = ", ".join(f"{p.condition} {p.weight:g} (usual {p.usual:g})" for p in answer.priors)
    priors = f", base rates changed: {changed}" if changed else ""
    loosely = f", what was told counting {percent(answer.told_counts)}"
    told = loosely if answer.told_counts < 1 else ""
    return f"Setting {answer.setting}{priors}; {patients}{told}; model {version}."
