"""`lumbosacral lesion` on a terminal: what a lesion takes away, and what the tests show."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from lumbosacral.injury.lesion import Lesion
from lumbosacral.lesioned import Lesioned
from lumbosacral.terminal.page import Page, percent

__all__ = ["show_lesioned"]

FELT = 0.95
"""Share of feeling below which an area is listed."""
Row = tuple[str, str, str]


def show_lesioned(lesioned: Lesioned) -> None:
    """Print what is not normal, of the lesioned side and of the other one where it differs."""
    page = Page()
    for one in lesioned.lesions:
        page.title(_lesion_line(one))
    sides = {side: _rows(leg) for side, leg in lesioned.sides.items()}
    if sides["left"] == sides["right"] and sides["left"]:
        page.say("Both sides are alike.")
        sides = {lesioned.side: sides[lesioned.side]}
    for side in sorted(sides, key=lambda name: name != lesioned.side):
        heads = "", "reading", "of"
        page.table(f"Not normal, {side}", heads, sides[side], narrow=(0,), at_most={1: 22})
    if not any(sides.values()):
        page.say("Every test is normal.")
    page.footer("A typical adult; people differ.")


def _lesion_line(lesion: Lesion) -> str:
    sides = " and ".join(lesion.sides)
    return (
        f"{lesion.where}, {sides}: {lesion.kind} of {percent(lesion.severity)} of the fibres,"
        f" day {lesion.days:g}"
    )


def _rows(leg: Mapping[str, Any]) -> list[Row]:
    """Every row of one leg that is not normal, in the order of an examination."""
    return [
        *_grouped("movements", leg["movements"], lambda m: str(m["mrc"]), {"5"}, _grade_order),
        *_grouped("muscles", leg["muscles"], lambda m: str(m["mrc"]), {"5"}, _grade_order),
        *_grouped("skin", leg["skin"], _felt, {"felt"}),
        *_grouped("reflexes", leg["reflexes"], str, {"normal"}),
        *_grouped("signs", leg["signs"], str, {"negative"}),
        *_grouped("tasks", leg["tasks"], str, {"pass"}),
        *_grouped("gait", leg["gait"], str, {"negative"}),
        *_grouped("autonomic", leg["autonomic"], str, {"normal"}),
        *_conduction(leg["ncs"]),
        *_grouped("needle EMG", leg["emg"], _needle, {""}, _most_first),
    ]


def _grouped(
    test: str,
    readings: Mapping[str, Any],
    word: Callable[[Any], str],
    normal: set[str],
    order: Callable[[str], Any] = lambda said: 0,
) -> Iterable[Row]:
    """One row for each reading, with everything that reads so."""
    groups: dict[str, list[str]] = {}
    for name, reading in readings.items():
        groups.setdefault(word(reading), []).append(name)
    found = sorted((said for said in groups if said not in normal), key=order)
    for n, said in enumerate(found):
        yield test if n == 0 else "", said, _listed(groups[said])


def _grade_order(mrc: str) -> tuple[int, int]:
    return int(mrc[0]), {"-": -1, "": 0, "+": 1}[mrc[1:]]


def _most_first(needle: str) -> tuple[int, str]:
    """Most spontaneous activity first."""
    grade = needle.removeprefix("spontaneous ")[:1]
    return -int(grade) if grade.isdigit() else 0, needle


def _listed(names: list[str]) -> str:
    """Join names; by semicolons where one of them holds a comma."""
    return ("; " if any("," in name for name in names) else ", ").join(names)


def _felt(share: float) -> str:
    if share >= FELT:
        return "felt"
    if share < 1 - FELT:
        return "not felt"
    return "felt by less than half" if share < 0.5 else "felt by half and more"


def _needle(reading: Mapping[str, Any]) -> str:
    said = []
    if reading["spontaneous"] != "0":
        said.append(f"spontaneous {reading['spontaneous']}")
    if reading["recruitment"] != "normal":
        said.append(f"recruitment {reading['recruitment']}")
    if reading["reinnervation"] != "none":
        said.append(f"reinnervation {reading['reinnervation']}")
    return ", ".join(said)


def _conduction(studies: Mapping[str, Mapping[str, Any]]) -> Iterable[Row]:
    """One row for each reading; the figure stands with the study."""
    groups: dict[str, list[str]] = {}
    for name, study in studies.items():
        if study["reading"] != "normal":
            groups.setdefault(study["reading"], []).append(f"{name}{_figure(study)}")
    for n, (said, names) in enumerate(groups.items()):
        yield "conduction" if n == 0 else "", said, _listed(names)


def _figure(study: Mapping[str, Any]) -> str:
    if study["reading"] == "absent":
        return ""
    if study["reading"] == "block":
        return f" ({study['amplitude_mv']:.1f} mV, from above {study['proximal_amplitude_mv']:.1f})"
    if study["reading"] == "slow" and study.get("velocity_m_per_s") is not None:
        return f" ({study['velocity_m_per_s']:.0f} m/s)"
    for key, unit in (("amplitude_mv", "mV"), ("amplitude_uv", "uV"), ("latency_ms", "ms")):
        if study.get(key) is not None:
            return f" ({study[key]:.1f} {unit})"
    return ""
