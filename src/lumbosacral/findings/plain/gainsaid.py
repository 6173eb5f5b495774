"""Denials that are said once of a whole list in a text: "denies fever, weight loss, back pain"."""

import re

__all__ = ["gainsaid"]

_COMPLAINT = (
    r"(?:pains?|aches?|numbness|tingling|needles|para?esthesia[es]?|weakness(?:es)?|incontinence|retention|fevers?"
    r"|chills|rigors|sweats|trauma|falls?|injur(?:y|ies)|accidents?|loss|hyp(?:o)?esthesia|ana?esthesia"
    r"|fasciculations?|wasting|atrophy|clonus|spasticity|deformit(?:y|ies)|swelling|o?edema|tenderness|dysfunctions?"
    r"|symptoms?|changes?|disturbances?|involvement|complaints?|problems?|issues?|deficits?|difficult(?:y|ies)"
    r"|urgency|hesitancy|frequency|constipation|surger(?:y|ies)|operations?|cancer|malignanc(?:y|ies)|diabetes|DM"
    r"|infections?|illness(?:es)?|IVDU|drug use|cramps?|steroids?|rash(?:es)?|headaches?|diarrho?ea|claudication"
    r"|bleeding|stiffness|diplopia|dysphagia|dysarthria|erythema|tremor|ataxia)"
)
_HEAD = re.compile(
    r"(?P<head>pains?|symptoms?|changes?|disturbances?|involvement|complaints?|problems?|issues?|deficits?"
    r"|difficult(?:y|ies)|dysfunctions?|incontinence|weakness|numbness|loss|an?a?esthesia|para?esthesia[es]?"
    r"|injur(?:y|ies)|surger(?:y|ies)|deformit(?:y|ies)|tenderness)$",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"(?:(?:new|any|recent) )?(?:bowels?|bladder|urinary|fa?ecal|sexual|sensory|motor|back|neck|leg|hip|knee|foot"
    r"|buttock|groin|saddle|perianal|perineal|arm|focal|night)",
    re.IGNORECASE,
)
"""What is said before a noun that follows later: "bladder or bowel dysfunction"."""
_DENIES = re.compile(
    r"(?:(?<![\w-])(?:(?:pt|patient|he|she|and) )?(?:denie[sd]|denying)|\bneg(?:ative)? for)\b:?"
    r"(?: (?:any|having|recent|significant|associated|h/o|history of))*\s+"
    r"(?P<list>[^.;\n]*)",
    re.IGNORECASE,
)
_STILL = r"(?:(?!\b(?:no|nil|without|denie[sd])\b)[^.;\n:])"
_NO = re.compile(
    r"(?<![\w-])(?:no|nil|without)(?: (?:any|associated|recent|h/o|history of))*\s+"
    rf"(?P<list>{_STILL}*?(?:,|/|&|\bor\b|\bnor\b|\band\b){_STILL}*)",
    re.IGNORECASE,
)
_FIRST_NO = re.compile(
    r"(?:^|(?<=[.;:\n])|(?<=[.;:] ))\s*no (?P<list>(?![^.;\n:]*\bno\b)[^.;\n:]*,[^.;\n:]*)", re.I
)
_ON = re.compile(
    r",?\s+(?=(?:but|however|except|although|though|yet|while|with|does|did|is|was|then|reports?|states|complains?"
    r"|has|had|who|which|that|now|since|today|on|when|walks|unable|cannot|can't|positive)\b)|"
    r"[ ,]+(?=(?:no|not|without|nil|denies|denied|normal|intact)\b)",
    re.IGNORECASE,
)
_PARTED = re.compile(r"\s*(?:,\s*(?:and|or|nor)\b|,|&|/|\band\b|\bor\b|\bnor\b)\s*", re.IGNORECASE)
_ENDED = re.compile(rf"\b{_COMPLAINT}$", re.IGNORECASE)
_WHERE = re.compile(
    rf"^(?P<what>.*\b{_COMPLAINT}) (?P<where>(?:of|in|over|at|down) .+)$", re.IGNORECASE
)
_PLACED = re.compile(
    r"(?:numbness|tingling|weakness|para?esthesia[es]?|pains?|wasting|fasciculations?|tenderness|swelling)$",
    re.IGNORECASE,
)
"""What can be in the place that is told behind the last member: "no weakness or numbness of the leg"."""
_SEPARATE = re.compile(
    r"^(?:left|right|L|R|Lt|Rt)\b|\d|\b(?:numb|weak|wasted|dropped)\b", re.IGNORECASE
)
"""What no longer belongs to a list that is denied."""
_AND_YET = re.compile(
    r"^(?:but|however|although|though|yet|and|now)\b,?\s*(?:(?:he|she|pt|patient) )?(?:(?:does|did) )?"
    r"(?:(?:reports?|states|has|had|have|complains? of|complain of|admits to|endorses)\b\s*)?",
    re.IGNORECASE,
)
_FOUND = re.compile(
    r"\d|\b(?:left|right|L|R|severe|mild|now|new|acute|marked|worse\w*|progressive|sudden|absent|present|reduced)\b",
    re.IGNORECASE,
)
"""What is told of something that is there."""
_WATERWORKS = re.compile(
    r"\b(?:bowels?|bladder)(?: function)?\s*(?:and|&|/|\+)\s*(?:bowels?|bladder)\b(?: (?:function|control|habits?))?"
    r"\s*:?(?: (?:are|is|both|remain(?:s|ed)?|reportedly))*\s+"
    r"(?:ok(?:ay)?|normal|intact|fine|NAD|unaffected|preserved|unchanged|unremarkable|spared|wnl|continent)\b",
    re.IGNORECASE,
)


def gainsaid(text: str) -> str:
    """Deny each member of a list that is denied as a whole, and say of bladder and bowels that both are normal."""
    text = _WATERWORKS.sub("bladder/bowel: normal", text)
    text = _DENIES.sub(_denied, text)
    return _FIRST_NO.sub(_plainly, _NO.sub(_none, text))


def _denied(found: re.Match[str]) -> str:
    """Everything until the end, or until something else is told."""
    inside, after = _until(found["list"])
    pieces = inside.split(",")
    ends = next((i for i, one in enumerate(pieces) if i and _SEPARATE.search(one.strip())), None)
    if ends is not None:
        inside, after = ",".join(pieces[:ends]), ",".join([*pieces[ends:], after])
    members = _members(inside)
    return f"{_each(members)}{_then(after)}" if members else found[0]


def _none(found: re.Match[str]) -> str:
    """Members until the one behind an "or"; what follows behind a comma is told for itself."""
    inside, after = _until(found["list"])
    pieces = inside.split(",")
    ends = [i for i, piece in enumerate(pieces) if re.search(r"/|&|\b(?:or|nor|and)\b", piece)]
    if not ends:
        return found[0]
    inside, rest = ",".join(pieces[: ends[0] + 1]), ",".join(pieces[ends[0] + 1 :])
    members = _members(inside)
    if len(members) < 2 or not all(map(_complains, members)) or _shows(members):
        return found[0]
    # "no pain and weakness of the left leg" may tell of a weakness
    if not re.search(r"/|\b(?:or|nor)\b", inside) and any(map(_WHERE.match, members[1:])):
        return found[0]
    return f"{_each(members)}{_then(rest)}{_then(after)}"


def _until(listed: str) -> tuple[str, str]:
    """Parts of a list before and after something else is told."""
    stop = _ON.search(listed)
    return (listed[: stop.start()], listed[stop.start() :]) if stop else (listed, "")


def _then(after: str) -> str:
    after = _AND_YET.sub("", after.strip(" ,")).strip(" ,")
    return f", {after}" if after else ""


def _plainly(found: re.Match[str]) -> str:
    """A sentence of nothing but complaints that begins with "no"."""
    members = _members(found["list"])
    if (
        any(map(_WHERE.match, members[1:]))
        or not all(map(_complains, members))
        or _shows(members)
        or len(members) < 2
    ):
        return found[0]
    return (
        found[0]
        .replace(f"no {found['list']}", _each(members))
        .replace(f"No {found['list']}", _each(members))
    )


def _complains(member: str) -> bool:
    return bool(_ENDED.search(member) or _WHERE.match(member))


def _shows(members: list[str]) -> bool:
    """Whether a member behind the first tells of something that is there."""
    return any(_FOUND.search(_WHERE.sub(r"\g<what>", one)) for one in members[1:])


def _each(members: list[str]) -> str:
    return ", ".join(f"no {one}" for one in _in_place(members))


def _in_place(members: list[str]) -> list[str]:
    """Give the place behind a member to the one before it, and the last place to all that can be there."""
    for i, one in enumerate(members[1:], 1):
        found = _WHERE.match(one)
        if found is None:
            continue
        first = 0 if i == len(members) - 1 else i - 1
        members[first:i] = [
            f"{other} {found['where']}" if _PLACED.search(other) else other
            for other in members[first:i]
        ]
    return members


def _members(listed: str) -> list[str]:
    """Members of a list, each with the noun that it shares; what names no complaint stays with the one before."""
    members: list[str] = []
    waiting: list[str] = []
    for piece in _PARTED.split(listed.strip(" ,")):
        if not piece:
            continue
        head = _HEAD.search(piece)
        if _BARE.fullmatch(piece):
            waiting.append(piece)
        elif _complains(piece) or not members:
            members += [f"{one} {head['head']}" for one in waiting] if head else waiting
            members.append(piece)
            waiting = []
        else:
            members[-1] = " or ".join([members[-1], *waiting, piece])
            waiting = []
    if waiting and members:
        members[-1] = " or ".join([members[-1], *waiting])
        return members
    return [*members, *waiting]
