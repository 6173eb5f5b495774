"""Pains in the words of reports: where, how denied, what they do not do, what makes them worse or better."""

import pytest

from lumbosacral.findings import Members, Names, case_from, understand


def _said(known: Names, members: Members, say: str) -> set[tuple[str, str]]:
    test, of, value = say.split(" | ")
    reading = understand(
        case_from({"findings": [{"test": test, "of": of, "value": value}]}), known, members
    )
    return {(target, entry.value.word) for entry in reading.understood for target in entry.targets}


NAMED = {
    "heel pain": ["talalgia", "calcaneodynia", "hindfoot pain"],
    "ankle or foot pain": ["podalgia", "tarsal pain"],
    "sole pain": ["plantalgia"],
    "calf pain": ["suralgia"],
    "hip pain": ["coxalgia", "hip arthralgia", "coxodynia"],
    "knee pain": ["gonarthrosis pain", "knee arthralgia", "pain at the tibial plateau"],
    "buttock pain": ["pygalgia", "glutaeal pain", "retrotrochanteric pain"],
    "back pain": ["dorsalgia", "hexenschuss", "axial back pain", "crick in the back"],
    "leg pain": ["sciatalgia", "ischias"],
    "groin pain": ["pubalgia", "orchialgia"],
    "perineal pain": ["coccygodynia", "anorectal pain", "pain between the legs"],
    "pelvic pain": ["prostatodynia", "pelvic discomfort", "pain of the pubic symphysis"],
    "muscle pain": ["myodynia", "sore muscles", "muscle soreness", "myofascial pain"],
    "muscle cramps": ["crampy pain", "spasms in the calf"],
    "sharp shooting pain": ["jabbing", "paroxysmal pain", "stabs of pain", "fulgurating pain"],
    "flank or iliac fossa pain": ["RIF pain", "LLQ pain", "renal angle pain", "iliac pain"],
    "lateral thigh pain": ["meralgia", "IT band pain"],
    "lateral leg pain": ["pain in the lateral compartment", "pain at the side of the leg"],
    "posterior thigh pain": ["biceps femoris pain", "pain in the backs of both thighs"],
    "shin pain": ["tibialis anterior pain", "tibial shaft pain", "anterior compartment pain"],
    "pain at the fibular head": [
        "pain at the neck of the fibula",
        "pain around the proximal fibula",
        "proximal tibiofibular joint pain",
    ],
    "pain worse on coughing or sneezing": ["Dejerine triad", "impulse pain"],
    "pain worse on extension of the back": ["Kemp test", "pain on retroflexion"],
    "pain worse on bending forward or lifting": ["pain on picking things up", "pain on lifting"],
    "pain on moving the hip": ["pain on flexing the hip", "painful range of motion of the hip"],
    "pain out of proportion and on passive stretch": [
        "pain on passive dorsiflexion",
        "inordinate pain",
        "exaggerated pain on passive movement",
    ],
    "pain first, then weakness as pain eased": [
        "pain gave way to weakness",
        "paralysis as the pain disappeared",
        "pain followed by foot drop",
    ],
    "severe pain at onset": ["sudden severe pain", "heralded by excruciating pain"],
    "night pain": ["pain worst at bedtime", "worse lying on the back"],
    "no pain when seated": ["asymptomatic while seated", "no pain if he sits"],
    "relief by lying down or bending the hip and knee": [
        "relieved by bending the knee",
        "antalgic flexion of the hip",
    ],
}


@pytest.mark.parametrize(
    ("name", "say"), [(name, say) for name, listed in NAMED.items() for say in listed]
)
def test_named(known: Names, members: Members, name: str, say: str) -> None:
    assert (name, "present") in _said(known, members, f"pain | {say} | yes")


READ = [
    # no pain there is no pain of something else, and none that is there
    ("pain | buttock | no pain", {("upper buttock", "absent"), ("lower buttock", "absent")}),
    ("pain | medial thigh | without pain", {("distal medial thigh", "absent")}),
    ("pain | lower back | does not hurt", {("back pain", "absent")}),
    ("pain | calf pain | no longer present", {("calf pain", "absent")}),
    ("pain | ankle | no longer painful", {("medial ankle", "absent")}),
    ("pain | pain | denied", {("painless", "present")}),
    ("pain | pain | none", {("painless", "present")}),
    ("history | pain | nil", {("painless", "present")}),
    ("pain | VAS | 0", {("painless", "present")}),
    ("sensation | sole | no pain, tingling or numbness", {("medial sole", "normal")}),
    ("sensation | sole | denies numbness, tingling or pain", {("medial sole", "normal")}),
    # a mass is there although it does not hurt
    ("sign | buttock mass | painless", {("mass in the buttock", "positive")}),
    ("pain | fibular fracture | painless", {("fracture of the fibula", "present")}),
    # where a pain does not go says nothing against where it is
    ("pain | non-radiating low back pain | yes", {("back pain", "present")}),
    ("pain | back pain | without radiation", {("back pain", "present")}),
    ("pain | hip pain | does not radiate", {("hip pain", "present")}),
    ("pain | sciatica | not below the knee", {("leg pain", "present")}),
    (
        "pain | back pain not radiating to the legs | yes",
        {("back pain radiating to the leg", "absent")},
    ),
    (
        "pain | back pain without radiation to the leg | yes",
        {("back pain radiating to the leg", "absent")},
    ),
    # what runs down is no sport, and what radiates no rays
    ("pain | back pain | running down the leg", {("back pain radiating to the leg", "present")}),
    (
        "history | presented with | low back pain with leg radiation",
        {("back pain radiating to the leg", "present")},
    ),
    # where it is numb or weak it need not hurt
    ("pain | sole | numb", {("medial sole", "reduced"), ("heel", "reduced")}),
    ("pain | hip abduction | weak", {("hip abduction", "weak")}),
    # and where both are told both are there
    ("pain | sole | pain and numbness", {("sole pain", "present"), ("medial sole", "reduced")}),
    (
        "sensation | posterior thigh | pain, tingling and numbness",
        {("posterior thigh pain", "present"), ("posterior thigh", "reduced")},
    ),
    (
        "history | presented with | numbness, tingling and pain of the heel",
        {("heel pain", "present"), ("heel", "reduced")},
    ),
    (
        "history | presented with | pain and swelling of the left calf",
        {("calf pain", "present"), ("swelling and oedema of the leg", "positive")},
    ),
    # what makes it worse or better, told in a history
    (
        "history | pain | worse on stooping",
        {("pain worse on bending forward or lifting", "present")},
    ),
    ("history | pain | worse while sitting", {("pain worse on sitting", "present")}),
    ("history | leg pain | worse with lumbar extension", {("leg pain", "present")}),
    ("pain | sitting | painless", {("no pain when seated", "present")}),
    ("pain | pain | absent while sitting", {("no pain when seated", "present")}),
    (
        "pain | supine | no pain",
        {("relief by lying down or bending the hip and knee", "present")},
    ),
    ("pain | back extension | relieves pain", {("pain worse on extension of the back", "absent")}),
    ("pain | nerve block | no relief", {("pain relieved by a local block", "absent")}),
    ("pain | epidural injection | without relief", {("pain relieved by a local block", "absent")}),
    ("sign | Howship-Romberg sign | positive", {("medial thigh pain", "present")}),
    (
        "history | sudden onset of | excruciating pain in the left leg",
        {("leg pain", "present"), ("sudden onset", "present")},
    ),
]


@pytest.mark.parametrize(("say", "want"), READ)
def test_read(known: Names, members: Members, say: str, want: set[tuple[str, str]]) -> None:
    assert want <= _said(known, members, say)


NOT = [
    ("pain | knee | no pain", "painless"),
    ("pain | buttock | no pain", "buttock pain"),
    ("pain | heart block | yes", "pain relieved by a local block"),
    ("pain | conduction block | present", "pain relieved by a local block"),
    ("pain | groin strain | pain", "pain worse on coughing or sneezing"),
    ("pain | back strain | yes", "pain worse on coughing or sneezing"),
    ("pain | pain on straining at stool | yes", "pain worse on sitting"),
    ("pain | inguinal ligament | pain", "knee pain"),
    ("pain | neck of the fibula | pain", "head and neck"),
    ("pain | biceps femoris | pain", "upper limb"),
    ("pain | mid-tibial pain | yes", "posterior leg"),
    ("pain | upper back | pain", "back pain"),
    ("pain | worse lying on the back | yes", "back pain"),
    ("pain | back pain | running down the leg", "exertional leg pain"),
    ("pain | stabs of pain | yes", "penetrating wound of the thigh or buttock"),
    ("history | developed | back pain with leg radiation", "pelvic radiotherapy"),
    ("history | pain | worse on stooping", "prolonged squatting or kneeling"),
    ("pain | weakness preceded pain | yes", "pain first, then weakness as pain eased"),
    ("history | weakness | preceded pain", "pain first, then weakness as pain eased"),
    ("pain | paralysis followed by pain | yes", "pain first, then weakness as pain eased"),
    ("pain | severe weakness | at onset", "severe pain at onset"),
    ("pain | pain with crossing the legs | yes", "pain in both legs"),
    ("pain | sleep apnoea | yes", "night pain"),
    ("sign | Howship-Romberg sign | positive", "Romberg sign"),
    ("pain | sole | pain without numbness", "medial sole"),
]


@pytest.mark.parametrize(("say", "name"), NOT)
def test_not_read(known: Names, members: Members, say: str, name: str) -> None:
    assert name not in {target for target, _ in _said(known, members, say)}
