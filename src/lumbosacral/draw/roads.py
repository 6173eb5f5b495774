"""Where the arrow keys lead on the plexus picture: along the nerves, and to those beside."""

from collections.abc import Sequence
from dataclasses import dataclass

from lumbosacral.draw.curves import Run
from lumbosacral.draw.form import Form
from lumbosacral.draw.nodes import node_id
from lumbosacral.draw.rows import row_id


@dataclass(frozen=True)
class Neighbours:
    """By id of a bar or row: where left, right, up and down lead."""

    of: dict[str, dict[str, str]]


def ids_of(form: Form) -> list[str]:
    """Ids of all places, nodes first."""
    return [*(node_id(n.id) for n in form.nodes), *(row_id(t) for t in form.targets)]


def neighbours(form: Form, runs: Sequence[Run]) -> Neighbours:
    """Left is where most fibres come from, right where most go; up and down are those beside."""
    ids, where = ids_of(form), form.where
    into: dict[int, dict[int, float]] = {}
    out: dict[int, dict[int, float]] = {}
    last = len(form.nodes) if form.turned else len(where)
    for run in runs:
        a, b, n = run.strand.origin, run.strand.goal, run.strand.fibres
        if b < last:
            into.setdefault(b, {}).setdefault(a, 0)
            into[b][a] += n
            out.setdefault(a, {}).setdefault(b, 0)
            out[a][b] += n
    found: dict[str, dict[str, str]] = {}
    for i in range(last):
        level = [(where[k].y, k) for k in range(last) if where[k].level == where[i].level]
        beside = [k for _, k in sorted(level)]
        at = beside.index(i)
        roads = {
            "left": max(into[i], key=into[i].__getitem__) if i in into else None,
            "right": max(out[i], key=out[i].__getitem__) if i in out else None,
            "up": beside[at - 1] if at else None,
            "down": beside[at + 1] if at + 1 < len(beside) else None,
        }
        found[ids[i]] = {key: ids[to] for key, to in roads.items() if to is not None}
    return Neighbours(found)
