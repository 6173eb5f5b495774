"""Claims about discs and their stages, nodes in the vertebrae, and the cord, with findings localized."""

import numpy as np

from lumbosacral import questions as ask
from lumbosacral.claims.ledger import claim, includes, need, same
from lumbosacral.claims.localizing import localized, moved, moved_under
from lumbosacral.claims.model import Model
from lumbosacral.claims.words import roots_with_lesions
from lumbosacral.injury.lesion import Lesion
from lumbosacral.injury.place import place_of

HERNIATION = "lumbar disc herniation"
LEG_PAIN, BACK_PAIN = "pain: leg pain", "pain: back pain"
SPASM = "sign: paralumbar spasm"
DRAWN = 20_000


@claim("ROOT-13")
def spasm_of_the_back(model: Model) -> None:
    need("paralumbar spasm" in ask.signs(model.atlas, HERNIATION), "signs of a herniation")
    understood = localized(SPASM).reading.understood
    need([u.targets for u in understood] == [("paralumbar spasm",)], f"{understood}")
    roots, discs = roots_with_lesions(model), ask.members(model.atlas, HERNIATION)
    buttock = [
        n
        for n, c in model.atlas.conditions.items()
        if c.sites and all(s in ("sciatic nerve, gluteal", "sciatic nerve, piriformis") for s in c.sites)
    ]  # fmt: skip
    need(buttock, "no condition of the sciatic nerve in the buttock")
    for base in (LEG_PAIN, "pain: hip pain radiating to the leg"):
        sciatic = moved_under(tuple(buttock), SPASM, base)
        need(sciatic < 0, f"{base}: spasm moves the sciatic nerve in the buttock by {sciatic:.2f}")
        need(moved(roots, SPASM, base) > 0, f"{base}: spasm does not speak for a root")
        need(moved_under(discs, SPASM, base) > 0, f"{base}: spasm does not speak for a disc")


@claim("ROOT-16")
def what_weakens_a_disc(model: Model) -> None:
    same(ask.risk_factors(model.atlas, HERNIATION), ("repeated use", "ageing", "trauma"), "factors")
    discs = tuple(n for n in ask.members(model.atlas, HERNIATION))
    ages = [localized(LEG_PAIN, age=age).under(*discs) for age in (20, 45, 85)]
    need(max(ages) - min(ages) > 0.02, f"probability at 20, 45 and 85 years: {ages}")
    need(ages[1] > ages[0], f"it does not rise to the middle of life: {ages}")
    for base in (LEG_PAIN, BACK_PAIN):
        for cause in ("trauma", "heavy lifting"):
            change = moved_under(discs, f"history: {cause}", base)
            need(change >= 0, f"{base}: {cause} moves a herniation by {change:.3f}")


@claim("ROOT-17")
def stages_of_a_disc(model: Model) -> None:
    spine, roots = model.atlas.spine, roots_with_lesions(model)
    orders = [order["order"] for order in spine["stage_orders"]]
    words = {"normal": "normal disc", "bulge": "bulging"}
    article, today = (
        ["normal", "bulge", "protrusion", "herniation"],
        ["normal", "bulge", "protrusion", "extrusion", "sequestration"],
    )
    need(article in orders and today in orders, f"orders held: {orders}")
    held = {s["name"]: s for s in (*spine["stages"], *spine["stage_groups"])}
    same(held["herniation"]["members"], today[2:], "what herniation is a name over")
    includes(held["normal"]["words"], ["normal disc"], "words of the first stage")
    includes(held["bulge"]["words"], ["bulging"], "words of the second stage")
    found = {s: localized(LEG_PAIN, f"imaging: {words.get(s, s)}") for s in held}
    said = {s: f.reading.understood[-1].targets for s, f in found.items()}
    need(len(set(said.values())) == len(held), f"understood as {said}")
    chance = {stage: one.of(*roots) for stage, one in found.items()}
    for order in (article, today):
        need(order == sorted(order, key=chance.__getitem__), f"a root is compressed: {chance}")
        stated = [float(held[stage]["root_compressed"]) for stage in order]
        need(stated == sorted(stated), f"stated chances: {stated}")


@claim("ROOT-18")
def node_in_a_vertebra(model: Model) -> None:
    node = model.atlas.spine["schmorl_node"]
    same(
        {d["name"] for d in node["directions"]}, ("vertebra above", "vertebra below"), "directions"
    )
    usual = model.healthy
    for level in ask.discs(model.atlas):
        # What a node strikes by its record: the roots it names; there are none.
        places = [place_of(model.atlas, f"{root} root") for root in node["roots"]]
        struck = tuple(Lesion(p.structure, p.structure, p.strikes) for p in places)
        for seen in model.lesions(struck):
            need(not seen.fallen_muscles | seen.fallen_skin, f"a node at {level} harms fibres")
            need(not any(map(seen.weak, seen.muscles)) and not seen.numb_skin, f"{level}: weak")
            same_tests = (seen.reflexes, seen.studies, seen.fibrillation, seen.signs, seen.tasks)
            other = (usual.reflexes, usual.studies, usual.fibrillation, usual.signs, usual.tasks)
            need(same_tests == other, f"a node at {level} changes a reflex or a test")
    need(not node["roots"], f"a node names roots: {node['roots']}")
    for base in ((), (LEG_PAIN,), (BACK_PAIN,)):
        before, after = localized(*base), localized(*base, "imaging: Schmorl node")
        for root in roots_with_lesions(model):
            change = after.of(root) - before.of(root)
            need(change <= 1e-6, f"{base}: a node raises the {root} by {change:.5f}")


@claim("ROOT-19")
def node_on_a_scan(model: Model) -> None:
    shown = [i["shows"] for i in ask.imaging(model.atlas, "Schmorl node") if i["modality"] == "CT"]
    for part in ("broad base at the endplate", "well-defined", "thin sclerosis of the margin"):
        need(any(part in one for one in shown), f"{part} is not among what CT shows: {shown}")
    nodes = [f"imaging: Schmorl node at {level}" for level in ("L3", "L4")]
    found = localized("pain: low back pain", *nodes, side=None, age=56, sex="F", silent=True)
    kinds = {name: one.kind for name, one in model.atlas.structures.items()}
    nerves = [name for name in found.structures if kinds[name] != "not a nerve"]
    need({f"{root} root" for root in ("L4", "L5", "S1")} <= set(nerves), f"nerves: {nerves}")
    worst = max(nerves, key=found.of)
    for other in ("no lesion", "musculoskeletal"):
        share = found.of(other)
        need(found.of(worst) < share, f"{worst} {found.of(worst):.3f}, {other} {share:.3f}")


@claim("ROOT-23")
def herniations_and_the_cord(model: Model) -> None:
    atlas = model.atlas
    drawn = ask.draw_herniations(atlas, DRAWN, np.random.default_rng(8))
    high = [h for h in drawn if any(_central(s) for s in h.sites)]
    need(len(high) < 0.05 * DRAWN, f"{len(high) / DRAWN:.3f} of herniations reach cord or conus")
    need(high, "none of them reaches the conus")
    upper = ask.discs(atlas)[: ask.discs(atlas).index("L2/3") + 1]
    need({level for h in high for level in h.levels} <= set(upper), "levels of these")
    low = tuple(
        n for n in ask.members(atlas, HERNIATION) if atlas.conditions[n].more.get("level") in ("L4/5", "L5/S1")
    )  # fmt: skip
    need(len(low) == 2, f"herniations at the two lowest levels: {low}")
    signs = [n for n, s in atlas.signs.items() if s.reads in ("drive", "reflex")]
    includes(signs, ("Babinski sign", "ankle clonus", "spasticity"), "upper motor neuron signs")
    for base in (LEG_PAIN, "strength: ankle dorsiflexion = 4"):
        for sign in signs:
            for one in low:
                change = moved_under((one,), f"sign: {sign} = positive", base)
                need(change < 0, f"{base}: {sign} moves {one} by {change:.2f}")


def _central(site: str) -> bool:
    return site.startswith(("conus medullaris", "central nervous system"))
