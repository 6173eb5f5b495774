"""The words beside the pictures: where, next, why; what separates two lesions."""

from collections.abc import Iterable, Iterator, Sequence

from lumbosacral.inference.answer import Answer, Explained, NextTest, NotSeparated, Ranked
from lumbosacral.report.sentences import URGENT
from lumbosacral.report.words import percent, sided
from lumbosacral.web.html import Markup, bar, table, tag, who
from lumbosacral.web.models import Apart, Bank, ChipRead, Reading

__all__ = ["answer_panel", "apart_panel", "readings_panel"]

RANKED, TESTS, EXPLAINED, APART = 7, 4, 8, 24
HEADS = {"emg": "needle of ", "strength": "strength of ", "sensation": "feeling of "}
NAMES = {"emg": "needle", "ncs": "conduction"}
NOWHERE = ", none"
KINDS = {"conduction block": "block"}


def answer_panel(
    answer: Answer | None, chips: Sequence[ChipRead], sentence: str, bank: Bank
) -> Markup:
    """Where the lesion is, what to examine next, and why."""
    parts: list[Markup] = [_missed(i, chip) for i, chip in enumerate(chips) if chip.missed]
    if answer is None:
        return _joined(parts)
    parts += [
        tag("p", said, class_="urgent" if said.startswith(URGENT) else "aside")
        for said in answer.warnings
    ]
    parts += [tag("h2", "Where"), tag("ol", list(_ranking(answer)), class_="rank")]
    parts += [
        _basis(answer, bank),
        tag("h2", "Next"),
        _next(answer),
        tag("h2", "Why"),
        _why(answer),
    ]
    if answer.unexplained:
        parts.append(tag("p", f"Not explained: {'; '.join(answer.unexplained)}."))
    parts += [tag("h2", "In words", class_="no-print"), tag("p", sentence, class_="no-print")]
    return _joined(parts)


def _joined(parts: Iterable[Markup]) -> Markup:
    return Markup("".join(parts))


def _missed(i: int, chip: ChipRead) -> Markup:
    """Say what was not understood; the nearest known words take its place when pressed."""
    nearest = [
        tag("button", near, type="button", data_swap=[i, _swapped(chip, near)])
        for near in chip.nearest
    ]
    return tag("p", f"Not understood: {', '.join(chip.missed)}. ", nearest, class_="missed-line")


def _swapped(chip: ChipRead, near: str) -> str:
    words = chip.missed[0]
    return chip.text.replace(words, near) if words in chip.text else near


def _ranking(answer: Answer) -> Iterator[Markup]:
    """Entries with their intervals; what the findings do not separate is marked as a tie."""
    rows = [*answer.ranking[:RANKED], *answer.ranking[RANKED:][-1:]]
    tied = {
        member.name
        for group in answer.not_separated
        if group.level == "structure"
        for member in group.members
    }
    for entry in rows:
        tie = entry.structure in tied or _place(entry) in tied
        share = tag("span", percent(entry.probability), class_="pct")
        drawn = bar(entry.probability, entry.interval)
        yield tag("li", _named(entry), drawn, share, class_="tie" if tie else None)
    for group in answer.not_separated:
        yield tag("li", _not_apart(group), class_="note")


def _place(entry: Ranked) -> str:
    """Name the places of an entry; what has no place, by its structure."""
    return " + ".join(
        one.structure if not one.site or one.site.endswith(NOWHERE) else one.site
        for one in entry.lesions
    )


def _named(entry: Ranked) -> Markup:
    """Name an entry; pressed, it shows its lesion on the pictures."""
    low, high = (percent(x) for x in entry.interval)
    severity = f", {entry.severity.word}" if entry.severity else ""
    name = sided(_place(entry) or "none of these, or more than one", entry.side)
    words = [name, tag("small", f"{low} to {high}{severity}")]
    lesions = [
        {
            "where": one.site,
            "severity": max(round(entry.severity.median, 2), 0.05) if entry.severity else 1,
            "kind": KINDS.get(one.kind, "loss"),
        }
        for one in entry.lesions
        if one.site and not one.site.endswith(NOWHERE)
    ]
    if not lesions:
        return tag("span", words)
    show = {"lesions": lesions, "side": entry.side}
    return tag("button", words, type="button", data_show=show, title="Show it on the pictures")


def _not_apart(group: NotSeparated) -> str:
    names = " = ".join(f"{sided(m.name, m.side)} {percent(m.probability)}" for m in group.members)
    test = group.test
    tell = f" Most would tell {test.test} of {sided(test.of, test.side)}." if test else ""
    return f"Not told apart: {names}.{tell}"


def _basis(answer: Answer, bank: Bank) -> Markup:
    patients = f"{bank.patients:,} virtual patients"
    first = "" if bank.full else "first look, on "
    more = "" if bank.full else "; all of them are being made ready"
    own = "".join(
        f"; base rate of {one.condition}: {one.weight:g} per 1000, usually {one.usual:g}"
        for one in answer.priors
    )
    rough = f", {answer.effective_sample_size:,.0f} of them like this one"
    if answer.told_counts < 1:
        rough += f" once what was told counts {percent(answer.told_counts)}"
    return tag(
        "p", f"From {first}{patients}{rough}{more}; setting: {answer.setting}{own}.", class_="aside"
    )


def _next(answer: Answer) -> Markup:
    if not answer.next_tests:
        return tag("p", answer.stop or "No test is worth doing next.", class_="aside")
    return tag("ol", [_test(test) for test in answer.next_tests[:TESTS]], class_="next")


def _test(test: NextTest) -> Markup:
    """One test: what it tells, what it costs, and what would then be first."""
    costs = [f"{test.cost.minutes:g} min"]
    costs += [f"{test.cost.needles} needle{'s' * (test.cost.needles > 1)}"] * bool(
        test.cost.needles
    )
    name = who(test.of, f"{HEADS.get(test.test, '')}{sided(test.of, test.side)}")
    cost = tag("span", f"{test.information_bits:.2f} bit, {', '.join(costs)}", class_="cost")
    side = f"{test.side} " if test.side in {"left", "right"} else ""
    needle = " EMG" if test.test == "emg" else ""
    outs = [
        tag(
            "button", f"{o.value} → {o.first} {percent(o.first_probability)}", type="button",
            data_add=f"{side}{test.of}{needle} {o.value}", title="Add this result",
        )
        for o in test.outcomes
    ]  # fmt: skip
    return tag("li", tag("div", name, cost, class_="head"), tag("div", outs, class_="outs"))


def _why(answer: Answer) -> Markup:
    rows = sorted(answer.explanation, key=lambda row: -abs(row.log_odds))[:EXPLAINED]
    return table(("finding", "seen", "expected", "for it"), map(_because, rows), last="n")


def _because(row: Explained) -> tuple[Markup, str, str, str]:
    _, _, name = row.finding.partition(": ")
    bare = name.removesuffix(", left").removesuffix(", right").removesuffix(", both")
    said = f"{row.log_odds:+.1f}".replace("-", "−")
    return who(bare or row.finding, row.finding), row.seen, row.expected, said


def apart_panel(rows: Sequence[Apart], side: str, heads: tuple[str, str]) -> Markup:
    """Only what two lesions are read differently by, the best test first."""
    if not rows:
        return tag("p", "No test of this atlas tells the two apart.")
    lines = [
        (
            [
                f"{NAMES.get(row.test, row.test)}: ",
                who(row.of),
                "" if row.side == side else f", {row.side}",
            ],
            _brief(row.first),
            _brief(row.second),
            bar(row.apart, wide=36),
        )
        for row in rows[:APART]
    ]
    return table(("test", *heads, "apart"), lines)


def _brief(said: str) -> str:
    """Say a needle study in two words: at rest, and of its units."""
    return said.replace("spontaneous ", "").replace("recruitment ", "")


def readings_panel(rows: Sequence[Reading]) -> Markup:
    """What is not normal as a table, and the rest folded away."""
    heads = ("test", "of", "reading")
    odd, plain = (
        [(row.test, who(row.of), row.value) for row in rows if row.normal is normal]
        for normal in (False, True)
    )
    shown = table(heads, odd) if odd else tag("p", "All normal.", class_="aside")
    rest = tag("details", tag("summary", f"{len(plain)} normal"), table(heads, plain))
    return _joined([shown, *([rest] if plain else [])])
