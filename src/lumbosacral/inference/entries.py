"""Entries of a ranking: what each patient has as an answer names it, with its share, kind and severity."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from lumbosacral.inference.answer import LesionNamed, Ranked, Severity
from lumbosacral.inference.likelihood import Observer
from lumbosacral.inference.posterior import Posterior
from lumbosacral.population.bank import Bank
from lumbosacral.population.prior import Named

Floats = NDArray[np.float64]
Indices = NDArray[np.intp]
LISTED = 10
SMALLEST = 0.005
SIDE_NAMES = ("left", "right", "both", "unknown")
STEPS = 250
"""Steps in which the bank keeps shares."""
QUANTILES = (0.1, 0.5, 0.9)
WORDS = (
    (0.05, "hardly any"),
    (0.4, "mild"),
    (0.7, "moderate"),
    (0.95, "severe"),
    (2.0, "complete"),
)
"""Word for the share of fibres harmed below each bound (judgement)."""


@dataclass(frozen=True, eq=False)
class Entries:
    """Labels of the patients that count: of each its kind, and of each kind its entry.

    Attributes
    ----------
    what : list of tuples of str
        Structures of each cell of the bank, sorted by name.
    sets : list of tuples of str
        The same, each once.
    names : tuple of str
        Structures of the atlas.
    kind : int array [K]
        4 * cell + side.
    mass : float64 array [4 * cells]
        Weight of each kind.
    entry_of : int array [4 * cells]
        Entry of each kind: 4 * set + side.
    in_order : bool array [4 * cells]
        Whether the lesions of a kind stand in the order of its entry.
    share : float64 array [4 * sets]
    structure_of : int array [4 * sets]
        Structure of the first lesion of each entry, as an index into `names`.
    order : int array [4 * sets]
        Entries, the likeliest first.
    """

    what: list[tuple[str, ...]]
    sets: list[tuple[str, ...]]
    names: tuple[str, ...]
    kind: Indices
    mass: Floats
    entry_of: Indices
    in_order: NDArray[np.bool_]
    share: Floats
    structure_of: Indices
    order: Indices

    @cached_property
    def entry(self) -> Indices:
        """Entry of each patient, [K]."""
        return np.take(self.entry_of, self.kind)

    @cached_property
    def structure(self) -> Indices:
        """Structure of the first lesion of each patient's entry, [K]."""
        return np.take(np.take(self.structure_of, self.entry_of), self.kind)

    @cached_property
    def first(self) -> NDArray[np.bool_]:
        """Patients of the first entry, [K]."""
        return np.asarray(self.entry == self.order[0])

    @property
    def by_structure(self) -> Floats:
        """Probability of each structure of the atlas."""
        shares = np.bincount(self.structure_of, self.share, minlength=len(self.names))
        return np.asarray(shares, np.float64)

    @property
    def listed(self) -> list[int]:
        """Entries worth listing: at least one."""
        few = [int(e) for e in self.order[:LISTED] if self.share[e] >= SMALLEST]
        return few or [int(self.order[0])]


def entries_of(observer: Observer, posterior: Posterior, *, known: bool) -> Entries:
    """Label every patient that counts; `known`: whether the case names a side.

    Two lesions are one entry whichever explains more; the one that does in most of its patients stands first.
    """
    bank: Bank = observer.bank
    said = [tuple(x.structure for x in key[1]) or ("no lesion",) for key in bank.cells]
    what = [tuple(sorted(w)) for w in said]
    sets = sorted(set(what))
    number = {structures: i for i, structures in enumerate(sets)}
    kind = kinds_of(bank, posterior, known=known)
    mass = posterior.by(kind, 4 * len(bank.cells))
    of_cell = np.array([number[w] for w in what], np.intp)
    entry = (4 * of_cell[:, None] + np.arange(4)).ravel()
    share = np.asarray(np.bincount(entry, mass, minlength=4 * len(sets)), np.float64)
    names = tuple(observer.atlas.structures)
    turned = np.repeat([w != s for w, s in zip(said, what, strict=True)], 4)
    leads = 2 * np.bincount(entry, mass * turned, minlength=len(share)) > share
    structure = _firsts(names, sets, leads)
    order = np.argsort(-share, kind="stable")
    in_order = turned == leads[entry]
    return Entries(what, sets, names, kind, mass, entry, in_order, share, structure, order)


def kinds_of(bank: Bank, posterior: Posterior, *, known: bool) -> Indices:
    """Kind of each patient that counts, 4 * cell + side, [K]."""
    usual = np.where(bank.both, 2, 0 if known else 3)
    kind = np.take(4 * bank.cell.astype(np.intp) + usual, posterior.patient)
    if known:
        kind += posterior.way * ~np.take(bank.both, posterior.patient)
    return kind


def _firsts(
    names: tuple[str, ...], sets: list[tuple[str, ...]], turned: NDArray[np.bool_]
) -> Indices:
    """Structure of the first lesion of each entry; of `turned` ones that is the last by name."""
    place = {name: i for i, name in enumerate(names)}
    ends = np.array([(place[s[0]], place[s[-1]]) for s in sets])
    return np.asarray(ends[np.arange(len(turned)) // 4, turned.astype(np.intp)], np.intp)


def rounded(value: float) -> float:
    """Round a probability for print."""
    return round(float(value), 6)


def interval_of(share: float, size: float) -> tuple[float, float]:
    """Monte Carlo 95 % interval of a probability from so many effective patients (Wilson)."""
    n, z = max(size, 1.0), 1.96
    centre = (share + z * z / (2 * n)) / (1 + z * z / n)
    half = z * np.sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    return rounded(max(0.0, centre - half)), rounded(min(1.0, centre + half))


def ranked(observer: Observer, posterior: Posterior, entries: Entries, entry: int) -> Ranked:
    """One entry of the ranking."""
    bank, mine = observer.bank, np.flatnonzero(entries.entry == entry)
    weight, patient = posterior.weight[mine], posterior.patient[mine]
    own = (entries.entry_of == entry) & entries.in_order
    likeliest = int((entries.mass * own).argmax()) // 4
    structures, side = entries.sets[entry // 4], SIDE_NAMES[entry % 4]
    lesions = bank.cells[likeliest][1] or (Named(structures[0], f"{structures[0]}, none"),)
    loss = float((bank.loss[patient] * weight).sum() / (STEPS * weight.sum()))
    severity = severity_of(bank.severity[patient], weight)
    kind = "none" if severity is None else _kind(loss)
    named = tuple(
        LesionNamed(structure=x.structure, site=x.site, side=side, kind=kind) for x in lesions
    )
    share = float(weight.sum())
    return Ranked(
        lesions=named,
        structure=named[0].structure,
        site=named[0].site,
        side=side,
        probability=rounded(share),
        interval=interval_of(share, posterior.effective_sample_size),
        severity=severity,
    )


def severity_of(harmed: NDArray[np.uint8], weight: Floats) -> Severity | None:
    """Median share harmed with its 80 % interval; None where nobody of the entry has a fibre harmed.

    Parameters
    ----------
    harmed : uint8 array [k]
        In steps, as the bank keeps it.
    """
    edges = np.cumsum(np.bincount(harmed, weight))
    if edges[0] >= edges[-1]:
        return None
    at = np.searchsorted(edges, np.array(QUANTILES) * edges[-1])
    low, median, high = (float(x) / STEPS for x in np.minimum(at, len(edges) - 1))
    word = next(word for bound, word in WORDS if median < bound)
    return Severity(median=rounded(median), interval=(rounded(low), rounded(high)), word=word)


def _kind(loss: float) -> str:
    if loss > 0.66:
        return "axon loss"
    return "conduction block" if loss < 0.33 else "mixed"


def other(share: float) -> Ranked:
    """The last entry: everything that is not listed."""
    left = rounded(max(share, 0.0))
    return Ranked(
        lesions=(), structure="other", site="other", side="other", probability=left,
        interval=(left, left),
    )  # fmt: skip
