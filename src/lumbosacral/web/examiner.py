"""A leg as an examiner finds it: every answer drawn from the chances of the observation model.

The same laws weigh the findings of a case in `inference`; here they are sampled. Nothing is drawn
for studies by needle and current, which are not part of what is practised.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from lumbosacral.atlas.load import Atlas, load_atlas
from lumbosacral.draw.rows import grade_number
from lumbosacral.examination.grades import as_mrc
from lumbosacral.inference import chances
from lumbosacral.injury.lesion import SIDES
from lumbosacral.lesioned import Lesioned
from lumbosacral.web.given import Leg
from lumbosacral.web.models import Noise
from lumbosacral.web.seen import FELT

__all__ = ["examined", "felt_word", "noise_of"]

Values = NDArray[np.floating[Any]]
GRADES: Final = tuple(third / 3 for third in range(16))
ADULT: Final = "under 60"
"""Age class of the typical adult, where an absent reflex is rare."""
NOTICED: Final = 0.9
"""Grades by which a seen strength must miss the true one to be called noise."""


def examined(found: Lesioned, side: Leg, rng: np.random.Generator) -> dict[str, Any]:
    """Examine one leg by hand; keys as in `Lesioned.sides`."""
    read, leg = found.everything, SIDES.index(side)
    atlas = read.state.listening.universe.atlas
    true: Mapping[str, Any] = found.sides[side]
    o, own = atlas.observation, dict(true)
    own["movements"] = _strength(atlas, true["movements"], read.strength.movements[leg], rng)
    own["muscles"] = _muscles(atlas, true, own["movements"])
    words = ("normal", "reduced", "absent")
    felt = _drawn(_feeling(o, read.touch[leg]), words, rng)
    own["skin"] = {name: FELT[word] for name, word in zip(atlas.areas, felt, strict=True)}
    own["reflexes"] = _reflexes(atlas, read.reflexes[leg], rng)
    alone = np.array([gait.sides != "both" for gait in atlas.gaits.values()])
    gaits = np.where(alone, read.gaits[leg], read.gaits.min(0))
    own |= _signs(atlas, own, read.signs[leg], gaits, read.autonomic[leg], rng)
    tasks = _drawn(_tasks(o, read.tasks[leg]), ("pass", "impaired", "fail"), rng)
    own["tasks"] = dict(zip(atlas.tasks, tasks, strict=True))
    return own


def _drawn(chance: Values, words: Sequence[str], rng: np.random.Generator) -> list[str]:
    """One word for each column, by its chances [words, n]."""
    edges = np.cumsum(chance / chance.sum(0), axis=0)
    return [words[int(i)] for i in (rng.random(chance.shape[1]) > edges[:-1]).sum(0)]


def _strength(
    atlas: Atlas, true: Mapping[str, Any], share: Values, rng: np.random.Generator
) -> dict[str, Any]:
    """Movements as a hand grades them."""
    rows = [chances.strength(atlas.observation, atlas.people, share, "", g, "") for g in GRADES]
    said = _drawn(np.array(rows), [as_mrc(g) for g in GRADES], rng)
    return {
        name: {**about, "mrc": mrc} for (name, about), mrc in zip(true.items(), said, strict=True)
    }


def _muscles(atlas: Atlas, true: Mapping[str, Any], seen: Mapping[str, Any]) -> dict[str, Any]:
    """Muscles are not felt one by one: each is off by as much as the movement it does most of."""
    off: dict[str, tuple[float, float]] = {}
    for name, movement in atlas.movements.items():
        by = _number(seen[name]["mrc"]) - _number(true["movements"][name]["mrc"])
        for muscle, share in movement.shares.items():
            if share > off.get(muscle, (0.0, 0.0))[0]:
                off[muscle] = (share, by)
    out = {}
    for name, about in true["muscles"].items():
        grade_seen = _number(about["mrc"]) + off.get(name, (0.0, 0.0))[1]
        out[name] = {**about, "mrc": as_mrc(min(max(grade_seen, 0.0), 5.0))}
    return out


def _number(mrc: str) -> float:
    return grade_number(mrc) or 0.0


def _feeling(o: Mapping[str, Any], felt: Values) -> Values:
    lost = chances.sensation(dict(o), felt, "reduced")
    none = np.minimum(chances.sensation(dict(o), felt, "absent"), lost)
    return np.array([1 - lost, lost - none, none])


def _tasks(o: Mapping[str, Any], margin: Values) -> Values:
    passed, failed = (chances.task(dict(o), margin, word) for word in ("pass", "fail"))
    return np.array([passed, np.maximum(1 - passed - failed, 0), failed])


def _reflexes(atlas: Atlas, gains: Values, rng: np.random.Generator) -> dict[str, str]:
    words, out = ("normal", "reduced", "absent", "increased"), {}
    for (name, record), gain in zip(atlas.reflexes.items(), gains, strict=True):
        rare, one = record.absent_in_healthy[ADULT], np.array([gain])
        rows = [chances.reflex(atlas.observation, one, word, rare) for word in words]
        out[name] = _drawn(np.array(rows), words, rng)[0]
    return out


def _signs(
    atlas: Atlas, own: Mapping[str, Any], signs: Values, gaits: Values, autonomic: Values,
    rng: np.random.Generator,
) -> dict[str, Any]:  # fmt: skip
    """Signs, gait and autonomic function: there or not."""
    o = atlas.observation
    there = [
        chances.sign(o, sign, amount[None], True)
        for sign, amount in zip(atlas.signs.values(), signs, strict=True)
    ]
    walks = chances.gait(o, gaits, True)
    fails = [
        chances.threshold(o["autonomic"], 1 - left[None], 1 - function.threshold, True)
        for function, left in zip(atlas.autonomic.values(), autonomic, strict=True)
    ]

    def told(names: Sequence[str], chance: Values, no: str, yes: str) -> dict[str, str]:
        return dict(zip(names, _drawn(np.array([1 - chance, chance]), (no, yes), rng), strict=True))

    return {
        "signs": told(list(own["signs"]), np.concatenate(there), "negative", "positive"),
        "gait": told(list(own["gait"]), walks, "negative", "positive"),
        "autonomic": told(list(own["autonomic"]), np.concatenate(fails), "normal", "abnormal"),
    }


def felt_word(felt: float) -> str:
    """Word of an examiner for feeling, of the share that stands for it on the pictures."""
    return min(FELT, key=lambda word: abs(FELT[word] - felt))


def noise_of(true: Mapping[str, Any], seen: Mapping[str, Any]) -> Iterator[Noise]:
    """Findings that are not what the leg would show to an examiner without error."""
    for name, about in true["movements"].items():
        mine, theirs = seen["movements"][name]["mrc"], about["mrc"]
        if abs(_number(mine) - _number(theirs)) > NOTICED:
            yield Noise(test="movement", of=name, seen=mine, really=theirs)
    lost = float(load_atlas().observation["sensation"]["centre"])
    for name, left in true["skin"].items():
        felt = seen["skin"][name]
        if (felt < 1) != (left < lost):
            yield Noise(test="skin", of=name, seen=felt_word(felt), really=f"{left:.0%} felt")
    for test, key in (
        ("reflex", "reflexes"), ("sign", "signs"), ("task", "tasks"), ("gait", "gait"),
        ("autonomic", "autonomic"),
    ):  # fmt: skip
        for name, word in true[key].items():
            if seen[key][name] != word:
                yield Noise(test=test, of=name, seen=seen[key][name], really=word)
