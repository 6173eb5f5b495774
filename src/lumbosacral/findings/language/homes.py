"""Which test a name belongs to, where it was said in another one."""

from lumbosacral.findings.language.phrase import Part
from lumbosacral.findings.language.vocabulary import Vocabulary

__all__ = ["PAIN_WORDS", "home_of"]

_HOME = {
    "muscle": "strength",
    "movement": "strength",
    "group": "strength",
    "area": "sensation",
    "region": "sensation",
    "reflex": "reflex",
    "reflex group": "reflex",
    "sign": "sign",
    "muscle sign": "sign",
    "reflex sign": "sign",
    "sign group": "sign",
    "task": "task",
    "gait": "gait",
    "autonomic": "autonomic",
    "conduction": "ncs",
    "conduction group": "ncs",
}
_FITS = {
    "emg": {"muscle", "group", "movement", "structure"},
    "pain": {"area", "region", "structure"},
    "strength": {"structure"},
    "sensation": {"structure"},
}
PAIN_WORDS = frozenset({"pain", "painful", "ache", "aching", "hurt", "neuralgia"})


def home_of(kind: str, name: str, test: str, part: Part, known: Vocabulary) -> str:
    """Kind of test that a name is read as; a place with a symptom is pain or sensation."""
    if name in known.names.tests:
        return known.names.tests[name]
    if kind in _FITS.get(test, ()) or kind == "structure":
        return test
    if kind in {"area", "region"} and test in {"sign", "history", "autonomic"}:
        said = {t.norm for t in part.row}
        return "pain" if said & PAIN_WORDS else "sensation"
    return _HOME.get(kind, test)
