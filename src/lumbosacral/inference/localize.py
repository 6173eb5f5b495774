"""From a reading of a case to its answer."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from lumbosacral import __version__
from lumbosacral.errors import InputError
from lumbosacral.findings import Reading
from lumbosacral.inference.answer import (
    Answer,
    ByCondition,
    ByStructure,
    Involved,
    LesionNamed,
    NotUnderstood,
    Ranked,
)
from lumbosacral.inference.course import expected_course
from lumbosacral.inference.evidence import Evidence, gather, has_side, time_of
from lumbosacral.inference.explain import explanation, unexplained
from lumbosacral.inference.likelihood import Observer
from lumbosacral.inference.plan import next_tests
from lumbosacral.inference.posterior import Posterior, posterior_of
from lumbosacral.inference.times import at_time
from lumbosacral.inference.two import with_pairs
from lumbosacral.population.bank import Bank, model_hash
from lumbosacral.population.blocks import the_catalogue
from lumbosacral.population.prior import Named, settings
from lumbosacral.wiring.listening import Listening

LISTED = 10
SMALLEST = 0.005


def answer_of(
    listening: Listening,
    bank: Bank,
    reading: Reading,
    *,
    setting: str,
    silent: bool,
    carried: dict[str, Any],
) -> Answer:
    """Localize one reading.

    Raises
    ------
    InputError
        If the setting is unknown.
    """
    atlas = listening.universe.atlas
    if setting not in settings(atlas):
        raise InputError(
            f"unknown setting {setting!r}",
            where="setting",
            mend=f"one of {', '.join(settings(atlas))}",
        )
    then, _ = at_time(bank, time_of(reading))
    observer = Observer(atlas, the_catalogue(listening), then, reading.patient.age)
    evidence = gather(observer, reading, setting, silent=silent, whole=bank)
    posterior = posterior_of(observer, evidence)
    observer, evidence, posterior = with_pairs(
        listening.universe, observer, evidence, posterior, reading, silent=silent
    )
    return _assemble(listening, observer, evidence, posterior, reading, setting, carried)


def _sides(bank: Bank, posterior: Posterior, *, known: bool) -> NDArray[np.intp]:
    """Side of each patient that counts, as an index into `SIDE_NAMES`."""
    one = posterior.way if known else np.full(len(posterior.way), 3)
    return np.where(bank.both[posterior.patient], 2, one)


SIDE_NAMES = ("left", "right", "both", "unknown")


def _assemble(
    listening: Listening,
    observer: Observer,
    evidence: Evidence,
    posterior: Posterior,
    reading: Reading,
    setting: str,
    carried: dict[str, Any],
) -> Answer:
    bank, atlas = observer.bank, observer.atlas
    cell, side = (
        bank.cell[posterior.patient].astype(np.intp),
        _sides(bank, posterior, known=has_side(reading)),
    )
    what = [tuple(x.structure for x in key[1]) or ("no lesion",) for key in bank.cells]
    sets = sorted(set(what))
    entry = np.array([sets.index(w) for w in what])[cell] * 4 + side
    share = posterior.by(entry, 4 * len(sets))
    order = np.argsort(-share, kind="stable")
    ranking = tuple(
        _ranked(observer, posterior, entry == e, sets[e // 4], SIDE_NAMES[e % 4])
        for e in order[:LISTED]
        if share[e] >= SMALLEST
    )
    first = entry == order[0]
    names = tuple(atlas.structures)
    structure = np.array([names.index(w[0]) for w in what])[cell]
    by_structure = posterior.by(structure, len(names))
    top = ranking[0]
    tests = next_tests(
        observer, posterior, structure, names, top.side if top.side in {"left", "right"} else "left",
        {(f.test, t) for f in evidence.findings for t in f.targets},
    )  # fmt: skip
    healthy = np.array([atlas.structures[n].kind == "not a nerve" for n in names])
    return Answer(
        ranking=(*ranking, _other(1 - sum(r.probability for r in ranking))),
        by_structure=_by_structure(names, by_structure),
        involved=_involved(observer, posterior, what, cell, side),
        not_a_nerve=_rounded(by_structure[healthy].sum()),
        conditions=_conditions(observer, posterior),
        explanation=explanation(observer, evidence, posterior, first),
        unexplained=unexplained(evidence, posterior, first),
        next_tests=tests,
        stop="" if tests else "enough: more testing will not change the place much",
        course=expected_course(listening, top.site, top.side),
        understood=tuple(f.as_text() for f in reading.understood),
        not_understood=_not_understood(reading, evidence),
        warnings=(*reading.warnings, *_warnings(observer, posterior)),
        effective_sample_size=round(posterior.effective_sample_size, 1),
        refined=evidence.pairs is not None,
        setting=setting,
        model={"version": __version__, "hash": model_hash()},
        carried=carried,
    )


def _rounded(value: float) -> float:
    return round(float(value), 6)


def _interval(share: float, size: float) -> tuple[float, float]:
    """Monte Carlo 95 % interval of a probability from so many effective patients (Wilson)."""
    n, z = max(size, 1.0), 1.96
    centre = (share + z * z / (2 * n)) / (1 + z * z / n)
    half = z * np.sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    return _rounded(max(0.0, centre - half)), _rounded(min(1.0, centre + half))


def _ranked(
    observer: Observer,
    posterior: Posterior,
    mine: NDArray[np.bool_],
    structures: tuple[str, ...],
    side: str,
) -> Ranked:
    bank = observer.bank
    weight = posterior.weight[mine]
    cells = bank.cell[posterior.patient[mine]]
    likeliest = int(np.bincount(cells, weight).argmax())
    lesions = bank.cells[likeliest][1] or (Named(structures[0], f"{structures[0]}, none"),)
    loss = float((bank.loss[posterior.patient[mine]] / 250 * weight).sum() / weight.sum())
    harmed = float((bank.severity[posterior.patient[mine]] * weight).sum())
    kind = "none" if harmed <= 0 else _kind(loss)
    named = tuple(
        LesionNamed(structure=x.structure, site=x.site, side=side, kind=kind) for x in lesions
    )
    share = float(weight.sum())
    return Ranked(
        lesions=named,
        structure=named[0].structure,
        site=named[0].site,
        side=side,
        probability=_rounded(share),
        interval=_interval(share, posterior.effective_sample_size),
    )


def _kind(loss: float) -> str:
    if loss > 0.66:
        return "axon loss"
    return "conduction block" if loss < 0.33 else "mixed"


def _other(share: float) -> Ranked:
    share = max(share, 0.0)
    return Ranked(
        lesions=(),
        structure="other",
        site="other",
        side="other",
        probability=_rounded(share),
        interval=(_rounded(share), _rounded(share)),
    )


def _by_structure(names: tuple[str, ...], shares: NDArray[np.float64]) -> tuple[ByStructure, ...]:
    order = np.argsort(-shares, kind="stable")
    return tuple(
        ByStructure(structure=names[i], probability=_rounded(shares[i]))
        for i in order
        if shares[i] > 1e-6
    )


def _involved(
    observer: Observer,
    posterior: Posterior,
    what: list[tuple[str, ...]],
    cell: NDArray[np.intp],
    side: NDArray[np.intp],
) -> tuple[Involved, ...]:
    total: dict[tuple[str, str], float] = {}
    pairs, inverse = np.unique(cell * 4 + side, return_inverse=True)
    for pair, share in zip(pairs, np.bincount(inverse, posterior.weight), strict=True):
        for structure in what[pair // 4]:
            key = (structure, SIDE_NAMES[pair % 4])
            total[key] = total.get(key, 0.0) + float(share)
    ranked = sorted(total.items(), key=lambda item: -item[1])
    return tuple(
        Involved(structure=s, side=d, probability=_rounded(p)) for (s, d), p in ranked if p > 0.001
    )


def _conditions(observer: Observer, posterior: Posterior) -> tuple[ByCondition, ...]:
    names = list(observer.atlas.conditions)
    shares = posterior.by(observer.bank.condition[posterior.patient].astype(np.intp), len(names))
    order = np.argsort(-shares, kind="stable")[:LISTED]
    return tuple(
        ByCondition(condition=names[i], probability=_rounded(shares[i]))
        for i in order
        if shares[i] > SMALLEST
    )


def _warnings(observer: Observer, posterior: Posterior) -> tuple[str, ...]:
    """What cannot wait, from 5 % on; without advice on treatment."""
    conditions = list(observer.atlas.conditions.values())
    shares = posterior.by(
        observer.bank.condition[posterior.patient].astype(np.intp), len(conditions)
    )
    total: dict[str, float] = {}
    for condition, share in zip(conditions, shares, strict=True):
        if condition.warning:
            total[condition.warning] = total.get(condition.warning, 0.0) + float(share)
    return tuple(
        f"cannot wait: {name} ({share:.0%})" for name, share in total.items() if share >= 0.05
    )


def _not_understood(reading: Reading, evidence: Evidence) -> tuple[NotUnderstood, ...]:
    missed = [NotUnderstood(words=m.words, nearest=m.nearest) for m in reading.not_understood]
    missed += [
        NotUnderstood(
            words=f.words, nearest=(), why="understood, but no test of the model reads it"
        )
        for f in evidence.unread
    ]
    return tuple(missed)
