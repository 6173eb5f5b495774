"""What is put on a patch: a fill, what its title tells, what is printed; the colours of nerves and roots."""

from typing import NamedTuple

from lumbosacral.draw import palette
from lumbosacral.draw.body.records import the_drawing


class Look(NamedTuple):
    """Fill, class, what the title tells, and what is printed in which ink.

    A fill is a colour, or `@` and the key of a pattern of the sheet.
    """

    fill: str
    kind: str = ""
    told: str = ""
    text: str = ""
    ink: str = palette.INK


class Mixture(NamedTuple):
    """Two owners of one place, and how they are mixed; `key` is the same for the same pattern.

    `double` gives the first two stripes of three; `dotted` puts the second on the first as dots.
    """

    key: str
    first: str
    second: str
    double: bool = False
    dotted: bool = False


def ink_of(mode: str, owner: str) -> str:
    """Colour of a nerve or, in all other modes, of a root."""
    if mode == "nerves":
        return the_drawing().nerves[owner].colour
    return next(c for root, c in palette.ROOT_COLOURS.items() if root == owner)


def short(mode: str, owner: str) -> str:
    """Short name of a nerve; a root has no other."""
    return the_drawing().nerves[owner].short if mode == "nerves" else owner


def shade(mode: str, owner: str, share: float) -> str:
    """Colour of an owner, paler the less it holds."""
    return palette.mix(palette.PAPER, ink_of(mode, owner), 0.2 + 0.6 * share)
