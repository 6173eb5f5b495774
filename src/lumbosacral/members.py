"""Who belongs to a nerve, a root or a movement: what names of groups in a case stand for."""

from collections.abc import Iterable, Mapping
from functools import cache

from lumbosacral.atlas.records import KINDS, FibreKind
from lumbosacral.questions import root_share
from lumbosacral.questions.lines import bundles, typical_leg
from lumbosacral.wiring.universe import the_universe

__all__ = ["members_of"]

MAIN = 0.5
"""A root is named for an organ if its share is at least this part of the largest root's (judgement)."""
FEW = 0.05
"""Share of an organ below which a nerve is not named for it (judgement)."""


@cache
def members_of(kind: str, name: str) -> Mapping[str, float]:
    """Members of a name with their weights; an empty mapping where nothing is known.

    Parameters
    ----------
    kind : str
        "nerve" and "root" for muscles, "nerve skin" and "root skin" for skin areas, "movement" for
        the muscles that make it.
    name : str
        A canonical name, such as "L5 root".
    """
    atlas = the_universe().atlas
    if kind == "movement":
        return dict(atlas.movements[name].shares) if name in atlas.movements else {}
    if name not in atlas.structures:
        return {}
    of_skin = kind.endswith("skin")
    organs, fibre = (list(atlas.areas), "touch") if of_skin else (list(atlas.supply), "alpha")
    by = _of_root if kind.startswith("root") else _of_nerve
    return by(name, organs, fibre)  # type: ignore[arg-type]


def _of_root(name: str, organs: Iterable[str], kind: FibreKind) -> dict[str, float]:
    """Share of each organ's fibres that come from a root, where it is one of the organ's main roots."""
    root = name.partition(" ")[0]
    out = {}
    for organ in organs:
        shares = root_share(the_universe(), organ, kind)
        if shares.get(root, 0.0) >= MAIN * max(shares.values(), default=1.0):
            out[organ] = shares[root]
    return out


def _of_nerve(name: str, organs: Iterable[str], kind: FibreKind) -> dict[str, float]:
    """Share of each organ's fibres that pass a nerve."""
    universe = the_universe()
    share = typical_leg(universe).share[0]
    through = bundles(universe, name) & (universe.kind == KINDS.index(kind))
    out = {organ: float(share[[b for b in universe.bundles_of(organ, kind) if through[b]]].sum()) for organ in organs}
    return {organ: passing for organ, passing in out.items() if passing >= FEW}
