"""CHECK: published series reproduced by virtual groups. The surgical needle series stands in the joint fit.

A group is drawn as people come, and what it shows is the mean chance of each finding by the observation model.
"""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from validation.generator import UNHARMED, taken, usual
from validation.groups import SETTING, Seen, chance_of, group, low, value_of
from validation.panels import NEEDLED, answered, leg_chances, needle

from lumbosacral.examination.grades import grade
from lumbosacral.findings import Value
from lumbosacral.inference.likelihood import Observer
from lumbosacral.population.patients import EPOCHS_DAYS

FIBULAR = (
    "tibialis anterior",
    "extensor hallucis longus",
    "fibularis longus",
    "extensor digitorum brevis",
)
TIBIAL = (
    "medial gastrocnemius",
    "soleus",
    "tibialis posterior",
    "flexor digitorum longus",
    "abductor hallucis",
)
MORE = 0.2
"""One division is the more hurt if its muscles keep so much less of their motor units, on average (judgement)."""
TRUNK = "obstetric lumbosacral trunk compression"
POSTURE = "posture-related common fibular neuropathy"
AIDP = "acute inflammatory demyelinating polyneuropathy"


def trunk(n: int, seed: int) -> Iterator[Seen]:
    """Seven women with a trunk pressed in labour: kinds and severity of the condition were set with them in view."""
    ours = _studied(group(n, seed, conditions=(TRUNK,), setting="obstetric"))
    of = "lumbosacral trunk in labour (Katirji 2002)"
    for study, k in (("superficial fibular SNAP", 6), ("sural SNAP", 1),
                     ("fibular CMAP (extensor digitorum brevis)", 5), ("fibular CMAP (tibialis anterior)", 3),
                     ("tibial CMAP (abductor hallucis)", 0)):  # fmt: skip
        yield Seen(of, f"{study} low", low(ours, study), (k, 7), kind="FIT")
    weak = [chance_of(ours, m, Value(word="weak"), "movement")
            for m in ("ankle dorsiflexion", "foot eversion", "foot inversion")]  # fmt: skip
    yield Seen(
        of,
        "dorsiflexion, eversion and inversion weak",
        float(np.prod(weak, axis=0).mean()),
        (7, 7),
        kind="FIT",
    )


def _studied(observer: Observer) -> Observer:
    """Those seen from two weeks to three months: amplitudes have had time to fall, recovery is not over."""
    days = np.array(EPOCHS_DAYS)[observer.bank.epoch]
    return replace(observer, bank=taken(observer.bank, np.flatnonzero((days >= 14) & (days <= 90))))


def sciatic(n: int, seed: int) -> Iterator[Seen]:
    """Which division is the more hurt."""
    ours = group(n, seed, "sciatic nerve")
    left = [
        np.mean([value_of(ours, "units", m) for m in side], axis=0) for side in (TIBIAL, FIBULAR)
    ]
    gap = left[0] - left[1]
    yield Seen(
        "sciatic, 109 (2019)", "fibular division more hurt", float((gap >= MORE).mean()), (43, 109)
    )
    yield Seen(
        "sciatic, 109 (2019)", "tibial division more hurt", float((gap <= -MORE).mean()), (6, 109)
    )
    yield Seen(
        "sciatic, 29 (Goh 1996)",
        "fibular division more hurt",
        float((gap >= MORE).mean()),
        (15, 29),
    )


def sensory(n: int, seed: int) -> Iterator[Seen]:
    """Sensory amplitudes in root lesions, by age, beside the healthy."""
    five, one = group(n, seed, "L5 root"), group(n, seed, "S1 root")
    healthy = group(20, seed, conditions=(UNHARMED[0],))
    study, of = "superficial fibular SNAP", "sensory amplitude and age (Ho 2004)"
    for words, age, k, controls in (
        ("60 or under", 50.0, (4, 19), (1, 61)),
        ("over 60", 70.0, (7, 22), (9, 33)),
    ):
        yield Seen(
            of,
            f"{study} low, L5 root, {words}",
            low(replace(five, age_years=age), study),
            k,
            note="(counts D) ",
        )
        yield Seen(of, f"{study} low, healthy, {words}", low(replace(healthy, age_years=age), study), controls,
                   kind="FIT", note="(counts D) ")  # fmt: skip
    yield Seen(
        "disc, 108 (Mondelli 2013)",
        f"{study} low, L5 root",
        low(five, study),
        (7, 58),
        note="(counts D) ",
    )
    yield Seen(
        "disc, 108 (Mondelli 2013)",
        "sural SNAP low, S1 root",
        low(one, "sural SNAP"),
        (1, 41),
        note="(counts D) ",
    )
    odd = 1 - chance_of(one, "soleus H reflex", Value(word="normal")).mean()
    yield Seen("H reflex in S1 (U)", "absent or late, S1 root", float(odd), range=(0.4, 0.6))


def blocks(n: int, seed: int) -> Iterator[Seen]:
    """Conduction block across the fibular head."""
    of = "foot drop, 70 fibular (2015)"
    for series, what, ours, said in (
        (
            of,
            "block, fibular foot drops",
            _dropped(group(n, seed, "common fibular nerve")),
            {"count": (50, 70)},
        ),
        (
            "fibular, 69 (Aprile 2005)",
            "block, posture",
            group(n, seed, conditions=(POSTURE,)),
            {"range": (0.5, 0.7)},
        ),
    ):
        none = [1 - chance_of(ours, f"fibular CMAP ({m})", Value(word="block"))
                for m in ("tibialis anterior", "extensor digitorum brevis")]  # fmt: skip
        yield Seen(series, what, float(1 - np.prod(none, axis=0).mean()), **said)


def _dropped(observer: Observer) -> Observer:
    """Those with dorsiflexion of grade 3 or less."""
    weak = grade(observer.atlas.people, value_of(observer, "movement", "ankle dorsiflexion")) <= 3
    return replace(observer, bank=taken(observer.bank, np.flatnonzero(weak)))


def polyneuropathies(n: int, seed: int) -> Iterator[Seen]:
    """Reflexes, feeling and sural amplitude in polyneuropathies, whose severities were set with these in view."""
    known = usual(SETTING).atlas.conditions.items()
    along = tuple(name for name, one in known if one.pattern == "length-dependent")
    ours = group(n, seed, conditions=along)
    of = "polyneuropathies, 312 (2017)"
    yield Seen(of, "Achilles reflex low or absent", _lost(ours, "Achilles reflex", "reflex"),
               (231, 312), kind="FIT")  # fmt: skip
    yield Seen(
        of,
        "pinprick lost on the foot",
        _lost(ours, "dorsum of foot", "area"),
        (225, 312),
        kind="FIT",
    )
    yield Seen("large-fibre neuropathies, 105 (2009)", "sural SNAP low", low(ours, "sural SNAP"),
               (57, 105), kind="FIT")  # fmt: skip
    for series, condition, reflex, count in (
        ("Guillain-Barre syndrome, 494 (2014)", AIDP, "Achilles reflex", (450, 494)),
        ("type 1A, 15 (2000)", "hereditary motor and sensory neuropathy", "Achilles reflex", (15, 15)),
    ):  # fmt: skip
        ours = group(n, seed, conditions=(condition,))
        yield Seen(
            series, f"{reflex} low or absent", _lost(ours, reflex, "reflex"), count, kind="FIT"
        )


def _lost(observer: Observer, of: str, kind: str) -> float:
    """Share in whom a reflex, or the feeling of a pin, is less than it should be."""
    words = ("absent", "reduced") if kind == "reflex" else ("reduced",)
    modality = "any" if kind == "reflex" else "pin"
    said = (chance_of(observer, of, Value(word=word), kind, modality) for word in words)
    return float(sum(one.mean() for one in said))


def needles(n: int, seed: int) -> Iterator[Seen]:
    """How often the needle finds a root lesion."""
    roots = [group(n // 3, seed + i, f"{root} root") for i, root in enumerate(("L4", "L5", "S1"))]
    disc = tuple(c for c, r in usual(SETTING).atlas.conditions.items()
                 if r.group == "lumbar disc herniation" or c == "lumbar spinal stenosis")  # fmt: skip
    all_discs = group(n, seed, conditions=disc)
    shares = np.array([_two_muscles(o, seed) for o in roots])
    sizes = np.array([len(o.bank) for o in roots])
    fibs, any_sign = sizes @ shares / sizes.sum()
    yield Seen(
        "root lesions, 48 (Tong 2011)",
        "fibrillation in two of the ten muscles",
        float(fibs),
        (13, 48),
    )
    yield Seen(
        "root lesions (U)", "two of the ten muscles abnormal", float(any_sign), range=(0.49, 0.86)
    )
    yield Seen("disc or stenosis, 753 (Lee 2012)", "two of the ten muscles abnormal",
               float(_two_muscles(all_discs, seed)[1]), (267, 753))  # fmt: skip


def _two_muscles(observer: Observer, seed: int) -> tuple[float, float]:
    """Share with fibrillation, and with anything abnormal, in two muscles of the panel or more."""
    rng = np.random.default_rng([seed, 19])
    n = len(observer.bank)
    fibs, odd = np.zeros(n), np.zeros(n)
    for muscle in NEEDLED:
        fibs += rng.random(n) < chance_of(observer, muscle, Value(spontaneous=1.0), "muscle")
        odd += answered(leg_chances(observer, needle(muscle), 0), rng)
    return float((fibs >= 2).mean()), float((odd >= 2).mean())


def run(seed: int, n: int) -> str:
    """Markdown of every series."""
    lines = [
        "| | series | what | model | published (Jeffreys 95 %, or range) | inside |",
        "|---|---|---|---|---|---|",
    ]
    seen = [
        one
        for part in (trunk, sciatic, polyneuropathies, sensory, blocks, needles)
        for one in part(n, seed)
    ]
    lines += [one.row() for one in seen]
    checked = [one for one in seen if one.kind == "CHECK"]
    good = sum(one.row().endswith("| yes |") for one in checked)
    return "\n".join([*lines, "", f"Checked figures inside: {good} of {len(checked)}."])


if __name__ == "__main__":
    print(run(101, 1_000))
