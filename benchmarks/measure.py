"""Times, medians, and a fixed piece of arithmetic to hold them against."""

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

import numpy as np

SIDE, PRODUCTS = 512, 20


@dataclass(frozen=True)
class Spent:
    """Seconds on the clock, and of the processors, children included."""

    clock: float
    processor: float


@dataclass(frozen=True)
class Measured:
    """One figure: median of some runs, the target on the clock, and the reference beside it."""

    what: str
    spent: Spent
    target: float
    reference: Spent
    runs: int

    @property
    def ratio(self) -> float:
        """How many times the reference it took, in processor time: other work hardly moves it."""
        return self.spent.processor / self.reference.processor


def _processor() -> float:
    return sum(os.times()[:4])


def spent_by(work: Callable[[], object], times: int = 1) -> Spent:
    """Return what one run takes, by the mean of several in a row."""
    clock, processor = time.perf_counter(), _processor()
    for _ in range(times):
        work()
    return Spent((time.perf_counter() - clock) / times, (_processor() - processor) / times)


def middle(runs: list[Spent]) -> Spent:
    """Median of each."""
    return Spent(median(r.clock for r in runs), median(r.processor for r in runs))


def reference() -> Spent:
    """Return what 20 products of fixed 512 x 512 matrices in float32 take, median of five."""
    left = np.random.default_rng(0).random((SIDE, SIDE), dtype=np.float32)

    def products() -> None:
        for _ in range(PRODUCTS):
            np.matmul(left, left)

    products()
    return middle([spent_by(products) for _ in range(5)])


def measured(
    what: str,
    target: float,
    work: Callable[[], object],
    runs: int,
    *,
    warm: bool = True,
    times: int = 1,
) -> Measured:
    """Median of some runs, each of `times` in a row, with the reference measured before and after."""
    before = reference()
    if warm:
        work()
    found = [spent_by(work, times) for _ in range(runs)]
    return Measured(what, middle(found), target, middle([before, reference()]), runs)
