"""Lists of things: what is said once for all of them, and what is taken out."""

from itertools import pairwise

from lumbosacral.findings.language.meaning import TOLD
from lumbosacral.findings.language.phrase import Part
from lumbosacral.findings.language.vocabulary import Vocabulary
from lumbosacral.findings.language.words import Token

__all__ = ["TOLD", "completed", "excepted", "headed", "spread", "unread_runs"]


def headed(parts: list[Part]) -> None:
    """Take a limb away that only opens a list of what is in it, in place: "right leg: TA 2, EHL 1"."""
    if len(parts) < 2 or parts[1].before != ":" or parts[0].said:
        return
    kinds = {kind for kind, _ in parts[0].targets}
    more = any(kind in _NAMED for part in parts[1:] for kind, _ in part.targets if part.said)
    if kinds <= {"group", "region"} and more:
        parts[0].targets, parts[0].unread = [], []


_NAMED = frozenset({"muscle", "movement", "group", "area", "region", "structure"})


def spread(
    parts: list[Part], test: str, known: Vocabulary, *, back: bool, closed: bool = False
) -> list[Part]:
    """Give list members the negation and the words of value that were said once for all of them.

    Where the answer has a value of its own (`closed`), it is that of the last ones without any.
    """
    _other_side(parts)
    _spared_on(parts)
    named = [i for i, part in enumerate(parts) if part.named]
    silent = {i for i in named if not parts[i].said and test == "sensation"}
    denied = False
    for i, part in enumerate(parts):
        if part.named or part.scanned or not part.said or part.turn:
            continue
        near = [k for k in named if k < i] or named
        if near and parts[near[0]].turn == "except":
            # "normal, except the ankle jerks"
            continue
        said = part.said
        if test in TOLD and part.unread:
            # "a bulge, not compromising it", "chills or night sweats"
            last = part.unread[-1].start
            near = near if any(k < i for k in named) else _handed_on(parts, i, known)
            denial = said[:1] if near and near[0] > i and known.match(said, 0, ("not",)) else []
            later = [t for t in said if t.start > last and _is_denial(t, known)]
            said = denial or [t for t in later if not _is_sound(t, known)]
        if part.unread and test in {"sign", "task"} and near and near[0] < i:
            # "swelling without redness"
            said = [] if known.match(said, 0, ("not",)) else said
        if part.unread and test == "gait" and part.before in {"with", ","}:
            # "spastic gait, with no need of a stick"
            said = [token for token in said if not known.match([token], 0, ("not",))]
        for k in near:
            if k < i or test != "sensation":
                parts[k].said += said
                parts[k].row = parts[k].row + said
            elif not (denied and (part.before in _OR or _listed_to_or(parts, i))):
                _put_first(parts[k], said, known)
        denied = denied or (bool(said) and known.match(said, 0, ("not",)) is not None)
        part.row, part.said = part.row if part.unread else [], []
    for first, second in pairwise(named):
        _deny_too(parts[first], parts[second], test, known)
        # "numbness, tingling in the heel and sole": both are felt in both
        when = test == "history" and _only_when(parts, second, known)
        lasts = when or second in silent or _only_lasts(parts[second])
        given = parts[second].said if lasts else []
        if (parts[second].said and not given) or parts[second].turn:
            continue
        if back and test in _EXAMINED and _opens_group(parts, named, second):
            continue
        carried = [token for token in parts[first].said if token not in given]
        denied = any(known.match([t], 0, ("not",)) for t in carried)
        if closed and not denied and not any(parts[k].said for k in named if k > second):
            continue
        joined = parts[second].before in {"or", "nor", "and", "/", "&"} or _listed_to_or(
            parts, second
        )
        negated = any(known.match([t], 0, ("not",)) for t in carried)
        joined = joined or (test in TOLD and _denied_on(parts[first], parts[second], known))
        if carried and (joined or not negated) and (negated or test not in TOLD):
            # what is denied is denied whenever it was
            parts[second].said = carried if when else given + carried
            parts[second].row = parts[second].row + carried
    for first, second in zip(reversed(named[:-1]), reversed(named[1:]), strict=True):
        carried = parts[second].said
        if (
            back
            and not parts[first].said
            and not (test == "laboratory" and _has_level(parts[first], known))
            and not (test in TOLD and _is_before(carried, parts[second]))
            and carried
            and not any(known.match([t], 0, ("not",)) for t in carried)
        ):
            parts[first].said = list(carried)
            parts[first].row = parts[first].row + carried
    return parts


def _opens_group(parts: list[Part], named: list[int], i: int) -> bool:
    """Whether a member has the value that is said after the next ones: "EHL 2/5, soleus and tibialis posterior 5/5"."""
    at = named.index(i)
    before = parts[named[at - 1]]
    if parts[i].before not in _CLOSING or not _is_after(before):
        return False
    later = next((parts[k] for k in named[at + 1 :] if parts[k].said), None)
    return later is not None and not later.turn and _is_after(later)


_CLOSING = frozenset({",", ";"})
_EXAMINED = frozenset({"strength", "reflex", "sensation", "emg", "ncs"})


def _is_after(part: Part) -> bool:
    """Whether all words of value of a part stand after what they are said of."""
    last = max((token.start for _, taken in part.held for token in taken), default=-1)
    return last >= 0 and bool(part.said) and all(token.start > last for token in part.said)


def _only_when(parts: list[Part], i: int, known: Vocabulary) -> bool:
    """Whether a member of a list that ends in "or" has no more than when it was: "no diabetes or recent trauma"."""
    part = parts[i]
    told = (known.match([token], 0, ("value history",)) for token in part.said)
    plain = all(match is not None and match.name in {"told", "present"} for match in told)
    joined = part.before in _OR or _listed_to_or(parts, i)
    return plain and joined and bool(part.said) and _is_before(part.said, part)


_TIMES = frozenset({"minute", "hour", "day", "night", "week", "month", "year"})


def _only_lasts(part: Part) -> bool:
    """Whether all that is said of a part is how long it has been so: "weak arms, and legs for 3 weeks"."""
    told = {token for token, unit in pairwise(part.row) if unit.norm in _TIMES}
    return bool(part.said) and all(t in told and t.norm[0].isdigit() for t in part.said)


def _deny_too(first: Part, second: Part, test: str, known: Vocabulary) -> None:
    """Hand a denial on over "or" to words of value, in place: "no perianal or saddle numbness"."""
    denied = bool(first.said) and known.match(first.said, 0, ("not",)) is not None
    own = any(known.match(second.said, i, ("not",)) for i in range(len(second.said)))
    if test == "sensation" and denied and second.said and not own and second.before in _OR:
        _put_first(second, first.said, known)


def _put_first(part: Part, said: list[Token], known: Vocabulary) -> None:
    """Put words of value before those of a part, in place; of "no numbness" or what it has the denial alone."""
    denied = known.match(said, 0, ("not",)) if part.said and part.before in _OR else None
    given = said[: denied.length] if denied is not None else said
    part.said, part.row = given + part.said, given + part.row


_OR = frozenset({"or", "nor"})


def _spared_on(parts: list[Part]) -> None:
    """Hand on what is spared or left out, in place: "gracilis with normal vasti and soleus"."""
    for first, second in pairwise(parts):
        joined = second.before in {"and", "&", *_OR} and not second.turn and not second.said
        if first.turn and first.targets and second.targets and joined:
            second.turn = first.turn


def _has_level(part: Part, known: Vocabulary) -> bool:
    """Whether a level is in the name already: "raised CK and normal CRP"."""
    held = [token for _, taken in part.held for token in taken]
    return any(known.match([token], 0, ("level",)) for token in held)


def _is_before(said: list[Token], part: Part) -> bool:
    """Whether words of value stand before what they are said of: "retention, normal anal tone"."""
    first = min((token.start for _, taken in part.held for token in taken), default=0)
    return all(token.start < first for token in said)


def _is_denial(token: Token, known: Vocabulary) -> bool:
    found = known.match([token], 0, ("not", "value history", "value autonomic"))
    return found is not None and found.name in {"not", "denied", "absent", "normal"}


def _is_sound(token: Token, known: Vocabulary) -> bool:
    """Whether a word calls what stands before it sound, and nothing else: "a fall, X-ray normal"."""
    sound = known.match([token], 0, ("level",))
    return sound is not None and known.match([token], 0, ("value presence",)) is None


def _handed_on(parts: list[Part], i: int, known: Vocabulary) -> list[int]:
    """Members that a denial goes on to from one that nobody knows: "no XYZ or fever"."""
    found: list[int] = []
    for k in range(i + 1, len(parts)):
        joined = parts[k].before in {"or", "nor"} or _listed_to_or(parts, k)
        if not joined and not _denied_on(parts[i], parts[k], known):
            break
        free = not parts[k].said or _only_when(parts, k, known)
        found += [k] if parts[k].named and free else []
    return found


def _denied_on(part: Part, after: Part, known: Vocabulary) -> bool:
    """Whether a denial goes on over a comma: "denies fever, weight loss", not to how it went on."""
    found = (known.match(part.said, i, ("not",)) for i in range(len(part.said)))
    course = all(name in known.courses for _, name in after.targets)
    denied = any(match is not None and match.name == "denied" for match in found)
    return denied and after.before == "," and not (course and after.targets)


def _listed_to_or(parts: list[Part], i: int) -> bool:
    """Whether a comma hands on a negation: only where the list ends in "or"."""
    later = any(part.before in {"or", "nor"} for part in parts[i + 1 :])
    return parts[i].before == "," and (later or parts[i].to_or)


def excepted(later: list[Part]) -> list[tuple[str, str]]:
    """Names in the parts that begin with "except" or "sparing"."""
    return [target for part in later if part.turn for target in part.targets]


def _other_side(parts: list[Part]) -> None:
    """Name again what was named before where only a side and a value follow: "left 5 mV"."""
    last: Part | None = None
    for part in parts:
        if part.named:
            last = part
        elif last is None or part.turn or not (part.said and part.side and last.side):
            continue
        elif part.side != last.side:
            part.targets, part.elsewhere = list(last.targets), list(last.elsewhere)
            part.modality = part.modality or last.modality


def completed(parts: list[Part], known: Vocabulary) -> list[Part]:
    """Give list members what was said once: a sign for several muscles, all but what is left out.

    A part that is only narrowed by words nobody knows ("hip flexed") names nothing.
    """
    signs: list[tuple[str, str]] = []
    listed = sum(part.named for part in parts) > 1
    _other_meaning(parts, known)
    for i, part in enumerate(parts):
        part.listed = listed
        kinds = {kind for kind, _ in part.targets}
        own = [target for target in part.targets if target[0] in _SIGNS]
        if signs and kinds and kinds <= _BODY and not part.turn and not part.symptoms:
            part.targets = signs + part.targets
        signs = own or (signs if kinds <= _BODY else [])
        if kinds & _BODY and any(known.match([t], 0, ("narrowing",)) for t in part.unread):
            part.targets, part.unread = [], part.row
        if part.turn == "except" and part.named and not any(p.named for p in parts[:i]):
            said = [token for before in parts[:i] for token in before.said]
            return [Part(row=said + part.row, said=said, other=True, side=part.side), *parts]
    return parts


def _other_meaning(parts: list[Part], known: Vocabulary) -> None:
    """Take the other meaning of a word with two where one is named beside it, in place."""
    named = {target for part in parts for target in part.targets}
    for part in parts:
        for target in [one for one in part.targets if one[0] == "ambiguous"]:
            meant = {("movement", name) for name in known.meanings.get(target[1], ())}
            if len(meant - named) == 1 < len(meant):
                part.targets[part.targets.index(target)] = (meant - named).pop()


_SIGNS = frozenset({"sign", "muscle sign"})
_BODY = frozenset({"muscle", "group", "area", "region"})


def unread_runs(part: Part) -> list[tuple[int, int]]:
    """Where the words of a part that were not read begin and end, run by run."""
    runs: list[tuple[int, int]] = []
    for before, token in zip([None, *part.row], part.row, strict=False):
        if token in part.unread:
            first = runs.pop()[0] if before in part.unread else token.start
            runs.append((first, token.end))
    return runs
