"""Results as they are typed in a hurry: "SLR neg", "Babinski (-)", "plantars R up L down", "KJ N"."""

import re

from lumbosacral.findings.language.patterns import UNIT
from lumbosacral.findings.plain.spelled import plain_signs

__all__ = ["plain_mark", "plain_results"]

_STRETCH = r"(?:SLRs?|straight[- ]leg[- ]rais(?:e|ing)(?: test)?)"
_SIGN = (
    rf"(?:(?:crossed |contralateral |reverse |seated )?{_STRETCH}|las[e\u00e8]gue|FST|femoral stretch|slump|bowstring|"
    r"babinski|clonus|hoff?mann?|tinel|trendelenburg|gowers?|rombergs?|phalen)"
)
_BESIDE = (
    r"(?:(?:'?s|sign|test|manoeuvre|maneuver|at|over|on|the|fibular|peroneal|tarsal|tunnel|neck|head|ankle|medial|"
    r"malleolus|inguinal|ligament|left|right|both|sides?|bilat\w*|[LR])\b[ :]*)*"
)
_OPEN = re.compile(r"\((?P<mark>\+{1,3}|-)\)")
_MARKED = re.compile(
    rf"(?P<sign>\b{_SIGN}(?:'s)?[ :]*{_BESIDE})(?P<mark>\+{{1,3}}|-)(?=$|[\s,;.])", re.I
)
_STRETCHED = re.compile(
    rf"(?P<sign>\b{_STRETCH}:? )(?P<mark>absent|nil|not present|present)\b", re.I
)
_TOLD = {"+": "positive", "++": "positive", "+++": "positive", "-": "negative", "absent": "negative",
         "nil": "negative", "not present": "negative", "present": "positive"}  # fmt: skip
_SIDE = r"(?:left|right|L|R)"
_SIDED = rf"(?:(?:are|were|both|bilat\w*|{_SIDE}) )*"
_PLANTARS = re.compile(
    r"(?:\bplantars?:?|(?:^|(?<=[,;.\n]))\s*(?:great |big )?toes:?) "
    rf"(?={_SIDED}(?:(?:up|down)(?:going)?\b|[\u2191\u2193]))|"
    rf"\bplantars:? (?={_SIDED}(?:flexor|extensor)\b)",
    re.I,
)
_TOE = re.compile(
    r"(?<=plantar responses )(?P<beside>[\w ,]*?)(?P<way>\u2191+|\u2193+|flexor|extensor)(?!\w)",
    re.I,
)
_GOING = re.compile(
    r"(?<=plantar responses )(?P<beside>[\w ,/]*?)\b(?P<way>up|down)[- ]?going\b", re.I
)
_A_TOE = rf"(?:{_SIDE} (?:up|down)|(?:up|down) {_SIDE})\b"
_EACH_TOE = re.compile(rf"(?<=plantar responses )(?P<one>{_A_TOE}),? (?:and )?(?={_A_TOE})", re.I)
_JERK = r"(?i:KJs?|AJs?|(?:knee|ankle|patellar|achilles)(?: (?:jerk|reflex)(?:es|s)?)?)"
_JERK_TOLD = re.compile(
    rf"(?P<jerk>\b{_JERK}:? (?:(?:both|bilat\w*|{_SIDE}) )?)(?P<told>NR|NL|nl|N)(?![\w/.-])"
)
_NO_JERK = re.compile(
    rf"(?P<jerk>\b{_JERK}:?) ?-(?P<side>\s*(?:(?i:b/l|bilat\w*|{_SIDE})\b)?)(?=\s*(?:$|[,;.\n]))"
)
"""A jerk with a dash behind it, which parts it from nothing else: "AJ - b/l"."""
_JERK_NAMED = re.compile(
    r"\b(?P<name>achilles|patellar)(?= (?:normal|absent|present|brisk|reduced|trace|lost|NR|NL|nl|N|[0-4]\+?)"
    r"(?=$|[\s,;.]))",
    re.I,
)
_ANGLE = r"\d\d ?(?:\u00b0|deg(?:rees)?)?"
_ANGLES = re.compile(
    rf"\b(?P<test>{_STRETCH}):? (?P<one>{_ANGLE}) (?P<side>{_SIDE})\b,? (?:and )?(?P<other>{_ANGLE}) (?={_SIDE}\b)",
    re.I,
)
_VERSUS = re.compile(
    rf"(?P<one>\d ?{UNIT} {_SIDE}) (?:vs\.?|versus|compared (?:to|with)) (?=[\d(])",
    re.I,
)
"""Between the figures of two sides: "1.2 mV R vs 8.4 mV L"."""
_NUMBER = r"\d+(?:\.\d+)?"
_OTHER_SIDE = re.compile(
    rf"(?P<one>{_NUMBER})(?: ?(?P<before>{UNIT}))? \((?P<side>{_SIDE}):? (?P<other>{_NUMBER})(?: ?{UNIT})?\)"
    rf"(?: ?(?P<after>{UNIT}))?",
    re.I,
)
"""A figure with that of the other side: "4 (L 12) uV"."""
_LESS = r"(?:\u2193+|reduced|decreased|decr?|diminished|impaired|absent|lost|intact|normal)"
_SENSES = {"LT": "light touch", "PP": "pinprick", "JPS": "position sense"}
_SENSE = re.compile(
    rf"(?P<before>(?:{_LESS}|loss of|to|for|light touch|pinprick|position sense)(?:,? (?:and |or |& )?|[/&,]))"
    rf"(?P<sense>LT|PP|JPS)\b|\b(?P<first>LT|PP|JPS)(?= ?(?:{_LESS}\b|\u2193|(?:,|and|&|/) ?(?:LT|PP|JPS)\b))"
)
"""Ways of feeling in capitals beside what was found: "LT" alone may be the left side, "PP" after a birth."""
_INTACT_TO = re.compile(
    r"\b(?P<sound>intact|normal|preserved) to (?:(?:light touch|touch|pinprick|pin|vibration|position sense|temperature"
    r"|all modalities|and)[ ,/&]+)+(?=(?:except|apart from|other than|but)\b)",
    re.I,
)
"""Ways of feeling that are intact but for a place."""
_HOURS = re.compile(r"(?<![\w.])(?P<number>\d{1,3}) ?h(?:rs?)?(?!\w)")
_ARROW = re.compile(r"\s*(?:->|\u2192)\s*")
_RUNS = re.compile(
    r"(?P<head>\b(?:pain|ache|aching)\b[^,;.]*?)\s*(?:->|\u2192)\s*(?P<rest>[^,;.]*)", re.I
)
_SINCE = re.compile(
    r" - (?=\d+ ?(?:h|hrs?|hours?|d|days?|w|wks?|weeks?|months?|yrs?|years?)\b)", re.I
)
"""A dash before a time denies nothing: "reduced anal tone - 24 h"."""
_IRRADIATED = re.compile(
    r"\bRT(?= (?:in (?:19|20)\d\d|\d+ ?(?:yrs?|years?|months?) (?:ago|before)))"
)
_OF_JERKS = {"NR": "absent", "NL": "normal", "nl": "normal", "N": "normal"}


def _marked(found: re.Match[str]) -> str:
    return found["sign"] + _TOLD[found["mark"].lower()]


def _jerk(found: re.Match[str]) -> str:
    return found["jerk"] + _OF_JERKS[found["told"]]


def _toe(found: re.Match[str]) -> str:
    return found["beside"] + ("up" if found["way"][0] in "\u2191eE" else "down")


def _run(found: re.Match[str]) -> str:
    return f"{found['head']} radiating to {_ARROW.sub(' and ', found['rest'])}"


def _both_sides(found: re.Match[str]) -> str:
    unit = found["before"] or found["after"]
    if unit is None:
        return found[0]
    own = "right" if found["side"].lower().startswith("l") else "left"
    return f"{found['one']} {unit} {own}, {found['side']} {found['other']} {unit}"


def _sense(found: re.Match[str]) -> str:
    return (found["before"] or "") + _SENSES[found["sense"] or found["first"]]


_ABBREVIATED = r"(?:\.(?=\s*(?:(?:on|at|in|for|left|right|L|R|both|bilat\w*|b/l)\b|[,;.\n]|$)))?"
"""A dot that ends no sentence."""
_SHORT = (
    (re.compile(rf"\bneg\b{_ABBREVIATED}(?!\w)", re.I), "negative"),
    (re.compile(rf"\bpos\b{_ABBREVIATED}(?!\w)", re.I), "positive"),
    (re.compile(r"\bP ?& ?N\b"), "pins and needles"),
    (re.compile(r"\bpost\.? (?=(?:thigh|calf|leg|knee)\b)", re.I), "posterior "),
)


_MARKS = frozenset({"+", "++", "+++", "-"})


def plain_mark(said: str, test: str) -> str:
    """Write the answer of a finding in full: "neg", "(-)", "nl", "\u2193 LT"."""
    bare = _OPEN.sub(r"\g<mark>", said.strip())
    if test == "sign" and bare in _MARKS:
        return _TOLD[bare]
    if bare in _OF_JERKS and (test == "reflex" or bare != "NR"):
        return _OF_JERKS[bare]
    return _senses(_full(said)) if test == "sensation" else _full(said)


def plain_results(text: str) -> str:
    """Write the results of a line of text in full, so that a sign is no muscle and a mark no dash."""
    text = _NO_JERK.sub(r"\g<jerk> absent\g<side>", text)
    text = _signs(_full(_of_two(_of_times(text))))
    text = re.sub(r"(?<![\w.])(?:nl|NL)(?![\w.])|(?<=[A-Za-z)]) N(?=$|[,;.\n])", " normal", text)
    text = _toes(text)
    text = re.sub(r" ?\u2193+ ?", " reduced ", re.sub(r" ?\u2191+ ?", " increased ", text)).strip()
    text = _INTACT_TO.sub(r"\g<sound> ", _senses(text))
    return _JERK_TOLD.sub(_jerk, _JERK_NAMED.sub(r"\g<name> reflex", text))


def _of_times(text: str) -> str:
    text = _SINCE.sub(", ", _HOURS.sub(r"\g<number> hours", text))
    return _IRRADIATED.sub("radiotherapy", _ARROW.sub(" to ", _RUNS.sub(_run, text)))


def _of_two(text: str) -> str:
    text = _VERSUS.sub(r"\g<one>, ", _OTHER_SIDE.sub(_both_sides, text))
    return _ANGLES.sub(r"\g<test> \g<one> \g<side>, \g<test> \g<other> ", text)


def _full(text: str) -> str:
    text = plain_signs(text)
    for short, word in _SHORT:
        text = short.sub(word, text)
    return text


def _signs(text: str) -> str:
    text = _MARKED.sub(_marked, _OPEN.sub(r"\g<mark>", text))
    return _STRETCHED.sub(_marked, text)


def _toes(text: str) -> str:
    text = _PLANTARS.sub("plantar responses ", text)
    while _GOING.search(text):
        text = _GOING.sub(r"\g<beside>\g<way>", text, count=1)
    while _TOE.search(text):
        text = _TOE.sub(_toe, text, count=1)
    return _EACH_TOE.sub(r"\g<one>, ", text)


def _senses(text: str) -> str:
    while _SENSE.search(text):
        text = _SENSE.sub(_sense, text, count=1)
    return text
