"""The answer given to a finding: one, or several where it names sides or figures of its own."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from lumbosacral.findings.case import Finding
from lumbosacral.findings.reading import Value
from lumbosacral.findings.values import listen
from lumbosacral.findings.vocabulary import Vocabulary
from lumbosacral.findings.words import SEPARATORS, clean

__all__ = ["Answer", "answers"]


@dataclass(frozen=True, slots=True)
class Answer:
    """The value of a finding: its words, or a finished value from a mapping."""

    text: str
    side: str = ""
    fixed: Value | None = None


def answers(finding: Finding, known: Vocabulary) -> Iterator[Answer]:
    """One answer, or several where the value names sides or figures of its own."""
    value = finding.value
    if isinstance(value, Mapping):
        yield from _of_mapping(value, finding, known)
        return
    text = clean(value or "")
    row = known.prepare(text)
    pieces: list[tuple[str, str]] = []
    start = 0
    side = ""
    unit_until = 0
    for i, token in enumerate(row):
        found = known.match(row, i, ("unit", "side")) if i >= unit_until else None
        if found is not None and found.kind == "unit":
            unit_until = i + found.length
        if found is not None and found.name in {"left", "right"}:
            if side and side != found.name:
                cut = next(
                    (
                        t.start
                        for t in reversed(row[:i])
                        if t.norm in SEPARATORS and t.start >= start
                    ),
                    token.start,
                )
                pieces.append((text[start:cut], side))
                start = cut
            side = found.name
    pieces.append((text[start:], side))
    both = len(pieces) == 1 and any(
        f"{a}" in text.lower() for a in ("left and right", "right and left")
    )
    for piece, whose in pieces:
        heard = known.prepare(piece)
        bilateral = any(
            (m := known.match(heard, i, ("side",))) and m.name == "both" for i in range(len(heard))
        )
        only = heard and all(known.match([t], 0, ("side",)) for t in heard)
        yield Answer("" if only else piece.strip(" ,;/"), "both" if both or bilateral else whose)


_KEYS = {
    "amplitude_uv": ("amplitude", "uV"),
    "amplitude_mv": ("amplitude", "mV"),
    "latency_ms": ("latency", "ms"),
    "velocity_m_per_s": ("velocity", "m/s"),
    "amplitude": ("amplitude", ""),
    "velocity": ("velocity", "m/s"),
    "latency": ("latency", "ms"),
}


def _of_mapping(value: Mapping[str, str], finding: Finding, known: Vocabulary) -> Iterator[Answer]:
    rest = {key: said for key, said in value.items() if key not in _KEYS}
    for key, said in value.items():
        if key in _KEYS:
            quantity, unit = _KEYS[key]
            heard = listen(known.prepare(said), said, "ncs", known).value
            if heard is None:
                yield Answer(f"{key} {said}")
                continue
            slow = quantity in {"velocity", "latency"} and heard.word in {"reduced", "abnormal"}
            yield Answer(
                "",
                "",
                replace(
                    heard,
                    quantity=quantity,
                    word="slow" if slow else heard.word,
                    unit=heard.unit or (unit if heard.number is not None else None) or None,
                ),
            )
    if rest:
        yield _needle_mapping(rest, known)


def _needle_mapping(rest: Mapping[str, str], known: Vocabulary) -> Answer:
    text = ", ".join(f"{key} {said}" for key, said in rest.items())
    amount = listen(
        known.prepare(rest.get("spontaneous", "")), rest.get("spontaneous", ""), "emg", known
    ).value
    recruited = listen(
        known.prepare(rest.get("recruitment", "")), rest.get("recruitment", ""), "ncs", known
    ).value
    units_said = rest.get("units", rest.get("motor_units", ""))
    units = listen(known.prepare(units_said), units_said, "emg", known).value
    asked = {"spontaneous": amount, "recruitment": recruited, "units": units, "motor_units": units}
    if not set(rest) <= set(asked) or any(asked[key] is None for key in rest):
        return Answer(text)
    spontaneous = (
        (1.0 if amount.spontaneous is None and amount.word != "normal" else amount.spontaneous)
        if amount
        else None
    )
    word = (recruited.word if recruited else "") or ""
    recruitment = {"normal": "normal", "absent": "absent"}.get(word, "reduced" if word else "")
    motor = (units.units or units.word) if units else ""
    odd = (
        bool(spontaneous)
        or recruitment in {"reduced", "absent"}
        or motor in {"neurogenic", "myopathic", "abnormal"}
    )
    return Answer(
        "",
        "",
        Value(
            word="abnormal" if odd else "normal",
            spontaneous=spontaneous,
            recruitment=recruitment,
            units=motor,
        ),
    )
