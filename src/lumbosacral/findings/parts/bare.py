"""Findings that name no more than a kind of test: "NCS: normal", "light touch: intact"."""

from lumbosacral.findings.cases.case import Finding
from lumbosacral.findings.language.vocabulary import Vocabulary
from lumbosacral.findings.language.words import SEPARATORS, clean
from lumbosacral.findings.results.values import listen

__all__ = ["is_bare_test", "names_test"]

_GROUPED = frozenset({"ncs"})
"""Tests that are a group of their own where nothing more is named."""


def is_bare_test(finding: Finding, words: str, known: Vocabulary) -> bool:
    """Whether no more than a kind of test is named, of which nobody knows how far it went: "EMG: normal"."""
    if not names_test(words, finding.test, known) or _names_part(finding, known):
        return False
    if finding.test in _GROUPED and not _names_illness(finding, known):
        return False
    if finding.test != "sensation":
        return True
    return not (_says_where(finding, words, known) or _is_kept(finding, known))


def names_test(words: str, test: str, known: Vocabulary) -> bool:
    """Whether words name a kind of test, and no more."""
    row = [t for t in known.prepare(words) if t.norm not in SEPARATORS]
    kinds = (f"bare {test}",)
    i, bare = 0, False
    while i < len(row):
        found = known.match(row, i, kinds) or known.match(row, i, ("remark",))
        if found is None:
            return False
        bare = bare or found.kind in kinds
        i += found.length
    return bare


def _names_illness(finding: Finding, known: Vocabulary) -> bool:
    value = finding.value if isinstance(finding.value, str) else ""
    row = known.prepare(clean(value))
    return any(known.match(row, i, ("diagnosis",)) for i in range(len(row)))


def _names_part(finding: Finding, known: Vocabulary) -> bool:
    """Whether the answer names what was looked at: "vibration: absent at the ankles"."""
    value = finding.value if isinstance(finding.value, str) else ""
    kinds = _PARTS.get(finding.test, ())
    flavour = "ncs" if finding.test == "ncs" else ""
    row = known.prepare(clean(value), flavour)
    if finding.test != "sensation" and _names_illness(finding, known):
        return False
    return any(known.match(row, i, kinds, flavour) for i in range(len(row)))


_PARTS = {
    "sensation": ("area", "region", "structure", "sensory sign", "elsewhere"),
    "emg": (),
    "ncs": ("conduction", "conduction place"),
}


def _says_where(finding: Finding, words: str, known: Vocabulary) -> bool:
    """Whether a side is said, or that it is so everywhere."""
    text = f"{words} {finding.value or ''}"
    row = known.prepare(clean(text))
    wide = ("side", "summary", "everywhere")
    return finding.side is not None or any(known.match(row, i, wide) for i in range(len(row)))


def _is_kept(finding: Finding, known: Vocabulary) -> bool:
    """Whether feeling is called normal, which then is that of the whole leg."""
    said = clean(finding.value) if isinstance(finding.value, str) else ""
    heard = listen(known.prepare(said), said, "sensation", known)
    return heard.value is not None and heard.value.word == "normal" and not heard.unread
