"""How age, sex and time are written in one line of text."""

import re

__all__ = [
    "DENIED",
    "EVEN",
    "GLUED",
    "IRRADIATED",
    "MIDDLE",
    "PATIENT",
    "PLURAL",
    "RAISED",
    "TIME",
    "VAGUE",
    "WHEN",
    "WHOSE",
]

UNIT = r"(?:mV|[u\u00b5\u03bc]V|ms|m/s)"
MEASURED = re.compile(rf"\d\s?{UNIT}(?!\w)", re.IGNORECASE)
"""A figure of a study, with its unit."""
PATIENT = re.compile(
    r"^\s*(?:an? )?(?:(?:aged?[\s:]+)?\d{1,3}[\s-]?(?:years?|yrs?|yr|y|months?)?[\s/-]?(?:old|o)?\s*"
    r"(?:m|f|male|female|man|woman|boy|girl|lady|gentleman)?"
    r"|(?:m|f|male|female|man|woman)[\s,]*\d{1,3}(?: ?y)?"
    r"|(?:man|woman|male|female|patient|lady|gentleman) in (?:his|her|their) (?:(?:early|mid|late)[ -])?"
    r"(?:[2-9]0'?s|(?:twen|thir|for|fif|six|seven|eigh|nine)ties))(?![\w+/-])"
    r"(?!\s*(?:days?|weeks?|months?|years?|hours?|/))(?=\s*(?:$|with\b|who\b|presenting\b|,|;))",
    re.IGNORECASE,
)
GLUED = re.compile(
    r"^\s*(?P<told>(?:[A-Za-z][a-z]+ ){0,2})"
    r"(?P<who>\d{2,3}[ -]?(?:(?:yo|y/o|yrs?|years?|y)[ /-]?(?:old|o)?[ /-]?)?"
    r"(?:M|F|male|female|man|woman|lady|gentleman))"
    r"[,:]?\s+(?:(?:with|who has|presenting with)\s+)?(?=\w)(?!who\b|presenting\b|waves?\b)"
)
"""Who it is, right before what was found: "62F right foot drop", "obese 45F outer thigh numb"."""
IRRADIATED = re.compile(
    r"\b(?P<what>pelvic|pelvis|adjuvant|palliative|external beam|chemo[ -]?) ?(?:RT|radiation(?! (?:therapy"
    r"|treatment|plexo|neuro|induc)))\b",
    re.IGNORECASE,
)
"""Where RT is radiotherapy, and no right side."""
RAISED = re.compile(
    r"^(?P<test>(?:(?:left|right|L|R|bilateral) )?(?:SLR|straight leg rais(?:e|ing)))(?: test)?"
    r"(?: (?:positive|\+(?:ve)?))?(?: (?:left|right|L|R))?"
    r"(?: (?:at|to|limited (?:at|to)))? (?P<angle>\d{1,2}) ?(?:deg(?:ree)?s?\.?|\u00b0)?"
    r"(?: (?:on the )?(?:left|right|L|R|both sides))?(?: (?:positive|\+(?:ve)?))?$",
    re.IGNORECASE,
)
"""How far a leg was raised, which says whether it hurt: "SLR 30 deg"."""
BESIDE = re.compile(
    r"\s+(?:vs\.?|versus|compared (?:to|with)|than)\s+(?:the\s+|on the\s+)?(?:left|right|[LR]|other side)\b(?!\s*\d)",
    re.IGNORECASE,
)
"""The leg that a finding is compared with, which it is none of: "prolonged by 3 ms vs L"."""
EVEN = re.compile(
    r"^(?P<test>.*\b(?:jerks?|reflex(?:es)?)) (?:(?:is|are|was|were|both|present and) )*"
    r"(?P<even>symmetric(?:al)?|equal)(?: (?:bilaterally|on both sides))?$",
    re.IGNORECASE,
)
"""A jerk that is like that of the other leg: "knee jerk symmetrical"."""
PLURAL = re.compile(
    r"(?<!and )(?<!& )(?<!/)(?:\b(?:knee|ankle|patellar|achilles) (?:jerks|reflexes)\b|\b[KA]Js\b)"
    r"|\b(?:plantars|plantar (?:responses|reflexes)|legs|feet|lower (?:limbs|extremities)|thighs|calves|shins|soles"
    r"|knees)\b",
    re.IGNORECASE,
)
"""What both legs have together: it is of no one side where none is said beside it."""
MIDDLE = re.compile(
    r"\b(?:bladder|bowels?|urin\w+|micturition|void(?:s|ing)?|contin\w+|incontin\w+|sphincters?|anal|anus|rectal"
    r"|saddle|perianal|perine\w+)\b",
    re.IGNORECASE,
)
"""Places in the middle of the body, which no side is carried to."""
WHEN = re.compile(
    r"\b(?:for|since|onset|began|started|symptoms|duration|history)\b|"
    r"\b(?:the|these) (?:last|past|previous|preceding)\b|"
    r"\b(?:ago|later|after|following|old|previously|earlier|yesterday|last night|this morning)\b"
    r"|(?<![\d./])\d{1,2}/(?:7|12|52)(?!\d)|"
    r"\b(?:days?|weeks?|months?|years?) of\b(?! age)|\bover (?:the (?:last|past) )?[\w-]+ (?:days|weeks|months"
    r"|years)\b|"
    r"(?:^|\s)[\d\w-]+ (?:hours?|hrs?|days?|weeks?|wks?|months?|mths?|mos?|years?|yrs?)\s*$|\bpod ?#?\d|"
    r"(?:^|\bwith )\d+(?:-\d+)? (?:hours?|hrs?|days?|weeks?|wks?|months?|mths?|mos?|years?|yrs?)(?: of)?\b"
    r"(?! (?:pregnan|gestation|gravid|before|apart|each|daily|per\b))"
)

VAGUE = re.compile(
    r"(?:(?:the|his|her|these|with|have|has|had|been|getting|got)\s+)*"
    r"(?:symptoms?|complaints?|problems?|illness|trouble|worse|worsening|worsened)",
    re.IGNORECASE,
)
"""Words that say no more, beside a time, than that something began or went on then."""
TIME = re.compile(
    r"\b(?:(?:x(?=\s?\d)|for|since|over|of|onset|began|started|about|the last|the past|past|last)\s+)*"
    r"(?:\d+(?:\.\d+)?(?:\s?(?:-|to)\s?\d+)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|eighteen|few|several)"
    r"[\s-]?(?:hours?|hrs?|days?|weeks?|wks?|months?|mths?|mos?|years?|yrs?)\b(?:\s+(?:ago|duration|history of))?|"
    r"(?:\bfor\s+)?(?<![\d./])\d{1,2}/(?:7|12|52)(?!\d)(?:\s+(?:ago|of|history of)\b)?|"
    r"\b(?:yesterday|last night|this morning)\b|\bPOD ?#?\d+\b|"
    r"\b(?:(?:over|for|in|during|within) )?the (?:last|past|previous|preceding) (?:day|week|month|year)\b|"
    r"\b(?:progressive|sudden|acute|gradual|slowly)(?:ly)?\b",
    re.IGNORECASE,
)

WHOSE = re.compile(
    r"\s+in (?:an? )?(?=(?:known |poorly controlled |chronic |heavy |keen )?"
    r"(?:diabetic|alcoholic|smoker|drinker|runner|cyclist)s?\s*(?:[,;.]|with\b|after\b|$))",
    re.IGNORECASE,
)
"""Before somebody in whom something is found: "numb feet in a diabetic"."""

DENIED = re.compile(
    r"^(?P<loss>.*\b(?:numbness|ana?esthesia|hypo?a?esthesia|para?esthesias?|tingling"
    r"|sensory (?:loss|deficit|disturbance)|loss of (?:sensation|feeling)))"
    r"(?:\s*:|\s+(?:is|was|are|were))?\s+(?:absent|negative|denied|not present|not found)$",
    re.IGNORECASE,
)
"""A loss of feeling that is said not to be there: "saddle anaesthesia absent"."""
