"""The forms of the plexus picture for the page, and that a patch gives what drawing anew gives."""

import re
from itertools import combinations, pairwise
from xml.etree import ElementTree

import pytest
from lettering import box

from lumbosacral.draw.form import FormName, the_form
from lumbosacral.draw.layout import the_layout
from lumbosacral.draw.patch import healthy_drawing, healthy_view, plexus_patch
from lumbosacral.draw.plexus import drawn, plexus_svg
from lumbosacral.draw.roads import neighbours
from lumbosacral.draw.view import laid, laid_again, view_of
from lumbosacral.lesioned import lesion

SVG = "{http://www.w3.org/2000/svg}"
LIVE: tuple[FormName, ...] = ("screen", "upright")
SITES = ("common fibular nerve, fibular neck", "L5 root, intraspinal", "sciatic nerve, gluteal")


def picture(form: FormName) -> ElementTree.Element:
    return ElementTree.fromstring(drawn(healthy_view(), healthy_drawing(form)))


@pytest.mark.parametrize("form", LIVE)
def test_labels_neither_overlap_nor_leave_the_page(form: FormName) -> None:
    texts = [t for t in picture(form).iter(f"{SVG}text") if t.text]
    boxes = [(t.text, *box(t)) for t in texts]
    frame = the_form(form).frame
    outside = [
        b for b in boxes if b[1] < 0 or b[2] < 0 or b[3] > frame.width or b[4] > frame.height
    ]
    assert outside == []
    hits = [
        (a[0], b[0])
        for a, b in combinations(boxes, 2)
        if a[1] < b[3] and b[1] < a[3] and a[2] < b[4] and b[2] < a[4]
    ]
    assert hits == []


@pytest.mark.parametrize("form", LIVE)
def test_no_letter_is_smaller_than_can_be_read(form: FormName) -> None:
    sizes = [float(t.attrib["font-size"]) for t in picture(form).iter(f"{SVG}text")]
    assert min(sizes) >= 9.5


@pytest.mark.parametrize("form", LIVE)
def test_every_nerve_is_a_named_button_that_the_arrows_reach(form: FormName) -> None:
    parts = [g for g in picture(form).iter(f"{SVG}g") if g.get("role") == "button"]
    by_id = {g.attrib["id"]: g for g in parts}
    assert len(by_id) == len(parts)
    assert all(g.get("aria-label") and g.get("tabindex") == "-1" for g in parts)
    roads = neighbours(the_form(form), healthy_drawing(form).runs).of
    seen, wave = set(), {"n-l1"}
    while wave:
        seen |= wave
        wave = {to for one in wave for to in roads[one].values()} - seen
    nodes = {name for name in by_id if name.startswith("n-")}
    assert len(nodes) == len(the_layout().nodes)
    assert nodes <= seen
    assert seen <= set(by_id)


@pytest.mark.parametrize("form", LIVE)
def test_ids_stand_once_and_no_style_is_written(form: FormName) -> None:
    text = drawn(healthy_view(), healthy_drawing(form))
    ids = re.findall(r' id="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    assert "style" not in text.replace("font-style", "")


def test_rows_of_a_phone_can_be_hit_by_a_thumb() -> None:
    hits = [r for r in picture("upright").iter(f"{SVG}rect") if r.get("class") == "hit"]
    assert len(hits) == len(the_layout().nodes)
    assert all(float(r.attrib["height"]) >= 44 and float(r.attrib["width"]) >= 300 for r in hits)
    tops = sorted(float(r.attrib["y"]) for r in hits)
    assert all(b - a >= 44 for a, b in pairwise(tops))


@pytest.mark.parametrize("site", SITES)
@pytest.mark.parametrize("form", LIVE)
def test_a_patch_is_what_drawing_anew_gives(form: FormName, site: str) -> None:
    view = view_of(lesion(site, severity=0.7, side="left"), halos={"L5 root": 0.3})
    anew = ElementTree.fromstring(drawn(view, laid(view, the_form(form))))
    patch = plexus_patch(view, form)
    for group in anew.iter(f"{SVG}g"):
        name, paths = (
            group.get("id", ""),
            [(p.get("d"), p.get("stroke")) for p in group.iter(f"{SVG}path")],
        )
        if group.get("class") == "strand" and name in patch.strands:
            assert patch.strands[name] == paths
        if name in patch.rows and form == "screen":
            ground = next(e for e in group if e.get("class") == "ground")
            assert patch.rows[name][0] == ground.get("fill")
            assert patch.rows[name][5] == group.get("aria-label")
    lesions = next(g for g in anew.iter(f"{SVG}g") if g.get("id") == "lesions")
    assert len(patch.lesions) == len(list(lesions))
    assert len(patch.halos) == 1


def test_a_healthy_leg_changes_nothing() -> None:
    patch = plexus_patch(healthy_view(), "screen")
    assert (patch.strands, patch.lost, patch.lesions, patch.halos, patch.focus) == (
        {},
        [],
        [],
        [],
        None,
    )


def test_laying_again_is_laying() -> None:
    view = view_of(lesion(SITES[0]))
    first = laid(view, the_form("screen"))
    again = laid_again(view, healthy_drawing("screen"))
    assert drawn(view, first) == drawn(view, again)
    assert plexus_svg(view, "screen") == drawn(view, first)
