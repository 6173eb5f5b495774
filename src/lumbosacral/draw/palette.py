"""One palette for every picture: the roots, the ramps of strength and feeling, ink and paper.

Neighbouring roots differ in lightness and hue; no root is red, which means lesion and nothing
else. Nine hues cannot all stay apart for every eye, so pictures print the names of roots as well.
"""

from functools import lru_cache
from typing import Final

from lumbosacral.atlas.records import Root

INK: Final = "#22262e"
QUIET_INK: Final = "#5c616b"
PAPER: Final = "#fbfaf6"
BAR: Final = "#2b313b"
SHEATH: Final = "#6b717c"
LESION: Final = "#d0111b"
HALO: Final = "#ffc931"
LOST: Final = "#dddbd4"
UNKNOWN: Final = "#f1efe8"
UNSEEN: Final = "#cfccc2"
FASCIA: Final = "#e3e1dc"
SEAM: Final = "#8d8a82"
SKIN_SEAM: Final = "#a9b1bd"
BONE: Final = "#c9c6bd"
LEAD: Final = "#8f949d"
GHOST: Final = "#f5f3ed"

ROOT_COLOURS: Final[dict[Root, str]] = {
    "L1": "#8a7500",
    "L2": "#1b5e3a",
    "L3": "#2f9e8f",
    "L4": "#3b86c8",
    "L5": "#302f8c",
    "S1": "#c77a1c",
    "S2": "#6e1440",
    "S3": "#b458b4",
    "S4": "#6d7478",
}

_STRENGTH: Final = ("#4d1204", "#8e2d0a", "#c4561c", "#e8935a", "#f6cba6", "#fdf3e7")
_FEELING: Final = ("#0d2a5c", "#2b5d9f", "#6f9dce", "#b5cfe8", "#eef4fa")


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mix(start: str, end: str, part: float) -> str:
    """Colour that lies `part` (0 to 1) of the way from `start` to `end`, as #rrggbb."""
    part = min(max(part, 0.0), 1.0)
    pairs = zip(_channels(start), _channels(end), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * part):02x}" for a, b in pairs)


def _along(ramp: tuple[str, ...], value: float) -> str:
    place = min(max(value, 0.0), 1.0) * (len(ramp) - 1)
    low = min(int(place), len(ramp) - 2)
    return mix(ramp[low], ramp[low + 1], place - low)


@lru_cache(maxsize=256)
def strength_colour(grade: float) -> str:
    """Ground of a muscle of MRC grade 0 (dark) to 5 (pale)."""
    return _along(_STRENGTH, grade / 5)


@lru_cache(maxsize=1024)
def feeling_colour(felt: float) -> str:
    """Ground of skin that feels a share 0 (dark) to 1 (pale)."""
    return _along(_FEELING, felt)


def luminance(colour: str) -> float:
    """Relative luminance, 0 (black) to 1 (white), as WCAG 2 defines it."""
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (x / 255 for x in _channels(colour))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@lru_cache(maxsize=1024)
def text_on(ground: str) -> str:
    """Ink, or paper where the ground is too dark for ink."""
    light = luminance(ground) + 0.05
    return INK if light / (luminance(INK) + 0.05) > (luminance(PAPER) + 0.05) / light else PAPER
