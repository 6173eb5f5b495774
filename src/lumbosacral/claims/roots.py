"""Claims about roots, dermatomes, reflexes and foot drop."""

from itertools import pairwise

import numpy as np

from lumbosacral import questions as ask
from lumbosacral.claims.ledger import apart, claim, need
from lumbosacral.claims.model import Model
from lumbosacral.claims.words import SCIATIC, roots_with_lesions
from lumbosacral.forward import read_everything
from lumbosacral.injury.clocks import Laws
from lumbosacral.injury.place import place_of
from lumbosacral.injury.strokes import strokes
from lumbosacral.wiring.legs import draw_persons, legs_of


@claim("ROOT-06")
def no_reflex_of_l5(model: Model) -> None:
    cut = model.lesion("L5 root")
    for name in ("patellar reflex", "Achilles reflex"):
        need(cut.reflexes[name] == "normal", f"{name} is {cut.reflexes[name]}")
    for name in ("medial hamstring reflex", "tibialis anterior reflex"):
        need(cut.reflexes[name] in {"reduced", "absent"}, f"{name} is {cut.reflexes[name]}")
        missing = model.atlas.reflexes[name].absent_in_healthy["under 60"]
        need(missing >= 0.1, f"{name} is missed in {missing:.2f} of the healthy only")


@claim("ROOT-07")
def achilles_is_s1(model: Model) -> None:
    name = "Achilles reflex"
    steps = [model.lesion("S1 root", severity=s / 10) for s in range(11)]
    words = [s.reflexes[name] for s in steps]
    need(words[0] == "normal" and "reduced" in words, f"partial lesions of S1: {words}")
    need(words[-1] == "absent", f"a complete lesion of S1: {words[-1]}")
    gains = [s.reflex_gains[name] for s in steps]
    need(gains == sorted(gains, reverse=True), f"the reflex rises with severity: {gains}")
    for root in ("L3", "L4", "L5"):
        word = model.lesion(f"{root} root").reflexes[name]
        need(word == "normal", f"{root} leaves it {word}")


@claim("ROOT-08")
def dermatomes_overlap(model: Model) -> None:
    universe = model.universe
    several = [a for a in model.atlas.areas if len(ask.root_share(universe, a, "touch")) > 1]
    need(len(several) > len(model.atlas.areas) / 2, f"{len(several)} areas draw on several roots")
    for root in roots_with_lesions(model):
        reached, numb = set(ask.skin(universe, root)), model.lesion(root).numb_skin
        need(numb < reached, f"{root} numbs {len(numb)} of {len(reached)} areas it reaches")


@claim("ROOT-09")
def skin_of_l5(model: Model) -> None:
    cut = model.lesion("L5 root")
    lowest = {
        "upper lateral leg", "lower lateral leg", "dorsum of foot", "dorsum of great toe",
        "dorsum of middle toes", "first web space",
    }  # fmt: skip
    others = {a: v for a, v in cut.shares.items() if a in model.atlas.areas and a not in lowest}
    least = min(others, key=lambda a: others[a])
    most = max(lowest, key=lambda a: cut.shares[a])
    need(
        cut.shares[most] < others[least],
        f"{least} keeps {others[least]:.2f}, {most} {cut.shares[most]:.2f}",
    )
    for area in lowest:
        need(cut.numb(area), f"{area} keeps {cut.shares[area]:.2f}")
    for area in ("medial leg", "lateral border of foot", "anterior thigh"):
        need(cut.spared(area), f"{area} keeps {cut.shares[area]:.2f}")


@claim("ROOT-10")
def foot_drop_of_l5(model: Model) -> None:
    cut = model.lesion("L5 root")
    for movement in ("ankle dorsiflexion", "great toe extension"):
        need(cut.weak(movement), f"{movement} is {cut.mrc(movement)}")
    need(cut.tasks["heel standing"] != "pass", "heel stand is passed")
    slap, drop, steppage = (
        model.atlas.gaits[n].of for n in ("foot slap", "foot drop", "steppage gait")
    )
    need(drop == steppage, "foot drop and steppage gait have different demands")
    need(slap[0].below > drop[0].below, "swing demands as much as heel strike")
    need(
        {n.movement for n in (*slap, *drop)} == {"ankle dorsiflexion"}, "another movement is asked"
    )
    never = _gait_shares(model, "S1 root", n=2000)
    for sign in ("foot slap", "foot drop", "steppage gait"):
        need(never[sign] == 0, f"{sign} in {never[sign]:.4f} of people after a lesion of S1")
    shares = {root: _gait_shares(model, root) for root in roots_with_lesions(model)}
    for sign in ("foot slap", "foot drop", "steppage gait"):
        l5 = shares["L5 root"][sign]
        need(l5 > 0, f"{sign} never follows a lesion of L5")
        for root, share in shares.items():
            need(root == "L5 root" or share[sign] < l5, f"{sign} as often in {root}")


def _gait_shares(model: Model, root: str, n: int = 200) -> dict[str, float]:
    """Share of sampled people who show each gait sign after a complete lesion of a root."""
    universe, rng = model.universe, np.random.default_rng(11)
    persons = draw_persons(universe, n, rng)
    legs = legs_of(universe, persons, np.arange(n), np.zeros(n, np.intp), rng)
    struck = [universe.segment_index[s] for s in place_of(model.atlas, root).strikes]
    blows = strokes(
        np.repeat(np.arange(n), len(struck)),
        np.tile(struck, n),
        np.ones(n * len(struck), np.float32),
        len(universe.ways),
    )
    read = read_everything(model.listening, legs, blows, Laws(model.atlas.laws))
    return dict(zip(model.atlas.gaits, (read.gaits > 0).mean(0).tolist(), strict=True))


@claim("ROOT-21")
def root_plexus_nerve(model: Model) -> None:
    sites = ("S1 root", "sacral plexus", "sciatic nerve")
    for site in sites:
        need(site in model.atlas.structures, f"{site} is no structure")
    root, plexus, nerve = (model.lesion(s) for s in sites)
    back, snaps = "paraspinals S1", ("sural SNAP", "superficial fibular SNAP")
    need(root.needle(back)[0] != "0", "no fibrillation of the paraspinals in a root lesion")
    for name in snaps:
        need(root.snaps[name] > 1 - 1e-6, f"{name} falls in a root lesion")
    for cut in (plexus, nerve):
        need(cut.needle(back) == ("0", "normal"), "paraspinals beyond the root")
        need(all(cut.snaps[name] < 0.5 for name in snaps), "sensory amplitudes beyond the root")
    need(plexus.falls("gluteus maximus"), "a plexus lesion leaves gluteus maximus")
    need(not nerve.falls("gluteus maximus"), "a sciatic lesion reaches gluteus maximus")


@claim("ROOT-27")
def wider_than_a_root(model: Model) -> None:
    nerve = len(model.lesion(SCIATIC).numb_skin)
    for root in roots_with_lesions(model):
        other = len(model.lesion(root).numb_skin)
        need(nerve > other, f"{other} areas for {root}, {nerve} for the nerve")
    steps = [model.lesion(SCIATIC, severity=s / 10).numb_skin for s in range(11)]
    for less, more in pairwise(steps):
        apart(less - more, less, "areas that are numb no longer as severity rises")
