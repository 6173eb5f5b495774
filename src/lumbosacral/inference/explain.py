"""Why: for each finding, what was seen, what the first answer expected, and how far it moved the odds."""

from math import log

import numpy as np
from numpy.typing import NDArray

from lumbosacral.examination.grades import as_mrc, grade
from lumbosacral.examination.reflexes import reflex_word
from lumbosacral.findings import Understood
from lumbosacral.inference.answer import Explained
from lumbosacral.inference.evidence import Evidence
from lumbosacral.inference.likelihood import Observer
from lumbosacral.inference.posterior import Posterior, share_without, share_without_told

UNEXPLAINED = 0.12
"""A finding is unexplained where the first answer gives it less than this of its best chance (judgement)."""


def log_odds(share: float) -> float:
    """Log odds of a probability, kept finite."""
    inside = min(max(share, 1e-9), 1 - 1e-9)
    return log(inside / (1 - inside))


def explanation(
    observer: Observer, evidence: Evidence, posterior: Posterior, first: NDArray[np.bool_]
) -> tuple[Explained, ...]:
    """Explain every finding; `first` [K] marks the patients of the first answer."""
    mine = np.flatnonzero(first)
    them = posterior.part(mine)
    now = log_odds(float(them.weight.sum()))
    out = []
    for i, finding in enumerate(evidence.findings):
        left = share_without(evidence, posterior, i, mine)
        expected = expected_of(observer, them, finding)
        out.append(
            Explained(
                finding=_name(finding),
                seen=str(finding.value),
                expected=expected,
                log_odds=round(now - log_odds(left), 3),
            )
        )
    for i, item in enumerate(evidence.told):
        left = share_without_told(observer, evidence, posterior, i, mine)
        out.append(
            Explained(
                finding=f"{item.finding.test}: {item.record.finding}",
                seen="present" if item.there else "absent",
                expected="by the table of associations",
                log_odds=round(now - log_odds(left), 3),
            )
        )
    return tuple(out)


def _name(finding: Understood) -> str:
    side = "" if finding.sides == "unknown" else f", {finding.sides}"
    targets = (
        finding.targets[0] if len(finding.targets) == 1 else f"{len(finding.targets)} of a group"
    )
    named = finding.words if len(finding.targets) > 1 else targets
    return f"{finding.test}: {named}{side}"


def _leg_of(finding: Understood, way: NDArray[np.intp]) -> NDArray[np.intp]:
    """Leg of the bank that the finding is of, for each way round: 0 index leg, 1 the other."""
    side = {"left": 0, "right": 1}.get(finding.sides)
    return np.zeros_like(way) if side is None else (way != side).astype(np.intp)


def mean_reading(
    observer: Observer, them: Posterior, finding: Understood, quantity: str, name: str
) -> float:
    """Mean of a reading over the patients of the first answer, on the finding's leg."""
    leg, scale = _leg_of(finding, them.way), observer.values(quantity, name)
    values = np.empty(len(leg), np.float32)
    for side in (0, 1):
        mine = np.flatnonzero(leg == side)
        if len(mine):
            codes = observer.codes(side, quantity, name)
            values[mine] = np.take(scale, np.take(codes, them.patient[mine]))
    return float((values * them.weight).sum() / them.weight.sum())


def expected_of(observer: Observer, them: Posterior, finding: Understood) -> str:
    """What the first answer expected of a finding, in words."""
    people = observer.atlas.people

    def mean(quantity: str) -> float:
        each = [mean_reading(observer, them, finding, quantity, t) for t in finding.targets]
        return sum(share * value for share, value in zip(finding.shares, each, strict=True))

    if finding.test == "emg" and finding.kind == "muscle":
        return f"{mean('fibrillating'):.0%} of fibres fibrillate, {mean('units'):.0%} of units left"
    if finding.kind in {"muscle", "movement"}:
        return f"grade {as_mrc(float(grade(people, np.array([mean(finding.kind)]))[0]))}"
    if finding.kind == "area":
        return f"{mean('pin' if finding.modality == 'pin' else 'touch'):.0%} felt"
    if finding.kind == "reflex":
        return reflex_word(mean("reflex"))
    if finding.kind == "conduction":
        return _of_study(observer, them, finding)
    return ""


def _of_study(observer: Observer, them: Posterior, finding: Understood) -> str:
    """What the first answer expected of a conduction study, of what the finding tells of it."""
    value, target = finding.value, finding.targets[0]
    known = observer.catalogue.index
    quantity = next(q for q in ("motor", "sensory", "late") if (q, target) in known)

    def mean(what: str) -> float:
        return mean_reading(observer, them, finding, what, target)

    if "block" in (value.word, value.quantity) and quantity == "motor":
        return f"{1 - mean('kept'):.0%} of the amplitude lost on the way"
    if quantity == "late" and value.unit == "ms":
        return f"{mean('delay'):.0f} ms later than normal"
    timed = value.quantity in {"velocity", "latency"} or value.unit == "m/s" or value.word == "slow"
    if timed and (f"{quantity} speed", target) in known:
        return f"{mean(f'{quantity} speed'):.0%} of normal velocity"
    return f"{mean(quantity):.0%} of normal {'response' if quantity == 'late' else 'amplitude'}"


def unexplained(
    evidence: Evidence, posterior: Posterior, first: NDArray[np.bool_]
) -> tuple[str, ...]:
    """Findings that the first answer makes unlikely."""
    them = posterior.part(np.flatnonzero(first))
    out = []
    for i, finding in enumerate(evidence.findings):
        here = np.exp(evidence.row_of(i, them.way, them.patient))
        best = float(np.exp(evidence.rows[i].max()))
        if float((here * them.weight).sum() / them.weight.sum()) < UNEXPLAINED * best:
            out.append(f"{_name(finding)}: {finding.value}")
    return tuple(out)
