"""`lumbosacral plan --ask`: the best next test, its answer, the next one, until no test is worth doing."""

import sys
from collections.abc import Callable
from typing import Any, BinaryIO

from lumbosacral.api import with_result
from lumbosacral.errors import InputError
from lumbosacral.findings import Case
from lumbosacral.inference.answer import Answer, NextTest
from lumbosacral.report import report_of
from lumbosacral.report.words import percent, sided
from lumbosacral.terminal.page import Page
from lumbosacral.terminal.plain import plain, say

__all__ = ["Dialogue", "asked_document", "hold", "run_questions", "show_asked"]

SCHEMA_VERSION = "1"
LINE_BYTES = 2000
HELP = "answer normal, abnormal or a value; ? skips, q stops"
Locate = Callable[[Case, frozenset[tuple[str, str, str]]], Answer]


class Dialogue:
    """A case with what was asked and answered so far.

    Attributes
    ----------
    case : Case
        With every answer as a finding.
    log : list of dict
        Test, name, side and answer of each question, in order.
    skip : set of (test, name, side)
        Tests that are not asked again.
    """

    def __init__(self, case: Case, locate: Locate) -> None:
        self.case, self.locate = case, locate
        self.log: list[dict[str, str]] = []
        self.skip: frozenset[tuple[str, str, str]] = frozenset()
        self.answer = locate(case, self.skip)
        self.stopped = ""

    def hear(self, test: NextTest, words: str) -> None:
        """Take the answer to a question, or leave it out (`?`).

        Raises
        ------
        InputError
            If the answer is not understood.
        """
        case = self.case if words == "?" else with_result(self.case, test, words)
        skip = self.skip | {(test.test, test.of, test.side)}
        self.answer = self.locate(case, skip)
        self.case, self.skip = case, skip
        self.log.append(
            {"test": test.test, "of": test.of, "side": test.side, "answer": plain(words)}
        )


def run_questions(dialogue: Dialogue, tell: Callable[[str], None], lines: BinaryIO) -> None:
    """Ask until no test is worth doing, the user stops, or the answers end."""
    while not dialogue.stopped:
        if not dialogue.answer.next_tests:
            dialogue.stopped = dialogue.answer.stop
            return
        test = dialogue.answer.next_tests[0]
        tell(_question(len(dialogue.log) + 1, dialogue.answer, test))
        dialogue.stopped = _heard(dialogue, test, lines)


def _heard(dialogue: Dialogue, test: NextTest, lines: BinaryIO) -> str:
    """Read lines until one is an answer; what ended the dialogue, if anything did."""
    while (line := _line(lines)) is not None:
        words = plain(line)
        if words.lower() in {"q", "quit"}:
            return "stopped by the user"
        if not words:
            say(f"nothing was answered; {HELP}")
            continue
        try:
            dialogue.hear(test, words)
        except InputError as error:
            say(f"{error}; {HELP}")
            continue
        return ""
    return "the answers ended"


def _line(lines: BinaryIO) -> str | None:
    """Return the next line, None at the end; the rest of one that is too long is passed over."""
    found = lines.readline(LINE_BYTES)
    rest = found
    while rest and not rest.endswith(b"\n"):
        rest = lines.readline(LINE_BYTES)
    return found.decode("utf-8", "replace") if found else None


def _question(number: int, answer: Answer, test: NextTest) -> str:
    first = answer.by_structure[0]
    then = "; ".join(f"{o.value}: {o.first} {percent(o.first_probability)}" for o in test.outcomes)
    return (
        f"{number}. {test.test}: {sided(test.of, test.side)}?"
        f"  [now {first.structure} {percent(first.probability)}; {then}]"
    )


def asked_document(dialogue: Dialogue) -> dict[str, Any]:
    """Return a dialogue as `--json` prints it."""
    return {
        "asked": dialogue.log,
        "stopped": dialogue.stopped,
        "answer": dialogue.answer,
        "schema_version": SCHEMA_VERSION,
    }


def show_asked(dialogue: Dialogue) -> None:
    """Print how a dialogue ended."""
    page = Page()
    page.say(f"Stopped: {dialogue.stopped}.")
    page.say(report_of(dialogue.answer))
    page.footer()


def hold(case: Case, locate: Locate, *, as_json: bool) -> Dialogue:
    """Hold a dialogue over standard input; questions go to standard error where JSON is wanted."""
    dialogue = Dialogue(case, locate)
    page = Page()
    tell: Callable[[str], None] = say if as_json else page.say
    tell(HELP)
    run_questions(dialogue, tell, sys.stdin.buffer)
    return dialogue
