"""Words and shorthand of strength, reflexes, needle EMG, conduction and the sphincters, and what sounds like them."""

import pytest

from lumbosacral.findings import Members, Names, case_from, understand


def _said(known: Names, members: Members, say: str) -> set[tuple[str, str, str]]:
    finding = dict(zip(("test", "of", "value", "side"), say.split(" | "), strict=False))
    reading = understand(case_from({"findings": [finding]}), known, members)
    return {
        (target, one.value.word, one.sides) for one in reading.understood for target in one.targets
    }


def _grades(known: Names, members: Members, say: str) -> dict[str, float | None]:
    finding = dict(zip(("test", "of", "value", "side"), say.split(" | "), strict=False))
    reading = understand(case_from({"findings": [finding]}), known, members)
    return {
        f"{target}, {one.sides}": one.value.grade
        for one in reading.understood
        for target in one.targets
    }


KNEE, ANKLE = "patellar reflex", "Achilles reflex"
EDB = "fibular CMAP (extensor digitorum brevis)"
READ = [
    # a table in one line
    (
        "reflex | KJ: normal; AJ: absent | yes | left",
        {(KNEE, "normal", "left"), (ANKLE, "absent", "left")},
    ),
    (
        "emg | VL: normal; PL: fibs 1+ | yes | left",
        {("vastus lateralis", "normal", "left"), ("fibularis longus", "abnormal", "left")},
    ),
    (
        "ncs | sural: normal, SPN: absent | yes | left",
        {("sural SNAP", "normal", "left"), ("superficial fibular SNAP", "absent", "left")},
    ),
    # two things and two results
    ("reflex | KJ AJ | 2+ 0 | left", {(KNEE, "normal", "left"), (ANKLE, "absent", "left")}),
    ("reflex | KJ/AJ | 2+/1+ | left", {(KNEE, "normal", "left"), (ANKLE, "reduced", "left")}),
    ("reflex | KJ ++ AJ - | yes | left", {(KNEE, "normal", "left"), (ANKLE, "absent", "left")}),
    ("reflex | knee jerk | 2+/0 (R/L)", {(KNEE, "normal", "right"), (KNEE, "absent", "left")}),
    (
        "reflex | patellar and Achilles reflexes | ++/++ and -/- | left",
        {(KNEE, "normal", "left"), (ANKLE, "absent", "left")},
    ),
    (
        "autonomic | unable to achieve an erection | yes",
        {("sexual dysfunction", "present", "unknown")},
    ),
    ("autonomic | anorgasmia | present", {("sexual dysfunction", "present", "unknown")}),
    (
        "emg | TA | fibrillations and PSWs absent | left",
        {("tibialis anterior", "normal", "left")},
    ),
    # where the answer says it
    (
        "reflex | reflexes | normal at the knees but absent at the ankles",
        {(KNEE, "normal", "both"), (ANKLE, "absent", "both")},
    ),
    (
        "reflex | DTRs | present at the knees but not at the ankles",
        {(KNEE, "normal", "both"), (ANKLE, "absent", "both")},
    ),
    (
        "reflex | reflexes | absent at the ankles but not at the knees",
        {(KNEE, "normal", "both"), (ANKLE, "absent", "both")},
    ),
    (
        "reflex | DTRs | 2+ in the arms, 1+ in the legs",
        {("upper limb", "normal", "both"), (KNEE, "reduced", "both"), (ANKLE, "reduced", "both")},
    ),
    # names and marks of reflexes
    ("reflex | tendo calcaneus reflex | weak | left", {(ANKLE, "reduced", "left")}),
    ("reflex | ankle jerk | \u00b1 | left", {(ANKLE, "reduced", "left")}),
    ("reflex | plantars | \u2193\u2193", {("Babinski sign", "negative", "both")}),
    ("reflex | pathological reflexes | none", {("Babinski sign", "negative", "both")}),
    ("reflex | clonus | 0 beats | left", {("ankle clonus", "negative", "left")}),
    ("reflex | knee clonus | present | left", {(KNEE, "increased", "left")}),
    ("reflex | crossed adductor reflex | present", {("adductor reflex", "increased", "unknown")}),
    ("reflex | gag reflex | absent", {("head and neck", "abnormal", "unknown")}),
    # strength
    ("strength | foot raisers | paretic | left", {("ankle dorsiflexion", "weak", "left")}),
    (
        "strength | cannot raise the forefoot | yes | left",
        {("ankle dorsiflexion", "absent", "left")},
    ),
    ("strength | unable to lift big toe | yes | left", {("great toe extension", "absent", "left")}),
    ("strength | gripping with the toes | weak | left", {("toe flexion", "weak", "left")}),
    (
        "strength | unable to lift the leg off the bed | yes | left",
        {("straight leg raising against gravity", "fail", "left")},
    ),
    # needle EMG
    ("emg | tibialis post | fibs 2+ | left", {("tibialis posterior", "abnormal", "left")}),
    ("emg | per. longus | reduced IP | left", {("fibularis longus", "abnormal", "left")}),
    ("emg | TA | full IP | left", {("tibialis anterior", "normal", "left")}),
    ("emg | TA | nothing abnormal detected | left", {("tibialis anterior", "normal", "left")}),
    ("emg | TA | electrically silent at rest | left", {("tibialis anterior", "normal", "left")}),
    ("emg | TA | electrically silent | left", {("tibialis anterior", "abnormal", "left")}),
    ("emg | TA | F 2+, R dec | left", {("tibialis anterior", "abnormal", "left")}),
    # conduction
    (
        "ncs | no focal slowing or conduction block of peroneal nerve | found | left",
        {(EDB, "normal", "left")},
    ),
    (
        "ncs | N. peroneus superficialis | absent | left",
        {("superficial fibular SNAP", "absent", "left")},
    ),
    (
        "ncs | medial dorsal cutaneous nerve SNAP | absent | left",
        {("superficial fibular SNAP", "absent", "left")},
    ),
    ("ncs | peroneal nerve | non-stimulable | left", {(EDB, "absent", "left")}),
    # the sphincters
    ("autonomic | no sphincter involvement | stated", {("bladder emptying", "normal", "unknown")}),
    ("autonomic | urodynamics | normal", {("bladder emptying", "normal", "unknown")}),
    ("autonomic | PR exam | lax tone", {("lax anal tone", "positive", "unknown")}),
    ("autonomic | DRE | reduced tone", {("lax anal tone", "positive", "unknown")}),
    ("autonomic | squeeze pressure | reduced", {("anal squeeze", "weak", "unknown")}),
    ("autonomic | bowels | regular", {("bowel complaint", "absent", "unknown")}),
    (
        "autonomic | erections | absent since the operation",
        {("sexual dysfunction", "present", "unknown")},
    ),
    (
        "autonomic | postmicturition residual | 0.6 L",
        {("post-void residual over 200 ml", "positive", "unknown")},
    ),
]
UNREAD = [
    "strength | passive dorsiflexion | full",
    "reflex | startle reflex | exaggerated",
    "reflex | superficial reflexes | normal",
    "emg | tibialis anterior | could not be tolerated",
    "ncs | H reflex latency | side difference 3 ms",
    "autonomic | bladder tumour | resected",
    "autonomic | lower oesophageal sphincter | lax",
]
GRADED = [
    ("strength | TA/EHL/GSC | 2/1/5 | left", {"tibialis anterior, left": 2.0, "soleus, left": 5.0}),
    (
        "strength | HF KE DF | 5 4 3 | left",
        {"hip flexion, left": 5.0, "ankle dorsiflexion, left": 3.0},
    ),
    ("strength | TA: 3/5; EHL: 5/5; PL: 2/5 | yes | left", {"extensor hallucis longus, left": 5.0}),
    ("strength | ankle dorsiflexion R/L | 5/5 / 3/5", {"ankle dorsiflexion, left": 3.0}),
    (
        "strength | weakness of TA and EHL, 3/5 each | found | left",
        {"tibialis anterior, left": 3.0},
    ),
    (
        "strength | could not extend her knee against gravity | noted | left",
        {"knee extension, left": 2.0},
    ),
    ("strength | cannot abduct the hip against gravity | yes | left", {"hip abduction, left": 2.0}),
    ("strength | quadriceps | barely twitching | left", {"vastus lateralis, left": 1.0}),
]
MEASURED = [
    ("ncs | peroneal CMAP | 5.6/0.4 mV (R/L)", {("right", 5.6, "mV"), ("left", 0.4, "mV")}),
    ("ncs | tibial NCV (L/R) | 39/48 m/s", {("left", 39.0, "m/s"), ("right", 48.0, "m/s")}),
    ("ncs | sural | R 12, L 3 \u00b5V", {("right", 12.0, "uV"), ("left", 3.0, "uV")}),
    (
        "ncs | tibial motor | lat 4.4 ms amp 8.5 mV NCV 46 m/s | left",
        {("left", 4.4, "ms"), ("left", 8.5, "mV"), ("left", 46.0, "m/s")},
    ),
    (
        "ncs | peroneal motor, EDB | Lat 5.0, Amp 1.2, CV 39 | left",
        {("left", 5.0, "ms"), ("left", 1.2, "mV"), ("left", 39.0, "m/s")},
    ),
]


@pytest.mark.parametrize(("say", "meant"), READ)
def test_words_are_read(
    known: Names, members: Members, say: str, meant: set[tuple[str, str, str]]
) -> None:
    assert _said(known, members, say) == meant


@pytest.mark.parametrize("say", UNREAD)
def test_what_sounds_alike_stays_unread(known: Names, members: Members, say: str) -> None:
    assert not _said(known, members, say)


@pytest.mark.parametrize(("say", "meant"), GRADED)
def test_each_grade_is_of_its_own(
    known: Names, members: Members, say: str, meant: dict[str, float]
) -> None:
    assert meant.items() <= _grades(known, members, say).items()


@pytest.mark.parametrize(("say", "meant"), MEASURED)
def test_each_figure_has_its_side_and_unit(
    known: Names, members: Members, say: str, meant: set[tuple[str, float, str]]
) -> None:
    finding = dict(zip(("test", "of", "value", "side"), say.split(" | "), strict=False))
    reading = understand(case_from({"findings": [finding]}), known, members)
    assert {(one.sides, one.value.number, one.value.unit) for one in reading.understood} == meant


def test_another_study_in_the_answer_is_of_its_own(known: Names, members: Members) -> None:
    say = {"test": "ncs", "of": "EDB CMAP", "value": "0.2 mV, tibialis anterior CMAP 2.5 mV"}
    reading = understand(case_from({"findings": [say]}), known, members)
    read = [(one.targets[0], one.value.number) for one in reading.understood]
    assert read == [(EDB, 0.2), ("fibular CMAP (tibialis anterior)", 2.5)]
