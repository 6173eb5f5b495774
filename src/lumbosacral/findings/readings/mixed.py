"""Strength, reflexes and feeling told in one breath: "weak legs with absent ankle jerks" are two findings."""

import re

from lumbosacral.findings.cases.case import Finding

__all__ = ["FALLS", "mixed_apart"]

_JOIN = re.compile(
    r"(?P<join>\s*[,;]\s*(?:and |but |with |while |whereas |without )?|\s+(?:and|or|but|with|without|while|whereas"
    r"|although|though|plus|as well as|along with|together with|accompanied by|associated with)\s+(?:an? )?)",
    re.I,
)
_HOW = (
    r"(?:absent|lost|loss of|abolished|normal|present|preserved|intact|retained|reduced|decreased"
    r"|diminished|depressed"
    r"|brisk|increased|exaggerated|hyperactive|hypoactive|sluggish|symmetric(?:al)?|elicitable"
    r"|unobtainable|\+{1,4}|[0-4]\+)"
)
_NAME = r"(?:reflex(?:es)?|jerks?|DTRs?)"
_JERK = re.compile(
    rf"^(?!.*\bH[- ]reflex)(?=.*(?<!\w){_HOW}(?!\w))(?=.*\b{_NAME}\b).*$|^(?:\w+ ){{0,4}}(?:a|hypo-?"
    rf"|hyper-?)reflexi[ac]\b.*$",
    re.I,
)
_ONLY_JOINT = re.compile(
    rf"^(?:{_HOW}|the|both|left|right|bilateral|knees?|ankles?|patellar?|achilles|adductor|hamstring"
    rf"|quadriceps|were|was"
    r"|are|is|deep|tendon|\s)+$",
    re.I,
)
_NAMED = re.compile(rf"\b{_NAME}\b", re.I)
_FIRST = re.compile(rf"^{_HOW}(?!\w)", re.I)
_BARE = re.compile(rf"^(?!.*(?<!\w){_HOW}(?!\w))(?=.*\b{_NAME}\b).*$", re.I)
"""Reflexes without a word of how they are, which take that of the member before: "reduced anal tone or anal reflex"."""
_POWER = re.compile(
    r"^(?=.*\b(?:normal|full|good|intact|preserved|reduced|[0-5][+-]?/5)(?!\w))(?=.*\b(?:power|strength)\b).*$"
    r"|^.*\b(?:weakness|paresis|paraparesis|paraplegia)\b.*$",
    re.I,
)
_FEELING = re.compile(
    r"^(?=.*\b(?:normal|intact|preserved|reduced|decreased|absent|unimpaired|lost)\b)"
    r"(?=.*\b(?:sensation|feeling|sensory (?:exam\w*|testing))\b).*$",
    re.I,
)
_TONE = re.compile(r"^.*\b(?:anal|rectal|sphincter)(?: sphincter)? tone\b.*$", re.I)
_PLANTAR = re.compile(
    r"^(?:(?:with|an?|the|both|left|right|bilateral(?:ly)?|positive|negative|normal) )*(?:(?:extensor|flexor|up-?going"
    r"|down-?going|mute) (?:plant[ae]rs?|toes?|great toes?)|babinski"
    r"|(?:sustained |unsustained |ankle )*clonus)\b(?:'s)?(?: (?:signs?|responses?|reflex(?:es)?"
    r"|bilaterally|on (?:the|both) (?:left|right|sides?)|in (?:the |both )?(?:lower limbs|lower extremities|legs)))*$",
    re.I,
)
"""What the toes did beside the jerks, which have a word of their own for it: "absent jerks with extensor plantars"."""
_NUMB = re.compile(
    r"^(?!.*\b(?:level|below)\b).*\b(?:sensory (?:loss|deficits?|disturbances?|impairment|changes?|symptoms?)|numbness"
    r"|hypa?o?esthesia|hypoaesthesia|hypaesthesia|hypalgesia|para?esthesiae?|tingling)\b.*$",
    re.I,
)
FALLS = re.compile(
    r"^(?:(?:an?|the|had|with|some|several|multiple|occasional|more|increasing(?:ly)?|frequent(?:ly)?|recurrent|repeated"
    r"|tendency to|history of) )*(?:(?:frequent|recurrent|repeated|multiple) (?:falls|falling)|tripping|stumbling)"
    r"(?: (?:over|on|at|while|when) [\w ]+)?$",
    re.I,
)
"""Falls and trips that are told beside a weakness or a numbness."""
_KINDS = {
    "strength": (("reflex", _JERK), ("sensation", _NUMB), ("history", FALLS)),
    "reflex": (
        ("sign", _PLANTAR),
        ("strength", _POWER),
        ("sensation", _FEELING),
        ("sensation", _NUMB),
        ("sign", _TONE),
    ),
    "sign": (("reflex", _JERK), ("sensation", _NUMB)),
}
_OWN = {
    "strength": re.compile(
        r"weak|pare[st]|plegi|paraly|power|strength|\d/5|flex|exten|duct|version|drop|lift", re.I
    ),
    "reflex": _JERK,
    "sign": re.compile(
        r"wast|atroph|fascic|tinel|straight|SLR|spastic|tone|tonic|babinski|plantar|clonus|swell|tender|cavus|drop",
        re.I,
    ),
}
"""Words without which what is left over is no finding of its kind of test."""
_ADJECTIVE = re.compile(r",? ?\b(?P<how>a|hypo-?|hyper-?)reflexic\b,?(?: and)?", re.I)
_LEGS = re.compile(r"\b(?:(?:both )?legs|lower (?:limbs|extremities)|parapare|parapleg)", re.I)
_PLACED = re.compile(
    r"\b(?:knee|ankle|patell|achilles|limb|leg|arm|extremit|lower|upper|jerk)", re.I
)
_SIDE = re.compile(r"\b(?:left|right|bilateral(?:ly)?)\b", re.I)
_SIDE_OF_ALL = re.compile(
    r"^(?:(?:the|his|her|a|an) )?(left|right|bilateral(?:ly)?)\b|\b(left|right|bilaterally)(?: side| leg)?$",
    re.I,
)
_ENDS = re.compile(r"\bon (?:the )?(left|right)(?: side)?$", re.I)
_BODY = re.compile(
    r"leg|limb|extremit|foot|thigh|calf|parapare|parapleg|flex|exten|duct|version|quadric|hamstr|glute|tibial|psoas"
    r"|gastroc|soleus|peron|fibular|toe|hip|knee|ankle|proximal|distal",
    re.I,
)
_NO_PLACE = re.compile(
    r"^(?:weakness|weak|atrophy|wasting|muscle|muscular|and|with|of|mild|severe|\s|,)+$", re.I
)
_NO = re.compile(r"\b(?:nor?|not)\b", re.I)
_LIMB = re.compile(
    r"\b(?:(?:left|right|both|bilateral) )?(?:lower (?:limbs?|extremit(?:y|ies))|legs?)\b", re.I
)
_ONLY_WEAK = re.compile(
    r"^(?:(?:mild|moderate|severe|marked|slight|an?) )*(?:weakness|paresis)$", re.I
)
_BOTH = re.compile(
    r"(?<!and )\b(?:knee|ankle|patellar|achilles)(?: tendon)? (?:jerks|reflexes)\b", re.I
)
"""Jerks of which one leg has only one."""
_ASSENT = re.compile(r"^(?:yes|present|no|absent|none|noted|found|seen|revealed|showed)?$", re.I)


def mixed_apart(finding: Finding) -> tuple[Finding, list[Finding]]:
    """Return the finding without what is told in it of another kind of test, and that as findings of their own."""
    kinds = _KINDS.get(finding.test, ())
    if not kinds or not isinstance(finding.value, str | None):
        return finding, []
    text, others = _adjectives(finding)
    pieces = _JOIN.split(text)
    members, joins = _merged(pieces[::2], ["", *pieces[1::2]])
    told = [next((kind for kind, said in kinds if said.match(one)), "") for one in members]
    rest = [(one, join) for one, join, kind in zip(members, joins, told, strict=True) if not kind]
    left = "".join(f"{join if i else ''}{one}" for i, (one, join) in enumerate(rest))
    others += [
        (kind, _denied(_of_limb(one, left) if kind == "strength" else one, join))
        for one, join, kind in zip(members, joins, told, strict=True)
        if kind
    ]
    unplaced = any(kind == "strength" and not _BODY.search(one) for kind, one in others)
    alone = _NO_PLACE.match(left) is not None or not _OWN[finding.test].search(left)
    if not others or alone or unplaced or _NO.search(left):
        return finding, []
    made = [_beside(finding, kind, one, left) for kind, one in others]
    return finding.model_copy(update={"of": left.strip(" ,;"), **_side_at_end(finding, left)}), made


def _of_limb(said: str, rest: str) -> str:
    """Give a weakness the limb that is told of what stands before it: "right leg hyperreflexia and weakness"."""
    limbs = _LIMB.findall(rest)
    return f"{limbs[0]} {said}" if len(limbs) == 1 and _ONLY_WEAK.match(said) else said


def _denied(said: str, join: str) -> str:
    return f"no {said}" if "without" in join.lower() else said


def _side_at_end(finding: Finding, rest: str) -> dict[str, str]:
    """Give the side that ends a list to what is left of it: "weak eversion and absent jerk on the left"."""
    ends = _ENDS.search(finding.of)
    shared = ends is not None and finding.side is None and not _SIDE.search(rest)
    if ends is None or not shared or re.search(r"\bbut\b", finding.of, re.I):
        return {}
    return {"side": ends[1].lower()}


def _adjectives(finding: Finding) -> tuple[str, list[tuple[str, str]]]:
    """Take "areflexic" out of words of strength, and name it as what it says of reflexes."""
    if finding.test != "strength":
        return finding.of, []
    found = [("reflex", f"{one['how']}reflexia") for one in _ADJECTIVE.finditer(finding.of)]
    return _ADJECTIVE.sub(" " if found else "", finding.of).strip(), found


def _merged(members: list[str], joins: list[str]) -> tuple[list[str], list[str]]:
    """Put together what belongs to one name: "absent knee" and "ankle jerks"."""
    kept, between = list[str](), list[str]()
    for member, join in zip(members, joins, strict=True):
        last = kept[-1] if kept else ""
        opens = _ONLY_JOINT.match(last) is not None and _NAMED.search(member) is not None
        goes_on = _ONLY_JOINT.match(member) is not None and _JERK.match(last) is not None
        if opens or goes_on:
            kept[-1] += f"{join}{member}"
        else:
            how = _FIRST.match(last) if _BARE.match(member) else None
            kept.append(f"{how.group()} {member}" if how is not None else member)
            between.append(join)
    return kept, between


def _beside(finding: Finding, kind: str, said: str, rest: str) -> Finding:
    """Make a finding of what is told beside another one, with the side and the limbs that are told of both."""
    of_all = _SIDE_OF_ALL.search(rest)
    side = next(filter(None, of_all.groups())).lower() if of_all is not None else ""
    value = finding.value if isinstance(finding.value, str) else ""
    answer = value if _ASSENT.match(value.strip()) else "present"
    given: dict[str, object] = {"test": kind, "value": answer or "present"}
    if kind == "reflex" and _LEGS.search(rest) and not _PLACED.search(said):
        said = f"{said} of the lower limbs"
    elif side and not _SIDE.search(said) and finding.side is None and not _BOTH.search(said):
        given["side"] = side if side in {"left", "right"} else "both"
    return finding.model_copy(update={**given, "of": said})
