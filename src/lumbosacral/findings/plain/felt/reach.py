"""How far up a limb something is felt: "half way up the calf", "to ankle level", "from the knee down"."""

import re

from lumbosacral.findings.language.limb_words import LIMB, WAY

__all__ = ["far_up", "reaching"]

_PART_WAY = re.compile(
    r"\b(?:(?:up )?to )?(?:(?:about|approximately|roughly) )?"
    r"(?:(?:(?:a|one|two)[ -])?(?:thirds?|half|quarter)(?: of)?(?: the)? |half-?|mid-?)way up "
    r"(?:the |his |her |both )?(?:(?:left|right) )?(?P<limb>thigh|(?:lower )?leg|shin|calf|calves)s?\b",
    re.I,
)
_MIDWAY = re.compile(
    r"\b(?:(?:up )?to )?(?:mid|half)[ -]?way (?:between|from) (?:the )?"
    r"(?:ankles? (?:and|to) (?:the )?knees?|knees? (?:and|to) (?:the )?ankles?)\b",
    re.I,
)
_LEVEL = re.compile(
    r"(?:^|(?<=\bup )|(?<=\bfeet )|(?<=\bfoot )|(?<=\btoes )|(?<=\bdistally ))to (?:the )?"
    r"(?P<level>ankle|knee|mid[- ]?calf|mid[- ]?shin|mid[- ]?thigh|groin|hip)s? levels?\b",
    re.I,
)
_ABOVE_ANKLE = re.compile(
    r"\b(?:up )?to (?:\d+ ?cm|just|slightly|a few (?:cm|inches)|\d+ ?inch(?:es)?) above (?:the |both )?"
    r"(?:ankle|malleol)\w*",
    re.I,
)
_DOWNWARD = re.compile(
    r"\b(?:from )?(?:the |both )?(?P<level>ankle|knee|(?:mid[- ]?)?(?:calf|shin|thigh)|mid[- ]?calve|groin|hip|waist)s?"
    r" (?:on )?(?:down(?:wards?)?|distally)(?=\s*(?:$|[,;)]))",
    re.I,
)
_STOCKING_TO = re.compile(
    r"\bstocking(?:s|[- ](?:like|type|distribution|pattern|fashion|style))?(?P<what>(?: (?!glove|and\b)\w+){0,3}?)"
    r" (?:up )?(?:to|as far as) (?P<high>(?:the |both |level |of )*(?:mid(?:dle)?[- ]?(?:of )?(?:the )?)?"
    r"(?:(?:just |slightly )?(?:above|below) (?:the )?)?)"
    r"(?P<limb>mid|ankle|knee|calf|calve|shin|thigh|groin|hip)(?P<ending>s?)(?: levels?)?\b",
    re.I,
)
_FROM_THIGH = re.compile(
    r"(?P<from>\b(?:thigh|groin|hip|buttock)\b[^,;]*?) (?:down )?to (?:the )?"
    r"(?:level of (?:the )?knees?|knee level)\b",
    re.I,
)
_ASCENDING = re.compile(
    r"(?P<from>\b(?:feet|foot|toes?)),? (?:ascending|extending|spreading|rising|progressing|going) (?:up )?to ",
    re.I,
)
_KNEE_BONES = re.compile(
    r"^(?:up )?to (?:the )?(?:level of )?(?:the |both )?(?:tibial tuberosit\w+|patellae?|kneecaps?)\b",
    re.I,
)


def far_up(text: str) -> str:
    """Write "half way up the calf", "to ankle level" as "up to mid calf", "up to ankle"."""
    text = _FROM_THIGH.sub(r"\g<from> down to the knee", text)
    text = _STOCKING_TO.sub(_of_both, _PART_WAY.sub(_up_to_middle, text))
    text = _DOWNWARD.sub(_below, text)
    text = _ASCENDING.sub(r"\g<from> up to ", text)
    text = _ABOVE_ANKLE.sub("up to ankle", _MIDWAY.sub("up to mid calf", text))
    return _KNEE_BONES.sub("up to knee", _LEVEL.sub(r"up to \g<level>", text)).replace(
        "up up to", "up to"
    )


def _of_both(found: re.Match[str]) -> str:
    """Stockings are worn on both legs: how far up they reach is said of both."""
    limb = {"calf": "calves", "calve": "calves", "mid": "mid"}.get(
        found["limb"].lower(), f"{found['limb']}s"
    )
    return f"{found['what']} up to {found['high']}{limb}"


def _below(found: re.Match[str]) -> str:
    level = found["level"].lower()
    return f"below {'mid ' if level in {'calf', 'shin', 'thigh'} else ''}{level}"


def _up_to_middle(found: re.Match[str]) -> str:
    return f"up to mid {'thigh' if found['limb'].lower() == 'thigh' else 'calf'}"


_HIGH = (
    r"(?:(?:the|both|level of|mid(?:dle of)?|just (?:above|below)|above|below)[ -])*"
    r"(?:ankle|knee|mid-?calve|mid-?calf|mid-?shin|mid-?thigh|calf|calve|shin|thigh|groin|hip|malleol)\w*"
)
_STOCKING = re.compile(
    r"\bstocking(?:s|[- ](?:like|type|distribution|pattern|fashion|style))?\s*", re.I
)
_REACHES = re.compile(
    rf"^(?P<lost>(?:\w+ ){{0,2}})(?:up )?to (?:the )?(?P<high>{_HIGH})(?: bilaterally)?$", re.I
)
_LOST_TO = re.compile(
    r"\b(?P<lost>absent|lost|loss|reduced|decreased|diminished|impaired|numb|numbness)(?: distally)? (?:up )?to "
    rf"(?=(?:the )?{_HIGH}(?: bilaterally)?$)",
    re.I,
)

_LIMB_TO = re.compile(
    r"\b(?P<lost>(?:numb|numbness|loss|anaesthesia|anesthesia)\b[^,;]*?\b(?:leg|limb|foot|feet)s?) to "
    rf"(?=(?:the )?{_HIGH}(?: bilaterally)?$)",
    re.I,
)


_SENSE = (
    r"(?:light touch|touch|pin ?-?prick|pin|pain|temperature|thermal|cold|vibrat(?:ion|ory)|proprioception"
    r"|(?:joint )?position|sensory loss|all modalities)(?: sensations?| sense| perception| loss)?"
)
_JOINT = r"(?:(?:the|both|mid(?:dle of)?|level of|just (?:above|below))[ -])*(?:ankle|knee|mid-?\w+|malleol)\w*"
_SENSE_TO = re.compile(
    rf"^(?P<sense>{_SENSE}(?:(?:,? and |,? or |, ?|/){_SENSE})*) to (?={_JOINT}(?: bilaterally)?$)",
    re.I,
)
_WAY_ALONE = re.compile(rf"^(?P<lost>\S+) (?P<way>{WAY})ly$", re.I)
_LIMB_ALONE = re.compile(rf"^(?P<side>(?:(?:left|right|both) )?){LIMB}$", re.I)


def reaching(words: str, value: str) -> tuple[str, str]:
    """Words and answer of a loss that say how far up it reaches: "vibration: absent to the knees"."""
    words, value = words.strip(), value.strip()
    way = _WAY_ALONE.match(value)
    if way is not None and _LIMB_ALONE.match(words):
        # "right thigh: numb anterolaterally"
        *side, limb = words.rsplit(" ", 1)
        return " ".join([*side, way["way"], limb]), way["lost"]
    reached = _REACHES.match(value)
    if reached is not None and _STOCKING.search(words):
        return f"{words} to {reached['high']}", reached["lost"].strip()
    if _REACHES.match(words):
        value = _STOCKING.sub("", value)
    words = _SENSE_TO.sub(r"\g<sense> up to ", words)
    for lost in (_LOST_TO, _LIMB_TO):
        words, value = (lost.sub(r"\g<lost> up to ", text) for text in (words, value))
    return words, value
