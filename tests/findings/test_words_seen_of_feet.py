"""What is seen of toes and muscles, a foot drop beside what is sound, and pain when the foot is moved."""

import pytest

from lumbosacral.findings import Members, Names, case_from, understand

Told = set[tuple[str, str, float | None]]


def _said(known: Names, members: Members, say: str) -> Told:
    test, of, value = say.split(" | ")
    reading = understand(
        case_from({"side": "left", "findings": [{"test": test, "of": of, "value": value}]}),
        known,
        members,
    )
    return {
        (target, entry.value.word, entry.value.grade)
        for entry in reading.understood
        for target in entry.targets
    }


def _words(told: Told) -> dict[str, str]:
    return {name: word for name, word, _ in told}


@pytest.mark.parametrize(
    ("say", "word"),
    [
        ("sign | plantar response resulted in flexion of all toes | present", "negative"),
        ("sign | plantar stimulation caused flexion of the toes | present", "negative"),
        ("sign | plantar reflex | great toe flexed", "negative"),
        ("sign | stroking the sole | toes flexed", "negative"),
        ("sign | plantar response resulted in extension of the great toe | present", "positive"),
        ("sign | plantar stimulation | extension of the great toe with fanning", "positive"),
    ],
)
def test_which_way_the_toes_go(known: Names, members: Members, say: str, word: str) -> None:
    assert _words(_said(known, members, say)) == {"Babinski sign": word}


@pytest.mark.parametrize(
    "say",
    [
        "strength | right foot drop with intact plantar flexion | present",
        "strength | foot drop with full plantar flexion | present",
        "strength | foot drop, all other muscles normal | present",
        "strength | isolated foot drop, otherwise normal strength | present",
        "gait | foot drop with normal reflexes | present",
    ],
)
def test_a_foot_drop_beside_what_is_sound(known: Names, members: Members, say: str) -> None:
    assert _words(_said(known, members, say))["foot drop"] == "positive"


@pytest.mark.parametrize(
    "say",
    [
        "sign | fasciculations in the calf | present",
        "sign | fasciculations of the gastrocnemius | present",
        "sign | fasciculations over the right triceps and both quadriceps | present",
        "sign | fasciculations in arms and legs | present",
    ],
)
def test_where_muscles_twitch(known: Names, members: Members, say: str) -> None:
    said = _words(_said(known, members, say))
    assert said["fasciculations"] == "positive"
    assert "muscle hypertrophy of the calves" not in said


@pytest.mark.parametrize(
    ("say", "told"),
    [
        ("sign | wasting of the anterior compartment with preserved extensor digitorum brevis | present",
         {"wasting of the anterior leg": "positive", "wasting of the foot": "negative"}),
        ("sign | atrophy of the anterior compartment, EDB intact | present",
         {"wasting of the anterior leg": "positive", "wasting of the foot": "negative"}),
        ("sign | atrophy of the gastrocnemius and anterior tibialis | present",
         {"wasting of the anterior leg": "positive", "wasting of the calf": "positive"}),
        ("sign | tibialis anterior and soleus | wasted",
         {"wasting of the anterior leg": "positive", "wasting of the calf": "positive"}),
    ],
)  # fmt: skip
def test_what_is_wasted_and_what_is_not(
    known: Names, members: Members, say: str, told: dict[str, str]
) -> None:
    assert _words(_said(known, members, say)) == told


@pytest.mark.parametrize(
    ("say", "names"),
    [
        ("pain | pain on passive plantar flexion of the toes | present",
         {"pain out of proportion and on passive stretch"}),
        ("pain | pain on passive inversion and dorsiflexion | present",
         {"pain out of proportion and on passive stretch"}),
        ("pain | aggravated by dorsiflexion | present", set()),
        ("pain | worse on extension of the back | present", {"pain worse on extension of the back"}),
    ],
)  # fmt: skip
def test_pain_when_the_foot_is_moved(
    known: Names, members: Members, say: str, names: set[str]
) -> None:
    assert set(_words(_said(known, members, say))) == names


@pytest.mark.parametrize(
    "say",
    [
        "sign | scratching the lateral leg brings numbness and tingling in the dorsum of the foot | present",
        "sign | touching the lateral leg triggers tingling of the dorsum of the foot | present",
        "sign | stroking the shin elicits tingling of the dorsum of the foot | present",
        "sign | rubbing the outer calf causes numbness of the dorsum of the foot | present",
    ],
)
def test_what_touch_brings_forth_is_felt_elsewhere(
    known: Names, members: Members, say: str
) -> None:
    assert _words(_said(known, members, say)) == {"dorsum of foot": "positive_symptom"}


@pytest.mark.parametrize(
    ("say", "told"),
    [
        ("history | struck on the outer knee with a stick | present", {"knee injury": "present"}),
        ("history | hit by a baseball bat on the fibular head | present", {"knee injury": "present"}),
        ("history | non-contact knee hyperextension | present", {"knee injury": "present"}),
        ("history | walks with a stick | present", {"walking": "impaired"}),
        ("history | similar foot drop on the other side six months before | present",
         {"previous pressure palsies": "present"}),
        ("history | foot drop of the other foot 2 years ago | present",
         {"previous pressure palsies": "present"}),
    ],
)  # fmt: skip
def test_events_and_what_they_were_done_with(
    known: Names, members: Members, say: str, told: dict[str, str]
) -> None:
    assert _words(_said(known, members, say)) == told
