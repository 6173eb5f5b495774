"""The body maps: muscles and skin as patches that tile the limb, filled in from a view.

::

    view = BodyView(grades={"soleus": "3+"}, felt={"heel": 0.2}, side="left")
    body_svg(view, ("muscles-back", "skin-sole"))    a document
    sheet_svg("skin-sole", view)                     one `<svg>` for a page
    body_patch(view)                                 what to change on that page, by id
    area_at("skin-sole", 310, 900, "left")           what is there, to paint on

The drawing is data, in the YAML files beside this one; `records` is their grammar. `charts.yaml` holds
what published charts say of the roots of the skin; it is drawn, and nothing is computed with it.
"""

from lumbosacral.draw.body.document import body_svg
from lumbosacral.draw.body.patch import area_at, body_patch
from lumbosacral.draw.body.picture import sheet_svg
from lumbosacral.draw.body.plate import SHEETS
from lumbosacral.draw.body.view import BodyView

__all__ = ["SHEETS", "BodyView", "area_at", "body_patch", "body_svg", "sheet_svg"]
