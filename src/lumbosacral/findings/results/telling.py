"""Answers that have no value of their own: a bare yes or no, or words that only say when or how it was."""

import re

from lumbosacral.findings.language.vocabulary import Vocabulary
from lumbosacral.findings.language.words import SEPARATORS, clean
from lumbosacral.findings.reading import Value
from lumbosacral.findings.results.values import ABNORMAL, listen

__all__ = ["adds_nothing", "only_observes", "only_tells", "tells", "there", "yes_or_no"]

_WALKED = frozenset({"sign", "task"})
"""Tables of value words of signs, of ways of walking and of what somebody can do."""


def yes_or_no(text: str, known: Vocabulary) -> str:
    """Say "present" or "absent" of an answer that says no more than that; else nothing."""
    row = known.prepare(clean(text))
    row = [token for token in row if token.norm not in SEPARATORS] if len(row) > 1 else row
    i, names = 0, set[str]()
    while i < len(row):
        found = known.match(row, i, ("value presence", "remark", "side", "not"))
        if found is None:
            return ""
        names |= {found.name} if found.kind == "value presence" else set()
        names |= {"absent"} if found.kind == "not" else set()
        i += found.length
    return names.pop() if len(names) == 1 else "absent" if names else ""


def there(text: str, known: Vocabulary) -> bool:
    """Whether an answer begins with a bare yes, and goes on with when it was: "present at times"."""
    row = known.prepare(clean(text))
    found = known.match(row, 0, ("value presence",)) if row else None
    return found is not None and found.name == "present" and found.length < len(row)


def adds_nothing(text: str, inside: Value, table: str, known: Vocabulary) -> bool:
    """Whether an answer leaves a value as it is said before.

    It only tells that somebody walks so ("gait had"), that both sides are alike, or is of other things.
    """
    row = [token for token in known.prepare(clean(text)) if token.norm not in SEPARATORS]
    alike = inside.word in ABNORMAL
    kinds: tuple[str, ...] = ("gait word", "remark") if table in _WALKED else ()
    kinds = ("other", "felt word", "remark") if table == "sensation" and alike else kinds
    found = [known.match([token], 0, (*kinds, "side")) for token in row]
    plain = bool(row) and all(
        m is not None and (m.kind != "side" or (alike and m.name == "both")) for m in found
    )
    other = known.match(row, 0, ("other", "side")) if row and inside.grade is not None else None
    return plain or (other is not None and other.kind == "other")


_OBSERVED = (
    r"(?:identif(?:ied|ies)|reveal(?:ed|s)?|show(?:ed|s|n)?|demonstrat(?:ed|es)|detect(?:ed|s)|visible|visuali[sz]ed"
    r"|confirm(?:ed|s)|disclos(?:ed|es)|display(?:ed|s)|depict(?:ed|s)|noted|notes|seen|found|report(?:ed|s)|describe[ds]"
    r"|document(?:ed|s)|evident|apparent|appreciated|observed|recorded|mentioned|elicited|recogni[sz]ed|suspected"
    r"|present|there)"
)
_BESIDE = (
    r"(?:is|are|was|were|be|been|has|have|had|could|can|which|that|and|the|a|an|of|on|in|by|at|his|her|this|it|he|she"
    r"|patient|there|also|clearly|subsequent|initial|repeat|follow-up|further|contrast|contrast-enhanced|MRIs?|MR|CT|CECT"
    r"|scans?|imaging|images?|radiographs?|radiography|x-?rays?|ultrasound|ultrasonography|sonography|neurography|stud(?:y|ies)"
    r"|magnetic|resonance|computed|tomography|examination|exam|evaluation|reports?|findings?|work-?up|investigations?"
    r"|lumbar|lumbosacral|thoracic|cervical|spine|spinal|pelvis|brain|knee|hip|blood|tests?|analysis|laboratory|CSF)"
)
_ONLY_OBSERVES = re.compile(
    rf"^(?:{_BESIDE}[ ,:]*)*\b{_OBSERVED}(?:[ ,:]*\b(?:{_BESIDE}|{_OBSERVED}))*[ .:]*$", re.I
)


def only_observes(text: str) -> bool:
    """Whether an answer says no more than by what something was seen or sought: "MRI revealed", "is identified"."""
    return _ONLY_OBSERVES.match(clean(text)) is not None


def only_tells(text: str, known: Vocabulary) -> bool:
    """Whether an answer to feeling has words and no value: "numbness of the leg: may complain of"."""
    heard = listen(known.prepare(clean(text)), clean(text), "sensation", known)
    return tells(text) and heard.value is None and not heard.unexamined


def tells(text: str) -> bool:
    """Whether an answer has words, which then only say when or how it was; of figures, a date or a titre."""
    words = clean(text).replace("-", " ").split()
    return any(len(word) > 1 and word[0].isalpha() for word in words) or bool(_DATED.match(text))


_DATED = re.compile(
    r"^\s*(?:~|in )?(?:(?:\d{1,2}[/.])?\d{0,2}[/.]?(?:19|20)\d\d|1\s?[:/]\s?\d{2,5})\s*$"
)
