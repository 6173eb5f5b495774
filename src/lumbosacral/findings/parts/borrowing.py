"""Members of a list that are completed from their neighbours: "knee and ankle jerks", "hip flexion, abduction"."""

from lumbosacral.findings.language.phrase import TARGETS, WIDE, Part
from lumbosacral.findings.language.vocabulary import Match, Vocabulary
from lumbosacral.findings.language.words import Token

__all__ = ["borrow", "note"]

_VALUES = frozenset({"not", "degree", "quantity", "unit", "seen"})
_UNITS = frozenset({"uv", "mv", "ms", "m/s"})


def _bare(part: Part, vocabulary: Vocabulary) -> list[Token]:
    """Words of a part without its side, its value and what says nothing."""
    empty = ("side", "modality", "remark", "supply")
    kept = [t for t in part.row if t not in part.said]
    held = [taken for _, taken in part.held if len(taken) > 1]
    named, body, i = frozenset[Token]().union(*held), list[Token](), 0
    while i < len(kept):
        found = None if kept[i] in named else vocabulary.match(kept, i, empty)
        body += [] if found else [kept[i]]
        i += found.length if found else 1
    return body


def borrow(
    parts: list[Part], i: int, kinds: tuple[str, ...], vocabulary: Vocabulary, flavour: str
) -> None:
    """Complete a part from its neighbours: "knee and ankle jerks", "hip flexion, abduction"."""
    part = parts[i]
    body = _bare(part, vocabulary)
    if not body or part.turn or len(body) > 4:
        return
    method = "imaging filler"
    if method in kinds and all(vocabulary.match([t], 0, (method,)) for t in body):
        # "fatty atrophy of the back, MRI" is none of what MRI is needed for
        return
    breath = i > 0 and parts[i - 1].row[-1].start == part.row[0].start
    if (
        part.targets
        and not part.unread
        and not breath
        and not (len(part.targets) == 1 and part.targets[0][0] in WIDE)
    ):
        return
    tries, whole = _tries(parts, i, body, vocabulary)
    for row in map(vocabulary.respelled, tries):
        if len({token.norm for token in row}) < len(row):
            continue
        found = vocabulary.match(
            row, 0, tuple(k for k in kinds if k in TARGETS or k == "elsewhere"), flavour
        )
        if found is None or (found.kind in WIDE and part.targets and not _limb(part, vocabulary)):
            ended = vocabulary.match(row[:1], 0, ("limb end",)) and len(part.row) < 3
            if found is None or not (ended and part.before in {"and", "&", "/"}):
                continue
        made = vocabulary.match(row, 0, ("not borrowed",))
        if made is not None and made.length == found.length:
            continue
        tail = row[found.length :]
        if not all(vocabulary.match([t], 0, ("supply", "remark")) for t in tail):
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
            narrows=bool(whole) and row[: len(whole)] == whole and bool(body == row[len(whole) :]),
            plural=part.plural,
            inner=part.inner,
        )
        note(fresh, found, row)
        parts[i] = fresh
        return


def _limb(part: Part, vocabulary: Vocabulary) -> bool:
    """Whether only the whole limb is named, which a word before it may narrow: "lateral thigh and leg"."""
    whole = vocabulary.everything.get("sensation", "")
    return (
        [name for _, name in part.targets] == [whole] and len(part.row) == 1 and bool(part.before)
    )


def _tries(
    parts: list[Part], i: int, body: list[Token], vocabulary: Vocabulary
) -> tuple[list[list[Token]], list[Token]]:
    """Rows of words that a part may mean, and the head that is whole before it: "thigh, lateral"."""
    part = parts[i]
    after = next((p for p in parts[i + 1 :] if p.row), None)
    tries, whole = [], list[Token]()
    if after is not None and not after.turn and not _opens_denied(after, vocabulary):
        tail = after.full or after.row
        tries += [(body + tail[-n:]) for n in range(1, min(3, len(tail) - 1) + 1)]
    if i and parts[i - 1].row and not part.turn:
        before = parts[i - 1]
        if any(token in body for token in before.full):
            # it took its own words from here: "lateral and plantar foot"
            return tries, whole
        head = before.full or _bare(before, vocabulary)
        if part.targets and _stands_alone(body, head, vocabulary):
            return tries, whole
        tries += [(head[:n] + body) for n in range(1, min(3, len(head) - 1) + 1)]
        if part.before == "," and before.targets and not before.said and not before.elsewhere:
            whole = head
            tries.append(whole + body)
    return tries, whole


def _stands_alone(body: list[Token], head: list[Token], vocabulary: Vocabulary) -> bool:
    """Whether the sole stands beside a limb above it: "lateral leg and sole"."""
    above = any(vocabulary.match(head, k, ("above foot",)) for k in range(len(head)))
    return above and vocabulary.match(body, 0, ("sole word",)) is not None


def _opens_denied(part: Part, vocabulary: Vocabulary) -> bool:
    """Whether a part begins with its denial, which what stands before does not share: "femur, no fracture"."""
    return vocabulary.match(part.row, 0, ("not",)) is not None


def note(part: Part, found: Match, taken: list[Token]) -> None:
    """Write down in a part what was found in some of its words."""
    if found.kind in TARGETS or found.kind in {"elsewhere", "scanned"}:
        part.held.append(((found.kind, found.name), frozenset(taken)))
    if found.kind in TARGETS or found.kind in {"elsewhere", "place"}:
        part.reach += found.length
    if found.kind in TARGETS:
        part.targets.append((found.kind, found.name))
    elif found.kind == "elsewhere":
        part.elsewhere.append(found.name)
    elif found.kind == "scanned":
        part.scanned.append(found.name)
    elif found.kind == "place":
        part.places.append(found.name)
    elif found.kind == "side":
        part.side = found.name
    elif found.kind == "summary":
        part.summary = found.name
    elif found.kind == "other":
        part.other = True
    elif found.kind == "symptom":
        part.symptoms += taken
    elif found.kind in _VALUES or found.kind.startswith("value"):
        part.said += taken
    elif found.kind == "modality":
        part.modality = found.name
    elif found.kind == "remark" and taken[0].norm in _UNITS:
        part.said += taken
