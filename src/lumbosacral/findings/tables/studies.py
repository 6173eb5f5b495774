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
    late = study.kind in {"f wave", "h reflex"}
    told = [
        _finding(study, _late_name(study, kind), _latency(row, name))
        for row in study.rows
        for name, kind in (*_LATE.items(), *([("latency", study.kind)] if late else []))
        if row.get(name)
    ]
    if study.rows and not late:
        told += [_finding(study, _name(study), value) for value in _values(study)]
    gone = late and not told and any(map(is_gone, study.rows[0].values())) if study.rows else False
    return [_finding(study, _late_name(study, study.kind), "absent")] if gone else told


Said = str | dict[str, str]


def _finding(study: Study, of: str, value: Said) -> Finding:
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


def _latency(row: Mapping[str, str], name: str) -> Said:
    return "absent" if is_gone(row[name]) else _figure(row, name, "latency_ms")


def _figure(row: Mapping[str, str], name: str, key: str) -> dict[str, str]:
    """A figure by what it measures, with the limit of normal that stands beside it."""
    limit = row.get(f"{name} limit", "")
    return {key: _plain(row[name])} | ({"limit": limit} if limit else {})


def _plain(said: str) -> str:
    return said.rstrip("*").replace(",", ".")


def _values(study: Study) -> list[Said]:
    """What is told of the amplitude and speed of a study; "absent" where there was no response."""
    first = study.rows[0]
    if any(is_gone(said) for said in first.values()) or first.get("absent"):
        return ["absent"]
    motor = study.kind == "motor" or bool(not study.kind and study.record)
    told: list[Said] = []
    if "amplitude" in first:
        told.append(_figure(first, "amplitude", "amplitude_mv" if motor else "amplitude_uv"))
    lost = _lost(study.rows)
    told += [f"{lost:.0f} % drop across fibular head"] if lost is not None else []
    # without a limit of its own a sensory latency says nothing: it depends on the distance
    told += [
        _figure(first, name, "latency_ms")
        for name in ("latency", "peak")
        if name in first and (motor if name == "latency" else f"{name} limit" in first)
    ][:1]
    return told + _speed(study.rows)


def _lost(rows: Sequence[Mapping[str, str]]) -> float | None:
    """Share of the amplitude lost between below and above the fibular head, in %; None where it was not sought."""
    at = {place_of(row.get("site", "")): row["amplitude"] for row in rows if "amplitude" in row}
    if "below" not in at or "above" not in at:
        return None
    below, above = (0.0 if is_gone(at[p]) else float(_plain(at[p])) for p in ("below", "above"))
    return max(0.0, 100 * (1 - above / below)) if below > 0 else None


def _speed(rows: Sequence[Mapping[str, str]]) -> list[Said]:
    """Velocity over all stretches that were measured, or over the first, with the limit of that one."""
    timed = [row for row in rows if _number(row, "velocity") > 0]
    if not timed:
        return []
    each = [(_number(row, "velocity"), _number(row, "distance")) for row in timed]
    whole = (
        sum(d for _, d in each) / sum(d / v for v, d in each)
        if all(d for _, d in each)
        else each[0][0]
    )
    return [_figure({**timed[0], "velocity": f"{whole:.0f}"}, "velocity", "velocity_m_per_s")]


def _number(row: Mapping[str, str], name: str) -> float:
    said = row.get(name, "")
    return 0.0 if not said or is_gone(said) else float(_plain(said))
