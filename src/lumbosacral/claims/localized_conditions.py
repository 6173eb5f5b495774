"""Claims about conditions that press, starve or mimic nerves, with findings localized."""

from bisect import bisect_left
from itertools import pairwise

import numpy as np

from lumbosacral import questions as ask
from lumbosacral.claims.ledger import claim, includes, need, same
from lumbosacral.claims.localizing import LEAST, Localized, localized, log_odds, moved, sampled
from lumbosacral.claims.model import Model
from lumbosacral.claims.words import roots_with_lesions
from lumbosacral.examination.grades import grade

OBSTETRIC = "obstetric lumbosacral trunk compression"
PIRIFORMIS = "piriformis syndrome"
SPASM = "sign: paralumbar spasm"
CANNOT_ABDUCT = "cannot abduct the leg prone with bent knees"
FOOT_DROP = ("strength: ankle dorsiflexion = 2", "gait: foot slap")
NEVER = 10_000
"""Days of a recovery that does not come within two years."""


@claim("CON-01")
def foot_drop_in_labour(model: Model) -> None:
    trunk = "lumbosacral trunk"
    need(OBSTETRIC in ask.conditions(model.atlas, trunk), "it does not strike the trunk")
    cut = model.lesion(OBSTETRIC)
    for movement in ("ankle dorsiflexion", "foot inversion", "foot eversion", "hip abduction"):
        need(cut.weak(movement), f"{movement} is {cut.mrc(movement)}")
    need(cut.spared("ankle plantarflexion"), f"plantarflexion: {cut.mrc('ankle plantarflexion')}")
    quadriceps = model.atlas.groups["quadriceps"].members
    need(not cut.fallen(quadriceps), f"quadriceps falls: {cut.fallen(quadriceps)}")
    need("foot slap" in cut.gaits, f"gait: {cut.gaits}")
    for told in ("late pregnancy", "labour"):
        for base in (FOOT_DROP, ("pain: leg pain",)):
            before, after = localized(*base), localized(*base, f"history: {told}")
            need(after.under(OBSTETRIC) > before.under(OBSTETRIC), f"{told} does not raise it")
    # Demyelination weakens by blocking; fibres that are only slowed pull as ever.
    days = {kind: _back_on(model, kind) for kind in ("block", "loss")}
    need(14 <= days["block"] <= 180, f"a block is over on day {days['block']}")
    need(days["loss"] > days["block"] + 30, f"strength is back on days {days}")


def _back_on(model: Model, kind: str) -> int:
    """Day on which dorsiflexion, weak at first, is graded normal again; it does not fall once it has risen."""

    def spared(days: int) -> bool:
        how = {"kind": kind, "severity": 0.9, "days": days}
        return model.lesion(OBSTETRIC, **how).spared("ankle dorsiflexion")

    need(not spared(10), f"{kind} does not weaken it at first")
    course = range(10, 731, 10)
    at = bisect_left(course, True, key=spared)
    return course[at] if at < len(course) else NEVER


@claim("CON-02")
def piriformis_presses(model: Model) -> None:
    record = model.atlas.conditions[PIRIFORMIS]
    same(record.sites, ["sciatic nerve, piriformis"], "its site")
    cut = model.lesion(PIRIFORMIS)
    back = [m for m in cut.muscles if "multifidus" in m or "paraspinal" in m]
    need(back, "no paraspinal muscle")
    same(cut.fallen(("gluteus medius", *back)), (), "fallen")
    need(cut.fallen_muscles, "a complete lesion there weakens nothing")
    shares, weight = sampled(PIRIFORMIS, "muscle", model.universe.muscles)
    strong = (grade(model.atlas.people, shares) > 4).all(1)
    part = float(weight[strong].sum() / weight.sum())
    need(part > 0.5, f"{part:.2f} of sampled cases have no weak muscle")
    usual, roots = localized(), roots_with_lesions(model)
    need(usual.under(PIRIFORMIS) < usual.of(*roots), "it stands above root lesions by prior")
    favoured = localized(
        "pain: buttock pain", "sign: FAIR test = positive", "sign: buttock tenderness",
        "pain: back pain = absent", "imaging: normal lumbar MRI", "pain: pain worse on sitting",
    )  # fmt: skip
    need(favoured.under(PIRIFORMIS) > favoured.of(*roots), "no findings put it above root lesions")


@claim("CON-03")
def piriformis_test(model: Model) -> None:
    record = model.atlas.associations["piriformis test"]
    need(record.test == "sign", f"it is held as {record.test}")
    row = next(g for g in record.given if g.condition == PIRIFORMIS)
    roots = [g.chance for g in record.given if g.structure in roots_with_lesions(model)]
    for other in (record.among_others, *roots):
        need(1 < row.chance / other < 3, f"its likelihood ratio is {row.chance / other:.2f}")
    need(any(s.split()[1] == "P" for s in row.sources), f"not marked as assumed: {row.sources}")
    found = localized(f"sign: {CANNOT_ABDUCT} = positive")
    understood = [one.targets for one in found.reading.understood]
    need(understood == [(record.finding,)], f"understood as {understood}")
    need(found.under(PIRIFORMIS) > localized().under(PIRIFORMIS), "it says nothing")
    root = found.of(*roots_with_lesions(model))
    need(found.under(PIRIFORMIS) < root, "the sign alone puts it above root lesions")


@claim("CON-07")
def many_forms_of_diabetes(model: Model) -> None:
    nerves = [n for n, s in model.atlas.structures.items() if s.kind == "nerve"]
    told = "history: diabetes"
    for base in ("pain: leg pain", "strength: knee extension = 4"):
        for form in (
            "polyneuropathy", "lumbosacral radiculoplexus neuropathy", "multiple mononeuropathies",
        ):  # fmt: skip
            change = moved((form,), told, base)
            need(change > 0, f"{base}: diabetes moves {form} by {change:.3f}")
        raised = [nerve for nerve in nerves if moved((nerve,), told, base) > 0]
        need(raised, f"{base}: diabetes raises no single nerve")
    places = ("lateral border of foot", "lateral sole", "lateral heel")
    left, right = model.both("diabetic polyneuropathy", severity=0.7)
    for area in places:
        need(left.shares[area] == right.shares[area], f"{area}: not symmetric")
        need(left.shares[area] < left.shares["medial leg"] - 0.1, f"{area}: not the distal skin")
        need(model.lesion("S1 root").numb(area), f"a lesion of S1 spares the {area}")
    pattern = (
        *(f"both sensation: {area} = reduced" for area in places),
        "both reflex: Achilles reflex = absent",
    )
    # Polyneuropathies that block or strip before they kill axons may leave the sural SNAPs; they are not meant here.
    length = [n for n, c in model.atlas.conditions.items() if c.pattern == "length-dependent"]
    for value, above in (("absent", True), ("normal", False)):
        found = localized(*pattern, f"both ncs: sural SNAP = {value}", side=None)
        sick, roots = found.under(*length), found.ranked("S1 root", "both")
        need(
            (sick > roots) == above,
            f"sural SNAPs {value}: polyneuropathy {sick:.3f}, S1 roots {roots:.3f}",
        )


@claim("CON-09")
def feet_in_danger(model: Model) -> None:
    steps = [model.both("diabetic polyneuropathy", severity=s)[0] for s in np.linspace(0, 0.9, 10)]
    foot, knee = "medial sole", "medial knee"
    for before, after in pairwise(steps):
        need(after.shares[foot] < before.shares[foot], "the sole does not fall")
    need(all(s.shares[foot] < s.shares[knee] for s in steps[1:]), "the knee falls first")
    need(steps[-1].numb(foot) and not steps[-1].numb(knee), "the foot is not numb before the knee")
    flags = {n for n, s in model.atlas.signs.items() if "ulcer" in (s.risk or "")}
    need(flags, "no sign says that the foot is in danger of an ulcer")
    lesions = {
        ("diabetic polyneuropathy", None): (True, True), ("tibial nerve, popliteal fossa", "left"): (True, False),
        ("tibial nerve, popliteal fossa", "right"): (False, True), ("no lesion", None): (False, False),
        ("deep fibular nerve", "left"): (False, False), ("femoral nerve", "left"): (False, False),
    }  # fmt: skip
    for (where, side), wanted in lesions.items():
        legs = model.both(where, side=side)
        raised = tuple(flags <= leg.signs for leg in legs)
        need(raised == wanted, f"{where}, {side}: flags {raised}")
        for leg, flag in zip(legs, raised, strict=True):
            need(flag == leg.numb("medial sole"), f"{where}, {side}: flag {flag}")


def _against_roots(found: Localized, model: Model) -> float:
    """Log odds of piriformis syndrome against root lesions."""
    mine, roots = found.under(PIRIFORMIS), found.of(*roots_with_lesions(model))
    return log_odds(mine / (mine + roots))


@claim("CON-10")
def piriformis_mimics(model: Model) -> None:
    base = "pain: hip pain radiating to the leg"
    found = localized(base)
    roots = {name: found.of(name) for name in roots_with_lesions(model)}
    need(max(roots.values()) > LEAST, f"root lesions in the ranking: {roots}")
    need(found.under(PIRIFORMIS) > LEAST, f"{PIRIFORMIS} keeps {found.under(PIRIFORMIS):.4f}")
    for told in ("pain: back pain", SPASM):
        before, there, gone = (
            _against_roots(localized(base, *added), model)
            for added in ((), (told,), (f"{told} = absent",))
        )
        need(there < before, f"{told} does not lower it: {before:.2f}, {there:.2f}")
        need(gone > before, f"absent {told} does not raise it: {before:.2f}, {gone:.2f}")


@claim("CON-11")
def piriformis_among_spasms(model: Model) -> None:
    herniation = "lumbar disc herniation"
    includes(ask.differential(model.atlas, herniation), [PIRIFORMIS], "differential")
    need("paralumbar spasm" in ask.signs(model.atlas, herniation), "its signs have no spasm")
    for base in ((), ("pain: leg pain",), ("pain: hip pain radiating to the leg",)):
        found = localized(*base, SPASM)
        mine, roots = found.under(PIRIFORMIS), found.of(*roots_with_lesions(model))
        need(0 < mine < roots, f"{base}: {PIRIFORMIS} {mine:.4f}, root lesions {roots:.4f}")
