"""Claims about injury of the sciatic nerve and its neighbours, with findings localized."""

from itertools import combinations

import numpy as np

from lumbosacral import questions as ask
from lumbosacral.claims.ledger import claim, need, never_more
from lumbosacral.claims.localizing import localized, moved
from lumbosacral.claims.model import Model
from lumbosacral.claims.seen import Seen
from lumbosacral.claims.words import SCIATIC

FIVE = (
    "L5 root", "S1 root", SCIATIC, "tibial nerve, popliteal fossa", "common fibular nerve, fibular neck",
)  # fmt: skip
NERVE = "sciatic nerve"
SOUND = (
    "right strength: lower limb = normal", "right sensation: lower limb = normal",
    "right reflex: Achilles reflex = normal", "right reflex: patellar reflex = normal",
)  # fmt: skip
"""The other leg, as control."""


def _findings(cut: Seen) -> tuple[str, ...]:
    """Every movement, skin area and reflex of a leg, as they are, without an examiner's noise."""
    strength = [f"strength: {name} = {cut.mrc(name)}" for name in cut.atlas.movements]
    feeling = [f"sensation: {name} = {_felt(cut, name)}" for name in cut.atlas.areas]
    reflexes = [f"reflex: {name} = {word}" for name, word in cut.reflexes.items()]
    return (*strength, *feeling, *reflexes)


def _felt(cut: Seen, area: str) -> str:
    if cut.lost(area):
        return "absent"
    return "reduced" if cut.numb(area) else "normal"


@claim("SCI-18")
def five_places_five_pictures(model: Model) -> None:
    cuts = {where: model.lesion(where) for where in FIVE}
    weak = {w: frozenset(m for m in model.atlas.movements if c.weak(m)) for w, c in cuts.items()}
    need(all(weak.values()), f"a lesion weakens nothing: {weak}")
    for one, other in combinations(FIVE, 2):
        need(weak[one] != weak[other], f"{one} and {other} weaken the same movements")
    for where, cut in cuts.items():
        first = localized(*_findings(cut), *SOUND).answer.ranking[0]
        structure = where.partition(",")[0]
        said = f"{first.structure}, {first.side} ({first.probability:.2f})"
        need((first.structure, first.side) == (structure, "left"), f"{where} comes back as {said}")


@claim("SCI-20")
def skin_that_feels_wrong(model: Model) -> None:
    mine = ask.skin(model.universe, NERVE)
    need(len(mine) > 5, f"skin of the sciatic nerve: {mine}")
    course = [model.lesion(SCIATIC, severity=float(s)) for s in np.linspace(0, 1, 9)]
    for area in mine:
        felt = [cut.shares[area] for cut in course]
        never_more(felt, f"feeling of the {area}")
        need(felt[-1] < felt[0], f"a complete lesion leaves the {area}")
    for area in ("dorsum of foot", "lateral border of foot", "lateral sole", "upper lateral leg"):
        need(area in mine, f"the nerve does not serve the {area}")
        serve = _serving(model, area)
        numb = f"sensation: {area} = reduced"
        for base in (("pain: leg pain",), ("pain: leg pain", numb)):
            for added in (f"pain: {area}", f"sensation: {area} = pins and needles"):
                for who in ((NERVE,), serve):
                    change = moved(who, added, *base, size="full")
                    need(change > 0, f"{base}: {added} moves {who[:3]} by {change:.3f}")


def _serving(model: Model, area: str) -> tuple[str, ...]:
    """Return every root and nerve that an area of skin is served by."""
    return tuple(
        name
        for name, record in model.atlas.structures.items()
        if record.kind in ("root", "nerve") and area in ask.skin(model.universe, name)
    )
