"""Texts as vignettes, patients and reports tell them, in whole sentences."""

import pytest

from lumbosacral.api import cases_of, read
from lumbosacral.findings import Members, Names, Reading, understand
from lumbosacral.findings.doors import read_cases


def _read(text: str, known: Names, members: Members) -> Reading:
    return understand(read_cases(text, known)[0], known, members)


def _told(reading: Reading) -> set[tuple[str, str]]:
    return {(name, str(one.value)) for one in reading.understood for name in one.targets}


DENIED = [
    (
        "She denies diabetes, back pain, or trauma, but has a foot drop",
        {
            ("diabetes mellitus", "absent"),
            ("back pain", "absent"),
            ("fall or road accident", "absent"),
            ("foot drop", "positive"),
        },
    ),
    (
        "and had no history of thyroid disease, cancer or chemotherapy",
        {
            ("thyroid disease", "absent"),
            ("cancer", "absent"),
            ("chemotherapy or neurotoxic drug", "absent"),
        },
    ),
    (
        "No fever, weight loss, bowel or bladder incontinence, or saddle anesthesia.",
        {
            ("fever or chills", "absent"),
            ("weight loss", "absent"),
            ("bladder emptying", "normal"),
            ("perineum", "normal"),
        },
    ),
    ("no hip or knee weakness", {("psoas", "normal"), ("rectus femoris", "normal")}),
    ("no knee or ankle jerks", {("patellar reflex", "absent"), ("Achilles reflex", "absent")}),
    ("No back pain, foot drop", {("back pain", "absent"), ("foot drop", "positive")}),
]


@pytest.mark.parametrize(("text", "want"), DENIED)
def test_each_member_of_a_denied_list_is_denied(
    text: str, want: set[tuple[str, str]], known: Names, members: Members
) -> None:
    """What ends with "or" is denied as a whole; commas alone deny no further."""
    assert want <= _told(_read(text, known, members))


def test_nobody_who_complains_of_nothing_is_paralysed(known: Names, members: Members) -> None:
    """Without symptoms on a side is no grade of it."""
    read = _read("no symptoms in the left leg", known, members)
    assert not [one for one in read.understood if one.test == "strength"]


SOMEBODY = [
    ("Hi, I'm 47 and my left foot drags", 47, None),
    ("I (52F) have numb toes", 52, "F"),
    ("my husband (66) can't get up from a chair", 66, "M"),
    ("My 70-year-old mother has a foot drop", 70, "F"),
    ("A woman of 39 presented with a numb thigh", 39, "F"),
    ("Mrs Hill is a 63-year-old retired farmer who has weak legs", 63, "F"),
    ("A 41-year-old roofer fell from a ladder. His left leg is weak.", 41, "M"),
    ("A 10-year-old fracture of the tibia, foot drop", None, None),
    ("I'm 25 weeks pregnant, outer thigh numb", None, None),
    ("My mother has CMT and I have a foot drop", None, None),
]


@pytest.mark.parametrize(("text", "age", "sex"), SOMEBODY)
def test_who_it_is_is_told_in_other_words(
    text: str, age: float | None, sex: str | None, known: Names, members: Members
) -> None:
    """Age beside "I" or a relative, sex by "he" or "she" where no one else is spoken of."""
    patient = _read(text, known, members).patient
    assert (patient.age, patient.sex) == (age, sex)


TIMES = [
    ("Eight weeks later, she attends the clinic with a waddling gait", 56),
    ("Three weeks later he developed a foot drop", None),
    ("presents after four days of left thigh pain", 4),
    ("The symptoms developed in the past three weeks. He bought a cane yesterday.", 21),
    ("He had a hip replacement 10 years ago. For the past 3 weeks his left foot drags.", 21),
    ("hip replacement 2 weeks ago, left foot drop", 14),
    ("Toes have been numb about a year and a half", 547),
    ("diabetic for 20 years, foot drop for 2 days", 2),
    ("back pain for 2 days, unable to urinate since this morning", 2),
]


@pytest.mark.parametrize(("text", "days"), TIMES)
def test_the_time_is_that_of_the_illness(
    text: str, days: float | None, known: Names, members: Members
) -> None:
    """The first that is told, rather than that of an older event."""
    got = _read(text, known, members).onset_days
    assert (got is None) == (days is None)
    assert got is None or got == pytest.approx(days, rel=0.02)


def test_what_leads_to_a_finding_is_no_part_of_it(known: Names, members: Members) -> None:
    """Who was visited, and that he examined, is left out."""
    text = (
        "A 50-year-old man comes to the emergency department because of weakness of the left foot. "
        "On physical examination, there is reduced sensation over the first web space."
    )
    read = _read(text, known, members)
    assert ("first web space", "reduced") in _told(read)
    assert not read.not_understood


def test_a_place_or_a_posture_alone_does_not_hurt(known: Names, members: Members) -> None:
    """Pain is read where something hurts, in the clause or in its sentence."""
    for text in ("I always sit with my legs crossed", "he sustained a posterior hip dislocation"):
        assert not [one for one in _read(text, known, members).understood if one.test == "pain"]
    told = _told(_read("Sitting, coughing or bending forward makes it worse", known, members))
    assert ("pain worse on sitting", "present") in told
    told = _told(_read("pain in the calf, shin and foot", known, members))
    assert {("calf pain", "present"), ("anterior leg", "present")} <= told


REPORTS = [
    (
        "Concentric needle EMG revealed 2+ fibrillations and positive sharp waves in the right vastus medialis, "
        "rectus femoris and iliacus.",
        {("vastus medialis", True), ("rectus femoris", True), ("iliacus", True)},
    ),
    (
        "Needle examination of the left lower extremity disclosed increased insertional activity, fibrillations, and "
        "reduced recruitment in the tibialis posterior, soleus and flexor digitorum longus.",
        {("tibialis posterior", True), ("soleus", True), ("flexor digitorum longus", True)},
    ),
    (
        "Needle EMG was normal in the vastus lateralis, adductor longus and tibialis anterior but showed "
        "fibrillations in the gluteus medius and tensor fasciae latae.",
        {
            ("vastus lateralis", False),
            ("adductor longus", False),
            ("tibialis anterior", False),
            ("gluteus medius", True),
            ("tensor fasciae latae", True),
        },
    ),
    (
        "EMG showed fibrillations in the tibialis anterior; all other muscles tested, including the short head of "
        "biceps femoris and the gluteus medius, were normal.",
        {
            ("tibialis anterior", True),
            ("biceps femoris, short head", False),
            ("gluteus medius", False),
        },
    ),
    (
        "Needle EMG shows denervation in the biceps femoris, short head, and tibialis anterior, while the gluteus "
        "maximus and the vastus medialis are spared.",
        {
            ("biceps femoris, short head", True),
            ("tibialis anterior", True),
            ("gluteus maximus", False),
            ("vastus medialis", False),
        },
    ),
]


@pytest.mark.parametrize(("text", "want"), REPORTS)
def test_a_needle_study_told_in_sentences(
    text: str, want: set[tuple[str, bool]], known: Names, members: Members
) -> None:
    """Signs in a list are of all muscles that follow; what was normal or abnormal elsewhere stays apart."""
    read = _read(text, known, members).understood
    assert {one.test for one in read} == {"emg"}
    named = {name for name, _ in want}
    got = {
        (name, one.value.word != "normal") for one in read for name in one.targets if name in named
    }
    assert got == want


def test_nerves_told_in_sentences(known: Names, members: Members) -> None:
    """Each side of several nerves has its own result, and a joint where a nerve is stimulated has no reflex."""
    told = _read(
        "The sural and superficial peroneal SNAPs are absent on the left and normal on the right.",
        known,
        members,
    ).understood
    got = {(one.targets[0], one.sides, str(one.value)) for one in told}
    assert got == {
        (name, side, value)
        for name in ("sural SNAP", "superficial fibular SNAP")
        for side, value in (("left", "absent"), ("right", "normal"))
    }
    read = _read(
        "EMG: absent superficial peroneal response; peroneal CMAP at EDB was 0.5 mV with stimulation at the ankle and "
        "unobtainable at the knee",
        known,
        members,
    )
    assert {one.test for one in read.understood} == {"ncs"}
    assert ("superficial fibular SNAP", "absent") in _told(read)


WORDED = [
    (
        "Sensation to sharp and dull is normal in the legs, vibrational sense is reduced in the toes",
        {("anterior thigh", "normal"), ("dorsum of great toe", "reduced")},
    ),
    ("Straight leg raising did not reproduce his pain", {("straight leg raise", "negative")}),
    (
        "When she stands on her right leg, the pelvis on the left side falls",
        {("Trendelenburg sign", "positive")},
    ),
    (
        "Left leg pain, numbness and weakness for 3 weeks",
        {("leg pain", "present"), ("anterior thigh", "reduced"), ("soleus", "weak")},
    ),
    (
        "weakness and tingling of the right foot",
        {("tibialis anterior", "weak"), ("dorsum of foot", "positive symptom")},
    ),
    (
        "Since the birth of my son the front of my thigh is numb",
        {("labour and delivery", "present"), ("anterior thigh", "reduced")},
    ),
    (
        "After the hip replacement I could not lift the foot",
        {("total hip arthroplasty", "present"), ("ankle dorsiflexion", "grade 0")},
    ),
    (
        "My foot drags. It doesn't hurt at all.",
        {("foot drop", "positive"), ("painless", "present")},
    ),
    (
        "foot drop s/p total knee replacement",
        {("foot drop", "positive"), ("knee arthroplasty", "present")},
    ),
    ("weak foot due to a slipped disc", {("tibialis anterior", "weak")}),
]


@pytest.mark.parametrize(("text", "want"), WORDED)
def test_other_wordings_of_a_sentence(
    text: str, want: set[tuple[str, str]], known: Names, members: Members
) -> None:
    """What is told in the words of books and of patients, each with its place."""
    assert want <= _told(_read(text, known, members))


def test_a_question_to_the_reader_is_no_finding(known: Names, members: Members) -> None:
    """Neither are the answers that it offers."""
    text = (
        "A 30-year-old man has a left foot drop. Which of the following nerves is most likely injured? "
        "A. Femoral nerve B. Sciatic nerve C. Common fibular nerve"
    )
    read = _read(text, known, members)
    assert _told(read) == {("foot drop", "positive")}
    assert not read.not_understood


MORE = [
    (
        "Knee extension and the knee jerk are preserved",
        {("knee extension", "normal", "unknown"), ("patellar reflex", "normal", "unknown")},
    ),
    ("a weak left leg from nerve damage", {("soleus", "weak", "left")}),
    ("the right eversion and inversion were both weak", {("foot eversion", "weak", "right")}),
    ("my left big toe won't lift", {("great toe extension", "grade 0", "left")}),
    ("No trouble with my back", {("back pain", "absent", "unknown")}),
    ("a body mass index of 38", {("obesity", "present", "unknown")}),
    (
        "Medial and lateral plantar responses were absent on the left and normal on the right. "
        "Sural and peroneal studies were normal.",
        {
            ("medial plantar SNAP", "absent", "left"),
            ("lateral plantar SNAP", "normal", "right"),
            ("sural SNAP", "normal", "unknown"),
        },
    ),
]


@pytest.mark.parametrize(("text", "want"), MORE)
def test_sides_and_nouns_of_sentences(
    text: str, want: set[tuple[str, str, str]], known: Names, members: Members
) -> None:
    """Both movements are no sides, and a side that was compared with the other holds no longer."""
    read = _read(text, known, members).understood
    assert want <= {(name, str(one.value), one.sides) for one in read for name in one.targets}


def test_damage_of_a_nerve_is_no_study_of_it(known: Names, members: Members) -> None:
    """Nor is an uneventful course after an operation a finding."""
    text = "His acute postoperative course was unremarkable. Weak foot due to nerve injury."
    assert {one.test for one in _read(text, known, members).understood} == {"strength"}


def test_what_somebody_could_do_before_is_no_result(known: Names, members: Members) -> None:
    """It comes back."""
    read = _read("Previously able to walk unaided, right foot drop", known, members)
    assert _told(read) == {("foot drop", "positive")}
    assert read.not_understood


def test_a_kind_of_diabetes_is_no_age(known: Names, members: Members) -> None:
    """Nor does it hide one."""
    text = "A 48-year-old type 1 diabetic presents with a numb foot"
    assert _read(text, known, members).patient.age == 48


@pytest.mark.parametrize(
    "words", ["can't feel when she wipes", "cannot feel the toilet paper", "unable to feel wiping"]
)
def test_what_is_not_felt_in_wiping(words: str) -> None:
    """It is the skin around the anus that is numb."""
    found = read(cases_of(f"both legs weak, {words}")[0])
    assert ("sensation", "perianal area") in {(o.test, o.targets[0]) for o in found.understood}
    assert not found.not_understood


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("left foot drop, ?peroneal palsy", "?peroneal palsy"),
        ("45F ?CES, saddle numb", "?CES"),
        ("left foot drop. MRI: L5 root compression?", "L5 root compression?"),
        ("?Babinski positive, left foot drop", "?Babinski positive"),
    ],
)
def test_what_is_only_suspected_is_no_finding(text: str, asked: str) -> None:
    """A question put to a study, or a suspicion, comes back; who it is and what was found is read."""
    found = read(cases_of(text)[0])
    assert [one.words for one in found.not_understood] == [asked]
    assert len(found.understood) == 1
    assert found.patient.age == (45 if text.startswith("45") else None)


@pytest.mark.parametrize("nerve", ["common fibular", "common peroneal", "tibial", "femoral"])
def test_a_diagnosis_under_an_impression_is_no_study(nerve: str) -> None:
    """What the laboratory concludes is what the program should find out, and comes back."""
    found = read(cases_of(f"left foot drop. Impression: right {nerve} neuropathy")[0])
    assert {one.test for one in found.understood} == {"gait"}
