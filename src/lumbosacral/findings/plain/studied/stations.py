"""Amplitudes from several places along the fibular nerve, as one amplitude and what is lost on the way."""

import re

__all__ = ["plain_stations"]

_HEAD = r"(?:the )?(?:fib(?:ular?|\.)? ?(?:head|neck)|(?:head|neck) of (?:the )?fibula|FH|FN)"
_PLACES = {
    "ankle": r"(?:at |the )*ankle",
    "below": rf"(?:at )?(?:BFH|(?:just )?(?:below|distal to|under) {_HEAD}|(?:below|distal to) (?:the )?knee"
    r"|(?:below|distal(?:ly)?)(?=\W+(?:and|vs\.?|versus|\d)))",
    "above": rf"(?:at )?(?:AFH|(?:just )?(?:above|proximal to) {_HEAD}|(?:at |the )*(?:lateral )?popliteal(?: fossa)?"
    r"|(?:above|proximal to) (?:the )?knee|proximal(?:ly)?|(?:at |the )*pop(?:\. ?| )?fossa)",
}
"""Places of stimulation from the foot upwards."""
_NEXT = r"(?:[\s,;/\u2192]|->|\b(?:and|then|vs\.?|versus|to|but|falling|dropping)\b)+"


def _item(name: str) -> str:
    place = _PLACES[name]
    return (
        rf"(?:(?:{place})\s*(?:is |was |of |[:=(])?\s*{_figure(name, 'after')}\)?"
        rf"|{_figure(name, 'before')} (?:mV )?(?:{place})(?!\w))"
    )


def _figure(name: str, where: str) -> str:
    """Pattern of the figure that stands after or before the name of a place."""
    return rf"(?P<{name}_{where}>\d+(?:\.\d+)?)(?: ?(?P<{name}_{where}_mv>mV|millivolts?))?"


_RUN = re.compile(
    rf"(?:(?:CMAP )?amplitudes?:? )?(?:{_item('ankle')}{_NEXT})?(?:{_item('below')}{_NEXT})?{_item('above')}"
    r"(?P<side>\s+(?:on the )?(?:left|right|L|R)\b)?",
    re.I,
)
_FIBULAR = re.compile(
    r"\b(?:peroneal|peroneus|fibular|EDB|TA|CPN|CFN|extensor digitorum brevis|tibialis anterior)\b|fibular head",
    re.I,
)
_OF_TA = re.compile(r"\b(?:TA|tibialis anterior)\b", re.I)
_OTHER = re.compile(r"\b(?:tibial|femoral|sciatic|ulnar|median|radial|sural)\b", re.I)


def plain_stations(text: str, before: str = "") -> str:
    """Write "ankle 2.1, below fibular head 2.0, above fibular head 0.5 mV" as "2.1 mV and 76 % drop ...".

    The amplitude is that from the lowest place, the drop that from there to the highest one. `before` are the words
    that name the study, where they stand apart.
    """
    return _RUN.sub(
        lambda found: _compared(found, f"{before} {text[: found.start()]}", apart=not before), text
    )


def _compared(found: re.Match[str], before: str, *, apart: bool) -> str:
    said = {name: found[f"{name}_after"] or found[f"{name}_before"] for name in _PLACES}
    figures = [float(x) for x in said.values() if x is not None]
    in_mv = any(found[f"{name}_{at}_mv"] for name in _PLACES for at in ("after", "before"))
    study = before[max((m.end() for m in _OTHER.finditer(before)), default=0) :]
    if (
        len(figures) < _SEVERAL
        or not in_mv
        or figures[0] <= 0
        or not _FIBULAR.search(study + found[0])
    ):
        return found[0]
    muscle = "TA CMAP " if apart and _OF_TA.search(re.split(r"[,;]", study)[-1]) else ""
    side = f" {found['side'].strip()}" if found["side"] else ""
    drop = max(0.0, 100 * (1 - figures[-1] / figures[0]))
    return f"{figures[0]:g} mV{side} and {muscle}{drop:.0f} % drop across fibular head{side}"


_SEVERAL = 2
