"""Which limb was first, how long it has lasted, how far up it reaches; and what only sounds like that."""

import pytest

from lumbosacral.findings import Members, Names, Understood, case_from, understand


def _read(said: str, known: Names, members: Members) -> tuple[Understood, ...]:
    test, of, value, *side = (part.strip() for part in said.split(" | "))
    finding = {"test": test, "of": of, "value": value, **({"side": side[0]} if side else {})}
    return understand(case_from({"findings": [finding]}), known, members).understood


def _named(read: tuple[Understood, ...]) -> set[str]:
    return {name for one in read for name in one.targets}


LEGS_FIRST = (
    "history | weakness of the legs, then of the arms | present",
    "history | weakness of the legs, then of the arms, then of the face | present",
    "history | leg weakness followed by arm weakness | present",
    "history | weakness began in the feet and moved up to the arms | present",
    "history | ascending weakness from feet to hands | present",
)
ARMS_FIRST = (
    "history | weakness of both arms, then of both legs | present",
    "history | numbness and weakness of both arms, then of the right leg | present",
    "history | weakness in the arms that progressed to the legs | present",
    "history | weakness began in the hands and spread to the legs | present",
    "history | face, then arm, then leg weakness | present",
    "history | insidious progressive weakness of both upper limbs over the preceding year | present",
)


@pytest.mark.parametrize("said", LEGS_FIRST)
def test_weakness_that_climbs(said: str, known: Names, members: Members) -> None:
    assert "ascending weakness" in _named(_read(said, known, members))


@pytest.mark.parametrize("said", ARMS_FIRST)
def test_weakness_that_comes_down_does_not_climb(said: str, known: Names, members: Members) -> None:
    named = _named(_read(said, known, members))
    assert "ascending weakness" not in named
    assert "hip abduction" not in named


LASTING = (
    ("strength | weakness of the arms and legs for 3 weeks | present", "weak"),
    ("strength | weakness of the left leg and the right leg within 5 days | present", "weak"),
    ("history | weakness of the arms and legs for 3 weeks | present", "weak"),
    ("strength | weakness of hip flexion and knee extension for 2 months | present", "weak"),
    ("sensation | numbness of the arms and legs for 3 weeks | present", "reduced"),
    ("sensation | numbness of the left leg and right leg for 4 days | present", "reduced"),
    ("sensation | tingling of both hands and both feet for 2 years | present", "positive_symptom"),
    ("history | weakness of the right lower extremity on the fourth day | present | right", "weak"),
    ("history | right leg weakness on the second day | present | right", "weak"),
    ("history | loss of leg strength | present", "weak"),
    ("history | loss of right leg power | present", "weak"),
)


@pytest.mark.parametrize(("said", "word"), LASTING)
def test_how_long_it_lasts_is_no_grade(
    said: str, word: str, known: Names, members: Members
) -> None:
    read = [
        one for one in _read(said, known, members) if one.kind not in {"elsewhere", "association"}
    ]
    assert read
    assert {one.value.word for one in read} == {word}


REACHING = (
    ("sensation | pinprick and vibration to the ankles | decreased | both", "dorsum of great toe"),
    ("sensation | pinprick to the ankles | absent | both", "plantar great toe"),
    ("sensation | vibration to the knees | decreased | both", "anterior leg"),
    (
        "sensation | light touch, pinprick and temperature to mid-calf | reduced | both",
        "medial sole",
    ),
    ("sensation | vibratory sense to the ankles bilaterally | absent", "dorsum of great toe"),
    ("sensation | sensory loss to the knees | present | both", "dorsum of great toe"),
)
NOT_REACHING = (
    "sensation | pinprick to the thigh | reduced | left",
    "sensation | vibration at the ankles | decreased | both",
    "sensation | medial calf to the ankle | reduced | left",
    "sensation | numbness from the thigh to the knee | present | left",
)


@pytest.mark.parametrize(("said", "place"), REACHING)
def test_a_sense_lost_to_a_joint_is_lost_below_it(
    said: str, place: str, known: Names, members: Members
) -> None:
    assert place in _named(_read(said, known, members))


@pytest.mark.parametrize("said", NOT_REACHING)
def test_a_sense_lost_at_a_place(said: str, known: Names, members: Members) -> None:
    assert "dorsum of great toe" not in _named(_read(said, known, members))


AS_THEY_ARE = (
    # what was operated on is not what is numb since then
    ("history | foot numb since surgery | present | left", "", "ankle or foot surgery"),
    (
        "history | weakness of the left foot since the operation | present",
        "",
        "ankle or foot surgery",
    ),
    ("history | numb toes following the procedure | present | left", "", "ankle or foot surgery"),
    (
        "history | numbness of the foot after knee surgery | present | left",
        "",
        "ankle or foot surgery",
    ),
    ("history | weakness after foot surgery | present | left", "ankle or foot surgery", ""),
    ("history | surgery for hallux valgus | present | left", "ankle or foot surgery", ""),
    (
        "history | acetabular fracture, open reduction and internal fixation by plate | present | right",
        "hip surgery other than arthroplasty",
        "",
    ),
    (
        "history | acetabular fracture treated conservatively | present | right",
        "acetabular fracture",
        "hip surgery other than arthroplasty",
    ),
    # another illness that is over, and hands that are clumsy
    ("history | confusion, since improved | present", "", "improving since onset"),
    ("history | fever, since improved | present", "fever or chills", "improving since onset"),
    ("history | weakness, since improved | present", "improving since onset", ""),
    ("history | clumsiness of the hands | present", "", "tripping and frequent falls"),
    ("history | clumsiness of the right foot | present | right", "tripping and frequent falls", ""),
    ("sign | inattention and psychomotor slowing | present", "", "aphasia, neglect or hemianopia"),
    ("sign | visual inattention to the left | present", "aphasia, neglect or hemianopia", ""),
    # a list of what is in spinal fluid
    (
        "laboratory | CSF cells, protein and glucose | normal",
        "normal CSF",
        "glucose and HbA1c normal",
    ),
    (
        "laboratory | CSF protein, glucose and cells | normal",
        "normal CSF",
        "glucose and HbA1c normal",
    ),
    (
        "laboratory | spinal fluid protein, sugar and cells | normal",
        "normal CSF",
        "glucose and HbA1c normal",
    ),
    ("laboratory | blood glucose | normal", "glucose and HbA1c normal", "normal CSF"),
    # muscle that is gone
    ("sign | muscle below the knees | complete loss | both", "wasting of the calf", ""),
    ("sign | muscle mass of the calves | reduced | both", "wasting of the calf", ""),
    ("sign | champagne bottle legs | present", "wasting of the anterior leg", ""),
    (
        "ncs | median and ulnar motor | normal amplitude, conduction velocity 32 m/s",
        "upper limb",
        "sural SNAP",
    ),
)


@pytest.mark.parametrize(("said", "meant", "not_meant"), AS_THEY_ARE)
def test_what_is_meant_and_what_is_not(
    said: str, meant: str, not_meant: str, known: Names, members: Members
) -> None:
    named = _named(_read(said, known, members))
    assert not meant or meant in named
    assert not not_meant or not_meant not in named


FLACCID = (
    "sign | flaccid quadriparesis | present | both",
    "sign | flaccid arms and legs | present",
    "sign | tone | flaccid in all limbs",
    "sign | tone | reduced in arms and legs",
)


@pytest.mark.parametrize("said", FLACCID)
def test_flaccid_limbs_are_not_spastic(said: str, known: Names, members: Members) -> None:
    read = [one for one in _read(said, known, members) if "spasticity" in one.targets]
    assert {one.value.word for one in read} == {"negative"}


WALKING = (
    ("gait | walking | cannot walk", "walking", "fail"),
    ("gait | gait | could not stand or walk", "walking", "fail"),
    ("gait | gait | he was unable to walk", "walking", "fail"),
    ("gait | gait | unable to walk on heels", "heel standing", "fail"),
    ("gait | walking | could walk", "walking", "pass"),
    ("sensation | light pressure in the soles | decreased | both", "medial sole", "reduced"),
    ("sensation | deep pressure at the calves | reduced | both", "posterior leg", "reduced"),
)


@pytest.mark.parametrize(("said", "target", "word"), WALKING)
def test_gait_that_is_none_and_pressure_that_is_felt(
    said: str, target: str, word: str, known: Names, members: Members
) -> None:
    read = _read(said, known, members)
    assert {one.value.word for one in read if target in one.targets} == {word}
    assert {one.value.word for one in read} == {word}


OTHERS = (
    ("reflex | left knee jerk | lost, others 2+", "patellar reflex", "absent"),
    ("reflex | left knee jerk | absent; rest 2+", "patellar reflex", "absent"),
    ("reflex | left knee jerk | 1+, other reflexes were 2+", "patellar reflex", "reduced"),
    ("reflex | ankle jerks | absent, all others 2", "Achilles reflex", "absent"),
    ("reflex | ankle jerk | 2+ | left", "Achilles reflex", "normal"),
    (
        "sign | thickened common peroneal and sural nerves | present | right",
        "thickened nerves",
        "positive",
    ),
    ("sign | ulnar and common peroneal nerves | thickened | both", "thickened nerves", "positive"),
    ("sign | peripheral nerves | not thickened", "thickened nerves", "negative"),
)


@pytest.mark.parametrize(("said", "target", "word"), OTHERS)
def test_the_level_of_others_and_several_thick_nerves(
    said: str, target: str, word: str, known: Names, members: Members
) -> None:
    read = _read(said, known, members)
    assert {one.value.word for one in read if target in one.targets} == {word}
    assert "tenderness at the fibular neck" not in _named(read)


def test_a_foot_and_then_a_hand_are_single_nerves(known: Names, members: Members) -> None:
    said = "history | numbness of the left foot, then of the right hand | present"
    named = _named(_read(said, known, members))
    assert "stepwise involvement of several nerves" in named
    assert "ascending weakness" not in named
