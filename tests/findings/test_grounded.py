"""Words that mean something only beside others, denials that part, and what is told beside a finding."""

import pytest

from lumbosacral.findings import Members, Names, Reading, case_from, understand


def _read(known: Names, members: Members, say: str) -> Reading:
    test, of, value = say.split(" | ")
    return understand(
        case_from({"findings": [{"test": test, "of": of, "value": value}]}), known, members
    )


def _said(reading: Reading) -> set[tuple[str, str]]:
    return {(target, entry.value.word) for entry in reading.understood for target in entry.targets}


NOTHING = [
    "history | steroid injection for plantar fasciitis without relief | present",
    "sign | plantar callus | positive",
    "sign | ankle effusion | positive",
    "sign | tenderness of the thigh and patellar tendon | positive",
    "sign | ankle pseudoclonus | positive",
    "history | migraine | present",
    "history | difficult labour | absent",
    "history | leg feels as if it did not belong | present",
    "history | leg feels like wood | present",
    "history | kick to the shin | present",
    "history | scheduled for hip replacement | present",
    "history | no walking aid | present",
    "sign | heel cord tightness | positive",
    "sign | foot warm | positive",
    "pain | sitting on the toilet | relieves",
    "ncs | electrophysiologic studies | suggested bilateral deep peroneal neuropathy",
]


@pytest.mark.parametrize("say", NOTHING)
def test_comes_back(say: str, known: Names, members: Members) -> None:
    reading = _read(known, members, say)
    assert not reading.understood
    assert reading.not_understood


READ = [
    # what stands before "without" is not denied; how a treatment went denies nothing
    (
        "history | tarsal tunnel release without relief | present",
        {("ankle or foot surgery", "present")},
    ),
    (
        "history | infection without fever | present",
        {("recent infection or gastroenteritis", "present"), ("fever or chills", "absent")},
    ),
    ("history | cancer without metastases | present", {("cancer", "present")}),
    ("laboratory | CSF without cells | present", {("CSF pleocytosis", "absent")}),
    ("task | rises from chair without arms | pass", {("rising from a chair", "pass")}),
    (
        "sign | swelling of the calf without redness | positive",
        {("swelling and oedema of the leg", "positive")},
    ),
    ("pain | nerve block without relief | present", {("pain relieved by a local block", "absent")}),
    (
        "history | knee pain after a fall, X-ray normal | present",
        {("knee pain", "present"), ("fall or road accident", "present")},
    ),
    (
        "history | vaginal delivery under spinal anaesthesia | present",
        {("labour and delivery", "present"), ("spinal or epidural anaesthesia", "present")},
    ),
    # a reflex has a word of its own
    ("sign | knee jerk brisk | positive", {("patellar reflex", "increased")}),
    ("sign | plantars | upgoing", {("Babinski sign", "positive")}),
    (
        "sign | reflexes | normal",
        {("patellar reflex", "normal"), ("Achilles reflex", "normal")},
    ),
    ("reflex | Hoffmann | positive", {("brisk reflexes in the arms or jaw", "positive")}),
    # signs with a place
    (
        "sign | allodynia of the anterolateral thigh | positive",
        {("anterolateral thigh", "positive_symptom")},
    ),
    (
        "sign | Tinel sign at the medial foot distal to the ankle | positive",
        {("Tinel sign at the tarsal tunnel", "positive")},
    ),
    (
        "sign | numbness on pressure over the fibular head | positive",
        {("Tinel sign at the fibular neck", "positive")},
    ),
    (
        "sign | Valleix sign at the plantar heel | positive",
        {("tenderness of the heel or sole", "positive")},
    ),
    ("sign | slump test | positive", {("straight leg raise", "positive")}),
    ("sign | clawing and wasting of the hand | positive", {("arm weakness", "positive")}),
    (
        "sign | calf atrophy with contractures | positive",
        {("wasting of the calf", "positive"), ("contractures", "positive")},
    ),
    (
        "sign | muscle atrophy | negative",
        {
            ("wasting of the calf", "negative"),
            ("wasting of the quadriceps", "negative"),
            ("wasting of the anterior leg", "negative"),
        },
    ),
    (
        "sign | palpable gap above the patella | positive",
        {("palpable gap in a tendon", "positive")},
    ),
    ("autonomic | sweating of the foot | absent", {("sweating of the foot", "abnormal")}),
    # findings of another test
    (
        "ncs | repetitive stimulation at 3 Hz | decrement 31 %",
        {("decrement on repetitive stimulation", "present")},
    ),
    (
        "ncs | repetitive stimulation at 3 Hz | decrement 4 %",
        {("decrement on repetitive stimulation", "absent")},
    ),
    (
        "ncs | CMAP after 10 seconds of exercise | increment 400 %",
        {("increment after exercise", "present")},
    ),
    ("strength | give-way weakness of the leg | positive", {("give-way weakness", "positive")}),
    # new in the table
    ("pain | pain with menstrual periods | present", {("endometriosis", "present")}),
    ("history | onset in preschool years | present", {("onset in childhood", "present")}),
    (
        "history | prolonged pressure on the knees by attendants | present",
        {("pressure on the outer side of the knee", "present")},
    ),
    # what is told beside a finding
    (
        "pain | acute groin pain | present",
        {("groin pain", "present"), ("sudden onset", "present")},
    ),
    (
        "gait | painful lameness with a cane | present",
        {("antalgic gait", "positive"), ("walking", "impaired")},
    ),
    (
        "strength | ankle dorsiflexion | progressively weaker",
        {("ankle dorsiflexion", "weak"), ("gradual progressive course", "present")},
    ),
    ("pain | back pain | gradually improved", {("back pain", "present")}),
    ("autonomic | erections | absent", {("sexual dysfunction", "present")}),
    ("imaging | chest mass | present", {("chest mass on imaging", "present")}),
    ("history | wheelchair bound | present", {("walking", "impaired")}),
    ("task | walk without a walking aid | independently", {("walking", "pass")}),
    ("strength | flexion of second to fifth toes | 2", {("toe flexion", "weak")}),
]


@pytest.mark.parametrize(("say", "want"), READ)
def test_is_read(say: str, want: set[tuple[str, str]], known: Names, members: Members) -> None:
    assert _said(_read(known, members, say)) == want


@pytest.mark.parametrize(
    ("say", "word"),
    [
        ("sensation | loss of sensation over the heel | present", "reduced"),
        ("sensation | complete loss of sensation over the heel | present", "absent"),
        ("sensation | light touch | intact", "normal"),
        ("ncs | nerve conduction studies | normal", "normal"),
        ("ncs | sensory studies | normal", "normal"),
    ],
)
def test_value(say: str, word: str, known: Names, members: Members) -> None:
    assert {one.value.word for one in _read(known, members, say).understood} == {word}


def test_units_in_brackets_are_kept(known: Names, members: Members) -> None:
    reading = _read(known, members, "emg | quadriceps (myopathic units) | abnormal")
    assert {one.value.units for one in reading.understood} == {"myopathic"}
