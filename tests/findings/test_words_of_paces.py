"""How far somebody gets, what he does on his toes, and the floor, which is no chair."""

import pytest

from lumbosacral.findings import Members, Names, case_from, understand

TOLD = [
    ("task | could take only a few steps | he", {("walking", "impaired")}),
    ("task | walks a couple of steps with support | she", {("walking", "impaired")}),
    ("task | cannot walk any farther | he", {("walking", "impaired")}),
    ("task | could walk only a few metres | he", {("walking", "impaired")}),
    ("task | unable to take a single step | he", {("walking", "fail")}),
    ("task | unable to weight-bear | he", {("walking", "fail")}),
    (
        "task | unable to climb kerbs and walk without tripping | she was",
        {("tripping and frequent falls", "present")},
    ),
    ("gait | walks like a drunk | yes", {("wide-based gait", "positive")}),
    ("gait | staggers as if intoxicated | yes", {("wide-based gait", "positive")}),
    # a habit is no trial
    ("gait | always walks on his toes | yes", set()),
    ("gait | toe-walking | present", set()),
    ("gait | toe walking | impaired", {("toe standing", "impaired")}),
    # nor is the floor a chair
    ("task | difficulty getting up from the floor | yes", set()),
    ("task | rising from the ground | unable", set()),
    ("task | getting up from the floor | climbed up his legs", {("Gowers sign", "positive")}),
]


@pytest.mark.parametrize(("say", "told"), TOLD, ids=[say for say, _ in TOLD])
def test_each_is_read_as_it_is_told(
    known: Names, members: Members, say: str, told: set[tuple[str, str]]
) -> None:
    test, of, value = say.split(" | ")
    case = case_from({"findings": [{"test": test, "of": of, "value": value}]})
    reading = understand(case, known, members)
    assert {(one, u.value.word) for u in reading.understood for one in u.targets} == told
    assert told or reading.not_understood
