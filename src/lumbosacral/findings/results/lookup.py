"""What was measured in a laboratory or seen on an image, as findings of the atlas."""

from lumbosacral.findings.language.phrase import Part
from lumbosacral.findings.language.vocabulary import Vocabulary
from lumbosacral.findings.results.answers import Answer
from lumbosacral.findings.results.levels import means_normal, measured, scanned

__all__ = ["look_up_all"]


def look_up_all(parts: list[Part], answer: Answer, words: str, known: Vocabulary) -> list[Part]:
    """Name the findings that measurements and images mean, in place.

    Where two measures tell of one finding, either is enough: "ESR 60, CRP normal" is inflammation.

    Returns
    -------
    list of Part
        Those in which something was measured of which the level is not said.
    """
    tested = [part for part in parts if any(kind == "analyte" for kind, _ in part.targets)]
    lost = [part for part in parts if _look_up(part, answer, words, known)]
    there = {one for part in tested if _word(part) == "present" for one in part.targets}
    for part in tested:
        if _word(part) == "absent":
            part.targets = [one for one in part.targets if one not in there]
    return lost


def _word(part: Part) -> str | None:
    return part.fixed.word if part.fixed is not None else None


def _look_up(part: Part, answer: Answer, words: str, known: Vocabulary) -> bool:
    """Name what a part means, in place; whether something was measured of which the level is not said."""
    if part.scanned and not part.targets:
        value = scanned(part.scanned, part.said, answer.text, known)
        if value is not None:
            fine = means_normal(part.scanned[0])
            alike = [name for name in dict.fromkeys(part.scanned) if means_normal(name) == fine]
            part.targets = [("association", name) for name in alike]
            part.fixed = value
    analytes = [name for kind, name in part.targets if kind == "analyte"]
    if not analytes:
        return False
    part.targets = [target for target in part.targets if target[0] != "analyte"]
    said = words[part.row[0].start : part.row[-1].end]
    lost = False
    for name in analytes:
        found = measured(name, said, answer.text, known)
        if found is None:
            lost = True
        else:
            part.targets.append(("association", found[0]))
            part.fixed = found[1]
    return lost
