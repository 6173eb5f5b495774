"""`lumbosacral check` on a terminal: how each phrase of a case was read."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from lumbosacral.findings.reading import NotUnderstood, Reading, Understood
from lumbosacral.terminal.page import Page

__all__ = ["reading_document", "show_readings"]

SCHEMA_VERSION = "1"
UNSIDED = {"unknown", ""}


def reading_document(reading: Reading) -> dict[str, Any]:
    """Return a reading as `--json` prints it."""
    return {
        "understood": [_understood(one) for one in reading.understood],
        "not_understood": [asdict(one) for one in reading.not_understood],
        "warnings": list(reading.warnings),
        "patient": reading.patient,
        "onset_days": reading.onset_days,
        "course": reading.course,
        "side": reading.side,
        "schema_version": SCHEMA_VERSION,
    }


def _understood(one: Understood) -> dict[str, Any]:
    return {
        "index": one.index, "words": one.words, "test": one.test, "of": list(one.targets),
        "shares": list(one.shares), "summary": one.summary, "modality": one.modality,
        "value": str(one.value), "side": one.sides, "days": one.days, "at": list(one.at),
    }  # fmt: skip


def show_readings(readings: Sequence[Reading]) -> None:
    """Print several readings, each under a line with its number."""
    page = Page()
    for number, reading in enumerate(readings, 1):
        if len(readings) > 1:
            page.rule(f"case {number}")
        _show(page, reading)


def _show(page: Page, reading: Reading) -> None:
    page.say(_about(reading))
    page.table(
        "Understood", ("", "words", "test", "of", "value", "side"),
        [_row(one) for one in reading.understood], right=(0,), narrow=(0, 2, 5),
    )  # fmt: skip
    for missed in reading.not_understood:
        page.say(_missed(missed), "yellow")
    for warning in reading.warnings:
        page.say(f"Note: {warning}", "yellow")
    if not reading.not_understood:
        page.say("Everything was understood.")


def _about(reading: Reading) -> str:
    said = [
        f"{value:g} {unit}" if unit else str(value)
        for value, unit in _of_patient(reading.patient)
        if value
    ]
    onset = "unknown" if reading.onset_days is None else f"{reading.onset_days:g} days before"
    return (
        f"Patient: {', '.join(said) or 'nothing given'}. Onset: {onset}."
        f" Course: {reading.course or 'not given'}. Side: {reading.side}."
    )


def _of_patient(patient: Any) -> list[tuple[Any, str]]:
    return [(patient.age, "years"), (patient.sex, ""), (patient.height_cm, "cm")]


def _row(one: Understood) -> tuple[str, ...]:
    many = f"{one.summary} of {len(one.targets)}: " if len(one.targets) > 1 else ""
    shown = ", ".join(one.targets[:4]) + (", ..." if len(one.targets) > 4 else "")
    place = f", at {', '.join(one.at)}" if one.at else ""
    modality = f" ({one.modality})" if one.modality not in {"", "any"} else ""
    number = str(one.index + 1) if one.index >= 0 else ""
    side = "" if one.sides in UNSIDED else one.sides
    return number, one.words, f"{one.test}{modality}", f"{many}{shown}{place}", str(one.value), side


def _missed(missed: NotUnderstood) -> str:
    near = f"; nearest: {', '.join(missed.nearest)}" if missed.nearest else ""
    rest = "; the rest of the finding was read" if missed.partly else ""
    return f"Not understood, finding {missed.index + 1}: {missed.words}{rest}{near}"
