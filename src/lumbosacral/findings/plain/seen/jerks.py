"""Reflexes that are told of one side against the other, in plain words."""

import re

__all__ = ["plain_jerks"]

_LEVEL = re.compile(
    r"hypo|hyper|areflex|reduc|dimin|decreas|absen|weak|brisk|livel|increas|exagg|lost|loss|depress|slugg|clon|normal"
    r"|preserv|[0-4]\+",
    re.I,
)
_HOW = r"(?:pronounced|marked|prominent|strong|evident)"
_MORE = re.compile(rf"\b(?:more|most) {_HOW}\b|\bstronger\b|\bpronounced\b(?! loss)", re.I)
_LESS = re.compile(rf"\bless {_HOW}\b", re.I)
_AGAIN = re.compile(
    rf",?\s*(?:and )?(?:more|most|less) {_HOW}\b(?!.*\b(?:left|right)\b)[^,;]*$", re.I
)
_UNEVEN = re.compile(
    r"\basymmetric(?:al|ally)?[,:;]? (?:and |with |being )?(?=(?:more|less|most|hyper|hypo|brisk"
    r"|livel|increas|exagg)\w*)",
    re.I,
)
_GENERAL = re.compile(
    r"^(?:all |the |deep |muscle |tendon |stretch |lower limb |leg )*(?:reflex(?:es)?|DTRs?)$", re.I
)
_ALL_BUT = re.compile(
    r"^(?P<said>absent|lost|abolished|not elicitable|unobtainable|reduced|diminished|decreased)(?:"
    r" throughout| everywhere)?,? "
    r"(?:except|apart from|but|save)(?: for)? (?P<own>\S+ )??(?:at |in )?(?:the |both )?(?P<joint>knee|ankle)s?"
    r"(?: jerks?| reflex(?:es)?)?(?: \(?(?P<after>[0-4]\+)\)?)?$",
    re.I,
)
_EXCEPT = re.compile(
    r"^\S[^,;]*?,? (?:except(?: for)?|apart from|other than|save for|but for|with the exception of) (?:\S+ )*?"
    r"(?:knee|ankle|patellar|achilles|adductor|hamstring|biceps|triceps)",
    re.I,
)
_OTHERS = re.compile(
    r"[,;]? (?:and |but |while )?(?:(?:the|all) )*(?:others?|rest|remainder|remaining|elsewhere)(?: of (?:the|them))?"
    r"(?: deep| tendon| reflex(?:es)?| ones?| jerks?)*(?: (?:was|were|are|at|being))* (?:[0-4]|\+{1,4})(?:/4)?\+?"
    r"(?: throughout| bilaterally)?$",
    re.I,
)
_IN_ALL = re.compile(
    r"^(?P<how>[^,;]+?) (?:in|throughout|at|of) (?:all |both |the )*"
    r"(?P<limbs>upper and (?:the )?lower (?:limbs|extremities)"
    r"|lower and (?:the )?upper (?:limbs|extremities)|arms and legs|legs and arms|four (?:limbs|extremities))$",
    re.I,
)
_OTHER = {"knee": "ankle", "ankle": "knee"}


_BRACKETED = re.compile(
    r"^(?:deep tendon reflex(?:es)?|tendon reflexes|DTRs?|reflexes) ?\((?P<each>[a-z]+ ?(?:/|,| and) ?[a-z]+)\)$",
    re.I,
)


def plain_jerks(of: str, said: str) -> tuple[str, str]:
    """Write "more pronounced on the left" as "brisker on the left", where nothing else says how reflexes are."""
    of = _BRACKETED.sub(r"\g<each>", of.strip())
    # the level of reflexes that are not named is no level of this one: "absent, others 2+"
    said = _OTHERS.sub("", _UNEVEN.sub("", said))
    everywhere = _IN_ALL.match(said.strip()) if _GENERAL.match(of.strip()) else None
    if everywhere is not None:
        # "deep tendon reflexes: normal in the upper and lower limbs"
        return f"{of} in {everywhere['limbs']}", everywhere["how"]
    but = _ALL_BUT.match(said.strip()) if _GENERAL.match(of.strip()) else None
    if but is not None:
        joint, own = but["joint"].lower(), (but["own"] or but["after"] or "normal").strip()
        return of, f"{_OTHER[joint]} {but['said']}, {joint} {own}"
    if _GENERAL.match(of.strip()) and _EXCEPT.search(said):
        # "reflexes: absent apart from the left knee jerk"
        return f"{of} {said}", "present"
    if _LEVEL.search(of):
        # "hyporeflexia: more pronounced on the left"
        return of, _MORE.sub("present", said)
    if _LEVEL.search(_MORE.sub("", _LESS.sub("", said))):
        return of, _AGAIN.sub("", said)
    return of, _LESS.sub("weaker", _MORE.sub("brisker", said))
