"""Words for both legs, the cord and the muscles that are read for what they mean, and not for the next best name."""

import pytest

from lumbosacral.findings import Members, Names, case_from, understand


def _said(known: Names, members: Members, say: str) -> set[tuple[str, str]]:
    test, of, value = say.split(" | ")
    reading = understand(
        case_from({"findings": [{"test": test, "of": of, "value": value}]}), known, members
    )
    return {(target, entry.value.word) for entry in reading.understood for target in entry.targets}


_SUDDEN, _SLOW = ("sudden onset", "present"), ("gradual progressive course", "present")
_CORD = {("spinal cord lesion on imaging", "present")}
_CONUS = {("conus lesion on imaging", "present")}
_FALLS = {("tripping and frequent falls", "present")}
_ROTATION = {("restricted or painful hip rotation", "positive")}
READ = [
    # when a pain began says nothing of what is felt there
    ("pain | groin, sudden and worsening | present", {("groin", "present"), _SUDDEN, _SLOW}),
    ("pain | heel, sudden and severe | yes", {("heel", "present"), _SUDDEN}),
    ("pain | calf, sudden and severe | present", {("posterior leg", "present"), _SUDDEN}),
    # a foot that drops is no place where tone is high
    ("gait | spastic foot drop | present", {("spasticity", "positive"), ("foot drop", "positive")}),
    ("sign | foot drop, spastic | yes", {("spasticity", "positive"), ("foot drop", "positive")}),
    # a task that makes worse is not passed
    (
        "history | difficulty walking, worse when climbing stairs | present",
        {("walking", "impaired")},
    ),
    (
        "history | symptoms worsened with standing and walking | present",
        {("pain worse on walking or standing", "present")},
    ),
    ("history | walking | normal", {("walking", "pass")}),
    # blood pressure falls without an accident
    ("autonomic | blood pressure falls on standing | present", set()),
    ("history | BP fell on standing | yes", set()),
    ("history | fell on standing | yes", {("fall or road accident", "present")}),
    # tone that is high in the legs is no way of walking
    ("sign | spasticity of both lower limbs | present", {("spasticity", "positive")}),
    # falls that are counted
    ("history | five falls in a month | present", _FALLS),
    ("history | falls twice a week | yes", _FALLS),
    ("history | fell down three stairs | present", {("fall or road accident", "present")}),
    ("gait | trips over objects | present", _FALLS),
    # cord, conus and filum
    ("imaging | extended hypersignal of the spinal cord | present", _CORD),
    ("imaging | restricted diffusion of the cervical cord | present", _CORD),
    ("imaging | thickened filum terminale | present", _CONUS),
    ("imaging | lipoma of the filum | present", _CONUS),
    ("imaging | conus at S2 level | present", _CONUS),
    ("imaging | filum ependymoma | present", {("nerve root tumour or cyst on imaging", "present")}),
    # dorsal is thoracic
    ("sensation | sensory loss below D4 | present", {("sensory level", "positive")}),
    ("sensation | reduced sensation below D10 | yes", {("sensory level", "positive")}),
    # pulses named together are no mass and no muscles
    ("sign | popliteal and dorsalis pedis pulses | palpable", {("absent foot pulses", "negative")}),
    ("sign | femoral, popliteal and pedal pulses | weak", {("absent foot pulses", "positive")}),
    ("sign | popliteal swelling | present", {("mass in the popliteal fossa", "positive")}),
    # joints, tone and sphincters
    ("sign | loss of hip internal rotation | present", _ROTATION),
    ("sign | loss of internal rotation of the hip | yes", _ROTATION),
    ("history | stiffness of the lower limbs | present", {("spasticity", "positive")}),
    ("sign | stiff legs | present", {("spasticity", "positive")}),
    ("history | stiff knee | present", set()),
    ("history | morning stiffness of the legs | present", set()),
    ("sign | rectal examination | unremarkable", {("lax anal tone", "negative")}),
    ("autonomic | digital rectal examination | normal", {("lax anal tone", "negative")}),
    ("autonomic | bedwetting | present", {("bladder emptying", "abnormal")}),
    ("gait | drags the whole leg behind | present", {("functional gait", "positive")}),
    ("gait | drags the leg behind | present", set()),
]
SMALL = [
    "emg | short-duration polyphasic potentials | vastus lateralis",
    "emg | vastus lateralis | brief small polyphasic MUPs",
    "emg | low amplitude short duration polyphasic units in vastus lateralis | present",
]
LARGE = [
    "emg | polyphasic potentials in vastus lateralis | present",
    "emg | vastus lateralis | high-amplitude long-duration polyphasic units",
]
ALIKE = [
    # roots that are spelled out
    (
        "sensation | lumbar 4 and 5 dermatomes | decreased",
        "sensation | L4 and L5 dermatomes | decreased",
    ),
    (
        "sensation | pinprick in lumbar 1-4 distribution | lost",
        "sensation | pinprick in L1-4 distribution | lost",
    ),
    ("strength | lumbar 2 to sacral 1 myotomes | 3/5", "strength | L2 to S1 myotomes | 3/5"),
    # how far up it is numb, told of the legs or of the feet
    ("history | numbness in legs to mid-calf level | present", "sensation | up to mid-calf | numb"),
    ("sensation | numb legs to the knees | present", "sensation | below the knee | numb"),
    ("sensation | numb from feet to knees | present", "sensation | below the knee | numb"),
    ("history | numbness ascending from feet to waist | present", "sensation | legs | numb"),
    ("sensation | lower half of the body | numb", "sensation | legs | numb"),
    ("sensation | lower part of the body | numb", "sensation | legs | numb"),
    ("strength | lower half of the body | weak", "strength | legs | weak"),
    ("sensation | disturbances | none", "sensation | lower limb | normal"),
    ("sensation | abnormality | none", "sensation | lower limb | normal"),
]


@pytest.mark.parametrize(("say", "want"), READ)
def test_read(say: str, want: set[tuple[str, str]], known: Names, members: Members) -> None:
    assert _said(known, members, say) == want


@pytest.mark.parametrize(
    ("say", "units"), [(one, "myopathic") for one in SMALL] + [(one, "neurogenic") for one in LARGE]
)
def test_units(say: str, units: str, known: Names, members: Members) -> None:
    test, of, value = say.split(" | ")
    case = case_from({"findings": [{"test": test, "of": of, "value": value}]})
    read = understand(case, known, members).understood
    assert [(one.targets, one.value.units) for one in read] == [(("vastus lateralis",), units)]


@pytest.mark.parametrize(("say", "same"), ALIKE)
def test_alike(say: str, same: str, known: Names, members: Members) -> None:
    own, other = _said(known, members, say), _said(known, members, same)
    assert own - {("ascending weakness", "present")} == other


def test_knee_is_no_more_than_the_knee(known: Names, members: Members) -> None:
    assert _said(known, members, "sensation | knee | reduced") == {
        (one, "reduced") for one in ("anterior knee", "medial knee", "popliteal fossa")
    }
