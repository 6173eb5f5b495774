"""Histories as they are told: who tells them, what is denied of them, what happened once and what happens often."""

import pytest

from lumbosacral.findings import Members, Names, case_from, understand

SMOKES, TRAUMA = "hypertension or vascular risk", "fall or road accident"
ALCOHOL, FEVER = "alcohol use", "fever or chills"
FAMILY = ("family history of neuropathy or pressure palsies", "family history of muscle disease")


def _said(known: Names, members: Members, say: str) -> set[tuple[str, str]]:
    of, value = say.split(" | ")
    case = case_from({"findings": [{"test": "history", "of": of, "value": value}]})
    reading = understand(case, known, members)
    return {(target, entry.value.word) for entry in reading.understood for target in entry.targets}


DENIED = [
    # who tells it does not turn a denial
    ("no earlier accidents | She had had", {TRAUMA}),
    ("no injury that she can recall | The patient reports", {TRAUMA}),
    ("no trauma he was aware of | there had been", {TRAUMA}),
    ("no recent fever | his wife said", {FEVER}),
    ("no known diabetes | He is known to have", {"diabetes mellitus"}),
    # "having" and "use of" are no part of what is denied
    ("chills, dizziness or weight loss | He denied having", {FEVER, "weight loss"}),
    ("alcohol or tobacco | denies the use of", {ALCOHOL, SMOKES}),
    ("denies any use of alcohol | She", {ALCOHOL}),
    ("alcohol | does not consume", {ALCOHOL}),
    ("lifelong nonsmoker | He is a", {SMOKES}),
    ("has never smoked | she", {SMOKES}),
    ("any accident | cannot recall", {TRAUMA}),
    ("a blow or fall | could not remember any", {TRAUMA}),
    # a family that has nothing
    ("relevant surgical or family history | She had no", set(FAMILY)),
    ("remarkable family history | no", set(FAMILY)),
]


@pytest.mark.parametrize(("say", "names"), DENIED)
def test_what_is_denied_stays_denied(
    names: set[str], say: str, known: Names, members: Members
) -> None:
    """Whoever tells it, and in whatever words he denies it."""
    assert _said(known, members, say) == {(name, "absent") for name in names}


TOLD = [
    # what alone is not denied
    ("no past illnesses apart from hypothyroidism | He had", {("thyroid disease", "present")}),
    ("no chronic diseases except for type 2 diabetes | yes", {("diabetes mellitus", "present")}),
    ("previously healthy except for obesity | He was", {("obesity", "present")}),
    # a denial ends where somebody does something else
    ("denies smoking, drinks wine daily | He", {(SMOKES, "absent"), (ALCOHOL, "present")}),
    ("does not smoke and drinks beer | He", {(SMOKES, "absent"), (ALCOHOL, "present")}),
    # what a complaint came without is told beside the complaint
    ("without any fall | low back pain", {("back pain", "present"), (TRAUMA, "absent")}),
    # what he has forgotten may have been
    ("a fall | he does not remember", set()),
    # what is seen in a family is not seen in him
    ("family history of walking difficulty | no", set()),
    # a disease may have "negative" in its name
    (
        "seronegative rheumatoid arthritis | 60 year old lady",
        {("vasculitis or connective tissue disease", "present")},
    ),
]


@pytest.mark.parametrize(("say", "wanted"), TOLD)
def test_what_is_told_beside_a_denial(
    say: str, wanted: set[tuple[str, str]], known: Names, members: Members
) -> None:
    """It is told all the same."""
    assert _said(known, members, say) == wanted


HAPPENED = [
    # once is an accident, often is a way of walking
    ("stumbled over a kerb and fell | She", {TRAUMA}),
    ("tripped on a carpet last month | He", {TRAUMA}),
    ("lost her footing on the stairs | She", {TRAUMA}),
    ("missed the last step | He", {TRAUMA}),
    ("flung from his motorbike | He was", {TRAUMA}),
    ("trapped beneath a car | She was", {TRAUMA}),
    ("keeps tripping | She", {"tripping and frequent falls"}),
    ("tripped several times | He has", {"tripping and frequent falls"}),
    ("lost his balance and landed on the left knee | He", {TRAUMA, "knee injury"}),
    # nothing happened
    ("afraid of falling | She is", set()),
    ("worried about falls | he is", set()),
    ("fell ill | he", set()),
    # a foot that is dragged
    ("dragging of the right foot | His wife noticed", {"foot drop"}),
    # where a wound is
    ("bullet wound of the popliteal fossa | yes", {"laceration at the knee or leg"}),
    ("rifle shot, left calf | He sustained a", {"laceration at the knee or leg"}),
    ("hit by shrapnel in the buttock | yes", {"penetrating wound of the thigh or buttock"}),
    # work that strains
    ("pushing a broken down car | after", {"heavy lifting or strain before onset"}),
    ("pushing a heavy cart | while", set()),
    # operations that are said to be done
    ("laminectomy was done in 2012 | A", {"lumbar spine surgery"}),
    ("hysterectomy done elsewhere | yes", {"hysterectomy"}),
    ("a cold ten days ago | had", {"recent infection or gastroenteritis"}),
    ("fever and cough | a week before", {FEVER, "recent infection or gastroenteritis"}),
    ("binge eating | admits to", set()),
    ("binge drinking | admits to", {ALCOHOL}),
]


@pytest.mark.parametrize(("say", "names"), HAPPENED)
def test_what_happened(say: str, names: set[str], known: Names, members: Members) -> None:
    """In the words of who was there."""
    assert {name for name, _ in _said(known, members, say)} == names


TIMES = [
    # a word of tempo belongs to an illness, and stands whatever is denied after it
    ("suddenly twisted her ankle | She", {("ankle sprain", "present")}),
    ("on waking she could not lift the foot | She", {("sudden onset", "present")}),
    ("slow progress of labour | yes", {("labour and delivery", "present")}),
    ("low back pain for several months | has", {("chronic back trouble", "present")}),
    ("steadily worse over several months | has been", {("gradual progressive course", "present")}),
    ("waxing and waning | The symptoms were", {("relapses and remissions", "present")}),
    # how he walks now, and how he did
    ("walked normally before | She", set()),
    ("walking well | a month ago", set()),
    ("can no longer walk | She", {("walking", "fail")}),
    ("does not walk | The child", {("walking", "fail")}),
    ("cannot walk without help or a frame | She", {("walking", "impaired")}),
]


@pytest.mark.parametrize(("say", "wanted"), TIMES)
def test_when_and_how_it_went(
    say: str, wanted: set[tuple[str, str]], known: Names, members: Members
) -> None:
    """Then and now."""
    assert _said(known, members, say) == wanted


OTHERS = [
    ("nobody in the family has a muscle disease | known", {(FAMILY[1], "absent")}),
    ("no family history | yes", {(name, "absent") for name in FAMILY}),
    ("no family history of diabetes | yes", set()),
    ("former heavy drinker, abstinent for 5 years | a", {(ALCOHOL, "present")}),
    ("painless haematuria | has", set()),
    ("stable for 3 years | The symptoms have been", set()),
    ("prostatectomy in steep Trendelenburg | underwent", {("pelvic surgery", "present")}),
    ("below-knee amputation | had", set()),
    ("burn of the thigh | sustained a", set()),
]


@pytest.mark.parametrize(("say", "wanted"), OTHERS)
def test_words_that_only_sound_like_it(
    say: str, wanted: set[tuple[str, str]], known: Names, members: Members
) -> None:
    """Nobody is not somebody, and a steep table no gait."""
    assert wanted <= (said := _said(known, members, say))
    assert {name for name, _ in said} <= {name for name, _ in wanted} | {"lithotomy position"}


TREATED = [
    # a treatment was given, whatever came of it
    ("prednisone 60 mg | had no benefit from", {("steroid treatment", "present")}),
    # drugs that harm nerves, by how they are taken
    ("inhales nitrous oxide balloons | He", {("chemotherapy or neurotoxic drug", "present")}),
    ("solvent misuse for years | admits to", {("chemotherapy or neurotoxic drug", "present")}),
    # a heart and its vessels are none of the pelvis
    ("cardiac bypass surgery | had", {("hypertension or vascular risk", "present")}),
    # how often somebody gave birth is no labour
    ("G2P2 | 80-year-old woman", set()),
    ("bucked off a pony | She was", {(TRAUMA, "present")}),
    ("trouble standing from a seated position | has", {("rising from a chair", "impaired")}),
]


@pytest.mark.parametrize(("say", "wanted"), TREATED)
def test_what_was_given_and_done(
    say: str, wanted: set[tuple[str, str]], known: Names, members: Members
) -> None:
    """Treatments, habits and births."""
    assert _said(known, members, say) == wanted
