"""Cases, and what holds of every answer."""

import math
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from lumbosacral import api
from lumbosacral.atlas.load import load_atlas
from lumbosacral.findings import Reading
from lumbosacral.inference.answer import Answer
from lumbosacral.inference.likelihood import Observer
from lumbosacral.population.blocks import the_catalogue
from lumbosacral.population.shelf import get_bank
from lumbosacral.wiring.listening import the_listening

ATLAS = load_atlas()


def finding(test: str, of: str, value: Any, **more: Any) -> dict[str, Any]:
    return {"test": test, "of": of, "value": value, **more}


FOOT_DROP = {
    "patient": {"age": 32, "sex": "M"},
    "onset": "3 weeks",
    "side": "right",
    "findings": [
        finding("strength", "ankle dorsiflexion", "2"),
        finding("strength", "foot inversion", "4"),
        finding("sensation", "dorsum of foot", "reduced"),
        finding("reflex", "Achilles reflex", "normal"),
    ],
}
THIGH = {
    "side": "left",
    "findings": [
        finding("strength", "knee extension", "3"),
        finding("strength", "hip flexion", "4"),
        finding("reflex", "patellar reflex", "absent"),
        finding("sensation", "medial leg", "reduced"),
        finding("history", "diabetes mellitus", "present"),
    ],
}
SADDLE = {
    "findings": [
        finding("strength", "ankle plantarflexion", "weak", side="both"),
        finding("sensation", "perianal area", "absent", side="both"),
        finding("reflex", "Achilles reflex", "absent", side="both"),
        finding("autonomic", "bladder emptying", "abnormal"),
    ],
}
STUDIES = {
    "patient": {"age": 60},
    "onset": {"days": 60},
    "findings": [
        finding("strength", "great toe extension", "4", side="left"),
        finding("ncs", "superficial fibular SNAP", "normal", side="left"),
        finding("ncs", "fibular CMAP (extensor digitorum brevis)", "2 mV", side="left"),
        finding("emg", "tibialis posterior", "abnormal", side="left"),
        finding("strength", "ankle dorsiflexion", "5", side="right"),
    ],
}
CASES = {"foot drop": FOOT_DROP, "thigh": THIGH, "saddle": SADDLE, "studies": STUDIES}


def localize(case: Mapping[str, Any], **how: Any) -> Answer:
    found = api.localize(case, **{"bank": "small", **how})
    assert isinstance(found, Answer)
    return found


def observer_of(reading: Reading) -> Observer:
    catalogue = the_catalogue(the_listening())
    return Observer(ATLAS, catalogue, get_bank("small"), reading.patient.age)


def numbers(tree: Any) -> Iterator[float]:
    if isinstance(tree, Mapping):
        tree = list(tree.values())
    if isinstance(tree, list | tuple):
        for one in tree:
            yield from numbers(one)
    elif isinstance(tree, float | int):
        yield tree


def sound(answer: Answer) -> None:
    """An answer holds together, whatever was asked."""
    assert sum(r.probability for r in answer.ranking) == pytest.approx(1, abs=2e-5)
    assert sum(s.probability for s in answer.by_structure) == pytest.approx(1, abs=1e-4)
    assert answer.ranking[-1].structure == "other"
    shares = [r.probability for r in answer.ranking[:-1]]
    assert shares == sorted(shares, reverse=True)
    assert all(math.isfinite(x) for x in numbers(answer.model_dump()))
    for entry in answer.ranking[:-1]:
        assert 1 <= len(entry.lesions) <= 2
        first = entry.lesions[0]
        assert (entry.structure, entry.site, entry.side) == (
            first.structure,
            first.site,
            first.side,
        )
        assert {x.structure for x in entry.lesions} <= set(ATLAS.structures)
        assert entry.interval[0] <= entry.probability <= entry.interval[1]
        assert entry.interval[0] >= 0
        assert entry.interval[1] <= 1
    assert 0 <= answer.not_a_nerve <= 1 + 1e-6
    for row in (*answer.involved, *answer.by_structure, *answer.conditions):
        assert 0 <= row.probability <= 1 + 1e-6
    for test in answer.next_tests:
        assert test.information_bits > 0
        assert sum(o.probability for o in test.outcomes) == pytest.approx(1, abs=1e-3)
    assert answer.effective_sample_size >= 1
    assert Answer.model_validate_json(answer.model_dump_json()) == answer


def alike(one: Answer, other: Answer, tolerance: float = 1e-3) -> None:
    """Two answers say the same, up to the order of sums."""
    for part, key in (
        ("by_structure", lambda r: (r.structure,)),
        ("involved", lambda r: (r.structure, r.side)),
        ("conditions", lambda r: (r.condition,)),
        ("explanation", lambda r: (r.finding, r.seen)),
    ):
        first, second = (
            {key(r): getattr(r, "probability", getattr(r, "log_odds", 0)) for r in getattr(a, part)}
            for a in (one, other)
        )
        for name in first.keys() | second.keys():
            assert first.get(name, 0) == pytest.approx(second.get(name, 0), abs=tolerance), name
    ranks = [
        {tuple((x.structure, x.side) for x in r.lesions): r.probability for r in a.ranking}
        for a in (one, other)
    ]
    for name in ranks[0].keys() | ranks[1].keys():
        gap = abs(ranks[0].get(name, 0) - ranks[1].get(name, 0))
        assert gap <= max(tolerance, 0.006), name  # entries of 0.5 % come and go
    assert set(one.unexplained) == set(other.unexplained)


# --- what holds of every answer
