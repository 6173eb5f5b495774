"""The answer of `localize`: a document with a version, the same in Python, on the command line and in the API."""

from typing import Any

from pydantic import BaseModel, ConfigDict

SCHEMA_VERSION = "1.2"
"""1.1 and 1.2 added keys; every key of 1 is as it was."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class LesionNamed(_Part):
    """One lesion of a ranked entry."""

    structure: str
    site: str
    side: str
    kind: str


class Severity(_Part):
    """Share of the fibres harmed at the worst place: median, 80 % interval, and the median as a word."""

    median: float
    interval: tuple[float, float]
    word: str


class Ranked(_Part):
    """One entry of the ranking: a set of one or two lesions, with its probability and interval."""

    lesions: tuple[LesionNamed, ...]
    structure: str
    site: str
    side: str
    probability: float
    interval: tuple[float, float]
    severity: Severity | None = None


class ByStructure(_Part):
    """Probability that the (first) lesion is in a structure; sums to 1 over structures."""

    structure: str
    probability: float


class Involved(_Part):
    """Chance that a structure is damaged at all."""

    structure: str
    side: str
    probability: float


class ByCondition(_Part):
    """Probability of a condition."""

    condition: str
    probability: float


class Explained(_Part):
    """What one finding did: seen, expected by the first answer, and the log odds it moved.

    `log_odds` is the change of the log odds of the first answer against the rest when the finding is left out,
    with the sign turned: above 0 speaks for the first answer.
    """

    finding: str
    seen: str
    expected: str
    log_odds: float


class Cost(_Part):
    """What a test costs."""

    minutes: float
    needles: int
    pain: float


class Outcome(_Part):
    """One outcome of a test: its chance, and what would then be first."""

    value: str
    probability: float
    first: str
    first_probability: float


class NextTest(_Part):
    """A test worth doing next; its side is `unknown` where the case names none: the leg that was examined."""

    test: str
    of: str
    side: str
    information_bits: float
    cost: Cost
    outcomes: tuple[Outcome, ...]


class Member(_Part):
    """One of several places that the findings do not tell apart."""

    name: str
    side: str
    probability: float


class NotSeparated(_Part):
    """Places between which the findings have hardly moved the odds.

    Attributes
    ----------
    level : str
        structure: entries of the ranking; site: places within the first entry.
    moved : float
        Largest factor by which all findings together moved the odds between two members; below
        `apart.HARDLY`.
    test : NextTest or None
        The test that would tell most about which member it is; None where none would.
    """

    level: str
    members: tuple[Member, ...]
    moved: float
    test: NextTest | None


class TwoLesions(_Part):
    """Whether two independent lesions explain the findings better than one.

    Attributes
    ----------
    weighed : bool
        False where single lesions leave nothing over, so that pairs were not looked at.
    probability : float
        Of two independent lesions.
    first : bool
        Whether such a pair is the first answer.
    log_odds : float or None
        Of the first pair against the best single answer; None where there is no pair.
    explains : tuple of str
        What the best single answer leaves unexplained and the pair does not.
    """

    weighed: bool = False
    probability: float = 0.0
    first: bool = False
    log_odds: float | None = None
    explains: tuple[str, ...] = ()


class PriorChanged(_Part):
    """A base rate that the user set, per 1000 people, and the usual one of the setting."""

    condition: str
    weight: float
    usual: float


class NotUnderstood(_Part):
    """Words that were not understood, with the nearest known terms."""

    words: str
    nearest: tuple[str, ...]
    why: str = ""


class CourseStep(_Part):
    """Expected state of the first answer after some months, for a block and for axon loss."""

    month: int
    strength_if_block: str
    strength_if_loss: str


class Answer(_Part):
    """What `localize` says about one case.

    `told_counts` is the power at which what a report tells counts: below 1 where few virtual patients are like it.
    """

    ranking: tuple[Ranked, ...]
    by_structure: tuple[ByStructure, ...]
    involved: tuple[Involved, ...]
    not_a_nerve: float
    conditions: tuple[ByCondition, ...]
    explanation: tuple[Explained, ...]
    unexplained: tuple[str, ...]
    next_tests: tuple[NextTest, ...]
    stop: str
    course: tuple[CourseStep, ...]
    understood: tuple[str, ...]
    not_understood: tuple[NotUnderstood, ...]
    warnings: tuple[str, ...]
    effective_sample_size: float
    refined: bool
    setting: str
    model: dict[str, str]
    carried: dict[str, Any] = {}
    not_separated: tuple[NotSeparated, ...] = ()
    two_lesions: TwoLesions = TwoLesions()
    priors: tuple[PriorChanged, ...] = ()
    onset_days: float | None = None
    told_counts: float = 1.0
    schema_version: str = SCHEMA_VERSION
