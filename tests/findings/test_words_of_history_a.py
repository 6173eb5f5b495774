"""What people call the illnesses, injuries and operations of a history, and what only sounds like them."""

import pytest

from lumbosacral.findings import Members, Names, case_from, understand

ABSENT = "absent"


def _read(known: Names, members: Members, say: str) -> dict[str, str]:
    test, of, value = say.split(" | ")
    case = case_from({"findings": [{"test": test, "of": of, "value": value}]})
    return {
        target: entry.value.word
        for entry in understand(case, known, members).understood
        for target in entry.targets
    }


CALLED = {
    "HIV infection": ("acquired immunodeficiency syndrome", "retroviral disease", "PLHIV"),
    "acetabular fracture": ("hip socket fracture", "both-column acetabular fracture"),
    "alcohol use": ("ethylism", "delirium tremens"),
    "ankle or foot fracture": ("os calcis fracture", "Jones fracture", "march fracture"),
    "ankle or foot surgery": (
        "triple arthrodesis",
        "total ankle replacement",
        "transmetatarsal amputation",
        "tendo-Achilles lengthening",
    ),
    "ankle sprain": ("eversion injury", "torn ATFL", "ankle distortion", "syndesmosis injury"),
    "anticoagulation": ("overanticoagulation", "warfarinised", "bivalirudin"),
    "aortic or iliac vascular surgery": ("TEVAR", "iliac endarterectomy", "iliac angioplasty"),
    "appendectomy or low abdominal incision": ("gridiron incision", "abdominoplasty"),
    "ascending weakness": (
        "rapidly ascending flaccid paralysis",
        "Landry's paralysis",
        "legs then arms became weak",
    ),
    "asthma or sinusitis with eosinophilia": ("pansinusitis", "reactive airway disease"),
    "bedridden or prolonged hospital stay": ("lengthy hospital stay", "immobilised in bed"),
    "bleeding disorder": ("Christmas disease", "easy bruising", "bleeds easily"),
    "bowel complaint": ("obstipation", "incontinence of flatus"),
    "cancer": ("Ca prostate", "Hodgkin disease", "NSCLC", "hepatoma"),
    "cast, brace or stocking on the leg": ("short leg cast", "compression garment"),
    "chemotherapy or neurotoxic drug": ("chemo", "vinca alkaloid", "cytotoxic drugs"),
    "childhood poliomyelitis": ("Heine-Medin disease", "contracted polio in infancy"),
    "chronic back trouble": ("years of backache", "chronic LBP", "recurrent lumbalgia"),
    "coma or drug overdose": ("self-poisoning", "methadone intoxication", "lay on the floor"),
    "cycling": ("spinning classes", "exercise bike", "pedalling"),
    "diabetes mellitus": ("oral hypoglycaemics", "LADA", "sitagliptin"),
    "dry mouth": ("lack of saliva", "orthostatic dizziness", "lightheaded on standing"),
    "dysphagia or slurred speech in the history": ("nasal regurgitation", "food sticks in throat"),
    "endometriosis": ("chocolate cyst", "relation to menses"),
    "exertional leg pain": ("medial tibial stress syndrome", "leg tightness on exertion"),
    "family history of muscle disease": ("cousin with FSHD", "muscle disease in the family"),
    "family history of neuropathy or pressure palsies": ("recurrent palsies in father",),
    "femoral artery catheterization": ("groin puncture", "coronary stenting via groin"),
    "femoral nerve block": ("continuous femoral nerve catheter", "perineural catheter", "FNB"),
    "fever or chills": ("spiking temperatures", "urosepsis", "septicaemia"),
    "forceps or vacuum delivery": ("operative vaginal delivery", "suction delivery"),
    "fracture of the femur": ("IM nailing of femur", "Hoffa fracture", "femoral rodding"),
    "fracture of the fibula": ("tib-fib fracture", "fibula plating", "tibiofibular fracture"),
    "fracture of the tibia": ("tibia plated", "bumper fracture", "tibial spine avulsion"),
    "gradual progressive course": ("steady decline", "symptoms worsened over months"),
    "habitual leg crossing": ("sat with one leg over the other", "Indian-style sitting"),
    "heavy lifting or strain before onset": ("helped move a piano", "heavy manual labour"),
    "hepatitis or cryoglobulinaemia": ("hep C", "HBsAg"),
    "hip arthroscopy": ("arthroscopic acetabuloplasty", "arthroscopic treatment of FAI"),
    "hip dislocation": ("dislocation of THA", "prosthetic hip dislocation"),
    "hip fracture": ("Garden IV fracture", "basicervical fracture"),
    "hip surgery other than arthroplasty": ("gamma nail", "Ganz osteotomy", "girdlestone"),
    "hypertension or vascular risk": ("IHD", "raised BP", "antihypertensives"),
    "hysterectomy": ("womb removed", "Wertheim's operation", "LAVH"),
    "iliac crest bone graft": ("ICBG", "harvest of bone from the pelvis"),
    "inguinal hernia repair": ("Shouldice repair", "Bassini repair"),
    "intramuscular injection in the buttock": ("i.m. diclofenac", "dorsogluteal injection"),
    "intravenous drug use or tuberculosis": ("PWID", "Pott's disease", "skin popping"),
    "kidney failure": ("CAPD", "renal replacement therapy"),
    "kidney transplant": ("received a kidney", "KTx"),
    "knee arthroplasty": ("UKA", "megaprosthesis of the knee"),
    "knee arthroscopy or ligament surgery": ("ACLR", "patellectomy", "quadriceps tendon repair"),
    "knee dislocation": ("MLKI", "traumatic knee dislocation", "PLC injury"),
    "known spinal stenosis or spondylosis": ("LSS", "lumbar spine osteoarthritis"),
    "laceration at the knee or leg": ("sliced his calf", "machete wound to calf"),
}


@pytest.mark.parametrize(
    ("name", "said"), [(name, said) for name, sayings in CALLED.items() for said in sayings]
)
def test_a_history_in_other_words(known: Names, members: Members, name: str, said: str) -> None:
    assert _read(known, members, f"history | {said} | yes").get(name) == "present"


@pytest.mark.parametrize(
    ("say", "name"),
    [
        ("laboratory | HIV test | non-reactive", "HIV test positive"),
        ("laboratory | HIV 1/2 antibodies | not reactive", "HIV test positive"),
        ("history | bowel movements | regular", "bowel complaint"),
        ("history | bowels open | normally", "bowel complaint"),
        ("history | atraumatic | yes", "fall or road accident"),
        ("history | instrument-assisted delivery | none", "forceps or vacuum delivery"),
    ],
)
def test_denied_in_other_words(known: Names, members: Members, say: str, name: str) -> None:
    assert _read(known, members, say)[name] == ABSENT


def test_one_who_does_not_walk_is_not_said_to_walk(known: Names, members: Members) -> None:
    assert _read(known, members, "history | non-ambulatory | yes") == {"walking": "fail"}


ALIKE = [
    ("hearing aids", "HIV infection"),
    ("HPV infection", "recent infection or gastroenteritis"),
    ("drinks coffee", "alcohol use"),
    ("coughing when drinking", "alcohol use"),
    ("alcohol injection for neurolysis", "alcohol use"),
    ("foot drop after hip fracture", "ankle or foot fracture"),
    ("foot pain after femur fracture", "ankle or foot fracture"),
    ("ankle ligament reconstruction", "knee arthroscopy or ligament surgery"),
    ("lateral ankle ligament injury", "knee injury"),
    ("cardiopulmonary bypass", "aortic or iliac vascular surgery"),
    ("femoropopliteal bypass", "aortic or iliac vascular surgery"),
    ("aortic stenosis", "venous thrombosis or arterial disease on imaging"),
    ("difficulty ascending stairs", "ascending weakness"),
    ("ascending cholangitis", "ascending weakness"),
    ("rapidly ascending flaccid paralysis", "stair ascent"),
    ("descending paralysis", "stair ascent"),
    ("ventricular fibrillation", "atrial fibrillation"),
    ("heparin-induced thrombocytopenia antibodies", "bleeding disorder"),
    ("inflammatory bowel disease", "bowel complaint"),
    ("benign tumour of the breast", "cancer"),
    ("hepatomegaly", "cancer"),
    ("arm cast", "cast, brace or stocking on the leg"),
    ("dental braces", "cast, brace or stocking on the leg"),
    ("short leg cast", "asymmetric leg length or childhood wasting"),
    ("polio vaccination", "childhood poliomyelitis"),
    ("contracted polio in infancy", "contractures"),
    ("fell asleep on a toilet seat", "trauma to the buttock"),
    ("diabetes insipidus", "diabetes mellitus"),
    ("jaw claudication", "exertional leg pain"),
    ("medial tibial stress syndrome", "psychological stress or functional disorder"),
    ("fall in haemoglobin", "fall or road accident"),
    ("emotional trauma", "fall or road accident"),
    ("siblings with limb-girdle dystrophy", "tight clothing or belt"),
    ("first aid given", "walking"),
    ("food sticks in throat", "walking"),
    ("CT angiography", "femoral artery catheterization"),
    ("femoral perineural catheter", "femoral artery catheterization"),
    ("a-fib", "femoral nerve block"),
    ("groin puncture", "penetrating wound of the thigh or buttock"),
    ("rheumatic fever", "fever or chills"),
    ("biopsy forceps", "forceps or vacuum delivery"),
    ("IM nailing of femur", "intramuscular injection in the buttock"),
    ("fibular nerve injury", "knee injury"),
    ("slipped capital femoral epiphysis", "fall or road accident"),
    ("hip pain after surgery on the knee", "hip surgery other than arthroplasty"),
    ("portal hypertension", "hypertension or vascular risk"),
    ("improved nutrition", "improving since onset"),
    ("umbilical hernia repair", "inguinal hernia repair"),
    ("liver transplant", "kidney transplant"),
    ("birth mark", "labour and delivery"),
    ("machete wound to calf", "penetrating wound of the thigh or buttock"),
]


@pytest.mark.parametrize(("said", "name"), ALIKE)
def test_what_only_sounds_alike(known: Names, members: Members, said: str, name: str) -> None:
    assert name not in _read(known, members, f"history | {said} | yes")
