"""What a reader asks of the atlas. Roots, muscles, skin and neighbours are computed from the bundles."""

from lumbosacral.questions import lines
from lumbosacral.questions.anatomy import (
    actions,
    companions,
    compartment,
    division,
    foramina,
    insertions,
    leaving,
    origin,
    origins,
    region,
    route,
    supply,
    tissue_week,
)  # fmt: skip
from lumbosacral.questions.clinic import (
    Stance,
    conditions,
    conflicts,
    differential,
    facts,
    imaging,
    management,
    members,
    risk_factors,
    signs,
    stated,
    symptom,
    workup,
)  # fmt: skip
from lumbosacral.questions.lines import (
    calibre_um,
    downstream,
    fibres_through,
    muscles,
    nerve_of,
    organs,
    reachable,
    root_share,
    roots,
    share_through,
    skin,
    typical_leg,
    upstream,
)  # fmt: skip
from lumbosacral.questions.names import look_up, segments_of, sites_of, structure
from lumbosacral.questions.spine import (
    at_vertebra,
    cord_end,
    disc,
    discs,
    draw_cord_ends,
    draw_herniations,
    places_of_root,
    roots_at,
)  # fmt: skip

__all__ = [
    "Stance", "actions", "at_vertebra", "calibre_um", "companions", "compartment", "conditions", "conflicts",
    "cord_end", "differential", "disc", "discs", "division", "downstream", "draw_cord_ends",
    "draw_herniations", "facts", "fibres_through", "foramina", "imaging", "insertions", "leaving", "lines",
    "look_up", "management", "members", "muscles", "nerve_of", "organs", "origin", "origins",
    "places_of_root", "reachable", "region", "risk_factors", "root_share", "roots", "roots_at",
    "route", "segments_of", "share_through", "signs", "sites_of", "skin", "stated", "structure",
    "supply", "symptom", "tissue_week", "typical_leg", "upstream", "workup",
]  # fmt: skip
