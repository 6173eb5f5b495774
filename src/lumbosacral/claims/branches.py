"""Claims about the tibial and the common fibular nerve and their branches."""

from lumbosacral import questions as ask
from lumbosacral.claims.ledger import apart, claim, includes, need, same
from lumbosacral.claims.model import Model
from lumbosacral.claims.words import (
    ANTERIOR,
    DEEP_CALF,
    FIVE_BELLIES,
    LATERAL,
    SCIATIC,
    SOLE,
    SUPERFICIAL_CALF,
)  # fmt: skip

TIBIAL = "tibial nerve, popliteal fossa"
FIBULAR = "common fibular nerve, fibular neck"
DEEP, SUPERFICIAL = "deep fibular nerve, leg", "superficial fibular nerve, upper leg"


@claim("TIB-01")
def roots_disputed(model: Model) -> None:
    found = ask.conflicts(model.atlas, "tibial nerve", "roots")
    says = [set(s.says) for s in found]
    need({"L5", "S1", "S2", "S3"} in says, f"positions: {says}")
    need({"L4", "L5", "S1", "S2", "S3"} in says, f"positions: {says}")
    need(all(s.sources for s in found), "a position has no source")
    need(sum(s.computed for s in found) == 1, "one position is computed with")
    computed = next(s for s in found if s.computed)
    same(ask.roots(model.universe, "tibial nerve"), computed.says, "roots computed")


@claim("TIB-02")
def muscles_of_the_tibial(model: Model) -> None:
    cut = model.lesion(TIBIAL)
    wanted = {*SUPERFICIAL_CALF, *DEEP_CALF, *SOLE}
    same(ask.compartment(model.atlas, "sole"), SOLE, "muscles of the sole")
    same(cut.lost_muscles, wanted, "lost in a tibial lesion")
    same(cut.fallen_muscles, wanted, "fallen in a tibial lesion")
    apart(cut.fallen_muscles, (*ANTERIOR, *LATERAL, *FIVE_BELLIES), "what should be intact")


@claim("TIB-03")
def movements_of_the_tibial(model: Model) -> None:
    cut = model.lesion(TIBIAL)
    need(cut.lost("toe flexion"), "toe flexion is not lost")
    shares = model.atlas.movements["ankle plantarflexion"].shares
    lateral = sum(shares.get(m, 0) for m in LATERAL) / sum(shares.values())
    left = cut.shares["ankle plantarflexion"]
    need(
        0 < left <= lateral + 1e-6,
        f"plantarflexion keeps {left:.3f}, the lateral share is {lateral}",
    )
    need(cut.weak("foot inversion"), f"inversion is {cut.mrc('foot inversion')}")
    need(cut.falls("knee flexion"), "knee flexion does not fall")
    need(cut.thirds("knee flexion") >= 12, f"knee flexion is {cut.mrc('knee flexion')}")
    apart(cut.fallen_muscles, FIVE_BELLIES, "hamstrings that fall")
    need(not cut.falls("ankle dorsiflexion"), "dorsiflexion falls")
    inward = model.atlas.movements["leg internal rotation"].shares
    need(inward.get("popliteus", 0) > 0, "popliteus does not turn the leg inwards")


@claim("TIB-04")
def sural(model: Model) -> None:
    skin = ask.skin(model.universe, "sural nerve")
    for area in ("lateral ankle", "lateral heel", "lateral border of foot"):
        need(area in skin, f"{area} is not sural")
        for nerve in ("tibial nerve", "common fibular nerve"):
            need(area in ask.skin(model.universe, nerve), f"{area} has no share by the {nerve}")
    tibial = model.lesion(TIBIAL).snaps["sural SNAP"]
    fibular = model.lesion("common fibular nerve, popliteal fossa").snaps["sural SNAP"]
    sciatic = model.lesion(SCIATIC).snaps["sural SNAP"]
    root = model.lesion("S1 root").snaps["sural SNAP"]
    need(tibial < 0.9 and fibular < 0.95, f"sural SNAP {tibial:.2f} tibial, {fibular:.2f} fibular")
    need(sciatic < tibial < fibular, f"sciatic {sciatic:.2f}, tibial {tibial:.2f}, {fibular:.2f}")
    need(root > 1 - 1e-6, f"an S1 root lesion leaves {root:.2f}")


@claim("TIB-05")
def groups_of_the_calf(model: Model) -> None:
    upper = ask.compartment(model.atlas, "posterior leg, superficial")
    deep = ask.compartment(model.atlas, "posterior leg, deep")
    same(upper, SUPERFICIAL_CALF, "superficial group")
    same(deep, DEEP_CALF, "deep group")
    for muscle in (*upper, *deep):
        same(ask.nerve_of(model.universe, muscle), ["tibial nerve"], f"nerve of {muscle}")


@claim("FIB-01")
def roots_of_the_fibular(model: Model) -> None:
    has = ask.roots(model.universe, "common fibular nerve")
    same(has, ("L4", "L5", "S1", "S2"), "roots of the common fibular nerve")


@claim("FIB-02")
def muscles_of_the_fibular(model: Model) -> None:
    common, deep, shallow = (model.lesion(w) for w in (FIBULAR, DEEP, SUPERFICIAL))
    both = (*ANTERIOR, *LATERAL)
    short = ("extensor digitorum brevis", "extensor hallucis brevis")
    same(common.lost_muscles, (*both, *short), "lost at the fibular neck")
    same(deep.lost_muscles, (*ANTERIOR, *short), "lost with the deep fibular nerve")
    same(shallow.lost_muscles, LATERAL, "lost with the superficial fibular nerve")
    apart(deep.fallen_muscles, LATERAL, "lateral muscles in a deep fibular lesion")
    apart(shallow.fallen_muscles, ANTERIOR, "anterior muscles in a superficial fibular lesion")
    same(ask.compartment(model.atlas, "anterior leg"), ANTERIOR, "anterior compartment")
    same(ask.compartment(model.atlas, "lateral leg"), LATERAL, "lateral compartment")


@claim("FIB-03")
def anterior_compartment(model: Model) -> None:
    cut = model.lesion(DEEP)
    for movement in ("ankle dorsiflexion", "toe extension"):
        need(cut.lost(movement), f"{movement} keeps {cut.shares[movement]:.2f}")
    for movement in ("foot inversion", "foot eversion"):
        need(cut.falls(movement), f"{movement} does not fall")
    inverts = model.atlas.movements["foot inversion"].shares
    everts = model.atlas.movements["foot eversion"].shares
    need(inverts.get("tibialis anterior", 0) > 0, "tibialis anterior does not invert")
    need("foot inversion" in ask.actions(model.atlas, "tibialis anterior"), "nor as an action")
    for muscle in ("fibularis tertius", "extensor digitorum longus"):
        need(everts.get(muscle, 0) > 0, f"{muscle} does not evert")
        need(
            "foot eversion" in ask.actions(model.atlas, muscle), f"{muscle}: not among its actions"
        )
        need(everts[muscle] < min(everts[m] for m in LATERAL), f"{muscle} everts as much as they")


@claim("FIB-05")
def skin_of_the_fibular(model: Model) -> None:
    deep, shallow, common = (model.lesion(w) for w in (DEEP, SUPERFICIAL, FIBULAR))
    same(deep.numb_skin, ["first web space"], "numb with the deep fibular nerve")
    includes(
        shallow.numb_skin, ("dorsum of foot", "lower lateral leg"), "numb with the superficial"
    )
    need(shallow.spared("first web space"), "the web space is not felt")
    wanted = ("first web space", "dorsum of foot", "lower lateral leg")
    includes(common.numb_skin, wanted, "numb with the common fibular nerve")
    same(
        ask.nerve_of(model.universe, "upper lateral leg"),
        ["lateral sural cutaneous nerve"],
        "upper",
    )
