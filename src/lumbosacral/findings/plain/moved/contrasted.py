"""Strength told in clauses, each with its own value: "dorsiflexion was weak, while A and B were normal"."""

import re

from lumbosacral.findings.plain.moved.sound_but import each_name

__all__ = ["plain_contrast"]

_GRADE = r"[0-5](?:\s?[+-])?\s?/\s?5(?:\s?[+-])?"
_SOUND = (
    r"(?:normal|intact|preserved|full|strong|good|spared|unaffected|unremarkable|not affected"
    r"|not involved|within normal limits)"
)
_LOST = (
    r"(?:weak(?:er|ened)?|paralys?z?ed|pareti?c|plegic|absent|reduced|affected|impaired|involved)"
)
_BE = (
    r"(?:was|were|is|are|remain(?:s|ed)?|stay(?:s|ed)?|had been|has been|have been|being|appear(?:s"
    r"|ed)?(?: to be)?)"
)
_HOW = (
    r"(?:(?:all|both|each|still|fully|completely|entirely|relatively|graded|grade|rated|found|also|mildly"
    r"|severely|markedly|of|at|to|be) )*"
)
_PARTED = re.compile(
    r"(?:\s*;\s*|,?\s+)(?:but|while|whereas|whilst|although|though|however|yet|because)\s*,?\s+|\s*;\s*",
    re.I,
)
_CLAUSE = re.compile(
    rf"^(?:(?:the|his|her|all|both) )*(?P<names>[^;()]+?)(?:'s)?(?: muscles?"
    rf"| muscle groups?)?(?: strengths?| power| function)?"
    rf" {_BE} {_HOW}(?P<value>{_GRADE}|{_SOUND}|{_LOST})(?: (?:bilaterally|strength|power))?$",
    re.I,
)
_SPARES = re.compile(
    r"(?:,|\s)+(?:but |and |that |which |it |this )*(?:spares|spared|preserves)(?= (?!and\b|or\b|by\b"
    r"|in\b|on\b|but\b))"
    r"|(?:,|\s)+(?:and|but|with)(?: (?:the|relative|complete|good))* (?:preservation|sparing) of\b",
    re.I,
)
_KEPT = re.compile(r"^(?:(?:relative|complete|good|the) )*preservation of (?P<names>.+)$", re.I)
_SPARED_LIST = re.compile(
    r"(?:,|\s)+(?:but |and |with )*(?:sparing(?: of)?|spared|(?<=with )(?:normal|preserved|intact)"
    r"|(?<=but )(?:normal|preserved|intact))"
    r" (?P<names>[^;()\d]+,[^;()\d]+)$",
    re.I,
)
_BY_SIDE = re.compile(
    rf"^(?P<first>{_GRADE})(?: strength| power)? (?:(?:on|in|of|for) )?(?:the )?(?P<one>left|right)(?:,| and|;|/)+ "
    rf"(?P<second>{_GRADE})(?: strength| power)? (?:(?:on|in|of|for) )?(?:the )?(?P<other>left|right)"
    r"(?: side)?,? (?:(?:for|in|of|with) )?(?P<names>[^,;\d]+)$",
    re.I,
)
_ROOTS = re.compile(
    r"\s?\((?=[^()]*[ls][1-5])(?:(?:the|roots?|myotomes?|and|or|to) ?|[ls][1-5]|[1-5]|[-,/& ])+\)(?=\s|[,;]|$)",
    re.I,
)
_IN_POSTURE = re.compile(
    r",? ?(?:so |and |with |so that )?(?:the |his |her )?(?P<side>left |right )?foot (?:drop|fall"
    r"|hang|rest|lie)(?:s|ping|ing)? "
    r"(?:down )?in(?:to)? (?:plantar ?-?flexion|equinus)",
    re.I,
)
_ANKLE = re.compile(
    r"\b(?:flex (?P<and>or|and|nor) extend|extend (?P<or>or|and|nor) flex)(?P<which> (?:(?:the|his|her|their|both) )*"
    r"(?:(?:left|right) )?)(?:ankles?|foot|feet)\b",
    re.I,
)


_MAY_BE = re.compile(
    r"^(?:can|may|might|could)(?: (?:also|sometimes|often|then|well))* (?:occur|be (?:seen|present"
    r"|found|noted|observed)|develop"
    r"|result|arise|happen|exist|follow)$",
    re.I,
)
"""An answer that only tells that something is there: "can" is no strength."""


def plain_contrast(of: str, said: str) -> tuple[str, str]:
    """Words and answer with each muscle and its own value, where clauses are told against one another."""
    said = _MAY_BE.sub("present", said.strip())
    of = _ROOTS.sub("", of) if _ROOTS.sub("", of).strip() else of
    of = _ANKLE.sub(r"dorsiflex or plantarflex\g<which>foot", of)
    of = _IN_POSTURE.sub(lambda found: f", {found['side'] or ''}foot drop", of)
    of = _BY_SIDE.sub(r"\g<one> \g<names> \g<first>, \g<other> \g<names> \g<second>", of)
    kept = _KEPT.match(of)
    if kept is not None:
        return f"{kept['names']} preserved", said
    return _each_clause(_SPARED_LIST.sub(_each_spared, _SPARES.sub(", sparing", of))), said


def _each_spared(found: re.Match[str]) -> str:
    """Say of each member of a list that it is spared, where none is said to be anything else."""
    if re.search(rf"\b(?:{_LOST}|{_SOUND}|weakness|loss|no)\b", found["names"], re.I):
        return found.group()
    return "".join(f", normal {name}" for name in each_name(found["names"]))


def _each_clause(text: str) -> str:
    """Give each name of a clause its value, where there are several clauses."""
    clauses = _PARTED.split(text)
    if len(clauses) < 2:
        return text
    told = [_with_value(clause) for clause in clauses]
    return ", ".join(told) if told != clauses else text


def _with_value(clause: str) -> str:
    found = _CLAUSE.match(clause)
    names = each_name(found["names"]) if found is not None else []
    if found is None or not names or any(re.search(_GRADE, name) for name in names):
        return clause
    return ", ".join(f"{found['value']} {name}" for name in names)
