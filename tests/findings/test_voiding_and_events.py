"""What was not voided, sweated or held, and events of a history in other words."""

import pytest

from lumbosacral.api import read
from lumbosacral.findings import case_from

BLADDER = (
    "has not urinated since the previous night | notes",
    "not passed urine for 12 hours | yes",
    "had not voided since morning | reports",
    "hasn't been able to pee | since yesterday",
    "no urine output for 10 hours | noted",
    "left completely incontinent | since delivery",
    "loss of bladder sensation and control | yes",
    "takes oxybutynin to control his incontinence | yes",
    "regular Botox injections into her bladder to regulate her incontinence | has",
)
BOWEL = (
    "has not opened his bowels for 5 days | yes",
    "no bowel movement for 4 days | reports",
    "has not urinated or had a bowel movement | since yesterday",
    "soils himself without warning | yes",
    "poos himself | yes",
)
SWEAT = (
    "does not sweat on the feet | notes",
    "left foot no longer sweats | noticed",
    "sweating of the right foot | ceased",
    "feet sweating stopped completely | after sympathectomy",
)
SOUND = (
    "unable to urinate | no",
    "difficulty passing urine | denies",
    "bladder | able to void",
    "bladder emptied | completely",
)
EVENTS = {
    "heavy lifting or strain before onset": (
        "helping a co-worker transfer a patient | when",
        "transferring a patient from bed to chair | during",
        "while loading a truck | onset",
        "pushing and pulling racks | at work",
    ),
    "pelvic surgery": (
        "surgery for endometrial cancer | following",
        "operated for cervical cancer | 2 years ago",
        "laparoscopic removal of an ovarian cyst | yesterday",
    ),
    "cancer": ("operated for cervical cancer | 2 years ago",),
    "chronic back trouble": (
        "chronic neck and low back pain | yes",
        "diabetes, and chronic neck and low back pain | PMH",
    ),
    "acetabular fracture": (
        "acetabular column and iliac wing fracture | left",
        "both acetabular column and iliac wing fracture due to fall down | left",
    ),
    "pelvic fracture": ("acetabulum and iliac wing fracture due to fall | left",),
    "recent infection or gastroenteritis": (
        "preceded by repeated vomiting for few days | yes",
        "upper respiratory illness two weeks prior to onset of the weakness | yes",
    ),
}
ONLY = (
    "upper respiratory illness two weeks prior to onset of the weakness | yes",
    "flu 10 days before weakness began | yes",
    "viral illness before the weakness of her legs | yes",
)


def _read(test: str, said: str) -> dict[str, str]:
    of, value = said.split(" | ")
    reading = read(case_from({"findings": [{"test": test, "of": of, "value": value}]}))
    return {name: one.value.word for one in reading.understood for name in one.targets}


@pytest.mark.parametrize("said", BLADDER)
def test_a_bladder_that_does_not_empty_or_hold(said: str) -> None:
    assert _read("autonomic", said)["bladder emptying"] == "abnormal"


@pytest.mark.parametrize("said", BOWEL)
def test_bowels_that_do_not_move_or_hold(said: str) -> None:
    assert _read("autonomic", said)["bowel complaint"] == "present"


@pytest.mark.parametrize("said", SWEAT)
def test_feet_that_do_not_sweat(said: str) -> None:
    assert _read("autonomic", said)["sweating of the foot"] == "abnormal"


@pytest.mark.parametrize("said", SOUND)
def test_trouble_that_is_denied(said: str) -> None:
    assert _read("autonomic", said).get("bladder emptying", "normal") == "normal"


@pytest.mark.parametrize(("name", "said"), [(n, s) for n, listed in EVENTS.items() for s in listed])
def test_events_in_other_words(name: str, said: str) -> None:
    assert _read("history", said)[name] == "present"


@pytest.mark.parametrize("said", ONLY)
def test_the_weakness_an_illness_came_before_is_no_finding_of_its_own(said: str) -> None:
    assert _read("history", said) == {"recent infection or gastroenteritis": "present"}


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("family history of recurrent pressure palsies | positive", "previous pressure palsies"),
        ("hysterectomy due to endometrial cancer | after", "chronic back trouble"),
        ("neck pain | chronic", "chronic back trouble"),
        ("vomiting | today", "recent infection or gastroenteritis"),
    ],
)
def test_what_only_sounds_alike(said: str, name: str) -> None:
    assert name not in _read("history", said)
