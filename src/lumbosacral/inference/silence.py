"""What a report does not mention: weak evidence that no gross deficit was there."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from lumbosacral.atlas.load import Atlas
from lumbosacral.findings import Reading
from lumbosacral.inference import chances
from lumbosacral.inference.likelihood import Observer, looked_up
from lumbosacral.inference.terms import Judge
from lumbosacral.population.bank import Bank
from lumbosacral.population.readings import Catalogue

Floats = NDArray[np.float32]


def silence(observer: Observer, reading: Reading) -> Floats:
    """Log chance that gross deficits went unmentioned, [2, N]; capped."""
    law = observer.atlas.observation["silence"]
    said = {target for f in reading.understood for target in f.targets}
    total = np.zeros(len(observer.bank), np.float32)
    for item in unmentionable(observer.atlas):
        if item[1] not in said:
            total += unmentioned(observer, *item)
    cap = float(law["cap"])
    count = len(reading.understood)
    weight = count / (count + float(law["half_at"]))
    both = -cap * np.tanh(-total * weight / cap)
    return np.stack([both, both]).astype(np.float32)


def unmentionable(atlas: Atlas) -> list[tuple[str, str, float]]:
    """Readings whose gross loss a report would mention: quantity, name, and how surely."""
    law = atlas.observation["silence"]
    parts = (
        ("movement", "movement", "movements"),
        ("touch", "area", "areas"),
        ("reflex", "reflex", "reflexes"),
    )
    return [
        (quantity, name, float(law[how])) for quantity, how, names in parts for name in law[names]
    ]


def _unmentioned(observer: Observer, quantity: str, name: str, surely: float) -> Floats:
    """Log chance that the loss of one reading went unmentioned, both legs together, [N]."""
    loud = _gross(observer.judge, quantity, name) * surely
    table = np.log1p(-loud).astype(np.float32)
    index, other = (looked_up(table, observer.codes(leg, quantity, name)) for leg in (0, 1))
    return index + other


@lru_cache(maxsize=64)
def _unmentioned_in(
    atlas: Atlas, catalogue: Catalogue, bank: Bank, quantity: str, name: str, surely: float
) -> Floats:
    """Keep what does not depend on the case, for a whole bank."""
    return _unmentioned(Observer(atlas, catalogue, bank, None), quantity, name, surely)


def unmentioned(observer: Observer, quantity: str, name: str, surely: float) -> Floats:
    """Log chance that the loss of one reading went unmentioned, [N]; kept where the bank is a whole one."""
    bank = observer.bank
    if bank.who is not None:
        return _unmentioned(observer, quantity, name, surely)
    return _unmentioned_in(observer.atlas, observer.catalogue, bank, quantity, name, surely)


def _gross(judge: Judge, quantity: str, name: str) -> NDArray[np.float64]:
    """Chance that a deficit is gross enough to be mentioned, by code, [256]."""
    scale, o = judge.values(quantity, name), judge.atlas.observation
    if quantity == "movement":
        return chances.strength(o, judge.atlas.people, scale, "weak", None, "")
    if quantity == "touch":
        return np.maximum(chances.sensation(o, scale, "reduced") - 0.05, 0)
    return np.maximum(chances.reflex(o, scale, "absent", 0.0), 0)
