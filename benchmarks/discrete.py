"""A discretised copy of the model: sites, findings that are independent given the site, and the answer in numpy.

The chance of every word of every finding at every site is the mean over the patients of a bank, in a left leg.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from lumbosacral.findings import Patient, Reading, Understood, Value
from lumbosacral.inference.evidence import gather
from lumbosacral.inference.likelihood import Observer, leg_log_likelihood
from lumbosacral.population.blocks import the_catalogue
from lumbosacral.population.shelf import get_bank
from lumbosacral.wiring.listening import the_listening

Floats = NDArray[np.float64]
Ints = NDArray[np.intp]
GRADES = tuple(Value(grade=float(i)) for i in range(6))
WORDS = {
    "strength": GRADES,
    "sensation": tuple(Value(word=w) for w in ("normal", "reduced", "absent")),
    "reflex": tuple(Value(word=w) for w in ("normal", "reduced", "absent", "increased")),
    "ncs": tuple(Value(word=w) for w in ("normal", "reduced", "absent")),
    "emg": tuple(Value(word=w) for w in ("normal", "abnormal")),
}
NOT_SEEN = -1
TOGETHER = 512
FEW = 60
"""Fewer rows than this are gathered and added; more are a product with a vector of zeros and ones."""


@dataclass(frozen=True)
class Copy:
    """Prior of every site [S], and for each finding the chance of each of its values there, [values, S]."""

    sites: tuple[str, ...]
    findings: tuple[str, ...]
    prior: Floats
    chance: tuple[Floats, ...]

    def word(self, finding: int, value: int) -> str:
        """Return a value as a case writes it."""
        said = WORDS[self.findings[finding].split(" ", 1)[0]][value]
        return said.word if said.grade is None else f"{said.grade:.0f}"


def asked() -> list[tuple[str, str, str]]:
    """Findings of the copy: test, kind and name."""
    atlas = the_listening().universe.atlas
    rows = [("strength", "movement", name) for name in atlas.movements]
    rows += [("sensation", "area", name) for name in atlas.areas]
    rows += [("reflex", "reflex", name) for name in atlas.reflexes]
    rows += [("ncs", "conduction", name) for name in (*atlas.motor, *atlas.sensory)]
    return rows + [("emg", "muscle", name) for name in list(atlas.supply)[::3]]


def copied(size: str) -> Copy:
    """Lay the copy out."""
    listening = the_listening()
    bank = get_bank(size)
    observer = Observer(listening.universe.atlas, the_catalogue(listening), bank, None)
    empty = Reading((), (), (), Patient(), None, None, "left")
    base = gather(observer, empty, "referral", silent=False).base[0].astype(float)
    weight = np.exp(base - base.max())
    names = [lesions[0].site if lesions else "nowhere" for _, lesions in bank.cells]
    sites, of_cell = np.unique(names, return_inverse=True)
    site = of_cell[bank.cell]
    mass = np.bincount(site, weight, len(sites))
    held = mass > 0
    rows = asked()
    chance = [_chance(observer, row, site, weight, mass)[:, held] for row in rows]
    return Copy(
        tuple(sites[held].tolist()),
        tuple(f"{test} {name}" for test, _, name in rows),
        mass[held] / mass.sum(),
        tuple(chance),
    )


def _chance(
    observer: Observer, row: tuple[str, str, str], site: Ints, weight: Floats, mass: Floats
) -> Floats:
    """Mean chance of each value at each site, [values, S]; the values of a finding sum to 1."""
    test, kind, name = row
    said = Understood(0, name, test, kind, (name,), (1.0,), "one", "any", Value(), "left")
    means = []
    for value in WORDS[test]:
        log = leg_log_likelihood(observer, replace(said, value=value), 0)
        assert log is not None, row
        means.append(np.bincount(site, weight * np.exp(log.astype(float)), len(mass)))
    total = np.array(means) / np.maximum(mass, 1e-300)
    return np.asarray(total / total.sum(0))


@dataclass(frozen=True)
class Quick:
    """Our way: log chances of all values of all findings, one under the other, and a last row for what was not seen.

    Attributes
    ----------
    start : int array [F]
    log : float array [values of all + 1, S]
    log_prior : float array [S]
    ones : float array
        To sum by a product.
    """

    start: Ints
    log: Floats
    log_prior: Floats
    ones: Floats

    @classmethod
    def of(cls, copy: Copy) -> "Quick":
        """Take the logs once."""
        sizes = [len(c) for c in copy.chance]
        start = np.concatenate([[0], np.cumsum(sizes)[:-1]])
        rows = [*copy.chance, np.ones((1, len(copy.prior)))]
        return cls(
            start,
            np.log(np.ascontiguousarray(np.concatenate(rows))),
            np.log(copy.prior),
            np.ones(1000),
        )

    def rows(self, values: Ints) -> Ints:
        """Row of the log chances for each value, [..., F]; a value below 0 was not seen."""
        return np.where(values < 0, len(self.log) - 1, self.start + values)

    def one(self, values: Ints) -> Floats:
        """Posterior of one case, [S]."""
        seen = (values >= 0).nonzero()[0]
        rows = self.start[seen] + values[seen]
        if len(rows) < FEW:
            weight = self.ones[: len(rows)].dot(self.log.take(rows, 0))
        else:
            chosen = np.zeros(len(self.log))
            chosen[rows] = 1
            weight = chosen.dot(self.log)
        weight += self.log_prior
        weight -= weight[weight.argmax()]
        np.exp(weight, out=weight)
        weight /= weight.dot(self.ones[: len(weight)])
        return weight

    def many(self, values: Ints) -> Floats:
        """Posterior of n cases [n, F], some at a time as one product of matrices, [n, S]."""
        out = np.empty((len(values), len(self.log_prior)))
        chosen = np.zeros((TOGETHER, len(self.log)))
        for at in range(0, len(values), TOGETHER):
            rows, here = self.rows(values[at : at + TOGETHER]), out[at : at + TOGETHER]
            flat = (rows + np.arange(len(rows))[:, None] * len(self.log)).reshape(-1)
            chosen.reshape(-1)[flat] = 1
            np.matmul(chosen[: len(rows)], self.log, out=here)
            chosen.reshape(-1)[flat] = 0
            here += self.log_prior
            here -= here.max(1, keepdims=True)
            np.exp(here, out=here)
            here /= here.sum(1, keepdims=True)
        return out


def drawn(copy: Copy, n: int, seen: float, rng: np.random.Generator) -> Ints:
    """Values of n virtual cases, [n, F]; of each finding with a chance only."""
    site = rng.choice(len(copy.prior), n, p=copy.prior)
    out = np.empty((n, len(copy.chance)), np.intp)
    for f, chance in enumerate(copy.chance):
        edges = np.cumsum(chance, 0)[:, site]
        out[:, f] = np.minimum((rng.random(n) > edges).sum(0), len(chance) - 1)
    out[rng.random(out.shape) >= seen] = NOT_SEEN
    return out
