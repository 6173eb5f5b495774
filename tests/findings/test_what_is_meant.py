"""Words that look like another finding than the one they tell: denied losses, figures of time, what was measured."""

import pytest

from lumbosacral.findings import Members, Names, case_from, understand

Said = set[tuple[str, str, str]]


def _read(say: str, known: Names, members: Members) -> Said:
    """What is read of a finding: (target, value, side)."""
    test, of, value, *side = say.split(" | ")
    finding = {"test": test, "of": of, "value": value} | ({"side": side[0]} if side else {})
    reading = understand(case_from({"findings": [finding]}), known, members)
    return {
        (target, entry.value.word, entry.sides)
        for entry in reading.understood
        for target in entry.targets
    }


def _one(target: str, value: str, side: str = "unknown") -> Said:
    return {(target, value, side)}


DENIED = [
    # a complete loss that is absent is not there; "absent sensation: absent" says it again
    ("sensation | perianal anesthesia | absent", _one("perianal area", "normal")),
    ("sensation | analgesia of the heel | none", _one("heel", "normal")),
    ("sensation | absent sensation of the heel | absent", _one("heel", "absent")),
    ("strength | paralysis of ankle dorsiflexion | absent", _one("ankle dorsiflexion", "normal")),
    # also in another part of the body
    ("strength | facial muscle weakness | absent", _one("head and neck", "normal")),
    ("strength | arm weakness | none", _one("upper limb", "normal")),
    # what can no longer be done
    ("strength | spreading of the toes | no longer possible", _one("toe abduction", "absent")),
    ("strength | great toe extension | no longer able", _one("great toe extension", "absent")),
    # anything wrong in an image
    ("imaging | lumbar pathology on MRI | absent", _one("normal lumbar MRI", "present")),
    ("imaging | brain abnormality on MRI | none", _one("normal brain MRI", "present")),
    # a sign of muscles with no muscle named
    ("sign | fasciculations | absent", _one("fasciculations", "negative")),
    (
        "sign | focal muscular atrophy | absent",
        _one("wasting of the calf", "negative")
        | _one("wasting of the quadriceps", "negative")
        | _one("wasting of the anterior leg", "negative"),
    ),
]

MEASURED = [
    # a figure of time is no grade
    (
        "history | weakness of ankle dorsiflexion 3 months ago | present",
        _one("ankle dorsiflexion", "weak"),
    ),
    ("strength | weak hip flexion for 5 days | present", _one("hip flexion", "weak")),
    ("strength | hip flexion 4/5 for 2 weeks | present", _one("hip flexion", "weak")),
    # a loss that has a degree is not complete
    ("strength | ankle dorsiflexion | significant loss", _one("ankle dorsiflexion", "weak")),
    ("strength | hip abduction | marked loss", _one("hip abduction", "weak")),
    ("strength | ankle dorsiflexion | complete loss", _one("ankle dorsiflexion", "absent")),
    # white cells are those of the blood, but beside the fluid of the spine
    (
        "laboratory | white cells, ESR and CRP | normal",
        _one("inflammatory markers raised", "absent"),
    ),
    ("laboratory | white blood cells | raised", _one("inflammatory markers raised", "present")),
    (
        "laboratory | CSF protein normal, white cells 12 | present",
        _one("CSF protein raised with few cells", "absent") | _one("CSF pleocytosis", "present"),
    ),
    # what a low or a normal figure means
    (
        "laboratory | resting ankle brachial index 0.79 | present",
        _one("absent foot pulses", "present"),
    ),
    ("laboratory | ABPI | 1.05", _one("absent foot pulses", "absent")),
    # what comes from broken muscle
    ("laboratory | myoglobinuria | present", _one("creatine kinase raised", "present")),
    ("laboratory | muscle enzymes | elevated", _one("creatine kinase raised", "present")),
]


@pytest.mark.parametrize(("say", "expected"), [*DENIED, *MEASURED])
def test_is_read(say: str, expected: Said, known: Names, members: Members) -> None:
    assert _read(say, known, members) == expected
