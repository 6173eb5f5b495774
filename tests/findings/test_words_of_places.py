"""Places of feeling as people tell them: which side of what, how far up, all but what, and what is denied of them."""

import pytest

from lumbosacral.findings import Members, Names, case_from, understand

_FOOT = {
    "dorsum of foot",
    "dorsum of great toe",
    "dorsum of middle toes",
    "dorsum of little toe",
    "first web space",
    "lateral border of foot",
    "medial border of foot",
    "medial sole",
    "lateral sole",
    "heel",
    "plantar great toe",
    "plantar lateral toes",
}
_SOLE = {"medial sole", "lateral sole", "plantar great toe", "plantar lateral toes"}
_ANKLE = {"medial ankle", "lateral ankle"}
_LATERAL_LEG = {"upper lateral leg", "lower lateral leg"}
_LATERAL_THIGH = {"anterolateral thigh"}
_LEG = {"medial leg", "anterior leg", "posterior leg"} | _LATERAL_LEG
_TO_KNEE = _LEG | _ANKLE | _FOOT
_TO_SHIN = _FOOT | _ANKLE | {"lower lateral leg", "medial leg", "anterior leg", "posterior leg"}
_SADDLE = {"perineum", "perianal area", "medial buttock", "lower buttock", "genital area"}
_THIGH = {"anterior thigh", "posterior thigh", "proximal medial thigh", "distal medial thigh"}
_THIGH |= {"anterolateral thigh", "posterolateral thigh"}


def _said(known: Names, members: Members, say: str) -> dict[str, set[str]]:
    """Areas by the value that was read of them."""
    of, value, *side = say.split(" | ")
    finding = {"test": "sensation", "of": of, "value": value}
    finding |= {"side": side[0]} if side else {}
    reading = understand(case_from({"findings": [finding]}), known, members)
    found: dict[str, set[str]] = {}
    for entry in reading.understood:
        if entry.kind == "area":
            found.setdefault(entry.value.word, set()).update(entry.targets)
    return found


LOST = [
    # which side of what
    ("outside edge of my left foot | numb", {"lateral border of foot"}),
    ("inside edge of the foot | numb", {"medial border of foot"}),
    ("tibial side of the foot | reduced", {"medial border of foot"}),
    ("fibular side of the foot | reduced", {"lateral border of foot"}),
    ("side of the thigh | numb", _LATERAL_THIGH),
    ("side of the leg above the knee | numb", _LATERAL_THIGH),
    ("medially below the knee | numb", {"medial leg"}),
    ("numb dorsally in the foot | yes", {"dorsum of foot"}),
    ("5th toe dorsally | reduced", {"dorsum of little toe"}),
    ("calf: medial and lateral | reduced", {"medial leg"} | _LATERAL_LEG),
    ("foot, dorsum and sole | numb", {"dorsum of foot", "heel"} | _SOLE),
    ("left foot: dorsum | reduced", {"dorsum of foot"}),
    ("bottom of the great toe | numb", {"plantar great toe"}),
    ("undersurface of the heel | numb", {"heel"}),
    ("both sides of the calf | numb | left", {"posterior leg"}),
    # between which toes
    ("web between the big toe and second toe | reduced", {"first web space"}),
    ("skin between the hallux and second toe | reduced", {"first web space"}),
    ("interdigital cleft of toes 1 and 2 | reduced", {"first web space"}),
    ("adjacent sides of the first and second toes | reduced", {"first web space"}),
    (
        "web between the third and fourth toes | numb",
        {"dorsum of middle toes", "plantar lateral toes"},
    ),
    # near which joint
    ("medial thigh just above the knee | reduced", {"distal medial thigh"}),
    ("lateral aspect of the leg just below the knee | numb", {"upper lateral leg"}),
    ("over the fibular head | numb", {"upper lateral leg"}),
    ("area just below the groin crease | numb", {"femoral triangle"}),
    # from where to where
    ("front of the thigh down to the knee | numb", {"anterior thigh"}),
    ("anterolateral thigh down to knee level | numb", {"anterolateral thigh"}),
    ("anterior thigh down to the medial malleolus | numb", {"anterior thigh", "medial ankle"}),
    (
        "from the medial knee to the medial ankle | numb",
        {"medial knee", "medial leg", "medial ankle"},
    ),
    (
        "back of the leg from the buttock down | numb",
        {"posterior thigh", "posterior leg", "upper buttock", "lower buttock", "medial buttock"},
    ),
    ("whole posterior lower limb | numb", {"posterior thigh", "popliteal fossa", "posterior leg"}),
    ("lateral aspect of the lower limb | numb", _LATERAL_THIGH | _LATERAL_LEG),
    # how far up
    ("half way up the calves | reduced", _TO_SHIN),
    ("a third of the way up the shin | reduced", _TO_SHIN),
    ("below mid-tibia | reduced", _TO_SHIN),
    ("to ankle level | numb", _FOOT | _ANKLE),
    ("from the ankle down | numb", _FOOT | _ANKLE),
    ("stocking distribution to the knees | reduced", _TO_KNEE),
    ("to the level of the knees | stocking loss", _TO_KNEE),
    ("stocking hypesthesia | to knees", _TO_KNEE),
    ("to the tibial tuberosities | reduced", _TO_KNEE),
    ("knee down | numb", _TO_KNEE),
    # all but what
    (
        "all toes except the fifth | numb",
        {
            "dorsum of great toe",
            "dorsum of middle toes",
            "plantar great toe",
            "plantar lateral toes",
        },
    ),
    (
        "all the toes but the little one | numb",
        {
            "dorsum of great toe",
            "dorsum of middle toes",
            "plantar great toe",
            "plantar lateral toes",
        },
    ),
    (
        "every toe except the second | numb",
        {
            "dorsum of great toe",
            "dorsum of little toe",
            "plantar great toe",
            "plantar lateral toes",
        },
    ),
    ("whole sole but the heel | numb", _SOLE),
    ("heel but not the sole | numb", {"heel"}),
    ("entire foot apart from its medial edge | numb", _FOOT - {"medial border of foot"}),
    ("foot except the medial border and heel | numb", _FOOT - {"medial border of foot", "heel"}),
    # nerves of the skin
    ("superior cluneal nerve territory | numb", {"upper buttock"}),
    ("middle cluneal nerve distribution | numb", {"medial buttock"}),
    ("inferior cluneal nerve territory | numb", {"lower buttock"}),
    ("femoral branch of the genitofemoral nerve territory | numb", {"femoral triangle"}),
    ("distribution of the infrapatellar branch of the saphenous nerve | numb", {"anterior knee"}),
    # the saddle
    ("riding breeches area | numb", _SADDLE),
    ("hemisaddle | numb | left", _SADDLE),
    ("genitals and perineum | numb", {"genital area", "perineum"}),
    ("between the legs | numb", {"perineum"}),
    ("private parts | numb", {"genital area"}),
    # told in the answer
    ("numbness | anterior thigh to the knee", {"anterior thigh"}),
    ("light touch | reduced between the first and second toes", {"first web space"}),
    ("pinprick | reduced over the distal lateral leg", {"lower lateral leg"}),
    ("pinprick | reduced over the sole except the heel", _SOLE),
    # how a patch looks
    ("right outer thigh, hand-sized patch | numb", _LATERAL_THIGH),
    ("numb spot on the outer thigh the size of a hand | yes", _LATERAL_THIGH),
    ("cannot feel the ground | yes", _FOOT),
]


@pytest.mark.parametrize(("say", "wanted"), LOST)
def test_a_place_told_in_full(known: Names, members: Members, say: str, wanted: set[str]) -> None:
    assert _said(known, members, say) == {"reduced": wanted}


GONE = [
    ("vibration | absent to knees", _TO_KNEE),
    ("vibration | lost to the ankles", _FOOT | _ANKLE),
    ("medial leg | did not feel pin", {"medial leg"}),
]


@pytest.mark.parametrize(("say", "wanted"), GONE)
def test_how_far_up_in_the_answer(
    known: Names, members: Members, say: str, wanted: set[str]
) -> None:
    assert _said(known, members, say) == {"absent": wanted}


SPARED = [
    ("sole (heel spared) | numb", _SOLE, {"heel"}),
    (
        "foot sparing the medial aspect | numb",
        _FOOT - {"medial border of foot"},
        {"medial border of foot"},
    ),
    ("leg below the knee, medial side spared | numb", _TO_KNEE - {"medial leg"}, {"medial leg"}),
    (
        "dorsal foot, medial border spared | numb",
        {"dorsum of foot"},
        {"medial border of foot"},
    ),
]


@pytest.mark.parametrize(("say", "lost", "normal"), SPARED)
def test_what_is_spared_is_normal(
    known: Names, members: Members, say: str, lost: set[str], normal: set[str]
) -> None:
    assert _said(known, members, say) == {"reduced": lost, "normal": normal}


DENIED = [
    ("no perianal or saddle numbness | present", _SADDLE),
    ("no numbness or tingling of the foot | yes", _FOOT),
    ("no numbness, tingling or burning in the foot | yes", _FOOT),
    ("no numbness of the foot, thigh or saddle | present", _FOOT | _SADDLE | _THIGH),
    ("numbness | none in saddle area", _SADDLE),
    ("numbness | no saddle numbness", _SADDLE),
]


@pytest.mark.parametrize(("say", "wanted"), DENIED)
def test_a_denial_goes_on_over_or(
    known: Names, members: Members, say: str, wanted: set[str]
) -> None:
    assert _said(known, members, say) == {"normal": wanted}


@pytest.mark.parametrize(
    ("of", "side"),
    [
        ("left foot more than right", "both"),
        ("right calf worse than left calf", "both"),
        ("left leg > right leg", "both"),
        ("left foot", "left"),
    ],
)
def test_on_which_side_more_is_on_both(known: Names, members: Members, of: str, side: str) -> None:
    case = case_from({"findings": [{"test": "sensation", "of": of, "value": "numb"}]})
    assert {one.sides for one in understand(case, known, members).understood} == {side}
