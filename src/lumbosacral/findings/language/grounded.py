"""Names that mean nothing unless a word beside them bears them out: a joint is no reflex, a place no feeling."""

from lumbosacral.findings.language.homes import PAIN_WORDS
from lumbosacral.findings.language.phrase import PLACES, Part
from lumbosacral.findings.language.vocabulary import Match, Vocabulary
from lumbosacral.findings.language.words import Token, clean

__all__ = [
    "felt",
    "names_feeling",
    "only_how",
    "only_qualified",
    "speaks_of",
    "take",
    "without_ground",
    "without_joint",
]

_REFLEXES = frozenset({"reflex", "reflex group"})
_DOES = ("value task", "value strength")
_SHOWN = frozenset({"sign", "history"})
_TOLD = frozenset({"history", "autonomic", "imaging", "laboratory"})


def without_ground(parts: list[Part], test: str, said: str, known: Vocabulary) -> None:
    """Take away, in place, names that neither the words nor the answer bear out.

    Parameters
    ----------
    parts : list of Part
        The members of a list, as they were read.
    test : str
        Kind of test they were read in.
    said : str
        The answer.
    """
    if test == "pain":
        _without_numb(parts, known)
    if test == "ncs":
        _without_other_studies(parts, known)
    if test in _OTHERWISE:
        _without_others(parts, test, known)
    if test == "reflex":
        _without_strange(parts, known)
    if test not in _SHOWN | _TOLD:
        return
    answer = known.prepare(clean(said))
    words = [token for part in parts for token in part.row]
    spoken = speaks_of("reflex", [*words, *answer], known)
    told = _without_motor(words, known) if test == "history" else words
    own = [t for t in [*told, *answer] if not known.match([t], 0, ("of anything",))]
    sensed = _says(own, ("symptom", "modality", "value sensation"), known)
    sensed = sensed or bool(PAIN_WORDS & {t.norm for t in [*words, *answer]})
    for part in parts:
        # "painful hip flexion" says nothing of how strong it is
        able = [t for t in [*part.row, *answer] if t.norm not in PAIN_WORDS]
        loose = not _says(able, _DOES, known)
        gone = {one for one in part.targets if _is_brief(one, part, test, answer, known)}
        if test in _SHOWN and not spoken:
            gone |= {one for one in part.targets if _is_joint(one, part, answer, known)}
        if test == "history" and not sensed and not part.symptoms:
            gone |= {one for one in part.targets if one[0] in PLACES}
        if test in _SHOWN and loose and not any(t.norm[0].isdigit() for t in answer):
            gone |= {one for one in part.targets if _is_only_done(one, part)}
        take(part, gone | _planned(part, test, known))


def _without_motor(row: list[Token], known: Vocabulary) -> list[Token]:
    """Words without those that say that somebody is weak, which is no feeling: "motor deficit"."""
    kept, i = list[Token](), 0
    while i < len(row):
        found = known.match(row, i, ("motor word",))
        kept += [] if found is not None else [row[i]]
        i += found.length if found is not None else 1
    return kept


def _without_numb(parts: list[Part], known: Vocabulary) -> None:
    """Take away, in place, pain where a member of a list only says that it is numb: "and leg numbness"."""
    where = [name for _, name in parts[0].targets if name not in known.qualities] if parts else []
    for part in parts[1:] if where else ():
        numb = any(known.match([token], 0, ("symptom",)) for token in part.unread)
        pained = {token.norm for token in part.row} & PAIN_WORDS
        if numb and not pained and not part.said:
            take(part, set(part.targets))


def _without_other_studies(parts: list[Part], known: Vocabulary) -> None:
    """Take away, in place, nerves of which no conduction study was done: "tibial SEP"."""
    for part in parts:
        if _says(part.row, ("other study",), known):
            part.elsewhere = []
            take(part, set(part.targets))


def _without_strange(parts: list[Part], known: Vocabulary) -> None:
    """Take away, in place, all reflexes where a word nobody knows says which one: "startle reflex"."""
    every = ("reflex group", known.everything["reflex"])
    for part in parts:
        held = next((taken for target, taken in part.held if target == every), frozenset())
        first = min((token.start for token in held), default=0)
        alone = len(held) == 1 and speaks_of("reflex", [*held], known)
        if alone and any(token.end == first - 1 for token in part.unread):
            take(part, {every})


_OTHERWISE = {"strength": "passive", "autonomic": "other organ"}


def _without_others(parts: list[Part], test: str, known: Vocabulary) -> None:
    """Take away, in place, what is done by another or is another organ: "passive dorsiflexion"."""
    for part in parts:
        if _says(part.row, (_OTHERWISE[test],), known):
            part.elsewhere = []
            take(part, set(part.targets))


def _is_only_done(target: tuple[str, str], part: Part) -> bool:
    """Whether somebody moves, of which nothing says how well: "kick to the shin", "heel cord"."""
    return target[0] == "movement" or (target[0] == "task" and bool(part.unread))


def _planned(part: Part, test: str, known: Vocabulary) -> set[tuple[str, str]]:
    """Names of a part that says that it was not done yet: "scheduled for hip replacement"."""
    planned = test in _TOLD and _says(part.row, ("planned",), known)
    return set(part.targets) if planned else set()


def _is_joint(target: tuple[str, str], part: Part, answer: list[Token], known: Vocabulary) -> bool:
    """Whether a reflex is only the part of the body that it is named for: "ankle effusion"."""
    valued = _says(_not_sound([*part.said, *answer], known), ("value reflex",), known)
    return target[0] in _REFLEXES and (bool(part.unread) or not valued or len(part.targets) > 1)


def _not_sound(row: list[Token], known: Vocabulary) -> list[Token]:
    """Words but those that call anything sound, a joint as well: "knee: normal"; "2+" is a reflex."""
    kept, i = list[Token](), 0
    while i < len(row):
        found = known.match(row, i, ("value reflex",))
        figure = any(c.isdigit() or c == "+" for c in row[i].norm)
        if found is None or found.name != "normal" or figure:
            kept.append(row[i])
        i += found.length if found is not None else 1
    return kept


def _is_brief(
    target: tuple[str, str], part: Part, test: str, answer: list[Token], known: Vocabulary
) -> bool:
    """Whether one word that stands for a sign says here only where: "plantar fasciitis"."""
    held = next((row for one, row in part.held if one == target), frozenset[Token]())
    if target[0] != "sign" or len(held) != 1 or not known.match([*held], 0, ("brief sign",)):
        return False
    own = [token for token in [*part.row, *answer] if token not in held]
    return bool(part.unread) or test in _TOLD or not _says(own, ("value plantar",), known)


def _says(row: list[Token], kinds: tuple[str, ...], known: Vocabulary) -> bool:
    """Whether a word of some kinds is said, beside a bare yes or no."""
    return any(
        known.match(row, i, kinds) and not _is_bare(known.match(row, i, ("value presence",)))
        for i in range(len(row))
    )


def _is_bare(match: Match | None) -> bool:
    return match is not None


def take(part: Part, gone: set[tuple[str, str]]) -> None:
    """Take names out of a part; where none is left, its words were not read."""
    part.targets = [one for one in part.targets if one not in gone]
    for target, held in part.held:
        if target in gone and not part.named:
            part.unread = [t for t in part.row if t in part.unread or t in held]


def felt(part: Part, known: Vocabulary) -> bool:
    """Whether a part says that something is felt, or is not."""
    kinds = ("symptom", "value sensation", "modality")
    said = any(known.match([token], 0, kinds) for token in part.row)
    return said or bool(part.symptoms) or bool(PAIN_WORDS & {t.norm for t in part.row})


def names_feeling(row: list[Token], known: Vocabulary) -> bool:
    """Whether words tell of feeling, lost or odd or as such, or of an examination; "normal" alone is of anything."""
    found = (
        known.match(row, i, ("symptom", "modality", "value sensation")) for i in range(len(row))
    )
    told = any(match is not None and match.name != "normal" for match in found)
    examined = any(token.norm in _EXAMINED for token in row)
    return told or examined or speaks_of("sensation", row, known)


_EXAMINED = frozenset({"examination", "exam", "neurological", "neurologic"})
_JOINTS = frozenset({"hip", "knee", "ankle"})


def without_joint(part: Part, row: list[Token]) -> list[Token]:
    """Words without the examination where it is of a joint, in which no feeling is tested: "hip examination"."""
    held = {token.norm for _, taken in part.held for token in taken}
    joint = bool(held) and held <= _JOINTS
    return [token for token in row if not joint or token.norm not in _EXAMINED]


def speaks_of(test: str, row: list[Token], known: Vocabulary) -> bool:
    """Whether a word for a kind of test as such is said: reflexes, sensation."""
    found = (known.match(row, i, ("test",)) for i in range(len(row)))
    return any(match is not None and match.name == test for match in found)


def only_qualified(name: str, word: str, part: Part, known: Vocabulary) -> bool:
    """Whether no more is denied than how something went: "no difficult labour"."""
    how = known.qualified.get(name, frozenset())
    return word == "absent" and any(token.norm in how for token in part.row)


def only_how(name: str, word: str, part: Part, known: Vocabulary) -> bool:
    """Whether a course says how something would have begun that is denied: "no sudden weight loss"."""
    others = {one for _, one in part.targets} - known.courses
    return word == "absent" and name in known.courses and bool(others)
