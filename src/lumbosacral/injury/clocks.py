"""The clocks of injury and repair: form here, numbers in `laws.yaml`.

Every clock takes days since the injury and gives a share between 0 and 1 that never leaves that range.
"""

from dataclasses import dataclass
from math import erf
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lumbosacral.atlas.records import KINDS

Floats = NDArray[np.float32]


def _f(tree: Any, key: str) -> float:
    return float(tree[key])


@dataclass(frozen=True, eq=False)
class Laws:
    """The tree of `laws.yaml`."""

    tree: dict[str, Any]

    def wallerian(self, days: Floats, direction: str) -> Floats:
        """Share of cut-off axons that no longer conduct beyond the cut."""
        law = self.tree["wallerian"][direction]
        points = [_f(law, "begin_days"), _f(law, "half_days"), _f(law, "end_days")]
        return np.interp(days, points, [0.0, 0.5, 1.0]).astype(np.float32)

    def fibrillation(self, days: Floats, stump_mm: Floats) -> Floats:
        """Readiness of an orphaned muscle fibre to fibrillate, by the length of the dead stump."""
        law = self.tree["fibrillation"]
        near, far = _f(law, "begin_days_at_zero_mm"), _f(law, "begin_days_at_800_mm")
        begin = near + (far - near) * np.clip(stump_mm / 800, 0, 1.5)
        risen = np.clip((days - begin) / _f(law, "rise_days"), 0, 1)
        return np.asarray(risen * 0.5 ** (days / _f(law, "fade_half_days")), np.float32)

    def regrowth(self, days: Floats, gap_mm: Floats) -> Floats:
        """Share of the axons with standing tubes that have bridged `gap_mm` while the muscle could take them."""
        law = self.tree["regrowth"]
        grown = np.maximum(days - _f(law, "delay_days"), 0) * _f(law, "mm_per_day")
        spread = _f(law, "spread_log")
        with np.errstate(divide="ignore"):
            arrived = _normal_cdf((np.log(grown) - np.log(np.maximum(gap_mm, 5))) / spread)
        needed = np.maximum(gap_mm, 5) / _f(law, "mm_per_day")
        window = (_f(law, "muscle_window_days") - needed) / _f(law, "window_width_days")
        return np.asarray(_f(law, "success") * arrived / (1 + np.exp(-window)), np.float32)

    def sprouting(self, days: Floats) -> Floats:
        """Share of old orphans that neighbours' sprouts can have reached."""
        law = self.tree["sprouting"]
        begin, full = _f(law, "begin_days"), _f(law, "full_days")
        return np.asarray(np.clip((days - begin) / (full - begin), 0, 1), np.float32)

    @property
    def largest_unit(self) -> float:
        """Largest size of a motor unit that has sprouted, in original sizes."""
        return _f(self.tree["sprouting"], "largest_unit")

    def block(self, days: Floats) -> Floats:
        """Share of a conduction block that is still there."""
        law = self.tree["block"]
        since = np.maximum(days - _f(law, "delay_days"), 0)
        return np.asarray(0.5 ** (since / _f(law, "half_days")), np.float32)

    def slowing(self, days: Floats) -> Floats:
        """Share of a slowing that remyelination has not yet mended."""
        return np.asarray(0.5 ** (days / _f(self.tree["remyelination"], "half_days")), np.float32)

    def wasting(self, days: Floats) -> Floats:
        """Share of its bulk that an orphaned muscle fibre has lost."""
        law = self.tree["wasting"]
        since = np.maximum(days - _f(law, "begin_days"), 0)
        return np.asarray(1 - 0.5 ** (since / _f(law, "half_days")), np.float32)

    def disuse(self, days: Floats) -> Floats:
        """Share of its bulk that a muscle with its nerve has lost which was not used at all."""
        law = self.tree["disuse"]
        since = np.maximum(days - _f(law, "begin_days"), 0)
        lost = _f(law, "largest") * (1 - 0.5 ** (since / _f(law, "half_days")))
        return np.asarray(lost, np.float32)

    def release(self, days: Floats) -> Floats:
        """How far the reflex arc has been released after descending inhibition was cut (0 in shock)."""
        law = self.tree["descending"]
        since = np.maximum(days - _f(law, "begin_days"), 0)
        return np.asarray(1 - 0.5 ** (since / _f(law, "half_days")), np.float32)

    def together(self, what: str, delay_ms: Floats) -> Floats:
        """Share of what fibres make that still fires together, given the mean delay by thinned myelin.

        Delays differ from fibre to fibre as much as they are long.

        Parameters
        ----------
        what : str
            `potential` of a sensory nerve, or `volley` of a reflex.
        """
        half = float(self.tree["slowing"]["scatter_ms"][what])
        return np.asarray(1 / (1 + delay_ms / half), np.float32)

    def nearer_mm(self) -> Floats:
        """By how much each fibre kind dies back nearer to its cell body in disease along the length, [6]."""
        law = self.tree["field"]["nearer_mm"]
        return np.array([float(law.get(kind, 0.0)) for kind in KINDS], np.float32)

    def kind(self, name: str) -> dict[str, float]:
        """Shares `loss`, `block`, `slow` and `tubes` of one kind of harm."""
        return {key: float(value) for key, value in self.tree["kinds"][name].items()}

    @property
    def kinds(self) -> tuple[str, ...]:
        """Names of the kinds of harm."""
        return tuple(name for name in self.tree["kinds"] if name != "sources")

    def constant(self, group: str, name: str) -> float:
        """Return one number of the file."""
        return float(self.tree[group][name])


_ERF = np.vectorize(erf, otypes=[np.float64])
_STEPS = 200
_GRID = np.linspace(-6, 6, 12 * _STEPS + 1)
_CDF = 0.5 * (1 + _ERF(_GRID / np.sqrt(2)))
_RISE = np.diff(_CDF)


def _normal_cdf(z: NDArray[Any]) -> Floats:
    """Normal distribution function by a table of 2,401 points (error below 1e-6)."""
    place = (np.clip(z, -6, 6) + 6) * _STEPS
    low = np.minimum(place.astype(np.intp), len(_CDF) - 2)
    return np.asarray(_CDF[low] + (place - low) * _RISE[low], np.float32)
