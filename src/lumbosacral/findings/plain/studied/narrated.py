"""Reports of nerve conduction and of the needle in whole sentences, as short ones."""

import re

__all__ = ["plain_narrative"]

_FIBS = r"(?:fib(?:rillation)?s?(?: potentials?| waves?)?)"
_WAVES = r"(?:positive (?:sharp )?waves?|PSWs?|sharp waves?)"
_JOIN = r"(?:\s*(?:,|/|&|\+|\band\b|\bwith\b|\bor\b)\s*)+"
_SPONTANEOUS = re.compile(rf"\b(?:{_FIBS}{_JOIN}{_WAVES}|{_WAVES}{_JOIN}{_FIBS})(?!\w)", re.I)
"""Two signs of one thing, which "and" would part: "fibrillations and positive sharp waves in TA"."""
_ALONE = re.compile(r"\b(?:positive (?:sharp )?waves?|PSWs?)\b", re.I)
_DISCLOSED = re.compile(r"\bdisclos(?:ed|es)\b", re.I)
_HEADED = re.compile(
    r"\b(?P<muscle>biceps femoris|BF)(?:,| muscle,| -)?\s+\(?(?:the )?(?P<head>short|long) head\)?(?=\W|$)(?!\s+of)",
    re.I,
)
_SHAPES = r"(?:large|long|tall|wide|broad|giant|polyphasic|high[ -]amplitude|large[ -]amplitude|long[ -]duration)"
_UNITS = re.compile(
    rf"\b{_SHAPES}(?:(?:,? and |, | ){_SHAPES})+ (?=(?:MUA?Ps?|motor unit))(?:MUA?Ps?"
    rf"|motor units?(?: (?:action )?potentials?)?)",
    re.I,
)
_DONE = r"(?: (?:that were |which were )?(?:tested|sampled|examined|studied|explored|investigated|screened))?"
_OTHERS = rf"(?:(?:all|all of|the|in) )*(?:other|remaining|rest of the)(?: [a-z-]+){{0,3}}? muscles{_DONE}"
_AMONG = r",? \(?(?:including|such as|namely|i\.?e\.?)(?: the)?"
_BE = r"(?:were|was|are|is|appeared|remained)"
_FINE = r"(?:(?:all |entirely |completely )?(?:normal|silent|unremarkable|spared|unaffected|uninvolved))"
_INCLUDING = (
    re.compile(rf"\b{_OTHERS}{_AMONG} (?P<list>[^.;()]+?)\)?,? (?P<fine>{_BE} {_FINE})\b", re.I),
    re.compile(
        rf"(?:\b(?:the )?(?:findings|study|needle (?:study|examination|exam|EMG)|EMG) )?\b(?P<fine>{_BE} {_FINE}) "
        rf"(?:in )?{_OTHERS}{_AMONG} (?P<list>[^.;()]+)",
        re.I,
    ),
)
"""Muscles that were normal among all the others."""
_NOT_THROUGH = re.compile(
    r"(?<=at the ankle),? (?:and|but) (?=(?:(?:was|were) )?(?:unobtainable|absent|unrecordable|not recordable"
    r"|no response)\b)",
    re.I,
)
"""Between a response from the ankle and none from above: the first is not absent."""
_BOTH_KINDS = re.compile(
    r"\b(?:motor (?:and|&|or|/) ?sensory|sensory (?:and|&|or|/) ?motor) (?=(?:NCS|NCV|NCSs|nerve conduction"
    r"|conduction)\b)",
    re.I,
)
_SOUND = re.compile(
    r"\b(?:showed|shows|revealed|reveals|demonstrated|disclosed|were without|was without) (?:no "
    r"|any )?(?:significant )?"
    r"abnormalit(?:y|ies)\b",
    re.I,
)
_STUDIES = re.compile(
    r"\b(?P<study>nerve conduction stud(?:y|ies)|NCSs?),? including (?:those of )?(?:the )?(?P<list>[^.;]+?) nerves?"
    r"(?= (?:were|was) normal)",
    re.I,
)

_LIMB = re.compile(
    r"\b(?:concentric |monopolar )?(?:needle (?:electrode )?(?:exam(?:ination)?|EMG|study|electromyography)|EMG"
    r"|electromyography(?: \(EMG\))?|NEE)"
    r" (?:of|in|on) (?:the )?(?P<side>(?:left |right |both |bilateral )?)(?:lower (?:extremit(?:y|ies)|limbs?)"
    r"|legs?|limbs?)"
    r" (?=(?:showed|shows|revealed|reveals|demonstrated|demonstrates|disclosed|discloses)\b)",
    re.I,
)
"""The limb that was studied, of which not all was found: "needle examination of the left leg showed"."""
_SEEN = (
    r"(?:(?:(?:increased|decreased|reduced|abnormal|prolonged|mildly|moderately|severely|sustained|profuse"
    r"|scattered|occasional"
    r"|frequent|abundant|[1-4]\+) )*"
    r"(?:insertional activity|fibrillations|fasciculations?|spontaneous activity"
    r"|(?:motor unit )?recruitment|interference patterns?|large polyphasic motor units|polyphasic motor units"
    r"|complex repetitive discharges|CRDs|denervation))"
)
_SIGNS = re.compile(rf"{_SEEN}(?:(?:, and |, | and ){_SEEN})+(?= in\b)", re.I)
_BUT = re.compile(
    rf"\b(?P<fine>{_BE} {_FINE}) in (?:the )?(?P<list>[^.;]+?),? (?:but|whereas|while) (?:it |there (?:was|were) )?"
    r"(?=(?:showed|revealed|demonstrated|abnormal|fib|positive|denervation|reduced|increased)\w*\b)",
    re.I,
)
"""Muscles that were normal before others that were not: "normal in TA and EHL but showed fibrillations in soleus"."""


def plain_narrative(text: str) -> str:
    """Write sentences of a report as a short note has them."""
    text = _ALONE.sub("fibrillations", _SPONTANEOUS.sub("fibrillations", text))
    text = _HEADED.sub(r"\g<head> head of \g<muscle>", _DISCLOSED.sub("showed", text))
    text = _NOT_THROUGH.sub(", ", text)
    text = _UNITS.sub("large polyphasic motor units", _BOTH_KINDS.sub("", text))
    text = _STUDIES.sub(r"\g<study>: \g<list>", _SOUND.sub("were normal", text))
    text = _SIGNS.sub(_signs, _LIMB.sub(r"EMG \g<side>", text))
    text = _BUT.sub(r": \g<list> \g<fine>; EMG ", text)
    for pattern in _INCLUDING:
        text = pattern.sub(_muscles, text)
    return text


def _signs(found: re.Match[str]) -> str:
    """Several signs in one, without the commas that would part them from their muscles."""
    signs = re.split(r", and |, | and ", found[0])
    kept = [one for one in signs if not one.lower().endswith("insertional activity")] or signs
    return " ".join(kept)


def _muscles(found: re.Match[str]) -> str:
    return f"{found['list'].strip(' ,')} {found['fine']}; all other muscles normal"
