"""Claims about the sciatic nerve: roots, course, muscles, skin, signs."""

from lumbosacral import questions as ask
from lumbosacral.claims.ledger import apart, claim, in_order, includes, need, same
from lumbosacral.claims.model import Model
from lumbosacral.claims.words import FIVE_BELLIES, SCIATIC, TIBIAL_FOUR, roots_with_lesions

ADDUCTOR, HAMSTRING = "adductor magnus, adductor part", "adductor magnus, hamstring part"
LEVELS = ("pelvis", "piriformis", "gluteal", "thigh", "lower thigh")
FOOT_AND_TOES = (
    "foot inversion", "foot eversion", "ankle dorsiflexion", "ankle plantarflexion", "toe flexion",
    "toe extension",
)  # fmt: skip
THIGH_SKIN = ("anterior thigh", "anterolateral thigh", "posterolateral thigh", "posterior thigh")


@claim("SCI-01")
def largest(model: Model) -> None:
    universe = model.universe
    same(ask.roots(universe, "sciatic nerve"), ("L4", "L5", "S1", "S2", "S3"), "its roots")
    nerves = [n for n, s in model.atlas.structures.items() if s.kind == "nerve"]
    most = max(nerves, key=lambda n: sum(ask.fibres_through(universe, n).values()))
    thickest = max(nerves, key=lambda n: ask.calibre_um(universe, n))
    need(most == "sciatic nerve", f"the {most} has more fibres")
    need(thickest == "sciatic nerve", f"the {thickest} is thicker")


@claim("SCI-02")
def course(model: Model) -> None:
    wanted = [
        "greater sciatic foramen", "below piriformis", "gluteal region", "posterior thigh",
        "popliteal fossa (division)",
    ]  # fmt: skip
    in_order(ask.route(model.atlas, "sciatic nerve"), wanted, "route of the sciatic nerve")
    includes(ask.leaving(model.atlas, "below"), ["sciatic nerve"], "below piriformis")
    need("sciatic nerve" not in ask.leaving(model.atlas, "above"), "it leaves above piriformis")
    for level in ("gluteal", "thigh", "lower thigh"):
        for one, other in (("fibular", "tibial"), ("tibial", "fibular")):
            _one_division_alone(model, level, one, other)


def _one_division_alone(model: Model, level: str, one: str, other: str) -> None:
    cut = model.lesion(f"sciatic nerve, {level} ({one} division)")
    struck = ask.muscles(model.universe, f"sciatic nerve, {level} ({one} division)")
    same(cut.lost_muscles, struck, f"lost with the {one} division, {level}")
    left = set(ask.muscles(model.universe, f"sciatic nerve, {level} ({other} division)"))
    need(left, f"the {other} division serves nothing at {level}")
    apart(cut.fallen_muscles, left, f"muscles of the {other} division that fall")


@claim("SCI-03")
def one_sheath(model: Model) -> None:
    atlas = model.atlas
    for level in LEVELS:
        site = f"sciatic nerve, {level}"
        sheathed = {n for n, s in atlas.segments.items() if s.sheath == site}
        need(len(sheathed) == 2, f"{site} holds {sorted(sheathed)}")
        same(atlas.sites[site].strikes, sheathed, f"struck at {site}")
        cut = model.lesion(site)
        for nerve in ("tibial nerve", "common fibular nerve"):
            includes(cut.lost_muscles, ask.muscles(model.universe, nerve), f"lost at {site}")
    high = "high division of the sciatic nerve"
    need(atlas.variants[high].effect == "high division", "the variant has no effect")
    alone = model.lesion("sciatic nerve, lower thigh (fibular division)", variants=(high,))
    same(
        alone.lost_muscles, ask.muscles(model.universe, "common fibular nerve"),
        "lost with one nerve in the lower thigh",
    )  # fmt: skip
    fibular = ask.roots(model.universe, "sciatic nerve, gluteal (fibular division)")
    tibial = ask.roots(model.universe, "sciatic nerve, gluteal (tibial division)")
    same(fibular, ("L4", "L5", "S1", "S2"), "roots of the fibular division")
    same(tibial, ("L4", "L5", "S1", "S2", "S3"), "roots of the tibial division")


@claim("SCI-04")
def five_bellies(model: Model) -> None:
    short = {"biceps femoris, short head"}
    gluteal = model.lesion(SCIATIC)
    includes(gluteal.lost_muscles, FIVE_BELLIES, "lost in a gluteal lesion")
    fibular = model.lesion("sciatic nerve, gluteal (fibular division)")
    same({m for m in FIVE_BELLIES if fibular.lost(m)}, short, "lost with the fibular division")
    same(fibular.fallen(FIVE_BELLIES), short, "fallen with the fibular division")
    tibial = model.lesion("sciatic nerve, gluteal (tibial division)")
    same({m for m in FIVE_BELLIES if tibial.lost(m)}, TIBIAL_FOUR, "lost with the tibial division")
    need(not tibial.falls("biceps femoris, short head"), "the short head falls with the tibial one")
    neck = model.lesion("common fibular nerve at the fibular neck")
    apart(neck.fallen_muscles, FIVE_BELLIES, "fallen with a lesion at the fibular neck")


@claim("SCI-05")
def each_belly_once(model: Model) -> None:
    groups = model.atlas.groups
    same(groups["hamstrings"].members, FIVE_BELLIES, "hamstrings")
    need(len(groups["hamstrings"].members) == 5, "a belly is counted twice")
    strict = groups["hamstrings in the strict sense"].members
    same(strict, set(TIBIAL_FOUR) - {HAMSTRING}, "hamstrings in the strict sense")
    same(groups["adductor magnus"].members, (ADDUCTOR, HAMSTRING), "parts of adductor magnus")
    sciatic, obturator = model.lesion(SCIATIC), model.lesion("obturator nerve")
    need(sciatic.lost(HAMSTRING), "the sciatic lesion leaves the hamstring part")
    need(not sciatic.falls(ADDUCTOR), "the sciatic lesion reaches the adductor part")
    need(obturator.lost(ADDUCTOR), "the obturator lesion leaves the adductor part")
    need(not obturator.falls(HAMSTRING), "the obturator lesion reaches the hamstring part")


@claim("SCI-08")
def movements_lost(model: Model) -> None:
    cut = model.lesion(SCIATIC)
    for movement in FOOT_AND_TOES:
        need(cut.lost(movement), f"{movement} keeps {cut.shares[movement]:.3f}")
    need(cut.weak("knee flexion"), f"knee flexion is {cut.mrc('knee flexion')}")
    need(cut.falls("hip adduction"), "hip adduction does not fall")
    need(cut.thirds("hip adduction") >= 12, f"hip adduction is {cut.mrc('hip adduction')}")


@claim("SCI-09")
def skin_below_the_knee(model: Model) -> None:
    cut = model.lesion(SCIATIC)
    wanted = (
        "upper lateral leg", "lower lateral leg", "posterior leg", "dorsum of foot",
        "lateral border of foot", "medial sole", "lateral sole", "heel", "first web space",
    )  # fmt: skip
    includes(cut.numb_skin, wanted, "numb skin")
    need(not cut.falls("medial leg"), "medial leg falls")
    need(not cut.falls("popliteal fossa"), "the skin behind the knee falls")


@claim("SCI-10")
def more_than_a_root(model: Model) -> None:
    def below_four(where: str) -> set[str]:
        cut = model.lesion(where)
        return {m for m in cut.muscles if cut.thirds(m) < 12}

    gluteal = below_four(SCIATIC)
    for root in roots_with_lesions(model):
        other = below_four(root)
        need(len(gluteal) > len(other), f"{len(gluteal)} muscles against {len(other)} for {root}")
    cut = model.lesion(SCIATIC)
    for movement in ("knee flexion", "ankle dorsiflexion", "toe extension"):
        need(cut.weak(movement), f"{movement} is {cut.mrc(movement)}")


@claim("SCI-11")
def general_signs(model: Model) -> None:
    four = ("heel standing", "toe standing", "walking", "knee bend")
    order = ("pass", "impaired", "fail")
    for task in four:
        need(model.healthy.tasks[task] == "pass", f"the healthy do not pass {task}")
    full = model.lesion(SCIATIC).tasks
    need(full["heel standing"] == full["toe standing"] == "fail", "standing on heel or toes")
    for task in ("walking", "knee bend"):
        need(full[task] in {"impaired", "fail"}, f"{task}: {full[task]}")
    for task in four:
        steps = [order.index(model.lesion(SCIATIC, severity=s / 10).tasks[task]) for s in range(11)]
        need(steps == sorted(steps), f"{task} betters as severity rises: {steps}")


@claim("SCI-12")
def words_of_patients(model: Model) -> None:
    positive = ("burning", "searing", "icy", "tingling", "pins and needles")
    for words in positive:
        found = ask.symptom(model.atlas, words)
        need(found.kind == "positive sensory" and found.place == "none", f"{words}: {found.kind}")
        need((found.test, found.value) == ("sensation", "positive_symptom"), f"{words}: {found}")
    numb = ask.symptom(model.atlas, "numb")
    need((numb.kind, numb.value) == ("negative sensory", "reduced"), f"numb: {numb.kind}")
    placed = {
        "hot water down the thigh": ("positive sensory", "thigh", "sensation"),
        "foot in a bucket of ice": ("positive sensory", "foot", "sensation"),
        "too heavy to lift leg": ("motor", "leg", "strength"),
        "too heavy to lift foot": ("motor", "foot", "strength"),
    }
    for words, wanted in placed.items():
        found = ask.symptom(model.atlas, words)
        need(
            (found.kind, found.place, found.test) == wanted, f"{words}: {found.kind}, {found.place}"
        )


@claim("SCI-13")
def mixed_nerve(model: Model) -> None:
    kinds = set(ask.fibres_through(model.universe, "sciatic nerve"))
    includes(kinds, ("alpha", "Ia", "touch", "pin"), "fibre kinds of the sciatic nerve")
    muscles = ask.muscles(model.universe, "sciatic nerve")
    places = {model.atlas.muscles[m].compartment for m in muscles}
    same(
        places,
        ("posterior thigh", "medial thigh", "anterior leg", "lateral leg", "sole",
         "posterior leg, superficial", "posterior leg, deep", "dorsum of foot"),
        "compartments of its muscles",
    )  # fmt: skip
    skin = ask.skin(model.universe, "sciatic nerve")
    apart(skin, (*THIGH_SKIN, "proximal medial thigh", "distal medial thigh"), "skin of the thigh")
    includes(skin, ("lower lateral leg", "dorsum of foot", "lateral sole"), "its skin")


@claim("SCI-19")
def no_dermatome(model: Model) -> None:
    universe = model.universe
    by_nerve = set(ask.skin(universe, "sciatic nerve"))
    roots = {r for area in by_nerve for r in ask.root_share(universe, area, "touch")}
    need(len(roots) > 1, "the skin of the sciatic nerve draws on one root")
    nerve = model.lesion(SCIATIC)
    for root in roots_with_lesions(model):
        one = model.lesion(root)
        differ = [a for a in model.atlas.areas if abs(one.shares[a] - nerve.shares[a]) > 0.1]
        need(differ, f"the skin of the sciatic nerve is that of the {root}")
    found = {s.claim: s.computed for s in ask.conflicts(model.atlas, "dermatome")}
    need(found.get("ROOT-08") and found.get("SCI-19") is False, f"positions on dermatome: {found}")


@claim("SCI-21")
def no_skin_in_the_thigh(model: Model) -> None:
    for level in LEVELS:
        cut = model.lesion(f"sciatic nerve, {level}")
        apart(cut.fallen_skin, THIGH_SKIN, f"skin of the thigh that falls, {level}")
    back = model.lesion("posterior femoral cutaneous nerve")
    need(back.numb("posterior thigh"), "its own nerve does not numb the back of the thigh")
    two = model.lesion(f"{SCIATIC} + posterior femoral cutaneous nerve, gluteal")
    need(two.numb("posterior thigh") and two.numb("dorsum of foot"), "both together")
    found = ask.conflicts(model.atlas, "sciatic nerve", "skin of the thigh")
    need(len(found) == 2 and all(s.sources for s in found), "both positions with sources")
    need([s.computed for s in found] == [False, True], "which position is computed with")
    need({s.claim for s in found} >= {"SCI-21"}, "the ledger's position")
