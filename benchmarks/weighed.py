"""The inverse in its parts: weighing a case against passes over the bank, the plan, and cases in batch."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
from benchmarks.discrete import asked, copied, drawn
from benchmarks.measure import Measured, measured
from benchmarks.work import case

from lumbosacral import api
from lumbosacral.inference.evidence import gather
from lumbosacral.inference.likelihood import Observer
from lumbosacral.inference.localize import weighed
from lumbosacral.inference.plan import next_tests
from lumbosacral.inference.posterior import posterior_of
from lumbosacral.population.bank import Bank
from lumbosacral.population.blocks import the_catalogue
from lumbosacral.population.shelf import get_bank
from lumbosacral.wiring.listening import the_listening

FINDINGS = 20
BATCHES = (1, 10, 100, 1_000, 10_000)
SEEN = 12


def passes(bank: Bank, *, plain: bool) -> Callable[[], object]:
    """One look-up in a table and one addition for each finding, over every patient."""
    table = np.random.default_rng(0).random(256, dtype=np.float32)
    columns = [np.asarray(bank.codes[0, row]) for row in range(FINDINGS)]
    total, room = np.zeros(len(bank), np.float32), np.empty(len(bank), np.float32)

    def plainly() -> None:
        for column in columns:
            np.add(total, table[column], out=total)

    def quickly() -> None:
        for column in columns:
            np.add(total, np.take(table, column, out=room, mode="clip"), out=total)

    return plainly if plain else quickly


def weighing(rounds: int = 40) -> Iterator[str]:
    """Rows of a table: twenty findings on all patients, of no known time, and passes; in turns, to share the noise."""
    bank, listening = get_bank("full"), the_listening()
    reading = replace(api.read(api.cases_of(case())[0]), onset_days=None)
    observer = Observer(listening.universe.atlas, the_catalogue(listening), bank, 48)

    def weigh(silent: bool) -> object:
        evidence = gather(observer, reading, "referral", silent=silent, whole=bank)
        return posterior_of(observer, evidence)

    works: dict[str, Callable[[], object]] = {
        "20 passes: table[codes], and one addition": passes(bank, plain=True),
        "20 passes: np.take into a room of its own, and one addition": passes(bank, plain=False),
        "20 findings, both ways round": lambda: weigh(False),
        "the same, with what was not mentioned": lambda: weigh(True),
    }
    took: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(rounds):
        for name, work in works.items():
            begun = time.perf_counter()
            work()
            took[name].append(time.perf_counter() - begun)
    first, second = (median(row) for row in list(took.values())[:2])
    for name, row in took.items():
        middle = median(row)
        yield (
            f"| {name} | {middle * 1000:.1f} ms | {min(row) * 1000:.1f} ms | {middle / first:.2f} "
            f"| {middle / second:.2f} |"
        )


WEIGHED_HEAD = """| on 2^18 patients (wanted: 15 ms, 1.5) | clock | least | of plain passes | of quick |
|---|---|---|---|---|"""


def planning() -> Iterator[Measured]:
    """Plan over all tests, from a weighed case on."""
    reading = api.read(api.cases_of(case())[0])
    kept = weighed(the_listening(), get_bank("full"), reading, setting="referral", silent=True)

    def plan() -> object:
        fresh = replace(kept)
        entries = fresh.entries
        return next_tests(fresh.observer, fresh.hand, entries.structure, entries.names)

    tests = len(replace(kept).hand.listed)
    yield measured(f"plan over {tests} tests", 0.060, plan, 9)


def cases(count: int, seed: int = 3) -> list[dict[str, Any]]:
    """Virtual cases of a dozen findings each, drawn site by site."""
    copy, rows = copied("small"), asked()
    rng = np.random.default_rng(seed)
    out = []
    for values in drawn(copy, count, SEEN / len(rows), rng):
        findings = [
            {"test": rows[f][0], "of": rows[f][2], "value": str(copy.word(f, int(v)))}
            for f, v in enumerate(values)
            if v >= 0
        ]
        side = {"side": "left"}
        out.append({"findings": findings, **side, "onset": {"days": int(rng.choice((3, 20, 200)))}})
    return [one for one in out if one["findings"]]


def batches(sizes: tuple[int, ...] = BATCHES) -> Iterator[str]:
    """Rows of a table: what `lumbosacral localize FILE --json` takes for so many cases, and the peak of its memory."""
    every = cases(max(sizes))
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        for size in sizes:
            file = Path(folder) / f"{size}.jsonl"
            file.write_text("\n".join(map(json.dumps, every[:size])) + "\n")
            clock, processor, peak = _localized(file)
            yield (
                f"| {size} | {clock:.1f} s | {clock / size * 1000:.0f} ms "
                f"| {processor / size * 1000:.0f} ms | {peak:.0f} |"
            )


def _localized(file: Path) -> tuple[float, float, float]:
    """Localize a file of cases from the shell: seconds on the clock and of the processor, peak in MiB."""
    code = "from lumbosacral.cli import main; main()"
    command = [sys.executable, "-c", code, "localize", str(file), "--json"]
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"localize {file} ended with {process.returncode}")
    unit = 2**20 if sys.platform == "darwin" else 2**10
    spent = used.ru_utime + used.ru_stime
    return time.perf_counter() - begun, spent, used.ru_maxrss / unit


BATCH_HEAD = """| cases | clock | clock, each | processor, each | peak, MiB |
|---|---|---|---|---|"""
