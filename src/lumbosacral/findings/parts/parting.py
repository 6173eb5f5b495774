"""Where a denial begins another member of a list: what stands before it is not denied."""

from lumbosacral.findings.language.phrase import Part
from lumbosacral.findings.language.vocabulary import Match, Vocabulary
from lumbosacral.findings.language.words import Token

__all__ = ["begins_anew"]


def begins_anew(
    part: Part, found: Match, taken: list[Token], kinds: tuple[str, ...], known: Vocabulary
) -> bool:
    """Whether a word of denial parts what follows from what was said so far: "fall without fracture".

    Of pain and of the bladder, "without" may say how well something went: "voids without straining".
    """
    if found.kind != "not" or part.targets:
        return found.kind == "not"
    meant = bool(known.rules.concepts(part.unread))
    if "imaging filler" in kinds and part.unread and (meant or not part.scanned):
        return True
    whole = _WHOLE.intersection(kinds)
    return meant and not whole and known.match(taken, 0, ("parting",)) is not None


_WHOLE = frozenset({"pain filler", "value autonomic"})
