"""Mutation test of the facts: corrupt one at a time and see whether a claim or a test notices.

Only facts that an executed claim or a test speaks of are corrupted, each operator as often as every other.
"""

import csv
import io
import os
import random
import shutil
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path
from typing import Any

import yaml

HOME = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(Path(__file__).resolve().parent), str(HOME / "tests" / "qc")]

import consistency  # noqa: E402
import facts  # noqa: E402
import more_facts  # noqa: E402
import second  # noqa: E402

from lumbosacral.atlas.load import DATA, read_atlas  # noqa: E402
from lumbosacral.atlas.text import read  # noqa: E402
from lumbosacral.claims import CHECKS, ClaimFails, model_of, result, the_model  # noqa: E402
from lumbosacral.errors import AtlasError  # noqa: E402

SAMPLE = 300
WANTED = 0.95


@cache
def trees() -> facts.Trees:
    """Files of the atlas as trees; weights.csv as rows. Associations are left out: no claim asks for them."""
    out: facts.Trees = {path.stem: read(path) for path in sorted(DATA.glob("*.yaml"))}
    out["associations"] = {"associations": []}
    lines = (DATA / "weights.csv").read_text("utf-8").splitlines()
    out["weights"] = list(csv.DictReader(line for line in lines if line[:1] != "#"))
    return out


@cache
def corruptions(seed: int) -> tuple[facts.Corruption, ...]:
    """Every corruption that the operators can make."""
    rng, tree = random.Random(seed), trees()
    twice = {row["muscle"] for row in second.table("weights_second.csv")} | {"psoas", "iliacus"}
    return (
        *facts.weights(tree, twice), *facts.supply(tree, rng), *facts.skin(tree, rng),
        *facts.lines(tree), *facts.records(tree), *facts.muscles(tree),
        *more_facts.movements(tree), *more_facts.reflexes(tree), *more_facts.origins(tree),
        *more_facts.spine(tree), *more_facts.conditions(tree), *more_facts.variants(tree),
        *more_facts.sites(tree), *more_facts.norms(tree, second.NORMS), *more_facts.held(tree, rng),
    )  # fmt: skip


def sampled(seed: int, n: int) -> list[int]:
    """Sample about n corruptions, the operators in turn."""
    rng = random.Random(seed)
    by_operator: dict[str, list[int]] = {}
    for i, corruption in enumerate(corruptions(seed)):
        by_operator.setdefault(corruption.operator, []).append(i)
    for indices in by_operator.values():
        rng.shuffle(indices)
    turns = [
        (turn, name, i) for name, indices in by_operator.items() for turn, i in enumerate(indices)
    ]
    return sorted(i for _, _, i in sorted(turns)[:n])


def _text(name: str, tree: Any) -> tuple[str, str]:
    if name != "weights":
        return f"{name}.yaml", yaml.dump(tree, Dumper=_Dumper, sort_keys=False)
    out = io.StringIO()
    writer = csv.DictWriter(out, fieldnames=list(tree[0]))
    writer.writeheader()
    writer.writerows(tree)
    return "weights.csv", out.getvalue()


class _Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    """No anchors: the atlas is read as plain trees."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


@cache
def _folder() -> Path:
    """Copy of the data, one for each process, without the associations."""
    folder = Path(tempfile.mkdtemp(prefix="atlas-"))
    for path in DATA.iterdir():
        if path.suffix in {".yaml", ".csv"}:
            shutil.copy(path, folder / path.name)
    (folder / "associations.yaml").write_text("associations: []\n", "utf-8")
    return folder


@cache
def _order() -> tuple[str, ...]:
    """Claims by the time that each takes, the quickest first."""
    model, taken = the_model(), {}
    for name in CHECKS:
        began = time.perf_counter()
        if result(model, name).status == "shown":
            taken[name] = time.perf_counter() - began
    return tuple(sorted(taken, key=lambda name: taken[name]))


def noticed(seed: int, index: int) -> str:
    """Name what notices a corruption; empty if nothing does."""
    corruption, folder = corruptions(seed)[index], _folder()
    name, text = _text(corruption.file, corruption.applied(trees()))
    usual = (folder / name).read_text("utf-8")
    (folder / name).write_text(text, "utf-8")
    try:
        return _noticed_in(folder)
    finally:
        (folder / name).write_text(usual, "utf-8")


def _noticed_in(folder: Path) -> str:
    try:
        model = model_of(read_atlas(folder))
    except AtlasError as error:
        return f"at load: {error}"
    except Exception as error:
        return f"at load, not as an AtlasError: {type(error).__name__}: {error}"
    for check in (second, consistency):
        try:
            found = next(check.differences(model.universe), None)
        except LookupError as error:
            found = f"{type(error).__name__}: {error}"
        if found:
            return f"{check.__name__}: {found}"
    for name in _order():
        try:
            CHECKS[name](model)
        except ClaimFails as error:
            return f"{name}: {error}"
        except Exception as error:
            return f"{name}: {type(error).__name__}: {error}"
    return ""


def _task(job: tuple[int, int]) -> str:
    return noticed(*job)


def run(seed: int = 1, sample: int = SAMPLE) -> dict[str, Any]:
    """Corrupt about `sample` facts; say how many are noticed, by whom, and which are not."""
    chosen = sampled(seed, sample)
    with ProcessPoolExecutor(max_workers=min(os.cpu_count() or 1, 8)) as pool:
        found = list(pool.map(_task, [(seed, i) for i in chosen], chunksize=4))
    every = corruptions(seed)
    by = {}
    for text in found:
        by.setdefault(_by_whom(text), []).append(text)
    survivors = [
        f"{every[i].operator}: {every[i].what}" for i, t in zip(chosen, found, strict=True) if not t
    ]
    return {
        "possible": len(every),
        "operators": len({c.operator for c in every}),
        "sampled": len(chosen),
        "noticed": len(chosen) - len(survivors),
        "share": 1 - len(survivors) / len(chosen),
        "wanted": WANTED,
        "by": {name: len(texts) for name, texts in sorted(by.items())},
        "survivors": survivors,
    }


def _by_whom(text: str) -> str:
    head = text.partition(":")[0]
    if not text:
        return "nobody"
    return head if head in {"second", "consistency"} or head.startswith("at load") else "claims"


def main() -> int:
    """Print the result; 1 if fewer are noticed than wanted."""
    outcome = run()
    for key, value in outcome.items():
        if key != "survivors":
            print(f"{key}: {value}")
    for line in outcome["survivors"]:
        print(f"  not noticed: {line}")
    return int(outcome["share"] < WANTED)


if __name__ == "__main__":
    sys.exit(main())
