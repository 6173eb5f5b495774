"""The joint fit of dominance, grades and the needle's threshold (FIT), and checks beside it (CHECK).

Fitted: one complete L5 root, the trunk, 0.8 of the common fibular nerve, the L5 column of the surgical needle series.
Not fitted: its L4 and S1 columns, and the share of single roots among foot drops from degenerative disease.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from validation.generator import weights

from lumbosacral.atlas.load import Atlas
from lumbosacral.electrodiagnosis.needle import chance_of_fibrillation
from lumbosacral.examination.grades import grade
from lumbosacral.examination.strength import Strength, strength_of
from lumbosacral.injury.clocks import Laws
from lumbosacral.injury.state import state_of
from lumbosacral.injury.strokes import strokes
from lumbosacral.population.blocks import the_catalogue
from lumbosacral.population.shelf import get_bank
from lumbosacral.wiring.legs import draw_persons, legs_of
from lumbosacral.wiring.listening import Listening, the_listening

PERSONS = 10_000
BLOCK = 2_500
SURGICAL_SEVERITY = (4.0, 1.2)
"""Beta distribution of the severity in a surgical series: harder than what comes to a clinic; its own parameter."""
SURGICAL_DAYS = 60.0

# Tsao 2003: root -> muscle -> (abnormal, examined); lumbar paraspinals as the muscle of the root's own level
TSAO = {
    "L4": {
        "adductor longus": (5, 5), "iliacus": (3, 5), "vastus lateralis": (4, 5),
        "rectus femoris": (3, 3), "vastus medialis": (1, 1), "paraspinals L4": (4, 5),
    },
    "L5": {
        "fibularis longus": (16, 16), "tensor fasciae latae": (4, 4), "tibialis posterior": (23, 25),
        "extensor digitorum brevis": (20, 24), "tibialis anterior": (20, 26),
        "extensor hallucis longus": (8, 11), "paraspinals L5": (12, 26),
        "biceps femoris, short head": (0, 13),
    },
    "S1": {
        "biceps femoris, long head": (5, 5), "lateral gastrocnemius": (10, 11),
        "biceps femoris, short head": (8, 9), "medial gastrocnemius": (10, 12),
        "abductor digiti minimi pedis": (5, 7), "gluteus maximus": (7, 11), "paraspinals S1": (3, 12),
        "tibialis posterior": (2, 11),
    },
}  # fmt: skip


@dataclass(frozen=True)
class Struck:
    """Grades of the movements and strength readings of persons with one lesion."""

    grades: NDArray[np.float32]
    fibrillating: NDArray[np.float32]


def _jeffreys(k: int, n: int, rng: np.random.Generator) -> tuple[float, float]:
    """Jeffreys 95 % interval of k of n, by sampling; closed at 0 and 1 as usual."""
    draws = rng.beta(k + 0.5, n - k + 0.5, 200_000)
    low, high = np.quantile(draws, [0.025, 0.975])
    return (0.0 if k == 0 else float(low), 1.0 if k == n else float(high))


def strike(
    listening: Listening, site: str, severity: NDArray[np.float32] | float, days: float, seed: int
) -> Struck:
    """Strike one site in 10,000 drawn persons, left leg."""
    universe, laws = listening.universe, Laws(listening.universe.atlas.laws)
    rng = np.random.default_rng(seed)
    segments = [universe.segment_index[s] for s in universe.atlas.sites[site].strikes]
    parts: list[Strength] = []
    for start in range(0, PERSONS, BLOCK):
        persons = draw_persons(universe, BLOCK, rng)
        legs = legs_of(universe, persons, np.arange(BLOCK), np.zeros(BLOCK, np.intp), rng)
        hard = np.broadcast_to(np.asarray(severity, np.float32), (PERSONS,))[start : start + BLOCK]
        k = len(segments)
        blow = strokes(
            np.tile(np.arange(BLOCK), k), np.repeat(segments, BLOCK), np.tile(hard, k),
            len(universe.ways), days=days,
        )  # fmt: skip
        parts.append(strength_of(state_of(listening, legs, blow, laws), laws))
    people = universe.atlas.people
    return Struck(
        grades=np.concatenate([grade(people, p.movements) for p in parts]),
        fibrillating=np.concatenate([p.fibrillating for p in parts]),
    )


def _movement(atlas: Atlas, struck: Struck, name: str) -> NDArray[np.float32]:
    return struck.grades[:, list(atlas.movements).index(name)]


def targets(listening: Listening, seed: int) -> list[tuple[str, str, str, float, bool]]:
    """Rows (kind, what, target, value, met)."""
    atlas = listening.universe.atlas
    root = strike(listening, "L5 root, intraspinal", 1.0, 30, seed)
    trunk = strike(listening, "lumbosacral trunk, sacral ala", 1.0, 30, seed)
    neck = strike(listening, "common fibular nerve, fibular neck", 0.8, 21, seed)
    ankle = ("ankle dorsiflexion", "foot inversion", "foot eversion")
    drop = float((_movement(atlas, root, ankle[0]) <= 3).mean())
    three = np.stack([_movement(atlas, trunk, m) for m in ankle])
    weak, gone = float((three <= 4).all(0).mean()), float((three <= 2).all(0).mean())
    usual = float(np.median(_movement(atlas, neck, ankle[0])))
    seven, _ = _jeffreys(7, 7, np.random.default_rng(seed))
    return [
        ("FIT", "P(dorsiflexion <= 3), L5 complete", ".3 to .7 (P)", drop, 0.3 <= drop <= 0.7),
        ("FIT", "P(three ankle movements <= 4), trunk complete", f"7 of 7: {seven:.2f} to 1 (V)", weak, weak >= seven),
        ("FIT", "P(three ankle movements <= 2), trunk complete", "common (case series, P)", gone, gone >= 0.15),
        ("FIT", "dorsiflexion, 0.8 of the common fibular nerve, day 21", "2 to 3 (P)", usual, 2 <= usual <= 3),
    ]  # fmt: skip


def needle_rows(
    listening: Listening, seed: int
) -> list[tuple[str, str, str, float, float, float, bool]]:
    """Rows (kind, root, muscle, model, low, high, inside) of the surgical needle series."""
    atlas, muscles = listening.universe.atlas, listening.universe.muscles
    rng = np.random.default_rng(seed)
    severity = rng.beta(*SURGICAL_SEVERITY, PERSONS).astype(np.float32)
    rows = []
    law = atlas.people["needle"]["short_path"]
    for root, cells in TSAO.items():
        struck = strike(listening, f"{root} root, intraspinal", severity, SURGICAL_DAYS, seed)
        for muscle, (k, n) in cells.items():
            share = struck.fibrillating[:, muscles.index(muscle)]
            chance = chance_of_fibrillation(atlas.people, share)
            if atlas.muscles[muscle].compartment == law["compartment"]:
                width = float(atlas.people["needle"]["fibrillation_width"])
                step = 1 / (1 + np.exp(-(share - float(law["centre"])) / width))
                chance = float(law["ceiling"]) * step
            model = float(np.mean(chance))
            low, high = _jeffreys(k, n, rng)
            kind = "FIT" if root == "L5" else "CHECK"
            rows.append((kind, root, muscle, model, low, high, low <= model <= high))
    return rows


def grade_table(listening: Listening, seed: int) -> list[str]:
    """Share of persons at each grade of the weakest movement, for roots, trunk and nerves complete."""
    atlas = listening.universe.atlas
    sites = [
        s.usual_site for s in atlas.structures.values()
        if s.kind in {"root", "trunk", "nerve"} and s.usual_site
    ]  # fmt: skip
    lines = [
        "| complete lesion | weakest movement (median person) | 0-1 | 2 | 3 | 4 | 5 |",
        "|---|---|---|---|---|---|---|",
    ]
    names = list(atlas.movements)
    for site in sites:
        struck = strike(listening, site, 1.0, 30, seed)
        weakest = int(np.median(struck.grades, axis=0).argmin())
        worst = struck.grades[:, weakest]
        shares = np.histogram(worst, [-0.1, 1.5, 2.5, 3.5, 4.5, 5.1])[0] / len(worst)
        cells = " | ".join(f"{x:.2f}" for x in shares)
        weak = names[weakest] if np.median(worst) < 4.9 else "none"
        lines.append(f"| {site} | {weak} | {cells} |")
    return lines


def roots_of_foot_drop(
    listening: Listening, size: str = "full", setting: str = "clinic"
) -> tuple[float, float]:
    """Share of one and of several roots among foot drops from degenerative disease of the spine.

    From the bank's patients of disc herniation and of stenosis, as they come: dorsiflexion grade 3 or less.
    """
    atlas = listening.universe.atlas
    bank, catalogue = get_bank(size), the_catalogue(listening)
    column = catalogue.index["movement", "ankle dorsiflexion"]
    share = catalogue.columns[column].decode()[bank.column(0, column)]
    drop = grade(atlas.people, share) <= 3
    weight = weights(atlas, bank, setting) * drop
    spine = [
        c.group == "lumbar disc herniation" or "stenosis" in n for n, c in atlas.conditions.items()
    ]
    mine = np.array(spine)[bank.condition]
    single = np.array([len(key[1]) == 1 and "root" in key[1][0].structure for key in bank.cells])
    one = float(weight[mine & single[bank.cell]].sum())
    several = float(weight[mine & ~single[bank.cell]].sum())
    return one / (one + several), several / (one + several)


def run(seed: int = 1, size: str = "full") -> str:
    """Markdown of the whole fit."""
    listening = the_listening()
    rows = targets(listening, seed)
    lines = ["| | what | target | model | met |", "|---|---|---|---|---|"]
    lines += [f"| {k} | {w} | {t} | {v:.2f} | {'yes' if ok else 'NO'} |" for k, w, t, v, ok in rows]
    one, _ = roots_of_foot_drop(listening, size)
    low, high = _jeffreys(43, 135, np.random.default_rng(seed))
    lines.append(
        f"| FIT | one root among foot drops from degenerative disease | 43 of 135: {low:.2f}-{high:.2f} (V) "
        f"| {one:.2f} | {'yes' if low <= one <= high else 'NO'} |"
    )
    cells = needle_rows(listening, seed)
    lines += [
        "",
        "| | root | muscle | model | published (Jeffreys 95 %) | inside |",
        "|---|---|---|---|---|---|",
    ]
    lines += [
        f"| {k} | {r} | {m} | {v:.2f} | {lo:.2f}-{hi:.2f} | {'yes' if ok else 'NO'} |"
        for k, r, m, v, lo, hi, ok in cells
    ]
    fitted = [c for c in cells if c[0] == "FIT"]
    checked = [c for c in cells if c[0] == "CHECK"]
    lines += [
        "",
        f"Fitted cells inside: {sum(c[-1] for c in fitted)} of {len(fitted)}; "
        f"checked cells inside: {sum(c[-1] for c in checked)} of {len(checked)}.",
        "",
        *grade_table(listening, seed),
    ]
    return "\n".join(lines)
