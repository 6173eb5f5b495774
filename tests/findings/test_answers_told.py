"""Answers that say little of their own, are of the other side, or turn what the words say."""

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


READ = [
    # what eases a pain does not make it worse
    (
        "pain | bending forward | relieved by",
        {("relief by sitting or bending forward", "present", "unknown")},
    ),
    (
        "pain | walking | improves with",
        {("pain worse on walking or standing", "absent", "unknown")},
    ),
    # an answer that goes on to the other side
    (
        "reflex | right ankle reflex | lost, left preserved",
        {("Achilles reflex", "absent", "right"), ("Achilles reflex", "normal", "left")},
    ),
    (
        "strength | left dorsiflexion | 3/5; the right is normal",
        {("ankle dorsiflexion", "weak", "left"), ("ankle dorsiflexion", "normal", "right")},
    ),
    # an answer that only tells, is of other things, or says that both sides are alike
    ("autonomic | normal bladder function | reports", {("bladder emptying", "normal", "unknown")}),
    ("gait | non-antalgic gait | walks with", {("antalgic gait", "negative", "unknown")}),
    ("reflex | knee jerk (1/4) | reduced", {("patellar reflex", "reduced", "unknown")}),
    (
        "strength | EHL 3/5 on the left | other muscles 5/5",
        {("extensor hallucis longus", "weak", "left")},
    ),
    # what is left out is what the answer is of
    (
        "reflex | all reflexes 2+ except ankle jerk | 0",
        {("patellar reflex", "normal", "unknown"), ("Achilles reflex", "absent", "unknown")},
    ),
    (
        "ncs | normal studies except sural SNAP | absent",
        {
            ("fibular CMAP (extensor digitorum brevis)", "normal", "unknown"),
            ("tibial CMAP (abductor hallucis)", "normal", "unknown"),
            ("superficial fibular SNAP", "normal", "unknown"),
            ("sural SNAP", "absent", "unknown"),
        },
    ),
    # of the needle, only the answer names the muscles
    (
        "emg | fibrillations and positive sharp waves | in tibialis anterior and EHL",
        {
            ("tibialis anterior", "abnormal", "unknown"),
            ("extensor hallucis longus", "abnormal", "unknown"),
        },
    ),
    # a named sign that is explained by its pain is one sign
    (
        "sign | Freiberg's sign | pain on internal rotation of the hip",
        {("Freiberg sign", "positive", "unknown")},
    ),
    # course, and that it came without pain
    (
        "gait | gait disturbance | slowly progressive",
        {
            ("walking", "impaired", "unknown"),
            ("gradual progressive course", "present", "unknown"),
        },
    ),
    (
        "strength | ankle dorsiflexion weakness | painless",
        {("ankle dorsiflexion", "weak", "unknown"), ("painless", "present", "unknown")},
    ),
    # what somebody does it with is of no side
    (
        "task | rises from a chair only with the arms | yes",
        {("rising from a chair", "impaired", "unknown")},
    ),
    # palpation that hurts, or not, is tenderness
    (
        "sign | palpation of the lumbar spine | no pain",
        {("tenderness of the lumbar spine", "negative", "unknown")},
    ),
    # a side goes on to what has one
    (
        "sensation | perianal area and left heel | numb",
        {("perianal area", "reduced", "unknown"), ("heel", "reduced", "left")},
    ),
    # everything that is felt is felt in every place
    (
        "sensation | numbness and tingling in the heel and medial ankle | yes",
        {
            ("heel", "reduced", "unknown"),
            ("heel", "positive_symptom", "unknown"),
            ("medial ankle", "reduced", "unknown"),
            ("medial ankle", "positive_symptom", "unknown"),
        },
    ),
    ("sensation | heel of the right foot | numb", {("heel", "reduced", "right")}),
    (
        "sensation | lateral aspect of the foot and ankle | numb",
        {("lateral border of foot", "reduced", "unknown"), ("lateral ankle", "reduced", "unknown")},
    ),
]


@pytest.mark.parametrize(("say", "expected"), READ)
def test_is_read(
    say: str, expected: set[tuple[str, str, str]], known: Names, members: Members
) -> None:
    assert _said(_read(known, members, say)) == expected


NOTHING = [
    "task | toe walking | unable to test",
    "gait | dragging of the right leg | yes",
    "strength | nobody had anything like this | yes",
]


@pytest.mark.parametrize("say", NOTHING)
def test_comes_back(say: str, known: Names, members: Members) -> None:
    assert not _read(known, members, say).understood
