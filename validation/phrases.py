"""The gold set of phrases: how they should be read, how they are, precision and recall of that by kind of test.

A phrase is a finding as it stands in a case report, an EMG report or an exam question (a few words, with its source),
and the readings it should get, written down before the reader saw it. Half of the sources are frozen: nobody who works
on the vocabulary looks into them, and only counts of them are printed.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from lumbosacral.api import read
from lumbosacral.findings import Reading, Understood, case_from
from lumbosacral.inference.members import members_of
from lumbosacral.wiring.listening import the_listening

HOME = Path(__file__).parent / "phrases"
SETS = ("open", "frozen")
WANT = re.compile(
    r"(\w+) (muscle|movement|area|reflex|sign|task|gait|conduction|association|elsewhere) (.*) = "
    r"(\S+)(?: (\S+))?(?: (\S+))? @(\w+)$"
)
_FOOT = {
    "dorsum of foot", "dorsum of great toe", "dorsum of middle toes", "dorsum of little toe", "lateral border of foot",
    "medial border of foot", "lateral ankle", "medial ankle", "first web space", "medial sole", "lateral sole",
    "plantar great toe", "plantar lateral toes", "heel", "lateral heel",
}  # fmt: skip
PLACES = {
    "posterior thigh pain": {"posterior thigh"},
    "anterior thigh pain": {"anterior thigh"},
    "medial thigh pain": {"proximal medial thigh", "distal medial thigh"},
    "lateral thigh pain": {"anterolateral thigh", "posterolateral thigh"},
    "lateral leg pain": {"upper lateral leg", "lower lateral leg"},
    "calf pain": {"posterior leg"},
    "shin pain": {"anterior leg"},
    "sole pain": {"medial sole", "lateral sole", "plantar great toe", "plantar lateral toes"},
    "heel pain": {"heel", "lateral heel"},
    "ankle or foot pain": _FOOT,
    "groin pain": {"groin", "femoral triangle"},
    "knee pain": {"anterior knee", "medial knee", "popliteal fossa"},
    "buttock pain": {"upper buttock", "medial buttock", "lower buttock"},
    "perineal pain": {"perineum", "genital area", "perianal area"},
}
"""Pain in skin areas and the pain of that name in the table say the same: either counts as the other."""
_THERE = {"present", "positive", "abnormal", "yes"}
_NOT_THERE = {"absent", "negative", "normal", "no"}


@dataclass(frozen=True)
class Phrase:
    """A finding in somebody's words, and the readings it should get; none where it must come back unread.

    Attributes
    ----------
    also : tuple of tuple of str
        Other readings that are as fair, where two who labelled it differed and a third could not object to either.
    """

    source: str
    say: str
    want: tuple[str, ...]
    also: tuple[tuple[str, ...], ...] = ()

    @property
    def test(self) -> str:
        """Kind of test it was entered under."""
        return self.say.split(" | ", 1)[0]


@dataclass(frozen=True)
class Heard:
    """How one phrase was read: readings wanted, got, and matched."""

    phrase: Phrase
    got: tuple[Understood, ...]
    missed: tuple[str, ...]
    wrong: tuple[Understood, ...]


@cache
def phrases(which: str) -> tuple[Phrase, ...]:
    """All phrases of one half of the set."""
    found = []
    for path in sorted((HOME / which).glob("*.yaml")):
        for source in yaml.safe_load(path.read_text(encoding="utf-8"))["sources"]:
            found += [
                Phrase(
                    str(source["id"]),
                    p["say"],
                    tuple(p.get("read") or ()),
                    tuple(map(tuple, p.get("also") or ())),
                )
                for p in source["phrases"]
            ]
    return tuple(found)


def reading_of(say: str) -> Reading:
    """Read one phrase as a case of one finding."""
    test, of, value, *side = [part.strip() for part in say.split(" | ")]
    finding: dict[str, Any] = {"test": test, "of": of, "value": value}
    return read(case_from({"findings": [finding | ({"side": side[0]} if side else {})]}))


def matches(want: str, got: Understood) -> bool:
    """Whether a reading is the one that was wanted."""
    found = WANT.match(want)
    if found is None:
        raise ValueError(f"not a wanted reading: {want!r}")
    test, kind, targets, word, number, unit, side = found.groups()
    included, *excluded = targets.removeprefix("incl ").split(" !")
    named = set(included.split(" + "))
    if "pain" in {test, got.test} and {kind, got.kind} == {"area", "association"}:
        return side == got.sides and _same_place(named, set(got.targets), word, got.value.word)
    whole = named <= set(got.targets) if targets.startswith("incl ") else named == set(got.targets)
    if test == "strength" and "incl " in targets and {kind, got.kind} == {"movement", "muscle"}:
        kind, whole = got.kind, _alike(kind, named, set(got.targets), set(excluded))
    if not whole or set(excluded) & set(got.targets):
        return False
    if kind != got.kind or (kind != "association" and test != got.test):
        return False
    if side != got.sides and not (kind == "association" and "unknown" in {side, got.sides}):
        return False
    if word == "number":
        return got.value.unit == unit and got.value.number == float(number)
    return _same_word(word, got.value.word, kind) and (
        number is None
        or (got.value.grade is not None and abs(got.value.grade - float(number)) < 0.01)
    )


def _alike(kind: str, named: set[str], got: set[str], others: set[str]) -> bool:
    """Whether a group of movements and one of muscles say the same; `kind` is that of `named`."""
    if kind == "movement":
        return _made_by(got, named, others)
    return _made_by(named, got, set())


def _made_by(muscles: set[str], movements: set[str], others: set[str]) -> bool:
    """Whether a group of muscles makes at least half of each movement, and of none of the others: the same said."""
    members = members_of(the_listening().universe)

    def half(movement: str) -> bool:
        shares = members("movement", movement)
        return sum(v for m, v in shares.items() if m in muscles) >= sum(shares.values()) / 2

    return all(map(half, movements)) and not any(map(half, others))


def _same_place(named: set[str], targets: set[str], word: str, got: str) -> bool:
    """Whether one is the pain of a place and the other its areas, and both are there or both are not."""
    areas = [PLACES[name] for name in named | targets if name in PLACES]
    places = {name for name in named | targets if name not in PLACES}
    return len(areas) == 1 and places <= areas[0] and (word in _NOT_THERE) == (got in _NOT_THERE)


def _same_word(word: str, got: str, kind: str) -> bool:
    if kind in {"association", "sign", "gait", "elsewhere"}:
        return any({word, got} <= alike for alike in (_THERE, _NOT_THERE)) or word == got
    return word == got


def hear(phrase: Phrase) -> Heard:
    """Read a phrase and compare: with the nearest of the readings that are fair."""
    got = reading_of(phrase.say).understood
    each = (_compared(replace(phrase, want=want), got) for want in (phrase.want, *phrase.also))
    return min(each, key=lambda heard: len(heard.missed) + len(heard.wrong))


def _compared(phrase: Phrase, got: tuple[Understood, ...]) -> Heard:
    left, missed = list(got), []
    for want in phrase.want:
        right = next((one for one in left if matches(want, one)), None)
        if right is None:
            missed.append(want)
        else:
            left.remove(right)
    return Heard(phrase, got, tuple(missed), tuple(left))


@dataclass(frozen=True)
class Counts:
    """Readings wanted, got and right, over some phrases."""

    phrases: int
    wanted: int
    got: int
    right: int

    @property
    def precision(self) -> float:
        """Read rightly among read."""
        return self.right / self.got if self.got else 1.0

    @property
    def recall(self) -> float:
        """Read rightly among all that should be read."""
        return self.right / self.wanted if self.wanted else 1.0


def counted(heard: list[Heard]) -> Counts:
    """Sum up."""
    wanted = sum(len(h.phrase.want) for h in heard)
    got = sum(len(h.got) for h in heard)
    return Counts(len(heard), wanted, got, wanted - sum(len(h.missed) for h in heard))


def table(which: str) -> Iterator[str]:
    """Rows of a Markdown table by kind of test, the whole last."""
    heard = [hear(phrase) for phrase in phrases(which)]
    tests = Counter(h.phrase.test for h in heard)
    for test in [*sorted(tests), None]:
        c = counted([h for h in heard if test in {None, h.phrase.test}])
        kind = "CHECK" if which == "frozen" else "FIT"
        counts = (
            f"{c.phrases} | {c.wanted} | {c.got} | {c.right} | {c.precision:.1%} | {c.recall:.1%}"
        )
        yield f"| {kind} | {which} | {test or 'all'} | {counts} |"


def run() -> str:
    """Markdown of both halves."""
    head = [
        "| | half | entered as | phrases | readings wanted | read | rightly | precision | recall |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    return "\n".join([*head, *(row for which in SETS for row in table(which))])


def main() -> None:
    """Print the counts; of the open half also every phrase that is read otherwise than wanted."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument(
        "--show", action="store_true", help="print the misreadings of the open half"
    )
    if reader.parse_args().show:
        for heard in map(hear, phrases("open")):
            if heard.missed or heard.wrong:
                print(f"{heard.phrase.source}: {heard.phrase.say}")
                print(
                    *(f"    missed {want}" for want in heard.missed),
                    sep="\n",
                    end="\n" * bool(heard.missed),
                )
                for one in heard.wrong:
                    print(
                        f"    wrong  {one.test} {one.kind} {' + '.join(one.targets[:6])} = {one.value} @{one.sides}"
                    )
    print(run())


if __name__ == "__main__":
    main()
