"""Published charts of the roots of the skin: whole, with their sources, and compared by what they say."""

import re
from typing import get_args

import pytest

from lumbosacral.atlas.load import load_atlas
from lumbosacral.draw.body import SHEETS, BodyView, body_patch, body_svg, sheet_svg
from lumbosacral.draw.body.chart_look import caption, chart_look, joined, modes, source
from lumbosacral.draw.body.charts import (
    TAGS,
    WHERE_THEY_DIFFER,
    Chart,
    differ,
    named,
    ranked,
    shared,
    the_charts,
)
from lumbosacral.draw.body.look import between_look, muscle_look, skin_look
from lumbosacral.draw.body.view import Mode

AREAS = load_atlas().areas
CHARTS = the_charts()


@pytest.mark.parametrize("mode", CHARTS)
def test_every_skin_area_stands_once_in_every_chart(mode: str) -> None:
    chart = CHARTS[mode]
    listed = [name for zone in chart.zones for name in zone.areas]
    assert sorted(listed) == sorted(AREAS)
    for zone in chart.zones:
        assert not (zone.unread and zone.roots)
        assert len(set(zone.roots)) == len(zone.roots)


def test_a_chart_that_leaves_out_an_area_is_refused() -> None:
    whole = next(iter(CHARTS.values()))
    fields = whole.model_dump()
    fields["zones"] = fields["zones"][1:]
    with pytest.raises(ValueError, match="every skin area once"):
        Chart.model_validate(fields)


def test_charts_are_the_modes_of_the_view() -> None:
    assert get_args(Mode) == ("state", "nerves", "roots", *modes())


@pytest.mark.parametrize("mode", CHARTS)
def test_a_chart_says_its_source_and_how_far_it_was_checked(mode: str) -> None:
    chart = CHARTS[mode]
    assert source(mode).startswith(chart.source)
    assert f"{chart.tag}: {TAGS[chart.tag]}" in source(mode)
    assert caption(mode) == f"{chart.short} ({chart.tag})"
    assert chart.tag == "U" or chart.read


def test_what_was_read_nowhere_is_not_said_to_be_checked() -> None:
    for chart in CHARTS.values():
        tags = {zone.tag for zone in chart.zones}
        if not chart.read:
            assert tags == {"U"}
        if "V" in tags:
            assert chart.tag == "V"


def test_charts_differ_where_they_share_no_root() -> None:
    for area in AREAS:
        votes = [set(chart.zone(area).roots) for chart in CHARTS.values()]
        votes = [vote for vote in votes if vote]
        common = set.intersection(*votes) if votes else set()
        assert set(shared(area)) == common
        assert differ(area) == (len(votes) > 1 and not common)
        assert list(named(area)) == [c.short for c in CHARTS.values() if c.zone(area).roots]
        assert set(ranked(area)) == set().union(*votes)
    assert differ("dorsum of great toe")
    assert not differ("medial leg")


def test_the_map_of_differences_says_which_chart_says_what() -> None:
    look = chart_look(WHERE_THEY_DIFFER, "dorsum of great toe")
    assert look.kind == "disputed"
    assert look.fill == "@L5-L4-d"
    assert look.told == (
        "dorsum of great toe: charts differ; L4: Keegan 1948; L5: Lee 2008, Nitta 1993"
    )
    assert chart_look(WHERE_THEY_DIFFER, "medial leg").told.startswith("medial leg: charts agree")
    part = chart_look(WHERE_THEY_DIFFER, "posterior thigh")
    assert (part.kind, part.fill) == ("disputed", "@S2-S1")
    assert "one chart alone" in chart_look(WHERE_THEY_DIFFER, "upper buttock").told


def test_a_title_says_root_and_source_or_that_there_is_none() -> None:
    view = BodyView(mode="lee-2008")
    patch = body_patch(view, ["skin-front", "skin-back", "muscles-front"])
    assert patch["skin-front-medial-leg"]["title"] == "medial leg: L4; Lee 2008, U, not checked"
    blank = patch["skin-back-perianal-area"]
    assert "no reliable dermatome here" in blank["title"]
    assert (blank["class"], blank["fill"]) == ("blank", "url(#sb-b)")
    assert patch["skin-front-groin"]["class"] == ""
    assert patch["source-skin-front"]["text"] == "Lee 2008 (U)"
    assert patch["source-muscles-front"]["text"] == ""
    unread = skin_look(view, "heel")
    assert (unread.fill, unread.kind) == ("@x", "unread")
    assert "not been read" in unread.told


def test_charts_are_of_skin_and_muscles_stay_those_of_the_atlas() -> None:
    view, own = BodyView(mode="foerster-1933"), BodyView(mode="roots")
    assert muscle_look(view, "soleus") == muscle_look(own, "soleus")


@pytest.mark.parametrize("mode", modes())
def test_every_pattern_of_a_chart_is_defined(mode: Mode) -> None:
    svg = "".join(sheet_svg(sheet, BodyView(mode=mode)) for sheet in SHEETS)
    used = set(re.findall(r"url\(#([^)]+)\)", svg))
    assert used <= set(re.findall(r'id="([^"]+)"', svg))
    assert caption(mode) in svg.replace("&amp;", "&")


def test_a_document_names_the_chart_and_what_it_rests_on() -> None:
    svg = body_svg(BodyView(mode="isncsci"), ("skin-front", "muscles-front"))
    assert "key sensory points" in svg
    assert "S: reported" in svg


def test_an_edge_is_soft_where_a_chart_draws_its_sides_differently() -> None:
    view = BodyView(mode="foerster-1933")
    same = between_look(view, "dorsum of foot", "lower lateral leg")
    assert same.fill == skin_look(view, "dorsum of foot").fill
    other = between_look(view, "medial ankle", "dorsum of foot").fill
    assert other not in {skin_look(view, n).fill for n in ("medial ankle", "dorsum of foot")}


def test_two_roots_are_written_briefly() -> None:
    assert joined(["L4", "L5"]) == "L4/5"
    assert joined(["L5", "S1", "S2"]) == "L5/S1"
    assert joined(["S2"]) == "S2"
