"""A needle study named by its limb, or not at all, with what was seen in which muscles in its answer."""

import pytest

from lumbosacral.api import read
from lumbosacral.findings import Understood, case_from

SUPPLIED = {
    "denervation in the L5 myotome": "tibialis anterior",
    "fibrillations in L5-innervated muscles": "tibialis anterior",
    "denervation in L5 muscles": "tibialis anterior",
    "denervation in all sciatic-innervated muscles": "medial gastrocnemius",
    "denervation in muscles supplied by the sciatic nerve": "medial gastrocnemius",
    "fibrillations in the distribution of the deep peroneal nerve": "extensor hallucis longus",
}


def heard(of: str, value: str) -> list[Understood]:
    """Return what an answer of a needle study is read as, where all of it is read."""
    case = case_from({"findings": [{"test": "emg", "of": of, "value": value}]})
    reading = read(case)
    assert not reading.not_understood
    return list(reading.understood)


@pytest.mark.parametrize(("value", "muscle"), SUPPLIED.items())
def test_muscles_by_their_root_or_nerve(value: str, muscle: str) -> None:
    """The root or nerve in an answer names its muscles, and no others."""
    (one,) = heard("EMG", value)
    assert muscle in one.targets
    assert "psoas" not in one.targets
    assert one.value.word == "abnormal"


@pytest.mark.parametrize(
    "of", ["EMG of the left leg", "needle EMG left leg", "needle examination of the left leg"]
)
def test_a_limb_before_the_muscle(of: str) -> None:
    """What the needle showed in one muscle is not of the whole limb."""
    (one,) = heard(of, "fibrillations in tibialis anterior")
    assert one.targets == ("tibialis anterior",)
    assert one.sides == "left"


@pytest.mark.parametrize(
    "value",
    ["L5 radiculopathy", "consistent with L5 root lesion", "involvement of the L5 nerve root"],
)
def test_a_conclusion_is_no_finding(value: str) -> None:
    """What a study was taken to mean comes back."""
    case = case_from({"findings": [{"test": "emg", "of": "EMG", "value": value}]})
    reading = read(case)
    assert not reading.understood
    assert reading.not_understood
