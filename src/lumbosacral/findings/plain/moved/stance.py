"""On which leg somebody stands when his pelvis drops: that is the leg whose hip does not hold."""

import re

__all__ = ["in_stance"]

_WHO = r"(?:(?:when|while|as|during|if|upon|on|that|asked|to|is|are|he|she|they|it|the|his|her|patient|only|by) )*"
_LEG = r"(?:leg|foot|limb|lower limb|lower extremity|side|one)"
_FALLS = r"(?:drop|sag|tilt|dip|fall|sink|droop)(?:s|ped|ping|ged|ging|ing|ed)?"
_PELVIS = r"(?:hemi)?(?:pelvis|hip|pelvic)"
_DROPS = re.compile(
    rf"\b(?:(?:left|right) )?(?:side of )?(?:the |his |her )?{_PELVIS}\b[^,;]{{0,25}}?\b{_FALLS}\b"
    rf"|\b(?:left|right) side of (?:the |his |her )?{_PELVIS}|\b{_FALLS} of (?:the |his |her |left |right )*{_PELVIS}\b"
    rf"|\b{_FALLS} (?:on|to|towards?) (?:the )?(?:left|right)\b",
    re.I,
)
_STANDS = re.compile(
    rf"\b{_WHO}(?:standing|stands?|stood|stance|weight[- ]bearing|bear(?:s|ing) (?:his |her )?weight|stepping|steps) "
    rf"(?:up )?(?:on|onto|in|with) {_WHO}(?P<side>left|right)\b(?: {_LEG}\b)?(?: alone| only)?"
    rf"|\b{_WHO}(?P<phase>left|right)(?: {_LEG})?(?: single(?:[- ]leg(?:ged)?)?)? stance(?: phase)?"
    rf"|\b{_WHO}(?P<borne>left|right) {_LEG} (?:is |was )?(?:weight[- ]bearing|bears (?:his |her |the )?weight|planted"
    r"|supporting|on the (?:ground|floor))",
    re.I,
)
_LIFTS = re.compile(
    rf"\b{_WHO}(?:lift(?:s|ing|ed)?|rais(?:es|ing|ed))(?: up)? {_WHO}(?P<side>left|right)(?: {_LEG}\b)?"
    r"(?: off the (?:ground|floor))?",
    re.I,
)
_NOT = re.compile(r"\b(?:no|not|without|negative|level|normal)\b", re.I)
_DENIED = re.compile(
    r"^(?:negative|absent|normal|none)\b(?!.*\b(left|right)\b.*\b(?!\1\b)(?:left|right)\b)", re.I
)
_TREND = re.compile(r"\btrendelenburg(?: (?:sign|test|gait))?\b", re.I)


def in_stance(of: str, said: str, test: str) -> tuple[str, str]:
    """Write "the right pelvis drops when standing on the left leg" as a Trendelenburg sign of the left.

    Parameters
    ----------
    of, said : str
        Words of a finding, and its answer.
    test : str
        Test that was done: sign or gait.
    """
    text = f"{of} {said}"
    leg = _leg_stood_on(text)
    if leg and _DENIED.match(said) and _TREND.search(of):
        return f"Trendelenburg {test} {leg}", "negative"
    if not leg or _NOT.search(text) or not (_DROPS.search(text) or _TREND.search(text)):
        return of, said
    told = _leg_stood_on(said) or _DROPS.search(said)
    return f"Trendelenburg {test} {leg}", "positive" if told else said


def _leg_stood_on(text: str) -> str:
    stands, lifts = _STANDS.search(text), _LIFTS.search(text)
    if stands is not None:
        return (stands["side"] or stands["phase"] or stands["borne"]).lower()
    if lifts is not None:
        return "left" if lifts["side"].lower() == "right" else "right"
    return ""
