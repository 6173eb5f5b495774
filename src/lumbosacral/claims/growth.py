"""Claims about where nerves come from, and about myelin."""

import numpy as np

from lumbosacral import questions as ask
from lumbosacral.atlas.records import KINDS
from lumbosacral.claims.ledger import claim, need, same
from lumbosacral.claims.model import Model

PLACES = {
    "motor axon": "neural tube",
    "sensory neuron": "neural crest",
    "postganglionic neuron": "neural crest",
    "Schwann cell": "neural crest",
}
MAKES = {
    "motor axon": {"alpha"},
    "sensory neuron": {"Ia", "touch", "pin"},
    "postganglionic neuron": {"sympathetic"},
}


@claim("LST-06")
def origin_by_component(model: Model) -> None:
    for name, record in model.atlas.structures.items():
        if record.kind not in {"nerve", "trunk", "plexus"}:
            continue
        found = ask.origins(model.universe, name)
        has = set(ask.fibres_through(model.universe, name))
        tissues = {o.component: o.tissue for o in found}
        for component, tissue in PLACES.items():
            if component == "Schwann cell" or MAKES[component] & has:
                need(tissues.get(component) == tissue, f"{component} of {name}: {tissues}")
            else:
                need(component not in tissues, f"{name} answers a {component} and has none")
        need(all(o.begins_week > 0 for o in found), f"{name} has a component without a week")
        need(len(set(tissues.values())) > 1, f"{name} answers one origin for all")


@claim("LST-11")
def neural_plate(model: Model) -> None:
    need(ask.tissue_week(model.atlas, "neural plate") == 3, "the plate does not appear in week 3")
    derived = {t["name"] for t in model.atlas.embryology["tissues"] if t["from"] == "neural plate"}
    same(derived, ("neural tube", "neural crest"), "derived from the plate")
    for component in PLACES:
        lineage = ask.origin(model.atlas, component).lineage
        need(lineage[-1:] == ("neural plate",), f"{component} leads back to {lineage}")
        need(lineage[0] == PLACES[component], f"{component} comes from {lineage[0]}")


@claim("LST-12")
def myelin(model: Model) -> None:
    need(ask.origin(model.atlas, "Schwann cell").tissue == "neural crest", "Schwann cells")
    cut = model.lesion("sciatic nerve", kind="demyelination")
    read = cut.everything
    state, listening = read.state, read.state.listening
    need((state.original[0] == 1).all() and (state.present[0] == 1).all(), "axons are lost")
    speed = cut.row(model.atlas.motor, read.conduction.motor_speed)
    plain = model.healthy.row(model.atlas.motor, model.healthy.everything.conduction.motor_speed)
    sural = cut.row(model.atlas.sensory, read.conduction.sensory_speed)["sural SNAP"]
    late = cut.row(model.atlas.late, read.conduction.late_delay_ms)
    need(late["tibial F wave"] > 1, "no late response is delayed")
    need(sural == 1 and speed == plain, "nerve beyond the lesion is slowed")
    thin = [k for k, kind in enumerate(KINDS) if not model.atlas.fibres[kind].myelinated]
    need(len(thin) == 3, "three kinds are held without a thick coat of myelin")
    of = np.isin(listening.universe.kind[listening.stretches.bundle], thin)
    need((state.open[0, of] == 1).all(), "unmyelinated fibres are blocked")
    need(cut.fallen_muscles == set() and cut.fallen_skin == set(), "something falls")
