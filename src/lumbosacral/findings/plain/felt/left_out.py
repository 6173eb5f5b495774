"""What of a place is left out, and what an answer denies: "all toes but the little one", "none in the feet"."""

import re

from lumbosacral.findings.language.limb_words import LIMB, NUMBER, SHARE, WAY

__all__ = ["all_but", "but_for", "spared_share", "told_in_answer"]

_BUT = (
    r"(?:sparing|except(?: for)?|but not|apart from|aside from|excluding|other than|save for"
    r"|with (?:the exception|sparing|preservation) of|with (?:spared|preserved))"
)
_LEFT_OUT = re.compile(
    rf"\b{_BUT} (?:the |its |his |her )?(?P<share>(?:{WAY}|inner|outer) {SHARE})(?=\s*(?:$|[,;)]))",
    re.I,
)
_SPARED_LAST = re.compile(
    rf"(?<=, )(?:the |its |his |her )?(?P<share>(?:{WAY}|inner|outer) {SHARE})"
    r"(?= (?:is |was )?(?:spared|preserved)\s*$)",
    re.I,
)
_IN_BRACKETS = re.compile(
    r" ?\((?P<inside>[^()]*\b(?:spared|sparing|except|excluding|not involved)\b[^()]*)\)", re.I
)
_BELOW_KNEE = re.compile(r"\b(?:below|distal to|from) (?:the )?(?:knee|ankle)s?\b", re.I)
_ONE_LIMB = re.compile(rf"\b{LIMB}\b", re.I)


def spared_share(text: str) -> str:
    """Say of which limb a share is left out: "foot sparing the medial border" of the foot."""
    text = _IN_BRACKETS.sub(r", \g<inside>", text)
    found = _LEFT_OUT.search(text) or _SPARED_LAST.search(text)
    before = text[: found.start()] if found else ""
    below = _BELOW_KNEE.search(before) is not None
    limbs = _ONE_LIMB.findall(_BELOW_KNEE.sub("", before))
    if found is None or len(limbs) != 1 or (below and found.re is _LEFT_OUT):
        return text
    end = found.end("share")
    return f"{text[:end]} of the {limbs[0]}{text[end:]}"


_ALL_BUT = re.compile(
    r"\b(?P<all>all|every|each|whole|entire|everything)(?P<what>\b[^,;]*?) (?:but|bar|barring) (?:for )?"
    r"(?=the |his |her |its )",
    re.I,
)
_LAST_TOE = re.compile(
    rf"(?P<toes>\b(?:toe|digit)s?\b.*?\b{_BUT} (?:the |his |her )?)(?P<number>{NUMBER})(?: one)?(?=\s*(?:$|[,;]))",
    re.I,
)


def all_but(text: str) -> str:
    """Write "all the toes but the little one" as "all the toes except the little toe"."""
    text = _ALL_BUT.sub(r"\g<all>\g<what> except ", text)
    return _LAST_TOE.sub(r"\g<toes>\g<number> toe", text)


_BARE = re.compile(
    r"^(?:(?:any|new|sensory) )?(?:numbness|tingling|burning|par(?:a)?esthesia[es]?|dysa?esthesia[es]?"
    r"|(?:hypo?|an)a?esthesia|sensory (?:loss|deficit|symptom|disturbance|complaint|change)s?)$",
    re.I,
)
_NONE_AT = re.compile(r"^(?:none|nil|no|not) (?=(?:in|of|over|on|at|around)\b)", re.I)
_NONE_FELT = re.compile(
    r"^(?:no|without|denies|denied) .*(?:numb|tingl|burn|esthesi|sensory (?:loss|deficit))", re.I
)
_SOUND_BUT = re.compile(
    rf"^(?:normal|intact|preserved)(?: everywhere| throughout)?,? {_BUT}(?: over| on| in| at)? ",
    re.I,
)
_SENSE = (
    r"(?:(?:light )?touch|pin ?(?:prick)?|vibration(?: sense)?|temperature|cold|sensation|feeling|numbness|tingling"
    r"|sensory (?:exam(?:ination)?|testing|findings?|function))"
)
_SENSED = re.compile(rf"^{_SENSE}(?:(?:,| and|/) ?{_SENSE})*$", re.I)
_LOST_BUT = re.compile(rf"^(?!normal|intact|preserved).*\b{_BUT} (?P<rest>[\w -]+)$", re.I)
_LOSS = re.compile(
    r"numb|reduc|decreas|loss|lost|esthe|alge|absent|dimin|impair|alter|tingl|burn|\bdull", re.I
)


_BUT_FOR = re.compile(
    rf"^(?P<said>[\w /+-]*?\S),? {_BUT} (?:(?:for|over|in|on|at|of|the|his|her) )*(?P<rest>[\w' -]+)$",
    re.I,
)
_OWN_VALUE = re.compile(
    r"\d|weak|abnormal|fibrill|denervat|poly|slow|prolong|delay|block|unobtain|unrecord|\bno\b|paraly|pare[st]",
    re.I,
)


_ALONE = re.compile(
    r"^(?:numb|anaesthetic|\w*(?:reduced|decreased|diminished|impaired|absent|lost))$", re.I
)
_SOUND = re.compile(
    r"\b(?:normal|intact|preserved|full|unremarkable|strong|5/5|within normal limits)\b", re.I
)


def but_for(words: str, value: str) -> tuple[str, str]:
    """Words and answer where the answer leaves out a name alone: "normal except the sole", "numb except the heel"."""
    words, value = words.strip(), value.strip()
    found = _BUT_FOR.match(value)
    if found is None or _LOSS.search(found["rest"]) or _OWN_VALUE.search(found["rest"]):
        return words, value
    if _ALONE.match(found["said"]):
        return f"{words} except {found['rest']}", found["said"]
    if _SOUND.search(found["said"]):
        return f"{words} {found['said']} except {found['rest']}", ""
    return words, value


def told_in_answer(words: str, value: str) -> tuple[str, str]:
    """Words and answer where the answer says what is denied, or what is left out: "numbness: none in the feet"."""
    words, value = words.strip(), value.strip()
    if value.lower() in {"sparing", "sparing of"}:
        return words, "spared"
    if _BARE.match(words) and _NONE_AT.match(value):
        return f"no {words} {_NONE_AT.sub('', value)}", ""
    if _BARE.match(words) and _NONE_FELT.match(value):
        return value, ""
    sound = _SOUND_BUT.match(value) is not None and not _LOSS.search(value)
    left_out = _LOST_BUT.search(all_but(value)) if _SENSED.match(words) else None
    if sound or (left_out and not _LOSS.search(left_out["rest"])):
        return f"{words} {value}", ""
    return words, value
