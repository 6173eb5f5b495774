"""The keys of a case: what is read, what is carried along, and what nobody knows."""

import difflib
from typing import Any

from lumbosacral.findings.cases.fields import days_given
from lumbosacral.findings.cases.person import read_patient

__all__ = ["CARRIED", "sorted_out"]

CARRIED = ("id", "source", "summary", "truth")
_KEYS = ("patient", "patient_text", "onset", "onset_text", "course", "side", "findings")


def sorted_out(data: dict[str, Any]) -> dict[str, Any]:
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
            kept["onset_days"] = days_given(onset)
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
