"""Checks of single fields of a case: sides, numbers, days, values."""

import math
import re
from collections.abc import Mapping
from typing import Literal, get_args

from lumbosacral.findings.cases.onset import days_of

__all__ = ["SideWord", "TestKind", "checked_value", "days_given", "number_in", "side_of"]

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


def side_of(value: object) -> object:
    """Return the plain word for a side."""
    if not isinstance(value, str):
        return value
    word = " ".join(value.lower().split())
    word = _SIDES.get(word, word)
    if word not in get_args(SideWord):
        raise ValueError(f"{value!r} is no side; write left, right, both or unknown")
    return word


def number_in(value: object, low: float, high: float, unit: str) -> float:
    """Return a number within bounds."""
    try:
        number = float(str(value))
    except ValueError:
        raise ValueError(f"{value!r} is no number; write it in {unit}, such as {low:g}") from None
    if not math.isfinite(number) or not low <= number <= high:
        raise ValueError(f"{value!r} is out of range; write {low:g} to {high:g} {unit}")
    return number


def days_given(value: object) -> float | None:
    """Return days from a number, from words or from `{days: 120}`."""
    if value is None:
        return None
    if isinstance(value, Mapping):
        if set(value) != {"days"}:
            raise ValueError("write {days: 120} or words such as '4 months'")
        said = value["days"]
        given = days_given(said)
        if given is None and said is not None:
            raise ValueError(f"{said!r} is no number of days; write {{days: 120}}")
        return given
    if re.fullmatch(r"\s*[-+]?(\d[\d.e+-]*|\.?inf|\.?nan|\.\d+)\s*", str(value), re.IGNORECASE):
        return number_in(
            str(value).strip().replace(".inf", "inf").replace(".nan", "nan"), 0, 36_525, "days"
        )
    if (negative := re.match(r"\s*-\s*\d", str(value))) is not None:
        raise ValueError(
            f"{value!r} is negative at {negative.group()!r}; "
            "write the days from onset to examination"
        )
    return days_of(str(value))


_NO_NUMBER = frozenset(
    {"nan", "inf", "-inf", "+inf", "infinity", "-infinity", ".nan", ".inf", "-.inf"}
)


def checked_value(value: object) -> object:
    """Take words, a figure or a mapping of them as the value of a finding."""
    if isinstance(value, list):
        raise ValueError(
            "a list is no value; write one word, one figure or a mapping such as {amplitude_uv: 4}"
        )
    for one in value.values() if isinstance(value, Mapping) else [value]:
        if isinstance(one, list | dict):
            raise ValueError("a mapping may hold only words and figures, such as {amplitude_uv: 4}")
        if str(one).strip().lower() in _NO_NUMBER:
            raise ValueError(
                f"{one!r} is not a number; leave the value out or write the measured figure"
            )
    if not isinstance(value, Mapping):
        return value
    return {key: "" if one is None else str(one) for key, one in value.items()}
