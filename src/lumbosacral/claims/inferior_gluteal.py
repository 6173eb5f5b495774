"""Claims about the inferior gluteal nerve, gluteus maximus, and their injury."""

from itertools import pairwise

import numpy as np

from lumbosacral import questions as ask
from lumbosacral.atlas.records import ROOTS
from lumbosacral.claims.ledger import claim, in_order, includes, need, never_more, same
from lumbosacral.claims.model import Model
from lumbosacral.errors import UnknownName
from lumbosacral.wiring.legs import draw_persons, legs_of

INFERIOR = "inferior gluteal nerve"
MAXIMUS = "gluteus maximus"
GLUTEAL_INJURY = "inferior gluteal nerve injury"


@claim("IGN-01")
def inferior_roots(model: Model) -> None:
    same(ask.roots(model.universe, INFERIOR), ("L5", "S1", "S2"), "roots")
    need(ask.division(model.atlas, INFERIOR) == "posterior", "its division")


@claim("IGN-02")
def not_the_anterior(model: Model) -> None:
    found = {s.claim: s for s in ask.conflicts(model.atlas, INFERIOR, "division")}
    same(found, ("IGN-01", "IGN-02"), "positions on its division")
    need(found["IGN-02"].says == "anterior" and not found["IGN-02"].computed, "anterior")
    need(found["IGN-01"].says == "posterior" and found["IGN-01"].computed, "posterior")
    back = ask.share_through(
        model.universe, "inferior gluteal nerve, gluteal", "sacral plexus, posterior division"
    )
    front = ask.share_through(
        model.universe, "inferior gluteal nerve, gluteal", "sacral plexus, anterior division"
    )
    need(back == 1 and front == 0, f"{back:.2f} of its fibres come by the posterior division")


@claim("IGN-03")
def roots_vary(model: Model) -> None:
    universe, rng, n = model.universe, np.random.default_rng(3), 600
    persons = draw_persons(universe, n, rng)
    legs = legs_of(universe, persons, np.arange(n), np.zeros(n, np.intp), rng)
    of = universe.bundles_of(MAXIMUS, "alpha")
    share = np.zeros((n, len(ROOTS)))
    for b in of:
        share[:, universe.root[b]] += legs.share[:, b]
    need(np.abs(share.sum(1) - 1).max() < 1e-4, "root shares do not sum to 1")
    for root in ("L5", "S1", "S2"):
        spread = share[:, ROOTS.index(root)].std()
        need(spread > 0.02, f"the share of {root} varies by {spread:.3f} only")
    beside = share[:, ROOTS.index("L4")] + share[:, ROOTS.index("S3")]
    drawing = (beside > 0.005).mean()
    need(0 < drawing < 1, f"{drawing:.2f} of people draw on a root beside the usual ones")
    need(set(ask.root_share(universe, MAXIMUS)) == {"L5", "S1", "S2"}, "the typical person")


@claim("IGN-04")
def inferior_course(model: Model) -> None:
    wanted = ["greater sciatic foramen", "below piriformis", "deep surface of gluteus maximus"]
    in_order(ask.route(model.atlas, INFERIOR), wanted, "route of the inferior gluteal nerve")
    need(INFERIOR in ask.leaving(model.atlas, "below"), "it does not leave below piriformis")
    company = ("inferior gluteal artery", "inferior gluteal vein")
    same(ask.companions(model.atlas, INFERIOR), company, "companions")


@claim("IGN-05")
def one_muscle(model: Model) -> None:
    same(ask.muscles(model.universe, INFERIOR), [MAXIMUS], "muscles")
    same(ask.nerve_of(model.universe, MAXIMUS), [INFERIOR], "nerves of gluteus maximus")
    for site in ask.sites_of(model.atlas, INFERIOR):
        cut = model.lesion(site)
        same(cut.lost_muscles, [MAXIMUS], f"lost at {site}")
        same(cut.fallen_muscles, [MAXIMUS], f"fallen at {site}")


@claim("IGN-06")
def maximus_acts(model: Model) -> None:
    includes(
        ask.actions(model.atlas, MAXIMUS), ("hip extension", "hip external rotation"), "actions"
    )
    need("iliotibial tract" in ask.insertions(model.atlas, MAXIMUS), "its insertions")
    need("extended knee" in str(ask.look_up(model.atlas, "iliotibial tract").more["text"]), "tract")
    cut = model.lesion(INFERIOR)
    for movement in ("hip extension", "hip external rotation"):
        need(cut.falls(movement), f"{movement} does not fall")


@claim("IGN-09")
def joint_branch(model: Model) -> None:
    name = "joint branch of the inferior gluteal nerve"
    need(model.atlas.variants[name].frequency == "unknown", "its frequency")
    usual = ask.organs(model.universe, INFERIOR)
    varied = ask.organs(model.universe, INFERIOR, (name,))
    same(set(varied) - set(usual), ["hip joint"], "targets the variant adds")
    same(ask.muscles(model.universe, INFERIOR, (name,)), [MAXIMUS], "muscles with the variant")


NEVER = 10_000
"""Days of a recovery that does not come within two years."""


@claim("IGN-12")
def inferior_management(model: Model) -> None:
    held = ask.management(model.atlas, GLUTEAL_INJURY)
    options = ("physical therapy", "activity modification", "analgesia", "surgery or intervention")
    same({m["option"] for m in held}, options, "options")
    need(
        all(m["sources"] and m["indication"] for m in held),
        "an option without source or indication",
    )
    held_text = " ".join(str(m) for m in held)
    need("persistent entrapment" in held_text and "gluteus maximus" in held_text, "indications")

    def after(days: float, kind: str, severity: float) -> float:
        how = {"days": days, "kind": kind, "severity": severity}
        return model.lesion(INFERIOR, **how).strengths["hip extension"]

    for severity in (0.3, 0.6, 0.9):
        lost = 1 - after(0, "loss", severity)
        for part in (0.25, 0.5, 0.75):
            first = [
                next(
                    (
                        d
                        for d in range(0, 731, 5)
                        if after(d, kind, severity) >= 1 - lost * (1 - part)
                    ),
                    NEVER,
                )
                for kind in ("block", "loss")
            ]
            need(first[0] < first[1], f"{part} of the loss is back on days {first}")
    for kind in ("block", "loss"):
        for days in (90, 180, 365):
            course = [after(days, kind, s) for s in (0.3, 0.6, 0.9)]
            never_more(course, f"{kind} after {days} days, as its extent grows, hip extension")
            need(course[0] > course[2] or course[2] > 0.97, f"{kind} after {days} days: {course}")
    need(after(365, "loss", 0.9) > after(30, "loss", 0.9), "axon loss never recovers")


@claim("IGN-14")
def extra_branches(model: Model) -> None:
    apart_, extra = (
        "separate branches to gluteus maximus",
        "extra supply by the inferior gluteal nerve",
    )
    for name in (apart_, extra):
        need(model.atlas.variants[name].frequency == "unknown", f"frequency of {name}")
    left = model.lesion(INFERIOR, variants=(apart_,))
    need(
        0 < left.shares[MAXIMUS] < 1, f"the lesion leaves {left.shares[MAXIMUS]:.2f} of the muscle"
    )
    more = model.lesion(INFERIOR, variants=(extra,))
    neighbour = str(model.atlas.variants[extra].more["values"]["target"])
    need(0 < more.shares[neighbour] < 1, f"{neighbour} keeps {more.shares[neighbour]:.2f}")
    same(more.fallen_muscles, (MAXIMUS, neighbour), "fallen with the extra supply")


@claim("IGN-15")
def tract_is_no_target(model: Model) -> None:
    tract = "iliotibial tract"
    need(tract in ask.insertions(model.atlas, MAXIMUS), "the muscle does not insert there")
    need(tract not in model.universe.organs, "the tract is the end of a nerve")
    for name, record in model.atlas.structures.items():
        if record.kind == "nerve":
            need(not any(tract in step for step in record.course), f"the route of the {name}")
    found = {s.claim: s.computed for s in ask.conflicts(model.atlas, tract)}
    need(found.get("IGN-15") is False and found.get("IGN-06"), f"positions on the tract: {found}")


@claim("IGN-17")
def motor_with_afferents(model: Model) -> None:
    kinds = ask.fibres_through(model.universe, INFERIOR)
    same(kinds, ("alpha", "Ia"), "fibre kinds")
    same(ask.skin(model.universe, INFERIOR), (), "skin")
    cut = model.lesion(INFERIOR)
    same(cut.fallen_skin, (), "skin that falls")
    for movement in ("hip extension", "hip external rotation"):
        need(cut.strengths[movement] < 1 - 1e-3, f"{movement} does not fall")
    need(model.atlas.variants["cutaneous branch of the inferior gluteal nerve"], "the skin branch")


@claim("IGN-20")
def needle_shows_it(model: Model) -> None:
    steps = [model.lesion(INFERIOR, severity=s) for s in (0, 0.25, 0.5, 0.75, 1)]
    fibrillating = [s.fibrillation[MAXIMUS] for s in steps]
    units = [s.units[MAXIMUS] for s in steps]
    need(all(b > a for a, b in pairwise(fibrillating)), str(fibrillating))
    need(all(b < a for a, b in pairwise(units)), str(units))
    for cut in steps:
        others = [m for m in cut.muscles if m != MAXIMUS]
        need(all(cut.needle(m) == ("0", "normal") for m in others), "another muscle is abnormal")
        usual = model.healthy.studies
        same({n for n, v in cut.studies.items() if v < usual[n] - 1e-6}, (), "studies that fall")
    early = model.lesion(INFERIOR, days=2)
    need(early.fibrillation[MAXIMUS] == 0, "fibrillation on day 2")
    need(early.needle(MAXIMUS)[1] != "normal", "recruitment is normal on day 2")


@claim("IGN-22")
def pineal(model: Model) -> None:
    entry = model.atlas.claims["IGN-22"]
    need(entry.verdict == "rejected" and entry.source == "IGN", "the erratum is not held")
    for words in ("pineal nerve roots", "pineal roots"):
        try:
            found = ask.look_up(model.atlas, words)
        except UnknownName as unknown:
            near = unknown.nearest[:1]
            need(near and near[0].startswith("spinal"), f"{words}: nearest is {near}")
        else:
            need(False, f"{words} is understood as {found.name}")


@claim("IGN-23")
def main_nerve_of_the_buttock(model: Model) -> None:
    includes(ask.downstream(model.universe, "sacral plexus"), [INFERIOR], "below the sacral plexus")
    need(ask.region(model.atlas, INFERIOR) == "gluteal", "its region")
    need(model.lesion("sacral plexus").lost(MAXIMUS), "a sacral plexus lesion leaves the muscle")
    need(not model.lesion("lumbar plexus").falls(MAXIMUS), "a lumbar plexus lesion reaches it")


@claim("IGN-24")
def by_way_of_the_trunk(model: Model) -> None:
    by_root = ask.root_share(model.universe, MAXIMUS)
    same(by_root, ("L5", "S1", "S2"), "roots of gluteus maximus")
    segment = "inferior gluteal nerve, gluteal"
    for root, wanted in (("L5", 1), ("S1", 0), ("S2", 0)):
        part = ask.share_through(model.universe, segment, "lumbosacral trunk", "alpha", root)
        need(part == wanted, f"{part:.2f} of the {root} fibres pass the trunk")
    left = model.lesion("lumbosacral trunk").shares[MAXIMUS]
    need(
        abs(1 - left - by_root["L5"]) < 1e-4,
        f"the trunk takes {1 - left:.4f}, L5 is {by_root['L5']:.4f}",
    )
