"""The command line: what goes where, how it ends, and that hostile text comes out as plain text."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from asked import HOSTILE, HOSTILE_SHOWN, OBEYED, SITE, an_answer, in_process, run

from lumbosacral.cli import cli
from lumbosacral.terminal.plain import plain


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys; import lumbosacral.cli; heavy = {'numpy', 'pydantic', 'yaml', 'rich'}; "
        "print(sorted({m.partition('.')[0] for m in sys.modules} & heavy))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("name", [None, *cli.commands])
def test_every_command_has_help_and_json(name: str | None) -> None:
    args = ("--help",) if name is None else (name, "--help")
    done = run(*args)
    assert done.exit_code == 0
    assert max(map(len, done.output.splitlines())) <= 100
    assert name is None or "--json" in done.output


def test_the_commands_are_those_of_the_contract() -> None:
    assert list(cli.commands) == [
        "localize", "plan", "lesion", "compare", "atlas", "claims", "check", "schema",
        "serve",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "args",
    [
        ("lesion", SITE, "--severity", "0.8", "--days", "21"),
        ("lesion", "cauda equina"),
        ("lesion", "no lesion"),
        ("lesion", "diabetic polyneuropathy"),
        ("lesion", SITE, "--kind", "block", "--variant", "accessory peroneal nerve"),
        ("compare", "L5 root", SITE),
        ("compare", "cauda equina", "S1 root"),
        ("compare", SITE, SITE),
        ("atlas",),
        ("atlas", "--sites"),
        ("atlas", "tibialis anterior"),
        ("atlas", "sciatic nerve"),
        ("atlas", "total hip arthroplasty"),
        ("claims",),
        ("check", "left TA 2, EHL 2, TP 5, dorsum of foot numb, ankle jerk normal, wibble wobble"),
    ],
)
def test_tables_fit_and_json_parses(args: tuple[str, ...]) -> None:
    done = run(*args)
    assert done.exit_code == 0, done.output
    assert done.stdout.strip()
    assert max(map(len, done.stdout.splitlines())) <= 100
    assert OBEYED.search(done.stdout) is None
    document = run(*args, "--json")
    assert document.exit_code == 0
    json.loads(document.stdout)
    assert document.stdout == run(*args, "--json").stdout
    assert document.stderr == done.stderr


def test_a_lesion_is_the_document_of_its_schema() -> None:
    from lumbosacral.schemas import LesionDocument

    for where in (SITE, "L5 root + common fibular nerve", "lumbar stenosis"):
        document = json.loads(run("lesion", where, "--json").stdout)
        LesionDocument.model_validate(document)
    assert set(document) == set(LesionDocument.model_fields)


def test_a_usual_site_is_said_on_standard_error() -> None:
    done = run("lesion", "common fibular nerve")
    assert done.stderr == f"lumbosacral: common fibular nerve: taken at its usual site, {SITE}\n"
    assert "usual" not in done.stdout
    assert "not a medical device" in done.stdout
    assert "typical adult" in done.stdout
    assert run("lesion", SITE).stderr == ""


def test_the_short_form_of_a_lesion_names_what_is_weak() -> None:
    shown = " ".join(run("lesion", SITE, "--severity", "1").stdout.split())
    for word in (
        "ankle dorsiflexion",
        "tibialis anterior",
        "superficial fibular SNAP (",
        "heel standing",
    ):
        assert word.removesuffix(" (") in shown
    assert "Every test is normal" in run("lesion", "no lesion").stdout


def test_what_separates_two_sites() -> None:
    document = json.loads(run("compare", "L5 root", SITE, "--json").stdout)
    rows = document["differences"]
    assert [row["apart"] for row in rows] == sorted((row["apart"] for row in rows), reverse=True)
    assert all(row["first"] != row["second"] and 0 < row["apart"] <= 1 for row in rows)
    assert {"superficial fibular SNAP", "tibialis posterior"} <= {row["of"] for row in rows[:10]}
    assert "No test of this atlas separates the two." in run("compare", SITE, SITE).stdout


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("lesion", "foo nerve"), "unknown place of a lesion 'foo nerve'; did you mean"),
        (("lesion", SITE, "--severity", "2"), "severity"),
        (("lesion", SITE, "--severity", "nan"), "severity"),
        (("lesion", SITE, "--days", "-1"), "days"),
        (("lesion", SITE, "--kind", "rot"), "one of loss"),
        (("lesion", SITE, "--side", "up"), "one of left, right, both"),
        (("lesion", SITE, "--variant", "two heads"), "unknown variant"),
        (("lesion", SITE, "--variant", "fixation shift"), "has types"),
        (("lesion", SITE, "--severity", "much"), "'much' is not a valid float"),
        (("lesion",), "Missing argument 'WHERE'"),
        (("lesion", SITE, "--svg", "no/such/folder/x.svg"), "cannot be written"),
        (("lesion", SITE, "--svg", "."), "is a folder"),
        (("compare", "L5 root"), "Missing argument"),
        (("atlas", "tibialis anteriro"), "tibialis anterior"),
        (("schema", "song"), "is not one of"),
        (("frobnicate",), "No such command 'frobnicate'"),
        (("check", "no_such_case.yaml"), "no such file"),
        (("atlas", "--loud"), "No such option"),
    ],
)
def test_bad_input_is_one_line_and_ends_with_2(args: tuple[str, ...], said: str) -> None:
    done = run(*args)
    assert done.exit_code == 2, done.output
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith("lumbosacral: ")
    assert said in done.stderr


@pytest.mark.parametrize("command", ["lesion", "atlas", "check"])
def test_hostile_words_in_errors(command: str) -> None:
    done = run(command, HOSTILE)
    assert done.exit_code in (0, 2)
    assert OBEYED.search(done.stdout + done.stderr) is None
    if done.exit_code:
        assert done.stderr.count("\n") == 1
        assert len(run(command, "x" * 9_000).stderr) < 700


def test_hostile_words_in_every_part_of_an_answer(answers: dict[str, Any]) -> None:
    answers["answer"] = [an_answer(HOSTILE), an_answer(HOSTILE)]
    for flags in ((), ("--verbose",)):
        done = run("localize", "x", *flags)
        assert done.exit_code == 0, done.output
        assert OBEYED.search(done.stdout) is None
        assert max(map(len, done.stdout.splitlines())) <= 100
        for words in HOSTILE_SHOWN:
            assert words in " ".join(done.stdout.split())
    done = run("localize", "x", "--json")
    assert OBEYED.search(done.stdout) is None
    assert json.loads(done.stdout)[0]["carried"]["id"] == HOSTILE
    answers["answer"] = an_answer(HOSTILE)
    assert OBEYED.search(run("plan", "left TA 2").stdout) is None


def test_hostile_words_in_a_case(tmp_path: Path) -> None:
    case = tmp_path / "case.json"
    finding = {"test": "strength", "of": HOSTILE, "value": "2"}
    known = {"test": "strength", "of": "tibialis anterior", "value": "2"}
    case.write_text(json.dumps({"id": HOSTILE, "findings": [finding, known]}), "utf-8")
    done = run("check", str(case))
    assert done.exit_code == 0, done.output
    assert OBEYED.search(done.stdout) is None
    assert "onerror" in done.stdout
    assert OBEYED.search(run("check", str(case), "--json").stdout) is None


@pytest.mark.parametrize("document", ["case", "answer", "lesion", "plan"])
def test_schemas_are_versioned(document: str) -> None:
    schema = json.loads(run("schema", document).stdout)
    assert schema["title"] == f"lumbosacral {document}"
    assert schema["version"]
    assert schema["$schema"].startswith("https://json-schema.org/")
    assert schema == json.loads(run("schema", document, "--json").stdout)


def test_the_schema_of_a_case_knows_the_keys_that_are_read() -> None:
    from lumbosacral.findings.cases import case, keys
    from lumbosacral.schemas import CaseDocument, FindingGiven, PatientGiven

    assert set(CaseDocument.model_fields) == {*keys._KEYS, *keys.CARRIED}
    assert set(FindingGiven.model_fields) == set(case.Finding.model_fields)
    assert set(PatientGiven.model_fields) == set(case.Patient.model_fields)


def test_what_is_left_of_hostile_text() -> None:
    assert plain("a\x1b[1;31mb\x1b]8;;http://x\x1b\\c\x9b1md\u202ee\x00") == "abc 1md e"
    assert plain("µV ≥ 3, Bär") == "µV ≥ 3, Bär"


def test_a_reader_that_goes_away() -> None:
    code = "from lumbosacral.cli import main; main()"
    started = subprocess.Popen(
        [sys.executable, "-c", code, "atlas", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert started.stdout is not None
    assert started.stderr is not None
    started.stdout.close()
    assert started.stderr.read() == b""
    assert started.wait(60) == 1


def test_an_interrupt_is_one_line() -> None:
    code = (
        "import os, signal, time, lumbosacral.lesioned as m; from lumbosacral.cli import main\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "m.lesion = lambda *a, **k: (os.kill(os.getpid(), signal.SIGINT), time.sleep(9)); main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "lesion", SITE], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "lumbosacral: interrupted\n")
    assert signal.SIGINT


def test_a_terminal_that_knows_only_ascii() -> None:
    env = os.environ | {"PYTHONIOENCODING": "ascii"}
    done = in_process("compare", "L5 root, intraspinal", SITE, env=env)
    assert (done.returncode, done.stderr) == (0, "")
    assert "########" in done.stdout
    assert done.stdout.isascii()
    assert in_process("lesion", "µ\udcff", env=env).stderr.count("\n") == 1


def test_nothing_is_coloured_away_from_a_terminal() -> None:
    done = in_process(
        "lesion", SITE, env=os.environ | {"FORCE_COLOR": "1", "TERM": "xterm-256color"}
    )
    assert "\x1b" not in done.stdout
