"""The page as it is sent: the frame of HTML with the healthy pictures in it."""

import json
from functools import cache, lru_cache
from html import escape
from pathlib import Path
from typing import Final

from lumbosacral import __version__
from lumbosacral.api import DEFAULT_SETTING
from lumbosacral.atlas.load import load_atlas
from lumbosacral.draw.body.charts import Chart, the_charts
from lumbosacral.draw.patch import healthy_drawing, healthy_view
from lumbosacral.draw.plexus import drawn
from lumbosacral.population.prior import settings
from lumbosacral.web.body import GROUPS
from lumbosacral.web.given import Form
from lumbosacral.web.html import Markup, tag
from lumbosacral.web.lesions import places_by_node
from lumbosacral.wiring.universe import the_universe

__all__ = ["STATIC", "page", "picture"]

EXAMPLES: Final = (
    (
        "A dropped foot, from a published report", "right", "3 weeks",
        ("ankle dorsiflexion severely weak", "toe extension severely weak", "foot eversion weak",
         "low back pain absent", "lumbar MRI normal"),
    ),
    (
        "A dropped foot and a weak hip", "left", "",
        ("TA 2", "EHL 2", "tibialis posterior 3", "gluteus medius 3", "dorsum of foot numb",
         "ankle jerk normal"),
    ),
    (
        "A knee that gives way", "left", "2 weeks",
        ("knee extension 3", "hip flexion 4", "patellar reflex absent", "medial leg numb",
         "hip adduction 5"),
    ),
)  # fmt: skip
KINDS: Final = {
    "loss": "axon loss",
    "transection": "transection",
    "block": "conduction block",
    "demyelination": "demyelination",
    "ischaemia": "ischaemia",
}
REST: Final = {
    "strength": "other muscles normal",
    "sensation": "other areas normal",
    "reflex": "other reflexes normal",
    "ncs": "other NCS normal",
    "emg": "other EMG normal",
}
"""By test, the words that say that what was not named is normal."""
STATIC: Final = Path(__file__).parent / "static"


@lru_cache(maxsize=8)
def picture(form: Form, variants: tuple[str, ...] = ()) -> str:
    """Return the healthy plexus of an adult with some variants, in a form of the page."""
    return drawn(healthy_view(variants), healthy_drawing(form, variants))


@cache
def page() -> str:
    """Return the page, filled once per process."""
    text = (STATIC / "index.html").read_text("utf-8")
    facts = {
        "places": places_by_node(),
        "groups": GROUPS,
        "kinds": KINDS,
        "rest": REST,
    }
    filled = {
        "plexus": picture("screen"),
        "facts": escape(json.dumps(facts, separators=(",", ":"))),
        "examples": "".join(map(_example, EXAMPLES)),
        "sites": "".join(f"<option>{escape(name)}" for name in load_atlas().sites),
        "charts": "".join(map(_chart, the_charts().values())),
        "version": escape(__version__),
        "model": load_atlas().hash[:8],
        "kinds": "".join(tag("option", said, value=kind) for kind, said in KINDS.items()),
        "settings": "".join(map(_setting, settings(load_atlas()))),
        "variants": "".join(map(_variant, the_universe().variants.usable)),
    }
    for name, said in filled.items():
        text = text.replace(f"<!--{name}-->", said).replace(f"{{{{{name}}}}}", said)
    return text


def _chart(chart: Chart) -> Markup:
    return tag("option", f"roots: {chart.short}", value=chart.mode)


def _setting(name: str) -> Markup:
    return tag("option", name, value=name, selected="" if name == DEFAULT_SETTING else None)


def _variant(name: str) -> Markup:
    return tag("label", tag("input", type="checkbox", value=name), f" {name}")


def _example(given: tuple[str, str, str, tuple[str, ...]]) -> Markup:
    title, side, onset, chips = given
    case = {"side": side, "onset": onset, "chips": list(chips)}
    return tag("button", title, type="button", data_case=case)
