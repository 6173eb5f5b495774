"""Strength told by what it is tried against, and when: "dorsiflexion against light resistance", "before the injury"."""

import re

__all__ = ["is_of_earlier", "plain_effort", "plain_tendon"]

_LIGHT = r"(?:light|slight|minimal|mild|gentle|little|small|weak|minor)"
_MIDDLE = r"(?:some|moderate|medium|partial)"
_FULL = r"(?:strong|firm|full|maximal|maximum|normal|heavy|considerable|good|hard)"
_AGAINST = re.compile(
    r"(?<=\w) (?:when |if |tested )*against (?:only |even )?(?:the |an? |any |examiner'?s? |manual |applied )*"
    rf"(?:{_LIGHT}|{_MIDDLE}|{_FULL}) (?:manual |applied )*resistance\b",
    re.I,
)
_HELD = re.compile(
    r"^(?:(?:can|could|able to|is able to|only|just|active|it|he|she|still) )*"
    r"(?:hold(?:s|ing)?|held|moves?|movement|overcomes?|overcame|contracts?|contraction|works?|power|strength|possible"
    r"|maintain(?:s|ed)?|performs?|lifts?|sustain(?:s|ed)?|present|resists?)?"
    r"(?: (?:position|it|the foot|only))* ?(?:against )?(?:an? |only )*"
    rf"(?:(?P<light>{_LIGHT})|(?P<middle>{_MIDDLE})|(?P<full>{_FULL})) resistance(?: only)?$",
    re.I,
)
_EVENT = r"(?:injur(?:y|ies)|accident|fall|trauma|onset|illness|delivery|labou?r|stroke|event|incident|sprain|crash)"
_EARLIER = re.compile(
    rf"\b(?:before|prior to|preceding|previous to) (?:(?:the|his|her|this|its) )*{_EVENT}\b"
    r"|\bpre-?(?:injury|morbid(?:ly)?|accident|morbidity)\b",
    re.I,
)


_FLACCID = re.compile(
    r"^(?:completely |markedly )?flaccid(?:ity)?(?:,| with|;| and)+ "
    r"(?=(?:power |strength |grade |mrc )*[0-5][+-]?/5\b)",
    re.I,
)
"""How a limb feels says nothing more of its strength where a grade follows."""


def plain_effort(of: str, said: str) -> tuple[str, str]:
    """Write how strong something is against a resistance, or as a share of its strength, in grades and words."""
    return _by_share(*_by_resistance(of, said))


def _by_resistance(of: str, said: str) -> tuple[str, str]:
    """Words without the resistance that was tried, and what was held against it as a grade of the MRC scale."""
    held = _HELD.match(said.strip())
    if held is not None:
        said = "4-" if held["light"] else "4" if held["middle"] else "5"
    return _AGAINST.sub("", of), _FLACCID.sub("", said)


_SHARE = re.compile(
    r"^(?:about |approximately |some |around )?(?P<share>\d{1,2}) ?% (?:(?P<left>return|recovery|of normal)|loss"
    r"|reduction|deficit)(?: (?:of|in)(?: the| his| her)*)?(?: (?:strength|power|function|force))*(?: (?:of|in))?"
    r"(?: the| his| her)*(?P<what>(?: .+)?)$",
    re.I,
)
_ASSENT = frozenset({"", "present", "yes"})


def _by_share(of: str, said: str) -> tuple[str, str]:
    """Write "90% loss of dorsiflexion", "50% return of strength" as how weak it is."""
    found = _SHARE.match(of.strip()) if said.strip().lower() in _ASSENT else None
    if found is not None and found["what"].strip():
        return found["what"].strip(), _of_normal(found)
    found = _SHARE.match(said.strip())
    return (of, said) if found is None or found["what"].strip() else (of, _of_normal(found))


def _of_normal(found: re.Match[str]) -> str:
    """Say how weak it is: a quarter or less of normal strength is severe."""
    share = int(found["share"])
    return "severe weakness" if (share if found["left"] else 100 - share) <= 25 else "weakness"


def is_of_earlier(of: str) -> bool:
    """Whether it is told how something was before the illness, which is no finding of now."""
    return _EARLIER.search(of) is not None


_NOT_OUT = re.compile(
    r"\b(?:(?:is|was|are) )?(?:(?:not|no longer|hardly|barely)(?: clearly| well)? (?:be )?"
    r"(?:palpable|visible|prominent|protruding|protruded|felt|seen|palpated|outlined)"
    r"|non-?(?:palpable|visible|prominent)|(?:can ?not|could not) be (?:palpated|felt|seen)"
    r"|(?:does|did|do) not (?:protrude|stand out|tense|appear))"
    r"(?: (?:clearly|well))?(?: (?:on|during|with|in) (?:(?:active|resisted|attempted) )?\w*(?:flexion|contraction))?",
    re.I,
)


def plain_tendon(of: str, said: str) -> tuple[str, str]:
    """Write of a tendon that it is not palpable, or does not stand out, that its contour is lost."""
    if not re.search(r"\btend(?:on|o)s?\b", of, re.I):
        return of, said
    return _NOT_OUT.sub("loss of contour", of), _NOT_OUT.sub("loss of contour", said)
