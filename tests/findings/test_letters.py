"""Letters: who they are about is found in any sentence, and greetings, names, dates and thanks are no findings."""

import pytest

from lumbosacral.api import cases_of, read
from lumbosacral.findings import Reading


def letter(text: str) -> Reading:
    return read(cases_of(text)[0])


def told(text: str) -> set[tuple[str, str, str]]:
    return {
        (name, one.value.word, one.sides) for one in letter(text).understood for name in one.targets
    }


WHO = [
    ("Dear Dr Stone, Thank you for referring this 51 year old plasterer. He has a right foot drop.", 51, "M"),
    ("Dear Colleague, I saw Mrs Ingrid Dahl in clinic today. She is 66. She has a left foot drop.", 66, "F"),
    ("Many thanks for asking me to see Mr Osei, aged 73, who has a right foot drop.", 73, "M"),
    ("I reviewed Miss Fraser (age 24) today. Left foot drop since Monday.", 24, "F"),
    ("It was a pleasure to see this delightful 80-year-old lady with left foot drop.", 80, "F"),
    ("Please see this 35F with left foot drop.", 35, "F"),
    ("Re: Mr Tom Grey, DOB 01/02/1950. I met this man in his late sixties with a left foot drop.", 68, "M"),
    ("Thank you for sending Anna, who is a 44 yr old cook. Left foot drop.", 44, None),
    ("This 58 y.o. male returns for follow-up with left foot drop.", 58, "M"),
    ("The patient is a 39-year-old right-handed woman who presents for evaluation of a left foot drop.", 39, "F"),
    ("Patient: Mrs Eva Lind. Age: 62. Presenting complaint: right foot drop.", 62, "F"),
    ("I would be grateful if you saw this 45-year-old driver. He has a foot drop.", 45, "M"),
    ("Left foot drop. His father had a stroke at 60 years old.", None, None),
    ("Left foot drop. She attended with her 14 year old daughter.", None, None),
    ("Dear Mr Green, left foot drop after a fall.", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "age", "sex"), WHO)
def test_whom_a_letter_is_about(text: str, age: float | None, sex: str | None) -> None:
    found = letter(text)
    assert (found.patient.age, found.patient.sex) == (age, sex)
    assert "foot drop" in {name for one in found.understood for name in one.targets}


@pytest.mark.parametrize(
    "text",
    [
        "Dear Dr Ward, Thank you for seeing this 60 year old man. Ankle jerk absent.",
        "Date of clinic: 12/03/2019. I reviewed Ms Bell in the spinal clinic today. Ankle jerk absent.",
        "To whom it may concern. I saw Mr MacKay again in the pain clinic. Ankle jerk absent.",
        "Consultant: Mr J. Hart. Re: Mrs Ada Byrne, DOB 5/6/1944. Ankle jerk absent. Kind regards,",
    ],
)
def test_greetings_names_and_dates_are_no_findings(text: str) -> None:
    found = letter(text)
    assert [one.targets for one in found.understood] == [("Achilles reflex",)]
    assert not found.not_understood
    assert found.onset_days is None


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("I saw him today. He has had a left foot drop for 3 weeks.", 21),
        ("I have known Mrs Hall for eight years. Two months ago she developed a foot drop.", 61),
        ("Over the last six weeks the left foot has become weak.", 42),
        ("Over the past year both feet have become numb.", 365),
        ("She presented with a 4 month history of pain in the left calf.", 122),
        ("He presented with an 8 week history of left calf pain and progressive foot drop.", 56),
        ("She gives an eighteen month history of numb feet.", 547),
    ],
)
def test_time_in_a_letter(text: str, days: float) -> None:
    assert letter(text).onset_days == pytest.approx(days, rel=0.01)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Straight leg raising was limited to 35 degrees on the left and 85 degrees on the right.",
            {("positive", "left"), ("negative", "right")},
        ),
        ("SLR is 40 on the right and full on the left.", {("positive", "right"), ("negative", "left")}),
        ("Straight leg raise right 85, left 30.", {("negative", "right"), ("positive", "left")}),
        ("Straight leg raising was 90 degrees bilaterally.", {("negative", "both")}),
        ("Examination showed SLR to 30 degrees on the right.", {("positive", "right")}),
        ("SLR: R 45\u00b0, L 80\u00b0.", {("positive", "right"), ("negative", "left")}),
        ("SLR 80 without pain on both sides.", {("negative", "both")}),
    ],
)  # fmt: skip
def test_how_far_each_leg_was_raised(text: str, wanted: set[tuple[str, str]]) -> None:
    found = told(text)
    assert found == {("straight leg raise", *one) for one in wanted}


def test_a_side_is_not_carried_to_what_both_legs_or_none_have() -> None:
    found = told(
        "The left quadriceps is 3/5. Ankle jerks are present. Bladder function is normal. Hip flexion is 4/5."
    )
    assert ("Achilles reflex", "normal", "both") in found
    assert ("hip flexion", "weak", "left") in found
    assert ("bladder emptying", "normal", "unknown") in found


def test_after_both_sides_the_one_of_the_complaint_holds() -> None:
    text = "Right calf pain. Knee jerk normal bilaterally. Sensation is reduced over the sole."
    assert ("medial sole", "reduced", "right") in told(text)
    text = "SLR 30 on the right and 80 on the left. Ankle jerk absent."
    assert ("Achilles reflex", "absent", "unknown") in told(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "There is weakness of hip flexion, grade 3, and knee extension, grade 2, on the right.",
            {("hip flexion", "weak", "right"), ("knee extension", "weak", "right")},
        ),
        (
            "She can stand on her heels but not on her toes on the left.",
            {("toe standing", "fail", "left")},
        ),
        ("There was no active eversion of the right foot.", {("foot eversion", "absent", "right")}),
        (
            "Power was 3/5 in hip flexion, 4/5 in knee extension and 4/5 in ankle dorsiflexion bilaterally.",
            {("hip flexion", "weak", "both"), ("knee extension", "weak", "both")},
        ),
        ("1. Right foot drop. 2. Obesity.", {("foot drop", "positive", "right")}),
        (
            "He has pain in the left groin and front of the thigh for 5 weeks.",
            {("groin pain", "present", "left"), ("anterior thigh", "present", "left")},
        ),
        (
            "Pain in the left buttock travelling down the back of the thigh as far as the calf.",
            {("posterior thigh", "present", "left"), ("posterior leg", "present", "left")},
        ),
        (
            "There is wasting of the left tibialis anterior with fasciculations in both thighs.",
            {
                ("wasting of the anterior leg", "positive", "left"),
                ("fasciculations", "positive", "both"),
            },
        ),
        (
            "The pain runs from the right buttock down the back of the thigh to the heel.",
            {("posterior thigh", "present", "right")},
        ),
        (
            "Power was 5/5 in all muscle groups except for left EHL which was 3/5.",
            {("extensor hallucis longus", "weak", "left")},
        ),
        (
            "Her bladder and bowels are working normally.",
            {
                ("bladder emptying", "normal", "unknown"),
                ("bowel complaint", "absent", "unknown"),
            },
        ),
        ("She drinks very little alcohol.", {("alcohol use", "absent", "unknown")}),
        ("He cannot push off with the left foot.", {("ankle plantarflexion", "absent", "left")}),
    ],
)
def test_sentences_in_words_of_their_own(text: str, wanted: set[tuple[str, str, str]]) -> None:
    assert wanted <= told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Diagnosis: right L5 radiculopathy.",
        "Impression: left common peroneal neuropathy.",
        "He came back to see us today.",
        "There were few sensory symptoms.",
        "He has lost the hair on his shins.",
    ],
)
def test_a_diagnosis_or_a_visit_is_no_finding(text: str) -> None:
    assert not letter(text).understood
