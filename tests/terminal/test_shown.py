"""Answers, plans and drawings as a terminal and a file get them."""

import json
import re
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest
from asked import SITE, an_answer, run

from lumbosacral.errors import CaseError
from lumbosacral.inference import answer as a
from lumbosacral.terminal.plain import print_documents, write_whole


def test_an_answer_on_the_terminal(answers: dict[str, Any]) -> None:
    done = run("localize", "left TA 2", "--setting", "emg-lab", "--bank", "small", "--strict")
    assert answers["asked"] == [
        ("left TA 2", {"strict": True}),
        (None, {"setting": "emg-lab", "bank": "small", "prior": {}}),
    ]
    assert done.stderr.count("\n") == 1
    assert "building the bank" in done.stderr
    for words in (
        f"Very probably: {SITE}, left (87%).", "L5 root, intraspinal (loss) +", "81 to 92%", "Why",
        "+2.3", "0.42", "Next tests", f"Not understood: {SITE}", f"Warning: {SITE}",
        "not a medical device", "812 effective", "4 weaker findings: --verbose",
    ):  # fmt: skip
        assert words in done.stdout
    assert SITE in run("localize", "x", "--verbose").stdout.partition("How it was read")[2]
    assert "\x1b" not in done.stdout


def test_the_words_around_the_tables_are_few(answers: dict[str, Any]) -> None:
    said = [
        line
        for line in run("localize", "x").stdout.splitlines()
        if re.match(r"(Very|Not|A |Setting)", line)
    ]
    assert len(" ".join(said).split()) <= 90


def test_an_answer_as_json_is_the_answer(answers: dict[str, Any]) -> None:
    one = run("localize", "x", "--json")
    assert a.Answer.model_validate_json(one.stdout) == answers["answer"]
    assert list(json.loads(one.stdout)) == list(a.Answer.model_fields)
    answers["answer"] = [an_answer(), an_answer()]
    assert len(json.loads(run("localize", "x", "--json").stdout)) == 2


def test_several_answers_are_printed_as_they_come_and_are_one_list(
    capsys: pytest.CaptureFixture[str],
) -> None:
    def found() -> Iterator[dict[str, int]]:
        yield {"one": 1}
        assert capsys.readouterr().out == '[\n  {\n    "one": 1\n  }'
        yield {"two": 2}

    print_documents(found())
    assert capsys.readouterr().out == ',\n  {\n    "two": 2\n  }\n]\n'
    print_documents([{"one": 1}, {"two": 2}])
    whole = capsys.readouterr().out
    assert whole == json.dumps([{"one": 1}, {"two": 2}], indent=2) + "\n"
    print_documents([])
    assert json.loads(capsys.readouterr().out) == []


def test_a_plan(answers: dict[str, Any]) -> None:
    assert "0.42" in run("plan", "left TA 2").stdout
    assert json.loads(run("plan", "left TA 2", "--json").stdout)[0]["information_bits"] == 0.42
    answers["answer"] = an_answer(next_tests=())
    assert "No test is worth doing next." in run("plan", "left TA 2").stdout


@pytest.mark.parametrize(
    ("raised", "code"),
    [
        (CaseError("empty", where="x.yaml", mend="write findings"), 2),
        (KeyboardInterrupt(), 130),
        (click.Abort(), 130),
    ],
)
def test_how_it_ends(answers: dict[str, Any], raised: BaseException, code: int) -> None:
    answers["answer"] = raised
    done = run("localize", "x")
    assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (code, "", 1)


def test_a_plan_is_for_one_case(tmp_path: Path) -> None:
    two = tmp_path / "two.jsonl"
    two.write_text('{"findings": []}\n{"findings": []}\n', "utf-8")
    done = run("plan", str(two))
    assert (done.exit_code, done.stdout) == (2, "")
    assert "one case, not 2" in done.stderr


def test_several_answers_are_not_drawn(answers: dict[str, Any], tmp_path: Path) -> None:
    answers["answer"] = [an_answer(), an_answer()]
    done = run("localize", "x", "--svg", str(tmp_path / "x.svg"))
    assert done.exit_code == 2
    assert list(tmp_path.iterdir()) == []


def test_drawings(answers: dict[str, Any], tmp_path: Path) -> None:
    for args in (("localize", "x"), ("lesion", SITE)):
        target = tmp_path / "out.svg"
        done = run(*args, "--svg", str(target))
        assert done.exit_code == 0, done.output
        assert target.read_text("utf-8").lstrip().startswith("<")
        assert [path.name for path in tmp_path.iterdir()] == ["out.svg"]
        target.unlink()


def test_a_file_is_written_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "x.svg"
    write_whole(target, "old")
    target.chmod(0o640)
    with pytest.raises(UnicodeEncodeError):
        write_whole(target, "new \ud800")
    assert target.read_text() == "old"
    write_whole(target, "new")
    assert (target.read_text(), stat.S_IMODE(target.stat().st_mode)) == ("new", 0o640)
    link = tmp_path / "link.svg"
    link.symlink_to(target)
    write_whole(link, "through")
    assert link.is_symlink()
    assert target.read_text() == "through"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.svg", "x.svg"]
