"""From the words of a finding to its parts."""

import re

from lumbosacral.findings.language.grounded import felt
from lumbosacral.findings.language.meaning import mean
from lumbosacral.findings.language.phrase import PLACES, TARGETS, Part, kinds_for
from lumbosacral.findings.language.vocabulary import Match, Vocabulary
from lumbosacral.findings.language.words import SEPARATORS, Token
from lumbosacral.findings.parts.borrowing import borrow, note
from lumbosacral.findings.parts.parting import begins_anew
from lumbosacral.findings.parts.passing import without_passing
from lumbosacral.findings.parts.potentials import one_potential
from lumbosacral.findings.parts.remarks import both_of, bracketed, is_plural, without_gloss
from lumbosacral.findings.parts.toes import numbered_toes
from lumbosacral.findings.results.levels import share_level

__all__ = ["parts_of"]

_SPAN = re.compile(r"^([ls])(\d)(?:-[ls]\d)*-([ls])(\d)$")
_LEVEL = re.compile(r"^[tls]\d{1,2}(-[tls]\d{1,2})*$")
_ROOTS = ("L1", "L2", "L3", "L4", "L5", "S1", "S2", "S3", "S4")
_VALUES = ("value strength",)
_SIDES = frozenset({"left", "right"})
_GLOSSED = frozenset({"strength", "emg", "gait"})
"""Tests in which what stands in brackets explains a name."""


def _find(
    row: list[Token], i: int, kinds: tuple[str, ...], vocabulary: Vocabulary, flavour: str
) -> Match | None:
    found = vocabulary.match(row, i, kinds, flavour)
    toes = numbered_toes(row, i) if "region" in kinds else None
    if toes is not None and (found is None or found.length < toes.length):
        return toes
    if found is not None:
        return found
    if "structure" in kinds and row[i].norm == "below":
        k = i + 1
        while k < len(row) - 1 and vocabulary.match(row[k : k + 1], 0, ("remark",)):
            k += 1
        first = row[k].norm.upper() if k < len(row) else ""
        if first in _ROOTS:
            return Match(k + 1 - i, "structure", _roots(_ROOTS[_ROOTS.index(first) :]))
    span = _SPAN.match(row[i].norm)
    if span is None or "structure" not in kinds:
        return None
    first, last = (
        (letter + number).upper() for letter, number in (span.group(1, 2), span.group(3, 4))
    )
    last = _ROOTS[-1] if last > _ROOTS[-1] else last
    if first not in _ROOTS or last not in _ROOTS:
        return None
    between = _ROOTS[_ROOTS.index(first) : _ROOTS.index(last) + 1]
    return Match(1, "structure", _roots(between)) if between else None


def _roots(names: tuple[str, ...]) -> str:
    return "+".join(f"{root} root" for root in names)


def parts_of(text: str, test: str, table: str, vocabulary: Vocabulary) -> list[Part]:
    """Split the words of a finding into parts.

    Parameters
    ----------
    text : str
        Cleaned words.
    test, table : str
        Kind of test and its table of value words.

    Returns
    -------
    list of Part
        In the order of the text. Words nothing is known about are in `unread` of their part.
    """
    flavour = "ncs" if test == "ncs" else ""
    row = vocabulary.prepare(text, flavour)
    kinds = kinds_for(test, table)
    parts = [part for part in _lex(row, kinds, vocabulary, flavour) if part.row]
    for i in range(len(parts)):
        borrow(parts, i, kinds, vocabulary, flavour)
    for i in reversed([i for i, part in enumerate(parts) if not part.targets]):
        borrow(parts, i, kinds, vocabulary, flavour)
    parts = _without_narrowed(parts)
    share_level(parts, vocabulary)
    for i, part in enumerate(parts):
        part.to_or = _goes_on_to_or(parts, i)
    if flavour:
        parts = one_potential(parts, kinds, vocabulary)
    for part in parts:
        told = test in _LEVELLED or test == "sensation"
        row = without_gloss(part, text) if test in _GLOSSED else part.row
        if test == "history" and not felt(part, vocabulary):
            row = [token for token in row if not vocabulary.match([token], 0, ("worn",))]
        part.plural = is_plural(row, text, vocabulary, told=told)
    if test == "history":
        for part in parts:
            _without_outcome(part, vocabulary)
    parts = mean(parts, test, vocabulary)
    for part in parts:
        part.plural = part.plural or both_of(part, parts, text)
    without_passing(parts, test, vocabulary)
    placed = any(kind in PLACES for part in parts for kind, _ in part.targets)
    told = test in _LEVELLED and any(part.targets for part in parts)
    for part in parts:
        _settle(part, vocabulary, placed=placed, told=told)
    return parts


def _without_outcome(part: Part, vocabulary: Vocabulary) -> None:
    """Leave out of the words of value how a treatment turned out, in place: "without relief" denies nothing."""
    for i in range(len(part.row)):
        found = vocabulary.match(part.row, i, ("outcome",))
        if found is not None and found.length > 1:
            gone = part.row[i : i + found.length]
            part.said = [token for token in part.said if token not in gone]


def _goes_on_to_or(parts: list[Part], i: int) -> bool:
    """Whether a list ends with "or", which may stand in a name: "rash, fever or chills"."""
    own = bool(parts[i].before) and any(token.norm in _OR for token in parts[i].row)
    return own or any(later.before in _OR for later in parts[i + 1 :])


_OR = frozenset({"or", "nor"})


_LEVELLED = frozenset({"history", "sign", "pain", "imaging"})


def _settle(part: Part, vocabulary: Vocabulary, *, placed: bool, told: bool) -> None:
    """Decide what becomes of words that mean something only beside others."""
    if placed and (not part.targets or any(kind in PLACES for kind, _ in part.targets)):
        part.said = [t for t in part.row if t in part.said or t in part.symptoms]
    else:
        part.unread = [t for t in part.row if t in part.unread or t in part.symptoms]
    if told:
        part.levels = [t for t in part.unread if _LEVEL.match(t.norm)]
        part.unread = [t for t in part.unread if t not in part.levels]
    if part.elsewhere:
        plain = ("movement word",)
        part.unread = [t for t in part.unread if not vocabulary.match([t], 0, plain)]


def _without_narrowed(parts: list[Part]) -> list[Part]:
    """Drop "thigh" where "anterolateral" follows and says which part of it."""
    kept: list[Part] = []
    for i, part in enumerate(parts):
        after = parts[i + 1] if i + 1 < len(parts) else None
        if after is not None and after.narrows:
            after.side = after.side or part.side
            continue
        kept.append(part)
    return kept


def _lex(
    row: list[Token], kinds: tuple[str, ...], vocabulary: Vocabulary, flavour: str
) -> list[Part]:
    parts = [Part()]
    i = 0
    while i < len(row):
        found, inner = _around(row, i, kinds, vocabulary, flavour)
        if found is not None and _steals(row, i, found, kinds, vocabulary):
            found = vocabulary.match(row[i : i + found.length - 1], 0, kinds, flavour)
            inner = ""
        part = parts[-1]
        part.side = inner or part.side
        if found is not None and found.kind == "except":
            if part.targets and i + found.length >= len(row):
                part.said += row[i : i + found.length]
                part.row += row[i : i + found.length]
            else:
                parts.append(Part(turn=found.name, row=row[i : i + found.length]))
        elif found is not None:
            if begins_anew(part, found, row[i : i + found.length], kinds, vocabulary):
                part = Part(before=",")
                parts.append(part)
            part.row += row[i : i + found.length]
            note(part, found, row[i : i + found.length])
            if found.kind in TARGETS and not part.side:
                # "stand on the left leg" is one name, with a side in it
                inside = [t.norm for t in row[i : i + found.length] if t.norm in _SIDES]
                part.side = inside[-1] if inside else ""
            if found.kind == "group":
                # "proximal weakness of the legs" names the muscles and says what they are
                taken = row[i : i + found.length]
                part.said += [t for t in taken if vocabulary.match([t], 0, _VALUES)]
        elif row[i].norm == "(" and (part.targets or part.other):
            remark = bracketed(row, i, kinds, vocabulary)
            if remark:
                for held in _lex(remark, kinds, vocabulary, flavour):
                    part.inner += held.targets
                    part.unread += held.unread
                part.row += remark
                i += len(remark) + 1
        elif row[i].norm in SEPARATORS:
            parts.append(Part(before=row[i].norm))
        elif row[i].norm not in {"(", ")"}:
            part.row.append(row[i])
            if any(c.isalpha() for c in row[i].norm):
                part.unread.append(row[i])
            else:
                part.said.append(row[i])
        i += found.length if found else 1
    return parts


def _steals(
    row: list[Token], i: int, found: Match, kinds: tuple[str, ...], vocabulary: Vocabulary
) -> bool:
    """Whether a name takes the first word of the next one: "anterior thigh to the medial ankle"."""
    last = i + found.length - 1
    if last == i or found.kind not in TARGETS:
        return False
    names = tuple(kind for kind in kinds if kind in TARGETS)
    next_name = vocabulary.match(row, last, names)
    if next_name is None or next_name.length < 2:
        return False
    if found.kind == "association":
        pain = vocabulary.match(row[i : i + 1], 0, ("pain filler", "symptom"))
        return pain is not None and next_name.kind in PLACES and last == i + 1
    before = vocabulary.match(row[i:last], 0, names)
    rest = row[i + before.length : last] if before is not None else []
    return before is not None and all(token.norm in _REACHING for token in rest)


_REACHING = frozenset({"down", "up", "downwards", "extending", "extends"})


def _around(
    row: list[Token], i: int, kinds: tuple[str, ...], vocabulary: Vocabulary, flavour: str
) -> tuple[Match | None, str]:
    """Longest phrase at `i`, also around a side or an empty word: "dorsum of the left foot"."""
    found = _find(row, i, kinds, vocabulary, flavour)
    best, side = found, ""
    empty = ("remark", "quantity") if flavour else ("remark",)
    for skipped in (("side",), ("side", *empty), ("side", *empty, "summary")):
        wide, inner = _past(row, i, kinds, vocabulary, flavour, skipped)
        if wide is not None and (best is None or wide.length > best.length):
            best, side = wide, inner
    return best, side


def _calls_sound(token: Token, values: tuple[str, ...], vocabulary: Vocabulary) -> bool:
    """Whether an empty word is a value too: "50 % of normal", "normal at the knees"."""
    found = vocabulary.match([token], 0, values)
    return found is not None and found.name == "normal"


def _past(
    row: list[Token],
    i: int,
    kinds: tuple[str, ...],
    vocabulary: Vocabulary,
    flavour: str,
    skipped: tuple[str, ...],
) -> tuple[Match | None, str]:
    """Longest name at `i` when words of some kinds, and figures of a laboratory, are passed over."""
    kept, where, sides = [row[i]], [i], dict[int, str]()
    figures = "analyte" in kinds
    values = tuple(kind for kind in kinds if kind.startswith("value"))
    for k in range(i + 1, min(i + 9, len(row))):
        if row[k].norm in SEPARATORS:
            break
        if row[k].norm in {"(", ")"} or (figures and not any(c.isalpha() for c in row[k].norm)):
            continue
        empty = vocabulary.match(row[k : k + 1], 0, skipped, flavour)
        if empty is not None and empty.kind == "side":
            sides[k] = empty.name
        elif empty is not None and _calls_sound(row[k], values, vocabulary):
            # "reflexes normal at the knees"
            empty = None
        if empty is None:
            kept.append(row[k])
            where.append(k)
    if len(where) < 2 or where[-1] == i + len(where) - 1:
        return None, ""
    names = tuple(kind for kind in kinds if kind in TARGETS or kind == "elsewhere")
    wide = vocabulary.match(kept, 0, names, flavour)
    if wide is None or wide.length < 2:
        return None, ""
    last = where[wide.length - 1]
    inner = [name for k, name in sides.items() if k < last]
    return Match(last - i + 1, wide.kind, wide.name), inner[-1] if inner else ""
