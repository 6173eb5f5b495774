"""Claims about the lumbosacral trunk, its blood supply, and its neighbours in the pelvis."""

from dataclasses import replace

import numpy as np

from lumbosacral import questions as ask
from lumbosacral.claims.ledger import apart, claim, in_order, includes, need, same
from lumbosacral.claims.model import Model
from lumbosacral.injury.place import place_of
from lumbosacral.wiring.legs import Persons, draw_persons, legs_of

TRUNK = "lumbosacral trunk"
FURCAL = "furcal share of L4"
UNION = "level of the L4-L5 union"
PIRIFORMIS = "sciatic nerve and piriformis"
FED = (
    "sciatic nerve", "superior gluteal nerve", "inferior gluteal nerve", "nerve to obturator internus",
    "nerve to quadratus femoris",
)  # fmt: skip
UPPER, LOWER = ("L4", "L5"), ("S1", "S2", "S3")
QUADRICEPS = ("rectus femoris", "vastus lateralis", "vastus intermedius", "vastus medialis")


@claim("LST-01")
def of_l4_and_l5(model: Model) -> None:
    universe = model.universe
    same(ask.roots(universe, TRUNK), UPPER, "roots of the trunk")
    for kind in ("alpha", "Ia", "touch", "pin", "sympathetic"):
        whole = ask.share_through(universe, "L5 ventral ramus", TRUNK, kind)
        need(whole > 1 - 1e-6, f"{whole:.2f} of the {kind} fibres of L5 pass the trunk")
    part = ask.share_through(universe, "L4 ventral ramus", TRUNK)
    need(0 < part < 1, f"{part:.2f} of the motor fibres of L4 pass the trunk")
    backs = [m for m in universe.muscles if m.startswith("paraspinals")]
    need(len(backs) == 6, "paraspinals of six roots are expected")
    apart(model.lesion(TRUNK).fallen_muscles, backs, "paraspinals downstream of the trunk")


@claim("LST-02")
def over_the_ala(model: Model) -> None:
    in_order(ask.route(model.atlas, TRUNK), ["sacral ala"], "route of the trunk")
    for root in UPPER:
        for kind in ("alpha", "Ia", "touch", "pin", "sympathetic"):
            for name in ask.segments_of(model.atlas, "sciatic nerve"):
                here = ask.share_through(model.universe, name, f"{root} ventral ramus", kind, root)
                part = ask.share_through(model.universe, name, TRUNK, kind, root)
                need(
                    part == here, f"{root} {kind} fibres in {name}: {part:.2f} by way of the trunk"
                )


@claim("LST-03")
def links_the_plexuses(model: Model) -> None:
    universe, atlas = model.universe, model.atlas
    trunk = ask.segments_of(atlas, TRUNK)
    sacral = {
        s
        for nerve in ask.downstream(universe, "sacral plexus")
        for s in ask.segments_of(atlas, nerve)
    }
    need(sacral, "no nerve lies downstream of the sacral plexus")
    lumbar = {s for n in ("femoral nerve", "obturator nerve") for s in ask.segments_of(atlas, n)}
    for root in UPPER:
        start = f"{root} ventral ramus"
        before = ask.reachable(universe, start, root)
        after = ask.reachable(universe, start, root, without=trunk)
        need(before & sacral, f"{root} does not reach the sacral plexus at all")
        apart(after, sacral, f"{root} reaches without the trunk")
        same(after & lumbar, before & lumbar, f"femoral and obturator paths of {root}")
    need(ask.reachable(universe, "L4 ventral ramus", "L4") >= lumbar, "L4 has lost a lumbar path")


@claim("LST-04")
def landmarks(model: Model) -> None:
    wanted = ["medial border of psoas", "sacral ala", "pelvic brim", "S1 ventral ramus"]
    in_order(ask.route(model.atlas, TRUNK), wanted, "route of the trunk")


@claim("LST-05")
def feeds_five_nerves(model: Model) -> None:
    universe = model.universe
    nerves = ask.downstream(universe, TRUNK)
    includes(nerves, FED, "nerves downstream of the trunk")
    apart(nerves, ("femoral nerve", "obturator nerve"), "nerves downstream of the trunk")
    cut = model.lesion(TRUNK)
    for nerve in FED:
        has = ask.roots(universe, nerve)
        need("L5" in has and set(has) & set(LOWER), f"{nerve} has {has}")
        for muscle in ask.muscles(universe, nerve):
            by_root = ask.root_share(universe, muscle)
            kept = sum(share for root, share in by_root.items() if root in LOWER)
            need(
                abs(cut.shares[muscle] - kept) < 1e-4,
                f"{muscle} keeps {cut.shares[muscle]:.3f}, its S1-S3 fibres are {kept:.3f}",
            )


@claim("LST-07")
def two_supplies(model: Model) -> None:
    atlas = model.atlas
    for name, record in atlas.structures.items():
        if record.kind in {"nerve", "trunk", "plexus", "root"}:
            supply = ask.supply(atlas, name)
            need(supply["intrinsic"], f"{name} says nothing of its intrinsic supply")
            need(supply["companion"], f"{name} says nothing of its companion artery")
    arteries = {s.artery for s in atlas.segments.values()} - {"none known"}
    need(len(arteries) > 10, "hardly any segment names an artery")
    for artery in sorted(arteries):
        fed = {n for n, s in atlas.segments.items() if s.artery == artery}
        same(place_of(atlas, artery).strikes, fed, f"segments struck by occlusion of the {artery}")
    half = model.lesion("inferior gluteal artery", severity=0.5, kind="ischaemia", days=1)
    full = model.lesion("inferior gluteal artery", severity=1.0, kind="ischaemia", days=1)
    need(0 < half.shares["gluteus maximus"] < 1, "half an occlusion is none or all")
    need(full.lost("gluteus maximus"), "a full occlusion leaves gluteus maximus")
    need(not full.falls("vastus medialis"), "the occlusion reaches the femoral nerve")


@claim("LST-08")
def varies(model: Model) -> None:
    atlas, universe = model.atlas, model.universe
    wanted = {"root shares", "arrangement", "exit relative to piriformis", "course"}
    includes({v.kind for v in atlas.variants.values()}, wanted, "kinds of variants")
    rng = np.random.default_rng(1)
    persons = draw_persons(universe, 4000, rng)
    noticed = float(atlas.people["fixation"]["noticed"])
    shifted = float((np.abs(persons.shift) > noticed).mean())
    frequency = float(atlas.variants["fixation shift"].frequency)
    need(abs(shifted - frequency) < 0.03, f"{shifted:.3f} of legs are shifted, not {frequency}")
    for name, frequency in _frequencies(model).items():
        drawn = float(persons.variants[name].mean())
        need(abs(drawn - frequency) < 0.02, f"{name}: {drawn:.3f} drawn, not {frequency}")
    need(
        "sciatic nerve (fibular division)"
        in ask.leaving(atlas, "above", ("sciatic nerve and piriformis: C",)),
        "type C does not bring the fibular division above piriformis",
    )
    share = atlas.variants[FURCAL].more["values"]["share_to_trunk"]
    for found, wanted in zip(
        (persons.furcal.mean(), persons.furcal.std()), (share["mean"], share["sd"]), strict=True
    ):
        need(abs(found - float(wanted)) < 0.01, f"{found:.3f} drawn of {FURCAL}, not {wanted}")
    typical = replace(persons, furcal=np.full_like(persons.furcal, float(share["mean"])))
    more = _l4_by_the_trunk(model, persons) / _l4_by_the_trunk(model, typical)
    follows = float(np.corrcoef(more, persons.furcal[: len(more), 0])[0, 1])
    need(follows > 0.9, f"fibres of L4 in the trunk hardly follow the furcal share ({follows:.2f})")
    _applied(model)


def _frequencies(model: Model) -> dict[str, float]:
    """Wanted frequency of the types of the union and of the way past piriformis, and of high division."""
    variants = model.atlas.variants
    high = "high division of the sciatic nerve"
    wanted = {high: float(variants[high].frequency)}
    for name in (UNION, PIRIFORMIS):
        total = sum(variants[name].types.values())
        need(abs(total - 1) < 1e-6, f"the types of {name} sum to {total}")
        wanted |= {f"{name}: {kind}": share for kind, share in variants[name].types.items()}
    return wanted


def _applied(model: Model) -> None:
    """Each of the four kinds changes what a lesion does in one individual."""
    l5 = model.lesion("L5 root, intraspinal")
    for kind, by in (("prefixed", 1), ("postfixed", -1)):
        moved = model.lesion("L5 root, intraspinal", variants=(f"fixation shift: {kind}",))
        gluteus = moved.shares["gluteus maximus"] - l5.shares["gluteus maximus"]
        need(gluteus * by < 0, f"a {kind} plexus does not move L5 in gluteus maximus")
    small, large = (
        model.lesion("L4 root, spinal nerve", variants=(f"{FURCAL}: {kind}",)).shares
        for kind in ("small", "large")
    )
    below, above = "tibialis anterior", "rectus femoris"
    need(large[below] < small[below], "a large furcal share brings no more of L4 below the knee")
    need(large[above] > small[above], "a large furcal share leaves no less of L4 to the thigh")
    pressed = model.lesion("sciatic nerve, piriformis", variants=(f"{PIRIFORMIS}: B",))
    need(pressed.falls("tibialis anterior"), "type B spares the division that pierces piriformis")
    need(not pressed.falls("soleus"), "type B strikes the division that runs below piriformis")
    ala = "lumbosacral trunk, sacral ala"
    low = model.lesion(ala, variants=(f"{UNION}: below the sacroiliac joint",))
    usual = model.lesion(ala)
    need(low.falls("tibialis anterior"), "a low union spares L5 on the ala")
    need(
        low.shares["tibialis anterior"] > usual.shares["tibialis anterior"],
        "a low union does not spare L4 on the ala",
    )


def _l4_by_the_trunk(
    model: Model, persons: Persons
) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """Share of the L4 motor fibres that go to the trunk, in the left legs of the first 300 persons."""
    universe, here = model.universe, np.arange(300)
    legs = legs_of(universe, persons, here, np.zeros(300, np.intp))
    column = universe.segment_index
    fibres = np.array([universe.ways[w].fibres for w in universe.way])
    l4 = universe.passes[:, column["L4 ventral ramus"]] & (universe.kind == 0)
    by = l4 & universe.passes[:, column["lumbosacral trunk, sacral ala"]]
    each = legs.share.astype(np.float64) * fibres
    return np.asarray(each[:, by].sum(1) / each[:, l4].sum(1))


@claim("LST-09")
def is_no_plexus(model: Model) -> None:
    has = ask.roots(model.universe, "lumbosacral plexus")
    includes(has, ("L2", "L3", "S1", "S2", "S3"), "roots of the lumbosacral plexus")
    need(set(has) != set(UPPER), "the lumbosacral plexus is computed as L4 and L5")
    found = {s.claim: s for s in ask.conflicts(model.atlas, "lumbosacral plexus")}
    includes(found, ("LST-09", "LST-01"), "positions on the lumbosacral plexus")
    need(not found["LST-09"].computed, "the rejected position is computed with")


@claim("LST-10")
def reaches_every_region(model: Model) -> None:
    cut = model.lesion(TRUNK)
    compartments = {model.atlas.muscles[m].compartment for m in cut.fallen_muscles}
    includes(
        compartments,
        ("gluteal region", "posterior thigh", "anterior leg", "lateral leg"),
        "regions in which a muscle falls",
    )
    need(any(c.startswith("posterior leg") for c in compartments), "no muscle of the calf falls")
    need(compartments & {"sole", "dorsum of foot"}, "no muscle of the foot falls")
    adductors = ask.muscles(model.universe, "obturator nerve")
    need(len(adductors) == 5, f"the obturator nerve has {adductors}")
    apart(cut.fallen_muscles, (*QUADRICEPS, *adductors), "muscles that should be intact")


@claim("LST-13")
def names_of_the_pelvis(model: Model) -> None:
    names = (
        "sacral plexus", "pudendal plexus", "sympathetic trunk", "pudendal nerve", "nerve to coccygeus",
        "pelvic visceral branches", "branches of the descending aorta", "lumbosacral trunk",
    )  # fmt: skip
    for name in names:
        need(ask.look_up(model.atlas, name).sources, f"{name} has no source")
    same(ask.roots(model.universe, "pudendal plexus"), ("S2", "S3", "S4"), "pudendal plexus")
    need(
        "sacral plexus" in ask.look_up(model.atlas, "pudendal plexus").more["resolves_to"],
        "the pudendal plexus does not resolve to the sacral plexus",
    )
    includes(
        ask.upstream(model.universe, "sacral plexus"), [TRUNK], "what the sacral plexus comes from"
    )
    cut = model.lesion(TRUNK)
    for name in ("pudendal nerve", "nerve to coccygeus", "pelvic visceral branches"):
        served = ask.organs(model.universe, name)
        need(served, f"{name} serves nothing")
        apart(cut.fallen_muscles | cut.fallen_skin, served, f"{name} in a lesion of the trunk")
    bladder = cut.row(model.atlas.autonomic, cut.everything.autonomic)["bladder emptying"]
    need(bladder > 1 - 1e-6, "pelvic visceral branches fall")


@claim("LST-14")
def seven_neighbours(model: Model) -> None:
    wanted = {
        "obturator externus": "obturator nerve",
        "piriformis": "nerve to piriformis",
        "gluteus minimus": "superior gluteal nerve",
        "obturator internus": "nerve to obturator internus",
        "superior gemellus": "nerve to obturator internus",
        "quadratus femoris": "nerve to quadratus femoris",
        "inferior gemellus": "nerve to quadratus femoris",
    }
    same(model.atlas.groups["posterior hip muscles"].members, wanted, "posterior hip muscles")
    same(ask.compartment(model.atlas, "obturator externus"), ["medial thigh"], "its compartment")
    for muscle, nerve in wanted.items():
        same(ask.nerve_of(model.universe, muscle), [nerve], f"nerve of {muscle}")
        cut = model.lesion(nerve)
        own = {m for m, n in wanted.items() if n == nerve}
        same(cut.fallen(wanted), own, f"of the seven, those that fall with the {nerve}")
