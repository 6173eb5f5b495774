"""Where and when nothing hurts, in plain words: "no pain in the back" is told of the back, and not of all pain."""

import re

from lumbosacral.findings.cases.case import Finding

__all__ = ["joined_reach", "plain_unhurt", "stays", "unhurt_by"]

_DENIAL = (
    r"(?:(?:there (?:is|was) |he |she |patient |has |had |have |reports? |reported )*"
    r"(?:no|without|denie[sd]|denying|denies having|absence of|free (?:of|from)|nor|never(?: had)?|not have|"
    r"not having)"
    r"(?: (?:any|significant|real|associated|spontaneous|accompanying|particular|further|more|the))*)"
)
_WAY = (
    r"(?:left|right|low|lower|upper|anterior|posterior|medial|lateral|inner|outer|anterolateral|posterolateral|distal"
    r"|proximal|deep|mid)"
)
_BODY = (
    r"(?:back|spine|buttocks?|hips?|groins?|thighs?|knees?|legs?|limbs?|extremit(?:y|ies)|calf|calves|shins?|ankles?|"
    r"foot|feet|heels?|toes?|soles?|perineum|genitals|flanks?|loins?|pelvis|abdomen|neck|arms?|chest|shoulders?|"
    r"hands?)"
)
_OWN = r"(?:(?:the|his|her|my|their|either|both|any of the|that|this) )*"
_PLACE = rf"{_OWN}(?P<{{0}}>(?:{_WAY} )*{_BODY})"
_MORE = rf"(?:(?:,| or| and|, or|, and|/) ?{_OWN}(?:(?:in|of) )?{_OWN}(?:{_WAY} )*{_BODY})*"
_NO_PAIN_IN = re.compile(
    rf"\b{_DENIAL} (?:pains?|ache|aching|discomfort|soreness)(?: (?:radiat|spread|extend|go|shoot|"
    rf"travel)\w*)?(?: down)? "
    rf"(?:in|of|at|over|around|along|across|down|affecting|to|into) (?P<places>{_OWN}(?:{_WAY} )*{_BODY}{_MORE})"
    r"(?=\s*(?:$|[,;.)]|but\b|and\b|with\b|at\b|on\b))",
    re.I,
)
_EACH = re.compile(_PLACE.format("one"), re.I)
_ACT = (
    r"(?:(?:prolonged|long|forced|deep) )*(?:walk|stand|ambulat|cough|sneez|strain|valsalva|bend|lift|stoop|stairs|"
    r"climb|"
    r"exerci|exert|effort|activity|weight|run|(?:lumbar |spinal )?(?:flexion|extension)|leaning|twist|movement|"
    r"moving)"
)
_NO_PAIN_ON = re.compile(
    rf"\b{_DENIAL} (?:pains?|ache|discomfort) (?:on|with|when|while|during|upon|after|by) (?={_ACT})",
    re.I,
)
_NO_TWO = re.compile(
    rf"\b{_DENIAL} (?P<one>(?:{_WAY} )*{_BODY}),? (?:or|and|nor) (?P<other>(?:{_WAY} )*{_BODY}) pain\b",
    re.I,
)
_NO_PAIN_THEN = re.compile(
    rf"\b{_DENIAL} (?:pains?|ache|discomfort) (?:at|during the|in the) night\b", re.I
)
_RARELY = re.compile(
    r"(?P<and>(?:^|,? )(?:but |and )?(?:(?:it|which|that|is|was|are|only|very|can be) )*)\b(?:rarely|seldom|"
    r"hardly ever|scarcely)"
    r" (?P<what>burning|sharp|shooting|stabbing|lancinating|electric|cramping|"
    r"(?P<goes>travel|radiat|extend|go|spread|shoot|reach|pass)(?:s|es|ing|ed)?\b)",
    re.I,
)
_NOT_OFTEN = re.compile(
    r"\b(?P<no>(?:does|did|do|is|was) not) (?:usually|often|generally|typically|normally|commonly|really|"
    r"otherwise)\b",
    re.I,
)
_BUT_NOT = re.compile(
    r"(?<=\w),? but (?:(?:it|is|was|are) )*not (?=burning|sharp|shooting|stabbing|lancinating|electric|cramping)",
    re.I,
)
_HURTS = r"(?:\b(?:pains?|ache|discomfort|backache)\b|(?<=\bLBP))"
_NOT_TO = re.compile(
    rf"(?P<hurts>\b(?P<back>(?:(?:low|lower) )?back |lumbar |LBP\b)?{_HURTS}[^,;]*?),? (?:(?:but|and|that|which|it|"
    rf"with|there is|there was|usually) )*"
    r"(?:(?:no|without)(?: any)?(?: distal)? (?:radiation|spread|extension|referral)"
    r"|(?:does|did|do|has|had) not (?:radiated?|spread|extend(?:ed)?|travel(?:led)?|go|shoot)) (?:down )?(?:in)?to "
    rf"(?P<places>{_OWN}(?:{_WAY} )*{_BODY}{_MORE})(?=\s*(?:$|[,;.)]))",
    re.I,
)
_NOT_ON_TO = re.compile(
    r"^(?:(?:but|it|which) )*(?:(?:no|without)(?: any)? (?:radiation|spread)|(?:does|did) not (?:radiate|spread|"
    r"extend|go)) "
    rf"(?:down )?(?:in)?to {_OWN}(?:{_WAY} )*{_BODY}$",
    re.I,
)


def plain_unhurt(text: str) -> str:
    """Write "no pain in the back or leg" as "no back pain, no leg pain", "no pain on walking" as "not worse on" it."""
    text = _BUT_NOT.sub(", not ", _RARELY.sub(_rarely, _NOT_OFTEN.sub(r"\g<no>", text)))
    text = _NOT_TO.sub(_not_to, text)
    text = _NO_TWO.sub(r"no \g<one> pain, no \g<other> pain", text)
    text = _NO_PAIN_THEN.sub("no night pain", _NO_PAIN_ON.sub("not worse on ", text))
    return _NO_PAIN_IN.sub(lambda found: _unhurt(found["places"]), text)


def _unhurt(places: str) -> str:
    return ", ".join(f"no {found['one']} pain" for found in _EACH.finditer(places))


def _not_to(found: re.Match[str]) -> str:
    """Say of each place to which a pain does not go that it does not hurt; a pain of the back has a name for it."""
    return found[0] if found["back"] else f"{found['hurts']}, {_unhurt(found['places'])}"


def stays(finding: Finding) -> tuple[Finding, list[Finding]]:
    """Set apart that a pain of the back does not go into the leg: it is there, and so is what it does not do."""
    found = _NOT_TO.search(_NOT_OFTEN.sub(r"\g<no>", finding.of))
    if found is None or not found["back"] or found.start("hurts"):
        return finding, []
    far = {"of": f"back pain radiating to the {found['places']}", "value": "absent"}
    return finding.model_copy(update={"of": found["hurts"]}), [finding.model_copy(update=far)]


def _rarely(found: re.Match[str]) -> str:
    what = "does not radiate" if found["goes"] else f"not {found['what']}"
    return f"{', ' if found['and'].strip() else found['and']}{what}"


def joined_reach(finding: Finding) -> Finding:
    """Set where a pain does not go beside it: "back pain: no radiation to the leg"."""
    said = finding.value.strip() if isinstance(finding.value, str) else ""
    if not _NOT_ON_TO.match(said) or re.search(_HURTS, finding.of, re.I) is None:
        return finding
    return finding.model_copy(update={"of": f"{finding.of} {said}", "value": "present"})


_ONLY_ON = re.compile(
    rf"^{_DENIAL} (?:pains?|discomfort) (?P<on>(?:on|with|during|upon) [^,;]+)$", re.I
)
_BARE = frozenset({"", "yes", "present", "noted", "found", "reported", "seen", "elicited"})


def unhurt_by(of: str, said: str) -> tuple[str, str]:
    """Write "no pain on hip rotation" as pain on it, which is denied."""
    found = _ONLY_ON.match(of.strip())
    if found is None or said.strip().lower() not in _BARE:
        return of, said
    return f"pain {found['on']}", "absent"
