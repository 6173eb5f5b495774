"""`make bench`: every figure of speed and memory, printed and written to docs/benchmarks.md."""

import argparse
import datetime
import os
import platform
import resource
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from benchmarks import beside, page, weighed, work
from benchmarks.measure import PRODUCTS, SIDE, Measured, Spent

from lumbosacral.population.bank import model_hash

PAGE = Path(__file__).resolve().parents[1] / "docs" / "benchmarks.md"
COLUMNS = """| what | clock | target | met | processor | times the reference | runs |
|---|---|---|---|---|---|---|"""


def shown(seconds: float) -> str:
    """Write seconds as a person would."""
    return f"{seconds * 1000:.1f} ms" if seconds < 1 else f"{seconds:.2f} s"


def row(one: Measured) -> str:
    """One line of the table."""
    met = "yes" if one.spent.clock < one.target else "NO"
    return (
        f"| {one.what} | {shown(one.spent.clock)} | < {shown(one.target)} | {met} "
        f"| {shown(one.spent.processor)} | {one.ratio:.3g} | {one.runs} |"
    )


def memory(cache: Path) -> list[str]:
    """Peak memory of this process, of the largest it started, and size of the full bank."""
    unit = 2**20 if sys.platform == "darwin" else 2**10
    here = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
    started = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / unit
    size = sum(p.stat().st_size for p in cache.rglob("*") if p.is_file()) / 2**20
    return [
        "| what | MiB |",
        "|---|---|",
        f"| peak of this process: forward and localize, mapped pages of the bank included | {here:.0f} |",
        f"| peak of one process it started: building the bank, localize from the shell | {started:.0f} |",
        f"| full bank on disk | {size:.0f} |",
    ]


def head(references: list[Spent]) -> list[str]:
    """Say what was measured, when, and on what."""
    today = datetime.datetime.now(datetime.UTC).date().isoformat()
    load = os.getloadavg()[0]
    return [
        "# Benchmarks",
        "",
        f"Written by `make bench` on {today}; model `{model_hash()}`; {os.cpu_count()} cores, "
        f"{platform.machine()}; Python {platform.python_version()}, numpy {np.__version__}; "
        f"load of the machine at the end {load:.1f}, its own work included.",
        "",
        "Medians of several runs: time on the clock, and time of all processors together. The "
        f"reference, measured before and after each, is {PRODUCTS} products of {SIDE} x {SIDE} "
        f"matrices in float32: {shown(min(r.clock for r in references))} to "
        f"{shown(max(r.clock for r in references))} on the clock, "
        f"{shown(min(r.processor for r in references))} to "
        f"{shown(max(r.processor for r in references))} of the processors. Where the clock is far "
        "ahead of the processors, the machine had other things to do.",
        "",
    ]


def measure(cache: Path) -> Iterator[Measured]:
    """Every figure in turn, printed as it comes."""
    parts = (work.forward(), work.banks(cache), work.inverse(cache), weighed.planning())
    for part in parts:
        for one in part:
            print(row(one), flush=True)
            yield one


def main() -> None:
    """Measure, print and write the page."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--out", type=Path, default=PAGE)
    said = reader.parse_args()
    print(COLUMNS, flush=True)
    with work.cache() as cache:
        found = list(measure(cache))
        lines = [*head([one.reference for one in found]), COLUMNS, *map(row, found), ""]
        lines += memory(cache)
        lines += [
            "",
            "Files of cases of a dozen findings each, localized from the shell with the full bank; "
            "every row is a process of its own, its start included.",
            "",
        ]
        lines[-2:-2] = ["", weighed.WEIGHED_HEAD, *weighed.weighing()]
        lines += [weighed.BATCH_HEAD, *weighed.batches()]
        lines += ["", *page.section()]
        lines += ["", "## Beside other programs", "", *beside.page("full")]
    said.out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("\n".join(lines[lines.index(COLUMNS) + len(found) + 1 :]))


if __name__ == "__main__":
    main()
