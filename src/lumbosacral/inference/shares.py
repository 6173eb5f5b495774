"""The posterior summed up in other ways than the ranking: by structure, by condition, involved at all, two lesions."""

from math import log

import numpy as np
from numpy.typing import NDArray

from lumbosacral.inference.answer import ByCondition, ByStructure, Involved, TwoLesions
from lumbosacral.inference.entries import LISTED, SIDE_NAMES, SMALLEST, Entries, rounded
from lumbosacral.inference.evidence import Evidence
from lumbosacral.inference.explain import unexplained
from lumbosacral.inference.likelihood import Observer
from lumbosacral.inference.posterior import Posterior

Floats = NDArray[np.float64]


def by_structure(names: tuple[str, ...], shares: Floats) -> tuple[ByStructure, ...]:
    """Structures, the likeliest first."""
    order = np.argsort(-shares, kind="stable")
    return tuple(
        ByStructure(structure=names[i], probability=rounded(shares[i]))
        for i in order
        if shares[i] > 1e-6
    )


def involved(entries: Entries) -> tuple[Involved, ...]:
    """Structures by the chance that they are damaged at all."""
    total: dict[tuple[str, str], float] = {}
    for kind in np.flatnonzero(entries.mass):
        for structure in entries.what[kind // 4]:
            key = (structure, SIDE_NAMES[kind % 4])
            total[key] = total.get(key, 0.0) + float(entries.mass[kind])
    ranked = sorted(total.items(), key=lambda item: -item[1])
    return tuple(
        Involved(structure=s, side=d, probability=rounded(p)) for (s, d), p in ranked if p > 0.001
    )


def _of_conditions(observer: Observer, entries: Entries) -> Floats:
    label = np.repeat([condition for condition, _ in observer.bank.cells], 4)
    shares = np.bincount(label, entries.mass, minlength=len(observer.atlas.conditions))
    return np.asarray(shares, np.float64)


def conditions(observer: Observer, entries: Entries) -> tuple[ByCondition, ...]:
    """Conditions, the likeliest first."""
    names, shares = list(observer.atlas.conditions), _of_conditions(observer, entries)
    order = np.argsort(-shares, kind="stable")[:LISTED]
    return tuple(
        ByCondition(condition=names[i], probability=rounded(shares[i]))
        for i in order
        if shares[i] > SMALLEST
    )


def urgent(observer: Observer, entries: Entries) -> tuple[str, ...]:
    """What cannot wait, from 5 % on; without advice on treatment."""
    total: dict[str, float] = {}
    shares = _of_conditions(observer, entries)
    for condition, share in zip(observer.atlas.conditions.values(), shares, strict=True):
        if condition.warning:
            total[condition.warning] = total.get(condition.warning, 0.0) + float(share)
    return tuple(
        f"cannot wait: {name} ({share:.0%})" for name, share in total.items() if share >= 0.05
    )


def two_lesions(evidence: Evidence, posterior: Posterior, entries: Entries) -> TwoLesions:
    """Whether two independent lesions explain the findings better than one."""
    if evidence.pairs is None:
        return TwoLesions()
    pair = posterior.patient >= evidence.pairs.after
    weight = posterior.weight
    best = [_best(entries, weight, mine) for mine in (pair, ~pair)]
    (first, share), (single, alone) = best
    is_first = entries.order[0] == first and share > 0.5 * entries.share[first]
    left = [
        unexplained(evidence, posterior, (entries.entry == entry) & mine)
        for entry, mine in ((first, pair), (single, ~pair))
    ]
    return TwoLesions(
        weighed=True,
        probability=rounded(weight[pair].sum()),
        first=bool(is_first),
        log_odds=round(log(max(share, 1e-9) / max(alone, 1e-9)), 3),
        explains=tuple(words for words in left[1] if words not in left[0]),
    )


def _best(entries: Entries, weight: Floats, mine: NDArray[np.bool_]) -> tuple[int, float]:
    """Entry that most of some patients are of, and its share."""
    share = np.bincount(entries.entry[mine], weight[mine], minlength=1)
    return int(share.argmax()), float(share.max())
