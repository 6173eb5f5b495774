"""Exceptions among reflexes, kinds told in one breath, sides of a thigh, levels of the trunk."""

import pytest

from lumbosacral.findings import Members, Names, case_from, understand

TOLD = [
    # the others of an exception are of no side, and what is left out of an absence is there
    (
        "reflex | reflexes absent except the left knee jerk | yes",
        {("Achilles reflex", "absent", "unknown"), ("patellar reflex", "normal", "left")},
    ),
    (
        "reflex | deep tendon reflexes | absent other than the right knee jerk",
        {("Achilles reflex", "absent", "unknown"), ("patellar reflex", "normal", "right")},
    ),
    (
        "reflex | reflexes were brisk except diminished ankle jerks | On examination",
        {("patellar reflex", "increased", "unknown"), ("Achilles reflex", "reduced", "both")},
    ),
    (
        "reflex | reflexes | 2+ apart from absent left ankle jerk",
        {("patellar reflex", "normal", "unknown"), ("Achilles reflex", "absent", "left")},
    ),
    # what the toes did is not what the jerks did
    (
        "reflex | absent ankle jerks with extensor plantars | seen",
        {("Achilles reflex", "absent", "both"), ("Babinski sign", "positive", "both")},
    ),
    (
        "reflex | absent knee jerk and upgoing toe | seen",
        {("patellar reflex", "absent", "unknown"), ("Babinski sign", "positive", "unknown")},
    ),
    # nor is the side of a sign that of two jerks
    (
        "sign | right Babinski sign and absent ankle jerks | seen",
        {("Babinski sign", "positive", "right"), ("Achilles reflex", "absent", "both")},
    ),
    (
        "reflex | absent ankle jerk with numbness of the lateral foot | seen",
        {
            ("Achilles reflex", "absent", "unknown"),
            ("lateral border of foot", "reduced", "unknown"),
        },
    ),
    (
        "sign | foot drop with numbness of the top of the foot | seen",
        {("foot drop", "positive", "unknown"), ("dorsum of foot", "reduced", "unknown")},
    ),
    # a tone and falls beside what is felt or weak
    (
        "sensation | perianal sensation and rectal tone | were normal",
        {("perianal area", "normal", "unknown"), ("lax anal tone", "negative", "unknown")},
    ),
    (
        "strength | weak left hip abduction and recurrent falls | had",
        {
            ("hip abduction", "weak", "left"),
            ("tripping and frequent falls", "present", "unknown"),
        },
    ),
    # signs of both feet, and of the arms no more than is said
    ("sign | no Babinski signs | seen", {("Babinski sign", "negative", "both")}),
    ("sign | Babinski signs | on the left", {("Babinski sign", "positive", "left")}),
    ("sign | tone was normal in all four limbs | yes", {("spasticity", "negative", "unknown")}),
    (
        "sign | swelling over the fibular neck with a positive Tinel sign | seen",
        {
            ("mass at the fibular head", "positive", "unknown"),
            ("Tinel sign at the fibular neck", "positive", "unknown"),
        },
    ),
    (
        "sign | clonus without wasting | seen",
        {
            ("ankle clonus", "positive", "unknown"),
            ("wasting of the calf", "negative", "unknown"),
            ("wasting of the quadriceps", "negative", "unknown"),
            ("wasting of the anterior leg", "negative", "unknown"),
        },
    ),
    # two reflexes in a bracket
    (
        "reflex | DTRs (knee/ankle) | 2+/0",
        {("patellar reflex", "normal", "unknown"), ("Achilles reflex", "absent", "unknown")},
    ),
    (
        "reflex | brisk knee jerk with clonus | seen",
        {("patellar reflex", "increased", "unknown"), ("ankle clonus", "positive", "unknown")},
    ),
    # grades that are each told with a movement
    (
        "strength | 4/5 strength with ankle dorsiflexion and 3/5 strength with eversion | seen",
        {("ankle dorsiflexion", "weak", "unknown"), ("foot eversion", "weak", "unknown")},
    ),
    # a sense that is gone below a level is no level that is not there
    (
        "sensation | vibration was absent below the umbilicus | yes",
        {("sensory level", "positive", "unknown")},
    ),
    # the side of a limb
    ("sensation | front side of the thigh | numb", {("anterior thigh", "reduced", "unknown")}),
    ("sensation | back side of the left thigh | numb", {("posterior thigh", "reduced", "left")}),
    ("sensation | inner side of the shin | numb", {("medial leg", "reduced", "unknown")}),
    # levels of the trunk
    (
        "sensation | numb from the T6 dermatome and below | seen",
        {("sensory level", "positive", "unknown")},
    ),
    ("sensation | sensory cut-off at T5 | seen", {("sensory level", "positive", "unknown")}),
    (
        "sensation | reduced pinprick below DV10 | seen",
        {("sensory level", "positive", "unknown")},
    ),
]


def _read(known: Names, members: Members, say: str) -> tuple[set[tuple[str, str, str]], list[str]]:
    test, of, value = say.split(" | ")
    case = case_from({"findings": [{"test": test, "of": of, "value": value}]})
    reading = understand(case, known, members)
    told = {(one, u.value.word, u.sides) for u in reading.understood for one in u.targets}
    return told, [one.words for one in reading.not_understood]


@pytest.mark.parametrize(("say", "told"), TOLD, ids=[say for say, _ in TOLD])
def test_each_is_read_as_it_is_told(
    known: Names, members: Members, say: str, told: set[tuple[str, str, str]]
) -> None:
    assert _read(known, members, say)[0] == told


@pytest.mark.parametrize(
    "say",
    [
        "sign | foot drop without sensory loss | seen",
        "sign | fasciculations, no sensory deficit | seen",
        "reflex | normal knee jerks without numbness | seen",
        "sensation | no sensory loss could be elicited | yes",
        "sensation | no sensory deficit at this stage | yes",
    ],
)
def test_feeling_that_is_not_lost_is_normal_in_the_whole_leg(
    known: Names, members: Members, say: str
) -> None:
    told, left = _read(known, members, say)
    felt = {one for one, word, _ in told if word == "normal"}
    assert {"anterior thigh", "medial leg", "dorsum of foot"} <= felt
    assert left == []


def test_a_weakness_is_of_the_limb_that_stands_before_it(known: Names, members: Members) -> None:
    told, _ = _read(known, members, "reflex | left leg hyperreflexia and weakness | seen")
    assert {("tibialis anterior", "weak", "left"), ("patellar reflex", "increased", "left")} <= told


def test_what_is_left_out_of_normal_reflexes_comes_back(known: Names, members: Members) -> None:
    told, left = _read(known, members, "reflex | reflexes normal except the left ankle jerk | yes")
    assert ("Achilles reflex", "normal", "left") not in told
    assert left == ["except the left ankle jerk"]
