"""Records that describe: facts beside the fibres, shown and queried, computed with only where typed here.

They keep further keys as written (landmarks, vessels, management, ...), so that a file can say more than the
engine needs.
"""

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, ConfigDict, Field

from lumbosacral.atlas.records import FibreKind, Positive, Record, Share


class Described(Record):
    """A named record that may hold more than its typed fields."""

    model_config = ConfigDict(extra="allow", frozen=True, populate_by_name=True)
    name: str
    aliases: tuple[str, ...] = ()

    @property
    def more(self) -> dict[str, Any]:
        """What the file says beyond the typed fields."""
        return dict(self.model_extra or {})


class Fibre(Described):
    """A fibre kind and where its cell body sits."""

    name: FibreKind
    cell_body: Literal["cord", "ganglion", "chain"]
    direction: Literal["efferent", "afferent"]
    myelinated: bool
    velocity_m_per_s: Positive


class Structure(Described):
    """A structure of the closed list, or a part of one that people ask about."""

    kind: str = "part"
    division: str = "none"
    region: str = ""
    course: tuple[str, ...] = ()
    usual_site: str | None = None


class Muscle(Described):
    """A muscle beside its nerve: compartment, actions, relations."""

    compartment: str
    actions: dict[str, str] = {}


class Group(Described):
    """A group of muscles."""

    members: tuple[str, ...]


class Movement(Described):
    """A movement and how much each muscle gives to it, in per cent."""

    joint: str
    direction: str
    opposite: str | None = None
    shares: dict[str, Annotated[float, Field(ge=0, le=100)]]


class TaskNeed(Record):
    """What a task asks of one movement, as a share of its full strength."""

    movement: str
    passes_at: Share = Field(alias="pass")
    fails_at: Share = Field(alias="fail")


class Task(Described):
    """A task of daily life or of the bedside."""

    needs: tuple[TaskNeed, ...]


class GaitNeed(Record):
    """A movement that is too weak for a phase of gait."""

    movement: str
    below: Share


class Gait(Described):
    """A gait sign and the weakness that brings it out."""

    rule: Literal["any", "all"]
    of: tuple[GaitNeed, ...] = ()
    needs: Literal["none", "upper motor neuron"] = "none"
    sides: Literal["one", "both"] = "one"


class Variant(Described):
    """Something in which people differ, with its frequency."""

    kind: str
    frequency: float | str = "unknown"
    effect: str = "none"

    @property
    def types(self) -> dict[str, float]:
        """Frequency of each type or level, the usual one first; empty where there are none."""
        values = self.more.get("values", {})
        found = values.get("types") or values.get("levels") or {}
        return {
            str(kind): float(what["frequency"] if isinstance(what, dict) else what)
            for kind, what in found.items()
        }


def _sums_to_one(kinds: dict[str, float]) -> dict[str, float]:
    if kinds and abs(sum(kinds.values()) - 1) > 1e-6:
        raise ValueError(f"shares of the kinds of harm sum to {sum(kinds.values()):g}, not to 1")
    return kinds


class Spread(Record):
    """A mean with its standard deviation."""

    mean: Positive
    spread: Positive = Field(alias="sd", default=0.0)


class Severity(Record):
    """Share of the fibres harmed: a beta distribution by mean and standard deviation."""

    mean: Share
    spread: Share


class Combination(Record):
    """Several sites struck together."""

    sites: tuple[str, ...]
    weight: Positive
    levels: tuple[str, ...] = ()


class Extra(Record):
    """A second strike that goes with a condition at a chance of its own."""

    chance: Share
    severity: Severity
    fibres: dict[str, Share] = {}


class Withheld(Record):
    """Strength or feeling given is less than is there; each patient withholds that of one of the groups.

    What is not given is truly not used, all of it or a share, and muscle that is not used wastes.
    """

    groups: tuple[tuple[str, ...], ...]
    chance: Share
    severity: Severity
    unused: Share = 1.0


class Condition(Described):
    """A disease or injury: where it strikes, how hard, how it runs, how often it comes.

    What is told of it is that of the condition `told_as`, but for rows of the table of its own.
    """

    structure: str | None = None
    pattern: str
    sites: dict[str, Positive] = {}
    combinations: tuple[Combination, ...] = ()
    both_sides: Share = 0.0
    severity: Severity | None = None
    kinds: Annotated[dict[str, Share], AfterValidator(_sums_to_one)] = {}
    tubes: Share = 0.9
    unevenness: Positive = 0.0
    leaning: dict[str, float] = {}
    fibres: dict[str, Share] = {}
    reach_mm: Spread | None = None
    also: dict[str, Extra] = {}
    pain_inhibition: Withheld | None = None
    unfelt: Withheld | None = None
    muscles: tuple[str, ...] = ()
    at_least: int = 1
    elsewhere: Share | None = None
    told_as: str | None = None
    group: str | None = None
    onset: str
    course: str
    prior: dict[str, Positive]
    age: Spread | None = None
    female: Share = 0.5
    warning: str | None = None


class Given(Record):
    """How often a finding is found in one condition, structure or site."""

    condition: str | None = None
    structure: str | None = None
    site: str | None = None
    chance: Share


class People(Record):
    """Who is met: age, and the share of women; what is not given is as in everybody."""

    age: Spread | None = None
    female: Share = 0.5


class Association(Record):
    """A finding that fibres do not carry, and the chance of finding it."""

    finding: str
    test: str
    words: tuple[str, ...] = ()
    group: str | None = None
    among_others: Share
    given: tuple[Given, ...] = ()
    course: Literal["sudden", "progressive", "recurrent"] | None = None
    about: Literal["touch"] | None = None
    units: Literal["myopathic", "neurogenic"] | None = None
    by: Literal["tinel", "tenderness", "mass"] | None = None
    over: tuple[str, ...] = ()
    people: People | None = None


class Symptom(Described):
    """Words in which people tell what they feel, and the finding they are."""

    words: tuple[str, ...] = ()
    kind: Literal["negative sensory", "positive sensory", "motor"]
    place: str = "none"
    test: str
    value: str


class Position(Record):
    """What one side of a disagreement says."""

    says: str | tuple[str, ...]
    of: str | None = None
    claim: str | None = None
    computed: bool = False


class Conflict(Record):
    """What sources say differently about one thing."""

    about: str
    aspect: str
    positions: tuple[Position, ...]
    reason: str


class Claim(Record):
    """What a source article says, with its verdict and what the model must show."""

    id: str
    source: str
    about: str
    claim: str
    verdict: str
    note: str = ""
    expect: str = ""
    waits_for: str | None = None
