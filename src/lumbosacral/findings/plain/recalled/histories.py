"""A history in plain words: who tells it and recalls it, what is denied of it, and what alone is not."""

import re

from lumbosacral.findings.plain.felt.radiating import from_back
from lumbosacral.findings.plain.recalled.relatives import of_relatives
from lumbosacral.findings.plain.spelled import with_support

__all__ = ["plain_history"]

_WHO = (
    r"(?:the |this |our |his |her )?(?:patient|pt|man|woman|boy|girl|child|lady|gentleman|mother|father|parents"
    r"|wife|husband|family|he|she|they|i|we|it|there|which|who|that)"
)
_HAS = r"(?:has|have|had|having|been|was|were|is|are|does|do|did|to|also|ever|then|recently|previously|otherwise)"
_TELLS = (
    r"(?:reports?|reported|states?|stated|says?|said|recalls?|recalled|remembers?|remembered|mentions?|mentioned"
    r"|notes?|noted|gives?|gave|describes?|described|admits?|admitted|endorses?|endorsed|known"
    r"|notices?|noticed|observe[sd]?)"
)
_TELLER = re.compile(
    rf"^(?=\w)(?:and )?(?:(?:{_HAS}|{_TELLS}|{_WHO})(?: |$))*(?:(?:an?|any|the|of|with)(?: |$))*$",
    re.I,
)
_AGED = re.compile(
    r"^(?:an? )?(?:(?:previously|otherwise) )?(?:healthy )?\d{1,3}[ -]?(?:(?:years?|yrs?|y)[ -]?olds?|y/?o)\b"
    r"(?: (?:male|female|man|woman|boy|girl|lady|gentleman|patient))?(?: (?:with|has|had|who))*$",
    re.I,
)
_DENIES = re.compile(
    rf"^(?:{_WHO} )?(?:(?:also|specifically|strongly|further|has|had|have) )*(?:denie[sd]|deny|denying)"
    r"(?: (?:having|had|ever|any|experiencing|to|have|of|the|use|a|an|presence|history))*$",
    re.I,
)
_HAD_NONE = re.compile(
    rf"^(?:{_WHO} )?(?:(?:(?:do|does|did|has|had|have)(?: not|n't)|never|not)(?: |$))+"
    r"(?:(?:have|has|had|having|been|report|mention|any|an?|of|experience|drink|smoke|use|take|consume|abuse)"
    r"(?: |$))*$",
    re.I,
)
_OF_NO_USE = re.compile(
    rf"^(?:{_WHO} )?(?:(?:{_HAS}) )*(?:no|without|little|minimal|limited|good|some|partial)(?: any)? "
    r"(?:benefit|relief|effect|response) (?:from|with|to)$",
    re.I,
)
"""What came of a treatment, which was given all the same."""
_NOT_RECALLED = re.compile(
    rf"^(?:{_WHO} )?(?:(?:do|does|did|could|can)(?: not|n't)|cannot|unable to) (?:recall|remember|think of|identify)"
    r"(?P<any> any)?$",
    re.I,
)
_TURNS = re.compile(
    r"^(?P<no>(?:denie[sd]|denying|no|non|never|not|does not|do not|did not)\b[^;]*?)(?:,(?: and| but)?| and| but) "
    r"(?=(?:drinks|drank|smokes|uses|takes|consumes|admits|has|had|is|was)\b)",
    re.I,
)
_RECALLED = re.compile(
    r",? (?:(?:that|which) )?(?:he|she|they|i|the patient) (?:(?:can|could|is|was|has|had|would) )?"
    r"(?:identify|recall(?:s|ed)?|remember(?:s|ed)?|aware of|know(?:s|n|ing)?(?: of| about)?|knew(?: of| about)?"
    r"|think(?:s)? of|thought of)\b(?=\s*(?:$|[,;]))",
    re.I,
)
_DENIED_USE = re.compile(
    r"\b(?P<no>denie[sd]|denying|no) (?:(?:any|ever|current|recent|the) )*(?:use|consumption|abuse|intake) of ",
    re.I,
)
_NOTHING = (
    r"(?:(?:no|nil|without|unremarkable|non-?contributory|negative|not|any|significant|relevant|notable|known|major|other"
    r"|past|previous|prior|chronic|underlying|active|personal|medical|surgical|family|illness(?:es)?|diseases?|conditions?"
    r"|problems?|history|histories|co-?morbid(?:ity|ities)|diagnos[ei]s|disorders?|medications?|drugs?|otherwise|healthy"
    r"|fit|and|or|well|previously|he|she|has|had|have|is|was|been|a|an|of|in)\W+)+"
)
_NOTHING_BUT = re.compile(
    rf"^(?=.*\b(?:no|nil|without|unremarkable|non-?contributory|negative|healthy|well|not)\b){_NOTHING}"
    r"(?:except(?:ing)?(?: for)?|apart from|aside from|other than|save for|save|but for|besides|bar|barring"
    r"|with the exception of) (?:an? |for |some )?(?P<but>.+)$",
    re.I,
)
_NONE_OF_FAMILY = re.compile(
    r"^(?:(?:no|nil|any|significant|relevant|remarkable|notable|known|pertinent|contributory|contributing|past) )*"
    r"(?P<list>(?:(?:medical|surgical|social|personal|drug|developmental|birth|travel|allergic)(?: history)?"
    r"(?:, (?:or |and |nor )?| or | and | nor |/))*)family history$",
    re.I,
)
_NO = re.compile(
    r"^(?:no|none|nil|not|never|denie[sd]|denying|negative|absent|unremarkable|he had no|she had no)\b",
    re.I,
)
_ENDS_NO = re.compile(r"\b(?:no|not|without|denie[sd]|nil)$", re.I)
_NOT_OF_LATE = re.compile(
    r"^(?P<had>[^;]*?\b(?:abuse|use|misuse|addiction|dependence|disorder|alcoholism|alcoholic|drinker|drinking|smoker"
    r"|smoking|user|IVDU|IVDA)\b[^;,]*?),? (?:but |and |although |though )?(?:(?:he|she|currently|now) )?"
    r"(?:denie[sd]|denying|no|without) (?:any )?(?:recent|current|ongoing|active)(?: [\w-]+){0,3}$",
    re.I,
)
"""What somebody does no more he has done all the same."""
_WHAT_CAME = re.compile(
    r"^(?:the |his |her |this )?(?:weakness|symptoms?|illness|onset|complaints?|episodes?|presentation|deficits?)"
    r"(?: (?:was|were|is|are|had|been|started|began|developed|occurred|preceded|followed|by|after|following))*$",
    re.I,
)
_CAME = re.compile(r"\b(?:preceded|followed|after|following|began|started|since)\b", re.I)
_EITHER = re.compile(r"\b(bowels?|bladder)/(bowels?|bladder)\b(?= (?!and|or))", re.I)
_NOTED = re.compile(
    r"(?:,| and|, and|;),? (?:of note,? )?(?:(?:he|she) )?(?:was|is|had|has|has been|were) (?=(?:not|no|never)\b)",
    re.I,
)
_RATHER = re.compile(r",? (?:rather than|instead of|as opposed to) (?:an? |the )?(?=\w)", re.I)
_WALKS_NOT = re.compile(
    r"\b(?:(?:could|can|does|do|did|would)(?: no longer|n't| not)|cannot|(?:is|was|were) (?:no longer|not) able to"
    r"|no longer able to) (?=(?:walk|ambulate)\b)",
    re.I,
)
_SCALDED = re.compile(
    r"^(?P<how>(?:an? |severe |deep |extensive |old )*)burns?(?: injury)?"
    r"(?= (?:of|to) (?:the |his |her |both |left |right ))",
    re.I,
)
_WITHOUT = re.compile(
    r"^(?:without|in the absence of)(?: (?:any|a|an|antecedent|preceding|prior|previous|known|clear|obvious))*"
    r"(?P<of>(?: (?:clear |known |obvious )?(?:history|evidence) of)?) (?P<what>.+)$",
    re.I,
)
_COMPLAINT = re.compile(
    r"\b(?:pains?|ache|aching|weak\w*|numb\w*|drop|palsy|paralysis|paresis|tingling|par[ae]+sthesi\w*)\b",
    re.I,
)


def plain_history(of: str, said: str) -> tuple[str, str]:
    """Write a history as what is told and whether it is so.

    Who tells it is no answer, and what somebody "denies having" is denied. "No illness but diabetes" is diabetes, and
    what a pain came "without" is told beside the pain.
    """
    of, said = from_back(_RECALLED.sub("", of.strip())), said.strip()
    of, said = of_relatives(_EITHER.sub(r"\1 or \2", of), said)
    of = _DENIED_USE.sub(r"\g<no> ", of)
    of = _RATHER.sub(", no ", _TURNS.sub(r"\g<no> but ", _NOTED.sub(", ", of)))
    if _DENIES.match(said) or _HAD_NONE.match(said) or _is_not_recalled(of, said):
        said = "denies"
    elif _TELLER.match(said) or _OF_NO_USE.match(said) or _only_tells(of, said):
        said = "present"
    of = _NOT_OF_LATE.sub(r"\g<had>", of)
    of = _SCALDED.sub(r"\g<how>thermal injury", of)
    of = with_support(_WALKS_NOT.sub("unable to ", of))
    but = _NOTHING_BUT.match(of)
    if but is not None:
        return but["but"], said
    if _NONE_OF_FAMILY.match(of) and (_NO.match(of) or _NO.match(said) or _ENDS_NO.search(said)):
        return _family(of), "present"
    return _beside(of, said)


def _only_tells(of: str, said: str) -> bool:
    """Whether an answer is no more than how old somebody is, or that a weakness came before or after."""
    if _AGED.match(said):
        return _NO.match(of) is not None
    return _WHAT_CAME.match(said) is not None and _CAME.search(f"{of} {said}") is not None


def _is_not_recalled(of: str, said: str) -> bool:
    """Whether nobody recalls any such thing, which denies it; what he has forgotten may have been."""
    found = _NOT_RECALLED.match(said)
    return found is not None and bool(found["any"] or of.lower().startswith("any "))


def _family(of: str) -> str:
    found = _NONE_OF_FAMILY.match(of)
    listed = found["list"].strip(" ,/") if found is not None else ""
    listed = re.sub(r",? (?:or|and|nor)$", "", listed)
    return f"{listed}, family history none" if listed else "family history none"


def _beside(of: str, said: str) -> tuple[str, str]:
    """Put the complaint of an answer before what it came without: "without any injury: knee pain"."""
    found = _WITHOUT.match(of)
    if found is None or not _COMPLAINT.search(said):
        return of, said
    return f"{said}, no{' history of' if found['of'] else ''} {found['what']}", "present"
