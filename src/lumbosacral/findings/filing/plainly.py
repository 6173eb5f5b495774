"""The words and the answer of a finding in plain spelling, step by step, as its kind of test is told."""

from collections.abc import Callable

from lumbosacral.findings.cases.case import Finding
from lumbosacral.findings.cases.onset import of_hours
from lumbosacral.findings.language.words import clean
from lumbosacral.findings.plain.felt.easing import plain_easing
from lumbosacral.findings.plain.felt.farther import plain_farther
from lumbosacral.findings.plain.felt.felt_where import plain_presence
from lumbosacral.findings.plain.felt.hurting import plain_angle, plain_outdone
from lumbosacral.findings.plain.felt.left_out import but_for, told_in_answer
from lumbosacral.findings.plain.felt.reach import reaching
from lumbosacral.findings.plain.felt.unhurt import plain_unhurt, unhurt_by
from lumbosacral.findings.plain.felt.wheres import near_joint, plain_where
from lumbosacral.findings.plain.moved.balanced import plain_romberg
from lumbosacral.findings.plain.moved.contrasted import plain_contrast
from lumbosacral.findings.plain.moved.doing import plain_doing, plain_far, plain_walking
from lumbosacral.findings.plain.moved.efforts import is_of_earlier, plain_effort, plain_tendon
from lumbosacral.findings.plain.moved.graded import plain_compared
from lumbosacral.findings.plain.moved.letters import plain_letters, with_others
from lumbosacral.findings.plain.moved.limbs import plain_letters_of_limbs
from lumbosacral.findings.plain.moved.mishaps import drop_beside, plain_mishaps
from lumbosacral.findings.plain.moved.mostly import plain_limb_weak, plain_mostly, without_length
from lumbosacral.findings.plain.moved.paces import from_floor, on_toes, plain_paces
from lumbosacral.findings.plain.moved.sound_but import sound_but
from lumbosacral.findings.plain.moved.sound_gait import plain_sound_gait
from lumbosacral.findings.plain.moved.stance import in_stance
from lumbosacral.findings.plain.moved.strides import plain_strides
from lumbosacral.findings.plain.recalled.denials import (
    arms_apart,
    denied_list,
    lost_below,
    nothing_felt,
    plain_weak,
)
from lumbosacral.findings.plain.recalled.emptied import plain_emptied
from lumbosacral.findings.plain.recalled.namesakes import without_namesakes
from lumbosacral.findings.plain.recalled.reasons import ahead_of_onset, only_when
from lumbosacral.findings.plain.recalled.spared import plain_spared
from lumbosacral.findings.plain.recalled.troubles import shared_trouble, treated
from lumbosacral.findings.plain.recalled.unurged import plain_urge, urge_told
from lumbosacral.findings.plain.recalled.voided import plain_sphincter, plain_voiding
from lumbosacral.findings.plain.seen.endangered import plain_danger
from lumbosacral.findings.plain.seen.jerks import plain_jerks
from lumbosacral.findings.plain.seen.landmarks import plain_landmarks
from lumbosacral.findings.plain.seen.observed import plain_observed
from lumbosacral.findings.plain.spelled import (
    of_toes,
    plain_clear,
    plain_effect,
    plain_untested,
    without_limits,
)
from lumbosacral.findings.plain.studied.assayed import plain_assay
from lumbosacral.findings.plain.studied.conducted import (
    plain_conduction,
    plain_needle,
    same_study,
    with_figures,
)
from lumbosacral.findings.plain.studied.imaged import plain_looked, said_of_list
from lumbosacral.findings.plain.studied.leveled import plain_spine
from lumbosacral.findings.plain.studied.pictured import plain_report, whole_spine
from lumbosacral.findings.plain.studied.regions import plain_regions
from lumbosacral.findings.plain.studied.stations import plain_stations
from lumbosacral.findings.plain.studied.whereabouts import plain_whereabouts
from lumbosacral.findings.results.beside import bulk_of_muscle

__all__ = ["told_plainly"]

Said = tuple[str, str]
"""What a finding is of, and its answer."""
Step = Callable[[str, str], Said]


def told_plainly(finding: Finding) -> Finding:
    """Return the finding with its words and its answer in plain spelling, as its kind of test is told."""
    if not isinstance(finding.value, str | None):
        return finding
    of, said = finding.of, finding.value or ""
    for tests, step in _STEPS:
        if finding.test in tests:
            of, said = step(of, said)
    return finding.model_copy(update={"of": of, "value": plain_untested(said) or None})


def _conducted(of: str, said: str) -> Said:
    of, said = plain_stations(of), plain_stations(same_study(said), of)
    of, said = with_figures(of, said)
    return plain_conduction(of), plain_conduction(said, of)


def _needled(of: str, said: str) -> Said:
    return plain_needle(of), plain_needle(said)


def _done(of: str, said: str) -> Said:
    of, said = from_floor(of, said)
    return plain_doing(plain_paces(of), plain_paces(said))


def _walked(of: str, said: str) -> Said:
    of, said = on_toes(plain_paces(of), said)
    return plain_sound_gait(*plain_far(plain_walking(plain_strides(of)), said))


def _assayed(of: str, said: str) -> Said:
    of, said = clean(of), clean(said)
    of, said = plain_assay(of, said), plain_assay(said, of)
    of = without_limits(of, said)
    return of, without_limits(said, of)


def _imaged(of: str, said: str) -> Said:
    of, said = plain_whereabouts(of), plain_whereabouts(said)
    of, said = plain_report(whole_spine(plain_clear(of))), plain_report(plain_clear(said))
    return plain_looked(*plain_spine(*said_of_list(of, said)))


def _voided(of: str, said: str) -> Said:
    of, said = urge_told(plain_urge(of), plain_urge(said))
    of, said = plain_emptied(of), plain_emptied(said)
    return plain_sphincter(plain_voiding(of), plain_voiding(said))


def _dated(of: str, said: str) -> Said:
    return ahead_of_onset(of), only_when(said)


def _recalled(of: str, said: str) -> Said:
    return denied_list(plain_weak(of_hours(plain_unhurt(of))), said)


def _seen(of: str, said: str) -> Said:
    of, said = plain_romberg(plain_landmarks(plain_angle(of)), said)
    of, said = unhurt_by(of, said)
    return plain_tendon(bulk_of_muscle(of, said), said)


def _observed(of: str, said: str) -> Said:
    return plain_observed(of, of_toes(of, said))


def _strong(of: str, said: str) -> Said:
    of, said = plain_contrast(*plain_effort(of, plain_compared(said)))
    of, said = sound_but(of, said)
    return with_others(*plain_letters(of, said))


def _earlier(of: str, said: str) -> Said:
    return of, "untested" if is_of_earlier(of) else said


def _hurting(of: str, said: str) -> Said:
    return plain_outdone(
        *plain_easing(plain_farther(plain_unhurt(of)), plain_effect(plain_unhurt(said)))
    )


def _felt(of: str, said: str) -> Said:
    of, said = reaching(*lost_below(nothing_felt(of), said))
    return of, plain_presence(plain_where(near_joint(said)))


_STEPS: tuple[tuple[frozenset[str], Step], ...] = (
    (frozenset({"history"}), lambda of, said: (without_namesakes(of), without_namesakes(said))),
    (frozenset({"strength", "sensation", "history", "task", "gait", "pain"}), plain_mostly),
    (frozenset({"history"}), plain_limb_weak),
    (frozenset({"sensation", "pain"}), without_length),
    (frozenset({"strength", "sensation", "reflex", "sign"}), plain_letters_of_limbs),
    (frozenset({"task"}), _done),
    (frozenset({"history", "task", "gait"}), lambda of, said: (plain_mishaps(of), said)),
    (frozenset({"ncs"}), _conducted),
    (frozenset({"emg"}), _needled),
    (frozenset({"gait"}), lambda of, said: in_stance(of, said, "gait")),
    (frozenset({"sign"}), lambda of, said: in_stance(of, said, "sign")),
    (frozenset({"gait"}), _walked),
    (frozenset({"laboratory"}), _assayed),
    (frozenset({"imaging"}), plain_regions),
    (frozenset({"imaging"}), _imaged),
    (frozenset({"autonomic"}), lambda of, said: (plain_spared(of, "bladder dysfunction"), said)),
    (frozenset({"history"}), lambda of, said: (plain_spared(of, "bladder complaint"), said)),
    (frozenset({"autonomic", "history"}), _voided),
    (frozenset({"history", "sign"}), _dated),
    (frozenset({"history"}), _recalled),
    (frozenset({"history"}), treated),
    (frozenset({"history", "sign"}), shared_trouble),
    (frozenset({"sign"}), plain_danger),
    (frozenset({"sign"}), _seen),
    (frozenset({"reflex"}), plain_jerks),
    (frozenset({"sign", "reflex"}), _observed),
    (frozenset({"strength", "gait"}), lambda of, said: (drop_beside(of), said)),
    (frozenset({"strength"}), _strong),
    (frozenset({"strength", "sensation", "reflex"}), _earlier),
    (frozenset({"pain"}), _hurting),
    (frozenset({"sensation", "strength", "emg", "ncs"}), but_for),
    (frozenset({"sensation", "history", "sign"}), told_in_answer),
    (frozenset({"strength", "sensation", "history", "pain"}), arms_apart),
    (frozenset({"sensation"}), _felt),
)
"""What is done with the words of which tests, from first to last."""
