"""The parts of a finding: what is named, which side, which words of value; and what is looked for."""

from dataclasses import dataclass, field

from lumbosacral.findings.language.words import Token
from lumbosacral.findings.reading import Value

__all__ = ["PLACES", "TARGETS", "WIDE", "Part", "kinds_for", "targets_for"]

_OF_MUSCLES = ("ambiguous", "muscle", "movement", "group")
_BY_TEST = {
    "strength": (*_OF_MUSCLES, "task", "gait", "structure", "elsewhere"),
    "emg": ("ambiguous", "muscle", "group", "movement", "structure", "elsewhere"),
    "sensation": ("ambiguous", "area", "region", "sensory sign", "structure", "gait", "elsewhere"),
    "reflex": ("reflex", "reflex group", "sign", "reflex sign", "elsewhere"),
    "sign": (
        "ambiguous",
        "association",
        "movement",
        "sign",
        "muscle sign",
        "reflex",
        "gait",
        "task",
        "autonomic",
        "place",
        "muscle",
        "group",
        "area",
        "region",
        "elsewhere",
    ),
    "gait": ("gait", "task", "association", "movement", "elsewhere"),
    "task": ("task", "gait", "movement", "association", "elsewhere"),
    "ncs": ("conduction", "conduction group", "place", "elsewhere"),
    "pain": ("ambiguous", "association", "area", "region", "structure", "elsewhere"),
    "autonomic": ("autonomic", "association", "sign", "movement", "reflex", "area", "elsewhere"),
    "history": (
        "ambiguous",
        "association",
        "autonomic",
        "gait",
        "task",
        "reflex",
        "movement",
        "sign",
        "muscle sign",
        "area",
        "region",
        "elsewhere",
    ),
    "imaging": ("association", "scanned", "elsewhere"),
    "laboratory": ("analyte", "association", "elsewhere"),
}
_COMMON = ("except", "other", "summary", "not", "side", "degree")
_LAST = ("modality", "quantity", "supply", "remark")
TARGETS = frozenset(kind for kinds in _BY_TEST.values() for kind in kinds) - {
    "elsewhere",
    "place",
    "scanned",
}
"""Kinds of names that carry a value."""
WIDE = frozenset({"group", "region", "elsewhere"})
"""Kinds that a word beside them may narrow."""
PLACES = frozenset({"area", "region"})
"""Kinds of names that a symptom can be felt in."""
_EXTRA = {
    "history": ("outcome",),
    "sensation": ("outcome", "felt remark"),
    "pain": ("pain filler",),
    "imaging": ("imaging filler", "seen"),
    "laboratory": ("unit", "laboratory filler"),
}


def targets_for(test: str) -> tuple[str, ...]:
    """Kinds of names looked for in a test, in order of preference."""
    return _BY_TEST[test]


def kinds_for(test: str, table: str) -> tuple[str, ...]:
    """Kinds of names and words looked for in a test with its table of value words."""
    felt = ("symptom",) if test in {"history", "sign"} else ()
    extra = _EXTRA.get(test, ())
    return (*_BY_TEST[test], *_COMMON, *felt, f"value {table}", *_LAST, *extra)


@dataclass(slots=True)
class Part:
    """One member of a list of things.

    Attributes
    ----------
    row : list of Token
        All its words, of which `said` are words of value, `symptoms` words of a symptom that need
        a place, `levels` names of a spinal level beside a history, `unread` not known.
    full : list of Token
        The words with those borrowed from a neighbour.
    targets : list of (kind, name)
    elsewhere, places, scanned : list of str
        Other parts of the body; places of a sign; what was imaged.
    turn : str
        "except" or "spared" where it takes away from what was named before.
    before : str
        The separator in front of it.
    to_or, lent : bool
        The list goes on and ends with "or"; its side is that of a neighbour and goes on to no other.
    inner : list of (kind, name)
        What a remark in brackets names: "quadriceps (vastus lateralis)".
    plural : bool
        Legs, feet: both of them, where no side is said.
    reach : int
        Number of words that name something.
    narrows : bool
        It says more exactly what the part before names: "thigh, anterolateral".
    fixed : Value or None
        A value that is already settled.
    lost : frozenset of str
        Findings that a rule says are not there, whatever else is named beside them.
    whole : bool
        The examination as such is named, of which only a normal result says something.
    listed : bool
        Other things are named beside it.
    wide : frozenset of Token
        Words that a rule took together with those of other members.
    sound : bool
        Its words name the sound state: what is absent is the trouble.
    held : list of (target, tokens)
        The words that each name was read from.
    within : frozenset of str
        Members that a group beside it leaves of what it names: "the sciatic muscles of the calf".
    """

    row: list[Token] = field(default_factory=list)
    full: list[Token] = field(default_factory=list)
    targets: list[tuple[str, str]] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    scanned: list[str] = field(default_factory=list)
    said: list[Token] = field(default_factory=list)
    symptoms: list[Token] = field(default_factory=list)
    levels: list[Token] = field(default_factory=list)
    side: str = ""
    modality: str = ""
    summary: str = ""
    other: bool = False
    turn: str = ""
    before: str = ""
    to_or: bool = False
    lent: bool = False
    inner: list[tuple[str, str]] = field(default_factory=list)
    plural: bool = False
    reach: int = 0
    unread: list[Token] = field(default_factory=list)
    narrows: bool = False
    fixed: Value | None = None
    lost: frozenset[str] = frozenset()
    whole: bool = False
    listed: bool = False
    sound: bool = False
    wide: frozenset[Token] = frozenset()
    held: list[tuple[tuple[str, str], frozenset[Token]]] = field(default_factory=list)
    within: frozenset[str] = frozenset()

    @property
    def named(self) -> bool:
        """Something that can carry a value is named."""
        return bool(
            self.targets
            or self.elsewhere
            or self.other
            or (self.summary == "all" and not self.unread)
        )
