"""The words of a virtual patient: what was found, the question, and after a guess the verdict."""

from collections.abc import Iterator, Sequence

from lumbosacral.web.html import Markup, table, tag, who
from lumbosacral.web.models import Reading, Verdict
from lumbosacral.web.panels import apart_panel

__all__ = ["practice_panel"]

LEVELS = ("nerves", "nerves and roots", "two partial lesions")
FAIR = "Examined as people examine: not every finding is right."
TWO = "Two lesions, of which you point at one."


def practice_panel(
    level: int, complaint: str, found: Sequence[Reading], verdict: Verdict | None
) -> Markup:
    """A patient, the question, and after a guess the verdict with its reasons."""
    levels = [
        tag("button", name, type="button", data_level=i, aria_pressed=str(i == level).lower())
        for i, name in enumerate(LEVELS, 1)
    ]
    another = tag("button", "another patient", type="button", data_another="1")
    rows = [
        (row.test, who(row.of), row.value)
        for row in found
        if not row.normal and row.test != "muscle"
    ]
    parts = [
        tag("h2", "A patient"),
        tag(
            "p",
            complaint,
            *([f" {FAIR}"] if level > 1 else []),
            *([f" {TWO}"] if level > 2 else []),
        ),
        tag("div", levels, another, class_="levels", role="group", aria_label="Level"),
        *_judged(verdict),
        tag("p", "", id="score", class_="aside"),
        tag("h3", "Found on examination"),
        table(("test", "of", "reading"), rows) if rows else tag("p", "Nothing abnormal."),
    ]
    return Markup("".join(parts))


def _judged(verdict: Verdict | None) -> Iterator[Markup]:
    if verdict is None:
        yield tag("p", "Where is the lesion? Point at it on the plexus.", id="verdict")
        return
    head = (
        "Right: "
        if verdict.right
        else "The right nerve, another place: "
        if verdict.near
        else "No: "
    )
    yield tag(
        "p",
        head,
        who(verdict.truth.partition(",")[0], verdict.truth),
        id="verdict",
        class_="verdict",
    )
    if verdict.also:
        yield tag("p", "One of two; the other: ", who(verdict.also.partition(",")[0], verdict.also))
    yield tag("p", verdict.words)
    if verdict.noise:
        yield tag("h3", "What was examined wrongly")
        wrong = [(row.test, who(row.of), row.seen, row.really) for row in verdict.noise]
        yield table(("test", "of", "found", "really"), wrong)
    if not verdict.right:
        yield tag("h3", f"What tells it from {verdict.guess}")
        yield apart_panel(verdict.differences, "left", ("this lesion", "your guess"))
