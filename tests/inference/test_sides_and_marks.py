"""Which leg a report is about, what an illness is known by, and what shows outside the leg."""

from dataclasses import replace

import numpy as np
import pytest
from localized import ATLAS, finding, observer_of

from lumbosacral import api
from lumbosacral.findings import Reading, case_from
from lumbosacral.inference.evidence import gather, sided
from lumbosacral.inference.legs import both_rows, of_legs
from lumbosacral.inference.one_sided import leg_told_of
from lumbosacral.inference.silence import untold
from lumbosacral.population.shelf import get_bank

CONDITIONS = list(ATLAS.conditions)


def read(line: str) -> Reading:
    (case,) = api.cases_of(line)
    return api.read(case)


@pytest.mark.parametrize(
    ("line", "leg"),
    [
        ("left TA 2, left dorsum of foot numb", "left"),
        ("right TA 2, left patellar reflex normal", "right"),
        ("right Achilles reflex absent, both patellar reflexes reduced", "right"),
        ("left buttock pain", "left"),
        ("left hip extension 3, right great toe extension 4", "unknown"),
        ("Achilles reflex absent both, sole pain both", "both"),
        ("left TA 5", "unknown"),
        ("left foot drop, right hip replaced", "unknown"),
    ],
)
def test_the_leg_of_a_report_is_that_of_its_what_it_tells(line: str, leg: str) -> None:
    assert leg_told_of(sided(read(line))) == leg


def test_only_a_report_takes_its_side_from_what_it_tells() -> None:
    """A check list asks of both legs anyway; a side that was given stays."""
    reading = read("left hip extension 3")
    observer = observer_of(reading)
    told = gather(observer, reading, "clinic", silent=True).base
    listed = gather(observer, reading, "clinic", silent=False).base
    given = gather(observer, replace(reading, side="left"), "clinic", silent=False).base
    assert np.array_equal(told, given)
    assert np.array_equal(listed[0], listed[1])
    one = ~observer.bank.both
    law = float(ATLAS.observation["side"]["given"])
    assert (told[0] - told[1])[one] == pytest.approx(np.log(law / (1 - law)), abs=1e-4)


def test_an_illness_none_of_whose_marks_is_told_is_less_likely() -> None:
    cells = get_bank("small").cells
    of = np.array([condition for condition, _ in cells])
    weak = finding("strength", "knee extension", "weak")
    marked = [weak, finding("sign", "Hoover sign", "positive")]
    readings = (api.read(case_from({"findings": found})) for found in ([weak], marked))
    without, told = (untold(observer_of(reading), reading) for reading in readings)
    change = told - without
    mine = of == CONDITIONS.index("functional weakness")
    law = ATLAS.observation["silence"]["told"]
    most = max(
        given.chance
        for name in ATLAS.observation["silence"]["marks"][0]
        for given in ATLAS.associations[name].given
        if given.condition == "functional weakness"
    )
    assert change[mine] == pytest.approx(-np.log1p(-float(law["marks"]) * most))
    assert change[mine].min() > change[~mine].max()


def test_feeling_lost_outside_the_leg_speaks_for_what_harms_fibres_of_feeling() -> None:
    bank = get_bank("small")

    def chance(test: str, value: str, name: str) -> float:
        case = case_from({"findings": [finding(test, "trunk", value)]})
        reading = api.read(case)
        assert reading.understood[0].kind == "elsewhere"
        rows = gather(observer_of(reading), reading, "clinic", silent=False).rows
        mine = np.flatnonzero(bank.condition == CONDITIONS.index(name))
        return float(np.exp(np.asarray(rows[0])[0, mine[0]]))

    usual = float(ATLAS.observation["elsewhere"]["usual"])
    assert chance("sensation", "abnormal", "motor neuron disease") == pytest.approx(usual)
    assert chance("strength", "weak", "motor neuron disease") == pytest.approx(0.7)
    assert chance("sensation", "abnormal", "spinal cord lesion") > 5 * usual


def test_what_is_found_of_an_organ_in_the_midline_is_found_once() -> None:
    def both(test: str, of: str) -> tuple[np.ndarray, np.ndarray]:
        case = {"findings": [finding(test, of, "absent", side="both")]}
        (one,) = api.read(case_from(case)).understood
        observer = observer_of(api.read(case_from(case)))
        rows = both_rows(observer, one), of_legs(observer, replace(one, sides="left"))
        assert rows[0] is not None
        assert rows[1] is not None
        legs = [row.laid_out() for row in rows[1]]
        return rows[0][0].laid_out(), sum(legs[1:], legs[0])

    once, two = both("strength", "external anal sphincter")
    assert np.allclose(once, two / 2, atol=1e-5)
    once, two = both("reflex", "Achilles reflex")
    assert np.allclose(
        once, two / float(ATLAS.observation["group"]["both_sides_divisor"]), atol=1e-5
    )
