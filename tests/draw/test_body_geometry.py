"""The body maps as geometry: patches tile the limb, labels have room."""

from functools import reduce
from itertools import combinations

import numpy as np
import pytest
from shapely import STRtree
from shapely.geometry import Point, Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from lumbosacral.atlas.load import load_atlas
from lumbosacral.draw.body import SHEETS, area_at
from lumbosacral.draw.body.canvas import Canvas
from lumbosacral.draw.body.curve import Floats, closed, opened
from lumbosacral.draw.body.labels import DISC, HIGH, WIDE, labels_of
from lumbosacral.draw.body.plate import is_mirrored
from lumbosacral.draw.body.records import the_drawing
from lumbosacral.draw.body.shape import UNIT, area, drawn, loops, pole, without_slivers
from lumbosacral.draw.body.sheet import Geometry, geometry, mirror_image
from lumbosacral.draw.body.trace import OUTSIDE, trace

ATLAS, DRAWING = load_atlas(), the_drawing()


def solid(rings: tuple[Floats, ...]) -> BaseGeometry:
    """What lies in an odd number of the rings."""
    return reduce(
        lambda one, other: one.symmetric_difference(other),
        [Polygon(ring).buffer(0) for ring in rings],
        Polygon(),
    )


def parts(made: Geometry) -> dict[str, BaseGeometry]:
    found = {name: solid(patch.rings) for name, patch in made.patches.items()}
    found |= {f"{a}|{b}": solid(rings) for (a, b), rings in made.between.items()}
    return found | {"": solid(made.ground)}


def silhouette(made: Geometry) -> BaseGeometry:
    """What is inside the line drawn around the limb."""
    return unary_union([Polygon(ring).buffer(0) for ring in (*made.rim, *made.cut)])


@pytest.mark.parametrize("sheet", SHEETS)
def test_patches_tile_the_silhouette(sheet: str) -> None:
    made = geometry(sheet)
    found, whole = parts(made), silhouette(made)
    assert sum(p.area for p in found.values()) == pytest.approx(whole.area, rel=1e-3)
    assert unary_union(list(found.values())).symmetric_difference(whole).area < 1e-4 * whole.area
    shapes = list(found.values())
    overlap = sum(
        shapes[i].intersection(shapes[j]).area
        for i, j in STRtree(shapes).query(shapes, predicate="intersects").T
        if i < j
    )
    assert overlap < 1e-4 * whole.area


@pytest.mark.parametrize("sheet", SHEETS)
def test_what_is_drawn_is_the_smooth_outline(sheet: str) -> None:
    made = geometry(sheet)
    canvas = Canvas(DRAWING.outlines[made.sheet.outline])
    rings = [canvas.body, *canvas.parts.values()]
    smooth = unary_union([Polygon(ring * UNIT).buffer(0) for ring in rings])
    assert silhouette(made).symmetric_difference(smooth).area < 5e-3 * smooth.area


def test_nothing_that_is_painted_is_hidden() -> None:
    for sheet in DRAWING.sheets:
        assert {s.name for s in sheet.shapes if s.name} == set(geometry(sheet.sheet).patches)


def test_every_muscle_and_area_is_drawn() -> None:
    for kind, names in (("muscle", ATLAS.muscles), ("skin", ATLAS.areas)):
        sheets = [s for s in DRAWING.sheets if s.kind == kind]
        assert {shape.name for s in sheets for shape in s.shapes if shape.name} == set(names)


def test_areas_are_drawn_in_the_view_the_atlas_names() -> None:
    for name, record in ATLAS.areas.items():
        assert name in geometry(f"skin-{record.view}").patches


def box(x: float, y: float) -> BaseGeometry:
    return Polygon(
        [(x + a * WIDE / 2, y + b * HIGH / 2) for a, b in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
    )


@pytest.mark.parametrize("mirror", [False, True])
@pytest.mark.parametrize("sheet", [s.sheet for s in DRAWING.sheets if s.kind == "muscle"])
def test_every_grade_stands_in_its_muscle_or_is_led_to_it(sheet: str, mirror: bool) -> None:
    made = mirror_image(geometry(sheet)) if mirror else geometry(sheet)
    labels = labels_of(made)
    assert {label.name for label in labels} == set(made.patches)
    whole = silhouette(made).buffer(-2)
    for label in labels:
        patch = solid(made.patches[label.name].rings)
        if label.target is None:
            assert patch.buffer(1.5).contains(box(label.x, label.y))
        else:
            assert patch.contains(Point(label.target))
            assert not whole.intersects(box(label.x, label.y))


@pytest.mark.parametrize("mirror", [False, True])
@pytest.mark.parametrize("sheet", SHEETS)
def test_labels_overlap_nothing_and_stay_in_the_frame(sheet: str, mirror: bool) -> None:
    made = mirror_image(geometry(sheet)) if mirror else geometry(sheet)
    boxes = {label.name: box(label.x, label.y) for label in labels_of(made)}
    boxes |= {n: Point(at).buffer(DISC) for n, at in made.reflexes.items()}
    frame = Polygon([(0, 50), (made.width, 50), (made.width, made.height), (0, made.height)])
    assert [n for n, one in boxes.items() if not frame.contains(one)] == []
    hits = [
        (a, b) for (a, one), (b, other) in combinations(boxes.items(), 2) if one.intersects(other)
    ]
    assert hits == []


@pytest.mark.parametrize("side", ["left", "right"])
@pytest.mark.parametrize("sheet", SHEETS)
def test_a_point_finds_its_area(sheet: str, side: str) -> None:
    made = geometry(sheet)

    def at(x: float, y: float) -> str | None:
        return area_at(sheet, made.width - x if is_mirrored(sheet, side) else x, y, side)

    for name, patch in made.patches.items():
        assert at(*patch.middle) == name
    for pair, rings in made.between.items():
        assert at(*pole(rings)) in pair
    assert at(1, 1) is None


def test_shapes_painted_later_hide_the_earlier() -> None:
    square = np.array([[0.0, 0], [4, 0], [4, 4], [0, 4]])
    arcs = trace([square], [square + np.array([2, 0]), square + np.array([2, 2])], [1, 2])
    areas = {n: sum(Polygon(r).area for r in loops(arcs, n)) for n in (0, 1, 2, OUTSIDE)}
    assert areas == pytest.approx({0: 8, 1: 4, 2: 4, OUTSIDE: 16})


def test_a_hole_belongs_to_the_patch_around_it() -> None:
    square = np.array([[0.0, 0], [6, 0], [6, 6], [0, 6]])
    arcs = trace([square], [square / 3 + 2], [1])
    assert len(loops(arcs, 0)) == 2
    assert solid(tuple(loops(arcs, 0))).area == pytest.approx(32)


def test_smooth_lines_pass_through_their_points() -> None:
    points = [(0, 0), (1, 3), (4, 4), (6, 1)]
    for line in (opened(points), closed(points)):
        assert max(np.hypot(*(line - p).T).min() for p in points) < 1e-9


def test_slivers_go_to_their_longest_neighbour() -> None:
    square = np.array([[0.0, 0], [8, 0], [8, 8], [0, 8]])
    sliver = np.array([[3.8, 3], [4.2, 3], [4.2, 4], [3.8, 4]])
    arcs = [drawn(a) for a in trace([square], [square / 2, sliver], [1, 2])]
    kept = without_slivers(arcs)
    assert loops(arcs, 2)
    assert not loops(kept, 2)
    assert sum(area(ring) for n in (0, 1) for ring in loops(kept, n)) == 160 * 160


@pytest.mark.parametrize(
    ("sheet", "one", "other", "rightmost"),
    [
        ("muscles-front", "vastus medialis", "vastus lateralis", "left"),
        ("muscles-back", "semitendinosus", "biceps femoris, long head", "right"),
        ("muscles-lateral", "rectus femoris", "gluteus maximus", "left"),
        ("skin-medial", "anterior thigh", "posterior thigh", "right"),
        ("muscles-medial", "rectus femoris", "gluteus maximus", "right"),
        ("skin-dorsum", "dorsum of great toe", "dorsum of little toe", "left"),
        ("skin-sole", "medial sole", "lateral sole", "left"),
    ],
)
def test_sheets_show_the_leg_they_say(sheet: str, one: str, other: str, rightmost: str) -> None:
    """Seen from the front the outer side of a left leg is on the right, and so on."""
    for side in ("left", "right"):
        made = geometry(sheet)
        made = mirror_image(made) if is_mirrored(sheet, side) else made
        assert (made.patches[one].middle[0] < made.patches[other].middle[0]) == (side == rightmost)
