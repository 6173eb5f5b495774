"""Where something is felt, told in full, written as names: on which side, between which toes, near what joint."""

import re

from lumbosacral.findings.language.limb_words import LIMB, NUMBER, NUMBERS, OWN, SHARE, WAY
from lumbosacral.findings.plain.felt.left_out import all_but, spared_share
from lumbosacral.findings.plain.felt.reach import far_up

__all__ = ["near_joint", "plain_where"]

_ORDINALS = ("first", "second", "third", "fourth")


_EXTENDING = re.compile(
    r"(?<=\w),? (?:(?:often|sometimes|occasionally|usually|frequently|and|possibly|at times|may|can|which|it) )+"
    r"(?=(?:extending|reaching|extends|extend|reaches|reach) (?:down )?(?:as far as |to |up to ))",
    re.I,
)
_NERVE = r"(?:(?:nerves?|root|dermatom\w*)\b ?)"
_OF_NO_NERVE = re.compile(
    r"[,;]? *\(?(?:(?:but|and|which|is|was|does|did|that) )*\bnot (?:in|within|along|follow\w*|fit\w*|respect\w*|"
    r"conform\w* to|confined to|limited to|restricted to|correspond\w* (?:to|with))(?: (?:the|a|any|an))*"
    r"(?: (?:distribution|territory|pattern|area) of)?(?: (?:the|an?|any|one|single|specific|particular|individual|"
    rf"known|peripheral|spinal|cutaneous|discrete|clear|strict))* {_NERVE}+(?:(?:or|and) (?:an?y? )?{_NERVE}+)?"
    r"(?:(?:distribution|territor(?:y|ies)|pattern|boundar(?:y|ies))s?)?\)?(?= *(?:[,;]|$))",
    re.I,
)
"""What is felt in no nerve's place is felt all the same."""
_BETWEEN_LEGS = re.compile(r"\bbetween (?:the |his |her |my )?(?:legs|thighs)\b", re.I)
_WAY_SIDE_OF = re.compile(
    rf"\b(?P<way>(?:antero|postero)-?(?:medial|lateral)) (?:side|edge|border)s? of (?={OWN}{LIMB}\b)",
    re.I,
)
_EDGE_OF_LEG = re.compile(
    rf"\b(?:(?P<outer>outer|lateral|external)|inner|medial|internal) (?:edge|border|margin)s? of "
    rf"(?P<leg>{OWN}(?:(?:lower )?leg|calf|calves|shin|thigh)s?)\b",
    re.I,
)
_ONTO = re.compile(
    r",? (?:(?:and|that|which|then) )*(?:extend|spread|continu|progress|stretch)(?:ed|ing|s|es|e)? "
    r"(?:down )?(?:onto|on to|over|into) (?=(?:the |his |her |my )?(?:\w+ )?(?:"
    rf"{WAY}(?:(?:,| and) {WAY})+ |{SHARE} ))",
    re.I,
)
_TO_SHARE = re.compile(
    rf",? (?:extend|spread|continu|progress)(?:ed|ing|s|es|e)? (?:up |down )?to (?:the |his |her )?(?P<way>{WAY}) "
    r"(?:mid-? ?|middle |half of the |distal |lower )(?P<limb>calf|shin|leg)\b",
    re.I,
)


_INCLUDING = re.compile(r"(?<!not),? (?:including|inclusive of) ", re.I)
"""What is a part of the place before it narrows nothing: "sole including the heel"."""
_TOES_SIDED = re.compile(
    r"(?P<toes>[\w, ]*\b(?:toe|digit)s?),? \(?(?P<way>dorsal|plantar)(?: (?:aspect|surface|side|part))?\)?$",
    re.I,
)
"""A side of the foot told after the toes: "third and fourth toes, plantar"."""
_DORSAL_OF_LEG = re.compile(
    rf"\bdorso-?lateral(?: {SHARE})?(?: of)? (?P<one>{OWN}(?:(?:lower |upper )?leg|thigh|calf|shin|buttock)s?)"
    r"(?P<and> and (?=(?:(?:lower )?leg|calf|shin)s?\b))?",
    re.I,
)
"""The back of a leg is called its dorsal side; that of a foot is its upper one."""


def plain_where(text: str) -> str:
    """Write places told in full as names; see the functions that it calls."""
    text = _DORSAL_OF_LEG.sub(_behind, text)
    text = _OF_NO_NERVE.sub(", nondermatomal", text)
    text = _BETWEEN_LEGS.sub("perineum", _WAY_SIDE_OF.sub(r"\g<way> aspect of ", text))
    text = _TO_SHARE.sub(r" and \g<way> \g<limb>", _ONTO.sub(" and ", text))
    text = _EDGE_OF_LEG.sub(_side_of_leg, text)
    text = _of_the_sole(_EXTENDING.sub(" ", text))
    text = _INCLUDING.sub(" and ", _TOES_SIDED.sub(r"\g<way> aspect of \g<toes>", text.strip()))
    text = all_but(_between(_on_side(text)))
    return far_up(_adverbs(spared_share(_webs(text))))


def _behind(found: re.Match[str]) -> str:
    """Name the back and outer side of a leg, and of the leg that is told with it."""
    beside = " and posterolateral " if found["and"] else ""
    return f"posterolateral {found['one']}{beside}"


def _side_of_leg(found: re.Match[str]) -> str:
    """Name the side of a leg that is called its edge: the foot alone has borders of its own."""
    return f"{'lateral' if found['outer'] else 'medial'} aspect of {found['leg']}"


_ADVERB_AT = re.compile(
    rf"\b(?P<way>{WAY})ly (?:in|on|over|at|of|along) (?P<place>{OWN}{LIMB})\b", re.I
)
_TOE_ADVERB = re.compile(
    rf"\b(?:base of (?:the )?)?(?P<toe>{NUMBER} (?:toe|digit)|hallux)s? (?P<way>dorsal|plantar)ly\b",
    re.I,
)
_ADVERB_BELOW = re.compile(rf"\b(?P<way>{WAY})ly below (?:the |both )?knees?\b", re.I)


def _adverbs(text: str) -> str:
    """Write "laterally on the thigh", "medially below the knee" as "lateral thigh", "medial lower leg"."""
    text = _TOE_ADVERB.sub(r"\g<way> \g<toe>", text)
    text = _ADVERB_BELOW.sub(r"\g<way> lower leg", text)
    return _ADVERB_AT.sub(r"\g<way> \g<place>", text)


_SOLE_AND_TOE = re.compile(
    r"\b(?P<sole>plantar (?:surface|aspect|side|part) of (?:the |his |her )?(?:left |right )?foot,? "
    r"including (?:the )?)"
    r"(?P<toe>(?:great|big|little|first|second|third|fourth|fifth) toe|hallux|toes)\b",
    re.I,
)
_WITH_SOLE = re.compile(
    r"(?<=\bsole)(?P<and>(?: of (?:the )?foot)?(?: and|,) (?:the )?)"
    r"(?P<toe>(?:great|big|little|fifth|first) toe|hallux)\b",
    re.I,
)


def _of_the_sole(text: str) -> str:
    """Write "the sole and the great toe" as "the sole and the plantar great toe": it is the same side of the foot."""
    text = _SOLE_AND_TOE.sub(r"\g<sole>plantar \g<toe>", text)
    return _WITH_SOLE.sub(r"\g<and>plantar \g<toe>", text)


_ADJOINING = r"(?:adjacent|contiguous|adjoining|opposing|facing)"
_SIDED_BETWEEN = re.compile(
    rf"\b(?:in )?between (?P<own>(?:the |his |her |my )?)(?P<one>{NUMBER}) and (?P<other>{NUMBER}) "
    r"(?P<side>left|right) "
    r"(?=(?:toe|digit)s?\b)",
    re.I,
)
_BETWEEN = re.compile(
    r"\b(?:(?:(?:small|tiny|dorsal|interdigital) )*(?:skin|web(?:[ -]?space|bing)?|space|cleft|fold|gap|area|patch)"
    rf"(?: of skin)? )?(?:between|(?<=cleft )of|(?<=web )of|(?<=web space )of|{_ADJOINING} {SHARE} of) "
    rf"(?:the )?(?:(?:toes?|digits?) )?(?P<one>{NUMBER})(?: (?:toe|digit))? (?:and|&) (?:the )?"
    rf"(?P<other>{NUMBER})(?: (?:toe|digit)s?)?(?= ?(?:$|[,;.)]|\w))",
    re.I,
)


def _webs(text: str) -> str:
    """Write "skin between the great and second toes" as "first web space"."""
    text = _SIDED_BETWEEN.sub(r"\g<side> between \g<own>\g<one> and \g<other> ", text)
    return _BETWEEN.sub(_web, text)


def _web(found: re.Match[str]) -> str:
    one, other = (NUMBERS[found[name].lower()] for name in ("one", "other"))
    toes = re.search(r"toe|digit|hallux", found[0], re.I)
    return f"{_ORDINALS[one]} web space" if toes and other == one + 1 else found[0]


_OUT_SHARE = re.compile(rf"\b(?P<way>out|in)side (?={SHARE}\b)", re.I)
_OUT_OF = re.compile(rf"\b(?P<way>out|in)side of (?={OWN}{LIMB}\b)", re.I)
_NERVE_SIDE = re.compile(rf"\b(?P<nerve>tibial|fibular|peroneal) (?={SHARE} of )", re.I)
_AT_SIDE = re.compile(rf"(?:^|(?<=, )|(?<=^over )|(?<=^on ))side of (?={OWN}{LIMB}\b)", re.I)
_LEG_ABOVE = re.compile(r"\blegs? (?:just |immediately )?above (?:the |his |her )?knees?\b", re.I)
_WHOLE_LEG = re.compile(
    rf"\b(?P<way>back|front|{WAY}|inner|outer)(?: {SHARE})?(?: of)? {OWN}(?:whole |entire )?leg"
    r"(?=,? (?:all the way )?(?:down )?from (?:the |his |her )?(?:\w+ )?(?:buttock|hip|thigh|groin)\b)",
    re.I,
)


def _on_side(text: str) -> str:
    """Write "outside edge", "inside of the leg", "tibial side", "side of the thigh" as lateral or medial."""
    text = _LEG_ABOVE.sub("thigh", text)
    text = _OUT_SHARE.sub(_in_or_out, text)
    text = _OUT_OF.sub(lambda found: f"{_in_or_out(found)}side of ", text)
    text = _NERVE_SIDE.sub(
        lambda m: "medial " if m["nerve"].lower() == "tibial" else "lateral ", text
    )
    text = _WHOLE_LEG.sub(r"\g<way> thigh and \g<way> leg", text)
    return _AT_SIDE.sub("lateral side of ", text)


_BOTH_SIDES = re.compile(rf"\bboth (?:sides|aspects|borders) of (?={OWN}{LIMB}\b)", re.I)
_WAY_SIDE = rf"(?P<way>medial|lateral|anterior|posterior)(?: {SHARE} of)? (?:the )?"
_KNEE_TO_ANKLE = re.compile(
    rf"\b(?:from )?(?:the )?{_WAY_SIDE}knee (?:down )?to (?:the )?(?P=way)(?: {SHARE} of)? (?:the )?"
    r"(?P<end>ankle|malleolus)\b",
    re.I,
)
_ANKLE_TO_TOE = re.compile(
    r"\b(?:from )?(?:the )?lateral (?:ankle|malleolus) (?:down )?to (?:the )?(?:little|fifth|5th|small) toe\b",
    re.I,
)


def _between(text: str) -> str:
    """Name what lies between: "medial knee to the medial ankle" is the medial leg as well."""
    text = _BOTH_SIDES.sub("", text)
    text = _ANKLE_TO_TOE.sub("lateral malleolus, lateral foot and little toe", text)
    return _KNEE_TO_ANKLE.sub(r"\g<way> knee, \g<way> leg and \g<way> \g<end>", text)


def _in_or_out(found: re.Match[str]) -> str:
    return "lateral " if found["way"].lower() == "out" else "medial "


_JUST = r",? (?:just|immediately|slightly|directly) "
_NEAR = tuple(
    (re.compile(rf"\b(?P<place>{place}){_JUST}(?P<by>{by})\b", re.I), end)
    for place, by, end in (
        (
            rf"(?:medial|inner)(?: {SHARE}(?: of)?)? {OWN}thigh",
            r"above (?:the |his |her )?knee",
            "distal",
        ),
        (
            rf"(?:antero-?lateral|lateral|outer)(?: {SHARE}(?: of)?)? {OWN}(?:(?:lower )?leg|calf|shin)",
            r"below (?:the |his |her )?(?:knee|fibular head|fibular neck)",
            "proximal",
        ),
        (
            rf"(?:antero-?lateral|lateral|outer)(?: {SHARE}(?: of)?)? {OWN}(?:(?:lower )?leg|calf|shin)",
            r"above (?:the |his |her )?(?:ankle|lateral malleolus|malleolus)",
            "distal",
        ),
    )
)


def near_joint(text: str) -> str:
    """Write "medial thigh just above the knee" as the distal, "lateral leg just below it" as the proximal part."""
    for near, end in _NEAR:
        text = near.sub(rf"{end} \g<place>", text)
    return text
