"""What the API takes: whole states, and nothing that is not named here."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from lumbosacral.draw.body import SHEETS
from lumbosacral.draw.body.view import Mode
from lumbosacral.findings.cases.case import FINDINGS
from lumbosacral.schemas import CaseDocument
from lumbosacral.web import limits

Name = Annotated[str, Field(min_length=1, max_length=200)]
Leg = Literal["left", "right"]
Form = Literal["screen", "upright"]
Kind = Literal["loss", "transection", "block", "demyelination", "ischaemia"]
Figure = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
Rail = Annotated[float, Field(ge=0, le=3650, allow_inf_nan=False)]
Sheets = Annotated[list[Name], Field(max_length=len(SHEETS))]


Variants = Annotated[
    list[Name],
    Field(max_length=limits.VARIANTS, description="variants that both legs of the adult have"),
]


class _Given(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class LesionGiven(_Given):
    """One lesion: a place in any words that name one, how hard, of what kind."""

    where: Name
    severity: Figure = 1.0
    kind: Kind = "loss"


class ForwardGiven(_Given):
    """A leg with lesions, so many days after the injury; `whole` also asks for every reading."""

    lesions: Annotated[list[LesionGiven], Field(max_length=limits.LESIONS)] = []
    side: Literal["left", "right", "both"] = "left"
    days: Rail = 30.0
    form: Form = "screen"
    sheets: Sheets = []
    mode: Mode = "state"
    open: Annotated[list[Literal["examination", "conduction", "needle"]], Field(max_length=3)] = []
    whole: bool = False
    variants: Variants = []


class PictureGiven(_Given):
    """A picture to keep: lesions, and halos by structure."""

    lesions: Annotated[list[LesionGiven], Field(max_length=limits.LESIONS)] = []
    side: Literal["left", "right", "both"] = "left"
    days: Rail = 30.0
    halos: Annotated[dict[Name, Figure], Field(max_length=100)] = {}
    variants: Variants = []


class InferGiven(_Given):
    """Findings: as typed, one chip each, or as a case, or both."""

    chips: Annotated[
        list[Annotated[str, Field(max_length=limits.CHIP_LETTERS)]], Field(max_length=FINDINGS)
    ] = []
    case: CaseDocument | None = None
    side: Literal["left", "right", "both", "unknown"] = "unknown"
    onset: Annotated[str, Field(max_length=100)] = ""
    setting: Name = "referral"
    prior: Annotated[
        str,
        Field(
            max_length=limits.PRIOR_LETTERS,
            description="base rates of your own, NAME=WEIGHT per 1000 people, a comma between two",
        ),
    ] = ""
    silent: bool = True
    form: Form = "screen"
    sheets: Sheets = []
    mode: Mode = "state"


class CompareGiven(_Given):
    """Two states of a leg."""

    first: Annotated[list[LesionGiven], Field(min_length=1, max_length=limits.LESIONS)]
    second: Annotated[list[LesionGiven], Field(min_length=1, max_length=limits.LESIONS)]
    side: Literal["left", "right", "both"] = "left"
    days: Rail = 30.0
    variants: Variants = []


class PractiseGiven(_Given):
    """A virtual patient, by level and number; with a guess, the place that was pointed at."""

    level: Annotated[int, Field(ge=1, le=3)] = 1
    seed: Annotated[int, Field(ge=0, le=2**31 - 1)] = 0
    guess: Name | None = None
    form: Form = "screen"
    sheets: Sheets = []
    mode: Mode = "state"
