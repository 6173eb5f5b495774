"""Rows of a conduction study, as findings: amplitude, latency, velocity, and what is lost across the fibular head."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from lumbosacral.findings.cases.case import Finding
from lumbosacral.findings.tables.cells import is_gone
from lumbosacral.findings.tables.labels import place_of

__all__ = ["Study", "told_of"]

Kind = Literal["motor", "sensory", "f wave", "h reflex", ""]
_LATE = {"f latency": "f wave", "h latency": "h reflex"}


@dataclass
class Study:
    """One nerve of one side: where it was recorded, and a row for each place of stimulation."""

    nerve: str
    record: str
    side: str
    kind: Kind
    rows: list[Mapping[str, str]] = field(default_factory=list)


def told_of(study: Study) -> list[Finding]:
    """Findings of a study, the lowest place of stimulation first."""
    late = [
        (kind, row[name]) for row in study.rows for name, kind in _LATE.items() if row.get(name)
    ]
    if study.kind in {"f wave", "h reflex"}:
        late = late or [(study.kind, said) for row in study.rows if (said := _of_late(row))]
    told = [_finding(study, _late_name(study, kind), _measured(said, "ms")) for kind, said in late]
    if study.kind not in {"f wave", "h reflex"} and study.rows:
        told += [_finding(study, _name(study), value) for value in _values(study)]
    return told


def _finding(study: Study, of: str, value: str) -> Finding:
    return Finding.model_validate(
        {"test": "ncs", "of": of, "value": value, "side": study.side or None}
    )


def _name(study: Study) -> str:
    """What the study is called: a motor one by its muscle as well."""
    has = study.kind and study.kind in study.nerve.lower()
    kind = "" if has or not study.kind else f" {study.kind}"
    return (
        f"{study.nerve}{kind}"
        if study.kind == "sensory"
        else f"{study.nerve}{kind} {study.record}".strip()
    )


def _late_name(study: Study, kind: str) -> str:
    if kind == "h reflex":
        return "H reflex"
    return (
        study.nerve
        if "f wave" in study.nerve.lower().replace("-", " ")
        else f"{study.nerve} F wave"
    )


def _of_late(row: Mapping[str, str]) -> str:
    return row.get("latency") or row.get("absent") or row.get("peak") or ""


def _measured(said: str, unit: str) -> str:
    return "absent" if is_gone(said) or said.lower() == "x" else f"{_figure(said):g} {unit}"


def _figure(said: str) -> float:
    return float(said.rstrip("*").replace(",", "."))


def _values(study: Study) -> list[str]:
    """What is told of the amplitude and speed of a study; "absent" where there was no response."""
    first = study.rows[0]
    if any(is_gone(said) for said in first.values()) or first.get("absent"):
        return ["absent"]
    motor = study.kind == "motor" or (not study.kind and study.record)
    unit, told = ("mV" if motor else "uV"), list[str]()
    if "amplitude" in first:
        told.append(f"amplitude {_figure(first['amplitude']):g} {unit}")
    lost = _lost(study.rows)
    told += [f"{lost:.0f} % drop across fibular head"] if lost is not None else []
    if "latency" in first and motor:
        told.append(f"distal latency {_figure(first['latency']):g} ms")
    speed = _speed(study.rows)
    return told + ([f"velocity {speed:.0f} m/s"] if speed else [])


def _lost(rows: Sequence[Mapping[str, str]]) -> float | None:
    """Share of the amplitude lost between below and above the fibular head, in %; None where it was not sought."""
    at = {place_of(row.get("site", "")): row["amplitude"] for row in rows if "amplitude" in row}
    if "below" not in at or "above" not in at:
        return None
    below, above = (0.0 if is_gone(at[p]) else _figure(at[p]) for p in ("below", "above"))
    return max(0.0, 100 * (1 - above / below)) if below > 0 else None


def _speed(rows: Sequence[Mapping[str, str]]) -> float:
    """Velocity over all stretches that were measured, in m/s, or over the first; 0 where none was."""
    each = [(_number(row, "velocity"), _number(row, "distance")) for row in rows]
    each = [(v, d) for v, d in each if v > 0]
    if all(d > 0 for _, d in each) and each:
        return sum(d for _, d in each) / sum(d / v for v, d in each)
    return each[0][0] if each else 0.0


def _number(row: Mapping[str, str], name: str) -> float:
    said = row.get(name, "")
    return 0.0 if not said or is_gone(said) else _figure(said)
