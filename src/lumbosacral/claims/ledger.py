"""The ledger run: every claim of the source articles, and whether the model shows it."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Literal

from lumbosacral.claims.model import Model
from lumbosacral.errors import LumbosacralError

Check = Callable[[Model], None]
CHECKS: dict[str, Check] = {}
"""Executable form of each claim, by its name in the ledger."""


class ClaimFails(AssertionError):
    """The model says something else than a claim; the message says what."""


class NotYet(Exception):
    """A claim needs a room that is not built."""


@dataclass(frozen=True)
class ClaimResult:
    """One claim and whether the model shows it.

    Attributes
    ----------
    status : str
        shown, not shown, or waits for a room.
    why : str
        What the model says instead, or what is waited for; empty where it is shown.
    """

    id: str
    source: str
    about: str
    claim: str
    verdict: str
    status: str
    why: str


def claim(name: str) -> Callable[[Check], Check]:
    """Register a function as the check of a claim."""

    def register(check: Check) -> Check:
        if name in CHECKS:
            raise ValueError(f"{name} has two checks")
        CHECKS[name] = check
        return check

    return register


def check(model: Model, name: str) -> None:
    """Run the check of one claim.

    Raises
    ------
    ClaimFails
        If the model does not show it.
    NotYet
        If it needs a room that is not built.
    """
    found = CHECKS.get(name)
    if found is None:
        room = model.atlas.claims[name].waits_for
        raise NotYet(f"waits for {room}" if room else "has no check")
    found(model)


def result(model: Model, name: str) -> ClaimResult:
    """Run the check of one claim and say how it went."""
    entry = model.atlas.claims[name]
    status, why = "shown", ""
    try:
        check(model, name)
    except NotYet as waits:
        status, why = str(waits), str(waits)
    except (ClaimFails, LumbosacralError, LookupError, ValueError, StopIteration) as error:
        status, why = "not shown", f"{type(error).__name__}: {error}"
    return ClaimResult(name, entry.source, entry.about, entry.claim, entry.verdict, status, why)


def check_all(model: Model) -> list[ClaimResult]:
    """Run every claim of the ledger, in its order."""
    return [result(model, name) for name in model.atlas.claims]


def need(held: Any, otherwise: str) -> None:
    """Fail a claim unless something holds."""
    if not held:
        raise ClaimFails(otherwise)


def same(found: Iterable[Any], wanted: Iterable[Any], what: str) -> None:
    """Fail a claim unless two sets are the same."""
    got, want = set(found), set(wanted)
    if got != want:
        raise ClaimFails(f"{what}: missing {_listed(want - got)}, too many {_listed(got - want)}")


def includes(found: Iterable[Any], wanted: Iterable[Any], what: str) -> None:
    """Fail a claim unless one set holds all of another."""
    missing = set(wanted) - set(found)
    if missing:
        raise ClaimFails(f"{what}: missing {_listed(missing)}")


def apart(found: Iterable[Any], unwanted: Iterable[Any], what: str) -> None:
    """Fail a claim unless two sets share nothing."""
    shared = set(found) & set(unwanted)
    if shared:
        raise ClaimFails(f"{what}: {_listed(shared)}")


def in_order(found: Collection[str], landmarks: Iterable[str], what: str) -> None:
    """Fail a claim unless the landmarks are met in this order, each within one entry of `found`."""
    at, entries = 0, list(found)
    for landmark in landmarks:
        here = next((i for i in range(at, len(entries)) if landmark in entries[i]), None)
        if here is None:
            raise ClaimFails(f"{what}: {landmark!r} is not met in its turn in {entries}")
        at = here


def never_more(values: Iterable[float], what: str, slack: float = 1e-5) -> None:
    """Fail a claim if a series ever rises."""
    series = list(values)
    for before, after in pairwise(series):
        need(after <= before + slack, f"{what} rises from {before:.3f} to {after:.3f}")


Way = Literal["strength", "share"]


def _listed(names: Iterable[Any]) -> str:
    return ", ".join(sorted(map(str, names))) or "nothing"
