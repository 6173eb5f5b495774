"""When it began and how it went on, from free words."""

import re
from dataclasses import dataclass

from lumbosacral.findings.language.words import clean

__all__ = ["Onset", "began_with", "course_of", "days_of", "of_hours", "onset_of"]

_DAYS = {
    "hour": 1 / 24,
    "hr": 1 / 24,
    "h": 1 / 24,
    "day": 1.0,
    "d": 1.0,
    "pod": 1.0,
    "week": 7.0,
    "wk": 7.0,
    "w": 7.0,
    "month": 30.4,
    "mo": 30.4,
    "mth": 30.4,
    "m": 30.4,
    "year": 365.25,
    "yr": 365.25,
    "y": 365.25,
}
_COUNTS = {
    "a": 1.0,
    "an": 1.0,
    "one": 1.0,
    "two": 2.0,
    "three": 3.0,
    "four": 4.0,
    "five": 5.0,
    "six": 6.0,
    "seven": 7.0,
    "eight": 8.0,
    "nine": 9.0,
    "ten": 10.0,
    "eleven": 11.0,
    "twelve": 12.0,
    "eighteen": 18.0,
    "twenty": 20.0,
    "half a": 0.5,
    "couple of": 2.0,
    "a couple of": 2.0,
    "few": 3.0,
    "a few": 3.0,
    "several": 4.0,
    "some": 3.0,
    "many": 8.0,
    "one and a half": 1.5,
}
_COUNT = r"\d+(?:\.\d+)?|" + "|".join(sorted(_COUNTS, key=len, reverse=True))
_UNIT = r"hours?|hrs?|h|days?|d|weeks?|wks?|months?|mths?|mos?|years?|yrs?"
_ONE = r"(?<=the last )|(?<=the past )|(?<=the previous )|(?<=the preceding )"
_INTERVAL = re.compile(
    rf"(?<![\w.-])(?:(?P<low>{_COUNT})(?:\s?(?:-|to|or)\s?(?P<high>{_COUNT}))?(?:[\s-]|(?<=\d))|{_ONE})(?P<unit>{_UNIT})(?![\w/])"
    r"(?P<rest>[^;.]{0,60})"
)
_NOTATION = re.compile(r"(?<![\d./])(?P<count>\d{1,2})/(?P<unit>52|12|7)(?!\d)")
_NUMBERED = re.compile(r"\b(?P<unit>day|week|month|year|pod) ?#?(?P<count>\d{1,4})\b")
_FIXED = {
    "yesterday": 1.0,
    "last night": 1.0,
    "this morning": 0.5,
    "last week": 7.0,
    "last month": 30.0,
    "last year": 365.0,
    "fortnight": 14.0,
}
_TODAY = 0.5
# an interval counted from such an event is the time of the illness; from others (radiotherapy) it
# is a latency
_EVENTS = re.compile(
    r"injur|surg|operat|arthroplast|replacement|deliver|birth|partum|labou?r|fall|fell|"
    r"acciden|trauma|stab|wound|fractur|"
    r"tripp|stumbl|slipp|disloc|inject|biops|block|cathet|onset|begin|symptom|start|haemat|hemat|catheter|cut"
    r"|lacerat|sprain|coma|"
    r"\bth[ra]\b|\btk[ra]\b|c-?section|caesar|cesar|laminect|disc?ectom|overdos|event|stroke|squat|cross|sleep"
    r"|episode|lift|compress|tourniquet|an?esthe|cast|hysterect|hernio|repair"
)
_AT_A_TIME = re.compile(r"\bago\b|\bpod ?#?\d|\byesterday\b|\blast night\b|\bthis morning\b")
_OLD = re.compile(
    r"radiat|radioth|irradiat|\brt\b|chemo|cancer|carcinoma|lymphoma|stroke|polio|diagnos|diabet"
    r"|diarrh|gastro-?enteritis|infection|\bflu\b|influenza|covid|vaccin|\bjab\b|\burt?i\b|sore throat|camp[iy]lobacter"
)
"""What may be long past when an illness begins, or has lasted since."""
_BEGAN = re.compile(
    r"\b(notic|began|begin|develop|started|appear|occurr|came on|"
    r"arose|present(?:ed|ing) first|first felt|onset|worsen)\w*\b"
)
_AGED = re.compile(r"^[\s-]*(old|of age)\b")
_TOOK = re.compile(
    r"\b(?:over|within|in|during)(?: the course of)?(?: (?:about|only|just|some))? $"
)
"""Before the time that an illness took to grow: "over 24 hours, 4 weeks ago"."""
_SINCE_THEN = re.compile(r"\s*(?:ago|earlier)\b")
_POINT = re.compile(r"\bat (?:about |approximately )?$")
"""Before a point of time that is no interval: "pregnant at 39 weeks"."""
_COURSES = (
    ("recurrent", r"recurr|relaps|episod|intermittent|repeated|remitting|fluctuat"),
    (
        "progressive",
        # what is chronic has lasted; that alone does not say that it grew worse
        r"progress|gradual|insidious|worsen|slowly|creeping|advancing|increasing|stepwise|^chronic\W*$",
    ),
    (
        "sudden",
        r"sudden|acute(?!ly on)|abrupt|immediate|overnight|woke|awoke|awaken|waking|"
        r"instant|at once|hyperacute|all of a sudden",
    ),
)


@dataclass(frozen=True, slots=True)
class Onset:
    """Time from onset to examination in days, and the course; None where the words do not say."""

    days: float | None = None
    course: str | None = None


def course_of(text: str) -> str | None:
    """sudden, progressive or recurrent, if the words say so."""
    said = re.sub(
        r"\b(?:non-?|not |no |without )(?:progress|recurr|relaps|worsen)\w*",
        "",
        clean(text).lower(),
    )
    said = said.replace("subacute", "")
    return next((course for course, words in _COURSES if re.search(rf"\b(?:{words})", said)), None)


_WITHIN_HOURS = re.compile(
    r"\b(?:(?:that|which|and) (?:then )?)?(?:gradual(?:ly)?|progressive(?:ly)?|progress(?:ed|es|ing)|worsen(?:ed|ing)?)"
    r"(?= (?:[^,;.]*? )?(?:within|over|in|during) "
    rf"(?:(?:the|about|only|just|first|next|following|less than|around|{_COUNT}) )*(?:minutes?|hours?|hrs?)\b)",
    re.I,
)


def of_hours(text: str) -> str:
    """Leave out that it was progressive where it was so for hours: that is no gradual course."""
    return _WITHIN_HOURS.sub("", text)


def onset_of(text: str) -> Onset:
    """Read free words on the onset, such as "5 days; sensory loss later"."""
    return Onset(days_of(text), course_of(text))


def days_of(text: str) -> float | None:
    """Interval of the illness in days, the first of several; None where there is none or it may be something else."""
    said = clean(text).lower().replace("\u2013", "-")
    told = [*_fixed(said), *_noted(said), *_intervals(said)]
    if told:
        return min(told)[1]
    if re.search(r"\btoday\b", said):
        return _TODAY
    numbered = _NUMBERED.search(said)
    if numbered is not None:
        return float(numbered["count"]) * _DAYS[numbered["unit"]]
    return None


def _fixed(said: str) -> list[tuple[int, float]]:
    found = ((re.search(rf"(?<!the )\b{words}\b", said), days) for words, days in _FIXED.items())
    return [(one.start(), days) for one, days in found if one is not None]


def _noted(said: str) -> list[tuple[int, float]]:
    found = _NOTATION.search(said)
    if found is None:
        return []
    return [
        (found.start(), float(found["count"]) * {"52": 7.0, "12": 30.4, "7": 1.0}[found["unit"]])
    ]


def _intervals(said: str) -> list[tuple[int, float]]:
    """The first interval that is no age and no point of time, where it is that of the illness."""
    for found in _INTERVAL.finditer(said):
        if _AGED.match(found["rest"]) or _POINT.search(said[: found.start()]):
            continue
        if _TOOK.search(said[: found.start()]) and (then := _later(found["rest"])):
            found = then
        return [(found.start(), _interval(found))] if _of_the_illness(said, found) else []
    return []


def _later(rest: str) -> re.Match[str] | None:
    """How long ago it was, told after the time it took."""
    return next((one for one in _INTERVAL.finditer(rest) if _SINCE_THEN.match(one["rest"])), None)


def began_with(text: str) -> bool:
    """Whether what is told of a time is an event that an illness begins with, and nothing that has lasted or is old."""
    said = text.lower()
    return _EVENTS.search(said) is not None or (
        _AT_A_TIME.search(said) is not None and _OLD.search(said) is None
    )


def _interval(found: re.Match[str]) -> float:
    low = _count(found["low"] or "one")
    high = _count(found["high"]) if found["high"] else low
    unit = found["unit"]
    return (low + high) / 2 * _DAYS.get(unit, _DAYS.get(unit.rstrip("s"), 1.0))


def _count(word: str) -> float:
    return _COUNTS[word] if word in _COUNTS else float(word)


def _of_the_illness(said: str, found: re.Match[str]) -> bool:
    """Whether an interval runs from the onset to the examination."""
    after = re.match(r"\s*(?:after|following|post|from|since|later|before|prior)\b", found["rest"])
    if after is None:
        return True
    if re.match(r"\s*(?:before|prior|later)\b", found["rest"]):
        return (
            "admission" in found["rest"]
            or "presentation" in found["rest"]
            or "examination" in found["rest"]
        )
    began_then = _BEGAN.search(said[: found.start()])
    return began_then is None and _EVENTS.search(found["rest"]) is not None
