"""A finding as the reader takes it: in plain words, and filed where it belongs."""

import re

from lumbosacral.findings.cases.case import Finding
from lumbosacral.findings.filing.afterwards import complaint_first
from lumbosacral.findings.filing.plainly import told_plainly
from lumbosacral.findings.filing.wasted import told_wasted
from lumbosacral.findings.language.grounded import speaks_of
from lumbosacral.findings.language.meaning import TOLD
from lumbosacral.findings.language.vocabulary import Vocabulary
from lumbosacral.findings.language.words import SEPARATORS, Token, clean
from lumbosacral.findings.parts.astray import is_felt
from lumbosacral.findings.parts.bare import names_test
from lumbosacral.findings.parts.sides import plain_sides
from lumbosacral.findings.plain.felt.felt import plain_feeling, without_landmark
from lumbosacral.findings.plain.felt.hurting import plain_pain
from lumbosacral.findings.plain.felt.pained import as_pain
from lumbosacral.findings.plain.felt.placed import (
    plain_back,
    plain_supply,
    sense_of_pain,
    way_first,
)
from lumbosacral.findings.plain.felt.radiating import plain_radiation
from lumbosacral.findings.plain.felt.touched import of_touch
from lumbosacral.findings.plain.moved.graded import plain_compared, plain_grades
from lumbosacral.findings.plain.moved.limbs import of_limb, plain_halves, plain_limbs
from lumbosacral.findings.plain.recalled.beforehand import plain_ago
from lumbosacral.findings.plain.recalled.histories import plain_history
from lumbosacral.findings.plain.seen.girths import plain_girth
from lumbosacral.findings.plain.shorthand import plain_shorthand
from lumbosacral.findings.plain.spelled import (
    plain_levels,
    plain_litres,
    plain_plantars,
    plain_reflexes,
    plain_signs,
    with_support,
    without_aside,
)
from lumbosacral.findings.plain.typed import plain_mark

__all__ = ["refiled"]

_BEYOND = frozenset({"distal", "proximal", "below", "above", "beyond"})
_REFLEXES = {
    "sign": ("reflex group", "reflex word"),
    "strength": ("reflex", "reflex group"),
    "sensation": ("reflex", "reflex group"),
}
_BACK = {"emg": "paraspinals", "strength": "trunk muscles"}
"""What the muscles of the back are called in a test."""
_DONE = frozenset({"task", "gait", "ncs", "emg"})
"""Tests in which words and answer tell a sign only together: "standing with eyes closed: sways"."""
_PLACED = frozenset({"strength", "sensation", "emg"})
_HURTS = frozenset({"history", "pain"})
_WALKED = frozenset({"history", "task", "gait"})
_TESTED = {
    "ncs": ("diagnosis", "conduction", "conduction place"),
    "emg": ("diagnosis", "muscle", "group"),
}


_SUPPLIED = frozenset({"structure", "supply"})
"""What names muscles by their root or nerve: "denervation in the L5 myotome"."""


def refiled(finding: Finding, known: Vocabulary) -> tuple[Finding, str]:
    """Return the finding with what its value names put where it belongs, and its words in plain spelling."""
    finding = _signs_spelled(plain_shorthand(plain_girth(finding)))
    finding = complaint_first(_history_plainly(finding), known)
    finding = of_touch(_filed(plain_sides(finding, known), known), known)
    finding = as_pain(finding, known)
    finding = told_plainly(finding)
    if is_felt(finding, clean(finding.of), known):
        finding = finding.model_copy(update={"test": "sensation"})
    if _is_of_reflexes(finding, known) or _is_sound_reflex(finding, known):
        finding = finding.model_copy(update={"test": "reflex"})
    finding = _fat_for_muscle(finding, known)
    words = clean(finding.of)
    finding, words = _of_half(finding, words, known)
    if finding.test in _PLACED:
        words = way_first(plain_supply(plain_back(words, _BACK.get(finding.test, "back"))))
    if finding.test == "sensation" and isinstance(finding.value, str):
        words = _sense_first(sense_of_pain(words, finding.value), known)
    if finding.test == "sign":
        return told_wasted(finding, words, known)
    if finding.test in _TESTED:
        words = plain_limbs(words) if finding.test == "emg" else words
        return _with_place(finding, words, known)
    return finding, _plain(words, finding.test)


def _history_plainly(finding: Finding) -> Finding:
    """Return a history without who told it, and with its denials and exceptions in plain words."""
    if finding.test != "history" or not isinstance(finding.value, str | None):
        return finding
    of, said = plain_history(clean(finding.of), clean(finding.value or ""))
    return finding.model_copy(update={"of": of, "value": said if finding.value or said else None})


def _of_half(finding: Finding, words: str, known: Vocabulary) -> tuple[Finding, str]:
    """Read a hemiparesis that is seen as weakness of an arm and a leg; in a history it is a stroke."""
    halves = plain_halves(words) if finding.test in {"sign", "strength"} else words
    row = known.prepare(words)
    own = any(known.match(row, i, ("sign", "association")) for i in range(len(row)))
    if halves != words and not own:
        finding = finding.model_copy(update={"test": "strength"})
    return finding, halves


def _signs_spelled(finding: Finding) -> Finding:
    """Write "+ve" and "-ve" in full, what a bladder holds in millilitres, and how long ago it was."""
    texts = {"of": finding.of, "value": finding.value}
    held = plain_litres if finding.test in {"sign", "autonomic"} else str
    kept = {k: plain_ago(held(plain_signs(v))) for k, v in texts.items() if isinstance(v, str)}
    if isinstance(finding.value, str):
        kept["value"] = plain_mark(kept["value"], finding.test)
    return finding.model_copy(update=kept)


def _sense_first(words: str, known: Vocabulary) -> str:
    """Write "anterior and lateral thigh (pinprick)" as "pinprick of anterior and lateral thigh"."""
    found = _TAIL.match(words)
    row = known.prepare(found["inside"]) if found else []
    i = 0
    while i < len(row):
        sense = known.match(row, i, ("modality",))
        if sense is None and row[i].norm not in SEPARATORS:
            return words
        i += sense.length if sense is not None else 1
    return f"{found['inside']} of {found['place']}" if found and row else words


_TAIL = re.compile(r"^(?P<place>[^()]+?)\s*\((?P<inside>[^()]+)\)$")


def _fat_for_muscle(finding: Finding, known: Vocabulary) -> Finding:
    """Write fat that an image shows in the place of named muscles as their wasting."""
    found = _FAT.match(finding.of) if finding.test in {"imaging", "sign"} else None
    if found is None or known.match(known.prepare(clean(found["of"])), 0, ("muscle",)) is None:
        return finding
    return finding.model_copy(update={"test": "sign", "of": f"atrophy of {found['of']}"})


_FAT = re.compile(
    r"^(?:(?:mri|ct|imaging|image)(?: of the \w+)?(?::|,| showed| showing)?\s+)?(?:selective |severe |marked |mild )?"
    r"fatty (?:infiltration|degeneration|replacement|atrophy|changes?|transformation|involution)"
    r"(?: and atrophy)? (?:of|in) (?:the )?(?:left |right )?(?P<of>.+)$",
    re.I,
)


def _is_of_reflexes(finding: Finding, known: Vocabulary) -> bool:
    """Whether a sign, strength or feeling is no more than reflexes: "reflexes: normal"."""
    kinds = _REFLEXES.get(finding.test)
    row = known.prepare(clean(finding.of)) if kinds else []
    found = known.match(row, 0, kinds) if kinds and row else None
    if found is None or found.length < len(row):
        return False
    return found.kind == "reflex word" or speaks_of("reflex", row, known)


def _is_sound_reflex(finding: Finding, known: Vocabulary) -> bool:
    """Whether a sign is no more than reflexes that everybody has: "corneal and gag reflexes: absent"."""
    if finding.test != "sign":
        return False
    row = [t for t in known.prepare(clean(finding.of)) if t.norm not in SEPARATORS | {"and", "or"}]
    i, kinds = 0, ("sound reflex", "side", "remark")
    while i < len(row):
        found = known.match(row, i, kinds)
        if found is None and row[i].norm != "reflex":
            return False
        i += found.length if found is not None else 1
    return any(known.match(row, i, ("sound reflex",)) for i in range(len(row)))


def _filed(finding: Finding, known: Vocabulary) -> Finding:
    """Move a finding that is told in another test: a decrement among the studies of nerves."""
    value = clean(finding.value) if isinstance(finding.value, str) else ""
    if not isinstance(finding.value, str | None):
        return finding
    for test, names in known.filed.get(finding.test, {}).items():
        # the answer is read alone where it names the finding: "after 10 s of exercise: increment 400 %"
        named = clean(finding.of)
        joined = [(f"{named} {value}", "")] if finding.test in _DONE else []
        for of, said in ((value, ""), (named, value), *joined):
            hits = known.rules.hits(known.prepare(of), test, ())
            if any(name.removeprefix("lack ") in names for hit in hits for name in hit.names):
                return finding.model_copy(update={"test": test, "of": of, "value": said})
    return finding


def _plain(words: str, test: str) -> str:
    words = with_support(words) if test in _WALKED else words
    if test == "strength":
        return plain_limbs(plain_compared(plain_grades(words)))
    if test == "reflex":
        return plain_reflexes(plain_plantars(of_limb(words)))
    if test == "sensation":
        return plain_feeling(without_landmark(words))
    words = plain_levels(without_aside(words)) if test in TOLD else words
    words = plain_radiation(words) if test in _HURTS else words
    return plain_pain(words) if test == "pain" else words


def _with_place(finding: Finding, words: str, known: Vocabulary) -> tuple[Finding, str]:
    """Put "slowing across the elbow" beside the study of which an answer says it; or name the nerve."""
    value, test = finding.value, finding.test
    if test not in _TESTED or not isinstance(value, str):
        return finding, words
    flavour = test if test == "ncs" else ""
    row = known.prepare(clean(value), flavour)
    kinds = _kinds_in(row, (*_TESTED[test], *_SUPPLIED), known, flavour)
    kinds |= {"supply"} if re.search(r"\bmuscles\b", value, re.I) else set()
    if test != "emg" or not kinds.issuperset(_SUPPLIED):
        kinds -= _SUPPLIED
    beyond = test == "emg" and any(token.norm in _BEYOND for token in row)
    if not kinds or not names_test(words, test, known) or "diagnosis" in kinds or beyond:
        return finding, words
    finding = finding.model_copy(update={"value": ""})
    text = f"{words} {clean(value)}" if kinds == {"conduction place"} else clean(value)
    return finding, text


def _kinds_in(
    row: list[Token], kinds: tuple[str, ...], known: Vocabulary, flavour: str
) -> set[str]:
    """Kinds of the names in some words, from left to right: the root of "L5 root" is none of its own."""
    said, i = set(), 0
    while i < len(row):
        found = known.match(row, i, kinds, flavour)
        said |= {found.kind} if found is not None else set()
        i += found.length if found is not None else 1
    return said
