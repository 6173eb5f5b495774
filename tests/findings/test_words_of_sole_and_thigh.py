"""Words of reports on the sciatic and tibial nerves: toes, soles, tenderness, images that leave it open."""

import pytest

from lumbosacral.findings import Members, Names, Reading, case_from, understand


def _read(known: Names, members: Members, say: str) -> Reading:
    test, of, value = say.split(" | ")
    one = {"test": test, "of": of, "value": value, "side": "left"}
    return understand(case_from({"findings": [one]}), known, members)


def _said(reading: Reading) -> set[tuple[str, str]]:
    return {(name, one.value.word) for one in reading.understood for name in one.targets}


TOES = {("toe extension", "weak"), ("toe flexion", "weak")}
GREAT_TOE = {("great toe extension", "weak"), ("great toe flexion", "weak")}
BUTTOCK = {"upper buttock", "lower buttock", "medial buttock", "buttock pain"}
HURTS = {("posterior thigh", "present")}
PLANTAR = {("plantar great toe", "reduced"), ("plantar lateral toes", "reduced")}
TINEL = {("Tinel sign at the tarsal tunnel", "positive")}
EVERTED = ("dorsiflexion-eversion test", "positive")
SPINE = {("normal lumbar MRI", "present")}
MENSES = ("endometriosis", "present")

READ = [
    # both movements are of the toes
    ("strength | toe dorsiflexion and plantarflexion | 1/5", TOES),
    ("strength | dorsiflexion and plantarflexion of the toes | 1/5", TOES),
    ("strength | toe plantar flexion and dorsiflexion | 2/5", TOES),
    ("strength | great toe dorsiflexion and plantarflexion | 1/5", GREAT_TOE),
    ("strength | plantarflexion and dorsiflexion of the hallux | 1/5", GREAT_TOE),
    # tenderness told beside a pain takes nothing away from it
    ("pain | posterior thigh, with tenderness | persistent", HURTS),
    ("pain | posterior thigh with marked tenderness | present", HURTS),
    ("pain | posterior thigh, tender to palpation | present", HURTS),
    ("pain | pain and tenderness of the posterior thigh | present", HURTS),
    (
        "pain | buttock, with tenderness | present",
        {("buttock tenderness", "positive"), *((name, "present") for name in BUTTOCK)},
    ),
    # the under side of a toe
    ("sensation | under the toes | numb", PLANTAR),
    ("sensation | under the first and second digits | numb", PLANTAR),
    ("sensation | beneath the great toe | numb", {("plantar great toe", "reduced")}),
    ("sensation | third and fourth toes, plantar | numb", {("plantar lateral toes", "reduced")}),
    ("sensation | fourth and fifth toes plantar | numb", {("plantar lateral toes", "reduced")}),
    ("sensation | second and third toes, dorsal | numb", {("dorsum of middle toes", "reduced")}),
    # what is included narrows nothing
    ("pain | sole including the heel | present", {("sole pain", "present"), ("heel", "present")}),
    # the medial ankle in other words
    ("sign | Tinel's test over the posteromedial ankle | positive", TINEL),
    ("sign | Tinel on the medial aspect of the ankle | positive", TINEL),
    # resisted movements that neither hurt nor differ
    (
        "strength | resisted plantar flexion of the ankle | pain free and equal",
        {("ankle plantarflexion", "normal")},
    ),
    ("strength | resisted eversion | equal and pain free", {("foot eversion", "normal")}),
    # a nerve block behind the knee is no operation on it
    (
        "history | popliteal block for foot surgery | present",
        {("ankle or foot surgery", "present"), ("femoral nerve block", "present")},
    ),
    # an image that rules out what it was done for
    ("imaging | MRI of spine | excluded any structural cause", SPINE),
    ("imaging | lumbar MRI | ruled out a compressive lesion", SPINE),
    ("imaging | MRI lumbar spine | did not show any structural lesion", SPINE),
    # how somebody lay, and when it hurts
    ("history | well-leg holder under the thigh | present", {("lithotomy position", "present")}),
    ("history | worsening of the pain when her period started | present", {MENSES}),
    ("sign | muscle wasting with fasciculations | marked", {("fasciculations", "positive")}),
]


@pytest.mark.parametrize(("say", "meant"), READ)
def test_a_wording_is_read(
    say: str, meant: set[tuple[str, str]], known: Names, members: Members
) -> None:
    assert _said(_read(known, members, say)) == meant


UNREAD = [
    "imaging | lumbar MRI | could not exclude L5 root compression",
    "imaging | lumbar MRI | root compression cannot be excluded",
    "imaging | thigh MRI | large enhancing tumor in the middle third of the posterior thigh",
    "sign | morphological disorder of the feet | none",
    "sign | malformation of the foot | absent",
    "sign | gross abnormality of the feet | none",
    "sign | Tinel in the calf | positive, radiating to the sole",
]


@pytest.mark.parametrize("say", UNREAD)
def test_what_has_no_name_is_not_pressed_into_another(
    say: str, known: Names, members: Members
) -> None:
    assert not _read(known, members, say).understood


@pytest.mark.parametrize(
    "say",
    [
        "pain | pain with passive dorsiflexion and eversion of the ankle | present",
        "pain | passive eversion and dorsiflexion of the foot | painful",
        "sign | passive dorsiflexion and eversion | reproduces the tingling in the sole",
    ],
)
def test_the_ankle_bent_up_and_out_is_no_stretched_compartment(
    say: str, known: Names, members: Members
) -> None:
    said = _said(_read(known, members, say))
    assert EVERTED in said
    assert "pain out of proportion and on passive stretch" not in {name for name, _ in said}


@pytest.mark.parametrize(
    "say",
    [
        "strength | peroneal division | 0/5",
        "strength | fibular division of the sciatic nerve | 0/5",
        "emg | muscles of the peroneal division | fibrillations",
    ],
)
def test_the_fibular_division_is_more_than_the_fibular_muscles(
    say: str, known: Names, members: Members
) -> None:
    named = {name for name, _ in _said(_read(known, members, say))}
    assert {"tibialis anterior", "fibularis longus"} <= named


@pytest.mark.parametrize(
    "say", ["sole including the heel | numb", "foot including the sole | numb"]
)
def test_a_part_that_is_included_leaves_the_whole(say: str, known: Names, members: Members) -> None:
    named = {name for name, _ in _said(_read(known, members, f"sensation | {say}"))}
    assert {"medial sole", "lateral sole", "heel"} <= named


@pytest.mark.parametrize(
    "say",
    [
        "both soles | intermittent numbness, mostly left",
        "both soles | tingling, predominantly left",
        "both soles | numb, chiefly the left",
        "both soles | numb, more in the left",
        "both soles, mostly left | numb",
    ],
)
def test_the_worse_side_is_not_the_only_one(say: str, known: Names, members: Members) -> None:
    of, value = say.split(" | ")
    one = {"test": "sensation", "of": of, "value": value, "side": "both"}
    reading = understand(case_from({"findings": [one]}), known, members)
    assert {entry.sides for entry in reading.understood} == {"both"}
