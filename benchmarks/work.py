"""What is measured: the forward direction, the bank, the inverse, the shell."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
from benchmarks.measure import Measured, measured

from lumbosacral.api import localize
from lumbosacral.lesioned import lesion
from lumbosacral.population.bank import BLOCK
from lumbosacral.population.blocks import draw_block
from lumbosacral.population.prior import allocation
from lumbosacral.wiring.listening import the_listening

PATIENTS = 10_000
SEED = 5
_COMMAND = "import sys; from lumbosacral.cli import main; main()"
_BUILD = """import sys
from lumbosacral.population.shelf import get_bank
if __name__ == "__main__":
    get_bank(sys.argv[1])
"""
_STRENGTH = {
    "hip flexion": "5", "hip abduction": "5", "knee extension": "5", "knee flexion": "5",
    "ankle dorsiflexion": "2", "ankle plantarflexion": "5", "foot inversion": "5",
    "foot eversion": "3", "great toe extension": "1", "toe extension": "2",
}  # fmt: skip
_OTHER = (
    ("sensation", "dorsum of foot", "reduced"), ("sensation", "first web space", "reduced"),
    ("sensation", "medial leg", "normal"), ("sensation", "lateral sole", "normal"),
    ("reflex", "patellar reflex", "normal"), ("reflex", "Achilles reflex", "normal"),
    ("ncs", "superficial fibular SNAP", "reduced"), ("ncs", "sural SNAP", "normal"),
    ("emg", "tibialis anterior", "abnormal"), ("emg", "biceps femoris, short head", "normal"),
)  # fmt: skip


def case() -> dict[str, Any]:
    """Return a foot drop with twenty findings."""
    findings = [{"test": "strength", "of": of, "value": v} for of, v in _STRENGTH.items()]
    findings += [{"test": t, "of": of, "value": v} for t, of, v in _OTHER]
    return {"patient": {"age": 48}, "onset": "3 weeks", "side": "left", "findings": findings}


def _one_lesion() -> tuple[object, ...]:
    """Cut a nerve and read every test; conduction and needle are read when asked for."""
    read = lesion("common fibular nerve, fibular neck", severity=0.8, days=21).everything
    return read, read.conduction, read.needle


def forward() -> Iterator[Measured]:
    """One lesion read by every test; then ten thousand patients."""
    listening = the_listening()
    share = allocation(listening.universe.atlas)
    rng = np.random.default_rng(SEED)
    condition = np.sort(rng.choice(len(share), PATIENTS, p=share))
    yield measured(
        "forward: one lesion, every reading of both legs", 0.005,
        _one_lesion, 5, times=20,
    )  # fmt: skip
    yield measured(
        "forward: 10,000 patients drawn, every reading", 2.0,
        lambda: [
            draw_block(listening, condition[at : at + BLOCK], SEED, at)
            for at in range(0, PATIENTS, BLOCK)
        ], 5,
    )  # fmt: skip


@contextmanager
def cache() -> Iterator[Path]:
    """Make a cache folder of our own, for this process and those it starts."""
    folder, before = tempfile.mkdtemp(prefix="bench-"), os.environ.get("LUMBOSACRAL_CACHE")
    os.environ["LUMBOSACRAL_CACHE"] = folder
    try:
        yield Path(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        if before is None:
            del os.environ["LUMBOSACRAL_CACHE"]
        else:
            os.environ["LUMBOSACRAL_CACHE"] = before


def _shell(code: str, *args: str) -> Callable[[], object]:
    command = [sys.executable, "-c", code, *args]
    return lambda: subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def _empty(folder: Path) -> None:
    for one in folder.glob("bank-*"):
        shutil.rmtree(one)


def _built(folder: Path, size: str) -> Callable[[], object]:
    """Build a bank in a process of its own, from nothing."""
    script = folder.parent / f"{folder.name}.py"

    def build() -> None:
        _empty(folder)
        script.write_text(_BUILD)
        subprocess.run([sys.executable, str(script), size], check=True)
        script.unlink()

    return build


def banks(folder: Path) -> Iterator[Measured]:
    """Build both banks; the full one stays in the cache."""
    yield measured("bank: small, 2^14 patients", 10, _built(folder, "small"), 3, warm=False)
    yield measured("bank: full, 2^18 patients", 60, _built(folder, "full"), 1, warm=False)


def inverse(folder: Path) -> Iterator[Measured]:
    """Localize twenty findings: in a warm process, and from the shell; and the shell's help."""
    asked = case()
    file = folder / "case.yaml"
    file.write_text(json.dumps(asked))
    yield measured(
        "localize: 20 findings, full bank, warm process", 0.05, lambda: localize(asked), 11
    )
    yield measured(
        "localize: the same from the shell, warm cache", 1.5,
        _shell(_COMMAND, "localize", str(file), "--json"), 5,
    )  # fmt: skip
    yield measured("lumbosacral --help from the shell", 0.3, _shell(_COMMAND, "--help"), 7)
