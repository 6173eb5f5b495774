"""Letters: greetings, thanks, names of people and dates, which are left out."""

import re
from functools import cache
from importlib.resources import files

__all__ = ["of_letters", "without_letter", "without_thanks", "without_writer"]

_TITLE = r"(?:Mrs|Mr|Ms|Miss|Mister|Master)"
_DOCTOR = r"(?:Drs?|Doctor|Prof(?:essor)?|Sister|Nurse|Consultant)"
_NO_NAME = (
    r"(?!(?:Left|Right|Both|Bilateral|The|He|She|His|Her|On|In|This|Examination|Diagnosis)\b)"
)
_PROPER = rf"{_NO_NAME}(?:[A-Z]\.|[A-Z](?:['\u2019][A-Z])?[a-z][\w'\u2019-]*|[A-Z]{{2,}}(?=[\s,.]))"
_NAME = rf"{_PROPER}(?:[ -]{_PROPER}){{0,2}}"
_GREETING = re.compile(
    rf"(?:^|(?<=[.\n]))\s*(?:Dear|Hi|Hello|Attn:?|FAO:?)\s"
    rf"(?:(?:{_TITLE}|{_DOCTOR}|Sir|Madam|Colleague|All|Team|or|and)\b[.\s/]*)*(?:{_NAME})?\s*(?:[,:\n]|(?=Re:|RE:))"
    r"|\b(?:To whom it may concern|Yours (?:sincerely|faithfully)"
    r"|(?:Kind|Best|With) (?:kind )?regards|Many thanks|Thanks)\s*(?:[,.:]|$)"
)
_SUBJECT = re.compile(
    rf"(?:^|(?<=[.,\n]))\s*(?:RE|Re|Regarding|Patient(?: name)?|Name|Consultant|Seen by|Dictated by)\s*:\s*"
    rf"(?P<title>(?:{_TITLE}|{_DOCTOR})\b\.?\s*)?{_NAME}"
)
_BORN = re.compile(
    r"[,;(]?\s*\b(?:D\.?O\.?B\.?|[Dd]ate of birth|[Bb]orn(?: on)?"
    r"|NHS(?: [Nn]o\.?| [Nn]umber)?|MRN|[Hh]osp(?:ital)? [Nn]o\.?)"
    r"\s*:?\s*\d[\d/.\s-]*\d\)?[,;.]?"
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*"
_DATE = rf"(?:\d{{1,2}}[/.-]\d{{1,2}}[/.-](?:\d{{2}}){{1,2}}|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH},? (?:19|20)\d\d)"
_DATED = re.compile(
    rf"(?:\b(?:(?:[Cc]linic |[Vv]isit )?[Dd]ate(?: of (?:clinic|visit|admission|discharge|review|consultation))?"
    rf"|[Ss]een|[Tt]yped|[Dd]ictated|[Aa]dmitted|[Dd]ischarged|[Rr]eviewed|[Cc]linic)(?: on)?\s*:?\s*){_DATE}\s*[,;.]?"
)
_NAMED = re.compile(rf"\b(?P<title>{_TITLE})\b\.?\s+{_NAME}(?:['\u2019]s)?")
_COLLEAGUE = re.compile(
    rf"\b{_DOCTOR}\b\.?\s+{_NAME}(?:['\u2019]s)?|\b{_TITLE}\b\.?\s+{_NAME}['\u2019]s (?=clinic|list|team|care)"
)
_UNDER = re.compile(
    r"(?:\b(?:under|by|with|surgeon|to|from|care of|colleague|consultant),? (?:my colleague,? )?|[Cc]onsultant: ?)$"
)
_SEXED = {"mr": "M", "mister": "M", "master": "M", "mrs": "F", "ms": "F", "miss": "F"}
_YO = re.compile(r"\by\. ?o\.(?=\s)|\byrs?\.(?= old)", re.I)
_CLINIC = re.compile(
    r"\b(?:foot and ankle|hip and knee|back pain|pain|foot|hip|knee|spine|EMG|nerve conduction|falls|fracture)"
    r" (?:clinics?|unit|team)\b",
    re.I,
)
_VISIT = re.compile(
    r"\b(?:saw|see|seen|seeing|reviewed?|clinic|examin\w*|attend\w*|met|came|consult\w*|visit\w*|assess\w*"
    r"|follow-up|here|appointment)\b"
    r"[^.;\n]*?(?P<when>,?\s*\btoday\b(?:'s)?)",
    re.I,
)
_WRITER = re.compile(
    r"\bI (?:would|will|saw|met|reviewed|examined|assessed|have|had the pleasure|was pleased|could|think|believe"
    r"|suspect|wonder|suggest|enclose|understand|am (?:grateful|writing|referring))\b"
    r"|\b(?:asking|asked|tells|told|informs|informed|allowing|sending|to|with) me\b"
    r"|\bmy (?:clinic|opinion|colleague)\b",
    re.I,
)
"""Where the writer of a letter speaks of himself, who is not the patient."""
_KNOWN = re.compile(r"\b(?:I|We) have (?:now )?known [^.;\n]*[.;\n]")
"""How long the writer knows the patient is no time of an illness."""


def without_letter(text: str) -> tuple[str, str]:
    """Return the sex that the title of the patient tells, and the text without greeting, names, dates and thanks."""
    text = _YO.sub("yo", _SUBJECT.sub(_subject, _GREETING.sub(" ", text)))
    text = _CLINIC.sub("clinic", _DATED.sub(" ", _BORN.sub(". ", _KNOWN.sub(" ", text))))
    sex, text = _without_names(text)
    text = _VISIT.sub(lambda found: found[0][: found.start("when") - found.start()], text)
    return sex, text


def _subject(found: re.Match[str]) -> str:
    """Leave the title of who the letter is about, which says the sex."""
    title = (found["title"] or "").strip(" .").lower()
    about = not found[0].strip().lower().startswith(("consultant", "seen", "dictated"))
    return f" {found['title'].strip()} Name. " if about and title in _SEXED else ". "


def _without_names(text: str) -> tuple[str, str]:
    """Sex by the title of the patient, and the text without names of people."""
    text = _COLLEAGUE.sub("doctor", text)
    told = ""
    for found in [*_NAMED.finditer(text)][::-1]:
        before = text[: found.start()]
        mine = _UNDER.search(before) is None
        told = _SEXED[found["title"].lower()] if mine else told
        text = f"{before}{'patient' if mine else 'doctor'}{text[found.end() :]}"
    return told, text


def without_writer(text: str) -> str:
    """Leave out greeting and names, and where the writer of a letter speaks of himself."""
    return _WRITER.sub("", without_letter(text)[1])


def without_thanks(text: str) -> str:
    """Leave out sentences that are made of the words of letters alone."""
    parts = re.split(r"(?<=[.\n])(\s+)", text)
    return "".join(part for part in parts if not (part.strip() and of_letters(part))).strip()


def of_letters(said: str) -> bool:
    """Whether words are such as letters are made of, and tell nothing of the patient."""
    words = re.findall(r"[A-Za-z][A-Za-z'\u2019-]*|\d+", said.lower())
    return _words().issuperset(words) and bool(words)


@cache
def _words() -> frozenset[str]:
    """Words of letters: `letters.txt`."""
    home = files("lumbosacral.findings.language").joinpath("letters.txt")
    lines = home.read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
