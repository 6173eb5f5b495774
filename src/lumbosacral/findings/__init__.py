"""What people wrote, and what they meant by it: cases, vocabulary, reading."""

from lumbosacral.findings.cases.case import Case, Finding, Patient
from lumbosacral.findings.cases.checked import case_from
from lumbosacral.findings.doors import is_file, read_cases
from lumbosacral.findings.language.groups import Members
from lumbosacral.findings.language.vocabulary import Names, names
from lumbosacral.findings.line.text import case_from_text
from lumbosacral.findings.reading import NotUnderstood, Reading, Understood, Value
from lumbosacral.findings.understand import understand

__all__ = [
    "Case",
    "Finding",
    "Members",
    "Names",
    "NotUnderstood",
    "Patient",
    "Reading",
    "Understood",
    "Value",
    "case_from",
    "case_from_text",
    "is_file",
    "names",
    "read_cases",
    "understand",
]
