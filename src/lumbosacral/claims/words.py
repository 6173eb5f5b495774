"""Names that several claims speak of."""

from lumbosacral.claims.model import Model

SCIATIC = "sciatic nerve, gluteal"
TIBIAL_FOUR = (
    "biceps femoris, long head", "semitendinosus", "semimembranosus", "adductor magnus, hamstring part",
)  # fmt: skip
FIVE_BELLIES = (*TIBIAL_FOUR, "biceps femoris, short head")
ANTERIOR = (
    "tibialis anterior", "extensor hallucis longus", "extensor digitorum longus", "fibularis tertius",
)  # fmt: skip
LATERAL = ("fibularis longus", "fibularis brevis")
SUPERFICIAL_CALF = ("medial gastrocnemius", "lateral gastrocnemius", "soleus", "plantaris")
DEEP_CALF = (
    "popliteus", "flexor hallucis longus", "flexor digitorum longus", "tibialis posterior",
)  # fmt: skip
SOLE = (
    "abductor hallucis", "flexor digitorum brevis", "flexor hallucis brevis", "first lumbrical",
    "lumbricals two to four", "quadratus plantae", "adductor hallucis", "abductor digiti minimi pedis",
    "flexor digiti minimi brevis pedis", "interossei of foot",
)  # fmt: skip


def roots_with_lesions(model: Model) -> tuple[str, ...]:
    """Structures that are single roots."""
    return tuple(n for n, s in model.atlas.structures.items() if s.kind == "root")
