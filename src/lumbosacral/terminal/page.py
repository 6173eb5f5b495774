"""Tables and paragraphs on a terminal of at most 100 columns; every text comes out as it is."""

import sys
from collections.abc import Iterable, Mapping, Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from lumbosacral.report.words import percent
from lumbosacral.terminal.plain import plain

__all__ = ["Page", "bar", "percent"]

WIDTH = 100
FOOTER = "A model for study and teaching, not a medical device."
_EIGHTHS = " ▏▎▍▌▋▊▉█"
_ASCII_BAR = str.maketrans(dict.fromkeys(_EIGHTHS[1:5], "") | dict.fromkeys(_EIGHTHS[5:], "#"))


class Page:
    """What one command prints, in order. Colour is used on a terminal only.

    Text is taken as it is: brackets are no markup, control characters are left out.
    """

    def __init__(self) -> None:
        self._console = Console(
            markup=False, highlight=False, emoji=False, soft_wrap=False, width=_width(),
            force_terminal=None if sys.stdout.isatty() else False,
        )  # fmt: skip

    def say(self, text: str, style: str = "") -> None:
        """Print a paragraph."""
        self._console.print(self._text(text, style), width=_width())

    def title(self, text: str) -> None:
        """Print what the page is about."""
        self.say(text, "bold")

    def rule(self, text: str) -> None:
        """Print a line between two answers."""
        self._console.print(Rule(self._text(text), characters="-", align="left"))

    def table(
        self,
        title: str,
        heads: Sequence[str],
        rows: Iterable[Sequence[str]],
        *,
        right: Sequence[int] = (),
        narrow: Sequence[int] = (),
        at_most: Mapping[int, int] | None = None,
        first_style: str = "",
    ) -> None:
        """Print a table, and nothing where it has no rows.

        Parameters
        ----------
        title : str
        heads : sequence of str
            Heads of the columns.
        rows : iterable of sequences of str
        right, narrow : sequence of int
            Columns set to the right; columns that are never broken.
        at_most : mapping of int to int
            Largest width of a column.
        first_style : str
            Style of the first row.
        """
        listed = list(rows)
        if not listed:
            return
        table = Table(
            box=SIMPLE_HEAD, title=self._text(title, "bold"), title_justify="left", show_edge=False,
            show_header=any(heads), pad_edge=False, padding=(0, 1),
        )  # fmt: skip
        for i, head in enumerate(heads):
            table.add_column(
                self._text(head), justify="right" if i in right else "left", overflow="fold",
                no_wrap=i in narrow, max_width=(at_most or {}).get(i),
            )  # fmt: skip
        for n, row in enumerate(listed):
            table.add_row(*(self._text(cell, first_style if n == 0 else "") for cell in row))
        self._console.print(table)
        self._console.print()

    def footer(self, *more: str) -> None:
        """Say what this is, and is not."""
        self.say(" ".join((*more, FOOTER)), "dim")

    def _text(self, text: str, style: str = "") -> Text:
        said, encoding = plain(text), self._console.encoding
        if not encoding.startswith("utf"):
            said = said.translate(_ASCII_BAR).encode(encoding, "replace").decode(encoding)
        return Text(said, style)


def _width() -> int:
    """Columns used: those of the terminal, 100 at most; 100 where there is none."""
    if not sys.stdout.isatty():
        return WIDTH
    return min(WIDTH, Console().width)


def bar(share: float, columns: int = 12) -> str:
    """Bar of a share from 0 to 1, in eighths of a column."""
    eighths = round(max(0.0, min(share, 1.0)) * columns * 8)
    full, rest = divmod(eighths, 8)
    return "█" * full + (_EIGHTHS[rest] if rest else "")
