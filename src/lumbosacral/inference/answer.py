"""The answer of `localize`: a document with a version, the same in Python, on the command line and in the API."""

from typing import Any

from pydantic import BaseModel, ConfigDict

SCHEMA_VERSION = "1"


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class LesionNamed(_Part):
    """One lesion of a ranked entry."""

    structure: str
    site: str
    side: str
    kind: str


class Ranked(_Part):
    """One entry of the ranking: a set of one or two lesions, with its probability and interval."""

    lesions: tuple[LesionNamed, ...]
    structure: str
    site: str
    side: str
    probability: float
    interval: tuple[float, float]


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
    """A test worth doing next."""

    test: str
    of: str
    side: str
    information_bits: float
    cost: Cost
    outcomes: tuple[Outcome, ...]


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
    """What `localize` says about one case."""

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
    schema_version: str = SCHEMA_VERSION
