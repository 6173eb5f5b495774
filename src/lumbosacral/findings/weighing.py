"""Of the words beside a name and the answer given to it: which one is the value."""

from dataclasses import replace

from lumbosacral.findings.answers import Answer
from lumbosacral.findings.levels import level_of, means_normal
from lumbosacral.findings.lists import TOLD
from lumbosacral.findings.onset import days_of
from lumbosacral.findings.phrase import Part
from lumbosacral.findings.reading import Value
from lumbosacral.findings.values import ABNORMAL, Heard, listen
from lumbosacral.findings.vocabulary import Vocabulary
from lumbosacral.findings.words import clean

__all__ = ["weigh"]

_DEFAULT = {
    "sign": "positive",
    "gait": "positive",
    "plantar": "positive",
    "history": "present",
    "autonomic": "abnormal",
}
_ABSENT = {"sign": "negative", "plantar": "negative", "task": "pass", "history": "absent"}


def weigh(
    part: Part,
    name: str,
    answer: Answer,
    words: str,
    test: str,
    table: str,
    heard: Heard,
    known: Vocabulary,
) -> Value | None:
    """Weigh a part's own words against the answer, which is stronger unless a bare yes or no.

    Parameters
    ----------
    part : Part
        What is named, with the words of value that stand beside it in `words`.
    name : str
        Canonical name of what is named.
    heard : Heard
        The answer as it was heard with the same table of value words.

    Returns
    -------
    Value or None
        None where nothing was said that this test knows.
    """
    if answer.fixed is not None or part.fixed is not None:
        return answer.fixed or part.fixed
    if part.turn == "spared":
        return Value(word=_ABSENT[table] if table in {"sign", "plantar"} else "normal")
    if name in known.names.tests and means_normal(name):
        level = level_of(known.prepare(clean(answer.text)), known)
        if level in {"normal", "abnormal"} and clean(answer.text).lower() not in {
            "negative",
            "positive",
        }:
            return Value(word="present" if level == "normal" else "absent")
    said = [token for token in part.row if token in part.said]
    inside = listen(said, words, table, known).value
    bare = _bare(answer.text, known)
    if inside is not None and (bare or not answer.text):
        return _denied(inside, table) if bare == "absent" else inside
    if heard.value is None and test in TOLD and days_of(answer.text) is not None:
        return Value(word="present")
    if heard.value is None and not answer.text and table in _DEFAULT:
        return Value(word=_DEFAULT[table])
    if inside is not None and part.listed and inside.word in {"normal", "negative", "pass"}:
        return inside
    if heard.value is not None and inside is not None and heard.value.word != "normal":
        return _sharpened(heard.value, inside)
    return heard.value if heard.value is not None or answer.text else inside


def _sharpened(value: Value, inside: Value) -> Value:
    """Keep a symptom a symptom and a block a block, whatever the answer calls it."""
    kept = inside.word in {"positive_symptom", "block", "slow"}
    return replace(value, word=inside.word) if kept else value


def _bare(text: str, known: Vocabulary) -> str:
    row = known.prepare(clean(text))
    found = known.match(row, 0, ("value presence",)) if row else None
    return found.name if found and found.length == len(row) else ""


def _denied(value: Value, table: str) -> Value:
    """Turn an abnormality that is said to be absent."""
    if table == "autonomic":
        return Value(word="normal")
    if value.word in ABNORMAL or value.word in {"positive", "present"}:
        return Value(word=_ABSENT.get(table, "normal"))
    return value
