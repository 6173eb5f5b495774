"""The next tests: how much each is expected to tell about the structure, and what it costs."""

import numpy as np
from numpy.typing import NDArray

from lumbosacral.inference.answer import NextTest, Outcome
from lumbosacral.inference.candidates import AtHand, least_bits, price, resampled
from lumbosacral.inference.likelihood import Observer

__all__ = ["Floats", "entropy", "information", "next_tests", "resampled", "split"]

Floats = NDArray[np.float64]
LISTED = 8


def entropy(shares: Floats) -> Floats:
    """Entropy in bits along the last axis."""
    safe = np.maximum(shares, 1e-12)
    return np.asarray(-(safe * np.log2(safe)).sum(-1))


def onehot(hand: AtHand, label: NDArray[np.intp], count: int) -> Floats:
    """Weight of each thinned patient under its label, [S, count]."""
    out = np.zeros((len(hand.order), count))
    out[np.arange(len(hand.order)), label[hand.order]] = hand.weight
    return out


def split(hand: AtHand, labelled: Floats) -> tuple[Floats, Floats]:
    """Chance of each outcome of each test, [J, 2], and the labels after it, [J, 2, count]."""
    normal = hand.fine @ labelled
    joint = np.stack([normal, labelled.sum(0) - normal], axis=1)
    share = joint.sum(2)
    return share, joint / np.maximum(share, 1e-12)[..., None]


def information(labelled: Floats, share: Floats, after: Floats) -> Floats:
    """Information about the label expected of each test, in bits, [J]."""
    return np.asarray(entropy(labelled.sum(0)) - (share * entropy(after)).sum(1))


def next_tests(
    observer: Observer,
    hand: AtHand,
    label: NDArray[np.intp],
    names: tuple[str, ...],
    listed: int = LISTED,
) -> tuple[NextTest, ...]:
    """Tests by information for their cost, the best first; those that tell too little are left out.

    After a test that could put something else first, tests that could not are left out as well.

    Parameters
    ----------
    label : int array [K]
        Label of each patient that counts, as an index into `names`.
    """
    labelled = onehot(hand, label, len(names))
    share, after = split(hand, labelled)
    bits = information(labelled, share, after)
    prices = {test: price(observer, test)[1] for test in {c.test for c in hand.listed}}
    cost = np.array([prices[c.test] for c in hand.listed])
    worth = [i for i in range(len(bits)) if bits[i] >= least_bits(observer)]
    worth.sort(key=lambda i: (-bits[i] / cost[i], hand.listed[i].of, hand.listed[i].other))
    worth = _until_decided(worth, share, after)
    return tuple(
        _described(observer, hand, i, float(bits[i]), (share[i], after[i]), names)
        for i in worth[:listed]
    )


def _until_decided(order: list[int], share: Floats, after: Floats) -> list[int]:
    """Leave out, after a test of which some outcome puts another label first, those of which none does."""
    decides = [bool((after[i].argmax(1) != (share[i] @ after[i]).argmax()).any()) for i in order]
    first = decides.index(True) if any(decides) else len(order)
    return [i for k, i in enumerate(order) if k <= first or decides[k]]


def _described(
    observer: Observer,
    hand: AtHand,
    i: int,
    bits: float,
    outcome: tuple[Floats, Floats],
    names: tuple[str, ...],
) -> NextTest:
    candidate = hand.listed[i]
    return NextTest(
        test=candidate.test,
        of=candidate.of,
        side=hand.side_of(candidate),
        information_bits=round(bits, 4),
        cost=price(observer, candidate.test)[0],
        outcomes=outcomes_of(*outcome, names),
    )


def outcomes_of(share: Floats, after: Floats, names: tuple[str, ...]) -> tuple[Outcome, ...]:
    """What each outcome of a test would do."""
    return tuple(
        Outcome(
            value=value,
            probability=round(float(share[i]), 4),
            first=names[int(after[i].argmax())],
            first_probability=round(float(after[i].max()), 4),
        )
        for i, value in enumerate(("normal", "abnormal"))
    )
