"""Figures of conduction studies: words that judge them, limits of normal, and the other side's."""

import pytest

from lumbosacral.findings import Members, Names, case_from, understand


def _read(known: Names, members: Members, say: str) -> set[tuple[str, str, float | None]]:
    finding = dict(zip(("test", "of", "value", "side"), say.split(" | "), strict=False))
    reading = understand(case_from({"findings": [finding]}), known, members)
    return {(one.sides, one.value.word, one.value.number) for one in reading.understood}


RIGHT = "right"
JUDGED = [
    ("peak 3.5 ms, 18 uV, 50 m/s (normal)", {("normal", 3.5), ("normal", 18), ("normal", 50)}),
    ("normal (12 mV, 4.5 ms)", {("normal", 12), ("normal", 4.5)}),
    ("abnormal: 1.2 mV, 6.8 ms", {("abnormal", 1.2), ("abnormal", 6.8)}),
    ("12 mV, 45 m/s, both normal", {("normal", 12), ("normal", 45)}),
    ("low amplitude (2 mV), normal latency (4.5 ms)", {("reduced", 2), ("normal", 4.5)}),
    ("2.0 mV, 45 m/s, latency prolonged", {("", 2), ("", 45), ("slow", None)}),
    ("5 mV, 1 mV, conduction block", {("", 5), ("", 1), ("block", None)}),
    ("2.1 mV (normal 2.5 mV), 38 m/s (normal 40 m/s)", {("", 2.1), ("", 38)}),
    ("2.1 mV (2.5-12), 38 m/s [40-60]", {("", 2.1), ("", 38)}),
    ("2.1 mV (N: 3-12)", {("", 2.1)}),
    ("3 mV (upper limit of normal 12 mV)", {("", 3)}),
    ("amplitude 2.1 (ref >2.0), latency 4.0 (ref <6.5)", {("", 2.1), ("", 4)}),
    ("amplitude reduced (2.1), velocity normal (45)", {("reduced", 2.1), ("normal", 45)}),
    ("ankle 4.1 ms, 9 mV; knee 12.5 ms, 7 mV, 45 m/s", {("", 4.1), ("", 9), ("", 7), ("", 45)}),
    ("ankle: 4 ms, 9 mV; below fibular head: 3 mV, 12 ms", {("", 4), ("", 9), ("", 3)}),
    ("peak 3.5 ms", {("", 3.5)}),
    ("50% of the left", {("", 50)}),
]


@pytest.mark.parametrize(("value", "meant"), JUDGED)
def test_words_go_with_the_figures_that_they_judge(
    known: Names, members: Members, value: str, meant: set[tuple[str, float | None]]
) -> None:
    say = f"ncs | tibial motor | {value} | {RIGHT}"
    assert _read(known, members, say) == {(RIGHT, *one) for one in meant}


ABSENT = {("right", "absent", None), ("left", "", 15.0)}
LOWER = {("right", "", 3.0), ("left", "", 15.0)}
BOTH_SIDES = [
    ("ncs | sural | absent (left 15 uV) | right", ABSENT),
    ("ncs | sural | absent (15 uV on the left) | right", ABSENT),
    ("ncs | sural | absent; left 15 uV | right", ABSENT),
    ("ncs | right sural | absent (left 15 uV)", ABSENT),
    ("ncs | sural | absent on the right, 15 uV on the left", ABSENT),
    ("ncs | sural | 3 uV (contralateral 15 uV) | right", LOWER),
    ("ncs | sural | 3 uV; other side 15 uV | right", LOWER),
    ("ncs | sural | 3 uV vs 15 uV on the left | right", LOWER),
    ("ncs | sural | 3 uV, versus 15 uV on the unaffected side | right", LOWER),
    ("ncs | sural | 3 uV, 4 ms right; 15 uV, 3 ms left", {*LOWER, ("right", "", 4), ("left", "", 3)}),
    ("ncs | H reflex | 35 ms right, 30 ms left (5 ms delay)", {("right", "", 35), ("left", "", 30)}),
    ("ncs | H reflex | delayed by 5 ms | right", {("right", "slow", None)}),
    ("ncs | H reflex | 5 ms longer than the left | right", {("right", "slow", None)}),
    ("ncs | sural | reduced compared with the left | right", {("right", "reduced", None)}),
    ("reflex | ankle jerk | absent (left 2+) | right", {("right", "absent", None), ("left", "normal", None)}),
    ("reflex | ankle jerk | absent; 2+ on the left | right", {("right", "absent", None), ("left", "normal", None)}),
    ("reflex | ankle jerk | absent, contralateral normal | right",
     {("right", "absent", None), ("left", "normal", None)}),
    ("strength | ankle dorsiflexion | weak, worse on the left | both", {("both", "weak", None)}),
]  # fmt: skip


@pytest.mark.parametrize(("say", "meant"), BOTH_SIDES)
def test_each_side_has_its_own_answer(
    known: Names, members: Members, say: str, meant: set[tuple[str, str, float | None]]
) -> None:
    assert _read(known, members, say) == meant


def test_milliseconds_are_no_disease(known: Names, members: Members) -> None:
    say = {"test": "ncs", "of": "H reflex", "value": "32 ms in neutral, 38 ms in FAIR position"}
    reading = understand(case_from({"findings": [say]}), known, members)
    assert {name for one in reading.understood for name in one.targets} == {
        "H reflex delayed in the FAIR position"
    }
