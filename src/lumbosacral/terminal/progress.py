"""How far the bank of virtual patients is built, on standard error."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from lumbosacral.terminal.plain import say

__all__ = ["building"]


@contextmanager
def building() -> Iterator[Callable[[int, int], None]]:
    """Give a function to be called with (done, total): a bar on a terminal, else one line.

    Nothing is shown where it is never called.
    """
    show, end = _bar() if sys.stderr.isatty() else _line()
    try:
        yield show
    finally:
        end()


def _line() -> tuple[Callable[[int, int], None], Callable[[], None]]:
    said: list[bool] = []

    def show(done: int, total: int) -> None:
        if not said and done < total:
            said.append(True)
            say("building the bank of virtual patients, once for this version of the model")

    return show, lambda: None


def _bar() -> tuple[Callable[[int, int], None], Callable[[], None]]:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    bar = Progress(
        TextColumn("building the bank of virtual patients"), BarColumn(), TimeRemainingColumn(),
        console=Console(stderr=True), transient=True,
    )  # fmt: skip
    task = bar.add_task("bank", total=None)

    def show(done: int, total: int) -> None:
        bar.start()
        bar.update(task, completed=done, total=total)

    return show, bar.stop
