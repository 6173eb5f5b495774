"""Strength and feeling that are there and not given: what follows from them changes, what needs no effort does not."""

import numpy as np
import pytest

from lumbosacral.examination.signs import gait_amounts, task_margins
from lumbosacral.population.blocks import the_catalogue
from lumbosacral.population.shelf import get_bank
from lumbosacral.wiring.listening import the_listening

UNIVERSE = the_listening().universe
ATLAS = UNIVERSE.atlas
CATALOGUE = the_catalogue(the_listening())
EFFORTLESS = {"reflex", "autonomic", "motor", "kept", "motor speed", "sensory", "sensory speed", "late",
              "fibrillating", "units", "remodelled"}  # fmt: skip
WITHHOLDING = [n for n, c in ATLAS.conditions.items() if c.pattern == "none" and c.pain_inhibition]


def mine(condition: str) -> np.ndarray:
    return np.flatnonzero(get_bank("small").condition == list(ATLAS.conditions).index(condition))


def values(quantity: str, name: str, who: np.ndarray, leg: int = 0) -> np.ndarray:
    row = CATALOGUE.index[quantity, name]
    return np.asarray(
        CATALOGUE.columns[row].decode()[get_bank("small").rows(leg, who)[row]], np.float32
    )


@pytest.mark.parametrize("condition", WITHHOLDING)
def test_tasks_gait_and_signs_follow_the_strength_that_is_given(condition: str) -> None:
    who, names = mine(condition), list(ATLAS.movements)
    strength = np.stack([values("movement", name, who) for name in names], axis=1)
    assert strength.min() < 0.9
    margins = np.clip(task_margins(ATLAS.tasks, names, strength), -1, 2)
    for i, name in enumerate(ATLAS.tasks):
        assert values("task", name, who) == pytest.approx(margins[:, i], abs=0.06)
    amounts = gait_amounts(ATLAS.gaits, names, strength, np.zeros(len(who), np.float32))
    for i, (name, gait) in enumerate(ATLAS.gaits.items()):
        if gait.sides == "one":
            assert values("gait", name, who) == pytest.approx(amounts[:, i], abs=0.02)
    for name, sign in ATLAS.signs.items():
        if sign.reads == "movement":
            lost = 1 - strength[:, names.index(str(sign.movement))]
            assert values("sign", name, who) == pytest.approx(lost, abs=0.02)


@pytest.mark.parametrize("condition", WITHHOLDING)
def test_what_needs_no_effort_is_as_in_health(condition: str) -> None:
    who = mine(condition)
    for column in CATALOGUE.columns:
        if column.quantity in EFFORTLESS:
            row = CATALOGUE.index[column.quantity, column.of]
            codes = get_bank("small").rows(0, who)[row]
            assert set(codes.tolist()) == {int(CATALOGUE.healthy[row])}, column


def test_the_other_leg_withholds_what_the_first_does_where_both_do() -> None:
    who = mine("functional weakness")
    both = get_bank("small").both[who]
    for quantity, name in (("movement", "hip flexion"), ("touch", "dorsum of foot")):
        one, other = (values(quantity, name, who, leg) for leg in (0, 1))
        assert one.min() < 0.5
        assert other[both] == pytest.approx(one[both])
        assert other[~both].min() == pytest.approx(1)


def test_a_torn_gluteal_tendon_shows_as_the_pelvis_that_drops() -> None:
    sign = ATLAS.signs["Trendelenburg sign"]
    torn = values("sign", "Trendelenburg sign", mine("torn gluteal tendons"))
    assert (torn > sign.threshold).mean() > 0.5


def test_what_is_withheld_and_what_an_illness_is_known_by_are_names_of_the_atlas() -> None:
    for name, condition in ATLAS.conditions.items():
        for law, known in (
            (condition.pain_inhibition, set(UNIVERSE.muscles)),
            (condition.unfelt, set(ATLAS.areas)),
        ):
            for group in law.groups if law is not None else ():
                assert set(group) <= known, name
    for marks in ATLAS.observation["silence"]["marks"]:
        assert set(marks) <= ATLAS.associations.keys()


def test_what_is_long_unused_wastes_and_what_is_only_not_shown_does_not() -> None:
    bank = get_bank("small")
    late = (
        bank.epoch >= bank.epoch.max() - 1
    )  # of one time alone too few patients of the small bank
    thigh = "wasting of the quadriceps"

    def thin(condition: str) -> float:
        who = mine(condition)
        return float((values("sign", thigh, who[late[who]]) > ATLAS.signs[thigh].threshold).mean())

    assert thin("torn quadriceps or patellar tendon") > 0.6
    assert 0.02 < thin("knee joint or quadriceps mechanism disease") < 0.4
    assert thin("functional weakness") == 0
