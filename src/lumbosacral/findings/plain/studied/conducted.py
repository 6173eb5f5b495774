"""Nerve conduction and needle findings told in full: where along the nerve, and how little was found."""

import re

from lumbosacral.findings.language.patterns import UNIT
from lumbosacral.findings.language.phrase import Part

__all__ = [
    "plain_conduction",
    "plain_needle",
    "same_study",
    "with_figures",
    "without_all_nerves",
]

_FIBULA = (
    r"(?:(?:left |right )?(?:fibular? |peroneal )(?:head|neck)|(?:head|neck) of (?:the )?fibula)"
)
_NECK = re.compile(
    r"\b(?:fibular? |peroneal )neck\b|\bneck of (?:the )?(?P<side>(?:left |right )?)fibula\b", re.I
)
_AT = r"(?:across|at|over|around|through|about|from below to above|between below and above)"
_DROP = r"(?:drop|decrement|fall|decrease|reduction|loss|diminution|decline)"
_LOST_AT = re.compile(
    rf"\b(?:(?:CMAP|MAP|motor|amplitude|response) )*(?:amplitude )?(?:conduction )?{_DROP}s?"
    rf"(?: in| of)?(?: the)?(?: (?:CMAP|motor|amplitude|response))*(?P<much>[^,;]*?) {_AT} (?:the )?{_FIBULA}",
    re.I,
)
_NOT_LOST = re.compile(
    rf"\b(?:no|without(?: any)?) (?:(?:significant|abnormal|focal|CMAP|amplitude|motor|conduction) )*{_DROP}s?"
    rf"(?: (?:in|of) (?:the )?(?:CMAP |motor )*(?:amplitude|response))? {_AT} (?=(?:the )?{_FIBULA})",
    re.I,
)
_NAMED = re.compile(
    r"\b(?:fibular|peroneal|tibial|EDB|TA|tibialis|extensor|CPN|DPN)\b(?! (?:head|neck))", re.I
)
_SCARCE = re.compile(
    r"\b(?:(?:a |the |relative |marked )*(?:paucity|scarcity|dearth|sparsity) of|hardly any|scarcely any|barely any"
    r"|(?:virtually|almost|practically|next to) no)\b"
    r"(?= (?:[\w-]+ ){0,3}?(?:denervat|fibrill|spontaneous|positive (?:sharp )?wave|sharp wave|PSW))",
    re.I,
)

_OF_LEGS = re.compile(
    r"(?<!and )(?<!or )\b(?:lower (?:limb|extremity)|leg) "
    r"(?=(?:motor(?:,? and|/|,| or) ?sensory|sensory(?:,? and|/|,| or) ?motor)\b)",
    re.I,
)
"""A limb that is named once for studies of both kinds: "lower limb motor and sensory conduction"."""


def plain_conduction(text: str, study: str = "") -> str:
    """Write the neck of the fibula as its head, and "drop at the fibular head" as a block of the fibular nerve.

    The nerve needs no name where it stands in `study`, the words that an answer is given to.
    """
    text = _OF_LEGS.sub("", text)
    text = _NOT_LOST.sub(r"no conduction block across ", text)
    lost = None if _NAMED.search(f"{study} {text}") else _LOST_AT.search(text)
    if lost is not None:
        start, end = lost.span()
        text = f"{text[:start]}fibular CMAP drop{lost['much']} across fibular head{text[end:]}"
    return _NECK.sub(r"\g<side>fibular head", text) if _NAMED.search(text) else text


_FIGURE = rf"\d+(?:\.\d+)? ?{UNIT}(?!\w)"
_MEASURE = r"(?:DML|DSL|DL|amp(?:l|litudes?)?|lat(?:ency)?|distal latency|[MNS]?CV|velocity)"
_FIGURES = re.compile(
    rf"^(?P<name>.*?[A-Za-z)])[\s:,]+(?P<told>(?:{_MEASURE}\.?:? ?)?\d+(?:\.\d+)?(?: ?{UNIT})?(?!\w).*)$",
    re.I,
)
"""A study and its figures: "tibial (AH) DML 4.1 ms, amp 12 mV, CV 45 m/s"."""
_EACH_FIGURE = re.compile(rf"{_MEASURE}\.?:? ?\d+(?:\.\d+)?|{_FIGURE}", re.I)
_HEADING = re.compile(
    r"^(?:NCS|EDX|(?:EMG ?(?:/|and|&) ?NCS|NCS ?(?:/|and|&) ?EMG)|nerve conduction(?: stud(?:y|ies))?) ?: ?(?=\w)",
    re.I,
)


def with_figures(of: str, said: str) -> tuple[str, str]:
    """Tell several figures of a study as its answer, each for itself; a heading over a study is none."""
    of = _HEADING.sub("", of)
    found = _FIGURES.match(of) if not said else None
    if found is None or len(_EACH_FIGURE.findall(of)) < _SEVERAL:
        return of, said
    told = re.sub(rf"(?<=V|s) (?={_FIGURE})", ", ", found["told"])
    return found["name"], told


_SEVERAL = 2


_STUDY_OF = re.compile(
    r"^(?:(?:concentric )?needle )?(?:EMG|electromyograph(?:y|ic)|electromyogram|needle examination)"
    r"(?: (?:study|studies|examination|findings|testing))?(?: (?:of|in|on|from))?(?: the| his| her)? "
    r"(?=(?:both |bilateral |left |right |affected |symptomatic )*"
    r"(?:legs?|thighs?|(?:lower |upper )?(?:limb|extremit|leg))\w*$)",
    re.I,
)
"""A needle study of a limb, before what it showed in which muscle: "EMG of the left leg"."""


_INCLUDING = re.compile(r"(?<!not)(?<!,),? (?:including|inclusive of|as well as) (?:the )?", re.I)


def plain_needle(text: str) -> str:
    """Write "a paucity of denervation" as "no significant" one, and "EMG of the left leg" as the limb."""
    return _STUDY_OF.sub("", _INCLUDING.sub(" and ", _SCARCE.sub("no significant", text)))


_CONDUCTION = re.compile(
    r"(?<=\w)([,;]? (?:and |with )?)(?:motor |sensory |nerve )?conduction (?=velocit)", re.I
)


def same_study(text: str) -> str:
    """Write "normal amplitude, conduction velocity 32 m/s" so that no study is named anew."""
    return _CONDUCTION.sub(r"\1", text)


_ALL = ("conduction group", "nerve conduction studies")


def without_all_nerves(parts: list[Part]) -> None:
    """Take conduction as such away where a nerve is named: "femoral nerve, with slowing of conduction velocity"."""
    if any(kind == "conduction" for part in parts for kind, _ in part.targets):
        for part in parts:
            part.targets = [target for target in part.targets if target != _ALL]
