"""`make validate`: every part, with a seed, into docs/validation.md. Each row says FIT or CHECK."""

import argparse
import datetime
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from validation import calibration, foot_drop, joint_fit, mutations, published

from lumbosacral.population.bank import model_hash

HOME = Path(__file__).resolve().parents[1]
PAGE = HOME / "docs" / "validation.md"
CASES = HOME / "examples" / "published"


def head(seed: int) -> str:
    """Return the top of the page: what it is, of which model, of which day."""
    today = datetime.datetime.now(datetime.UTC).date().isoformat()
    return f"""# Validation

Written by `make validate` on {today}; model `{model_hash()}`; seed {seed}.

FIT
: A figure that was used to set a number of the model. That it is met shows only that the numbers
  could be set so.

CHECK
: A figure that was not used."""


def case_files() -> list[Path]:
    """Files of published cases: of `LUMBOSACRAL_CASES`, a file or a folder, else of examples/published."""
    place = Path(os.environ.get("LUMBOSACRAL_CASES") or CASES)
    return sorted(place.glob("*.yaml")) if place.is_dir() else [place] if place.is_file() else []


def published_part(seed: int, size: str) -> str:
    """Score published cases; nothing in them depends on the seed."""
    files = case_files()
    if not files:
        return (
            "CHECK: not run, as no file of cases was given. Put files under `examples/published`, or "
            "name a file or folder in `LUMBOSACRAL_CASES`."
        )
    scored = [one for path in files for one in published.run(path, size)]
    return (
        "CHECK: the answer never sees the truth. The cases were read while the vocabulary and the "
        "laws were being worked on, so this is no test on unseen cases.\n\n"
        + published.table(scored)
    )


def mutation_part(seed: int, size: str) -> str:
    """Corrupt facts one at a time and count those that are noticed."""
    found = mutations.run(seed)
    by = "; ".join(f"{name} {count}" for name, count in found["by"].items())
    lines = [
        f"CHECK: of {found['possible']} possible corruptions of single facts by {found['operators']} "
        f"operators, {found['sampled']} were made, each alone; {found['noticed']} "
        f"({found['share']:.1%}; wanted {found['wanted']:.0%}) were noticed. By whom: {by}.",
    ]
    if found["survivors"]:
        lines += ["", "Not noticed:", "", *(f"- {line}" for line in found["survivors"])]
    return "\n".join(lines)


def fit_part(seed: int, size: str) -> str:
    """Figures that the numbers of the model were set to, and others beside them."""
    return (
        "Grades, dominance and the threshold of the needle are set together to published figures. "
        "The table of grades counts virtual persons with one complete lesion.\n\n"
        + joint_fit.run(seed)
        + "\n\n"
        + foot_drop.run(size)
    )


def calibration_part(seed: int, size: str) -> str:
    """Calibration on fresh virtual patients."""
    return (
        "Virtual patients drawn as people come to a setting, from a seed unlike the bank's, examined "
        "by a fixed panel with the examiner's noise, and localized. The same model draws, answers and "
        "localizes: this tests the inference, not the model. `ECE by chance alone` is what perfectly "
        "calibrated answers would show with so few patients.\n\n"
        + calibration.run(seed + 100, size=size)
    )


PARTS: dict[str, tuple[str, Callable[[int, str], str]]] = {
    "published": ("Published cases", published_part),
    "fit": ("The joint fit, and grades of complete lesions", fit_part),
    "calibration": ("Calibration", calibration_part),
    "mutations": ("Corrupted facts", mutation_part),
}


def sections(seed: int, size: str, names: list[str]) -> Iterator[str]:
    """Text of each part, announced on the way."""
    for name in names:
        title, part = PARTS[name]
        begun = time.perf_counter()
        text = part(seed, size)
        print(f"{title}: {time.perf_counter() - begun:.0f} s", flush=True)
        yield f"## {title}\n\n{text}"


def main() -> None:
    """Run the parts and write the page."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--seed", type=int, default=1)
    reader.add_argument("--bank", default="full", choices=("small", "full"))
    reader.add_argument("--only", nargs="*", choices=list(PARTS), default=list(PARTS))
    reader.add_argument("--out", type=Path, default=PAGE)
    said = reader.parse_args()
    texts = [head(said.seed), *sections(said.seed, said.bank, said.only)]
    said.out.write_text("\n\n".join(texts) + "\n", encoding="utf-8")
    print(f"written: {said.out.name}")


if __name__ == "__main__":
    main()
