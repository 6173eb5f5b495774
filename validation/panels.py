"""The fixed routine panel: what is asked, what can be answered, and how likely each answer is.

What a good EMG laboratory does for a complaint of one leg: an examination, conduction studies, ten muscles by needle,
and a little on the other leg.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from lumbosacral.findings import Understood, Value
from lumbosacral.inference.likelihood import Observer, leg_log_likelihood

MOVEMENTS = (
    "hip flexion", "hip extension", "hip abduction", "hip adduction", "knee extension",
    "knee flexion", "ankle dorsiflexion", "ankle plantarflexion", "foot inversion", "foot eversion",
    "great toe extension", "toe extension", "toe flexion", "toe abduction",
)  # fmt: skip
AREAS = (
    "anterior thigh", "anterolateral thigh", "distal medial thigh", "posterior thigh", "medial leg",
    "upper lateral leg", "dorsum of foot", "first web space", "lateral border of foot",
    "medial sole", "lateral sole", "perianal area",
)  # fmt: skip
REFLEXES = ("patellar reflex", "medial hamstring reflex", "Achilles reflex")
SIGNS = ("Babinski sign",)
STUDIES = (
    "fibular CMAP (extensor digitorum brevis)", "fibular CMAP (tibialis anterior)",
    "tibial CMAP (abductor hallucis)", "femoral CMAP (rectus femoris)", "superficial fibular SNAP",
    "sural SNAP", "saphenous SNAP", "soleus H reflex", "tibial F wave", "fibular F wave",
)  # fmt: skip
BLOCKS = ("fibular CMAP (tibialis anterior)", "fibular CMAP (extensor digitorum brevis)")
"""Amplitude above the fibular head against below it."""
SCREEN_OF_SIX = (
    "tibialis anterior", "tibialis posterior", "medial gastrocnemius", "vastus lateralis",
    "biceps femoris, short head", "paraspinals L5",
)  # fmt: skip
NEEDLED = (
    *SCREEN_OF_SIX, "fibularis longus", "gluteus medius", "gluteus maximus", "adductor longus",
)  # fmt: skip
OTHER_LEG = {
    "strength": ("hip flexion", "knee extension", "ankle dorsiflexion", "ankle plantarflexion"),
    "sensation": ("dorsum of foot", "medial sole"),
    "reflex": ("patellar reflex", "Achilles reflex"),
    "sign": SIGNS,
    "ncs": ("tibial CMAP (abductor hallucis)", "sural SNAP", "soleus H reflex"),
    "emg": ("tibialis anterior",),
}
LEFT, RIGHT = 0, 1


@dataclass(frozen=True)
class Question:
    """One thing examined on one leg, every answer it can have, and which of them is the normal one.

    With `otherwise` there is one more answer: none of `answers`, for what an answer of its own cannot say.
    """

    test: str
    kind: str
    of: str
    leg: int
    answers: tuple[Value, ...]
    normal: int = 0
    otherwise: bool = False
    modality: str = "any"

    def __len__(self) -> int:
        return len(self.answers) + self.otherwise

    def finding(self, answer: int, index: int = 0) -> Understood:
        """Return the finding that an answer is."""
        return Understood(
            index=index,
            words=self.of,
            test=self.test,
            kind=self.kind,
            targets=(self.of,),
            shares=(1.0,),
            summary="one",
            modality=self.modality,
            value=self.answers[answer],
            sides="left" if self.leg == LEFT else "right",
        )


_GRADES = tuple(Value(grade=third / 3) for third in range(16))
_FOUND = tuple(Value(word=word) for word in ("normal", "abnormal"))
_FELT = tuple(Value(word=word) for word in ("normal", "reduced"))
_JERK = tuple(Value(word=word) for word in ("normal", "reduced", "absent", "increased"))
_SIGN = tuple(Value(word=word) for word in ("negative", "positive"))


def _both(rows: list[Question]) -> list[Question]:
    """Questions of the index leg, and those of the other leg after them."""
    other = [replace(q, leg=RIGHT) for q in rows if q.of in OTHER_LEG[q.test] and not q.otherwise]
    return rows + other


def needle(muscle: str, leg: int = LEFT) -> Question:
    """Needle examination of one muscle."""
    return Question("emg", "muscle", muscle, leg, _FOUND)


def panels() -> dict[str, list[Question]]:
    """Return the questions that each panel adds to the ones before it."""
    exam = [Question("strength", "movement", name, LEFT, _GRADES, 15) for name in MOVEMENTS]
    exam += [
        Question("sensation", "area", name, LEFT, _FELT, modality=modality)
        for modality in ("touch", "pin")
        for name in AREAS
    ]
    exam += [Question("reflex", "reflex", name, LEFT, _JERK) for name in REFLEXES]
    exam += [Question("sign", "sign", name, LEFT, _SIGN) for name in SIGNS]
    studies = [Question("ncs", "conduction", name, LEFT, _FOUND) for name in STUDIES]
    block = (Value(word="block"),)
    studies += [Question("ncs", "conduction", name, LEFT, block, 1, True) for name in BLOCKS]
    return {
        "exam": _both(exam),
        "+ conduction": _both(studies),
        "+ needle": _both([needle(name) for name in NEEDLED]),
    }


def leg_chances(observer: Observer, question: Question, leg: int) -> NDArray[np.float64]:
    """Chance of every answer if one leg of each patient is asked, [answers, n], summing to 1."""
    rows = [
        leg_log_likelihood(observer, question.finding(i), leg) for i in range(len(question.answers))
    ]
    if any(row is None for row in rows):
        raise ValueError(f"no reading for {question.test} of {question.of}")
    chance = np.exp(np.array(rows, np.float64))
    if question.otherwise:
        chance = np.concatenate([chance, 1 - chance.sum(0, keepdims=True)])
    return np.asarray(chance / chance.sum(0))


def chances(
    observer: Observer, question: Question, mirrored: NDArray[np.bool_]
) -> NDArray[np.float64]:
    """Chance of every answer, [answers, n]; the index leg is the left one but in those `mirrored`."""
    index = leg_chances(observer, question, question.leg)
    if not mirrored.any():
        return index
    return np.where(mirrored, leg_chances(observer, question, 1 - question.leg), index)


def answered(chance: NDArray[np.float64], rng: np.random.Generator) -> NDArray[np.intp]:
    """Answer of every patient, [n], drawn from the chances of each."""
    edges = np.cumsum(chance, axis=0)
    edges[-1] = 1.0
    return np.asarray((rng.random(edges.shape[1]) > edges).sum(0), np.intp)


def described() -> str:
    """Say what the panel is, as a Markdown list."""
    blocks = ", ".join(name.split("(")[1].rstrip(")") for name in BLOCKS)
    other = "; ".join(", ".join(names) for names in OTHER_LEG.values())
    return "\n".join(
        [
            f"- examination: strength (MRC, thirds of a grade) of {', '.join(MOVEMENTS)}; touch and pin of "
            f"{', '.join(AREAS)}; {', '.join((*REFLEXES, *SIGNS))}",
            f"- conduction: {', '.join(STUDIES)}; block across the fibular head to {blocks}",
            f"- needle: {', '.join(NEEDLED)}",
            f"- of the other leg: {other}",
        ]
    )
