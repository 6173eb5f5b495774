"""Corruptions of single facts that a claim or a test speaks of: each operator lists every one it can make.

A corruption is a function on the trees of the atlas's files (as `text.read` gives them; weights.csv as rows).
"""

import random
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

Trees = dict[str, Any]
ROOTS = ("L1", "L2", "L3", "L4", "L5", "S1", "S2", "S3", "S4")
CLAIMED_COURSES = (
    "lumbosacral trunk", "sciatic nerve", "superior gluteal nerve", "inferior gluteal nerve",
    "nerve to obturator internus", "nerve to quadratus femoris",
)  # fmt: skip
CLAIMED_MOVEMENTS = (
    "foot inversion", "foot eversion", "ankle dorsiflexion", "ankle plantarflexion", "toe flexion",
    "toe extension", "knee flexion", "hip adduction",
)  # fmt: skip


@dataclass(frozen=True)
class Corruption:
    """One fact made wrong in one file."""

    operator: str
    what: str
    file: str
    change: Callable[[Any], None]

    def applied(self, trees: Trees) -> Any:
        """Tree of the file with the fact made wrong."""
        tree = deepcopy(trees[self.file])
        self.change(tree)
        return tree


def _named(items: list[Any], name: str, key: str = "name") -> Any:
    return next(item for item in items if item[key] == name)


def weights(trees: Trees, second: set[str]) -> Iterator[Corruption]:
    """Swap, drop, shift or misplace a root of a muscle."""
    for row in trees["weights"]:
        muscle = row["muscle"]
        if muscle not in second:
            continue
        has = [r for r in ROOTS if row[r]]
        for a, b in pairwise(has):
            if row[a] != row[b]:
                yield _weight("root shares swapped", muscle, {a: row[b], b: row[a]})
            moved = str(float(row[b]) + float(row[a]))
            yield _weight("root dropped", muscle, {a: "", b: moved})
            big, small = (a, b) if float(row[a]) >= float(row[b]) else (b, a)
            if float(row[big]) > 20:
                points = {big: str(float(row[big]) - 20), small: str(float(row[small]) + 20)}
                yield _weight("20 points moved", muscle, points)
        other = ROOTS[(ROOTS.index(has[-1]) + 3) % 9]
        if not row[other]:
            yield _weight("root misplaced", muscle, {has[0]: "", other: row[has[0]]})


def _weight(operator: str, muscle: str, cells: dict[str, str]) -> Corruption:
    def change(rows: Any) -> None:
        _named(rows, muscle, "muscle").update(cells)

    return Corruption(operator, f"{muscle}: {cells}", "weights", change)


def supply(trees: Trees, rng: random.Random) -> Iterator[Corruption]:
    """Move a motor branch to a sibling nerve or across the branch point where its nerve begins."""
    segments = {s["segment"]: s for s in trees["segments"]["segments"]}
    lines = [r["from"] for r in trees["supply"]["supply"] if "{root}" not in r["from"]]
    for record in trees["supply"]["supply"]:
        here = record["from"]
        if "{root}" in here or record["muscle"] == "cremaster":
            continue
        nerve = segments[here]["structure"]
        siblings = sorted({x for x in lines if segments[x]["structure"] != nerve})
        for other in rng.sample(siblings, 2):
            yield _supply("branch moved to a sibling nerve", record["muscle"], here, other)
        parents = [p for p in segments[here].get("after", ()) if p in segments]
        for parent in parents:
            if segments[parent]["structure"] != nerve:
                yield _supply("branch moved across a branch point", record["muscle"], here, parent)
        if segments[here].get("sheath"):
            words = {"tibial": "fibular", "fibular": "tibial"}
            one = next(w for w in words if f"{w} division" in here)
            other = here.replace(one, words[one])
            if other in segments:
                yield _supply("branch moved to the other division", record["muscle"], here, other)


def _supply(operator: str, muscle: str, here: str, there: str) -> Corruption:
    def change(tree: Any) -> None:
        _named(tree["supply"], muscle, "muscle")["from"] = there

    return Corruption(operator, f"{muscle}: {here} -> {there}", "supply", change)


def skin(trees: Trees, rng: random.Random) -> Iterator[Corruption]:
    """Give a skin area to another nerve, or a root that its nerve has not."""
    segments = {s["segment"]: s for s in trees["segments"]["segments"]}
    lines = sorted({w["from"] for a in trees["skin"]["areas"] for w in a["supply"]})
    for area in trees["skin"]["areas"]:
        for i, way in enumerate(area["supply"]):
            nerve = segments[way["from"]]["structure"]
            others = [x for x in lines if segments[x]["structure"] != nerve]
            yield _skin(
                "skin given to another nerve", area["name"], i, {"from": rng.choice(others)}
            )
            roots = way["roots"]
            foreign = ROOTS[(ROOTS.index(max(roots, key=lambda r: float(roots[r]))) + 4) % 9]
            largest = max(roots, key=lambda r: float(roots[r]))
            wrong = {foreign if r == largest else r: v for r, v in roots.items()}
            if len(wrong) == len(roots):
                yield _skin("skin given a foreign root", area["name"], i, {"roots": wrong})


def _skin(operator: str, area: str, index: int, fields: dict[str, Any]) -> Corruption:
    def change(tree: Any) -> None:
        _named(tree["areas"], area)["supply"][index].update(fields)

    return Corruption(operator, f"{area}, way {index}: {fields}", "skin", change)


def lines(trees: Trees) -> Iterator[Corruption]:
    """Reroute a line through the other division, cut a way into the plexus, move a cell body."""
    flip = {"posterior division": "anterior division", "anterior division": "posterior division"}
    for i, segment in enumerate(trees["segments"]["segments"]):
        name, after = segment["segment"], segment.get("after")
        if isinstance(after, list) and len(after) == 1:
            for word, other in flip.items():
                if after[0].endswith(f"plexus, {word}"):
                    changed = [after[0].replace(word, other)]
                    yield _segment("nerve moved to the other division", i, name, {"after": changed})
        if isinstance(after, list) and len(after) > 1:
            for gone in after:
                rest = [a for a in after if a != gone]
                yield _segment("way into a line dropped", i, f"{name}: {gone}", {"after": rest})
        if segment.get("cell_body"):
            yield _segment("cell body unmarked", i, name, {"cell_body": None})
            wrong = "ganglion" if segment["cell_body"] != "ganglion" else "cord"
            yield _segment("cell body misnamed", i, name, {"cell_body": wrong})
    kinds = trees["fibres"]["fibres"]
    for i, kind in enumerate(kinds):
        wrong = "cord" if kind["cell_body"] != "cord" else "ganglion"
        yield _fibre(i, kind["name"], "cell body moved", {"cell_body": wrong})
        bare = "false" if kind["myelinated"] == "true" else "true"
        yield _fibre(i, kind["name"], "myelin flipped", {"myelinated": bare})


def _segment(operator: str, index: int, name: str, fields: dict[str, Any]) -> Corruption:
    return Corruption(operator, name, "segments", lambda t: _set(t["segments"][index], fields))


def _fibre(index: int, name: str, operator: str, fields: dict[str, Any]) -> Corruption:
    return Corruption(operator, name, "fibres", lambda t: _set(t["fibres"][index], fields))


def _set(record: Any, fields: dict[str, Any]) -> None:
    record.update(fields)
    for key in [k for k, v in fields.items() if v is None]:
        del record[key]


def records(trees: Trees) -> Iterator[Corruption]:
    """Make wrong what the structures' records say: way past piriformis, division, company, course."""
    swap = {"above": "below", "below": "above"}
    for record in trees["structures"]["structures"]:
        name = record["name"]
        if record.get("piriformis") in swap and record["kind"] == "nerve":
            yield _record("above and below swapped", name, "piriformis", swap[record["piriformis"]])
        if record["kind"] == "nerve" and record["division"] in {"anterior", "posterior"}:
            wrong = "anterior" if record["division"] == "posterior" else "posterior"
            if "hypogastric" not in name and "inguinal" not in name and name not in {
                "genitofemoral nerve", "pudendal nerve",
            }:  # fmt: skip
                yield _record("division of a record flipped", name, "division", wrong)
        if name in {"superior gluteal nerve", "inferior gluteal nerve"}:
            for vessel in record["companions"]:
                rest = [v for v in record["companions"] if v != vessel]
                yield _record("companion deleted", name, "companions", rest)
        if name in CLAIMED_COURSES:
            yield from _courses(name, record["course"])
        if record["kind"] in {"nerve", "trunk"}:
            yield _record("supply forgotten", name, "intrinsic_supply", "")


def _courses(name: str, course: list[str]) -> Iterator[Corruption]:
    claimed = [
        i for i, landmark in enumerate(course)
        if any(w in landmark for w in (
            "foramen", "piriformis", "ala", "brim", "psoas", "S1", "ischi", "popliteal", "gluteal region",
            "posterior thigh", "deep surface",
        ))
    ]  # fmt: skip
    for i in claimed:
        rest = [x for j, x in enumerate(course) if j != i]
        yield _record("landmark deleted", f"{name}: {course[i]}", "course", rest, name)
    for i, j in pairwise(claimed):
        wrong = list(course)
        wrong[i], wrong[j] = wrong[j], wrong[i]
        yield _record("landmarks swapped", f"{name}: {course[i]}", "course", wrong, name)


def _record(operator: str, what: str, field: str, value: Any, name: str = "") -> Corruption:
    def change(tree: Any) -> None:
        _named(tree["structures"], name or what)[field] = value

    return Corruption(operator, what, "structures", change)


def muscles(trees: Trees) -> Iterator[Corruption]:
    """Flip an action, move a muscle to another compartment, drop a belly from a group."""
    shares = {
        (m, v["name"]) for v in trees["movements"]["movements"] for m in v["shares"]
    }  # fmt: skip
    opposite = {v["name"]: v["opposite"] for v in trees["movements"]["movements"]}
    for record in trees["muscles"]["muscles"]:
        name = record["name"]
        for movement in record["actions"]:
            if (name, movement) in shares and opposite.get(movement) in opposite:
                flipped = {
                    opposite[movement] if m == movement else m: w
                    for m, w in record["actions"].items()
                }
                yield _muscle("action flipped", name, movement, {"actions": flipped})
        if "leg" in record["compartment"] or record["compartment"] == "sole":
            wrong = "anterior leg" if record["compartment"] != "anterior leg" else "lateral leg"
            yield _muscle("compartment changed", name, wrong, {"compartment": wrong})
    claimed = (
        "hamstrings", "hamstrings in the strict sense", "adductor magnus", "posterior hip muscles",
        "anterior compartment", "lateral compartment", "superficial posterior compartment",
        "deep posterior compartment", "muscles of the sole",
    )  # fmt: skip
    for name in claimed:
        for belly in _named(trees["muscles"]["groups"], name)["members"]:
            yield _group(name, belly)


def _muscle(operator: str, name: str, what: str, fields: dict[str, Any]) -> Corruption:
    def change(tree: Any) -> None:
        _named(tree["muscles"], name).update(fields)

    return Corruption(operator, f"{name}: {what}", "muscles", change)


def _group(name: str, belly: str) -> Corruption:
    def change(tree: Any) -> None:
        _named(tree["groups"], name)["members"].remove(belly)

    return Corruption("belly dropped from a group", f"{name}: {belly}", "muscles", change)
