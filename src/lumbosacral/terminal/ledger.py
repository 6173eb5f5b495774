"""`lumbosacral claims` on a terminal: each claim, its verdict, and whether the model shows it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from lumbosacral.claims import ClaimResult
from lumbosacral.terminal.page import Page

__all__ = ["ledger_document", "show_ledger"]

SCHEMA_VERSION = "1"
FAILED = "not shown"


def ledger_document(results: Sequence[ClaimResult]) -> dict[str, Any]:
    """Return the ledger and its counts as `--json` prints them."""
    return {
        "claims": [asdict(one) for one in results],
        "counts": {key: _counts(results, key) for key in ("verdict", "status")},
        "schema_version": SCHEMA_VERSION,
    }


def show_ledger(results: Sequence[ClaimResult]) -> None:
    """Print the ledger, what the model says instead of a claim it does not show, and the counts."""
    page = Page()
    page.table(
        "Claims of the source articles", ("id", "about", "claim", "verdict", "model"),
        [(r.id, r.about, r.claim, r.verdict, r.status) for r in results],
        narrow=(0, 3), at_most={1: 20},
    )  # fmt: skip
    for one in results:
        if one.status == FAILED:
            page.say(f"{one.id} is not shown: {one.why}", "yellow")
    for key, head in (("verdict", "Verdicts"), ("status", "In the model")):
        counts = _counts(results, key)
        page.say(f"{head}: {', '.join(f'{count} {name}' for name, count in counts.items())}.")
    page.footer()


def _counts(results: Sequence[ClaimResult], key: str) -> dict[str, int]:
    """How many claims have each verdict, or each status; the most frequent first."""
    return dict(Counter(str(getattr(one, key)) for one in results).most_common())
