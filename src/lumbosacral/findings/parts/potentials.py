"""Nerve conduction: the potential that is named once for several nerves, or apart from its nerve."""

from lumbosacral.findings.language.phrase import Part
from lumbosacral.findings.language.vocabulary import Match, Vocabulary
from lumbosacral.findings.language.words import Token

__all__ = ["one_potential"]


def one_potential(parts: list[Part], kinds: tuple[str, ...], known: Vocabulary) -> list[Part]:
    """Give each nerve the potential that is named beside it: "F waves of the peroneal and tibial nerves".

    A part that names a potential and no nerve is dropped where a nerve took it.
    """
    heads = [_potential(part, known) for part in parts]
    used: set[int] = set()
    for i, part in enumerate(parts):
        if heads[i] or len(part.targets) != 1 or part.targets[0][0] not in kinds:
            continue
        for k in [*range(i + 1, len(parts)), *range(i - 1, -1, -1)]:
            found = _joined(part, heads[k], known) if heads[k] else None
            if found is not None:
                part.targets = [(found.kind, found.name)]
                used.add(k)
                break
    given = {
        i
        for i, part in enumerate(parts)
        if i and heads[i] and heads[i - 1] and _bare(part, heads[i], known)
        if _of_same_nerve(part, heads[i], parts[i - 1], heads[i - 1], known)
    }
    for i, part in enumerate(parts):
        _specific(part)
        named = [
            h
            for k, h in enumerate(heads)
            if k != i and parts[k].targets and not _bare(parts[k], h, known)
        ]
        if heads[i] and _norms(heads[i]) in map(_norms, named):
            used.add(i)
    one = any(kind == "conduction" for part in parts for kind, _ in part.targets)
    whole = ("conduction group", known.everything["ncs"])
    named_one = any(part.elsewhere or set(part.targets) - {whole} for part in parts)
    if not named_one:
        _by_place(parts, known)
    for part in parts:
        limb = part.targets and part.targets[0][0] == "conduction group" and _is_limb(part, known)
        part.targets = [] if one and limb else part.targets
    used -= given
    return [p for i, p in enumerate(parts) if i not in used or not _bare(p, heads[i], known)]


def _of_same_nerve(
    part: Part, head: list[Token], before: Part, other: list[Token], known: Vocabulary
) -> bool:
    """Give a potential that is named alone the nerve named with another one: "medial plantar motor and sensory".

    Where that nerve has no such study in the atlas, nothing is named. True where it was given one.
    """
    if _norms(head) == _norms(other) or _bare(before, other, known):
        return False
    nerve = Part(row=[token for token in before.row if token not in other], said=before.said)
    found = _joined(nerve, head, known)
    part.targets = [(found.kind, found.name)] if found is not None else []
    part.unread = [] if found is not None else part.row
    return found is not None


def _by_place(parts: list[Part], known: Vocabulary) -> None:
    """Name the study by the place that alone is told: "conduction block at the fibular neck"."""
    for part in parts:
        for i in range(len(part.row)):
            found = known.match(part.row, i, ("conduction place",), "ncs")
            if found is not None:
                taken = part.row[i : i + found.length]
                part.targets = [("conduction", found.name)]
                part.unread = [token for token in part.unread if token not in taken]
                return


def _potential(part: Part, known: Vocabulary) -> list[Token]:
    """Tokens of the kind of potential in a part."""
    for i in range(len(part.row)):
        found = known.match(part.row, i, ("potential",), "ncs")
        if found is not None:
            return part.row[i : i + found.length]
    return []


def _is_limb(part: Part, known: Vocabulary) -> bool:
    """Whether a part says no more than which limb was studied."""
    empty = ("paired", "side", "remark")
    return all(known.match([t], 0, empty) or t.norm == "lower" for t in part.row)


def _norms(head: list[Token]) -> list[str]:
    return [token.norm for token in head]


def _joined(part: Part, head: list[Token], known: Vocabulary) -> Match | None:
    empty = ("side", "remark", "quantity")
    nerve = [t for t in part.row if t not in part.said and not known.match([t], 0, empty)]
    found = known.match([*nerve, *head], 0, ("conduction",), "ncs")
    return found if found is not None and found.length == len(nerve) + len(head) else None


def _bare(part: Part, head: list[Token], known: Vocabulary) -> bool:
    """Whether a part names a potential, and no nerve."""
    rest = [t for t in part.row if t not in head and t not in part.said]
    empty = ("side", "remark", "quantity", "summary")
    return all(known.match([t], 0, empty) for t in rest)


def _specific(part: Part) -> None:
    """Drop "conduction studies" beside the nerve that was studied, and where that nerve is not known."""
    one = [target for target in part.targets if target[0] == "conduction"]
    part.targets = one or part.targets
    if part.unread and part.targets and not one and not part.elsewhere:
        part.targets, part.unread = [], part.row
