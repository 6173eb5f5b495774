"""An answer that gives the other side's too: "absent (left 15 uV)", "3/5 vs 5/5 on the left"."""

import re

from lumbosacral.findings.language.vocabulary import Vocabulary

__all__ = ["own_and_other"]

_SIDE = (
    r"(?:(?:on|in|at|for) )?(?:the )?(?P<side>left|right|contralateral(?:ly)?"
    r"|(?:other|opposite|unaffected|asymptomatic|uninvolved|healthy|sound)(?= (?:side|leg|limb)\b))"
    r"(?: (?:side|leg|limb))?"
)
_THEN = (
    r"\s*[,;(]\s*(?:(?:but|while|whereas|with|and|vs\.?|versus|(?:as )?compared (?:with|to)) )?|"
    r"\s+(?:and|but|while|whereas|vs\.?|versus|(?:as )?compared (?:with|to)) (?:a )?"
)
_AGAINST = r",?\s+(?:vs\.?|versus|against|(?:as )?compared (?:with|to)) (?:a )?"
_FORMS = tuple(
    re.compile(rf"^(?P<own>[^,;()]+?(?:, [^,;()]+?)*?)(?:{then}){rest}\s*\)?$", re.I)
    # what is compared is cut where it is compared, else where the first piece ends
    for then in (_AGAINST, _THEN)
    for rest in (
        rf"{_SIDE}(?:\s*[:=]| is| was)?\s+(?P<other>[^()]+)",
        rf"(?P<other>[^,;()]+?)\s+{_SIDE}",
    )
)
_NAMED = re.compile(r"\b(?:left|right|both|bilateral\w*|contralateral\w*)\b", re.I)
_MORE = re.compile(r"\b(?:than|worse|more|less|greater|lower|better|same|similar)\b", re.I)
_OPPOSITE = {"left": "right", "right": "left"}


def own_and_other(text: str, test: str, own: str, known: Vocabulary) -> list[tuple[str, str]]:
    """Two pieces of an answer, with their sides, where only the second has one; else none.

    Parameters
    ----------
    text : str
        Answer as it was given.
    test : str
        Test that was done.
    own : str
        Side that was asked about.
    known : Vocabulary
        Words that are known.
    """
    if own not in _OPPOSITE:
        return []
    for found in filter(None, (form.match(text) for form in _FORMS)):
        said = found["side"].lower()
        pieces = (found["own"], found["other"])
        if said != own and all(_answers(piece, test, known) for piece in pieces):
            return [(pieces[0], own), (pieces[1], _OPPOSITE[own])]
    return []


def _answers(text: str, test: str, known: Vocabulary) -> bool:
    """Whether words of no side tell what was found, and do not only compare."""
    if _NAMED.search(text) or _MORE.search(text):
        return False
    row = known.prepare(text)
    worded = (known.match(row, i, (f"value {test}",)) for i in range(len(row)))
    return bool(re.search(r"\d", text)) or any(worded)
