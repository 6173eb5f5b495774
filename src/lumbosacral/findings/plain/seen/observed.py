"""What is seen of muscles and toes, told in full: where they twitch and waste, which way the sole sends the toes."""

import re

__all__ = ["plain_observed"]

_SOLE = (
    r"plantar (?:response|reflex|stimulation|stroke|testing|scratch)(?:es|s)?|strok(?:e|es"
    r"|ing) (?:of )?the soles?"
)
_FLEXED = (
    r"(?:plantar ?)?(?:flexion|flexed|flexes|curl(?:s|ing|ed)(?: down(?:wards?)?)?|down-?going"
    r"|downward movement)"
)
_TOE = r"(?:(?:(?:all|the|his|her|both|big|great|left|right|of) )*(?:toes?|hallux|halluces))"
_TOES_DOWN = re.compile(
    rf"\b(?P<sole>{_SOLE})\b[^,;]*?\b(?:{_FLEXED}(?: of)? {_TOE}|{_TOE} {_FLEXED}|{_FLEXED})(?=\s*(?:$|[,;]))",
    re.I,
)
_DOWN = re.compile(
    rf"^(?:{_FLEXED}(?: of)?(?: {_TOE})?|(?:a )?{_TOE} (?:is |was |were )?{_FLEXED})$", re.I
)
_TWITCH = re.compile(
    r"^(?P<head>(?:\w+ ){0,3}?fasciculations?)(?: (?:were|was|are|noted|seen|present|visible|observed))* "
    r"(?:in|of|over|at|on|involving) (?P<where>(?:(?!\b(?:with|without|but|wast|atroph|no|and (?:wast|atroph))).)+)$",
    re.I,
)
_IN_LEG = re.compile(
    r"\b(?:thigh|quadriceps|cal(?:f|ves)|gastrocnemi|(?:lower )?leg|lower (?:limb|extremit)|hamstring|tibialis|foot"
    r"|feet|buttock|glute|peroneal|fibular|vast|soleus|shin)",
    re.I,
)
_IN_ARM = re.compile(
    r"\b(?:arm|triceps|biceps(?! fem)|deltoid|hand|upper (?:limb|extremit)|shoulder|forearm|pectoral)",
    re.I,
)
_IN_TONGUE = re.compile(r"\btongue|\bchin\b|\bface|\bfacial", re.I)
_FRONT = re.compile(r"\b(?:tibialis anterior|anterior tibial(?:is)?|anterior (?:leg|compartment))\b", re.I)  # fmt: skip
_BACK = re.compile(r"\b(?:gastrocnemi|soleus|cal(?:f|ves)\b|triceps surae)", re.I)
_ATROPHY = re.compile(r"\b(?:muscular |muscle )?(?:atrophy|amyotrophy|atrophies)\b(?= (?:of|in) )", re.I)  # fmt: skip
_WASTED = re.compile(
    r"^(?:(?:is|was|are|were|both|markedly|severely|mildly) )*(?:wasted|atrophied|atrophic|atrophy|wasting)$",
    re.I,
)
_BREVIS = r"(?:the )?(?:EDB|extensor digitorum brevis)(?: muscles?)?(?: bulk)?"
_SPARED = r"(?:preserved|spared|intact|normal|retained|unaffected|sparing of|preservation of|hypertrophied)"
_BUT_BREVIS = re.compile(
    rf"(?P<wasted>\b(?:wast|atroph)[^;]*?)(?:,| with| while| whereas| but| and)+ "
    rf"(?:(?:the )?{_SPARED} {_BREVIS}|{_BREVIS} (?:is |was |were |are )?{_SPARED})$",
    re.I,
)


_TOUCHED = re.compile(
    r"^(?:light(?:ly)? |gentle |gently )?(?:scratch|touch|strok|rubb|brush)\w*(?: (?:of|over|on|across))? [\w -]+? "
    r"(?:brings?(?: on)?|causes?|triggers?|produces?|elicits?|evokes?|gives?|provokes?|reproduces?) (?P<felt>.+)$",
    re.I,
)
_NUMB = re.compile(r"\bnumbness(?: and (?=tingling|par|burning|dys))?", re.I)


def _felt(found: re.Match[str]) -> str:
    """What skin that is touched brings forth elsewhere is a symptom there, and no loss where it is touched."""
    felt = found["felt"]
    return _NUMB.sub("" if re.search(r"numbness and ", felt, re.I) else "tingling", felt)


_BABINSKIS = re.compile(
    r"^(?P<before>(?!.*\b(?:left|right|bilateral\w*|both)\b).*?)\bBabinski(?:'s)? signs\b(?!.*\b(?:left|right|both)\b)",
    re.I,
)
_BULK_IN_ALL = re.compile(
    r"^(?:the |his |her )?(?P<what>(?:muscle|muscular|musculature|bulk|tone|mass|and|,| )+?) (?:was |were |is )?"
    r"(?P<how>normal|symmetric(?:al)?|good|preserved)(?: in (?P<more>bulk(?: and tone)?))? "
    r"(?:in|of|throughout) (?:all (?:four |4 )?|both upper and lower |the arms and )(?:limbs|extremities|legs)$",
    re.I,
)


def plain_observed(of: str, said: str) -> tuple[str, str]:
    """Words and answer of a sign in plain words: "plantar stimulation: toes flexed" is a flexor response."""
    # signs of both feet, where no side is said
    of = _BABINSKIS.sub(r"\g<before>bilateral Babinski sign", of)
    of = _BULK_IN_ALL.sub(_bulk, of)
    of = _TOUCHED.sub(_felt, of) if not re.search(_SOLE, of, re.I) else of
    of = _TOES_DOWN.sub("plantar response flexor", of)
    if re.search(_SOLE, of, re.I):
        said = "flexor" if _DOWN.match(said.strip()) else said
        of = re.sub(r"\bstrok(?:e|es|ing) (?:of )?the soles?\b", "plantar response", of, flags=re.I)
    of = _BUT_BREVIS.sub(r"\g<wasted>, no wasting of the foot", of)
    return _wasted(_TWITCH.sub(_twitching, _WASTES_TOO.sub(_wastes_too, of)), said)


def _bulk(found: re.Match[str]) -> str:
    """Call muscles normal that are alike in all limbs: they are no sign of the arms."""
    said = f"{found['what']} {found['more'] or ''}".lower()
    tone = "tone" in said
    bulk = re.search(r"bulk|mass|musculature", said) is not None or not tone
    return " and ".join(["muscle bulk"] * bulk + ["tone"] * tone) + " normal"


_BULK = (
    r"(?:(?:muscular |muscle )?(?:wasting|atrophy|atrophies|amyotrophy|thinning|hypotrophy)|(?:loss of"
    r"|reduced) (?:muscle )?bulk)"
)
_WASTES_TOO = re.compile(
    rf"^(?P<no>(?:no|without|not any|neither) )?(?P<how>(?:\w+ ){{0,2}}?)(?P<wasted>{_BULK})(?: (?:and"
    rf"|or|nor|with|&)|,) "
    r"(?P<twitch>(?:(?!no )\w+ ){0,2}?fasciculations?) (?:in|of|over|at|on|involving) (?P<where>[^,;]+)$",
    re.I,
)


def _wastes_too(found: re.Match[str]) -> str:
    """Say of each sign where it is seen: "wasting and fasciculations of the calf"."""
    no = "no " if found["no"] else ""
    wasted = f"{found['how']}{found['wasted']} of {found['where']}"
    return f"{no}{wasted}, {no}{found['twitch']}"


_MORE_SAID = re.compile(r"\b(?:no|not|without|and|or|nor)\b", re.I)


def _twitching(found: re.Match[str]) -> str:
    """Name where muscles twitch by what that means: in a leg, in an arm, in the tongue."""
    where = found["where"]
    if _MORE_SAID.search(found["head"]):
        return found.group()
    told = [
        name
        for name, pattern in (
            ("fasciculations", _IN_LEG),
            ("arm fasciculations", _IN_ARM),
            ("tongue fasciculations", _IN_TONGUE),
        )
        if pattern.search(where)
    ]
    plain = "fasciculations" in told and len(told) < 3 and "tongue fasciculations" not in told
    return ", ".join(told) if plain else found.group()


def _wasted(of: str, said: str) -> tuple[str, str]:
    """Say "wasting" of muscles in the front and the back of the leg, so that each is one of its own."""
    if not (_FRONT.search(of) and _BACK.search(of)):
        return of, said
    of = re.sub(r"\banterior tibial(?:is)?\b", "tibialis anterior", of, flags=re.I)
    if _WASTED.match(said.strip()):
        return f"wasting of {of}", "present"
    return _ATROPHY.sub("wasting", of), said
