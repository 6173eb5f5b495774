"""One leg with a lesion, by name and in the words of the ledger."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from lumbosacral.atlas.load import Atlas
from lumbosacral.electrodiagnosis.needle import recruitment_word, spontaneous_word
from lumbosacral.examination.grades import as_mrc, grade
from lumbosacral.examination.reflexes import reflex_word
from lumbosacral.examination.signs import task_word
from lumbosacral.forward import Everything

NOTHING = 1e-6
"""At and below this share a muscle or an area counts as lost."""
NUMB, FELT = 0.6, 0.75
"""The ledger's words for skin: numb at or below, felt at or above."""
SAME = 1e-6
"""Two shares that differ by less are the same: sums in single precision."""


@dataclass(frozen=True, eq=False, repr=False)
class Seen:
    """One leg with a lesion, in the words of the ledger; `healthy` is the same leg without it."""

    everything: Everything
    leg: int
    healthy: "Seen | None" = None

    @cached_property
    def shares(self) -> dict[str, float]:
        """Intact fraction of every muscle, movement and skin area (touch)."""
        read, atlas = self.everything, self.atlas
        universe = read.state.listening.universe
        muscles = dict(
            zip(universe.muscles, map(float, read.strength.intact[self.leg]), strict=True)
        )
        skin = dict(zip(atlas.areas, map(float, read.touch[self.leg]), strict=True))
        movements = {
            name: sum(s * muscles[m] for m, s in v.shares.items()) / sum(v.shares.values())
            for name, v in atlas.movements.items()
        }
        return {**muscles, **movements, **skin}

    @cached_property
    def strengths(self) -> dict[str, float]:
        """Strength of every muscle and movement."""
        s = self.everything.strength
        names = self.everything.state.listening.universe.muscles
        return {
            **dict(zip(names, map(float, s.strength[self.leg]), strict=True)),
            **dict(zip(self.atlas.movements, map(float, s.movements[self.leg]), strict=True)),
        }

    @property
    def atlas(self) -> Atlas:
        """Atlas behind the leg."""
        return self.everything.state.listening.universe.atlas

    def row(self, table: Iterable[str], values: Any) -> dict[str, float]:
        """One reading of this leg by name; `values` [m, n]."""
        return dict(zip(table, map(float, values[self.leg]), strict=True))

    def thirds(self, name: str) -> int:
        """MRC grade of a muscle or movement in thirds of a grade, 0 to 15."""
        value = grade(self.atlas.people, np.array([self.strengths[name]]))[0]
        return round(3 * float(value))

    def mrc(self, name: str) -> str:
        """MRC grade of a muscle or movement."""
        return as_mrc(self.thirds(name) / 3)

    def weak(self, name: str) -> bool:
        """MRC 4 or less."""
        return self.thirds(name) <= 12

    def spared(self, name: str) -> bool:
        """Grade 5 or 5-; of skin: felt."""
        if name in self.atlas.areas:
            return self.shares[name] >= FELT
        return self.thirds(name) >= 14

    def lost(self, name: str) -> bool:
        """Nothing of it is intact."""
        return self.shares[name] <= NOTHING

    def numb(self, area: str) -> bool:
        """Skin with at most 0.6 of its fibres."""
        return self.shares[area] <= NUMB

    def falls(self, name: str) -> bool:
        """Something of it lies downstream of the lesion."""
        usual = self.healthy.shares[name] if self.healthy else 1.0
        return self.shares[name] < usual - SAME

    def fallen(self, names: Iterable[str]) -> set[str]:
        """Those of the names that fall."""
        return {name for name in names if self.falls(name)}

    @property
    def muscles(self) -> tuple[str, ...]:
        """Every muscle."""
        return self.everything.state.listening.universe.muscles

    @property
    def fallen_muscles(self) -> set[str]:
        """Muscles that fall."""
        return self.fallen(self.muscles)

    @property
    def lost_muscles(self) -> set[str]:
        """Muscles of which nothing is intact."""
        return {name for name in self.muscles if self.lost(name)}

    @property
    def fallen_skin(self) -> set[str]:
        """Skin areas that fall."""
        return self.fallen(self.atlas.areas)

    @property
    def numb_skin(self) -> set[str]:
        """Skin areas that are numb."""
        return {name for name in self.atlas.areas if self.numb(name)}

    @cached_property
    def reflexes(self) -> dict[str, str]:
        """Every reflex in a word."""
        return {n: reflex_word(v) for n, v in self.reflex_gains.items()}

    @cached_property
    def reflex_gains(self) -> dict[str, float]:
        """Gain of every reflex; 1 is normal."""
        return self.row(self.atlas.reflexes, self.everything.reflexes)

    @cached_property
    def tasks(self) -> dict[str, str]:
        """Every task: pass, impaired or fail."""
        return {
            n: task_word(v) for n, v in self.row(self.atlas.tasks, self.everything.tasks).items()
        }

    @cached_property
    def gaits(self) -> set[str]:
        """Gait signs that are there."""
        rows = self.row(self.atlas.gaits, self.everything.gaits)
        return {n for n, v in rows.items() if v > 0}

    @cached_property
    def signs(self) -> set[str]:
        """Signs that are there."""
        rows = self.row(self.atlas.signs, self.everything.signs)
        return {n for n, v in rows.items() if v > self.atlas.signs[n].threshold}

    @cached_property
    def snaps(self) -> dict[str, float]:
        """Sensory amplitudes as shares of the person's own normal."""
        return self.row(self.atlas.sensory, self.everything.conduction.sensory)

    @cached_property
    def studies(self) -> dict[str, float]:
        """Amplitude of every conduction study and late response as a share of normal."""
        c = self.everything.conduction
        return {
            **self.snaps,
            **self.row(self.atlas.motor, c.motor),
            **self.row(self.atlas.late, c.late),
        }

    @cached_property
    def fibrillation(self) -> dict[str, float]:
        """Share of each muscle that fibrillates."""
        return self.row(self.muscles, self.everything.needle.fibrillating)

    @cached_property
    def units(self) -> dict[str, float]:
        """Share of the motor units of each muscle that can be recruited."""
        return self.row(self.muscles, self.everything.needle.units)

    def needle(self, muscle: str) -> tuple[str, str]:
        """Spontaneous activity and recruitment of a muscle, in words."""
        return spontaneous_word(self.fibrillation[muscle]), recruitment_word(self.units[muscle])
