"""Reports of images in plain spelling: what was looked at, and what is said of a list."""

import re

from lumbosacral.findings.plain.felt.placed import plain_ordinals

__all__ = ["plain_looked", "said_of_list"]

_BARE = re.compile(r"^(?:|yes|true|noted|found|seen|report(?:ed)?|mri|ct|there (?:is|are))$", re.I)
_SAID = re.compile(
    r"^(?P<list>[^,;.|]+ and [^,;.|]+?) (?:is|are|was|were|remain(?:s|ed)?|appear(?:s|ed)?)"
    r" (?P<how>(?:all|both|otherwise|also|well|widely|not|within normal) ?[\w -]*|[\w-]+(?: [\w-]+)?)$",
    re.I,
)
_WRONG = r"(?:findings?|abnormalit(?:y|ies)|process(?:es)?|patholog(?:y|ies)|events?)"
_INTRACRANIAL = re.compile(rf"\b(?:acute )?intracranial {_WRONG}\b", re.I)
_HEAD = re.compile(r"\b(?:brain|head|cranial|cranium|cerebral|skull)\b", re.I)
_INFRARENAL = re.compile(r"\b(infra|supra|juxta|para)-renal\b", re.I)
_RENAL = re.compile(
    r"\b(?:(?:distal|inferior|caudal) to|below|beyond|just below)"
    r" (?:the )?(?:(?:origins?|take-?offs?|level) of (?:the )?)?(?:(?:right|left|both) )?renal arter(?:y|ies)\b",
    re.I,
)
_MUSCLES = re.compile(
    r"^(?P<list>[^;.|]+ and [^;.|]+? muscles) (?:is|are|was|were|appear(?:s|ed)?) (?P<how>[\w -]+)$",
    re.I,
)
_ALL_SOUND = re.compile(
    r"^(?P<list>[^;.|]+(?:,| and | & |/)[^;.|]+?)[:,]? (?P<how>(?:all |both |otherwise |also )?"
    r"(?:unremarkable|normal|clear|within normal limits|negative))$",
    re.I,
)
_GLUTEI = re.compile(
    r"\bgluteus (?P<one>maximus|medius|minimus)(?P<joint>, |,? (?:and|&) )(?P<other>maximus|medius|minimus)\b",
    re.I,
)
_OTHER_SIDE = re.compile(
    r",? (?:than|as compared (?:to|with)|compared (?:to|with)|versus|relative to) (?:that )?(?:on |of )?(?:the )?"
    r"(?:contralateral|opposite|right|left|other)(?: (?:side|one|nerve|muscle))?(?=$|[,;.]| due| with| because)",
    re.I,
)
_METHOD = re.compile(
    r"^(?=.*\b(?:T[12]\b|T2\*|STIR|FLAIR|fat|PD|proton|gadolinium))(?:(?:on|the|and|an?|in|MRIs?|MR|images?|imaging|scans?"
    r"|sequences?|series|views?|sections?|slices?|planes?|axial|coronal|sagittal|transverse|turbo|fast|gradient|spin"
    r"|echo|FSE|TSE|GRE|T[12]\*?w?|T[12]WI|STIR|FLAIR|PD|proton|density|fat|sat|saturat(?:ed|ion)|suppress(?:ed|ion)"
    r"|weighted|enhanced|contrast|pre|post|gadolinium|demonstrat(?:es?|ed)|show(?:s|ed|ing)?|reveal(?:s|ed)?)[\s,;/:()-]*)+$",
    re.I,
)
_SCAN = r"(?:MRIs?|MR imaging|magnetic resonance imaging|CT|myelogra(?:m|phy|ms)|scans?|imaging|of|the|(?:his|her))"
_SPINE = re.compile(
    rf"^((?:[\w-]+ )?(?:{_SCAN} ?)*)\b(?:(?:whole|entire|total|full|complete) (?:spine|spinal (?:canal|axis))"
    rf"|thoraco-?lumbar(?: spine)?|dorso-?lumbar(?: spine)?)((?: {_SCAN})*)$",
    re.I,
)

_NERVOUS = (
    r"(?:(?:spinal )?cord|(?:nerve )?roots?|(?:(?:lumbo-?sacral|lumbar|sacral) )?plexus|cauda equina"
    r"|conus(?: medullaris)?|thecal sac|peripheral nerves?|nerves?|foramina(?:l)?|canal)"
)
_NONE_OF = re.compile(
    r"\b(?P<no>no|without(?: any)?|neither)(?: (?:clear |definite |obvious )?(?:evidence|signs?|suggestion) of)? "
    rf"(?P<list>{_NERVOUS}(?:(?:, or|, and|, nor|,| or| and| nor|/) ?{_NERVOUS})+) "
    rf"(?P<what>involvement|{_WRONG}|lesions?|compression|impingement|damage|injur(?:y|ies)|disease|enhancement|stenosis)",
    re.I,
)
_MEMBER = re.compile(_NERVOUS, re.I)


_SHOWS_NOT = re.compile(
    r"^(?:the )?(?:(?:[\w-]+ ){0,3}(?:images?|imaging|MRI|scans?|sequences?|CT|radiographs?|views?) )?"
    r"(?:do|does|did) not (?:demonstrate|show|reveal|disclose|identify|depict) (?:any )?(?=[a-z])",
    re.I,
)


def said_of_list(of: str, said: str) -> tuple[str, str]:
    """Put what is said of all members of a list into a bare answer: "canal and foramina are patent"."""
    muscles = _MUSCLES.match(of.strip())
    if muscles and not re.search(r"\d", said):
        return muscles["list"], muscles["how"]
    sound = _ALL_SOUND.match(of.strip()) if _BARE.match(said.strip()) else None
    if sound:
        return sound["list"], sound["how"]
    found = _SAID.match(of.strip()) if _BARE.match(said.strip()) else None
    return (found["list"], found["how"]) if found else (of, said)


def plain_looked(of: str, said: str) -> tuple[str, str]:
    """Name the parts that a whole spine has, and the head once: "MRI brain: no acute intracranial process".

    An answer that is no more than how the picture was made is none: "sagittal T2, fat-suppressed".
    """
    of = _SHOWS_NOT.sub("no ", of.strip())
    of, said = (_none_of(_each_gluteus(_OTHER_SIDE.sub("", text))) for text in (of, said))
    said = "MRI" if _METHOD.match(said.strip()) else said
    of = _SPINE.sub(r"\1thoracic and lumbar spine\2", of.strip())
    of, said = plain_ordinals(of), plain_ordinals(said)
    of, said = _INFRARENAL.sub(r"\1renal", of), _INFRARENAL.sub(r"\1renal", said)
    of, said = _RENAL.sub("infrarenal", of), _RENAL.sub("infrarenal", said)
    if _HEAD.search(of):
        return _INTRACRANIAL.sub("abnormality", of), _INTRACRANIAL.sub("abnormality", said)
    return _INTRACRANIAL.sub("brain abnormality", of), _INTRACRANIAL.sub("brain abnormality", said)


def _each_gluteus(text: str) -> str:
    """Name each gluteus of a list in full: "gluteus medius and minimus"."""
    once = _GLUTEI.sub(r"gluteus \g<one>\g<joint>gluteus \g<other>", text)
    return once if once == text else _each_gluteus(once)


def _none_of(text: str) -> str:
    """Deny each member of a list of which one denial is told: "no cord, root or plexus lesion"."""
    return _NONE_OF.sub(
        lambda found: ", ".join(
            f"no evidence of {one} {found['what']}" for one in _MEMBER.findall(found["list"])
        ),
        text,
    )
