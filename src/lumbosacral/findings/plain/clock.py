"""Times as they are written in notes, in full: "3d", "x3/7", "2wk post hysterectomy", "PPD2", "since this am"."""

import re

__all__ = ["plain_times"]

_UNIT = r"(?:hours?|hrs?|h|days?|d|weeks?|wks?|w|months?|mths?|mos?|years?|yrs?)"
_COUNT = r"\d+(?:\.\d+)?"
_UNITS = {"d": "days", "w": "weeks", "h": "hours"}
_GLUED = re.compile(
    rf"(?:(?<![\w./+-])|(?<=\bx))(?P<count>{_COUNT}(?:-{_COUNT})?)(?P<unit>{_UNIT})(?![\w/])",
    re.IGNORECASE,
)
_AFTER_BIRTH = re.compile(
    r"\b(?:post[- ]?(?:partum|natal)|PPD) ?(?:day )?#?(?P<one>\d{1,3})\b(?! ?/)|"
    r"\b(?:day|D) ?#?(?P<two>\d{1,3})(?:,? post[- ]?(?:partum|natal)(?:ly)?| pp)\b",
    re.IGNORECASE,
)
_AFTER_KNIFE = re.compile(
    r"\b(?:post[- ]?op(?:erative)?|POD) ?(?:day )?#?(?P<one>\d{1,3})\b(?! ?/)|"
    r"\b(?:day|D) ?#?(?P<two>\d{1,3})(?:,? post[- ]?op(?:erative(?:ly)?)?)\b(?! [a-z])",
    re.IGNORECASE,
)
_POST = re.compile(
    rf"(?P<time>(?<![\w./])(?:{_COUNT} ?{_UNIT}|\d{{1,2}}/(?:7|52|12)))"
    r"(?: |-)(?:post|s/p|status post)[- ]?(?=[A-Za-z])",
    re.IGNORECASE,
)
_DAY_POST = re.compile(r"\b(?:day|D) ?#?(?P<count>\d{1,3}) (?:post|s/p|after) ?(?=[A-Za-z])", re.I)
_PLAIN: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), word)
    for pattern, word in (
        (rf"(?<![\w.])x ?(?={_COUNT}(?:-{_COUNT})? ?(?:{_UNIT}|/52|/7|/12)(?![\w/]))", "for "),
        (rf"[>\u2265] ?(?={_COUNT} ?{_UNIT}(?![\w/]))", "for "),
        (r"(?:~|\b(?:approx(?:imately|\.)?|about|around|roughly|circa)) ?(?=\d)", ""),
        (r"\b(?:onset|duration)[: ]+(?=(?:for )?\d)", "for "),
        (r"\bfor for\b", "for"),
        (r"\bsince (?:\d{3,4}|\d{1,2}:\d\d|\d{1,2} ?[ap]m)\b(?! ?/)", "since today"),
        (r"\bthis am\b", "this morning"),
        (r"\b(?:yday|yest)\b\.?", "yesterday"),
        (r"\b(?:over|in|during) (?:the )?(?:past|last) (?=\d)", "for "),
    )
)


def plain_times(text: str) -> str:
    """Write times in full."""
    text = _AFTER_KNIFE.sub(lambda found: f"POD {found['one'] or found['two']}", text)
    text = _AFTER_BIRTH.sub(
        lambda found: f"{found['one'] or found['two']} days after delivery", text
    )
    text = _POST.sub(_after, _GLUED.sub(_apart, text))
    text = _DAY_POST.sub(r"\g<count> days after ", text)
    for pattern, word in _PLAIN:
        text = pattern.sub(word, text)
    return text


def _apart(found: re.Match[str]) -> str:
    unit = found["unit"]
    return f"{found['count']} {_UNITS.get(unit.lower(), unit)}"


def _after(found: re.Match[str]) -> str:
    return f"{found['time']} after "
