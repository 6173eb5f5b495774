"""A text, as a clinician would type or paste it, to a case."""

from lumbosacral.errors import CaseError
from lumbosacral.findings.cases.case import Case
from lumbosacral.findings.language.vocabulary import Names, vocabulary
from lumbosacral.findings.language.words import clean
from lumbosacral.findings.line.scribe import Scribe
from lumbosacral.findings.tables.pasted import tables_apart

__all__ = ["case_from_text"]


def case_from_text(text: str, names: Names) -> Case:
    """Read one line of text.

    A side word holds until the next one; a word for a kind of test (EMG, NCS, power) until the next
    semicolon. A thing without a value takes the value of the next thing in its list, or of the one
    before.

    Raises
    ------
    CaseError
        Nothing is in it.
    """
    if not clean(text):
        raise CaseError(
            "no findings in the text", mend='write such as "left TA 2, EHL 2, ankle jerk normal"'
        )
    tables, text = tables_apart(text)
    case = Scribe(vocabulary(names)).case(text)
    return case.model_copy(update={"findings": (*case.findings, *tables)}) if tables else case
