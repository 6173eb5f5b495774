"""Times, medians, and a fixed piece of arithmetic to hold them against."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

import numpy as np

SIDE, PRODUCTS = 512, 20


@dataclass(frozen=True)
class Measured:
    """One figure: median seconds of some runs, the target, and seconds of the reference beside it."""

    what: str
    seconds: float
    target: float
    reference: float
    runs: int

    @property
    def ratio(self) -> float:
        """How many times the reference it took."""
        return self.seconds / self.reference


def seconds_of(work: Callable[[], object]) -> float:
    """Return the wall-clock seconds of one run."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def reference() -> float:
    """Seconds of 20 products of fixed 512 x 512 matrices in float32, median of five."""
    left = np.random.default_rng(0).random((SIDE, SIDE), dtype=np.float32)

    def products() -> None:
        for _ in range(PRODUCTS):
            np.matmul(left, left)

    products()
    return median(seconds_of(products) for _ in range(5))


def measured(
    what: str, target: float, work: Callable[[], object], runs: int, *, warm: bool = True
) -> Measured:
    """Median of some runs, with the reference measured before and after."""
    before = reference()
    if warm:
        work()
    times = [seconds_of(work) for _ in range(runs)]
    return Measured(what, median(times), target, (before + reference()) / 2, runs)
