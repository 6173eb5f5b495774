"""The body maps as pictures: what they say, and that a patch says the same."""

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from time import perf_counter
from xml.etree import ElementTree

import pytest

from lumbosacral.atlas.load import load_atlas
from lumbosacral.draw import palette
from lumbosacral.draw.body import SHEETS, BodyView, body_patch, body_svg, sheet_svg
from lumbosacral.draw.body.look import NUMB, between_look, disputed, mixture, muscle_look, skin_look
from lumbosacral.draw.body.patterns import definitions
from lumbosacral.draw.body.records import the_drawing
from lumbosacral.draw.body.territory import nerves_of, overlap, roots_of
from lumbosacral.draw.svg import slug
from lumbosacral.errors import UnknownName

SVG = "{http://www.w3.org/2000/svg}"
ATLAS = load_atlas()
HEALTHY = BodyView(
    grades=dict.fromkeys(ATLAS.muscles, "5"),
    felt=dict.fromkeys(ATLAS.areas, 1.0),
    reflexes=dict.fromkeys(ATLAS.reflexes, "normal"),
    side="left",
)
GRADES = ("0", "1", "2-", "3", "4-", "5")
ILL = replace(
    HEALTHY,
    grades={m: GRADES[i % 6] for i, m in enumerate(ATLAS.muscles) if i % 7},
    felt={a: (i % 9) / 8 for i, a in enumerate(ATLAS.areas) if i % 5},
    reflexes={"Achilles reflex": "absent", "patellar reflex": "increased"},
)
VIEWS = {
    "nobody": BodyView(),
    "healthy": HEALTHY,
    "ill": ILL,
    "right": replace(ILL, side="right"),
    "nerves": replace(ILL, mode="nerves"),
    "roots": replace(ILL, mode="roots"),
    "chart": replace(ILL, mode="keegan-1948"),
    "differ": replace(ILL, mode="charts-differ"),
}


def page_of(view: BodyView) -> ElementTree.Element:
    """All sheets on one page."""
    return ElementTree.fromstring(f"<page>{''.join(sheet_svg(s, view) for s in SHEETS)}</page>")


def by_id(root: ElementTree.Element) -> dict[str, ElementTree.Element]:
    return {e.attrib["id"]: e for e in root.iter() if "id" in e.attrib}


@pytest.mark.parametrize("name", VIEWS)
def test_a_document_is_well_formed_small_and_without_styles(name: str) -> None:
    svg = body_svg(VIEWS[name])
    root = ElementTree.fromstring(svg)
    assert len(svg.encode()) < 190_000
    assert not [e for e in root.iter() if e.tag == f"{SVG}style" or "style" in e.attrib]
    ids = Counter(e.attrib["id"] for e in root.iter() if "id" in e.attrib)
    assert set(ids.values()) == {1}
    used = set(re.findall(r'url\(#([^)]+)\)|href="#([^"]+)"', svg))
    assert {a or b for a, b in used} <= set(ids)
    assert svg == body_svg(VIEWS[name])


def test_every_muscle_and_area_is_there_once_in_each_sheet_that_shows_it() -> None:
    for sheet in the_drawing().sheets:
        root = ElementTree.fromstring(sheet_svg(sheet.sheet, HEALTHY))
        prefix = f"{sheet.kind}-{sheet.sheet.split('-', 1)[1]}-"
        named = Counter(
            (e.attrib["id"], e.attrib["data-name"])
            for e in root.iter(f"{SVG}path")
            if "data-name" in e.attrib
        )
        names = {s.name for s in sheet.shapes if s.name}
        assert named == dict.fromkeys(((f"{prefix}{slug(n)}", n) for n in names), 1)
        for e in root.iter(f"{SVG}path"):
            if "data-name" in e.attrib:
                assert e.findtext(f"{SVG}title", "").startswith(e.attrib["data-name"])


@pytest.mark.parametrize("before", ["healthy", "ill"])
@pytest.mark.parametrize("after", ["ill", "healthy", "nerves", "roots", "chart", "differ"])
def test_a_patched_picture_is_a_fresh_one(before: str, after: str) -> None:
    page = page_of(VIEWS[before])
    found = by_id(page)
    for key, changes in body_patch(VIEWS[after]).items():
        for attribute, value in changes.items():
            if attribute == "text":
                found[key].text = value
            elif attribute == "title":
                title = found[key].find(f"{SVG}title")
                assert title is not None
                title.text = value
            else:
                found[key].set(attribute, value)
    fresh = page_of(VIEWS[after])
    assert [look(e) for e in page.iter()] == [look(e) for e in fresh.iter()]


def look(element: ElementTree.Element) -> tuple[str, dict[str, str], str]:
    """Element as it is seen: what stands for nothing is left out."""
    nothing = {("class", ""), ("display", "inline"), ("fill", palette.INK)}
    kept = {k: v for k, v in element.attrib.items() if (k, v) not in nothing}
    return element.tag, kept, element.text or ""


def test_one_sheet_can_be_patched_alone() -> None:
    whole = body_patch(ILL)
    alone = body_patch(ILL, ["skin-sole"])
    assert alone == {key: whole[key] for key in alone}
    assert 0 < len(alone) < len(whole)


def test_what_is_printed() -> None:
    view = BodyView(
        grades={"soleus": "3+", "tibialis anterior": "2"},
        felt={"heel": 0.2, "dorsum of foot": 0.8},
        reflexes={"Achilles reflex": "absent"},
    )
    patch = body_patch(view)
    assert patch["muscle-back-soleus-value"]["text"] == "3+"
    assert patch["muscle-back-soleus"]["title"] == "soleus: MRC 3+"
    assert patch["muscle-front-tibialis-anterior"]["fill"] == palette.strength_colour(2)
    assert patch["muscle-front-gracilis"]["class"] == "unexamined"
    assert patch["muscle-front-gracilis"]["fill"] == "url(#mf-x)"
    assert patch["muscle-front-gracilis-lead"]["display"] == "none"
    assert patch["skin-sole-heel"]["class"] == "numb"
    assert patch["skin-sole-heel"]["title"] == "heel: 20% felt"
    assert patch["reflex-back-achilles-reflex-value"]["text"] == "0"
    assert patch["reflex-front-patellar-reflex"]["display"] == "none"


def test_text_is_escaped() -> None:
    svg = sheet_svg("muscles-back", BodyView(grades={"soleus": "<b>&"}))
    assert "<b>" not in svg
    assert "MRC" not in svg
    assert "soleus: &lt;b&gt;&amp;" in svg


def test_the_shade_of_a_grade_and_of_feeling_is_read_in_greyscale() -> None:
    grades = [
        palette.luminance(muscle_look(BodyView(grades={"soleus": g}), "soleus").fill)
        for g in ("0", "1", "2", "3", "4", "5")
    ]
    felt = [
        palette.luminance(skin_look(BodyView(felt={"heel": f}), "heel").fill)
        for f in (0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
    ]
    hatched = definitions("skin-sole", "skin", ())
    grounds = re.findall(r'id="ss-n\d".*?fill="(#\w+)"', hatched)
    felt = [*map(palette.luminance, grounds), *felt]
    for ramp in (grades, felt):
        assert all(b - a > 0.02 for a, b in pairwise(ramp))


def test_digits_can_be_read_on_their_ground() -> None:
    for grade in ("0", "1+", "2", "3-", "4", "5"):
        look = muscle_look(BodyView(grades={"soleus": grade}), "soleus")
        light, dark = sorted(map(palette.luminance, (look.fill, look.ink)), reverse=True)
        assert (light + 0.05) / (dark + 0.05) > 4


def test_territories_are_computed_from_the_atlas() -> None:
    assert next(iter(nerves_of("dorsum of foot"))) == "superficial fibular nerve"
    assert nerves_of("lateral ankle")["sural nerve"] == pytest.approx(0.8)
    assert roots_of("medial sole") == pytest.approx({"S1": 0.55, "L5": 0.4, "S2": 0.05})
    for name in (*ATLAS.muscles, *ATLAS.areas):
        assert sum(roots_of(name).values()) == pytest.approx(1)
        assert set(nerves_of(name)) <= set(the_drawing().nerves)
    assert overlap("medial leg", "posterior leg") == 0


def test_places_where_maps_disagree_are_striped() -> None:
    look = skin_look(BodyView(mode="roots"), "anterior thigh")
    assert disputed("roots", "anterior thigh")
    assert look.fill == f"@{mixture('roots', 'anterior thigh').key}" == "@L3-L2"
    assert look.told == "anterior thigh: L3 53%, L2 42%, L4 5%; maps disagree here"
    assert look.kind == "disputed"
    agreed = skin_look(BodyView(mode="nerves"), "anterior thigh")
    assert agreed.fill.startswith("#")


def test_a_soft_edge_is_half_of_each() -> None:
    view = BodyView(felt={"dorsum of foot": 0.0, "medial ankle": 1.0, "medial leg": 0.8})
    assert between_look(view, "dorsum of foot", "medial ankle").fill == palette.feeling_colour(0.5)
    assert between_look(view, "medial ankle", "anterior leg").fill == "@x"
    assert skin_look(view, "dorsum of foot").fill.startswith("@n")
    assert NUMB == 0.5


def test_a_right_leg_is_the_mirror_image() -> None:
    left, right = (body_patch(replace(ILL, side=s)) for s in ("left", "right"))
    assert left == right
    assert sheet_svg("skin-front", HEALTHY) != sheet_svg(
        "skin-front", replace(HEALTHY, side="right")
    )


@pytest.mark.parametrize(
    "slip", [{"grades": {"x": "5"}}, {"felt": {"x": 1}}, {"reflexes": {"x": "0"}}]
)
def test_unknown_names_are_refused(slip: dict[str, dict[str, float]]) -> None:
    with pytest.raises(UnknownName):
        BodyView(**slip)  # type: ignore[arg-type]


def test_a_view_is_drawn_fast_enough_to_follow_a_finger() -> None:
    body_svg(ILL)

    def best(call: object) -> float:
        times = []
        for _ in range(5):
            start = perf_counter()
            call()  # type: ignore[operator]
            times.append(perf_counter() - start)
        return min(times)

    assert best(lambda: body_patch(ILL)) < 0.05
    assert best(lambda: sheet_svg("skin-front", ILL)) < 0.3
