"""Bladder, bowel and sphincter in plain words: what is complete, no longer felt, no longer held, or needed no more."""

import re

__all__ = ["plain_emptied"]

_OWN = r"(?:the |your |his |her |my |their |a |any )?"
_BOWEL = (
    r"(?:bowels?(?: (?:movements?|motions?))?|rectum|rectal filling|stools?|f(?:a)?eces|motions?)"
)
_BLADDER = r"(?:(?:urinary )?bladder(?: (?:filling|fullness|emptying|function))?|urin(?:e|ation)|voiding|micturition)"
_ORGAN = rf"(?:{_BLADDER}|{_BOWEL})(?! (?:complaint|symptom|habit))"
_ORGANS = rf"{_OWN}(?P<one>{_ORGAN})(?:,? (?:and|or|nor|and/or) {_OWN}(?P<two>{_ORGAN}))?"
_TROUBLE = (
    r"(?:loss|lack|inability|paralysis|atony|areflexia|retention|incontinence|anuria"
    r"|(?:\w+ ){1,2}(?:retention|incontinence|paralysis|atony|areflexia))"
)
_COMPLETE = re.compile(rf"\b(?:complete|total|absolute|full|frank) (?={_TROUBLE}\b)", re.I)
_TONE = re.compile(
    r"\b(?:reduction|decrease|diminution|impairment|weakening) (?:of|in) (?:the )?"
    r"(?P<tone>(?:(?:anal|rectal|sphincter|resting) ){1,3}tone)",
    re.I,
)
_UNFELT = re.compile(
    r"(?<!n't )(?<!not )(?<!never )\b(?:no(?: longer any)?|lost|loss of|lack of|without|reduced|impaired|altered|"
    r"diminished|decreased|absent|poor) "
    rf"(?:sensation|feeling|awareness|sense|control|urge)(?: (?:of|in|over|from|for|to|when passing)(?: passing)?) "
    rf"{_ORGANS}",
    re.I,
)
_INSENSATE = re.compile(
    rf"\b(?:newly )?(?:insensate|insensible|unaware|not aware) (?:of|to) {_ORGANS}", re.I
)
_WHETHER = re.compile(
    r"\b(?:(?:not|never) know(?:ing)?|(?:does|did|do)(?: not|n't) know|(?:can(?:not|'t| not)|could(?: not|n't)"
    r"|unable to|not able to|inability to|difficult(?:y)? to|hard to) (?:tell|know|feel|sense)"
    r"|difficulty (?:in )?(?:telling|knowing|feeling|sensing))"
    r"(?: when| whether| if)? (?:the |your |his |her |my |their )?bladder (?:is |was |were )?(?:either )?"
    r"(?:full|empty|filling)(?: (?:or|and) (?:not|empty|full))?",
    re.I,
)
_NO_CATHETER = re.compile(
    r"\b(?:no longer|not) (?:need(?:s|ed)?|requir(?:es?|ed|ing)|us(?:es?|ed|ing)|dependent on)(?: to (?:use|have))? "
    r"(?:the |a |an |any )?(?:(?:urinary|indwelling|intermittent|clean|self)[ -]+)*catheter(?:s|i[sz]ation)?\b",
    re.I,
)
_ACCIDENT = re.compile(
    r"\b(?P<what>urinary|urine|bladder|bowel|faecal|fecal|stool) accidents?\b", re.I
)
_ACCIDENTS = re.compile(
    r"\baccidents?\b(?! (?:at work|\d)|,? (?:years?|months?|weeks?|days?) ago)", re.I
)
_OF_TOILET = re.compile(r"urin|bladder|bowel|toilet|bathroom", re.I)
_STRUCK = re.compile(r"\b(?:road|traffic|car|motor|bicycle|cycling|work|sport\w*|fall)\b", re.I)
_NOT_STOPPED = re.compile(
    r"\b(?:inability to|unable to|not able to|cannot|can't|could not|difficulty(?: in)?(?: when you try to)?) "
    r"(?:stop(?:ping)?|hold(?:ing)?|control(?:ling)?)(?: or (?:stop|hold|control)(?:ping|ing)?)? "
    rf"{_OWN}(?:flow of |stream of )?(?P<what>{_ORGAN}|wind|flatus|gas)(?: or leak(?:ing|age))?",
    re.I,
)
_SPARED = re.compile(
    r"\b(?:wasn't|was not|isn't|is not|not) (?:too|very|that|so) much (?:affected|effected|involved)",
    re.I,
)
_URINE_AND = re.compile(r"\burine (?=(?:and|or|and/or) f(?:a)?ecal\b)", re.I)
_GLOBE = re.compile(
    r"\b(?:(?:vesical|bladder|urinary) glob(?:e|us)|globus vesicalis|globe vesical)\b", re.I
)
_NOT_EMPTIED = re.compile(
    r"\b(?:does|did|do|is|was|could|can|has|had)(?: not|n't|not) (?:fully |completely |properly |always )?"
    r"empt(?:y|ying|ied)"
    r"(?: (?:completely|fully|properly))?",
    re.I,
)
_HOLDS = re.compile(r"\bbladder (?:was |is )?(?:held|holding|holds|contained|containing)\b", re.I)


def plain_emptied(text: str) -> str:
    """Say in one word that bladder or bowel is not felt, held or emptied, or is well again."""
    text = _URINE_AND.sub("urinary ", _GLOBE.sub("distended bladder", text))
    text = _NOT_EMPTIED.sub("incomplete emptying", text)
    text = _TONE.sub(lambda found: f"reduced {found['tone']}", _COMPLETE.sub("", text))
    text = _WHETHER.sub("bladder dysfunction", _HOLDS.sub("bladder retaining", text))
    for pattern in (_INSENSATE, _UNFELT):
        text = pattern.sub(lambda found: _lost(found["one"], found["two"] or ""), text)
    text = _NOT_STOPPED.sub(lambda found: _unheld(found["what"]), text)
    text = _SPARED.sub("not affected", _NO_CATHETER.sub("bladder emptying normal", text))
    return _without_accidents(text)


def _lost(one: str, other: str) -> str:
    """Name the organs that somebody does not feel or command."""
    named = [f"{_organ(word)} dysfunction" for word in (one, other) if word]
    return " and ".join(dict.fromkeys(named))


def _organ(word: str) -> str:
    return "bowel" if re.match(_BOWEL, word, re.I) else "bladder"


def _unheld(what: str) -> str:
    return "bladder dysfunction" if re.match(_BLADDER, what, re.I) else _LEAK


_LEAK = "fecal incontinence"


def _without_accidents(text: str) -> str:
    """Call an accident of the bladder or bowel incontinence, which is no fall."""
    text = _ACCIDENT.sub(lambda found: _accident(found["what"]), text)
    if _OF_TOILET.search(text) and not _STRUCK.search(text):
        return _ACCIDENTS.sub("incontinence", text)
    return text


def _accident(what: str) -> str:
    return (
        _LEAK if what.lower() in {"bowel", "faecal", "fecal", "stool"} else "urinary incontinence"
    )
