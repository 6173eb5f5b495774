"""Plain data to a case, or one line on what is wrong with it."""

from typing import Any

from pydantic import ValidationError

from lumbosacral.errors import CaseError
from lumbosacral.findings.cases.case import TEXT_BYTES, Case
from lumbosacral.findings.cases.keys import CARRIED
from lumbosacral.findings.cases.loader import Loaded, plain
from lumbosacral.findings.language.words import clean

__all__ = ["case_from"]


def case_from(
    data: Any, where: str = "case", lines: Loaded | None = None, path: tuple[str | int, ...] = ()
) -> Case:
    """Check plain data and make a case of it.

    Raises
    ------
    CaseError
        One line: what is wrong, where, how to mend it.
    """
    if not isinstance(data, dict):
        raise CaseError("a case is a mapping", where=where, mend="begin with `findings:`")
    data = plain(data, where)
    size = sum(
        len(said) for key, value in data.items() if key not in CARRIED for said in _strings(value)
    )
    if size > TEXT_BYTES:
        raise CaseError(
            f"{size} bytes of text", where=where, mend=f"{TEXT_BYTES} are read at most; shorten it"
        )
    try:
        return Case.model_validate(data)
    except ValidationError as error:
        raise _one_line(error, where, lines, path) from None


def _strings(value: Any) -> list[bytes]:
    if isinstance(value, dict):
        return [s for pair in value.items() for one in pair for s in _strings(one)]
    if isinstance(value, list):
        return [s for one in value for s in _strings(one)]
    return [value.encode("utf-8", "replace")] if isinstance(value, str) else []


def _one_line(
    error: ValidationError, where: str, lines: Loaded | None, path: tuple[str | int, ...]
) -> CaseError:
    first = error.errors()[0]
    loc = tuple(
        part
        for part in first["loc"]
        if isinstance(part, str | int) and part not in {"str", "dict[str,str]"}
    )
    spot = "".join(
        f"[{part}]" if isinstance(part, int) else f".{part}" for part in (*path, *loc)
    ).lstrip(".")
    at = (*path, *loc)
    while lines is not None and at and at not in lines.lines:
        at = at[:-1]
    line = lines.lines.get(at) if lines is not None and at else None
    what = clean(first["msg"].removeprefix("Value error, "))[:300]
    if first["type"] == "missing":
        what = f"{loc[-1]!r} is missing; add it"
    elif first["type"] == "extra_forbidden":
        what = f"the key {str(loc[-1])[:60]!r} is not known; take it out or mend its spelling"
    what, _, mend = what.partition("; ")
    return CaseError(
        f"{spot}: {what}" if spot else what, where=f"{where}:{line}" if line else where, mend=mend
    )
