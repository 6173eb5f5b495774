"""Clauses against one another, findings of several kinds in one, whose limb it is, and what is sound."""

import pytest

from lumbosacral.api import cases_of, read
from lumbosacral.findings import Understood
from lumbosacral.findings.plain.moved.balanced import plain_romberg
from lumbosacral.findings.plain.moved.contrasted import plain_contrast
from lumbosacral.findings.plain.moved.sound_gait import plain_sound_gait


def _read(say: str) -> list[Understood]:
    words = dict(
        zip(("test", "of", "value", "side"), (w.strip() for w in say.split("|")), strict=False)
    )
    (case,) = cases_of({"findings": [words]})
    return read(case).understood


def _said(say: str) -> set[tuple[str, str]]:
    return {(target, u.value.word) for u in _read(say) for target in u.targets}


def _sided(say: str) -> set[tuple[str, str, str]]:
    return {(target, u.value.word, u.sides) for u in _read(say) for target in u.targets}


_DORSI, _PLANTAR, _IN = "ankle dorsiflexion", "ankle plantarflexion", "foot inversion"
_FASC, _CALF, _QUAD = "fasciculations", "wasting of the calf", "wasting of the quadriceps"


@pytest.mark.parametrize(
    ("say", "weak", "normal"),
    [
        ("weak dorsiflexion and preservation of inversion", [_DORSI], [_IN]),
        ("paralysis of eversion that spares inversion", [], [_IN]),
        (
            "dorsiflexion was weak while inversion and plantarflexion remained strong",
            [_DORSI],
            [_IN, _PLANTAR],
        ),
        (
            "EHL 2/5, but gastrocnemius, quadriceps and soleus were normal",
            [],
            ["soleus", "rectus femoris"],
        ),
        (
            "weak dorsiflexion, sparing inversion, plantarflexion and hip flexion",
            [_DORSI],
            [_IN, _PLANTAR, "hip flexion"],
        ),
        (
            "weakness of eversion, whereas hip and knee muscles were normal",
            ["foot eversion"],
            ["vastus medialis"],
        ),
    ],
)
def test_clauses_against_one_another(say: str, weak: list[str], normal: list[str]) -> None:
    said = _said(f"strength | {say} | found")
    assert {(name, "normal") for name in normal} <= said
    assert {(name, "weak") for name in weak} <= said
    assert not {(name, word) for name in normal for word in ("weak", "absent")} & said


def test_each_side_with_its_grade_before_the_name() -> None:
    read_ = _sided("strength | 2/5 right and 4/5 left tibialis anterior | yes")
    assert {one[2] for one in read_} == {"left", "right"}
    assert plain_contrast("4/5 right, 5/5 left hip flexion", "yes")[0] == (
        "right hip flexion 4/5, left hip flexion 5/5"
    )


@pytest.mark.parametrize("roots", ["(L4,5)", "(L4/5)", "(L4, L5)", "(S1)", "(L5 and S1)"])
def test_roots_in_brackets_are_no_grade(roots: str) -> None:
    assert _said(f"strength | weakness of ankle dorsiflexion {roots} | yes") == {(_DORSI, "weak")}


def test_a_grade_in_brackets_stays_one() -> None:
    (one,) = _read("strength | decreased strength (3/5) of foot eversion | yes")
    assert one.value.grade == 3


@pytest.mark.parametrize(
    ("say", "first", "second"),
    [
        (
            "strength | weak legs with absent ankle jerks | yes",
            ("tibialis anterior", "weak"),
            ("Achilles reflex", "absent"),
        ),
        (
            "strength | flaccid paraparesis with areflexia | yes",
            ("tibialis anterior", "weak"),
            ("patellar reflex", "absent"),
        ),
        (
            "strength | areflexic weakness of both legs | yes",
            ("soleus", "weak"),
            ("Achilles reflex", "absent"),
        ),
        (
            "reflex | weakness of knee extension, knee jerk lost | yes",
            ("knee extension", "weak"),
            ("patellar reflex", "absent"),
        ),
        (
            "sign | wasting of the calf with reduced ankle jerk | yes",
            (_CALF, "positive"),
            ("Achilles reflex", "reduced"),
        ),
        (
            "reflex | reduced anal tone or bulbocavernosus reflex | yes",
            ("lax anal tone", "positive"),
            ("bulbocavernosus reflex", "reduced"),
        ),
    ],
)
def test_findings_of_two_kinds(say: str, first: tuple[str, str], second: tuple[str, str]) -> None:
    said = _said(say)
    assert {first, second} <= said
    assert (first[0], "absent") not in said


def test_joints_of_a_reflex_stay_together() -> None:
    said = _said("strength | weakness of eversion, knee and ankle jerks normal | yes")
    assert said == {
        ("foot eversion", "weak"),
        ("patellar reflex", "normal"),
        ("Achilles reflex", "normal"),
    }


@pytest.mark.parametrize(
    ("say", "meant"),
    [
        (
            "reflex | brisk reflexes | Examination of the legs revealed",
            ("Achilles reflex", "increased", "both"),
        ),
        ("sign | increased tone | in the left leg", ("spasticity", "positive", "left")),
        ("strength | 4/5 weakness | both legs", ("soleus", "weak", "both")),
        ("sign | atrophy | The left upper extremity shows", ("upper limb", "abnormal", "left")),
        ("strength | power in both LLs | 4/5", ("soleus", "weak", "both")),
    ],
)
def test_a_limb_in_the_answer(say: str, meant: tuple[str, str, str]) -> None:
    assert meant in _sided(say)


@pytest.mark.parametrize(
    ("say", "absent"),
    [
        ("no visible wasting or fasciculations", {(_FASC, "negative"), (_CALF, "negative")}),
        ("no fasciculations in the quadriceps", {(_FASC, "negative")}),
        (
            "no atrophy or fasciculations of the quadriceps",
            {(_FASC, "negative"), (_QUAD, "negative")},
        ),
        ("no abnormal movements or clonus", {("ankle clonus", "negative")}),
        ("good muscle tone", {("spasticity", "negative")}),
        (
            "no clonus, but Tinel's sign positive at the left fibular head",
            {("ankle clonus", "negative")},
        ),
    ],
)
def test_what_is_not_there(say: str, absent: set[tuple[str, str]]) -> None:
    said = _said(f"sign | {say} | yes")
    assert absent <= said
    assert not {(name, "positive") for name, _ in absent} & said


def test_wasting_and_twitching_of_one_muscle() -> None:
    said = _said("sign | atrophy and fasciculations of the calf | seen")
    assert said == {(_CALF, "positive"), (_FASC, "positive")}


@pytest.mark.parametrize(
    ("say", "meant"),
    [
        ("palate elevates symmetrically", ("bulbar weakness", "negative")),
        ("tongue midline", ("bulbar weakness", "negative")),
        ("palate does not elevate", ("bulbar weakness", "positive")),
        ("uvula deviated to the left", ("bulbar weakness", "positive")),
        ("EOM intact", ("ptosis or double vision", "negative")),
        ("heel-to-shin smooth and accurate", ("nystagmus or cerebellar ataxia", "negative")),
        ("difficulty relaxing hand grip", ("myotonia", "positive")),
        ("cold and pale left foot", ("absent foot pulses", "positive")),
        ("pushes on her thighs to stand up", ("Gowers sign", "positive")),
        ("non-tender mass at the fibular head", ("mass at the fibular head", "positive")),
        ("hip rotation pain-free", ("restricted or painful hip rotation", "negative")),
        ("Thompson test negative", ("calf squeeze test", "negative")),
        ("post-void residual over 200 ml", ("post-void residual over 200 ml", "positive")),
        ("no post-void residual over 200 ml", ("post-void residual over 200 ml", "negative")),
        ("wasting of the upper limb", ("upper limb", "abnormal")),
    ],
)
def test_signs(say: str, meant: tuple[str, str]) -> None:
    assert meant in {
        (t, {"present": "positive"}.get(w, w)) for t, w in _said(f"sign | {say} | noted")
    }


@pytest.mark.parametrize(
    ("say", "result"),
    [
        ("falls to the left", "positive"),
        ("not steady", "positive"),
        ("unable to maintain balance", "positive"),
        ("stable", "negative"),
        ("steady with eyes closed", "negative"),
        ("unable to test", "unable to test"),
    ],
)
def test_how_somebody_stood(say: str, result: str) -> None:
    assert plain_romberg("Romberg", say)[1] == result


@pytest.mark.parametrize(
    "say",
    ["normal, steady, with normal arm swing", "steady and narrow based", "normal gait and station"],
)
def test_a_sound_gait(say: str) -> None:
    assert plain_sound_gait(say, "yes") == ("normal gait", "yes")
    assert _said(f"gait | {say} | yes") == {("walking", "pass")}


@pytest.mark.parametrize(
    ("say", "meant"),
    [
        ("gait | poor toe clearance on the right | yes", ("foot drop", "positive", "right")),
        (
            "gait | swings the left leg outward in an arc | yes",
            ("spastic gait", "positive", "left"),
        ),
        (
            "task | difficulty walking because of the left foot drop | yes",
            ("walking", "impaired", "unknown"),
        ),
        (
            "gait | gait disturbance due to weakness of both legs | yes",
            ("walking", "impaired", "unknown"),
        ),
    ],
)
def test_ways_of_walking(say: str, meant: tuple[str, str, str]) -> None:
    assert meant in _sided(say)


def test_the_nerve_that_is_named_is_the_slow_one() -> None:
    said = _said(
        "ncs | axonal loss of the femoral nerve, with slowing of conduction velocity | yes"
    )
    assert {name for name, _ in said} == {"femoral CMAP (rectus femoris)"}
