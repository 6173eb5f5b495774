"""Case files: what is read, what is refused, and in which words."""

import json
from io import BytesIO
from pathlib import Path

import pytest

from lumbosacral.errors import CaseError, FileError, InputError
from lumbosacral.findings import Names, case_from, is_file, read_cases, understand
from lumbosacral.findings.cases.onset import course_of, days_of

GOOD = """
patient: {age: 48, sex: M, height_cm: 178}
onset: 4 months
course: sudden
side: right
findings:
  - {test: strength, of: ankle dorsiflexion, value: 2}
  - {test: ncs, of: superficial fibular SNAP, value: {amplitude_uv: 4}}
  - {test: history, of: total hip arthroplasty, value: no, days: 3}
"""


def _read(tmp_path: Path, text: str | bytes, known: Names, name: str = "case.yaml") -> object:
    path = tmp_path / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_cases(str(path), known)


def test_a_good_case(tmp_path: Path, known: Names) -> None:
    (case,) = read_cases(str(_file(tmp_path, GOOD)), known)
    assert (case.patient.age, case.patient.sex, case.patient.height_cm) == (48, "M", 178)
    assert case.onset_days == pytest.approx(121.6)
    assert (case.course, case.side) == ("sudden", "right")
    assert case.findings[2].value == "no"
    assert case.findings[2].days == 3


def _file(tmp_path: Path, text: str, name: str = "case.yaml") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


FINDING = "findings:\n  - {test: strength, of: TA, value: 2"
BAD = [
    ("side: no\n" + FINDING + "}", "no side"),
    (FINDING + ", side: no}", "findings[0].side"),
    (FINDING + ", side: up}", "write left, right"),
    (FINDING + ", days: -3}", "findings[0].days"),
    (FINDING + ", days: .nan}", "out of range"),
    ("onset: -3 weeks\n" + FINDING + "}", "negative"),
    ("onset: {days: inf}\n" + FINDING + "}", "out of range"),
    ("findings:\n  - {test: ncs, of: sural, value: .nan}", "not a number"),
    ("findings:\n  - {test: ncs, of: sural, value: {amplitude_uv: .inf}}", "findings[0].value"),
    ("findings:\n  - {test: strenght, of: TA, value: 2}", "did you mean strength"),
    ("findings:\n  - {test: strength, value: 2}", "'of' is missing"),
    ("findings:\n  - {test: strength, of: '', value: 2}", "nothing is named"),
    ("findings:\n  - {test: strength, of: TA, value: [1, 2]}", "a list is no value"),
    ("findings:\n  - {test: strength, of: TA, vlaue: 2}", "vlaue"),
    ("finding:\n  - {test: strength, of: TA, value: 2}", "did you mean 'findings'"),
    ("findings: 3", "findings are a list"),
    ("findings: {a: b}", "findings are a list"),
    ("patient: {age: two}\n" + FINDING + "}", "no number"),
    ("patient: {age: 300}\n" + FINDING + "}", "out of range"),
    ("patient: {sex: 7}\n" + FINDING + "}", "write M or F"),
    ("course: purple\n" + FINDING + "}", "no course"),
    ("side: left\nside: right\n" + FINDING + "}", "stands twice"),
    ("a: &a [x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\n" + FINDING + "}", ""),
    ("[" * 40 + "]" * 40, "nested deeper"),
    ("? [a, b]\n: c", "not a word"),
    ("a: [1, 2", "not YAML"),
    ("a: *nope", "without an anchor"),
    ("---\na: b\n---\nc: d", "more than one document"),
    ("just words", "not a case"),
    ("", "empty"),
    ("   \n\n", "empty"),
    ("cases: []", "no list of cases"),
    ("cases: 3", "no list of cases"),
]


@pytest.mark.parametrize(("text", "said"), BAD, ids=range(len(BAD)))
def test_bad_input_is_one_clear_line(tmp_path: Path, known: Names, text: str, said: str) -> None:
    if not said:
        assert _read(tmp_path, text, known)
        return
    with pytest.raises(InputError) as error:
        _read(tmp_path, text, known)
    message = str(error.value)
    assert said in message
    assert "\n" not in message
    assert "case.yaml" in message


def test_the_line_is_named(tmp_path: Path, known: Names) -> None:
    text = (
        "side: left\nfindings:\n  - {test: strength, of: TA, value: 2}\n"
        "  - test: strength\n    of: TA\n    side: no\n"
    )
    with pytest.raises(CaseError, match=r"case\.yaml:6: findings\[1\]\.side"):
        _read(tmp_path, text, known)


def test_aliases_are_bounded(tmp_path: Path, known: Names) -> None:
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    rows += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]" for i in range(1, 9)]
    with pytest.raises(CaseError, match="unfolds"):
        _read(tmp_path, "\n".join(rows), known)


@pytest.mark.parametrize(
    "content", [b"\x00\x01\x02binary", b"\xff\xfe\xfa bad: utf8", "side: l\u00e9".encode("latin-1")]
)
def test_not_text(tmp_path: Path, known: Names, content: bytes) -> None:
    with pytest.raises(InputError, match="UTF-8"):
        _read(tmp_path, content, known)


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path, known: Names) -> None:
    path = tmp_path / "huge.yaml"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(FileError, match="larger than"):
        read_cases(str(path), known)


def test_too_much_text_and_too_many_findings() -> None:
    with pytest.raises(CaseError, match="bytes of text"):
        case_from({"findings": [{"test": "history", "of": "x" * 21_000}]})
    with pytest.raises(CaseError, match="500"):
        case_from({"findings": [{"test": "reflex", "of": "AJ"}] * 501})


def test_json_lines_and_standard_input(tmp_path: Path, known: Names) -> None:
    one = {"id": "a", "findings": [{"test": "strength", "of": "TA", "value": 2, "days": 3}]}
    lines = "\n".join([json.dumps(one), "", json.dumps(one)])
    assert len(read_cases(str(_file(tmp_path, lines, "c.jsonl")), known)) == 2
    assert len(read_cases("-", known, BytesIO(lines.encode()))) == 2
    assert len(read_cases("-", known, BytesIO(GOOD.encode()))) == 1
    assert (
        len(read_cases(str(_file(tmp_path, json.dumps({"cases": [one] * 3}), "c.json")), known))
        == 3
    )
    for bad in (
        '{"a": 1, "a": 2}',
        '{"findings": NaN}',
        "[" * 100_000,
        '{"findings": [{"test": "ncs", "of": "sural", "value": 1e999}]}',
    ):
        with pytest.raises(CaseError):
            read_cases(str(_file(tmp_path, bad, "c.json")), known)
    with pytest.raises(FileError, match="no such file"):
        read_cases("nowhere.yaml", known)


def test_what_is_a_file(tmp_path: Path) -> None:
    assert is_file("-")
    assert is_file("missing.jsonl")
    assert is_file(str(_file(tmp_path, GOOD, "odd")))
    assert not is_file("left TA 2")
    assert not is_file("\0")
    assert not is_file("x" * 5000)


def test_carried_keys_are_never_read(known: Names, members: object) -> None:
    plain = {"findings": [{"test": "strength", "of": "TA", "value": 2}], "patient_text": "45 M"}
    carried = {"id": 7, "source": "left", "summary": "right EHL 0", "truth": {"structure": "x"}}
    with_them, without = case_from(plain | carried), case_from(plain)
    assert with_them.carried["summary"] == "right EHL 0"
    assert repr(understand(with_them, known, members)) == repr(understand(without, known, members))  # type: ignore[arg-type]


def test_unknown_keys_are_named(known: Names, members: object) -> None:
    case = case_from({"findings": [{"test": "strength", "of": "TA", "value": 2}], "colour": "red"})
    assert any("colour" in note for note in understand(case, known, members).warnings)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "age", "sex"),
    [
        ("45 M", 45, "M"),
        ("34-year-old woman", 34, "F"),
        ("F 62", 62, "F"),
        ("62yo female", 62, "F"),
        ("6 month old boy", 0.5, "M"),
        ("man in his fifties", 55, "M"),
        ("woman in her 50s", 55, "F"),
        ("a 71 y/o lady", 71, "F"),
        ("baker", None, None),
        ("", None, None),
    ],
)
def test_patient_words(text: str, age: float | None, sex: str | None) -> None:
    patient = case_from({"patient_text": text, "findings": []}).patient
    assert (patient.age, patient.sex) == (age, sex)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("4 months", 121.6),
        ("5 days; sensory loss later", 5),
        ("noticed 6 hours after delivery; walks with a brace", None),
        ("progressive, 4 years after radiotherapy", None),
        ("5 months after hip arthroplasty", 152),
        ("for 3 weeks", 21),
        ("onset 5 days ago", 5),
        ("a 10-year history of numbness", 3652.5),
        ("two to three weeks", 17.5),
        ("6/52", 42),
        ("48 h", 2),
        ("since yesterday", 1),
        ("45-year-old", None),
        ("sudden", None),
        ("day 10", 10),
        ("several weeks", 28),
        ("3 weeks after knee dislocation", 21),
        ("began 2 years after irradiation", None),
        ("", None),
    ],
)
def test_onset_words(text: str, days: float | None) -> None:
    found = days_of(text)
    assert found == (None if days is None else pytest.approx(days, rel=0.01))


@pytest.mark.parametrize(
    ("text", "course"),
    [
        ("sudden", "sudden"),
        ("woke with it", "sudden"),
        ("slowly progressive", "progressive"),
        ("insidious", "progressive"),
        ("recurrent episodes", "recurrent"),
        ("subacute", None),
        ("not progressive", None),
        ("4 months", None),
        ("chronic", "progressive"),
        ("chronic, weakness for 30 months", None),
        ("chronic pain for 2 years", None),
        ("chronic progressive", "progressive"),
        ("chronic, slowly worsening", "progressive"),
        ("acute on chronic", "sudden"),
        ("chronic pain, sudden weakness", "sudden"),
    ],
)
def test_course_words(text: str, course: str | None) -> None:
    assert course_of(text) == course
