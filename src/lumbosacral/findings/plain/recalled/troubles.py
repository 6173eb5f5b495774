"""What somebody has trouble with, thing by thing, and what came of a treatment that was given."""

import re

__all__ = ["shared_trouble", "treated"]

_TROUBLE = (
    r"(?:difficult(?:y|ies)|trouble|problems?|inability|unable|(?:can ?not|could not)(?= \w))"
    r"(?: (?:with|in|to|when|while))?"
)
_DOING = (
    r"(?:(?:[a-z]+ing|climb|rise|arise|stand|get|walk|run|squat|kneel|raise|lift|jump|hop|ascend|descend"
    r"|transfer)\b)"
)
_SHARED = re.compile(
    rf"\b(?P<no>(?:no|denie[sd]|denying|without)(?: any)? )?(?P<trouble>{_TROUBLE}) (?P<list>{_DOING}[^;.]*)$",
    re.I,
)
_NEXT = re.compile(rf"(?:,\s*(?:and |or |nor )?|\s+(?:and|or|nor) )(?={_DOING})", re.I)
_IN_BREATH = re.compile(
    rf"\b(?:up and down|in and out|on and off|stand and|get up and"
    rf"|{_TROUBLE} (?:with )?walking and (?:standing|balance))\b",
    re.I,
)
_WITH = re.compile(r"\bproblems? with (?=[a-z]+ing\b)", re.I)


def shared_trouble(of: str, said: str) -> tuple[str, str]:
    """Say of each thing that somebody has trouble with it: "difficulty climbing stairs and rising"."""
    of = _WITH.sub("difficulty ", of)
    found = _SHARED.search(of)
    if found is None or _IN_BREATH.search(of):
        return of, said
    things = _NEXT.split(found["list"])
    if len(things) < 2:
        return of, said
    no = "no " if found["no"] else ""
    told = ", ".join(f"{no}{found['trouble']} {thing}" for thing in things)
    return of[: found.start()] + told, said


_TREATMENT = re.compile(
    r"\b(?:surgery|surgeries|operations?|operated|\w+ectomy|\w+ectomies|\w+otomy|decompression|fusion|release|injections?"
    r"|blocks?|infiltrations?|physiotherapy|(?:physical |manual |chiropractic |drug )?therapy|therapies|exercises"
    r"|medications?|drugs|NSAIDs?|analgesics?|painkillers|steroids?|corticosteroids?|prednis\w+|methylprednis\w+"
    r"|dexamethasone|azathioprine|methotrexate|cyclophosphamide|rituximab|IVIG|immunoglobulins?|plasmapheresis"
    r"|plasma exchange|gabapentin|pregabalin|amitriptyline|antibiotics?|treatments?|brace|orthosis|acupuncture|massage"
    r"|traction|immobili[sz]ation)\b",
    re.I,
)
_HOW = r"(?:(?:a|any|very|only|just|much|significant|clear|real|lasting|clinical|symptomatic) )*"
_IN_VAIN = re.compile(
    rf"^(?:there was |had |with |brought |gave )?(?:no|without|little|minimal) {_HOW}(?:improvement|benefit"
    r"|relief|effect|success|response|change|help)"
    r"(?: (?:at all|(?:of|in) (?:the )?(?:symptoms?|pain|weakness)))?$"
    r"|^(?:failed|unsuccessful|ineffective|unhelpful|in vain|did not help|has not helped"
    r"|of no (?:use|benefit|help|avail))$",
    re.I,
)
_SOME_GOOD = re.compile(
    r"^(?:with |brought |gave )?(?:a |only )?(?:moderate|temporary|transient|partial|some|short-?lived|brief|slight"
    r"|mild|initial|good) (?:improvement|relief|benefit|response|effect)"
    r"(?: (?:temporarily|only|for [\w ]+|in (?:the )?[\w ]+))?$",
    re.I,
)
_NO_TRIAL = re.compile(
    r"\b(?:hip|joint|nerve|block|piriformis|inguinal|facet|ligament|local)\b", re.I
)
_UNTREATED = re.compile(r"^(?:was |were )?(?:not|never) treated$|^untreated$", re.I)


def treated(of: str, said: str) -> tuple[str, str]:
    """Say of a treatment, whatever came of it, that it was given: "prednisone: no improvement".

    A block or an injection into a joint that helps is a finding of its own.
    """
    told = said.strip()
    if _UNTREATED.match(told):
        return of, "present"
    if _TREATMENT.search(of) is None:
        return of, said
    helped = _SOME_GOOD.match(told) is not None and _NO_TRIAL.search(of) is None
    return of, "present" if helped or _IN_VAIN.match(told) else said
