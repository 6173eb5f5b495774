"""Every claim of the ledger is executed, or waits for a room and is counted apart."""

from collections import Counter

import pytest

from lumbosacral.atlas.load import load_atlas
from lumbosacral.claims import CHECKS, ClaimFails, Model, NotYet, check, check_all, result
from lumbosacral.claims.ledger import claim

CLAIMS = load_atlas().claims
EXECUTED = [name for name, entry in CLAIMS.items() if entry.waits_for is None]
WAITING = [name for name, entry in CLAIMS.items() if entry.waits_for is not None]
VERDICTS = {"accepted", "refined", "disputed", "rejected"}


@pytest.mark.parametrize("name", EXECUTED)
def test_claim(name: str, model: Model) -> None:
    check(model, name)


@pytest.mark.parametrize("name", WAITING)
@pytest.mark.xfail(strict=True, raises=NotYet, reason="waits for a room that is built later")
def test_claim_that_waits(name: str, model: Model) -> None:
    check(model, name)


def test_every_claim_has_its_check_and_none_stands_twice() -> None:
    assert set(CHECKS) == set(EXECUTED)
    assert (len(EXECUTED), len(WAITING)) == (110, 19)
    assert Counter(CLAIMS[name].waits_for for name in WAITING) == {"body": 19}
    with pytest.raises(ValueError, match="two checks"):
        claim("LST-01")(lambda model: None)


@pytest.mark.parametrize("name", CLAIMS)
def test_a_claim_is_held_with_source_verdict_and_what_is_expected(name: str) -> None:
    entry = CLAIMS[name]
    assert entry.source in {"LST", "IGN", "SCI"}
    assert entry.verdict in VERDICTS
    assert entry.claim
    assert entry.expect
    assert entry.note or entry.verdict == "accepted"
    assert entry.waits_for in {None, "body"}


def test_the_ledger_says_how_each_claim_stands(model: Model) -> None:
    results = {r.id: r for r in check_all(model)}
    assert list(results) == list(CLAIMS)
    assert Counter(r.status for r in results.values()) == {
        "shown": 110,
        "waits for body": 19,
    }
    assert results["SCI-06"].why == "waits for body"
    assert results["LST-01"].why == ""


def test_a_claim_the_model_does_not_show_says_why(
    model: Model, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_: Model) -> None:
        raise ClaimFails("roots of the trunk: missing L4, too many L3")

    monkeypatch.setitem(CHECKS, "LST-01", fails)
    found = result(model, "LST-01")
    assert found.status == "not shown"
    assert "missing L4" in found.why
