"""Where a sign is looked for, in plain words: "in the area of the fibular head, with swelling in the same area"."""

import re

__all__ = ["plain_landmarks"]

_WHERE = r"(?:in|over|at|around|of|about|on|along|near|behind|below|above)"
_SAME = re.compile(
    rf"\b{_WHERE} (?:the|that|this) (?:same|very) (?:area|place|region|location|site|spot|level|point)\b"
    rf"|\bthere(?=$|[,;])",
    re.I,
)
_PLACE = re.compile(
    r"\b(?:of|over|at|around|behind|near|on|in|along) (?:the |his |her )?(?P<place>(?:(?:left|right|medial"
    r"|lateral|posterior"
    r"|anterior|greater|fibular?|tarsal|inguinal|popliteal|ischial|iliac|common|peroneal|tibial|sciatic|sural"
    r"|saphenous"
    r") )*(?:head|neck|malleolus|tunnel|ligament|fossa|tuberosity|spine|crest|trochanter|notch|knee|ankle|heel|calf"
    r"|thigh|groin|buttock|foot|nerve|sole|arch|fibula))\b",
    re.I,
)
_AREA = re.compile(
    r"\b(?:in|over|around|at) (?:the )?(?:area|region|vicinity|neighbou?rhood) of\b", re.I
)
_WAY = r"(?:upper|lower|medial|lateral|anterior|posterior|superior|inferior|proximal|distal|inner|outer)"
_ASPECTS = re.compile(
    rf"\b{_WAY}(?:(?:,| and| or|/| as well as)+ ?{_WAY})+ (?:aspects?|parts?|portions?|borders?|surfaces?"
    rf"|edges?|ends?|sides?)"
    r" of (?=(?:the |his |her )?(?:(?:left|right) )?(?:inguinal|fibular?|tarsal|flexor|medial mall|lateral mall"
    r"|greater|ischial"
    r"|popliteal|sciatic|peroneal|sural|achilles|plantar|piriformis|buttock))",
    re.I,
)
_FROM_TO = re.compile(
    r"(?P<sign>\b(?:tender(?:ness)?|mass|swelling|lump)\b[^,;]*?),? (?:extend(?:s|ed|ing)?|reach(?:es|ed|ing)?"
    r"|radiat(?:es|ed|ing)|spreading"
    r"|running) (?:(?:all the way|down|up|distally|proximally) )*from (?:the )?[\w -]+? (?:up "
    r"|down )?to (?:the )?[\w -]+$",
    re.I,
)
_BOTH_OF = re.compile(
    r"\b(?P<place>(?:(?:left|right|bilateral|lateral|medial) )?(?:ankles?|foot|feet|pedal|legs?|calf|lower limb"
    r"|lower extremity|pretibial|groin"
    r"|buttock)) (?P<one>erythema|redness|warmth|bruising|ecchymosis|discou?lou?ration|induration|deformity|rash) "
    r"(?P<and>and|or|nor|/) (?P<other>o?edema|swelling)\b",
    re.I,
)
_TENSION = (
    r"(?:straight[- ]leg[- ]rais\w*(?: test)?|SLRT?|las[eè]gue\w*(?: sign| test)?|slump(?: test)?"
    r"|bragard\w*(?: sign| test)?"
    r"|(?:reverse|reversed) (?:SLR|las[eè]gue)|prone[- ]knee[- ]bend\w*(?: test)?|FNST|ely\w*(?: test)?"
    r"|femoral (?:nerve )?(?:stretch|traction|tension)(?:ing)?(?: test| sign)?|FABERE?(?: test)?"
    r"|patrick\w*(?: test| sign)?"
    r"|FADIR(?: test)?|FAIR(?: test)?|log[- ]roll(?:ing)?(?: test)?|piriformis (?:stretch|test))"
)
_PAINLESS = re.compile(
    rf"(?P<test>\b{_TENSION}\b[^,;]*?\b)(?:pain-?less|pain[- ]free|non-?painful|not painful"
    rf"|without (?:any )?pain|comfortable)\b"
    r"(?:,? (?:but|although|though|albeit) (?P<but>.*))?",
    re.I,
)

_UNTENDER = re.compile(
    r"\b(?:pain-?less|pain[- ]free|non-?painful|non[- ]?tender|not (?:tender|painful))(?:,| and| but)? "
    r"(?=(?:[\w-]+,? (?:and )?){0,3}?(?:mass|lump|swelling|ulcer|ulceration|nodule|cyst|tumou?r|lesion|defect)s?\b)",
    re.I,
)


def plain_landmarks(text: str) -> str:
    """Write the place of a sign in plain words, and a painless tension test as negative.

    A mass that does not hurt is there.

    "The same area" is the place named before; how far tenderness reaches from and to is no other place that is tender.
    """
    text = _UNTENDER.sub("", text)
    text = _ASPECTS.sub("", _AREA.sub("over", _FROM_TO.sub(r"\g<sign>", text)))
    text = _BOTH_OF.sub(r"\g<place> \g<one> \g<and> \g<place> \g<other>", text)
    text = _PAINLESS.sub(_negative, text)
    same, place = _SAME.search(text), _PLACE.search(text)
    if same is None or place is None or place.start() > same.start():
        return text
    split = re.sub(r"(?i) (?:with|and)(?: an?)? (?=[^,;]*$)", ", ", text[: same.start()], count=1)
    return f"{split}of {place['place']}{text[same.end() :]}"


def _negative(found: re.Match[str]) -> str:
    """Say that the test is negative; what is said against it after all comes back in its own words."""
    rest = f", {found['but']}" if found["but"] else ""
    return f"{found['test']}negative{rest}"
