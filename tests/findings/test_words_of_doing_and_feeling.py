"""What somebody can and cannot do, how he walks, what he feels and where: told in one breath."""

import pytest

from lumbosacral.findings import Members, Names, Understood, case_from, understand


def _read(known: Names, members: Members, say: str) -> list[Understood]:
    test, of, value, *side = say.split(" | ")
    finding = {"test": test, "of": of, "value": value} | ({"side": side[0]} if side else {})
    return list(understand(case_from({"findings": [finding]}), known, members).understood)


def _said(known: Names, members: Members, say: str) -> set[tuple[str, str]]:
    return {
        (target, entry.value.word)
        for entry in _read(known, members, say)
        for target in entry.targets
    }


_TOES_ONLY = {("toe standing", "pass"), ("heel standing", "fail")}
_HEELS_ONLY = {("heel standing", "pass"), ("toe standing", "fail")}


@pytest.mark.parametrize(
    ("say", "wanted"),
    [
        ("task | could walk on their toes (S1), but not their heels | yes", _TOES_ONLY),
        ("task | can walk on toes but not on heels | yes", _TOES_ONLY),
        ("task | walk on toes but not heels | able to", _TOES_ONLY),
        ("task | able to walk on toes, unable to walk on heels | yes", _TOES_ONLY),
        ("task | unable to walk on heels but able to walk on toes | yes", _TOES_ONLY),
        ("task | could stand on his heels but not on his tiptoes | yes", _HEELS_ONLY),
        ("task | able to walk on heels but not on toes | right", _HEELS_ONLY),
        ("task | heel walk | able, but not toe walk", _HEELS_ONLY),
        ("task | heel walking | possible but not toe walking", _HEELS_ONLY),
        ("task | heel walk able, toe walk unable | yes", _HEELS_ONLY),
        (
            "task | can climb stairs but not run | yes",
            {("stair ascent", "pass"), ("running", "fail")},
        ),
        (
            "task | could rise from a chair but not from a squat | yes",
            {("rising from a chair", "pass"), ("knee bend", "fail")},
        ),
        ("task | can walk, but not far | yes", {("walking", "impaired")}),
        ("task | walks with a cane but not without it | yes", {("walking", "impaired")}),
    ],
)
def test_each_task_has_what_came_of_it(
    known: Names, members: Members, say: str, wanted: set[tuple[str, str]]
) -> None:
    assert _said(known, members, say) == wanted


@pytest.mark.parametrize(
    ("say", "wanted"),
    [
        ("task | they most likely won't be able to walk | as your child gets older", "fail"),
        ("task | will not be able to walk | yes", "fail"),
        ("task | unable to walk and needs a wheelchair | yes", "fail"),
        ("task | wheelchair-bound, unable to walk | yes", "fail"),
        ("task | walking on that leg secondary to pain | inability", "fail"),
        ("task | walking because of pain | unable", "fail"),
        ("task | ambulation | required a wheelchair", "impaired"),
        ("task | unable to walk without a stick | yes", "impaired"),
        ("task | unable to walk more than 10 m, uses a wheelchair | yes", "impaired"),
    ],
)
def test_who_cannot_walk_at_all(known: Names, members: Members, say: str, wanted: str) -> None:
    assert _said(known, members, say) == {("walking", wanted)}


@pytest.mark.parametrize(
    ("say", "wanted"),
    [
        ("task | rising from a chair on one leg | unable", ("rising on one leg", "fail")),
        ("task | stand up from a chair with one leg | unable", ("rising on one leg", "fail")),
        (
            "task | stand from a chair using only the right leg | unable",
            ("rising on one leg", "fail"),
        ),
        (
            "task | rises to standing using only the strength of one supporting limb | inability",
            ("rising on one leg", "fail"),
        ),
        ("task | standing on one leg | unable", ("single-leg stance", "fail")),
        ("task | getting on and off the toilet | difficulty", ("rising from a chair", "impaired")),
        ("task | getting out of a bathtub | difficulty", ("rising from a chair", "impaired")),
        ("task | sitting up from the supine position | difficulty", ("trunk", "abnormal")),
        ("task | sitting up in bed | unable", ("trunk", "abnormal")),
    ],
)
def test_rising_by_other_words(
    known: Names, members: Members, say: str, wanted: tuple[str, str]
) -> None:
    assert _said(known, members, say) == {wanted}


@pytest.mark.parametrize(
    ("say", "wanted"),
    [
        ("gait | Heel lands with a characteristic slap | yes", {("foot slap", "positive")}),
        ("gait | the foot hits the ground with a slap | yes", {("foot slap", "positive")}),
        ("gait | inability to lift the foot while walking | yes", {("foot drop", "positive")}),
        ("gait | knees give way going down stairs | yes", {("knee buckling", "positive")}),
        ("gait | waddling with exaggerated lordosis | yes", {("waddling gait", "positive")}),
        ("gait | walks with feet wide apart | yes", {("wide-based gait", "positive")}),
        ("gait | walk with a slight hunch | yes", {("stooped walking", "positive")}),
        (
            "gait | pelvis drops to the left when weight on right leg | yes",
            {("Trendelenburg gait", "positive")},
        ),
        (
            "gait | lifts the foot high to avoid dragging the toes and tripping | yes",
            {("steppage gait", "positive")},
        ),
        (
            "gait | heel and toe walking | normal",
            {("heel standing", "pass"), ("toe standing", "pass")},
        ),
    ],
)
def test_a_way_of_walking_told_in_full(
    known: Names, members: Members, say: str, wanted: set[tuple[str, str]]
) -> None:
    assert _said(known, members, say) == wanted


@pytest.mark.parametrize(
    ("say", "side"),
    [
        ("gait | unilateral or bilateral foot drop | yes", "unknown"),
        ("gait | foot drop, one or both sides | yes", "unknown"),
        ("pain | radiates to one or both legs | yes", "unknown"),
        ("sensation | numbness of one or both feet | yes", "unknown"),
        ("sensation | feeling lost between the legs | yes", "unknown"),
        ("gait | bilateral foot drop | yes", "both"),
        ("sensation | numbness of both feet | yes", "both"),
        ("gait | his left hip drops and his trunk leans toward the right | yes", "right"),
    ],
)
def test_one_or_both_leaves_the_side_open(
    known: Names, members: Members, say: str, side: str
) -> None:
    assert {entry.sides for entry in _read(known, members, say)} == {side}


@pytest.mark.parametrize(
    ("say", "word"),
    [
        ("sensation | touch, pain and position sense in the toes | lost", "absent"),
        ("sensation | vibration, pain, and thermal sensation in the foot | decrease", "reduced"),
        ("sensation | loss of vibration, touch, and pain in the feet | yes", "reduced"),
        ("sensation | decreased pain in the anterior thigh | yes", "reduced"),
        ("sensation | reduced pain over the sole | yes", "reduced"),
        ("sensation | cold sensation over both shins | reduced", "reduced"),
        ("sensation | hot and cold sensation in the foot | diminished", "reduced"),
        ("sensation | cold sensation in the foot | present", "positive_symptom"),
        ("sensation | pain in the lateral thigh | increased", "positive_symptom"),
        ("sensation | tingling in the heel and sole | can be felt", "positive_symptom"),
        ("sensation | light touch on the sole | felt", "normal"),
    ],
)
def test_pain_and_cold_among_the_senses(
    known: Names, members: Members, say: str, word: str
) -> None:
    assert {value for _, value in _said(known, members, say)} == {word}


@pytest.mark.parametrize(
    "say",
    [
        "sensation | stocking type sensory impairment up to mid shin level | had",
        "sensation | stocking pattern to the mid calf | decreased pinprick",
        "sensation | stocking-like loss up to the knee | present",
        "sensation | stocking distribution up to the ankle | numb",
    ],
)
def test_stockings_are_worn_on_both_legs(known: Names, members: Members, say: str) -> None:
    assert {entry.sides for entry in _read(known, members, say)} == {"both"}


@pytest.mark.parametrize(
    ("say", "wanted"),
    [
        (
            "sensation | numbness and tingling over the dorsum of the foot (excluding the first web space) | yes",
            {
                ("dorsum of foot", "reduced"),
                ("dorsum of foot", "positive_symptom"),
                ("first web space", "normal"),
            },
        ),
        (
            "sensation | dorsum of foot but not the first web space | numb",
            {("dorsum of foot", "reduced"), ("first web space", "normal")},
        ),
        (
            "sensation | posterior thigh but not the calf or heel | decreased",
            {("posterior thigh", "reduced"), ("posterior leg", "normal"), ("heel", "normal")},
        ),
        (
            "sensation | medial leg, excluding the medial ankle | numb",
            {("medial leg", "reduced"), ("medial ankle", "normal")},
        ),
        (
            "sensation | lateral border of the foot | sparing",
            {("lateral border of foot", "normal")},
        ),
        (
            "sensation | medial leg intact except the medial ankle | yes",
            {("medial leg", "normal"), ("medial ankle", "reduced")},
        ),
    ],
)
def test_what_is_left_out_of_a_loss_is_sound(
    known: Names, members: Members, say: str, wanted: set[tuple[str, str]]
) -> None:
    assert _said(known, members, say) == wanted


@pytest.mark.parametrize(
    ("say", "wanted"),
    [
        (
            "sensation | medial leg and calf numbness | may complain of",
            {("medial leg", "reduced"), ("posterior leg", "reduced")},
        ),
        (
            "sensation | medial ankle and heel numbness | complains of",
            {("medial ankle", "reduced"), ("heel", "reduced")},
        ),
        (
            "sensation | heel and medial leg often feel numb and tingling | by evening",
            {
                ("heel", "reduced"),
                ("heel", "positive_symptom"),
                ("medial leg", "reduced"),
                ("medial leg", "positive_symptom"),
            },
        ),
        (
            "sensation | in between his first and second left digits | numb",
            {("first web space", "reduced")},
        ),
        (
            "sensation | anterior thigh, often extending to the knee | numb",
            {("anterior thigh", "reduced")},
        ),
        (
            "sensation | the anteromedial calf | numb",
            {("medial leg", "reduced"), ("anterior leg", "reduced")},
        ),
        (
            "sensation | medial plantar surface of the foot including the great toe | numb",
            {("medial sole", "reduced"), ("plantar great toe", "reduced")},
        ),
    ],
)
def test_places_of_a_list(
    known: Names, members: Members, say: str, wanted: set[tuple[str, str]]
) -> None:
    assert _said(known, members, say) == wanted


_FIRST_PAIN = "pain first, then weakness as pain eased"
_SITS = "relief by sitting or bending forward"


@pytest.mark.parametrize(
    ("say", "wanted"),
    [
        (
            "pain | severe thigh pain followed by leg weakness | yes",
            {"anterior thigh pain", _FIRST_PAIN},
        ),
        ("pain | groin pain, followed a week later by weakness | yes", {"groin pain", _FIRST_PAIN}),
        ("pain | needs to sit or bend forward for few moments | the patient", {_SITS}),
        ("pain | has to stop and sit down | yes", {_SITS}),
        (
            "pain | lying with legs elevated | better",
            {"relief by lying down or bending the hip and knee"},
        ),
        ("pain | bottom of the foot | yes", {"sole pain"}),
        ("pain | radiates into the midcalf | yes", {"posterior leg"}),
        (
            "pain | lateral thigh pain; it does not go down below the knee | yes",
            {"lateral thigh pain"},
        ),
        ("pain | shoots down one or both legs | yes", {"leg pain", "sharp shooting pain"}),
    ],
)
def test_pains_as_they_are_told(known: Names, members: Members, say: str, wanted: set[str]) -> None:
    assert {target for target, _ in _said(known, members, say)} == wanted


@pytest.mark.parametrize(
    "say",
    [
        "pain | elevation of the legs | relieves",
        "pain | crossing legs | worse",
    ],
)
def test_how_legs_are_held_is_no_pain_in_them(known: Names, members: Members, say: str) -> None:
    assert not _said(known, members, say)
