"""Second look at a reading: "other" groups, duplicates, contradictions."""

from dataclasses import replace

from lumbosacral.findings.language.groups import Members
from lumbosacral.findings.reading import Understood

__all__ = ["settle"]

_FINE = frozenset({"normal", "negative", "pass"})


def settle(
    entries: list[Understood], members: Members
) -> tuple[tuple[Understood, ...], tuple[str, ...]]:
    """Take the named ones out of "other", merge duplicates, list contradictions.

    Returns
    -------
    tuple of Understood, tuple of str
        The entries, and one note for each thing that was done or is odd.
    """
    notes: list[str] = []
    kept: list[Understood] = []
    for entry in [_without_named(entry, entries, members) for entry in entries]:
        twin = next((other for other in kept if _same(other, entry)), None)
        if twin is not None:
            notes.append(
                f"{_name(entry)}: said more than once, counted once "
                f"({_place(twin)} and {_place(entry)})"
            )
            continue
        for other in kept:
            if _against(other, entry):
                notes.append(
                    f"{_name(entry)}: contradictory, {other.value} ({_place(other)}) "
                    f"and {entry.value} ({_place(entry)})"
                )
        kept.append(entry)
    return tuple(kept), tuple(notes)


def _without_named(entry: Understood, entries: list[Understood], members: Members) -> Understood:
    if not entry.words.startswith("other: "):
        return entry
    entry = replace(entry, words=entry.words.removeprefix("other: "))
    named: set[str] = set()
    for other in entries:
        if other.test == entry.test and not other.words.startswith("other: "):
            named.update(other.targets)
            if other.kind == "movement":
                named.update(m for target in other.targets for m in members("movement", target))
    left = {t: s for t, s in zip(entry.targets, entry.shares, strict=True) if t not in named}
    whole = sum(left.values())
    if not whole:
        return entry
    return replace(entry, targets=tuple(left), shares=tuple(s / whole for s in left.values()))


def _same(a: Understood, b: Understood) -> bool:
    return _key(a) == _key(b) and a.value == b.value and a.summary == b.summary


def _key(entry: Understood) -> tuple[object, ...]:
    return (
        entry.test,
        entry.kind,
        frozenset(entry.targets),
        entry.sides,
        entry.modality,
        entry.days,
        entry.at,
    )


def _against(a: Understood, b: Understood) -> bool:
    if a.kind == "elsewhere" or _key(a) != _key(b):
        return False
    if a.value.grade is not None and b.value.grade is not None:
        return abs(a.value.grade - b.value.grade) >= 1
    told = a.test in {"history", "pain", "imaging", "laboratory"} or a.kind == "association"
    fine = _FINE | {"absent"} if told else _FINE
    measured = not (a.value.word and b.value.word)
    return not measured and (a.value.word in fine) != (b.value.word in fine)


def _name(entry: Understood) -> str:
    listed = ", ".join(entry.targets[:3]) + (" and others" if len(entry.targets) > 3 else "")
    return f"{entry.test} of {listed}, side {entry.sides}"


def _place(entry: Understood) -> str:
    return f"findings[{entry.index}]" if entry.index >= 0 else "in the words on patient and onset"
