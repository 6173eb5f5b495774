"""Where and when something hurts, in plain spelling: how a leg is held, where a pain goes, what it is followed by."""

import re

from lumbosacral.findings.language.limb_words import OWN
from lumbosacral.findings.plain.felt.easing import plain_relief
from lumbosacral.findings.plain.felt.felt import plain_places
from lumbosacral.findings.plain.felt.lain import plain_lying

__all__ = ["plain_angle", "plain_outdone", "plain_pain"]

_FROM = re.compile(
    r"\bfrom (?:the |his |her |my )?(?P<first>[a-z -]{3,40}?)(?: all the way)?(?: down)? (?:in)?to "
    r"(?=(?:the|his|her|my|both|left|right)\b)",
    re.I,
)


_HEAD = (
    r"(?:(?:low|lower) )?(?:back|buttock|hip|groin|knee|leg|thigh|calf|flank|foot|ankle|loin|pelvis|pelvic|shin|heel|"
    r"sole|arch|toe|abdomen|abdominal|inguinal|gluteal|lumbar)"
)
_SHARED = re.compile(
    rf"\b({_HEAD}),? and (?=(?:(?:left|right|bilateral|posterior|anterior|lateral|medial) )*{_HEAD} pain\b)",
    re.I,
)
_OUTDONE = re.compile(
    rf"\b(?P<one>{_HEAD})(?: pains?)?,? (?:is |being )?(?:(?:usually|often|much|far|typically|generally) )*"
    rf"(?:worse|greater|more severe|more intense|more prominent|more|>|exceed(?:s|ing)) (?:than )?(?:the |in the )?"
    rf"(?P<other>{_HEAD})(?: pains?)?\b",
    re.I,
)
_ROOTS = r"[LS][1-5](?:\s*(?:-|/|,|&|and|to)\s*[LS]?[1-5])*"
_BRACKETED = re.compile(
    rf"(?<=[a-z]{{3}})\s*\((?:(?:roots?|levels?) )?{_ROOTS}(?: (?:roots?|levels?|dermatomes?|distribution))?\)",
    re.I,
)
_AT_LEVEL = re.compile(
    rf"(?<=[a-z]{{3}}) (?:at|around|about|over)(?: (?:about|approximately|around|the level of|the))* "
    rf"{_ROOTS}(?: levels?)?$",
    re.I,
)
_BUTTOCK = re.compile(
    r"\bposter(?:ior|o-?lateral) (?:aspect of )?(?=(?:the )?(?:\w+ )?buttocks?\b)", re.I
)
_SPINE = re.compile(r"\b(?:back|spine|lumbar|lumbosacral|LBP|midline)\b", re.I)
_IN_SOLE = re.compile(
    r"(?<!sole of )(?<!plantar )\b(?P<toe>(?:great|big) toe)(?= and (?:the )?[\w -]+? (?:in|on|at) (?:the )?sole\b)",
    re.I,
)
_BEGAN_DURING = re.compile(
    r"\b(?P<how>acute(?:ly)?|sudden(?:ly)?|abrupt(?:ly)?)(?: onset)?,? (?=(?:while|when|during) \w+ing\b)",
    re.I,
)
_LIKE = re.compile(r"\b(?:cramp(?:ing|y)?|cramps)[- ]like\b", re.I)
_OUTSIDE = re.compile(
    r"\b(out|in)side (?:of|part of|aspect of|border of|edge of)(?: (?:the|his|her|my|your|their))?\b",
    re.I,
)


_CROSSED = re.compile(
    r"\s+(?:on|with|when|by|while) crossing (?:the |his |her |my |one )?legs?\b"
    r"|\s+with (?:the |his |her |my |one )?(?:(?:left|right) )?legs? crossed"
    r"(?: over (?:the )?(?:left|right|other)(?: (?:leg|one|knee))?)?",
    re.I,
)
_FOLLOWED = re.compile(
    r"(?<=\w),? (?:and |which was |was |is )?followed(?: [\w-]+){0,8}? by (?:[\w-]+ ){0,4}?(?:weakness|paralysis)\b"
    r"(?: (?:of|in) (?:the |his |her |both )?(?:left |right )?(?:[\w-]+ )?(?:legs?|limbs?|foot|feet|thigh|"
    r"quadriceps|ankle|knee))?",
    re.I,
)
_MUST_SIT = re.compile(
    r"^(?:(?:he|she|patient|the) )*(?:needs? to|ha[sd] to|must|is forced to)(?: stop and| stop to)? "
    r"(?:sit(?: down)?|(?:bend|lean) forwards?)(?: or (?:sit(?: down)?|(?:bend|lean) forwards?))?"
    r"(?: (?:for|before|after|when) [\w ]+)?(?=$|[,;])",
    re.I,
)
_SHOOTS = re.compile(r"\bsho(?:ots?|t)\b(?= (?:down|up|into|through|along)\b)", re.I)
_SOLE = re.compile(rf"\bbottom(?= of {OWN}foot\b)", re.I)
_MIDDLE = re.compile(
    r"(?<!below )(?<!above )(?<!from )\bmid[- ]?(?=(?:calf|thigh|shin|foot|buttock)\b(?! (?:down|distally)))",
    re.I,
)
_UPWARD = re.compile(
    r"\bup (?=(?:the|his|her|my) (?:back of (?:the|his|her|my) )?(?:\w+ )?(?:\w+ )?(?:calf|leg|shin|thigh)\b)",
    re.I,
)


_MOVE = (
    r"(?:(?:(?:ankle|foot|active|passive|forced) )*(?:dorsi-?flexion|plantar-? ?flexion|inversion|eversion)"
    r"(?: of (?:the )?(?:foot|ankle|(?:great |big )?toes?))?"
    r"|(?:flexion|extension|stretch(?:ing)?) of (?:the )?(?:great |big )?toes?"
    r"|(?:great |big )?toes? (?:flexion|extension|stretch))"
)
_PASSIVELY = re.compile(
    rf"\b(?:pain|pains|painful|tender|worse|worsened|aggravated|increased|provoked|exacerbated)(?: \w+)?"
    rf" (?:on|with|by|during|upon) (?:the )?passive(?:ly)? (?!.*\beversion){_MOVE}(?:(?:,| and| or)+ {_MOVE})*",
    re.I,
)


_AND_ANKLE = re.compile(
    r"(?P<and>(?:flexion|version) (?:and|or) )ankle (?=(?:in|e)version\b(?! (?:injur|sprain|trauma)))"
    r"|(?P<one>\bankle (?:in|e)version) (?:and|or) (?:ankle )?(?:in|e)version\b",
    re.I,
)


_RIGHT_ANGLE = re.compile(
    r"(?<=\bhip)s?(?: flexed)? (?:to|at) (?:about )?90 ?(?:\u00b0|deg(?:ree)?s?\b)(?= (?:and|with)\b.*\bknee)",
    re.I,
)


_SIDEWAYS = re.compile(
    r"\b(?:left|right|side|lateral|sideways?) (?:bending|flexion)(?: of the (?:trunk|spine|back|body))?\b",
    re.I,
)
_MOVES = re.compile(
    r"(?P<one>\b(?:plantar-? ?|dorsi-? ?)flexion)(?:,? (?:and|or|and ?/ ?or) | ?/ ?)inversion"
    r"(?: of (?:the )?(?:foot|ankle))?\b(?! (?:injur|sprain|trauma))",
    re.I,
)


def plain_angle(text: str) -> str:
    """Leave out how far a hip is bent before the knee is straightened: it is no angle of a straight leg."""
    return _RIGHT_ANGLE.sub("", text)


def _of_foot_moves(text: str) -> str:
    """Pain when somebody else moves the foot or its toes is a pain on stretch; one on inversion tells no sprain."""
    text = _SIDEWAYS.sub("sidewards", text)
    text = _MOVES.sub(r"\g<one>", _PASSIVELY.sub("pain on passive stretch", text))
    return _AND_ANKLE.sub(lambda found: found["and"] or found["one"], text)


def _shared(text: str) -> str:
    """Write "back and leg pain" as "back pain and leg pain", also where one is said to be the worse of the two."""
    text = _OUTDONE.sub(r"\g<one> pain and \g<other> pain", text)
    return _SHARED.sub(r"\1 pain and ", text)


def plain_outdone(of: str, said: str) -> tuple[str, str]:
    """Write "leg pain: worse than back" as both pains, each of which is there."""
    found = _OUTDONE.fullmatch(f"{of.strip()} {said.strip()}")
    if found is None:
        return of, _shared(said)
    return f"{found['one']} pain and {found['other']} pain", "present"


def _without_levels(text: str) -> str:
    """Leave out the roots that only explain a place, and the level of the spine at which a back hurts."""
    # a buttock has no other face than the one behind
    text = _BUTTOCK.sub("", _BRACKETED.sub("", text))
    return _AT_LEVEL.sub("", text) if _SPINE.search(text) else text


def plain_pain(text: str) -> str:
    """Write "from the back to the toe" as "back radiating to the toe"; what is like a cramp is none.

    Which leg is crossed over the other is a posture, and no side of the pain.
    """
    text = _of_foot_moves(plain_relief(_without_levels(plain_angle(text))))
    text = _UPWARD.sub("", _CROSSED.sub("", plain_lying(text)))
    text = _MIDDLE.sub("", text)
    text = _IN_SOLE.sub(r"sole of \g<toe>", text)
    text = _SOLE.sub("underside", _MUST_SIT.sub("relieved by sitting or bending forward", text))
    text = _SHOOTS.sub("shooting", _BEGAN_DURING.sub(r"\g<how> onset ", text))
    text = _FOLLOWED.sub(", followed by weakness", text)
    text = _shared(plain_places(text))
    text = _LIKE.sub("dull", _FROM.sub(r"\g<first> radiating to ", text))
    return _OUTSIDE.sub(lambda m: "lateral" if m[1].lower() == "out" else "medial", text)
