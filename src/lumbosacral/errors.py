"""Everything this library raises on purpose.

::

    LumbosacralError         the root: catch this one to catch them all
    ├── InputError           what a user handed in is wrong
    │   ├── CaseError        a case file or a line of findings
    │   ├── FileError        a file that is missing, unreadable or too large
    │   ├── LesionError      a lesion that cannot be: severity, kind, days, side
    │   └── UnknownName      a name the atlas does not have; knows the nearest ones
    ├── AtlasError           a file of the atlas is wrong; names file, line and repair
    └── BankError            the bank of virtual patients cannot be built, read or kept

A message is one line that says what is wrong, where, and how to mend it. Fields are set once,
when the error is made, and survive the trip between processes.
"""

from typing import ClassVar, Final

__all__ = [
    "AtlasError",
    "BankError",
    "CaseError",
    "FileError",
    "InputError",
    "LesionError",
    "LumbosacralError",
    "UnknownName",
]


class LumbosacralError(Exception):
    """The root of the tree.

    Parameters
    ----------
    what : str
        What is wrong.
    where : str
        The place: a file and line, a field, a phrase. Empty if there is none to name.
    mend : str
        How to mend it. Empty if nothing can be advised.
    """

    exit_code: ClassVar[int] = 1
    """What the command line ends with."""

    def __init__(self, what: str, *, where: str = "", mend: str = "") -> None:
        super().__init__(what)
        self.what: Final = what
        self.where: Final = where
        self.mend: Final = mend

    # From the fields, not from `args`: pickling rebuilds an exception from its first argument
    # alone and puts the fields back afterwards.
    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        remedy = f"; {self.mend}" if self.mend else ""
        return " ".join(f"{place}{self.what}{remedy}".split())


class InputError(LumbosacralError):
    """What a user handed in is wrong; the command line ends with 2."""

    exit_code: ClassVar[int] = 2


class CaseError(InputError):
    """A case file or a line of findings cannot be read as a case."""


class FileError(InputError):
    """A file named by the user is missing, unreadable or too large."""


class LesionError(InputError):
    """A lesion that cannot be: its severity, kind, time or side is out of range."""


class UnknownName(InputError):
    """A name that the atlas does not have.

    Parameters
    ----------
    name : str
        The name as given.
    nearest : tuple of str
        Known names that look like it, the nearest first; may be empty.
    kind : str
        What was looked for: "structure", "muscle", "site", ...
    where : str
        As in `LumbosacralError`.
    """

    def __init__(
        self, name: str, nearest: tuple[str, ...] = (), *, kind: str = "name", where: str = ""
    ) -> None:
        mend = f"did you mean {' or '.join(nearest)}?" if nearest else ""
        super().__init__(f"unknown {kind} {name!r}", where=where, mend=mend)
        self.name: Final = name
        self.nearest: Final = nearest


class AtlasError(LumbosacralError):
    """A file of the atlas is wrong.

    Parameters
    ----------
    what : str
        What is wrong.
    file : str
        Name of the file, relative to the atlas's data folder.
    line : int or None
        Line, counted from 1; None where the whole file is meant.
    mend : str
        The repair.
    """

    def __init__(
        self, what: str, *, file: str = "", line: int | None = None, mend: str = ""
    ) -> None:
        where = f"{file}, line {line}" if line is not None else file
        super().__init__(what, where=where, mend=mend)
        self.file: Final = file
        self.line: Final = line


class BankError(LumbosacralError):
    """The bank of virtual patients cannot be built, read or kept."""
