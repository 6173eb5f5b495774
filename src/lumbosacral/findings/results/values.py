"""What was found: from words to a value. A word means different things in different tests."""

import re
from dataclasses import dataclass, replace

from lumbosacral.findings.language.figures import NUMBERS, needle
from lumbosacral.findings.language.vocabulary import Match, Vocabulary
from lumbosacral.findings.language.words import SEPARATORS, Token, clean
from lumbosacral.findings.reading import Value
from lumbosacral.findings.results.alternatives import LOSSES, carries_nothing, is_open, repeats

__all__ = ["ABNORMAL", "Heard", "listen", "table_for"]

# worst first: of several words the first of these is kept
_RANK = (
    "block",
    "absent",
    "no units",
    "positive_symptom",
    "spontaneous",
    "slow",
    "reduced recruitment",
    "neurogenic",
    "myopathic",
    "weak",
    "reduced",
    "increased",
    "abnormal",
    "fail",
    "impaired",
    "positive",
    "present",
    "negative",
    "pass",
    "normal",
    "unblocked",
    "told",
)
ABNORMAL = frozenset(_RANK) - {
    "negative",
    "pass",
    "normal",
    "unblocked",
    "present",
    "positive",
    "told",
}
_OPPOSITE = {
    "present": "absent",
    "positive": "negative",
    "fail": "pass",
    "impaired": "pass",
    "pass": "fail",
}
_NORMAL = {"sign": "negative", "plantar": "negative", "task": "pass", "history": "absent"} | {
    # "ankle jerk: no" is no jerk
    "reflex": "absent",
    "ncs": "absent",
}
_TOLD = {"told": "abnormal"}
"""Words that only say when or how it came, where no other word says what it was."""
_LIMB_AGAIN = frozenset({"reflex", "strength", "emg", "ncs"})
_DENIES = frozenset({"history", "sign", "strength", "sensation", "reflex", "task", "ncs"})
"""Tests in which a word that nobody knows, denied, may be the trouble or the sound state."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What was made of a row of value words."""

    value: Value | None
    modality: str = ""
    side: str = ""
    place: str = ""
    unread: tuple[Token, ...] = ()
    words: tuple[str, ...] = ()
    unexamined: bool = False


def table_for(test: str, target: str, vocabulary: Vocabulary) -> str:
    """Which table of value words a test uses."""
    if target in vocabulary.applies.get("value plantar", ()):
        return "plantar"
    return {"gait": "sign", "pain": "history", "imaging": "history", "laboratory": "history"}.get(
        test, test
    )


_DROPS = re.compile(r"\b(?:drop|decrement|fall|decrease|reduction|loss)(?:s|ped)?\b.*\bacross\b")


def listen(row: list[Token], text: str, table: str, vocabulary: Vocabulary) -> Heard:
    """Read a row of value words.

    Parameters
    ----------
    row : list of Token
        The tokens to be read, without fillers.
    text : str
        The text the tokens stand in; positions belong to it.
    table : str
        The table of value words, as `table_for` says.
    vocabulary : Vocabulary
        The known words.

    Returns
    -------
    Heard
        `value` is None where no word and no number was understood.
    """
    kinds = (
        f"value {table}",
        "degree",
        "side",
        "quantity",
        "modality",
        "unexamined",
        "not",
        "summary",
        "test",
        "remark",
        "value presence",
        "pain filler",
        *(("limb word",) if table in _LIMB_AGAIN else ()),
        *(("felt remark",) if table == "sensation" else ()),
        *(("unit", "level", "laboratory filler") if table == "history" else ()),
        *(("place",) if table in {"ncs", "sign"} else ()),
    )
    if is_open(row, table, vocabulary):
        return Heard(None, unexamined=True)
    words: list[str] = []
    asked: list[tuple[str, str]] = []
    quantity = ""
    seen: dict[str, str] = {}
    unread: list[Token] = []
    negated = unclear = False
    i, before = 0, -1
    while i < len(row):
        match = vocabulary.match(row, i, kinds, "")
        if match is not None and row[i].norm in {"-", "+"} and len(row) > 1 and match.length == 1:
            match = None
        if match is not None and _denies_next(row, i, match, vocabulary):
            # "no visible": what is seen is denied, and is not seen
            match = vocabulary.match(row, i, ("not",))
        if match is None:
            if not carries_nothing(row[i].norm):
                unread.append(row[i])
            unclear = unclear or (negated and bool(unread) and unread[-1] == row[i])
            negated = negated and row[i].norm not in {",", ";", "but"}
            if row[i].norm == "or":
                seen["or"] = "or"
            if row[i].norm in SEPARATORS:
                quantity, asked = "", [(word, of or "none") for word, of in asked]
        elif repeats(row, i, words, before, vocabulary):
            # "no longer present"
            pass
        elif match.kind == f"value {table}":
            before = i + match.length
            words.append(_turn(match.name, table) if negated else match.name)
            # "no weakness or atrophy" denies both
            listed = i + match.length < len(row) and row[i + match.length].norm in {"or", "nor"}
            first = vocabulary.match(row[i : i + 1], 0, ("not",)) is not None
            negated = negated or (first and listed and match.length > 1)
            asked.append((words[-1], quantity))
        elif match.kind == "unexamined":
            return Heard(None, unexamined=True)
        elif match.kind == "not":
            negated = True
        else:
            seen.setdefault(match.kind, match.name)
            if match.kind == "quantity":
                quantity = match.name
                asked = [(word, of or quantity) for word, of in asked]
        i += match.length if match else 1
    if words[-2:] == ["block", "absent"]:
        words[-2:] = ["unblocked"]
    if table == "ncs" and _DROPS.search(text.lower()):
        words.append("block")
    if len(words) > 1 and "normal" in words:
        # "low amplitude, normal latency": the quantity of the worst word counts
        worst = min(asked, key=lambda one: _RANK.index(one[0]) if one[0] in _RANK else 99)
        seen["quantity"] = worst[1].removeprefix("none")
    if words and table in {"history", "sign"} and vocabulary.match(row[-1:], 0, ("not",)):
        # "showed no"
        words = [_turn(word, table) for word in words] if negated else words[-1:]
    measured = _measure(row, text, table)
    if table == "ncs" and unread and measured is not None and measured.unit is None:
        measured = None
    value = _combine(words, measured, seen, table)
    if value is None and unclear and table in _DENIES:
        # what is denied may not be the finding: "not needing surgery"
        return Heard(None, unread=tuple(unread), unexamined=True)
    if value is None and negated:
        value = Value(word=_NORMAL.get(table, "normal"))
    return Heard(
        value,
        seen.get("modality", ""),
        seen.get("side", ""),
        seen.get("place", ""),
        tuple(unread),
        words=tuple(words),
    )


def _denies_next(row: list[Token], i: int, match: Match, vocabulary: Vocabulary) -> bool:
    """Whether a word of denial that is a value of its own stands before another value."""
    denial = vocabulary.match(row, i, ("not",))
    after = vocabulary.match(row, i + match.length, (match.kind,))
    if denial is None or denial.length != match.length or match.kind not in _SHOWN:
        return False
    return after is not None and after.name in {"positive", "present"}


_SHOWN = frozenset({"value sign", "value plantar", "value history"})
"""Values of what is there or not there, which a word before them may deny."""


def _turn(word: str, table: str) -> str:
    if table in {"sign", "plantar", "task", "history", "gait"}:
        return _OPPOSITE.get(word, word)
    if word == "block":
        return "unblocked"
    return "abnormal" if word == "normal" else "normal"


_COUNTED = frozenset({"strength", "reflex"})
_NEXT_WORD = re.compile(r"[\s-]*[A-Za-z]+")


def _measure(row: list[Token], text: str, table: str) -> Value | None:
    read = NUMBERS.get(table)
    if read is None or not row:
        return None
    # "weak for 2 weeks": what follows a figure says of what it is
    after = _NEXT_WORD.match(text, row[-1].end) if table in _COUNTED else None
    part = (
        clean(text[row[0].start : after.end() if after else row[-1].end])
        .lower()
        .replace("\u00b5", "u")
        .replace("\u03bc", "u")
    )
    return read(part.replace("\u2212", "-").replace("\u2013", "-"))


def _combine(
    words: list[str], measured: Value | None, seen: dict[str, str], table: str
) -> Value | None:
    words = [_TOLD.get(word, word) for word in words] if set(words) == {"told"} else words
    digits = [w for w in words if w[:1].isdigit()]
    known = sorted((w for w in words if w in _RANK), key=_RANK.index)
    if table == "ncs" and len(known) > 1 and "abnormal" in known and seen.get("or"):
        known = ["abnormal"]
    if table == "ncs" and len(set(known)) > 1 and set(known) <= LOSSES and seen.get("or"):
        known = ["abnormal"]
    if table == "strength" and measured is None and digits:
        measured = Value(word="weak", grade=float(digits[0]))
    if table == "emg":
        return needle(known, measured)
    if not known and measured is None:
        degree = seen.get("degree")
        deficit = {
            "strength": "weak",
            "sensation": "reduced",
            "history": "present",
            "sign": "positive",
        }.get(table)
        return Value(word=deficit, degree=degree) if degree and deficit else None
    value = (
        measured if measured is not None and (not known or table != "ncs") else Value(word=known[0])
    )
    if table == "sensation" and value.word == "normal" and known and known[0] in ABNORMAL:
        value = Value(word=known[0])
    if measured is not None and known and table == "ncs":
        value = replace(measured, word=known[0])
    quantity = seen.get("quantity", "")
    if quantity in {"velocity", "latency"} and value.word in {"reduced", "abnormal", "weak"}:
        value = replace(value, word="slow")
    if table == "strength" and value.word == "absent" and value.grade is None:
        value = replace(value, grade=0.0)
    complete = (
        seen.get("degree") == "complete"
        and value.word in {"weak", "reduced"}
        and value.grade is None
    )
    if value.word == "unblocked":
        return replace(value, word="normal", quantity="block")
    return replace(
        value,
        word="absent" if complete else value.word,
        degree=seen.get("degree", ""),
        quantity=quantity,
    )
