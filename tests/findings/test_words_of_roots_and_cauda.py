"""Soles beside legs, the back of a leg, stools and the anal sphincter, short walks, and what came first."""

import pytest

from lumbosacral.api import cases_of, read


def _said(say: str) -> set[tuple[str, str]]:
    words = dict(
        zip(("test", "of", "value"), (word.strip() for word in say.split("|")), strict=True)
    )
    (case,) = cases_of({"side": "left", "findings": [words]})
    return {(target, u.value.word) for u in read(case).understood for target in u.targets}


@pytest.mark.parametrize(
    "say",
    [
        "lateral leg and sole of the foot",
        "lateral calf and sole",
        "posterior thigh, lateral calf and sole of the foot",
        "medial leg and sole",
        "medial ankle and sole of the foot",
        "lateral leg and plantar surface of the foot",
        "lateral leg, dorsum of the foot and sole",
    ],
)
def test_a_sole_beside_a_leg_is_whole(say: str) -> None:
    said = _said(f"sensation | {say} | reduced")
    assert {("medial sole", "reduced"), ("lateral sole", "reduced")} <= said


@pytest.mark.parametrize("say", ["lateral foot and sole", "lateral border and sole of the foot"])
def test_a_sole_beside_a_border_is_its_side(say: str) -> None:
    said = _said(f"sensation | {say} | reduced")
    assert ("lateral sole", "reduced") in said
    assert ("medial sole", "reduced") not in said


@pytest.mark.parametrize(
    ("say", "meant", "other"),
    [
        ("dorsolateral thigh", "posterolateral thigh", "dorsum of foot"),
        ("dorsolateral aspect of the thigh", "posterolateral thigh", "anterior thigh"),
        ("dorsolateral leg", "posterior leg", "dorsum of foot"),
        ("dorso-lateral calf", "upper lateral leg", "dorsum of foot"),
        ("dorsolateral side of the lower leg", "lower lateral leg", "medial leg"),
        ("dorsolateral thigh and leg", "posterior leg", "medial leg"),
        ("dorsolateral foot", "dorsum of foot", "posterior leg"),
        ("dorsolateral aspect of the foot", "lateral border of foot", "posterior leg"),
    ],
)
def test_the_dorsal_side_of_a_leg_is_its_back(say: str, meant: str, other: str) -> None:
    said = {target for target, _ in _said(f"sensation | {say} | reduced")}
    assert meant in said
    assert other not in said


@pytest.mark.parametrize(
    "say",
    [
        "history | twice incontinent of faeces | present",
        "history | incontinent of stool | present",
        "autonomic | incontinent of feces | present",
        "autonomic | incontinent of stool twice | present",
        "autonomic | incontinent of bowel | present",
        "autonomic | incontinent for faeces | present",
        "autonomic | no longer continent of stool | present",
    ],
)
def test_incontinence_of_stool_is_none_of_urine(say: str) -> None:
    assert _said(say) == {("bowel complaint", "present")}


def test_incontinence_of_both_is_of_both() -> None:
    said = _said("autonomic | incontinent of both bowel and bladder | present")
    assert said == {("bowel complaint", "present"), ("bladder emptying", "abnormal")}


@pytest.mark.parametrize(
    ("say", "word"),
    [
        ("anal sphincter | did not contract", "absent"),
        ("anal sphincter | no contraction", "absent"),
        ("anal sphincter | no voluntary contraction", "absent"),
        ("external anal sphincter | paralysed", "absent"),
        ("anal sphincter | could not contract voluntarily", "absent"),
        ("anal sphincter did not contract voluntarily | present", "absent"),
        ("unable to contract the anal sphincter | present", "absent"),
        ("anal sphincter | weak", "weak"),
        ("anal sphincter weakness | present", "weak"),
        ("anal sphincter | contracts well", "normal"),
    ],
)
def test_the_anal_sphincter_is_squeezed(say: str, word: str) -> None:
    assert _said(f"autonomic | {say}") == {("anal squeeze", word)}


@pytest.mark.parametrize(
    "say",
    [
        "task | able to walk only 100 yards | present",
        "task | can only walk 50 m | present",
        "task | walking | no more than 20 m",
        "task | walks less than 1 block | present",
        "gait | able to walk only 100 m | present",
        "gait | able to walk at most 50 metres | present",
        "gait | walks only for 10 minutes | present",
    ],
)
def test_so_far_and_no_farther(say: str) -> None:
    assert _said(say) == {("walking", "impaired")}


def test_who_walks_far_is_not_impaired() -> None:
    assert ("walking", "impaired") not in _said("gait | walks 5 km | present")


@pytest.mark.parametrize(
    "say",
    [
        "sign | dermatomal rash in the L5 distribution | 8 days after the weakness",
        "history | vesicular rash in the L5 dermatome 8 days after the weakness | present",
        "history | rash in the L5 dermatome | 3 days before the weakness",
        "history | shingles 2 weeks before the pain | present",
        "history | vesicular rash | one week after onset of pain",
    ],
)
def test_what_a_rash_came_before_or_after(say: str) -> None:
    assert _said(say) == {("shingles", "present")}


@pytest.mark.parametrize("say", ["flaccid, 1/5", "flaccid with power 1/5", "flaccid; grade 1/5"])
def test_a_grade_says_more_than_flaccid(say: str) -> None:
    assert _said(f"strength | knee extension | {say}") == {("knee extension", "weak")}
    assert _said(f"strength | thigh | {say} knee extension") == {("knee extension", "weak")}


def test_a_leg_that_never_woke_up_says_nothing_of_onset() -> None:
    said = _said("history | left leg fell asleep and never woke up | present")
    assert "sudden onset" not in {target for target, _ in said}


@pytest.mark.parametrize(
    ("say", "meant"),
    [
        ("disc herniation between the fourth and fifth lumbar vertebrae", "disc herniation L4/5"),
        ("herniation between the third and fourth lumbar vertebrae", "disc herniation L3/4"),
        ("disc herniation at the fourth lumbar interspace", "disc herniation L4/5"),
        ("herniation of the fifth lumbar intervertebral disc", "disc herniation L5/S1"),
        (
            "disc protrusion between the fifth lumbar vertebra and the sacrum",
            "disc herniation L5/S1",
        ),
        ("mass in the L2-L3 foramen", "nerve root tumour or cyst on imaging"),
        ("lesion of the L2-L3 neural foramen", "nerve root tumour or cyst on imaging"),
        ("L4-5 foraminal cyst", "nerve root tumour or cyst on imaging"),
        ("mass in the foramen of L2", "nerve root tumour or cyst on imaging"),
    ],
)
def test_where_an_image_shows_it(say: str, meant: str) -> None:
    assert (meant, "present") in _said(f"imaging | {say} | present")


@pytest.mark.parametrize(
    "say",
    [
        "L5-S1 foraminal stenosis",
        "disc herniation in the L4-5 foramen",
        "disc bulge into the L4-L5 foramen",
        "mass at the greater sciatic foramen",
        "facet hypertrophy with foraminal encroachment at L4-5",
    ],
)
def test_what_narrows_a_foramen_is_no_tumour(say: str) -> None:
    said = {target for target, _ in _said(f"imaging | {say} | present")}
    assert "nerve root tumour or cyst on imaging" not in said


@pytest.mark.parametrize(
    ("say", "meant"),
    [
        ("sensation | hypoesthesia up to D9 | present", ("sensory level", "positive")),
        (
            "sensation | hypoesthesia of both legs up to T12 | present",
            ("sensory level", "positive"),
        ),
        (
            "sensation | pinprick impaired up to the level of the umbilicus | present",
            ("sensory level", "positive"),
        ),
        (
            "sensation | deep sensation of the great toe | reduced",
            ("dorsum of great toe", "reduced"),
        ),
        ("sensation | deep sensibility | normal", ("heel", "normal")),
        ("reflex | quads | absent", ("patellar reflex", "absent")),
        ("reflex | gastrocs | absent", ("Achilles reflex", "absent")),
        ("reflex | gastrocnemius | 1+", ("Achilles reflex", "reduced")),
        ("reflex | triceps surae | absent", ("Achilles reflex", "absent")),
        ("strength | all major muscle groups | 5/5", ("tibialis anterior", "normal")),
        ("history | papulovesicular rash on the right buttock | present", ("shingles", "present")),
        (
            "history | surgery for benign prostatic hyperplasia | present",
            ("pelvic surgery", "present"),
        ),
        (
            "sign | flat lumbar spine | present",
            ("loss of lumbar lordosis or restricted lumbar flexion", "positive"),
        ),
    ],
)
def test_names_of_reports(say: str, meant: tuple[str, str]) -> None:
    assert meant in _said(say)


@pytest.mark.parametrize("say", ["triceps | normal", "biceps and triceps | absent"])
def test_triceps_of_the_arm_is_none_of_the_leg(say: str) -> None:
    assert not _said(f"reflex | {say}") & {
        ("Achilles reflex", "normal"),
        ("Achilles reflex", "absent"),
    }


@pytest.mark.parametrize(
    ("say", "name"),
    [
        (
            "history | cervical disc herniation | present",
            "disease or surgery of the cervical or thoracic spine",
        ),
        (
            "history | anterior cervical discectomy and fusion | 5 years ago",
            "disease or surgery of the cervical or thoracic spine",
        ),
        ("history | ankylosing spondylitis | for 30 years", "ankylosing spondylitis"),
        ("history | stab wound to the right buttock | present", "penetrating wound of the buttock"),
        (
            "history | stab wound of the thigh | present",
            "penetrating wound of the thigh or buttock",
        ),
        ("history | strict vegetarian diet | present", "want of vitamin B12 in diet or stomach"),
        ("sign | cannot let go of a grip | present", "myotonia"),
        ("sign | gynaecomastia | present", "enlarged breasts in a man"),
        ("history | small bowel obstruction | present", "bowel obstruction"),
    ],
)
def test_histories_by_name(say: str, name: str) -> None:
    assert name in {target for target, _ in _said(say)}
