"""One person with lesions, in words and numbers: what `lumbosacral lesion` says."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

import numpy as np

from lumbosacral import __version__
from lumbosacral.atlas.load import Atlas
from lumbosacral.electrodiagnosis.needle import recruitment_word, spontaneous_word
from lumbosacral.examination.grades import as_mrc, grade
from lumbosacral.examination.reflexes import reflex_word
from lumbosacral.examination.signs import task_word
from lumbosacral.forward import Everything, read_everything
from lumbosacral.injury.clocks import Laws
from lumbosacral.injury.lesion import SIDES, Lesion, lesions_of, strokes_of
from lumbosacral.wiring.legs import Legs, legs_of, typical_persons
from lumbosacral.wiring.listening import Listening, the_listening

SCHEMA_VERSION = "1"
SPEED_NOTICED = 0.8


@dataclass(frozen=True)
class Lesioned:
    """A typical adult with lesions: both legs read, [2, ...]; leg 0 is left, leg 1 is right.

    `muscles`, `movements`, `skin`, ... speak of the lesioned side; `sides` has the same for each leg.
    """

    lesions: tuple[Lesion, ...]
    everything: Everything

    @cached_property
    def sides(self) -> Mapping[str, dict[str, Any]]:
        """Everything of each leg, put into words when it is first asked for."""
        return _Sides(self.everything)

    @property
    def side(self) -> str:
        """The side the top level speaks of: the first lesion's."""
        return self.lesions[0].sides[0]

    def __getattr__(self, name: str) -> Any:
        if name in _PARTS:
            return self.sides[self.side][name]
        raise AttributeError(name)

    def to_dict(self) -> dict[str, Any]:
        """As `lumbosacral lesion --json` prints it."""
        atlas = self.everything.state.listening.universe.atlas
        return {
            "lesions": [_lesion(lesion) for lesion in self.lesions],
            "side": self.side,
            **self.sides[self.side],
            "sides": dict(self.sides),
            "model": {"version": __version__, "hash": atlas.hash},
            "schema_version": SCHEMA_VERSION,
        }


class _Sides(Mapping[str, dict[str, Any]]):
    """Both legs by side; who looks at one does not wait for the other."""

    def __init__(self, everything: Everything) -> None:
        self._everything = everything
        self._said: dict[str, dict[str, Any]] = {}

    def __getitem__(self, side: str) -> dict[str, Any]:
        if side not in SIDES:
            raise KeyError(side)
        if side not in self._said:
            self._said[side] = _leg(self._everything, SIDES.index(side))
        return self._said[side]

    def __iter__(self) -> Iterator[str]:
        return iter(SIDES)

    def __len__(self) -> int:
        return len(SIDES)


_PARTS = (
    "muscles", "movements", "skin", "skin_by_modality", "reflexes", "signs", "tasks", "gait",
    "autonomic", "ncs", "emg",
)  # fmt: skip


def lesion(
    where: str,
    *,
    severity: float = 1.0,
    kind: str = "loss",
    days: float = 30.0,
    side: str | None = None,
    fraction: float = 0.5,
    fascicles: dict[str, float] | None = None,
    fibres: dict[str, float] | None = None,
    variants: tuple[str, ...] = (),
    listening: Listening | None = None,
) -> Lesioned:
    """Lesion a typical adult and read every test.

    Parameters
    ----------
    where : str
        A site, a structure, a disc ("L4/5 disc, paracentral"), a condition, an artery or a segment; several are
        joined by " + ".
    severity : float
        Share of the fibres harmed, 0 to 1.
    kind : str
        loss, transection, block, demyelination or ischaemia.
    days : float
        Days since the injury.
    side : str or None
        left, right or both; None is left, or both for what is in the midline.
    fraction : float
        Place within the struck segment, 0 at its near end.
    fascicles : dict or None
        Severity by muscle or skin area where it differs.
    fibres : dict or None
        Factor on the severity by fibre kind.
    variants : tuple of str
        Variants of the atlas that both legs have.

    Raises
    ------
    InputError
        If a name is unknown or a number out of range.
    """
    ear = listening or the_listening()
    universe = ear.universe
    found = lesions_of(
        universe.atlas, where, severity=severity, kind=kind, days=days, side=side,
        fraction=fraction, fascicles=fascicles, fibres=fibres,
    )  # fmt: skip
    return read_lesions(ear, found, variants)


def read_lesions(
    listening: Listening, lesions: tuple[Lesion, ...], variants: tuple[str, ...] = ()
) -> Lesioned:
    """Read every test in a typical adult with these lesions."""
    universe = listening.universe
    legs, blows = _typical_legs(listening, variants), strokes_of(universe, lesions, variants)
    return Lesioned(lesions, read_everything(listening, legs, blows, Laws(universe.atlas.laws)))


@lru_cache(maxsize=64)
def _typical_legs(listening: Listening, variants: tuple[str, ...]) -> Legs:
    """Both legs of the typical adult with some variants; kept, as every lesion of a session is of the same."""
    persons = typical_persons(listening.universe, 1, variants)
    return legs_of(listening.universe, persons, np.zeros(2, np.intp), np.arange(2))


def _lesion(lesion: Lesion) -> dict[str, Any]:
    return {
        "where": lesion.where,
        "structure": lesion.structure,
        "sides": list(lesion.sides),
        "severity": lesion.severity,
        "kind": lesion.kind,
        "days": lesion.days,
    }


def _number(value: Any) -> float:
    return round(float(value), 4)


def _leg(read: Everything, leg: int) -> dict[str, Any]:
    atlas = read.state.listening.universe.atlas
    return {
        "muscles": _muscles(read, leg),
        "movements": _movements(read, leg),
        "skin": dict(zip(atlas.areas, map(_number, read.touch[leg]), strict=True)),
        "skin_by_modality": {
            "touch": dict(zip(atlas.areas, map(_number, read.touch[leg]), strict=True)),
            "pin": dict(zip(atlas.areas, map(_number, read.pin[leg]), strict=True)),
            "sweat": dict(zip(atlas.areas, map(_number, read.sweat[leg]), strict=True)),
        },
        "reflexes": dict(zip(atlas.reflexes, map(reflex_word, read.reflexes[leg]), strict=True)),
        "signs": {
            name: "positive" if amount > sign.threshold else "negative"
            for (name, sign), amount in zip(atlas.signs.items(), read.signs[leg], strict=True)
        },
        "tasks": dict(zip(atlas.tasks, map(task_word, read.tasks[leg]), strict=True)),
        "gait": _gait(read, leg),
        "autonomic": {
            name: "normal" if left > function.threshold else "abnormal"
            for (name, function), left in zip(
                atlas.autonomic.items(), read.autonomic[leg], strict=True
            )
        },
        "ncs": _ncs(atlas, read, leg),
        "emg": _emg(read, leg),
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


def _ncs(atlas: Atlas, read: Everything, leg: int) -> dict[str, Any]:
    c = read.conduction
    out: dict[str, Any] = {}
    for i, (name, study) in enumerate(atlas.motor.items()):
        norm = study.amplitude_mv
        amplitude = float(c.motor[leg, i]) * norm.mean
        speed = float(c.motor_speed[leg, i])
        out[name] = {
            "amplitude_mv": _number(amplitude),
            "proximal_amplitude_mv": _number(amplitude * float(c.kept[leg, i])),
            "distal_latency_ms": _number(study.latency_ms.mean) if amplitude > 0.05 else None,
            "velocity_m_per_s": _number(speed * study.velocity_m_per_s.mean)
            if amplitude > 0.05
            else None,
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
            "velocity_m_per_s": _number(speed * sensory.velocity_m_per_s.mean)
            if amplitude > 0.5
            else None,
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
            "latency_ms": _number(latency) if there else None,
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
