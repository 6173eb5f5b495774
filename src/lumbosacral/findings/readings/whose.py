"""The limb that an answer names, of which all is told: "brisk reflexes: examination of the legs showed"."""

import re

from lumbosacral.findings.cases.case import Finding

__all__ = ["of_limb_told"]

_LOOKED = r"(?:examination|exam|inspection|testing|assessment|palpation|evaluation)"
_LIMB = re.compile(
    r"^(?:(?:on|in|of|at|upon|the|his|her|neurologic(?:al)?|physical|clinical|motor|further|detailed|both|all) |"
    rf"{_LOOKED} )*(?P<side>(?:left|right|bilateral) )?(?P<limb>(?:upper|lower) (?:limb|extremit(?:y"
    rf"|ie))|arm|leg)(?P<many>s?)"
    r"(?: (?:reveal(?:s|ed|ing)?|show(?:s|ed|ing)?|demonstrat(?:es?|ed|ing)|is|are|was|were|has|have"
    r"|had|with|exhibit(?:s|ed)?"
    r"|display(?:s|ed)?|disclosed?|found))*$",
    re.I,
)
_PLACED = re.compile(
    r"\b(?:upper|lower|arms?|legs?|limbs?|extremit\w+|all four|four limbs|generali[sz]ed|throughout)\b",
    re.I,
)
_MEMBER = re.compile(r"\s*[,;]\s*(?:and |with )?|\s+(?:and|with)\s+", re.I)
_TESTS = frozenset({"sign", "reflex", "strength"})


def of_limb_told(finding: Finding) -> Finding:
    """Return the finding with the limb that its answer names put where it belongs: to each thing that is told."""
    said = finding.value if isinstance(finding.value, str) else ""
    found = _LIMB.match(said.strip()) if finding.test in _TESTS else None
    if found is None or _PLACED.search(finding.of):
        return finding
    lower = found["limb"].lower().startswith(("lower", "leg"))
    side = (found["side"] or "").strip().lower() or ("both" if found["many"] else "")
    side = "both" if side == "bilateral" else side
    given: dict[str, object] = {"value": "present"}
    if side and finding.side is None:
        given["side"] = side
    if not lower or finding.test == "strength":
        limb = "lower limb" if lower else "upper limb"
        members = _MEMBER.split(finding.of) if not lower else [finding.of]
        given["of"] = ", ".join(f"{member} of the {limb}" for member in members)
    return finding.model_copy(update=given)
