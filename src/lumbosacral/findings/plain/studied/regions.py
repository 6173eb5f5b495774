"""An image of several parts of the spine in which something is found in one of them."""

import re

__all__ = ["plain_regions"]

_IMAGE = r"(?:MRIs?|MR imaging|MR scans?|magnetic resonance imaging|CTs?|CT scans?|scans?|imaging|images?)"
_UPPER = re.compile(
    r"\b(?:cervical|thoracic|dorsal|(?:whole|entire|total|full|complete) (?:spine|spinal)|brain|C-?spine|T-?spine"
    r"|neuraxis)\b",
    re.I,
)
_SPINE = re.compile(
    r"\b(?:cervical|thoracic|dorsal|(?:whole|entire|total|full|complete) (?:spine|spinal)|neuraxis)\b",
    re.I,
)
_LOW = re.compile(
    r"\b(?:lumbar|lumbosacral|low back|L[1-5](?: ?[-/] ?(?:L?[1-5]|S1))?|S1|cauda)\b", re.I
)
_HIGH = re.compile(
    r"\b(?:cervical|thoracic|thoracolumbar|dorsal|cord|spinal canal|conus|brain|cerebral|cranial|intracranial|medulla"
    r"|myel\w+|syrin\w+|C[1-8](?: ?[-/] ?C?[1-8])?|T(?:1[0-2]|[1-9])(?: ?[-/] ?[TL]?1?\d)?|epidural|multi-?level|levels"
    r"|white matter|lesions?|infarct\w*)\b",
    re.I,
)
_SCANNED = re.compile(
    rf"^(?:(?:an? |the |plain |contrast |enhanced |gadolinium |his |her )*{_IMAGE} (?:of|scans? of) [^;:()]+"
    rf"|[^;:()]*\b(?:spine|spinal) {_IMAGE})$",
    re.I,
)
_ALONE = re.compile(
    r",? ?\b(?:only|alone|nothing else|no other (?:abnormalit(?:y|ies)|lesions?|findings?)|otherwise normal"
    r"|otherwise unremarkable)\b",
    re.I,
)
_BARE = re.compile(r"\b(?:no|not|without|normal|unremarkable|negative)\b", re.I)


def plain_regions(of: str, said: str) -> tuple[str, str]:
    """Say of an image of the whole spine in which something lumbar is found what is found, and no more.

    Where it is all that is found, the rest is normal: "only mild lumbar stenosis".
    """
    scanned = _SCANNED.match(of.strip()) is not None and _UPPER.search(of) is not None
    alone = _ALONE.search(said) is not None
    told = _ALONE.sub("", said).strip(" ,;")
    if not scanned or not _LOW.search(told) or _HIGH.search(told) or _BARE.search(told):
        return of, said
    whole = alone and _SPINE.search(of) is not None and not re.search(r"\bCTs?\b", of)
    rest = ", normal cervical and thoracic MRI" if whole else ""
    return f"{told}{rest}", "present"
