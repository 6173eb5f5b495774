"""The case: what a person hands in, checked before anything is read in it."""

import difflib
import re
from typing import Any, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from lumbosacral.findings.cases.fields import (
    SideWord,
    TestKind,
    checked_value,
    days_given,
    number_in,
    side_of,
)
from lumbosacral.findings.cases.keys import sorted_out
from lumbosacral.findings.cases.onset import course_of
from lumbosacral.findings.cases.person import SEXES
from lumbosacral.findings.language.words import clean

__all__ = ["FINDINGS", "TEXT_BYTES", "Case", "Finding", "Patient", "TestKind"]

FINDINGS = 500
TEXT_BYTES = 20_000
_STRICT = ConfigDict(extra="forbid", frozen=True)


class Patient(BaseModel):
    """Who it is; each field optional."""

    model_config = _STRICT
    age: float | None = None
    sex: Literal["M", "F"] | None = None
    height_cm: float | None = None

    @field_validator("age", mode="before")
    @classmethod
    def _check_age(cls, value: object) -> object:
        return None if value is None else number_in(value, 0, 120, "years")

    @field_validator("height_cm", mode="before")
    @classmethod
    def _check_height(cls, value: object) -> object:
        return None if value is None else number_in(value, 30, 250, "cm")

    @field_validator("sex", mode="before")
    @classmethod
    def _check_sex(cls, value: object) -> object:
        if value is None:
            return None
        word = str(value).strip().lower()
        if word not in SEXES:
            raise ValueError(f"{value!r} is not read as a sex; write M or F, or leave it out")
        return SEXES[word]


_BARE_FIGURE = re.compile(r"(-?\d+(?:\.\d+)?)(?:\s*/\s*5)?")


class Finding(BaseModel):
    """One test and what it showed."""

    model_config = _STRICT
    test: TestKind
    of: str = Field(min_length=1)
    value: str | dict[str, str] | None = None
    side: SideWord | None = None
    days: float | None = None

    @field_validator("test", mode="before")
    @classmethod
    def _check_test(cls, value: object) -> object:
        word = str(value).strip().lower()
        if word not in get_args(TestKind):
            near = difflib.get_close_matches(word, get_args(TestKind), n=2)
            hint = (
                f"did you mean {' or '.join(near)}?"
                if near
                else f"write one of {', '.join(get_args(TestKind))}"
            )
            raise ValueError(f"{value!r} is no kind of test; {hint}")
        return word

    @field_validator("of", mode="before")
    @classmethod
    def _check_of(cls, value: object) -> object:
        if not isinstance(value, str) or not clean(value):
            raise ValueError(
                "nothing is named; write what was tested, such as 'ankle dorsiflexion'"
            )
        return value

    _check_value = field_validator("value", mode="before")(checked_value)
    _check_side = field_validator("side", mode="before")(
        lambda value: None if value is None else side_of(value)
    )
    _check_days = field_validator("days", mode="before")(days_given)

    @model_validator(mode="after")
    def _check_grade(self) -> "Finding":
        if self.test == "strength" and isinstance(self.value, str):
            grade = _BARE_FIGURE.fullmatch(self.value.strip())
            if grade is not None and not 0 <= float(grade[1]) <= 5:
                raise ValueError(
                    f"{self.value} is no MRC grade; write 0 to 5, with + or - if you like"
                )
        return self


class Case(BaseModel):
    """A case. What is `carried` is handed through and never read."""

    model_config = _STRICT
    patient: Patient = Patient()
    onset_days: float | None = None
    onset_text: str = ""
    patient_text: str = ""
    course: Literal["sudden", "progressive", "recurrent"] | None = None
    side: SideWord | None = None
    findings: tuple[Finding, ...] = ()
    unknown_keys: tuple[str, ...] = ()
    carried: dict[str, Any] = Field(default_factory=dict, repr=False)

    @property
    def history_text(self) -> tuple[str, ...]:
        """Free words that may hold history besides age and time."""
        return tuple(text for text in (self.patient_text, self.onset_text) if text)

    _check_side = field_validator("side", mode="before")(
        lambda value: None if value is None else side_of(value)
    )

    @field_validator("course", mode="before")
    @classmethod
    def _check_course(cls, value: object) -> object:
        course = None if value is None else course_of(str(value))
        if value is not None and course is None:
            raise ValueError(f"{value!r} is no course; write sudden, progressive or recurrent")
        return course

    @field_validator("findings", mode="before")
    @classmethod
    def _check_findings(cls, value: object) -> object:
        if not isinstance(value, list):
            raise ValueError(
                "findings are a list; "
                "write `findings:` and below it `- {test: ..., of: ..., value: ...}`"
            )
        if len(value) > FINDINGS:
            raise ValueError(f"{len(value)} findings; {FINDINGS} are read at most, leave some out")
        return value

    @model_validator(mode="before")
    @classmethod
    def _sort_out(cls, data: Any) -> Any:
        return sorted_out(data) if isinstance(data, dict) else data
