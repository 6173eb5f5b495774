"""Names that a word beside them turns into another thing, and wordings of the same thing."""

import pytest

from lumbosacral.findings import Members, Names, case_from, understand


def _said(known: Names, members: Members, say: str) -> set[tuple[str, str]]:
    test, of, value = say.split(" | ")
    reading = understand(
        case_from({"findings": [{"test": test, "of": of, "value": value}]}), known, members
    )
    return {(target, entry.value.word) for entry in reading.understood for target in entry.targets}


_THIGH = {("posterior thigh", "present")}
READ = [
    # an angle says what a raised leg means only where nobody says it
    ("sign | straight leg raise at 70 degrees | positive", {("straight leg raise", "positive")}),
    ("sign | straight leg raise at 30 degrees | negative", {("straight leg raise", "negative")}),
    ("sign | straight leg raise to 80 degrees | right", {("straight leg raise", "negative")}),
    # what bulges through a fascia is no disc
    ("sign | fascial herniation of the lateral leg | positive", set()),
    ("sign | muscle herniation over the lateral leg | positive", set()),
    ("sign | tonsillar herniation | present", set()),
    # low tone is no spasticity, whichever way it is said
    ("sign | muscle tone | reduced", {("spasticity", "negative")}),
    ("sign | tone | low", {("spasticity", "negative")}),
    ("sign | decreased tone in the leg | positive", {("spasticity", "negative")}),
    ("sign | loss of muscle tone in the leg | yes", {("spasticity", "negative")}),
    ("sign | hypotonia | positive", {("spasticity", "negative")}),
    ("sign | tone | increased", {("spasticity", "positive")}),
    ("sign | rectal tone | reduced", {("lax anal tone", "positive")}),
    # flat feet are not wasted
    ("sign | flat foot | negative", {("flat foot or hindfoot valgus", "negative")}),
    ("sign | flat feet | positive", {("flat foot or hindfoot valgus", "positive")}),
    # a knee that gives way brings down, and one that is hurt by a fall gives way
    ("history | fall from knee buckling | present", {("knee buckling", "positive")}),
    ("history | fell because the knee gave way | yes", {("knee buckling", "positive")}),
    (
        "history | knee buckles since a fall | present",
        {("knee buckling", "positive"), ("fall or road accident", "present")},
    ),
    # only the foot is lateral
    (
        "pain | leg radiating to the lateral aspect of the foot | present",
        {("leg pain", "present"), ("lateral border of foot", "present")},
    ),
    (
        "pain | radiating down the leg to the lateral ankle | present",
        {("leg pain", "present"), ("lateral ankle", "present")},
    ),
    # what begins at the calf or foot does not come from the back
    (
        "pain | heel radiating up the calf | present",
        {("heel", "present"), ("posterior leg", "present")},
    ),
    ("pain | posterior thigh radiating to the heel | yes", _THIGH | {("heel", "present")}),
    # what has no effect on a pain does not make it worse
    ("pain | coughing | no effect", {("pain worse on coughing or sneezing", "absent")}),
    ("pain | sitting | makes no difference", {("pain worse on sitting", "absent")}),
    # a hand that holds the knee, and a heel that strikes the ground
    ("gait | uses hand to push the knee back | positive", {("knee buckling", "positive")}),
    ("gait | quadriceps gait | yes", {("knee buckling", "positive")}),
    ("gait | leans backwards at heel strike | positive", {("gluteus maximus lurch", "positive")}),
    # cement is no disc
    ("imaging | cement extrusion near the sciatic nerve | present", set()),
    # of the stronger one nothing is said
    ("strength | invertors stronger than evertors | present", {("foot eversion", "weak")}),
    (
        "strength | dorsiflexion weaker than plantar flexion | yes",
        {("ankle dorsiflexion", "weak")},
    ),
    ("strength | right hip abduction weaker than the left | yes", {("hip abduction", "weak")}),
    # fractures that share their name
    (
        "history | pelvic and sacral fractures in a motor vehicle accident | present",
        {
            ("pelvic fracture", "present"),
            ("sacral fracture", "present"),
            ("fall or road accident", "present"),
        },
    ),
    (
        "history | tibia and fibula fractures in a fall | yes",
        {
            ("fracture of the tibia", "present"),
            ("fracture of the fibula", "present"),
            ("fall or road accident", "present"),
        },
    ),
    # other words for what the atlas has a name for
    (
        "history | surgery for L5 spondylolisthesis | present",
        {
            ("lumbar spine surgery", "present"),
            ("known spinal stenosis or spondylosis", "present"),
        },
    ),
    (
        "history | tugged a heavy mattress | yes",
        {("heavy lifting or strain before onset", "present")},
    ),
    (
        "history | onset after dragging a heavy box | present",
        {("heavy lifting or strain before onset", "present")},
    ),
    (
        "history | onset while playing sport | present",
        {("strenuous exercise before onset", "present")},
    ),
    (
        "history | repetitive kicking for a week | present",
        {("strenuous exercise before onset", "present")},
    ),
    ("history | jump from a truck | present", {("fall or road accident", "present")}),
    ("history | jumped from a roof | yes", {("fall or road accident", "present")}),
    # a way that is said once holds for what follows it; two ways share a place
    (
        "sensation | lateral thigh and leg to the dorsum of the foot | reduced",
        {
            ("anterolateral thigh", "reduced"),
            ("upper lateral leg", "reduced"),
            ("lower lateral leg", "reduced"),
            ("dorsum of foot", "reduced"),
        },
    ),
    (
        "pain | groin radiating to the anterior and lateral thigh | present",
        {
            ("groin", "present"),
            ("anterior thigh", "present"),
            ("anterolateral thigh", "present"),
        },
    ),
    ("pain | worse in the anterior leg below the knee | present", {("anterior leg", "present")}),
    ("pain | medial leg below the knee | yes", {("medial leg", "present")}),
    (
        "history | hip and pelvic fractures after a fall | present",
        {
            ("hip fracture", "present"),
            ("pelvic fracture", "present"),
            ("fall or road accident", "present"),
        },
    ),
    (
        "history | cramps since childhood | present",
        {("muscle cramps", "present"), ("onset in childhood", "present")},
    ),
    ("history | walked at 22 months | present", {("onset in childhood", "present")}),
    ("history | delayed motor milestones | yes", {("onset in childhood", "present")}),
    (
        "history | L5 root block with relief | present",
        {("pain relieved by a local block", "present")},
    ),
    (
        "sign | raised lateral compartment pressure | positive",
        {("raised compartment pressure", "present")},
    ),
    (
        "sign | elevated anterior compartment pressure | present",
        {("raised compartment pressure", "present")},
    ),
    (
        "sign | anterior hip impingement test | positive",
        {("restricted or painful hip rotation", "positive")},
    ),
    (
        "sign | hip impingement sign | negative",
        {("restricted or painful hip rotation", "negative")},
    ),
    ("gait | gait dysfunction | positive", {("walking", "impaired")}),
    ("imaging | CT myelography | unremarkable", {("normal lumbar MRI", "present")}),
    ("pain | lateral buttock | present", {("upper buttock", "present")}),
    ("sensation | upper outer buttock | numb", {("upper buttock", "reduced")}),
]


@pytest.mark.parametrize(("say", "expected"), READ)
def test_is_read(say: str, expected: set[tuple[str, str]], known: Names, members: Members) -> None:
    assert _said(known, members, say) == expected


@pytest.mark.parametrize("say", ["muscles below the hip | absent", "distal to the hip | 0/5"])
def test_below_the_hip_is_not_the_hip(say: str, known: Names, members: Members) -> None:
    names = {name for name, _ in _said(known, members, f"strength | {say}")}
    assert {"rectus femoris", "tibialis anterior", "soleus"} <= names
    assert not {"psoas", "gluteus medius"} & names


@pytest.mark.parametrize(
    "say", ["leg with a sharp edge at the groin", "leg with a clear upper border at the groin"]
)
def test_where_a_loss_ends_is_no_place_of_its_own(say: str, known: Names, members: Members) -> None:
    names = {name for name, _ in _said(known, members, f"sensation | {say} | absent")}
    assert {"anterior thigh", "dorsum of foot"} <= names
    assert "groin" not in names


@pytest.mark.parametrize("say", ["distal to the knee | 0", "below the knees | weak"])
def test_below_the_knee_is_not_the_knee(say: str, known: Names, members: Members) -> None:
    names = {name for name, _ in _said(known, members, f"strength | {say}")}
    assert {"tibialis anterior", "soleus", "abductor hallucis"} <= names
    assert not {"rectus femoris", "semitendinosus"} & names


@pytest.mark.parametrize("say", ["distal to the ankle | 0", "below the ankle | absent"])
def test_below_the_ankle_is_the_foot(say: str, known: Names, members: Members) -> None:
    names = {name for name, _ in _said(known, members, f"strength | {say}")}
    assert "abductor hallucis" in names
    assert "tibialis anterior" not in names


@pytest.mark.parametrize("place", ["distal to the hip", "distal to the groin", "below the hip"])
def test_feeling_from_the_hip_down_is_of_the_whole_leg(
    place: str, known: Names, members: Members
) -> None:
    names = {name for name, _ in _said(known, members, f"sensation | {place} | absent")}
    assert {"anterior thigh", "anterior leg", "dorsum of foot"} <= names


@pytest.mark.parametrize("say", ["calf radiating to the foot", "foot radiating up the leg"])
def test_what_begins_in_the_leg_does_not_come_from_the_back(
    say: str, known: Names, members: Members
) -> None:
    names = {name for name, _ in _said(known, members, f"pain | {say} | present")}
    assert "dorsum of foot" in names
    assert "back pain radiating to the foot" not in names


@pytest.mark.parametrize("say", ["calf and foot", "calves and feet"])
def test_calf_and_foot_are_not_the_whole_lower_leg(
    say: str, known: Names, members: Members
) -> None:
    names = {name for name, _ in _said(known, members, f"sensation | {say} | reduced")}
    assert {"posterior leg", "dorsum of foot"} <= names
    assert "anterior leg" not in names


@pytest.mark.parametrize("place", ["anterior superior iliac spine", "inguinal ligament"])
def test_what_shoots_into_the_thigh_is_not_tapped_at_the_leg(
    place: str, known: Names, members: Members
) -> None:
    say = f"sign | pain radiating to the anterolateral thigh on pressing the {place} | positive"
    names = {name for name, _ in _said(known, members, say)}
    assert "Tinel sign at the inguinal ligament" in names
    assert "Tinel sign at the fascial exit of the lateral leg" not in names
