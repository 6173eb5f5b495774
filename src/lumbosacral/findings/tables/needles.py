"""Rows of a needle study, as findings: muscle, side, and what the columns say in the words of a report."""

import re
from collections.abc import Mapping

from lumbosacral.findings.cases.case import Finding
from lumbosacral.findings.tables.cells import is_result
from lumbosacral.findings.tables.columns import meaning
from lumbosacral.findings.tables.labels import sided, words_apart

__all__ = ["needled"]

_RESTING = {"fibs": "fibs", "waves": "PSW", "other": ""}
_NAMES = frozenset({"muscle", "side", "root", "nerve", "text"})


def needled(row: Mapping[str, str], before: str) -> tuple[list[Finding], str]:
    """Findings of one muscle, and its side; `before` is the side of the rows above."""
    own, muscle = sided(f"{row.get('side', '')} {row.get('muscle', '')}")
    results = [said for name, said in row.items() if name not in _NAMES]
    if not muscle or not any(is_result(said, needle=True) for said in results):
        return [], before
    side = own or before
    told = [*_at_rest(row), *_of_units(row), *_recruited(row)]
    found = [("emg", words_apart(muscle), ", ".join(told) or "normal")]
    if row.get("fasc") and not _is_still(row["fasc"]):
        found.append(("sign", "fasciculations", "present"))
    return [
        Finding.model_validate({"test": test, "of": of, "value": value, "side": side or None})
        for test, of, value in found
    ], side


def _is_still(said: str) -> bool:
    return meaning(said, "words") in {"normal", "none"}


def _at_rest(row: Mapping[str, str]) -> list[str]:
    """Fibrillations and positive waves; where there are none, how insertion was."""
    seen = [(word, row.get(name, "")) for name, word in _RESTING.items()]
    told = [
        f"{word} {_pluses(said)}".strip() for word, said in seen if said and not _is_still(said)
    ]
    insertion = row.get("insertional", "")
    if not told and insertion and not _is_still(insertion):
        size = meaning(insertion, "sizes")
        told = [f"{'reduced' if size == 'small' else 'increased'} insertional activity"]
    return told


def _pluses(said: str) -> str:
    """How many: "+1" and "1" as "1+", "++" as "2+"; words stay."""
    found = re.fullmatch(r"\+?(\d)\+*(?:/4)?", said)
    if found is not None:
        return f"{found[1]}+"
    return f"{len(said)}+" if set(said) == {"+"} else said


def _of_units(row: Mapping[str, str]) -> list[str]:
    """Whether motor units are large, small or polyphasic, or what is said of them in other words."""
    sizes = {meaning(row.get(name, ""), "sizes") for name in ("amplitude", "duration")}
    told = [f"{size} units" for size in ("large", "small") if size in sizes]
    poly, units = row.get("poly", ""), row.get("units", "")
    told += ["polyphasic units"] if poly and not _is_still(poly) else []
    return told + ([units] if units and not _is_still(units) else [])


def _recruited(row: Mapping[str, str]) -> list[str]:
    """How units come in, by the interference pattern where recruitment is normal or not told."""
    for said in (row.get("recruitment", ""), row.get("pattern", "")):
        word = meaning(said, "recruitment")
        if said and word != "normal" and "%" not in said:
            return ["no motor units" if word == "silent" else f"{word or said} recruitment"]
    return []
