"""From findings to the view: how each chip was read, where the lesion is, why, what next."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from lumbosacral.api import read
from lumbosacral.atlas.load import load_atlas
from lumbosacral.draw.patch import healthy_view, plexus_patch
from lumbosacral.draw.view import PlexusView
from lumbosacral.errors import InputError
from lumbosacral.findings import Case, Reading, case_from, case_from_text, names
from lumbosacral.findings.cases.case import FINDINGS
from lumbosacral.inference.answer import Answer
from lumbosacral.inference.localize import answer_of
from lumbosacral.inference.priors import check_setting, with_changes
from lumbosacral.report import report_of
from lumbosacral.web import body
from lumbosacral.web.assumed import weights_of
from lumbosacral.web.banks import Banks, Size, Standing
from lumbosacral.web.given import InferGiven, Leg
from lumbosacral.web.models import Bank, ChipRead, ChipState, InferShown, PlexusShown
from lumbosacral.web.panels import answer_panel
from lumbosacral.web.seen import Seen, seen_of
from lumbosacral.wiring.listening import the_listening

__all__ = ["inferred"]

NEAREST = 3


def inferred(given: InferGiven, banks: Banks, size: Size) -> InferShown:
    """Return where, why and what next, from a bank of a size.

    Raises
    ------
    InputError
        What is wrong with the case, the setting or the base rates.
    """
    atlas, prior = load_atlas(), weights_of(given.prior)
    check_setting(atlas, given.setting)
    with_changes(atlas, given.setting, prior)  # what is assumed is looked at, findings or none
    case, owners, bad = _case(given)
    reading = read(case)
    answer, standing = _answered(given, reading, prior, banks, size)
    seen, chips = seen_of(reading), _chips(given.chips, reading, owners, bad)
    said = report_of(answer) if answer is not None else "Nothing has been read yet."
    bank = Bank(patients=standing.patients, full=standing.full)
    side: Leg = "right" if given.side == "right" else "left"
    return InferShown(
        chips=chips,
        sentence=said,
        panel=answer_panel(answer, chips, said, bank),
        answer=answer,
        plexus=_plexus(seen, answer, given),
        body=body.patch_of_seen(seen, side, given.sheets, given.mode),
        notes=list(reading.warnings),
        bank=bank,
    )


def _case(given: InferGiven) -> tuple[Case, list[int], dict[int, str]]:
    """Put a case together; the chip that each finding is of (-1: the case's own); what is wrong."""
    whole = (
        case_from(given.case.model_dump(mode="json", exclude_unset=True)) if given.case else Case()
    )
    findings = list(whole.findings)
    owners, bad = [-1] * len(findings), dict[int, str]()
    words = {"patient_text": [whole.patient_text], "onset_text": [whole.onset_text, given.onset]}
    course, held = whole.course, None
    for i, chip in enumerate(given.chips):
        try:
            one = _read_chip(" ".join(chip.split()))
        except InputError as error:
            bad[i] = error.what
            continue
        for finding in one.findings:
            held = finding.side or held
            findings.append(finding.model_copy(update={"side": finding.side or held}))
            owners.append(i)
        words["patient_text"].append(one.patient_text)
        words["onset_text"].append(one.onset_text)
        course = one.course or course
    if len(findings) > FINDINGS:
        raise InputError(
            f"{len(findings)} findings; {FINDINGS} are read at most", mend="leave some out"
        )
    side = None if given.side == "unknown" else given.side
    update = {key: "; ".join(filter(None, said)) for key, said in words.items()}
    case = whole.model_copy(
        update={"findings": tuple(findings), "course": course, "side": side or whole.side, **update}
    )
    return case, owners, bad


@lru_cache(maxsize=1024)
def _read_chip(chip: str) -> Case:
    return case_from_text(chip, names())


def _answered(
    given: InferGiven, reading: Reading, prior: Mapping[str, object], banks: Banks, size: Size
) -> tuple[Answer | None, Standing]:
    """Localize, where anything was read."""
    if not reading.understood:
        return None, Standing(0, size == "full")
    return banks.work(
        size,
        lambda bank: answer_of(
            the_listening(),
            bank,
            reading,
            setting=given.setting,
            silent=given.silent,
            carried={},
            prior=prior,
        ),
    )


def _chips(
    chips: Sequence[str], reading: Reading, owners: Sequence[int], bad: dict[int, str]
) -> list[ChipRead]:
    out = []
    for i, text in enumerate(chips):
        mine = {n for n, owner in enumerate(owners) if owner == i}
        found = [one for one in reading.understood if one.index in mine]
        missed = [one for one in reading.not_understood if one.index in mine]
        spoken = not mine and i not in bad  # words on the patient, the time or the course
        state: ChipState = (
            "read" if (found or spoken) and not missed else "part" if found else "missed"
        )
        out.append(
            ChipRead(
                text=text,
                state=state,
                test=found[0].test if found else "",
                read=[one.as_text().removeprefix("understood as: ") for one in found],
                missed=[one.words for one in missed] or ([bad[i]] if i in bad else []),
                nearest=_nearest(one.nearest for one in missed),
            )
        )
    return out


def _nearest(found: Iterable[Sequence[str]]) -> list[str]:
    return list(dict.fromkeys(name for names_ in found for name in names_))[:NEAREST]


def _plexus(seen: Seen, answer: Answer | None, given: InferGiven) -> PlexusShown:
    halos = {row.structure: row.probability for row in answer.by_structure} if answer else {}
    view = PlexusView(share=healthy_view().share, grades=seen.grades, felt=seen.felt, halos=halos)
    return PlexusShown.model_validate(vars(plexus_patch(view, given.form)))
