"""A whole text in plain words and signs, before it is cut into clauses."""

import re

from lumbosacral.findings.cases.person import read_patient
from lumbosacral.findings.language.vocabulary import Vocabulary
from lumbosacral.findings.line.asked import without_question
from lumbosacral.findings.line.both_sides import each_side
from lumbosacral.findings.line.charted import charted
from lumbosacral.findings.line.denied import each_denied
from lumbosacral.findings.line.letter import without_writer
from lumbosacral.findings.line.opening import opened
from lumbosacral.findings.line.prose import plain_prose
from lumbosacral.findings.line.shared import each_complaint
from lumbosacral.findings.line.teller import sex_by_pronoun
from lumbosacral.findings.plain.clipped import unclipped
from lumbosacral.findings.plain.gainsaid import gainsaid
from lumbosacral.findings.plain.moved.graded import each_graded
from lumbosacral.findings.plain.moved.raised import plain_raised
from lumbosacral.findings.plain.reworded import reworded
from lumbosacral.findings.plain.studied.narrated import plain_narrative
from lumbosacral.findings.plain.studied.stations import plain_stations
from lumbosacral.findings.plain.typed import plain_results

__all__ = ["made_plain"]

_UNITS = re.compile(r"\((?:ms|msec|mV|[u\u00b5\u03bc]V|m/s|cm|mm)\)")
"""Units alone in brackets, as headings have them: milliseconds are no multiple sclerosis."""

_SUSPECTED = re.compile(r"(\d ?[MFmf]|\b(?:man|woman|male|female)) \?(?=\w)")
"""Who it is, and what is suspected behind it: "45F ?CES"."""


def made_plain(text: str, known: Vocabulary) -> tuple[list[str], str]:
    """Return what a text says of the person, and the rest of it in plain words."""
    whole = text = _SUSPECTED.sub(r"\1, ?", _UNITS.sub(" ", text))
    text = unclipped(charted(plain_prose(reworded(without_question(text)))))
    people, text = opened(gainsaid(text))
    if "sex" not in read_patient("; ".join(people)):
        people += sex_by_pronoun(without_writer(whole))
    text = plain_results(plain_raised(each_side(plain_narrative(each_complaint(text)))))
    return people, each_denied(each_graded(plain_stations(text), known), known)
