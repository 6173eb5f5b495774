"""Families of wordings of case reports: how a sense is named, where a place lies, what only compensates."""

import pytest

from lumbosacral.findings import Members, Names, Reading, case_from, understand


def _read(known: Names, members: Members, say: str) -> Reading:
    test, of, value = say.split(" | ")
    return understand(
        case_from({"findings": [{"test": test, "of": of, "value": value}]}), known, members
    )


def _said(reading: Reading) -> set[tuple[str, str, str]]:
    return {
        (target, entry.value.word, entry.sides)
        for entry in reading.understood
        for target in entry.targets
    }


def _all(names: str, word: str, side: str = "unknown") -> set[tuple[str, str, str]]:
    return {(name.strip(), word, side) for name in names.split(";")}


LATERAL_THIGH = "anterolateral thigh"
SOLE = "medial sole; lateral sole; plantar great toe; plantar lateral toes; heel"
QUADRICEPS = "rectus femoris; vastus lateralis; vastus intermedius; vastus medialis"
PARASPINALS = "paraspinals L3; paraspinals L4; paraspinals L5; paraspinals S1"
READ = [
    # pain that is tested is a sense, and no complaint
    (
        "sensation | anterior and lateral thigh (pain) | reduced",
        _all(f"anterior thigh; {LATERAL_THIGH}", "reduced"),
    ),
    ("sensation | sole (pain) | absent", _all(SOLE, "absent")),
    ("sensation | sole: pain, temperature | reduced", _all(SOLE, "reduced")),
    ("sensation | dorsum of foot (touch, pain) | absent", _all("dorsum of foot", "absent")),
    ("sensation | pain on the dorsum of the foot | diminished", _all("dorsum of foot", "reduced")),
    ("sensation | heel (pain) | present", _all("heel", "positive_symptom")),
    ("sensation | pain in the heel | absent", _all("heel", "normal")),
    ("sensation | sole: pain | severe", _all(SOLE, "positive_symptom")),
    # a sense in brackets leaves the places of a list together
    (
        "sensation | anterior and lateral thigh (pinprick) | reduced",
        _all(f"anterior thigh; {LATERAL_THIGH}", "reduced"),
    ),
    # the dorsum of a web space is no dorsum of the foot
    ("sensation | dorsum of first web space | reduced", _all("first web space", "reduced")),
    (
        "sensation | dorsal aspect of the first interdigital space | absent",
        _all("first web space", "absent"),
    ),
    (
        "sensation | dorsum of the second web space | reduced",
        _all("dorsum of middle toes; plantar lateral toes", "reduced"),
    ),
    (
        "sensation | dorsal aspect of all toes | numb",
        _all("dorsum of great toe; dorsum of middle toes; dorsum of little toe", "reduced"),
    ),
    # places round the kneecap
    (
        "sensation | anteromedial knee below the patella | reduced",
        _all("anterior knee; medial knee", "reduced"),
    ),
    ("sensation | inferomedial knee | numb", _all("anterior knee; medial knee", "reduced")),
    ("sensation | below the knee cap | numb", _all("anterior knee", "reduced")),
    ("sensation | skin over the tibial tubercle | numb", _all("anterior knee", "reduced")),
    ("sensation | medial to the patella | numb", _all("medial knee", "reduced")),
    # where something lies, said after it
    (
        "sensation | right foot, lateral border | reduced",
        _all("lateral border of foot", "reduced", "right"),
    ),
    ("sensation | foot: dorsal | reduced", _all("dorsum of foot", "reduced")),
    (
        "emg | leg, anterior compartment | abnormal",
        _all(
            "tibialis anterior; extensor hallucis longus; extensor digitorum longus; fibularis tertius",
            "abnormal",
        ),
    ),
    ("strength | right ankle: dorsiflexion | 2", _all("ankle dorsiflexion", "weak", "right")),
    ("strength | toes, extension | 3", _all("toe extension", "weak")),
    # muscles of the back, and movements of it
    ("emg | back muscles | abnormal", _all(PARASPINALS, "abnormal")),
    ("emg | muscles of the lower back | normal", _all(PARASPINALS, "normal")),
    ("strength | back extension | weak", _all("trunk", "abnormal")),
    ("strength | muscles of the back | weak", _all("trunk", "abnormal")),
    ("strength | spinal extensors | weak", _all("trunk", "abnormal")),
    # roots that name muscles are no levels of the back
    (
        "emg | paraspinals L5 normal, S1 abnormal | present",
        _all("paraspinals L5", "normal") | _all("paraspinals S1", "abnormal"),
    ),
    (
        "emg | L5 and S1 paraspinal muscles | normal",
        _all("paraspinals L5; paraspinals S1", "normal"),
    ),
    # one value for each of the things that are named, and each with its side
    (
        "strength | ankle dorsiflexion and plantarflexion | 2/5 and normal",
        _all("ankle dorsiflexion", "weak") | _all("ankle plantarflexion", "normal"),
    ),
    (
        "strength | hip flexion and knee extension | normal and 3/5",
        _all("hip flexion", "normal") | _all("knee extension", "weak"),
    ),
    (
        "reflex | patellar and Achilles reflexes | reduced and absent",
        _all("patellar reflex", "reduced") | _all("Achilles reflex", "absent"),
    ),
    (
        "reflex | KJ 2+ AJ 0 | present",
        _all("patellar reflex", "normal") | _all("Achilles reflex", "absent"),
    ),
    (
        "reflex | knee jerk right absent left normal | present",
        _all("patellar reflex", "absent", "right") | _all("patellar reflex", "normal", "left"),
    ),
    (
        "strength | knee extension, right 4/5, left 5/5 | present",
        _all("knee extension", "weak", "right") | _all("knee extension", "normal", "left"),
    ),
    (
        "strength | quadriceps R 3/5 L 5/5 | present",
        _all(QUADRICEPS, "weak", "right") | _all(QUADRICEPS, "normal", "left"),
    ),
    (
        "ncs | sural and superficial peroneal SNAP | absent and 12 uV",
        _all("sural SNAP", "absent") | _all("superficial fibular SNAP", ""),
    ),
    # movements of the foot by other names
    ("strength | foot abduction | weak", _all("foot eversion", "weak")),
    ("strength | adduction of the foot | normal", _all("foot inversion", "normal")),
    ("strength | dorsal extension of the foot | 2", _all("ankle dorsiflexion", "weak")),
    ("strength | dorsal extension of the great toe | 3", _all("great toe extension", "weak")),
    # a reflex is one, whatever it is told beside
    ("strength | ankle jerks | absent", _all("Achilles reflex", "absent", "both")),
    ("sensation | knee reflex | reduced", _all("patellar reflex", "reduced")),
    # what only makes up for a foot that drops is not spastic
    ("gait | foot drop with slight circumduction | positive", _all("foot drop", "positive")),
    ("gait | circumduction of the leg to clear the foot | yes", _all("steppage gait", "positive")),
    ("gait | circumduction | positive", _all("spastic gait", "positive")),
    # a trunk that lurches
    (
        "gait | trunk lurch to affected side on single stance | positive",
        _all("Trendelenburg gait", "positive"),
    ),
    ("gait | lateral bending of the trunk | positive", _all("Trendelenburg gait", "positive")),
    (
        "gait | trunk leaning backwards at heel strike | positive",
        _all("gluteus maximus lurch", "positive"),
    ),
    # a knee that is held
    ("gait | locks the knee with the hand | positive", _all("knee buckling", "positive")),
    ("gait | hand on thigh while walking | positive", _all("knee buckling", "positive")),
    ("task | kneeling | impaired", _all("knee bend", "impaired")),
    # tenderness along the saphenous nerve
    (
        "sign | tenderness over the saphenous nerve at the subsartorial canal | positive",
        _all("Tinel sign at the adductor canal", "positive"),
    ),
    (
        "sign | tenderness at Hunter's canal | positive",
        _all("Tinel sign at the adductor canal", "positive"),
    ),
    # strain, small mothers, garments, and blows
    (
        "history | heavy strain before onset | present",
        _all("heavy lifting or strain before onset", "present"),
    ),
    (
        "history | hard physical work the day before | present",
        _all("heavy lifting or strain before onset", "present"),
    ),
    ("history | short mother | present", _all("large baby or short mother", "present")),
    ("history | small maternal stature | present", _all("large baby or short mother", "present")),
    (
        "history | stocking on the leg | present",
        _all("cast, brace or stocking on the leg", "present"),
    ),
    (
        "history | compression stocking | present",
        _all("cast, brace or stocking on the leg", "present"),
    ),
    ("history | direct blow to the fibular head | present", _all("knee injury", "present")),
    (
        "history | shortness of breath | absent",
        _all("breathlessness or respiratory weakness", "negative"),
    ),
    ("history | run over by a car | present", _all("fall or road accident", "present")),
    ("history | hit by a lorry | present", _all("fall or road accident", "present")),
    # one word of two things: a crest of bone and an illness, a harvest of bone and of berries
    ("history | iliac crest bone harvesting | present", _all("iliac crest bone graft", "present")),
    (
        "history | harvest of bone from the iliac crest | present",
        _all("iliac crest bone graft", "present"),
    ),
    (
        "history | harvesting strawberries | present",
        _all("prolonged squatting or kneeling", "present"),
    ),
    ("history | rapid weight gain | present", _all("obesity", "present")),
    # weakness as the pain goes is no recovery, weakness by exercise no exercise before it
    (
        "history | pain improved but weakness appeared | present",
        _all("pain first, then weakness as pain eased", "present"),
    ),
    (
        "history | pain resolved but paralysis ensued | present",
        _all("pain first, then weakness as pain eased", "present"),
    ),
    (
        "history | weakness worse after exercise | present",
        _all("worse toward evening or with repetition", "present"),
    ),
    # a limb that sleeps is numb, somebody who sleeps is not
    ("history | sole fell asleep | present", _all(SOLE, "reduced")),
    ("history | fell asleep drunk | present", _all("coma or drug overdose", "present")),
    (
        "sign | bulging over the fibular head | positive",
        _all("mass at the fibular head", "positive"),
    ),
    # a tumour of a nerve sheath is of the nerve that is named
    (
        "imaging | schwannoma of the femoral nerve | present",
        _all("femoral nerve lesion on imaging", "present"),
    ),
    (
        "imaging | neurofibroma of the peroneal nerve | present",
        _all("enlarged fibular nerve at the knee", "present"),
    ),
    ("imaging | schwannoma in the psoas | present", _all("pelvic mass on imaging", "present")),
    ("imaging | sciatic schwannoma | present", _all("sciatic nerve tumour on imaging", "present")),
    (
        "imaging | accessory soleus muscle | present",
        _all("lesion at the tarsal tunnel on imaging", "present"),
    ),
    (
        "imaging | spinal dural arteriovenous fistula | present",
        _all("spinal cord lesion on imaging", "present"),
    ),
    # a plain film is no scan
    ("imaging | lumbosacral, pelvic and hip X-rays | normal", _all("normal hip X-ray", "present")),
    ("imaging | lumbar spine X-ray and MRI | normal", _all("normal lumbar MRI", "present")),
    # the muscle that a study is recorded from
    (
        "ncs | distal motor latency to AH | prolonged",
        _all("tibial CMAP (abductor hallucis)", "slow"),
    ),
    ("ncs | EDB amplitude | 0.5 mV", {("fibular CMAP (extensor digitorum brevis)", "", "unknown")}),
    ("ncs | sural SNAP and tibial SEP | normal", _all("sural SNAP", "normal")),
]


@pytest.mark.parametrize(("say", "expected"), READ)
def test_is_read(
    say: str, expected: set[tuple[str, str, str]], known: Names, members: Members
) -> None:
    assert _said(_read(known, members, say)) == expected


NARROW = [
    ("strength | leg, distal | 3", "tibialis anterior", "gluteus maximus"),
    ("strength | lower limbs: proximally | weak", "gluteus maximus", "tibialis anterior"),
    ("sensation | leg, distal | reduced", "anterior leg", "anterior thigh"),
]


@pytest.mark.parametrize(("say", "within", "without"), NARROW)
def test_is_narrowed(say: str, within: str, without: str, known: Names, members: Members) -> None:
    named = {target for target, _, _ in _said(_read(known, members, say))}
    assert within in named
    assert without not in named


NOTHING = [
    # evoked potentials are no study of the nerve
    "ncs | tibial SEP | abnormal",
    "ncs | motor evoked potentials of the tibial nerve | absent",
    # the skin's own warmth is no feeling
    "sign | skin temperature of the foot | reduced",
    "sign | temperature of the leg | reduced",
    # of a leg that is bent or straightened, nobody knows at which joint
    "strength | extensor muscles of the leg | weak",
    "strength | leg flexors | 3",
    # what is affected is not said to be felt
    "history | left leg affected | present",
    "history | both thighs involved later | present",
    "sign | lumbar spine examination | normal",
    "history | emotional strain | present",
    "history | calf strain | present",
    "history | mother has short toes | present",
    "history | electrical injury | present",
    "imaging | vestibular schwannoma | present",
    "imaging | lumbar radiographs | normal",
    "imaging | x-ray of the lumbar spine | normal",
    "imaging | acetabular cup protrusion | present",
    "imaging | screw in the sacral foramen | present",
    "imaging | ganglion of the ankle | present",
    "task | cycling | impaired",
]


def test_roots_beside_the_paraspinals(known: Names, members: Members) -> None:
    for say in (
        "emg | L5 muscles abnormal; lumbar paraspinals normal | present",
        "emg | L5 and S1 muscles denervated, paraspinals normal | present",
        "emg | S1 myotome abnormal and paraspinals normal | present",
    ):
        said = _said(_read(known, members, say))
        assert ("paraspinals S1", "normal", "unknown") in said
        assert any(word == "abnormal" for _, word, _ in said)


@pytest.mark.parametrize("value", ["0.5 mV and 8 mV", "0.5 and 8 mV", "0.5 mV, 8 mV"])
def test_figures_of_two_nerves(value: str, known: Names, members: Members) -> None:
    reading = _read(known, members, f"ncs | peroneal and tibial CMAP | {value}")
    assert [one.value.number for one in reading.understood] == [0.5, 8.0]


@pytest.mark.parametrize("say", NOTHING)
def test_comes_back(say: str, known: Names, members: Members) -> None:
    reading = _read(known, members, say)
    assert not reading.understood
    assert reading.not_understood
