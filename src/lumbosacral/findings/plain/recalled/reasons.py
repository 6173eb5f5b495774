"""Why an operation was done, and what an illness came before: told of the event, and no finding of their own."""

import re

from lumbosacral.findings.language.vocabulary import Vocabulary

__all__ = ["ahead_of_onset", "only_when", "reason_of"]

_WHY = re.compile(
    r"\s+(?:for|due to|because of|owing to|on account of|to treat|to relieve)\s+(?P<why>[^,;.]+)",
    re.I,
)
_HURTS = frozenset({"pain only", "sciatica", "cramp"})
"""Concepts of what hurts: `concepts.txt`."""
_LOST = ("gait", "motor word", "symptom")
"""Kinds of words for what is lost."""
_WHEN = r"(?:prior to|before|preceding|ahead of|after|following)"
_COMPLAINT = r"(?:weakness|paralysis|paresis|numbness|tingling|symptoms?|deficits?|paresthesias?|pains?|foot drop)"
_AHEAD = re.compile(
    r"(?P<event>\b(?:illness|infection|flu|influenza|cold|gastroenteritis|diarrh\w+|vaccin\w+|fever|throat|URI|URTI|rash\w*|eruptions?|vesic\w+|blisters?|zoster|shingles)\b.*?)"
    rf",? (?P<when>{_WHEN}) (?:the )?(?:onset of )?(?:the |his |her )?{_COMPLAINT}"
    r"(?: (?:of|in) (?:the |his |her )?[\w ]+?)?(?: (?:began|started|onset|developed))?$",
    re.I,
)
_ONLY_WHEN = re.compile(
    r"^(?:(?:about|some|only|just|approximately|appeared|developed|came) )*(?:(?:\d+|an?|one|two|three|four|five|six|"
    r"seven|eight|nine|ten|several|a few)(?:-\d+)? (?:hours?|days?|weeks?|months?) )?"
    rf"{_WHEN} (?:the )?(?:onset of )?(?:the |his |her |this )?(?:\w+ )?{_COMPLAINT}$",
    re.I,
)


def ahead_of_onset(text: str) -> str:
    """Leave out the weakness that an illness came before or after: "flu two weeks before the weakness of the legs"."""
    return _AHEAD.sub(_beside_onset, text)


def _beside_onset(found: re.Match[str]) -> str:
    later = found["when"].lower() in {"after", "following"}
    return found["event"] if later else f"{found['event']} before onset"


def only_when(said: str) -> str:
    """Take an answer that only says what came first for a yes: "rash: 8 days after the weakness"."""
    return _ONLY_WHEN.sub("present", said.strip())


def reason_of(text: str, known: Vocabulary) -> str:
    """Return the words for the complaint that an operation was done for: "lumbar fusion for leg pain"; or nothing.

    An illness or an injury is none, for it was there then and is told of the same history: "hip replacement for a
    fracture".
    """
    found = _WHY.search(text)
    if found is None or known.done.isdisjoint(_told(text[: found.start()], known)):
        return ""
    return found[0] if _complains(found["why"], known) else ""


def _complains(why: str, known: Vocabulary) -> bool:
    """Whether the words name a pain or a loss, and nothing that is told of a history or seen in an image."""
    row = known.prepare(why)
    felt = any(known.match(row, i, _LOST) is not None for i in range(len(row)))
    hurts = not _HURTS.isdisjoint(known.rules.concepts(row))
    tests = {known.names.tests.get(name, "") for name in _told(why, known)}
    return (felt or hurts) and tests.isdisjoint({"history", "imaging"})


def _told(text: str, known: Vocabulary) -> set[str]:
    """Findings of a history that the words name."""
    row = known.prepare(text)
    own = (known.match(row, i, ("association",)) for i in range(len(row)))
    hits = known.rules.hits(row, "history")
    return {match.name for match in own if match} | {name for hit in hits for name in hit.names}
