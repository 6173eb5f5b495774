"""The sentences of a report, each in several lengths, the longest first, with a rank of importance."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp

from lumbosacral.inference.answer import Answer, NextTest, Ranked
from lumbosacral.report.words import (
    clipped,
    finding,
    kind_of,
    months,
    one_line,
    percent,
    plain_words,
    sided,
    some,
    sure,
    where,
)

__all__ = ["URGENT", "Sentence", "sentences", "urgent"]

URGENT = "cannot wait: "
TIED, OVERLAPPING = 1.5, 2.5
"""Answers within the first factor of the first are tied with it; within the second where their intervals overlap."""
ROUGH = 30
"""Below this effective number of virtual patients the figures are called rough."""
SPEAKS = 0.3
"""Smallest change of the log odds that speaks for or against."""
WORTH_SAYING = 0.1
"""From this probability on two lesions are spoken of where one is first."""


@dataclass(frozen=True)
class Sentence:
    """One thing to say: how important (0 is said in any case), and ways to say it, the longest first."""

    rank: int
    ways: tuple[str, ...]


def sentences(answer: Answer) -> list[Sentence]:
    """What a report says, in the order in which it is read."""
    parts = (
        _urgent(answer), _where(answer), _kind(answer), _for(answer), _against(answer),
        _unexplained(answer), _two(answer), _apart(answer), _next(answer), _missed(answer),
        _rough(answer), _priors(answer),
    )  # fmt: skip
    return [part for part in parts if part is not None]


def urgent(answer: Answer) -> list[str]:
    """What cannot wait, named once each."""
    return [w.removeprefix(URGENT) for w in map(one_line, answer.warnings) if w.startswith(URGENT)]


def tied(answer: Answer) -> list[Ranked]:
    """Return the first entry, and those that are about as likely."""
    first, *rest = [e for e in answer.ranking if e.lesions] or [answer.ranking[0]]
    return [first, *(e for e in rest if _are_tied(first, e))]


def _are_tied(first: Ranked, entry: Ranked) -> bool:
    meet = entry.interval[1] >= first.interval[0]
    return entry.probability * (OVERLAPPING if meet else TIED) >= first.probability


def _urgent(answer: Answer) -> Sentence | None:
    found = [clipped(name, 8) for name in urgent(answer)]
    if not found:
        return None
    return Sentence(0, (f"Cannot wait: {some(found, 2)}.", f"Cannot wait: {some(found, 1)}."))


def _where(answer: Answer) -> Sentence:
    first, *others = tied(answer)
    share, place = percent(first.probability), where(first)
    last = answer.ranking[-1]
    if last.structure == "other" and last.probability > first.probability:
        return Sentence(0, (f"No single place stands out; most likely {place} ({share}).",))
    if not others:
        return Sentence(0, (f"{sure(first.probability)}: {place} ({share}).",))
    each = [f"{where(e)} ({percent(e.probability)})" for e in (first, *others)]
    more = f", or {len(each) - 2} others" if len(each) > 2 else ""
    said = f"About equally likely: {each[0]} or {each[1]}{more}."
    return Sentence(0, (said, f"{place} ({share}), tied with {len(others)} other."))


def _kind(answer: Answer) -> Sentence | None:
    said = kind_of(answer.ranking[0])
    if not said:
        return None
    since = f", {months(answer.onset_days)} after onset" if answer.onset_days is not None else ""
    whole = said[0].upper() + said[1:]
    return Sentence(2, (f"{whole}{since}.", f"{whole}.", f"{whole.partition(';')[0]}.", ""))


def _list(rank: int, head: str, items: Sequence[str]) -> Sentence | None:
    if not items:
        return None
    said = tuple(f"{head}: {some(items, few)}." for few in (2, 1))
    return Sentence(rank, (*dict.fromkeys(said), ""))


def _speaking(answer: Answer, sign: int) -> list[str]:
    """Findings that speak for (1) or against (-1) the first answer, the strongest first."""
    side = one_line(answer.ranking[0].side)
    rows = [row for row in answer.explanation if sign * row.log_odds >= SPEAKS]
    rows.sort(key=lambda row: -sign * row.log_odds)
    return [finding(row, side, answer.onset_days) for row in rows]


def _for(answer: Answer) -> Sentence | None:
    return _list(5, "For it", _speaking(answer, 1))


def _against(answer: Answer) -> Sentence | None:
    return _list(6, "Against", _speaking(answer, -1))


def _unexplained(answer: Answer) -> Sentence | None:
    side = one_line(answer.ranking[0].side)
    found = [plain_words(words, side, answer.onset_days) for words in answer.unexplained]
    return _list(3, "Unexplained", found)


def _two(answer: Answer) -> Sentence | None:
    two = answer.two_lesions
    if two.first and two.log_odds is not None:
        odds = exp(min(two.log_odds, 9))
        said = f"Two lesions explain it better: {percent(two.probability)}"
        return Sentence(2, (f"{said}, {odds:.2g} to 1 over the best single one.", f"{said}."))
    if two.probability < WORTH_SAYING:
        return None
    return Sentence(4, (f"Two separate lesions: {percent(two.probability)}.", ""))


def _apart(answer: Answer) -> Sentence | None:
    if not answer.not_separated:
        return None
    group = answer.not_separated[0]
    names = [clipped(sided(m.name, m.side if group.level != "site" else ""), 8)
             for m in group.members]  # fmt: skip
    said = f"Findings cannot tell {names[0]} from {some(names[1:], 1)}"
    test = f"; {_test(group.test)} would help most" if group.test else ""
    return Sentence(4, (f"{said}{test}.", f"{said}.", ""))


def _test(test: NextTest) -> str:
    head = {"emg": "needle of ", "sensation": "feeling of ", "strength": "strength of "}
    return clipped(f"{head.get(test.test, '')}{sided(test.of, test.side)}", 8)


def _next(answer: Answer) -> Sentence | None:
    if not answer.next_tests:
        return Sentence(4, ("No further test would change the place much.", ""))
    test = answer.next_tests[0]
    now = answer.by_structure[0].structure if answer.by_structure else ""
    telling = [o for o in test.outcomes if o.first != now] or list(test.outcomes[-1:])
    if not telling:
        return Sentence(1, (f"Next: {_test(test)}.",))
    one = telling[-1]
    share, first = percent(one.first_probability), clipped(one.first, 6)
    what = f"{first} ({share})" if one.first != now else f"{first} stays first at {share}"
    then = f"if {clipped(one.value, 3)}, {what}"
    return Sentence(1, (f"Next: {_test(test)}; {then}.", f"Next: {_test(test)}."))


def _missed(answer: Answer) -> Sentence | None:
    if not answer.not_understood:
        return None
    quoted = [f"'{clipped(m.words)}'" for m in answer.not_understood]
    said = tuple(f"Not understood: {some(quoted, few)}." for few in (2, 1))
    return Sentence(0, tuple(dict.fromkeys((*said, f"Not understood: {len(quoted)} phrases."))))


def _rough(answer: Answer) -> Sentence | None:
    if answer.effective_sample_size >= ROUGH and answer.told_counts == 1:
        return None
    return Sentence(3, ("Rough figures: few virtual patients are like this.", ""))


def _priors(answer: Answer) -> Sentence | None:
    if not answer.priors:
        return None
    changed = [f"{clipped(p.condition)} {p.weight:g}" for p in answer.priors]
    return Sentence(3, (f"Base rates changed: {some(changed, 2)}.", "Base rates were changed."))
