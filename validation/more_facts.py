"""Further corruptions: movements, reflexes, origins, spine, conditions, variants, sites, norms, conflicts, symptoms."""

import random
from collections.abc import Iterator
from typing import Any

from facts import CLAIMED_MOVEMENTS, Corruption, Trees

SAMPLED = (
    "fixation shift", "sciatic nerve and piriformis", "high division of the sciatic nerve",
)  # fmt: skip
UNKNOWN = (
    "separate branches to gluteus maximus", "joint branch of the inferior gluteal nerve",
    "extra supply by the inferior gluteal nerve",
)  # fmt: skip


def _at(file: str, operator: str, what: str, path: list[Any], value: Any) -> Corruption:
    """Set the value at a path of a file; None deletes it."""

    def change(tree: Any) -> None:
        for step in path[:-1]:
            tree = tree[step]
        if value is None:
            del tree[path[-1]]
        else:
            tree[path[-1]] = value

    return Corruption(operator, what, file, change)


def movements(trees: Trees) -> Iterator[Corruption]:
    """Forget a muscle of a movement, turn its opposite, or give its share to another muscle."""
    for i, movement in enumerate(trees["movements"]["movements"]):
        name = movement["name"]
        for muscle in movement["shares"]:
            path = ["movements", i, "shares", muscle]
            yield _at(
                "movements", "muscle of a movement forgotten", f"{name}: {muscle}", path, None
            )
        if name in CLAIMED_MOVEMENTS:
            path = ["movements", i]
            yield _at("movements", "opposite changed", name, [*path, "opposite"], "hip flexion")
            yield _at("movements", "joint changed", name, [*path, "joint"], "elbow")
    for i, gait in enumerate(trees["movements"]["gaits"]):
        if gait["name"] in {"foot drop", "steppage gait", "foot slap"}:
            path = ["gaits", i, "of", 0, "movement"]
            yield _at(
                "movements", "gait sign of another movement", gait["name"], path, "knee flexion"
            )


def reflexes(trees: Trees) -> Iterator[Corruption]:
    """Let a reflex end in, or start from, muscles of another nerve."""
    claimed = {
        "patellar reflex": "tibialis anterior",
        "Achilles reflex": "tibialis anterior",
        "medial hamstring reflex": "vastus medialis",
        "tibialis anterior reflex": "soleus",
    }
    for i, reflex in enumerate(trees["reflexes"]["reflexes"]):
        wrong = claimed.get(reflex["name"])
        if wrong:
            path = ["reflexes", i]
            what = f"{reflex['name']}: {wrong}"
            yield _at(
                "reflexes", "efferent of a reflex changed", what, [*path, "efferent"], {wrong: "1"}
            )
            path += ["afferent", "from"]
            yield _at("reflexes", "afferent of a reflex changed", what, path, {wrong: "1"})


def origins(trees: Trees) -> Iterator[Corruption]:
    """Turn crest into tube, and move the neural plate."""
    swap = {"neural tube": "neural crest", "neural crest": "neural tube"}
    tree = trees["embryology"]
    for i, component in enumerate(tree["components"]):
        if component["name"] != "preganglionic neuron":
            path = ["components", i, "origin"]
            wrong = swap[component["origin"]]
            yield _at("embryology", "origin swapped", component["name"], path, wrong)
    for i, tissue in enumerate(tree["tissues"]):
        if tissue["name"] in {"neural tube", "neural crest"}:
            yield _at(
                "embryology", "derivation cut", tissue["name"], ["tissues", i, "from"], "none"
            )
        if tissue["name"] == "neural plate":
            yield _at("embryology", "week moved", tissue["name"], ["tissues", i, "week"], "5")


def spine(trees: Trees) -> Iterator[Corruption]:
    """Let a disc meet another root, exchange vertebrae or parts, move the end of the cord."""
    tree = trees["spine"]
    roots = ["L1", "L2", "L3", "L4", "L5", "S1", "S2"]
    for i, disc in enumerate(tree["discs"]):
        for zone, met in disc["zones"].items():
            if zone != "central":
                wrong = [roots[roots.index(met[0]) + 1]]
                what = f"{disc['name']}, {zone}: {wrong[0]}"
                yield _at(
                    "spine", "disc meets another root", what, ["discs", i, "zones", zone], wrong
                )
        for key in ("above", "below", "exiting", "traversing"):
            wrong = roots[roots.index(disc[key]) + 1]
            yield _at("spine", "disc misplaced", f"{disc['name']}: {key}", ["discs", i, key], wrong)
        parts = {"outer": disc["parts"]["inner"], "inner": disc["parts"]["outer"]}
        yield _at("spine", "parts of a disc swapped", disc["name"], ["discs", i, "parts"], parts)
    yield _at("spine", "end of the cord moved", "L2/3", ["cord_end", "typical"], "L2/3")
    yield _at(
        "spine", "end of the cord moved", "cord at L2", ["vertebral_levels", 4, "cord"], ["S3"]
    )
    yield _at("spine", "end of the cord moved", "range", ["cord_end", "range"], ["T12", "L5"])
    for i, branch in enumerate(tree["meningeal_branches"]):
        path = ["meningeal_branches", i]
        what = branch["name"]
        yield _at("spine", "meningeal branch", f"{what}: kind", [*path, "kind"], "motor")
        yield _at("spine", "meningeal branch", f"{what}: ends", [*path, "to"], ["dura mater"])


def conditions(trees: Trees) -> Iterator[Corruption]:
    """Drop an option of management, move a threshold or a site."""
    groups, listed = trees["conditions"]["groups"], trees["conditions"]["conditions"]
    for name in ("lumbar disc herniation", "radiculopathy"):
        path = ["groups", name, "management"]
        for i, option in enumerate(groups[name]["management"]):
            what = f"{name}: {option['option']}"
            yield _at("conditions", "option of management dropped", what, [*path, i], None)
            if "threshold_weeks" in option:
                yield _at("conditions", "threshold moved", what, [*path, i, "threshold_weeks"], "2")
    path = ["groups", "inferior gluteal nerve injury", "management"]
    for i, option in enumerate(groups["inferior gluteal nerve injury"]["management"]):
        yield _at("conditions", "option of management dropped", option["option"], [*path, i], None)
    path = ["groups", "diabetic neuropathy", "mechanisms"]
    for i in range(3):
        yield _at("conditions", "mechanism dropped", f"diabetic neuropathy {i}", [*path, i], None)
    for i, condition in enumerate(listed):
        path, name = ["conditions", i], condition["name"]
        if name == "sacral tumour":
            yield _at("conditions", "course changed", name, [*path, "course"], "improving")
            yield _at("conditions", "one site only", name, [*path, "at_least"], "1")
            yield _at(
                "conditions", "option of management dropped", name, [*path, "management", 0], None
            )
        if condition.get("structure") == "sciatic nerve" and name != "piriformis syndrome":
            wrong = {"obturator nerve, pelvis": "1"}
            if any(w in condition["mechanism"] for w in ("inflammation", "compression")):
                yield _at("conditions", "site moved", name, [*path, "sites"], wrong)
        if name.endswith(("superior gluteal nerve",)) and "trauma" not in name:
            wrong = {"inferior gluteal nerve, gluteal": "1"}
            yield _at("conditions", "site moved", name, [*path, "sites"], wrong)
        for zone in condition.get("zones", {}):
            weight = [*path, "zones", zone]
            yield _at("conditions", "zone dropped", f"{name}: {zone}", weight, None)


def variants(trees: Trees) -> Iterator[Corruption]:
    """Move a frequency, state one that nobody knows, take a variant's effect away."""
    for i, variant in enumerate(trees["variants"]["variants"]):
        path, name = ["variants", i], variant["name"]
        if name == "fixation shift":
            wrong = str(round(float(variant["frequency"]) + 0.1, 3))
            yield _at("variants", "frequency moved", name, [*path, "frequency"], wrong)
        if name in UNKNOWN:
            yield _at("variants", "unknown frequency stated", name, [*path, "frequency"], "0.1")
        if name in {"sciatic nerve and piriformis", "inferior gluteal nerve above piriformis"}:
            yield _at("variants", "effect taken away", name, [*path, "effect"], "none")
    for j, record in enumerate(trees["supply"]["supply"]):
        for k, extra in enumerate(record.get("also", ())):
            if extra["variant"] in UNKNOWN:
                path = ["supply", j, "also", k]
                yield _at("supply", "variant's branch forgotten", extra["variant"], path, None)


def sites(trees: Trees) -> Iterator[Corruption]:
    """Let a site strike another place, or leave out a part of what it strikes."""
    listed = trees["sites"]["sites"]
    owners = ("sciatic nerve", "tibial nerve", "common fibular nerve", "deep fibular nerve",
              "superficial fibular nerve", "superior gluteal nerve", "inferior gluteal nerve",
              "lumbosacral trunk", "L4 root", "L5 root", "S1 root", "obturator nerve")  # fmt: skip
    for i, site in enumerate(listed):
        if not site["site"].startswith(owners):
            continue
        path = ["sites", i, "strikes"]
        far = ["femoral nerve, iliac fossa"]
        yield _at("sites", "site strikes another nerve", site["site"], path, far)
        if len(site["strikes"]) > 1 and "root" not in site["site"]:
            yield _at("sites", "strike left out", site["site"], path, site["strikes"][:1])


def norms(trees: Trees, used: Any) -> Iterator[Corruption]:
    """Change a printed normal value by a fifth."""
    for section in ("motor", "sensory", "late"):
        for i, study in enumerate(trees["conduction"][section]):
            for name, quantity, key in used:
                if name == study["name"]:
                    wrong = str(round(float(study[quantity][key]) * 1.2, 3))
                    path = [section, i, quantity, key]
                    what = f"{name}, {quantity} {key}"
                    yield _at("conduction", "printed norm changed", what, path, wrong)


def held(trees: Trees, rng: random.Random) -> Iterator[Corruption]:
    """Change which position is computed with, what it says, and what a symptom is."""
    for i, conflict in enumerate(trees["conflicts"]["conflicts"]):
        for j, position in enumerate(conflict["positions"]):
            path = ["conflicts", i, "positions", j]
            what = f"{conflict['about']} {conflict['aspect']} {j}"
            other = "false" if position.get("computed") == "true" else "true"
            if conflict["about"] != "lumbosacral plexus" or position.get("claim") == "LST-09":
                yield _at("conflicts", "computed flag flipped", what, [*path, "computed"], other)
            if conflict["aspect"] == "roots" and conflict["about"] == "tibial nerve":
                yield _at("conflicts", "position misquoted", what, [*path, "says"], ["L2"])
    kinds = ["negative sensory", "positive sensory", "motor"]
    for i, symptom in enumerate(trees["symptoms"]["symptoms"]):
        wrong = rng.choice([k for k in kinds if k != symptom["kind"]])
        path = ["symptoms", i]
        yield _at("symptoms", "kind of a symptom changed", symptom["name"], [*path, "kind"], wrong)
        if symptom["place"] != "none":
            yield _at("symptoms", "place of a symptom", symptom["name"], [*path, "place"], "groin")
