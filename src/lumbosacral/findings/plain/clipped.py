"""Words that are cut short in notes, in full: "c/o", "w/", "hx", "SILT", "x 2 days"."""

import re

from lumbosacral.findings.plain.clock import plain_times
from lumbosacral.findings.plain.paired import each_trouble
from lumbosacral.findings.plain.two_legs import each_leg

__all__ = ["unclipped"]

_SPOT = (
    r"(?:(?:aspect|side|border|part)(?: of)? )?(?:the )?(?:(?:lower|upper|distal|proximal) )?(?:thigh|calf|leg|shin"
    r"|foot|ankle|hip|malleol|mall\b|sole|heel|knee|border)"
)
_DONE = (
    r"(?:ORIF|TH[RA]|TK[RA]|LSCS|C-?section|epidural|spinal|surgery|laminectomy|disc?ectomy|delivery|hysterectomy"
    r"|arthroplasty|fixation|fusion|block)"
)
"""What is done to somebody, with "post" before it."""
_ALL_SOUND = (
    r"(?:(?:are|all|both|grossly) )*(?:intact|normal|NAD|wnl|full)\b(?: (?:throughout|b/l|bilaterally))?"
    r"(?=\s*(?:[,;.\n]|$))"
)
_SHORT: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), word)
    for pattern, word in (
        (r"(?<=\d) ?y/?o ?(?=(?-i:[MF])\b)", "yo "),
        (r"\b(?-i:[Pp]t)\b(?! ?[\d:/])", "patient"),
        (r"(?<=\d) ?-?y(?:r|rs)?[./]?[ -]?o\b\.?(?![\w/])", "yo"),
        (r"(?<![\w/])k/c/o\b", "known"),
        (r"\b(no|nil|denies|denied|without) (?:any )?c/o\b", r"\1"),
        (
            r",?\s*(?<![\w/])(?:(?:pt|patient|he|she|who) )?(?:is )?(?:c/o|p/w|r/w)(?: of)?(?![\w/]):?",
            ",",
        ),
        (r"(?<![\w/])b/w\b", "between"),
        (r"(?<![\w/])w/o\b", "without"),
        (r"(?<![\w/])w/ ?(?=\w)", "with "),
        (r"(?<![\w/])b/b\b|\bB ?& ?B\b", "bladder and bowel"),
        (r"(?<![\w/])N/T\b", "numbness and tingling"),
        (r"\bPMHx\b", "PMH"),
        (r"(?<=\w )hx(?: of)?\b(?!\s*:)", "history of"),
        (r"^hx(?: of)?\b(?!\s*:)", "history of"),
        (r"\bsx\b", "symptoms"),
        (r"\bSILT\b", "sensation intact to light touch"),
        (r"\bpins ?& ?needles\b", "pins and needles"),
        (r"\bX-?SLR\b", "crossed SLR"),
        (r"(?<=\d)ml\b", " ml"),
        (r"\bPR:? (?=(?:exam(?:ination)?:? )?(?:\w+ )?tone\b)", "anal "),
        (r"\bPR:? (?=(?:normal|NAD|unremarkable)\b)", "rectal examination "),
        (r"\brectal (?=(?:sphincter )?tone\b)", "anal "),
        (
            r"\b(?:bring|get|pull|draw) (?=(?:the |his |her |my )?(?:big |great )?(?:toes?|foot) up\b)",
            "lift ",
        ),
        (r"\bagg(?:ravating|s)?(?: factors?)?[:.] ?", "pain worse with "),
        (r"\beas(?:es?|ing)(?: factors?)?: ?", "pain relieved by "),
        (rf"\bmyotomes?:? {_ALL_SOUND}", "strength normal"),
        (rf"\bdermatomes?:? {_ALL_SOUND}", "sensation normal"),
        (r"(?<=[0-5]/5) (?:throughout|globally)(?= (?:except|apart from|other than|but)\b)", ""),
        (rf"\blat\.? (?={_SPOT})", "lateral "),
        (rf"\bmed\.? (?={_SPOT})", "medial "),
        (rf"\bant\.? (?={_SPOT})", "anterior "),
        (r"\b(reflexes|jerks|DTRs): (?=(?:symmetric|equal|present and))", r"\1 "),
        (r"#(?!\d) ?(?=[A-Za-z])", "fracture "),
        (r"#(?!\d)", "fracture"),
        (r"\bwt\b\.?", "weight"),
        (r"\bCKD ?(?:stage )?[1-5][ab]?\b", "CKD"),
        (r"(?<=\w) (?=INR:? \d)", ", "),
        (rf"(?<=\w) (?:noted |found )?(?:post|s/p)[- ](?={_DONE}\b)", ", after "),
        (r"\bno gait (?:disturbance|abnormality|problems?|deficit)\b", "gait normal"),
        (r"[\u2713\u2714]", " normal "),
        (r"(?<=[A-Za-z])(:? )NAD\b", r"\1normal"),
    )
)
_ARMS = (
    r"(?:(?:in|of|throughout|the|both|b/l|bilat\w*) )*(?:UEs?|ULs?|upper (?:limbs?|extremit(?:y|ies))|arms)"
    r"(?: (?:b/l|bilat\w*|throughout))?(?![\w/])"
)
_OF_ARMS = re.compile(
    rf"(?:\b(?:strength|power|motor):? )?(?:(?P<one>[0-5][+-]?/5) (?:(?:strength|power) )?{_ARMS}"
    rf"|(?<![\w/]){_ARMS}:? (?:power |strength )?(?P<two>[0-5][+-]?/5)(?: throughout)?)",
    re.IGNORECASE,
)
"""How strong the arms are, which says nothing of the legs."""
_LIST = re.compile(r"(?<![\w/])(?:IP|HF|KE|TA|EHL)(?![\w/])")
_LETTER = re.compile(r"(?<![\w/.-])(?P<letter>[QH])(?=[: ] ?(?:[0-5][+-]?(?:/5)?)(?![\w.]))")
_LETTERS = {"Q": "quadriceps", "H": "hamstrings"}


def unclipped(text: str) -> str:
    """Write what is cut short in full."""
    for pattern, word in _SHORT:
        text = pattern.sub(word, text)
    text = _OF_ARMS.sub(lambda found: f"arms: power {found['one'] or found['two']},", text)
    if _LIST.search(text):
        text = _LETTER.sub(lambda found: _LETTERS[found["letter"]], text)
    return each_leg(each_trouble(plain_times(text)))
