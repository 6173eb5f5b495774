"""What the body maps show of one leg."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Literal

from lumbosacral.atlas.load import load_atlas
from lumbosacral.errors import UnknownName

Mode = Literal[
    "state", "nerves", "roots", "lee-2008", "keegan-1948", "foerster-1933", "isncsci", "nitta-1993",
    "gpnotebook", "charts-differ",
]  # fmt: skip
"""What is shown: strength and feeling, a map of this atlas, a published chart, or where charts differ."""


@dataclass(frozen=True)
class BodyView:
    """What the body maps show of one leg.

    Attributes
    ----------
    grades : mapping of muscle -> MRC grade as printed ("3+"); a muscle not named is not examined
    felt : mapping of skin area -> share of feeling left (0 to 1); not named is not examined
    reflexes : mapping of reflex -> "absent", "reduced", "normal", "increased", or what to print
    side : "left", "right" or ""; the maps of a right leg are the mirror image
    mode : "state", or whose each territory is: "nerves" or "roots", or on skin as a chart of
        `charts.yaml` draws it, or "charts-differ"

    Raises
    ------
    UnknownName
        If a muscle, skin area or reflex is not in the atlas.
    """

    grades: Mapping[str, str] = field(default_factory=dict)
    felt: Mapping[str, float] = field(default_factory=dict)
    reflexes: Mapping[str, str] = field(default_factory=dict)
    side: str = ""
    mode: Mode = "state"

    def __post_init__(self) -> None:
        """Refuse names that the atlas does not have."""
        atlas = load_atlas()
        _known("muscle", self.grades, atlas.muscles)
        _known("skin area", self.felt, atlas.areas)
        _known("reflex", self.reflexes, atlas.reflexes)


def _known(kind: str, given: Mapping[str, object], names: Mapping[str, object]) -> None:
    for name in given:
        if name not in names:
            near = tuple(get_close_matches(name, names, 2))
            raise UnknownName(name, near, kind=kind, where="body map")
