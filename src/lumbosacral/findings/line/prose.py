"""Sentences of letters in the words of notes: grades set apart, heels but not toes, "dates back", numbered lists."""

import re

from lumbosacral.findings.line.routes import plain_routes

__all__ = ["plain_prose"]

_COUNT = (
    r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen|several|a few)"
)
_WHILE = (
    rf"for (?:(?:about|around|approximately|nearly|over|at least|the last|the past) )*{_COUNT}"
    r"[ -](?:days?|weeks?|months?|years?)"
)
_GRADE = r"\d[+-]?(?:\s?/\s?5)?[+-]?"
_CAN = r"(?:can|could|(?:is |was )?able to|manages to|managed to)"
_END = r"(?P<{0}>heels?|toes|tip-?toes?)"
_MOVED = (
    r"(?=(?:(?:ankle|toe|hallux|great toe|big toe|knee|hip|foot) )?(?:(?:dorsi|plantar)[ -]?flexion|flexion|extension"
    r"|eversion|inversion|abduction|adduction|movements?)\b)"
)
_FELT = r"(?:pain|ach|numb|tingl|pins|burn|weak|para?esth|cramp)"
_PATTERNS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.I | re.M), said)
    for pattern, said in (
        # "1. Left foot drop. 2. Diabetes."
        (r"(?:^|(?<=[.;:\n]))[ \t]*(?:1[0-2]|[1-9])[.)][ \t]+(?=[A-Z(])", " "),
        (r"\bproblem list\b:?", ""),
        (r"\bpins (?:and|&|n) needles\b", "tingling"),
        # "weakness of knee extension, grade 1, and hip flexion, grade 2"
        (rf",\s*(?:(?:MRC|power) )*(?:grade|graded)\s+(?:as )?(?={_GRADE}(?![\w/]))", " grade "),
        (rf",\s*(?:both|each|all)(?: (?:at|being|of))? (?={_GRADE}(?:[,;.]|$))", " "),
        (r"\b(?:are|were) (?:both|each|all) (?:at )?(?=\d[+-]?/5)", "are "),
        (
            rf"\b(?P<limb>(?:lower|upper) limbs?|legs?|arms?)(?: (?:power|strength))?(?: was| is)? (?P<near>{_GRADE})"
            rf" proximally(?:,? (?:and|but)|,)? (?P<far>{_GRADE}) distally",
            r"proximal \g<limb> power \g<near>, distal \g<limb> power \g<far>",
        ),
        (
            rf"\b{_CAN} (?:walk|stand)(?: up)? on (?:(?:his|her|the|their|both) )*{_END.format('one')}(?:,| and)?"
            r" but (?:not|could not|cannot|can't|(?:is |was )?unable to(?: do so)?)(?: (?:walk|stand))? on"
            rf" (?:(?:his|her|the|their) )?{_END.format('other')}",
            r"\g<one> walking normal, cannot walk on \g<other>",
        ),
        (rf"\bno (?:active|voluntary) {_MOVED}", "no power of "),
        (r"\bpainless (?=weakness|numbness|wasting|foot drop|loss)", "painless, "),
        (
            r"(?P<both>\b(?:both|bilateral\w*)\b[^.;\n]*?),?\s*\(?(?:on )?(?:the )?(?:left|right)(?: side)?"
            r" (?:more|worse|greater|weaker) than (?:on )?(?:the )?(?:left|right)(?: side)?\)?",
            r"\g<both>",
        ),
        (rf"\bweakness (?:of|in) (?=[^,.;:\d\n]* and [^,.;:\d\n]* {_GRADE}(?![\w/]))", ""),
        (r"\bsince then,? ", ""),
        (r" & (?=(?:weak|numb|absent|reduced|no|loss|tingling)\b)", ", "),
        (r"\bpush(?:ing)? off with (?:(?:the|his|her) )?(?P<side>left|right) (?:foot|leg|toes)\b",
         r"push off on the \g<side>"),
        (r"\bpush(?:ing)? off with (?:(?:the|his|her) )?(?:foot|leg|toes)\b", "push off"),
        (r"\b(?:(?:presenting|main|chief) complaints?|reason for (?:admission|referral))\s*:", ""),
        (r"\b(?:are|is|were|was) (?:both )?(?:working|functioning) (?:normally|well|fine|properly)\b", "normal"),
        (r"\bdrinks? (?:only |very )*(?:little|minimal|hardly any|no)(?: amounts of)? alcohol\b", "no alcohol"),
        (r"\b(except(?: for)?|apart from|other than) ([^,.;\n]+?),? which (?:was|were|is|are) (?=\d)", r"\1 \2 "),
        (r"(?<=\d/5) in all (?:(?:other|tested) )?(?:muscle groups|muscles|groups|movements)\b", " throughout"),
        # the back is none where somebody comes back
        (r"\b(?:dates|dating|dated|goes|going|went) back(?: to| for| over)?(?= (?:\d|\w+ (?:day|week|month|year)))",
         "for"),
        (r"\b(came|come|comes|went|gone|got|get|brought|called|referred|is|was|now)"
         r" back (?=to|at|in|for|on|today|again)",
         r"\1 "),
        (r"\b(?:lost|loss of|losing)(?: the| his| her)? hair\b", "hairless"),
        (
            rf"(?P<what>(?:(?<=[.;\n])|^)[^.,;\n]*?{_FELT}[^.,;\n]*? and [^.,;\n]*?) (?P<while>{_WHILE})(?=[.,;\n]|$)",
            r" \g<while>, \g<what>",
        ),
    )
)  # fmt: skip


def plain_prose(text: str) -> str:
    """Write what sentences say in words that are read by themselves."""
    for pattern, said in _PATTERNS:
        text = pattern.sub(said, text)
    return plain_routes(text)
