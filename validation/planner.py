"""CHECK: needle muscles chosen one by one for what they are expected to tell, against fixed screens.

After the routine examination, on the index leg. The choice is that of `next_tests` (information about the structure,
among muscles, all at one price); here it is worked out on rows that are kept for all patients.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from validation.batch import asked_of, heard, rows_of, the_observer
from validation.cohort import SETTING
from validation.generator import Sample, sample, structures_of
from validation.panels import NEEDLED, SCREEN_OF_SIX, answered, leg_chances, needle

from lumbosacral.inference.likelihood import Observer
from lumbosacral.inference.plan import entropy, resampled
from lumbosacral.inference.posterior import Posterior, normalised, posterior_of

MOST = 10
MARGIN = 0.03
KEPT = 16_384
"""So many points stand for the posterior after the examination; a light patient of the bank is met in proportion."""
REACHED = (
    "iliacus", "adductor longus", "vastus lateralis", "vastus medialis", "rectus femoris",
    "tensor fasciae latae", "gluteus medius", "gluteus maximus", "semitendinosus",
    "biceps femoris, long head", "biceps femoris, short head", "tibialis anterior",
    "extensor hallucis longus", "fibularis longus", "extensor digitorum brevis",
    "tibialis posterior", "flexor digitorum longus", "medial gastrocnemius",
    "lateral gastrocnemius", "soleus", "abductor hallucis", "abductor digiti minimi pedis",
    "paraspinals L3", "paraspinals L4", "paraspinals L5", "paraspinals S1",
)  # fmt: skip
Floats = NDArray[np.float32]
Given = NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class Muscles:
    """Muscles of the atlas, what each answer says of the bank, and how each patient answers.

    Attributes
    ----------
    names : tuple of str
    rows : float32 array [muscles, 2 answers, 2 ways, N]
    answers : int array [muscles, n]
    """

    names: tuple[str, ...]
    rows: Floats
    answers: Given


def muscles_of(observer: Observer, one: Sample, seed: int) -> Muscles:
    """Muscles that are needled in everyday work, and what each patient's show."""
    nature = Observer(observer.atlas, observer.catalogue, one.bank, observer.age_years)
    rng = np.random.default_rng([seed, 13])
    rows = np.stack([rows_of(observer, [needle(m)], SETTING) for m in REACHED])
    answers = [answered(leg_chances(nature, needle(m), 0), rng) for m in REACHED]
    return Muscles(REACHED, rows, np.array(answers))


@dataclass(frozen=True, eq=False)
class Course:
    """Structure thought of first before and after each needle, and the muscles, of one patient."""

    first: list[int]
    muscles: list[int]
    bits: list[float]


class Case:
    """One patient after the examination, whose posterior moves with every needle."""

    def __init__(self, posterior: Posterior, structure: Given, count: int) -> None:
        self.posterior, self.structure, self.count = posterior, structure, count

    def shares(self) -> NDArray[np.float64]:
        """Probability of each structure."""
        return self.posterior.by(self.structure, self.count)

    def worth(self, muscles: Muscles) -> NDArray[np.float64]:
        """Information about the structure expected of each muscle, in bits."""
        order, weight = resampled(self.posterior)
        onehot = np.zeros((len(order), self.count))
        onehot[np.arange(len(order)), self.structure[order]] = weight
        way, patient = self.posterior.way[order], self.posterior.patient[order]
        fine = np.exp(muscles.rows[:, 0, way, patient].astype(np.float64))
        normal, whole = fine @ onehot, onehot.sum(0)
        joint = np.stack([normal, whole - normal], axis=1)
        share = joint.sum(2)
        after = joint / np.maximum(share, 1e-12)[..., None]
        return np.asarray(entropy(whole) - (share * entropy(after)).sum(1))

    def told(self, muscles: Muscles, muscle: int, answer: int) -> "Case":
        """The same patient when a muscle has been examined."""
        p = self.posterior
        log = p.log_weight + muscles.rows[muscle, answer, p.way, p.patient]
        return Case(replace(p, log_weight=log, weight=normalised(log)), self.structure, self.count)


def chosen_course(case: Case, muscles: Muscles, answers: Given) -> Course:
    """Needle up to `MOST` muscles, each the most telling one."""
    course = Course([], [], [])
    for step in range(MOST + 1):
        course.first.append(int(case.shares().argmax()))
        if step == MOST:
            return course
        bits = case.worth(muscles)
        bits[course.muscles] = -1
        best = int(bits.argmax())
        course.muscles.append(best)
        course.bits.append(float(bits[best]))
        case = case.told(muscles, best, int(answers[best]))
    return course


def fixed_course(case: Case, muscles: Muscles, answers: Given, names: Sequence[str]) -> Course:
    """Needle the muscles of a list in their order."""
    course = Course([int(case.shares().argmax())], [], [])
    for name in names:
        muscle = muscles.names.index(name)
        case = case.told(muscles, muscle, int(answers[muscle]))
        course.first.append(int(case.shares().argmax()))
    return course


def thinned(posterior: Posterior) -> Posterior:
    """Return `KEPT` points spread evenly over the weights, as a posterior."""
    edges = np.cumsum(posterior.weight)
    points = (np.arange(KEPT) + 0.5) / KEPT * edges[-1]
    rows, times = np.unique(np.searchsorted(edges, points), return_counts=True)
    weight = times / KEPT
    return Posterior(posterior.patient[rows], posterior.way[rows], np.log(weight), weight)


def cases(observer: Observer, one: Sample) -> Iterator[Case]:
    """Posterior of every patient after the examination, with the patients of the bank that count."""
    step = asked_of(one)["exam"]
    base = heard(observer, (), SETTING)
    rows = rows_of(observer, step.questions, SETTING)
    starts = np.cumsum([0, *map(len, step.questions)])[:-1]
    label = structures_of(observer.atlas, observer.bank.cells)[observer.bank.cell]
    for given in step.answers.T:
        total = base.base.copy()
        for row in starts + given:
            total += rows[row]
        posterior = posterior_of(observer, replace(base, base=total))
        posterior = thinned(posterior)
        yield Case(posterior, label[posterior.patient], len(observer.atlas.structures))


def stopped(course: Course, bits: float) -> int:
    """Needles done where one stops as soon as the best muscle is expected to tell less than `bits`."""
    return next((i for i, worth in enumerate(course.bits) if worth < bits), MOST)


@dataclass(frozen=True, eq=False)
class Race:
    """Courses of every patient by adaptive choice and by the fixed lists; the six are the first of the ten."""

    truth: Given
    visible: NDArray[np.bool_]
    adaptive: list[Course]
    fixed: list[Course]
    muscles: tuple[str, ...]

    def right(self, courses: list[Course], needles: Sequence[int]) -> NDArray[np.bool_]:
        """Whether the first answer is right after so many needles in each patient."""
        first = [course.first[k] for course, k in zip(courses, needles, strict=True)]
        return np.asarray(first == self.truth)


def raced(seed: int, n: int, size: str) -> Race:
    """Run every patient both ways."""
    observer = the_observer(size)
    one = sample(SETTING, n, seed + 2)
    muscles = muscles_of(observer, one, seed)
    adaptive, fixed = [], []
    for case, answers in zip(cases(observer, one), muscles.answers.T, strict=True):
        adaptive.append(chosen_course(case, muscles, answers))
        fixed.append(fixed_course(case, muscles, answers, NEEDLED))
    return Race(one.truth, one.visible, adaptive, fixed, muscles.names)


def _row(
    name: str, race: Race, right: NDArray[np.bool_], needles: Sequence[int], pain: float
) -> str:
    mean, seen = float(np.mean(needles)), race.visible
    return (
        f"| CHECK | {name} | {mean:.1f} | {np.mean(np.array(needles)[seen]):.1f} | {mean * pain:.1f} "
        f"| {right.mean():.1%} | {right[seen].mean():.1%} |"
    )


def run(seed: int, n: int, size: str) -> str:
    """Markdown of the race."""
    race = raced(seed, n, size)
    costs = the_observer(size).atlas.observation["costs"]
    pain, stop = float(costs["emg"]["pain"]), float(costs["stop_bits"])
    lines = [
        "| | muscles | needles, mean | in the cohort | pain, mean | first right | in the cohort |",
        "|---|---|---|---|---|---|---|",
        _row("none", race, race.right(race.fixed, [0] * n), [0] * n, pain),
    ]
    for k, words in ((len(SCREEN_OF_SIX), "fixed six"), (len(NEEDLED), "fixed ten")):
        lines.append(_row(words, race, race.right(race.fixed, [k] * n), [k] * n, pain))
    for bits in (2 * stop, stop, stop / 2, stop / 5):
        k = [stopped(course, bits) for course in race.adaptive]
        lines.append(
            _row(
                f"chosen, until the best tells < {bits:g} bits",
                race,
                race.right(race.adaptive, k),
                k,
                pain,
            )
        )
    for k in (4, 6, 7, MOST):
        lines.append(
            _row(
                f"chosen, {k} for everybody",
                race,
                race.right(race.adaptive, [k] * n),
                [k] * n,
                pain,
            )
        )
    return "\n".join([*lines, "", _verdict(race, n, stop), "", _used(race)])


def _verdict(race: Race, n: int, stop: float) -> str:
    """Say how the rule compares with the fixed ten, patient by patient."""
    k = [stopped(course, stop) for course in race.adaptive]
    right = race.right(race.adaptive, k).astype(float)
    gap = right - race.right(race.fixed, [len(NEEDLED)] * n)
    mean, half = float(gap.mean()), float(1.96 * gap.std() / np.sqrt(n))
    met = mean - half > -MARGIN and np.mean(k) <= 7
    return (
        f"By the planner's own rule (stop below {stop:g} bits), against the fixed ten: accuracy {mean:+.1%} "
        f"({mean - half:+.1%} to {mean + half:+.1%}) with {np.mean(k):.1f} needles instead of {len(NEEDLED)}. "
        f"Aim (not worse by {MARGIN:.0%}, with at most 7 needles): {'met' if met else 'NOT MET'}."
    )


def _used(race: Race) -> str:
    """Muscles chosen most among the first four."""
    counts = Counter(race.muscles[m] for course in race.adaptive for m in course.muscles[:4])
    return "Chosen most among the first four: " + ", ".join(
        f"{name} ({k / len(race.adaptive):.0%})" for name, k in counts.most_common(10)
    )
