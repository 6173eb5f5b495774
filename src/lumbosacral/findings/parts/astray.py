"""Words that are of another kind of test than the field they stand in, or that name no part at all."""

from dataclasses import replace

from lumbosacral.findings.cases.case import Finding
from lumbosacral.findings.language.grounded import speaks_of
from lumbosacral.findings.language.meaning import TOLD
from lumbosacral.findings.language.phrase import Part
from lumbosacral.findings.language.vocabulary import Vocabulary
from lumbosacral.findings.language.words import SEPARATORS, Token, clean
from lumbosacral.findings.reading import Understood, Value

__all__ = [
    "begins_with_side",
    "each_wasted",
    "is_felt",
    "is_provoked",
    "numb_on_exertion",
    "of_pairs",
    "of_reflexes",
    "of_strength",
    "without_films",
    "without_motor",
    "without_strangers",
]

_FELT = frozenset({"sensation", "strength"})
_LOOKED = frozenset({"imaging", "laboratory"})


def is_felt(finding: Finding, words: str, known: Vocabulary) -> bool:
    """Whether a sign is no more than feeling, or its loss, in a part of the body.

    What is felt when a place is pressed is a sign of that place.
    """
    if finding.test != "sign" or _says_pressed(words, known):
        return False
    row = [t for t in known.prepare(words) if not known.match([t], 0, ("skin word",))]
    felt = _says_felt(row, known)
    place = any(known.match(row, i, ("area", "region", "structure")) for i in range(len(row)))
    own = ("sign", "association", "sensory sign", "gait", "task", "elsewhere")
    return felt and place and not (_first(row, own, known) or speaks_of("reflex", row, known))


def _says_pressed(words: str, known: Vocabulary) -> bool:
    """Whether a place is pressed and something felt then: "tingling on pressing over the fibular head"."""
    row = known.prepare(words)
    pressed = not _PRESSED.isdisjoint(known.rules.concepts(row))
    return pressed and bool(known.rules.hits(row, "sign"))


_PRESSED = frozenset({"pressing"})
"""Concepts of what the hand of the examiner does: `concepts.txt`."""


def _says_felt(row: list[Token], known: Vocabulary) -> bool:
    """Whether a word says that something is felt; "in the sitting position" says how somebody is placed."""
    kinds, i = ("felt", "test", "modality", "posture"), 0
    while i < len(row):
        found = known.match(row, i, kinds)
        placed = found is not None and found.kind == "posture"
        if found is not None and not placed and (found.kind != "test" or found.name == "sensation"):
            return True
        i += found.length if found is not None and placed else 1
    return False


def each_wasted(words: str, known: Vocabulary) -> str:
    """Say of each muscle of a list that it is wasted: "wasting of EHL and EDB", "EHL and EDB wasted"."""
    row = known.prepare(words)
    spans = _members(row, known)
    if len(spans) < 2:
        return words
    before, after = words[: spans[0][0]], words[spans[-1][1] :]
    shown = [text for text in (before, after) if _first(known.prepare(text), _SHOWN, known)]
    if len(shown) != 1:
        return words
    return ", ".join(f"{before}{words[start:end]}{after}" for start, end in spans)


def _members(row: list[Token], known: Vocabulary) -> list[tuple[int, int]]:
    """Where the names of a list begin and end, if only "and" and commas stand between them."""
    spans: list[tuple[int, int]] = []
    i = last = 0
    while i < len(row):
        found = known.match(row, i, _NAMES) if row[i].norm not in SEPARATORS else None
        if found is not None:
            if spans and (last == i or any(t.norm not in _AND for t in row[last:i])):
                return []
            spans.append((row[i].start, row[i + found.length - 1].end))
            last = i + found.length
        i += found.length if found is not None else 1
    return spans


_NAMES = ("muscle", "group", "area", "region")
_AND = frozenset({",", "and", "&"})
_SHOWN = ("muscle sign",)


def is_provoked(finding: Finding, words: str, known: Vocabulary) -> bool:
    """Whether a loss is there only while something is done, which is no lasting one."""
    value = finding.value if isinstance(finding.value, str) else ""
    row = known.prepare(clean(f"{words}, {value}"))
    weak = finding.test in _FELT and _first(row, ("motor word",), known)
    return bool(weak) and bool(_first(row, ("provoked",), known))


def numb_on_exertion(
    entries: list[Understood], finding: Finding, words: str, known: Vocabulary
) -> list[Understood]:
    """Read numbness that comes on exertion as a symptom: at rest nothing is lost."""
    value = finding.value if isinstance(finding.value, str) else ""
    row = known.prepare(clean(f"{words}, {value}"))
    if not _first(row, ("exerted",), known):
        return entries
    felt = (
        replace(one, value=Value(word="positive_symptom"))
        if one.kind == "area" and one.value.word == "reduced"
        else one
        for one in entries
    )
    return list(dict.fromkeys(felt))


def of_strength(finding: Finding, words: str, known: Vocabulary) -> Finding | None:
    """Return the finding of strength that is told with a sign or with feeling: "weakness and wasting of X"."""
    if finding.test not in {"sign", "sensation"}:
        return None
    row = known.prepare(words)
    motor = _first(row, ("motor word",), known)
    if not motor and _says_weak(finding, known):
        # "both legs: spastic and weak"
        told = {"test": "strength", "of": f"weakness of {words}", "value": "present"}
        return finding.model_copy(update=told)
    if not motor or (_first(row, ("not", "value task"), known) and _denied(row, known)):
        return None
    if finding.test == "sign" and _of_rule(f"{words} {finding.value or ''}", motor, known):
        # "weak foot pulses"
        return None
    other = ("muscle sign", "sign", "symptom", "value sensation", "modality")
    of = _without(words, row, motor, other, known)
    return finding.model_copy(
        update={"test": "strength", "of": f"weakness of {of}", "value": "present"}
    )


def _says_weak(finding: Finding, known: Vocabulary) -> bool:
    """Whether an answer says that what is named is weak, and names nothing of its own."""
    row = known.prepare(clean(finding.value)) if isinstance(finding.value, str) else []
    weak = _first(row, ("motor word",), known)
    if not weak or finding.test != "sign" or _of_rule(f"{finding.of} {finding.value}", weak, known):
        return False
    return not _first(row, (*_NAMES, "movement"), known) and not _denied(row, known)


def _of_rule(text: str, weak: list[Token], known: Vocabulary) -> bool:
    """Whether weakness is a part of what a sign is: "foot pulses: weak"."""
    seen = {
        t.norm for hit in known.rules.hits(known.prepare(clean(text)), "sign") for t in hit.tokens
    }
    return any(token.norm in seen for token in weak)


def _denied(row: list[Token], known: Vocabulary) -> bool:
    return any(known.match(row, i, ("not",)) for i in range(len(row)))


def without_motor(words: str, known: Vocabulary) -> str:
    """Words of a finding of feeling without those of strength; empty where nothing is felt."""
    row = known.prepare(words)
    motor = _first(row, ("motor word",), known)
    if not motor:
        return words
    felt = _first([t for t in row if t not in motor], ("symptom", "value sensation"), known)
    return _without(words, row, motor, (), known) if felt else ""


def _first(row: list[Token], kinds: tuple[str, ...], known: Vocabulary) -> list[Token]:
    """Tokens of the first phrase of some kinds."""
    for i in range(len(row)):
        found = known.match(row, i, kinds)
        if found is not None:
            return row[i : i + found.length]
    return []


def _without(
    words: str,
    row: list[Token],
    gone: list[Token],
    kinds: tuple[str, ...],
    known: Vocabulary,
) -> str:
    """Words without some tokens, and without those of some kinds."""
    taken = list(gone)
    for i, token in enumerate(row):
        found = known.match(row, i, kinds) if kinds and token not in taken else None
        if found is not None and found.kind == "sign" and found.length > 1:
            # "wasting of the quadriceps" names the muscle too
            found = None
        taken += row[i : i + found.length] if found is not None else []
    spans = {(token.start, token.end) for token in taken}
    kept = list(words)
    for start, end in spans:
        kept[start:end] = " " * (end - start)
    text = " ".join("".join(kept).split())
    while True:
        shorter = text.strip(" ,;/").removeprefix("and ").removeprefix("with ")
        shorter = shorter.removeprefix("of ").removesuffix(" and")
        if shorter == text:
            return text
        text = shorter


def begins_with_side(part: Part, known: Vocabulary) -> bool:
    """Whether a side is said first, which is then of this member of a list alone."""
    named = [token for _, held in part.held for token in held]
    first = min((token.start for token in named), default=0)
    own = [t for t in part.row if t.start <= first and t not in part.said]
    return bool(part.before) and bool(_first(own, ("side",), known))


def of_reflexes(parts: list[Part], known: Vocabulary) -> None:
    """Name all reflexes where a member of a list says what they are like, in place: "areflexia, clonus"."""
    for part in parts:
        spoken = any(token.norm == "reflex" for token in part.row)
        if spoken and part.said and not part.named and not part.unread and not part.turn:
            part.targets = [("reflex group", known.everything["reflex"])]


def of_pairs(parts: list[Part]) -> None:
    """Give both legs what has a plural and a value of its own, in place: "knee jerks 2+, left AJ 0"."""
    if any(part.side for part in parts):
        for part in parts:
            if part.plural and part.targets and part.said and not part.side:
                part.side = "both"


def without_strangers(entries: list[Understood], test: str, known: Vocabulary) -> list[Understood]:
    """Leave out what nobody can see in an examination, and what only says when it began."""
    hidden = known.never.get(test, frozenset[str]())
    own = [one for one in entries if hidden.isdisjoint(one.targets)]
    if test in TOLD:
        # no part of the body is looked at in blood
        own = [one for one in own if (one.kind, one.test) != ("elsewhere", "laboratory")]
        if test in _LOOKED:
            # an image of a part of the body says nothing of what is felt there
            own = [one for one in own if one.test != "sensation"]
        # "no chest or back pain" says of the chest nothing more
        sound = [one for one in own if one.kind != "elsewhere" or one.value.word != "normal"]
        return sound if sound and test in {"pain", "history"} else own
    if test == "sign" and any(_is_sign(one, known) for one in own):
        # "leg pain reproduced by straight leg raising" is what the sign is
        own = [one for one in own if one.test != "pain"]
    if test != "sign":
        own = [one for one in own if not _is_told(one, _LOOKED, known)]
    if test == "gait":
        own = [one for one in own if one.kind != "movement" or _is_weak(one, known)]
        # how somebody holds himself in walking is no loss: "shoulders thrown back"
        own = [one for one in own if (one.kind, one.test) != ("elsewhere", "gait")] or own
    if test == "gait" and any(one.targets[0] not in known.aside for one in own):
        return own
    return [one for one in own if not _only_when(one, known)]


def _is_weak(one: Understood, known: Vocabulary) -> bool:
    """Whether a movement that is told of walking is called weak, and not only how it is done: "little hip flexion"."""
    return one.value.word == "weak" or bool(
        _first(known.prepare(one.words), ("motor word",), known)
    )


def without_films(
    entries: list[Understood], finding: Finding, known: Vocabulary
) -> list[Understood]:
    """Leave out what only a scan shows where plain films are told of: "lumbar and hip radiographs"."""
    value = finding.value if isinstance(finding.value, str) else ""
    said = {token.norm for token in known.prepare(clean(f"{finding.of}, {value}"))}
    if said.isdisjoint(known.films) or not said.isdisjoint(known.scans):
        return entries
    return [one for one in entries if known.scanned_only.isdisjoint(one.targets)]


def _is_sign(one: Understood, known: Vocabulary) -> bool:
    return one.kind == "sign" or known.names.tests.get(one.targets[0], "") == "sign"


def _is_told(one: Understood, homes: frozenset[str], known: Vocabulary) -> bool:
    return one.kind == "association" and known.names.tests.get(one.targets[0], "") in homes


def _only_when(one: Understood, known: Vocabulary) -> bool:
    told = _is_told(one, frozenset({"history"}), known)
    return told and one.targets[0] in known.aside
