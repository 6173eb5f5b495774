"""A figure counts by the limit of normal of the laboratory that measured it."""

import pytest

from lumbosacral import localize
from lumbosacral.inference.answer import Answer


def answer(value: dict[str, str], of: str = "sural SNAP") -> Answer:
    finding = {"test": "ncs", "of": of, "value": value, "side": "left"}
    weak = {"test": "strength", "of": "ankle dorsiflexion", "value": "2", "side": "left"}
    found = localize({"findings": [weak, finding]}, bank="small", silent=False)
    assert isinstance(found, Answer)
    return found


def shares(found: Answer) -> dict[str, float]:
    return {one.structure: one.probability for one in found.by_structure}


@pytest.mark.parametrize(
    ("of", "there", "here"),
    [
        ("sural SNAP", {"amplitude_uv": "8", "limit": "8"}, {"amplitude_uv": "4"}),
        ("sural SNAP", {"velocity_m_per_s": "40", "limit": "40"}, {"velocity_m_per_s": "39"}),
        ("tibial F wave", {"latency_ms": "60", "limit": "60"}, {"latency_ms": "55"}),
    ],
)
def test_at_its_limit_a_figure_says_what_it_says_at_the_limit_of_the_atlas(
    of: str, there: dict[str, str], here: dict[str, str]
) -> None:
    """One laboratory measures from peak to peak, another from the base line."""
    one, other = shares(answer(there, of)), shares(answer(here, of))
    assert one == pytest.approx(other, abs=1e-4)


def test_a_limit_that_cannot_be_of_the_same_thing_is_left_aside() -> None:
    """A limit of 400 for a potential of microvolts is of something else."""
    one, other = (
        shares(answer({"amplitude_uv": "8", **limit})) for limit in ({"limit": "400"}, {})
    )
    assert one == pytest.approx(other, abs=1e-6)


def test_a_sensory_latency_beyond_its_limit_is_slow() -> None:
    """Without a limit it depends on the distance and says nothing."""
    late = shares(answer({"latency_ms": "5.2", "limit": "4.4"}))
    fine = shares(answer({"latency_ms": "3.9", "limit": "4.4"}))
    assert late["polyneuropathy"] > fine["polyneuropathy"]


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize(
    ("of", "key"), [("tibial F wave", "latency_ms"), ("sural SNAP", "velocity_m_per_s")]
)
def test_a_figure_that_nothing_measures_is_left_aside(of: str, key: str) -> None:
    """Forty digits are a slip of the hand, and no reason to overflow."""
    found = answer({key: "9" * 40}, of)
    assert sum(shares(found).values()) == pytest.approx(1, abs=1e-6)
