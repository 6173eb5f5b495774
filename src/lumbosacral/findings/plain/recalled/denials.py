"""Denials in a history, in plain words: lists that are denied as a whole, and what a weakness came without."""

import re

from lumbosacral.findings.cases.onset import days_of

__all__ = ["arms_apart", "denied_list", "lost_below", "nothing_felt", "plain_weak"]

_PART = (
    r"(?:(?:left|right|both|lower|the|his|her) )*(?:legs?|limbs?|foot|feet|ankles?|knees?|thighs?"
    r"|calf|calves|hips?)"
)
_WEAK_PART = re.compile(rf"\bweak(?:er|ened)? (?P<part>{_PART})\b", re.I)
_WITHOUT = re.compile(
    r"(?P<weak>\b(?:\w*weakness|\w*paresis|\w*plegia|paralysis|foot ?drop)\b[^,;]*?),?\s+(?:but )?"
    r"(?:without|with no|but no|in the absence of)\s+(?:any |accompanying |associated |concomitant |preceding )*"
    r"(?!walking|support|help|aid|stick|cane|crutch|assist|improv|recover|relief|benefit|success)",
    re.I,
)
_SPREADS = re.compile(
    r"\bspread(?:ing|s)? (?=(?:up |down |on )?(?:to|into|over|towards) (?:the |his |her )?(?:(?:left"
    r"|right|whole) )?(?:thigh|leg|toe)s?\b)",
    re.I,
)
_TWICE_FELT = re.compile(
    r"\b(?P<no>no|without|denie[sd])(?P<any> any)? (?P<one>numbness|tingling|par(?:a)?esthesia[es]?)"
    r"(?: or | and | nor |/|, )(?:numbness|tingling|par(?:a)?esthesia[es]?)\b",
    re.I,
)
_FELL = re.compile(
    r"\b(?P<fell>fell|fall|fallen)\b(?P<how>[^,;]*?),? (?:but |and |yet )?(?:(?:he|she) )?"
    r"(?:did not|didn't|was not|not) (?:hit|injur|hurt|strik|land|lose)\w*\b[^,;]*",
    re.I,
)
_ARM = r"(?:arms?|hands?|fingers|face|upper (?:limbs?|extremit(?:y|ies)))"
_ARMS = rf"(?:(?:the|both|his|her|left|right) )*{_ARM}(?: and (?:(?:the|both|his|her) )*{_ARM})?"
_LEGS = r"(?:legs?|feet|foot|lower (?:limbs?|extremit(?:y|ies)))"
_SPARED = re.compile(
    rf"\b(?P<who>{_ARMS}),? (?:(?:is|are|was|were|being|remain(?:s|ed|ing)?) )?(?:completely |entirely |relatively )?"
    r"(?:spared|unaffected|uninvolved|not (?:affected|involved|weak|numb)|not(?=$))",
    re.I,
)
_NOT_ARMS = re.compile(rf"(?:,| but)(?: but)? not (?:in |of )?(?P<who>{_ARMS})(?=$|[,;])", re.I)
_MORE_THAN = re.compile(
    rf"\b(?P<one>{_LEGS}|{_ARM}) more than (?:in |of )?(?:the |his |her )?(?P<other>{_LEGS}|{_ARM})\b",
    re.I,
)
_MORE_WEAK = re.compile(
    r"^(?P<one>[\w ]+?) (?:(?:is|are|was|were) )?(?:more )(?:severely |markedly )?(?:affected|involved|weak) than "
    r"(?:the )?(?P<other>[\w ]+)$",
    re.I,
)
_NEAR_FAR = re.compile(
    r"\b(?P<end>proximal|distal)(?:ly)? (?:more|greater|>) than (?:proximal|distal)(?:ly)?\b", re.I
)
_DENIED = re.compile(
    r"^(?:(?:she|he|patient|the patient) )?(?:no|denie[sd]|denying|without|negative for)(?: any| having)? "
    r"(?P<list>[^;.]*?(?:,|\bor\b|\bnor\b)[^;.]*)$",
    re.I,
)
_LATE_DENIAL = re.compile(r", no [^,;]*\bor\b[^,;]*$", re.I)
_ENDS_WITH_OR = re.compile(r"\b(?:or|nor)\b[^,;]*$", re.I)
_AGAIN = re.compile(r"\b(?:no|not|without|denie[sd]|but|except|although|however|while)\b", re.I)
_FELT = re.compile(
    r"\b(?:numb\w*|tingl\w*|\w*esthe[st]i\w*|pins|sensory|pains?|weak\w*|burning)\b", re.I
)
_BELOW = re.compile(
    r"\b(?:below|from|beneath|caudal to)(?: the)?(?: level)?(?: of)?(?: the)? (?:[CT]\d{1,2}"
    r"|umbilicus|navel|nipples?|nipple line"
    r"|costal margin|xiphoid|chest|breasts?)\b|\b[CT]\d{1,2} (?:down|and below)",
    re.I,
)
_LIMB_BELOW = re.compile(
    r"^(?P<limb>(?:(?:the|both|left|right|his|her) )*(?:legs?|lower (?:limbs?|extremit(?:y|ies)))) "
    r"(?=(?:below|from)(?: the)?(?: level)?(?: of)?(?: the)? T\d)",
    re.I,
)
_GONE = re.compile(
    r"(?<!not )\b(?:absent|abolished|missing|not (?:felt|perceived|present))\b", re.I
)
_LOSS = re.compile(
    r"numb|tingl|loss|lost|level (?:at|on)|sensory level|esthe|alge|reduc|decreas|deficit", re.I
)
_NO_SENSE = re.compile(
    r"^no (?=(?:light )?(?:sensation|feeling|touch|pin|pain|temperature|vibration)\b)", re.I
)
_NONE = frozenset(
    {"absent", "lost", "abolished", "none", "no", "nil", "not present"}
    | {"absent on both sides", "absent bilaterally"}
)
_BARE = frozenset({"", "yes", "present", "true", "reported", "noted", "positive"})


def plain_weak(text: str) -> str:
    """Write "weak legs without numbness or tingling" as "weakness of legs, no numbness"."""
    text = _WITHOUT.sub(r"\g<weak>, no ", _WEAK_PART.sub(r"weakness of \g<part>", text))
    text = _FELL.sub(r"\g<fell>\g<how>", text)
    return _TWICE_FELT.sub(r"\g<no> \g<one>", _SPREADS.sub("reaching ", text))


def arms_apart(of: str, said: str) -> tuple[str, str]:
    """Write "weak legs, arms spared" as "weak legs, normal arms", also of an answer; "legs more than arms" are both."""
    found = _SPARED.fullmatch(said.strip())
    if found is not None and _FELT.search(of):
        of, said = f"{of}, normal {found['who']}", "present"
    return _plain_spared(of), _plain_spared(said)


def _plain_spared(text: str) -> str:
    text = _MORE_WEAK.sub(r"weakness of \g<one> and \g<other>", _NEAR_FAR.sub(r"\g<end>", text))
    text = _NOT_ARMS.sub(r", normal \g<who>", _SPARED.sub(r"normal \g<who>", text))
    return _MORE_THAN.sub(r"\g<one> and \g<other>", text)


def denied_list(of: str, said: str) -> tuple[str, str]:
    """Write "no pain, numbness or tingling" as what is asked and denied; one member alone is read as it stands."""
    bare, found = said.strip().lower() in _BARE, _DENIED.match(of.strip())
    if found is None and _LATE_DENIAL.search(of) and days_of(said) is not None:
        # how long a weakness has lasted is no time of what it came without
        return of, "present"
    if found is None or not (bare or days_of(said) is not None):
        return of, said
    listed = found["list"]
    whole = _ENDS_WITH_OR.search(listed) or of.lower().startswith(("denie", "denying"))
    if not whole or _AGAIN.search(listed) or not _FELT.search(listed):
        return of, said
    return listed, "denied"


def lost_below(of: str, said: str) -> tuple[str, str]:
    """Call a sense that is absent below a level of the trunk reduced: of a level itself "absent" would be a denial."""
    if _BELOW.search(of):
        of = _GONE.sub("reduced", of)
    if not _BELOW.search(of) or _LOSS.search(of):
        return of, said
    of = _LIMB_BELOW.sub(r"\g<limb> and ", of)
    if said.strip().lower() in _NONE:
        return of, "reduced"
    if _NO_SENSE.match(of) and said.strip().lower() in _BARE:
        return _NO_SENSE.sub("", of), "reduced"
    return of, said


_NOTHING_FELT = re.compile(
    r"^no (?P<where>(?!abnormal|alter|chang|odd|strange|unusual|new|foreign|phantom|painful|burning|tingling|prickling)"
    r"(?:\w+ ){1,3}?)(?P<what>sensation|feeling)$",
    re.I,
)


def nothing_felt(text: str) -> str:
    """Say of a place that there is no feeling in it, and not that nothing was found: "no perianal sensation"."""
    return _NOTHING_FELT.sub(r"no \g<what> in the \g<where>", text).strip()
