"""What stands twice in the atlas is the same twice."""

from collections.abc import Callable, Iterator

import consistency
import pytest

from lumbosacral.wiring.universe import Universe, the_universe

Check = Callable[[Universe], Iterator[str]]


@pytest.mark.parametrize("check", consistency.CHECKS, ids=lambda c: c.__name__)
def test_the_atlas_agrees_with_itself(check: Check) -> None:
    assert list(check(the_universe())) == []
