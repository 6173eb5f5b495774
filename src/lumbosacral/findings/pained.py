"""Complaints of pain: how they are denied, what they are not, and which other test they were told in."""

import re

from lumbosacral.findings.case import Finding
from lumbosacral.findings.vocabulary import Vocabulary
from lumbosacral.findings.words import clean

__all__ = ["as_pain", "numb_too", "pain_too", "plain_radiation", "says_numb"]

_HURT = r"(?:pains?|ache|aching|discomfort|soreness|tenderness|hurting)"
_WHERE = r"(?: (?:at all|now|there|reported|noted|present|on either side|of any kind|whatsoever))*"
_NO_PAIN = re.compile(
    rf"(?:there (?:is|was) |has |had |with |reports? |reported )?(?:no|without|denie[sd]|free (?:of|from)|absence of|"
    rf"lack of)(?: any| significant| associated)? {_HURT}{_WHERE}"
    rf"|(?:is |was |are |were )?(?:not|never|no longer) (?:at all )?(?:painful|sore|hurt(?:s|ing)?|aching){_WHERE}"
    rf"|(?:does|did|do) not (?:hurt|ache){_WHERE}|(?:is |was )?no longer (?:present|there|felt|reported|complained of)",
    re.I,
)
"""An answer that is no more than that nothing hurts: "no pain", "does not hurt"."""
_EASES = re.compile(
    r"\b(?:sit\w*|seated|lying|lie|lies|supine|recumben\w*|decubitus|bed|rest|block\w*|inject\w*|infiltrat\w*|"
    r"an?esthe\w*|anaesthe\w*|\w+caine|standing|leaning|bending)\b",
    re.I,
)
"""What may take a pain away, so that no pain is what it does."""
_BARE = re.compile(
    rf"(?:any |the |spontaneous |associated |current )?(?:{_HURT}|painful symptoms)"
    r"(?: (?:score|level|intensity|severity|rating|scale|symptoms?|complaints?))?"
    r"|(?:VAS|NRS|NPRS)(?: (?:score|pain|for pain))?|(?:visual analogue?|numeric(?:al)?(?: pain)? rating)(?: scale)?"
    r"(?: score)?",
    re.I,
)
_NIL = re.compile(
    r"(?:none|no|nil|never|denied|absent|negative|not present|not reported|not a feature|0|0 ?/ ?10|zero|0 points?)"
    r"(?: at all| whatsoever| reported)?",
    re.I,
)
_UNTENDER = re.compile(r"(?:painless|not painful|non-?painful|pain-?free|non-?tender)", re.I)
_THING = re.compile(
    r"\b(?:mass|lump|swelling|nodule|tumou?r|cyst|ganglion|fracture|hypertrophy|enlargement|ulcers?|hernia|plate)s?\b",
    re.I,
)
"""What is there although it does not hurt."""


def as_pain(finding: Finding, known: Vocabulary) -> Finding:
    """Return a complaint of pain filed as pain, with a denial as a plain answer; what is no pain as what it is."""
    value = finding.value
    if not isinstance(value, str):
        return finding
    of, said = clean(finding.of), clean(value)
    if finding.test == "pain":
        of = _TENDER_TOO.sub(_hurts_and_is_tender, of)
    if finding.test in _TRIED and _BLOCK.search(of) and _RELIEVES.search(said):
        finding = finding.model_copy(update={"test": "pain"})
    if finding.test in {"pain", "history"}:
        of, said = _LATE.sub(" and ", of), _LATE.sub(" and ", said)
        if _WEAK.fullmatch(of):
            said = _AFTER.sub("and ", said)
        finding = finding.model_copy(update={"of": of, "value": said})
    if finding.test == "history" and _BEGAN.fullmatch(of) and _speaks_of_pain(said, known):
        return finding.model_copy(
            update={"of": f"{of.removesuffix(' of')} of {said}", "value": "yes"}
        )
    if finding.test == "sensation" and _NO_SYMPTOM.fullmatch(said) and _SAID_NUMB.search(said):
        return finding.model_copy(update={"value": "no numbness or tingling"})
    if finding.test in {"pain", "sign"} and _THING.search(of) and _UNTENDER.fullmatch(said):
        return finding.model_copy(update={"value": "present"})
    if finding.test in {"pain", "history"} and _BARE.fullmatch(of) and _NIL.fullmatch(said):
        return finding.model_copy(update={"test": "pain", "of": "no pain", "value": "yes"})
    if finding.test == "history" and _GOES_ON.search(of):
        finding = finding.model_copy(update={"test": "pain"})
    if finding.test == "history" and _MODIFIED.match(said) and _A_PAIN.fullmatch(of):
        finding = finding.model_copy(update={"test": "pain"})
    if finding.test == "history":
        return finding.model_copy(update={"value": _WITH.sub(_TO, said)})
    if finding.test != "pain":
        return finding
    if _NO_PAIN.fullmatch(said) and not _EASES.search(of) and not _BARE.fullmatch(of):
        return finding.model_copy(update={"value": "absent"})
    if _ONLY_PAIN.fullmatch(said):
        return finding.model_copy(update={"value": "present" if _BARE_PAIN.search(of) else "pain"})
    if _UNRADIATED.fullmatch(said):
        return finding.model_copy(update={"value": "present"})
    if _QUALITY.fullmatch(said) and _SUPPLIED.search(of):
        # a quality alone would be read in the place of where it is
        said = f"{said} pain"
    finding = finding.model_copy(update={"value": plain_radiation(said)})
    return _as_told(finding, of, said, known)


_TOUCH = r"(?: (?:to|on|with) (?:palpation|touch|pressure|percussion))?"
_TENDER_TOO = re.compile(
    r"^(?:(?:pains?|aches?|aching) and tenderness (?:of|in|over|at|along) (?P<both>[^,;]+)"
    rf"|(?P<where>[^,;]+?),? (?:with|and)(?: \w+)? tenderness{_TOUCH}"
    rf"|(?P<place>[^,;]+), (?:which (?:is|was) )?tender{_TOUCH})$",
    re.I,
)
"""A pain told together with tenderness of the same place: "posterior thigh, with tenderness"."""


def _hurts_and_is_tender(found: re.Match[str]) -> str:
    """Tell a pain and the tenderness of its place one after the other; "calf pain" has its own name."""
    where = found["both"] or found["where"] or found["place"]
    return found[0] if _HURTING.search(where) else f"{where} and tenderness of {where}"


_HURTING = re.compile(r"\b(?:pain(?:s|ful)?|ache|aching|sore|tender(?:ness)?|burning)\b", re.I)


_TRIED = frozenset({"sign", "history", "imaging", "task"})
_BLOCK = re.compile(
    r"\b(?:nerve|root|plexus|impar|diagnostic|selective|guided|saphenous|obturator|pudendal|ilioinguinal|genitofemoral|"
    r"iliohypogastric|femoral cutaneous|LFCN|piriformis)(?: \w+){0,2} (?:blocks?|blockade)\b|"
    r"\b(?:infiltration|injection)s?\b.*\b(?:an?a?esthe\w+|\w+caine)\b|"
    r"\b(?:local an?a?esthe\w+|\w+caine)\b.*\b(?:infiltration|injection)s?\b",
    re.I,
)
_RELIEVES = re.compile(
    r"\b(?:reliev\w+|relief|abolish\w*|benefit|pain[- ]free|no effect|ineffective|without effect)\b|"
    r"\b(?:pain|symptoms?) (?:resolved|disappeared|gone|subsided|improved)\b",
    re.I,
)


_ONLY_PAIN = re.compile(
    r"(?=.*\bpains?\b|(?:an?|the|some|his|her)$)(?:an?|the|some|his|her|of|in|with|has|had|have|presents?|presented|presenting|complain(?:s|ed|ing)?|"
    r"report(?:s|ed|ing)?|experienc(?:es?|ed|ing)|suffer(?:s|ed|ing)?|pains?|there|is|was|may|can|to|from|[ ])+",
    re.I,
)
"""An answer of which nothing is left but that it hurts: "presents with pain", "a"."""
_BARE_PAIN = re.compile(
    r"\b(?:pains?|painful|ache|aching|sciatica|worse|reliev\w+|aggravat\w+)\b", re.I
)
_QUALITY = re.compile(
    r"(?:(?:severe|constant|intermittent) )?(?:burning|shooting|stabbing|sharp|lancinating|electric|aching|cramping)",
    re.I,
)
_SUPPLIED = re.compile(r"\b(?:territory|distribution|dermatomes?|dermatomal)\b", re.I)
_WEAK = re.compile(r"(?:\w+ )?(?:weakness|paralysis|paresis|foot ?drop|wasting)", re.I)
_AFTER = re.compile(r"^(?:preceded|came before|began before|before) (?=(?:the |any )?pain\b)", re.I)
_LATE = re.compile(
    r"(?:(?<=weakness)|(?<=paralysis)|(?<=paresis)|(?<=drop)) (?:had |was )?(?:preceded|came before|began before|"
    r"before|preceding|followed by) (?=(?:the |any |severe )?pain\b)",
    re.I,
)
"""Weakness that was there before the pain."""
_BEGAN = re.compile(r"(?:sudden|acute|abrupt|rapid) onset(?: of)?", re.I)
_MODIFIED = re.compile(
    r"(?:is |was |which (?:is|was) )?(?:worse|worst|worsen(?:s|ed) (?:by|with|on|when|while|at)|aggravated|exacerbated|"
    r"increas(?:es|ed) (?:by|with|on|when|while|at|during)|relieved|alleviated|"
    r"(?:better|eased|improve[sd]) (?:by|with|on|when|while)|provoked|brought on|triggered|intensified|"
    r"prevent(?:s|ed|ing) sleep|disturb(?:s|ed|ing) sleep|wakes|woke|keeps|at night|nocturnal|"
    r"(?:intermittent|constant)?,? ?(?:sharp|burning|shooting|stabbing|lancinating|electric|cramping|"
    r"radiat(?:es|ing))\b|"
    r"(?:when|on|while|after long)\b)",
    re.I,
)
_A_PAIN = re.compile(
    r"(?:(?:the|his|her|this) )?(?:(?:low |lower )?back |leg |hip |thigh |knee |foot |buttock |groin |calf |heel |"
    r"radicular |sciatic |burning )*(?:pain|pains|sciatica|backache|ache)|burning (?:feet|foot|soles?|toes|thigh|pain)",
    re.I,
)
_GOES_ON = re.compile(
    r"^(?:(?!\band\b|,).)*\bpains? (?:\w+ ){0,2}?(?:radiat|irradiat|shoot|spread|travel|referred)\w* "
    r"(?!to the (?:arm|neck))",
    re.I,
)
_RADIATES = r"(?:radiat\w*|spread\w*|extend\w*|travel\w*|go(?:es)?|going|pass\w*|reach\w*|shoot\w*)"
_BEYOND = r"(?:below|beyond|past|distal to|further than|farther than) (?:the |his |her )?(?:knees?|buttocks?)"
_UNRADIATED = re.compile(
    rf"(?:(?:no|without|without any|absent) (?:distal )?radiation|non-?radiating|"
    rf"(?:(?:does|did|do) not|doesn't|not|never|without) (?:{_RADIATES} (?:down |on )?)?{_BEYOND}|"
    r"(?:(?:does|did|do) not|doesn't|not|never) (?:radiat\w*|spread\w*|travel\w*|shoot\w*))",
    re.I,
)
_NOT_ON = re.compile(
    rf"[,;]? ?\b(?:(?:that|which|and|but|it|typically|usually) )*(?:(?:with )?(?:no|without)(?: any)?(?: distal)? "
    rf"radiation\b|non-?radiating|"
    rf"(?:(?:does|did|do) not|doesn't|not|never|without) (?:radiat\w*\b|{_RADIATES}(?: down| on)?(?= {_BEYOND})))"
    rf"(?! (?:to|into|in|down|from|along|towards?|as far)\b)(?: {_BEYOND})?"
    rf"|,? ?\b(?:but |and )?not {_BEYOND}",
    re.I,
)
_RUNS = re.compile(
    r"\b(?:running|runs|ran) (?=(?:(?:all the way|straight|right) )?(?:down|into|through|along|from)\b)",
    re.I,
)
_WITH = re.compile(
    r"\bpain with (?P<where>(?:(?:left|right|bilateral) )?(?:leg|thigh|calf|foot|buttock|lower limb|lower extremity)) "
    r"radiation\b",
    re.I,
)
_TO = r"pain radiating to the \g<where>"


def plain_radiation(text: str) -> str:
    """Leave out that a pain does not go on, which does not deny it; what "runs down" a leg is no sport.

    "Pain with leg radiation" is written as pain that radiates to the leg, which no rays do.
    """
    kept = clean(_NOT_ON.sub("", text)).strip(" ,")
    text = kept if re.search(r"[a-z]{3}", kept, re.I) else text
    return _WITH.sub(_TO, _RUNS.sub("radiating ", text))


def _as_told(finding: Finding, of: str, said: str, known: Vocabulary) -> Finding:
    """Return numbness or weakness of a place, filed as pain by whoever wrote it, as what it is."""
    if _speaks_of_pain(of, known) or _speaks_of_pain(said, known):
        return finding
    row = known.prepare(said)
    kinds = {kind for kind in ("symptom", "motor word") if row and known.match(row, 0, (kind,))}
    where = known.prepare(of)
    placed = any(known.match(where, i, _PLACES) for i in range(len(where)))
    if not kinds or len(row) > _SHORT or not placed:
        return finding
    return finding.model_copy(update={"test": "sensation" if "symptom" in kinds else "strength"})


_SHORT = 3
"""Most words of an answer that is no more than one word of loss and how bad it is."""
_PLACES = ("area", "region")


def _speaks_of_pain(text: str, known: Vocabulary) -> bool:
    said = known.rules.concepts(known.prepare(text))
    return not said.isdisjoint({"pain", "pain only", "burning", "shock", "cramp"})


_NUMB = r"(?:numb(?:ness)?|tingl(?:ing|es?|y)|par(?:a)?esthesi?as?|pins and needles|hyp(?:o)?a?esthesia)"
_SAID_NUMB = re.compile(rf"\b{_NUMB}\b", re.I)
_LOST = rf"(?:{_NUMB}|weakness|swelling|wasting|stiffness)"
_SYMPTOM = rf"(?:{_HURT}|{_NUMB}|burning)"
_NO_SYMPTOM = re.compile(
    rf"(?:no|denie[sd](?: any)?|without(?: any)?|no complaints? of|free of) {_SYMPTOM}"
    rf"(?:(?:, or|, and|,| or| and|/) ?{_SYMPTOM})+",
    re.I,
)
"""A denial that goes on over a list in which pain stands: "no pain, tingling or numbness"."""
_BOTH = re.compile(
    rf"\bpain(?:ful)?(?:,| and| with| or|/)(?: [\w-]+,?){{0,3}} {_LOST}\b|\b{_LOST}(?:,| and| with| or)"
    r"(?: [\w-]+,?){0,3} pain\b",
    re.I,
)
_LISTED = re.compile(
    rf"(?:,? ?\b(?:and|or|with|&) |, ?)?\b{_LOST}\b(?:(?:,| and| or)+ (?=pain\b))?", re.I
)
_PAINED = re.compile(
    r"(?:,? ?\b(?:and|or|with) )?\b(?:(?:burning|shooting|radiating|sharp|dull|aching|stabbing|severe|radicular),? )*"
    r"pain(?:s|ful)?\b(?:,? (?:and|or|with)(?= )|,)?",
    re.I,
)
_NUMB_ELSEWHERE = re.compile(
    rf"^(?:[\w-]+ ){{1,5}}(?:pains?|ache)(?:,| and| with| plus)+ (?P<numb>(?:[\w-]+ )?{_NUMB}"
    r"(?: (?:of|in|over|along|at|on) .+))$",
    re.I,
)
"""Loss of feeling in a place of its own, beside a pain: "groin pain and numbness of the thigh"."""
_NOT_THERE = re.compile(r"\b(?:no|not|without|denie[sd]|nor|neither|never|absent|negative)\b", re.I)


def numb_too(finding: Finding) -> Finding | None:
    """Return the finding of feeling where a pain is told with numbness or tingling of the same place."""
    text = _told(finding)
    if (
        finding.test not in {"pain", "history"}
        or not _SAID_NUMB.search(text)
        or _NOT_THERE.search(text)
    ):
        return None
    own = _NUMB_ELSEWHERE.search(text)
    kept = own["numb"] if own else clean(_PAINED.sub("", text)).strip(" ,")
    return finding.model_copy(update={"test": "sensation", "of": kept, "value": "present"})


def pain_too(finding: Finding) -> Finding | None:
    """Return the finding of pain where it is told in one list with numbness or tingling of the same place."""
    text = _told(finding)
    if finding.test not in {"pain", "sensation", "history"} or not _BOTH.search(text):
        return None
    if _NOT_THERE.search(text):
        return None
    if finding.test == "sensation" and len(_SAID_NUMB.findall(text)) < _SEVERAL:
        # "pain and tingling" of a place that is examined is one way of feeling
        return None
    kept = clean(_LISTED.sub("", text)).strip(" ,")
    return finding.model_copy(update={"test": "pain", "of": kept, "value": "present"})


_SEVERAL = 2


def says_numb(words: str) -> bool:
    """Whether words tell of numbness or tingling, and of little else."""
    return bool(_SAID_NUMB.search(words)) and len(words.split()) <= _SHORT


def _told(finding: Finding) -> str:
    value = clean(finding.value) if isinstance(finding.value, str) else ""
    plain = value.lower() in {"present", "yes", "noted", "reported", "positive", ""}
    return clean(finding.of) if plain else f"{clean(finding.of)}, {value}"
