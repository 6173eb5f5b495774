"""Typed records of the atlas: the grammar of its files, checked when they are read.

Every record forbids unknown keys, so that a slip of the pen is an error and not a silence.
Names are checked against each other in `checks`.
"""

from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

FibreKind = Literal["alpha", "Ia", "touch", "pin", "sympathetic", "parasympathetic"]
Root = Literal["L1", "L2", "L3", "L4", "L5", "S1", "S2", "S3", "S4"]
ROOTS: tuple[Root, ...] = ("L1", "L2", "L3", "L4", "L5", "S1", "S2", "S3", "S4")
KINDS: tuple[FibreKind, ...] = ("alpha", "Ia", "touch", "pin", "sympathetic", "parasympathetic")

Share = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
Positive = Annotated[float, Field(ge=0, allow_inf_nan=False)]


def _after(value: object) -> object:
    """A list of parents means: every root takes each of these ways."""
    return {name: list(ROOTS) for name in value} if isinstance(value, list) else value


class Record(BaseModel):
    """One fact of the atlas, with its sources."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)
    sources: tuple[str, ...] = ()


class Segment(Record):
    """A stretch of a line between two branch points."""

    name: str = Field(alias="segment")
    after: Annotated[dict[str, tuple[Root, ...]], BeforeValidator(_after)] = {}
    carries: tuple[FibreKind, ...] = KINDS
    cell_body: Literal["cord", "ganglion", "chain"] | None = None
    neuron: Literal["own", "upper", "muscle"] = "own"
    arc: bool = False
    length_mm: Positive
    structure: str
    artery: str = "none known"
    sheath: str | None = None
    ends: tuple[FibreKind, ...] = ()


class ExtraWay(Record):
    """Another way into an organ, open in a person with the variant."""

    from_: str = Field(alias="from")
    variant: str
    share: Share
    roots: dict[Root, Share] = {}


class MuscleSupply(Record):
    """The line that ends in a muscle."""

    muscle: str
    from_: str = Field(alias="from")
    branch_mm: Positive
    motor_axons: Positive
    also: tuple[ExtraWay, ...] = ()


class SkinWay(Record):
    """One way into a skin area: its last segment, its share of the area, its roots."""

    from_: str = Field(alias="from")
    through: str | None = None
    share: Share
    roots: dict[Root, Share]


class SkinArea(Record):
    """A patch of skin small enough to tell nerves apart."""

    name: str
    aliases: tuple[str, ...] = ()
    view: Literal["front", "back", "medial", "lateral", "dorsum", "sole"]
    fibres: Positive
    supply: tuple[SkinWay, ...]


class Organ(Record):
    """An end of fibres that no bedside test of muscle or skin reaches."""

    name: str
    kind: FibreKind
    fibres: Positive
    variant: str | None = None
    supply: tuple[SkinWay, ...]
    also: tuple[ExtraWay, ...] = ()


class Site(Record):
    """A place where a lesion can sit."""

    name: str = Field(alias="site")
    strikes: tuple[str, ...]
    by_variant: dict[str, tuple[str, ...]] = {}
    felt: tuple[str, ...] = ()
    leaning: dict[str, float] = {}
    region: str


class Afferent(Record):
    """The afferent limb of a reflex arc."""

    kind: FibreKind
    from_: dict[str, Share] = Field(alias="from")


class Reflex(Record):
    """A reflex arc."""

    name: str
    aliases: tuple[str, ...] = ()
    kind: Literal["tendon", "skin"]
    afferent: Afferent
    efferent: dict[str, Share]
    brisk_when_cut: float
    absent_in_healthy: dict[str, Share]


class Sign(Record):
    """A sign that fibres carry."""

    name: str
    aliases: tuple[str, ...] = ()
    reads: Literal["drive", "reflex", "movement", "wasting", "weakness", "feeling"]
    muscles: dict[str, Share] = {}
    afferent: Afferent | None = None
    movement: str | None = None
    reflex: str | None = None
    threshold: Positive
    risk: str | None = None
    """What a leg with the sign is in danger of."""


class Autonomic(Record):
    """An autonomic function."""

    name: str
    aliases: tuple[str, ...] = ()
    organ: str | None = None
    area: str | None = None
    threshold: Positive


class Norm(Record):
    """Normal values of one quantity, with their convention."""

    mean: Positive
    sd: Positive
    lower: Positive | None = None
    upper: Positive | None = None
    convention: str | None = None
    side_difference_upper: Positive | None = None


class StimulationSite(Record):
    """Where a motor nerve is stimulated: the beginning of these segments."""

    place: str
    from_: tuple[str, ...] = Field(alias="from")


class MotorStudy(Record):
    """A motor conduction study."""

    name: str
    aliases: tuple[str, ...] = ()
    muscle: str
    sites: tuple[StimulationSite, ...]
    amplitude_mv: Norm
    latency_ms: Norm
    velocity_m_per_s: Norm


class SensoryStudy(Record):
    """A sensory conduction study."""

    name: str
    aliases: tuple[str, ...] = ()
    through: tuple[str, ...]
    amplitude_uv: Norm
    velocity_m_per_s: Norm
    absent_in_healthy: dict[str, Share]


class LateStudy(Record):
    """An F wave or an H reflex."""

    name: str
    aliases: tuple[str, ...] = ()
    kind: Literal["F", "H"]
    muscle: str
    from_: tuple[str, ...] = Field(alias="from")
    latency_ms: Norm
    absent_in_healthy: dict[str, Share] = {}
