"""What the API gives: whole views of the state that was asked for."""

from typing import Any, Final, Literal

from pydantic import BaseModel, ConfigDict

from lumbosacral.inference.answer import Answer
from lumbosacral.schemas import Days, LesionDocument, Share
from lumbosacral.web.given import Leg, LesionGiven

SCHEMA_VERSION: Final = "1"
Shape = dict[str, str | float]


class _Said(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Problem(_Said):
    """What is wrong with a request, in one line."""

    error: str


class PlexusShown(_Said):
    """What changes on the plexus picture, by id; see `draw.patch`."""

    strands: dict[str, list[tuple[str, str]]]
    lost: list[str]
    inks: dict[str, str]
    rows: dict[str, tuple[str, str, str, bool, bool, str]]
    nodes: dict[str, tuple[str, str, str]]
    lesions: list[Shape]
    halos: list[Shape]
    focus: float | None


class LesionShown(_Said):
    """A lesion as it was read: its place, the bars it lies on, and other places of the same bar."""

    where: str
    structure: str
    severity: Share
    kind: str
    nodes: list[str]
    places: list[str]
    note: str


class Reading(_Said):
    """One line of the examination."""

    test: str
    of: str
    value: str
    normal: bool


class ForwardShown(_Said):
    """What a lesion changes; `readings` has those asked for with `open`, `tables` says them in HTML."""

    lesions: list[LesionShown]
    side: Leg
    days: Days
    variants: list[str]
    sentence: str
    plexus: PlexusShown
    body: dict[str, dict[str, str]]
    readings: dict[str, list[Reading]]
    tables: dict[str, str]
    whole: LesionDocument | None
    schema_version: Literal["1"] = SCHEMA_VERSION


ChipState = Literal["read", "part", "missed"]


class ChipRead(_Said):
    """One chip: whether it was read, how, and the nearest known words where it was not."""

    text: str
    state: ChipState
    test: str
    read: list[str]
    missed: list[str]
    nearest: list[str]


class Bank(_Said):
    """The virtual patients the answer rests on; `full` is false while all are still being made."""

    patients: int
    full: bool


class InferShown(_Said):
    """Where, why, what next; how the findings were read; `panel` says it in HTML."""

    chips: list[ChipRead]
    sentence: str
    panel: str
    answer: Answer | None
    plexus: PlexusShown
    body: dict[str, dict[str, str]]
    notes: list[str]
    bank: Bank
    schema_version: Literal["1"] = SCHEMA_VERSION


class Apart(_Said):
    """One test that reads two lesions differently; `apart` from 0 to 1."""

    test: str
    of: str
    side: str
    first: str
    second: str
    apart: float


class CompareShown(_Said):
    """What separates two lesions, the best test first; `panel` says it in HTML."""

    first: str
    second: str
    panel: str
    differences: list[Apart]
    schema_version: Literal["1"] = SCHEMA_VERSION


class Noise(_Said):
    """A finding that is the examiner's error: what was seen, and what an examination without error shows."""

    test: str
    of: str
    seen: str
    really: str


class Verdict(_Said):
    """Whether the place that was pointed at is right, where the lesion is, and what tells the two apart.

    `also` is a second lesion, or empty; a guess is right that names one of the two.
    """

    right: bool
    near: bool
    truth: str
    also: str
    guess: str
    words: str
    differences: list[Apart]
    noise: list[Noise]


class PractiseShown(_Said):
    """A virtual patient's findings; with a guess, the verdict and the lesion; `panel` in HTML."""

    level: int
    seed: int
    complaint: str
    panel: str
    examination: list[Reading]
    body: dict[str, dict[str, str]]
    rows: dict[str, tuple[str, str, str, bool, bool, str]]
    verdict: Verdict | None
    lesions: list[LesionGiven]
    side: Leg
    days: Days
    schema_version: Literal["1"] = SCHEMA_VERSION


class Completion(_Said):
    """Words that go on from what was typed, and what they mean."""

    words: str
    name: str
    kind: str


class Completions(_Said):
    """What the words typed so far may become; `kept` are the words before them."""

    kept: str
    found: list[Completion]


class Record(_Said):
    """What the atlas says of one name, and who says so."""

    what: str
    name: str
    computed: dict[str, Any]
    record: dict[str, Any]
    claims: list[dict[str, str]]
    conflicts: list[dict[str, Any]]
    sources: list[dict[str, Any]]


class Records(_Said):
    """Everything that bears a name; `panel` says it in HTML."""

    panel: str
    records: list[Record]
