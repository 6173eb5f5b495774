"""The second transcriptions beside the atlas: what each says differently.

The tables were written from the same sources by somebody who had not seen the atlas. A difference is an error in one
of the two, or is listed here with its reason.
"""

import csv
from collections.abc import Iterator
from pathlib import Path

from lumbosacral import questions as ask
from lumbosacral.wiring.universe import Universe

HERE = Path(__file__).parent
SPLIT = {"psoas/iliacus": ("psoas", "iliacus")}

# (nerve, what the atlas has beyond the table or lacks) -> reason
ROOT_REASONS = {
    ("nerve to piriformis", "+L5"): "the printed row of piriformis gives L5 10 %",
    ("lateral plantar nerve", "+L5"): "3 % of the lateral sole by L5, judgement of this atlas",
    ("medial calcaneal nerve", "+L5"): "8 % of the heel by L5, judgement of this atlas",
    ("lateral sural cutaneous nerve", "+L4"): "8 % of the upper lateral leg by L4, judgement",
    ("lateral sural cutaneous nerve", "-S2"): "S2 is left to the medial sural cutaneous nerve",
}
# (area, nerve) -> reason; + the atlas has it and the table has not
SKIN_REASONS = {
    (
        "genital area",
        "-posterior femoral cutaneous nerve",
    ): "its perineal branch is given to the perineum",
    ("anterolateral thigh", "+femoral nerve"): "overlap of a tenth",
    (
        "proximal medial thigh",
        "-genitofemoral nerve",
    ): "given to the femoral triangle and the groin",
    ("upper buttock", "-iliohypogastric nerve"): "its lateral branch is left out of a small area",
    (
        "perianal area",
        "-anococcygeal nerve",
    ): "below S4; the S4 branch of the perineum stands for it",
    ("perianal area", "+S4 root"): "the perineal branch of S4",
    ("anterior knee", "-lateral femoral cutaneous nerve"): "it ends above the knee",
    ("lower lateral leg", "+lateral sural cutaneous nerve"): "overlap of a fifth",
    ("posterior leg", "-saphenous nerve"): "the medial strip is the medial leg",
    ("medial ankle", "+superficial fibular nerve"): "overlap of a tenth",
    ("lateral ankle", "+superficial fibular nerve"): "overlap of a fifth",
    ("heel", "+sural nerve"): "overlap of a tenth",
    ("dorsum of foot", "+saphenous nerve"): "overlap of a twentieth",
    ("dorsum of foot", "+sural nerve"): "overlap of a twentieth",
    ("dorsum of great toe", "+medial plantar nerve"): "the tip of the toe",
    ("dorsum of middle toes", "+medial plantar nerve"): "the tips of the toes",
    ("first web space", "+superficial fibular nerve"): "overlap",
    ("medial border of foot", "+medial plantar nerve"): "overlap towards the sole",
    ("plantar lateral toes", "+medial plantar nerve"): "the plantar nerves part at the fourth toe",
}


def table(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def weights(universe: Universe) -> Iterator[str]:
    """Rows of motor root shares that differ."""
    for row in table("weights_second.csv"):
        second = {r: float(v) for r, v in row.items() if r != "muscle" and float(v)}
        if row["muscle"] in SPLIT:
            both = [universe.atlas.weights[m] for m in SPLIT[row["muscle"]]]
            first = {r: sum(w.get(r, 0) for w in both) / 2 for r in {*both[0], *both[1]}}
        else:
            first = {r: v for r, v in universe.atlas.weights[row["muscle"]].items() if v}
        if first != second:
            yield f"{row['muscle']}: {first}, in the second table {second}"


def muscles(universe: Universe) -> Iterator[str]:
    """Muscles with another nerve."""
    for row in table("nerve_muscles_second.csv"):
        supply = universe.atlas.supply[row["muscle"]]
        found = ask.nerve_of(universe, row["muscle"])
        names = {*found, supply.from_.replace("{root}", row["muscle"].split()[-1])}
        if row["nerve"] not in names or (len(found) > 1 and "paraspinals" not in row["muscle"]):
            yield f"{row['muscle']}: {found}, in the second table {row['nerve']}"


def _skin_names(universe: Universe, area: str) -> set[str]:
    """Nerves of a skin area; a line that the atlas holds under a plexus or no nerve by its own name."""
    names = set()
    for way in universe.atlas.areas[area].supply:
        structure = universe.atlas.segments[way.from_].structure
        own = structure in {"musculoskeletal", "sacral plexus"}
        names.add(way.from_ if own else structure)
    return names


def skin(universe: Universe) -> Iterator[str]:
    """Skin areas with another nerve, unless there is a reason."""
    for row in table("nerve_skin_second.csv"):
        second = {n.split(" (")[0].strip() for n in row["nerves"].split(";")}
        first = _skin_names(universe, row["area"])
        for mark, names in (("+", first - second), ("-", second - first)):
            for name in sorted(names):
                if (row["area"], mark + name) not in SKIN_REASONS:
                    yield f"{row['area']}: {mark}{name}"


def roots(universe: Universe) -> Iterator[str]:
    """Structures with other roots, unless there is a reason."""
    for row in table("nerve_roots_second.csv"):
        second = set(row["roots"].split(";"))
        first = set(ask.roots(universe, row["nerve"]))
        for mark, names in (("+", first - second), ("-", second - first)):
            for name in sorted(names):
                if (row["nerve"], mark + name) not in ROOT_REASONS:
                    yield f"{row['nerve']}: {mark}{name}"


def fibres(universe: Universe) -> Iterator[str]:
    """Fibre kinds whose cell body lies elsewhere."""
    for row in table("nerve_fibres_second.csv"):
        first = universe.atlas.fibres[row["fibre_kind"]].cell_body  # type: ignore[index]
        if row["cell_body"].split()[-1] != first:
            yield f"{row['fibre_kind']}: {first}, in the second table {row['cell_body']}"


AH = "tibial - abductor hallucis"
FDMB = "tibial - flexor digiti minimi brevis (FDMB)"
EDB = "fibular - extensor digitorum brevis"
DISTAL = "superficial fibular / sural / tibial sensory"
AH_CMAP = "tibial CMAP (abductor hallucis)"
FDMB_CMAP = "tibial CMAP (abductor digiti minimi)"
EDB_CMAP = "fibular CMAP (extensor digitorum brevis)"
# Norms that are printed: study and quantity of the atlas -> test, quantity, column and group of the second table.
NORMS = {
    (AH_CMAP, "latency_ms", "mean"): (AH, "distal_latency", "mean", ""),
    (AH_CMAP, "latency_ms", "sd"): (AH, "distal_latency", "sd", ""),
    (AH_CMAP, "latency_ms", "upper"): (AH, "distal_latency", "high", "limit"),
    (AH_CMAP, "amplitude_mv", "mean"): (AH, "amplitude", "mean", "30-59"),
    (AH_CMAP, "amplitude_mv", "sd"): (AH, "amplitude", "sd", "30-59"),
    (AH_CMAP, "amplitude_mv", "lower"): (AH, "amplitude", "low", "limit"),
    (AH_CMAP, "velocity_m_per_s", "lower"): (AH, "velocity", "low", "limit"),
    (FDMB_CMAP, "latency_ms", "mean"): (FDMB, "distal_latency", "mean", ""),
    (FDMB_CMAP, "latency_ms", "sd"): (FDMB, "distal_latency", "sd", ""),
    (EDB_CMAP, "latency_ms", "mean"): (EDB, "distal_latency", "mean", ""),
    (EDB_CMAP, "latency_ms", "sd"): (EDB, "distal_latency", "sd", ""),
    (EDB_CMAP, "latency_ms", "upper"): (EDB, "distal_latency", "high", "limit"),
    (EDB_CMAP, "amplitude_mv", "mean"): (EDB, "amplitude", "mean", "under 40"),
    (EDB_CMAP, "amplitude_mv", "sd"): (EDB, "amplitude", "sd", "under 40"),
    (EDB_CMAP, "amplitude_mv", "lower"): (EDB, "amplitude", "low", "limit"),
    (EDB_CMAP, "velocity_m_per_s", "lower"): (EDB, "velocity", "low", "limit"),
    ("superficial fibular SNAP", "velocity_m_per_s", "mean"): (DISTAL, "velocity", "mean", "15-30 y, distal"),
    ("superficial fibular SNAP", "velocity_m_per_s", "sd"): (DISTAL, "velocity", "sd", "15-30 y, distal"),
    ("sural SNAP", "velocity_m_per_s", "mean"): (DISTAL, "velocity", "mean", "15-30 y, distal"),
    ("sural SNAP", "velocity_m_per_s", "sd"): (DISTAL, "velocity", "sd", "15-30 y, distal"),
    ("sural SNAP", "amplitude_uv", "lower"): ("sural", "amplitude", "low", "limit"),
    ("dorsal sural SNAP", "amplitude_uv", "mean"): ("dorsal sural", "amplitude", "mean", ""),
    ("dorsal sural SNAP", "amplitude_uv", "lower"): ("dorsal sural", "amplitude", "low", ""),
    ("dorsal sural SNAP", "velocity_m_per_s", "mean"): ("dorsal sural", "velocity", "mean", ""),
    ("dorsal sural SNAP", "velocity_m_per_s", "lower"): ("dorsal sural", "velocity", "low", ""),
    ("medial plantar SNAP", "amplitude_uv", "mean"): ("medial plantar (mixed/sensory)", "amplitude", "mean", ""),
    ("medial plantar SNAP", "amplitude_uv", "sd"): ("medial plantar (mixed/sensory)", "amplitude", "sd", ""),
    ("medial plantar SNAP", "velocity_m_per_s", "mean"): ("medial plantar (mixed/sensory)", "velocity", "mean", ""),
    ("medial plantar SNAP", "velocity_m_per_s", "sd"): ("medial plantar (mixed/sensory)", "velocity", "sd", ""),
    ("soleus H reflex", "latency_ms", "mean"): ("H reflex, soleus", "latency", "mean", "all"),
    ("soleus H reflex", "latency_ms", "sd"): ("H reflex, soleus", "latency", "sd", "all"),
    ("soleus H reflex", "latency_ms", "upper"): ("H reflex, soleus", "latency", "high", "all"),
    ("tibial F wave", "latency_ms", "upper"): ("F wave, leg", "latency", "high", "rough upper limit"),
    ("fibular F wave", "latency_ms", "upper"): ("F wave, leg", "latency", "high", "rough upper limit"),
}  # fmt: skip


def norms(universe: Universe) -> Iterator[str]:
    """Printed normal values that differ."""
    atlas, rows = universe.atlas, table("norms_second.csv")
    for (study, quantity, key), (test, name, column, group) in NORMS.items():
        record = {**atlas.motor, **atlas.sensory, **atlas.late}[study]
        first = getattr(getattr(record, quantity), key)
        printed = [
            float(r[column])
            for r in rows
            if r["test"] == test and r["quantity"] == name and r["group"].startswith(group)
            and r[column]
        ]  # fmt: skip
        if first not in printed:
            yield f"{study}, {quantity} {key}: {first}, in the second table {printed}"


COMPARISONS = (weights, muscles, skin, roots, fibres, norms)


def differences(universe: Universe) -> Iterator[str]:
    """Everything that the second transcriptions say differently."""
    for compare in COMPARISONS:
        yield from compare(universe)
