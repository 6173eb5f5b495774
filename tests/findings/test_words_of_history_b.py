"""What reports say of birth, posture, wounds, palsies, courses and relief, and what only sounds like it."""

import pytest

from lumbosacral.api import read
from lumbosacral.findings import case_from

MEANT = {
    "large baby or short mother": [
        "birth weight | 4.6 kg",
        "a 4800 gram baby girl | yes",
        "LGA infant | yes",
    ],
    "late pregnancy": ["primigravida at 35 weeks | yes", "G2P1 at 33 weeks | yes"],
    "lateral lumbar interbody fusion": [
        "oblique lumbar interbody fusion | yes",
        "lateral access spine surgery | yes",
    ],
    "lithotomy position": ["Lloyd-Davies position | 6 hours", "dorsolithotomy | yes"],
    "lumbar spine surgery": ["FBSS | yes", "fusion L2-S1 | yes", "Harrington rods | yes"],
    "multiple sclerosis known": ["RRMS | yes", "encephalomyelitis disseminata | yes"],
    "neurofibromatosis": ["axillary freckling | present", "NF-1 | yes"],
    "neurogenic claudication": ["walking tolerance | 100 metres", "claudicatio spinalis | yes"],
    "new or rapidly treated diabetes": [
        "treatment-induced neuropathy of diabetes | yes",
        "tight glucose control instituted rapidly | yes",
    ],
    "onset in childhood": [
        "age of onset | 6 years",
        "symptoms began at age 8 | yes",
        "infantile onset | yes",
    ],
    "osteoarthritis of the hip": ["hip OA | severe", "coxarthritis | yes"],
    "pelvic fracture": ["symphysis diastasis | traumatic", "crushed pelvis | yes"],
    "pelvic radiotherapy": ["proton therapy for sacral chordoma | yes", "pelvic RT | yes"],
    "penetrating wound of the abdomen or flank": [
        "stab injury, left flank | yes",
        "penetrating trauma | right lower quadrant",
    ],
    "previous pressure palsies": [
        "past transient palsies | yes",
        "several compression neuropathies | yes",
    ],
    "prolonged surgery or positioning": ["operative time | 9 hours", "lengthy operation | yes"],
    "prone positioning": ["placed prone | yes", "lying face down | hours", "Wilson frame | yes"],
    "relapses and remissions": ["waxing and waning | yes", "symptoms come and go | yes"],
    "relief by sitting or bending forward": [
        "relief with sitting | yes",
        "squatting relieves | yes",
    ],
    "revision hip arthroplasty": [
        "re-do hip replacement | yes",
        "exchange of hip prosthesis | yes",
    ],
    "sacral fracture": ["spinopelvic dissociation | yes", "Denis III fracture | yes"],
    "saphenous vein surgery": ["crossectomy | yes", "saphenofemoral ligation | yes"],
    "stepwise involvement of several nerves": [
        "nerve by nerve progression | yes",
        "second nerve affected 3 weeks later | yes",
    ],
    "sudden onset": ["onset within 24 hours | yes", "apoplectiform onset | yes"],
    "tight clothing or belt": ["restrictive garments | yes", "tight underwear | yes"],
    "tripping and frequent falls": ["tendency to fall | yes", "stubs toes | yes"],
    "vaccination": ["flu shot | 3 weeks ago", "BNT162b2 | first dose"],
    "vertebral fracture": ["Chance fracture | L2", "traumatic fracture L5 | yes"],
    "vision loss in the past": ["temporary blindness | yes", "neuritis optica | yes"],
    "worse toward evening or with repetition": [
        "worse as the day goes on | yes",
        "end-of-day weakness | yes",
    ],
    "worse with heat": ["weakness worse in summer | yes", "overheating | yes"],
    "wound of the ankle or foot": ["gunshot wound to the foot | yes", "laceration | ankle"],
}

DENIED = {
    "large baby or short mother": ["birth weight | 3.1 kg", "birth weight | 3,100 g"],
    "onset in childhood": ["age of onset | 45 years", "adult onset | yes"],
    "prolonged surgery or positioning": [
        "operative time | 90 minutes",
        "duration of surgery | 2 h",
    ],
    "relapses and remissions": ["monophasic illness | yes", "no relapses | yes"],
    "relief by sitting or bending forward": [
        "no relief on sitting | yes",
        "not relieved by bending forward | yes",
    ],
    "thyroid disease": ["euthyroid | yes", "no thyroid disease | yes"],
}

NOT_MEANT = {
    "late pregnancy": ["early pregnancy | yes", "ectopic pregnancy | yes"],
    "diabetes mellitus": ["diabetes insipidus | newly diagnosed"],
    "new or rapidly treated diabetes": ["new onset of pain in a diabetic | yes"],
    "exertional leg pain": ["jaw claudication | yes"],
    "Trendelenburg gait": ["Trendelenburg lithotomy position | yes"],
    "alcohol use": ["newborn weight | 9 lb 12 oz"],
    "walking": ["candy cane stirrups | used"],
    "pain at once with the injection": ["epidural steroid injection for pain | yes"],
    "pelvic radiotherapy": ["whole brain irradiation | yes", "neck irradiation | yes"],
    "previous disc herniation": ["inguinal hernia | previous", "uterine prolapse | previous"],
    "penetrating wound of the thigh or buttock": [
        "electric shots in the thigh | yes",
        "shot put athlete | yes",
    ],
    "cast, brace or stocking on the leg": ["arm cast | yes"],
    "habitual leg crossing": ["scissoring of crossed legs | yes"],
    "fall or road accident": ["emotional trauma | yes", "post-traumatic stress disorder | yes"],
    "headache or seizures": ["non-epileptic attacks | previous"],
    "recent infection or gastroenteritis": ["wound infection | yes", "disc infection | yes"],
    "running or endurance sport": ["runs in the family | yes", "unable to run | yes"],
    "prolonged squatting or kneeling": ["unable to squat | yes", "Tile C pelvic fracture | yes"],
    "heavy lifting or strain before onset": ["pushing a pram eases the pain | yes"],
    "improving since onset": ["sensation | reduced", "cold sensation | reduced"],
    "saphenous vein surgery": ["portal vein surgery | yes"],
    "small-cell lung cancer": ["small cell carcinoma of the bladder | yes"],
    "sural nerve biopsy": ["nerve biopsy of the radial nerve | yes"],
    "tight clothing or belt": ["belt-like sensory loss | yes", "tight hamstrings | yes"],
    "total hip arthroplasty": ["total hip flexion | normal"],
    "tourniquet": ["arm tourniquet | yes"],
    "tripping and frequent falls": ["trip to Africa | yes", "falls asleep | often"],
    "urinary complaint": ["dark urine | yes", "fluid retention | yes"],
    "sexual dysfunction": ["sexual abuse | yes"],
    "vertebral fracture": ["cervical spine fracture | yes"],
    "worse with heat": ["heat stroke | yes"],
}


def told(phrase: str) -> dict[str, str | None]:
    """Names a history is read as, with their values."""
    of, value = phrase.split(" | ")
    case = case_from({"findings": [{"test": "history", "of": of, "value": value}]})
    return {name: one.value.word for one in read(case).understood for name in one.targets}


def listed(table: dict[str, list[str]]) -> list[tuple[str, str]]:
    """Pairs of a name and a phrase."""
    return [(name, phrase) for name, phrases in table.items() for phrase in phrases]


@pytest.mark.parametrize(("name", "phrase"), listed(MEANT))
def test_other_words_of_a_history_mean_it(name: str, phrase: str) -> None:
    assert told(phrase).get(name) == "present"


@pytest.mark.parametrize(("name", "phrase"), listed(DENIED))
def test_a_history_is_denied_in_other_words(name: str, phrase: str) -> None:
    assert told(phrase).get(name) == "absent"


@pytest.mark.parametrize(("name", "phrase"), listed(NOT_MEANT))
def test_what_only_sounds_like_a_history_does_not_mean_it(name: str, phrase: str) -> None:
    assert name not in told(phrase)
