"""Words of images and of the laboratory: each family in two wordings or more, and what sounds alike and is not it."""

import pytest

from lumbosacral.api import read
from lumbosacral.findings import case_from

THERE = {
    "L3 root compression": ("MRI | third lumbar nerve root compressed", "MRI | L3 root trapped"),
    "S1 root compression": ("first sacral root | compressed", "MRI | pressure on S1 nerve root"),
    "cauda equina compression on imaging": ("dural sac | compressed", "MRI | cauda equina crowded"),
    "disc herniation L4/5": ("MRI | fourth lumbar disc herniation", "MRI | PLID L4-5"),
    "disc herniation L5/S1": ("MRI | L5S1 disc herniation", "CT | hernia of the L5-S1 disc"),
    "disc herniation L2/3": ("MRI | disc prolapse between L2 and L3",),
    "disc extrusion": ("MRI | non-contained disc herniation", "MRI | upward migrated disc"),
    "disc sequestration": ("MRI | loose disc fragment", "MRI | intradural disc fragment"),
    "Schmorl node": ("x-ray | Schmorl's nodules", "MRI | intraosseous disc herniation"),
    "degenerative disc disease on imaging": ("MRI | DDD", "lumbar spine | osteoarthritis"),
    "spondylolisthesis on imaging": ("x-ray | spondyloptosis", "CT | pars fracture"),
    "lumbar vertebral or epidural lesion": (
        "MRI | subdural haematoma of the lumbar spine",
        "MRI | Pott's disease of the lumbar spine",
    ),
    "spinal cord lesion on imaging": ("MRI | ischaemia of the spinal cord", "MRI | spinal AVM"),
    "multiple white matter lesions": ("brain MRI | disseminated lesions",),
    "parasagittal mass": ("MRI brain | falcine meningioma", "MRI | interhemispheric meningioma"),
    "chest mass on imaging": ("CT chest | spiculated nodule", "CXR | coin lesion"),
    "thymoma": ("CT chest | anterior mediastinal mass", "CT chest | retrosternal mass"),
    "diffuse nerve enlargement on imaging": (
        "ultrasound | enlarged CSA of median, ulnar and tibial nerves",
        "HRUS | increased CSA at multiple sites",
    ),
    "normal fibular nerve ultrasound": ("peroneal nerve CSA | normal", "CPN calibre | normal"),
    "sciatic nerve tumour on imaging": ("MRI | sciatic mass", "MRI | sciatic neurilemmoma"),
    "gluteus medius atrophy on MRI": ("MRI | wasting of the hip abductors",),
    "gluteal tendon tear or bursitis on imaging": (
        "MRI | bursitis over the greater trochanter",
        "MRI | peritrochanteric oedema",
    ),
    "iliopsoas haematoma": ("CT | high-density collection in the psoas",),
    "psoas abscess": ("CT | pus in the psoas", "CT | psoas fluid collection"),
    "pelvic or sacral fracture on imaging": ("x-ray | open book pelvis", "CT | Malgaigne fracture"),
    "venous thrombosis or arterial disease on imaging": (
        "ankle-brachial index | reduced",
        "popliteal artery | occluded",
    ),
    "raised compartment pressure": ("compartment pressure | 60 mmHg",),
    "plexus thickening or signal change": ("lumbosacral trunk | thickened",),
}
GONE = {
    "L4 root compression": ("L4 root | unaffected", "L4 root | uncompressed"),
    "foraminal stenosis": ("foramina | patent", "neural foramina | widely patent"),
    "femoral fracture on imaging": ("femur x-ray | no fracture",),
    "femoral nerve lesion on imaging": ("ultrasound | femoral nerve normal",),
    "quadriceps or patellar tendon rupture": ("ultrasound | quadriceps tendon intact",),
    "raised compartment pressure": ("compartment pressure | 10 mmHg",),
}
MEASURED = {
    "creatine kinase raised": ("creatine kinase | ten times normal", "CKs | in the thousands"),
    "creatine kinase normal": ("CK | in reference range", "CK | nl"),
    "anaemia or falling haemoglobin": ("Hb | 70", "haematocrit | 0.22"),
    "glucose or HbA1c raised": ("glucose | 11", "2-hour glucose | 210 mg/dL"),
    "glucose and HbA1c normal": ("HbA1c | 34", "OGTT | normal"),
    "CSF protein raised with few cells": ("CSF protein | 1.8", "CSF | hyperproteinorachia"),
    "CSF pleocytosis": ("lumbar puncture | WBC 40", "spinal fluid | raised white cells"),
    "inflammatory markers raised": ("WCC | 16.4", "WBC | 22,000", "infection markers | raised"),
    "vitamin B12 low": ("homocysteine | elevated", "MMA | raised"),
    "thyroid function abnormal": ("free thyroxine | reduced", "TSH | suppressed", "T4 | low"),
    "kidney or liver function abnormal": ("ALT | 250", "eGFR | 15"),
    "gene test for neuropathy or dystrophy positive": ("DMPK | CTG expansion",),
    "muscle biopsy inflammatory or dystrophic": (
        "muscle biopsy | absent dystrophin",
        "muscle biopsy | inflammatory infiltrate",
    ),
    "edrophonium or ice test positive": ("ice test | positive", "mestinon | good response"),
    "zoster virus in CSF or skin": ("Tzanck smear | positive", "zoster serology | positive"),
}
UNRAISED = {
    "kidney or liver function abnormal": ("creatinine | 80",),
    "inflammatory markers raised": ("WBC | 4500", "TLC | 8.2"),
    "tumour marker or metastatic bone lesion": ("PSA | 2.1 ng/mL",),
    "blood culture positive": ("blood cultures | sterile", "blood culture | no growth"),
    "acetylcholine receptor antibodies": ("seronegative for AChR | yes",),
    "edrophonium or ice test positive": ("pyridostigmine | no response",),
}
NOT = (
    ("imaging | C6 root | compressed", "root compression, root not said"),
    ("imaging | foramen ovale | patent", "foraminal stenosis"),
    ("imaging | uterine prolapse | yes", "disc herniation, level not said"),
    ("imaging | MRI knee | meniscal extrusion", "disc extrusion"),
    ("imaging | x-ray | degenerative change of the knee", "degenerative disc disease on imaging"),
    ("imaging | MRI | epiphyseal slip", "spondylolisthesis on imaging"),
    ("imaging | CT chest | lung cancer", "pelvic mass on imaging"),
    ("imaging | biceps tendon | ruptured", "tendon rupture at the ankle"),
    ("imaging | coronary artery | stenosis", "venous thrombosis or arterial disease on imaging"),
    ("imaging | x-ray pelvis | femoral neck fracture", "pelvic or sacral fracture on imaging"),
    ("laboratory | 50 Hz stimulation | incremental response", "shingles"),
    ("laboratory | anti-parietal cell antibodies | positive", "CSF pleocytosis"),
    ("laboratory | urine protein | normal", "CSF protein raised with few cells"),
    (
        "laboratory | BRCA1 mutation | present",
        "gene test for neuropathy or dystrophy positive",
    ),
    ("laboratory | transthyretin | mutation", "paraprotein"),
    ("laboratory | LDH | elevated", "disc herniation, level not said"),
)


def _found(say: str) -> dict[str, str]:
    said = dict(zip(("test", "of", "value"), say.split(" | "), strict=False))
    understood = read(case_from({"findings": [said]})).understood
    return {name: one.value.word or "" for one in understood for name in one.targets}


def _told(test: str, table: dict[str, tuple[str, ...]], word: str) -> list[tuple[str, str, str]]:
    return [(f"{test} | {say}", name, word) for name, said in table.items() for say in said]


@pytest.mark.parametrize(
    ("say", "name", "word"),
    [
        *_told("imaging", THERE, "present"),
        *_told("imaging", GONE, "absent"),
        *_told("laboratory", MEASURED, "present"),
        *_told("laboratory", UNRAISED, "absent"),
    ],
)
def test_is_read(say: str, name: str, word: str) -> None:
    assert _found(say).get(name) == word


@pytest.mark.parametrize(("say", "name"), NOT)
def test_is_not_taken_for_it(say: str, name: str) -> None:
    assert name not in _found(say)


def test_a_sequence_of_an_image_is_no_level() -> None:
    assert _found("imaging | MRI | bright on T2") == {}
    assert _found("imaging | MRI | T2 hyperintense lesion") == {}
