"""A report is no check list: it is loosened where hardly anybody is like it, and its silence speaks."""

import numpy as np
import pytest
from localized import ATLAS, CASES, SADDLE, finding, localize, observer_of

from lumbosacral import api
from lumbosacral.findings import case_from
from lumbosacral.inference.composed import PLAINER, Pairs, pair_bank
from lumbosacral.inference.evidence import gather
from lumbosacral.inference.posterior import Loosely, Posterior, posterior_of
from lumbosacral.inference.silence import untold
from lumbosacral.inference.table import table_of
from lumbosacral.population.blocks import the_catalogue
from lumbosacral.population.readings import NOT_THERE, STEPS
from lumbosacral.population.shelf import get_bank
from lumbosacral.wiring.listening import the_listening

LAW = ATLAS.observation["report"]


def weighed(name: str, *, silent: bool) -> Posterior:
    reading = api.read(case_from(dict(CASES[name])))
    observer = observer_of(reading)
    return posterior_of(observer, gather(observer, reading, "referral", silent=silent))


@pytest.mark.parametrize("name", CASES)
def test_only_a_report_is_loosened_and_no_more_than_is_needed(name: str) -> None:
    told, listed = weighed(name, silent=True), weighed(name, silent=False)
    assert listed.loosely is None
    assert told.loosely is not None
    exact = np.exp(told.log_weight - told.log_weight.max())
    alike = exact.sum() ** 2 / (exact**2).sum()
    assert told.weight.sum() == pytest.approx(1)
    if alike >= float(LAW["alike"]):
        assert told.weight == pytest.approx(exact / exact.sum(), abs=1e-6)
    else:
        assert alike < told.effective_sample_size <= float(LAW["alike"]) * 1.001


def test_what_was_told_counts_by_no_less_than_the_least_power() -> None:
    """One patient alone fits: he still weighs as much more than the others as the least power says."""
    base, log_weight = np.zeros(1000), np.zeros(1000)
    log_weight[0] = 40
    weight, power = Loosely(base, alike=30, least=0.5).weighed(log_weight)
    assert power == 0.5
    assert weight[0] / weight[1] == pytest.approx(np.exp(20), rel=1e-3)


def test_a_prior_is_not_loosened() -> None:
    """Where nothing was told, too few patients stay too few."""
    base = np.array([0.0, -5.0, -6.0])
    weight, _ = Loosely(base, alike=30, least=0.5).weighed(base.copy())
    assert weight == pytest.approx(np.exp(base) / np.exp(base).sum(), abs=1e-6)


def test_what_is_told_of_a_condition_is_that_of_a_like_one_but_for_its_own_rows() -> None:
    cells = get_bank("small").cells
    table, names = table_of(ATLAS, cells), list(ATLAS.conditions)
    own = {
        (given.condition, record.finding)
        for record in ATLAS.associations.values()
        for given in record.given
    }
    of = np.array([condition for condition, _ in cells])
    checked = 0
    for name, condition in ATLAS.conditions.items():
        if condition.told_as is None:
            continue
        mine = np.flatnonzero(of == names.index(name))
        like = np.flatnonzero(of == names.index(condition.told_as))
        assert len(mine)
        for record in ATLAS.associations.values():
            if record.by is not None or (condition.told_as, record.finding) not in own:
                continue
            row = table.chance[table.row[record.finding]]
            if (name, record.finding) not in own:
                assert np.allclose(row[mine], row[like][0])
                checked += 1
    assert checked > 100


def test_pain_of_the_back_alone_speaks_against_who_has_pain_of_the_leg_and_the_other_way_round() -> (
    None
):
    names, cells = list(ATLAS.conditions), get_bank("small").cells
    of = np.array([condition for condition, _ in cells])

    def untold_in(condition: str, *pains: str) -> float:
        findings = [finding("pain", name, "present", side="left") for name in pains]
        reading = api.read(case_from({"findings": findings}))
        log_chance = untold(observer_of(reading), reading)[of == names.index(condition)]
        return float(log_chance.mean())

    disc, back = "lumbar disc herniation, L4/5", "nonspecific low back pain"
    both, alone = untold_in(disc, "back pain", "leg pain"), untold_in(disc, "back pain")
    assert alone < both - 0.3
    assert untold_in(disc, "leg pain") < both - 0.3
    strain = untold_in(back, "back pain") - untold_in(back, "back pain", "leg pain")
    assert alone - both < strain - 0.1
    assert untold_in(disc, "back pain radiating to the leg") == pytest.approx(both)


def test_a_leg_is_called_weak_for_its_worst_part() -> None:
    """A torn femoral nerve makes a weak leg, though most muscles of the leg are strong."""
    cut = [
        finding("strength", "knee extension", "1"),
        finding("sensation", "anterior thigh", "absent"),
        finding("reflex", "patellar reflex", "absent"),
        finding("strength", "ankle dorsiflexion", "5"),
    ]
    weak = [*cut, finding("strength", "lower limb", "weak")]
    without, told = (localize({"side": "left", "findings": f}) for f in (cut, weak))
    assert told.ranking[0].structure == without.ranking[0].structure == "femoral nerve"
    assert told.explanation[-1].log_odds > -1


def test_pairs_read_as_their_two_patients_do() -> None:
    """Column by column and all at once, worked out anew from the readings of the two."""
    rng, listening = np.random.default_rng(5), the_listening()
    catalogue, small = the_catalogue(listening), get_bank("small")
    some = small.in_memory(np.sort(rng.choice(len(small), 40, replace=False)))
    first, second = rng.integers(40, size=200), rng.integers(40, size=200)
    pairs = Pairs(first, second, rng.random(200) < 0.5)
    bank = pair_bank(some, pairs, catalogue, listening.universe)
    who = rng.integers(200, size=50)
    for side in (0, 1):
        rows = bank.rows(side, who)
        for row, column in enumerate(catalogue.columns):
            assert (rows[row] == bank.column(side, row)[who]).all()
            if column.quantity == "movement":
                continue
            one = some.codes[side, row][first]
            same, crossed = (some.codes[leg, row][second] for leg in (side, 1 - side))
            other = np.where(pairs.flip, crossed, same)
            there = (one != NOT_THERE) & (other != NOT_THERE)
            if column.quantity in PLAINER:
                wanted = PLAINER[column.quantity](one[there].astype(float), other[there])
                got = bank.column(side, row)[there]
                assert np.abs(got - wanted).max(initial=0) <= 1
    assert STEPS < NOT_THERE


def test_the_two_lesions_of_pairs_are_named_as_they_come() -> None:
    listening, small = the_listening(), get_bank("small")
    some = small.in_memory(np.arange(30))
    first, second = np.arange(20), np.arange(10, 30)
    bank = pair_bank(
        some, Pairs(first, second, np.zeros(20, bool)), the_catalogue(listening), listening.universe
    )
    for k in range(20):
        condition, lesions = bank.cells[bank.cell[k]]
        one, two = some.cells[some.cell[first[k]]], some.cells[some.cell[second[k]]]
        assert condition == one[0]
        assert lesions == (*one[1][:1], *two[1][:1])


def test_a_loosened_answer_still_names_what_cannot_wait() -> None:
    assert any("cauda equina" in said.lower() for said in localize(SADDLE).warnings)
