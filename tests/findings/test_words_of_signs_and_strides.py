"""Signs, tasks and ways of walking as reports tell them: where it is, how high a foot is lifted, what is painless."""

import pytest

from lumbosacral.findings import Members, Names, case_from, understand

READ = {
    "steppage gait": (
        "gait | has to pick her feet up high when walking | yes",
        "gait | brings the knee up high with each step | yes",
        "gait | compensates by raising the leg higher than normal to clear the floor | yes",
    ),
    "knee buckling": (
        "gait | right knee suddenly gives way | yes",
        "gait | knee collapses abruptly on the stairs | yes",
    ),
    "wide-based gait": (
        "gait | unsteady when walking | yes",
        "task | tandem walking | not possible",
    ),
    "loss of lumbar lordosis or restricted lumbar flexion": (
        "sign | trunk lists to the left | yes",
        "sign | Posture | body listing to the right",
    ),
    "not loss of lumbar lordosis or restricted lumbar flexion": (
        "sign | full range of motion of the lumbar spine | yes",
        "sign | normal active motion of the lumbar spine | revealed",
    ),
    "Tinel sign at the fibular neck": ("sign | Tinnel's over the fibular head | yes",),
    "restricted or painful hip rotation": ("sign | F-AB-ER | pos",),
    "not restricted or painful hip rotation": ("sign | Patrick test was painless | yes",),
    "not straight leg raise": (
        "sign | SLR was pain-free on both sides | yes",
        "sign | straight leg raising painless to 80 degrees | yes",
    ),
    "not femoral stretch test": ("sign | reverse SLR was not painful | yes",),
    "mass in the buttock": ("sign | painless swelling of the buttock | yes",),
    "not Babinski sign": ("sign | down-going toes | both",),
    "wasting of the quadriceps": (
        "sign | proximal wasting | yes",
        "sign | atrophy of the proximal lower limb muscles | marked",
    ),
    "thickened nerves": ("sign | thickened ulnar nerve trunk | palpable",),
    "buttock tenderness": (
        "sign | tenderness at the medial and inferior borders of the piriformis | yes",
        "sign | buttock tenderness extending from the sacrum to the trochanter | yes",
    ),
    "tenderness at the fibular neck": ("sign | tender in the region of the fibular head | yes",),
    "mass at the fibular head": (
        "sign | tenderness over the left fibular head and swelling in the same place | yes",
    ),
    "tenderness of the heel or sole": ("sign | tenderness over the abductor hallucis | yes",),
    "not swelling and oedema of the leg": ("sign | leg redness or swelling | none",),
    "pain out of proportion and on passive stretch": (
        "sign | pain on passive stretching of the muscle groups | yes",
    ),
    "Freiberg sign": ("sign | pain on passive internal rotation of the hip | Freiberg's sign",),
}

UNREAD = (
    "gait | the ankle rolled over | yes",
    "gait | his ankles often gave way | yes",
    "sign | ulcers of both shins | yes",
)

ALONE = (
    ("gait | right knee suddenly gives way | yes", {"knee buckling"}),
    ("gait | walks with a waddle, shoulders thrown back | yes", {"waddling gait"}),
    ("gait | knee buckling on stairs | yes", {"knee buckling"}),
    ("sign | thickened ulnar nerve trunk | palpable", {"thickened nerves"}),
    ("sign | pain on passive internal rotation of the hip | Freiberg's sign", {"Freiberg sign"}),
    (
        "sign | buttock tenderness extending from the sacrum to the trochanter | yes",
        {"buttock tenderness"},
    ),
)

WEAK = (
    ("task | calf weakness on the left. Cannot rise on tiptoe | yes", "medial gastrocnemius"),
    ("task | the quadriceps was weak, making it hard to climb stairs | yes", "vastus medialis"),
    ("gait | limp due to weak hip abductors | yes", "hip abduction"),
    ("gait | weak left foot - partial foot drop | yes", "tibialis anterior"),
)

NOT_WEAK = (
    "task | standing on the weak leg | unable",
    "task | weakness when climbing stairs | yes",
    "gait | foot drop without leg weakness | yes",
)


def _read(phrase: str, known: Names, members: Members) -> list[tuple[str, str, str]]:
    test, of, value = phrase.split(" | ")
    case = case_from({"findings": [{"test": test, "of": of, "value": value}]})
    understood = understand(case, known, members).understood
    return [(one.test, name, one.value.word) for one in understood for name in one.targets]


@pytest.mark.parametrize(
    ("name", "phrase"), [(name, phrase) for name, said in READ.items() for phrase in said]
)
def test_it_is_read(name: str, phrase: str, known: Names, members: Members) -> None:
    """Each is the finding it tells of, there or not there."""
    plain = name.removeprefix("not ")
    words = {word for _, one, word in _read(phrase, known, members) if one == plain}
    there = {"present", "positive", "abnormal"}
    assert words
    assert words.isdisjoint(there) if name != plain else words <= there


@pytest.mark.parametrize("phrase", UNREAD)
def test_it_comes_back(phrase: str, known: Names, members: Members) -> None:
    """What the atlas has no name for is not pressed into the next best."""
    assert not _read(phrase, known, members)


@pytest.mark.parametrize(("phrase", "names"), ALONE)
def test_nothing_beside_it(phrase: str, names: set[str], known: Names, members: Members) -> None:
    """Words that only say how or where add no finding of their own."""
    assert {name for _, name, _ in _read(phrase, known, members)} == names


@pytest.mark.parametrize(("phrase", "name"), WEAK)
def test_a_weak_limb_beside_a_task(phrase: str, name: str, known: Names, members: Members) -> None:
    """What is called weak beside a task or a gait is a finding of strength, and none of feeling."""
    read = _read(phrase, known, members)
    assert ("strength", name, "weak") in read
    assert "sensation" not in {test for test, _, _ in read}


@pytest.mark.parametrize("phrase", NOT_WEAK)
def test_no_weakness_beside_a_task(phrase: str, known: Names, members: Members) -> None:
    """A leg that is stood on, or what is done, may be called weak without a finding of strength."""
    assert "strength" not in {test for test, _, _ in _read(phrase, known, members)}
