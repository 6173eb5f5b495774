"""What a patient tells, what is tried at the bedside beside the signs of the leg, and what units the needle meets.

Each is there or not by the chance that the atlas's table gives it in the patient's condition; the answer weighs it as
it weighs all such findings: capped, and of one group the strongest alone.
"""

import numpy as np
from numpy.typing import NDArray
from validation.generator import Sample

from lumbosacral.atlas.load import Atlas
from lumbosacral.findings import Understood, Value
from lumbosacral.inference.associations import Told, log_ratios
from lumbosacral.inference.likelihood import Observer
from lumbosacral.inference.table import table_of

COMPLAINT = (
    "back pain", "back pain radiating to the leg", "leg pain", "pain in both legs", "buttock pain",
    "groin pain", "anterior thigh pain", "lateral thigh pain", "sole pain", "heel pain",
    "perineal pain", "neurogenic claudication", "relief by sitting or bending forward",
    "urinary complaint", "sudden onset", "gradual progressive course",
)  # fmt: skip
HISTORY = (
    "diabetes mellitus", "cancer", "weight loss", "fall or road accident", "total hip arthroplasty",
    "knee arthroplasty", "pelvic surgery", "lumbar spine surgery", "inguinal hernia repair",
    "intramuscular injection in the buttock", "labour and delivery", "habitual leg crossing",
    "pelvic radiotherapy", "alcohol use", "previous stroke or brain disease",
)  # fmt: skip
BEDSIDE = (
    "straight leg raise", "crossed straight leg raise", "femoral stretch test",
    "restricted or painful hip rotation", "tenderness over the greater trochanter",
    "buttock tenderness", "Tinel sign at the fibular neck", "Tinel sign at the tarsal tunnel",
    "Tinel sign at the inguinal ligament", "fasciculations", "arm weakness",
    "ptosis or double vision", "bulbar weakness", "hand numbness", "give-way weakness",
)  # fmt: skip
UNITS = ("small motor units", "large motor units")
"""Seen with the needle: how motor units look, beside whether a muscle is abnormal."""
ITEMS = (*COMPLAINT, *HISTORY, *BEDSIDE, *UNITS)
Floats = NDArray[np.float32]
There = NDArray[np.bool_]


def told_by(atlas: Atlas, sample: Sample, seed: int) -> There:
    """Whether each item is there in each patient, [items, n]."""
    rng, table = np.random.default_rng([seed, 19]), table_of(atlas, sample.bank.cells)
    out = np.zeros((len(ITEMS), len(sample)), bool)
    for i, name in enumerate(ITEMS):
        own = table.chance[table.row[name]]
        chance = np.where(np.isnan(own), atlas.associations[name].among_others, own)
        out[i] = rng.random(len(sample)) < chance[sample.bank.cell]
    return out


def findings_of(atlas: Atlas, there: There) -> tuple[Understood, ...]:
    """One patient's items as findings, [items] -> findings."""
    return tuple(
        Understood(
            index=i,
            words=name,
            test=atlas.associations[name].test,
            kind="association",
            targets=(name,),
            shares=(1.0,),
            summary="one",
            modality="any",
            value=Value(word="present" if is_there else "absent"),
            sides="left",
        )
        for i, (name, is_there) in enumerate(zip(ITEMS, there, strict=True))
    )


def change_by(observer: Observer, there: There) -> dict[str, Floats]:
    """Change of the log weight of every kind of patient of the bank by each patient's items: step to [n, cells]."""
    told = len(ITEMS) - len(UNITS)
    steps = {"exam": range(told), "+ look of the units": range(told, len(ITEMS))}
    return {step: _change(observer, there, rows) for step, rows in steps.items()}


def _change(observer: Observer, there: There, some: range) -> Floats:
    """Change by some of the items: of a group the strongest, and of all history no more than its cap."""
    atlas, cells = observer.atlas, observer.bank.cells
    ratios = [_ratios(observer, np.full(len(ITEMS), found)) for found in (False, True)]
    total, history = np.zeros((2, there.shape[1], len(cells)), np.float32)
    groups: dict[str, list[int]] = {}
    for i in some:
        groups.setdefault(atlas.associations[ITEMS[i]].group or ITEMS[i], []).append(i)
    for rows in groups.values():
        into = history if atlas.associations[ITEMS[rows[0]]].test == "history" else total
        for found in (False, True):
            into += _strongest(ratios[found][rows], there[rows] == found)
    cap = np.log(float(atlas.observation["caps"]["history"]))
    return total + np.clip(history, -cap, cap)


def _ratios(observer: Observer, there: There) -> NDArray[np.float64]:
    atlas = observer.atlas
    items = [Told(f, atlas.associations[f.targets[0]], bool(found))
             for f, found in zip(findings_of(atlas, there), there, strict=True)]  # fmt: skip
    return log_ratios(atlas, items, observer.bank.cells)


def _strongest(ratios: NDArray[np.float64], mine: There) -> Floats:
    """Of the items of a group that answered so, the one that moves a kind of patient most, [n, cells]."""
    out = np.zeros((mine.shape[1], ratios.shape[1]), np.float32)
    for row, who in zip(ratios.astype(np.float32), mine, strict=True):
        stronger = who[:, None] & (np.abs(row) > np.abs(out))
        out = np.where(stronger, row, out)
    return out


def described() -> str:
    """Say what is asked, as a Markdown list."""
    return "\n".join(
        [
            f"- complaint: {', '.join(COMPLAINT)}",
            f"- history: {', '.join(HISTORY)}",
            f"- bedside: {', '.join(BEDSIDE)}",
            f"- look of the units, after everything else: {', '.join(UNITS)}",
        ]
    )
