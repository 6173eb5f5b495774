"""From a reading of a case to its answer, or to a plan of study."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from lumbosacral import __version__
from lumbosacral.findings import Reading
from lumbosacral.inference import shares
from lumbosacral.inference.answer import Answer, NotUnderstood, PriorChanged
from lumbosacral.inference.apart import not_separated
from lumbosacral.inference.budget import Budget
from lumbosacral.inference.candidates import SIDES, AtHand, at_hand
from lumbosacral.inference.course import expected_course
from lumbosacral.inference.entries import (
    SIDE_NAMES,
    Entries,
    entries_of,
    other,
    ranked,
    rounded,
)
from lumbosacral.inference.evidence import Evidence, gather, has_side, time_of
from lumbosacral.inference.explain import explanation, unexplained
from lumbosacral.inference.likelihood import Observer
from lumbosacral.inference.plan import next_tests
from lumbosacral.inference.posterior import Posterior, posterior_of
from lumbosacral.inference.priors import check_setting, with_changes
from lumbosacral.inference.study import Study, study_of
from lumbosacral.inference.times import at_time
from lumbosacral.inference.two import with_pairs
from lumbosacral.population.bank import Bank, model_hash
from lumbosacral.population.blocks import the_catalogue
from lumbosacral.wiring.listening import Listening

NOTHING: Mapping[str, object] = {}
Skipped = frozenset[tuple[str, str, str]]


@dataclass(frozen=True, eq=False)
class Weighed:
    """A case after every finding has been weighed.

    Attributes
    ----------
    whole : int
        Number of patients of the bank that count at the time of the case, before pairs.
    skip : set of (test, name, side)
        Tests that are not to be proposed.
    """

    listening: Listening
    reading: Reading
    observer: Observer
    evidence: Evidence
    posterior: Posterior
    setting: str
    priors: tuple[PriorChanged, ...]
    skip: Skipped

    @cached_property
    def entries(self) -> Entries:
        """What every patient that counts has."""
        return entries_of(self.observer, self.posterior, known=has_side(self.reading))

    @cached_property
    def hand(self) -> AtHand:
        """Tests that could be done."""
        side = SIDE_NAMES[self.entries.order[0] % 4]
        if not has_side(self.reading):
            side = "unknown"
        elif side not in SIDES:
            side = SIDES[0]
        done = {(f.test, t, str(f.sides)) for f in self.evidence.findings for t in f.targets}
        return at_hand(self.observer, self.posterior, side, done | self.skip)

    @property
    def model(self) -> dict[str, str]:
        """Version and hash of the model."""
        return {"version": __version__, "hash": model_hash()}


def weighed(
    listening: Listening,
    bank: Bank,
    reading: Reading,
    *,
    setting: str,
    silent: bool,
    prior: Mapping[str, object] = NOTHING,
    skip: Skipped = frozenset(),
) -> Weighed:
    """Weigh every finding of a reading.

    Raises
    ------
    InputError
        If the setting or a condition of `prior` is unknown, or a weight is none.
    """
    atlas = listening.universe.atlas
    check_setting(atlas, setting)
    vector, changed = with_changes(atlas, setting, prior)
    then = at_time(atlas, bank, time_of(reading))
    observer = Observer(atlas, the_catalogue(listening), then, reading.patient.age)
    evidence = gather(
        observer, reading, setting, silent=silent, whole=bank, prior=vector if changed else None
    )
    posterior = posterior_of(observer, evidence)
    observer, evidence, posterior = with_pairs(
        listening.universe, observer, evidence, posterior, reading, silent=silent
    )
    return Weighed(listening, reading, observer, evidence, posterior, setting, changed, skip)


def answer_of(
    listening: Listening,
    bank: Bank,
    reading: Reading,
    *,
    setting: str,
    silent: bool,
    carried: dict[str, Any],
    prior: Mapping[str, object] = NOTHING,
    skip: Skipped = frozenset(),
) -> Answer:
    """Localize one reading.

    Raises
    ------
    InputError
        As `weighed`.
    """
    case = weighed(listening, bank, reading, setting=setting, silent=silent, prior=prior, skip=skip)
    return _assemble(case, carried)


def study(case: Weighed, budget: Budget) -> Study:
    """Plan a whole study of a weighed case."""
    entries = case.entries
    parts = study_of(case.observer, case.hand, entries.structure, entries.names, budget)
    about = {"setting": case.setting, "priors": case.priors, "model": case.model}
    return Study.model_validate({**parts, **about})


def _assemble(case: Weighed, carried: dict[str, Any]) -> Answer:
    observer, evidence, posterior = case.observer, case.evidence, case.posterior
    entries, reading = case.entries, case.reading
    ranking = tuple(ranked(observer, posterior, entries, e) for e in entries.listed)
    of = entries.by_structure
    kinds = [observer.atlas.structures[n].kind for n in entries.names]
    tests = next_tests(observer, case.hand, entries.structure, entries.names)
    return Answer(
        ranking=(*ranking, other(1 - sum(r.probability for r in ranking))),
        by_structure=shares.by_structure(entries.names, of),
        involved=shares.involved(entries),
        not_a_nerve=rounded(of[[kind == "not a nerve" for kind in kinds]].sum()),
        conditions=shares.conditions(observer, entries),
        explanation=explanation(observer, evidence, posterior, entries.first),
        unexplained=unexplained(evidence, posterior, entries.first),
        next_tests=tests,
        stop="" if tests else "enough: more testing will not change the place much",
        course=expected_course(case.listening, ranking[0].site, ranking[0].side),
        understood=tuple(f.as_text() for f in reading.understood),
        not_understood=_not_understood(reading, evidence),
        warnings=(
            *reading.warnings,
            *_ambiguous(observer, reading),
            *shares.urgent(observer, entries),
        ),
        effective_sample_size=round(posterior.effective_sample_size, 1),
        refined=evidence.pairs is not None,
        setting=case.setting,
        model=case.model,
        carried=carried,
        not_separated=not_separated(
            observer, evidence, posterior, entries, case.hand, known=has_side(reading)
        ),
        two_lesions=shares.two_lesions(evidence, posterior, entries),
        priors=case.priors,
        told_counts=round(posterior.power, 3),
        onset_days=time_of(reading),
    )


def _ambiguous(observer: Observer, reading: Reading) -> tuple[str, ...]:
    """What the atlas says of words that were used and name no one thing."""
    said = " ".join(f.words.lower() for f in reading.understood)
    return tuple(
        f"{name}: {group['note']}"
        for name, group in observer.atlas.condition_groups.items()
        if "note" in group and any(word in said for word in group["words"])
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
