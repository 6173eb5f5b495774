"""Reports of images in plain spelling: what was kept, where after a comma, what was looked at as a whole."""

import re

__all__ = ["plain_report", "whole_spine"]

_HEIGHT = r"(?:(?:inter-?vertebral )?(?:dis[ck]s? )?(?:spaces? )?heights?)"
_KEPT = r"(?:(?:well |relatively |otherwise )*(?:preserved|maintained|normal|intact|unremarkable))"
_HEIGHT_KEPT = re.compile(
    rf"(?:,| and| but| with| though| although|;)? ?(?:throughout )?(?:with |but )?(?:the )?(?:{_KEPT} {_HEIGHT}"
    rf"|{_HEIGHT} (?:is|are|remain|remains|being )?(?: ?{_KEPT})"
    rf"|without (?:significant |appreciable |any )*(?:loss of|loss in|reduction (?:of|in)) {_HEIGHT}"
    rf"|without (?:significant |appreciable |any )*{_HEIGHT} (?:loss|reduction|narrowing))(?=$|[,;.]| at| with)",
    re.I,
)
_WORN = re.compile(
    r"\b(?:des+[ie]c+at\w*|dehydrat\w*|degenerat\w*|loss of (?:the )?(?:normal )?(?:dis[ck] )?signal|dark|black dis[ck]"
    r"|loss of (?:disc|disk|T2) (?:T2 )?signal)\b",
    re.I,
)
_SIGNAL_LOST = re.compile(
    r"\bloss of (?:the )?(?:normal )?(?:(?:T2 )?dis[ck] (?:T2 )?signal"
    r"|(?:T2 )?signal (?:of|in) (?:the )?dis[ck]s?)\b",
    re.I,
)
_LEVEL = r"(?:L[1-5] ?[-/] ?(?:L?[1-5]|S?1)\b)"
_AFTER_COMMA = re.compile(
    r"(?P<what>\b(?:dis[ck] (?:herniation|protrusion|extrusion|prolapse|bulge)|herniated dis[ck]|prolapsed dis[ck]"
    r"|extruded dis[ck]|nucleus pulposus|herniation|protrusion|extrusion|prolapse|HNP|PIVD|HIVD)s?), "
    rf"(?P<level>{_LEVEL})(?=$|,| (?:level|on|to|with|left|right|and)\b)",
    re.I,
)
_SIDE_AFTER = re.compile(
    rf"(?P<level>{_LEVEL}),? (?:on (?:the )?)?(?P<side>left|right)(?:[ -]sided?)?(?=$|[,;.]| with\b)",
    re.I,
)
_PASSING_ROOT = re.compile(
    r"\b(exiting|traversing|descending|emerging|adjacent|ipsilateral), (?=(?:left |right )?(?:[LS][1-5]\b|nerve))",
    re.I,
)
_IN_RECESS = re.compile(
    r"\b(?P<root>(?:nerve )?roots?|[LS][1-5] nerve),? (?:with)?in (?:the |its )?(?P<side>(?:left |right )?)"
    r"(?:lateral|subarticular) recess(?:es)?\b",
    re.I,
)
_CAUSING = re.compile(
    r" (?:which (?:is )?)?(?:caus(?:es|ing)|result(?:s|ing) in|produc(?:es|ing)|leading to|contribut(?:es|ing) to)"
    r"(?= [^,;]*\b(?:foram|recess|canal|stenos)[^,;]*\b(?:with|and) [^,;]*\b(?:root|nerve)s?\b)",
    re.I,
)
_SPAN = re.compile(
    r"\b(?:extending |spanning |ranging |tracking )*(?:from|between) (?:the )?(?P<one>[CTL]\d{1,2})"
    r" (?:to|through|until|and|down to) (?:the )?(?P<other>[CTL]\d{1,2})\b(?! roots?| nerves?|[-/]\d|[-/][LS])",
    re.I,
)
_WHOLE_SPINE = re.compile(
    r"\b(?:(?:whole|entire|total|full|complete)[ -](?:spine|spinal (?:canal|axis))|(?:pan|holo)-?(?:spine|spinal)\b"
    r"(?: spine)?|cervical, (?:thoracic|dorsal),? (?:and|&) lumbar (?:spines?|regions?|segments?)"
    r"|cervico-?thoraco-?lumbar(?: spine)?)",
    re.I,
)
_MUSCLE_OEDEMA = re.compile(
    r"\b(?:intra)?muscular o?edema\b|\bmuscles? o?edema\b|\bo?edema (?:of|in|within) (?:the |any )?muscles?\b(?! of)",
    re.I,
)
_BONES = re.compile(
    r"^(?P<what>(?:the |all )?(?:visuali[sz]ed |imaged )?)(?:(?:lumbar|lumbosacral|thoracolumbar) )?"
    r"(?P<bones>vertebra(?:e|l bod(?:y|ies))(?: (?:heights?|alignment|signal|marrow))?(?: and (?:heights?|alignment))?)"
    r"(?: (?:of|in) the (?:lumbar|lumbosacral) spine)?$",
    re.I,
)
_NECK = re.compile(
    r"\b(?P<by>with|through|via|by|at) (?:an? |its |the )(?P<how>(?:[\w-]+ )?)neck\b(?! of| pain| muscle)",
    re.I,
)
_NOT_BODY = re.compile(
    r"\b(?:aneurysm|pseudoaneurysm|cyst|cystic|ganglion|collection|sac|hernia)", re.I
)


def plain_report(text: str) -> str:
    """Write one text of a report of an image in plain spelling.

    "Desiccation with preserved heights" is desiccation, "herniation, L4-5" a herniation there, the neck of a cyst is
    none of the body, and vertebrae alone are no spine.
    """
    text = _BONES.sub(r"\g<what>\g<bones>", text.strip())
    text = _MUSCLE_OEDEMA.sub("denervation edema", text)
    text = _SIGNAL_LOST.sub("disc desiccation", text)
    if _WORN.search(text):
        text = _HEIGHT_KEPT.sub("", text)
    text = _AFTER_COMMA.sub(r"\g<what> at \g<level>", text)
    text = _SIDE_AFTER.sub(r"\g<level> on the \g<side>", text)
    text = _IN_RECESS.sub(_root_alone, _PASSING_ROOT.sub(r"\1 ", text))
    text = _CAUSING.sub(",", text)
    text = _SPAN.sub(r"\g<one>-\g<other>", text)
    if _NOT_BODY.search(text):
        text = _NECK.sub(r"\g<by> a \g<how>stalk", text)
    return text


def whole_spine(of: str) -> str:
    """Name the parts that were looked at: "MRI of the brain and whole spine"."""
    return _WHOLE_SPINE.sub("thoracic spine and lumbar spine", of)


def _root_alone(found: re.Match[str]) -> str:
    # where a root is touched is no narrowing of that place
    side = found["side"].strip()
    return f"{found['root']} on the {side}" if side else found["root"]
