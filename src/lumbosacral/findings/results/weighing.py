"""Of the words beside a name and the answer given to it: which one is the value."""

import re
from dataclasses import replace

from lumbosacral.findings.cases.onset import days_of
from lumbosacral.findings.language.meaning import JOINED, TOLD
from lumbosacral.findings.language.phrase import Part
from lumbosacral.findings.language.vocabulary import Vocabulary
from lumbosacral.findings.language.words import clean
from lumbosacral.findings.reading import Value
from lumbosacral.findings.results.answers import Answer
from lumbosacral.findings.results.levels import level_of, means_normal, of_measure, of_share
from lumbosacral.findings.results.telling import (
    adds_nothing,
    only_observes,
    tells,
    there,
    yes_or_no,
)
from lumbosacral.findings.results.values import ABNORMAL, Heard, listen

__all__ = ["slowed", "tells_value", "weigh"]
_LACKS = frozenset({("absent", "reflex"), ("absent", "ncs")})
_EACH = frozenset({"strength", "reflex", "emg", "ncs"})

_DEFAULT = {
    "sign": "positive",
    "gait": "positive",
    "plantar": "positive",
    "history": "present",
    "autonomic": "abnormal",
}
_NOT_SO = frozenset({"absent", "negative", "normal"})
_LOST = frozenset({"absent", "not found", "not present", "not seen", "none"})
"""Answers that say "absent ankle jerk" again."""
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
    if heard.unexamined and name in known.provoking and _not_borne(answer.text, known):
        return Value(word=_DEFAULT.get(table, "positive"))
    if name in part.lost:
        return Value(word=_ABSENT.get(table, "absent"))
    span = words[part.row[0].start : part.row[-1].end] if part.row else words
    figured = of_share(name, words, answer.text, known)
    if table == "sign":
        figured = of_measure(name, span, answer.text, known)
    if figured is not None:
        return figured
    if part.turn == "spared":
        if name in known.names.tests and means_normal(name):
            return Value(word="present")
        return Value(word=_ABSENT[table] if table in {"sign", "plantar"} else "normal")
    if name in known.names.tests and means_normal(name):
        level = level_of(known.prepare(clean(answer.text)), known)
        if not answer.text and part.said and level_of(part.said, known) == "normal":
            # "normal" is the finding, and not that it was not found
            return Value(word="present")
        if level in {"normal", "abnormal"} and clean(answer.text).lower() not in {
            "negative",
            "positive",
        }:
            return Value(word="present" if level == "normal" else "absent")
    if name in known.done and (_went_well(answer.text, known) or _showed_nothing(words, answer)):
        return Value(word="present")
    if part.sound and (table not in _TROUBLE or yes_or_no(answer.text, known)):
        return _of_sound(part, answer, words, table, known)
    own = (f"value {table}",)
    said = [
        t for t in part.row if t in part.said or (t in part.unread and known.match([t], 0, own))
    ]
    own_words = listen(said, words, table, known)
    inside = own_words.value
    if table == "strength" and inside is not None and not own_words.words and inside.grade is None:
        # "no knee extension"
        inside = Value(word="absent", grade=0.0) if inside.word == "normal" else inside
    if inside is not None and inside.number is not None and not inside.unit and answer.text:
        inside = None
    if inside is not None and inside.word == "absent" and _denied_later(part, name, known):
        inside = Value(word="present")
    bare = yes_or_no(answer.text, known)
    plain = own_words.words and not any(known.match([token], 0, ("not",)) for token in said)
    if inside is not None and plain and set(heard.words) == {"told"}:
        # "normal bladder function: reports"
        return inside
    if inside is not None and adds_nothing(answer.text, inside, table, known):
        return inside
    if inside is not None and inside.word in _NOT_SO and only_observes(answer.text):
        # "no herniation: is identified"
        return inside
    if inside is not None and (bare or not answer.text):
        lost = inside.word == "absent" and clean(answer.text).lower() in _LOST
        lost = lost and not any(known.match(said, i, ("loss word",)) for i in range(len(said)))
        return _denied(inside, table) if bare == "absent" and not lost else inside
    if heard.value is None and test in TOLD and days_of(answer.text) is not None:
        # "no back pain: 2 weeks"
        return inside if inside is not None and inside.word == "absent" else Value(word="present")
    if (
        heard.value is None
        and not heard.unexamined
        and table in _DEFAULT
        and (not answer.text or (test in JOINED and tells(answer.text)))
    ):
        return inside or Value(word=_DEFAULT[table])
    if heard.value is None and inside is not None and not heard.unexamined and tells(answer.text):
        return inside
    if part.listed and not own_words.words and part.row[0].norm == "not" and table in _EACH:
        # "loss of the ankle jerk, not the knee jerk"
        return Value(word="normal")
    figure = any(token.norm[0].isdigit() for token in said)
    denying = inside is not None and inside.grade is None and not figure and not inside.degree
    denied = _denied_by(own_words, heard.value, table) if denying else None
    if denied is not None:
        return denied
    if (
        inside is not None
        and part.listed
        and (
            inside.word in {"normal", "negative", "pass"}
            or _own_grade(inside, heard.value)
            or (table == "reflex" and inside.word == "absent")
        )
    ):
        return inside
    if test == "history" and _stays_denied(inside, heard.value, part, known):
        return inside
    counted = heard.value is not None and heard.value.number is not None and not heard.value.unit
    if table == "ncs" and inside is not None and counted and tells(answer.text):
        # "absent: 7 patients"
        return inside
    if inside is not None and inside.word in ABNORMAL and there(answer.text, known):
        return inside
    if heard.value is not None and inside is not None and heard.value.word != "normal":
        return _sharpened(heard.value, inside)
    return heard.value if heard.value is not None or answer.text else inside


def _went_well(text: str, known: Vocabulary) -> bool:
    """Whether an answer says that what was done was normal, which is more than a bare no."""
    row = known.prepare(clean(text))
    return not yes_or_no(text, known) and level_of(row, known) == "normal"


def _not_borne(text: str, known: Vocabulary) -> bool:
    """Whether what was done to bring a pain on did so at once: "straight leg raise: not tolerated"."""
    said = clean(text).lower()
    return any(words in said for words in known.unborne)


def _showed_nothing(words: str, answer: Answer) -> bool:
    """Whether somebody looked inside and found nothing, which does not deny that he did: "laparoscopy: negative"."""
    return bool(_LOOKS.search(words)) and "negative" in f"{words} {answer.text}".lower()


_LOOKS = re.compile(r"\b\w+oscop(?:y|ies|ic)\b|\bexplor\w+|\blaparotom\w+", re.I)


def slowed(value: Value | None, part: Part, table: str, known: Vocabulary) -> Value | None:
    """Call a reduced velocity slow where only the words of the finding say that it is one."""
    if value is None or table != "ncs" or value.word not in {"reduced", "abnormal"}:
        return value
    found = (known.match(part.row, i, ("quantity",)) for i in range(len(part.row)))
    quantity = {match.name for match in found if match is not None} - {"amplitude"}
    return replace(value, word="slow", quantity=quantity.pop()) if len(quantity) == 1 else value


def _sharpened(value: Value, inside: Value) -> Value:
    """Keep a grade, a symptom and a block what they are, whatever the answer calls them."""
    if inside.grade is not None and value.grade is None and inside.word == value.word:
        return inside
    if inside.word == value.word == "abnormal":
        # "myopathic units: abnormal"
        return replace(
            value,
            spontaneous=inside.spontaneous if value.spontaneous is None else value.spontaneous,
            recruitment=value.recruitment or inside.recruitment,
            units=value.units or inside.units,
        )
    kept = inside.word in {"positive_symptom", "block", "slow"}
    kept = kept or (inside.word, value.word) == ("impaired", "pass")
    return replace(value, word=inside.word) if kept else value


def _of_sound(
    part: Part, answer: Answer, words: str, table: str, known: Vocabulary
) -> Value | None:
    """Value of a sign whose words name the sound state, such as a pulse; None where nobody looked."""
    inside = listen([t for t in part.row if t in part.said], words, "sound", known).value
    told = listen(known.prepare(clean(answer.text)), clean(answer.text), "sound", known)
    if told.unexamined:
        return None
    value = told.value or inside
    lost = value is not None and value.word != "normal"
    trouble, sound = _TROUBLE.get(table, ("positive", "negative"))
    return Value(word=trouble if lost else sound)


_TROUBLE = {"autonomic": ("abnormal", "normal"), "history": ("present", "absent")}


def tells_value(text: str, test: str, known: Vocabulary) -> bool:
    """Whether an answer has a value of its own, more than yes or no, in a test of single things."""
    said, bare = clean(text), yes_or_no(text, known)
    if test not in _EACH or not said or (bare and (bare, test) not in _LACKS):
        return False
    heard = listen(known.prepare(said), said, test, known)
    graded = heard.value is not None and heard.value.grade is not None
    return heard.value is not None and (bool(heard.words) or graded)


def _own_grade(inside: Value, told: Value | None) -> bool:
    """Whether a member of a list has a grade, or is said to be lost, apart from the answer to the last."""
    return told is None or inside.grade not in {None, told.grade}


def _denied_by(own: Heard, told: Value | None, table: str) -> Value | None:
    """Value where the words only deny what the answer tells: "neither jerk: affected"."""
    if told is None or own.words or told.grade is not None or told.word == "absent":
        return None
    if told.word in {"reduced", "abnormal", "weak"}:
        return Value(word=_ABSENT.get(table, "normal"))
    return Value(word="fail") if told.word == "pass" else None


def _denied_later(part: Part, name: str, known: Vocabulary) -> bool:
    """Whether what is denied comes after a word of tempo, which stands: "on waking he could not lift the foot"."""
    held = [t.start for (_, one), taken in part.held if one == name for t in taken]
    denials = [t.start for t in part.said if known.match([t], 0, ("not",))]
    return name in known.courses and bool(held and denials) and min(denials) > max(held)


def _stays_denied(inside: Value | None, told: Value | None, part: Part, known: Vocabulary) -> bool:
    """Whether the words deny what the answer only tells on: "no recent falls: he has had"."""
    if inside is None or told is None or (inside.word, told.word) != ("absent", "present"):
        return False
    first = part.said[:1]
    return first == part.row[:1] and known.match(part.said, 0, ("not",)) is not None


def _denied(value: Value, table: str) -> Value:
    """Turn an abnormality that is said to be absent."""
    if table == "autonomic":
        return Value(word="normal")
    if value.word == "pass":
        return Value(word="fail")
    if value.word == "block":
        return Value(word="normal", quantity="block")
    if value.word in ABNORMAL or value.word in {"positive", "present"}:
        return Value(word=_ABSENT.get(table, "normal"))
    return value
