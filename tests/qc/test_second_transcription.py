"""Facts transcribed twice agree, or the difference has a reason that still holds."""

from collections.abc import Callable, Iterator

import pytest
import second

from lumbosacral import questions as ask
from lumbosacral.wiring.universe import Universe, the_universe

Compare = Callable[[Universe], Iterator[str]]


@pytest.mark.parametrize("compare", second.COMPARISONS, ids=lambda c: c.__name__)
def test_second_transcription_agrees(compare: Compare) -> None:
    assert list(compare(the_universe())) == []


@pytest.mark.parametrize(("nerve", "mark"), second.ROOT_REASONS)
def test_a_reason_about_roots_is_still_needed(nerve: str, mark: str) -> None:
    (row,) = [r for r in second.table("nerve_roots_second.csv") if r["nerve"] == nerve]
    root, has = mark[1:], set(ask.roots(the_universe(), nerve))
    assert (root in has) == (mark[0] == "+")
    assert (root in row["roots"].split(";")) == (mark[0] == "-")


@pytest.mark.parametrize(("area", "mark"), second.SKIN_REASONS)
def test_a_reason_about_skin_is_still_needed(area: str, mark: str) -> None:
    (row,) = [r for r in second.table("nerve_skin_second.csv") if r["area"] == area]
    names = second._skin_names(the_universe(), area)
    assert (mark[1:] in names) == (mark[0] == "+")
    assert (mark[1:] in row["nerves"]) == (mark[0] == "-")


def test_every_muscle_of_the_leg_was_transcribed_twice() -> None:
    twice = {row["muscle"] for row in second.table("nerve_muscles_second.csv")}
    assert set(the_universe().muscles) - twice == {"cremaster"}


def test_every_skin_area_was_transcribed_twice() -> None:
    twice = {row["area"] for row in second.table("nerve_skin_second.csv")}
    assert set(the_universe().atlas.areas) == twice
