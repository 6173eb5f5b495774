"""Clocks run as they must, shares stay shares, persons are whole."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from struck import (
    ATLAS,
    CLOSE,
    EVERYWHERE,
    PLACED,
    amplitudes,
    feelings,
    harms,
    healthy,
    never_above,
    organs_hit,
    powers,
    read,
    severities,
    sides,
    sites,
    struck,
    times,
)

from lumbosacral.wiring.legs import Legs, draw_persons, legs_of, typical_persons
from lumbosacral.wiring.universe import the_universe

# --- the clocks


def distal_sites(study: str) -> set[str]:
    """Segments from the distal stimulation site of a motor study to the muscle, on any of its lines."""
    universe = the_universe()
    out: set[str] = set()
    for b in universe.bundles_of(ATLAS.motor[study].muscle, "alpha"):
        names = [universe.segments[s] for s in universe.paths[b]]
        starts = [names.index(s) for s in ATLAS.motor[study].sites[0].from_ if s in names]
        if starts:
            out |= set(names[max(starts) :])
    return out


@pytest.mark.parametrize("study", ATLAS.motor)
@settings(max_examples=15)
@given(data=st.data(), kind=st.sampled_from(["loss", "transection"]), severity=severities)
def test_a_distal_motor_amplitude_falls_by_the_clock(
    study: str, data: st.DataObject, kind: str, severity: float
) -> None:
    distal = distal_sites(study)
    muscle = ATLAS.motor[study].muscle
    proximal = [
        s
        for s in PLACED
        if muscle in organs_hit(s, "alpha") and not distal & set(ATLAS.sites[s].strikes)
    ]
    site = data.draw(st.sampled_from(proximal))
    column = list(ATLAS.motor).index(study)

    def amplitude(days: float) -> float:
        seen = read(*struck(site, kind=kind, days=days, severity=severity))
        return float(seen.conduction.motor[0, column])

    assert amplitude(1) == pytest.approx(1, abs=CLOSE)
    course = [amplitude(days) for days in (2, 3, 4, 5, 7, 9, 11)]
    assert all(b <= a + CLOSE for a, b in pairwise(course))
    assert course[-1] == pytest.approx(course[-2], abs=1e-3)  # all that is cut off has gone


@given(sites, severities)
def test_sensory_amplitudes_fall_later_than_motor_ones(site: str, severity: float) -> None:
    course = [read(*struck(site, days=d, severity=severity)) for d in (0, 4, 6, 8, 11)]
    for earlier, later in pairwise(course):
        never_above(amplitudes(later), amplitudes(earlier))
    first, fourth = course[0].conduction.sensory, course[1].conduction.sensory
    assert np.array_equal(first, fourth)


@given(st.sampled_from(EVERYWHERE), severities, st.lists(times, min_size=2, max_size=4))
def test_a_block_lifts(site: str, severity: float, days: list[float]) -> None:
    course = [read(*struck(site, kind="block", days=d, severity=severity)) for d in sorted(days)]
    for earlier, later in pairwise(course):
        never_above(feelings(earlier) | powers(earlier), feelings(later) | powers(later))
    at_last = read(*struck(site, kind="block", days=1000, severity=severity))
    for values in (feelings(at_last) | powers(at_last)).values():
        assert values.min() > 0.99


@given(sites, severities, st.lists(times, min_size=2, max_size=4))
def test_a_transection_recovers_by_sprouts_alone(
    site: str, severity: float, days: list[float]
) -> None:
    kind = "transection"
    course = [read(*struck(site, kind=kind, days=d, severity=severity)) for d in sorted(days)]
    for earlier, later in pairwise(course):
        never_above(feelings(later), feelings(earlier))
        never_above(
            {"units": later.strength.units, "intact": later.strength.intact},
            {"units": earlier.strength.units, "intact": earlier.strength.intact},
        )
        assert (later.strength.regrown <= CLOSE).all()
        gained = later.strength.strength - earlier.strength.strength
        adopted = later.strength.adopted - earlier.strength.adopted
        assert (gained <= adopted + CLOSE).all()


@given(sites, severities, times, times)
def test_lost_axons_come_back_where_their_tubes_stand(
    site: str, severity: float, one: float, other: float
) -> None:
    early, late = (read(*struck(site, days=d, severity=severity)) for d in sorted((one, other)))
    never_above(feelings(early) | powers(early), feelings(late) | powers(late))
    never_above({"intact": late.strength.intact}, {"intact": early.strength.intact})


@given(st.sampled_from(EVERYWHERE), severities, times)
def test_demyelination_takes_no_axon(site: str, severity: float, days: float) -> None:
    seen = read(*struck(site, kind="demyelination", days=days, severity=severity))
    state, usual = seen.state, healthy()
    for part in (state.present, state.open, state.original, state.quiet, state.reach, state.full):
        assert (part == 1).all()
    for name, values in (feelings(seen) | powers(seen)).items():
        assert np.array_equal(values, (feelings(usual) | powers(usual))[name]), name
    assert np.array_equal(seen.conduction.motor, usual.conduction.motor)
    assert (state.delay_ms >= 0).all()
    slow = seen.conduction.sensory_speed < usual.conduction.sensory_speed
    assert (seen.conduction.sensory[slow] < usual.conduction.sensory[slow]).all()
    assert np.array_equal(seen.conduction.sensory[~slow], usual.conduction.sensory[~slow])
    assert (seen.conduction.motor_speed <= usual.conduction.motor_speed).all()
    assert (seen.conduction.sensory_speed <= usual.conduction.sensory_speed).all()


def test_a_volley_that_thinned_myelin_scatters_makes_no_reflex() -> None:
    at = list(ATLAS.reflexes).index("Achilles reflex")
    gains = [
        float(read(*struck("S1 root, foramen", kind="demyelination", severity=s)).reflexes[0, at])
        for s in (0.0, 0.3, 0.6, 1.0)
    ]
    assert gains == sorted(gains, reverse=True)
    assert gains[0] == pytest.approx(1)
    assert gains[-1] < 0.6


@given(st.sampled_from(EVERYWHERE), harms, severities, times, sides)
def test_every_share_stays_a_share(
    site: str, kind: str, severity: float, days: float, side: str
) -> None:
    seen = read(*struck(site, kind=kind, days=days, severity=severity, side=side))
    s = seen.strength
    shares = feelings(seen) | powers(seen) | amplitudes(seen)
    for name in ("intact", "drive", "units", "fibrillating", "adopted", "regrown", "bulk"):
        shares[name] = getattr(s, name)
    shares |= {"kept": seen.conduction.kept, "speed": seen.conduction.motor_speed}
    shares |= {"autonomic": seen.autonomic, "late": seen.conduction.late}
    for name, values in shares.items():
        assert np.isfinite(values).all(), name
        assert values.min() >= -CLOSE, name
        assert values.max() <= 1 + CLOSE, name
    for name in ("reflexes", "signs", "tasks", "gaits"):
        assert np.isfinite(getattr(seen, name)).all(), name


# --- persons


def sums(legs: Legs) -> np.ndarray:
    """Sum of the shares of every organ and fibre kind, [m, organs x kinds]."""
    universe = the_universe()
    groups: dict[tuple[str, int], list[int]] = {}
    for b, way in enumerate(universe.way):
        groups.setdefault((universe.ways[way].organ, int(universe.kind[b])), []).append(b)
    return np.stack([legs.share[:, rows].sum(1) for rows in groups.values()], 1)


@pytest.mark.parametrize("variant", [None, *ATLAS.variants])
def test_shares_of_an_organ_sum_to_1_in_the_typical_adult(variant: str | None) -> None:
    variants = () if variant is None else (variant,)
    one = np.zeros(1, np.intp)
    legs = legs_of(the_universe(), typical_persons(the_universe(), 1, variants), one, one)
    np.testing.assert_allclose(sums(legs), 1, atol=CLOSE)
    assert (legs.share >= 0).all()


@settings(max_examples=10)
@given(st.integers(0, 2**32 - 1), st.sets(st.sampled_from(tuple(ATLAS.variants))))
def test_shares_of_an_organ_sum_to_1_in_drawn_persons(seed: int, more: set[str]) -> None:
    rng = np.random.default_rng(seed)
    persons = draw_persons(the_universe(), 20, rng)
    persons.variants.update({name: np.ones((20, 2), bool) for name in more})
    who, side = np.repeat(np.arange(20), 2), np.tile(np.arange(2), 20)
    legs = legs_of(the_universe(), persons, who, side, rng)
    np.testing.assert_allclose(sums(legs), 1, atol=1e-4)
    assert (legs.share >= 0).all()


CENTRAL = tuple(n for n in PLACED if n.startswith("central nervous system"))


@pytest.mark.parametrize("site", CENTRAL)
def test_reflexes_are_lost_at_once_and_brisk_within_weeks(site: str) -> None:
    """Brisk from the second day where some drive is left (Twitchell 1951), in weeks where none is (Ditunno 2004)."""
    jerk = list(ATLAS.reflexes).index("Achilles reflex")

    def gain(severity: float, days: float) -> float:
        seen = read(*struck(site, kind="loss", days=days, severity=severity, fibres={"alpha": 1.0}))
        return float(seen.reflexes[0, jerk])

    assert gain(1.0, 1) < 0.5 < gain(1.0, 5) < 2 < gain(1.0, 30)
    assert 0.7 < gain(0.5, 1) < 1.2 < gain(0.5, 4) < gain(0.5, 30)


@given(sites, severities, times)
def test_muscle_with_its_nerve_wastes_by_what_is_not_used(
    site: str, severity: float, days: float
) -> None:
    largest = float(ATLAS.laws["disuse"]["largest"])
    blocked = read(*struck(site, kind="block", days=days, severity=severity)).strength
    unused = largest * (1 - blocked.strength)
    assert (blocked.bulk >= 1 - unused - CLOSE).all()


@pytest.mark.parametrize("site", CENTRAL)
def test_a_leg_that_the_drive_does_not_reach_is_thinner_after_months(site: str) -> None:
    """Moore 2015, Castro 1999: a third less muscle after a complete lesion of the cord."""

    def bulk(days: float) -> float:
        return float(read(*struck(site, days=days)).strength.bulk[0].min())

    assert bulk(7) == pytest.approx(1)
    assert bulk(60) < 0.85
    assert bulk(700) == pytest.approx(1 - float(ATLAS.laws["disuse"]["largest"]), abs=0.01)
