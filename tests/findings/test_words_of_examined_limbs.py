"""Limbs and joints that were looked at and moved, grades as letters, what was there before, what a block did."""

import pytest

from lumbosacral.findings import Members, Names, Understood, case_from, understand


def _read(known: Names, members: Members, say: str) -> list[Understood]:
    test, of, value = say.split(" | ")
    case = case_from({"findings": [{"test": test, "of": of, "value": value}]})
    return list(understand(case, known, members).understood)


def _told(known: Names, members: Members, say: str) -> set[tuple[str, str]]:
    return {(one, u.value.word) for u in _read(known, members, say) for one in u.targets}


UNREAD = [
    # what nobody knows and is not there is no lost strength
    "sign | bruising of the leg | none",
    "sign | deformity of the lower extremity | none",
    "sign | erythema of the leg | none",
    "sign | varicosities of the legs | none",
    "sign | tremor of the legs | no",
    "sign | warmth of the lower limb | absent",
    # a joint that is examined is no reflex and no skin
    "sign | knee examination | normal",
    "sign | hip examination | normal",
    "sign | examination of the hip | unremarkable",
    "sign | ankle examination | normal",
    "sign | knee and hip examination | normal",
    "sign | examination of hip, knee and ankle | unremarkable",
    "sign | knee | normal",
    # what hurts is not called strong
    "sign | knee extension painful | present",
    "sign | knee flexion | painful",
    "sign | ankle dorsiflexion | painful",
    # how a limb is moved in walking is no strength
    "gait | excessive external rotation of the hip | present",
    "gait | lack of knee flexion in swing phase | present",
    # a faint is no long sleep
    "history | brief loss of consciousness | present",
    "history | momentary loss of consciousness | present",
    "history | lost consciousness for a few seconds | present",
    # nor is there strength where none was lost before
    "history | leg weakness before this episode | absent",
    "history | no weakness before the operation | present",
    "history | no leg symptoms before surgery | present",
    "history | prior leg weakness | denied",
    "history | numbness before the accident | none",
    "history | operated 5 days back | present",
    "imaging | MRI pelvis | cyst in the gluteal region",
    "imaging | ultrasound | nerve swelling at the adductor canal",
    "sign | ecchymosis of the thigh | present",
    "imaging | ultrasound of the buttock | cystic lesions in the subgluteal space",
    "sign | neurologic examination | normal",
]


@pytest.mark.parametrize("say", UNREAD)
def test_nothing_is_read_into_it(say: str, known: Names, members: Members) -> None:
    assert _told(known, members, say) == set()


READ = [
    ("sign | painful active hip flexion | present", {("pain on moving the hip", "present")}),
    ("sign | hip flexion painful | present", {("pain on moving the hip", "present")}),
    ("sign | hip extension | painful", {("psoas sign", "positive")}),
    ("sign | hip held in flexion and external rotation | present", {("psoas sign", "positive")}),
    ("task | knee gives way when going down stairs | present", {("knee buckling", "positive")}),
    ("task | knee buckling while walking | present", {("knee buckling", "positive")}),
    (
        "history | hip arthroscopy on a traction table | present",
        {("hip arthroscopy", "present"), ("prolonged surgery or positioning", "present")},
    ),
    ("imaging | laparoscopy | negative", {("appendectomy or low abdominal incision", "present")}),
    (
        "history | negative laparoscopy | present",
        {("appendectomy or low abdominal incision", "present")},
    ),
    (
        "history | knee arthroscopy | negative",
        {("knee arthroscopy or ligament surgery", "present")},
    ),
    ("history | laparoscopy | none", {("appendectomy or low abdominal incision", "absent")}),
    ("history | back pain prior to the fall | absent", {("chronic back trouble", "absent")}),
    ("history | found unconscious | present", {("coma or drug overdose", "present")}),
    ("history | unconscious for 10 hours | present", {("coma or drug overdose", "present")}),
    ("history | hernia repair 2 years back | present", {("inguinal hernia repair", "present")}),
    ("history | 3 months back pain | present", {("chronic back trouble", "present")}),
    ("history | back surgery 2 years back | present", {("lumbar spine surgery", "present")}),
    (
        "task | inability to raise the leg against gravity | present",
        {("straight leg raising against gravity", "fail")},
    ),
    (
        "strength | unable to elevate the leg against gravity | present",
        {("straight leg raising against gravity", "fail")},
    ),
    ("sign | trunk lurch on single-leg stance | present", {("Trendelenburg gait", "positive")}),
    (
        "sign | he drops his right hip as he puts all the weight on his left leg | present",
        {("Trendelenburg gait", "positive")},
    ),
    (
        "pain | from the anterior thigh to the medial leg | present",
        {("anterior thigh", "present"), ("medial leg", "present")},
    ),
    (
        "pain | anterior thigh down to the medial malleolus | present",
        {("anterior thigh", "present"), ("medial ankle", "present")},
    ),
    (
        "pain | from the groin to the medial thigh | present",
        {("groin", "present"), ("distal medial thigh", "present")},
    ),
]


@pytest.mark.parametrize(("say", "want"), READ)
def test_it_is_read_as_what_it_is(
    say: str, want: set[tuple[str, str]], known: Names, members: Members
) -> None:
    assert _told(known, members, say) == want


@pytest.mark.parametrize(
    ("say", "word"),
    [
        ("sign | pudendal nerve block | pain relieved", "present"),
        ("sign | saphenous nerve block | 48 hours of relief", "present"),
        ("history | nerve block of the LFCN | relief", "present"),
        ("imaging | ultrasound-guided saphenous block | relief", "present"),
        ("history | diagnostic lidocaine injection at the ASIS | complete pain relief", "present"),
        ("sign | injection of local anaesthetic at the ischial spine | pain abolished", "present"),
        ("sign | ilioinguinal nerve block | no relief", "absent"),
        ("history | two ganglion impar blocks | no benefit", "absent"),
    ],
)
def test_what_a_block_did(say: str, word: str, known: Names, members: Members) -> None:
    assert _told(known, members, say) == {("pain relieved by a local block", word)}


def test_a_block_that_was_given_is_an_event(known: Names, members: Members) -> None:
    read = _told(known, members, "history | femoral nerve block for analgesia | present")
    assert read == {("femoral nerve block", "present")}


@pytest.mark.parametrize(
    ("said", "grade"),
    [
        ("F", 3),
        ("F+", 3.33),
        ("G", 4),
        ("G-", 3.67),
        ("P", 2),
        ("P+", 2.33),
        ("T", 1),
        ("Z", 0),
        ("fair plus", 3.33),
        ("good minus", 3.67),
        ("poor minus", 1.67),
        ("G (good)", 4),
        ("M2", 2),
        ("M4+", 4.33),
        ("M 0", 0),
        ("M3/M5", 3),
    ],
)
def test_grades_as_letters(said: str, grade: float, known: Names, members: Members) -> None:
    (one,) = _read(known, members, f"strength | hip abduction | {said}")
    assert one.value.grade == pytest.approx(grade, abs=0.01)


@pytest.mark.parametrize(
    "say",
    [
        "sensation | light touch and pinprick over the lateral thigh | reduced",
        "sensation | lateral thigh | decreased to light touch and pinprick",
        "sensation | pinprick and light touch, lateral thigh | lost",
        "sensation | touch and pin, lateral thigh | decreased",
        "sensation | decreased light touch, pinprick and temperature in the lateral thigh | present",
    ],
)
def test_touch_and_pin_together_are_all_feeling(say: str, known: Names, members: Members) -> None:
    assert {one.modality for one in _read(known, members, say)} == {"any"}


@pytest.mark.parametrize(
    "say",
    [
        "sign | neurological examination of the lower limbs | normal",
        "sign | lower extremity neurologic examination | normal",
        "sign | neurologic exam of the leg | unremarkable",
    ],
)
def test_a_sound_leg_is_strong_and_feels(say: str, known: Names, members: Members) -> None:
    read = _read(known, members, say)
    assert {one.test for one in read} == {"strength", "sensation", "reflex"}
    assert {one.value.word for one in read} == {"normal"}


@pytest.mark.parametrize(
    "say",
    [
        "strength | quadriceps M2, others normal | present",
        "strength | quadriceps | 2/5, all others 5/5",
        "strength | quadriceps | 2/5; all other muscles 5/5",
        "strength | quadriceps | grade 2, the rest normal",
        "strength | quadriceps | 2/5 (others 5/5)",
        "strength | quadriceps | 2/5 with all other muscles normal",
    ],
)
def test_an_answer_tells_of_the_others_too(say: str, known: Names, members: Members) -> None:
    read = {one: u.value for u in _read(known, members, say) for one in u.targets}
    assert read["rectus femoris"].grade == 2
    assert read["soleus"].word == "normal" or read["soleus"].grade == 5


def test_others_that_could_not_be_tested_are_not_weak(known: Names, members: Members) -> None:
    (one,) = _read(known, members, "strength | hip flexion | 4/5, rest of the exam limited by pain")
    assert one.targets == ("hip flexion",)
