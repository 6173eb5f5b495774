"""All findings of a case against the bank: one row of log chances for each, for both ways round.

A one-sided patient of the bank can be the case with the index leg left or right: way 0 takes the index leg as the
left one, way 1 as the right one.
"""

from dataclasses import dataclass, replace
from functools import cache

import numpy as np
from numpy.typing import NDArray

from lumbosacral.atlas.described import Condition
from lumbosacral.findings import Reading, Understood
from lumbosacral.inference.associations import Told, combined, log_ratios, of_units, told
from lumbosacral.inference.base import base_of
from lumbosacral.inference.legs import both_rows
from lumbosacral.inference.likelihood import Observer
from lumbosacral.inference.one_sided import leg_told_of
from lumbosacral.inference.other_times import at_another_time
from lumbosacral.inference.quiet import Quiet
from lumbosacral.inference.rows import OneFinding, Row, Rows, Whole, looked_up
from lumbosacral.inference.terms import NORMAL_WORDS
from lumbosacral.population.bank import Bank

Floats = NDArray[np.float32]
_FIBRES = {"sensation": ("touch", "pin"), "strength": ("alpha",)}
"""Fibres that a finding outside the leg speaks of, by its test."""
KEPT_BYTES = 24 * 2**20


@dataclass(frozen=True)
class PairEvidence:
    """What each finding says of pairs of patients, which stand behind the patients of the bank.

    Attributes
    ----------
    after : int
        Number of patients before the first pair.
    rows : float32 array [F, P]
        Log chance of each finding, the pair the way round it was put together.
    ratios : float64 array [T, P]
    """

    after: int
    rows: Floats
    ratios: NDArray[np.float64]


@dataclass(frozen=True)
class Evidence:
    """What each finding says of each patient.

    Attributes
    ----------
    findings : tuple of Understood
        Those that the model can weigh, in order.
    rows : Rows, or float32 array [F, 2, N]
        Log chance of each finding, way round by way round; associations enter as the change they make.
    told : tuple of Told
        Findings of the table, in the order of `ratios`.
    ratios : float64 array [T, cells]
    base : float32 array [2, N]
        Log prior weight, with side, time and course of the illness.
    quiet : Quiet or None
        What was not mentioned, where that counts.
    unread : tuple of Understood
        Findings that no reading of the model answers.
    pairs : PairEvidence or None
        The same of patients with two lesions.
    """

    findings: tuple[Understood, ...]
    rows: Rows | Floats
    told: tuple[Told, ...]
    ratios: NDArray[np.float64]
    base: Floats
    quiet: Quiet | None
    unread: tuple[Understood, ...]
    pairs: PairEvidence | None = None

    def row_of(self, finding: int, way: NDArray[np.intp], patient: NDArray[np.intp]) -> Floats:
        """Log chance of one finding in some patients and pairs, [K]."""
        if self.pairs is None:
            return np.asarray(self.rows[finding, way, patient], np.float32)
        out = np.empty(len(patient), np.float32)
        one = patient < self.pairs.after
        out[one] = self.rows[finding, way[one], patient[one]]
        out[~one] = self.pairs.rows[finding, patient[~one] - self.pairs.after]
        return out


def gather(
    observer: Observer,
    reading: Reading,
    setting: str,
    *,
    silent: bool,
    whole: Bank | None = None,
    prior: NDArray[np.float64] | None = None,
) -> Evidence:
    """Weigh every finding of a reading.

    Parameters
    ----------
    whole : Bank or None
        Patients of every time, where the observer's are those of the case's: for findings with a time of their own.
    silent : bool
        Whether what was not mentioned counts as weak evidence of normal (reports and text, not check lists).
    prior : float array [C] or None
        Prior of each condition, in place of that of the setting.
    """
    findings: list[Understood] = []
    items: list[Told] = []
    unread: list[Understood] = []
    _keep_room()
    rows: list[OneFinding] = []
    n, days = len(observer.bank), time_of(reading)
    for finding in sided(reading):
        if finding.kind == "association":
            items += told(observer.atlas, finding)
        elif (row := _row(observer, finding, days, whole)) is not None:
            rows.append(row)
            findings.append(finding)
            items += of_units(observer.atlas, finding)
        else:
            unread.append(finding)
    return Evidence(
        findings=tuple(findings),
        rows=Rows(tuple(rows), n),
        told=tuple(items),
        ratios=log_ratios(
            observer.atlas, items, observer.bank.cells, reading.patient, report=silent
        ),
        base=base_of(observer, _about(reading) if silent else reading, days, setting, prior),
        quiet=quiet_of(observer, reading) if silent else None,
        unread=tuple(unread),
    )


@cache
def _keep_room() -> None:
    """Let the allocator keep what arrays as long as a bank give back: to clear new pages costs more than to add.

    The C library of Linux learns from the largest piece that was ever freed how much to keep; others do not mind.
    """
    np.empty(KEPT_BYTES, np.uint8)


def sided(reading: Reading) -> tuple[Understood, ...]:
    """Findings with the side of the case where they have none; where nothing has a side, all are of one leg.

    Which leg that is does not matter, as both are equally likely to be struck: the left one stands for it.
    """
    known = {f.sides for f in reading.understood} | {reading.side}
    usual = reading.side if reading.side != "unknown" else "left"
    if reading.side == "unknown" and "right" in known and "left" not in known:
        usual = "right"
    return tuple(replace(f, sides=usual) if f.sides == "unknown" else f for f in reading.understood)


def _about(reading: Reading) -> Reading:
    """A report with its side, which may be that of all that is lost: who tells of one leg has come with that leg."""
    if reading.side != "unknown":
        return reading
    return replace(reading, side=leg_told_of(sided(reading)))


def quiet_of(observer: Observer, reading: Reading) -> Quiet:
    """What a case does not mention."""
    return Quiet(observer, reading, sided(reading) if has_side(reading) else ())


def has_side(reading: Reading) -> bool:
    """Whether anything in the case says on which side it is."""
    said = {f.sides for f in reading.understood} | {reading.side}
    return bool(said & {"left", "right"})


def told_rows(observer: Observer, evidence: Evidence, leave_out: int = -1) -> Floats:
    """Log change by all told findings, but for one, in every patient, [N]."""
    by_cell = _told(observer, evidence, evidence.ratios, leave_out)
    return looked_up(by_cell.astype(np.float32), observer.bank.cell)


def told_change(
    observer: Observer, evidence: Evidence, patient: NDArray[np.intp], leave_out: int
) -> NDArray[np.float64]:
    """Log change in some patients and pairs when a told finding is left out, [K]."""

    def change(ratios: NDArray[np.float64]) -> NDArray[np.float64]:
        left = _told(observer, evidence, ratios, leave_out)
        return left - _told(observer, evidence, ratios, -1)

    by_cell = change(evidence.ratios)
    if evidence.pairs is None:
        return np.take(by_cell, observer.bank.cell[patient])
    out, one = np.empty(len(patient)), patient < evidence.pairs.after
    out[one] = by_cell[observer.bank.cell[patient[one]]]
    out[~one] = change(evidence.pairs.ratios)[patient[~one] - evidence.pairs.after]
    return out


def _told(
    observer: Observer, evidence: Evidence, ratios: NDArray[np.float64], leave_out: int
) -> NDArray[np.float64]:
    keep = [i for i in range(len(evidence.told)) if i != leave_out]
    return combined(observer.atlas, [evidence.told[i] for i in keep], ratios[keep])


def time_of(reading: Reading) -> float | None:
    """Days from onset to examination; where the case does not say, those of its latest finding that does."""
    own = [f.days for f in reading.understood if f.days is not None]
    return max(own, default=None) if reading.onset_days is None else reading.onset_days


def _row(
    observer: Observer, finding: Understood, days: float | None, whole: Bank | None
) -> OneFinding | None:
    """Log chance of a finding at its own time; None where nothing can be read."""
    ways: tuple[Row, Row] | None
    if finding.days is None or finding.days == days or whole is None:
        ways = _ways(observer, finding)
    else:
        then = at_another_time(observer, whole, finding.days, lambda then: both_ways(then, finding))
        ways = None if then is None else (Whole(then[0]), Whole(then[1]))
    return None if ways is None else OneFinding(ways)


def _ways(observer: Observer, finding: Understood) -> tuple[Row, Row] | None:
    if finding.kind == "elsewhere":
        if (
            not finding.value.word
        ):  # a figure of an arm nerve, which nothing here says is normal or not
            return None
        row = Whole(_elsewhere(observer, finding))
        return row, row
    return both_rows(observer, finding)


def both_ways(observer: Observer, finding: Understood) -> Floats | None:
    """Log chance with the index leg left and right, [2, N]; None where nothing can be read."""
    ways = _ways(observer, finding)
    return None if ways is None else np.asarray(OneFinding(ways))


def _is_fine(finding: Understood) -> bool:
    return finding.value.word in NORMAL_WORDS


def _beyond(condition: Condition, fibres: tuple[str, ...], usual: float) -> float:
    """Chance of a finding outside the leg that these fibres carry: less where a condition harms few of them."""
    if condition.elsewhere is None:
        return usual
    harmed = max((condition.fibres.get(fibre, 1.0) for fibre in fibres), default=1.0)
    return max(usual, condition.elsewhere * harmed)


def _elsewhere(observer: Observer, finding: Understood) -> Floats:
    """Findings outside the leg: what each condition gives them, [N]."""
    law = observer.atlas.observation["elsewhere"]
    usual, fibres = float(law["usual"]), _FIBRES.get(finding.test, ())
    chance = np.array([_beyond(c, fibres, usual) for c in observer.atlas.conditions.values()])
    if _is_fine(finding):
        chance = 1 - chance * float(law["normal_weight"])
    return looked_up(np.log(chance, dtype=np.float32), observer.bank.condition)
