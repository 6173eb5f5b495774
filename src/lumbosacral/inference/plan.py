"""The next tests: how much each is expected to tell about the structure, and what it costs."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lumbosacral.findings import Understood, Value
from lumbosacral.inference.answer import Cost, NextTest, Outcome
from lumbosacral.inference.likelihood import Observer, leg_log_likelihood
from lumbosacral.inference.posterior import Posterior
from lumbosacral.population.bank import Bank

Floats = NDArray[np.float64]
SAMPLE = 1500
LISTED = 8


@dataclass(frozen=True)
class Candidate:
    """A test that could be done."""

    test: str
    kind: str
    of: str


def candidates(observer: Observer, done: set[tuple[str, str]]) -> list[Candidate]:
    """Tests of the atlas that have not been done."""
    atlas = observer.atlas
    listed = [Candidate("strength", "movement", name) for name in atlas.movements]
    listed += [Candidate("sensation", "area", name) for name in atlas.areas]
    listed += [Candidate("reflex", "reflex", name) for name in atlas.reflexes]
    studies = [*atlas.motor, *atlas.sensory, *atlas.late]
    listed += [Candidate("ncs", "conduction", name) for name in studies]
    listed += [Candidate("emg", "muscle", name) for name in atlas.supply]
    return [c for c in listed if (c.test, c.of) not in done]


def _as_finding(candidate: Candidate) -> Understood:
    return Understood(
        index=-1,
        words=candidate.of,
        test=candidate.test,
        kind=candidate.kind,
        targets=(candidate.of,),
        shares=(1.0,),
        summary="one",
        modality="any",
        value=Value(word="normal"),
        sides="left",
    )


def thinned(observer: Observer, posterior: Posterior) -> tuple[Observer, NDArray[np.intp], Floats]:
    """Some patients as a small bank of their index legs, with the row of each and their weights."""
    order, weight = resampled(posterior)
    patient = posterior.patient[order]
    bank = observer.bank
    small = Bank(
        codes=bank.rows(0, patient)[None],
        condition=bank.condition[patient],
        epoch=bank.epoch[patient],
        severity=bank.severity[patient],
        loss=bank.loss[patient],
        noticed=bank.noticed[patient],
        weight=bank.weight[patient],
        cell=bank.cell[patient],
        both=bank.both[patient],
        cells=bank.cells,
    )
    return (
        Observer(observer.atlas, observer.catalogue, small, observer.age_years),
        order,
        weight,
    )


def resampled(posterior: Posterior) -> tuple[NDArray[np.intp], Floats]:
    """Rows that stand for all, and their weights: `SAMPLE` points spread evenly over the weights.

    A row is met as often as it weighs, so that light rows are represented by some of their kind. The rows are laid
    out patient by patient, so that a case and its mirror image are answered alike.
    """
    order = np.lexsort((-posterior.weight, posterior.patient))
    edges = np.cumsum(posterior.weight[order])
    points = (np.arange(SAMPLE) + 0.5) / SAMPLE * edges[-1]
    rows, times = np.unique(np.searchsorted(edges, points), return_counts=True)
    return order[rows], times / SAMPLE


def entropy(shares: Floats) -> Floats:
    """Entropy in bits along the last axis."""
    safe = np.maximum(shares, 1e-12)
    return np.asarray(-(safe * np.log2(safe)).sum(-1))


def next_tests(
    observer: Observer,
    posterior: Posterior,
    structure: NDArray[np.intp],
    names: tuple[str, ...],
    side: str,
    done: set[tuple[str, str]],
) -> tuple[NextTest, ...]:
    """Tests by information for their cost, the best first.

    Parameters
    ----------
    structure : int array [K]
        Structure of each patient that counts, as an index into `names`.
    side : str
        Side on which to test.
    done : set of (test, name)
    """
    small, order, weight = thinned(observer, posterior)
    labels = structure[order]
    onehot = np.zeros((len(labels), len(names)))
    onehot[np.arange(len(labels)), labels] = weight
    before = entropy(onehot.sum(0))
    listed = candidates(observer, done)
    read = [leg_log_likelihood(small, _as_finding(candidate), 0) for candidate in listed]
    known = [
        (candidate, row) for candidate, row in zip(listed, read, strict=True) if row is not None
    ]
    if not known:
        return ()
    fine = np.clip(np.exp(np.array([row for _, row in known], np.float64)), 0, 1)
    normal = fine @ onehot
    joint = np.stack([normal, onehot.sum(0) - normal], axis=1)
    share = joint.sum(2)
    after = joint / np.maximum(share, 1e-12)[..., None]
    bits = before - (share * entropy(after)).sum(1)
    found = [
        (float(bits[i]), candidate, share[i], after[i]) for i, (candidate, _) in enumerate(known)
    ]
    return _ranked(observer, found, names, side)


def _price(observer: Observer, test: str) -> tuple[Cost, float]:
    costs = observer.atlas.observation["costs"]
    one, weights = costs[test], costs["weights"]
    cost = Cost(minutes=float(one["minutes"]), needles=int(one["needles"]), pain=float(one["pain"]))
    weight = float(weights["base"]) + float(weights["minutes"]) * cost.minutes
    return cost, weight + float(weights["pain"]) * cost.pain


def _ranked(
    observer: Observer,
    found: list[tuple[float, Candidate, Floats, Floats]],
    names: tuple[str, ...],
    side: str,
) -> tuple[NextTest, ...]:
    limit = float(observer.atlas.observation["costs"]["stop_bits"])
    worth = [item for item in found if item[0] >= limit]
    worth.sort(key=lambda item: (-item[0] / _price(observer, item[1].test)[1], item[1].of))
    out = []
    for bits, candidate, share, after in worth[:LISTED]:
        outcomes = tuple(
            Outcome(
                value=value,
                probability=round(float(share[i]), 4),
                first=names[int(after[i].argmax())],
                first_probability=round(float(after[i].max()), 4),
            )
            for i, value in enumerate(("normal", "abnormal"))
        )
        out.append(
            NextTest(
                test=candidate.test,
                of=candidate.of,
                side=side,
                information_bits=round(bits, 4),
                cost=_price(observer, candidate.test)[0],
                outcomes=outcomes,
            )
        )
    return tuple(out)
