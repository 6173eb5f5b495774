"""Claims about discs, the end of the cord, and the branches to the disc."""

from itertools import pairwise

import numpy as np

from lumbosacral import questions as ask
from lumbosacral.claims.ledger import claim, need, same
from lumbosacral.claims.model import Model
from lumbosacral.claims.seen import Seen
from lumbosacral.injury.place import place_of

DRAWN = 20_000
LOWEST = ("L4/5", "L5/S1")


@claim("ROOT-01")
def the_two_lowest_discs(model: Model) -> None:
    drawn = ask.draw_herniations(model.atlas, DRAWN, np.random.default_rng(5))
    lowest = sum(set(h.levels) <= set(LOWEST) for h in drawn) / DRAWN
    both = sum(set(h.levels) == set(LOWEST) for h in drawn)
    need(lowest > 0.95, f"{lowest:.4f} are at the two lowest discs")
    need(both > 0, "no case has both levels")


@claim("ROOT-02")
def zones_and_roots(model: Model) -> None:
    atlas = model.atlas
    wanted = {
        ("L4/5", "paracentral"): "L5", ("L4/5", "foraminal"): "L4", ("L4/5", "far lateral"): "L4",
        ("L5/S1", "paracentral"): "S1", ("L5/S1", "foraminal"): "L5", ("L5/S1", "far lateral"): "L5",
    }  # fmt: skip
    for (level, zone), root in wanted.items():
        same(ask.roots_at(atlas, level, zone), [root], f"{level} disc, {zone}")
        struck = place_of(atlas, f"{level} disc, {zone}").structure
        need(struck == f"{root} root", f"{level} disc, {zone} strikes the {struck}")
        record = ask.disc(atlas, level)
        side = "traversing" if zone == "paracentral" else "exiting"
        need(record[side] == root, f"{side} root of {level} is {record[side]}")
    for level in LOWEST:
        struck = place_of(atlas, f"{level} disc, central").structure
        need(struck == "cauda equina", f"{level} disc, central strikes the {struck}")
    drawn = ask.draw_herniations(atlas, DRAWN, np.random.default_rng(6))
    zones = [h.zone for h in drawn if h.zone]
    most = max(set(zones), key=zones.count)
    need(most == "paracentral", f"the most frequent zone is {most}")
    free = model.lesion("lumbar disc herniation, no root compressed")
    need(not free.fallen_muscles | free.fallen_skin, "a herniation that touches no root")
    usual = model.healthy.studies
    need(all(abs(free.studies[n] - v) < 1e-6 for n, v in usual.items()), "its studies")


@claim("ROOT-04")
def end_of_the_cord(model: Model) -> None:
    atlas = model.atlas
    order = [str(v["name"]) for v in atlas.spine["vertebral_levels"]]
    cord = {v: ask.at_vertebra(atlas, v)[0] for v in order}
    at_risk = {v: ask.at_vertebra(atlas, v)[1] for v in order}
    need(cord["L1"] and not cord["L2"], "the typical cord does not end at L1-L2")
    for upper, lower in pairwise(order):
        need(set(at_risk[lower]) <= set(at_risk[upper]), f"a root appears below {upper}")
    need(set(at_risk["L5"]) == {"L5", "S1", "S2", "S3", "S4"}, "roots at risk at L5")
    end = ask.cord_end(atlas)
    need(end["typical"] == "L1/2" and list(end["range"]) == ["T12", "L3"], "its end and range")
    drawn = set(ask.draw_cord_ends(atlas, 5000, np.random.default_rng(7)))
    need(len(drawn) >= 8, f"the end varies over {len(drawn)} levels")
    need(all(d.startswith(("T12", "L1", "L2", "L3")) for d in drawn), f"ends drawn: {drawn}")
    need("L3 lower" not in drawn and "T12 upper" not in drawn, "an end beyond the range")
    above = model.both("central nervous system, spinal cord", days=120)[0]
    need("Babinski sign" in above.signs, "compression of the cord gives no Babinski sign")
    need("increased" in above.reflexes.values(), "compression of the cord: no brisk reflex")
    below = model.both("cauda equina", days=120)[0]
    need(not below.signs & {"Babinski sign", "ankle clonus", "spasticity"}, "cauda equina")
    need("increased" not in below.reflexes.values(), "cauda equina: a brisk reflex")


@claim("ROOT-12")
def care_of_herniation(model: Model) -> None:
    for name in ("lumbar disc herniation", "radiculopathy"):
        held = ask.management(model.atlas, name)
        need("conservative" in held[0]["option"], f"{name}: {held[0]['option']} comes first")
        surgery = next(m for m in held if m["option"] == "surgery for pain")
        need(float(surgery["threshold_weeks"]) == 6, f"{name}: {surgery['threshold_weeks']} weeks")
        need("persistent" in surgery["indication"], f"{name}: {surgery['indication']}")
        exceptions = [m for m in held if m.get("exception") == "true"]
        text = " ".join(m["indication"] for m in exceptions)
        need("cauda equina" in text and "progressing" in text, f"{name}: exceptions {text!r}")
        own = all(s.split()[0] != "LST" for m in exceptions for s in m["sources"])
        need(own and all(m["sources"] for m in exceptions), f"{name}: sources of the exceptions")


@claim("ROOT-15")
def parts_of_a_disc(model: Model) -> None:
    vertebrae = ["L1", "L2", "L3", "L4", "L5", "S1"]
    levels = ask.discs(model.atlas)
    need(len(levels) == 5, f"{len(levels)} lumbar discs")
    for level, (above, below) in zip(levels, pairwise(vertebrae), strict=True):
        record = ask.disc(model.atlas, level)
        need((record["above"], record["below"]) == (above, below), f"vertebrae of {level}")
        parts = {"outer": "annulus fibrosus", "inner": "nucleus pulposus"}
        need(record["parts"] == parts, f"parts of {level}: {record['parts']}")


@claim("ROOT-24")
def meningeal_branches(model: Model) -> None:
    ends = {"posterior annulus fibrosus", "posterior longitudinal ligament", "dura mater"}
    held = {b["level"]: b for b in model.atlas.spine["meningeal_branches"]}
    same(held, ("L1", "L2", "L3", "L4", "L5"), "levels with a meningeal branch")
    for level, record in held.items():
        need(record["kind"] == "sensory", f"{level}: {record['kind']}")
        same(record["from"], (f"{level} spinal nerve", "grey ramus communicans"), "where it leaves")
        need(ends <= set(record["to"]), f"{level}: {record['to']}")
        segment = f"{level} meningeal branch"
        same(model.atlas.segments[segment].after, [f"{level} spinal nerve"], f"before {segment}")
        need(not set(ask.fibres_through(model.universe, segment)) & {"alpha", "Ia"}, "motor fibres")
        same(ask.muscles(model.universe, segment), (), "muscles")
        same(ask.skin(model.universe, segment), (), "skin")
        need(ask.organs(model.universe, segment), f"{segment} ends nowhere")
        _unchanged(model, model.cut(segment), segment)


def _unchanged(model: Model, cut: Seen, what: str) -> None:
    usual = model.healthy
    same(cut.fallen(usual.shares), (), f"what falls with {what}")
    need(cut.reflexes == usual.reflexes and cut.tasks == usual.tasks, f"{what}: reflexes, tasks")
    need(cut.gaits == usual.gaits and cut.signs == usual.signs, f"{what}: gait, signs")
    near = all(abs(cut.studies[n] - v) < 1e-6 for n, v in usual.studies.items())
    need(near and max(cut.fibrillation.values()) == 0, f"{what}: studies, needle")


@claim("ROOT-25")
def two_places_of_l5(model: Model) -> None:
    found = ask.places_of_root(model.atlas, "L5")
    need(("L4/5", "paracentral") in found, f"places of L5: {list(found)}")
    need(("L5/S1", "foraminal") in found, f"places of L5: {list(found)}")
    need(next(iter(found)) == ("L4/5", "paracentral"), f"the first is {next(iter(found))}")
    canal = model.lesion("L4/5 disc, paracentral")
    foramen = model.lesion("L5/S1 disc, foraminal")
    for name, share in canal.shares.items():
        need(abs(share - foramen.shares[name]) < 1e-6, f"{name} differs")
    need(canal.reflexes == foramen.reflexes and canal.tasks == foramen.tasks, "reflexes, tasks")
    need(canal.gaits == foramen.gaits and canal.signs == foramen.signs, "gait, signs")
    need(canal.fallen_muscles and canal.numb_skin, "there are no findings")
