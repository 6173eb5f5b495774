"""What people hand in that is no case: one line on what, where and how to mend it, exit 2, nothing written."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lumbosacral.cli import cli
from lumbosacral.errors import LesionError
from lumbosacral.findings import names, read_cases
from lumbosacral.lesioned import lesion

SITE = "common fibular nerve, fibular neck"
GOOD = "{test: strength, of: ankle dorsiflexion, value: 2}"
BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n"
    for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)


def run(*args: str, **more: object) -> Result:
    return CliRunner().invoke(cli, args, prog_name="lumbosacral", **more)  # type: ignore[arg-type]


def refused(done: Result, *said: str) -> None:
    """One line on standard error, and exit 2."""
    assert done.exit_code == 2, (done.output, done.exception)
    assert done.stdout == ""
    assert done.stderr.startswith("lumbosacral: ")
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr
    assert len(done.stderr) < 1000
    for words in said:
        assert words in done.stderr, done.stderr


def of(finding: str, before: str = "") -> bytes:
    return f"{before}findings:\n  - {finding}\n".encode()


CASES: dict[str, tuple[str, bytes, tuple[str, ...]]] = {
    "unknown muscle": ("c.yaml", of("{test: strength, of: tibilais anterior, value: 2}"),
                       ("tibilais anterior", "did you mean tibialis anterior")),
    "unknown test": ("c.yaml", of("{test: strenght, of: knee extension, value: 2}"),
                     ("c.yaml:2", "did you mean strength")),
    "unknown key": ("c.yaml", of("{test: strength, off: knee extension, value: 2}"), ("c.yaml:2",)),
    "unknown field": ("c.yaml", b"finding: []\n", ("did you mean 'findings'",)),
    "side up": ("c.yaml", of("{test: strength, of: knee extension, value: 2, side: up}"),
                ("c.yaml:2", "'up'", "left, right, both")),
    "side of the case": ("c.yaml", of(GOOD, "side: up\n"), ("c.yaml:1", "'up'")),
    "side: no": ("c.yaml", of(GOOD, "side: no\n"), ("c.yaml:1", "'no'")),
    "NaN": ("c.yaml", of("{test: ncs, of: sural SNAP, value: {amplitude_uv: .nan}}"),
            ("c.yaml:2", "not a number")),
    "NaN in JSON": ("c.json", b'{"findings": [{"test": "ncs", "of": "x", "value": NaN}]}',
                    ("NaN is not a number",)),
    "infinite age": ("c.yaml", of(GOOD, "patient: {age: .inf}\n"), ("c.yaml:1",)),
    "age 400": ("c.yaml", of(GOOD, "patient: {age: 400}\n"), ("0 to 120",)),
    "negative days": ("c.yaml", of(GOOD, "onset: {days: -3}\n"), ("c.yaml", "onset", "-3")),
    "days in words": ("c.yaml", of(GOOD, "onset: {days: many}\n"), ("c.yaml", "onset", "many")),
    "no findings of value": ("c.yaml", of("{test: strength, of: '', value: 2}"), ("c.yaml:2",)),
    "findings that are words": ("c.yaml", b"findings: weak leg\n", ("a list",)),
    "empty": ("c.yaml", b"", ("empty",)),
    "blank": ("c.yaml", b" \n\n", ("empty",)),
    "not YAML": ("c.yaml", b"findings: [{test: strength\n", ("not YAML",)),
    "tabs": ("c.yaml", b"findings:\n\t- a\n", ("not YAML", "c.yaml:2")),
    "not JSON": ("c.json", b'{"findings": [', ("not JSON",)),
    "JSON lines": ("c.jsonl", b'{"findings": []}\n{"findings"\n', ("c.jsonl:2",)),
    "a list of words": ("c.yaml", b"- knee\n- ankle\n", ("a case is a mapping",)),
    "two documents": ("c.yaml", b"findings: []\n---\nfindings: []\n", ("more than one document",)),
    "alias bomb": ("c.yaml", BOMB.encode(), ("unfolds to more than",)),
    "alias to itself": ("c.yaml", b"findings: &a [*a]\n", ("alias",)),
    "deep": ("c.yaml", b"findings: " + b"[" * 5000 + b"]" * 5000, ("nested deeper",)),
    "deep JSON": ("c.json", b'{"findings": ' + b"[" * 90_000 + b"]" * 90_000 + b"}", ("not JSON",)),
    "duplicate keys": ("c.yaml", b"side: left\nside: right\nfindings: []\n",
                       ("c.yaml:2", "stands twice")),
    "duplicate keys in JSON": ("c.json", b'{"side": "left", "side": "right"}', ("stands twice",)),
    "python tag": ("c.yaml", b"findings: !!python/object/apply:os.system ['true']\n", ()),
    "binary": ("c.yaml", bytes(range(256)) * 20, ("not a text file",)),
    "UTF-16": ("c.yaml", "findings: []".encode("utf-16"), ("not a text file",)),
    "Latin-1": ("c.yaml", "summary: läsion\nfindings: []".encode("latin-1"),
                ("not UTF-8", "c.yaml:1")),
    "control characters": ("c.yaml", b"findings: \x07\x1b[31m\n", ("not YAML",)),
    "501 findings": ("c.yaml", b"findings:\n" + f"- {GOOD}\n".encode() * 501, ("500",)),
    "40 kB of text": ("c.yaml", of(f"{{test: strength, of: {'x' * 40_000}, value: 2}}"),
                      ("20000",)),
}  # fmt: skip


@pytest.mark.parametrize("command", ["localize", "check"])
@pytest.mark.parametrize("name", CASES)
def test_what_is_no_case_is_refused(name: str, command: str, tmp_path: Path) -> None:
    file, content, said = CASES[name]
    if command == "check" and name == "unknown muscle":
        pytest.skip("what is not understood is what `check` is asked for")
    (tmp_path / file).write_bytes(content)
    more = ["--bank", "small", "--svg", str(tmp_path / "out.svg")] if command == "localize" else []
    refused(run(command, str(tmp_path / file), *more), *said)
    assert [p.name for p in tmp_path.iterdir()] == [file]
    assert (tmp_path / file).read_bytes() == content


def test_a_file_of_50_mb(tmp_path: Path) -> None:
    big = tmp_path / "big.yaml"
    with big.open("wb") as file:
        file.truncate(50_000_000)
    refused(run("localize", str(big)), "larger than 5 MB", "split it")


def test_json_lines_may_be_larger_but_not_without_end(tmp_path: Path) -> None:
    lines, big = tmp_path / "many.jsonl", tmp_path / "big.jsonl"
    one = '{"findings": [{"test": "strength", "of": "TA", "value": "2"}], "summary": "%s"}\n'
    lines.write_text((one % ("x" * 9_000)) * 700, "utf-8")
    assert lines.stat().st_size > 5_000_000
    assert len(read_cases(str(lines), names())) == 700
    with big.open("wb") as file:
        file.truncate(101_000_000)
    refused(run("localize", str(big)), "larger than 100 MB", "split it")


@pytest.mark.parametrize("name", ["none.json", "none.yaml"])
def test_a_list_of_no_cases(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("[]\n", "utf-8")
    for command in ("localize", "plan", "check"):
        refused(run(command, str(tmp_path / name)), "no case in it")


def test_of_several_cases_the_wrong_one_is_named_before_any_is_answered(tmp_path: Path) -> None:
    two = tmp_path / "two.yaml"
    two.write_text(
        f"cases:\n- findings: [{GOOD}]\n- findings: [{GOOD.replace('ankle dorsiflexion', 'qwrtz')}]\n",
        "utf-8",
    )
    done = run("localize", str(two), "--json")
    refused(done, "cases[1].findings[0]", "nothing was understood")


def test_50_mb_on_standard_input() -> None:
    refused(run("localize", "-", input=b"# x\n" * 12_500_000), "larger than 5 MB")


@pytest.mark.parametrize("name", ["missing.yaml", "missing.json", "."])
def test_a_file_that_is_none(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "folder.yaml"
    folder.mkdir()
    refused(run("localize", str(folder if name == "." else tmp_path / name)))


def test_a_grade_that_is_none() -> None:
    """Grade 7 is no result: it does not count as weak or strong."""
    refused(run("localize", "left ankle dorsiflexion 7", "--bank", "small"), "7")


def test_a_grade_that_is_none_beside_one_that_is(tmp_path: Path) -> None:
    case = tmp_path / "c.yaml"
    bad = "{test: strength, of: knee extension, value: 7}"
    case.write_text(f"side: left\nfindings:\n  - {GOOD}\n  - {bad}\n", "utf-8")
    refused(run("localize", str(case), "--bank", "small"), "c.yaml:4", "7", "0 to 5")


@pytest.mark.parametrize("value", ["no", "yes", "off"])
def test_yaml_words_stay_words(value: str, tmp_path: Path) -> None:
    case = tmp_path / "c.yaml"
    case.write_bytes(of(f"{{test: sign, of: straight leg raise, value: {value}}}", "id: no\n"))
    done = run("check", str(case), "--json")
    assert done.exit_code == 0, done.output


@pytest.mark.parametrize(
    ("option", "value"),
    [("--severity", "1.01"), ("--severity", "-1"), ("--severity", "inf"), ("--days", "-0.5"),
     ("--days", "nan"), ("--side", "up"), ("--kind", "LOSS "), ("--kind", "sources")],
)  # fmt: skip
def test_a_lesion_that_cannot_be(option: str, value: str, tmp_path: Path) -> None:
    svg = tmp_path / "out.svg"
    refused(run("lesion", SITE, option, value, "--svg", str(svg)), option.strip("-"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("fraction", [1.2, -0.1, float("nan"), float("inf")])
def test_a_place_past_the_end_of_the_nerve(fraction: float) -> None:
    with pytest.raises(LesionError, match="past the end of the nerve"):
        lesion(SITE, fraction=fraction)


@pytest.mark.parametrize(
    "where", ["", " + ", "+", "L5 root + ", "L6 root", "L4/5 disc", "x" * 5000]
)
def test_a_lesion_of_no_place(where: str) -> None:
    refused(run("lesion", where))


def test_a_finding_of_the_wrong_kind_in_fascicles() -> None:
    with pytest.raises(LesionError, match="tibialis anterior is nan"):
        lesion(SITE, fascicles={"tibialis anterior": float("nan")})
