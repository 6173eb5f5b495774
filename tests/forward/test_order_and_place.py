"""More harm is never milder, and nothing changes that is not beyond it."""

import numpy as np
import pytest
from hypothesis import given
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
    passing,
    powers,
    read,
    severities,
    sites,
    struck,
    times,
)

from lumbosacral.atlas.records import KINDS
from lumbosacral.forward import Everything
from lumbosacral.wiring.listening import the_listening
from lumbosacral.wiring.universe import the_universe

# --- order


@given(st.sampled_from(EVERYWHERE), harms, times, severities, severities, st.floats(0, 1, width=32))
def test_more_severe_is_never_stronger_or_better_felt(
    site: str, kind: str, days: float, one: float, other: float, fraction: float
) -> None:
    low, high = sorted((one, other))
    mild = read(*struck(site, kind=kind, days=days, severity=low, fraction=fraction))
    hard = read(*struck(site, kind=kind, days=days, severity=high, fraction=fraction))
    never_above(feelings(hard) | powers(hard), feelings(mild) | powers(mild))


@given(st.data(), sites, harms, times)
def test_more_of_one_fascicle_is_never_stronger(
    data: st.DataObject, site: str, kind: str, days: float
) -> None:
    hit = sorted(organs_hit(site, "alpha") | organs_hit(site, "touch"))
    organ = data.draw(st.sampled_from([o for o in hit if o in ATLAS.areas or o in ATLAS.weights]))
    base, *two = (data.draw(severities) for _ in range(3))
    mild, hard = (
        read(*struck(site, kind=kind, days=days, severity=base, fascicles={organ: share}))
        for share in sorted(two)
    )
    never_above(feelings(hard) | powers(hard), feelings(mild) | powers(mild))


@pytest.mark.parametrize("severity", [0.0, 0.3, 1.0])
def test_a_fascicle_suffers_as_much_as_is_said(severity: float) -> None:
    seen = read(
        *struck("sciatic nerve, gluteal", severity=severity, fascicles={"soleus": 0.25}, days=20)
    )
    names = the_universe().muscles
    intact = seen.strength.intact[0]
    assert intact[names.index("soleus")] == pytest.approx(0.75, abs=1e-4)
    assert intact[names.index("tibialis anterior")] == pytest.approx(1 - severity, abs=1e-4)


@given(sites, sites, harms, harms, times, severities, severities)
def test_two_lesions_are_never_milder_than_one(
    here: str, there: str, kind: str, another: str, days: float, one: float, other: float
) -> None:
    first = struck(here, kind=kind, days=days, severity=one)
    second = struck(there, kind=another, days=days, severity=other)
    both = read(*first, *second)
    for alone in (read(*first), read(*second)):
        never_above(feelings(both), feelings(alone))
        never_above(
            {"intact": both.strength.intact, "sensory": both.conduction.sensory},
            {"intact": alone.strength.intact, "sensory": alone.conduction.sensory},
        )
        if kind == another or days < float(ATLAS.laws["sprouting"]["begin_days"]):
            never_above(powers(both), powers(alone))


@given(sites, sites, severities, severities)
def test_a_fresh_lesion_strikes_what_sprouts_took_after_an_old_one(
    here: str, there: str, one: float, other: float
) -> None:
    old = struck(here, days=400, severity=one)
    fresh = struck(there, days=3, severity=other)
    never_above(powers(read(*old, *fresh)), powers(read(*fresh)))


@given(st.lists(st.tuples(sites, harms, severities, times), min_size=2, max_size=3))
def test_the_order_of_lesions_says_nothing(
    lesions: list[tuple[str, str, float, float]],
) -> None:
    made = [struck(s, kind=k, severity=v, days=d)[0] for s, k, v, d in lesions]
    one, other = read(*made), read(*reversed(made))
    for name, values in (feelings(one) | powers(one) | amplitudes(one)).items():
        again = (feelings(other) | powers(other) | amplitudes(other))[name]
        np.testing.assert_allclose(values, again, atol=CLOSE)


# --- locality


def same(
    names: list[str], hit: frozenset[str] | set[str], one: np.ndarray, two: np.ndarray
) -> None:
    for i, name in enumerate(names):
        if name not in hit:
            assert np.array_equal(one[:, i], two[:, i]), name


@given(sites, harms, times, severities)
def test_nothing_changes_that_is_not_downstream(
    site: str, kind: str, days: float, severity: float
) -> None:
    seen, usual = read(*struck(site, kind=kind, days=days, severity=severity)), healthy()
    stretches, hit = the_listening().stretches, passing(site)
    spared = [c for c in range(len(stretches)) if int(stretches.bundle[c]) not in hit]
    assert (seen.state.present[:, spared] == 1).all()
    assert (seen.state.open[:, spared] == 1).all()
    assert (seen.state.delay_ms[:, spared] == 0).all()
    muscles = organs_hit(site, "alpha")
    of_muscles = list(the_universe().muscles)
    for part in ("strength", "intact", "units", "fibrillating", "adopted", "bulk", "drive"):
        same(of_muscles, muscles, getattr(seen.strength, part), getattr(usual.strength, part))
    moved = {name for name, m in ATLAS.movements.items() if muscles & set(m.shares)}
    same(list(ATLAS.movements), moved, seen.strength.movements, usual.strength.movements)
    for part, fibre in (("touch", "touch"), ("pin", "pin"), ("sweat", "sympathetic")):
        felt = organs_hit(site, fibre)  # type: ignore[arg-type]
        same(list(ATLAS.areas), felt, getattr(seen, part), getattr(usual, part))
    _same_studies(site, muscles, seen, usual)
    _same_reflexes(site, muscles, seen, usual)


def _same_studies(site: str, muscles: frozenset[str], seen: Everything, usual: Everything) -> None:
    universe, hit = the_universe(), passing(site)
    motor = {name for name, study in ATLAS.motor.items() if study.muscle in muscles}
    sensory = set()
    for name, study in ATLAS.sensory.items():
        columns = {universe.segment_index[s] for s in study.through}
        heard = {
            b
            for b, path in enumerate(universe.paths)
            if columns <= set(path.tolist()) and KINDS[universe.kind[b]] == "touch"
        }
        if heard & hit:
            sensory.add(name)
    for part in ("motor", "kept", "motor_speed"):
        one, two = getattr(seen.conduction, part), getattr(usual.conduction, part)
        same(list(ATLAS.motor), motor, one, two)
    for part in ("sensory", "sensory_speed"):
        one, two = getattr(seen.conduction, part), getattr(usual.conduction, part)
        same(list(ATLAS.sensory), sensory, one, two)
    late = {n for n, s in ATLAS.late.items() if s.muscle in muscles | organs_hit(site, "Ia")}
    same(list(ATLAS.late), late, seen.conduction.late, usual.conduction.late)


def _same_reflexes(site: str, muscles: frozenset[str], seen: Everything, usual: Everything) -> None:
    for i, reflex in enumerate(ATLAS.reflexes.values()):
        arrives = organs_hit(site, reflex.afferent.kind) & set(reflex.afferent.from_)
        if not arrives and not muscles & set(reflex.efferent):
            assert seen.reflexes[0, i] == pytest.approx(usual.reflexes[0, i], abs=CLOSE)


@given(st.sampled_from(EVERYWHERE), harms, times, severities, st.sampled_from(["left", "right"]))
def test_the_other_side_is_untouched(
    site: str, kind: str, days: float, severity: float, side: str
) -> None:
    seen = read(*struck(site, kind=kind, days=days, severity=severity, side=side))
    usual, other = healthy(), 1 if side == "left" else 0
    parts = {"signs": seen.signs, "tasks": seen.tasks, "autonomic": seen.autonomic}
    ours = feelings(seen) | powers(seen) | amplitudes(seen) | parts
    parts = {"signs": usual.signs, "tasks": usual.tasks, "autonomic": usual.autonomic}
    theirs = feelings(usual) | powers(usual) | amplitudes(usual) | parts
    for name, values in ours.items():
        assert np.array_equal(values[other], theirs[name][other]), name


@given(st.sampled_from(EVERYWHERE), harms, times, severities)
def test_both_sides_are_struck_alike(site: str, kind: str, days: float, severity: float) -> None:
    seen = read(*struck(site, kind=kind, days=days, severity=severity, side="both"))
    for values in (feelings(seen) | powers(seen) | amplitudes(seen)).values():
        np.testing.assert_allclose(values[0], values[1], atol=CLOSE)


# --- the ganglion


def central_of_the_ganglion() -> list[str]:
    """Sites that no sensory line meets at its cell body or beyond."""
    universe = the_universe()
    out = []
    for name in PLACED:
        columns = [universe.segment_index[s] for s in ATLAS.sites[name].strikes]
        place = universe.position[:, columns]
        touch = universe.kind == KINDS.index("touch")
        met = (place >= universe.cell_body[:, None]) & (place >= 0)
        if not met[touch].any():
            out.append(name)
    return out


CENTRAL = central_of_the_ganglion()


def test_which_sites_lie_on_the_central_side_of_the_ganglion() -> None:
    roots = {f"L5 root, {place}" for place in ("intraspinal", "foramen")}
    assert roots | {"cauda equina, lumbar canal", "central nervous system, brain"} <= set(CENTRAL)
    assert not {"L5 root, spinal nerve", "sural nerve, ankle"} & set(CENTRAL)


@given(st.sampled_from(CENTRAL), harms, times, severities)
def test_a_lesion_central_of_the_ganglion_lowers_no_sensory_amplitude(
    site: str, kind: str, days: float, severity: float
) -> None:
    seen = read(*struck(site, kind=kind, days=days, severity=severity))
    assert np.array_equal(seen.conduction.sensory, healthy().conduction.sensory)
    assert np.array_equal(seen.conduction.sensory_speed, healthy().conduction.sensory_speed)


def test_the_same_root_in_a_person_whose_ganglion_lies_in_the_canal() -> None:
    lesions = struck("L5 root, foramen", days=30)
    column = list(ATLAS.sensory).index("superficial fibular SNAP")
    seen = read(*lesions, variants=("ganglion in the canal",))
    assert seen.conduction.sensory[0, column] < 0.6
    assert read(*lesions).conduction.sensory[0, column] == pytest.approx(1)
