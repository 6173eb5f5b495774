"""Notes as they are typed in a hurry: headings, columns for two legs, words cut short, denials of a whole list."""

import pytest

from lumbosacral.findings import Members, Names, Reading, case_from_text, understand


def _read(text: str, known: Names, members: Members) -> Reading:
    return understand(case_from_text(text, known), known, members)


def _told(reading: Reading) -> set[tuple[str, str, str]]:
    return {(name, str(one.value), one.sides) for one in reading.understood for name in one.targets}


def _unread(reading: Reading) -> list[str]:
    return [one.words for one in reading.not_understood]


WHO = [
    ("HPI: 38yo F w/ L foot drop", 38, "F"),
    ("CC: foot drop\nHPI: 61yoM, L foot drop", 61, "M"),
    ("- 70M\n- L foot drop", 70, "M"),
    ("PC: L foot drop. 33 y.o. G2P1 female", 33, "F"),
    ("?CES 41F, L foot drop", 41, "F"),
    ("Pt is a 58 yo male with L foot drop", 58, "M"),
    ("M/58, L foot drop", 58, "M"),
    ("Age: 47 Sex: F. L foot drop", 47, "F"),
    ("72\u2640 L foot drop", 72, "F"),
    # nobody else's age
    ("L foot drop. Brother 36M well", None, None),
]


@pytest.mark.parametrize(("text", "age", "sex"), WHO)
def test_who_it_is_stands_behind_headings_and_other_words(
    text: str, age: float | None, sex: str | None, known: Names, members: Members
) -> None:
    reading = _read(text, known, members)
    assert (reading.patient.age, reading.patient.sex) == (age, sex)
    assert ("foot drop", "positive", "left") in _told(reading)


TIMES = [
    ("L foot drop x 3/7", 3),
    ("L foot drop x3d", 3),
    ("LBP x 2 weeks radiating to R buttock", 14),
    ("L foot drop, 2wk post hysterectomy", 14),
    ("3/7 post THR, L foot drop", 3),
    ("postop day 3, L foot drop", 3),
    ("Postpartum day 2, L foot drop", 2),
    ("L foot drop since this am", 0.5),
    ("Duration: 3 weeks. L foot drop", 21),
    ("tingling in feet, 1 yr, getting worse", 365.25),
    ("62F with 6 months of burning feet", 182.4),
    # the first that is told; what went before an illness is no time of it
    ("1/7 hx leg pain, urinary retention since this am", 1),
    ("diarrhoea 2/52 ago, 4/7 ascending weakness", 4),
    ("vaccinated 2 weeks ago, weak legs", None),
    ("30 weeks pregnant, L foot drop", None),
]


@pytest.mark.parametrize(("text", "days"), TIMES)
def test_since_when_in_shorthand(
    text: str, days: float | None, known: Names, members: Members
) -> None:
    reading = _read(text, known, members)
    assert reading.onset_days == (None if days is None else pytest.approx(days))
    assert reading.patient.age in {None, 62}


COLUMNS = [
    (
        "Power (MRC)   R   L\nHip flexion   5   5\nAnkle DF   5   2",
        {
            ("hip flexion", "grade 5", "right"),
            ("hip flexion", "grade 5", "left"),
            ("ankle dorsiflexion", "grade 5", "right"),
            ("ankle dorsiflexion", "grade 2", "left"),
        },
    ),
    (
        "| Reflexes | Left | Right |\n|---|---|---|\n| Knee jerk | ++ | ++ |\n| Ankle jerk | - | ++ |",
        {
            ("patellar reflex", "normal", "left"),
            ("patellar reflex", "normal", "right"),
            ("Achilles reflex", "absent", "left"),
            ("Achilles reflex", "normal", "right"),
        },
    ),
    (
        "Motor R/L: TA 3/5, EHL 2/5",
        {
            ("tibialis anterior", "grade 3", "right"),
            ("tibialis anterior", "grade 5", "left"),
            ("extensor hallucis longus", "grade 2", "right"),
            ("extensor hallucis longus", "grade 5", "left"),
        },
    ),
    (
        "Motor:\nR: TA 3 EHL 2\nL: TA 5 EHL 5",
        {
            ("tibialis anterior", "grade 3", "right"),
            ("extensor hallucis longus", "grade 2", "right"),
            ("tibialis anterior", "grade 5", "left"),
            ("extensor hallucis longus", "grade 5", "left"),
        },
    ),
]


@pytest.mark.parametrize(("text", "told"), COLUMNS)
def test_columns_for_two_legs(
    text: str, told: set[tuple[str, str, str]], known: Names, members: Members
) -> None:
    reading = _read(text, known, members)
    assert _told(reading) == told
    assert not _unread(reading)


SHORT = [
    ("O/E: SLR neg", ("straight leg raise", "negative", "unknown")),
    ("Heel walk \u2013 unable R", ("heel standing", "fail", "right")),
    ("Toe walk: NAD", ("toe standing", "pass", "unknown")),
    ("L: IP 5 Q 4 H 5", ("rectus femoris", "grade 4", "left")),
    ("L: IP 5 Q 4 H 3", ("semitendinosus", "grade 3", "left")),
    ("SILT except L anterior thigh", ("anterior thigh", "reduced", "left")),
    ("R leg KJ \u2713 AJ \u2713", ("Achilles reflex", "normal", "right")),
    ("k/c/o DM, numb feet", ("diabetes mellitus", "present", "unknown")),
    ("numbness b/w legs", ("perineum", "reduced", "unknown")),
    ("L foot drop w/o back pain", ("back pain", "absent", "left")),
]


@pytest.mark.parametrize(("text", "told"), SHORT)
def test_words_cut_short(
    text: str, told: tuple[str, str, str], known: Names, members: Members
) -> None:
    reading = _read(text, known, members)
    assert told in _told(reading)
    assert not _unread(reading)


SIDES = [
    # what is sound on the other leg, or on both, turns nothing to it
    ("L TA 1/5. R all 5/5. EHL 2/5", ("extensor hallucis longus", "grade 2", "left")),
    ("R TA 1/5. KJ 2+ b/l. EHL 2/5", ("extensor hallucis longus", "grade 2", "right")),
    ("R TA 1/5. Babinski neg b/l. EHL 2/5", ("extensor hallucis longus", "grade 2", "right")),
    ("L TA 1/5. Sensation intact R. AJ absent", ("Achilles reflex", "absent", "left")),
    # one side behind grades in a list is of all of them
    ("DF 1/5, EV 2/5, PF 5/5 on R", ("ankle dorsiflexion", "grade 1", "right")),
    ("L4 4/5 L5 2/5 S1 5/5 on L", ("medial gastrocnemius", "grade 5", "left")),
    ("L4 4/5 L5 2/5 S1 5/5 on L", ("extensor hallucis longus", "grade 2", "left")),
    ("HF 4/5, KE 5/5 b/l", ("hip flexion", "grade 4", "both")),
]


@pytest.mark.parametrize(("text", "told"), SIDES)
def test_which_side_holds(
    text: str, told: tuple[str, str, str], known: Names, members: Members
) -> None:
    assert told in _told(_read(text, known, members))


MEANT = [
    ("Plantars: R upgoing L down", {("Babinski sign", "positive", "right"), ("Babinski sign", "negative", "left")}),
    ("toes down b/l", {("Babinski sign", "negative", "both")}),
    ("AJ - b/l", {("Achilles reflex", "absent", "both")}),
    ("AJ - absent L", {("Achilles reflex", "absent", "left")}),
    ("rectal tone normal", {("lax anal tone", "negative", "unknown")}),
    ("PR: reduced tone", {("lax anal tone", "positive", "unknown")}),
    ("s/p vaginal delivery", {("labour and delivery", "present", "unknown")}),
    ("SLR L 40 deg +", {("straight leg raise", "positive", "left")}),
    ("XSLR neg", {("crossed straight leg raise", "negative", "unknown")}),
    ("no gait disturbance", {("walking", "pass", "unknown")}),
    ("can't get toes up", {("toe extension", "grade 0", "unknown")}),
    ("heel-shin normal", {("nystagmus or cerebellar ataxia", "negative", "unknown")}),
    ("Strength 5/5 UE b/l", {("upper limb", "grade 5", "both")}),
    ("UE 5/5", {("upper limb", "grade 5", "both")}),
    ("Tinel pos. AJ present", {("Achilles reflex", "normal", "unknown")}),
    ("unable to stand", set()),
    ("numb ant thigh + med shin", {("anterior thigh", "reduced", "unknown"), ("medial leg", "reduced", "unknown")}),
    ("dec LT lat ankle", {("lateral ankle", "reduced", "unknown")}),
    ("reflexes: symmetric", {("patellar reflex", "normal", "both"), ("Achilles reflex", "normal", "both")}),
    ("# tibia", {("fracture of the tibia", "present", "unknown")}),
    ("no wt loss", {("weight loss", "absent", "unknown")}),
    ("CKD4", {("kidney failure", "present", "unknown")}),
    ("warfarin INR 6.2",
     {("anticoagulation", "present", "unknown"), ("INR or clotting time raised", "present", "unknown")}),
    ("L foot drop post THR", {("foot drop", "positive", "left"), ("total hip arthroplasty", "present", "left")}),
    ("knee ext 2/5, adduction 4/5", {("knee extension", "grade 2", "unknown")}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), MEANT)
def test_what_is_meant_by_it(
    text: str, told: set[tuple[str, str, str]], known: Names, members: Members
) -> None:
    assert _told(_read(text, known, members)) == told


BOTH_LEGS = [
    ("R KJ 2+ AJ 0 L KJ 2+ AJ 2+", {"KJ": ("normal", "normal"), "AJ": ("absent", "normal")}),
    ("KJ 2+ R AJ 0 R KJ 0 L AJ 2+ L", {"KJ": ("normal", "absent"), "AJ": ("absent", "normal")}),
    ("KJ 2+ b/l, achilles 1+ R 2+ L", {"KJ": ("normal",), "AJ": ("reduced", "normal")}),
    ("KJ ++/++, AJ 0/0", {"KJ": ("normal",), "AJ": ("absent",)}),
]


@pytest.mark.parametrize(("text", "told"), BOTH_LEGS)
def test_both_legs_in_one_row(
    text: str, told: dict[str, tuple[str, ...]], known: Names, members: Members
) -> None:
    """Right before left, or one result of both."""
    names = {"KJ": "patellar reflex", "AJ": "Achilles reflex"}
    wanted = {
        (names[jerk], value, side)
        for jerk, values in told.items()
        for value, side in zip(
            values, ("right", "left") if len(values) > 1 else ("both",), strict=True
        )
    }
    assert _told(_read(text, known, members)) == wanted


TROUBLES = [
    ("R leg pain and weakness", {"pain", "strength"}),
    ("weakness and numbness of the R leg", {"strength", "sensation"}),
    ("numbness & weakness R foot", {"strength", "sensation"}),
    ("R foot pain, numbness and weakness", {"pain", "strength", "sensation"}),
    ("numbness and tingling R foot", {"sensation"}),
]


@pytest.mark.parametrize(("text", "tests"), TROUBLES)
def test_two_troubles_of_one_place(
    text: str, tests: set[str], known: Names, members: Members
) -> None:
    reading = _read(text, known, members)
    assert {one.test for one in reading.understood} == tests
    assert {one.sides for one in reading.understood} == {"right"}
    assert not _unread(reading)


def test_hands_and_feet_are_told_apart(known: Names, members: Members) -> None:
    told = _told(_read("tingling in hands and feet", known, members))
    assert {
        ("dorsum of foot", "positive symptom", "both"),
        ("hand numbness", "positive", "both"),
    } <= told


QUADRICEPS = ("rectus femoris", "vastus lateralis", "vastus intermedius", "vastus medialis")
BOWEL, BLADDER = ("bowel complaint", "absent"), ("bladder emptying", "normal")
FEVER, BACK = ("fever or chills", "absent"), ("back pain", "absent")
DENIED = [
    ("Denies trauma, fever, back pain", {FEVER, BACK, ("fall or road accident", "absent")}),
    ("Denies fever, back pain, L foot drop x 3/7", {FEVER, BACK, ("foot drop", "positive")}),
    ("denies fever, back pain but has foot drop", {FEVER, BACK, ("foot drop", "positive")}),
    ("neg for fever, weight loss", {FEVER, ("weight loss", "absent")}),
    ("no fever, chills or weight loss, foot drop", {("foot drop", "positive"), ("weight loss", "absent"), FEVER}),
    ("No fever, weight loss, back pain.", {FEVER, ("weight loss", "absent"), BACK}),
    ("no bowel, bladder or sexual dysfunction", {BOWEL, BLADDER, ("sexual dysfunction", "absent")}),
    ("no bladder/bowel dysfunction", {BOWEL, BLADDER}),
    ("No b/b dysfunction", {BOWEL, BLADDER}),
    ("bowels and bladder ok", {BOWEL, BLADDER}),
    ("B&B normal", {BOWEL, BLADDER}),
    ("no clonus or fasciculations", {("ankle clonus", "negative"), ("fasciculations", "negative")}),
    # one member denied, and another that is there
    ("no fever, back pain in the night", {FEVER, ("back pain", "present"), ("night pain", "present")}),
    ("denies back pain, weak quadriceps", {BACK, *((name, "weak") for name in QUADRICEPS)}),
    ("no back pain, severe fever", {BACK, ("fever or chills", "present")}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), DENIED)
def test_lists_that_are_denied_as_a_whole(
    text: str, told: set[tuple[str, str]], known: Names, members: Members
) -> None:
    assert {(name, value) for name, value, _ in _told(_read(text, known, members))} == told


def test_a_place_behind_the_list_is_of_all_of_it(known: Names, members: Members) -> None:
    reading = _read("no weakness or numbness of the right leg", known, members)
    assert {one.sides for one in reading.understood} == {"right"}
    assert {one.test for one in reading.understood} == {"strength", "sensation"}


@pytest.mark.parametrize(
    ("text", "sex"),
    [
        ("tibial DML 4.1 ms, TA 2", None),
        ("known MS, TA 2", None),
        ("MR spine normal, TA 2", None),
        ("Ms Smith, TA 2", "F"),
    ],
)
def test_no_title_in_a_unit_or_an_illness(
    text: str, sex: str | None, known: Names, members: Members
) -> None:
    assert _read(text, known, members).patient.sex == sex


@pytest.mark.parametrize(
    "text", ["LBP for 2 days radiating to R buttock", "3/52 hx of R leg pain", "R leg pain 3/52"]
)
def test_what_stands_beside_a_time_is_told_once(text: str, known: Names, members: Members) -> None:
    reading = _read(text, known, members)
    assert "unknown" not in {one.sides for one in reading.understood}
    assert reading.onset_days is not None
