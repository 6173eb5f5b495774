"""Findings of another kind in one list: a numb saddle beside the bladder, a foot drop beside numbness."""

import re
from collections.abc import Callable
from typing import Any

from lumbosacral.findings.cases.case import Finding
from lumbosacral.findings.plain.felt.unhurt import joined_reach, stays
from lumbosacral.findings.readings.mixed import FALLS, mixed_apart
from lumbosacral.findings.readings.whose import of_limb_told

__all__ = ["told_apart"]

_SPLIT = re.compile(
    r"(?P<join>\s*[,;]\s*(?:and |or |but |with |followed by |then )?|\s+(?:and(?:/or)?|or|nor|but|with|without|plus|"
    r"as well as|along with|together with|combined with|associated with|accompanied by|followed by)\s+(?:an? )?)",
    re.I,
)
_FEELING = (
    r"(?:sensations?|feeling|numb\w*|ana?esthe\w+|hypo?a?esthe\w+|para?esthe\w+|hypalges\w+|hypoalges\w+|tingling|"
    r"sensory (?:loss|deficit|change|disturbance)s?)"
)
_BELOW = (
    r"(?:perianal|peri-anal|perineal|perineum|saddle|anus|genital\w*|penile|penis|scrotal|scrotum|vulva\w*|vagin\w+|"
    r"labia\w*|buttocks?|legs?|thighs?|foot|feet|lower limbs?|lower extremit\w+)"
)
_FELT = re.compile(rf"\b{_BELOW}\b.*\b{_FEELING}\b|\b{_FEELING}\b.*\b{_BELOW}\b", re.I)
_REFLEX = re.compile(
    r"^(?=.*\b(?:absent|lost|loss|normal|present|reduced|intact|preserved|abolished)\b)"
    r"(?=.*\b(?:anal (?:reflex|wink)|bulbocavernos\w+|anocutaneous)\b)",
    re.I,
)
_JERK = re.compile(
    r"^(?:(?:absent|lost|loss of|normal|present|reduced|decreased|diminished|depressed|brisk|hypoactive|intact|"
    r"preserved"
    r"|the|his|her|both|left|right|bilateral|bilaterally) )*"
    r"(?:(?:deep |muscle )?(?:tendon |stretch )?reflex(?:es)?|DTRs?"
    r"|(?:knee|ankle|patellar|achilles|hamstring|plantar)(?: tendon)? (?:jerk|reflex)(?:e?s)?)"
    r"(?: (?:is|was|are|were|absent|lost|normal|reduced|decreased|diminished|intact|preserved))*$",
    re.I,
)
"""A jerk, and how it is: no feeling of the joint that it is named by."""
_BY_BLADDER = re.compile(r"\b(?:bladder|urin\w+|bowels?|stool|void\w*|micturition)\b", re.I)
_VOIDED = re.compile(
    r"\b(?:(?:bladder|bowel|urinary|sphincter\w*|anal tone|voiding|micturition|urinat\w*)\b(?! infection)"
    r"|urine|(?:in)?continen\w+|constipation|impotence|erectile|pass(?:ing)? water)",
    re.I,
)
_TONE = re.compile(
    r"^(?:(?:the|normal|intact|good|preserved|reduced|decreased|lax|poor|absent|loss of|lost) )*"
    r"(?:anal|rectal|sphincter)(?: sphincter)? tone(?: (?:was|is|normal|intact|reduced|absent|lax|lost))*$",
    re.I,
)
_DROP = re.compile(
    r"^(?:an? |the |(?:left|right|bilateral|new|mild|complete|partial) )*"
    r"(?:foot[ -]?drops?|drop[ -]?foot)$",
    re.I,
)
_WEAK = re.compile(
    r"^(?=.*\b(?:weakness|weak|paresis|plegia)\b)(?=.*\b(?:legs?|limbs?|foot|feet|ankles?|knees?|thighs?|"
    r"extremit\w+)\b).*$",
    re.I,
)
_PLACE = re.compile(
    r"\b(?:legs?|limbs?|foot|feet|toes?|sole|heel|ankles?|knees?|thighs?|calf|calves|shins?|groin|buttocks?|"
    r"perine\w+|saddle|extremit\w+|dermatom\w+|[LS][1-5])\b",
    re.I,
)
_DENIED = re.compile(
    r"^(?:(?:he|she|the patient|there (?:is|was)|has|had) )*(?:no|not|denie[sd]|denying|without|never)\b",
    re.I,
)
_ANSWERED = re.compile(
    r"^(?P<first>.*?),? *(?:(?:associated|together|along|and|presenting) )?(?:with )?(?:an? |the |postoperative |"
    r"new )*"
    r"\b(?P<drop>foot[ -]?drop|drop[ -]?foot)\b(?: (?:associated|together|along|and))?(?: with| and)?$",
    re.I,
)


def told_apart(finding: Finding) -> tuple[Finding, list[Finding]]:
    """Return the finding without the members of its list that are of another kind of test, and those as findings."""
    if finding.test == "autonomic":
        return _cut(finding, _of_skin)
    if finding.test == "pain":
        finding, unreached = stays(joined_reach(finding))
        finding, weak = (finding, []) if _ONE_STORY.search(finding.of) else _cut(finding, _of_weak)
        return finding, [*unreached, *weak]
    if finding.test != "sensation":
        return mixed_apart(of_limb_told(finding))
    finding, events = _event_apart(finding)
    finding, answered = _drop_answered(finding)
    finding, others = _cut(finding, _of_others)
    return finding, [*answered, *others, *events]


_EVENT = re.compile(
    r",? (?:(?:immediately|shortly|directly|soon|right|just|ever|\d+|several|few|(?:hour|day|week|month|year)s) )*"
    r"(?:after|following|since|status post|s/p) (?P<event>(?:[\w-]+ ){0,6}?[\w-]*(?:replacement|arthroplast\w+|"
    r"surgery|operation|"
    r"repair|fusion|discectomy|laminectomy|hysterectomy|prostatectomy|arthroscopy|stripping|biopsy|fracture|delivery|"
    r"childbirth|labou?r|reconstruction|hernior\w+|hernioplasty|appendectomy|catheteri[sz]ation))s?$",
    re.I,
)
"""An operation or an injury that a numbness came after, which is no place."""


def _event_apart(finding: Finding) -> tuple[Finding, list[Finding]]:
    """Take what a numbness came after out of its words: "numb thigh after hip replacement"."""
    found = _EVENT.search(finding.of)
    if found is None or not _PLACE.search(finding.of[: found.start()]):
        return finding, []
    event = finding.model_copy(
        update={"test": "history", "of": found["event"], "value": "present", "side": None}
    )
    return finding.model_copy(update={"of": finding.of[: found.start()]}), [event]


def _of_skin(member: str, _rest: str) -> str:
    """Name the test of a member that stands among those of bladder and bowel."""
    if _REFLEX.search(member):
        return "reflex"
    return "sensation" if _FELT.search(member) and not _BY_BLADDER.search(member) else ""


def _of_others(member: str, rest: str) -> str:
    """Name the test of a member that stands among places where something is felt."""
    if re.search(rf"\b{_FEELING}\b", member, re.I):
        return ""
    if _DROP.match(member):
        return "gait"
    if _TONE.match(member):
        return "sign"
    if _VOIDED.search(member):
        return "autonomic"
    if FALLS.match(member):
        return "history"
    if _JERK.match(member):
        return "reflex"
    return "strength" if _WEAK.match(member) and _PLACE.search(rest) else ""


_ONE_STORY = re.compile(
    r"\b(?:follow\w*|then|later|before|after|preced\w*|prior|subsequent\w*|subsid\w*|eased?|first|gave way|herald\w*|"
    r"due to|because|as the pain)\b",
    re.I,
)
"""A pain and a weakness of which one came first are told in one."""
_PAINFUL = re.compile(
    r"\b(?:pain\w*|ach\w+|sore\w*|sciatica|discomfort|tender\w*|cramp\w*|back)\b", re.I
)


_LIMPS = re.compile(
    r"^(?:an? )?(?:(?:slight|mild|marked|limping|antalgic|painful|unsteady) )*(?:limp|limping|gait)$",
    re.I,
)


def _of_weak(member: str, rest: str) -> str:
    """Name the test of a weakness or a foot drop that stands among pains of other places."""
    if _PAINFUL.search(member) or re.search(rf"\b{_FEELING}\b", member, re.I):
        return ""
    if not (_PLACE.search(rest) or _PAINFUL.search(rest)):
        return ""
    if _DROP.match(member) or _LIMPS.match(member):
        return "gait"
    placed = re.search(r"\b(?:back|hips?|lumbar)\b", rest, re.I) or _PLACE.search(rest)
    return "strength" if _WEAK.match(member) and placed else ""


def _cut(finding: Finding, kind_of: Callable[[str, str], str]) -> tuple[Finding, list[Finding]]:
    """Take the members out of which `kind_of` says, beside the others, of which test they are."""
    pieces = _SPLIT.split(finding.of)
    members, joins = pieces[::2], ["", *pieces[1::2]]
    kinds = [
        kind_of(_bare(one), " ".join(members[:i] + members[i + 1 :]))
        for i, one in enumerate(members)
    ]
    if not any(kinds) or all(kinds):
        return finding, []
    denied = _each_denied(members, joins)
    rows = list(zip(members, joins, kinds, denied, strict=True))
    left = [(member, join) for member, join, kind, _ in rows if not kind]
    of = "".join(f"{join if i else ''}{member}" for i, (member, join) in enumerate(left))
    first = next(no for _, _, kind, no in rows if not kind)
    of = f"no {of}" if first and not _DENIED.match(of) else of
    others = [
        finding.model_copy(update={"test": kind, "of": name, "value": _answer(finding, no)})
        for name, kind, no in ((_sided(_bare(m), kind, of), kind, no) for m, _, kind, no in rows)
        if kind
    ]
    return finding.model_copy(update={"of": of}), others


def _answer(finding: Finding, denied: bool) -> Any:
    return "no" if denied else finding.value


def _sided(member: str, kind: str, rest: str) -> str:
    """Give a foot drop or a weakness the side that is said of the numbness."""
    sides = {side.lower() for side in _SIDE.findall(rest)}
    if kind not in {"gait", "strength"} or len(sides) != 1 or _SIDE.search(member):
        return member
    return f"{sides.pop()} {member}"


_SIDE = re.compile(r"\b(?:left|right|bilateral)\b", re.I)


def _bare(member: str) -> str:
    return _DENIED.sub("", member).strip()


def _each_denied(members: list[str], joins: list[str]) -> list[bool]:
    """Say of each member whether it is denied: a denial goes on over commas, "and" and "or", not over "but", "with"."""
    found: list[bool] = []
    for member, join in zip(members, joins, strict=True):
        goes_on = bool(found and found[-1] and not re.search(r"but|with|plus|as well|follow", join))
        found.append(goes_on or bool(_DENIED.match(member)) or "without" in join.lower())
    return found


def _drop_answered(finding: Finding) -> tuple[Finding, list[Finding]]:
    """Take a foot drop out of an answer: "numb dorsum of the foot: with foot drop"."""
    said = finding.value if isinstance(finding.value, str) else ""
    found = _ANSWERED.match(said)
    if found is None or _DENIED.match(said) or "without" in said:
        return finding, []
    drop = finding.model_copy(update={"test": "gait", "of": found["drop"], "value": "present"})
    return finding.model_copy(update={"value": found["first"].strip() or "present"}), [drop]
