"""Places, roots and the sense of pain, told the other way round or in full, written as names."""

import re

__all__ = ["plain_back", "plain_ordinals", "plain_supply", "sense_of_pain", "way_first"]

_WHOLE = (
    r"(?:(?:the|left|right|both|bilateral) )*(?:lower (?:legs?|limbs?|extremit(?:y|ies))|legs?|thighs?|calf|calves|"
    r"shins?|foot|feet|ankles?|heels?|soles?|knees?|buttocks?)"
)
_WAY = (
    r"(?:proximal|distal|dorsal|plantar|medial|lateral|anterior|posterior|anterolateral|anteromedial|posterolateral|"
    r"posteromedial)(?:ly)?(?: (?:border|side|aspect|surface|part|half|third|portion|muscles|"
    r"compartment))?"
)
_WAY_LAST = re.compile(rf"^(?P<whole>{_WHOLE})\s*[,:(]\s*(?P<way>{_WAY})\s*\)?$", re.I)

_IN_FULL = (
    r"(?:dors(?:al|um)|plantar|sole|top|back|front|inner|outer|medial|lateral|anterior|posterior|anterolateral"
    r"|anteromedial|posterolateral|posteromedial)(?: (?:border|side|aspect|surface|part|half|third|portion))?"
)
_WAYS_LAST = re.compile(
    rf"^(?P<whole>{_WHOLE})\s*[,:(]\s*(?P<one>{_IN_FULL})(?: (?:and|&) (?P<other>{_IN_FULL}))?\s*\)?$",
    re.I,
)
_MOVED = re.compile(
    r"^(?P<joint>(?:(?:the|left|right|both) )*(?:ankle|foot|hip|knee|(?:great )?toe|thigh)s?)\s*[,:]\s*"
    r"(?=(?:dorsiflex|plantar ?flex|inver|ever|flex|exten|abduct|adduct|(?:internal|external) rotat)\w*$)",
    re.I,
)


def way_first(text: str) -> str:
    """Write "foot, lateral border" and "ankle: dorsiflexion" as "lateral border foot", "ankle dorsiflexion"."""
    text = _MOVED.sub(r"\g<joint> ", text)
    text = _WAYS_LAST.sub(_each_way, text)
    return _WAY_LAST.sub(r"\g<way> \g<whole>", text)


def _each_way(found: re.Match[str]) -> str:
    ways = [way for way in (found["one"], found["other"]) if way]
    return " and ".join(f"{way} of {found['whole'].strip()}" for way in ways)


_BACK_MUSCLES = re.compile(
    r"\b(?:(?:low(?:er)? )?back|spinal|lumbar) muscles?\b|\bmuscles of the (?:(?:low(?:er)? )?back|spine)\b"
    r"|\b(?:low(?:er)? )?back(?= and [\w ]+ muscles?\b)",
    re.I,
)


def plain_back(text: str, name: str) -> str:
    """Write a name in the place of "back muscles" and "muscles of the back"."""
    return _BACK_MUSCLES.sub(name, text)


_INNERVATED = re.compile(r"(?<=[LS]\d)-(?=innervated|supplied|dependent)", re.I)


_SPELLED_ROOT = re.compile(
    r"\b(?P<part>lumbar|sacral)[ -](?P<first>[1-5])(?:\s?(?P<to>-|to|and|&|/)\s?(?P<last>[1-5]))?"
    r"(?=\s*(?:(?:nerve )?roots?|dermatom|myotom|distribution|territor|segment|level|paraspinal|to|and|through|,|$))",
    re.I,
)


def plain_supply(text: str) -> str:
    """Write "L5-innervated" in two words, and "lumbar 4 and 5 dermatomes" by their letters."""
    return _INNERVATED.sub(" ", _SPELLED_ROOT.sub(_lettered, text))


def _lettered(found: re.Match[str]) -> str:
    letter = found["part"][0].upper()
    joined = f" {found['to']} " if found["to"] and found["to"].isalpha() else found["to"] or ""
    return f"{letter}{found['first']}" + (f"{joined}{letter}{found['last']}" if found["to"] else "")


_NTH = r"(?P<{}>first|second|third|fourth|fifth)"
_NTHS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
_BETWEEN_NTH = re.compile(
    rf"\b(?:between|at) (?:the )?{_NTH.format('one')}(?: lumbar(?: vertebrae?)?)? (?:and|&) (?:the )?"
    rf"{_NTH.format('other')} lumbar(?: (?:vertebra(?:e|s|l bod(?:y|ies))?|interspaces?|segments?|levels?))?\b"
    rf"|\bbetween (?:the )?fifth lumbar(?: vertebra)? and (?:the )?(?:first sacral(?: vertebra)?|sacrum)\b",
    re.I,
)
_NTH_DISC = re.compile(
    rf"\b(?:the )?{_NTH.format('one')} lumbar (?:intervertebral )?(?P<what>inter-?space|inter-?vertebral space|"
    r"disc|disk)(?: space)?\b",
    re.I,
)


def plain_ordinals(text: str) -> str:
    """Write "between the fourth and fifth lumbar vertebrae" and "fourth lumbar disc" by letters: "L4-L5"."""
    return _NTH_DISC.sub(_disc_below, _BETWEEN_NTH.sub(_level_between, text))


def _level_between(found: re.Match[str]) -> str:
    if not found["one"]:
        return "at L5-S1"
    return f"at L{_NTHS[found['one'].lower()]}-L{_NTHS[found['other'].lower()]}"


def _disc_below(found: re.Match[str]) -> str:
    """Name a disc, which has the number of the vertebra above it."""
    above = _NTHS[found["one"].lower()]
    below = f"L{above + 1}" if above < len(_NTHS) else "S1"
    return f"L{above}-{below}" + (" disc" if found["what"].lower().startswith("dis") else "")


_OTHER_SENSE = (
    r"(?:(?:light |fine |deep )?touch|pin ?pricks?|pin|cold|heat|temperature|thermal|vibrat(?:ion|ory)|pressure"
    r"|proprioception|proprioceptive|(?:joint )?position)"
)
_PAIN_TESTED = re.compile(
    rf"(?<=\()\s*pain(?=\s*\))|(?<=[,:;(]\s)pain(?=\s*\)?$)|(?<=[,:;(])pain(?=\s*\)?$)"
    rf"|\bpain(?=,? (?:and|or|&) {_OTHER_SENSE}\b)|\bpain(?=, {_OTHER_SENSE}\b)",
    re.I,
)
_PAIN_AT = re.compile(r"^pain(?= (?:in|on|over|at|of|below|along|from)\b)", re.I)
_HOW_SENSED = re.compile(
    r"^\s*(?:\w+ly )?(?:reduced|decreased|diminished|lost|loss|impaired|dull(?:ed)?|blunted|hypalgesia|normal|"
    r"intact|preserved|altered)\b",
    re.I,
)
_GONE = frozenset({"absent", "none", "0"})
_LESS = (
    r"(?:reduced|decreased?|decreas\w+|diminish\w+|impair\w+|blunt\w+|lost|loss|dull\w*|reduction)"
)
_PAIN_LISTED = re.compile(
    rf"\b(?P<before>{_OTHER_SENSE}(?: (?:sense|sensation))?(?:,| and|, and|/| or| &) ?)pain\b"
    rf"(?! (?:and|or|with) (?:numb|tingl|burn|pa?resth|par?aesth))",
    re.I,
)
_LESS_PAIN = re.compile(
    rf"\b(?P<less>{_LESS}(?: (?:of|in|to))?) pain(?= (?:in|on|over|at|of|below|along|from|and|or)\b|$)",
    re.I,
)
_COLD = r"(?:(?:hot|cold|warm(?:th)?|heat)(?: and | or | ?/ ?))?(?:cold|heat|warm(?:th)?|hot) (?:sensation|sense)"
_COLD_FELT = re.compile(rf"\b{_COLD}\b", re.I)
_LESS_COLD = re.compile(rf"\b(?P<less>{_LESS}(?: (?:of|in|to))?) {_COLD}\b", re.I)
_SAYS_LESS = re.compile(rf"\b{_LESS}\b", re.I)


def sense_of_pain(text: str, value: str) -> str:
    """Write "foot (pain): absent" and "pain on the foot: reduced", which tell of a test, as sense of pain."""
    graded = _HOW_SENSED.match(value) is not None
    if graded or _SAYS_LESS.search(f"{text} {value}"):
        text = _LESS_PAIN.sub(r"\g<less> sense of pain", text)
        text = _PAIN_LISTED.sub(r"\g<before>sense of pain", text)
        text = _LESS_COLD.sub(r"\g<less> temperature sense", text)
        text = _COLD_FELT.sub("temperature sense", text) if graded else text
    if not graded and value.strip().lower() not in _GONE:
        return text
    text = _PAIN_TESTED.sub("sense of pain", text)
    # "pain in the foot: absent" is no complaint, and no loss
    return _PAIN_AT.sub("sense of pain", text) if graded else text
