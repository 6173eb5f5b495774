"""From the words of a finding to its parts: what is named, which side, which words of value."""

import re
from dataclasses import dataclass, field

from lumbosacral.findings.vocabulary import Match, Vocabulary
from lumbosacral.findings.words import SEPARATORS, Token

__all__ = ["Part", "parts_of", "targets_for"]

_OF_MUSCLES = ("ambiguous", "muscle", "movement", "group")
_BY_TEST = {
    "strength": (*_OF_MUSCLES, "task", "gait", "structure", "elsewhere"),
    "emg": (*_OF_MUSCLES, "structure", "elsewhere"),
    "sensation": ("ambiguous", "area", "region", "structure", "elsewhere"),
    "reflex": ("reflex", "reflex group", "sign", "elsewhere"),
    "sign": (
        "association",
        "movement",
        "sign",
        "muscle sign",
        "reflex",
        "gait",
        "task",
        "autonomic",
        "place",
        "muscle",
        "group",
        "area",
        "region",
        "elsewhere",
    ),
    "gait": ("gait", "task", "association", "sign", "movement", "elsewhere"),
    "task": ("task", "gait", "movement", "association", "elsewhere"),
    "ncs": ("conduction", "conduction group", "place", "elsewhere"),
    "pain": ("association", "area", "region", "structure", "elsewhere"),
    "autonomic": ("autonomic", "association", "sign", "movement", "reflex", "area", "elsewhere"),
    "history": (
        "association",
        "autonomic",
        "gait",
        "task",
        "reflex",
        "movement",
        "sign",
        "muscle sign",
        "area",
        "region",
        "elsewhere",
    ),
    "imaging": ("association", "elsewhere"),
    "laboratory": ("association", "elsewhere"),
}
_COMMON = ("except", "other", "summary", "not", "side", "degree")
_LAST = ("modality", "quantity", "supply", "remark")
_TARGETS = frozenset(kind for kinds in _BY_TEST.values() for kind in kinds) - {"elsewhere", "place"}
_UNITS = frozenset({"uv", "mv", "ms", "m/s"})
_WIDE = frozenset({"group", "region", "elsewhere"})
_SPAN = re.compile(r"^([ls])(\d)-([ls])(\d)$")
_ROOTS = ("L1", "L2", "L3", "L4", "L5", "S1", "S2", "S3", "S4")


def targets_for(test: str) -> tuple[str, ...]:
    """Kinds of names looked for in a test, in order of preference."""
    return _BY_TEST[test]


@dataclass(slots=True)
class Part:
    """One member of a list of things."""

    row: list[Token] = field(default_factory=list)
    full: list[Token] = field(default_factory=list)
    targets: list[tuple[str, str]] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    said: list[Token] = field(default_factory=list)
    side: str = ""
    modality: str = ""
    summary: str = ""
    other: bool = False
    turn: str = ""
    before: str = ""
    reach: int = 0
    unread: list[Token] = field(default_factory=list)

    @property
    def named(self) -> bool:
        """Something that can carry a value is named."""
        return bool(
            self.targets
            or self.elsewhere
            or self.other
            or (self.summary == "all" and not self.unread)
        )


def _kinds(test: str, table: str) -> tuple[str, ...]:
    extra = {
        "pain": ("pain filler",),
        "imaging": ("imaging filler",),
        "laboratory": ("imaging filler",),
    }
    return (*_BY_TEST[test], *_COMMON, f"value {table}", *_LAST, *extra.get(test, ()))


def _find(
    row: list[Token], i: int, kinds: tuple[str, ...], vocabulary: Vocabulary, flavour: str
) -> Match | None:
    found = vocabulary.match(row, i, kinds, flavour)
    if found is not None:
        return found
    span = _SPAN.match(row[i].norm)
    if span is None or "structure" not in kinds:
        return None
    first, last = (span[1] + span[2]).upper(), (span[3] + span[4]).upper()
    if first not in _ROOTS or last not in _ROOTS:
        return None
    between = _ROOTS[_ROOTS.index(first) : _ROOTS.index(last) + 1]
    return Match(1, "structure", "+".join(f"{root} root" for root in between)) if between else None


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
    kinds = _kinds(test, table)
    parts = _lex(row, kinds, vocabulary, flavour)
    for i in range(len(parts)):
        _borrow(parts, i, kinds, vocabulary, flavour)
    return [part for part in parts if part.row]


def _lex(
    row: list[Token], kinds: tuple[str, ...], vocabulary: Vocabulary, flavour: str
) -> list[Part]:
    parts = [Part()]
    i = 0
    while i < len(row):
        found, inner = _around(row, i, kinds, vocabulary, flavour)
        part = parts[-1]
        part.side = inner or part.side
        if found is not None and found.kind == "except":
            if part.targets and i + found.length >= len(row):
                part.said += row[i : i + found.length]
                part.row += row[i : i + found.length]
            else:
                parts.append(Part(turn=found.name, row=row[i : i + found.length]))
        elif found is not None:
            if found.kind == "not" and part.targets:
                part = Part(before=",")
                parts.append(part)
            part.row += row[i : i + found.length]
            _note(part, found, row[i : i + found.length])
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


def _around(
    row: list[Token], i: int, kinds: tuple[str, ...], vocabulary: Vocabulary, flavour: str
) -> tuple[Match | None, str]:
    """Longest phrase at `i`, also around a side or an empty word: "dorsum of the left foot"."""
    found = _find(row, i, kinds, vocabulary, flavour)
    kept, where, side = [row[i]], [i], ""
    for k in range(i + 1, min(i + 9, len(row))):
        if row[k].norm in SEPARATORS:
            break
        if row[k].norm in {"(", ")"}:
            continue
        empty = vocabulary.match(row[k : k + 1], 0, ("side", "remark"), flavour)
        if empty is not None and empty.kind == "side":
            side = empty.name
        if empty is None:
            kept.append(row[k])
            where.append(k)
    if len(where) < 2 or where[-1] == i + len(where) - 1:
        return found, ""
    names = tuple(kind for kind in kinds if kind in _TARGETS or kind == "elsewhere")
    wide = vocabulary.match(kept, 0, names, flavour)
    if wide is None or wide.length < 2 or (found is not None and found.length >= wide.length):
        return found, ""
    length = where[wide.length - 1] - i + 1
    return Match(length, wide.kind, wide.name), side if length > wide.length else ""


def _note(part: Part, found: Match, taken: list[Token]) -> None:
    if found.kind in _TARGETS or found.kind in {"elsewhere", "place"}:
        part.reach += found.length
    if found.kind in _TARGETS:
        part.targets.append((found.kind, found.name))
    elif found.kind == "elsewhere":
        part.elsewhere.append(found.name)
    elif found.kind == "place":
        part.places.append(found.name)
    elif found.kind == "side":
        part.side = found.name
    elif found.kind == "summary":
        part.summary = found.name
    elif found.kind == "other":
        part.other = True
    elif found.kind in {"not", "degree", "quantity"} or found.kind.startswith("value"):
        part.said += taken
    elif found.kind == "modality":
        part.modality = found.name
    elif found.kind == "remark" and taken[0].norm in _UNITS:
        part.said += taken


def _borrow(
    parts: list[Part], i: int, kinds: tuple[str, ...], vocabulary: Vocabulary, flavour: str
) -> None:
    """Complete a part from its neighbours: "knee and ankle jerks", "hip flexion, abduction"."""
    part = parts[i]
    body = [t for t in part.row if t not in part.said]
    if not body or part.turn or len(body) > 4:
        return
    if (
        part.targets
        and not part.unread
        and not (len(part.targets) == 1 and part.targets[0][0] in _WIDE)
    ):
        return
    after = next((p for p in parts[i + 1 :] if p.row), None)
    tries = []
    if after is not None and not after.turn:
        tries += [(body + after.row[-n:]) for n in range(1, min(3, len(after.row) - 1) + 1)]
    if i and parts[i - 1].row and not part.turn:
        before = parts[i - 1]
        head = before.full or [t for t in before.row if t not in before.said]
        tries += [(head[:n] + body) for n in range(1, min(3, len(head) - 1) + 1)]
    for row in tries:
        found = vocabulary.match(
            row, 0, tuple(k for k in kinds if k in _TARGETS or k == "elsewhere"), flavour
        )
        if found is None or found.length != len(row) or (found.kind in _WIDE and part.targets):
            continue
        fresh = Part(
            row=part.row,
            said=part.said,
            side=part.side,
            modality=part.modality,
            summary=part.summary,
            other=part.other,
            before=part.before,
            full=row,
        )
        _note(fresh, found, row)
        parts[i] = fresh
        return
