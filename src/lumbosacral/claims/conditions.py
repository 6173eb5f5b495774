"""Claims about conditions and their management."""

from lumbosacral import questions as ask
from lumbosacral.claims.ledger import claim, includes, need, never_more, same
from lumbosacral.claims.model import Model
from lumbosacral.claims.seen import Seen
from lumbosacral.inference.answer import Answer, NextTest
from lumbosacral.injury.lesion import Lesion
from lumbosacral.injury.place import place_of

DIABETIC = "diabetic neuropathy"
PROXIMAL = ("hip flexion", "knee extension", "hip abduction", "hip adduction")
DISTAL = ("toe extension", "toe flexion", "ankle dorsiflexion", "toe abduction")
TREATED = (
    "lumbar disc herniation", "radiculopathy", DIABETIC, "sacral tumour", "Trendelenburg gait",
    "inferior gluteal nerve injury",
)  # fmt: skip
TREATMENT_WORDS = ("treatment", "management", "therapy", "surgery", "drug")


def _mean(cut: Seen, names: tuple[str, ...]) -> float:
    return sum(cut.shares[n] for n in names) / len(names)


@claim("CON-04")
def forms_of_diabetes(model: Model) -> None:
    held = ask.facts(model.atlas, DIABETIC, "mechanisms")
    need(len(held) >= 3 and all(m["sources"] for m in held), "mechanisms with sources")
    text = " ".join(m["mechanism"] for m in held)
    for word in ("narrows arteries", "metabolic", "microvasculitis"):
        need(word in text, f"no mechanism says {word!r}")
    long, patchy = "diabetic polyneuropathy", "diabetic radiculoplexus neuropathy"
    includes(ask.members(model.atlas, DIABETIC), (long, patchy), "forms")
    left, right = model.both(long, severity=0.7)
    need(left.shares == right.shares, "the length-dependent form is not symmetric")
    need(_mean(left, DISTAL) < _mean(left, PROXIMAL) - 0.2, "it does not fall distally first")
    need(
        left.shares["medial sole"] < left.shares["medial leg"] < left.shares["anterior thigh"],
        "skin",
    )
    left, right = model.both(patchy, severity=0.5)
    need(_mean(left, PROXIMAL) < _mean(right, PROXIMAL) - 0.2, "the other form is symmetric")
    need(_mean(left, PROXIMAL) < _mean(left, DISTAL), "the other form is not proximal")


@claim("CON-05")
def sacral_tumour(model: Model) -> None:
    name = "sacral tumour"
    condition = model.atlas.conditions[name]
    need("sacral plexus, pelvis" in condition.sites, "the sacral plexus is none of its sites")
    need(condition.pattern == "patchy" and condition.at_least >= 2, "it has one site")
    need(condition.onset == "insidious" and condition.course == "progressive", "its course")
    held = [m for m in ask.management(model.atlas, name) if m["option"] == "surgery"]
    text = " ".join(m["indication"] for m in held)
    need(len(held) == 2 and "pain" in text and "deficits" in text, f"indications: {text}")
    need(all(s.startswith("LST") for m in held for s in m["sources"]), "sources of its surgery")
    course = [_grown(model, name, day) for day in range(90, 950, 90)]
    for group in (PROXIMAL, DISTAL):
        never_more([_mean(c, group) for c in course], "intact fraction as the tumour grows")
    for movement in ("hip extension", "ankle plantarflexion", "anal squeeze"):
        never_more([c.thirds(movement) for c in course], f"grade of {movement} as it grows")
    need(course[-1].weak("ankle plantarflexion"), "it never gets weak")


def _grown(model: Model, name: str, day: int) -> Seen:
    """Read a growing lesion: every 30 days a further share at all its sites, 0.7 lost after two years."""
    sites = model.atlas.conditions[name].sites
    chances = [max(sites.values()), *sites.values()][1:]
    blows = []
    for began in range(0, day, 30):
        left = 1 - 0.7 * began / 730
        for site, chance in zip(sites, chances, strict=True):
            place = place_of(model.atlas, site)
            share = chance * 0.7 * 30 / 730 / left
            blows.append(
                Lesion(
                    site,
                    place.structure,
                    place.strikes,
                    severity=share,
                    kind="transection",
                    days=float(day - began),
                )
            )
    return model.lesions(tuple(blows))[0]


@claim("CON-06")
def management_is_held_apart(model: Model) -> None:
    for name in TREATED:
        held = ask.management(model.atlas, name)
        need(held, f"nothing is held for {name}")
        for option in held:
            for key in ("sources", "indication", "course"):
                need(
                    option.get(key) or (key == "course" and option.get("exception") == "true"),
                    f"{name}, {option['option']}: no {key}",
                )
    for record in (Answer, NextTest):
        for field in record.model_fields:
            need(not any(w in field for w in TREATMENT_WORDS), f"an answer has a field {field}")
    need("no advice" in model.atlas.notice, "nothing says that it is no advice")


@claim("CON-08")
def tricyclics(model: Model) -> None:
    held = [m for m in ask.management(model.atlas, DIABETIC) if "tricyclic" in m["option"]]
    need(len(held) == 2, f"{len(held)} positions")
    same({m["disputed"] for m in held}, ["true"], "marked as disputed")
    sources = [{s.split()[0] for s in m["sources"]} for m in held]
    need({"LST"} in sources and all(sources), f"sources: {sources}")
    need(sources[0] != sources[1], "both positions have the same source")
    text = " ".join(m["position"] for m in held)
    need("debated" in text and "offered" in text, f"positions: {text}")
    need(all("pain" in m["indication"] for m in held), "they treat pain")
