"""A list of muscles that are wasted, told in the words of a sign or in its answer."""

from lumbosacral.findings.cases.case import Finding
from lumbosacral.findings.language.vocabulary import Vocabulary
from lumbosacral.findings.language.words import clean
from lumbosacral.findings.parts.astray import each_wasted

__all__ = ["told_wasted"]


def told_wasted(finding: Finding, words: str, known: Vocabulary) -> tuple[Finding, str]:
    """Say of each muscle of a list that it is wasted, and the finding of which it is said.

    Parameters
    ----------
    finding : Finding
        A sign, whose answer may say that muscles are wasted.
    words : str
        Its words.
    known : Vocabulary
        Words that are known.
    """
    value = finding.value
    joined = f"{words} {clean(value)}" if isinstance(value, str) else words
    row = known.prepare(joined)
    denied = any(known.match(row, i, ("not",)) for i in range(len(row)))
    each = words if denied else each_wasted(joined, known)
    if each in {joined, words} or each_wasted(words, known) != words:
        return finding, each_wasted(words, known)
    return finding.model_copy(update={"value": "present"}), each
