"""Words of examination questions: feeling of no nerve, pains that are called forth, a cough before it all."""

import pytest

from lumbosacral.findings import Members, Names, case_from, understand


def _said(known: Names, members: Members, say: str) -> set[tuple[str, str]]:
    finding = dict(zip(("test", "of", "value"), (*say.split(" | "), "yes"), strict=False))
    reading = understand(case_from({"findings": [finding]}), known, members)
    return {(target, one.value.word) for one in reading.understood for target in one.targets}


@pytest.mark.parametrize(
    "say",
    [
        "foot, not in the distribution of any single nerve | numb",
        "foot, not in the distribution of one nerve | loss",
        "foot, not in a nerve distribution | loss",
        "foot (not following a single dermatome) | reduced",
        "foot, does not conform to any dermatome or nerve | numb",
        "foot, not limited to one dermatome | numb",
        "foot | reduced, not in a dermatomal pattern",
    ],
)
def test_what_is_felt_in_no_nerves_place_is_felt(known: Names, members: Members, say: str) -> None:
    said = _said(known, members, f"sensation | {say}")
    assert ("heel", "reduced") in said or ("heel", "absent") in said
    assert "normal" not in {word for _, word in said}


SLR, STRAIN = "straight leg raise", "heavy lifting or strain before onset"
BACK = "pain worse on extension of the back"


@pytest.mark.parametrize(
    ("say", "meant"),
    [
        (f"sign | {SLR} | reproduces buttock pain, no back pain", {(SLR, "positive")}),
        (
            f"sign | {SLR} | negative for back pain, but reproduces buttock pain",
            {(SLR, "positive")},
        ),
        (f"sign | {SLR} | provokes leg pain", {(SLR, "positive")}),
        (f"sign | {SLR} | does not reproduce buttock pain", {(SLR, "negative")}),
        (f"sign | {SLR} | no pain", {(SLR, "negative")}),
        ("history | began after a bout of coughing", {(STRAIN, "present")}),
        ("history | bout of coughing before onset", {(STRAIN, "present")}),
        ("history | after a violent coughing fit", {(STRAIN, "present")}),
        ("pain | heel | worse with dorsiflexion", {("heel", "present")}),
        ("pain | worse with extension of the back", {(BACK, "present")}),
        ("pain | worse on coughing", {("pain worse on coughing or sneezing", "present")}),
    ],
)
def test_what_a_question_tells(
    known: Names, members: Members, say: str, meant: set[tuple[str, str]]
) -> None:
    assert _said(known, members, say) == meant
