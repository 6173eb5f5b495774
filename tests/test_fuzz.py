"""Random and mutated cases: an answer that holds, or one line of error. `make validate` tries 10,000."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from validation import fuzz

COUNT, SEED = 300, 7


def test_whatever_is_handed_in() -> None:
    counts, failed = fuzz.tried(COUNT, SEED, "small", every=25)
    assert not failed, "\n".join(failed[:20])
    assert counts["answered"] > COUNT / 2
    assert counts["refused"] > 0
