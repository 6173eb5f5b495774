"""The body on the page: charts of the skin are named with their sources, and paper can be read."""

from typing import Any

import pytest

from lumbosacral import lookup
from lumbosacral.draw.body.chart_look import modes, source
from lumbosacral.draw.body.charts import the_charts
from lumbosacral.web.body import GROUPS, patch_of_seen
from lumbosacral.web.page import page as whole_page
from lumbosacral.web.record import records_panel
from lumbosacral.web.seen import Seen

LEAST = 7 * 96 / 72  # px of a letter of 7 pt
WRITTEN = """[...document.querySelectorAll("#sheet text")]
.filter(e => e.textContent && e.getClientRects().length)
.map(e => [e.id, parseFloat(getComputedStyle(e).fontSize) * e.getScreenCTM().d])"""


def test_says_who_lists_what_each_chart_makes_of_an_area() -> None:
    panel = records_panel(lookup.about("anterior leg"))
    for chart in the_charts().values():
        assert chart.source in panel
    assert "no reliable dermatome here" in panel
    assert "Drawn by charts as" not in records_panel(lookup.about("soleus"))


def test_every_chart_can_be_chosen_and_says_its_source() -> None:
    text = whole_page()
    for mode in modes():
        assert f'<option value="{mode}">' in text
    assert '<p id="chart-source"' in text
    shown = patch_of_seen(Seen(), "left", ["skin-front"], "lee-2008")
    assert shown["chart-source"] == {"text": source("lee-2008")}
    assert shown["source-skin-front"] == {"text": "Lee 2008 (U)"}


@pytest.mark.slow
@pytest.mark.parametrize("group", GROUPS)
def test_what_stands_on_the_body_is_at_least_7_pt_high(page: Any, group: str) -> None:
    page.locator("#n-common-fibular-nerve .hit").click(position={"x": 8, "y": 8})
    page.get_by_role("button", name=group, exact=True).click()
    page.wait_for_function(
        "names => names.every(name => document.querySelector(`#sheet svg[data-sheet='${name}']`))"
        " && [...document.querySelectorAll('#sheet [id$=-value]')].some(e => e.textContent)"
        " && !document.querySelector('#sheet .unexamined path')"
        " && !document.querySelector('#sheet path.unexamined[data-name]')",
        arg=list(GROUPS[group]),
    )
    page.set_viewport_size({"width": 710, "height": 1039})
    page.emulate_media(media="print")
    sizes = dict(page.evaluate(WRITTEN))
    assert any(key.endswith("-value") for key in sizes)
    assert {key: px for key, px in sizes.items() if px < LEAST} == {}
