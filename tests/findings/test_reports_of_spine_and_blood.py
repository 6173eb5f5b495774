"""Reports of the spine, of muscles, tendons and vessels, and of a laboratory: lists, levels, techniques and units."""

import pytest

from lumbosacral.api import read
from lumbosacral.findings import case_from

SEEN: tuple[tuple[str, dict[str, str]], ...] = (
    (
        "imaging | left-sided herniated discs at L3-4 and L5-S1 | MRI",
        {"disc herniation L3/4": "present", "disc herniation L5/S1": "present"},
    ),
    (
        "imaging | extrusion of the disc at the levels of L2-L3 and L4-L5 | CT",
        {
            "disc extrusion": "present",
            "disc herniation L2/3": "present",
            "disc herniation L4/5": "present",
        },
    ),
    (
        "imaging | L2-3, L3-4: no herniation or stenosis | MRI",
        {
            "disc herniation L2/3": "absent",
            "disc herniation L3/4": "absent",
            "lumbar canal stenosis": "absent",
        },
    ),
    (
        "imaging | L3/4 and L4/5 | small protrusions",
        {
            "disc protrusion": "present",
            "disc herniation L3/4": "present",
            "disc herniation L4/5": "present",
        },
    ),
    (
        "imaging | L4-5 disc bulge with a superimposed central extrusion | MRI",
        {"disc bulge": "present", "disc extrusion": "present", "disc herniation L4/5": "present"},
    ),
    (
        "imaging | canal narrowing at L2/L3 due to central and right paracentral protrusion | MRI",
        {
            "disc protrusion": "present",
            "disc herniation L2/3": "present",
            "lumbar canal stenosis": "present",
        },
    ),
    (
        "imaging | displacing the L4 and L5 nerve roots | MRI",
        {"L4 root compression": "present", "L5 root compression": "present"},
    ),
    (
        "imaging | no contact with the L3 or L4 roots | MRI",
        {"L3 root compression": "absent", "L4 root compression": "absent"},
    ),
    (
        "imaging | L5 and S1 roots | unaffected",
        {"L5 root compression": "absent", "S1 root compression": "absent"},
    ),
    ("imaging | roots of the cauda equina | normal", {"cauda equina compression on imaging": "absent"}),
    ("imaging | spinal canal | compromised", {"lumbar canal stenosis": "present"}),
    (
        "imaging | extradural mass at T6 compressing the cord | MRI",
        {"spinal cord lesion on imaging": "present"},
    ),
    (
        "imaging | hyperintensity from T8 to the conus | MRI",
        {"spinal cord lesion on imaging": "present", "conus lesion on imaging": "present"},
    ),
    ("imaging | peroneal tendons | intact", {"tendon rupture at the ankle": "absent"}),
    (
        "imaging | Achilles tendon with a full-thickness tear | Axial fat-suppressed PD",
        {"tendon rupture at the ankle": "present"},
    ),
    (
        "imaging | fluid in the subgluteal bursa | MRI",
        {"gluteal tendon tear or bursitis on imaging": "present"},
    ),
    (
        "imaging | gluteus maximus, medius and minimus | oedematous",
        {
            "gluteus maximus oedema or denervation on MRI": "present",
            "gluteus medius atrophy on MRI": "present",
        },
    ),
    (
        "imaging | thrombus in the infra-renal aorta | CTA",
        {"venous thrombosis or arterial disease on imaging": "present"},
    ),
    (
        "imaging | ganglion on the medial side of the calcaneus | MRI",
        {"lesion at the tarsal tunnel on imaging": "present"},
    ),
    (
        "imaging | reduced disc height and endplate irregularity | MRI",
        {"degenerative disc disease on imaging": "present"},
    ),
    ("laboratory | CPK 9,300 units per litre | Labs", {"creatine kinase raised": "present"}),
    ("laboratory | CK | 6,100 Units/L (normal range 30-200)", {"creatine kinase raised": "present"}),
    ("laboratory | INR 5.1 (target range 2.0-3.0) | on arrival", {"INR or clotting time raised": "present"}),
    ("laboratory | eosinophils 3.2 x 10^9/L | found", {"ANCA or eosinophilia": "present"}),
    (
        "laboratory | HIV and Lyme screening | negative",
        {"HIV test positive": "absent", "borrelia antibodies": "absent"},
    ),
    (
        "laboratory | lumbar puncture | protein 0.8 g/L, glucose 3.4 mmol/L",
        {"CSF protein raised with few cells": "present"},
    ),
    ("laboratory | myeloma screen | negative", {"paraprotein": "absent"}),
    ("laboratory | B12 120 | pg/ml", {"vitamin B12 low": "present"}),
    ("laboratory | TSH 38 mU/L, free T4 low | found", {"thyroid function abnormal": "present"}),
    ("laboratory | lyme IgG in CSF and serum positive | yes", {"borrelia antibodies": "present"}),
    (
        "laboratory | nerve biopsy: perivascular infiltrates, fibrinoid change of vessel walls | found",
        {"nerve biopsy vasculitis": "present"},
    ),
    (
        "imaging | central disc bulge with narrowed foramina | MRI",
        {"disc bulge": "present", "foraminal stenosis": "present"},
    ),
    ("imaging | dehydrated L4/5 disc with loss of height | MRI", {"degenerative disc disease on imaging": "present"}),
    ("imaging | traumatic neuroma of the sciatic nerve | ultrasound", {"nerve discontinuity on ultrasound": "present"}),
    (
        "imaging | CT chest and pelvis normal | yes",
        {"chest mass on imaging": "absent", "normal pelvic MRI or CT": "present"},
    ),
    (
        "imaging | L2-3 and L3-4 disc prolapses | MRI",
        {"disc herniation L2/3": "present", "disc herniation L3/4": "present"},
    ),
    ("laboratory | serum cobalamin | slight reduction", {"vitamin B12 low": "present"}),
)  # fmt: skip
SIDED = (
    ("imaging | right piriform muscle bulkier than the left | MRI", "right"),
    ("imaging | left sciatic nerve thicker than on the right | MRN", "left"),
    ("imaging | right L4 root compression and left L5 root compression | MRI", "right"),
    ("laboratory | white cells 19 x 10^9/L with left shift | found", "unknown"),
)
NOT = (
    ("imaging | disc extrusion with cord compression | C6-C7", "disc extrusion"),
    ("imaging | left foraminal disc bulge | L4-L5", "foraminal stenosis"),
    ("imaging | clumping of the lumbar roots | MRI", "root compression, root not said"),
    ("imaging | demyelinating plaques in the cord | MRI", "multiple white matter lesions"),
    ("imaging | disc bulge that does not compromise the canal | MRI", "cauda equina compression on imaging"),
    ("imaging | tibialis anterior tendon thickened | sagittal T2 fat sat", "muscle oedema on MRI"),
    ("imaging | cyst at the posterior neurovascular bundle of the knee | MRI", "nerve root tumour or cyst on imaging"),
    ("laboratory | CSF | low glucose", "glucose and HbA1c normal"),
    ("laboratory | myeloma and lymphoma panels | negative", "cancer"),
)  # fmt: skip


def _read(said: str) -> list[tuple[str, str, str]]:
    test, of, value = said.split(" | ")
    reading = read(case_from({"findings": [{"test": test, "of": of, "value": value}]}))
    return [(name, one.value.word, one.sides) for one in reading.understood for name in one.targets]


@pytest.mark.parametrize(("said", "wanted"), SEEN)
def test_each_thing_is_read_once_and_at_its_level(said: str, wanted: dict[str, str]) -> None:
    got = [(name, word) for name, word, _ in _read(said)]
    assert sorted(got) == sorted(wanted.items())


@pytest.mark.parametrize(("said", "side"), SIDED)
def test_a_side_is_that_of_what_is_seen(said: str, side: str) -> None:
    assert _read(said)[0][2] == side


@pytest.mark.parametrize(("said", "name"), NOT)
def test_what_only_sounds_like_it(said: str, name: str) -> None:
    assert name not in {one for one, _, _ in _read(said)}
