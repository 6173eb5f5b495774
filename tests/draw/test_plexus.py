"""The plexus picture: what it must say, and that nothing in it collides."""

import re
from collections import Counter
from dataclasses import replace
from itertools import combinations
from xml.etree import ElementTree

import numpy as np
import pytest
from lettering import box
from numpy.typing import NDArray

from lumbosacral.atlas.records import KINDS, ROOTS
from lumbosacral.draw import palette
from lumbosacral.draw.curves import THIN
from lumbosacral.draw.layout import check, the_layout
from lumbosacral.draw.plexus import PlexusView, plexus_svg
from lumbosacral.draw.rows import grade_number
from lumbosacral.draw.svg import slug
from lumbosacral.errors import AtlasError, UnknownName
from lumbosacral.wiring.legs import legs_of, typical_persons
from lumbosacral.wiring.universe import the_universe

SVG = "{http://www.w3.org/2000/svg}"
UNIVERSE, LAYOUT = the_universe(), the_layout()
NECK = "common fibular nerve, fibular neck"


@pytest.fixture(scope="module")
def share() -> NDArray[np.floating]:
    here = np.array([0])
    return legs_of(UNIVERSE, typical_persons(UNIVERSE), here, here).share[0]


@pytest.fixture(scope="module")
def healthy(share: NDArray[np.floating]) -> PlexusView:
    return PlexusView(
        share=share,
        title="Healthy",
        side="left",
        grades=dict.fromkeys(UNIVERSE.muscles, "5"),
        felt=dict.fromkeys(UNIVERSE.atlas.areas, 1.0),
    )


def drawn(view: PlexusView) -> ElementTree.Element:
    return ElementTree.fromstring(plexus_svg(view))


def struck(view: PlexusView, site: str, share: float = 1) -> PlexusView:
    return replace(view, cut=dict.fromkeys(UNIVERSE.atlas.sites[site].strikes, share))


def strands(picture: ElementTree.Element) -> dict[tuple[str, str, str], ElementTree.Element]:
    groups = [g for g in picture.iter(f"{SVG}g") if g.get("class") == "strand"]
    named = [g.attrib["id"].removeprefix("t-").split("--") for g in groups]
    return {(root.upper(), *ends): g for (root, *ends), g in zip(named, groups, strict=True)}


def alive(strand: ElementTree.Element) -> list[float]:
    return [float(p.attrib["data-alive"]) for p in strand.iter(f"{SVG}path")]


HALOS = {"L5 root": 0.55, "common fibular nerve": 0.76, "sciatic nerve": 0.13, "tibial nerve": 0.17}


@pytest.mark.parametrize("case", ["healthy", "weak", "halos", "long"])
def test_labels_neither_overlap_nor_leave_the_frame(healthy: PlexusView, case: str) -> None:
    weak = replace(
        healthy,
        grades=dict.fromkeys(UNIVERSE.muscles, "4-"),
        felt=dict.fromkeys(UNIVERSE.atlas.areas, 0.1),
    )
    view = {
        "healthy": healthy,
        "weak": weak,
        "halos": replace(weak, halos=HALOS),
        "long": replace(healthy, title="Common fibular nerve " * 12, subtitle="day 30, " * 40),
    }[case]
    boxes = [(t.text, *box(t)) for t in drawn(view).iter(f"{SVG}text") if t.text]
    frame = LAYOUT.frame
    for _, left, top, right, bottom in boxes:
        assert left >= 2
        assert top >= 2
        assert right <= frame.width - 2
        assert bottom <= frame.height - 2
    hits = [
        (a[0], b[0])
        for a, b in combinations(boxes, 2)
        if a[1] < b[3] and b[1] < a[3] and a[2] < b[4] and b[2] < a[4]
    ]
    assert hits == []


def test_every_place_is_there_once_and_has_a_title(healthy: PlexusView) -> None:
    groups = [g for g in drawn(healthy).iter(f"{SVG}g") if g.get("id")]
    ids = Counter(g.attrib["id"] for g in groups)
    wanted = [f"n-{slug(n.id)}" for n in LAYOUT.nodes]
    wanted += [f"{'m' if t.muscles else 's'}-{slug(t.id)}" for t in LAYOUT.targets]
    assert {i: ids[i] for i in wanted} == dict.fromkeys(wanted, 1)
    assert all(g.find(f"{SVG}title") is not None for g in groups if g.attrib["id"] in wanted)


def test_every_muscle_and_area_but_those_left_out_has_a_row() -> None:
    rows = [name for t in LAYOUT.targets for name in (*t.muscles, *t.areas)]
    known = {*UNIVERSE.muscles, *UNIVERSE.atlas.areas}
    assert sorted([*rows, *LAYOUT.left_out]) == sorted(known)
    forgotten = LAYOUT.model_copy(update={"targets": LAYOUT.targets[1:]})
    with pytest.raises(AtlasError):
        check(forgotten, UNIVERSE.atlas)


def test_widths_are_fibre_counts(healthy: PlexusView, share: NDArray[np.floating]) -> None:
    fibres = np.array([w.fibres for w in UNIVERSE.ways])[UNIVERSE.way] * share
    large = np.isin(UNIVERSE.kind, [KINDS.index(k) for k in ("alpha", "Ia", "touch")])
    found = strands(drawn(healthy))
    for start, end, segment in (
        ("sciatic nerve, tibial division, gluteal", "sciatic nerve, tibial division, thigh", None),
        ("common fibular nerve", "deep fibular nerve", "deep fibular nerve, upper leg"),
        ("femoral nerve", "saphenous nerve", "saphenous nerve, adductor canal"),
    ):
        through = segment or "sciatic nerve, upper thigh, tibial division"
        passing = UNIVERSE.passes[:, UNIVERSE.segment_index[through]] & large
        for r, root in enumerate(ROOTS):
            n = fibres[passing & (UNIVERSE.root == r)].sum() * LAYOUT.frame.per_fibre
            if n > THIN:
                width = float(found[root, slug(start), slug(end)].attrib["stroke-width"])
                assert width == pytest.approx(n, abs=0.006)


def test_fibres_are_neither_made_nor_lost_in_a_bar(healthy: PlexusView) -> None:
    into, out = Counter[str](), Counter[str]()
    for (_, start, end), strand in strands(drawn(healthy)).items():
        title = strand.find(f"{SVG}title")
        assert title is not None
        found = re.search(r": (\d+) fibres", title.text or "")
        assert found is not None
        out[start] += int(found[1])
        into[end] += int(found[1])
    for node in LAYOUT.nodes:
        if node.column != "root":
            assert into[slug(node.id)] == pytest.approx(out[slug(node.id)], abs=20)


def test_fading_begins_at_the_lesion(healthy: PlexusView) -> None:
    picture = drawn(struck(healthy, NECK))
    found = strands(picture)
    whole = [s for (_, _, end), s in found.items() if end == "common-fibular-nerve"]
    whole += [s for (_, _, end), s in found.items() if end == "lateral-sural-cutaneous-nerve"]
    gone = [s for (_, _, end), s in found.items() if end == "deep-fibular-nerve"]
    gone += [s for (_, start, _), s in found.items() if start == "superficial-fibular-nerve"]
    assert whole
    assert gone
    assert {a for s in whole for a in alive(s)} == {1.0}
    assert {a for s in gone for a in alive(s)} == {0.0}
    assert {p.attrib["stroke"] for s in gone for p in s.iter(f"{SVG}path")} == {palette.LOST}
    red = [r for r in picture.iter(f"{SVG}rect") if r.get("fill") == palette.LESION]
    assert len(red) == 1


def test_a_root_spares_the_strands_of_the_others(healthy: PlexusView) -> None:
    found = strands(drawn(struck(healthy, "L5 root, intraspinal", 0.5)))
    assert {a for (root, *_), s in found.items() if root != "L5" for a in alive(s)} == {1.0}
    assert {a for (root, *_), s in found.items() if root == "L5" for a in alive(s)} == {0.5}


def test_a_lesion_between_two_bars_is_drawn_on_the_way(healthy: PlexusView) -> None:
    found = strands(drawn(struck(healthy, "sacral plexus, pelvis", 0.6)))
    assert alive(found["S1", "s1", "inferior-gluteal-nerve"]) == [1.0, 0.4]
    branch = strands(drawn(struck(healthy, "femoral nerve, thigh")))
    assert alive(branch["L4", "femoral-nerve", "vasti"]) == [1.0, 0.0]
    assert alive(branch["L2", "femoral-nerve", "sartorius"]) == [1.0]


def test_loss_that_no_segment_explains_fades_the_ends(healthy: PlexusView) -> None:
    ends = replace(healthy, alive=np.full(len(UNIVERSE.way), 0.25))
    found = strands(drawn(ends))
    assert alive(found["L5", "l5", "lumbosacral-trunk"]) == [1.0]
    assert alive(found["L5", "deep-fibular-nerve", "tibialis-anterior"]) == [1.0, 0.25]


def test_sural_has_two_parents(healthy: PlexusView) -> None:
    parents = {start for _, start, end in strands(drawn(healthy)) if end == "sural-nerve"}
    assert parents == {"common-fibular-nerve", "tibial-nerve-popliteal-fossa-and-leg"}


def test_no_root_is_drawn_in_the_red_of_lesions() -> None:
    assert tuple(palette.ROOT_COLOURS) == ROOTS
    paper = palette.luminance(palette.PAPER) + 0.05
    for colour in palette.ROOT_COLOURS.values():
        assert paper / (palette.luminance(colour) + 0.05) >= 3
        assert colour != palette.LESION


def test_what_is_printed(healthy: PlexusView) -> None:
    view = replace(healthy, grades={"soleus": "3+", "vastus medialis": "2"}, felt={"heel": 0.2})
    texts = {
        g.attrib["id"]: "|".join(t.text or "" for t in g.iter() if t.text)
        for g in drawn(view).iter(f"{SVG}g")
        if g.get("id")
    }
    assert texts["m-soleus"] == "soleus 3+|3+|Soleus"
    assert "|2|" in texts["m-vasti"]
    assert "vastus lateralis not examined" in texts["m-vasti"]
    assert texts["s-heel"] == "heel 20% felt|Heel"
    assert 'fill="url(#numb)"' in plexus_svg(view)
    assert grade_number("4-") == pytest.approx(11 / 3)
    assert grade_number("weak") is None


def test_texts_are_escaped_and_no_style_is_written(healthy: PlexusView) -> None:
    svg = plexus_svg(
        replace(healthy, title="<script>a&b</script>", subtitle='"x"', grades={"soleus": "<5"})
    )
    assert "<script" not in svg
    assert "&lt;script&gt;a&amp;b" in svg
    assert "style" not in {k for e in ElementTree.fromstring(svg).iter() for k in e.attrib}
    assert "<style" not in svg


def test_the_same_view_gives_the_same_text(healthy: PlexusView) -> None:
    view = replace(struck(healthy, NECK, 0.7), halos=HALOS)
    assert plexus_svg(view) == plexus_svg(view)


@pytest.mark.parametrize("slip", [{"cut": {"x": 1}}, {"grades": {"x": "5"}}, {"felt": {"x": 1}}])
def test_unknown_names_are_refused(healthy: PlexusView, slip: dict[str, dict[str, float]]) -> None:
    with pytest.raises(UnknownName):
        plexus_svg(replace(healthy, **slip))  # type: ignore[arg-type]
