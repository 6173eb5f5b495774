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
    told = {name: said for name, said in row.items() if name not in _NAMES}
    odd = [said for name, said in told.items() if not is_result(said, needle=True)]
    if not muscle or len(odd) == len(told):
        return [], before
    side = own or before
    told = {name: said for name, said in told.items() if said not in odd}
    words = [*_at_rest(told), *_of_units(told), *_recruited(told)]
    words = words or ([] if odd else ["normal"])  # a cell that is not understood may not be normal
    value = ", ".join([*words, *odd, *filter(None, [row.get("text")])])
    found = [("emg", words_apart(muscle), value)]
    if not _is_still(told.get("fasc", "0")):
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
        told = [f"{_INSERTION.get(meaning(insertion, 'sizes'), insertion)} insertional activity"]
    return told


_INSERTION = {"large": "increased", "small": "reduced"}


def _pluses(said: str) -> str:
    """How many: "+1" and "1" as "1+", "++" as "2+"; words stay."""
    found = re.fullmatch(r"\+?(\d)\+*(?:/4)?", said)
    if found is not None:
        return f"{found[1]}+"
    return f"{len(said)}+" if set(said) == {"+"} else said


def _of_units(row: Mapping[str, str]) -> list[str]:
    """Whether motor units are large, small or polyphasic."""
    sizes = {meaning(row.get(name, ""), "sizes") for name in ("amplitude", "duration", "units")}
    told = [f"{size} units" for size in ("large", "small") if size in sizes]
    poly = row.get("poly", "")
    shown = poly and not _is_still(poly) and "small" not in sizes
    return told + (["polyphasic units"] if shown else [])


def _recruited(row: Mapping[str, str]) -> list[str]:
    """How units come in, by the interference pattern where recruitment is normal or not told."""
    for said in (row.get("recruitment", ""), row.get("pattern", "")):
        word = meaning(said, "recruitment")
        if said and word != "normal" and "%" not in said:
            return ["no motor units" if word == "silent" else f"{word or said} recruitment"]
    return []
