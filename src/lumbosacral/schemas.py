"""JSON schemas of the documents that come in and go out: case, answer, lesion, plan."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from lumbosacral.findings.cases.case import FINDINGS, TestKind
from lumbosacral.inference.answer import SCHEMA_VERSION as ANSWER_VERSION
from lumbosacral.inference.answer import Answer
from lumbosacral.inference.study import SCHEMA_VERSION as PLAN_VERSION
from lumbosacral.inference.study import Study
from lumbosacral.lesioned import SCHEMA_VERSION as LESION_VERSION

__all__ = ["CaseDocument", "LesionDocument", "schema_of"]

CASE_VERSION = "1"
SideWord = Literal["left", "right", "both", "unknown"]
Share = Annotated[float, Field(ge=0, le=1)]
Days = Annotated[float, Field(ge=0)]


class _Open(BaseModel):
    """A document that may hold more keys: they are named in a warning and not read."""

    model_config = ConfigDict(extra="allow")


class _Closed(BaseModel):
    """A document with these keys and no others."""

    model_config = ConfigDict(extra="forbid")


class PatientGiven(_Closed):
    """Who it is; each field optional."""

    age: Annotated[float, Field(ge=0, le=120, description="years")] | None = None
    sex: Literal["M", "F"] | None = None
    height_cm: Annotated[float, Field(ge=30, le=250)] | None = None


class OnsetGiven(_Closed):
    """Time from onset to examination."""

    days: Days


class FindingGiven(_Closed):
    """One test and what it showed."""

    test: TestKind
    of: Annotated[
        str, Field(min_length=1, description="what was tested; several joined by `and` or commas")
    ]
    value: str | float | dict[str, str | float] | None = Field(
        None,
        description="a grade, a word, a figure with its unit, or a mapping: {amplitude_uv: 4}",
    )
    side: SideWord | None = None
    days: Days | None = None


class CaseDocument(_Open):
    """A case, in YAML or JSON; `id`, `source`, `summary` and `truth` are carried, never read."""

    patient: PatientGiven | str | None = None
    patient_text: str | None = None
    onset: OnsetGiven | str | float | None = None
    onset_text: str | None = None
    course: str | None = Field(
        None, description="sudden, progressive or recurrent, in these or other words"
    )
    side: SideWord | None = Field(None, description="side of the findings that name none")
    findings: Annotated[list[FindingGiven], Field(max_length=FINDINGS)] = []
    id: Any = None
    source: Any = None
    summary: Any = None
    truth: Any = None


class LesionSaid(_Closed):
    """One lesion."""

    where: str
    structure: str
    sides: list[Literal["left", "right"]]
    severity: Share
    kind: str
    days: Days


class StrengthRead(_Closed):
    """Strength of a muscle or a movement."""

    intact_fraction: float
    strength_fraction: float
    mrc: Annotated[str, Field(pattern=r"^[0-5][+-]?$")]


class FeelingRead(_Closed):
    """Share of feeling left, by skin area."""

    touch: dict[str, float]
    pin: dict[str, float]
    sweat: dict[str, float]


class StudyRead(_Closed):
    """A conduction study; which figures there are depends on the study."""

    reading: Literal["normal", "reduced", "absent", "block", "slow", "abnormal"]
    amplitude_mv: float | None = None
    proximal_amplitude_mv: float | None = None
    amplitude_uv: float | None = None
    distal_latency_ms: float | None = None
    latency_ms: float | None = None
    velocity_m_per_s: float | None = None
    block: float | None = None
    share_left: float | None = None
    convention: str | None = None


class NeedleRead(_Closed):
    """What the needle shows in a muscle."""

    spontaneous: Literal["0", "1+", "2+", "3+", "4+"]
    recruitment: Literal["normal", "reduced", "discrete", "none"]
    reinnervation: Literal["none", "some", "marked"]
    fibrillating_fraction: float


class LegRead(_Closed):
    """Everything read in one leg."""

    muscles: dict[str, StrengthRead]
    movements: dict[str, StrengthRead]
    skin: dict[str, float]
    skin_by_modality: FeelingRead
    reflexes: dict[str, Literal["normal", "reduced", "absent", "increased"]]
    signs: dict[str, Literal["positive", "negative"]]
    tasks: dict[str, Literal["pass", "impaired", "fail"]]
    gait: dict[str, Literal["positive", "negative"]]
    autonomic: dict[str, Literal["normal", "abnormal"]]
    ncs: dict[str, StudyRead]
    emg: dict[str, NeedleRead]


class LesionDocument(LegRead):
    """A typical adult with lesions; the top level speaks of `side`, `sides` of each leg."""

    lesions: list[LesionSaid]
    side: Literal["left", "right"]
    sides: dict[Literal["left", "right"], LegRead]
    model: dict[str, str]
    schema_version: Literal["1"]


def schema_of(document: str) -> dict[str, Any]:
    """JSON schema of "case", "answer", "lesion" or "plan" (of a study with a budget)."""
    models: dict[str, tuple[type[BaseModel], str]] = {
        "case": (CaseDocument, CASE_VERSION),
        "answer": (Answer, ANSWER_VERSION),
        "lesion": (LesionDocument, LESION_VERSION),
        "plan": (Study, PLAN_VERSION),
    }
    model, version = models[document]
    mode: Literal["validation", "serialization"] = (
        "serialization" if document in {"answer", "plan"} else "validation"
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "version": version,
        **model.model_json_schema(mode=mode),
        "title": f"lumbosacral {document}",
    }
