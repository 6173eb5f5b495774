"""A small wiring: enough members of nerves and roots to read groups."""

from collections.abc import Callable, Mapping

import pytest

from lumbosacral.findings import Names, names

_MEMBERS = {
    ("root", "L5 root"): {
        "tibialis anterior": 0.5,
        "extensor hallucis longus": 0.8,
        "gluteus medius": 0.6,
        "tibialis posterior": 0.6,
    },
    ("root", "S1 root"): {"soleus": 0.6, "medial gastrocnemius": 0.7, "gluteus maximus": 0.5},
    ("nerve", "femoral nerve"): {
        "rectus femoris": 1.0,
        "vastus medialis": 1.0,
        "sartorius": 1.0,
        "iliacus": 1.0,
    },
    ("nerve", "sciatic nerve"): {"tibialis anterior": 1.0, "soleus": 1.0, "semitendinosus": 1.0},
    ("nerve", "common fibular nerve"): {"tibialis anterior": 1.0, "fibularis longus": 1.0},
    ("root skin", "L5 root"): {
        "dorsum of foot": 0.7,
        "lower lateral leg": 0.7,
        "dorsum of great toe": 0.7,
    },
    ("root skin", "S1 root"): {"lateral border of foot": 0.8, "heel": 0.7, "lateral sole": 0.7},
    ("nerve skin", "femoral nerve"): {"anterior thigh": 1.0, "medial leg": 1.0},
    ("nerve skin", "saphenous nerve"): {"medial leg": 1.0, "medial ankle": 0.9},
    ("nerve skin", "superficial fibular nerve"): {"dorsum of foot": 0.9, "lower lateral leg": 0.8},
    ("movement", "ankle dorsiflexion"): {"tibialis anterior": 0.7, "extensor hallucis longus": 0.1},
}


@pytest.fixture(scope="session")
def known() -> Names:
    return names()


@pytest.fixture(scope="session")
def members() -> Callable[[str, str], Mapping[str, float]]:
    return lambda kind, name: _MEMBERS.get((kind, name), {})
