"""What bladder, bowel and sweat glands did not do, in words that deny nothing: "has not urinated since"."""

import re

__all__ = ["plain_sphincter", "plain_voiding"]

_NOT = r"(?:(?:has|have|had|was|is)(?: not|n't|nt)|hasn't|not|unable to|could(?: not|n't)|cannot|can't)"
_ABLE = r"(?: (?:yet|really|been able to|able to|been|since then))?"
_URINE = (
    r"(?:urinat(?:ed?|ing)|void(?:ed|ing)?|micturat(?:ed?|ing)|pee(?:d|ing)?"
    r"|pass(?:ed|ing)? (?:any )?(?:urine|water))"
)
_STOOL = (
    r"(?:(?:open(?:ed)?|mov(?:ed?|ing)) (?:his |her |their |the |my )?bowels?|defa?ecat(?:ed?|ing)"
    r"|pass(?:ed|ing)? (?:any )?(?:stools?|fa?eces|motions?)|(?:had )?(?:a |any )?bowel (?:movement|motion|action)s?)"
)
_ELSE = rf"(?P<or>,? (?:or|nor|and) (?:had )?(?:{_STOOL}|{_URINE}))?"
_FIRST = re.compile(rf"\b{_NOT}{_ABLE} (?P<first>{_URINE}|{_STOOL}){_ELSE}", re.I)
_NONE = re.compile(
    r"\bno (?:(?P<urine>(?:passage of )?urine(?: output)?|urination|micturition|voiding)|(?P<stool>bowel "
    r"(?:movement|motion|action)s?|(?:passage of )?(?:stools?|fa?eces|motions?)(?: (?:or|and) (?:flatus|gas|wind))?"
    r"|defa?ecation))(?= (?:for|since|in|over|during|throughout|within|all day|today|yesterday)\b)",
    re.I,
)
_TREATED = re.compile(
    r"\bto (?:help )?(?:control|regulate|manage|treat|reduce|contain|help(?: with)?)(?= (?:his|her|their|the|my|"
    r"urinary|bladder|bowel|fa?ecal|urge|incontinence|leak))",
    re.I,
)
_OFTEN = re.compile(
    r"\bregular(?:ly)? (?=(?:\w+ ){0,4}(?:injections?|incontinen|catheter|leak|accident|soiling))",
    re.I,
)
_WARNED = re.compile(r",? (?:at any time )?without (?:any )?warning\b", re.I)
_WHOLLY = re.compile(
    r"\b(?:left |rendered )?(?:completely|totally|fully|entirely) (?=incontinent\b)", re.I
)
_SOILS = re.compile(
    r"\b(?:poo(?:s|ed|ing|ped|ping)?|poops?|soil(?:s|ed|ing)?|mess(?:es|ed)) "
    r"(?:my|him|her|your|them)sel(?:f|ves)\b|\b(?:faecal|fecal) soiling\b",
    re.I,
)
_DRY = re.compile(
    r"\b(?:does not|doesn't|do not|don't|no longer|never|did not|cannot|not|stopped|ceased|has stopped)"
    r" (?:sweat(?:s|ing)?|perspir(?:e|es|ing))\b",
    re.I,
)
_FAECES = r"(?:the |his |her )?(?:fa?eces|stools?|bowels?|fa?ecal(?:ly)? matter)"
_NOT_HELD = re.compile(
    rf"\b(?:incontinent|(?:no longer|not|never|un)[ -]?continent) (?:of|for|to) {_FAECES}(?! (?:and|or)\b)",
    re.I,
)
_SPHINCTER = r"(?:(?:the|his|her) )?(?:(?:external )?anal|rectal) sphincters?(?: muscles?)?"
_UNCONTRACTED = re.compile(
    rf"\b(?:(?:unable|not able|inability) to|cannot|can't|could not|couldn't|did not|does not|failed to) "
    rf"(?:voluntarily )?(?:contract|squeeze|tighten|close) {_SPHINCTER}(?: voluntarily)?",
    re.I,
)
_OWN_SPHINCTER = re.compile(
    rf"^{_SPHINCTER}(?P<told> (?:(?:did|does|could) not|cannot|failed to|weak\w*|paraly\w+|par(?:esis|etic)).*)?$",
    re.I,
)
_SQUEEZED = re.compile(
    r"^(?:(?:(?:he|she|the patient) )?(?P<not>(?:(?:could|did|does) not|cannot|failed to|unable to|no(?=\b))"
    r"(?: voluntary| voluntarily)?) "
    r"(?:contract(?:ion|ions|ed)?|squeeze|tighten|close)|(?:contracts?|contracted|squeezes)(?: \w+)?"
    r"|weak\w*|paraly\w+|par(?:esis|etic))(?: voluntar(?:ily|y))?$",
    re.I,
)
_URINARY = re.compile(rf"^{_URINE}$", re.I)


def plain_voiding(text: str) -> str:
    """Say in one word what was not done, is treated or is lost: "unable to urinate", "constipation"."""
    text = _WARNED.sub("", _OFTEN.sub("", text))
    text = _FIRST.sub(lambda found: _undone(found["first"], found["or"] or ""), text)
    text = _NONE.sub(lambda found: "unable to urinate" if found["urine"] else "constipation", text)
    text = _WHOLLY.sub("", _TREATED.sub("for", text))
    text = _NOT_HELD.sub("fecal incontinence", text)
    return _DRY.sub("loss of sweating", _SOILS.sub("fecal incontinence", text))


def plain_sphincter(of: str, said: str) -> tuple[str, str]:
    """Say of the anal sphincter that it is squeezed or not: "anal sphincter: did not contract"."""
    of = _UNCONTRACTED.sub("no anal squeeze", of)
    own = _OWN_SPHINCTER.match(of.strip())
    told = said if own is None or not own["told"] else own["told"].strip()
    squeezed = _SQUEEZED.match(told.strip()) if own else None
    if squeezed is None:
        return of, said
    if squeezed["not"]:
        return "anal squeeze", "absent"
    return "anal squeeze", re.sub(r"^(?:contract|squeeze)\w*", "normal", told, flags=re.I)


def _undone(first: str, other: str) -> str:
    """Name what was not done, and what else was not."""
    named = ["unable to urinate" if _URINARY.match(first) else "constipation"]
    second = re.sub(r"^,? (?:or|nor|and) (?:had )?", "", other, flags=re.I)
    if second:
        named.append("unable to urinate" if _URINARY.match(second) else "constipation")
    return " and ".join(dict.fromkeys(named))
