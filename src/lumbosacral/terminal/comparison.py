"""`lumbosacral compare` on a terminal: what separates two sites."""

from dataclasses import asdict
from typing import Any

from lumbosacral.comparison import Compared, Difference
from lumbosacral.lesioned import Lesioned
from lumbosacral.terminal.page import Page, bar

__all__ = ["comparison_document", "show_comparison"]

ROWS = 20
SCHEMA_VERSION = "1"


def comparison_document(compared: Compared) -> dict[str, Any]:
    """Return the comparison as `--json` prints it."""
    return {
        "first": _names(compared.first),
        "second": _names(compared.second),
        "differences": [asdict(row) for row in compared.differences],
        "model": compared.first.to_dict()["model"],
        "schema_version": SCHEMA_VERSION,
    }


def show_comparison(compared: Compared, *, everything: bool = False) -> None:
    """Print the tests that separate two lesions, the best ones first."""
    page, rows = Page(), compared.differences
    first, second = _names(compared.first), _names(compared.second)
    page.title(f"{first}  or  {second}")
    if not rows:
        page.say("No test of this atlas separates the two.")
        page.footer("A typical adult; people differ.")
        return
    best = rows[0]
    page.say(
        f"Best separated by {best.test} of {best.of}, {best.side}: {best.first} or {best.second}."
    )
    shown = rows if everything else rows[:ROWS]
    page.table(
        "What separates them", ("test", "of", "side", "first", "second", "apart"),
        [_row(row) for row in shown], narrow=(0, 2, 5), at_most={3: 22, 4: 22},
    )  # fmt: skip
    if len(shown) < len(rows):
        page.say(f"{len(rows) - len(shown)} smaller differences: --verbose.", "dim")
    page.footer("A typical adult; people differ.")


def _names(lesioned: Lesioned) -> str:
    return " + ".join(lesion.where for lesion in lesioned.lesions)


def _row(row: Difference) -> tuple[str, ...]:
    return row.test, row.of, row.side, row.first, row.second, bar(row.apart, 8)
