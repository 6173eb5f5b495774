"""The vocabulary against the names of the atlas."""

import pytest

from lumbosacral.findings import Names
from lumbosacral.findings.language.vocabulary import Vocabulary, vocabulary

CLOSED = ("muscle", "movement", "area", "reflex", "task", "gait", "conduction")


@pytest.fixture(scope="module")
def words(known: Names) -> Vocabulary:
    return vocabulary(known)


@pytest.mark.parametrize("kind", CLOSED)
def test_every_line_names_something_the_atlas_has(kind: str, words: Vocabulary) -> None:
    known = words.names.by_kind.get(kind)
    if not known:
        pytest.skip(f"no file with names of kind {kind}")
    strangers = set(words.canonical[kind]) - set(known) - set(words.names.tests)
    assert strangers <= {"gait"}


def test_members_are_names_of_the_atlas(words: Vocabulary) -> None:
    plain = {
        "group": "muscle",
        "region": "area",
        "reflex group": "reflex",
        "conduction group": "conduction",
        "sign group": "sign",
    }
    for (kind, name), made in words.members.items():
        for member, weight in made:
            assert weight > 0
            if member[0] == "@":
                assert (kind, member[1:]) in words.members, (name, member)
            else:
                assert member.lstrip("-") in words.names.by_kind[plain[kind]], (name, member)


@pytest.mark.parametrize("kind", CLOSED)
def test_every_canonical_name_is_found_as_itself(kind: str, words: Vocabulary) -> None:
    flavour = "ncs" if kind == "conduction" else ""
    for name in words.names.by_kind.get(kind, ()):
        row = words.prepare(name, flavour)
        found = words.match(row, 0, (kind,), flavour)
        assert found is not None, name
        assert (found.name, found.length) == (name, len(row))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("peroneus longus", "Fibularis longus"),
        ("ankle jerks", "Ankle reflex"),
        ("plantar-flexion", "plantarflexion"),
        ("hypoaesthesia", "hypesthesia"),
        ("L4/5", "l4 - l5"),
        ("toes", "toe"),
        ("extension of the knee", "extension knee"),
    ],
)
def test_spellings_fall_together(first: str, second: str, words: Vocabulary) -> None:
    assert [t.norm for t in words.prepare(first)] == [t.norm for t in words.prepare(second)]


def test_muscle_and_nerve_are_kept_apart(words: Vocabulary) -> None:
    for text, kind, name in [
        ("peroneus longus", "muscle", "fibularis longus"),
        ("peroneal nerve", "structure", "common fibular nerve"),
        ("biceps femoris short head", "muscle", "biceps femoris, short head"),
        ("biceps", "elsewhere", "upper limb"),
    ]:
        found = words.match(words.prepare(text), 0, ("muscle", "structure", "elsewhere"))
        assert found is not None
        assert (found.kind, found.name) == (kind, name)


def test_nearest(words: Vocabulary) -> None:
    assert "tibialis anterior" in words.nearest("tibials anterior", ("muscle",))
