"""Shorthand of examinations and studies in plain words: arrows, tables in one line, "5/3 (R/L)"."""

import re

from lumbosacral.findings.cases.case import Finding
from lumbosacral.findings.language.words import clean

__all__ = ["plain_shorthand"]

_MARKS = {"\u2193": " reduced ", "\u2191": " increased ", "\u00b1": " +/- "}
_EXAMINED = frozenset({"strength", "reflex", "sign", "sensation", "emg", "ncs"})
_TABLED = frozenset({"strength", "reflex", "sensation", "emg", "ncs"})


def plain_shorthand(finding: Finding) -> Finding:
    """Return the finding with the shorthand of its words and of its answer written out."""
    if not isinstance(finding.value, str | None) or finding.test not in _PLAIN:
        return finding
    of, said = clean(finding.of), clean(finding.value or "")
    if finding.test in _TABLED:
        of, said = _both_sides(of, said)
        of = _listed(of, said)
    if finding.test == "reflex":
        of, said = (_APART.sub(r"\g<mark>, ", text) for text in (of, said))
    if finding.test in _OWN:
        of, said = _told_together(of, said, _OWN[finding.test])
    of, said = _plain(of, finding.test), _plain(said, finding.test)
    if finding.test == "autonomic":
        said = _SINCE.sub(r"\1", said)
    if finding.test == "autonomic" and _BOWEL.search(of) and _REGULAR.match(said):
        said = "normal"
    if finding.test == "ncs":
        of, said = _NEITHER.sub("no conduction block", of), _with_units(of, said)
    told = {"of": of, "value": None if finding.value is None else said}
    return finding.model_copy(update=told)


_APART = re.compile(
    r"(?P<mark>[+\d]|trace|brisk|absent|normal) (?=(?:(?:left|right|both) )?"
    r"(?:knee|ankle|patellar|achilles)s?(?: jerk| reflex)?s? (?:[0-4]|\+|trace|absent|brisk|normal))",
    re.I,
)
"""Between two reflexes each with its result: "knee 2+ ankle trace"."""
_PLAIN = _EXAMINED | {"autonomic", "task"}


_BOWEL = re.compile(r"\bbowels?\b|\bdefa?ecation\b|\bstools?\b", re.I)
_SINCE = re.compile(
    r"^(absent|lost|none|normal|weak|impaired|reduced|decreased) (?:since|after|following) .+$",
    re.I,
)
_REGULAR = re.compile(
    r"^(?:are |is |were |was )?(?:regular|unchanged|unaltered|open(?:ed|ing)? (?:regularly|normally|daily))$",
    re.I,
)


def _plain(text: str, test: str) -> str:
    if test in _EXAMINED:
        for mark, word in _MARKS.items():
            text = text.replace(mark, word)
        text = " ".join(text.split())
    if test in _TABLED:
        text = _each_member(text)
    if test in {"strength", "task"}:
        text = _AGAINST_GRAVITY.sub(r"\1 not against gravity", text)
    if test == "strength":
        text = _EACH.sub(r"\1", text)
    if test == "emg":
        text = _RECRUITED.sub("recruitment", text)
    if test == "ncs":
        text = _LABEL.sub(r"\1, ", text)
    if test == "reflex":
        text = _PATELLAR_CLONUS.sub("patellar hyperreflexia", text)
        text = _TWICE.sub(r"\1", _BEATS.sub("", text))
        text = _CROSSED.sub("brisk adductor reflex", text)
        text = _BUT_NOT.sub(_but_not, _JERKS.sub(r"\1, ", text))
        text = _BUT.sub(", ", text)
    return _LITRES.sub(_in_ml, text) if test == "autonomic" else text


_AGAINST_GRAVITY = re.compile(
    r"\b(?:unable to|inability to|not able to|could not|couldn't|can ?not|can't|failed to|did not|does not)"
    r"((?: (?!against\b|and\b|or\b|but\b)[\w-]+){1,7}) against (?:the force of )?gravity\b",
    re.I,
)
_EACH = re.compile(r"(?<=[\w)])(\s*[,;:]?\s*\(?[0-5][+-]?(?:\s*/\s*5)?)\s+each\b", re.I)
_RECRUITED = re.compile(r"(?<!\w)R(?=[:=]? (?:dec|inc|red|nl|nml|norm|disc|full|poor|abs)\w*)")
_PATELLAR_CLONUS = re.compile(r"\b(?:patellar?|knee) clonus\b", re.I)
_BEATS = re.compile(r"\b[1-9]\d* beats? (?:of )?(?=(?:\w+ )?clonus)", re.I)
_TWICE = re.compile(r"(?<![\w+/-])(\+{1,4}|-|[0-4]\+) ?/ ?\1(?![\w+/-])")
_CROSSED = re.compile(
    r"\bcrossed adductors?(?: (?:reflex(?:es)?|jerks?|responses?|spread))?\b", re.I
)
_JERKS = re.compile(r"\b([KATBS]Js?(?: ?[-+\d]+)?) (?=[KATBS]Js?\b)")
_BUT_NOT = re.compile(r"^(.+?),? (?:but|and) not (?=(?:at|in) )", re.I)
_LOST = re.compile(
    r"\b(?:absent|lost|reduced|diminished|depressed|decreased|0|1\+|trace)(?!\w)", re.I
)
_BUT = re.compile(r",? but (?=(?:are |is |were |was )?\S+ (?:at|in) )", re.I)
_MEASURE = r"(?:\d ?(?:mV|[u\u00b5\u03bc]V|msec|ms|m/s))"
_LABEL = re.compile(
    rf"({_MEASURE}) (?=(?:lat|amp|ampl|amplitude|latency|velocity|vel|[MS]?N?CV|D[MS]?L)\b|\d)",
    re.I,
)
_SLOW = (
    r"(?:(?:focal |local |segmental )?(?:slowing|(?:conduction )?block|(?:temporal )?dispersion))"
)
_NEITHER = re.compile(
    rf"\b(?:no|without)(?: (?:evidence|signs?) of)? {_SLOW}(?:, {_SLOW})*,? (?:or|nor|and) {_SLOW}\b",
    re.I,
)
_LITRES = re.compile(r"(?<![\w.,])(\d+(?:[.,]\d+)?) ?(?:l|lit(?:er|re)s?)(?!\w)", re.I)


def _in_ml(found: re.Match[str]) -> str:
    return f"{round(1000 * float(found[1].replace(',', '.')))} ml"


def _both_sides(of: str, said: str) -> tuple[str, str]:
    """Write "knee jerk (R/L)" and "2+/0" as "knee jerk" and "right 2+, left 0"."""
    for text in (said, of):
        named = _R_L.search(text)
        if named is None or named[1][0].lower() == named[2][0].lower():
            continue
        answer = said if text is of else _R_L.sub("", said, count=1).strip(" :,")
        halves = _halves(answer)
        if halves:
            first = "right" if named[1][0].lower() == "r" else "left"
            second = "left" if first == "right" else "right"
            kept = _R_L.sub("", of, count=1).strip(" ,:") if text is of else of
            return kept, f"{first} {halves[0]}, {second} {halves[1]}"
    return of, said


def _told_together(of: str, said: str, own: re.Pattern[str]) -> tuple[str, str]:
    """Put an answer whose members name what they are of behind the words: "2+ in the arms, 0 in the legs"."""
    members = re.split(r"[,;] (?:and |but |while )?| (?:and|but|while|whereas) ", said)
    if own is _OWN["reflex"] and _EXCEPT.search(said):
        return f"{of} {said}", "present"
    told = [member for member in members[1:] if own.search(member)]
    apart = (
        len(members) > 1 and len(told) == len(members) - 1 and bool(re.search(r"\d|\w{4}", said))
    )
    return (f"{of} {', '.join(members)}", "present") if apart else (of, said)


_EXCEPT = re.compile(r"^(?:all )?\S+ except(?: for)? (?:the )?\w+ (?:jerk|reflex)(?:e?s)?$", re.I)
_OWN = {
    "ncs": re.compile(r"\b(?:CMAP|SNAP|[FH][- ](?:wave|reflex|response))s?\b.*\d", re.I),
    "reflex": re.compile(
        r"^\S+(?: \S+)? (?:in|at) (?:the |both |all )*(?:left |right )?(?:upper|lower|arms?|legs?)\b",
        re.I,
    ),
}
"""Members of an answer that name something of their own."""


def _with_units(of: str, said: str) -> str:
    """Give the figures of a row of labels their units: "Lat 5.0, Amp 1.2, CV 39"."""
    if len(_UNITLESS.findall(said)) < 2:
        return said
    kind = "mV" if _MOTOR.search(of) else "uV" if _SENSORY.search(of) else ""
    units = {"l": "ms", "d": "ms", "a": kind}
    return _UNITLESS.sub(
        lambda found: f"{found[0]} {units.get(found[1][0].lower(), 'm/s')}".rstrip(), said
    )


_UNITLESS = re.compile(
    r"\b(lat|latency|dm?l|amp|ampl|amplitude|[ms]?n?cv|vel|velocity)\.?[:=]? ?\d+(?:\.\d+)?(?=\s*(?:[,;/]|$))",
    re.I,
)
_MOTOR = re.compile(r"\b(?:motor|cmap|edb|ahb?|adq?m?p?|ta)\b", re.I)
_SENSORY = re.compile(r"\b(?:sensory|snap|sural|saphenous|lfcn|spn)\b", re.I)


def _listed(of: str, said: str) -> str:
    """Put commas between abbreviations that have a grade each: "HF KE DF" and "5 4 3"."""
    names, grades = of.split(), said.split()
    each = len(names) == len(grades) > 1 and all(map(_GRADE.match, grades))
    return ", ".join(names) if each and all(map(_SHORT.match, names)) else of


_GRADE = re.compile(r"^[+-]?[0-5][+-]?(?:/[45])?$")
_SHORT = re.compile(r"^[A-Z][A-Za-z]{1,4}$")


def _halves(text: str) -> list[str]:
    """What stands on both sides of the one stroke that parts two results: "5/5 / 3/5", "5.6/0.4 mV"."""
    for stroke in (" / ", "/", " vs ", " and "):
        halves = text.replace("m/s", "m\u2044s").split(stroke)
        if len(halves) == 2 and all(_RESULT.match(half.strip()) for half in halves):
            return [half.strip().replace("\u2044", "/") for half in halves]
    return []


_R_L = re.compile(r"\(?\s*\b(right|left|r|l)\s*/\s*(left|right|l|r)\b\s*\)?", re.I)
_RESULT = re.compile(r"^(?:[\d+<>-]|(?:absent|normal|nr|nil|trace|present|reduced|brisk)\b)", re.I)


def _but_not(found: re.Match[str]) -> str:
    other = "normal" if _LOST.search(found[1]) else "absent"
    return f"{found[1]} but {other} "


def _each_member(text: str) -> str:
    """Take out the colons of a table in one line: "KJ: normal; AJ: absent"."""
    for mark in ("; ", ", "):
        members = text.split(mark)
        if len(members) > 1 and all(_ONE_COLON.match(member) for member in members):
            return mark.join(_COLON.sub(" ", member) for member in members)
    return text


_ONE_COLON = re.compile(r"^[^:]*[A-Za-z)][^:]*: ?[^:\s][^:]*$")
_COLON = re.compile(r"\s*:\s*")
