"""The case: what a person hands in, checked before anything is read in it."""

import difflib
import math
import re
from collections.abc import Mapping
from typing import Any, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from lumbosacral.findings.onset import course_of, days_of
from lumbosacral.findings.person import SEXES, read_patient
from lumbosacral.findings.words import clean

__all__ = ["FINDINGS", "TEXT_BYTES", "Case", "Finding", "Patient", "TestKind"]

FINDINGS = 500
TEXT_BYTES = 20_000
CARRIED = ("id", "source", "summary", "truth")
TestKind = Literal[
    "strength",
    "sensation",
    "reflex",
    "sign",
    "gait",
    "task",
    "ncs",
    "emg",
    "pain",
    "autonomic",
    "history",
    "imaging",
    "laboratory",
]
SideWord = Literal["left", "right", "both", "unknown"]
_SIDES = {
    "l": "left",
    "lt": "left",
    "r": "right",
    "rt": "right",
    "bilateral": "both",
    "b": "both",
    "bilaterally": "both",
    "left and right": "both",
    "none": "unknown",
    "both sides": "both",
    "left side": "left",
    "right side": "right",
}
_STRICT = ConfigDict(extra="forbid", frozen=True)


def _side(value: object) -> object:
    if not isinstance(value, str):
        return value
    word = " ".join(value.lower().split())
    word = _SIDES.get(word, word)
    if word not in get_args(SideWord):
        raise ValueError(f"{value!r} is no side; write left, right, both or unknown")
    return word


def _number(value: object, low: float, high: float, unit: str) -> float:
    try:
        number = float(str(value))
    except ValueError:
        raise ValueError(f"{value!r} is no number; write it in {unit}, such as {low:g}") from None
    if not math.isfinite(number) or not low <= number <= high:
        raise ValueError(f"{value!r} is out of range; write {low:g} to {high:g} {unit}")
    return number


def _days(value: object) -> float | None:
    if value is None:
        return None
    if isinstance(value, Mapping):
        if set(value) != {"days"}:
            raise ValueError("write {days: 120} or words such as '4 months'")
        said = value["days"]
        given = _days(said)
        if given is None and said is not None:
            raise ValueError(f"{said!r} is no number of days; write {{days: 120}}")
        return given
    if re.fullmatch(r"\s*[-+]?(\d[\d.e+-]*|\.?inf|\.?nan|\.\d+)\s*", str(value), re.IGNORECASE):
        return _number(
            str(value).strip().replace(".inf", "inf").replace(".nan", "nan"), 0, 36_525, "days"
        )
    if (negative := re.match(r"\s*-\s*\d", str(value))) is not None:
        raise ValueError(
            f"{value!r} is negative at {negative.group()!r}; "
            "write the days from onset to examination"
        )
    return days_of(str(value))


class Patient(BaseModel):
    """Who it is; each field optional."""

    model_config = _STRICT
    age: float | None = None
    sex: Literal["M", "F"] | None = None
    height_cm: float | None = None

    @field_validator("age", mode="before")
    @classmethod
    def _check_age(cls, value: object) -> object:
        return None if value is None else _number(value, 0, 120, "years")

    @field_validator("height_cm", mode="before")
    @classmethod
    def _check_height(cls, value: object) -> object:
        return None if value is None else _number(value, 30, 250, "cm")

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

    @field_validator("value", mode="before")
    @classmethod
    def _check_value(cls, value: object) -> object:
        if isinstance(value, list):
            raise ValueError(
                "a list is no value; "
                "write one word, one figure or a mapping such as {amplitude_uv: 4}"
            )
        said = value.values() if isinstance(value, Mapping) else [value]
        for one in said:
            if isinstance(one, list | dict):
                raise ValueError(
                    "a mapping may hold only words and figures, such as {amplitude_uv: 4}"
                )
            if str(one).strip().lower() in {
                "nan",
                "inf",
                "-inf",
                "+inf",
                "infinity",
                "-infinity",
                ".nan",
                ".inf",
                "-.inf",
            }:
                raise ValueError(
                    f"{one!r} is not a number; leave the value out or write the measured figure"
                )
        return (
            {k: "" if v is None else str(v) for k, v in value.items()}
            if isinstance(value, Mapping)
            else value
        )

    _check_side = field_validator("side", mode="before")(
        lambda value: None if value is None else _side(value)
    )
    _check_days = field_validator("days", mode="before")(_days)

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
        lambda value: None if value is None else _side(value)
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
        return _sorted_out(data) if isinstance(data, dict) else data


_KEYS = ("patient", "patient_text", "onset", "onset_text", "course", "side", "findings")


def _sorted_out(data: dict[str, Any]) -> dict[str, Any]:
    """Split what is read from what is carried, and name the keys nobody knows."""
    if "unknown_keys" in data or "onset_days" in data or "carried" in data:
        return data
    kept = {key: data[key] for key in _KEYS if data.get(key) is not None}
    carried = {key: data[key] for key in CARRIED if key in data}
    unknown = [key for key in data if key not in _KEYS and key not in CARRIED]
    for key in unknown:
        near = difflib.get_close_matches(key, _KEYS, n=1, cutoff=0.75)
        if near:
            raise ValueError(f"the key {key!r} is not known; did you mean {near[0]!r}?")
    onset = kept.pop("onset", None)
    if isinstance(kept.get("onset_text"), list | dict) or isinstance(
        kept.get("patient_text"), list | dict
    ):
        raise ValueError("patient_text and onset_text are words; write one line of text")
    if onset is not None:
        try:
            kept["onset_days"] = _days(onset)
        except ValueError as error:
            raise ValueError(f"onset: {error}") from None
        if isinstance(onset, str):
            kept["onset_text"] = "; ".join(filter(None, [onset, kept.get("onset_text")]))
    if isinstance(kept.get("patient"), str):
        kept["patient_text"] = "; ".join(
            filter(None, [kept.pop("patient"), kept.get("patient_text")])
        )
    told = read_patient(kept.get("patient_text", ""))
    if isinstance(kept.get("patient"), dict):
        told |= {key: value for key, value in kept["patient"].items() if value is not None}
    if "patient" not in kept or isinstance(kept["patient"], dict):
        kept["patient"] = told
    return kept | {"unknown_keys": tuple(unknown), "carried": carried}
