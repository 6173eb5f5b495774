"""Where a pain goes, one place after the other: "from the buttock down the back of the thigh to the outer foot"."""

import re

__all__ = ["plain_routes"]

_ROOT = r"(?:buttocks?|groin|thigh|knee)"
_LIMB = r"(?:buttock|thigh|knee|calf|shin|ankle|foot|heel|sole|toes?)"
_VERB = (
    r"(?:go(?:es|ing)|travel(?:s|l?ing)?|run(?:s|ning)|pass(?:es|ing)|extend(?:s|ing)|spread(?:s|ing)?|shoot(?:s|ing)"
    r"|radiat(?:es|ing|ed))"
)
_WAY = r"(?:down|along|through|into|to|over)"
_AND_ON = r"(?:(?:and |then )*(?:as far as|down to|down into|into|to))"
_PLACE = rf"[^.,;\n]*?\b{_LIMB}"
_ON = rf"{_WAY} (?P<on>{_PLACE})(?:,? {_AND_ON} (?P<end>{_PLACE}))?(?=[.,;\n]|$)"
_HURTS = r"\b(?:pain|ach(?:e|ing))\b"
_ROUTES = (
    re.compile(
        rf"(?P<root>{_HURTS}(?![^.,;\n]*\bback pain)[^.,;\n]*?\b{_ROOT}),? (?:which |that |and )?{_VERB}"
        rf"(?: all the way)? {_ON}",
        re.I,
    ),
    re.compile(rf"{_HURTS} {_VERB} from (?P<root>[^.,;\n]*?\b{_ROOT}) {_ON}", re.I),
)
"""Pain of the back that goes to the leg is a finding of its own, and stays."""


def plain_routes(text: str) -> str:
    """Name the places that a pain goes through as a list."""
    for route in _ROUTES:
        text = route.sub(_listed, text)
    return text


def _listed(found: re.Match[str]) -> str:
    root = found["root"] if re.match(_HURTS, found["root"], re.I) else f"pain in {found['root']}"
    end = f" and {found['end']}" if found["end"] else ""
    return f"{root} and {found['on']}{end}"
