"""FIT: causes of foot drop in the bank, against a published consecutive series of 155 (70 fibular, 42 root, ...).

Severities of disc herniation and the reach of polyneuropathy were set with this table in view.
"""

import numpy as np
from validation.generator import weights

from lumbosacral.examination.grades import grade
from lumbosacral.population.blocks import the_catalogue
from lumbosacral.population.shelf import get_bank
from lumbosacral.wiring.listening import the_listening

SERIES = {
    "fibular": 70,
    "root": 42,
    "plexus": 9,
    "sciatic": 9,
    "polyneuropathy": 19,
    "motor neuron": 6,
}
SOURCE = "ChinaFootDrop2015"
WEAK = 3.0


def shares(size: str = "full", setting: str = "clinic") -> dict[str, float]:
    """Share of each cause among foot drops of the peripheral nervous system, by the words of the series."""
    listening = the_listening()
    atlas, catalogue, bank = listening.universe.atlas, the_catalogue(listening), get_bank(size)
    column = catalogue.index["movement", "ankle dorsiflexion"]
    left = catalogue.columns[column].decode()[bank.column(0, column)]
    weight = weights(atlas, bank, setting) * (grade(atlas.people, left) <= WEAK)
    named = np.array([key[1][0].structure if key[1] else "" for key in bank.cells])[bank.cell]
    found = {word: float(weight[np.char.find(named, word) >= 0].sum()) for word in SERIES}
    total = sum(found.values())
    return {word: share / total for word, share in found.items()}


def run(size: str = "full") -> str:
    """Markdown table: model and series with its Jeffreys interval."""
    rng = np.random.default_rng(1)
    total = sum(SERIES.values())
    lines = [
        "| | cause of foot drop | model | published (Jeffreys 95 %) | inside |",
        "|---|---|---|---|---|",
    ]
    for word, share in shares(size).items():
        k = SERIES[word]
        low, high = np.quantile(rng.beta(k + 0.5, total - k + 0.5, 100_000), [0.025, 0.975])
        inside = "yes" if low <= share <= high else "NO"
        lines.append(f"| FIT | {word} | {share:.2f} | {low:.2f}-{high:.2f} | {inside} |")
    return "\n".join(lines)
