"""YAML and JSON in, plain strings out: nothing is guessed, and every value knows its line."""

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from lumbosacral.errors import CaseError

__all__ = ["DEPTH", "Loaded", "load_json", "load_yaml"]

DEPTH = 32
"""Deepest nesting that is read."""
_NODES = 200_000
_EMPTY = frozenset({"", "~", "null", "Null", "NULL"})
Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Loaded:
    """Data, and the line of each value by its path."""

    data: Any
    lines: dict[Path, int]


def load_yaml(text: str, where: str) -> Loaded:
    """Read YAML with the C parser: scalars stay strings; duplicate keys are errors.

    Raises
    ------
    CaseError
        One line that names the place and the repair.
    """
    builder = _Builder(where)
    try:
        data = builder.document(yaml.parse(text, Loader=yaml.CSafeLoader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = f":{mark.line + 1}" if mark else ""
        raise CaseError(
            f"not YAML: {error.problem}",
            where=f"{where}{line}",
            mend="check indentation, colons and quotes",
        ) from None
    except (yaml.YAMLError, ValueError) as error:
        said = str(error).splitlines()[0]
        raise CaseError(f"not YAML: {said}", where=where, mend="save it as UTF-8 text") from None
    return Loaded(data, builder.lines)


class _Builder:
    """Builds plain data from parser events, counting what aliases would unfold to."""

    def __init__(self, where: str) -> None:
        self.where = where
        self.lines: dict[Path, int] = {}
        self.anchors: dict[str, tuple[Any, int]] = {}
        self.nodes = 0

    def document(self, events: Iterator[Any]) -> Any:
        data = None
        seen = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                seen += 1
                if seen > 1:
                    self._fail(
                        event,
                        "more than one document",
                        "put the cases into one list: `cases: [...]`",
                    )
                data, _ = self._node(next(events), events, (), 1)
        return data

    def _fail(self, event: Any, what: str, mend: str) -> None:
        raise CaseError(what, where=f"{self.where}:{event.start_mark.line + 1}", mend=mend)

    def _node(self, event: Any, events: Iterator[Any], path: Path, depth: int) -> tuple[Any, int]:
        if depth > DEPTH:
            self._fail(event, f"nested deeper than {DEPTH} levels", "flatten it")
        self.lines[path] = event.start_mark.line + 1
        if isinstance(event, yaml.AliasEvent):
            anchor = str(event.anchor)
            if anchor not in self.anchors:
                self._fail(
                    event, f"alias *{anchor} without an anchor before it", f"write &{anchor} first"
                )
            data, size = self.anchors[anchor]
        elif isinstance(event, yaml.ScalarEvent):
            plain = event.implicit[0] and event.value in _EMPTY
            data, size = (None if plain else event.value), 1
        elif isinstance(event, yaml.SequenceStartEvent):
            data, size = self._sequence(events, path, depth)
        else:
            data, size = self._mapping(events, path, depth)
        self.nodes += size if isinstance(event, yaml.AliasEvent) else 1
        if self.nodes > _NODES:
            self._fail(event, f"unfolds to more than {_NODES} values", "use fewer aliases")
        if getattr(event, "anchor", None) and not isinstance(event, yaml.AliasEvent):
            self.anchors[event.anchor] = (data, size)
        return data, size

    def _sequence(self, events: Iterator[Any], path: Path, depth: int) -> tuple[list[Any], int]:
        data: list[Any] = []
        total = 1
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            item, size = self._node(event, events, (*path, len(data)), depth + 1)
            data.append(item)
            total += size
        return data, total

    def _mapping(self, events: Iterator[Any], path: Path, depth: int) -> tuple[dict[str, Any], int]:
        data: dict[str, Any] = {}
        total = 1
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            if not isinstance(event, yaml.ScalarEvent):
                self._fail(event, "a key that is not a word", "write `key: value`")
            key = event.value
            if key in data:
                self._fail(event, f"the key {key!r} stands twice", "keep one of them")
            data[key], size = self._node(next(events), events, (*path, key), depth + 1)
            total += size
        return data, total


def load_json(text: str, where: str) -> Loaded:
    """Read JSON: duplicate keys, NaN, infinity and deep nesting are errors.

    Raises
    ------
    CaseError
        One line that names the place and the repair.
    """

    def pairs(found: list[tuple[str, Any]]) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key, value in found:
            if key in data:
                raise CaseError(
                    f"the key {key!r} stands twice", where=where, mend="keep one of them"
                )
            data[key] = value
        return data

    def constant(name: str) -> Any:
        raise CaseError(
            f"{name} is not a number",
            where=where,
            mend="leave the value out or write the measured figure",
        )

    try:
        data = json.loads(text, object_pairs_hook=pairs, parse_constant=constant)
    except json.JSONDecodeError as error:
        place = f"{where}:{error.lineno}"
        raise CaseError(
            f"not JSON: {error.msg}", where=place, mend="check brackets, commas and quotes"
        ) from None
    except (RecursionError, ValueError) as error:
        said = "nested too deeply" if isinstance(error, RecursionError) else str(error)
        raise CaseError(
            f"not JSON: {said}", where=where, mend=f"flatten it to {DEPTH} levels at most"
        ) from None
    return Loaded(plain(data, where), {})


def plain(data: Any, where: str, depth: int = 1) -> Any:
    """Numbers and truth values as strings, the way YAML is read; `data` may come from Python."""
    if depth > DEPTH:
        raise CaseError(f"nested deeper than {DEPTH} levels", where=where, mend="flatten it")
    if isinstance(data, dict):
        return {str(key): plain(value, where, depth + 1) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [plain(value, where, depth + 1) for value in data]
    if isinstance(data, bool):
        return "yes" if data else "no"
    if isinstance(data, int | float):
        if isinstance(data, float) and not math.isfinite(data):
            raise CaseError(
                f"{data} is not a number",
                where=where,
                mend="leave the value out or write the measured figure",
            )
        return f"{data:g}" if isinstance(data, float) else str(data)[:40]
    if data is None or isinstance(data, str):
        return data
    raise CaseError(
        f"a {type(data).__name__} cannot be read",
        where=where,
        mend="use words, numbers, lists and mappings",
    )
