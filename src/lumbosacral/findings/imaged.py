"""Reports of images in plain spelling: what was looked at, what is said of a list, the level of a heading."""

import re

from lumbosacral.findings.placed import plain_ordinals

__all__ = ["levelled_first", "plain_looked", "said_of_list"]

_BARE = re.compile(r"^(?:|yes|true|noted|found|seen|report(?:ed)?|mri|ct|there (?:is|are))$", re.I)
_SAID = re.compile(
    r"^(?P<list>[^,;.|]+ and [^,;.|]+?) (?:is|are|was|were|remain(?:s|ed)?|appear(?:s|ed)?)"
    r" (?P<how>(?:all|both|otherwise|also|well|widely|not|within normal) ?[\w -]*|[\w-]+(?: [\w-]+)?)$",
    re.I,
)
_LEVEL = r"(?:L[1-4] ?[-/] ?L?[2-5]|L5 ?[-/] ?S?1)"
_HEADING = re.compile(
    rf"^(?:at )?(?:the )?(?:level of )?({_LEVEL})(?: (?:level|disc|disk))?$", re.I
)
_LEVELLED = re.compile(rf"\b{_LEVEL}\b|\bL[1-5]\b(?! (?:root|nerve))", re.I)
_DISC = re.compile(r"\b(?:protrusions?|extrusions?|herniations?|bulges?|bulging)\b", re.I)
_WRONG = r"(?:findings?|abnormalit(?:y|ies)|process(?:es)?|patholog(?:y|ies)|events?)"
_INTRACRANIAL = re.compile(rf"\b(?:acute )?intracranial {_WRONG}\b", re.I)
_HEAD = re.compile(r"\b(?:brain|head|cranial|cranium|cerebral|skull)\b", re.I)
_RENAL = re.compile(
    r"\b(?:(?:distal|inferior|caudal) to|below|beyond|just below)"
    r" (?:the )?(?:(?:origins?|take-?offs?|level) of (?:the )?)?(?:(?:right|left|both) )?renal arter(?:y|ies)\b",
    re.I,
)
_SCAN = r"(?:MRIs?|MR imaging|magnetic resonance imaging|CT|myelogra(?:m|phy|ms)|scans?|imaging|of|the|(?:his|her))"
_SPINE = re.compile(
    rf"^((?:[\w-]+ )?(?:{_SCAN} ?)*)\b(?:(?:whole|entire|total|full|complete) (?:spine|spinal (?:canal|axis))"
    rf"|thoraco-?lumbar(?: spine)?|dorso-?lumbar(?: spine)?)((?: {_SCAN})*)$",
    re.I,
)


def said_of_list(of: str, said: str) -> tuple[str, str]:
    """Put what is said of all members of a list into a bare answer: "canal and foramina are patent"."""
    found = _SAID.match(of.strip()) if _BARE.match(said.strip()) else None
    return (found["list"], found["how"]) if found else (of, said)


def levelled_first(of: str, said: str) -> tuple[str, str]:
    """Set the level that an answer gives beside the disc: "protrusion, displacing the root", at L5-S1."""
    heading = _HEADING.match(said.strip())
    disc = _DISC.search(of)
    if heading is None or disc is None or _LEVELLED.search(of):
        return of, said
    return f"{of[: disc.end()]} at {heading[1]}{of[disc.end() :]}", "yes"


def plain_looked(of: str, said: str) -> tuple[str, str]:
    """Name the parts that a whole spine has, and the head once: "MRI brain: no acute intracranial process"."""
    of = _SPINE.sub(r"\1thoracic and lumbar spine\2", of.strip())
    of, said = plain_ordinals(of), plain_ordinals(said)
    of, said = _RENAL.sub("infrarenal", of), _RENAL.sub("infrarenal", said)
    if _HEAD.search(of):
        return _INTRACRANIAL.sub("abnormality", of), _INTRACRANIAL.sub("abnormality", said)
    return _INTRACRANIAL.sub("brain abnormality", of), _INTRACRANIAL.sub("brain abnormality", said)
