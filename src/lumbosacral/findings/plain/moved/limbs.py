"""Movements and ends of limbs that are told the other way round, written as names."""

import re

__all__ = ["of_limb", "plain_halves", "plain_letters_of_limbs", "plain_limbs"]

_MOVE = (
    r"(?:(?:plantar|dorsi)[- ]?)?flex(?:ion|ors?)|exten(?:sion|sors?)|abduct(?:ion|ors?)|adduct(?:ion|ors?)"
    r"|inversion|eversion|invertors?|evertors?|rotation|rotators?"
)
_JOINT = r"hip|knee|ankle|foot|(?:great |big )?toes?"
_NEAR = r"(?P<near>(?:(?:the|his|her|both) )?(?:(?:left|right) )?)"
_AND = r"\s*(?:/|,|\band\b|&)\s*"
_MOVED = re.compile(
    rf"\b(?P<one>{_MOVE}){_AND}(?P<other>{_MOVE})\s+(?:of|at|in)\s+"
    rf"{_NEAR}(?P<first>{_JOINT})s?{_AND}(?:the )?(?P<second>{_JOINT})s?\b"
    rf"|\b(?P<first_>{_JOINT}){_AND}(?P<second_>{_JOINT})\s+(?P<one_>{_MOVE}){_AND}(?P<other_>{_MOVE})\b",
    re.I,
)
_LIMB_WORDS = r"(?P<limb>(?:upper|lower) (?:limb|extremit(?:y|ie))s?|arms?|legs?)"
_END = re.compile(
    r"\b(?P<end>proximal|distal|proximal and distal|distal and proximal)"
    r" (?:muscles?(?: groups?)?|musculature|strength|power)(?:,| of| in)\s*(?:the )?(?:both )?"
    rf"{_LIMB_WORDS}\b",
    re.I,
)
_WHOLE = re.compile(
    r"^\s*((?:deep |tendon |muscle |motor )*(?:reflex(?:es)?|strength|power)),\s*(?=(?:both |left |right )?"
    r"(?:upper|lower|arms?|legs?)\b)",
    re.I,
)


_HALF = re.compile(
    r"\b(?:(?P<side>left|right)(?:[- ]sided?)? (?P<how>(?:\w+ )?))?"
    r"hemi-?(?:(?P<weak>par(?:esis|etic))|pleg(?:ia|ic))\b(?! gait)",
    re.I,
)


def plain_halves(text: str) -> str:
    """Write "right hemiparesis" as weakness of the right arm and leg."""
    return _HALF.sub(_half, text)


def _half(found: re.Match[str]) -> str:
    loss = "weakness" if found["weak"] else "paralysis"
    side = f"{found['side']} " if found["side"] else ""
    return f"{found['how'] or ''}{loss} of {side}upper limb and {side}lower limb"


def plain_limbs(text: str) -> str:
    """Say of each joint how it moves, and of an end of a limb which limb it is.

    "Flexion and extension of the hip and knee" are four movements, "proximal muscles, upper limbs" is one group.
    """
    return _END.sub(_end, _MOVED.sub(_each_move, of_limb(text)))


def of_limb(text: str) -> str:
    """Write "reflexes, upper extremities" as the reflexes of them."""
    return _WHOLE.sub(r"\1 of ", text)


def _each_move(found: re.Match[str]) -> str:
    said = {name.rstrip("_"): word for name, word in found.groupdict().items() if word is not None}
    near = said.get("near", "")
    return ", ".join(
        f"{said[move]} of {near}{said[joint]}"
        for joint in ("first", "second")
        for move in ("one", "other")
    )


def _end(found: re.Match[str]) -> str:
    if found["end"].lower() in {"proximal", "distal"} and "," not in found[0]:
        return found[0]
    said = found["limb"].lower()
    limb = "upper limb" if said.startswith(("upper", "arm")) else "lower limb"
    end = "" if " " in found["end"] else f"{found['end']} "
    return f"{end}muscles of {limb}{'s' if said.endswith('s') else ''}"


_LETTERS = re.compile(r"(?<![\w/])(?P<which>[UL])Ls?(?![\w/])")


def plain_letters_of_limbs(of: str, said: str) -> tuple[str, str]:
    """Write "UL" and "LLs" as upper and lower limbs; both are meant."""
    return _LETTERS.sub(_letters, of), _LETTERS.sub(_letters, said)


def _letters(found: re.Match[str]) -> str:
    return "upper limbs" if found["which"] == "U" else "lower limbs"
