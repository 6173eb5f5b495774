"""Whether a pain goes on to another place, in plain spelling."""

import re

from lumbosacral.findings.language.words import clean

__all__ = ["UNRADIATED", "from_back", "plain_radiation", "with_radiation"]

_RADIATES = r"(?:radiat\w*|spread\w*|extend\w*|travel\w*|go(?:es)?|going|pass\w*|reach\w*|shoot\w*)"
_BEYOND = r"(?:below|beyond|past|distal to|further than|farther than) (?:the |his |her )?(?:knees?|buttocks?)"
UNRADIATED = re.compile(
    rf"(?:(?:no|without|without any|absent) (?:distal )?radiation|non-?radiating|"
    rf"(?:(?:does|did|do) not|doesn't|not|never|without) (?:{_RADIATES} (?:down |on )?)?{_BEYOND}|"
    r"(?:(?:does|did|do) not|doesn't|not|never) (?:radiat\w*|spread\w*|travel\w*|shoot\w*))",
    re.I,
)
_NOT_ON = re.compile(
    rf"[,;]? ?\b(?:(?:that|which|and|but|it|typically|usually) )*(?:(?:with )?(?:no|without)(?: any)?(?: distal)? "
    rf"radiation\b|non-?radiating|"
    rf"(?:(?:does|did|do) not|doesn't|not|never|without) (?:radiat\w*\b|{_RADIATES}(?: down| on)?(?= {_BEYOND})))"
    rf"(?! (?:to|into|in|down|from|along|towards?|as far)\b)(?: {_BEYOND})?"
    rf"|,? ?\b(?:but |and )?not {_BEYOND}",
    re.I,
)
_RUNS = re.compile(
    r"\b(?:running|runs|ran) (?=(?:(?:all the way|straight|right) )?(?:down|into|through|along|from)\b)",
    re.I,
)
_WITH = re.compile(
    r"\bpain with (?P<where>(?:(?:left|right|bilateral) )?(?:leg|thigh|calf|foot|buttock|lower limb|lower extremity)) "
    r"radiation\b",
    re.I,
)
_FROM_BACK = re.compile(
    r"\b(?P<pain>pains?|ache|aching)(?: (?:that |which )?(?:goes|going|went|runs|running|ran|travel(?:s|l?ing)"
    r"|extends|extending|shoots|shooting|radiates|radiating))? from (?:the |his |her )?(?P<back>(?:low(?:er)? )?back)"
    r" (?=(?:all the way )?(?:down|to|into|through)\b)",
    re.I,
)
_TO = r"pain radiating to the \g<where>"


def plain_radiation(text: str) -> str:
    """Leave out that a pain does not go on, which does not deny it; what "runs down" a leg is no sport."""
    kept = clean(_NOT_ON.sub("", text)).strip(" ,")
    text = kept if re.search(r"[a-z]{3}", kept, re.I) else text
    text = from_back(text)
    return with_radiation(_RUNS.sub("radiating ", text))


def with_radiation(text: str) -> str:
    """Write "pain with leg radiation" as pain that radiates to the leg, which no rays do."""
    return _WITH.sub(_TO, text)


def from_back(text: str) -> str:
    """Write "pain going from the back down the leg" as back pain that radiates."""
    return _FROM_BACK.sub(r"\g<back> pain radiating ", text)
