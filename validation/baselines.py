"""CHECK: three simple localizers on the same patients and answers.

All three are given what this project's atlas says of a complete lesion of every site in the typical adult; they differ
in what they make of it. None of them thinks of `no lesion` unless everything is normal, which helps them here, as
everybody in the cohort has a lesion.
"""

from dataclasses import dataclass
from functools import cache
from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from validation.batch import Asked, Shares, asked_of, whole
from validation.cohort import SETTING, Cohort, the_cohort
from validation.generator import Sample, usual
from validation.panels import Question, leg_chances, panels
from validation.scores import by_structure, scores_of

from lumbosacral.errors import LesionError, UnknownName
from lumbosacral.forward import read_everything
from lumbosacral.inference.likelihood import Observer
from lumbosacral.injury.clocks import Laws
from lumbosacral.injury.lesion import lesions_of, strokes_of
from lumbosacral.population.bank import Bank
from lumbosacral.population.blocks import the_catalogue
from lumbosacral.population.prior import structure_of_site
from lumbosacral.population.readings import values_of
from lumbosacral.wiring.legs import legs_of, typical_persons
from lumbosacral.wiring.listening import Listening, the_listening

COUNTED = {"root", "trunk", "plexus", "nerve"}
SUPPLIED = 0.8
"""A structure supplies what keeps less than this of itself when the structure is cut."""
WEAK = 13
"""Answers up to this one (4+) count as weak in the yes-or-no of the baselines."""
FLAT = 0.05
BY_CHANCE = 3
"""So many abnormal answers may stay unexplained: with none allowed, one slip among eighty would ruin the method."""
ABSENT = "no lesion"


@dataclass(frozen=True, eq=False)
class Expected:
    """What the typical adult shows after a complete lesion of each site.

    Attributes
    ----------
    structure : int array [S]
    abnormal : bool array [S, questions]
    supplied : bool array [S, questions]
    """

    structure: NDArray[np.intp]
    abnormal: NDArray[np.bool_]
    supplied: NDArray[np.bool_]
    usual_site: NDArray[np.bool_]


def _codes(listening: Listening, site: str) -> NDArray[np.uint8] | None:
    """Readings of both legs after a complete lesion of a site, [2, R]; None where it cannot be struck."""
    universe = listening.universe
    try:
        struck = lesions_of(universe.atlas, site, severity=1.0, kind="loss", days=30.0, side=None)
    except (UnknownName, LesionError):
        return None
    legs = legs_of(universe, typical_persons(universe), np.zeros(2, np.intp), np.arange(2))
    read = read_everything(listening, legs, strokes_of(universe, struck), Laws(universe.atlas.laws))
    return the_catalogue(listening).encode(values_of(read))


@cache
def expected() -> Expected:
    """Read every site of the atlas by the whole panel."""
    listening = the_listening()
    atlas, names = listening.universe.atlas, list(listening.universe.atlas.structures)
    read = {
        site: _codes(listening, site) for site in atlas.sites if structure_of_site(site) != ABSENT
    }
    sites = [site for site, codes in read.items() if codes is not None]
    healthy = np.stack([the_catalogue(listening).healthy] * 2)
    codes = np.stack([*(read[site] for site in sites), healthy]).transpose(1, 2, 0)
    sites.append(f"{ABSENT}, none")
    observer = Observer(atlas, the_catalogue(listening), _bank(codes), None)
    questions = [q for rows in panels().values() for q in rows]
    chance = [leg_chances(observer, q, q.leg)[q.normal] < 0.5 for q in questions]
    usual_sites = {s.usual_site for s in atlas.structures.values()}
    return Expected(
        structure=np.array([names.index(structure_of_site(site)) for site in sites]),
        abnormal=np.array(chance).T,
        supplied=np.array([_supplied(observer, q) for q in questions]).T,
        usual_site=np.array([site in usual_sites for site in sites]),
    )


def _bank(codes: NDArray[np.uint8]) -> Bank:
    n = codes.shape[2]
    nothing = np.zeros(n, np.uint8)
    weight, cell = np.ones(n, np.float32), np.zeros(n, np.uint16)
    return Bank(codes, nothing, nothing, nothing, nothing, nothing, weight, cell, nothing > 0, ())


def _supplied(observer: Observer, question: Question) -> NDArray[np.bool_]:
    """Whether a complete lesion of each site takes a fair part of what the question reads, [S]."""
    wanted = {"movement": ("movement",), "area": (question.modality,), "reflex": ("reflex",),
              "muscle": ("units",), "conduction": ("motor", "sensory", "late")}  # fmt: skip
    for quantity in wanted.get(question.kind, ()):
        column = observer.catalogue.index.get((quantity, question.of))
        if column is not None and not question.otherwise:
            values = observer.values(quantity, question.of)[
                observer.bank.column(question.leg, column)
            ]
            return np.asarray(values < SUPPLIED)
    return np.zeros(len(observer.bank), bool)


def found(step: Asked) -> NDArray[np.float32]:
    """Whether each answer counts as abnormal, [n, questions]."""
    rows = [
        given <= WEAK if q.test == "strength" else given != q.normal
        for q, given in zip(step.questions, step.answers, strict=True)
    ]
    return np.array(rows, np.float32).T


def shared_roots(abnormal: NDArray[np.float32], table: Expected, count: int) -> Shares:
    """Counting: of what is abnormal or supplied by a structure, the share that is both; the best structure wins."""
    kinds = [s.kind for s in usual(SETTING).atlas.structures.values()]
    rows = table.usual_site & np.array([kinds[s] in COUNTED for s in table.structure])
    supplied = table.supplied[rows].astype(np.float32)
    both = abnormal @ supplied.T
    either = abnormal.sum(1)[:, None] + supplied.sum(1) - both
    out = np.zeros((len(abnormal), count))
    out[:, table.structure[rows]] = both / np.maximum(either, 1)
    return out


def smallest_set(abnormal: NDArray[np.float32], table: Expected, count: int) -> Shares:
    """Smallest set of sites, one or two, that explains what is abnormal, but for what chance may add.

    Of sets of one size the one with the fewest answers against it. What is returned falls with the place of a
    structure in that order.
    """
    sites = [(i,) for i in range(len(table.structure))]
    pairs = [*sites, *combinations(range(len(table.structure)), 2)]
    union = np.array([table.abnormal[list(p)].any(0) for p in pairs], np.float32)
    size = np.array([len(p) for p in pairs])
    out = np.zeros((len(abnormal), count))
    for start in range(0, len(abnormal), 256):
        some = abnormal[start : start + 256]
        both = some @ union.T
        unexplained, contradicted = some.sum(1)[:, None] - both, union.sum(1) - both
        left = np.maximum(unexplained - BY_CHANCE, 0)
        key = left * 1e6 + size * 1e3 + contradicted + unexplained
        best = np.argsort(key, axis=1, kind="stable")[:, :400]
        for row, order in enumerate(best):
            members = [_first(some[row], table, pairs[p]) for p in order]
            distinct = list(dict.fromkeys(int(table.structure[m]) for m in members))
            out[start + row, distinct] = 1 / np.arange(1, len(distinct) + 1)
    return out


def _first(abnormal: NDArray[np.float32], table: Expected, sites: tuple[int, ...]) -> int:
    """Site of a set that explains the most."""
    return max(sites, key=lambda site: float(abnormal @ table.abnormal[site]))


def flat_noise(abnormal: NDArray[np.float32], table: Expected, count: int) -> Shares:
    """Bayes: every answer is wrong with 5 %, every structure as likely as another, and every site of it."""
    agree = abnormal @ table.abnormal.T + (1 - abnormal) @ (1 - table.abnormal.T)
    wrong = abnormal.shape[1] - agree
    sites = np.bincount(table.structure, minlength=count)
    log = agree * np.log(1 - FLAT) + wrong * np.log(FLAT) - np.log(sites[table.structure])
    weight = np.exp(log - log.max(1, keepdims=True))
    out = np.zeros((len(abnormal), count))
    np.add.at(out.T, table.structure, weight.T)
    return out / out.sum(1, keepdims=True)


BASELINES = {
    "shared-root counting": shared_roots,
    "smallest damaged set": smallest_set,
    "flat 5 % noise, equal priors": flat_noise,
}


def row(name: str, cohort: Cohort, shares: Shares, even: Shares | None, ece: bool) -> str:
    """One line of the table."""
    world, seen = usual(SETTING), cohort.natural.visible
    s = scores_of(shares[seen], cohort.natural.truth[seen], np.random.default_rng(1))
    mean = "-"
    if even is not None:
        each = by_structure(cohort.even, even, world.prior).values()
        mean = f"{np.mean([one for _, one, _ in each]):.1%}"
    return f"| CHECK | {name} | {s.n} | {s.top1:.1%} | {s.top3:.1%} | {mean} | {f'{s.ece:.3f}' if ece else '-'} |"


def _answers(sample: Sample) -> NDArray[np.float32]:
    return found(whole(asked_of(sample))["whole"])


def run(seed: int, n: int, each: int, size: str) -> str:
    """Markdown of the baselines beside ours, on the cohort after the whole panel."""
    cohort, table = the_cohort(n, each, seed, size), expected()
    count = len(usual(SETTING).atlas.structures)
    lines = [
        "| | localizer | patients | first right | in first three | mean over structures: first | ECE |",
        "|---|---|---|---|---|---|---|",
    ]
    name = list(cohort.answers)[-1]
    lines.append(row("this project", cohort, cohort.answers[name], cohort.even_answers[name], True))
    told = cohort.told[name]
    lines.append(
        row(
            "this project, told of a lesion as they are", cohort, told, cohort.even_told[name], True
        )
    )
    natural, even = _answers(cohort.natural), _answers(cohort.even)
    for words, method in BASELINES.items():
        shares, others = method(natural, table, count), method(even, table, count)
        lines.append(row(words, cohort, shares, others, method is flat_noise))
    return "\n".join(lines)
