"""One question after the other: what is typed is taken, skipped, refused, or ends it."""

import json
from typing import Any

import pytest
from click.testing import CliRunner, Result

from lumbosacral import api
from lumbosacral.cli import cli
from lumbosacral.errors import CaseError
from lumbosacral.inference.answer import Answer, Cost, NextTest
from lumbosacral.inference.candidates import tables_of
from lumbosacral.inference.terms import Judge
from lumbosacral.population.blocks import the_catalogue
from lumbosacral.wiring.listening import the_listening

CASE = "left EHL 4, foot inversion 4, hip abduction 4"


def run(typed: str | bytes, *more: str, case: str = CASE) -> Result:
    args = ("plan", case, "--ask", "--bank", "small", *more)
    return CliRunner().invoke(cli, args, input=typed, prog_name="lumbosacral")


def asked(typed: str | bytes) -> dict[str, Any]:
    done = run(typed, "--json")
    assert done.exit_code == 0, done.output
    document: dict[str, Any] = json.loads(done.stdout)
    return document


def a_test(test: str, of: str, side: str = "left") -> NextTest:
    cost = Cost(minutes=1, needles=0, pain=0)
    return NextTest(test=test, of=of, side=side, information_bits=1, cost=cost, outcomes=())


def test_every_test_of_the_atlas_takes_its_answers() -> None:
    listening = the_listening()
    judge = Judge(listening.universe.atlas, the_catalogue(listening), None)
    (case,) = api.cases_of(CASE)
    for one in tables_of(judge).listed:
        for side in ("left", "right", "unknown"):
            for words in ("normal", "abnormal"):
                longer = api.with_result(case, a_test(one.test, one.of, side), words)
                assert len(longer.findings) == len(case.findings) + 1


@pytest.mark.parametrize(
    ("test", "of", "words"),
    [
        ("strength", "knee extension", "3+"),
        ("reflex", "patellar reflex", "absent"),
        ("ncs", "sural SNAP", "4 uV"),
        ("task", "heel standing", "fail"),
    ],
)
def test_values_are_taken(test: str, of: str, words: str) -> None:
    (case,) = api.cases_of(CASE)
    reading = api.read(api.with_result(case, a_test(test, of), words))
    assert reading.understood[-1].targets == (of,)
    assert str(reading.understood[-1].value)


@pytest.mark.parametrize(
    "words", ["banana", "not examined", "9", "right 2, left 5", "\u202e", "x" * 1900]
)
def test_what_is_no_answer_is_refused(words: str) -> None:
    (case,) = api.cases_of(CASE)
    with pytest.raises(CaseError):
        api.with_result(case, a_test("strength", "knee extension"), words)


def test_answers_become_findings_and_nothing_is_asked_twice() -> None:
    document = asked("abnormal\n?\nabnormal\nq\n")
    log = document["asked"]
    assert [one["answer"] for one in log] == ["abnormal", "?", "abnormal"]
    assert len({(one["test"], one["of"], one["side"]) for one in log}) == 3
    assert document["stopped"] == "stopped by the user"
    answer = Answer.model_validate(document["answer"])
    told = [row.finding for row in answer.explanation]
    assert any(log[0]["of"] in finding for finding in told)
    assert not any(log[1]["of"] in finding for finding in told)


def test_the_answer_is_that_of_the_case_with_these_findings() -> None:
    document = asked("abnormal\nq\n")
    one = document["asked"][0]
    (case,) = api.cases_of(CASE)
    longer = api.with_result(case, a_test(one["test"], one["of"], one["side"]), "abnormal")
    answer = api.localize(longer, bank="small")
    assert isinstance(answer, Answer)
    assert Answer.model_validate(document["answer"]).ranking == answer.ranking


def test_the_end_of_the_input_ends_it() -> None:
    for typed in ("", "normal", "\n\n", b"\xff\xfe\x00", "banana\n" * 30):
        document = asked(typed)
        assert document["stopped"] in {"the answers ended", "stopped by the user"}
    assert len(asked("normal")["asked"]) == 1


def test_it_stops_by_itself() -> None:
    document = asked("normal\n" * 200)
    assert document["stopped"].startswith("enough")
    assert 0 < len(document["asked"]) < 60


def test_bad_input_is_one_line_and_is_asked_again() -> None:
    done = run("banana\n\nx" + "y" * 5000 + "\nnormal\nq\n", "--json")
    lines = done.stderr.splitlines()
    refused = [line for line in lines if "not understood" in line or "nothing was" in line]
    assert len(refused) == 3
    assert all(line.startswith("lumbosacral: ") and len(line) < 700 for line in lines)
    assert [one["answer"] for one in json.loads(done.stdout)["asked"]] == ["normal"]


def test_a_dialogue_to_be_read() -> None:
    done = run("normal\nq\n")
    assert done.exit_code == 0, done.output
    for said in ("1. ", "2. ", "Stopped: stopped by the user.", "not a medical device"):
        assert said in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 100


def test_what_cannot_be_asked() -> None:
    assert run("normal\n", "--budget", "6-needles").exit_code == 2
    done = run(CASE, case="-")
    assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (2, "", 1)
