"""Where work is done: no more at once than there are hands, the rest waits its turn."""

from collections.abc import Callable
from typing import TypeVar

import anyio

__all__ = ["Desk"]

_Done = TypeVar("_Done")


class Desk:
    """Some hands, for one event loop at a time.

    Attributes
    ----------
    waiting : int
        How many pieces of work are being done or wait.
    """

    def __init__(self, hands: int) -> None:
        self._count, self.waiting = hands, 0
        self._hands: anyio.CapacityLimiter | None = None

    def open(self) -> None:
        """Open in the running event loop."""
        self._hands = anyio.CapacityLimiter(self._count)

    async def do(self, work: Callable[[], _Done]) -> _Done:
        """Do some work in a thread."""
        self.waiting += 1
        try:
            return await anyio.to_thread.run_sync(work, limiter=self._hands)
        finally:
            self.waiting -= 1
