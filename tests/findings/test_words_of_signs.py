"""Words for signs and ways of walking that reports use and that were not known, and those that only sound like them."""

import pytest

from lumbosacral.findings import Members, Names, case_from, understand

READ = {
    "Romberg sign": (
        "task | standing with feet together and eyes closed | swayed and lost balance",
        "sign | falls to either side when closing his eyes | yes",
        "history | unsteady in the dark | yes",
        "sign | Romberg | +ve",
    ),
    "not Romberg sign": (
        "task | stands steadily with eyes closed | yes",
        "sign | Romberg test | -ve",
    ),
    "Gowers sign": (
        "task | getting up from the floor | climbed up his legs",
        "task | rising from the floor | had to push on thighs with hands",
    ),
    "Hoover sign": (
        "sign | weak hip extension normalised on contralateral hip flexion | present",
        "sign | no downward pressure of the good heel on raising the weak leg | yes",
    ),
    "H reflex delayed in the FAIR position": (
        "ncs | H reflex with hip flexed, adducted and internally rotated | delayed",
        "ncs | H-Reflex (tibial), right (FAIR) | delayed",
    ),
    "Beatty sign": (
        "sign | abduction of the flexed thigh in side-lying | provoked buttock pain",
        "sign | buttock pain on holding the flexed knee while lying on the other side | present",
    ),
    "Tinel sign at the anterior ankle": (
        "sign | Tinel over the first tarsometatarsal joint | positive",
        "sign | tapping of the deep peroneal nerve | reproduced the symptoms",
    ),
    "Tinel sign in the popliteal fossa": (
        "sign | Tinel's sign at the soleal sling | positive",
        "sign | Tinel sign at the proximal calf over the soleus arch | positive",
    ),
    "aphasia, neglect or hemianopia": (
        "sign | dysphasia | mild",
        "sign | anosognosia | present",
        "history | could not find words | transiently",
    ),
    "breathlessness or respiratory weakness": (
        "sign | non-invasive ventilation | nocturnal",
        "sign | weak cough | present",
    ),
    "brisk reflexes in the arms or jaw": (
        "sign | inverted supinator jerk | present",
        "sign | exaggerated arm reflexes | yes",
    ),
    "bulbar weakness": ("sign | absent gag | yes", "sign | palatal weakness | present"),
    "contractures": (
        "sign | passive ankle dorsiflexion | limited to 5 degrees",
        "sign | knee flexion contracture | 20 degrees",
        "sign | tight Achilles tendons | yes",
    ),
    "not contractures": (
        "sign | passive ankle dorsiflexion | full",
        "sign | full passive ankle dorsiflexion | yes",
    ),
    "crossed femoral stretch test": (
        "sign | crossed prone knee bend | positive",
        "sign | contralateral FNST | +",
    ),
    "crossed straight leg raise": (
        "sign | pain in the bad leg on lifting the good leg | yes",
        "sign | raising the unaffected leg | reproduced pain in the affected leg",
    ),
    "femoral stretch test": (
        "sign | femoral nerve stretching | painful",
        "sign | extension of the hip with the knee bent | shooting pain down the front of the thigh",
    ),
    "facial weakness": (
        "sign | could not close his left eye | yes",
        "sign | loss of the nasolabial fold | right",
    ),
    "flat foot or hindfoot valgus": (
        "sign | medial arch | collapsed",
        "sign | too many toes sign | positive",
    ),
    "give-way weakness": (
        "sign | effort-dependent weakness | yes",
        "strength | collapsing pattern | yes",
    ),
    "limb lengthening at arthroplasty": (
        "sign | operated limb | longer by 3 cm",
        "sign | intraoperative lengthening | 3 cm",
    ),
    "not mass at the fibular head": (
        "sign | fibular head | no mass",
        "sign | fibular neck | without swelling",
    ),
    "muscle hypertrophy of the calves": (
        "sign | increased girth of the calf | yes",
        "sign | large firm calves | yes",
    ),
    "palpable gap in a tendon": (
        "sign | dimple in the tendon | yes",
        "sign | loss of continuity of the Achilles tendon | palpable",
    ),
    "paralumbar spasm": (
        "sign | lumbar muscle tightness | yes",
        "sign | hypertonic paraspinals | yes",
    ),
    "non-anatomical sensory loss": (
        "sign | sensory loss not conforming to a nerve or dermatome | yes",
        "sign | sensory findings | did not follow an anatomical distribution",
    ),
    "post-void residual over 200 ml": (
        "sign | postvoid residual urine volume | 1.2 L",
        "sign | PVR | 600 ml",
    ),
    "ptosis or double vision": (
        "sign | sixth nerve palsy | right",
        "sign | eye movements | restricted",
    ),
    "not sensory level": (
        "sign | sensory level on the trunk | not found",
        "sign | sensory level | not detected",
    ),
    "sensory level": (
        "sign | sensory loss below T4 | yes",
        "sign | reduced pinprick below the nipples | present",
    ),
    "spinal dimple or hairy patch": (
        "sign | port-wine stain over the lower spine | yes",
        "sign | skin tag over the sacrum | yes",
    ),
    "straight leg raise": (
        "sign | dural tension signs | present",
        "sign | raising the straight leg | reproduced sciatica at 35 degrees",
    ),
    "stooped walking": (
        "gait | walks with the trunk flexed | yes",
        "gait | leaning forward | yes",
    ),
    "parkinsonian or small-step gait": (
        "gait | feet glued to the floor | yes",
        "gait | en bloc turning | yes",
    ),
    "Trendelenburg gait": (
        "gait | gluteus medius limp | yes",
        "gait | abductor limp | present",
    ),
}
LIKE = {
    "nystagmus or cerebellar ataxia": [
        "sign | sensory ataxia | present",
        "gait | sensory ataxia | present",
        "sign | proprioceptive ataxia | present",
    ],
    "Romberg sign": (
        "sign | Howship-Romberg sign | positive",
        "history | falls in the shower | yes",
    ),
    "absent foot pulses": ("sign | pulse rate | 72/min", "sign | carotid pulses | equal"),
    "headache or seizures": ("sign | knee brace | fits well", "history | fit and well | yes"),
    "non-anatomical sensory loss": ("sign | vibration sensation | variable",),
    "asymmetric leg length or childhood wasting": (
        "history | flat feet since childhood | yes",
        "sign | subtle facial asymmetry, left side lower | yes",
    ),
    "limb lengthening at arthroplasty": (
        "sign | Achilles tendon lengthening | done",
        "history | tibial lengthening with Ilizarov | yes",
    ),
    "paralumbar spasm": ("sign | tight lumbar canal | yes",),
    "previous stroke or brain disease": ("sign | right hemiparesis | present",),
    "chest mass on imaging": ("sign | lungs | clear to auscultation",),
    "alcohol use": ("sign | port-wine stain over the lower spine | yes",),
    "spinal dimple or hairy patch": ("sign | dimple in the tendon | yes",),
    "pes cavus": ("sign | hindfoot varus | present",),
}
WEAK_SIDE = [
    ("sign | right hemiparesis | present", "weak", "right"),
    ("sign | hemiplegia | left", "", "left"),
    ("strength | right-sided hemiparesis | 4/5", "weak", "right"),
    ("sign | hemiparesis | absent", "normal", "unknown"),
]


def _said(known: Names, members: Members, say: str) -> dict[str, tuple[str, str]]:
    test, of, value = say.split(" | ")
    case = case_from({"findings": [{"test": test, "of": of, "value": value}]})
    read = understand(case, known, members).understood
    return {name: (one.value.word, one.sides) for one in read for name in one.targets}


@pytest.mark.parametrize(
    ("name", "say"), [(name, say) for name, says in READ.items() for say in says]
)
def test_a_sign_is_read_in_other_words(known: Names, members: Members, name: str, say: str) -> None:
    wanted = {"negative", "absent"} if name.startswith("not ") else {"positive", "present"}
    assert _said(known, members, say).get(name.removeprefix("not "), ("", ""))[0] in wanted


@pytest.mark.parametrize(
    ("name", "say"), [(name, say) for name, says in LIKE.items() for say in says]
)
def test_what_sounds_like_a_sign_is_not_it(
    known: Names, members: Members, name: str, say: str
) -> None:
    assert name not in _said(known, members, say)


@pytest.mark.parametrize(("say", "word", "side"), WEAK_SIDE)
def test_a_hemiparesis_is_a_leg_and_an_arm(
    known: Names, members: Members, say: str, word: str, side: str
) -> None:
    said = _said(known, members, say)
    assert said["tibialis anterior"][1] == said["upper limb"][1] == side
    assert word != "normal" or said["tibialis anterior"][0] == "normal"
