"""Bladder and bowel that give no sign of being full, which denies no complaint: "no urge to void"."""

import re

__all__ = ["plain_urge", "urge_told"]

_OWN = r"(?:the |his |her |my |their |any )?"
_URINE = r"(?:urinat(?:e|ion)|void(?:ing)?|micturat(?:e|ion)|micturition|pee|pass(?:ing)? (?:urine|water))"
_STOOL = (
    r"(?:def(?:a)?ecat(?:e|ion)|pass(?:ing)? (?:stools?|f(?:a)?eces|motions?)|open(?:ing)? (?:the |his |her )?bowels?"
    r"|(?:have|having) a bowel movement)"
)
_ACT = rf"(?:(?P<urine>{_URINE})|(?P<stool>{_STOOL}))"
_WISH = r"(?:urge|desire|need|call|sensation of needing)"
_NO = (
    r"(?:no(?: longer any)?|lost|loss of|lack of|without|reduced|impaired|diminished|decreased|absent|absence of"
    r"|(?:does not|doesn't|did not|cannot|can't|could not|unable to|not) (?:feel|have|sense|perceive)(?:ing)?)"
)
_UNURGED = re.compile(
    rf"\b{_NO} {_OWN}(?:(?:normal|usual) )?{_WISH}(?: (?:to|for|of))? {_ACT}\b", re.I
)
_FILLING = (
    rf"(?:(?:urinary )?bladder (?:filling|fullness|sensation)|(?:sensation|feeling|sense|awareness) of (?:the )?"
    rf"(?:bladder(?: (?:filling|fullness))?|a full bladder|{_URINE}))"
)
_UNFELT = re.compile(
    rf"\b(?:{_NO} {_OWN}{_FILLING}(?: (?:and|or) control)?|(?:unaware|not aware) of {_OWN}(?:{_FILLING}|{_URINE})"
    rf"|(?:does not|doesn't|did not|cannot|can't|could not|unable to|not) (?:feel|sense|perceive) {_OWN}"
    rf"(?:when |while )?{_URINE}|(?:urinates|voids|wets|passes (?:urine|water)) without "
    rf"(?:feeling|sensing|noticing|knowing|reali[sz]ing|awareness)(?: it| of it)?)(?![-\w])",
    re.I,
)
_ASKED = re.compile(rf"^{_OWN}(?:{_WISH} (?:to|for) {_ACT}|(?P<filling>{_FILLING}))$", re.I)
_LOST = re.compile(
    r"^(?:is |was )?(?:markedly |completely |severely )?(?:absent|lost|none|no|nil|reduced|diminished|decreased"
    r"|impaired|not (?:felt|present|perceived|there)|gone|abolished|blunted|missing)$",
    re.I,
)
_KEPT = re.compile(
    r"^(?:is |was )?(?:normal|present|preserved|intact|felt|retained|unimpaired)$", re.I
)


def plain_urge(text: str) -> str:
    """Say in one word that somebody has no urge, or does not feel that the bladder is full."""
    return _UNFELT.sub("bladder dysfunction", _UNURGED.sub(_organ, text))


def urge_told(of: str, said: str) -> tuple[str, str]:
    """Words and answer where the words only name the urge and the answer tells of it: "urge to void: absent"."""
    asked = _ASKED.match(of.strip())
    lost, kept = _LOST.match(said.strip()), _KEPT.match(said.strip())
    if asked is None or not (lost or kept):
        return of, said
    return _organ(asked), "present" if lost else "absent"


def _organ(found: re.Match[str]) -> str:
    return "bowel dysfunction" if found["stool"] else "bladder dysfunction"
