"""What a check of a claim works with: an atlas wired up, and what a lesion leaves."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from lumbosacral.atlas.load import Atlas, load_atlas
from lumbosacral.claims.seen import Seen
from lumbosacral.injury.lesion import SIDES, Lesion
from lumbosacral.lesioned import lesion, read_lesions
from lumbosacral.wiring.listening import Listening, listening_to, the_listening
from lumbosacral.wiring.universe import Universe, build_universe


@dataclass(frozen=True, eq=False, repr=False)
class Model:
    """An atlas, its bundles and stretches, and the lesions already read."""

    listening: Listening
    read: dict[str, tuple[Seen, Seen]] = field(default_factory=dict)

    def __repr__(self) -> str:
        return f"Model(atlas {self.atlas.hash})"

    @property
    def universe(self) -> Universe:
        """Bundles and segments."""
        return self.listening.universe

    @property
    def atlas(self) -> Atlas:
        """Facts behind them."""
        return self.listening.universe.atlas

    def both(self, where: str, **how: Any) -> tuple[Seen, Seen]:
        """Left and right leg after a lesion; `how` as for `lesioned.lesion`."""
        key = f"{where} {sorted(how.items(), key=lambda item: item[0])}"
        if key not in self.read:
            everything = lesion(where, listening=self.listening, **how).everything
            fit = self.healthy if where != "no lesion" else None
            self.read[key] = (Seen(everything, 0, fit), Seen(everything, 1, fit))
        return self.read[key]

    def lesion(self, where: str, **how: Any) -> Seen:
        """Return the struck leg after a lesion, the left one unless `side` says otherwise."""
        side = how.get("side")
        return self.both(where, **how)[SIDES.index(side) if side in SIDES else 0]

    def lesions(
        self, lesions: tuple[Lesion, ...], variants: tuple[str, ...] = ()
    ) -> tuple[Seen, Seen]:
        """Left and right leg after lesions already spelled out."""
        everything = read_lesions(self.listening, lesions, variants).everything
        return Seen(everything, 0, self.healthy), Seen(everything, 1, self.healthy)

    def cut(self, segment: str) -> Seen:
        """Return the left leg with one segment cut (a site may have a segment's name and strike another)."""
        structure = self.atlas.segments[segment].structure
        return self.lesions((Lesion(segment, structure, (segment,)),))[0]

    @cached_property
    def healthy(self) -> Seen:
        """One leg without a lesion."""
        return Seen(lesion("no lesion", listening=self.listening).everything, 0)


def model_of(atlas: Atlas) -> Model:
    """Model of an atlas.

    Raises
    ------
    AtlasError
        If the atlas cannot be wired.
    """
    return Model(listening_to(build_universe(atlas)))


def the_model() -> Model:
    """Model of the atlas that comes with the package."""
    load_atlas()
    return Model(the_listening())
