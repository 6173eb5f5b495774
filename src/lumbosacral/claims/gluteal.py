"""Claims about the superior gluteal nerve and the nerves of the short rotators."""

from lumbosacral import questions as ask
from lumbosacral.claims.ledger import claim, in_order, includes, need, same
from lumbosacral.claims.model import Model

SUPERIOR, INFERIOR = "superior gluteal nerve", "inferior gluteal nerve"
INTERNUS, QUADRATUS = "nerve to obturator internus", "nerve to quadratus femoris"


@claim("SGN-01")
def superior_roots(model: Model) -> None:
    same(ask.roots(model.universe, SUPERIOR), ("L4", "L5", "S1"), "roots")
    need(ask.division(model.atlas, SUPERIOR) == "posterior", "its division")
    part = ask.share_through(
        model.universe, "superior gluteal nerve, gluteal", "sacral plexus, posterior division"
    )
    need(part == 1, "its fibres do not come from the posterior division")


@claim("SGN-02")
def above_piriformis(model: Model) -> None:
    wanted = ["greater sciatic foramen", "above piriformis"]
    in_order(ask.route(model.atlas, SUPERIOR), wanted, "route of the superior gluteal nerve")
    need("greater sciatic foramen" in ask.foramina(model.atlas, SUPERIOR), "its foramen")
    same(ask.leaving(model.atlas, "above"), [SUPERIOR], "above piriformis in the typical person")
    for variant, more in (
        ("inferior gluteal nerve above piriformis", INFERIOR),
        ("sciatic nerve and piriformis: C", "sciatic nerve (fibular division)"),
        ("sciatic nerve and piriformis: F", "sciatic nerve (tibial division)"),
    ):
        found = ask.leaving(model.atlas, "above", (variant,))
        includes(found, (SUPERIOR, more), f"above piriformis with {variant}")
        frequency = float(model.atlas.variants[variant.partition(":")[0]].frequency)
        need(0 < frequency < 0.5, f"{variant} has a frequency of {frequency}")


@claim("SGN-03")
def superior_company(model: Model) -> None:
    wanted = ("superior gluteal artery", "superior gluteal vein")
    same(ask.companions(model.atlas, SUPERIOR), wanted, "companions")


@claim("SGN-04")
def superior_muscles(model: Model) -> None:
    wanted = ("gluteus medius", "gluteus minimus", "tensor fasciae latae")
    same(ask.muscles(model.universe, SUPERIOR), wanted, "muscles")
    same(ask.skin(model.universe, SUPERIOR), (), "skin")
    for site in ask.sites_of(model.atlas, SUPERIOR):
        cut = model.lesion(site)
        same(cut.lost_muscles, wanted, f"lost at {site}")
        same(cut.fallen_muscles, wanted, f"fallen at {site}")
        same(cut.fallen_skin, (), f"skin that falls at {site}")


@claim("SGN-08")
def superior_injury(model: Model) -> None:
    found = ask.conditions(model.atlas, SUPERIOR)
    for word in ("injection", "hip surgery"):
        fit = [n for n in found if word in n]
        need(fit, f"no condition by {word}")
        for name in fit:
            condition = model.atlas.conditions[name]
            need(condition.sites and condition.onset, f"{name} has no site or no onset")
            need(condition.more.get("mechanism"), f"{name} has no mechanism")
            cut = model.lesion(name)
            need(cut.weak("hip abduction"), f"{name}: abduction is {cut.mrc('hip abduction')}")


@claim("NOI-01")
def nerve_to_internus(model: Model) -> None:
    same(ask.roots(model.universe, INTERNUS), ("L5", "S1", "S2"), "roots")
    same(
        ask.muscles(model.universe, INTERNUS),
        ("obturator internus", "superior gemellus"),
        "muscles",
    )


@claim("NOI-03")
def course_to_internus(model: Model) -> None:
    wanted = [
        "greater sciatic foramen",
        "below piriformis",
        "ischial spine",
        "lesser sciatic foramen",
    ]
    in_order(ask.route(model.atlas, INTERNUS), wanted, "route")
    need(INTERNUS in ask.leaving(model.atlas, "below"), "it does not leave below piriformis")


@claim("NQF-01")
def nerve_to_quadratus(model: Model) -> None:
    same(ask.roots(model.universe, QUADRATUS), ("L4", "L5", "S1"), "roots")
    same(
        ask.muscles(model.universe, QUADRATUS),
        ("quadratus femoris", "inferior gemellus"),
        "muscles",
    )
    in_order(ask.route(model.atlas, QUADRATUS), ["ischium", "behind the hip joint"], "route")
