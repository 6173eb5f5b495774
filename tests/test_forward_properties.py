"""What must hold of every lesion, wherever it sits: order, locality, independence, the clocks."""

from functools import cache
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lumbosacral.atlas.load import load_atlas
from lumbosacral.atlas.records import KINDS, FibreKind
from lumbosacral.forward import Everything
from lumbosacral.injury.lesion import Lesion, lesions_of
from lumbosacral.lesioned import read_lesions
from lumbosacral.wiring.legs import Legs, draw_persons, legs_of, typical_persons
from lumbosacral.wiring.listening import the_listening
from lumbosacral.wiring.universe import the_universe

ATLAS = load_atlas()
PLACED = tuple(name for name, site in ATLAS.sites.items() if site.strikes)
EVERYWHERE = tuple(ATLAS.sites)
HARMS = ("loss", "transection", "block", "demyelination", "ischaemia")
CLOSE = 1e-5  # sums of shares in float32

sites = st.sampled_from(PLACED)
harms = st.sampled_from(HARMS)
severities = st.floats(0, 1, width=32)
times = st.one_of(st.sampled_from([0.0, 1.0, 3.0, 10.0, 60.0, 180.0]), st.floats(0, 2000, width=32))
sides = st.sampled_from(["left", "right", "both"])


def struck(site: str, **how: object) -> tuple[Lesion, ...]:
    return lesions_of(ATLAS, site, **({"side": "left"} | how))  # type: ignore[arg-type]


def read(*lesions: Lesion, variants: tuple[str, ...] = ()) -> Everything:
    """Both legs of a typical adult; leg 0 is left."""
    return read_lesions(the_listening(), lesions, variants).everything


@cache
def healthy() -> Everything:
    return read()


@cache
def passing(site: str) -> frozenset[int]:
    """Bundles that a lesion of the site meets, from their paths alone."""
    universe = the_universe()
    hit = set(ATLAS.sites[site].strikes)
    return frozenset(
        b
        for b, path in enumerate(universe.paths)
        if hit & {universe.segments[segment] for segment in path}
    )


@cache
def organs_hit(site: str, kind: FibreKind) -> frozenset[str]:
    universe = the_universe()
    return frozenset(
        universe.ways[universe.way[b]].organ
        for b in passing(site)
        if KINDS[universe.kind[b]] == kind
    )


def feelings(seen: Everything) -> dict[str, np.ndarray]:
    return {"touch": seen.touch, "pin": seen.pin, "sweat": seen.sweat}


def powers(seen: Everything) -> dict[str, np.ndarray]:
    return {"muscles": seen.strength.strength, "movements": seen.strength.movements}


def amplitudes(seen: Everything) -> dict[str, np.ndarray]:
    return {"motor": seen.conduction.motor, "sensory": seen.conduction.sensory}


def never_above(one: dict[str, np.ndarray], other: dict[str, np.ndarray]) -> None:
    for name, values in one.items():
        excess = float((values - other[name]).max())
        assert excess <= CLOSE, f"{name}: {excess}"


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
    for name, values in (feelings(seen) | powers(seen) | amplitudes(seen)).items():
        assert np.array_equal(
            values, (feelings(usual) | powers(usual) | amplitudes(usual))[name]
        ), name
    assert (state.delay_ms >= 0).all()
    assert (seen.conduction.motor_speed <= usual.conduction.motor_speed).all()
    assert (seen.conduction.sensory_speed <= usual.conduction.sensory_speed).all()


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
