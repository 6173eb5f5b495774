"""Clauses of a line of text: which kind of test reads each of them best."""

import re
from dataclasses import dataclass
from functools import lru_cache

from lumbosacral.findings.language.homes import PAIN_WORDS
from lumbosacral.findings.language.phrase import Part
from lumbosacral.findings.language.vocabulary import Vocabulary
from lumbosacral.findings.language.words import Token
from lumbosacral.findings.parts.lexing import parts_of
from lumbosacral.findings.results.values import listen, table_for

__all__ = ["Clause", "judged", "reflex_said", "says_hurt", "valued"]

_TESTS = (
    "strength",
    "sensation",
    "reflex",
    "ncs",
    "emg",
    "gait",
    "task",
    "sign",
    "pain",
    "autonomic",
    "history",
    "imaging",
    "laboratory",
)


_OF_MUSCLES = frozenset({"strength", "emg"})
_OF_LIMBS = frozenset({"strength", "emg", "sensation", "pain"})
"""Kinds of test that could take a limb and what its reflexes are like for their own: "areflexia in the legs"."""
_OF_SIGNS = frozenset({"negative", "positive"})
_UNLIKELY = 3
"""Words that a clause with a way of feeling ("vibration lost at the toes") has against being of muscles."""


_LOST = frozenset(
    {"reduced", "decreased", "diminished", "absent", "lost", "dec", "decr", "intact", "0"}
)
"""What is said of skin rather than of muscles, where nothing else is."""
_OTHERWISE = re.compile(
    r"\d[+-]?/5|\b(?:unable|able|cannot|can't|can not|could not|couldn't|PR|PV|delivery|tone|power|strength)\b",
    re.IGNORECASE,
)
"""What is said of something else than pain, wherever it is."""
_HURTS = frozenset({"pain only", "sciatica", "cramp"})
"""Concepts of what hurts: `concepts.txt`."""


_STUDIED = frozenset({"emg", "ncs"})
_STUDY = re.compile(
    r"\b(?:EMG|ENMG|NC[SV]s?|EDX|fib(?!ul)|PSW|MUA?P|motor unit|recruit|interferenc|denervat|reinnervat|insertion"
    r"|spontaneous|SNAP|CMAP|amplitud|latenc|velocit|conduct|block|potential|needle|polyphas|chronic|active|acute|myotom|electro"
    r"|neurophysiolog|slow|respon|evidence|consistent|finding|chang|demyelin|axon)"
    r"|\b[HFM][ -](?:reflex|wave)|\d ?(?:[mu]V|ms|m/s)",
    re.IGNORECASE,
)
"""Words of what a study of nerve or muscle shows."""
_SENSORY = re.compile(
    r"\bsensory (?:loss|deficits?|disturbances?|symptoms?|impairment|complaints?)\b", re.IGNORECASE
)
_WASTED = re.compile(r"\b(?:wast|atroph|thin)", re.IGNORECASE)
"""What a muscle is, and no jerk: "wasting of the tibialis anterior"."""
_HURT = re.compile(
    r"\b(?:pain|ach[ei]|hurt|sore|tender|discomfort|uncomfort|cramp|burn|sting|stab|shoot|sharp|dull|throb"
    r"|electric|neuralg"
    r"|sciati|lumbago|radia|radicul|claudic|spasm|stiff|tight|myalg|arthralg|coccyd|metatarsalg|wors|aggrav"
    r"|exacerb|provok"
    r"|trigger|reliev|relief|eas(?:e|es|ed|ing)\b|better|improv|intoleran|unbearable|agony|complain|trouble|problem"
    r"|no longer|symptom|bother|help|bring|brought|comfort|(?:can't|cannot|unable to) sit)|lgia\b",
    re.IGNORECASE,
)
"""Words without which nothing of a clause is a pain: a place alone, or somebody who sits, is none."""


_STIMULATED = re.compile(
    r"\bstimulat|\b(?:unobtainable|unrecordable|not recordable|no response) at\b", re.IGNORECASE
)
"""What was done to a nerve at a knee or an ankle, where no reflex was tapped."""


@dataclass(slots=True)
class Clause:
    """Words between two commas, whether the list ends with them, and how they were judged."""

    text: str
    stop: bool
    test: str = ""
    named: bool = False
    valued: bool = False
    unread: int = 0


@lru_cache(maxsize=4096)
def judged(said: str, held: str, known: Vocabulary, hurts: bool = False) -> Clause:
    """Kind of test that reads most of the words, and by name; the one that holds, where one was said.

    What hurts is a pain where the words say so, or the sentence that they are of does: it `hurts`.
    """
    best: tuple[tuple[int, bool, bool, int, int], str, list[Part]] | None = None
    order = (held,) if held else _TESTS
    for rank, test in enumerate(order):
        speaks = says_hurt(said)
        if test == "pain" and not (held or speaks or (hurts and not _OTHERWISE.search(said))):
            continue
        if test in _STUDIED and not held and _no_study(said, known):
            continue
        parts = parts_of(said, test, table_for(test, "", known), known)
        unread = sum(len(part.unread) for part in parts)
        named = any(part.named for part in parts)
        if test == "reflex" and _WASTED.search(said) is not None:
            continue
        if test == "reflex" and (_STIMULATED.search(said) or _at_a_joint(parts, said, known, held)):
            continue
        unread += _UNLIKELY * (test in _OF_MUSCLES and _felt(said, known))
        unread += _UNLIKELY * (not held and test in _OF_MUSCLES and _of_skin(said, known))
        unread += _UNLIKELY * (test in _OF_LIMBS and reflex_said(said, known))
        unread += _UNLIKELY * (test == "pain" and _numb(said, known))
        unread += _is_signed_task(parts, known)
        painless = test == "pain" and _only_lost(said, known)
        reach = sum(part.reach for part in parts)
        far = named and not any(part.targets for part in parts)
        score = (unread + (0 if named else 6), painless, far, -reach, rank)
        if best is None or score < best[0]:
            best = (score, test, parts)
    if best is None:
        return judged(said, "", known)
    (unread, *_), test, parts = best
    named = any(part.named for part in parts)
    first = next((target for part in parts for target in part.targets), None)
    test = known.names.tests.get(first[1], test) if first and not held else test
    kinds = {kind for part in parts for kind, _ in part.targets}
    test = "gait" if kinds == {"gait"} or ("gait" in kinds and test == "pain") else test
    has_value = valued(parts, said, test, known)
    home = "sensation" if _numb(said, known) or _felt(said, known) else "history"
    return Clause(said, False, test if named else held or home, named, has_value, unread)


def says_hurt(said: str) -> bool:
    """Whether words speak of something that hurts."""
    return _HURT.search(said) is not None


def _no_study(said: str, known: Vocabulary) -> bool:
    """Whether a disease is named, or feeling is lost, without a word of what a study shows: "L5 radiculopathy"."""
    if _STUDY.search(said) is not None:
        return False
    row = known.prepare(said)
    named = any(known.match(row, i, ("diagnosis",)) is not None for i in range(len(row)))
    return named or _SENSORY.search(said) is not None


def _felt(said: str, known: Vocabulary) -> bool:
    """Whether feeling is named, or a way of it: touch, pin, vibration, position."""
    row = known.prepare(said)
    for i in range(len(row)):
        found = known.match(row, i, ("modality", "test"))
        if found is not None and (found.kind == "modality" or found.name == "sensation"):
            return True
    return False


def _of_skin(said: str, known: Vocabulary) -> bool:
    """Whether a place of the skin is called reduced or absent, with no word for strength: "sole reduced"."""
    row = known.prepare(said)
    if any(token.norm.startswith("dermatom") for token in row):
        return True
    parts = parts_of(said, "sensation", table_for("sensation", "", known), known)
    if any(part.unread for part in parts) or not any(part.named for part in parts):
        return False
    told = [token.norm for part in parts for token in part.said]
    areas = {kind for part in parts for kind, _ in part.targets} == {"area"}
    return bool(told) and (_LOST.issuperset(told) or (areas and told == ["normal"]))


def _at_a_joint(parts: list[Part], said: str, known: Vocabulary, held: str) -> bool:
    """Whether a knee or an ankle is where a sign is, or where something unread is, and no reflex is spoken of."""
    if reflex_said(said, known):
        return False
    kinds = [{kind for kind, _ in part.targets} for part in parts]
    strange = not held and any(part.unread for part in parts)
    return strange or any({"sign", "reflex"} <= one for one in kinds)


def reflex_said(said: str, known: Vocabulary) -> bool:
    """Whether a reflex is spoken of."""
    return any(token.norm == "reflex" for token in known.prepare(said))


def _numb(said: str, known: Vocabulary) -> bool:
    """Whether feeling is lost and no pain is spoken of: "thigh numb in front"."""
    row = known.prepare(said)
    if any(token.norm in PAIN_WORDS for token in row):
        return False
    for i in range(len(row)):
        if known.match(row, i, ("symptom",)) is not None:
            lost = known.match(row, i, ("value sensation",))
            return lost is not None and lost.name in {"reduced", "absent"}
    return False


def _is_signed_task(parts: list[Part], known: Vocabulary) -> bool:
    """Whether something to do has the answer of a sign: "SLR negative" is no leg that cannot be lifted."""
    tasks = any(kind == "task" for part in parts for kind, _ in part.targets)
    said = [token for part in parts for token in part.said]
    return tasks and any(token.norm in _OF_SIGNS for token in said)


def _only_lost(said: str, known: Vocabulary) -> bool:
    """Whether strength or feeling is said to be lost, and nothing to hurt: "both legs weak"."""
    row = known.prepare(said)
    lost = any(known.match(row, i, ("motor word", "symptom")) is not None for i in range(len(row)))
    return lost and _HURTS.isdisjoint(known.rules.concepts(row))


def valued(parts: list[Part], said: str, test: str, known: Vocabulary) -> bool:
    """Whether words of value among the parts make a value."""
    row: list[Token] = [token for part in parts for token in part.said]
    return bool(row) and listen(row, said, table_for(test, "", known), known).value is not None
