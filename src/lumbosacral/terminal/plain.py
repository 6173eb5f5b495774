"""Text that is safe to print, whatever its origin; documents; files written whole or not at all."""

import json
import os
import re
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from textwrap import indent
from typing import Any

from lumbosacral.errors import FileError

__all__ = ["plain", "print_document", "print_documents", "say", "shortened", "write_whole"]

# A terminal obeys these: sequences that begin with ESC, then single controls, then the invisible
# ones that turn the direction of writing or hide a line's end, then halves of a character.
_SEQUENCE = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b[\]PX^_].*?(?:\x07|\x1b\\|$)|\x1b[@-_]?", re.DOTALL
)
_CONTROL = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]+"
)
ERROR_LENGTH = 600


def plain(text: object) -> str:
    """Words of `text` on one line, without anything that a terminal would obey."""
    return " ".join(_CONTROL.sub(" ", _SEQUENCE.sub("", str(text))).split())


def shortened(text: str, length: int = ERROR_LENGTH) -> str:
    """Leave out the middle of a text that is longer than `length`: both its ends tell."""
    half = (length - 5) // 2
    return text if len(text) <= length else f"{text[:half]} ... {text[-half:]}"


def say(text: object) -> None:
    """Put one line on standard error, in the name of the program."""
    line = f"lumbosacral: {shortened(plain(text))}"
    encoding = sys.stderr.encoding or "utf-8"
    print(line.encode(encoding, "replace").decode(encoding), file=sys.stderr)


def print_document(document: Any) -> None:
    """Print a document as JSON on standard output, its keys in their own order.

    Only ASCII comes out, so that it is the same on every terminal and nothing in it is obeyed.
    """
    print(_as_json(document))


def print_documents(documents: Iterable[Any]) -> None:
    """Print documents as one JSON list, each as soon as it comes."""
    opened = False
    for document in documents:
        print(
            ",\n" if opened else "[\n", indent(_as_json(document), "  "), sep="", end="", flush=True
        )
        opened = True
    print("\n]" if opened else "[]")


def _as_json(document: Any) -> str:
    text = json.dumps(document, indent=2, allow_nan=False, default=_as_data)
    return text.replace("\x7f", "\\u007f")


def _as_data(thing: Any) -> Any:
    """Return the data of a record that JSON does not know."""
    if hasattr(thing, "model_dump"):
        return thing.model_dump(mode="json", by_alias=True)
    if hasattr(thing, "item"):  # a number of numpy's
        return thing.item()
    return str(thing)


def write_whole(path: Path, text: str) -> None:
    """Write a file whole or not at all: to a temporary name beside it, then renamed.

    Raises
    ------
    FileError
        If the folder is not there or the file cannot be written.
    """
    target = Path(os.path.realpath(path))
    if target.is_dir():
        raise FileError("is a folder", where=plain(path), mend="name a file in it")
    if target.exists() and not target.is_file():  # a pipe or a device has no half-written state
        _write(target, path, text)
        return
    try:
        handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", dir=target.parent)
        os.close(handle)
    except OSError as error:
        raise _unwritable(path, error) from None
    temporary = Path(name)
    try:
        _write(temporary, path, text)
        temporary.chmod(_mode_of(target))
        temporary.replace(target)
    except OSError as error:
        raise _unwritable(path, error) from None
    finally:
        temporary.unlink(missing_ok=True)


def _write(target: Path, shown: Path, text: str) -> None:
    try:
        target.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise _unwritable(shown, error) from None


def _mode_of(target: Path) -> int:
    """Return the rights the file has, or those that a new one would get."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _unwritable(path: Path, error: OSError) -> FileError:
    reason = error.strerror or type(error).__name__
    return FileError(
        f"cannot be written: {reason}",
        where=plain(path),
        mend="name a file in a folder that takes files",
    )
