"""Complaints of pain: how they are denied, what they are not, and which other test they were told in."""

import re

from lumbosacral.findings.cases.case import Finding
from lumbosacral.findings.language.vocabulary import Vocabulary
from lumbosacral.findings.language.words import clean
from lumbosacral.findings.plain.felt.numbed import NO_SYMPTOM, SAID_NUMB
from lumbosacral.findings.plain.felt.radiating import UNRADIATED, plain_radiation, with_radiation

__all__ = ["as_pain"]

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
    if finding.test == "sensation" and NO_SYMPTOM.fullmatch(said) and SAID_NUMB.search(said):
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
        return finding.model_copy(update={"value": with_radiation(said)})
    if finding.test != "pain":
        return finding
    if _NO_PAIN.fullmatch(said) and not _EASES.search(of) and not _BARE.fullmatch(of):
        return finding.model_copy(update={"value": "absent"})
    if _ONLY_PAIN.fullmatch(said):
        return finding.model_copy(update={"value": "present" if _BARE_PAIN.search(of) else "pain"})
    if UNRADIATED.fullmatch(said):
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
    r"(?=.*\b(?:pains?|ache|discomfort|soreness)\b|(?:an?|the|some|his|her)$)(?:an?|the|some|his|her|of|in|with|has|had|have|presents?|presented|presenting|complain(?:s|ed|ing)?|"
    r"report(?:s|ed|ing)?|experienc(?:es?|ed|ing)|suffer(?:s|ed|ing)?|pains?|ache|discomfort|soreness|there|is|was|may|can|be|to|from|usually|"
    r"often|typically|mostly|generally|described|as|[ ])+",
    re.I,
)
"""An answer of which nothing is left but that it hurts: "presents with pain", "a"."""
_BARE_PAIN = re.compile(
    r"\b(?:pains?|painful|ache|aching|sciatica|worse|reliev\w+|aggravat\w+|not|no|rarely|seldom)\b",
    re.I,
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
