"""Findings of single nerves of the leg, as reports and one line of text tell them."""

import pytest

from lumbosacral.findings import Members, Names, case_from, case_from_text, understand
from lumbosacral.findings.cases.onset import days_of
from lumbosacral.findings.understand import Reading

Told = set[tuple[str, str, str]]


def _all(reading: Reading) -> Told:
    return {(u.test, target, u.value.word) for u in reading.understood for target in u.targets}


def _line(known: Names, members: Members, say: str) -> Told:
    test, of, value = say.split(" | ")
    case = case_from({"findings": [{"test": test, "of": of, "value": value}]})
    return _all(understand(case, known, members))


def _text(known: Names, members: Members, say: str) -> Told:
    return _all(understand(case_from_text(say, known), known, members))


LINES = [
    # fibrillations of a long muscle are no fibularis longus
    ("emg | adductor longus fibs | present", {("emg", "adductor longus", "abnormal")}),
    (
        "emg | flexor hallucis longus fibs | present",
        {("emg", "flexor hallucis longus", "abnormal")},
    ),
    ("emg | peroneus longus fibs | present", {("emg", "fibularis longus", "abnormal")}),
    ("emg | fib longus | fibs", {("emg", "fibularis longus", "abnormal")}),
    ("emg | fib brevis | silent", {("emg", "fibularis brevis", "normal")}),
    # of two things that are not there neither is
    ("emg | vastus lateralis | no fibs/PSW, normal MUPs", {("emg", "vastus lateralis", "normal")}),
    ("emg | soleus | no fib/PSWs", {("emg", "soleus", "normal")}),
    ("emg | soleus | fibs/PSWs", {("emg", "soleus", "abnormal")}),
    ("emg | soleus | normal IA, no spont activity", {("emg", "soleus", "normal")}),
    # a cutaneous nerve that is not studied by any of the known responses is not its trunk
    ("ncs | medial femoral cutaneous SNAP | absent", set()),
    ("ncs | anterior femoral cutaneous sensory response | absent", set()),
    ("ncs | femoral motor | absent", {("ncs", "femoral CMAP (rectus femoris)", "absent")}),
    # a drop across the fibular head, whichever way its two sides are told
    (
        "ncs | peroneal amplitude drop above vs below fibular head | present",
        {("ncs", "fibular CMAP (extensor digitorum brevis)", "block")},
    ),
    (
        "ncs | peroneal amplitude drop above versus below the fibular neck | present",
        {("ncs", "fibular CMAP (extensor digitorum brevis)", "block")},
    ),
    # what is called normal together is normal together
    (
        "emg | gracilis with normal soleus and sartorius | fibs",
        {
            ("emg", "gracilis", "abnormal"),
            ("emg", "soleus", "normal"),
            ("emg", "sartorius", "normal"),
        },
    ),
    (
        "strength | tibialis anterior, with normal soleus and tibialis posterior | weak",
        {
            ("strength", "tibialis anterior", "weak"),
            ("strength", "soleus", "normal"),
            ("strength", "tibialis posterior", "normal"),
        },
    ),
    ("strength | cannot invert | yes", {("strength", "foot inversion", "absent")}),
    ("strength | can evert | yes", {("strength", "foot eversion", "normal")}),
    # alike on both sides is no answer of its own
    (
        "reflex | knee and ankle jerks | brisk and symmetrical",
        {("reflex", "patellar reflex", "increased"), ("reflex", "Achilles reflex", "increased")},
    ),
    (
        "reflex | knee and ankle jerks | diminished and equal",
        {("reflex", "patellar reflex", "reduced"), ("reflex", "Achilles reflex", "reduced")},
    ),
    (
        "reflex | knee and ankle jerks | brisk and absent",
        {("reflex", "patellar reflex", "increased"), ("reflex", "Achilles reflex", "absent")},
    ),
    # a breadth of fingers is a measure, no hand
    (
        "sign | tapping one finger-breadth medial to the ASIS | tingling",
        {("sign", "Tinel sign at the inguinal ligament", "positive")},
    ),
    (
        "sign | tapping two fingers below the ASIS | tingling",
        {("sign", "Tinel sign at the inguinal ligament", "positive")},
    ),
    # where a tapped nerve tingles it is not tapped
    (
        "sign | Tinel at the fibular neck radiating to the dorsum of the foot | positive",
        {("sign", "Tinel sign at the fibular neck", "positive")},
    ),
    (
        "sign | Tinel at the popliteal fossa shooting to the heel | positive",
        {("sign", "Tinel sign in the popliteal fossa", "positive")},
    ),
    # the hip that sinks is that of the other side
    (
        "sign | opposite hip drops when standing on the leg | present",
        {("sign", "Trendelenburg sign", "positive")},
    ),
    (
        "sign | contralateral hip sags in stance | present",
        {("sign", "Trendelenburg sign", "positive")},
    ),
    # small muscles of the foot are none of the thigh: fat in their place is their own wasting
    (
        "imaging | fatty atrophy of abductor digiti minimi | present",
        {("sign", "wasting of the foot", "positive")},
    ),
    (
        "imaging | fatty infiltration of the tibialis anterior | present",
        {("sign", "wasting of the anterior leg", "positive")},
    ),
    (
        "imaging | fatty infiltration of the thigh muscles | present",
        {("imaging", "fatty replacement of thigh muscles", "present")},
    ),
    # a cut is no fall, and heels are high
    (
        "history | cut injury of the leg | present",
        {("history", "laceration at the knee or leg", "present")},
    ),
    (
        "history | stab injury to the calf | present",
        {("history", "laceration at the knee or leg", "present")},
    ),
    (
        "pain | dorsum of foot with high heels | present",
        {
            ("pain", "dorsum of foot", "present"),
            ("history", "tight shoes or high heels", "present"),
        },
    ),
    # toes of the sole
    (
        "sensation | plantar aspect of medial three and a half toes | reduced",
        {
            ("sensation", "plantar great toe", "reduced"),
            ("sensation", "plantar lateral toes", "reduced"),
        },
    ),
    (
        "sensation | between big and second toe | numb",
        {("sensation", "first web space", "reduced")},
    ),
    ("gait | drags the forefoot | present", {("gait", "foot drop", "positive")}),
    (
        "autonomic | absent sweating of the foot | yes",
        {("autonomic", "sweating of the foot", "abnormal")},
    ),
    (
        "pain | perineal, relieved by standing | present",
        {("pain", "perineal pain", "present"), ("pain", "pain worse on sitting", "present")},
    ),
]


@pytest.mark.parametrize(("say", "told"), LINES, ids=[say for say, _ in LINES])
def test_findings_of_one_nerve(say: str, told: Told, known: Names, members: Members) -> None:
    assert _line(known, members, say) == told


@pytest.mark.parametrize("say", ["unable against gravity", "cannot resist gravity"])
def test_what_gravity_overcomes_is_grade_two(say: str, known: Names, members: Members) -> None:
    finding = {"test": "strength", "of": "knee extension", "value": say}
    reading = understand(case_from({"findings": [finding]}), known, members)
    assert [entry.value.grade for entry in reading.understood] == [2]


TEXTS = [
    # what a finding came after is a thing of its own
    (
        "weak hip adduction after pelvic lymph node dissection",
        {("strength", "hip adduction", "weak"), ("history", "pelvic surgery", "present")},
    ),
    (
        "absent ankle jerk after IM injection in buttock",
        {
            ("reflex", "Achilles reflex", "absent"),
            ("history", "intramuscular injection in the buttock", "present"),
        },
    ),
    (
        "knee jerk absent following hysterectomy",
        {
            ("reflex", "patellar reflex", "absent"),
            ("history", "hysterectomy", "present"),
        },
    ),
    (
        "numb medial calf after saphenous vein harvest",
        {("sensation", "medial leg", "reduced"), ("history", "saphenous vein surgery", "present")},
    ),
    (
        "weak quadriceps after retroperitoneal hematoma",
        {
            ("strength", "rectus femoris", "weak"),
            ("strength", "vastus lateralis", "weak"),
            ("strength", "vastus intermedius", "weak"),
            ("strength", "vastus medialis", "weak"),
            ("imaging", "iliopsoas haematoma", "present"),
        },
    ),
    ("pain worse after sitting", {("pain", "pain worse on sitting", "present")}),
    # a study goes on until another test is told
    (
        "fibrillations in TA, PL; soleus, TP clean",
        {
            ("emg", "tibialis anterior", "abnormal"),
            ("emg", "fibularis longus", "abnormal"),
            ("emg", "soleus", "normal"),
            ("emg", "tibialis posterior", "normal"),
        },
    ),
    (
        "gracilis fibs, vastus lateralis normal, hip flexion 5/5",
        {
            ("emg", "gracilis", "abnormal"),
            ("emg", "vastus lateralis", "normal"),
            ("strength", "hip flexion", "normal"),
        },
    ),
    (
        "TA fibs, EHL weak",
        {
            ("emg", "tibialis anterior", "abnormal"),
            ("strength", "extensor hallucis longus", "weak"),
        },
    ),
    (
        "peroneal motor EDB absent, TA 0.4 mV, sural normal",
        {
            ("ncs", "fibular CMAP (extensor digitorum brevis)", "absent"),
            ("ncs", "fibular CMAP (tibialis anterior)", ""),
            ("ncs", "sural SNAP", "normal"),
        },
    ),
    # what is there and what is not, what is kept and what is lost
    (
        "foot drop without back pain",
        {("gait", "foot drop", "positive"), ("pain", "back pain", "absent")},
    ),
    (
        "ankle jerk preserved despite foot drop",
        {("reflex", "Achilles reflex", "normal"), ("gait", "foot drop", "positive")},
    ),
    (
        "numb sole then weak toe flexion",
        {
            ("sensation", "medial sole", "reduced"),
            ("sensation", "lateral sole", "reduced"),
            ("sensation", "plantar great toe", "reduced"),
            ("sensation", "plantar lateral toes", "reduced"),
            ("sensation", "heel", "reduced"),
            ("strength", "toe flexion", "weak"),
        },
    ),
    (
        "knee jerk + ankle jerk normal",
        {("reflex", "patellar reflex", "normal"), ("reflex", "Achilles reflex", "normal")},
    ),
    ("SLR negative", {("sign", "straight leg raise", "negative")}),
    ("penile numbness", {("sensation", "genital area", "reduced")}),
    # a kind of test that was said holds only for what it can read
    (
        "power 3/5 in TA, EHL, ankle jerk absent, numb dorsum of foot",
        {
            ("strength", "tibialis anterior", "weak"),
            ("strength", "extensor hallucis longus", "weak"),
            ("reflex", "Achilles reflex", "absent"),
            ("sensation", "dorsum of foot", "reduced"),
        },
    ),
    (
        "EMG: TA fibs, soleus normal, knee jerk absent",
        {
            ("emg", "tibialis anterior", "abnormal"),
            ("emg", "soleus", "normal"),
            ("reflex", "patellar reflex", "absent"),
        },
    ),
    (
        "painful foot drop after total knee replacement",
        {("gait", "foot drop", "positive"), ("history", "knee arthroplasty", "present")},
    ),
    (
        "painless foot drop",
        {("gait", "foot drop", "positive"), ("pain", "painless", "present")},
    ),
    (
        "woke from surgery with foot drop",
        {
            ("history", "prolonged surgery or positioning", "present"),
            ("gait", "foot drop", "positive"),
        },
    ),
    (
        "lateral sole and medial sole numb after calcaneal fracture",
        {
            ("sensation", "lateral sole", "reduced"),
            ("sensation", "medial sole", "reduced"),
            ("history", "ankle or foot fracture", "present"),
        },
    ),
    (
        "medial thigh sensation spared",
        {
            ("sensation", "distal medial thigh", "normal"),
        },
    ),
    # who is examined is no muscle
    ("pt cannot stand on tiptoes", {("task", "toe standing", "fail")}),
    ("patient has foot drop", {("gait", "foot drop", "positive")}),
    # several grades without a comma
    (
        "TA 0/5 EHL 2/5 TP 5/5",
        {
            ("strength", "tibialis anterior", "absent"),
            ("strength", "extensor hallucis longus", "weak"),
            ("strength", "tibialis posterior", "normal"),
        },
    ),
]


@pytest.mark.parametrize(("say", "told"), TEXTS, ids=[say for say, _ in TEXTS])
def test_one_line_about_one_nerve(say: str, told: Told, known: Names, members: Members) -> None:
    assert _text(known, members, say) == told


@pytest.mark.parametrize("say", ["reflexes and sensation normal", "sensation and reflexes intact"])
def test_two_tests_share_a_value(say: str, known: Names, members: Members) -> None:
    read = _text(known, members, f"left foot drop, {say}")
    assert {
        ("reflex", "Achilles reflex", "normal"),
        ("sensation", "dorsum of foot", "normal"),
    } <= read


@pytest.mark.parametrize(
    ("say", "left", "right"),
    [
        ("R foot drop, L normal", "negative", "positive"),
        ("foot drop L, R normal", "positive", "negative"),
    ],
)
def test_the_other_side_walks_well(
    say: str, left: str, right: str, known: Names, members: Members
) -> None:
    reading = understand(case_from_text(say, known), known, members)
    assert {u.sides: u.value.word for u in reading.understood} == {"left": left, "right": right}


@pytest.mark.parametrize(
    "say", ["numb heel and sole after an injury", "weak quads and numb knee after surgery"]
)
def test_and_is_no_time(say: str) -> None:
    assert days_of(say) is None


@pytest.mark.parametrize(("say", "days"), [("3d after surgery", 3), ("two weeks after a fall", 14)])
def test_a_time_with_and_without_a_space(say: str, days: float) -> None:
    assert days_of(say) == days
