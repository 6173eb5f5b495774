"""Base rates: as the atlas has them by setting, and with weights of the user's own."""

from collections.abc import Mapping
from math import isfinite

import numpy as np
from numpy.typing import NDArray

from lumbosacral.atlas.load import Atlas
from lumbosacral.atlas.names import resolve
from lumbosacral.errors import InputError
from lumbosacral.inference.answer import PriorChanged
from lumbosacral.population.prior import prior_of, settings

PEOPLE = 1000
"""Weights are read and shown per so many people with a complaint of the leg."""
LEAST = 1e-9
"""Share that a weight of 0 leaves, so that logarithms stay finite."""
MOST = 1e9
"""Largest weight that is read."""


def check_setting(atlas: Atlas, setting: str) -> None:
    """Refuse a setting without priors.

    Raises
    ------
    InputError
        With the settings there are.
    """
    if setting not in settings(atlas):
        known = ", ".join(settings(atlas))
        raise InputError(f"unknown setting {setting!r}", where="setting", mend=f"one of {known}")


def priors_by_setting(atlas: Atlas, setting: str | None = None) -> dict[str, dict[str, float]]:
    """Weight of every condition per 1000 people, by setting, the commonest first.

    Raises
    ------
    InputError
        If the setting is unknown.
    """
    if setting is not None:
        check_setting(atlas, setting)
    out = {}
    for name in settings(atlas) if setting is None else (setting,):
        shares = prior_of(atlas, name) * PEOPLE
        order = np.argsort(-shares, kind="stable")
        names = list(atlas.conditions)
        out[name] = {names[i]: round(float(shares[i]), 3) for i in order}
    return out


def with_changes(
    atlas: Atlas, setting: str, given: Mapping[str, object]
) -> tuple[NDArray[np.float64], tuple[PriorChanged, ...]]:
    """Prior of every condition with some weights changed, summing to 1, and what was changed.

    A weight stands beside those that the setting has per 1000 people; afterwards all are scaled to sum to 1.

    Raises
    ------
    UnknownName
        If a condition is not known, with the nearest ones.
    InputError
        If a weight is no number from 0 on, or nothing is left.
    """
    usual = prior_of(atlas, setting)
    weights, at = usual * PEOPLE, {name: i for i, name in enumerate(atlas.conditions)}
    aliases = {name: condition.aliases for name, condition in atlas.conditions.items()}
    changed: dict[str, PriorChanged] = {}
    for said, value in given.items():
        name = resolve(str(said)[:200], aliases, "condition")
        if name in changed:
            raise InputError(f"the prior of {name!r} stands twice", mend="keep one of them")
        weight, before = _weight(name, value), round(float(usual[at[name]] * PEOPLE), 3)
        weights[at[name]] = weight
        changed[name] = PriorChanged(condition=name, weight=weight, usual=before)
    if weights.sum() <= 0:
        raise InputError("every prior is 0", where="prior", mend="leave a weight above 0")
    share = np.maximum(weights / weights.sum(), LEAST)
    return np.asarray(share / share.sum()), tuple(changed.values())


def _weight(name: str, value: object) -> float:
    """Weight as a number.

    Raises
    ------
    InputError
        If it is none, or negative.
    """
    try:
        weight = float(str(value))
    except ValueError:
        weight = float("nan")
    if isinstance(value, bool) or not isfinite(weight) or not 0 <= weight <= MOST:
        raise InputError(
            f"the prior of {name!r} is {str(value)[:40]!r}",
            where="prior",
            mend=f"write a number from 0 on, per {PEOPLE} people",
        )
    return weight
