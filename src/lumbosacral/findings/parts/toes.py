"""Toes by number: "first to third toes", "4th and 5th toes", "toes 1-3", "plantar surface of the first 4 digits"."""

from lumbosacral.findings.language.vocabulary import Match
from lumbosacral.findings.language.words import Token

__all__ = ["numbered_toes"]

_TOES = ("one", "two", "three", "four", "five")
_ORDINALS = {
    word: number
    for number, words in enumerate(
        (("first", "great", "1"), ("second", "2"), ("third", "3"), ("fourth", "4")), 1
    )
    for word in words
} | {"fifth": 5, "little": 5, "5": 5}
_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5}
_NOUNS = frozenset({"toe", "digit"})
_SIDES = {"dorsal": "dorsal ", "dorsum": "dorsal ", "plantar": "plantar "}


def numbered_toes(row: list[Token], i: int) -> Match | None:
    """Toes by number: "first to third toes", "4th and 5th toes", "toes 1-3", "dorsum of the first two toes"."""
    said = [t.norm for t in row[i : i + 12]]
    where = _SIDES.get(said[0], "")
    found = _numbers(said[bool(where) :])
    if found is None:
        return None
    numbers, length = found
    names = (f"{where}toe {_TOES[n - 1]}" for n in numbers)
    return Match(length + bool(where), "region", "+".join(names))


def _numbers(said: list[str]) -> tuple[list[int], int] | None:
    """Numbers of the toes that the first words name, and how many words do."""
    if len(said) > 2 and said[0] == "first" and said[1] in _COUNTS and said[2] in _NOUNS:
        return list(range(1, _COUNTS[said[1]] + 1)), 3
    start = 1 if said and said[0] in _NOUNS else 0
    end, numbers, ranges = start, list[int](), False
    while end < len(said) and (said[end] in _ORDINALS or said[end] in {",", "and", "&"}):
        if said[end] in _ORDINALS:
            # "to" and a hyphen are no tokens: two numbers side by side are a range
            ranges = ranges or (bool(numbers) and said[end - 1] in _ORDINALS)
            numbers.append(_ORDINALS[said[end]])
        end += 1
    named = start == 1 or (end < len(said) and said[end] in _NOUNS)
    if not numbers or not named or (start and said[end - 1] not in _ORDINALS):
        return None
    listed = range(numbers[0], numbers[-1] + 1) if ranges else dict.fromkeys(numbers)
    return list(listed), end if start else end + 1
