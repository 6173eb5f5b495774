"""Readings of one phrase that speak of the same things: each thing is read once."""

from collections.abc import Sequence
from dataclasses import replace

from lumbosacral.findings.language.meaning import TOLD
from lumbosacral.findings.reading import Understood

__all__ = ["disjoint", "told_once"]


def disjoint(entries: list[Understood], whole: Sequence[Understood] = ()) -> list[Understood]:
    """Merge readings of one finding that mostly overlap, and take the rest of an overlap apart.

    Parameters
    ----------
    entries : list of Understood
        All readings of one finding.
    whole : sequence of Understood
        Those among them that stay as they are, such as dermatomes of a list.

    Returns
    -------
    list of Understood
        "feet, ankles to mid-calf" is one reading of the union; "dorsum of foot and great toe" are
        two, the wider one without the toe.
    """
    kept: list[Understood] = []
    for entry in entries:
        as_it_is = any(entry is one for one in whole) and entry not in kept
        kept = [*kept, entry] if as_it_is else _added(kept, entry)
    return kept


def _added(kept: list[Understood], entry: Understood) -> list[Understood]:
    if any(_key(entry) == _key(other) or _told_again(other, entry) for other in kept):
        return kept
    for i, other in enumerate(kept):
        if not _comparable(other, entry):
            continue
        shared = set(other.targets) & set(entry.targets)
        small = min(len(other.targets), len(entry.targets))
        if _alike(other, entry) and 2 * len(shared) > small and (small > 1 or _twins(other, entry)):
            return _added(kept[:i] + kept[i + 1 :], _union(other, entry))
        if shared and len(other.targets) != len(entry.targets):
            if len(other.targets) > len(entry.targets):
                kept = [*kept[:i], _without(other, shared), *kept[i + 1 :]]
            else:
                entry = _without(entry, shared)
    return [*kept, entry]


def _key(entry: Understood) -> tuple[object, ...]:
    return entry.test, entry.kind, entry.targets, entry.value, entry.sides


def _told_again(told: Understood, entry: Understood) -> bool:
    """Whether a finding that is told is only told again, to another degree: "reduced disc height, endplate changes"."""
    same = (told.test, told.kind, told.targets) == (entry.test, entry.kind, entry.targets)
    plain = replace(told.value, degree="") == replace(entry.value, degree="")
    if told.kind == "elsewhere":
        # "fingers and wrists"
        return same and plain
    return same and plain and told.kind == "association" and entry.sides in {told.sides, "unknown"}


def _comparable(a: Understood, b: Understood) -> bool:
    same = (a.test, a.kind, a.sides, a.modality) == (b.test, b.kind, b.sides, b.modality)
    felt = {a.value.word, b.value.word}
    # a place may be numb and tingle
    beside = _TINGLES in felt and len(felt) == 2
    return same and not beside and a.kind != "elsewhere" and a.at == b.at


_TINGLES = "positive_symptom"


def _twins(a: Understood, b: Understood) -> bool:
    return set(a.targets) == set(b.targets)


def _alike(a: Understood, b: Understood) -> bool:
    return a.value == b.value


def _union(a: Understood, b: Understood) -> Understood:
    wide, narrow = (a, b) if len(a.targets) >= len(b.targets) else (b, a)
    shares = dict(zip(wide.targets, wide.shares, strict=True))
    fresh = [target for target in narrow.targets if target not in shares]
    usual = sum(shares.values()) / len(shares)
    shares |= dict.fromkeys(fresh, usual)
    return _with(wide, shares)


def _without(entry: Understood, shared: set[str]) -> Understood:
    pairs = zip(entry.targets, entry.shares, strict=True)
    return _with(entry, {target: share for target, share in pairs if target not in shared})


def _with(entry: Understood, shares: dict[str, float]) -> Understood:
    whole = sum(shares.values())
    return replace(
        entry,
        targets=tuple(shares),
        shares=tuple(share / whole for share in shares.values()),
        summary="one" if len(shares) == 1 else entry.summary,
    )


def told_once(entries: list[Understood]) -> list[Understood]:
    """Leave out what is said again with a side; what is said of each side is said of both."""
    entries = _of_both(entries)
    said = {(e.kind, e.targets, e.value.word) for e in entries if e.sides != "unknown"}
    return [
        e
        for e in entries
        if e.kind != "association"
        or e.sides != "unknown"
        or (e.kind, e.targets, e.value.word) not in said
    ]


def _of_both(entries: list[Understood]) -> list[Understood]:
    def key(one: Understood) -> tuple[object, ...]:
        return one.test, one.targets, one.value.word

    told = [one for one in entries if one.kind == "association" and one.test in TOLD]
    sides = {(key(one), one.sides) for one in told}
    pairs = {k for k, side in sides if side == "left" and (k, "right") in sides}
    first = {k: next(one for one in told if key(one) == k) for k in pairs}
    return [
        replace(one, sides="both") if one in told and key(one) in pairs else one
        for one in entries
        if one not in told or first.get(key(one), one) is one
    ]
