"""The answer given to a finding: one, or several where it names sides or figures of its own."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from lumbosacral.findings.cases.case import Finding
from lumbosacral.findings.language.vocabulary import Vocabulary
from lumbosacral.findings.language.words import clean
from lumbosacral.findings.plain.moved.graded import plain_grades
from lumbosacral.findings.reading import Value
from lumbosacral.findings.results.figured import by_figure, plain_figures
from lumbosacral.findings.results.opposite import own_and_other
from lumbosacral.findings.results.pieces import by_side, respective, with_units
from lumbosacral.findings.results.values import listen, table_for

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
    text = plain_figures(text) if finding.test == "ncs" else text
    sides = _named_sides(_SLASHED.sub(" \\1 \\2 ", finding.of), known)
    each = _per_side(finding.of, text) if len(sides) == 2 else []
    if each:
        yield from (Answer(said, side) for said, side in zip(each, sides, strict=True))
        return
    own = sides[0] if len(set(sides)) == 1 else "" if sides else finding.side or ""
    own = own if finding.test in _IN_LIMBS else ""
    pieces = own_and_other(text, finding.test, own, known) or by_side(text, known)
    pieces = with_units(pieces)
    both = len(pieces) == 1 and any(
        f"{a}" in text.lower() for a in ("left and right", "right and left")
    )
    for piece, whose in pieces:
        heard = known.prepare(piece)
        bilateral = any(
            (m := known.match(heard, i, ("side",))) and m.name == "both" for i in range(len(heard))
        )
        own = f"value {table_for(finding.test, '', known)}"
        only = heard and all(known.match([t], 0, ("side",)) for t in heard)
        only = only and not known.match(heard, 0, (own,))
        side = "both" if both or bilateral else whose
        said = "" if only else piece.strip(" ,;/")
        for one in by_figure(said, known) if finding.test == "ncs" else (said,):
            yield Answer(plain_grades(one) if finding.test == "strength" else one, side)


_SLASHED = re.compile(r"(?<!\w)(right|left|r|l)\s*/\s*(left|right|l|r)(?!\w)", re.I)


def _per_side(words: str, text: str) -> list[str]:
    """Answers for both sides: "2/5 and 4/5", or "2/0" where the words say "R/L"."""
    halves = [half.strip() for half in text.split("/")]
    slashed = _SLASHED.search(words) is not None and len(halves) == 2 and all(halves)
    return halves if slashed else respective(text, 2)


_IN_LIMBS = frozenset({"strength", "reflex", "sensation", "emg", "ncs"})


def _named_sides(words: str, known: Vocabulary) -> list[str]:
    """Left and right in the order in which they are said."""
    row = known.prepare(clean(words))
    found = (known.match([token], 0, ("side",)) for token in row)
    return [match.name for match in found if match and match.name in {"left", "right"}]


LIMIT = "limit"
"""Key of the limit of normal of the laboratory that measured."""
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
    rest = {key: said for key, said in value.items() if key not in {*_KEYS, LIMIT}}
    limit = _limit(value.get(LIMIT, ""))
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
                    limit=limit if heard.number is not None else None,
                ),
            )
    if rest:
        yield _needle_mapping(rest, known)


def _limit(said: str) -> float | None:
    """Limit of normal of the laboratory: "2.5", "> 2.5 mV"."""
    found = re.search(r"\d+(?:\.\d+)?", said)
    return float(found[0]) if found and float(found[0]) > 0 else None


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
