"""Wordings of textbooks and of patients in those of a note: "sharp and dull", "s/p", "does not elicit pain"."""

import re

__all__ = ["reworded"]

_STRETCH = (
    r"(?:SLR|straight[- ]leg[- ]rais(?:e|ing)|femoral (?:nerve )?stretch|reverse straight leg raise|slump)"
    r"(?: tests?(?:ing)?| signs?| maneuvers?)?"
)
_MOVED = (
    r"(?:(?:hip|knee|ankle|toe|hallux|great toe|foot) (?:flexion|extension|abduction|adduction|dorsiflexion"
    r"|plantar ?flexion"
    r"|eversion|inversion)|dorsiflexion|plantar ?flexion|eversion|inversion)"
)
_JERK = r"(?:the )?(?:knee|ankle|patellar|achilles) (?:jerks?|reflex(?:es)?)"
_IS_SO = r"(?:is|are|was|were) (?:both )?(?P<value>preserved|normal|intact|absent|lost|reduced)\b"
_WORDS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), word)
    for pattern, word in (
        (
            r"\bsharp(?:/| and | or |-)dull(?: (?:testing|discrimination|sensation|touch))?\b",
            "pinprick",
        ),
        (r"\bvibrational (?:sense|sensation|perception)\b", "vibration sense"),
        (
            rf"\b(?P<sign>{_STRETCH}) (?:does|did) not (?:elicit|reproduce|provoke|cause|produce)"
            r" (?:any |the |his |her |leg |radicular |back )*(?:pain|symptoms?|discomfort)",
            r"\g<sign> negative",
        ),
        (r",?\s*(?<![\w/])(?:s/p|status[- ]post)(?![\w/])", ", after"),
        (
            r"\b(?:can't|cannot|can not|could not|couldn't) stand (?=(?:the |any |being |even |a )*"
            r"(?:touch|touched|pressure|feel|weight|contact|brush|sheets?|clothes|pain)\b)",
            "cannot bear ",
        ),
        (
            rf"\b(?P<one>{_MOVED}) and (?P<two>{_JERK}) {_IS_SO}",
            r"\g<one> \g<value>, \g<two> \g<value>",
        ),
        (
            rf"\b(?P<one>{_JERK}) and (?P<two>{_MOVED}) {_IS_SO}",
            r"\g<one> \g<value>, \g<two> \g<value>",
        ),
        (
            r"\s+(?:from|due to|because of|caused by) (?=(?:\w+ ){0,2}nerve (?:damage|injury)\b)",
            ", ",
        ),
        (
            r"\b(?:(?:his|her|the) )?(?:(?:acute|immediate|early) )?post-?operative course (?:is|was)"
            r" (?:unremarkable|uneventful|uncomplicated)\b[.,]?",
            "",
        ),
        (r"\bmedial (?:and|&|/) lateral plantar\b", "medial plantar and lateral plantar"),
        (
            r"(?P<two>\band [\w ]{3,30}?) (?P<be>were|are) both (?!sides|legs|feet)",
            r"\g<two> \g<be> ",
        ),
        (r"\btype (?:1|2|I|II) (?=diabet)", ""),
        (r"\bbody mass index\b", "BMI"),
        (r"\bgravida \d,? para \d\b,?", ""),
        (
            r"\b(?P<what>trouble|problems?|issues?) with (?:(?:my|his|her|the|their) )?"
            r"(?P<where>back|bladder|bowels?|waterworks)\b",
            r"\g<where> \g<what>",
        ),
        (r"\bwaterworks\b", "bladder"),
        (
            r"\b(?:can't|cannot|can not|could not|couldn't|unable to|does not|doesn't|no longer) feels?"
            r" (?:it |anything |(?:the )?toilet paper )?(?:when|while) (?:(?:he|she|I) (?:is )?)?(?:wip\w+|clean\w+)"
            r"(?: (?:himself|herself|myself))?\b|\b(?:can't|cannot|could not|couldn't|unable to) feel"
            r" (?:the )?(?:toilet paper|wiping)\b",
            "perianal numbness",
        ),
        (
            r"\b(?P<what>(?:big toe|great toe|toes?|foot|feet|ankle)s?) (?:won't|will not|wouldn't|would not"
            r"|doesn't|does not)"
            r" (?:lift|come up|go up|pull up|rise)(?: up)?\b",
            r"cannot lift \g<what>",
        ),
        (r"\b(?:muted|blunted|dampened)(?= (?:\w+ ){0,2}(?:reflex|jerk))", "reduced"),
        (r"\b(?P<fall>tilts?|dips?|drops?|sags?) (?:downwards?|down)\b", r"\g<fall>"),
        (
            r"\b(?P<stands>(?:when|whenever|while|if) (?:(?:asked to|he|she|the patient|I) )*stand(?:s|ing)?"
            r" (?:up )?on (?:(?:the|his|her|my) )?(?:right|left) (?:leg|foot|limb|side)(?: alone)?),",
            r"\g<stands>",
        ),
    )
)


def reworded(text: str) -> str:
    """Write what is said in other words as a note says it."""
    for pattern, word in _WORDS:
        text = pattern.sub(word, text)
    return re.sub(r"^[\s,]+", "", text)
