"""What case reports tell of history, pain, bladder, imaging and blood, and what in them only sounds like a finding."""

import pytest

from lumbosacral.api import read
from lumbosacral.findings import case_from

ONLY_SOUNDS = {
    "HIV infection": ("history | pushes a shopping cart for support | yes",),
    "multiple sclerosis known": ("history | Ms. Brown, a florist | yes", "history | Ms K | 52"),
    "alcohol use": ("history | in high spirits | yes",),
    "obesity": ("history | gained confidence on stairs | yes",),
    "labour and delivery": (
        "history | delivers newspapers by bicycle | works",
        "history | normal birth history | yes",
    ),
    "fall or road accident": ("history | fall of 2016 | since the",),
    "heavy lifting or strain before onset": ("history | heel lift in the shoe | wears a",),
    "urinary complaint": ("history | dural leak | after surgery", "history | CSF leak | yes"),
    "recent infection or gastroenteritis": ("history | worse with cough | yes",),
    "penetrating wound of the thigh or buttock": ("history | projectile vomiting | yes",),
    "coma or drug overdose": (
        "history | ingested undercooked pork and raw eggs | yes",
        "history | unresponsive to analgesics | yes",
    ),
    "contractures": ("history | contracted influenza | in May",),
    "forceps or vacuum delivery": (
        "history | instrumental activities of daily living | needs help",
    ),
    "tripping and frequent falls": (
        "history | returned from a trip to Peru | yes",
        "history | business trip | during a",
    ),
    "decrement on repetitive stimulation": ("history | repetitive overhead work | yes",),
    "worse toward evening or with repetition": ("history | pain started one evening | yes",),
    "pelvic radiotherapy": ("history | radiotherapy for an intracranial tumour | yes",),
    "burning pain": ("pain | hot shower | eases in a",),
    "endometriosis": ("pain | pain on standing for long periods | yes",),
    "pain relieved by a local block": ("pain | walks three blocks before the pain begins | yes",),
}

TOLD = {
    "history | found unresponsive at home | yes": {"coma or drug overdose": "present"},
    "history | gained 15 kg in two years | yes": {"obesity": "present"},
    "history | trips over the door sill | often": {"tripping and frequent falls": "present"},
    "history | MS since 2011 | yes": {"multiple sclerosis known": "present"},
    "history | family history of stroke, diabetes or epilepsy | no": {},
    "history | no family history of cancer, hypertension or neuropathy | yes": {
        "family history of neuropathy or pressure palsies": "absent"
    },
    "history | family history of muscular dystrophy and thyroid disease | yes": {
        "family history of muscle disease": "present"
    },
    "history | sexual dysfunction, but his bladder is unaffected | noted": {
        "sexual dysfunction": "present",
        "urinary complaint": "absent",
    },
    "history | hesitancy, although bowel function has been preserved | yes": {
        "urinary complaint": "present",
        "bowel complaint": "absent",
    },
    "autonomic | bladder and bowels not involved | yes": {
        "bladder emptying": "normal",
        "bowel complaint": "absent",
    },
    "autonomic | no passage of stool or gas for 4 days | yes": {"bowel complaint": "present"},
    "autonomic | no passage of urine since morning | yes": {"bladder emptying": "abnormal"},
    "history | no previous illness and, of note, had never diabetes | she": {
        "diabetes mellitus": "absent"
    },
    "history | nonhypertensive | yes": {"hypertension or vascular risk": "absent"},
    "history | sudden fever | no": {"fever or chills": "absent"},
    "history | fever, no cough | yes": {
        "fever or chills": "present",
        "recent infection or gastroenteritis": "absent",
    },
    "imaging | No disc extrusion or fracture | is identified": {"disc extrusion": "absent"},
    "imaging | without foraminal stenosis | CT demonstrated": {"foraminal stenosis": "absent"},
    "imaging | no intradural mass | could be visualized": {
        "nerve root tumour or cyst on imaging": "absent"
    },
    "imaging | disc extrusion | MRI of the spine revealed": {"disc extrusion": "present"},
    "imaging | disc protrusion | L-3 to L-4": {
        "disc protrusion": "present",
        "disc herniation L3/4": "present",
    },
    "imaging | extruded fragment in the right lateral recess and foramen at L4-5 | CT": {
        "disc extrusion": "present",
        "disc herniation L4/5": "present",
    },
    "imaging | severe bilateral recess narrowing | yes": {"foraminal stenosis": "present"},
    "imaging | cyst arising from the right L4-5 facet joint | MRI": {
        "nerve root tumour or cyst on imaging": "present"
    },
    "imaging | enhancement of a root at the level of the L5 vertebral body | MRI": {
        "root enhancement": "present"
    },
    "imaging | mild disc narrowing | L3-4": {"degenerative disc disease on imaging": "present"},
    "imaging | thecal sac and foramina | fully patent": {
        "lumbar canal stenosis": "absent",
        "foraminal stenosis": "absent",
    },
    "imaging | lesions at T4, T6 and T9 | cord": {"spinal cord lesion on imaging": "present"},
    "imaging | collapse of the femoral head with secondary degenerative changes | film": {
        "hip osteoarthritis on x-ray": "present"
    },
    "imaging | Axial images do not show a disc extrusion | CT": {"disc extrusion": "absent"},
    "imaging | disc extrusion | At the level of L2-3, there is": {
        "disc extrusion": "present",
        "disc herniation L2/3": "present",
    },
    "laboratory | no oligoclonal bands | CSF analysis showed": {"oligoclonal bands": "absent"},
    "autonomic | no urinary incontinence | confirmed": {"bladder emptying": "normal"},
    "sign | no fasciculations | were appreciated": {"fasciculations": "negative"},
    "pain | bending the legs | eases the pain": {
        "relief by lying down or bending the hip and knee": "present"
    },
    "pain | walking | the pain is made worse by": {"pain worse on walking or standing": "present"},
    "pain | occurs when he is seated but goes away when lying down | yes": {
        "pain worse on sitting": "present",
        "relief by lying down or bending the hip and knee": "present",
    },
    "pain | nerve block | pain-free for hours": {"pain relieved by a local block": "present"},
    "pain | bupivacaine infiltration | the pain vanished": {
        "pain relieved by a local block": "present"
    },
    "history | must stop, lean on a counter and rest | yes": {
        "relief by sitting or bending forward": "present"
    },
    "pain | arm pain | denies": {"upper limb": "normal"},
    "pain | chest pain | the patient denies": {"trunk": "normal"},
}


def told(phrase: str) -> dict[str, str | None]:
    """Names a phrase is read as, with their values."""
    test, of, value = phrase.split(" | ")
    case = case_from({"findings": [{"test": test, "of": of, "value": value}]})
    return {name: one.value.word for one in read(case).understood for name in one.targets}


@pytest.mark.parametrize(
    ("name", "phrase"), [(name, one) for name, ones in ONLY_SOUNDS.items() for one in ones]
)
def test_what_only_sounds_like_a_finding_does_not_mean_it(name: str, phrase: str) -> None:
    assert name not in told(phrase)


@pytest.mark.parametrize("phrase", TOLD)
def test_a_report_tells_this_and_no_more(phrase: str) -> None:
    assert told(phrase) == TOLD[phrase]
