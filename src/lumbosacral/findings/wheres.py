"""Where something is felt, told in full, written as names: on which side of what, between which toes, how far up."""

import re

__all__ = ["near_joint", "plain_where", "reaching", "told_in_answer"]

_OWN = r"(?:(?:the|his|her|my|their|both) )?(?:(?:left|right) )?"
_LIMB = r"(?:thigh|(?:lower )?leg|calf|calves|shin|foot|feet|ankle|knee|heel|sole|buttock)s?"
_WAY = (
    r"(?:medial|lateral|anterior|posterior|dorsal|plantar|antero-?lateral|antero-?medial|postero-?lateral"
    r"|postero-?medial|dorso-?lateral|dorso-?medial)"
)
_SHARE = r"(?:aspect|border|edge|side|part|surface|half|third|margin|portion)s?"
_NUMBERS = {
    word: number
    for number, words in enumerate(
        (
            ("first", "1st", "great", "big", "hallux", "1"),
            ("second", "2nd", "2"),
            ("third", "3rd", "3"),
            ("fourth", "4th", "4"),
            ("fifth", "5th", "little", "small", "smallest", "pinky", "5"),
        )
    )
    for word in words
}
_ORDINALS = ("first", "second", "third", "fourth")
_NUMBER = "(?:" + "|".join(sorted(_NUMBERS, key=len, reverse=True)) + ")"


def plain_where(text: str) -> str:
    """Write places told in full as names; see the functions that it calls."""
    text = _all_but(_between(_on_side(text)))
    return _far_up(_adverbs(_spared_share(_webs(text))))


_ADVERB_AT = re.compile(
    rf"\b(?P<way>{_WAY})ly (?:in|on|over|at|of|along) (?P<place>{_OWN}{_LIMB})\b", re.I
)
_TOE_ADVERB = re.compile(
    rf"\b(?:base of (?:the )?)?(?P<toe>{_NUMBER} (?:toe|digit)|hallux)s? (?P<way>dorsal|plantar)ly\b",
    re.I,
)
_ADVERB_BELOW = re.compile(rf"\b(?P<way>{_WAY})ly below (?:the |both )?knees?\b", re.I)


def _adverbs(text: str) -> str:
    """Write "laterally on the thigh", "medially below the knee" as "lateral thigh", "medial lower leg"."""
    text = _TOE_ADVERB.sub(r"\g<way> \g<toe>", text)
    text = _ADVERB_BELOW.sub(r"\g<way> lower leg", text)
    return _ADVERB_AT.sub(r"\g<way> \g<place>", text)


_ADJOINING = r"(?:adjacent|contiguous|adjoining|opposing|facing)"
_BETWEEN = re.compile(
    r"\b(?:(?:(?:small|tiny|dorsal|interdigital) )*(?:skin|web(?:[ -]?space|bing)?|space|cleft|fold|gap|area|patch)"
    rf"(?: of skin)? )?(?:between|(?<=cleft )of|(?<=web )of|(?<=web space )of|{_ADJOINING} {_SHARE} of) "
    rf"(?:the )?(?:(?:toes?|digits?) )?(?P<one>{_NUMBER})(?: (?:toe|digit))? (?:and|&) (?:the )?"
    rf"(?P<other>{_NUMBER})(?: (?:toe|digit)s?)?(?= ?(?:$|[,;.)]|\w))",
    re.I,
)


def _webs(text: str) -> str:
    """Write "skin between the great and second toes" as "first web space"."""
    return _BETWEEN.sub(_web, text)


def _web(found: re.Match[str]) -> str:
    one, other = (_NUMBERS[found[name].lower()] for name in ("one", "other"))
    toes = re.search(r"toe|digit|hallux", found[0], re.I)
    return f"{_ORDINALS[one]} web space" if toes and other == one + 1 else found[0]


_OUT_SHARE = re.compile(rf"\b(?P<way>out|in)side (?={_SHARE}\b)", re.I)
_OUT_OF = re.compile(rf"\b(?P<way>out|in)side of (?={_OWN}{_LIMB}\b)", re.I)
_NERVE_SIDE = re.compile(rf"\b(?P<nerve>tibial|fibular|peroneal) (?={_SHARE} of )", re.I)
_AT_SIDE = re.compile(rf"(?:^|(?<=, )|(?<=^over )|(?<=^on ))side of (?={_OWN}{_LIMB}\b)", re.I)
_LEG_ABOVE = re.compile(r"\blegs? (?:just |immediately )?above (?:the |his |her )?knees?\b", re.I)
_WHOLE_LEG = re.compile(
    rf"\b(?P<way>back|front|{_WAY}|inner|outer)(?: {_SHARE})?(?: of)? {_OWN}(?:whole |entire )?leg"
    r"(?=,? (?:all the way )?(?:down )?from (?:the |his |her )?(?:\w+ )?(?:buttock|hip|thigh|groin)\b)",
    re.I,
)


def _on_side(text: str) -> str:
    """Write "outside edge", "inside of the leg", "tibial side", "side of the thigh" as lateral or medial."""
    text = _LEG_ABOVE.sub("thigh", text)
    text = _OUT_SHARE.sub(_in_or_out, text)
    text = _OUT_OF.sub(lambda found: f"{_in_or_out(found)}side of ", text)
    text = _NERVE_SIDE.sub(
        lambda m: "medial " if m["nerve"].lower() == "tibial" else "lateral ", text
    )
    text = _WHOLE_LEG.sub(r"\g<way> thigh and \g<way> leg", text)
    return _AT_SIDE.sub("lateral side of ", text)


_BOTH_SIDES = re.compile(rf"\bboth (?:sides|aspects|borders) of (?={_OWN}{_LIMB}\b)", re.I)
_WAY_SIDE = rf"(?P<way>medial|lateral|anterior|posterior)(?: {_SHARE} of)? (?:the )?"
_KNEE_TO_ANKLE = re.compile(
    rf"\b(?:from )?(?:the )?{_WAY_SIDE}knee (?:down )?to (?:the )?(?P=way)(?: {_SHARE} of)? (?:the )?"
    r"(?P<end>ankle|malleolus)\b",
    re.I,
)
_ANKLE_TO_TOE = re.compile(
    r"\b(?:from )?(?:the )?lateral (?:ankle|malleolus) (?:down )?to (?:the )?(?:little|fifth|5th|small) toe\b",
    re.I,
)


def _between(text: str) -> str:
    """Name what lies between: "medial knee to the medial ankle" is the medial leg as well."""
    text = _BOTH_SIDES.sub("", text)
    text = _ANKLE_TO_TOE.sub("lateral malleolus, lateral foot and little toe", text)
    return _KNEE_TO_ANKLE.sub(r"\g<way> knee, \g<way> leg and \g<way> \g<end>", text)


def _in_or_out(found: re.Match[str]) -> str:
    return "lateral " if found["way"].lower() == "out" else "medial "


_BUT = (
    r"(?:sparing|except(?: for)?|but not|apart from|aside from|excluding|other than|save for"
    r"|with (?:the exception|sparing|preservation) of|with (?:spared|preserved))"
)
_LEFT_OUT = re.compile(
    rf"\b{_BUT} (?:the |its |his |her )?(?P<share>(?:{_WAY}|inner|outer) {_SHARE})(?=\s*(?:$|[,;)]))",
    re.I,
)
_SPARED_LAST = re.compile(
    rf"(?<=, )(?:the |its |his |her )?(?P<share>(?:{_WAY}|inner|outer) {_SHARE})"
    r"(?= (?:is |was )?(?:spared|preserved)\s*$)",
    re.I,
)
_IN_BRACKETS = re.compile(
    r" ?\((?P<inside>[^()]*\b(?:spared|sparing|except|excluding|not involved)\b[^()]*)\)", re.I
)
_BELOW_KNEE = re.compile(r"\b(?:below|distal to|from) (?:the )?(?:knee|ankle)s?\b", re.I)
_ONE_LIMB = re.compile(rf"\b{_LIMB}\b", re.I)


def _spared_share(text: str) -> str:
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
    rf"(?P<toes>\b(?:toe|digit)s?\b.*?\b{_BUT} (?:the |his |her )?)(?P<number>{_NUMBER})(?: one)?(?=\s*(?:$|[,;]))",
    re.I,
)


def _all_but(text: str) -> str:
    """Write "all the toes but the little one" as "all the toes except the little toe"."""
    text = _ALL_BUT.sub(r"\g<all>\g<what> except ", text)
    return _LAST_TOE.sub(r"\g<toes>\g<number> toe", text)


_PART_WAY = re.compile(
    r"\b(?:(?:up )?to )?(?:(?:about|approximately|roughly) )?"
    r"(?:(?:(?:a|one|two)[ -])?(?:thirds?|half|quarter)(?: of)?(?: the)? |half-?|mid-?)way up "
    r"(?:the |his |her |both )?(?:(?:left|right) )?(?P<limb>thigh|(?:lower )?leg|shin|calf|calves)s?\b",
    re.I,
)
_MIDWAY = re.compile(
    r"\b(?:(?:up )?to )?(?:mid|half)[ -]?way (?:between|from) (?:the )?"
    r"(?:ankles? (?:and|to) (?:the )?knees?|knees? (?:and|to) (?:the )?ankles?)\b",
    re.I,
)
_LEVEL = re.compile(
    r"(?:^|(?<=\bup )|(?<=\bfeet )|(?<=\bfoot )|(?<=\btoes )|(?<=\bdistally ))to (?:the )?"
    r"(?P<level>ankle|knee|mid[- ]?calf|mid[- ]?shin|mid[- ]?thigh|groin|hip)s? levels?\b",
    re.I,
)
_ABOVE_ANKLE = re.compile(
    r"\b(?:up )?to (?:\d+ ?cm|just|slightly|a few (?:cm|inches)|\d+ ?inch(?:es)?) above (?:the |both )?"
    r"(?:ankle|malleol)\w*",
    re.I,
)
_DOWNWARD = re.compile(
    r"\b(?:from )?(?:the |both )?(?P<level>ankle|knee|(?:mid[- ]?)?(?:calf|shin|thigh)|mid[- ]?calve|groin|hip|waist)s?"
    r" (?:on )?(?:down(?:wards?)?|distally)(?=\s*(?:$|[,;)]))",
    re.I,
)
_STOCKING_TO = re.compile(
    r"\bstocking(?:s|[- ](?:like|type|distribution|pattern|fashion|style))?(?P<what>(?: (?!glove|and\b)\w+){0,3}?)"
    r" (?:up )?(?:to|as far as) (?=(?:the |both |level |of )*(?:mid|ankle|knee|calf|calves|shin|thigh|groin|hip))",
    re.I,
)
_FROM_THIGH = re.compile(
    r"(?P<from>\b(?:thigh|groin|hip|buttock)\b[^,;]*?) (?:down )?to (?:the )?"
    r"(?:level of (?:the )?knees?|knee level)\b",
    re.I,
)
_ASCENDING = re.compile(
    r"(?P<from>\b(?:feet|foot|toes?)),? (?:ascending|extending|spreading|rising|progressing|going) (?:up )?to ",
    re.I,
)
_KNEE_BONES = re.compile(
    r"^(?:up )?to (?:the )?(?:level of )?(?:the |both )?(?:tibial tuberosit\w+|patellae?|kneecaps?)\b",
    re.I,
)


def _far_up(text: str) -> str:
    """Write "half way up the calf", "to ankle level" as "up to mid calf", "up to ankle"."""
    text = _FROM_THIGH.sub(r"\g<from> down to the knee", text)
    text = _STOCKING_TO.sub(r"\g<what> up to ", _PART_WAY.sub(_up_to_middle, text))
    text = _DOWNWARD.sub(_below, text)
    text = _ASCENDING.sub(r"\g<from> up to ", text)
    text = _ABOVE_ANKLE.sub("up to ankle", _MIDWAY.sub("up to mid calf", text))
    return _KNEE_BONES.sub("up to knee", _LEVEL.sub(r"up to \g<level>", text)).replace(
        "up up to", "up to"
    )


_HIGH = (
    r"(?:(?:the|both|level of|mid(?:dle of)?|just (?:above|below)|above|below)[ -])*"
    r"(?:ankle|knee|mid-?calve|mid-?calf|mid-?shin|mid-?thigh|calf|calve|shin|thigh|groin|hip|malleol)\w*"
)
_STOCKING = re.compile(
    r"\bstocking(?:s|[- ](?:like|type|distribution|pattern|fashion|style))?\s*", re.I
)
_REACHES = re.compile(
    rf"^(?P<lost>(?:\w+ ){{0,2}})(?:up )?to (?:the )?(?P<high>{_HIGH})(?: bilaterally)?$", re.I
)
_LOST_TO = re.compile(
    r"\b(?P<lost>absent|lost|loss|reduced|decreased|diminished|impaired|numb|numbness)(?: distally)? (?:up )?to "
    rf"(?=(?:the )?{_HIGH}(?: bilaterally)?$)",
    re.I,
)


def reaching(words: str, value: str) -> tuple[str, str]:
    """Words and answer of a loss that say how far up it reaches: "vibration: absent to the knees"."""
    words, value = words.strip(), value.strip()
    reached = _REACHES.match(value)
    if reached is not None and _STOCKING.search(words):
        return f"{words} to {reached['high']}", reached["lost"].strip()
    if _REACHES.match(words):
        value = _STOCKING.sub("", value)
    words, value = (_LOST_TO.sub(r"\g<lost> up to ", text) for text in (words, value))
    return words, plain_where(near_joint(value))


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


def told_in_answer(words: str, value: str) -> tuple[str, str]:
    """Words and answer where the answer says what is denied, or what is left out: "numbness: none in the feet"."""
    words, value = words.strip(), value.strip()
    if _BARE.match(words) and _NONE_AT.match(value):
        return f"no {words} {_NONE_AT.sub('', value)}", ""
    if _BARE.match(words) and _NONE_FELT.match(value):
        return value, ""
    sound = _SOUND_BUT.match(value) is not None and not _LOSS.search(value)
    left_out = _LOST_BUT.search(_all_but(value)) if _SENSED.match(words) else None
    if sound or (left_out and not _LOSS.search(left_out["rest"])):
        return f"{words} {value}", ""
    return words, value


def _below(found: re.Match[str]) -> str:
    level = found["level"].lower()
    return f"below {'mid ' if level in {'calf', 'shin', 'thigh'} else ''}{level}"


def _up_to_middle(found: re.Match[str]) -> str:
    return f"up to mid {'thigh' if found['limb'].lower() == 'thigh' else 'calf'}"


_JUST = r",? (?:just|immediately|slightly|directly) "
_NEAR = tuple(
    (re.compile(rf"\b(?P<place>{place}){_JUST}(?P<by>{by})\b", re.I), end)
    for place, by, end in (
        (
            rf"(?:medial|inner)(?: {_SHARE}(?: of)?)? {_OWN}thigh",
            r"above (?:the |his |her )?knee",
            "distal",
        ),
        (
            rf"(?:antero-?lateral|lateral|outer)(?: {_SHARE}(?: of)?)? {_OWN}(?:(?:lower )?leg|calf|shin)",
            r"below (?:the |his |her )?(?:knee|fibular head|fibular neck)",
            "proximal",
        ),
        (
            rf"(?:antero-?lateral|lateral|outer)(?: {_SHARE}(?: of)?)? {_OWN}(?:(?:lower )?leg|calf|shin)",
            r"above (?:the |his |her )?(?:ankle|lateral malleolus|malleolus)",
            "distal",
        ),
    )
)


def near_joint(text: str) -> str:
    """Write "medial thigh just above the knee" as the distal, "lateral leg just below it" as the proximal part."""
    for near, end in _NEAR:
        text = near.sub(rf"{end} \g<place>", text)
    return text
