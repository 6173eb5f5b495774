"""What runs in a family, told in one breath: each illness of the list is a relative's, and none the patient's."""

import re

__all__ = ["of_relatives"]

_KIN = (
    r"(?:(?:paternal|maternal|older|younger|elder|twin|his|her|the|a|one|both) )*(?:mother|father|parents?|brothers?"
    r"|sisters?|siblings?|sons?|daughters?|children|grand(?:mother|father|parents?)|aunts?|uncles?|cousins?|relatives?|family)"
)
_FAMILY = re.compile(
    r"^(?:(?:the|his|her|positive|known|past|significant|strong|patient's) )*(?:family (?:medical )?history|FH|FHx|FMH)"
    r"(?: (?:is|was|were|of|for|with|only|otherwise|significant|positive|remarkable|notable|relevant|includes?|included"
    r"|reveals?|revealed|shows?|showed))*:?$",
    re.I,
)
_IN_KIN = re.compile(
    rf"^(?P<list>[^;:]+(?:,| and | or )[^;:]+?) (?:in|of|on the side of) (?P<kin>{_KIN})(?:'s side)?$",
    re.I,
)
_KIN_HAS = re.compile(
    rf"^(?P<kin>{_KIN})(?:,? (?:who )?(?:had|has|have|with|suffer(?:s|ed)? from|was diagnosed with)|:"
    r"| [-\u2013\u2014]) (?P<list>[^;:]+(?:,| and )[^;:]+)$",
    re.I,
)
_FAMILY_OF = re.compile(
    r"^(?P<no>(?:no|denie[sd]|without|negative for|nil) (?:any )?)?(?:(?:the|his|her|positive|known|past|significant"
    r"|strong|relevant|patient's) )*(?:family (?:medical )?history|FH|FHx|FMH) (?:is |was )?"
    r"(?:(?:positive|significant|remarkable|notable) )?(?:of|for|with|includes) "
    r"(?P<list>[^;:]+(?:,| and | or | nor )[^;:]+)$",
    re.I,
)
_ILLNESS = re.compile(
    r"\b(?:diabet|hypertens|cancer|carcinom|malignan|heart|cardi|coronary|stroke|thyroid|epilep|seizure|migraine|arthrit"
    r"|back pain|alcohol|asthma|kidney|renal|depress|autoimmun|lupus|rheumat|tubercul|hypercholest|bleeding|obes"
    r"|multiple sclerosis|parkinson|dement|psychiatr)",
    re.I,
)
_OWN = re.compile(
    r"\d|^(?:no|not|denies|denied|history|past|previous|recent|without|on|he|she|had|has|is|was|who|but)\b|(?:\S+ ){5}",
    re.I,
)
"""How a member of a list begins that is the patient's own again."""
_SAID = re.compile(r"^(?:family history|history of)\b", re.I)
_DENIED = re.compile(r"^(?P<no>no|denie[sd]|without|negative for) (?:any )?(?P<rest>.+)$", re.I)
_WHOSE = re.compile(rf"^{_KIN} ?(?::|[-\u2013\u2014](?= )) ?", re.I)
_PARTS = re.compile(r"\s*(?:;|,(?: and| or)?| and | or )\s*")
_BARE = re.compile(r"^(?:|yes|true|present|positive|noted|reported)$", re.I)


def of_relatives(of: str, said: str) -> tuple[str, str]:
    """Name each illness of a list as one of the family: "heart disease and cancer | family history of"."""
    if _FAMILY.match(said.strip()) and not re.search(r"\bfamily\b", of, re.I):
        return _each(of), "present"
    found = _FAMILY_OF.match(of.strip())
    if found is not None and _of_illnesses(found["list"]):
        return _each(f"no {found['list']}" if found["no"] else found["list"]), said
    found = _IN_KIN.match(of.strip()) or _KIN_HAS.match(of.strip())
    if found is not None and _BARE.match(said.strip()):
        return _each(found["list"]), "present"
    return of, said


def _of_illnesses(listed: str) -> bool:
    """Whether a list that begins with the family goes on with illnesses, and not with the patient."""
    members = [part for part in _PARTS.split(listed.strip()) if part]
    own = any(_OWN.search(member) for member in members)
    return not own and _ILLNESS.search(listed) is not None


def _each(listed: str) -> str:
    """Write every member of a list as a family history of it."""
    denied = _DENIED.match(listed.strip())
    if denied is not None:
        members = [part for part in _PARTS.split(denied["rest"]) if part]
        return "; ".join(f"no family history of {member}" for member in members)
    members = [_WHOSE.sub("", part) for part in _PARTS.split(listed.strip()) if part]
    return "; ".join(
        member if _SAID.match(member) else f"family history of {member}" for member in members
    )
