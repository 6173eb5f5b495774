"""Figures in the answer to a test: grades, pluses, shares, amplitudes."""

import re

from lumbosacral.findings.reading import Value

__all__ = ["NUMBERS", "UNITS", "needle"]

_GRADE = re.compile(
    r"(?<![\w.%/])(?:mrc|m|grade|gr|g)?\s?(?P<lead>[+-]?)(?P<grade>[0-5](?:\.\d+)?)(?P<tail>[+-]{0,2})"
    r"(?:\s?(?:-|to)\s?(?P<upper>[0-5])(?P<upper_tail>[+-]?))?"
    r"(?:\s?(?:/|out of|of)\s?5)?(?P<last>[+-]?)(?![\w.%/])"
    r"(?![\s-]*(?:min|hour|day|week|wk|month|year|yr|cm|mm|ml|cc|kg|beat|time|rep|step|met(?:er|re)))"
)
_FIGURE = re.compile(
    r"(?<![\w.,])(-?\d+(?:[.,]\d+)?)\s*"
    r"(uv|mv|m/s|ms|%|microvolts?|millivolts?|m/sec|msec|milliseconds?|met(?:er|re)s? per sec(?:ond)?)?(?!\w)"
)
UNITS = {
    "uv": "uV",
    "microvolt": "uV",
    "microvolts": "uV",
    "mv": "mV",
    "millivolt": "mV",
    "millivolts": "mV",
    "m/s": "m/s",
    "m/sec": "m/s",
    "ms": "ms",
    "msec": "ms",
    "millisecond": "ms",
    "milliseconds": "ms",
    "meters per second": "m/s",
    "metres per second": "m/s",
    "%": "%",
}
_SHARE = re.compile(r"(?<![\w.])(\d+(?:\.\d+)?)\s*(?:/\s*(\d+)|%)(?!\w)")
_PLUSES = re.compile(r"(?<![\w/])(?:([0-4])\s?\+|\+\s?([0-4])(?!\d)|(\+{1,4})(?!/))")
_AT_REST = re.compile(
    r"(?:fib\w*|psw\w*|waves?|activity|spont\w*|ia)\s*[:=]?\s*(?:0|none|nil)(?![\d+./])"
    r"|(?<![\w.+])(?:0|zero|nil)\s+(?:fib|psw|positive|spont)|(?<![\d+./])0\s*/\s*0(?![\d+./])"
)
_REFLEX = re.compile(
    r"(?<![\w.])[+-]?([0-4])(?:\.5)?([+-]*)(?:\s?/\s?[45])?[+]*(?![\w.%])(?!\s*(?:beat|week|month|day|year))"
)


def _third(sign: str) -> float:
    return (sign.count("+") > 0) / 3 - (sign.count("-") > 0) / 3


def _strength(text: str) -> Value | None:
    found = _GRADE.search(text)
    if found is None:
        return None
    grade = float(found["grade"]) + _third(found["lead"] + found["tail"] + found["last"])
    if found["upper"]:
        grade = (float(found["grade"]) + float(found["upper"]) + _third(found["upper_tail"])) / 2
    if not 0 <= grade <= 5:
        grade = min(max(grade, 0.0), 5.0)
    return Value(word="absent" if grade == 0 else "normal" if grade == 5 else "weak", grade=grade)


def _reflex(text: str) -> Value | None:
    found = _REFLEX.search(text)
    if found is None or "%" in text:
        return None
    return Value(word=("absent", "reduced", "normal", "increased", "increased")[int(found[1])])


def _share(text: str) -> Value | None:
    found = _SHARE.search(text)
    if found is None or float(found[2] or 100) == 0:
        return None
    part = float(found[1]) / float(found[2] or 100)
    if part > 1:
        return None
    word = "absent" if part == 0 else "normal" if part >= 0.9 else "reduced"
    return Value(word=word, number=round(100 * part, 1), unit="%")


_COMPARES = re.compile(
    r"\bdifferen|\basymmetry\b|\bside[- ]to[- ]side\b|\binterside\b|\bratio\b"
    r"|\b(?:by|another|further) \d|\d\s*\w+ (?:delay|longer|slower|later|less|shorter)\b"
)


def _figure(text: str) -> Value | None:
    found = _FIGURE.search(text)
    if found is None or (found[2] != "%" and _COMPARES.search(text)):
        # "side difference 3 ms" is no latency
        return None
    number = float(found[1].replace(",", "."))
    return Value(number=number, unit=UNITS.get(found[2] or "")) if number >= 0 else None


def _spontaneous(text: str) -> Value | None:
    found = _PLUSES.search(text)
    if found is None:
        silent = text.strip() == "0" or _AT_REST.search(text)
        return Value(word="normal", spontaneous=0.0) if silent else None
    amount = float(found[1] or found[2] or len(found[3]))
    return Value(word="abnormal" if amount else "normal", spontaneous=amount)


def _pain_score(text: str) -> Value | None:
    found = re.search(r"(?<![\w.])(\d+(?:\.\d+)?)\s*/\s*(10|100)(?!\w)", text)
    if found is None:
        return None
    word = "present" if float(found[1]) > 0 else "absent"
    return Value(word=word, number=float(found[1]), unit=f"/{found[2]}")


NUMBERS = {
    "strength": _strength,
    "reflex": _reflex,
    "sensation": _share,
    "ncs": _figure,
    "emg": _spontaneous,
    "history": _pain_score,
}


def needle(known: list[str], measured: Value | None) -> Value | None:
    """Value of a needle examination from its words, worst first, and its figures."""
    if not known:
        return measured
    amount = measured.spontaneous if measured else None
    if amount == 0:
        known = [word for word in known if word != "spontaneous"] or ["normal"]
    if "spontaneous" in known and not amount:
        amount = 1.0
    recruitment = (
        "absent" if "no units" in known else "reduced" if "reduced recruitment" in known else ""
    )
    kinds = {"neurogenic", "myopathic"} & set(known)
    units = kinds.pop() if len(kinds) == 1 else ""
    only_normal = known[0] == "normal" and not amount
    if only_normal:
        return Value(word="normal", spontaneous=0.0)
    return Value(word="abnormal", spontaneous=amount, recruitment=recruitment, units=units)
