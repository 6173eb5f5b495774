"""Where the weights of conditions come from, and the one label that each patient has."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lumbosacral.atlas.described import Condition
from lumbosacral.atlas.load import Atlas


def counted_settings(atlas: Atlas) -> tuple[str, ...]:
    """Settings for which every condition has a weight of its own."""
    return tuple(dict.fromkeys(s for c in atlas.conditions.values() for s in c.prior))


def settings(atlas: Atlas) -> tuple[str, ...]:
    """Every setting that has a prior, those that are derived from another first."""
    return (*atlas.observation["settings"], *counted_settings(atlas))


def prior_of(atlas: Atlas, setting: str) -> NDArray[np.float64]:
    """Prior of each condition in a setting, in the order of the atlas, summing to 1.

    A derived setting takes the weights of another to a power, and some structures less often: what is common, or
    plainly no nerve, is less often thought worth a question.
    """
    derived = atlas.observation["settings"].get(setting, {"of": setting, "power": 1, "share": {}})
    conditions, share = atlas.conditions.values(), derived["share"]
    weights = np.array([c.prior.get(derived["of"], 0.0) for c in conditions])
    weights = weights ** float(derived["power"])
    weights *= [float(share.get(c.structure, 1)) for c in conditions]
    return np.asarray(weights / weights.sum())


def allocation(atlas: Atlas) -> NDArray[np.float64]:
    """Share of the bank given to each condition: rare ones are stratified up.

    The square root of the mean prior over settings, with a floor, so that every site is represented; importance
    weights (prior over share) make the prior explicit.
    """
    mean = np.mean([prior_of(atlas, s) for s in counted_settings(atlas)], axis=0)
    spread = np.array([np.sqrt(max(1, len(_places(c)))) for c in atlas.conditions.values()])
    share = np.sqrt(mean) * spread
    share = np.maximum(share, 0.4 * share.mean())
    return np.asarray(share / share.sum())


def _places(condition: Condition) -> list[str]:
    return [*condition.sites, *(s for c in condition.combinations for s in c.sites)]


@dataclass(frozen=True)
class Named:
    """One lesion of a patient as it is named in an answer."""

    structure: str
    site: str


def structure_of_site(site: str) -> str:
    """Structure that a canonical site name begins with."""
    return site.split(", ", 1)[0]


def label(atlas: Atlas, condition: Condition, sites: tuple[str, ...]) -> tuple[Named, ...]:
    """Lesions of a patient by the total function of names: the condition's own structure, else the places.

    Parameters
    ----------
    atlas : Atlas
    condition : Condition
    sites : tuple of str
        Sites struck on the worse side, the most damaging first.
    """
    if condition.structure is not None:
        own = [s for s in sites if structure_of_site(s) == condition.structure]
        usual = atlas.structures[condition.structure].usual_site
        place = own[0] if own else usual or condition.structure
        return (Named(condition.structure, place),)
    structures = dict.fromkeys(structure_of_site(s) for s in sites)
    first_site = {structure_of_site(s): s for s in reversed(sites)}
    return tuple(Named(s, first_site[s]) for s in structures)[:2]
