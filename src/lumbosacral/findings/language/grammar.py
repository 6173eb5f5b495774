"""How the file of the vocabulary is written, and how its rewriting is done."""

from collections.abc import Mapping

from lumbosacral.findings.language.words import Token

__all__ = ["rewrite", "sections", "shared", "weighted"]


def rewrite(row: list[Token], table: Mapping[tuple[str, ...], tuple[str, ...]]) -> list[Token]:
    """Replace the phrases of a table, the longest first; new words stand where the old ones did."""
    done: list[Token] = []
    i = 0
    while i < len(row):
        for length in range(min(5, len(row) - i), 0, -1):
            new = table.get(tuple(t.norm for t in row[i : i + length]))
            if new is not None:
                span = (row[i].start, row[i + length - 1].end)
                done += [Token(word, *span) for word in new]
                i += length
                break
        else:
            done.append(row[i])
            i += 1
    return done


def sections(text: str) -> dict[str, list[tuple[str, list[str], list[str]]]]:
    """Section -> lines as (canonical, other words, members)."""
    found: dict[str, list[tuple[str, list[str], list[str]]]] = {}
    current: list[tuple[str, list[str], list[str]]] = []
    for raw in text.splitlines():
        line = raw.split("#", 1)[0].rstrip()
        body = line.strip()
        if not body:
            continue
        listed = [word.strip() for word in body.lstrip("> ").split(";") if word.strip()]
        if body.startswith("["):
            current = found.setdefault(body.strip("[]"), [])
        elif body.startswith(">"):
            current[-1][2].extend(listed)
        elif line[0].isspace():
            current[-1][1].extend(listed)
        else:
            name, _, said = body.partition(" = ")
            current.append((name, [w.strip() for w in said.split(";") if w.strip()], []))
    return found


def weighted(word: str) -> tuple[str, float]:
    """Split a member from the weight behind it, 1 where there is none."""
    name, _, last = word.rpartition(" ")
    try:
        return (name, float(last)) if name else (word, 1.0)
    except ValueError:
        return word, 1.0


Tables = dict[str, dict[tuple[str, ...], dict[str, str]]]


def shared(*tables: Tables) -> tuple[Tables, ...]:
    """Return tables in which equal keys and entries are one object, which load faster."""
    keys: dict[tuple[str, ...], tuple[str, ...]] = {}
    entries: dict[tuple[tuple[str, str], ...], dict[str, str]] = {}
    return tuple(
        {
            flavour: {
                keys.setdefault(key, key): entries.setdefault(tuple(entry.items()), entry)
                for key, entry in table.items()
            }
            for flavour, table in one.items()
        }
        for one in tables
    )
