"""A report at length: the paragraph, then conditions, every finding, the course by month, and what to test."""

from collections.abc import Iterator

from lumbosacral.inference.answer import Answer, NextTest, Ranked
from lumbosacral.report.paragraph import report_of
from lumbosacral.report.words import clipped, finding, kind_of, one_line, percent, sided, where

__all__ = ["long_report"]

NO_LIMIT = 10_000


def long_report(answer: Answer) -> str:
    """Write an answer at length, one line for each thing said."""
    return "\n".join(_lines(answer))


def _lines(answer: Answer) -> Iterator[str]:
    yield report_of(answer, NO_LIMIT)
    parts = (
        ("Places", [_entry(e) for e in answer.ranking]),
        ("Conditions", [f"{c.condition} {percent(c.probability)}" for c in answer.conditions]),
        ("Findings", _findings(answer)),
        ("Not told apart", _apart(answer)),
        ("Next tests", [_test(t) for t in answer.next_tests]),
        ("Course", _course(answer)),
        ("Read as", [clipped(u.removeprefix("understood as: "), 40) for u in answer.understood]),
        ("Warnings", [one_line(w) for w in answer.warnings]),
    )
    for head, items in parts:
        if items:
            yield f"{head}:"
            yield from (f"- {one_line(item)}" for item in items)
    yield f"Base rates: {_rates(answer)}."


def _entry(entry: Ranked) -> str:
    low, high = (percent(x).rstrip("%") for x in entry.interval)
    kind = f"; {kind_of(entry)}" if kind_of(entry) else ""
    return f"{where(entry)}: {percent(entry.probability)} ({low} to {high}%){kind}"


def _findings(answer: Answer) -> list[str]:
    """Every finding with what was expected, those that speak for the first answer first."""
    side = one_line(answer.ranking[0].side)
    rows = sorted(answer.explanation, key=lambda row: -row.log_odds)
    return [
        f"{finding(row, side, answer.onset_days)}: "
        f"{'speaks for' if row.log_odds > 0 else 'speaks against'} the first answer"
        f" (log odds {row.log_odds:+.1f}); expected {one_line(row.expected) or 'nothing in particular'}"
        for row in rows
    ]


def _apart(answer: Answer) -> list[str]:
    out = []
    for group in answer.not_separated:
        names = ", ".join(
            f"{sided(m.name, m.side)} {percent(m.probability)}" for m in group.members
        )
        test = f"; most would tell {_test(group.test)}" if group.test else ""
        out.append(f"{names}: the findings moved the odds by a factor of {group.moved:.1f}{test}")
    return out


def _test(test: NextTest) -> str:
    then = "; ".join(
        f"{o.value} ({percent(o.probability)}): {o.first} {percent(o.first_probability)}"
        for o in test.outcomes
    )
    what = f"{test.test} of {sided(test.of, test.side)}"
    return f"{what}, {test.cost.minutes:g} min, {test.information_bits:.2f} bits: {then}"


def _course(answer: Answer) -> list[str]:
    """Strength of the weakest movement by month, after a severe lesion of the first place."""
    return [
        f"month {step.month}: weakest movement {step.strength_if_block} of 5 if it is a block, "
        f"{step.strength_if_loss} if axons are lost"
        for step in answer.course
    ]


def _rates(answer: Answer) -> str:
    changed = ", ".join(
        f"{one_line(p.condition)} {p.weight:g} (usual {p.usual:g})" for p in answer.priors
    )
    return f"setting {one_line(answer.setting)}" + (f"; changed: {changed}" if changed else "")
