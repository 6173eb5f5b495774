"""Groups of virtual patients with one lesion, and published figures to hold them against."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from validation.generator import drawn, structures_of, taken, usual
from validation.panels import needle

from lumbosacral.findings import Value
from lumbosacral.inference.likelihood import Observer, leg_log_likelihood
from lumbosacral.population.blocks import the_catalogue

SETTING = "emg-lab"
LOW = Value(word="normal", quantity="amplitude")
_TESTS = {
    "conduction": "ncs",
    "muscle": "emg",
    "movement": "strength",
    "reflex": "reflex",
    "area": "sensation",
}


@dataclass(frozen=True)
class Seen:
    """One published figure, k of n or a range, and the model's."""

    series: str
    what: str
    model: float
    count: tuple[int, int] | None = None
    range: tuple[float, float] | None = None
    kind: str = "CHECK"
    note: str = ""

    def row(self) -> str:
        """One line of the table."""
        if self.count is not None:
            k, n = self.count
            draws = np.random.default_rng(1).beta(k + 0.5, n - k + 0.5, 200_000)
            low, high = np.quantile(draws, [0.025, 0.975])
            low, high = (0.0 if k == 0 else low), (1.0 if k == n else high)
            said = f"{k} of {n}: {low:.2f}-{high:.2f}"
        else:
            low, high = self.range or (0, 1)
            said = f"{low:.2f}-{high:.2f}"
        verdict = "yes" if low <= self.model <= high else "NO"
        return f"| {self.kind} | {self.series} | {self.what} | {self.model:.2f} | {said} {self.note}| {verdict} |"


def group(
    n: int,
    seed: int,
    structure: str | None = None,
    conditions: tuple[str, ...] = (),
    setting: str = SETTING,
) -> Observer:
    """Patients of one structure, or of some conditions, as they come."""
    world = usual(setting)
    atlas, names = world.atlas, list(world.atlas.conditions)
    chance = world.prior.copy()
    if conditions:
        chance[[i for i, name in enumerate(names) if name not in conditions]] = 0
    elif structure is not None:
        able = [
            structure in str((r.structure, r.sites, r.combinations))
            for r in atlas.conditions.values()
        ]
        chance[~np.array(able)] = 0
    wanted = np.random.default_rng([seed, 17]).multinomial(n, chance / chance.sum())
    bank = drawn(world, wanted, seed)
    if structure is not None:
        of = structures_of(atlas, bank.cells)[bank.cell]
        bank = taken(bank, np.flatnonzero(of == list(atlas.structures).index(structure)))
    return Observer(atlas, the_catalogue(world.listening), bank, None)


def chance_of(
    observer: Observer, of: str, value: Value, kind: str = "conduction", modality: str = "any"
) -> NDArray[np.float64]:
    """Chance of a finding in each patient's index leg, [n]."""
    test = _TESTS[kind]
    asked = needle(of).finding(0)
    finding = replace(asked, test=test, kind=kind, value=value, modality=modality)
    row = leg_log_likelihood(observer, finding, 0)
    if row is None:
        raise ValueError(f"no reading for {of}")
    return np.exp(row.astype(np.float64))


def low(observer: Observer, of: str) -> float:
    """Share with a low or absent amplitude."""
    return float(1 - chance_of(observer, of, LOW).mean())


def value_of(observer: Observer, quantity: str, of: str) -> NDArray[np.float32]:
    return observer.values(quantity, of)[observer.codes(0, quantity, of)]
