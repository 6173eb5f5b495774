"""A complaint and what it came after, which are two: "foot drop after a prostatectomy"."""

import re

from lumbosacral.findings.cases.case import Finding
from lumbosacral.findings.language.vocabulary import Vocabulary
from lumbosacral.findings.language.words import Token, clean
from lumbosacral.findings.results.telling import yes_or_no

__all__ = ["complaint_first"]

_AFTER = re.compile(
    r"^(?P<what>[^,;]*\b(?:pains?|aches?|aching|numbness|numb|weakness|weak|drop|tingling|par[ae]+sthesias?|burning"
    r"|palsy|paralysis|paresis|swelling|hyp(?:o|a)?esthesias?|dysesthesias?|limp)\b[^,;]*?)"
    r"(?P<way>(?: \w+ed| starting| beginning)? (?:(?:immediately|shortly|directly|soon|right|just) )?"
    r"(?:after|following|since|status post|s/p) )(?P<event>.+)$",
    re.I,
)
_LATER = re.compile(
    r"^(?:(?:began|started|starting|developed|occurred|appeared|arose|came on|persist\w+|present|ongoing|worse|it|ever|"
    r"immediately|shortly|soon|right|just|directly|\d+|an?|one|two|three|four|six|several|few|days?|weeks?|months?|"
    r"years?) )*(?:after|following|since|status post|s/p) .+$",
    re.I,
)
"""An answer that only says what a complaint came after."""
_TELLS = re.compile(
    r"(?:(?:he|she|they|I|who|patient|the|an?|has|had|have|been|was|is|with|of|now|also|then|which|and|his|her|my|"
    r"initially|first|main|chief|primary|only|current|to"
    r"|(?:complain|present|report|experienc|develop|describ|suffer|not(?:ed|ic)|symptom|admitted|show|reveal|say|said|"
    r"stat)\w*) ?)+",
    re.I,
)
"""An answer that only tells that somebody told it: "presented with"."""
_OPERATIONS = frozenset(
    {"surgery", "surgery done", "replacement", "pelvic operation", "spine surgery", "arthroscop*"}
)
_EVENTS = frozenset(
    {"injury", "dislocation", "fracture", "injection", "wound", "laceration", "falling", "accident"}
    | {"labour", "nerve block", "neuraxial", "cast"}
)
"""What happened; it is set apart where it has a place of its own, or where the complaint is denied."""
_NAMED = ("area", "region", "group", "gait", "structure", "association")


def complaint_first(finding: Finding, known: Vocabulary) -> Finding:
    """Set an operation beside the complaint: "knee pain after pelvic surgery" is no surgery of the knee.

    What did not come after the operation denies nothing of it: "no foot drop after hip surgery".
    """
    if finding.test not in {"history", "pain"}:
        return finding
    finding = _joined(finding)
    found = _AFTER.match(clean(finding.of))
    answer = _yes_or_no(finding, known)
    if found is None or not answer:
        return finding
    what = known.prepare(found["what"])
    inside = _any(what, ("not",), known)
    denied = inside != (answer == "absent")
    twice = inside and answer == "absent"
    if twice or not (denied or _any(what, _NAMED, known)):
        return finding
    if not _is_apart(what, known.prepare(found["event"]), known, denied=denied):
        return finding
    said = found["what"] if inside == denied else f"no {found['what']}"
    of = f"{said} and{found['way']}{found['event']}"
    return finding.model_copy(update={"test": "history", "of": of, "value": "present"})


def _joined(finding: Finding) -> Finding:
    """Set what a pain came after beside it, where an answer says so: "thigh pain: since a hip replacement"."""
    said = clean(finding.value) if isinstance(finding.value, str) else ""
    if finding.test != "pain" or not _LATER.match(said):
        return finding
    return finding.model_copy(update={"of": f"{clean(finding.of)} {said}", "value": "present"})


def _is_apart(what: list[Token], event: list[Token], known: Vocabulary, *, denied: bool) -> bool:
    """Whether what happened has nothing to take from the complaint, or must not be denied with it."""
    happened = known.rules.concepts(event)
    if _OPERATIONS & known.rules.concepts(what):
        return False
    placed = denied or _any(event, _NAMED, known)
    return bool(_OPERATIONS & happened) or (placed and bool(_EVENTS & happened))


def _any(row: list[Token], kinds: tuple[str, ...], known: Vocabulary) -> bool:
    return any(known.match(row, i, kinds) for i in range(len(row)))


def _yes_or_no(finding: Finding, known: Vocabulary) -> str:
    """Return a bare answer as "present" or "absent"; empty where more is said."""
    if finding.value is None:
        return "present"
    if not isinstance(finding.value, str):
        return ""
    said = clean(finding.value)
    tells = finding.test == "pain" and _TELLS.fullmatch(said) is not None
    return yes_or_no(said, known) or ("present" if tells else "")
