"""What is told of one leg alone: weak evidence that the other leg has it not.

Somebody who names a numb left foot would have said so of the right one. Each finding told of one side is held against
the other leg of everybody who is struck on both sides; together they are capped, because disease of both legs shows in
all of them at once.
"""

from collections.abc import Callable
from dataclasses import replace
from math import log

import numpy as np
from numpy.typing import NDArray

from lumbosacral.findings import Understood, Value
from lumbosacral.findings.reading import Side
from lumbosacral.inference.legs import both_rows
from lumbosacral.inference.likelihood import Observer
from lumbosacral.inference.rows import Few, Indices, Looked, Row
from lumbosacral.inference.silence import capped
from lumbosacral.inference.terms import NORMAL_WORDS

Floats = NDArray[np.float32]
_OTHER: dict[str, Side] = {"left": "right", "right": "left"}
_LEG = frozenset({"strength", "sensation", "reflex", "gait", "task", "sign", "ncs", "emg", "pain"})


def one_sided(
    observer: Observer, findings: tuple[Understood, ...], side: str
) -> Callable[[int, Indices], Floats]:
    """Log chance that the other leg's share went unmentioned, in patients struck on both sides, [K].

    It is asked for by the way round (0: their index leg is the left one, 1: the right one) and the patients.

    Parameters
    ----------
    findings : tuple of Understood
        With their sides.
    side : str
        Side of the case.
    """
    law = observer.atlas.observation["silence"]["other_side"]
    surely, cap = float(law["told"]), np.float32(law["cap"])
    called_one = np.float32(log(float(law["called_one"])) if side in _OTHER else 0)
    found = (both_rows(observer, finding) for finding in _told_of_one(findings))
    rows = [tuple(_unmentioned(row, surely) for row in ways) for ways in found if ways is not None]

    def of(way: int, who: Indices) -> Floats:
        total = np.zeros(len(who), np.float32)
        for ways in rows:
            total += ways[way](who)
        total *= np.float32(2 / cap)
        return capped(total, cap) + called_one

    return of


def leg_told_of(findings: tuple[Understood, ...]) -> Side:
    """The leg, or both, that all is told of: losses, pains and what else is there. The side of a case that names none.

    Parameters
    ----------
    findings : tuple of Understood
        With their sides.
    """
    there = [f for f in findings if _is_told(f) or (f.test in _LEG and _loss(f) is not None)]
    legs = {f.sides for f in there} - {"unknown"}
    one = legs & set(_OTHER)
    if len(one) == 1:
        return one.pop()
    return "both" if legs == {"both"} else "unknown"


def _is_told(finding: Understood) -> bool:
    return finding.kind == "association" and finding.value.word in {"present", "positive"}


def _told_of_one(findings: tuple[Understood, ...]) -> list[Understood]:
    """Losses told of one leg, as the same loss of the other; not where that other leg is told of as well."""
    said = {(f.test, target, side) for f in findings for target in f.targets for side in _of(f)}
    out = []
    for finding in findings:
        side = _OTHER.get(finding.sides)
        if side is None or finding.test not in _LEG or finding.kind in {"association", "elsewhere"}:
            continue
        value = _loss(finding)
        if value is None or any((finding.test, t, side) in said for t in finding.targets):
            continue
        out.append(replace(finding, sides=side, value=value, days=None))
    return out


def _of(finding: Understood) -> tuple[str, ...]:
    return ("left", "right") if finding.sides == "both" else (finding.sides,)


def _loss(finding: Understood) -> Value | None:
    """Loss of any degree, or None where nothing is lost or a figure says how much."""
    value = finding.value
    if value.grade is not None:
        return Value(word="weak") if value.grade < 4.9 else None
    if not value.word or value.word in NORMAL_WORDS or value.number is not None:
        return None
    if finding.test in {"pain", "sign", "gait"} and value.word in {"absent", "negative"}:
        return None
    return Value(word=value.word)


def _unmentioned(row: Row, surely: float) -> Callable[[Indices], Floats]:
    """Log chance that what has these log chances of being there was not mentioned, in some patients."""
    inner = row.row if isinstance(row, Few) else row
    if not isinstance(inner, Looked):
        return lambda who: _not(row.at(who), surely)
    turned = Looked(_not(inner.table, surely), inner.codes)
    return (replace(row, row=turned) if isinstance(row, Few) else turned).at


def _not(log_chance: Floats, surely: float) -> Floats:
    return np.asarray(np.log1p(-surely * np.exp(np.minimum(log_chance, 0))), np.float32)
