"""All doors by which a case comes in: file, standard input, one line of text, Python data."""

import json
import sys
from pathlib import Path
from typing import Any, BinaryIO

from lumbosacral.errors import CaseError, FileError
from lumbosacral.findings.cases.case import TEXT_BYTES, Case
from lumbosacral.findings.cases.checked import case_from
from lumbosacral.findings.cases.loader import Loaded, load_json, load_yaml
from lumbosacral.findings.language.vocabulary import Names
from lumbosacral.findings.line.text import case_from_text

__all__ = ["FILE_BYTES", "is_file", "read_cases"]

FILE_BYTES = 5_000_000
"""Largest file that is read; one case of it may hold 20 kB of text."""
LINES_BYTES = 100_000_000
"""The same of JSON lines, of which each is a case that is read by itself."""
_ENDINGS = (".yaml", ".yml", ".json", ".jsonl", ".txt")


def is_file(argument: str) -> bool:
    """Whether an argument means a file (or standard input) and not one line of text."""
    if argument == "-" or argument.lower().endswith(_ENDINGS):
        return True
    try:
        return "\n" not in argument and len(argument) < 1024 and Path(argument).is_file()
    except (OSError, ValueError):
        return False


def read_cases(argument: str, names: Names, stdin: BinaryIO | None = None) -> list[Case]:
    """Cases of a file, of standard input ("-") or of a text; a file that ends in ".txt" holds a text.

    Raises
    ------
    FileError, CaseError
        One line: what is wrong, where, how to mend it.
    """
    if not is_file(argument):
        return [_of_text(argument, names, "")]
    if argument == "-":
        source = stdin if stdin is not None else sys.stdin.buffer
        content = _within(source.read(FILE_BYTES + 1), FILE_BYTES, "standard input")
        return _cases(_decode(content, "standard input"), "standard input", "")
    path = Path(argument)
    ending = path.suffix.lower()
    content = _bytes(path, LINES_BYTES if ending == ".jsonl" else FILE_BYTES)
    if ending == ".txt":
        return [_of_text(_decode(content, argument), names, argument)]
    return _cases(_decode(content, argument), argument, ending)


def _of_text(text: str, names: Names, where: str) -> Case:
    """Case of a text as it is typed or pasted."""
    if len(text.encode("utf-8", "replace")) > TEXT_BYTES:
        mend = f"{TEXT_BYTES} bytes are read at most; shorten it"
        raise CaseError("the text is too long", where=where, mend=mend)
    return case_from_text(text, names)


def _bytes(path: Path, most: int) -> bytes:
    where = str(path)
    try:
        if path.is_dir():
            raise FileError("is a folder", where=where, mend="name a file in it")
        with path.open("rb") as file:
            return _within(file.read(most + 1), most, where)
    except FileNotFoundError:
        raise FileError(
            "no such file",
            where=where,
            mend="check the name, or leave the ending away for a line of text",
        ) from None
    except (OSError, ValueError) as error:
        raise FileError(
            f"cannot be read: {getattr(error, 'strerror', None) or error}",
            where=where,
            mend="check the file",
        ) from None


def _within(content: bytes, most: int, where: str) -> bytes:
    if len(content) > most:
        raise FileError(f"larger than {most // 1_000_000} MB", where=where, mend="split it")
    return content


def _decode(content: bytes, where: str) -> str:
    if b"\0" in content[:4096]:
        raise CaseError("not a text file", where=where, mend="save it as UTF-8 text")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise CaseError(
            "not UTF-8", where=f"{where}:{line}", mend="save it as UTF-8 text"
        ) from None
    if not text.strip():
        raise CaseError("empty", where=where, mend="write `findings:` and a list of findings")
    return text


def _cases(text: str, where: str, ending: str) -> list[Case]:
    if ending == ".jsonl" or (not ending and _looks_like_lines(text)):
        rows = [(i, line) for i, line in enumerate(text.splitlines(), 1) if line.strip()]
        return [case_from(load_json(line, f"{where}:{i}").data, f"{where}:{i}") for i, line in rows]
    loaded = load_json(text, where) if ending == ".json" else load_yaml(text, where)
    return _of_data(loaded, where)


def _looks_like_lines(text: str) -> bool:
    """Several lines that are a JSON object each, as `cat cases.jsonl` gives them."""
    rows = [line for line in text.splitlines() if line.strip()]
    if len(rows) < 2 or not all(
        row.lstrip().startswith("{") and row.rstrip().endswith("}") for row in rows
    ):
        return False
    try:
        json.loads(rows[0])
    except (ValueError, RecursionError):
        return False
    return True


def _of_data(loaded: Loaded, where: str) -> list[Case]:
    data: Any = loaded.data
    if isinstance(data, dict) and "cases" in data:
        data, path = data["cases"], ("cases",)
        if not isinstance(data, list) or not data:
            raise CaseError(
                "`cases` is no list of cases",
                where=where,
                mend="write `cases:` and below it `- findings: ...`",
            )
        return [case_from(one, where, loaded, (*path, i)) for i, one in enumerate(data)]
    if isinstance(data, list):
        if not data:
            raise CaseError("no case in it", where=where, mend="write `- findings: ...`")
        return [case_from(one, where, loaded, (i,)) for i, one in enumerate(data)]
    if not isinstance(data, dict):
        raise CaseError(
            "not a case", where=where, mend="begin with `findings:` and a list of findings"
        )
    return [case_from(data, where, loaded)]
