"""Answers that say more than one thing: ends of a limb, findings of their own, two values at once."""

from collections.abc import Callable
from dataclasses import replace

from lumbosacral.findings.language.phrase import Part
from lumbosacral.findings.language.vocabulary import Vocabulary
from lumbosacral.findings.reading import Value
from lumbosacral.findings.results.answers import Answer
from lumbosacral.findings.results.pieces import by_place, own_findings
from lumbosacral.findings.results.values import Heard, listen

__all__ = ["names_any", "placed", "said_too", "with_own"]

Read = Callable[[str], list[Part]]
"""Words to parts, in the test of the finding."""
_IN_LIMBS = frozenset({"strength", "sensation", "emg"})
_BESIDE: dict[str, dict[str, tuple[str, ...]]] = {
    "sensation": {"positive_symptom": ("absent", "reduced")},
    "ncs": {"block": ("slow",), "slow": ("reduced",)},
}


def names_any(words: str, read: Read) -> bool:
    """Whether words name something that can have a value."""
    return any(part.named for part in read(words))


def placed(
    words: str, answer: Answer, test: str, read: Read, known: Vocabulary
) -> list[tuple[list[Part], Answer, str]]:
    """Read "legs: 3/5 proximally, 4/5 distally": the answer says which end of the limb is meant."""
    if test not in _IN_LIMBS or answer.fixed is not None:
        return []
    found: list[tuple[list[Part], Answer, str]] = []
    for where, text in by_place(answer.text, known):
        parts = [] if names_any(text, read) else read(f"{where} {words}")
        if len(parts) != 1 or not parts[0].targets or parts[0].unread:
            return []
        if parts[0].targets == read(words)[0].targets:
            return []
        found.append((parts, replace(answer, text=text), f"{where} {words}"))
    return found


def with_own(
    words: str, answer: Answer, test: str, read: Read, known: Vocabulary
) -> tuple[list[tuple[list[Part], str]], Answer]:
    """Take the members of an answer apart that name something of their own: "5/5, knee extension 2/5"."""
    first, *others = _folded(own_findings(answer.text), known)
    # "reflexes in the arms: normal, in the legs absent"
    whole = "" if any(part.elsewhere for part in read(words)) else known.everything.get(test, "")
    own = [(read(said), said) for said in others]
    if answer.fixed is not None or not own or not all(_is_finding(p, whole) for p, _ in own):
        return [], answer
    with_first = answer.text.lower().startswith("with ") and not first
    if (not first and not with_first) or names_any(first, read):
        return [], answer
    for parts, _ in own:
        for part in parts:
            part.side = part.side or _one_side(words, known)
    return own, replace(answer, text=first, side=answer.side and _one_side(first, known))


def _folded(pieces: list[str], known: Vocabulary) -> list[str]:
    """Put a piece that says no more than a side to the one before it: "absent, right; ..."."""
    kept = pieces[:1]
    for piece in pieces[1:]:
        row = known.prepare(piece)
        bare = bool(row) and all(known.match([token], 0, ("side",)) for token in row)
        kept = [*kept[:-1], f"{kept[-1]} {piece}"] if bare else [*kept, piece]
    return kept


def _is_finding(parts: list[Part], whole: str) -> bool:
    named = any(name != whole for part in parts for _, name in part.targets)
    seen = [any(kind == "sign" for kind, _ in part.targets) for part in parts]
    return named and all(
        (part.said or sign) and not part.unread for part, sign in zip(parts, seen, strict=True)
    )


def _one_side(words: str, known: Vocabulary) -> str:
    found = (known.match([token], 0, ("side",)) for token in known.prepare(words))
    sides = {match.name for match in found if match is not None}
    return sides.pop() if len(sides) == 1 else ""


def said_too(
    value: Value, part: Part, heard: Heard, words: str, test: str, known: Vocabulary
) -> Value | None:
    """Second value that is said: "numbness and tingling", "conduction block and slowing"."""
    others = _BESIDE.get(test, {}).get(value.word, ())
    if not others:
        return None
    said = [token for token in part.row if token in part.said]
    for told in (listen(said, words, test, known).words, heard.words):
        also = next((word for word in others if word in told), "")
        if value.word in told and also:
            return Value(word=also)
    return None
