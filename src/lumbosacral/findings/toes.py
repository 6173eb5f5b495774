"""Toes by number: "first to third toes", "4th and 5th toes", "toes 1-3"."""

from lumbosacral.findings.vocabulary import Match
from lumbosacral.findings.words import Token

__all__ = ["numbered_toes"]

_TOES = ("one", "two", "three", "four", "five")
_ORDINALS = {
    word: number
    for number, words in enumerate(
        (("first", "great", "1"), ("second", "2"), ("third", "3"), ("fourth", "4")), 1
    )
    for word in words
} | {"fifth": 5, "little": 5, "5": 5}


def numbered_toes(row: list[Token], i: int) -> Match | None:
    """Toes by number: "first to third toes", "4th and 5th toes", "toes 1-3"."""
    said = [t.norm for t in row[i : i + 12]]
    start = 1 if said[0] == "toe" else 0
    end, numbers, ranges = start, list[int](), False
    while end < len(said) and (said[end] in _ORDINALS or said[end] in {",", "and", "&"}):
        if said[end] in _ORDINALS:
            # "to" and a hyphen are no tokens: two numbers side by side are a range
            ranges = ranges or (bool(numbers) and said[end - 1] in _ORDINALS)
            numbers.append(_ORDINALS[said[end]])
        end += 1
    named = start == 1 or (end < len(said) and said[end] == "toe")
    if not numbers or not named or (start and said[end - 1] not in _ORDINALS):
        return None
    listed = range(numbers[0], numbers[-1] + 1) if ranges else dict.fromkeys(numbers)
    length = end if start else end + 1
    return Match(length, "region", "+".join(f"toe {_TOES[n - 1]}" for n in listed))
