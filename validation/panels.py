"""A fixed examination of virtual patients: what is asked, what can be answered, and what is answered by chance."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lumbosacral.findings import Understood, Value
from lumbosacral.inference.likelihood import Observer, leg_log_likelihood

MOVEMENTS = (
    "hip flexion", "hip abduction", "hip adduction", "hip extension", "knee extension",
    "knee flexion", "ankle dorsiflexion", "ankle plantarflexion", "foot inversion", "foot eversion",
    "great toe extension", "toe flexion",
)  # fmt: skip
AREAS = (
    "anterior thigh", "anterolateral thigh", "distal medial thigh", "posterior thigh", "medial leg",
    "dorsum of foot", "lateral border of foot", "medial sole",
)  # fmt: skip
REFLEXES = ("patellar reflex", "medial hamstring reflex", "Achilles reflex")
STUDIES = (
    "fibular CMAP (extensor digitorum brevis)", "fibular CMAP (tibialis anterior)",
    "tibial CMAP (abductor hallucis)", "femoral CMAP (rectus femoris)", "superficial fibular SNAP",
    "sural SNAP", "saphenous SNAP",
)  # fmt: skip
NEEDLED = (
    "tibialis anterior", "tibialis posterior", "medial gastrocnemius", "vastus lateralis",
    "biceps femoris, short head", "gluteus medius",
)  # fmt: skip
OTHER_LEG = (
    "ankle dorsiflexion",
    "knee extension",
    "medial sole",
    "patellar reflex",
    "Achilles reflex",
)
LEFT, RIGHT = 0, 1


@dataclass(frozen=True)
class Question:
    """One thing examined on one leg, and every answer it can have."""

    test: str
    kind: str
    of: str
    leg: int
    answers: tuple[Value, ...]

    def finding(self, answer: int, index: int) -> Understood:
        """Return the finding that an answer is."""
        return Understood(
            index=index,
            words=self.of,
            test=self.test,
            kind=self.kind,
            targets=(self.of,),
            shares=(1.0,),
            summary="one",
            modality="any",
            value=self.answers[answer],
            sides="left" if self.leg == LEFT else "right",
        )


_GRADES = tuple(Value(grade=third / 3) for third in range(16))
_FOUND = tuple(Value(word=word) for word in ("normal", "abnormal"))
_FELT = tuple(Value(word=word) for word in ("normal", "reduced"))
_JERK = tuple(Value(word=word) for word in ("normal", "reduced", "absent", "increased"))


def _routine() -> list[Question]:
    rows = [("strength", "movement", name, _GRADES) for name in MOVEMENTS]
    rows += [("sensation", "area", name, _FELT) for name in AREAS]
    rows += [("reflex", "reflex", name, _JERK) for name in REFLEXES]
    asked = [Question(test, kind, of, LEFT, answers) for test, kind, of, answers in rows]
    return asked + [
        Question(test, kind, of, RIGHT, answers)
        for test, kind, of, answers in rows
        if of in OTHER_LEG
    ]


def panels() -> dict[str, list[Question]]:
    """Return the questions that each panel adds to the ones before it."""
    return {
        "routine": _routine(),
        "and conduction": [Question("ncs", "conduction", name, LEFT, _FOUND) for name in STUDIES],
        "and needle": [Question("emg", "muscle", name, LEFT, _FOUND) for name in NEEDLED],
    }


def answered(observer: Observer, question: Question, rng: np.random.Generator) -> NDArray[np.intp]:
    """Answer of every patient, [n], drawn from the observation model; the index leg is the left one."""
    rows = [
        leg_log_likelihood(observer, question.finding(i, 0), question.leg)
        for i in range(len(question.answers))
    ]
    chance = np.exp(np.array([row for row in rows if row is not None], np.float64))
    if len(chance) != len(rows):
        raise ValueError(f"no reading for {question.test} of {question.of}")
    edges = np.cumsum(chance / chance.sum(0), axis=0)
    return np.asarray((rng.random(edges.shape[1]) > edges).sum(0), np.intp)
