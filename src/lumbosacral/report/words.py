"""Words for what an answer holds: places, shares, times, findings, each short and on one line."""

import re
from collections.abc import Sequence

from lumbosacral.inference.answer import Explained, LesionNamed, Ranked

MOST_WORDS, MOST_LETTERS = 7, 70
"""Longest text of a case that a report repeats; the middle of a longer one is left out."""
LONG_DAYS = 60
"""From this many days on a time is said as more than so many months."""
SURE = ((0.95, "Almost certainly"), (0.75, "Very probably"), (0.5, "Probably"), (0.0, "Perhaps"))
"""How sure, by the least probability that the words are used for (judgement)."""
KINDS = {
    "axon loss": "axon loss",
    "conduction block": "conduction block",
    "mixed": "axon loss and conduction block, shares unsettled",
}
UNSIDED = {"", "none", "unknown", "other"}
_LASTING = re.compile(r"\bchronic(ally)?\b", re.IGNORECASE)


def one_line(text: object) -> str:
    """Words of a text, without anything that does not print."""
    said = "".join(c if c.isprintable() else " " for c in str(text))
    return " ".join(said.split())


def clipped(text: object, words: int = MOST_WORDS) -> str:
    """Return a text of few words and letters; where some are left out it says so."""
    said = one_line(text).split(" ")
    short = " ".join(said[:words]) if len(said) <= words else " ".join([*said[: words - 1], "..."])
    return short if len(short) <= MOST_LETTERS else f"{short[: MOST_LETTERS - 3]}..."


def percent(share: float) -> str:
    """Name a share: "87%"; what is not quite 0 or 100 is never called so."""
    if 0 < share < 0.005:
        return "<1%"
    if 0.995 <= share < 1:
        return ">99%"
    return f"{share:.0%}"


def sure(probability: float) -> str:
    """How sure a probability is, in words."""
    return next(words for least, words in SURE if probability >= least)


def months(days: float) -> str:
    """Say how long ago, with its figure: never a bare word for long or short."""
    if days < LONG_DAYS:
        return f"{days:.0f} day{'s' * (round(days) != 1)}"
    count = int(days / 30.44)
    return f"more than {count} months" if count < 48 else f"more than {int(days / 365.25)} years"


def timed(text: str, onset_days: float | None) -> str:
    """Put a figure, or what was seen, in place of a bare word for long-lasting.

    In the needle it means units that were taken over by other axons; elsewhere it means time.
    """
    if text.startswith(("emg", "ncs", "needle")):
        return _LASTING.sub("reinnervated", text)
    known = onset_days is not None and onset_days >= LONG_DAYS
    lasting = months(onset_days) + " of" if known and onset_days is not None else "long-standing"
    return _LASTING.sub(lasting, text)


def sided(place: str, side: str) -> str:
    """Name a place with its side."""
    if side == "both":
        return f"{place}, both sides"
    return place if side in UNSIDED else f"{place}, {side}"


def where(entry: Ranked) -> str:
    """Name an entry's places, the structure once, and its side."""
    places = " + ".join(_place(lesion) for lesion in entry.lesions)
    return sided(places or one_line(entry.site or entry.structure), one_line(entry.side))


def _place(lesion: LesionNamed) -> str:
    nowhere = not lesion.site or lesion.site == f"{lesion.structure}, none"
    return clipped(lesion.structure if nowhere else lesion.site, 10)


def kind_of(entry: Ranked) -> str:
    """Kind and severity of an entry: "severe axon loss (93% of fibres harmed, 74 to 100%)"."""
    kind = KINDS.get(entry.lesions[0].kind if entry.lesions else "", "")
    if entry.severity is None or not kind:
        return kind
    low, high = (percent(x).rstrip("%") for x in entry.severity.interval)
    share = percent(entry.severity.median)
    return f"{entry.severity.word}: {kind}; {share} of fibres harmed ({low} to {high}%)"


def finding(row: Explained, side: str, onset_days: float | None = None) -> str:
    """Name a finding and what was seen; the side only where it is not that of the answer."""
    test, _, rest = one_line(row.finding).partition(": ")
    what = rest.removesuffix(f", {side}") or test
    seen = one_line(row.seen).removeprefix("grade ")
    head = {"emg": "needle of ", "sensation": "feeling of ", "pain": "pain in "}.get(test, "")
    return clipped(timed(f"{head}{what} {seen}".strip(), onset_days), 9)


def plain_words(words: str, side: str, onset_days: float | None = None) -> str:
    """Name a finding that stands as `test: what, side: value`."""
    head, _, seen = words.rpartition(": ")
    row = Explained(finding=head or words, seen=seen if head else "", expected="", log_odds=0)
    return finding(row, side, onset_days)


def some(items: Sequence[str], few: int) -> str:
    """Join the first few, and say how many more there are."""
    more = len(items) - few
    return "; ".join(items[:few]) + (f" and {more} more" if more > 0 else "")
