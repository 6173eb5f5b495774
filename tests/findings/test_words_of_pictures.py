"""Words of reports of images: what was kept, where after a comma, what was looked at, and what only lies beside it."""

import pytest

from lumbosacral.api import read
from lumbosacral.findings import case_from

THERE = {
    "degenerative disc disease on imaging": (
        "disc desiccation at L3-4 with preserved disc height | MRI",
        "loss of disc signal but normal disc height | L5/S1",
        "dehydrated discs, disc heights are maintained | MRI",
        "desiccation of the L2-3 disc without loss of height | MRI",
    ),
    "disc herniation L4/5": (
        "lumbar disc herniation, L4-5 | MRI",
        "herniated disk, L4-L5, right | diagnosis",
        "disc extrusion, L4/5, left sided | MRI",
    ),
    "foraminal stenosis": (
        "right foraminal disc protrusion at L4-L5 causing foraminal narrowing with impingement of the L4 root | CT",
        "disc bulge resulting in bilateral foraminal stenosis and contact with the exiting L5 roots | MRI",
    ),
    "S1 root compression": (
        "paracentral disc fragment with mass effect on the S1 nerve root | MRI",
        "compression of the traversing, left S1 root | L5-S1",
    ),
    "nerve root tumour or cyst on imaging": (
        "tumour within the spinal canal at L2-L3 | MRI",
        "mass at L4, filling the cauda equina | MRI",
    ),
    "spinal cord lesion on imaging": (
        "lesion at T7 | MRI spine",
        "demyelinating lesion at C4 | MRI",
        "signal abnormality at C5-6 | T2",
        "hyperintense lesion from T8 to T10 | MRI",
        "tortuous veins on the dorsal surface of the cord | MRI",
    ),
    "muscle oedema on MRI": (
        "signal changes in the thigh muscles | MRI",
        "altered signal of the shoulder girdle and thigh muscles | MRI",
    ),
    "root enhancement": ("leptomeningeal disease coating the cauda equina roots | MRI",),
    "pelvic mass on imaging": (
        "lymphoma of the right iliacus | CT",
        "large retroperitoneal liposarcoma displacing the bowel | MRI",
        "presacral tumour infiltrating the sacral plexus | MRI",
    ),
    "normal lumbar MRI": (
        "MRI of the brain and whole spine | unremarkable",
        "pan-spine MRI | normal",
        "MRI of the cervical, thoracic and lumbar spine | normal",
    ),
    "normal spinal cord MRI": ("brain and entire spine MRI | normal",),
}
NOT = (
    ("left foraminal annular tear | L4-5", "foraminal stenosis"),
    ("lumbar vertebrae | normal", "normal lumbar MRI"),
    ("vertebral bodies of the lumbar spine | normal in height", "normal lumbar MRI"),
    ("sacral Tarlov cyst | MRI", "pelvic mass on imaging"),
    (
        "paracentral disc extrusion with mass effect on the L5 root | MRI",
        "brain lesion on imaging",
    ),
    ("compression of the S1 root within the lateral recess | MRI", "foraminal stenosis"),
    (
        "central stenosis and impingement of the left L5 root in the lateral recess | MRI",
        "foraminal stenosis",
    ),
    ("thoracic epidural abscess T3-T6 | MRI", "lumbar vertebral or epidural lesion"),
    (
        "epidural haematoma from C6 to T2 with cord compression | MRI",
        "lumbar vertebral or epidural lesion",
    ),
    (
        "leptomeningeal tumour coating the nerve roots | MRI",
        "nerve root tumour or cyst on imaging",
    ),
    ("fracture of the sacral ala with surrounding oedema | MRI", "muscle oedema on MRI"),
    ("bone marrow oedema | MRI", "muscle oedema on MRI"),
    ("swelling of the sciatic nerve in the thigh | MRI", "muscle oedema on MRI"),
    (
        "sacral fracture, oedema and swelling of the left S1 root | MRI",
        "pelvic mass on imaging",
    ),
    ("chest radiograph | bilateral infiltrates", "chest mass on imaging"),
    ("pseudoaneurysm with a narrow neck | Doppler", "head and neck"),
    ("ganglion cyst arising through a thin neck from the joint | MRI", "head and neck"),
    (
        "lipoma of the sacral spinal canal, low-lying conus | MRI",
        "lumbar vertebral or epidural lesion",
    ),
    (
        "high signal throughout the peroneal compartment | MRI",
        "diffuse nerve enlargement on imaging",
    ),
    ("signal abnormality consistent with rhabdomyolysis | MRI", "coma or drug overdose"),
)


def heard(said: str) -> dict[str, str]:
    """Names and what is said of them."""
    of, value = said.split(" | ")
    finding = {"test": "imaging", "of": of, "value": value}
    reading = read(case_from({"findings": [finding]}))
    return {name: str(one.value.word) for one in reading.understood for name in one.targets}


@pytest.mark.parametrize(
    ("said", "name"), [(said, name) for name, all_said in THERE.items() for said in all_said]
)
def test_what_a_picture_shows_is_read_in_other_words(said: str, name: str) -> None:
    assert heard(said).get(name) == "present"


def test_muscles_without_oedema_have_none() -> None:
    assert heard("muscle oedema or atrophy | There was no") == {"muscle oedema on MRI": "absent"}


@pytest.mark.parametrize(("said", "name"), NOT)
def test_what_lies_beside_it_is_not_read_for_it(said: str, name: str) -> None:
    assert name not in heard(said)
