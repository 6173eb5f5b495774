"""Sentences that a finding is wrapped in: "comes to the physician because of", "on examination there is"."""

import re

__all__ = ["unwrapped"]

_BE = r"(?:is|was|were|has been|had been)"
_VISIT = (
    r"(?:comes?|came|presents?|presented|presenting|returns?|returned|attends?|attended|arrives?|arrived|consults?"
    rf"|consulted|(?:{_BE} )?(?:brought|admitted|referred|seen|evaluated|examined|sent|hospitali[sz]ed))"
)
_PLACE = (
    r"(?:physicians?|doctors?|clinic|office|hospital|emergency (?:department|room)|ED|ER|A&E|GP|department|surgery"
    r"|neurologist|neurosurgeon|physiatrist|podiatrist|orthopa?edist|specialist|lab(?:oratory)?|service|ward|practice)"
)
_WHERE = (
    r"(?: (?:back|in|today|urgently|again))*"
    rf"(?: (?:to|at|in|by|into) (?:(?:the|your|his|her|my|our|an?"
    rf"|their) )?(?:[\w&-]+ ){{0,2}}?{_PLACE}(?:'s? office)?)?"
)
_FOR = (
    r"(?:because of|due to|with complaints? of|complaining of|reporting|with|of"
    r"|for (?:the )?(?:(?:further|electrodiagnostic|neurologic(?:al)?) )*(?:evaluation|investigation|assessment"
    r"|work-?up)"
    r" (?:of|for)|for)"
)
_VISITED = re.compile(
    rf",? *(?:\bwho )?\b{_VISIT}{_WHERE}(?:(?<=\w) |,? )(?:{_FOR}|(?=(?:after|following|since)\b)) ?(?! *\d)"
    r"(?!an? (?:\w+ )?history of)", re.I
)  # fmt: skip
_LOOKED = re.compile(
    r"(?P<before>^|[.;,\n])\s*(?:and )?(?:(?:on|upon|at) )?"
    r"(?:(?:physical|neurologic(?:al)?|clinical|general|detailed|further|initial|bedside|focused) )*exam(?:ination)?"
    r"(?:\s*(?:,|:)|,? (?:today )?(?:shows?|showed|reveals?|revealed|demonstrates?|demonstrated|discloses?|disclosed"
    rf"|{_BE} (?:notable|remarkable|significant) for))(?: there (?:is|was))?\s+",
    re.I,
)
"""How a sentence on an examination begins; a motor or a needle examination is a kind of test, and stays."""
_NEXT = re.compile(
    r",? (?:(?:that|which) )?(?:(?:is|was|were) )?(?<!not )(?:followed by|accompanied by|associated with)\s+",
    re.I,
)
_TURN = re.compile(
    r"(?P<before>^|[.;,\n])\s*(?:(?:however|conversely|in contrast|by contrast|additionally|furthermore|moreover"
    r"|of note"
    r"|notably|in addition|otherwise),|(?:while|whereas|although|yet|since then)\b,?(?= \w))\s*",
    re.I,
)
"""Words between sentences, which tell nothing by themselves."""
_ON_WAKING = re.compile(
    rf" (?:that |which )?(?:{_BE} )?(?:first )?(?:noted|noticed|found|discovered) (?:up)?on (?:awakening"
    rf"|waking)(?: up)? from ",
    re.I,
)
_COUNT = r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|several|a few)"
_LATER = re.compile(
    rf"(?P<time>\b{_COUNT} (?:days?|weeks?|months?|years?)) later,? (?=(?:on |at )?(?:(?:he|she|they|the patient) )?"
    rf"(?:(?:\w+ )?exam|follow-up|there (?:is|was)\b|emg\b|electro|nerve conduction|needle|{_VISIT}\b))",
    re.I,
)
"""How long after the event somebody was seen: that is how old his illness is."""


_AND_A_HALF = re.compile(r"\b(?:an?|one) (?P<unit>year|month) and a half\b", re.I)
_HALVES = {"year": "18 months", "month": "6 weeks"}


def unwrapped(text: str) -> str:
    """Leave out what leads to a finding, and begin a sentence there."""
    text = _AND_A_HALF.sub(lambda found: _HALVES[found["unit"].lower()], text)
    text = _ON_WAKING.sub(", after ", _LATER.sub(r"began \g<time> ago. ", text))
    text = _LOOKED.sub(r"\g<before> ", _VISITED.sub(". ", text))
    # what is set against a list does not go on with it
    text = _TURN.sub(lambda found: f"{found['before'].replace(',', ';')} ", _NEXT.sub(", ", text))
    return re.sub(r"^[\s.,;]+", "", text)
