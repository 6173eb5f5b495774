"""Age and sex count once where a history is of certain people."""

import numpy as np
import pytest
from localized import ATLAS, finding

from lumbosacral import api
from lumbosacral.findings import case_from
from lumbosacral.findings.cases.case import Patient
from lumbosacral.inference.associations import log_ratios, told
from lumbosacral.inference.who import of_finding, of_person
from lumbosacral.population.shelf import get_bank

MOTHER = Patient(age=30, sex="F")
RECORD = ATLAS.associations["labour and delivery"]


def _row(patient: Patient) -> dict[str, float]:
    """Log ratio of labour in each condition."""
    cells = get_bank("small").cells
    case = case_from({"findings": [finding("history", "labour and delivery", "present")]})
    (item,) = told(ATLAS, api.read(case).understood[0])
    ratios = log_ratios(ATLAS, [item], cells, patient)[0]
    names = list(ATLAS.conditions)
    return {names[c]: float(r) for (c, _), r in zip(cells, ratios, strict=True)}


def test_nobody_known_changes_nothing() -> None:
    by_condition, others = of_finding(ATLAS, RECORD, Patient())
    assert others == 0
    assert not by_condition.any()


def test_what_labour_says_age_and_sex_do_not_say_again() -> None:
    by_condition, others = of_finding(ATLAS, RECORD, MOTHER)
    assert by_condition + of_person(ATLAS, MOTHER) == pytest.approx(others)
    known, unknown = _row(MOTHER), _row(Patient())
    trunk = "obstetric lumbosacral trunk compression"
    palsy = "posture-related common fibular neuropathy"
    assert known[trunk] - known[palsy] < unknown[trunk] - unknown[palsy] - 1


def test_labour_of_an_old_man_is_hardly_believed() -> None:
    _, others = of_finding(ATLAS, RECORD, Patient(age=80, sex="M"))
    assert others < np.log(0.05)


def test_findings_without_people_stay() -> None:
    record = next(r for r in ATLAS.associations.values() if r.people is None)
    by_condition, others = of_finding(ATLAS, record, MOTHER)
    assert others == 0
    assert not by_condition.any()
