"""Results of both legs in one row: "R KJ 2+ AJ 0 L KJ 2+ AJ 2+", "achilles 1+ R 2+ L", "KJ ++/++"."""

import re

__all__ = ["each_leg"]

_SIDE = r"(?:right|left|R|L|Rt|Lt)"
_JERK = r"(?:KJs?|AJs?|(?:knee|ankle|patellar?|achilles)(?: (?:jerk|reflex|DTR)s?)?)"
_NAME = rf"(?:{_JERK}|HF|KE|KF|DF|PF|TA|EHL|IP|GSC?|quads?|hams?)"
_TOLD = r"(?:[0-5][+-]?(?:/[45])?|\+{1,4}|-|absent|normal|present|brisk|reduced|trace)"
_ROW = re.compile(
    rf"(?P<start>(?:^|[.;:\n]\s*|\b(?:reflexes|DTRs|motor|power|strength):? ))"
    rf"(?P<row>{_SIDE}:? (?:{_NAME}:? {_TOLD},? ){{1,8}}{_SIDE}:? (?:{_NAME}:? {_TOLD}[, ]*)+)",
    re.IGNORECASE,
)
_SIDE_LAST = re.compile(
    rf"(?P<start>(?:^|[.;:\n]\s*))(?P<row>(?:{_NAME}:? {_TOLD} {_SIDE}[, ]+)+{_NAME}:? {_TOLD} {_SIDE})"
    r"(?=\s*(?:[.;\n]|$))",
    re.IGNORECASE,
)
_NEXT_NAME = re.compile(rf"(?<=\S) (?={_NAME}:? {_TOLD} {_SIDE}\b)", re.IGNORECASE)
_NEXT_LEG = re.compile(rf"(?<=\S),? (?={_SIDE}:? {_NAME}:? {_TOLD})", re.IGNORECASE)
_AGAIN = re.compile(
    rf"\b(?P<name>{_JERK}):? (?P<one>{_TOLD}) (?:on )?(?P<side>{_SIDE}\b),? (?:and )?"
    rf"(?P<other>{_TOLD}) (?=(?:on )?{_SIDE}\b)",
    re.IGNORECASE,
)
_PAIR = re.compile(
    rf"\b(?P<name>{_JERK}):? (?P<one>[0-4]\+?|\+{{1,4}}|-) ?/ ?(?P<two>[0-4]\+?|\+{{1,4}}|-)(?=\s*(?:[,;.\n]|$))",
    re.IGNORECASE,
)


def each_leg(text: str) -> str:
    """Give each result its name and its side."""
    text = _ROW.sub(lambda found: found["start"] + _NEXT_LEG.sub(", ", found["row"]), text)
    text = _SIDE_LAST.sub(
        lambda found: found["start"] + _NEXT_NAME.sub(", ", found["row"].replace(",", "")), text
    )
    text = _AGAIN.sub(r"\g<name> \g<one> \g<side>, \g<name> \g<other> ", text)
    return _PAIR.sub(_same, text)


def _same(found: re.Match[str]) -> str:
    """Two marks that are the same are of both legs; of two others nobody says which leg is which."""
    if found["one"] == found["two"]:
        return f"{found['name']} {found['one']} b/l"
    return found[0]
