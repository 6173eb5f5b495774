"""Words that look like another finding than the one they tell: denied losses, figures of time, what was measured."""

import pytest

from lumbosacral.findings import Members, Names, case_from, understand

Said = set[tuple[str, str, str]]


def _read(say: str, known: Names, members: Members) -> Said:
    """What is read of a finding: (target, value, side)."""
    test, of, value, *side = say.split(" | ")
    finding = {"test": test, "of": of, "value": value} | ({"side": side[0]} if side else {})
    reading = understand(case_from({"findings": [finding]}), known, members)
    return {
        (target, entry.value.word, entry.sides)
        for entry in reading.understood
        for target in entry.targets
    }


def _one(target: str, value: str, side: str = "unknown") -> Said:
    return {(target, value, side)}


DENIED = [
    # a complete loss that is absent is not there; "absent sensation: absent" says it again
    ("sensation | perianal anesthesia | absent", _one("perianal area", "normal")),
    ("sensation | analgesia of the heel | none", _one("heel", "normal")),
    ("sensation | absent sensation of the heel | absent", _one("heel", "absent")),
    ("strength | paralysis of ankle dorsiflexion | absent", _one("ankle dorsiflexion", "normal")),
    # also in another part of the body
    ("strength | facial muscle weakness | absent", _one("head and neck", "normal")),
    ("strength | face and neck weakness | absent", _one("head and neck", "normal")),
    ("sensation | complete loss of sensation over the heel | absent", _one("heel", "normal")),
    ("strength | inability to dorsiflex the ankle | absent", _one("ankle dorsiflexion", "normal")),
    ("strength | arm weakness | none", _one("upper limb", "normal")),
    # what can no longer be done
    ("strength | spreading of the toes | no longer possible", _one("toe abduction", "absent")),
    ("strength | great toe extension | no longer able", _one("great toe extension", "absent")),
    # anything wrong in an image
    ("imaging | lumbar pathology on MRI | absent", _one("normal lumbar MRI", "present")),
    ("imaging | brain abnormality on MRI | none", _one("normal brain MRI", "present")),
    # a sign of muscles with no muscle named
    ("sign | fasciculations | absent", _one("fasciculations", "negative")),
    (
        "sign | focal muscular atrophy | absent",
        _one("wasting of the calf", "negative")
        | _one("wasting of the quadriceps", "negative")
        | _one("wasting of the anterior leg", "negative"),
    ),
]

MEASURED = [
    # a figure of time is no grade
    (
        "history | weakness of ankle dorsiflexion 3 months ago | present",
        _one("ankle dorsiflexion", "weak"),
    ),
    ("strength | weak hip flexion for 5 days | present", _one("hip flexion", "weak")),
    ("strength | hip flexion 4/5 for 2 weeks | present", _one("hip flexion", "weak")),
    # a loss that has a degree is not complete
    ("strength | ankle dorsiflexion | significant loss", _one("ankle dorsiflexion", "weak")),
    ("strength | hip abduction | marked loss", _one("hip abduction", "weak")),
    ("strength | ankle dorsiflexion | complete loss", _one("ankle dorsiflexion", "absent")),
    # white cells are those of the blood, but beside the fluid of the spine
    (
        "laboratory | white cells, ESR and CRP | normal",
        _one("inflammatory markers raised", "absent"),
    ),
    ("laboratory | white blood cells | raised", _one("inflammatory markers raised", "present")),
    (
        "laboratory | CSF protein normal, white cells 12 | present",
        _one("CSF protein raised with few cells", "absent") | _one("CSF pleocytosis", "present"),
    ),
    # what a low or a normal figure means
    (
        "laboratory | resting ankle brachial index 0.79 | present",
        _one("absent foot pulses", "present"),
    ),
    ("laboratory | ABPI | 1.05", _one("absent foot pulses", "absent")),
    # what comes from broken muscle
    ("laboratory | myoglobinuria | present", _one("creatine kinase raised", "present")),
    ("laboratory | muscle enzymes | elevated", _one("creatine kinase raised", "present")),
]

PLACED = [
    # how somebody sits is no sense of position, and pain no weakness
    (
        "sign | pain on resisted abduction and external rotation of the thigh in the sitting position | positive",
        _one("Pace sign", "positive"),
    ),
    (
        "sign | severe pain on internal rotation of the extended leg | positive",
        _one("Freiberg sign", "positive"),
    ),
    (
        "sign | painful internal rotation of the extended thigh, supine position | positive",
        _one("Freiberg sign", "positive"),
    ),
    (
        "sign | pain with passive dorsiflexion and eversion of the right ankle | positive",
        _one("dorsiflexion-eversion test", "positive", "right"),
    ),
    (
        "sign | pain on external rotation of the hip | positive",
        _one("restricted or painful hip rotation", "positive"),
    ),
    # what is felt at a joint is no reflex of it
    (
        "sign | vibration at the ankle | reduced",
        _one("medial ankle", "reduced") | _one("lateral ankle", "reduced"),
    ),
    ("sign | ankle jerk | reduced", _one("Achilles reflex", "reduced")),
    # which leg is crossed, or on which side somebody lies, is not the side of it
    (
        "pain | sitting with the right leg crossed over the left | present",
        _one("pain worse on sitting", "present"),
    ),
    ("pain | sitting with legs crossed | present", _one("pain worse on sitting", "present")),
    (
        "history | left total hip arthroplasty in right lateral decubitus position | present",
        _one("total hip arthroplasty", "present", "left")
        | _one("prolonged surgery or positioning", "present", "left"),
    ),
    # worse on one side is there on both
    ("sensation | heels, worse on the right | numb | both", _one("heel", "reduced", "both")),
    (
        "pain | pain in both legs, more on the left | present",
        _one("pain in both legs", "present", "both"),
    ),
    # each joint moves both ways, and an end of a limb is of that limb
    (
        "strength | flexion/extension of hip and knee | 5",
        {
            (f"{joint} {move}", "normal", "unknown")
            for joint in ("hip", "knee")
            for move in ("flexion", "extension")
        },
    ),
    (
        "strength | flexion and extension of the left knee and great toe | weak",
        {
            (f"{joint} {move}", "weak", "left")
            for joint in ("knee", "great toe")
            for move in ("flexion", "extension")
        },
    ),
    ("strength | proximal muscles, upper extremities | 4", _one("upper limb", "abnormal", "both")),
    ("strength | distal strength, upper limb | 5", _one("upper limb", "normal")),
    (
        "strength | proximal and distal muscles of the arms | 5",
        _one("upper limb", "normal", "both"),
    ),
    ("reflex | reflexes, upper extremities | 2+", _one("upper limb", "normal", "both")),
    (
        "strength | hip and knee flexors and extensors | 4",
        {
            (f"{joint} {move}", "weak", "unknown")
            for joint in ("hip", "knee")
            for move in ("flexion", "extension")
        },
    ),
    # one end of a muscle is that muscle
    (
        "sign | atrophy of the distal quadriceps | positive",
        _one("wasting of the quadriceps", "positive"),
    ),
    (
        "sign | wasting of the proximal quadriceps | positive",
        _one("wasting of the quadriceps", "positive"),
    ),
    # what is felt in two ways is felt so in the whole of it
    (
        "sensation | plantar great toe and medial sole | numbness and tingling",
        {
            (place, value, "unknown")
            for place in ("plantar great toe", "medial sole")
            for value in ("reduced", "positive_symptom")
        },
    ),
    # the same nerve, with another potential
    (
        "ncs | medial plantar motor and mixed nerve responses | normal",
        _one("tibial CMAP (abductor hallucis)", "normal") | _one("medial plantar SNAP", "normal"),
    ),
    (
        "ncs | lateral plantar motor and sensory responses | absent",
        _one("tibial CMAP (abductor digiti minimi)", "absent")
        | _one("lateral plantar SNAP", "absent"),
    ),
    (
        "ncs | peroneal sensory and motor, tibial motor | normal",
        _one("superficial fibular SNAP", "normal")
        | _one("fibular CMAP (extensor digitorum brevis)", "normal")
        | _one("tibial CMAP (abductor hallucis)", "normal"),
    ),
    (
        "ncs | tibial motor and sensory responses | normal",
        _one("tibial CMAP (abductor hallucis)", "normal"),
    ),
    # low or absent is not sound
    ("ncs | sural response | low in amplitude or unelicitable", _one("sural SNAP", "abnormal")),
    ("ncs | saphenous SNAP | reduced or absent", _one("saphenous SNAP", "abnormal")),
    # what is said of all reflexes
    (
        "sign | hyporeflexia | present",
        _one("patellar reflex", "reduced") | _one("Achilles reflex", "reduced"),
    ),
    (
        "sign | areflexia | present",
        _one("patellar reflex", "absent") | _one("Achilles reflex", "absent"),
    ),
]

OTHERWISE = [
    # a stiff back is not spastic, and nobody looked at it in an image
    (
        "sign | lumbar spinal rigidity | positive",
        _one("loss of lumbar lordosis or restricted lumbar flexion", "positive"),
    ),
    (
        "sign | stiffness of the lumbar spine | present",
        _one("loss of lumbar lordosis or restricted lumbar flexion", "positive"),
    ),
    (
        "sign | spinal or paraspinal tenderness | negative",
        _one("tenderness of the lumbar spine", "negative"),
    ),
    ("sign | spine | normal", set()),
    (
        "history | cerebellar examination | normal",
        _one("nystagmus or cerebellar ataxia", "negative"),
    ),
    (
        "imaging | ultrasound of pelvis and testicles | normal",
        _one("normal pelvic MRI or CT", "present"),
    ),
    # a treatment that did not help is no improvement, nor another illness that is over
    ("history | physical therapy without improvement | present", set()),
    ("history | massage without any improvement | present", set()),
    (
        "history | depression (resolved) | present",
        _one("psychological stress or functional disorder", "present"),
    ),
    (
        "history | gastroenteritis, resolved | present",
        _one("recent infection or gastroenteritis", "present"),
    ),
    # what is struck does not ache, and a pipe is no poison
    (
        "history | fall with blow of the lower back | present",
        _one("fall or road accident", "present"),
    ),
    ("history | kicked in the lower back | present", _one("fall or road accident", "present")),
    ("history | struck on the knee with a lead pipe | present", _one("knee injury", "present")),
    (
        "history | occupational lead exposure | present",
        _one("chemotherapy or neurotoxic drug", "present"),
    ),
    # the foot that drops is not what was operated on
    (
        "history | foot drop after spinal surgery | present",
        _one("lumbar spine surgery", "present") | _one("foot drop", "positive"),
    ),
    # an eruption is where it is
    (
        "sign | erythematous papules on the dorsal aspect of hands | positive",
        _one("skin rash of dermatomyositis", "positive"),
    ),
    ("sign | Gottron papules | present", _one("skin rash of dermatomyositis", "positive")),
    # the heel that strikes the ground, the foot that hangs, the trunk that leans
    ("gait | foot slap after heel strike | positive", _one("foot slap", "positive")),
    ("gait | absent heel strike | positive", _one("steppage gait", "positive")),
    ("sign | foot hangs more plantarflexed | positive", _one("foot drop", "positive")),
    (
        "gait | leans to the right side when walking | positive",
        _one("Trendelenburg gait", "positive", "right"),
    ),
    # what the legs and hands do
    ("task | stretching her knee joint | difficulty", _one("knee extension", "weak")),
    ("task | crossing the leg over the other | fail", _one("hip adduction", "weak")),
    ("task | buttoning shirts | impaired", _one("upper limb", "abnormal")),
    ("gait | trouble with walking | present", _one("walking", "impaired")),
    (
        "pain | exacerbated by prolonged standing and running | present",
        _one("pain worse on walking or standing", "present"),
    ),
    ("imaging | lumbar spine MRI | normal", _one("normal lumbar MRI", "present")),
    # fat in the place of a muscle is its wasting
    (
        "imaging | fatty atrophy of adductor magnus, adductor longus and gracilis | present",
        _one("wasting of the adductors", "positive"),
    ),
    (
        "imaging | MRI: fatty infiltration of the tibialis anterior | present",
        _one("wasting of the anterior leg", "positive"),
    ),
    (
        "imaging | fatty replacement of the thigh muscles | present",
        _one("fatty replacement of thigh muscles", "present"),
    ),
    # a wound in two places
    (
        "history | multiple penetrating trauma to thorax, abdomen and left buttock | present",
        _one("penetrating wound of the abdomen or flank", "present", "left")
        | _one("penetrating wound of the thigh or buttock", "present", "left")
        | _one("fall or road accident", "present", "left"),
    ),
    (
        "history | gunshot wounds of the flank and thigh | present",
        _one("penetrating wound of the abdomen or flank", "present")
        | _one("penetrating wound of the thigh or buttock", "present"),
    ),
    # the middle of the leg is no whole limb
    (
        "sensation | lateral mid-leg | reduced",
        _one("upper lateral leg", "reduced") | _one("lower lateral leg", "reduced"),
    ),
    ("sensation | medial mid lower leg | reduced", _one("medial leg", "reduced")),
    # groin and scrotum together are not the perineum
    ("pain | right groin and scrotum | present", _one("groin pain", "present", "right")),
    ("pain | groin and labia | present", _one("groin pain", "present")),
    ("pain | scrotal and penile pain | present", _one("perineal pain", "present")),
    # relatives as such
    (
        "history | family history | unremarkable",
        _one("family history of neuropathy or pressure palsies", "absent")
        | _one("family history of muscle disease", "absent"),
    ),
    ("history | family history of diabetes | negative", set()),
    # wounds and broken bones
    (
        "history | shell punctured the sole of her foot | present",
        _one("wound of the ankle or foot", "present"),
    ),
    ("history | stepped on a nail | present", _one("wound of the ankle or foot", "present")),
    (
        "history | car door compression just below the left knee | present",
        _one("knee injury", "present", "left"),
    ),
    ("history | direct blow to the fibular head | present", _one("knee injury", "present")),
    ("history | nondisplaced patellar fracture | present", _one("knee injury", "present")),
    (
        "history | swelling of the left leg | absent",
        _one("swelling and oedema of the leg", "negative", "left"),
    ),
    (
        "history | smokes two packs a day | present",
        _one("hypertension or vascular risk", "present"),
    ),
    ("sensation | lateral to the patellar tendon | numb", _one("anterior knee", "reduced")),
]


@pytest.mark.parametrize(("say", "expected"), [*DENIED, *MEASURED, *PLACED, *OTHERWISE])
def test_is_read(say: str, expected: Said, known: Names, members: Members) -> None:
    assert _read(say, known, members) == expected
