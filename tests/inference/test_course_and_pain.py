"""What the course, the time since onset and the place of a pain say of a condition."""

import numpy as np
import pytest
from localized import ATLAS, finding, observer_of

from lumbosacral import api
from lumbosacral.findings import Reading, case_from
from lumbosacral.inference.associations import log_ratios, told
from lumbosacral.inference.likelihood import leg_log_likelihood
from lumbosacral.inference.silence import mentioned
from lumbosacral.inference.table import table_of
from lumbosacral.inference.times import at_time, time_weights
from lumbosacral.inference.who import of_beginning, of_course, of_time
from lumbosacral.population.patients import EPOCHS_DAYS
from lumbosacral.population.shelf import get_bank

CONDITIONS = list(ATLAS.conditions)
ONSET = np.array([c.onset for c in ATLAS.conditions.values()])
WEAK = finding("strength", "ankle dorsiflexion", "weak")
GRADUAL = finding("history", "gradual progressive course", "present")


def reading(*findings: object, **case: object) -> Reading:
    return api.read(case_from({"findings": list(findings), **case}))


def test_the_word_for_the_course_counts_once() -> None:
    told_twice = reading(WEAK, GRADUAL, course="progressive")
    assert told_twice.course == "progressive"
    assert np.array_equal(of_beginning(ATLAS, told_twice, 700.0), np.zeros(len(CONDITIONS)))
    said = reading(WEAK, course="progressive")
    assert np.array_equal(of_beginning(ATLAS, said, 700.0), of_course(ATLAS, "progressive"))
    unsaid = reading(WEAK, onset_text="2 years")
    assert np.array_equal(of_beginning(ATLAS, unsaid, 700.0), of_time(ATLAS, 700.0))


def test_an_illness_of_a_day_began_suddenly_and_one_of_years_did_not() -> None:
    day, years = of_time(ATLAS, 1.0), of_time(ATLAS, 1500.0)
    assert day[ONSET == "sudden"].min() > day[ONSET == "insidious"].max() + 1
    assert years[ONSET == "insidious"].min() > years[ONSET == "sudden"].max() + 1
    assert np.array_equal(of_time(ATLAS, None), np.zeros(len(CONDITIONS)))


def test_every_condition_has_a_chance_of_each_word_for_the_course() -> None:
    cells = get_bank("small").cells
    table = table_of(ATLAS, cells)
    of = np.array([ONSET[condition] for condition, _ in cells])
    for name, record in ATLAS.associations.items():
        if record.course is None:
            continue
        chance = table.chance[table.row[name]]
        assert not np.isnan(chance).any()
        own = {given.condition for given in record.given}
        bare = np.array([CONDITIONS[condition] not in own for condition, _ in cells])
        law = ATLAS.observation["onset"][record.course]
        for onset in set(of):
            kin = bare & (of == onset)
            assert not kin.any() or np.median(chance[kin]) == pytest.approx(float(law[onset]))


def test_what_came_insidiously_may_be_older_than_it_was_noticed() -> None:
    weights = time_weights(ATLAS, 3.0)
    assert weights.sum(1) == pytest.approx(1)
    at = EPOCHS_DAYS.index(3.0)
    assert weights[ONSET == "sudden"][:, at] == pytest.approx(1)
    late = float(ATLAS.observation["noticed"]["late"]["insidious"])
    assert weights[ONSET == "insidious"][:, at] == pytest.approx(1 - late)
    assert weights[:, :at].max() == 0
    then = at_time(ATLAS, get_bank("small"), 3.0)
    insidious = ONSET[then.condition] == "insidious"
    assert set(then.epoch[~insidious]) == {at}
    assert set(then.epoch[insidious]) == set(range(at, len(EPOCHS_DAYS)))


def test_pain_is_told_less_of_what_is_painless_or_has_its_pain_elsewhere() -> None:
    cells = get_bank("small").cells
    item = told(ATLAS, reading(finding("pain", "posterior thigh pain", "present")).understood[0])
    ratios = log_ratios(ATLAS, item, cells, report=True)[0]
    table = table_of(ATLAS, cells)
    bare = np.isnan(table.chance[table.row["posterior thigh pain"]])
    pains = ATLAS.observation["silence"]["pains"].values()
    own = table.most(frozenset(name for names in pains for name in names)) >= 0.5
    assert ratios[bare & own].max() < 0
    assert ratios[bare & (table.pained < 0.6)].max() < np.log(0.6) + 1e-9
    assert ratios[bare & ~own & (table.pained == 1)] == pytest.approx(0)
    listed = log_ratios(ATLAS, item, cells)[0]
    assert listed[bare] == pytest.approx(0)


def test_pain_in_a_territory_is_told_less_of_what_is_painless() -> None:
    bank = get_bank("small")
    one = reading(finding("pain", "dorsum of foot", "present"))
    row = leg_log_likelihood(observer_of(one), one.understood[0], 0)
    assert row is not None
    pained = table_of(ATLAS, bank.cells).pained[bank.cell]
    unhurt = bank.condition == CONDITIONS.index("muscular dystrophy")
    usual = bank.condition == CONDITIONS.index("retroperitoneal tumour")
    assert pained[unhurt].max() < pained[usual].min() == 1
    assert np.exp(row[unhurt]).mean() < 0.5 * np.exp(row[usual]).mean()


def test_who_tells_of_a_sensory_level_has_told_of_feeling() -> None:
    level = reading(WEAK, finding("sign", "sensory level", "positive"))
    assert ATLAS.areas.keys() <= mentioned(ATLAS, level)
    assert not ATLAS.areas.keys() & mentioned(ATLAS, reading(WEAK))
