"""What is worked out from the atlas's files, kept in the user's cache so that a process starts fast.

A kept thing stands under the hash of everything it was made from and begins with the checksum of the rest; one that
does not fit is made anew. Where nothing can be written it is made in every process.
"""

import gc
import hashlib
import io
import os
import pickle
import platform
import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

_T = TypeVar("_T")
_PACKAGE = Path(__file__).parents[1]
_DIGEST = 32


def cache_folder() -> Path:
    """Folder of what is kept: `LUMBOSACRAL_CACHE`, or the user's cache folder."""
    named = os.environ.get("LUMBOSACRAL_CACHE")
    if named:
        return Path(named)
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "lumbosacral"


@cache
def _made_from(rooms: tuple[str, ...]) -> str:
    """Hash of the files of some rooms, of the atlas's data, and of the interpreter."""
    digest = hashlib.sha256(platform.python_version().encode())
    files = [
        path for room in ("atlas/data", *rooms) for path in sorted((_PACKAGE / room).iterdir())
    ]
    for path in files:
        if path.suffix in {".py", ".yaml", ".csv", ".txt"}:
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


class _Pickler(pickle.Pickler):
    """Leaves out what the reader has already."""

    def __init__(self, file: io.BytesIO, known: Mapping[str, Any]) -> None:
        super().__init__(file, pickle.HIGHEST_PROTOCOL)
        self._names = {id(thing): name for name, thing in known.items()}

    def persistent_id(self, obj: Any) -> str | None:
        """Name of a thing that is left out."""
        return self._names.get(id(obj))


class _Unpickler(pickle.Unpickler):
    """Puts back what was left out."""

    def __init__(self, file: io.BytesIO, known: Mapping[str, Any]) -> None:
        super().__init__(file)
        self._known = known

    def persistent_load(self, pid: str) -> Any:
        """Return the thing of a name."""
        return self._known[pid]


def kept(
    name: str,
    rooms: tuple[str, ...],
    make: Callable[[], _T],
    known: Mapping[str, Any] | None = None,
) -> _T:
    """Return the kept thing of a name, or make and keep it.

    Parameters
    ----------
    name : str
    rooms : tuple of str
        Folders of the package whose code makes it.
    make : callable
    known : mapping or None
        Things that it refers to and that are kept elsewhere.
    """
    known = known or {}
    path = cache_folder() / f"{name}-{_made_from(rooms)}.kept"
    with suppress(OSError, ValueError, pickle.UnpicklingError, EOFError, AttributeError, KeyError):
        content = path.read_bytes()
        body = content[_DIGEST:]
        if hashlib.sha256(body).digest() != content[:_DIGEST]:
            raise ValueError("damaged")
        found: _T = _loaded(body, known)
        return found
    made = make()
    with suppress(OSError):
        _keep(path, name, made, known)
    return made


def _loaded(body: bytes, known: Mapping[str, Any]) -> Any:
    """Load without looking for garbage meanwhile, which takes longer than the loading."""
    collects = gc.isenabled()
    gc.disable()
    try:
        return _Unpickler(io.BytesIO(body), known).load()
    finally:
        if collects:
            gc.enable()


def _keep(path: Path, name: str, made: object, known: Mapping[str, Any]) -> None:
    """Write under a name of its own and rename; remove what was kept under older hashes."""
    body = io.BytesIO()
    _Pickler(body, known).dump(made)
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(prefix="keeping-", dir=path.parent)
    with os.fdopen(handle, "wb") as file:
        file.write(hashlib.sha256(body.getvalue()).digest() + body.getvalue())
    Path(temporary).replace(path)
    for other in path.parent.glob(f"{name}-*.kept"):
        if other != path:
            other.unlink(missing_ok=True)
