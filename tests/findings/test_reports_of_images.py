"""Reports of images: what is said of a whole list, levels in the answer, parts of the spine, and near misses."""

import pytest

from lumbosacral.api import read
from lumbosacral.findings import case_from

SAID = (
    ("The canal and foramen | patent", "lumbar canal stenosis", "absent"),
    ("the central canal and foramina are well maintained | yes", "lumbar canal stenosis", "absent"),
    ("the central canal and foramina are well maintained | yes", "foraminal stenosis", "absent"),
    ("spinal canal | widely patent", "lumbar canal stenosis", "absent"),
    ("canal diameter | normal", "lumbar canal stenosis", "absent"),
    ("canal and foramina are narrowed | yes", "lumbar canal stenosis", "present"),
    ("canal and foramina are narrowed | yes", "foraminal stenosis", "present"),
    ("lumbar spine and pelvis were unremarkable | CT", "normal pelvic MRI or CT", "present"),
)
LEVELS = (
    ("disc protrusion, displaces the left S1 root | L5-S1 level", "disc herniation L5/S1"),
    ("disc extrusion, contacts the S1 root | L5/S1", "disc herniation L5/S1"),
    ("broad-based protrusion with mild canal stenosis | L4-L5", "disc herniation L4/5"),
    ("broad-based protrusion with mild canal stenosis | At L4-5", "lumbar canal stenosis"),
    ("disc herniation impinging on the right L4 root | at the L3-4 level", "disc herniation L3/4"),
    ("disc herniation impinging on the right L4 root | at the L3-4 level", "L4 root compression"),
)
WHOLE = (
    "thoracolumbar MRI | showed normal findings",
    "MRI of the thoracolumbar spine | unremarkable",
    "MRI whole spine | normal",
    "MRI of the entire spine | no abnormality",
    "myelograms of the entire spinal canal | unremarkable",
)
SEEN = {
    "enlarged or bright sciatic nerve": (
        "thickening and abnormal signal of the sciatic nerve | MRI",
    ),
    "femoral nerve lesion on imaging": ("marked enlargement of the femoral nerve | MRI",),
    "diffuse nerve enlargement on imaging": ("thickened nerves | ultrasound",),
    "plexus thickening or signal change": (
        "fusiform enlargement of the L4 and L5 nerves | MRN",
        "hyperintense right S1 nerve | MRN",
    ),
    "conus lesion on imaging": (
        "swelling of the lower thoracic cord and conus | MRI",
        "signal change in the thoracic cord and conus | MRI",
    ),
    "sciatic nerve tumour on imaging": (
        "fusiform mass in continuity with the sciatic nerve | MRI",
        "mass with contact to the sciatic nerve in the posterior thigh | US",
        "lesion of the sciatic nerve with target sign | MRI",
    ),
    "mass behind the knee on imaging": ("popliteal mass containing thrombus | MRI",),
    "nerve root tumour or cyst on imaging": (
        "intradural mass at the L4-5 vertebral body level | MRI",
        "an abnormal mass in the cauda equina | MRI",
        "enhancing mass within the thecal sac | MRI",
    ),
    "venous thrombosis or arterial disease on imaging": (
        "occlusion of the abdominal aorta below the renal arteries | CT",
        "complete occlusion of the aorta distal to the origin of the right renal artery | CT",
    ),
    "spinal deformity or step": (
        "dextroscoliosis | mild",
        "levoscoliosis of the lumbar spine | x-ray",
    ),
    "cauda equina compression on imaging": (
        "central herniated disc compressing the nerves in her spinal canal | MRI",
        "large disc filling the spinal canal | MRI",
    ),
    "pelvic or sacral fracture on imaging": ("iliac wing and acetabular fracture | CT",),
}
NOT = (
    ("obturator canal | patent", "lumbar canal stenosis"),
    ("cervical canal | patent", "lumbar canal stenosis"),
    ("thickened femoral nerve | ultrasound", "thickened nerves"),
    ("atrophy of the gluteal muscles | MRI", "pelvic mass on imaging"),
    ("enlarged L5 nerve root compressed by the disc | MRI", "plexus thickening or signal change"),
    (
        "intradural mass at the L4-5 vertebral body level | MRI",
        "lumbar vertebral or epidural lesion",
    ),
    ("renal artery occlusion | CT", "venous thrombosis or arterial disease on imaging"),
)


def _read(said: str) -> dict[str, str]:
    of, value = said.split(" | ")
    reading = read(case_from({"findings": [{"test": "imaging", "of": of, "value": value}]}))
    return {name: one.value.word for one in reading.understood for name in one.targets}


@pytest.mark.parametrize(("said", "name", "value"), SAID)
def test_what_is_said_of_a_list_is_said_of_each_member(said: str, name: str, value: str) -> None:
    assert _read(said)[name] == value


@pytest.mark.parametrize(("said", "name"), LEVELS)
def test_a_level_in_the_answer_is_that_of_the_disc(said: str, name: str) -> None:
    assert _read(said)[name] == "present"


@pytest.mark.parametrize("said", WHOLE)
def test_a_whole_spine_has_a_cord_and_a_lumbar_part(said: str) -> None:
    both = {"normal lumbar MRI": "present", "normal spinal cord MRI": "present"}
    assert _read(said) == both


def test_nothing_acute_within_the_head_is_a_normal_scan() -> None:
    assert _read("MRI brain | no acute intracranial findings") == {"normal brain MRI": "present"}
    both = {"brain lesion on imaging": "absent", "normal brain MRI": "present"}
    assert _read("Head CT and MRI brain | no acute intracranial process") == both


@pytest.mark.parametrize(("name", "said"), [(n, s) for n, listed in SEEN.items() for s in listed])
def test_what_is_seen(name: str, said: str) -> None:
    assert _read(said)[name] in {"present", "positive"}


@pytest.mark.parametrize(("said", "name"), NOT)
def test_what_only_sounds_alike(said: str, name: str) -> None:
    assert name not in _read(said)
