"""Claims about injuries of the sciatic nerve, and about movements and muscles met there."""

from itertools import pairwise

from lumbosacral import questions as ask
from lumbosacral.claims.ledger import apart, claim, includes, need, never_more, same
from lumbosacral.claims.model import Model
from lumbosacral.claims.words import SCIATIC

EIGHT = {
    "foot inversion": ("subtalar", "foot eversion"),
    "foot eversion": ("subtalar", "foot inversion"),
    "ankle dorsiflexion": ("ankle", "ankle plantarflexion"),
    "ankle plantarflexion": ("ankle", "ankle dorsiflexion"),
    "toe flexion": ("lateral four toes", "toe extension"),
    "toe extension": ("lateral four toes", "toe flexion"),
    "knee flexion": ("knee", "knee extension"),
    "hip adduction": ("hip", "hip abduction"),
}
WORDS = {
    "foot inversion": "inwards", "foot eversion": "outwards", "ankle dorsiflexion": "up",
    "ankle plantarflexion": "down", "toe flexion": "down", "toe extension": "up",
    "knee flexion": "bends", "hip adduction": "to the midline",
}  # fmt: skip
TRAUMA = ("trauma", "wound", "fracture", "dislocation", "injection")


def _with_word(model: Model, *words: str) -> list[str]:
    found = []
    for name in ask.conditions(model.atlas, "sciatic nerve"):
        text = f"{name} {model.atlas.conditions[name].more.get('mechanism', '')}"
        if any(word in text for word in words):
            found.append(name)
    return found


@claim("SCI-15")
def inflammation_and_compression(model: Model) -> None:
    own = ask.muscles(model.universe, "sciatic nerve")
    for word in ("inflammation", "compression"):
        found = _with_word(model, word)
        need(found, f"no condition of the sciatic nerve by {word}")
        for name in found:
            cut = model.lesion(name)
            need(cut.fallen_muscles, f"{name} lowers no muscle")
            apart(cut.fallen_muscles, set(cut.muscles) - set(own), f"{name} lowers")


@claim("SCI-16")
def fascicles(model: Model) -> None:
    need(_with_word(model, *TRAUMA), "no trauma among the conditions of the sciatic nerve")
    uneven = {"first web space": 0.95, "lateral sole": 0.05}
    cut = model.lesion(SCIATIC, severity=0.3, fascicles=uneven)
    need(cut.numb("first web space"), "the struck fascicle is not numb")
    need(cut.spared("lateral sole"), "the spared fascicle is not felt")


@claim("SCI-17")
def eight_movements(model: Model) -> None:
    for name, (joint, opposite) in EIGHT.items():
        movement = model.atlas.movements[name]
        need(movement.joint == joint, f"{name} is held at the {movement.joint}")
        need(movement.opposite == opposite, f"{name} is opposed by {movement.opposite}")
        need(WORDS[name] in movement.direction, f"{name}: {movement.direction}")
    for name in ("foot inversion", "foot eversion"):
        axis = str(model.atlas.movements[name].more["axis"])
        need("another movement" in axis and "duction of the foot" in axis, f"{name}: {axis}")


@claim("SCI-22")
def along_its_course(model: Model) -> None:
    places: dict[str, set[str]] = {}
    for name in ask.conditions(model.atlas, "sciatic nerve"):
        for site in model.atlas.conditions[name].sites:
            place = site.partition(", ")[2].partition(" (")[0]
            places.setdefault(place, set()).add(name)
    includes(places, ("pelvis", "gluteal", "thigh", "lower thigh"), "places of the conditions")
    fossa = {n for n in places["lower thigh"] if "popliteal fossa" in n}
    need(fossa, "no condition at the popliteal fossa")
    trauma = set(_with_word(model, *TRAUMA))
    for place in ("pelvis", "gluteal"):
        need(places[place] & trauma, f"no trauma among the conditions of the {place}")


@claim("SCI-23")
def motor_sensory_or_both(model: Model) -> None:
    motor = model.lesion(SCIATIC, severity=0.9, fibres={"touch": 0, "pin": 0})
    need(motor.weak("ankle dorsiflexion") and not motor.numb_skin, "weakness without numbness")
    skin = model.lesion(SCIATIC, severity=0.9, fibres={"alpha": 0, "Ia": 0})
    need(skin.numb("dorsum of foot"), "numbness")
    need(not any(skin.weak(m) for m in skin.atlas.movements), "numbness without weakness")
    full = model.lesion(SCIATIC)
    need(full.weak("ankle dorsiflexion") and full.numb("dorsum of foot"), "both when complete")
    series = [model.lesion(SCIATIC, severity=s / 10) for s in range(11)]
    for name in series[0].shares:
        never_more([s.shares[name] for s in series], f"intact fraction of {name}")
    for name in series[0].strengths:
        never_more([s.strengths[name] for s in series], f"strength of {name}")
    for name in series[0].reflex_gains:
        never_more([s.reflex_gains[name] for s in series], name)


@claim("SCI-24")
def adductor_magnus(model: Model) -> None:
    same(ask.compartment(model.atlas, "adductor magnus"), ["medial thigh"], "its compartment")
    for part in model.atlas.groups["adductor magnus"].members:
        text = str(model.atlas.muscles[part].more["relations"])
        need("adductor longus" in text and "adductor brevis" in text, f"{part}: {text}")
        need("behind" in text, f"{part}: {text}")


@claim("SCI-25")
def one_after_another(model: Model) -> None:
    before: set[str] | None = None
    for site in ("pelvis", "piriformis", "gluteal", "thigh", "lower thigh"):
        lost = model.lesion(f"sciatic nerve, {site}").lost_muscles
        need(before is None or lost <= before, f"lower down, at {site}, more is lost")
        before = lost
    for muscle in ("interossei of foot", "extensor digitorum brevis"):
        _branches(model, muscle)
    near = {m: _reach_mm(model, m) for m in ask.muscles(model.universe, "sciatic nerve")}
    groups = [
        ("hamstrings",),
        ("posterior compartment", "anterior compartment", "lateral compartment"),
        ("intrinsic foot muscles",),
    ]
    spans = [[near[m] for g in names for m in model.atlas.groups[g].members] for names in groups]
    for upper, lower in pairwise(spans):
        need(max(upper) < min(lower), "a branch leaves before a higher group has all of its own")


def _branches(model: Model, muscle: str) -> None:
    """Down the line of one muscle, each branch passed is one muscle or more lost less."""
    universe = model.universe
    leaves = [way.last for way in universe.ways if way.muscle and way.variant is None]
    line = universe.paths[int(universe.bundles_of(muscle, "alpha")[0])]
    names = [universe.segments[i] for i in line]
    first = next(i for i, n in enumerate(names) if n.startswith("sciatic nerve"))
    names = [n for n in names[first:] if n != "motor branch" and universe.atlas.segments[n].after]
    for here, below in pairwise(names):
        upper, lower = model.cut(here).lost_muscles, model.cut(below).lost_muscles
        need(lower <= upper, f"from {here} to {below} muscles are added")
        if here in leaves:
            need(lower < upper, f"no muscle less is lost below {here}")


def _reach_mm(model: Model, muscle: str) -> float:
    """Distance from cord to the muscle's branch, in mm."""
    universe = model.universe
    column = universe.segment_index["motor branch"]
    bundles = [
        b for b in universe.bundles_of(muscle, "alpha") if universe.way[b] == _usual(model, muscle)
    ]
    return float(max(universe.start_mm[b, column] for b in bundles))


def _usual(model: Model, muscle: str) -> int:
    ways = enumerate(model.universe.ways)
    return next(i for i, w in ways if w.organ == muscle and w.variant is None)
