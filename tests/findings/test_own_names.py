"""Every name of the atlas is read as itself, whatever words the vocabulary drops."""

import pytest

from lumbosacral.api import read
from lumbosacral.atlas.load import load_atlas
from lumbosacral.findings import case_from, names

KINDS = {
    "muscle": ("strength", "3"),
    "movement": ("strength", "3"),
    "area": ("sensation", "reduced"),
    "reflex": ("reflex", "absent"),
    "task": ("task", "fail"),
    "gait": ("gait", "positive"),
    "sign": ("sign", "positive"),
    "conduction": ("ncs", "absent"),
}
OWN = [
    (test, name, value) for kind, (test, value) in KINDS.items() for name in names().by_kind[kind]
]
OWN += [
    (names().tests[name], name, "present") for name in names().by_kind["association"]
]  # fmt: skip


@pytest.mark.parametrize(("test", "name", "value"), OWN, ids=lambda x: x)
def test_a_name_of_the_atlas_is_read_as_itself(test: str, name: str, value: str) -> None:
    reading = read(case_from({"findings": [{"test": test, "of": name, "value": value}]}))
    assert [name] == [target for one in reading.understood for target in one.targets]
    assert not reading.not_understood


PARTS = {
    "tasks": ("task", "fail"),
    "gaits": ("gait", "positive"),
    "movements": ("strength", "3"),
    "muscles": ("strength", "3"),
    "areas": ("sensation", "reduced"),
    "reflexes": ("reflex", "absent"),
    "signs": ("sign", "positive"),
    "motor": ("ncs", "absent"),
    "sensory": ("ncs", "absent"),
    "late": ("ncs", "absent"),
}
OTHERS = [
    (test, alias, name, value)
    for part, (test, value) in PARTS.items()
    for name, record in getattr(load_atlas(), part).items()
    for alias in record.aliases
]


@pytest.mark.parametrize(("test", "alias", "name", "value"), OTHERS, ids=lambda x: x)
def test_another_name_of_the_atlas_means_the_same(
    test: str, alias: str, name: str, value: str
) -> None:
    reading = read(case_from({"findings": [{"test": test, "of": alias, "value": value}]}))
    assert name in [target for one in reading.understood for target in one.targets]
