"""One person with lesions, in words and numbers: what `lumbosacral lesion` says."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

import numpy as np

from lumbosacral import __version__
from lumbosacral.forward import Everything, read_everything
from lumbosacral.injury.clocks import Laws
from lumbosacral.injury.lesion import SIDES, Lesion, lesions_of, strokes_of
from lumbosacral.spoken import PARTS, SpokenLeg
from lumbosacral.wiring.legs import Legs, legs_of, typical_persons
from lumbosacral.wiring.listening import Listening, the_listening

SCHEMA_VERSION = "1"


@dataclass(frozen=True)
class Lesioned:
    """A typical adult with lesions: both legs read, [2, ...]; leg 0 is left, leg 1 is right.

    `muscles`, `movements`, `skin`, ... speak of the lesioned side; `sides` has the same for each leg.
    """

    lesions: tuple[Lesion, ...]
    everything: Everything

    @cached_property
    def sides(self) -> Mapping[str, Mapping[str, Any]]:
        """Everything of each leg, put into words when it is first asked for."""
        return {side: SpokenLeg(self.everything, leg) for leg, side in enumerate(SIDES)}

    @property
    def side(self) -> str:
        """The side the top level speaks of: the first lesion's."""
        return self.lesions[0].sides[0]

    def __getattr__(self, name: str) -> Any:
        if name in PARTS:
            return self.sides[self.side][name]
        raise AttributeError(name)

    def to_dict(self) -> dict[str, Any]:
        """As `lumbosacral lesion --json` prints it."""
        atlas = self.everything.state.listening.universe.atlas
        return {
            "lesions": [_lesion(lesion) for lesion in self.lesions],
            "side": self.side,
            **self.sides[self.side],
            "sides": {side: dict(leg) for side, leg in self.sides.items()},
            "model": {"version": __version__, "hash": atlas.hash},
            "schema_version": SCHEMA_VERSION,
        }


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
