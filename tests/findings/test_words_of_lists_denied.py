"""Lists of a history and of a laboratory: how far a denial goes, what is no more, and figures of several measures."""

import pytest

from lumbosacral.api import read
from lumbosacral.findings import case_from

DENIED = (
    ("history", "no history of cancer, stroke, or recent trauma | He had", "fall or road accident"),
    ("history", "no diabetes or previous back surgery | patient", "lumbar spine surgery"),
    ("history", "no weight loss or history of tick bite | 52-year-old woman", "weight loss"),
    ("history", "no rash or history of tick bite | 52-year-old woman", "tick bite or borreliosis"),
    ("history", "without diabetes, recent vaccination or injury | man", "vaccination"),
    (
        "laboratory",
        "mutations of the GJB1 gene | could not be detected",
        "gene test for neuropathy or dystrophy positive",
    ),
    ("laboratory", "oligoclonal bands | We were unable to find", "oligoclonal bands"),
    ("laboratory", "ESR 8 mm/h, CRP 2 mg/L | blood", "inflammatory markers raised"),
    ("laboratory", "platelets 240,000/uL, INR 1.0 | labs", "INR or clotting time raised"),
    ("laboratory", "tumor markers and ANA | negative", "tumour marker or metastatic bone lesion"),
)
THERE = (
    ("history", "no diabetes but recent trauma | man", "fall or road accident"),
    ("history", "history of cocaine and alcohol abuse, denies current use | He", "alcohol use"),
    ("history", "ex-smoker with alcohol dependence but no recent drinking | she", "alcohol use"),
    ("history", "diarrhoea | The weakness was preceded by", "recent infection or gastroenteritis"),
    (
        "history",
        "pain from her low back down to the left foot | she felt",
        "back pain radiating to the foot",
    ),
    (
        "history",
        "aching going from the lower back into the right leg | he",
        "back pain radiating to the leg",
    ),
    ("laboratory", "ESR 70 mm/h, WBC 6.1 | blood", "inflammatory markers raised"),
    ("laboratory", "CRP 90 mg/L, white cell count normal | blood", "inflammatory markers raised"),
    ("laboratory", "creatinine normal, ALT 300 U/L | blood", "kidney or liver function abnormal"),
)
NOT = (
    (
        "history",
        "depressed level of consciousness after an overdose | found with",
        "psychological stress or functional disorder",
    ),
    ("laboratory", "haematocrit 41%, platelets 225/uL | labs", "INR or clotting time raised"),
    ("history", "preceded by an upper respiratory tract infection | The weakness was", "trunk"),
)


def heard(test: str, said: str) -> dict[str, str]:
    """Names and what is said of them."""
    of, value = said.split(" | ")
    reading = read(case_from({"findings": [{"test": test, "of": of, "value": value}]}))
    return {name: str(one.value.word) for one in reading.understood for name in one.targets}


@pytest.mark.parametrize(("test", "said", "name"), DENIED)
def test_what_is_denied_or_not_found_is_absent(test: str, said: str, name: str) -> None:
    assert heard(test, said).get(name) == "absent"


@pytest.mark.parametrize(("test", "said", "name"), THERE)
def test_what_there_is_or_was_is_present(test: str, said: str, name: str) -> None:
    assert heard(test, said).get(name) == "present"


@pytest.mark.parametrize(("test", "said", "name"), NOT)
def test_what_only_sounds_alike_is_not_read(test: str, said: str, name: str) -> None:
    assert name not in heard(test, said)


RELATIVES = (
    "heart disease and cancer | Family history significant for",
    "stroke, diabetes | family history of",
    "mother: diabetes, stroke; father: hypertension | Family history",
    "diabetes and cancer in his father | yes",
    "His mother had diabetes and atrial fibrillation | yes",
)
THEIRS = (
    ("neuropathy in her mother and grandmother | Family history", "present"),
    ("no neuropathy | Family history", "absent"),
)


@pytest.mark.parametrize("said", RELATIVES)
def test_an_illness_of_a_relative_is_not_the_patients(said: str) -> None:
    illnesses = {"cancer", "diabetes mellitus", "previous stroke or brain disease"}
    assert illnesses.isdisjoint(heard("history", said))


@pytest.mark.parametrize(("said", "word"), THEIRS)
def test_what_runs_in_the_family_is_read(said: str, word: str) -> None:
    name = "family history of neuropathy or pressure palsies"
    assert heard("history", said).get(name) == word
