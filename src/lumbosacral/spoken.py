"""The readings of one leg in words and numbers, by kind of test."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from lumbosacral.atlas.load import Atlas
from lumbosacral.electrodiagnosis.needle import recruitment_word, spontaneous_word
from lumbosacral.examination.grades import as_mrc, grade
from lumbosacral.examination.reflexes import reflex_word
from lumbosacral.examination.signs import task_word
from lumbosacral.forward import Everything

__all__ = ["PARTS", "SpokenLeg"]

SPEED_NOTICED = 0.8


class SpokenLeg(Mapping[str, Any]):
    """One leg by kind of test; who looks at one kind does not wait for the others."""

    def __init__(self, read: Everything, leg: int) -> None:
        self._read, self._leg = read, leg
        self._said: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self._said:
            self._said[name] = _READ[name](self._read, self._leg)
        return self._said[name]

    def __iter__(self) -> Iterator[str]:
        return iter(_READ)

    def __len__(self) -> int:
        return len(_READ)


def _atlas(read: Everything) -> Atlas:
    return read.state.listening.universe.atlas


def _number(value: Any) -> float:
    return round(float(value), 4)


def _where(there: bool, value: Any) -> float | None:
    """Return a figure, or None where there is no response to measure it on."""
    return _number(value) if there else None


def _felt(read: Everything, values: NDArray[np.floating]) -> dict[str, float]:
    """Share left in each skin area; `values` [A]."""
    return dict(zip(_atlas(read).areas, map(_number, values), strict=True))


def _skin_by_modality(read: Everything, leg: int) -> dict[str, Any]:
    kinds = {"touch": read.touch, "pin": read.pin, "sweat": read.sweat}
    return {kind: _felt(read, values[leg]) for kind, values in kinds.items()}


def _signs(read: Everything, leg: int) -> dict[str, str]:
    return {
        name: "positive" if amount > sign.threshold else "negative"
        for (name, sign), amount in zip(_atlas(read).signs.items(), read.signs[leg], strict=True)
    }


def _autonomic(read: Everything, leg: int) -> dict[str, str]:
    functions = _atlas(read).autonomic.items()
    return {
        name: "normal" if left > function.threshold else "abnormal"
        for (name, function), left in zip(functions, read.autonomic[leg], strict=True)
    }


def _muscles(read: Everything, leg: int) -> dict[str, Any]:
    universe = read.state.listening.universe
    s = read.strength
    grades = grade(universe.atlas.people, s.strength[leg])
    return {
        name: {
            "intact_fraction": _number(s.intact[leg, i]),
            "strength_fraction": _number(s.strength[leg, i]),
            "mrc": as_mrc(float(grades[i])),
        }
        for i, name in enumerate(universe.muscles)
    }


def _movements(read: Everything, leg: int) -> dict[str, Any]:
    universe = read.state.listening.universe
    names = universe.muscles
    s = read.strength
    grades = grade(universe.atlas.people, s.movements[leg])
    out = {}
    for i, (name, movement) in enumerate(universe.atlas.movements.items()):
        total = sum(movement.shares.values())
        intact = sum(
            share * float(s.intact[leg, names.index(m)]) for m, share in movement.shares.items()
        )
        out[name] = {
            "intact_fraction": _number(intact / total),
            "strength_fraction": _number(s.movements[leg, i]),
            "mrc": as_mrc(float(grades[i])),
        }
    return out


def _gait(read: Everything, leg: int) -> dict[str, str]:
    """Gait signs of a leg; one that needs both legs is that of the person."""
    gaits = read.state.listening.universe.atlas.gaits
    out = {}
    for i, (name, gait) in enumerate(gaits.items()):
        amount = read.gaits[:, i].min() if gait.sides == "both" else read.gaits[leg, i]
        out[name] = "positive" if amount > 0 else "negative"
    return out


def _ncs(read: Everything, leg: int) -> dict[str, Any]:
    atlas, c = _atlas(read), read.conduction
    out: dict[str, Any] = {}
    for i, (name, study) in enumerate(atlas.motor.items()):
        norm = study.amplitude_mv
        amplitude = float(c.motor[leg, i]) * norm.mean
        speed = float(c.motor_speed[leg, i])
        out[name] = {
            "amplitude_mv": _number(amplitude),
            "proximal_amplitude_mv": _number(amplitude * float(c.kept[leg, i])),
            "distal_latency_ms": _where(amplitude > 0.05, study.latency_ms.mean),
            "velocity_m_per_s": _where(amplitude > 0.05, speed * study.velocity_m_per_s.mean),
            "block": _number(1 - c.kept[leg, i]),
            "convention": norm.convention,
            "reading": _study_word(amplitude, norm.lower, speed, float(c.kept[leg, i])),
        }
    for i, (name, sensory) in enumerate(atlas.sensory.items()):
        norm = sensory.amplitude_uv
        amplitude = float(c.sensory[leg, i]) * norm.mean
        speed = float(c.sensory_speed[leg, i])
        out[name] = {
            "amplitude_uv": _number(amplitude),
            "velocity_m_per_s": _where(amplitude > 0.5, speed * sensory.velocity_m_per_s.mean),
            "convention": norm.convention,
            "reading": _study_word(amplitude, norm.lower, speed, 1.0),
        }
    for i, (name, late) in enumerate(atlas.late.items()):
        left, delay = float(c.late[leg, i]), float(c.late_delay_ms[leg, i])
        latency = late.latency_ms.mean + delay
        upper = late.latency_ms.upper or np.inf
        there = left > 0.05
        word = "normal" if left > 0.4 and latency < upper else "abnormal"
        out[name] = {
            "latency_ms": _where(there, latency),
            "share_left": _number(left),
            "reading": word if there else "absent",
        }
    return out


def _study_word(amplitude: float, lower: float | None, speed: float, kept: float) -> str:
    limit = lower or 0.0
    if amplitude < 0.05 * max(limit, 0.1):
        return "absent"
    if amplitude < limit:
        return "reduced"
    if kept < 0.5:
        return "block"
    return "slow" if speed < SPEED_NOTICED else "normal"


def _emg(read: Everything, leg: int) -> dict[str, Any]:
    needle = read.needle
    return {
        name: {
            "spontaneous": spontaneous_word(float(needle.fibrillating[leg, i])),
            "recruitment": recruitment_word(float(needle.units[leg, i])),
            "reinnervation": _remodelled_word(float(needle.remodelled[leg, i])),
            "fibrillating_fraction": _number(needle.fibrillating[leg, i]),
        }
        for i, name in enumerate(read.state.listening.universe.muscles)
    }


def _remodelled_word(share: float) -> str:
    if share < 0.05:
        return "none"
    return "some" if share < 0.3 else "marked"


_READ: Final[dict[str, Callable[[Everything, int], Any]]] = {
    "muscles": _muscles,
    "movements": _movements,
    "skin": lambda read, leg: _felt(read, read.touch[leg]),
    "skin_by_modality": _skin_by_modality,
    "reflexes": lambda read, leg: dict(
        zip(_atlas(read).reflexes, map(reflex_word, read.reflexes[leg]), strict=True)
    ),
    "signs": _signs,
    "tasks": lambda read, leg: dict(
        zip(_atlas(read).tasks, map(task_word, read.tasks[leg]), strict=True)
    ),
    "gait": _gait,
    "autonomic": _autonomic,
    "ncs": _ncs,
    "emg": _emg,
}

PARTS: Final = tuple(_READ)
