"""The virtual patients the page answers from: few at once, all as soon as they are there."""

import logging
import multiprocessing
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal, TypeVar

import numpy as np

from lumbosacral.errors import BankError
from lumbosacral.population.bank import Bank
from lumbosacral.population.shelf import forget, get_bank

__all__ = ["Banks", "Size", "Standing"]

Size = Literal["small", "full"]
_Found = TypeVar("_Found")
_LOG: Final = logging.getLogger("lumbosacral.web")


@dataclass(frozen=True)
class Standing:
    """What an answer rests on: how many virtual patients, and whether these are all."""

    patients: int
    full: bool


class Banks:
    """Opens the small bank when first asked, and makes the full one beside.

    Parameters
    ----------
    full : bool
        Whether the full bank is wanted at all; tests do with the small one.
    """

    def __init__(self, *, full: bool = True) -> None:
        self._wanted = full
        self._lock = threading.Lock()
        self._open: dict[Size, Bank] = {}
        self._making: multiprocessing.process.BaseProcess | None = None

    def start(self, first: Callable[[], None]) -> None:
        """Begin to open the banks, in the background, after something else."""
        threading.Thread(target=self._begin, args=(first,), name="banks", daemon=True).start()

    def stop(self) -> None:
        """Stop what is still being made."""
        if self._making is not None and self._making.is_alive():
            self._making.terminate()

    def best(self) -> Size:
        """Return the largest bank that is open."""
        return "full" if "full" in self._open else "small"

    def work(self, size: Size, work: Callable[[Bank], _Found]) -> tuple[_Found, Standing]:
        """Work on a bank; once more on one made anew where it proves damaged."""
        bank = self._bank(size)
        standing = Standing(len(bank), size == "full")
        try:
            return work(bank), standing
        except BankError:
            with self._lock:
                forget(size)
                self._open[size] = get_bank(size)
            return work(self._open[size]), standing

    def _bank(self, size: Size) -> Bank:
        with self._lock:
            if size not in self._open:
                self._open[size] = get_bank(size)
            return self._open[size]

    def _begin(self, first: Callable[[], None]) -> None:
        try:
            first()
            self._bank("small")
            if self._wanted:
                self._make_full()
        except Exception:  # the page goes on with what it has
            _LOG.exception("the virtual patients could not be made ready")

    def _make_full(self) -> None:
        """Make the full bank in a process of its own, so that answers go on meanwhile."""
        context = multiprocessing.get_context("spawn")
        self._making = context.Process(target=get_bank, args=("full",))
        self._making.start()
        self._making.join()
        if self._making.exitcode != 0:
            return
        bank = get_bank("full")
        for side in (0, 1):  # its checksums are looked at now, and not while somebody waits
            bank.rows(side, np.zeros(1, np.intp))
        with self._lock:
            self._open["full"] = bank
